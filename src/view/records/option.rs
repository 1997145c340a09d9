//! Career options: gaps and decisions.

use serde_json::Value;

use crate::domain::dates::{self, Now};
use crate::domain::option::{CareerOption, NoteKind, OptionNote};
use crate::domain::pair::PairContext;
use crate::domain::record::Record;
use crate::view::page::output_mode::{GAP, OutputMode};
use crate::view::records::record::RelatedSection;
use crate::view::words;

/// Counts the requirements that are missing: `2 of 3`; empty without requirements.
pub fn gaps(option: &CareerOption) -> String {
    match (option.unmet().count(), option.requires.len()) {
        (_, 0) => String::new(),
        (open, all) => format!("{open} of {all}"),
    }
}

/// Returns the section with notes and decisions, oldest first.
pub fn history(
    notes: &[Record<OptionNote>],
    pair: &PairContext,
    now: Now,
    mode: OutputMode,
    json: Value,
) -> RelatedSection {
    RelatedSection {
        key: "notes",
        label: "history",
        lines: notes.iter().map(|note| line(note, pair, now, mode)).collect(),
        json,
    }
}

/// Lists earlier decisions with their reasons.
pub fn decision_lines(
    decided: &[Record<OptionNote>],
    pair: &PairContext,
    now: Now,
    mode: OutputMode,
) -> Vec<String> {
    let lines = decided.iter().map(|note| line(note, pair, now, mode));
    lines.map(|line| format!("  decided before: {line}")).collect()
}

fn line(note: &OptionNote, pair: &PairContext, now: Now, mode: OutputMode) -> String {
    let today = words::today(pair.user(), now);
    let kind = match note.kind {
        NoteKind::Note | NoteKind::Decided => "",
        NoteKind::Reopened => "reopened: ",
    };
    format!("{}{}{kind}{}", dates::format_day(note.on, today), GAP.in_mode(mode), note.text)
}
