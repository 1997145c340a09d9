//! The progress summary.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::checkin::CheckIn;
use crate::domain::feedback::FeedbackKind;
use crate::domain::goal::GoalState;
use crate::domain::insight::AdviceOutcome;
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::Citation;
use crate::domain::record::Record;
use crate::view::page::report::{Drawing, NOTHING, Report, ReportItem};
use crate::view::records::{pulse, skill};
use crate::view::reports::{item_points, promise, task_points};
use crate::view::words;

pub fn report(progress: &ProgressReport) -> Report<'_> {
    let pair = &progress.pair;
    let period = progress.period;
    let today = period.last_day;
    let mut report = Report::new(
        format!("Progress of {} with {}", pair.mentee.name, pair.mentor.name),
        today,
    );
    report.line(words::range(period.first_day, period.last_day));
    report.line(checkin_summary(progress));
    report.glance = Some(progress);
    report.section("From the last review", baseline(progress));
    let closed = |state| {
        progress
            .goals(state)
            .map(|goal| item_points::closed_goal(goal, today))
    };
    let drawn = |state| {
        let closed = progress.closed.iter();
        let stories = closed.filter(move |story| story.goal.state == state);
        Drawing::Goals(stories.collect(), progress)
    };
    report.section_with_chart(
        "Goals completed",
        closed(GoalState::Done),
        drawn(GoalState::Done),
    );
    report.section("Goals dropped", closed(GoalState::Dropped));
    let added = progress
        .goals_added()
        .map(|story| format!("{} (goal {})", story.goal.title, story.goal.id));
    report.section("Goals added", added);
    let open = progress.open.iter();
    report.section_with_chart(
        "Goals in progress",
        open.clone()
            .map(|story| item_points::open_goal(story, today)),
        Drawing::Goals(open.collect(), progress),
    );
    report.section_by_day("Decisions", progress.decisions().map(item_points::told_in));
    report.section_by_day("Blockers", progress.blockers().map(item_points::told_in));
    let wins = progress.wins.iter();
    report.section_by_day(
        "Achievements and wins",
        wins.map(|one| item_points::win(one, today)),
    );
    let said = |kind| progress.feedback(kind).into_iter();
    let said = |kind| said(kind).map(|one| item_points::feedback(one, pair));
    report.section_by_day("To keep", said(FeedbackKind::Keep));
    report.section_by_day("Areas for improvement", said(FeedbackKind::Change));
    let seen: Vec<_> = progress.skills_to_discuss().collect();
    report.section_with_chart(
        "Skills",
        seen.iter()
            .map(|one| skill::line_and_gap(one, pair))
            .collect::<Vec<_>>(),
        Drawing::Skills(seen, progress),
    );
    let advice = progress.insights.iter();
    report.section_by_day("Advice", advice.map(item_points::advice));
    let worked = progress.approaches_that_worked();
    report.section("Approaches that worked", worked.map(item_points::approach));
    add_growth_sections(&mut report, progress);
    report.section_with_chart("Check-ins", NOTHING, Drawing::Meetings(progress));
    report.section_with_chart(
        "Promises kept",
        item_points::promises(&progress.outcomes, pair),
        Drawing::Promises(progress),
    );
    report.in_columns(promise::columns(&progress.outcomes, pair));
    let now = progress.period.until;
    let overdue = progress.overdue().map(|one| {
        let today = pair.today_of(one.owner, now);
        let owner = pair.first_name(one.owner);
        let point = task_points::followup(one, today);
        ReportItem {
            text: format!("{owner}: {}", point.text),
            ..point
        }
    });
    report.section("Overdue", overdue);
    let differences = progress.pulse_differences();
    let differences = differences.iter();
    report.section(
        "Pulse answers that differ",
        differences.map(|one| pulse::difference(one, pair)),
    );
    let questions = progress.questions();
    report.section(
        "Questions to discuss",
        questions
            .iter()
            .map(|one| item_points::question(one, progress.is_shared)),
    );
    report
}

/// Introductions, what was read, and career options, wherever a mentorship is told.
pub fn add_growth_sections(report: &mut Report<'_>, progress: &ProgressReport) {
    let doors = progress.introductions.iter();
    report.section("Introductions", doors.map(item_points::introduction));
    let read = progress.resources.iter();
    report.section("Resources", read.map(item_points::resource));
    report.section(
        "Career options",
        progress.options.iter().map(item_points::option),
    );
}

