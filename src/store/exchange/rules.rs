//! The rules of typing, held to what a document says. A type that is read back holds its own; these are the rest.

use serde_json::Value as Json;

use crate::domain::record::MAX_ID;
use crate::domain::text::{self, MAX_TEXT_BYTES};
use crate::store::column::ColumnType;

/// Numbers that a document may leave out, such as those of records that were deleted.
const MAX_NUMBERS_LEFT_OUT: i64 = 10_000;

/// Columns with a text of one line; entries of a list have one too.
const LINES: [&str; 5] = ["title", "name", "called", "language", "feeling"];

/// Columns with a figure, and the figures that can be typed.
const FIGURES: [(&str, i64, i64); 12] = [
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

/// A number that the document gives: kept where none was given yet and it could come from counting, else the next one. No
/// document may use the numbers up.
pub(super) fn merged_count(there: i64, last: i64, is_first: bool, records: usize) -> i64 {
    let records = i64::try_from(records).unwrap_or(MAX_ID);
    let largest = records.saturating_add(MAX_NUMBERS_LEFT_OUT).min(MAX_ID);
    if is_first && there > last && there <= largest {
        there
    } else {
        last + 1
    }
}

/// The text as it is kept, or what is wrong with it.
pub(in crate::store) fn checked_text(
    column: &str,
    shape: ColumnType,
    text: &str,
) -> Result<String, String> {
    if shape == ColumnType::Text && LINES.contains(&column) {
        return text::parse_title("text", text).map_err(|error| error.to_string());
    }
    if text.len() > MAX_TEXT_BYTES {
        let length = text.len();
        return Err(format!(
            "the text is too long: {length} bytes (limit {MAX_TEXT_BYTES})"
        ));
    }
    if text.contains('\0') {
        return Err("it contains a NUL character".to_owned());
    }
    Ok(text.to_owned())
}

/// The entries of a list, a line each, or what is wrong with them.
pub(in crate::store) fn checked_lines(
    column: &str,
    shape: ColumnType,
    given: &Json,
) -> Result<String, String> {
    let items = given
        .as_array()
        .ok_or_else(|| format!("{given} is not a list of texts"))?;
    let lines: Option<Vec<&str>> = items.iter().map(Json::as_str).collect();
    let lines = lines.filter(|lines| lines.iter().all(|line| !line.contains('\n')));
    let lines = lines.ok_or_else(|| format!("{given} is not a list of lines"))?;
    if shape == ColumnType::List {
        for line in &lines {
            text::parse_title("text", line).map_err(|error| error.to_string())?;
        }
    }
    checked_text(column, shape, &lines.join("\n"))
}

pub(in crate::store) fn checked_figure(column: &str, figure: i64) -> Result<i64, String> {
    let rule = FIGURES.iter().find(|(name, ..)| *name == column);
    match rule {
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
    fn a_number_that_leaps_is_not_kept() {
        assert_eq!(merged_count(7, 0, true, 3), 7);
        assert_eq!(merged_count(7, 7, true, 3), 8);
        assert_eq!(merged_count(7, 0, false, 3), 1);
        assert_eq!(merged_count(MAX_ID, 0, true, 3), 1);
        assert_eq!(merged_count(i64::MAX, 2, true, usize::MAX), 3);
    }
}
