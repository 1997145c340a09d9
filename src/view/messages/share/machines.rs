//! Messages about the exchange between the user's own machines.

use crate::domain::dates::Now;
use crate::domain::field_value::FieldValue;
use crate::domain::zone::Tz;
use crate::view::messages::share::taken::{
    MAX_LISTED, own_words_blocks, part_labels, stored_title, take_change,
};
use crate::view::messages::share::{
    OwnWordsText, TakenFileEntry, TakenLine, moment, part_label, record_label,
};
use crate::view::words;

/// What was taken from the file of another machine.
#[derive(Clone, Debug)]
pub struct OwnTakenText {
    pub file: String,
    pub zone: Tz,
    pub made_at: String,
    /// Whether this machine has written it.
    pub is_own: bool,
    pub lines: Vec<TakenLine>,
    /// Parts that two machines wrote at the same time: table, number and part.
    pub hidden: Vec<(&'static str, i64, &'static str)>,
    /// The draft with the versions that the records don't show.
    pub draft: Option<String>,
}

/// Names the other machines: `your other machine`, `your 2 other machines`.
pub fn machines(count: usize) -> String {
    match count {
        0 | 1 => "your other machine".to_owned(),
        count => format!("your {count} other machines"),
    }
}

pub fn machine_words(mine: &str, others: &[String]) -> String {
    let mut lines = vec![format!("This machine:  {mine}")];
    lines.extend(others.iter().map(|words| format!("Other machine: {words}")));
    lines.join("\n")
}

pub fn own_taken(text: &OwnTakenText, now: Now) -> String {
    let when = moment(Some(&text.made_at), text.zone, now);
    let changes = match text.lines.len() + text.hidden.len() {
        0 => "nothing new".to_owned(),
        count => words::count(count, "change"),
    };
    let from = if text.is_own { "your own file" } else { "your other machine" };
    let mut lines = vec![format!("From {from} ({when}): {changes}")];
    for line in text.lines.iter().take(MAX_LISTED) {
        lines.push(own_taken_line(line, text.zone, now));
    }
    if let Some(more) = text.lines.len().checked_sub(MAX_LISTED + 1) {
        lines.push(format!("  and {} more", more + 1));
    }
    for (table, number, part) in text.hidden.iter().take(MAX_LISTED) {
        let record = format!("{} {number}", words::noun_label(table));
        lines.push(format!("  both wrote {record}, {}", part_label(part)));
    }
    lines.join("\n")
}

fn own_taken_line(line: &TakenLine, zone: Tz, now: Now) -> String {
    let title = match &line.title {
        FieldValue::Text(text) => text.replace('\n', " "),
        FieldValue::Moment(at) => words::moment(*at, zone, now),
        FieldValue::Number(version) => format!("version {version}"),
        title => stored_title(title),
    };
    let record = match line.table {
        "pair" => record_label(line.table, line.number, &title),
        table => record_label(table, line.number, ""),
    };
    let mut text = format!("  {:<10} {record}{}", line.verb, part_labels(line));
    if !title.is_empty() && line.table != "pair" {
        text.push_str(&format!(": {title}"));
    }
    text
}

/// Formats the draft: a block for each record, with the versions that it doesn't show.
pub fn hidden_draft(own: &[OwnWordsText<'_>]) -> String {
    let heading =
        "What you wrote on one machine at the same time as on another one, whose version counts";
    own_words_blocks(heading, own)
}

/// Notes where these versions were saved. `draft`: its name; `None` in a dry run.
pub fn hidden_saved(draft: Option<&str>) -> String {
    let what = "you wrote the same part on two machines; one version counts";
    match draft {
        Some(name) => format!("{what}, run `mentor draft show {name}` to see the other"),
        None => format!("{what}, and the other will be saved as a draft"),
    }
}

pub fn own_taken_item(text: &OwnTakenText) -> TakenFileEntry<'_> {
    TakenFileEntry {
        pair: "me",
        file: &text.file,
        made_at: Some(text.made_at.as_str().into()),
        changes: text.lines.iter().map(take_change).collect(),
        refused: Vec::new(),
        to_decide: 0,
        draft: text.draft.as_deref(),
        left_out: None,
    }
}
