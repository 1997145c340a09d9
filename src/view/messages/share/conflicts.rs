//! Messages about conflicts, deletion requests and duplicates.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::dates::Now;
use crate::domain::zone::Tz;
use crate::view::messages::share::{part_label, record_label};
use crate::view::words;

/// Notes that both sides have changed parts of a record.
pub fn both_changed(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| part_label(part)).collect();
    format!("you both changed its {}; run `mentor share conflicts` to decide", parts.join(", "))
}

/// Notes the number that a record has in the other person's file.
pub fn their_number(who: &str, table: &str, number: i64) -> String {
    format!("for {who} this is {} {number}", words::noun_label(table))
}

/// Notes that the other side would delete a record.
pub fn deletion_requested() -> &'static str {
    "the other person would delete it; run `mentor share conflicts` to answer"
}

/// Notes that an edit brought this side's own version back in place of the other side's.
pub fn own_version_shown() -> &'static str {
    "you both changed it: your version is shown again, with this change; run `mentor share conflicts` to see both"
}

/// Notes that a deletion needs the consent of the other side, which added the record.
pub fn deletion_asked(who: &str) -> String {
    format!("{who} added it: {who} is asked to delete it too, and may keep it")
}

/// Notes that a deletion doesn't last, since the other side's version of the record is undecided.
pub fn deletion_undone(who: &str) -> String {
    format!("you both changed it: with what {who} wrote it comes back at the next exchange")
}

/// A part of a record that both sides have written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChoiceText {
    /// The number that `mentor share keep` takes.
    pub number: usize,
    #[serde(rename = "pair")]
    pub slug: String,
    #[serde(rename = "noun")]
    pub table: String,
    /// Number of the record.
    #[serde(rename = "id")]
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub record: i64,
    pub part: &'static str,
    /// Whether a third text can replace both.
    #[serde(skip)]
    pub is_text: bool,
    /// Whether the value here was never sent to the other side.
    #[serde(skip)]
    pub is_kept_back: bool,
    #[serde(skip)]
    pub zone: Tz,
    pub values: Vec<ChoiceValue>,
}

/// A value that one side has written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChoiceValue {
    pub who: String,
    /// The value as it is stored.
    #[serde(rename = "text")]
    pub stored: String,
    /// The value in words.
    #[serde(skip)]
    pub told: String,
    pub at: Option<DateTime<Utc>>,
    /// Whether it is the one that the record shows.
    #[serde(rename = "shown")]
    pub is_shown: bool,
}

impl ChoiceText {
    pub fn noun(&self) -> &str {
        words::noun_label(&self.table)
    }

    pub fn name(&self) -> String {
        let record = record_label(&self.table, self.record, &self.slug);
        format!("{record}, {}", part_label(self.part))
    }
}

/// `mentor share conflicts`: what is to be decided. After `mentor share keep`: what is left.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ConflictsAnswer {
    pub items: Vec<ChoiceText>,
    /// Records of this side that the other side would delete.
    pub requests: Vec<RequestText>,
    /// Records that both sides seem to have recorded.
    pub likely_same: Vec<LikelyText>,
}

/// A record that the other side would delete.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RequestText {
    /// The number that `mentor share keep` takes.
    pub number: usize,
    #[serde(rename = "pair")]
    pub slug: String,
    #[serde(rename = "noun")]
    pub table: String,
    #[serde(rename = "id")]
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub record: i64,
    pub title: String,
    pub who: String,
    pub at: Option<DateTime<Utc>>,
    #[serde(skip)]
    pub zone: Tz,
}

impl RequestText {
    pub fn name(&self) -> String {
        record_label(&self.table, self.record, &self.slug)
    }
}

fn request(one: &RequestText, now: Now) -> String {
    let at = one.at.map(|at| words::moment(at, one.zone, now));
    format!(
        "{number}  {record} of `{slug}`: {title}\n   {who:<8} {at}  would delete it\n   mentor share keep {number} --mine | --let-go",
        number = one.number,
        record = one.name(),
        slug = one.slug,
        title = one.title,
        who = one.who,
        at = at.unwrap_or_default(),
    )
}

