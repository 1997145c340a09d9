//! The cells of one row of a spreadsheet: the column of each, and the spellings that people use.

use std::borrow::Cow;

use crate::commands::data::import::columns::{ColumnTarget, ImportColumn};
use crate::commands::data::import::formula::ensure_value;
use crate::commands::data::import::status::normalize_status;
use crate::domain::dates::{self, DateError, ForeignDates};
use crate::domain::length::Minutes;
use crate::error::Failure;
use crate::input::form::{CsvRow, Field, FieldType, FormValues, LineSyntax};
use crate::view::page::csv;

/// The values of a row, as text.
#[derive(Default)]
pub struct RowInput<'r> {
    pub values: FormValues,
    pub pair: Option<&'r str>,
    pub done: Option<Cow<'r, str>>,
    pub done_on: Option<Cow<'r, str>>,
    pub is_cancelled: bool,
    pub time: Option<&'r str>,
    /// When a call ended.
    pub end: Option<&'r str>,
    /// The length of a call that is written as a span: `10:00-10:45`.
    pub length: Option<Minutes>,
    /// A day that is written as a span.
    pub span: Option<SpanCell<'r>>,
    /// A cell with the number as which spreadsheets store a day.
    pub serial: Option<SerialCell<'r>>,
    pub uid: Option<&'r str>,
    pub number: Option<&'r str>,
}

/// A day or time that is written as a number, and how it was read.
pub struct SerialCell<'r> {
    pub column: &'r ImportColumn,
    pub typed: &'r str,
    pub read: String,
}

/// A day that is written as a span of days, and which of them counts.
pub struct SpanCell<'r> {
    pub column: &'r ImportColumn,
    pub typed: &'r str,
    pub day: SpanDay,
}

/// The day of a span that counts.
#[derive(Clone, Copy)]
pub enum SpanDay {
    First,
    Last,
}

/// A cell with its column and target.
pub struct Cell<'r> {
    pub column: &'r ImportColumn,
    pub to: ColumnTarget,
    pub text: &'r str,
}

impl<'r> RowInput<'r> {
    /// Adds a cell; `text` is its text as it would be typed.
    fn set(
        &mut self,
        cell: &'r str,
        text: Cow<'r, str>,
        column: &'r ImportColumn,
        to: ColumnTarget,
        line: usize,
    ) {
        let is_time = matches!(to.line_syntax(), Some(LineSyntax::Day | LineSyntax::Moment));
        if is_time && dates::serial_date(cell).is_some() {
            let read = text.to_string();
            self.serial = Some(SerialCell { column, typed: cell, read });
        }
        match to {
            ColumnTarget::Field(field) => {
                let texts = split_entries(field, &text);
                self.values.set_cell(field.key, texts, line, &column.name);
            }
            ColumnTarget::Pair => self.pair = Some(cell),
            ColumnTarget::Done => self.done = Some(text),
            ColumnTarget::DoneOn => self.done_on = Some(text),
            ColumnTarget::Cancelled => self.is_cancelled = normalize_status(cell) != "open",
            ColumnTarget::Time => self.time = Some(cell),
            ColumnTarget::End => self.end = Some(cell),
            ColumnTarget::Uid => self.uid = Some(cell),
            ColumnTarget::Number => self.number = Some(cell),
        }
    }
}

/// Longest cell of a day, a length or a state. A longer one is refused without trying every form that it might have.
const MAX_SHORT_BYTES: usize = 300;

/// Returns the cells of a row whose column is imported.
pub fn cells<'r>(columns: &'r [ImportColumn], row: &'r CsvRow) -> impl Iterator<Item = Cell<'r>> {
    let cells = columns.iter().zip(row.cells());
    cells.filter_map(|(column, text)| Some(Cell { column, to: column.to?, text }))
}

/// Returns the short name of the pair that a row names.
pub fn pair_of<'r>(columns: &'r [ImportColumn], row: &'r CsvRow) -> Option<&'r str> {
    let pair = cells(columns, row).find(|cell| matches!(cell.to, ColumnTarget::Pair));
    pair.map(|cell| strip_cell(cell.text)).filter(|slug| !slug.is_empty())
}

