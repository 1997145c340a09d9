//! Messages about what was taken, and the draft with this side's text.

use std::borrow::Cow;

use serde::Serialize;

use crate::domain::dates::Now;
use crate::domain::field_value::{FieldList, FieldValue};
use crate::domain::pair::PairContext;
use crate::view::json::domain::write_as_words;
use crate::view::messages::share::{
    away_text, field_text, moment, part_label, record_label, title_text,
};
use crate::view::words;

/// Lines of each kind; the rest is only counted.
pub(super) const MAX_LISTED: usize = 30;

crate::words! {
    /// What the exchange did to a record.
    TakenVerb {
        New = "new",
        Changed = "changed",
        Deleted = "deleted",
        /// Deleted by the other side, which may not delete it.
        PutBack = "put back",
        /// Deleted here and changed by the other side.
        BroughtBack = "back",
        /// Deleted by the other side; this side's text stays.
        Kept = "kept",
        Accepted = "accepted",
        Answered = "answered",
        Done = "done",
        Moved = "moved",
        /// Deleted here, and kept by the other side, which had added it.
        Returned = "returned",
        /// Recorded by both sides, and one record now.
        Joined = "joined",
    }
}

write_as_words!(TakenVerb);

/// What taking a file did to a record.
#[derive(Clone, Debug)]
pub struct TakenLine {
    pub verb: TakenVerb,
    pub table: &'static str,
    pub number: i64,
    pub title: FieldValue,
    /// The fields of time away, which has no title.
    pub away: FieldList,
    pub parts: Vec<&'static str>,
    /// The number of the record that was joined with it.
    pub with: Option<i64>,
}

/// The result of taking a file.
#[derive(Clone, Debug)]
pub struct TakenText {
    pub file: String,
    pub pair: PairContext,
    pub who: String,
    /// Whether this device has written it.
    pub is_own: bool,
    pub made_at: String,
    pub lines: Vec<TakenLine>,
    /// Tables and parts that the other side may not write.
    pub refused: Vec<(String, String)>,
    /// Parts that both sides wrote at the same time: table, number and part.
    pub open: Vec<(String, i64, &'static str)>,
    /// The draft with this side's text from deleted records.
    pub draft: Option<String>,
    /// What the other side would delete: table, number and title.
    pub requests: Vec<(String, i64, FieldValue)>,
}

/// This side's text in a deleted record.
#[derive(Clone, Copy, Debug)]
pub struct OwnWordsText<'a> {
    pub table: &'a str,
    pub number: i64,
    pub fields: &'a FieldList,
}

