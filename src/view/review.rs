//! The progress summary.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::dates;
use crate::domain::feedback::FeedbackKind;
use crate::domain::goal::{GoalState, GoalStory};
use crate::domain::note::{AdviceOutcome, Insight};
use crate::domain::noun::Noun;
use crate::domain::option::CareerOption;
use crate::domain::person::Side;
use crate::domain::progress::Progress;
use crate::domain::record::Record;
use crate::view::look::{ARROW, GAP, TIMES};
use crate::view::page::Page;
use crate::view::report::Report;
use crate::view::{chart, insight, promise, skill, words};

pub fn text(progress: &Progress, markdown: bool, page: &Page) -> String {
    let couple = &progress.couple;
    let period = progress.period;
    let mut report = Report::new(format!(
        "Progress of {} with {}",
        couple.mentee.name, couple.mentor.name
    ));
    report.line(format!(
        "{} to {} ({})",
        period.since,
        period.until,
        words::count((period.until - period.since).num_days(), "day")
    ));
    report.line(meetings(progress));
    report.section("Said last time", baseline(progress));
    report.section("Goals reached", closed(progress, GoalState::Done));
    report.section("Goals dropped", closed(progress, GoalState::Dropped));
    let added = progress
        .added()
        .map(|story| format!("{} (goal {})", story.goal.title, story.goal.id));
    report.section("Goals added", added.collect());
    report.section(
        "Goals under way",
        progress
            .open
            .iter()
            .map(|story| goal(story, progress))
            .collect(),
    );
    let wins = progress.wins.iter().map(|win| {
        format!(
            "{} (win {}, {})",
            win.title,
            win.id,
            dates::short(win.on, period.until)
        )
    });
    report.section("Achievements and wins", wins.collect());
    report.section("To keep", feedback(progress, FeedbackKind::Keep));
    report.section(
        "Areas for improvement",
        feedback(progress, FeedbackKind::Change),
    );
    let seen = progress.skills_to_discuss();
    report.section("Skills", seen.map(|one| skill::line(one, couple)).collect());
    let insights = progress.insights.iter();
    report.section("Advice given", insights.map(advice).collect());
    doors_and_paths(&mut report, progress);
    let kept = progress
        .outcomes
        .iter()
        .map(|outcome| promise::line(outcome, couple));
    report.section("Promises, both sides", kept.collect());
    report.section("Questions for the talk", progress.questions());
    report.render(markdown, page)
}

/// Introductions, what was read, and career options, in a review and at the end.
pub fn doors_and_paths(report: &mut Report, progress: &Progress) {
    let doors = progress.introductions.iter().map(|one| {
        let outcome = one.outcome.as_deref().map(|text| format!(", {text}"));
        format!(
            "{}: {}{} (introduction {})",
            one.title,
            one.state,
            outcome.unwrap_or_default(),
            one.id
        )
    });
    report.section("Introductions", doors.collect());
    let read = progress.resources.iter().map(|one| {
        let gave = one.because.as_deref().map(|text| format!(", {text}"));
        format!(
            "{} is {}{} (resource {})",
            one.title,
            one.state,
            gave.unwrap_or_default(),
            one.id
        )
    });
    report.section("Read and learned", read.collect());
    report.section("Paths", progress.options.iter().map(path).collect());
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

/// Advice, and what came of it.
fn advice(one: &Record<Insight>) -> String {
    let outcome = match one.outcome {
        Some(outcome) => format!(", {}", insight::outcome(outcome)),
        None => String::new(),
    };
    format!("{}{outcome} (insight {})", one.title, one.id)
}

/// A career option with its gaps and the reasons of the last decision.
fn path(one: &Record<CareerOption>) -> String {
    let because = one.because.as_deref().map(|text| format!(": {text}"));
    let gaps: Vec<&str> = one.gaps().map(String::as_str).collect();
    let gaps = match gaps.is_empty() {
        true => String::new(),
        false => format!("; missing: {}", gaps.join(", ")),
    };
    format!(
        "{} is {}{}{gaps} (option {})",
        one.title,
        one.state,
        because.unwrap_or_default(),
        one.id
    )
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

fn closed(progress: &Progress, state: GoalState) -> Vec<String> {
    progress
        .goals(state)
        .map(|goal| {
            let because = goal
                .because
                .as_deref()
                .map(|text| format!(": {text}"))
                .unwrap_or_default();
            let on = dates::short(goal.state_on, progress.period.until);
            format!("{}{because} (goal {}, {on})", goal.title, goal.id)
        })
        .collect()
}

fn goal(story: &GoalStory, progress: &Progress) -> String {
    let today = progress.period.until;
    let mut parts = vec![format!("{} (goal {})", story.goal.title, story.goal.id)];
    parts.extend(story.percent().map(chart::bar));
    let confidences = story.confidences();
    if !confidences.is_empty() {
        parts.push(format!("confidence {}", chart::sparkline(&confidences, 10)));
    }
    parts.extend(
        story
            .goal
            .target
            .map(|day| format!("by {}", dates::spoken(day, today))),
    );
    let mut text = parts.join(&GAP.to_string());
    if !story.moves.is_empty() {
        let days = story.moved_days();
        text.push_str(&format!(
            "\ntarget moved {}{TIMES}, {days:+} days",
            story.moves.len()
        ));
        for line in words::moves(&story.moves, today) {
            text.push_str(&format!("\n  {line}"));
        }
    }
    text
}

fn feedback(progress: &Progress, kind: FeedbackKind) -> Vec<String> {
    let found = progress.feedback(kind).into_iter();
    found
        .map(|one| {
            let from = progress.couple.called(one.from);
            format!(
                "{}: {} {ARROW} {} (feedback {} from {from})",
                one.situation, one.behaviour, one.impact, one.id
            )
        })
        .collect()
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
