//! The progress summary.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::feedback::FeedbackKind;
use crate::domain::goal::GoalState;
use crate::domain::note::AdviceOutcome;
use crate::domain::noun::Noun;
use crate::domain::person::Side;
use crate::domain::progress::Progress;
use crate::domain::record::Record;
use crate::view::report::{Drawing, NOTHING, Report};
use crate::view::{points, promise, skill, words};

pub fn report(progress: &Progress) -> Report<'_> {
    let couple = &progress.couple;
    let period = progress.period;
    let today = period.until;
    let mut report = Report::new(
        format!(
            "Progress of {} with {}",
            couple.mentee.name, couple.mentor.name
        ),
        today,
    );
    report.line(format!(
        "{} to {} ({})",
        period.since,
        period.until,
        words::count((period.until - period.since).num_days(), "day")
    ));
    report.line(meetings(progress));
    report.glance = Some(progress);
    report.section("Said last time", baseline(progress));
    let closed = |state| {
        progress
            .goals(state)
            .map(|goal| points::closed_goal(goal, today))
    };
    let drawn = |state| {
        let closed = progress.closed.iter();
        let stories = closed.filter(move |story| story.goal.state == state);
        Drawing::Goals(stories.collect(), progress)
    };
    report.drawn(
        "Goals reached",
        closed(GoalState::Done),
        drawn(GoalState::Done),
    );
    report.section("Goals dropped", closed(GoalState::Dropped));
    let added = progress
        .added()
        .map(|story| format!("{} (goal {})", story.goal.title, story.goal.id));
    report.section("Goals added", added);
    let open = progress.open.iter();
    report.drawn(
        "Goals under way",
        open.clone().map(|story| points::open_goal(story, today)),
        Drawing::Goals(open.collect(), progress),
    );
    let wins = progress.wins.iter();
    report.section(
        "Achievements and wins",
        wins.map(|one| points::win(one, today)),
    );
    let said = |kind| progress.feedback(kind).into_iter();
    let said = |kind| said(kind).map(|one| points::feedback(one, couple));
    report.section("To keep", said(FeedbackKind::Keep));
    report.section("Areas for improvement", said(FeedbackKind::Change));
    let seen: Vec<_> = progress.skills_to_discuss().collect();
    report.drawn(
        "Skills",
        seen.iter()
            .map(|one| skill::line(one, couple))
            .collect::<Vec<_>>(),
        Drawing::Skills(seen, progress),
    );
    report.section("Advice given", progress.insights.iter().map(points::advice));
    doors_and_paths(&mut report, progress);
    report.drawn("Check-ins", NOTHING, Drawing::Meetings(progress));
    report.drawn(
        "Promises, both sides",
        points::promises(&progress.outcomes, couple),
        Drawing::Promises(progress),
    );
    report.section("Questions for the talk", progress.questions());
    report
}

/// Introductions, what was read, and career options, wherever a mentorship is told.
pub fn doors_and_paths(report: &mut Report<'_>, progress: &Progress) {
    let doors = progress.introductions.iter();
    report.section("Introductions", doors.map(points::introduction));
    let read = progress.resources.iter();
    report.section("Read and learned", read.map(points::resource));
    report.section("Paths", progress.options.iter().map(points::option));
}

/// The same for programs: introductions, resources, options.
pub fn doors_and_paths_json(progress: &Progress) -> [Vec<Value>; 3] {
    fn stated<T: Noun>(
        records: &[Record<T>],
        state: impl Fn(&T) -> (&str, NaiveDate),
    ) -> Vec<Value> {
        let told = records.iter().map(|one| {
            let (state, on) = state(&one.it);
            json!({ "id": one.id.number(), "title": one.title(), "state": state, "on": on })
        });
        told.collect()
    }
    [
        stated(&progress.introductions, |one| {
            (one.state.word(), one.state_on)
        }),
        stated(&progress.resources, |one| (one.state.word(), one.state_on)),
        stated(&progress.options, |one| (one.state.word(), one.state_on)),
    ]
}

/// `8 check-ins held, 1 missed, 6 h 40 min`.
fn meetings(progress: &Progress) -> String {
    let held = progress.facts.held.len();
    let missed = progress.facts.missed.len();
    let time = match progress.minutes() {
        0 => String::new(),
        minutes => format!(", {}", crate::domain::length::Minutes(minutes)),
    };
    let cites: Vec<String> = progress
        .facts
        .missed
        .iter()
        .map(|one| format!("check-in {} {}", one.id, one.state))
        .collect();
    let cites = if cites.is_empty() {
        String::new()
    } else {
        format!(" [{}]", cites.join(", "))
    };
    format!(
        "{} held, {missed} missed{time}{cites}",
        words::count(held, "check-in")
    )
}

fn baseline(progress: &Progress) -> Vec<String> {
    let Some(last) = &progress.baseline else {
        return Vec::new();
    };
    let next = last
        .next
        .iter()
        .map(|text| format!("next: {text} (review {})", last.id));
    let improve = last
        .improve
        .iter()
        .map(|text| format!("improve: {text} (review {})", last.id));
    next.chain(improve).collect()
}

pub fn json(progress: &Progress) -> Value {
    let goals: Vec<Value> = progress
        .open
        .iter()
        .map(|story| json!({
            "id": story.goal.id.number(), "title": story.goal.title, "state": story.goal.state.word(),
            "target": story.goal.target, "percent": story.percent(), "confidence": story.confidences(),
            "moves": story.moves.len(), "moved_days": story.moved_days(),
        }))
        .collect();
    let closed = |state| -> Vec<Value> {
        let found = progress.goals(state);
        found.map(|goal| json!({ "id": goal.id.number(), "title": goal.title, "on": goal.state_on, "because": goal.because })).collect()
    };
    let feedback: Vec<Value> = progress
        .facts
        .feedback
        .iter()
        .map(|one| json!({ "id": one.id.number(), "from": one.from.word(), "kind": one.kind.word(), "situation": one.situation }))
        .collect();
    let wins: Vec<Value> = progress
        .wins
        .iter()
        .map(|win| json!({ "id": win.id.number(), "title": win.title, "on": win.on }))
        .collect();
    let insights: Vec<Value> = progress
        .insights
        .iter()
        .map(|one| json!({
            "id": one.id.number(), "title": one.title, "on": one.on, "outcome": one.outcome.map(AdviceOutcome::word),
        }))
        .collect();
    let skills: Vec<Value> = progress
        .skills_to_discuss()
        .map(|one| {
            json!({
                "id": one.skill.id.number(), "title": one.skill.title, "gap": one.gap(),
                "mentor": one.levels(Side::Mentor), "mentee": one.levels(Side::Mentee),
            })
        })
        .collect();
    let [introductions, resources, options] = doors_and_paths_json(progress);
    json!({
        "schema": "mentor.review.report/1",
        "pair": progress.couple.slug(),
        "since": progress.period.since,
        "as_of": progress.period.until,
        "baseline": progress.baseline.as_ref().map(|review| review.id.number()),
        "held": progress.facts.held.len(),
        "missed": progress.facts.missed.len(),
        "minutes": progress.minutes(),
        "goals": goals,
        "goals_done": closed(GoalState::Done),
        "goals_dropped": closed(GoalState::Dropped),
        "wins": wins,
        "feedback": feedback,
        "insights": insights,
        "skills": skills,
        "introductions": introductions,
        "resources": resources,
        "options": options,
        "promises": promise::items(&progress.outcomes),
        "questions": progress.questions(),
    })
}