/// Formats the draft: a block for each record, with the texts as they were typed.
pub fn own_words_draft(own: &[OwnWordsText<'_>], who: &str) -> String {
    own_words_blocks(&format!("What you wrote in records that {who} removed from your file"), own)
}

/// Formats a heading, and a block for each record.
pub(super) fn own_words_blocks(heading: &str, own: &[OwnWordsText<'_>]) -> String {
    let mut blocks = vec![heading.to_owned()];
    for one in own {
        let mut lines = vec![format!("{} {}", words::noun_label(one.table), one.number)];
        for (name, value) in one.fields {
            let label = words::field_label(name).replace('_', " ");
            match value {
                FieldValue::List(texts) => {
                    lines.push(format!("  {label}:"));
                    lines.extend(texts.iter().map(|text| format!("  - {text}")));
                }
                FieldValue::Text(text) if text.contains('\n') => {
                    lines.push(format!("  {label}:"));
                    lines.extend(text.lines().map(|line| format!("    {line}")));
                }
                FieldValue::Text(text) | FieldValue::Word(text) => {
                    lines.push(format!("  {label}: {text}"));
                }
                FieldValue::Day(day) => lines.push(format!("  {label}: {day}")),
                FieldValue::Number(number) => lines.push(format!("  {label}: {number}")),
                _ => {}
            }
        }
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n\n") + "\n"
}

/// Notes where this side's text was saved. `draft`: its name; `None` in a dry run.
pub fn own_words_saved(own: &[OwnWordsText<'_>], draft: Option<&str>) -> String {
    let what = match own {
        [one] => format!("{} {}", words::noun_label(one.table), one.number),
        several => words::count(several.len(), "deleted record"),
    };
    match draft {
        Some(name) => {
            format!("what you wrote in {what} is saved: run `mentor draft show {name}` to see it")
        }
        None => format!("what you wrote in {what} will be saved as a draft"),
    }
}

pub fn taken_text(text: &TakenText, now: Now) -> String {
    let when = moment(Some(&text.made_at), text.pair.user().zone, now);
    let changes = match text.lines.len() + text.open.len() + text.requests.len() {
        0 => "nothing new".to_owned(),
        count => words::count(count, "change"),
    };
    let from = if text.is_own { "your own file" } else { &text.who };
    let mut lines = vec![format!("From {from} ({when}): {changes}")];
    for line in text.lines.iter().take(MAX_LISTED) {
        lines.push(taken_line(line, text, now));
    }
    if let Some(more) = text.lines.len().checked_sub(MAX_LISTED + 1) {
        lines.push(format!("  and {} more", more + 1));
    }
    for (table, number, part) in text.open.iter().take(MAX_LISTED) {
        lines.push(format!(
            "  both wrote {}, {}",
            record_label(table, *number, text.pair.slug()),
            part_label(part)
        ));
    }
    for (table, number, title) in text.requests.iter().take(MAX_LISTED) {
        let record = record_label(table, *number, text.pair.slug());
        let title = title_text(title, &text.pair, now);
        lines.push(format!("  asked      {} would delete {record}: {title}", text.who));
    }
    for (table, part) in text.refused.iter().take(MAX_LISTED) {
        let noun = words::noun_label(table);
        let part = part_label(part);
        lines.push(format!("  refused    {noun}, {part}: not {}'s to say", text.who));
    }
    lines.join("\n")
}

fn taken_line(line: &TakenLine, taken: &TakenText, now: Now) -> String {
    let who = &taken.who;
    let record = record_label(line.table, line.number, taken.pair.slug());
    let mut text = format!("  {:<10} {record}", line.verb);
    if let Some(with) = line.with {
        text.push_str(&format!(" and {with}"));
    }
    text.push_str(&part_labels(line));
    let title = match (&line.title, line.table) {
        (FieldValue::Nothing, _) => away_text(&line.away, &taken.pair, now.style),
        (FieldValue::Number(version), "agreement") => Some(format!("version {version}")),
        (title, _) => Some(field_text("", title, &taken.pair, now)),
    };
    if let Some(title) = title {
        text.push_str(&format!(": {title}"));
    }
    if line.verb == TakenVerb::PutBack {
        text.push_str(&format!(" (only {who} can delete it)"));
    }
    if line.verb == TakenVerb::Kept {
        text.push_str(&format!(" (deleted by {who}; what you wrote in it stays)"));
    }
    if line.verb == TakenVerb::Returned {
        text.push_str(&format!(" ({who} keeps it)"));
    }
    if line.verb == TakenVerb::Joined {
        text.push_str(" (you both recorded it)");
    }
    if line.verb == TakenVerb::BroughtBack {
        text.push_str(" (one of you deleted it, the other changed it)");
    }
    text
}

/// Lists the changed parts, unless the record has only one: `, due, state`.
pub(super) fn part_labels(line: &TakenLine) -> String {
    let parts = line.parts.iter().filter(|part| line.parts != ["it"] && **part != "past");
    parts.fold(String::new(), |labels, part| labels + ", " + &part_label(part))
}

/// Returns the title with days and instants as they are stored; empty for a record without a title.
pub(super) fn stored_title(title: &FieldValue) -> String {
    match title {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Day(day) => day.to_string(),
        FieldValue::Moment(at) => at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        _ => String::new(),
    }
}

/// `mentor share take`: the files of the other side.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TakeAnswer<'a> {
    /// Whether nothing was stored.
    dry_run: bool,
    items: Vec<TakenFileEntry<'a>>,
}

/// A bundle, or a reply by mail.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TakenFileEntry<'a> {
    pub pair: &'a str,
    pub file: &'a str,
    #[cfg_attr(test, schemars(with = "Option<chrono::DateTime<chrono::Utc>>"))]
    pub made_at: Option<Cow<'a, str>>,
    pub changes: Vec<TakenChangeEntry<'a>>,
    /// What the other side may not write.
    pub refused: Vec<RefusedPart<'a>>,
    /// Parts that both sides have written at the same time.
    pub to_decide: usize,
    /// The draft that holds what this side wrote in records that went.
    pub draft: Option<&'a str>,
    /// Of a reply by mail: the lines that were not understood or did not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub left_out: Option<&'a [String]>,
}

/// A record that a file changes.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TakenChangeEntry<'a> {
    pub change: TakenVerb,
    pub noun: &'static str,
    /// Null: the record gets its number when it is stored.
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub id: Option<i64>,
    pub title: String,
    /// The parts of the record that change.
    pub parts: &'a [&'static str],
    /// In a reply by mail: the answer; null: the title says everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[expect(
        clippy::option_option,
        reason = "absent in a bundle, null in a reply whose title says everything"
    )]
    pub text: Option<Option<&'a str>>,
    /// The number of the record that was joined with it.
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub with: Option<i64>,
}

/// A part of a record that the other side may not write.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RefusedPart<'a> {
    noun: &'a str,
    part: &'a str,
}

pub(super) fn take_change(line: &TakenLine) -> TakenChangeEntry<'_> {
    TakenChangeEntry {
        change: line.verb,
        noun: line.table,
        id: Some(line.number),
        title: stored_title(&line.title),
        parts: &line.parts,
        text: None,
        with: line.with,
    }
}

pub fn taken_item(text: &TakenText) -> TakenFileEntry<'_> {
    let changes = text.lines.iter().map(take_change);
    let refused = text.refused.iter();
    let refused = refused.map(|(noun, part)| RefusedPart { noun, part });
    TakenFileEntry {
        pair: text.pair.slug(),
        file: &text.file,
        made_at: Some(text.made_at.as_str().into()),
        changes: changes.collect(),
        refused: refused.collect(),
        to_decide: text.open.len() + text.requests.len(),
        draft: text.draft.as_deref(),
        left_out: None,
    }
}

pub fn taken_json(items: Vec<TakenFileEntry<'_>>, dry_run: bool) -> TakeAnswer<'_> {
    TakeAnswer { dry_run, items }
}
