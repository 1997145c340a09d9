//! Any record as a row of a listing and as a card, from its named fields.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::dates::{self, Now, Today};
use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::records::card::Card;
use crate::view::words;

/// A record as a list of named fields.
pub struct RecordView {
    pub noun: &'static str,
    pub id: i64,
    pub title: String,
    pub is_private: bool,
    pub is_open: bool,
    /// The field with the due day.
    pub due: Option<&'static str>,
    /// Today in the calendar of its days.
    pub today: Today,
    pub fields: FieldList,
}

/// Related data of a record: lines on its card, and a member of its JSON.
pub struct RelatedSection {
    /// The key in JSON.
    pub key: &'static str,
    /// The label on the card.
    pub label: &'static str,
    pub lines: Vec<String>,
    pub json: Value,
}

/// Fields that are part of the title of a card, or mean nothing to people.
const OMITTED_FIELDS: [&str; 4] = ["pair", "title", "private", "state_on"];

pub fn card(
    shown: &RecordView,
    more: &[RelatedSection],
    pair: &PairContext,
    now: Now,
    page: &Layout,
) -> String {
    let noun = words::capitalize(shown.noun);
    let mut card = Card::new(&words::record_name(&noun, shown.id, &shown.title));
    card.line("pair", pair.slug());
    for (name, value) in &shown.fields {
        if OMITTED_FIELDS.contains(name) {
            continue;
        }
        if let FieldValue::List(texts) = value {
            card.list(words::field_label(name), texts);
            continue;
        }
        let mut text = value_text(shown, name, value, pair, now);
        if *name == "state"
            && let FieldValue::Day(since) = field_value::get(&shown.fields, "state_on")
        {
            text = format!("{text} since {}", dates::format_day(*since, shown.today));
        }
        if !text.is_empty() {
            card.line(words::field_label(name), text);
        }
    }
    for one in more {
        card.list(one.label, &one.lines);
    }
    card.optional("private", shown.is_private.then_some("yes"));
    card.render(page)
}

