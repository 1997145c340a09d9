//! Checks of imported values that the types do not make when they are read back: the limits that apply to typed input.

use serde_json::Value as Json;

use crate::domain::record::MAX_ID;
use crate::domain::text::{self, MAX_TEXT_BYTES};
use crate::store::column::ColumnType;

/// How many numbers a document may skip in a table, such as those of deleted records.
const MAX_SKIPPED_NUMBERS: i64 = 10_000;

/// Columns whose text has one line.
const SINGLE_LINE_COLUMNS: [&str; 5] = ["title", "name", "called", "language", "feeling"];

/// Columns with a number, and the smallest and largest number that can be typed.
const NUMBER_RANGES: [(&str, i64, i64); 12] = [
    ("percent", 0, 100),
    ("confidence", 1, 10),
    ("level", 1, 5),
    ("aim", 1, 5),
    ("rhythm", 1, 5),
    ("follow_through", 1, 5),
    ("candour", 1, 5),
    ("challenge", 1, 5),
    ("support", 1, 5),
    ("progress", 1, 5),
    ("minutes", 1, MAX_ID),
    ("planned_minutes", 1, MAX_ID),
];

/// Returns the number to give to a record or version that has the number `there` in the document: the same one if no
/// number was assigned here before and it is plausible for that many records, else the next free one. A document must
/// not be able to use up the numbers.
pub(super) fn assign_number(there: i64, last: i64, is_first: bool, records: usize) -> i64 {
    let records = i64::try_from(records).unwrap_or(MAX_ID);
    let largest_plausible = records.saturating_add(MAX_SKIPPED_NUMBERS).min(MAX_ID);
    if is_first && there > last && there <= largest_plausible { there } else { last + 1 }
}

/// Returns the text to store, or what is wrong with it.
pub(in crate::store) fn checked_text(
    column: &str,
    column_type: ColumnType,
    text: &str,
) -> Result<String, String> {
    if column_type == ColumnType::Text && SINGLE_LINE_COLUMNS.contains(&column) {
        return text::parse_title("text", text).map_err(|error| error.to_string());
    }
    if text.len() > MAX_TEXT_BYTES {
        let length = text.len();
        return Err(format!("the text is too long: {length} bytes (limit {MAX_TEXT_BYTES})"));
    }
    if text.contains('\0') {
        return Err("it contains a NUL character".to_owned());
    }
    Ok(text.to_owned())
}

/// Returns the entries of a list as one line each, or what is wrong with them.
pub(in crate::store) fn checked_lines(
    column: &str,
    column_type: ColumnType,
    given: &Json,
) -> Result<String, String> {
    let items = given.as_array().ok_or_else(|| format!("{given} is not a list of texts"))?;
    let lines: Option<Vec<&str>> = items.iter().map(Json::as_str).collect();
    let lines = lines.filter(|lines| lines.iter().all(|line| !line.contains('\n')));
    let lines = lines.ok_or_else(|| format!("{given} is not a list of lines"))?;
    if column_type == ColumnType::List {
        for line in &lines {
            text::parse_title("text", line).map_err(|error| error.to_string())?;
        }
    }
    checked_text(column, column_type, &lines.join("\n"))
}

/// Returns the number, or what is wrong with it.
pub(in crate::store) fn checked_figure(column: &str, figure: i64) -> Result<i64, String> {
    let range = NUMBER_RANGES.iter().find(|(name, ..)| *name == column);
    match range {
        Some((_, least, most)) if !(*least..=*most).contains(&figure) => {
            Err(format!("{figure} is not a number from {least} to {most}"))
        }
        _ => Ok(figure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn implausible_numbers_are_replaced_by_the_next_one() {
        assert_eq!(assign_number(7, 0, true, 3), 7);
        assert_eq!(assign_number(7, 7, true, 3), 8);
        assert_eq!(assign_number(7, 0, false, 3), 1);
        assert_eq!(assign_number(MAX_ID, 0, true, 3), 1);
        assert_eq!(assign_number(i64::MAX, 2, true, usize::MAX), 3);
    }
}