/// Confirms the answer to a deletion request.
pub fn answered_message(one: &RequestText, is_let_go: bool) -> String {
    let (record, who) = (one.name(), &one.who);
    if is_let_go {
        format!("Deleted {record}, as {who} asked")
    } else {
        format!("Kept {record}, which {who} would delete")
    }
}

/// Two records that look like duplicates.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LikelyText {
    #[serde(rename = "pair")]
    pub slug: String,
    #[serde(skip)]
    pub who: String,
    #[serde(rename = "noun")]
    pub table: &'static str,
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub mine: i64,
    #[cfg_attr(test, schemars(range(min = 0)))]
    pub theirs: i64,
}

/// Suggests the command that joins them.
pub fn likely_duplicate(one: &LikelyText) -> String {
    let LikelyText { table, mine, theirs, who, .. } = one;
    let alike = match *table {
        "checkin" => "look like one talk",
        _ => "look alike",
    };
    format!(
        "{}s {mine} and {theirs} ({who}'s) {alike}: run `mentor share same {table} {mine} {theirs}`, with `--not` if they are two",
        words::noun_label(table)
    )
}

/// Confirms that two records were joined.
pub fn joined_message(label: &str, (one, other): (i64, i64), kept: i64) -> String {
    format!("Joined {label}s {one} and {other}; they are {label} {kept} now")
}

/// Confirms that two records are different.
pub fn not_same_message(label: &str, (one, other): (i64, i64)) -> String {
    format!("Noted that {label}s {one} and {other} are two")
}

pub fn same_json(noun: &str, id: i64, other: i64, joined: bool) -> SameAnswer<'_> {
    SameAnswer { noun, id, other, joined }
}

/// `mentor share same`: two records that are one, or are not.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SameAnswer<'a> {
    noun: &'a str,
    /// Number of the record that stays.
    #[cfg_attr(test, schemars(range(min = 0)))]
    id: i64,
    #[cfg_attr(test, schemars(range(min = 0)))]
    other: i64,
    /// False: they are told apart.
    joined: bool,
}

/// Formats the number of things to decide, with the command that lists them; `None` for 0.
pub fn to_decide(count: usize) -> Option<String> {
    words::to_decide(count).map(|what| format!("{what}: run `mentor share conflicts`"))
}

pub fn choices(open: &ConflictsAnswer, now: Now) -> String {
    let ConflictsAnswer { items: all, requests, likely_same: alike } = open;
    let mut blocks = Vec::new();
    for choice in all {
        let of_pair = match choice.table.as_str() {
            "pair" => String::new(),
            _ => format!(" of `{}`", choice.slug),
        };
        let mut lines = vec![format!("{}  {}{of_pair}", choice.number, choice.name())];
        for value in &choice.values {
            let at = value.at.map(|at| words::moment(at, choice.zone, now));
            let at = at.unwrap_or_default();
            let shown = match (value.is_shown, choice.is_kept_back) {
                (true, true) => "  (shown, not sent)",
                (true, false) => "  (shown)",
                (false, _) => "",
            };
            lines.push(format!("   {:<8} {at}{shown}  {}", value.who, value.told));
        }
        let or_text = if choice.is_text { " | --text \"...\"" } else { "" };
        lines.push(format!("   mentor share keep {} --mine | --theirs{or_text}", choice.number));
        blocks.push(lines.join("\n"));
    }
    blocks.extend(requests.iter().map(|one| request(one, now)));
    blocks.extend(alike.iter().map(|one| words::capitalize(&likely_duplicate(one))));
    if blocks.is_empty() { "Nothing to decide".to_owned() } else { blocks.join("\n\n") }
}

pub fn kept_message(choice: &ChoiceText, is_theirs: bool) -> String {
    let whose = if is_theirs { "their" } else { "your" };
    format!("Kept {whose} version of {}", choice.name())
}
