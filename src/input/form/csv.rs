//! Parsing of CSV (RFC 4180), also with semicolons, tabs or bars as delimiters. Cells missing at the end of a line are
//! empty, and a line with a surplus cell is no row: its cells would be under the wrong names. Otherwise parsing is strict:
//! a quote that is never closed would swallow the rest of the file.

use std::iter::Peekable;
use std::str::Chars;

use crate::input::form::csv_head::{after_table_name, separator_line};

/// Maximum number of columns. Spreadsheets that people write by hand have fewer.
const MAX_COLUMNS: usize = 500;

/// Maximum number of rows.
pub const MAX_ROWS: usize = 500_000;

/// Maximum number of cells, including those missing at the ends of lines.
const MAX_CELLS: usize = 5_000_000;

/// Maximum number of lines above the header, such as the title of the table.
const MAX_TITLE_LINES: usize = 5;

/// A header and the rows below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvTable {
    /// Why lines are not among the rows: they have more cells than the header.
    pub uneven: Vec<CsvError>,
    /// Lines above the header, which have text in one cell only.
    pub titles: Vec<CsvRow>,
    pub header: Vec<String>,
    pub rows: Vec<CsvRow>,
}

/// A row. Its cells are kept in one text, since a table may have a hundred thousand rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvRow {
    /// The line in the file on which the row begins, from 1.
    pub line: usize,
    text: Box<str>,
    /// The end of each cell in the text.
    ends: Box<[usize]>,
}

impl CsvRow {
    pub fn new<T: AsRef<str>>(line: usize, cells: impl IntoIterator<Item = T>) -> CsvRow {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for cell in cells {
            text.push_str(cell.as_ref());
            ends.push(text.len());
        }
        CsvRow { line, text: text.into(), ends: ends.into() }
    }

    /// Returns the text of a cell; empty for one that is missing at the end of its line.
    pub fn cell(&self, index: usize) -> &str {
        let start = match index.checked_sub(1) {
            Some(before) => self.ends.get(before).copied(),
            None => Some(0),
        };
        let range = start.zip(self.ends.get(index).copied());
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// Returns all cells, and then empty ones without end.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..).map(|index| self.cell(index))
    }

    /// Returns the cells that have any text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|index| self.cell(index).trim()).filter(|text| !text.is_empty())
    }

    /// Fails if a cell with text has no column of the header above it.
    fn ensure_below(&self, columns: usize) -> Result<(), CsvError> {
        let mut surplus = (columns..self.ends.len()).map(|index| self.cell(index).trim());
        match surplus.find(|cell| !cell.is_empty()) {
            None => Ok(()),
            Some(cell) => Err(CsvError::Uneven {
                line: self.line,
                found: self.ends.len(),
                wanted: columns,
                cell: cell.chars().take(MAX_QUOTED_CHARS).collect(),
            }),
        }
    }
}

/// Why a table could not be read.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum CsvError {
    #[error("it is empty")]
    Empty,
    #[error("line {0}: a quotation mark is never closed")]
    OpenQuote(usize),
    #[error("line {line}: `{found}` follows a closing quotation mark")]
    AfterQuote { line: usize, found: char },
    #[error("line {line} has {found} cells, the header has {wanted}: no column is above `{cell}`")]
    Uneven {
        line: usize,
        found: usize,
        wanted: usize,
        /// The first text without a column.
        cell: String,
    },
    #[error("line {0} has a NUL character")]
    Nul(usize),
    #[error("line {0} has more than {MAX_COLUMNS} columns")]
    TooWide(usize),
    #[error("it has more than {MAX_CELLS} cells")]
    TooManyCells,
    #[error("it has more than {MAX_ROWS} rows")]
    TooManyRows,
}

