//! Follow-ups in a line.

use chrono::NaiveTime;

use crate::domain::dates::{self, Today};
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::view::page::output_mode::{ARROW, OutputMode};
use crate::view::records::record;

/// Names a follow-up after a verb: `follow-up 12 (Ana): draft the RFC`.
pub fn label(record: &Record<FollowUp>, pair: &PairContext) -> String {
    let owner = pair.first_name(record.owner);
    format!("follow-up {} ({owner}): {}", record.id, record.title)
}

pub fn in_words(record: &Record<FollowUp>, pair: &PairContext, today: Today) -> String {
    let due = match record.due {
        Some(due) => format!(", due {}", dates::format_day_and_distance(due, today)),
        None => String::new(),
    };
    let owner = pair.first_name(record.owner);
    format!("follow-up {} for {owner}: {}{due}", record.id, record.title)
}

/// Formats a follow-up as a checkbox: `[x] 3 Shadow one`.
pub fn checkbox(record: &Record<FollowUp>, today: Today, mode: OutputMode) -> String {
    let checkbox = match record.state {
        state if mode.is_plain() => format!("{state}:"),
        FollowUpState::Open => "[ ]".to_owned(),
        FollowUpState::Done => "[x]".to_owned(),
        FollowUpState::Dropped => "[-]".to_owned(),
    };
    let due = match due(record, today) {
        text if text.is_empty() => text,
        text => format!(", due {text}"),
    };
    format!("{checkbox} {} {}{due}", record.id, record.title)
}

/// Names a follow-up in a choice: `3 Ana: draft the RFC`.
pub fn choice_label(record: &Record<FollowUp>, pair: &PairContext) -> String {
    format!("{} {}: {}", record.id, pair.first_name(record.owner), record.title)
}

/// Returns ` (moved 2×, from Sam)` if the due day was moved and the follow-up handed over.
pub fn moved_note(followup: &FollowUp, pair: &PairContext) -> String {
    let times = followup.times_moved();
    let moved = (times > 0).then(|| format!("moved {times}\u{d7}"));
    let handovers = followup.handovers();
    let first = handovers.first().filter(|(_, from, _)| *from != followup.owner);
    let from = first.map(|(_, from, _)| format!("from {}", pair.first_name(*from)));
    match (moved, from) {
        (None, None) => String::new(),
        (Some(note), None) | (None, Some(note)) => format!(" ({note})"),
        (Some(moved), Some(from)) => format!(" ({moved}, {from})"),
    }
}

/// Lists the handovers: `Sam → Ana, Wed 9 Dec`.
pub fn handovers(
    followup: &FollowUp,
    pair: &PairContext,
    today: Today,
    mode: OutputMode,
) -> Vec<String> {
    let each = followup.handovers().into_iter();
    let lines = each.map(|(at, from, to)| {
        let [from, to] = [from, to].map(|side| pair.first_name(side));
        let day = dates::format_day(pair.user().day_at(at), today);
        format!("{from} {} {to}, {day}", ARROW.in_mode(mode))
    });
    lines.collect()
}

/// Formats the due day, styled by how near it is.
pub fn due(followup: &FollowUp, today: Today) -> String {
    let due = followup.due;
    due.map(|day| record::due(day, today, followup.is_open())).unwrap_or_default()
}

/// Notes that the time of a due day was left out.
pub fn no_time(day: &str, time: NaiveTime) -> String {
    let time = time.format("%H:%M");
    format!("follow-ups have no time: due by the end of {day} (not at {time})")
}

/// Notes that a word of the title looks like a day but was not understood as one. `day` is what to type instead.
pub fn no_day(word: &str, number: Id<FollowUp>, day: &str) -> String {
    format!(
        "no due day was understood: `{word}` is part of the title; run `mentor followup edit {number} --by {day}` to set one"
    )
}