/// The rows of one pair in a listing: records, each with its figures and their headings.
pub struct PairRows {
    pub pair: PairContext,
    pub rows: Vec<(RecordView, Vec<(&'static str, String)>)>,
}

/// Renders a listing: number, pair if it `names_pairs`, listed fields, figures, title.
pub fn table(
    noun: &'static str,
    listed: &[&'static str],
    groups: &[PairRows],
    names_pairs: bool,
    now: Now,
    page: &Layout,
) -> String {
    let rows = || groups.iter().flat_map(|group| group.rows.iter().map(|row| (&group.pair, row)));
    let mut header = vec!["#"];
    header.extend(names_pairs.then_some("pair"));
    header.extend(listed.iter().map(|name| words::field_label(name)));
    if let Some((_, (_, figures))) = rows().next() {
        header.extend(figures.iter().map(|(heading, _)| *heading));
    }
    header.push(noun);
    let mut table = Table::new(&header);
    for (pair, (shown, figures)) in rows() {
        let mut cells = vec![shown.id.to_string()];
        cells.extend(names_pairs.then(|| pair.slug().to_owned()));
        let fields = listed.iter().map(|name| {
            let value = field_value::get(&shown.fields, name);
            match value_text(shown, name, value, pair, now) {
                // The initial state is the usual one in a listing and is left out.
                _ if *name == "state" && is_initial_state(value) => String::new(),
                text => text,
            }
        });
        cells.extend(fields);
        cells.extend(figures.iter().map(|(_, text)| text.clone()));
        cells.push(words::title_with_privacy(&shown.title, shown.is_private));
        table.row(cells);
    }
    table.render(page)
}

/// Whether a record begins in this state.
fn is_initial_state(state: &FieldValue) -> bool {
    matches!(state, FieldValue::Word(word) if ["open", "active", "considered"].contains(&word.as_str()))
}

/// Formats a field of a stored record, with styles; empty if it has no value.
fn value_text(
    shown: &RecordView,
    name: &str,
    value: &FieldValue,
    pair: &PairContext,
    now: Now,
) -> String {
    match value {
        FieldValue::Word(word) => paint_word(word),
        FieldValue::Day(day) if shown.due == Some(name) => due(*day, shown.today, shown.is_open),
        FieldValue::Number(number) => number.to_string(),
        value => new_value_text(value, name, shown.today, pair, now),
    }
}

/// Lists the changed fields: `by Fri 14 May (was Thu 1 Apr), notes`. Long texts are only named.
pub fn changes(
    before: &FieldList,
    after: &FieldList,
    today: Today,
    pair: &PairContext,
    now: Now,
) -> String {
    let changed = after.iter().filter(|(name, _)| !DERIVED_FIELDS.contains(name));
    let changed = changed.filter_map(|(name, new)| {
        let old = field_value::get(before, name);
        (old != new).then(|| {
            let label = words::field_label(name);
            let is_cleared = matches!(new, FieldValue::Nothing);
            let [old, new] =
                [old, new].map(|value| short_value_text(value, name, today, pair, now));
            match (old, new) {
                (None, _) | (_, None) => label.to_owned(),
                (Some(old), Some(_)) if is_cleared => format!("{label} cleared (was {old})"),
                (Some(old), Some(new)) => format!("{label} {new} (was {old})"),
            }
        })
    });
    words::join_with_and(&changed.collect::<Vec<_>>())
}

/// Fields that follow from others and are not listed as changes.
const DERIVED_FIELDS: [&str; 2] = ["pair", "state_on"];

/// Characters of a value that is shown in full.
const MAX_SHORT_CHARS: usize = 40;

/// Formats a value if it is short; `None` if it is too long.
fn short_value_text(
    value: &FieldValue,
    name: &str,
    today: Today,
    pair: &PairContext,
    now: Now,
) -> Option<String> {
    let text = match value {
        FieldValue::Nothing => "none".to_owned(),
        FieldValue::Text(text) => format!("\"{text}\""),
        FieldValue::Yes(false) => "no".to_owned(),
        FieldValue::List(_) => return None,
        value => new_value_text(value, name, today, pair, now),
    };
    (text.chars().count() <= MAX_SHORT_CHARS && !text.contains('\n')).then_some(text)
}

/// Formats a field of a record that is not stored yet; empty if it has no value.
pub fn new_value_text(
    value: &FieldValue,
    name: &str,
    today: Today,
    pair: &PairContext,
    now: Now,
) -> String {
    match value {
        FieldValue::Nothing | FieldValue::Yes(false) => String::new(),
        FieldValue::Text(text) => text.clone(),
        FieldValue::Word(word) => words::state_label(word).to_owned(),
        FieldValue::Side(side) => pair.first_name(*side).to_owned(),
        FieldValue::Day(day) => dates::format_day(*day, today),
        FieldValue::Moment(at) => words::both_times(*at, pair, now),
        FieldValue::Number(minutes) if name.ends_with("minutes") => {
            u32::try_from(*minutes).map(|minutes| Minutes(minutes).to_string()).unwrap_or_default()
        }
        FieldValue::Number(number) | FieldValue::Record(_, number) => number.to_string(),
        FieldValue::Yes(true) => "yes".to_owned(),
        FieldValue::List(texts) => texts.join("; "),
    }
}

/// Formats a due day, styled by how near it is.
pub fn due(day: NaiveDate, today: Today, is_open: bool) -> String {
    let text = dates::format_day_and_distance(day, today);
    match (day - today.day).num_days() {
        _ if !is_open => paint(Style::Dim, &dates::format_day(day, today)),
        ..0 => paint(Style::Overdue, &text),
        0..=2 => paint(Style::Soon, &text),
        _ => text,
    }
}

/// Styles a fixed word by its meaning.
fn paint_word(word: &str) -> String {
    let style = match word {
        "done" | "keep" | "held" | "covered" | "answered" | "thanked" | "taken" | "helped" => {
            Style::Good
        }
        "change" | "asked" => Style::Soon,
        "dropped" | "paused" | "declined" => Style::Dim,
        _ => return words::state_label(word).to_owned(),
    };
    paint(style, words::state_label(word))
}