impl CsvError {
    pub fn hint(&self) -> &'static str {
        match self {
            CsvError::Empty => "the first line names the columns",
            CsvError::OpenQuote(_) | CsvError::AfterQuote { .. } => {
                "a quotation mark inside a quoted cell is written twice"
            }
            CsvError::Uneven { .. } => "quote cells that contain commas, or set `--delimiter`",
            CsvError::Nul(_) => "save it as CSV in UTF-8",
            CsvError::TooWide(_) | CsvError::TooManyCells => {
                "delete the columns that are not to be imported, or check `--delimiter`"
            }
            CsvError::TooManyRows => "split the file into several",
        }
    }
}

impl CsvTable {
    /// Reads a table. `is_column` tells a header that has lines above it.
    pub fn read(
        text: &str,
        delimiter: char,
        is_column: &dyn Fn(&str) -> bool,
    ) -> Result<CsvTable, CsvError> {
        if let Some(offset) = text.find('\0') {
            return Err(CsvError::Nul(text[..offset].matches('\n').count() + 1));
        }
        let after_first_line = match separator_line(text) {
            Some((_, rest)) => Some(rest),
            None => after_table_name(text),
        };
        let (text, line) = after_first_line.map_or((text, 1), |rest| (rest, 2));
        let mut parser = CsvParser { rest: text.chars().peekable(), line, delimiter };
        let mut rows = std::iter::from_fn(|| parser.parse_row().transpose());
        let Some(mut header) = rows.next().transpose()? else {
            return Err(CsvError::Empty);
        };
        let (mut titles, mut below) = (Vec::new(), Vec::new());
        if header.texts().count() == 1 {
            let has_two_texts = |row: &CsvRow| row.texts().count() > 1;
            while below.len() < MAX_TITLE_LINES && !below.last().is_some_and(has_two_texts) {
                let Some(row) = rows.next().transpose()? else {
                    break;
                };
                below.push(row);
            }
            let is_header = |row: &CsvRow| row.texts().filter(|text| is_column(text)).count() > 1;
            if let Some(real_header) = below.pop_if(|row| is_header(row)) {
                titles.push(std::mem::replace(&mut header, real_header));
                titles.append(&mut below);
            }
        }
        let columns = header.ends.len();
        let rows = below.into_iter().map(Ok).chain(rows);
        let header = header.cells().take(columns).map(str::to_owned).collect();
        let mut table = CsvTable { uneven: Vec::new(), titles, rows: Vec::new(), header };
        for (index, row) in rows.enumerate() {
            let row = row?;
            if index == MAX_ROWS {
                return Err(CsvError::TooManyRows);
            }
            if (index + 1) * columns > MAX_CELLS {
                return Err(CsvError::TooManyCells);
            }
            match row.ensure_below(columns) {
                Ok(()) => table.rows.push(row),
                Err(error) => table.uneven.push(error),
            }
        }
        Ok(table)
    }
}

/// How many characters of a cell an error quotes.
const MAX_QUOTED_CHARS: usize = 40;

struct CsvParser<'t> {
    rest: Peekable<Chars<'t>>,
    line: usize,
    delimiter: char,
}

