//! Messages about the exchange with the other side.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::dates::{self, DateStyle, Now};
use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::zone::Tz;
use crate::view::json::ListAnswer;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::view::words;

mod conflicts;
mod machines;
mod taken;

pub use conflicts::*;
pub use machines::*;
pub use taken::*;

/// A pair that is shared.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CircleText {
    #[serde(rename = "pair")]
    pub slug: String,
    /// Name of the other person.
    #[serde(rename = "with")]
    pub who: String,
    #[serde(skip)]
    pub zone: Tz,
    /// Whether the other side has joined.
    #[serde(rename = "joined")]
    pub has_joined: bool,
    /// Whether the other side's machine was forgotten and none invited since.
    #[serde(rename = "forgotten")]
    pub is_forgotten: bool,
    /// When the invitation expires.
    #[cfg_attr(test, schemars(with = "Option<DateTime<Utc>>"))]
    pub invited_until: Option<String>,
    /// Whether the words of both sides were compared.
    #[serde(rename = "compared")]
    pub is_compared: bool,
    /// Whether the keys are on this machine.
    #[serde(rename = "keys_here")]
    pub is_here: bool,
    pub folder: Option<String>,
    #[cfg_attr(test, schemars(with = "Option<DateTime<Utc>>"))]
    pub sent_at: Option<String>,
    #[cfg_attr(test, schemars(with = "Option<DateTime<Utc>>"))]
    pub taken_at: Option<String>,
    /// Conflicts and deletion requests.
    pub to_decide: usize,
}

/// Formats the day of a stored instant: `31 Dec 2026`.
pub fn day(moment: &str, style: DateStyle) -> String {
    let at: Option<DateTime<Utc>> = moment.parse().ok();
    let day = at.map(|at| at.date_naive());
    day.map(|day| dates::range(day, day, style)).unwrap_or_default()
}

fn moment(text: Option<&str>, zone: Tz, now: Now) -> String {
    let at: Option<DateTime<Utc>> = text.and_then(|text| text.parse().ok());
    at.map_or_else(|| "never".to_owned(), |at| words::moment(at, zone, now))
}

pub fn overview(circles: &[CircleText], now: Now, page: &Layout) -> String {
    let mut table = Table::new(&["pair", "with", "sent", "taken", "by", "to decide"]);
    for circle in circles {
        let who = match (circle.is_here, circle.has_joined, circle.is_compared) {
            (false, ..) => format!("{} (no keys here)", circle.who),
            (_, false, _) if circle.is_forgotten => format!("{} (forgotten)", circle.who),
            (_, false, _) => format!("{} (invited)", circle.who),
            (_, _, false) => format!("{} (not compared)", circle.who),
            _ => circle.who.clone(),
        };
        table.row(vec![
            circle.slug.clone(),
            who,
            moment(circle.sent_at.as_deref(), circle.zone, now),
            moment(circle.taken_at.as_deref(), circle.zone, now),
            circle.folder.clone().unwrap_or_else(|| "file".to_owned()),
            match circle.to_decide {
                0 => String::new(),
                open => open.to_string(),
            },
        ]);
    }
    if table.is_empty() { String::new() } else { table.render(page) }
}