/// Reads the cells of a row. Days that can't be read are left out and returned as errors.
pub fn read_cells<'r>(
    columns: &'r [ImportColumn],
    row: &'r CsvRow,
    dates: ForeignDates,
) -> (RowInput<'r>, Vec<String>) {
    let (mut input, mut errors) = (RowInput::default(), Vec::new());
    for Cell { column, to, text } in cells(columns, row) {
        let cell = if names_person(to) { person_of(strip_cell(text)) } else { strip_cell(text) };
        if cell.is_empty() || takes_placeholder(to) && is_placeholder(cell) {
            continue;
        }
        // An apostrophe makes a text of what would be a formula.
        let is_text = text.trim_start().starts_with('\'');
        let value = if is_text { Ok(()) } else { ensure_value(cell) };
        let value = value.map_err(|failure| with_hint(&failure));
        match value.and_then(|()| normalize_cell(cell, column, to, dates)) {
            Ok((text, length)) => {
                if let Some(day) = span_day(to)
                    && dates.day_span(&with_plain_spaces(cell)).is_some()
                {
                    input.span = Some(SpanCell { column, typed: cell, day });
                }
                if to.line_syntax() == Some(LineSyntax::Moment) {
                    input.length = length;
                }
                input.set(cell, text, column, to, row.line);
            }
            Err(reason) => errors.push(format!("{} {reason}", location(row.line, column))),
        }
    }
    (input, errors)
}

/// Returns a cell as it would be typed, with the length of a moment that is written as a span; or why it can't be read.
fn normalize_cell<'r>(
    cell: &'r str,
    column: &ImportColumn,
    to: ColumnTarget,
    dates: ForeignDates,
) -> Result<(Cow<'r, str>, Option<Minutes>), String> {
    let Some(syntax @ (LineSyntax::Day | LineSyntax::Moment | LineSyntax::Length)) =
        to.line_syntax()
    else {
        return Ok((Cow::Borrowed(cell), None));
    };
    if cell.len() > MAX_SHORT_BYTES {
        let start: String = cell.chars().take(40).collect();
        return Err(format!("`{start}...` is too long for a day, a time or a state"));
    }
    if syntax == LineSyntax::Length {
        let length = Minutes::parse_cell(cell, is_in_hours(&column.name));
        let length = length.map_err(|error| format!("{error} ({})", error.hint()))?;
        return Ok((Cow::Owned(length.0.to_string()), None));
    }
    // Some programs write narrow or no-break spaces in dates and times, or marks of the writing direction.
    let spaced = with_plain_spaces(cell);
    if let Some(day) = span_day(to)
        && let Some(span) = dates.day_span(&spaced)
    {
        let typed = match day {
            SpanDay::First => span.first,
            SpanDay::Last => span.last,
        };
        return Ok((Cow::Owned(typed), None));
    }
    let (date, length) = if syntax == LineSyntax::Day {
        (dates.day(&spaced).map(Cow::into_owned), None)
    } else if dates::is_time_without_day(&spaced) {
        return Err(format!("`{cell}` is a time without a day (write it like `2026-12-01 17:00`)"));
    } else if let Some((start, length)) = dates::split_span(&spaced) {
        (dates.moment(&start).map(Cow::into_owned), Some(length))
    } else {
        (dates.moment(&spaced).map(Cow::into_owned), None)
    };
    let date = date.map_err(|error| date_reason(&error))?;
    Ok((Cow::Owned(date), length))
}

fn with_plain_spaces(cell: &str) -> Cow<'_, str> {
    if cell.is_ascii() {
        return Cow::Borrowed(cell);
    }
    let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
    let visible = cell.chars().filter(|c| !INVISIBLE.contains(c));
    Cow::Owned(visible.map(plain).collect())
}

/// Characters that occupy no space: zero-width space, marks of the writing direction, word joiner, byte order mark.
const INVISIBLE: [char; 5] = ['\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}'];

/// Whether a column has the day by which something is to be done, which is the last one of a span.
/// Returns which day of a span a column takes. `None`: it takes no spans of days.
fn span_day(to: ColumnTarget) -> Option<SpanDay> {
    match to.key() {
        "due" | "target" => Some(SpanDay::Last),
        "at" => Some(SpanDay::First),
        _ => None,
    }
}

fn names_person(to: ColumnTarget) -> bool {
    matches!(to, ColumnTarget::Field(field) if field.placeholder == "WHO")
}

