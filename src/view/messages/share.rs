//! Messages about the exchange with the other side.

use std::borrow::Cow;
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::dates;
use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::zone::Tz;
use crate::view::json::ListAnswer;
use crate::view::json::domain::write_as_words;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::view::words;

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
    /// How many parts of records both sides have written and nobody has decided.
    pub to_decide: usize,
}

/// Formats the day of a stored instant: `31 Dec 2026`.
pub fn day(moment: &str) -> String {
    let at: Option<DateTime<Utc>> = moment.parse().ok();
    let day = at.map(|at| at.date_naive());
    day.map(|day| dates::range(day, day)).unwrap_or_default()
}

fn moment(text: Option<&str>, zone: Tz, now: DateTime<Utc>) -> String {
    let at: Option<DateTime<Utc>> = text.and_then(|text| text.parse().ok());
    at.map_or_else(|| "never".to_owned(), |at| words::moment(at, zone, now))
}

pub fn overview(circles: &[CircleText], now: DateTime<Utc>, page: &Layout) -> String {
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
    if table.is_empty() {
        String::new()
    } else {
        table.render(page)
    }
}

/// Lists the records that the other side would get, a line each.
pub fn tellable_list(
    records: &[(&str, FieldValue)],
    pair: &PairContext,
    now: DateTime<Utc>,
) -> String {
    let lines = records.iter().map(|(table, title)| {
        let title = field_text("", title, pair, now);
        format!("  {:<13} {title}", words::noun_label(table))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Formats the title of a record in one line.
pub fn title_text(title: &FieldValue, pair: &PairContext, now: DateTime<Utc>) -> String {
    field_text("", title, pair, now)
}

/// Formats the value of a field in one line.
fn field_text(name: &str, said: &FieldValue, pair: &PairContext, now: DateTime<Utc>) -> String {
    let zone = pair.user().zone;
    match said {
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
pub fn versions(versions: &[FieldList], pair: &PairContext, now: DateTime<Utc>) -> Vec<String> {
    let value_of = |fields: &FieldList, name| field_value::get(fields, name).clone();
    let mut differing: Vec<&'static str> = Vec::new();
    for (name, value) in versions.iter().flatten() {
        let is_alike = versions
            .iter()
            .all(|fields| value_of(fields, name) == *value);
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
        if parts.is_empty() {
            "nothing".to_owned()
        } else {
            parts.join(", ")
        }
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
    let lines = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Map<_, _>>(line).ok());
    ListAnswer::new(lines)
}

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
    /// The number of the record that has become one with it.
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
    /// The draft that holds what this side wrote in records that went.
    pub draft: Option<String>,
    /// What the other side would delete: table, number and title.
    pub requests: Vec<(String, i64, FieldValue)>,
}

/// What this side wrote in a record that went from its file.
#[derive(Clone, Copy, Debug)]
pub struct OwnWordsText<'a> {
    pub table: &'a str,
    pub number: i64,
    pub fields: &'a FieldList,
}

/// The draft that keeps them: a block for each record, with the texts as they were typed.
pub fn own_words_draft(own: &[OwnWordsText<'_>], who: &str) -> String {
    let mut blocks = vec![format!(
        "What you wrote in records that {who} took out of your file"
    )];
    for one in own {
        let mut lines = vec![format!("{} {}", words::noun_label(one.table), one.number)];
        for (name, said) in one.fields {
            let label = words::field_label(name).replace('_', " ");
            match said {
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

/// Says where the words of this side are. `draft`: its name; `None`: the file was not taken in yet.
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

/// Lines of each kind; the rest is only counted.
const MAX_TOLD: usize = 30;

pub fn taken(text: &TakenText, now: DateTime<Utc>) -> String {
    let when = moment(Some(&text.made_at), text.pair.user().zone, now);
    let changes = match text.lines.len() + text.open.len() + text.requests.len() {
        0 => "nothing new".to_owned(),
        count => words::count(count, "change"),
    };
    let from = if text.is_own {
        "your own file"
    } else {
        &text.who
    };
    let mut lines = vec![format!("From {from} ({when}): {changes}")];
    for line in text.lines.iter().take(MAX_TOLD) {
        lines.push(taken_line(line, text, now));
    }
    if let Some(more) = text.lines.len().checked_sub(MAX_TOLD + 1) {
        lines.push(format!("  and {} more", more + 1));
    }
    for (table, number, part) in text.open.iter().take(MAX_TOLD) {
        lines.push(format!(
            "  both wrote {}, {}",
            record_label(table, *number, text.pair.slug()),
            part_label(part)
        ));
    }
    for (table, number, title) in text.requests.iter().take(MAX_TOLD) {
        let record = record_label(table, *number, text.pair.slug());
        let title = title_text(title, &text.pair, now);
        lines.push(format!(
            "  asked      {} would delete {record}: {title}",
            text.who
        ));
    }
    for (table, part) in text.refused.iter().take(MAX_TOLD) {
        let noun = words::noun_label(table);
        let part = part_label(part);
        lines.push(format!(
            "  refused    {noun}, {part}: not {}'s to say",
            text.who
        ));
    }
    lines.join("\n")
}

/// Notes that both sides have changed parts of a record.
pub fn both_changed(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| part_label(part)).collect();
    format!(
        "you both changed its {}; run `mentor share conflicts` to decide",
        parts.join(", ")
    )
}

/// Notes what undoing the step that added a shared pair takes away, and what it leaves.
pub fn joining_undone(pair: &PairContext) -> String {
    let (slug, who) = (pair.slug(), pair.first_name(pair.user_side().other()));
    format!(
        "you no longer share `{slug}`: {who} keeps what you have sent, and nothing more is exchanged; `mentor redo` shares it again, without it a new invitation is needed"
    )
}

/// Notes that an edit brought this side's own version back in place of the other side's.
pub fn own_version_shown() -> &'static str {
    "you both changed it: your version is shown again, with this change; run `mentor share conflicts` to see both"
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
fn away_text(away: &FieldList, pair: &PairContext) -> Option<String> {
    let value_of = |name| field_value::get(away, name);
    let person = match value_of("person") {
        FieldValue::Record(_, number) => *number,
        _ => return None,
    };
    let mut sides = Side::ALL.iter();
    let side = sides.find(|side| pair.person(**side).id.number() == person)?;
    match (value_of("from"), value_of("until")) {
        (FieldValue::Day(from), FieldValue::Day(until)) => Some(format!(
            "{}, {}",
            pair.first_name(*side),
            dates::range(*from, *until)
        )),
        _ => None,
    }
}

fn taken_line(line: &TakenLine, taken: &TakenText, now: DateTime<Utc>) -> String {
    let who = &taken.who;
    let record = record_label(line.table, line.number, taken.pair.slug());
    let mut text = format!("  {:<10} {record}", line.verb);
    if let Some(with) = line.with {
        text.push_str(&format!(" and {with}"));
    }
    if line.parts != ["it"] {
        let parts = line.parts.iter().filter(|part| **part != "past");
        for part in parts {
            text.push_str(&format!(", {}", part_label(part)));
        }
    }
    let title = match (&line.title, line.table) {
        (FieldValue::Nothing, _) => away_text(&line.away, &taken.pair),
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
        text.push_str(&format!(" (deleted here, and changed by {who})"));
    }
    text
}

/// Returns the title with days and instants as they are stored; empty for a record without a title.
fn stored_title(title: &FieldValue) -> String {
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
    #[cfg_attr(test, schemars(with = "Option<DateTime<Utc>>"))]
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

pub fn taken_item(text: &TakenText) -> TakenFileEntry<'_> {
    let changes = text.lines.iter().map(|line| TakenChangeEntry {
        change: line.verb,
        noun: line.table,
        id: Some(line.number),
        title: stored_title(&line.title),
        parts: &line.parts,
        text: None,
        with: line.with,
    });
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
    ComparisonWords {
        pair,
        mine,
        theirs,
        compared,
    }
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

/// `mentor share conflicts`: what is to be decided.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ConflictsAnswer<'a> {
    items: &'a [ChoiceText],
    /// Records of this side that the other side would delete.
    requests: &'a [RequestText],
    /// Records that both sides seem to have recorded.
    likely_same: &'a [LikelyText],
}

pub fn conflicts_json<'a>(
    items: &'a [ChoiceText],
    requests: &'a [RequestText],
    likely_same: &'a [LikelyText],
) -> ConflictsAnswer<'a> {
    ConflictsAnswer {
        items,
        requests,
        likely_same,
    }
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

fn request(one: &RequestText, now: DateTime<Utc>) -> String {
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

/// What the other side would delete, and what this side has said to it.
pub fn answered(one: &RequestText, is_let_go: bool) -> String {
    let (record, who) = (one.name(), &one.who);
    if is_let_go {
        format!("Deleted {record}, as {who} asked")
    } else {
        format!("Kept {record}, which {who} would delete")
    }
}

/// Two records that look like one.
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

/// What is said of them, with the command that joins them.
pub fn likely(one: &LikelyText) -> String {
    let LikelyText {
        table,
        mine,
        theirs,
        who,
        ..
    } = one;
    let alike = match *table {
        "checkin" => "look like one talk",
        _ => "look alike",
    };
    format!(
        "{}s {mine} and {theirs} ({who}'s) {alike}: run `mentor share same {table} {mine} {theirs}`, with `--not` if they are two",
        words::noun_label(table)
    )
}

/// Two records that have become one.
pub fn joined(label: &str, (one, other): (i64, i64), kept: i64) -> String {
    format!("Joined {label}s {one} and {other}; they are {label} {kept} now")
}

/// Two records that only look alike.
pub fn apart(label: &str, (one, other): (i64, i64)) -> String {
    format!("Noted that {label}s {one} and {other} are two")
}

pub fn same_json(noun: &str, id: i64, other: i64, joined: bool) -> SameAnswer<'_> {
    SameAnswer {
        noun,
        id,
        other,
        joined,
    }
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

/// How many things are left to decide.
pub fn to_decide(count: usize) -> String {
    format!(
        "{} to decide: run `mentor share conflicts`",
        words::count(count, "thing")
    )
}

pub fn choices(
    all: &[ChoiceText],
    requests: &[RequestText],
    alike: &[LikelyText],
    now: DateTime<Utc>,
) -> String {
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
        let or_text = if choice.is_text {
            " | --text \"...\""
        } else {
            ""
        };
        lines.push(format!(
            "   mentor share keep {} --mine | --theirs{or_text}",
            choice.number
        ));
        blocks.push(lines.join("\n"));
    }
    blocks.extend(requests.iter().map(|one| request(one, now)));
    blocks.extend(alike.iter().map(|one| words::capitalize(&likely(one))));
    if blocks.is_empty() {
        "Nothing to decide".to_owned()
    } else {
        blocks.join("\n\n")
    }
}

pub fn kept(choice: &ChoiceText, is_theirs: bool) -> String {
    let whose = if is_theirs { "their" } else { "your" };
    format!("Kept {whose} version of {}", choice.name())
}
