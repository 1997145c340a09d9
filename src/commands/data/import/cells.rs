//! The cells of one row of a sheet: what each is for, and how people write it.

use std::borrow::Cow;

use crate::commands::data::import::columns::{ColumnTarget, ImportColumn};
use crate::domain::dates::{DateError, ForeignDates};
use crate::error::Failure;
use crate::input::form::{CsvRow, Field, FieldType, FormValues};
use crate::view::page::csv;

/// What a row says, cell by cell.
#[derive(Default)]
pub struct RowInput<'r> {
    pub values: FormValues,
    pub pair: Option<&'r str>,
    pub done: Option<Cow<'r, str>>,
    pub done_on: Option<Cow<'r, str>>,
    pub time: Option<&'r str>,
    pub uid: Option<&'r str>,
    pub number: Option<&'r str>,
}

/// A cell of a row under its column.
pub struct Cell<'r> {
    pub column: &'r ImportColumn,
    pub to: ColumnTarget,
    pub text: &'r str,
}

/// The cells of a row that go anywhere.
pub fn cells<'r>(columns: &'r [ImportColumn], row: &'r CsvRow) -> impl Iterator<Item = Cell<'r>> {
    let cells = columns.iter().zip(&row.cells);
    cells.filter_map(|(column, text)| {
        Some(Cell {
            column,
            to: column.to?,
            text,
        })
    })
}

/// The pair that a row names.
pub fn pair_of<'r>(columns: &'r [ImportColumn], row: &'r CsvRow) -> Option<&'r str> {
    let pair = cells(columns, row).find(|cell| matches!(cell.to, ColumnTarget::Pair));
    pair.map(|cell| strip_cell(cell.text))
        .filter(|slug| !slug.is_empty())
}

/// Reads the cells of a row, and says which days can't be read; these are left out.
pub fn read_cells<'r>(
    columns: &'r [ImportColumn],
    row: &'r CsvRow,
    dates: ForeignDates,
) -> (RowInput<'r>, Vec<String>) {
    let (mut said, mut slips) = (RowInput::default(), Vec::new());
    for Cell { column, to, text } in cells(columns, row) {
        let cell = strip_cell(text);
        if cell.is_empty() {
            continue;
        }
        let read = match to {
            ColumnTarget::Field(field) if field.value == "DATE" => dates.day(cell),
            ColumnTarget::Field(field) if field.value == "WHEN" => dates.moment(cell),
            ColumnTarget::Done | ColumnTarget::DoneOn => dates.day(cell),
            _ => Ok(Cow::Borrowed(cell)),
        };
        let cell_text = match read {
            Ok(text) => text,
            Err(error) => {
                let hint = match error {
                    DateError::Ambiguous { .. } => {
                        "use `--day-first` or `--month-first`".to_owned()
                    }
                    _ => error.hint(),
                };
                slips.push(format!("{} {error} ({hint})", location(row.line, column)));
                continue;
            }
        };
        match to {
            ColumnTarget::Field(field) => {
                let texts = texts(field, &cell_text);
                said.values.cell(field.key, texts, row.line, &column.name);
            }
            ColumnTarget::Pair => said.pair = Some(cell),
            ColumnTarget::Done => said.done = Some(cell_text),
            ColumnTarget::DoneOn => said.done_on = Some(cell_text),
            ColumnTarget::Time => said.time = Some(cell),
            ColumnTarget::Uid => said.uid = Some(cell),
            ColumnTarget::Number => said.number = Some(cell),
        }
    }
    (said, slips)
}

/// Whether a cell says of a field what the record says already.
pub fn is_filled(cell: &str, current: &str, field: &Field) -> bool {
    let (cell, current) = (cell.trim(), current.trim());
    // A record may itself begin as a cell `--for-spreadsheet` does.
    if cell == current || strip_cell(cell) == current {
        return true;
    }
    let is_yes = |text: &str| matches!(text.to_lowercase().as_str(), "yes" | "true");
    let is_no = |text: &str| matches!(text.to_lowercase().as_str(), "" | "no" | "false");
    field.shape == FieldType::Yes
        && (is_yes(cell) && is_yes(current) || is_no(cell) && is_no(current))
}

/// A cell without the blanks around it, and without what `--for-spreadsheet` has put before it.
pub fn strip_cell(cell: &str) -> &str {
    let cell = cell.trim();
    let formula = cell.strip_prefix('\'').filter(|rest| csv::is_formula(rest));
    formula.unwrap_or(cell)
}

/// A cell as it would be typed. A list has an entry a line, or semicolons between them.
fn texts(field: &Field, cell: &str) -> Vec<String> {
    match field.shape {
        FieldType::List | FieldType::Words => {
            let entries = cell.split([';', '\n']).map(|entry| entry.trim().to_owned());
            entries.collect()
        }
        FieldType::Yes => vec![cell.to_lowercase()],
        FieldType::Line | FieldType::Text => vec![cell.to_owned()],
    }
}

/// What people write in a column that says how far something is, as one of our words.
pub fn normalize_status(typed: &str) -> &str {
    const OPEN: [&str; 11] = [
        "no",
        "false",
        "0",
        "-",
        "open",
        "todo",
        "to do",
        "new",
        "active",
        "in progress",
        "not started",
    ];
    const DONE: [&str; 9] = [
        "yes",
        "true",
        "1",
        "x",
        "\u{2713}",
        "complete",
        "completed",
        "finished",
        "closed",
    ];
    const DROPPED: [&str; 4] = ["dropped", "cancelled", "canceled", "won't do"];
    let word = typed.to_lowercase();
    let is_in = |words: &[&str]| words.contains(&word.as_str());
    if is_in(&OPEN) {
        "open"
    } else if is_in(&DONE) || word == "done" {
        "done"
    } else if is_in(&DROPPED) {
        "drop"
    } else {
        typed
    }
}

/// Where a cell is: ``line 3, `due`:``.
pub fn location(line: usize, column: &ImportColumn) -> String {
    format!("line {line}, `{}`:", column.name)
}

/// What is wrong, where, and what was expected.
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
