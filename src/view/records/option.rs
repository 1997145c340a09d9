//! Career options: what is missing, and what was decided when and why.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::domain::dates;
use crate::domain::option::{CareerOption, NoteKind, OptionNote};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::view::page::output_mode::GAP;
use crate::view::records::record::RelatedSection;
use crate::view::words;

/// `2 of 3`, of what it takes; nothing where nothing was said.
pub fn gaps(option: &CareerOption) -> String {
    match (option.unmet().count(), option.requires.len()) {
        (_, 0) => String::new(),
        (open, all) => format!("{open} of {all}"),
    }
}

/// Everything that was noted and decided, oldest first.
pub fn history(
    notes: &[Record<OptionNote>],
    pair: &PairContext,
    now: DateTime<Utc>,
    json: Value,
) -> RelatedSection {
    RelatedSection {
        key: "notes",
        label: "history",
        lines: notes.iter().map(|note| line(note, pair, now)).collect(),
        json,
    }
}

/// What was decided before, with the reasons at the time.
pub fn decision_lines(
    decided: &[Record<OptionNote>],
    pair: &PairContext,
    now: DateTime<Utc>,
) -> Vec<String> {
    let lines = decided.iter().map(|note| line(note, pair, now));
    lines
        .map(|line| format!("  decided before: {line}"))
        .collect()
}

fn line(note: &OptionNote, pair: &PairContext, now: DateTime<Utc>) -> String {
    let today = words::today(pair.user(), now);
    let kind = match note.kind {
        NoteKind::Note | NoteKind::Decided => "",
        NoteKind::Reopened => "reopened: ",
    };
    format!(
        "{}{GAP}{kind}{}",
        dates::format_day(note.on, today),
        note.text
    )
}
