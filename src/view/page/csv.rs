//! Listings as CSV (RFC 4180) or TSV, with the fields of their JSON as columns.
//!
//! A list is one cell with an entry a line. Null is an empty cell.

use serde_json::Value;

/// The format of CSV output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvFormat {
    pub separator: Separator,
    /// Whether formulas are escaped and a byte order mark is written.
    pub is_for_spreadsheet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    /// Quoted like CSV, but with the line ends that `cut` and `awk` expect.
    Tab,
}

impl Separator {
    fn character(self) -> char {
        match self {
            Separator::Comma => ',',
            Separator::Tab => '\t',
        }
    }

    fn line_end(self) -> &'static str {
        match self {
            Separator::Comma => "\r\n",
            Separator::Tab => "\n",
        }
    }
}

/// Tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Writes a header and one line for each item. `mentor.zone` is the field `zone` of the field `mentor`.
pub fn write(items: &[Value], columns: &[&str], sheet: CsvFormat) -> String {
    let mut text = String::new();
    if sheet.is_for_spreadsheet {
        text.push(BYTE_ORDER_MARK);
    }
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                text.push(sheet.separator.character());
            }
            text.push_str(&quote_cell(cell, sheet.separator));
        }
        text.push_str(sheet.separator.line_end());
    };
    line(&mut columns.iter().map(ToString::to_string));
    for item in items {
        line(&mut columns.iter().map(|column| cell(field(item, column), sheet)));
    }
    text
}

fn field<'v>(item: &'v Value, column: &str) -> &'v Value {
    column.split('.').fold(item, |value, name| &value[name])
}

fn cell(value: &Value, sheet: CsvFormat) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(entries) => {
            let entries = entries.iter().map(|entry| match entry {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            entries.collect::<Vec<_>>().join("\n")
        }
        // Numbers are never escaped: a minus sign does not begin a formula here.
        other => return other.to_string(),
    };
    if sheet.is_for_spreadsheet && is_formula(&text) { format!("'{text}") } else { text }
}

/// Whether a spreadsheet would evaluate a text instead of showing it. The wide characters are those of Japanese keyboards.
pub fn is_formula(text: &str) -> bool {
    text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
    ])
}

fn quote_cell(cell: String, separator: Separator) -> String {
    if cell.contains([separator.character(), '"', '\r', '\n']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const CSV: CsvFormat = CsvFormat { separator: Separator::Comma, is_for_spreadsheet: false };

    #[test]
    fn cells_are_quoted_only_if_necessary() {
        let items =
            [json!({ "id": 1, "title": "say \"no\", kindly", "due": null, "private": false })];
        assert_eq!(
            write(&items, &["id", "title", "due", "private"], CSV),
            "id,title,due,private\r\n1,\"say \"\"no\"\", kindly\",,false\r\n"
        );
    }

    #[test]
    fn a_list_is_one_cell_with_a_line_for_each_entry() {
        let items = [json!({ "met": ["one", "two"] })];
        assert_eq!(write(&items, &["met"], CSV), "met\r\n\"one\ntwo\"\r\n");
    }

    #[test]
    fn a_nested_field_has_both_names() {
        let items = [json!({ "mentor": { "zone": "UTC" } })];
        assert_eq!(write(&items, &["mentor.zone"], CSV), "mentor.zone\r\nUTC\r\n");
    }

    #[test]
    fn tsv_cells_with_tabs_are_quoted() {
        let tsv = CsvFormat { separator: Separator::Tab, ..CSV };
        let items = [json!({ "a": "x, y", "b": "x\ty" })];
        assert_eq!(write(&items, &["a", "b"], tsv), "a\tb\nx, y\t\"x\ty\"\n");
    }

    #[test]
    fn an_empty_listing_has_a_header() {
        assert_eq!(write(&[], &["id", "title"], CSV), "id,title\r\n");
    }

    #[test]
    fn formulas_are_escaped_for_spreadsheets() {
        let sheet = CsvFormat { is_for_spreadsheet: true, ..CSV };
        for text in ["=1+1", "+1", "-1", "@sum", "\ttab", "\rreturn", "＝1"] {
            let written = write(&[json!({ "a": text })], &["a"], sheet);
            let cell = written.lines().nth(1).unwrap().trim_matches('"');
            assert!(cell.starts_with('\''), "{written}");
        }
        let written = write(&[json!({ "a": "1-1", "b": -3 })], &["a", "b"], sheet);
        assert_eq!(written, "\u{FEFF}a,b\r\n1-1,-3\r\n");
    }
}