/// Returns a person as typed: without the brackets that some write around a list, and `me` in other languages.
fn person_of(cell: &str) -> &str {
    const ME: [&str; 7] = ["ich", "moi", "yo", "eu", "io", "ik", "ja"];
    let person = cell.trim_matches(['[', ']']).trim();
    if ME.contains(&person.to_lowercase().as_str()) { "me" } else { person }
}

/// Whether a cell may say that it has no value: that of a day or a length, but not that of a state.
fn takes_placeholder(to: ColumnTarget) -> bool {
    let syntax = to.line_syntax();
    let is_short =
        matches!(syntax, Some(LineSyntax::Day | LineSyntax::Moment | LineSyntax::Length));
    is_short && !matches!(to, ColumnTarget::Done)
}

/// Whether a cell says that there is no value.
fn is_placeholder(cell: &str) -> bool {
    const PLACEHOLDERS: [&str; 17] = [
        "-", "\u{2013}", "\u{2014}", "?", "n/a", "#n/a", "none", "null", "nil", "no date", "tba",
        "tbc", "tbd", "asap", "someday", "ongoing", "unscheduled",
    ];
    PLACEHOLDERS.contains(&cell.to_lowercase().as_str())
}

/// Returns why a day can't be read, and what helps.
fn date_reason(error: &DateError) -> String {
    match error {
        DateError::Ambiguous { .. } => format!("{error} (use `--day-first` or `--month-first`)"),
        _ => format!("{error} ({})", error.hint()),
    }
}

/// Whether the name of a column of lengths gives their unit as hours: `Hours`, `Duration (h)`.
fn is_in_hours(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word.to_lowercase().as_str(), "h" | "hr" | "hrs" | "hours"))
}

/// Whether a cell holds the value that the record already has.
pub fn is_unchanged(cell: &str, current: &str, field: &Field) -> bool {
    let (cell, current) = (cell.trim(), current.trim());
    // The value itself may begin with the apostrophe that `--for-spreadsheet` adds.
    if cell == current || strip_cell(cell) == current {
        return true;
    }
    let is_no = |text: &str| matches!(text.to_lowercase().as_str(), "" | "no" | "false");
    field.field_type == FieldType::Yes
        && (is_yes(cell) && is_yes(current) || is_no(cell) && is_no(current))
}

fn is_yes(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "yes" | "true")
}

/// Shows a cell in the preview whose field is not one of the record itself, such as the steps of a goal.
pub fn shown_cell(cell: &str, field: &Field) -> String {
    let cell = strip_cell(cell);
    match field.field_type {
        FieldType::Yes if is_yes(cell) => "yes".to_owned(),
        FieldType::Yes => String::new(),
        _ => cell.lines().next().unwrap_or_default().to_owned(),
    }
}

/// Trims a cell and strips the apostrophe added by `--for-spreadsheet`.
pub fn strip_cell(cell: &str) -> &str {
    let cell = cell.trim();
    let formula = cell.strip_prefix('\'').filter(|rest| csv::is_formula(rest));
    formula.unwrap_or(cell)
}

/// Splits a cell into values as they would be typed. The entries of a list are on separate lines or separated by
/// semicolons.
fn split_entries(field: &Field, cell: &str) -> Vec<String> {
    match field.field_type {
        FieldType::List | FieldType::Words => {
            let entries = cell.split([';', '\n']).map(|entry| entry.trim().to_owned());
            entries.collect()
        }
        FieldType::Yes => vec![cell.to_lowercase()],
        FieldType::Line(_) | FieldType::Text => vec![cell.to_owned()],
    }
}

/// Returns where a cell is, for messages: ``line 3, `due`:``.
pub fn location(line: usize, column: &ImportColumn) -> String {
    format!("line {line}, `{}`:", column.name)
}

/// Returns a failure as one line: its location, the message and the first hint.
pub fn detail_line(failure: &Failure, line: usize) -> String {
    match failure.place {
        Some(_) => with_hint(failure),
        None => format!("line {line}: {}", with_hint(failure)),
    }
}

/// Returns the message and the first hint.
fn with_hint(failure: &Failure) -> String {
    match failure.hints.first() {
        Some(hint) => format!("{} ({hint})", failure.message),
        None => failure.message.clone(),
    }
}
