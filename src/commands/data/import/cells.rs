//! The cells of one row of a spreadsheet: the column of each, and the spellings that people use.

use std::borrow::Cow;

use crate::commands::data::import::columns::{ColumnTarget, ImportColumn};
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

/// A cell with its column and target.
pub struct Cell<'r> {
    pub column: &'r ImportColumn,
    pub to: ColumnTarget,
    pub text: &'r str,
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
        let cell = strip_cell(text);
        if cell.is_empty() {
            continue;
        }
        let syntax = match to {
            ColumnTarget::Field(field) => field.line_syntax(),
            ColumnTarget::Done | ColumnTarget::DoneOn => Some(LineSyntax::Day),
            _ => None,
        };
        let is_time = matches!(syntax, Some(LineSyntax::Day | LineSyntax::Moment));
        let is_state = matches!(to, ColumnTarget::Done);
        if (is_time && !is_state || syntax == Some(LineSyntax::Length)) && is_placeholder(cell) {
            continue;
        }
        if (is_time || syntax == Some(LineSyntax::Length)) && cell.len() > MAX_SHORT_BYTES {
            let start: String = cell.chars().take(40).collect();
            let reason = format!("`{start}...` is too long for a day, a time or a state");
            errors.push(format!("{} {reason}", location(row.line, column)));
            continue;
        }
        // Some programs write narrow or no-break spaces in dates and times, or marks of the writing direction.
        let spaced = if is_time { with_plain_spaces(cell) } else { Cow::Borrowed(cell) };
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let result = match syntax {
            Some(LineSyntax::Day) => {
                dates.day(&spaced).map(owned).map_err(|error| date_reason(&error))
            }
            Some(LineSyntax::Moment) if dates::is_time_without_day(&spaced) => {
                Err(format!("`{cell}` is a time without a day (write it like `2026-12-01 17:00`)"))
            }
            Some(LineSyntax::Moment) => {
                let span = dates::split_span(&spaced);
                let start = span.as_ref().map_or(&*spaced, |(start, _)| start);
                input.length = span.as_ref().map(|(_, length)| *length);
                dates.moment(start).map(owned).map_err(|error| date_reason(&error))
            }
            Some(LineSyntax::Length) => Minutes::parse_cell(cell, is_in_hours(&column.name))
                .map(|length| Cow::Owned(length.0.to_string()))
                .map_err(|error| format!("{error} ({})", error.hint())),
            _ => Ok(Cow::Borrowed(cell)),
        };
        let cell_text = match result {
            Ok(text) => text,
            Err(reason) => {
                errors.push(format!("{} {reason}", location(row.line, column)));
                continue;
            }
        };
        if is_time && dates::serial_date(cell).is_some() {
            let read = cell_text.to_string();
            input.serial = Some(SerialCell { column, typed: cell, read });
        }
        match to {
            ColumnTarget::Field(field) => {
                let texts = split_entries(field, &cell_text);
                input.values.set_cell(field.key, texts, row.line, &column.name);
            }
            ColumnTarget::Pair => input.pair = Some(cell),
            ColumnTarget::Done => input.done = Some(cell_text),
            ColumnTarget::DoneOn => input.done_on = Some(cell_text),
            ColumnTarget::Cancelled => input.is_cancelled = normalize_status(cell) != "open",
            ColumnTarget::Time => input.time = Some(cell),
            ColumnTarget::End => input.end = Some(cell),
            ColumnTarget::Uid => input.uid = Some(cell),
            ColumnTarget::Number => input.number = Some(cell),
        }
    }
    (input, errors)
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

/// Whether a cell of a day or a length says that there is none.
fn is_placeholder(cell: &str) -> bool {
    const PLACEHOLDERS: [&str; 8] =
        ["-", "\u{2013}", "\u{2014}", "n/a", "#n/a", "none", "null", "nil"];
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
    let mut text = match failure.place {
        Some(_) => failure.message.clone(),
        None => format!("line {line}: {}", failure.message),
    };
    if let Some(hint) = failure.hints.first() {
        text.push_str(&format!(" ({hint})"));
    }
    text
}