/// The same for programs: introductions, resources, options.
pub fn doors_and_paths_json(progress: &ProgressReport) -> [Vec<Value>; 3] {
    fn stated_figures<T: PairItem>(
        records: &[Record<T>],
        state: impl Fn(&T) -> (&str, NaiveDate),
    ) -> Vec<Value> {
        let told = records.iter().map(|one| {
            let (state, on) = state(&one.data);
            json!({ "id": one.id.number(), "title": one.title(), "state": state, "on": on })
        });
        told.collect()
    }
    [
        stated_figures(&progress.introductions, |one| {
            (one.state.word(), one.state_on)
        }),
        stated_figures(&progress.resources, |one| (one.state.word(), one.state_on)),
        stated_figures(&progress.options, |one| (one.state.word(), one.state_on)),
    ]
}

/// `8 check-ins held, 1 missed, 6 h 40 min`.
pub fn checkin_summary(progress: &ProgressReport) -> String {
    let held = progress.facts.held.len();
    let missed = progress.missed_checkins().count();
    let cancelled = match progress.cancelled_checkins().count() {
        0 => String::new(),
        count => format!(", {count} cancelled on time"),
    };
    let time = match progress.minutes() {
        0 => String::new(),
        minutes => format!(", {}", crate::domain::length::Minutes(minutes)),
    };
    let cites: Vec<String> = progress
        .missed_checkins()
        .map(|one| {
            if progress.is_shared {
                format!("{} {}", Citation::checkin(one).label(), one.state)
            } else {
                format!("check-in {} {}", one.id, one.state)
            }
        })
        .collect();
    let by_side = Side::ALL.iter().filter_map(|side| {
        let (no_shows, off) = progress.called_off_by(*side);
        let told = [(no_shows, "missed"), (off, "cancelled")];
        let told = told.iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        let name = progress.pair.first_name(*side);
        (!told.is_empty()).then(|| format!("{name}: {}", told.join(" and ")))
    });
    let by_side: Vec<String> = by_side.collect();
    let by_side = if by_side.is_empty() {
        String::new()
    } else {
        format!("; {}", by_side.join(", "))
    };
    let cites = if cites.is_empty() {
        String::new()
    } else {
        format!(" [{}]", cites.join(", "))
    };
    let missed = match missed {
        0 => String::new(),
        count => format!(", {count} missed{cites}"),
    };
    format!(
        "{} held{missed}{cancelled}{time}{by_side}",
        words::count(held, "check-in")
    )
}

/// A text with the call in which it was said.
fn told_json<'p>(told: impl Iterator<Item = (&'p Record<CheckIn>, &'p str)>) -> Vec<Value> {
    let items = told.map(|(call, text)| json!({ "checkin": call.id.number(), "text": text }));
    items.collect()
}

fn baseline(progress: &ProgressReport) -> Vec<String> {
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
        .map(|text| format!("to improve: {text} (review {})", last.id));
    next.chain(improve).collect()
}

pub fn json(progress: &ProgressReport) -> Value {
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
        found.map(|goal| json!({
            "id": goal.id.number(), "title": goal.title, "on": goal.state_on, "because": goal.because,
            "days_late": goal.days_late(),
        })).collect()
    };
    let feedback: Vec<Value> = progress
        .all_feedback()
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
    let approaches: Vec<Value> = progress
        .approaches_that_worked()
        .map(|one| json!({ "id": one.id.number(), "title": one.title, "on": one.on }))
        .collect();
    let pair = &progress.pair;
    let overdue: Vec<Value> = progress
        .overdue()
        .map(|one| {
            let today = pair.today_of(one.owner, progress.period.until);
            json!({
                "id": one.id.number(), "owner": one.owner.word(), "title": one.title,
                "due": one.due, "days_overdue": one.days_overdue(today),
            })
        })
        .collect();
    let differences: Vec<Value> = progress
        .pulse_differences()
        .into_iter()
        .map(|(statement, mentor, mentee)| {
            json!({ "statement": statement, "mentor": mentor, "mentee": mentee })
        })
        .collect();
    let called_off: Vec<Value> = Side::ALL
        .iter()
        .map(|side| {
            let (no_shows, cancelled) = progress.called_off_by(*side);
            json!({ "side": side.word(), "no_shows": no_shows, "cancelled": cancelled })
        })
        .collect();
    json!({
        "schema": "mentor.review.report/1",
        "pair": progress.pair.slug(),
        "since": progress.period.first_day,
        "as_of": progress.period.last_day,
        "baseline": progress.baseline.as_ref().map(|review| review.id.number()),
        "held": progress.facts.held.len(),
        "missed": progress.missed_checkins().count(),
        "cancelled": progress.cancelled_checkins().count(),
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
        "decisions": told_json(progress.decisions()),
        "blockers": told_json(progress.blockers()),
        "approaches": approaches,
        "overdue": overdue,
        "pulse_differences": differences,
        "called_off": called_off,
        "questions": progress.questions().iter().map(|one| item_points::question(one, progress.is_shared)).collect::<Vec<_>>(),
    })
}
