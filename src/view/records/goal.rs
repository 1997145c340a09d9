//! Goals in a line, and the related sections of their cards.

use serde_json::Value;

use crate::domain::dates::{self, Today};
use crate::domain::followup::FollowUp;
use crate::domain::goal::{Goal, GoalEntry, GoalHistory, GoalState};
use crate::domain::insight::Win;
use crate::domain::record::Record;
use crate::view::page::chart;
use crate::view::page::output_mode::{GAP, OutputMode};
use crate::view::records::followup;
use crate::view::records::record::RelatedSection;
use crate::view::words;

/// Names a goal: `goal 1 of Ana: Lead a design review, by Mon 1 Mar 2027 (in 2 months)`.
pub fn in_words(record: &Record<Goal>, today: Today) -> String {
    let by =
        record.target.map(|day| format!(", by {}", dates::format_day_and_distance(day, today)));
    format!("goal {}: {}{}", record.id, record.title, by.unwrap_or_default())
}

pub fn entry_message(entry: &GoalEntry, goal: &Record<Goal>) -> String {
    let (id, title) = (goal.id, &goal.title);
    match (entry.percent, entry.confidence) {
        (Some(percent), None) => format!("Goal {id} is now at {percent}%: {title}"),
        (None, Some(figure)) => format!("Confidence in goal {id} is now {figure} of 10: {title}"),
        (Some(percent), Some(figure)) => {
            format!("Goal {id} is now at {percent}%, confidence {figure} of 10: {title}")
        }
        (None, None) => format!("Goal {id}: {title}"),
    }
}

/// Notes that a goal whose progress or confidence was recorded is not active; `None`: it is.
pub fn inactive_remark(goal: &Record<Goal>) -> Option<String> {
    let id = goal.id;
    (goal.state != GoalState::Active)
        .then(|| format!("goal {id} is {}; run `mentor goal resume {id}` to reopen it", goal.state))
}

/// Returns progress and confidence for a listing.
pub fn list_columns(history: &GoalHistory, mode: OutputMode) -> Vec<(&'static str, String)> {
    vec![
        (
            "progress",
            history.percent().map(|percent| chart::bar(percent, mode)).unwrap_or_default(),
        ),
        ("confidence", chart::sparkline(&history.confidences(), 10, mode)),
    ]
}

/// Returns the section with progress and confidence.
pub fn progress_section(history: &GoalHistory, mode: OutputMode) -> RelatedSection {
    let confidences = history.confidences();
    let drawn = chart::sparkline(&confidences, 10, mode);
    let confidence = (!drawn.is_empty()).then(|| format!("confidence {drawn} of 10"));
    RelatedSection {
        key: "percent",
        label: "progress",
        lines: history
            .percent()
            .map(|percent| chart::bar(percent, mode))
            .into_iter()
            .chain(confidence)
            .collect(),
        json: history.percent().into(),
    }
}

pub fn steps(
    steps: &[Record<FollowUp>],
    today: Today,
    mode: OutputMode,
    json: Value,
) -> RelatedSection {
    RelatedSection {
        key: "steps",
        label: "steps",
        lines: steps.iter().map(|step| followup::checkbox(step, today, mode)).collect(),
        json,
    }
}

/// Returns the section with the wins, which are evidence for the confidence.
pub fn wins(wins: &[Record<Win>], today: Today, json: Value) -> RelatedSection {
    let line = |win: &Record<Win>| {
        let title = words::title_with_privacy(&win.title, win.private);
        format!("{}  {title}", dates::format_day(win.on, today))
    };
    RelatedSection { key: "wins", label: "wins", lines: wins.iter().map(line).collect(), json }
}

pub fn entries(
    history: &GoalHistory,
    today: Today,
    mode: OutputMode,
    json: Value,
) -> RelatedSection {
    RelatedSection {
        key: "entries",
        label: "history",
        lines: history.entries.iter().map(|entry| entry_line(entry, today, mode)).collect(),
        json,
    }
}

pub fn moves(history: &GoalHistory, today: Today, mode: OutputMode, json: Value) -> RelatedSection {
    let mut lines = words::moves(&history.moves, today, mode);
    if lines.len() > 1 {
        lines.push(format!("{:+} days in total", history.moved_days()));
    }
    RelatedSection { key: "moves", label: "moved", lines, json }
}

fn entry_line(entry: &GoalEntry, today: Today, mode: OutputMode) -> String {
    let mut parts = vec![dates::format_day(entry.on, today)];
    parts.extend(entry.percent.map(|percent| format!("{percent}%")));
    parts.extend(entry.confidence.map(|confidence| format!("confidence {confidence}")));
    parts.extend(entry.note.clone());
    parts.extend(entry.checkin.map(|checkin| format!("(check-in {checkin})")));
    parts.join(GAP.in_mode(mode))
}