/// Lists the records that the other side would get, a line each.
pub fn shareable_list(records: &[(&str, FieldValue)], pair: &PairContext, now: Now) -> String {
    let lines = records.iter().map(|(table, title)| {
        let title = field_text("", title, pair, now);
        format!("  {:<13} {title}", words::noun_label(table))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Formats the title of a record in one line.
pub fn title_text(title: &FieldValue, pair: &PairContext, now: Now) -> String {
    field_text("", title, pair, now)
}

/// Formats the value of a field in one line.
fn field_text(name: &str, value: &FieldValue, pair: &PairContext, now: Now) -> String {
    let zone = pair.user().zone;
    match value {
        FieldValue::Nothing => "nothing".to_owned(),
        FieldValue::Text(text) => text.replace('\n', " "),
        FieldValue::Word(word) => words::state_label(word).to_owned(),
        FieldValue::Side(side) => pair.first_name(*side).to_owned(),
        FieldValue::Day(day) => dates::format_day(*day, words::today(pair.user(), now)),
        FieldValue::Moment(at) => words::moment(*at, zone, now),
        FieldValue::Number(minutes) if name.ends_with("minutes") => {
            Minutes(u32::try_from(*minutes).unwrap_or_default()).to_string()
        }
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Record(table, number) => format!("{} {number}", words::noun_label(table)),
        FieldValue::Yes(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        FieldValue::List(texts) => texts.join("; "),
    }
}

/// Describes each version of a part by the fields in which the versions differ.
pub fn versions(versions: &[FieldList], pair: &PairContext, now: Now) -> Vec<String> {
    let value_of = |fields: &FieldList, name| field_value::get(fields, name).clone();
    let mut differing: Vec<&'static str> = Vec::new();
    for (name, value) in versions.iter().flatten() {
        let is_alike = versions.iter().all(|fields| value_of(fields, name) == *value);
        if !is_alike && !differing.contains(name) {
            differing.push(name);
        }
    }
    // The day of a change is shown already.
    if differing.len() > 1 {
        differing.retain(|name| !["state_at", "responded_at", "cancelled_at"].contains(name));
    }
    let text_of = |fields: &FieldList| {
        let parts = differing.iter().filter_map(|name| {
            let value = field_text(name, &value_of(fields, name), pair, now);
            match (value_of(fields, name), differing.len()) {
                (_, 1) | (FieldValue::Word(_), _) => Some(value),
                (FieldValue::Nothing, _) => None,
                _ => Some(format!("{} {value}", words::field_label(name))),
            }
        });
        let parts: Vec<String> = parts.collect();
        if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") }
    };
    versions.iter().map(text_of).collect()
}

/// A file that was written for the other side.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SharedFile<'a> {
    pair: &'a str,
    file: String,
}

pub fn file_json<'a>(slug: &'a str, path: &Path) -> SharedFile<'a> {
    let file = path.display().to_string();
    SharedFile { pair: slug, file }
}

/// Returns the lines that a bundle would contain.
pub fn lines_json(text: &str) -> ListAnswer<Map<String, Value>> {
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Map<_, _>>(line).ok());
    ListAnswer::new(lines)
}

/// `Forgot Ana's machine; run ...`.
pub fn forgotten(who: &str, slug: &str) -> String {
    format!("Forgot {who}'s machine; run `mentor share invite {slug}` once {who} has another one")
}

/// Notes what undoing the step that added a shared pair takes away, and what it leaves.
pub fn joining_undone(pair: &PairContext) -> String {
    let (slug, who) = (pair.slug(), pair.first_name(pair.user_side().other()));
    format!(
        "you no longer share `{slug}`: {who} keeps what you have sent, and nothing more is exchanged; `mentor redo` shares it again, without it a new invitation is needed"
    )
}

/// Returns the label of a part.
fn part_label(part: &str) -> String {
    match part {
        "it" => "text".to_owned(),
        "self" => "details".to_owned(),
        "steps" => "stage".to_owned(),
        "go_on" => "continue".to_owned(),
        part => part.replace('_', " "),
    }
}

/// Names a record as commands do: a pair by its short name, others by number.
fn record_label(table: &str, number: i64, slug: &str) -> String {
    match table {
        "pair" => format!("pair `{slug}`"),
        table => format!("{} {number}", words::noun_label(table)),
    }
}

/// Formats the person and the days of time away.
fn away_text(away: &FieldList, pair: &PairContext, style: DateStyle) -> Option<String> {
    let value_of = |name| field_value::get(away, name);
    let person = match value_of("person") {
        FieldValue::Record(_, number) => *number,
        _ => return None,
    };
    let mut sides = Side::ALL.iter();
    let side = sides.find(|side| pair.person(**side).id.number() == person)?;
    match (value_of("from"), value_of("until")) {
        (FieldValue::Day(from), FieldValue::Day(until)) => {
            Some(format!("{}, {}", pair.first_name(*side), dates::range(*from, *until, style)))
        }
        _ => None,
    }
}

pub fn words(who: &str, mine: &str, theirs: Option<&str>) -> String {
    match theirs {
        Some(theirs) => format!("You read to {who}:  {mine}\n{who} reads to you: {theirs}"),
        None => format!("You read to {who}: {mine}\n{who} has not joined yet"),
    }
}

/// `mentor share words`: the words that both sides compare.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ComparisonWords<'a> {
    pair: &'a str,
    /// The words of this side.
    mine: &'a str,
    /// The words of the other side; null: it has not joined.
    theirs: Option<&'a str>,
    /// Whether both sides have compared them.
    compared: bool,
}

pub fn words_json<'a>(
    pair: &'a str,
    mine: &'a str,
    theirs: Option<&'a str>,
    compared: bool,
) -> ComparisonWords<'a> {
    ComparisonWords { pair, mine, theirs, compared }
}