impl CsvParser<'_> {
    /// Parses the next row that has any text; `None` at the end of the file.
    fn parse_row(&mut self) -> Result<Option<CsvRow>, CsvError> {
        while self.rest.peek().is_some() {
            let line = self.line;
            let (mut text, mut ends) = (String::new(), Vec::new());
            loop {
                let start = text.len();
                self.parse_cell(&mut text)?;
                if ends.len() < MAX_COLUMNS {
                    ends.push(text.len());
                } else if text[start..].trim().is_empty() {
                    // Spreadsheet programs pad lines with empty cells.
                    text.truncate(start);
                } else {
                    return Err(CsvError::TooWide(line));
                }
                if self.rest.next_if_eq(&self.delimiter).is_none() {
                    break;
                }
            }
            self.skip_line_break();
            if !text.trim().is_empty() {
                return Ok(Some(CsvRow { line, text: text.into(), ends: ends.into() }));
            }
        }
        Ok(None)
    }

    /// Parses a cell up to the next delimiter or the end of the line, and appends it to `text`.
    fn parse_cell(&mut self, text: &mut String) -> Result<(), CsvError> {
        if self.rest.next_if_eq(&'"').is_some() {
            return self.parse_quoted(text);
        }
        let delimiter = self.delimiter;
        while let Some(c) = self.rest.next_if(|c| *c != delimiter && !matches!(c, '\r' | '\n')) {
            text.push(c);
        }
        Ok(())
    }

    /// Parses up to the closing quote; two quotes stand for one.
    fn parse_quoted(&mut self, text: &mut String) -> Result<(), CsvError> {
        let opened = self.line;
        loop {
            match self.rest.next() {
                None => return Err(CsvError::OpenQuote(opened)),
                Some('"') if self.rest.next_if_eq(&'"').is_some() => text.push('"'),
                Some('"') => break,
                Some('\r') if self.rest.peek() == Some(&'\n') => {}
                Some(c) => {
                    self.line += usize::from(c == '\n');
                    text.push(c);
                }
            }
        }
        match self.rest.peek() {
            Some(c) if *c != self.delimiter && !matches!(c, '\r' | '\n') => {
                Err(CsvError::AfterQuote { line: self.line, found: *c })
            }
            _ => Ok(()),
        }
    }

    fn skip_line_break(&mut self) {
        let returned = self.rest.next_if_eq(&'\r').is_some();
        let ended = self.rest.next_if_eq(&'\n').is_some();
        self.line += usize::from(returned || ended);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::form::detect_delimiter;

    fn read(text: &str) -> Result<Vec<(usize, Vec<String>)>, CsvError> {
        let is_column = |name: &str| matches!(name, "Task" | "Due" | "Owner");
        let table = CsvTable::read(text, detect_delimiter(text), &is_column)?;
        let cells =
            |row: &CsvRow| row.cells().take(table.header.len()).map(str::to_owned).collect();
        Ok(table.rows.iter().map(|row| (row.line, cells(row))).collect())
    }

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        read(text).unwrap()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn quoted_cells_may_contain_quotes_delimiters_and_line_breaks() {
        assert_eq!(
            cells("a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n1,2"),
            [row(2, &["x, \"y\"", "one\ntwo"]), row(4, &["1", "2"])]
        );
    }

    #[test]
    fn name_of_the_table_above_the_header_is_skipped() {
        for name in ["Table 1", "Tabelle 12", "\"Table 1\""] {
            assert_eq!(cells(&format!("{name}\r\na;b\r\n1;2\r\n")), [row(3, &["1", "2"])]);
        }
        // A header of one column, and a column that is named like a table.
        assert_eq!(cells("title\nOne"), [row(2, &["One"])]);
        assert_eq!(cells("Goal 1\nLead a review"), [row(2, &["Lead a review"])]);
    }

    #[test]
    fn title_above_known_columns_is_skipped() {
        for text in [
            "Team tracker,,\n,,\nTask,Due,Owner\nRead,fri,Ana",
            "Team tracker\r\n\r\nTask;Due;Owner\r\nRead;fri;Ana",
            "Tasks\n\nTask\tDue\tOwner\nRead\tfri\tAna",
        ] {
            assert_eq!(cells(text), [row(4, &["Read", "fri", "Ana"])], "{text}");
        }
        let exported = "Team tracker,\nExported today,\nTask,Due\nRead,fri";
        assert_eq!(cells(exported), [row(4, &["Read", "fri"])]);
        // Columns that are unknown may be cells.
        assert_eq!(cells("Task,\nRead,fri\n"), [row(2, &["Read", "fri"])]);
        assert_eq!(cells("Task\nDue\n"), [row(2, &["Due"])]);
    }

    #[test]
    fn empty_lines_are_skipped() {
        assert_eq!(cells("a,b\n\n1,2\n , \n\n3,4\n\n"), [row(3, &["1", "2"]), row(6, &["3", "4"])]);
        assert_eq!(cells("a,b\n"), []);
        assert_eq!(cells("a\rb\r"), [row(2, &["b"])]);
    }

    #[test]
    fn cells_missing_or_empty_at_the_end_of_a_line_are_empty() {
        assert_eq!(
            cells("a,b,c\n1\n1,2\n1,2,3,, \n"),
            [row(2, &["1", "", ""]), row(3, &["1", "2", ""]), row(4, &["1", "2", "3"])]
        );
    }

    #[test]
    fn sep_line_sets_the_delimiter() {
        for text in [
            "sep=;\na;b,c\n1;2", "SEP=;\r\na;b,c\r\n1;2", "\"sep=;\"\na;b,c\n1;2",
            "sep=;,,\na;b,c\n1;2", "sep=;\ra;b,c\r1;2", "sep=^\na^b,c\n1^2",
        ] {
            assert_eq!(cells(text), [row(3, &["1", "2"])], "{text:?}");
        }
        assert_eq!(cells("sep=\t\na\tb\n1\t2"), [row(3, &["1", "2"])]);
        assert_eq!(read("sep=;"), Err(CsvError::Empty));
        assert_eq!(cells("sep=a,b\n1,2"), [row(2, &["1", "2"])]);
    }

    #[test]
    fn quote_inside_an_unquoted_cell_is_plain_text() {
        assert_eq!(cells("a\n5\" disk"), [row(2, &["5\" disk"])]);
    }

    #[test]
    fn invalid_csv_is_refused_with_its_line() {
        assert_eq!(read(""), Err(CsvError::Empty));
        assert_eq!(read("\n\n"), Err(CsvError::Empty));
        assert_eq!(read("a,b\n1,2\n\"x,3\n4,5"), Err(CsvError::OpenQuote(3)));
        assert_eq!(read("a\n\"x\ny\" z"), Err(CsvError::AfterQuote { line: 3, found: ' ' }));
        assert_eq!(read("a\nb\0"), Err(CsvError::Nul(2)));
        assert_eq!(read(&",a".repeat(MAX_COLUMNS)), Err(CsvError::TooWide(1)));
        let header = "a,".repeat(MAX_COLUMNS - 1) + "b\n";
        assert_eq!(
            read(&(header.clone() + "1" + &",".repeat(9_000))).map(|rows| rows.len()),
            Ok(1)
        );
        let short = header + &"1\n".repeat(MAX_CELLS / MAX_COLUMNS + 1);
        assert_eq!(read(&short), Err(CsvError::TooManyCells));
        assert_eq!(read(&"a\n".repeat(MAX_ROWS + 2)), Err(CsvError::TooManyRows));
    }

    #[test]
    fn line_with_too_many_cells_is_no_row() {
        let text = "a,b\n1,2\n1,2,,3\n4,5,,\n";
        assert_eq!(cells(text), [row(2, &["1", "2"]), row(4, &["4", "5"])]);
        let table = CsvTable::read(text, ',', &|_| false).unwrap();
        let error = CsvError::Uneven { line: 3, found: 4, wanted: 2, cell: "3".to_owned() };
        assert_eq!(table.uneven, [error]);
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_text_never_panics(text in "[\"a,;\t\r\n\u{0}é]{0,30}") {
            let _ = read(&text);
        }

        #[test]
        fn written_cells_are_read_back(rows in proptest::collection::vec(proptest::collection::vec("[\"a,\n é]{0,6}x", 2), 0..4)) {
            let mut text = "a,b\r\n".to_owned();
            for row in &rows {
                let quoted = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
                text.push_str(&(quoted.collect::<Vec<_>>().join(",") + "\r\n"));
            }
            let read: Vec<Vec<String>> = cells(&text).into_iter().map(|(_, cells)| cells).collect();
            proptest::prop_assert_eq!(read, rows);
        }
    }
}
