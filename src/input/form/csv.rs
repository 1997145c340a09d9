//! A sheet of cells: CSV (RFC 4180), or its like with semicolons, tabs or bars. Cells that are missing at the end of a line are
//! empty. Otherwise read strictly: a quotation mark that is never closed swallows the rest of a file, and a line with a cell
//! too many has its cells under the wrong names.

use std::iter::Peekable;
use std::str::Chars;

/// What may part cells, the commonest first.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// A header and the rows under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvTable {
    pub header: Vec<String>,
    pub rows: Vec<CsvRow>,
}

/// Its cells, as many as the header has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvRow {
    /// Where it begins in the file.
    pub line: usize,
    pub cells: Vec<String>,
}

/// Why a sheet was not read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
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
        /// The first text that has no column.
        cell: String,
    },
    #[error("line {0} has a NUL character")]
    Nul(usize),
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
        }
    }
}

/// The character that a line `sep=;` before the header names as the delimiter, and the text after that line. Spreadsheets
/// write and read such a line.
fn separator_line(text: &str) -> Option<(char, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..));
    // Programs that know nothing of the line fill it up with the delimiters of empty cells, or quote it.
    let line = line.strip_prefix('"').unwrap_or(line);
    let prefix = line.get(..4)?;
    let mut named = line[4..].chars();
    let delimiter = named.next()?;
    let is_delimiter = |c: char| c.is_ascii_punctuation() || c == '\t';
    let is_one = prefix.eq_ignore_ascii_case("sep=")
        && is_delimiter(delimiter)
        && delimiter != '"'
        && named.all(|c| c == '"' || c.is_whitespace() || DELIMITERS.contains(&c));
    is_one.then_some((delimiter, rest.unwrap_or_default()))
}

/// What parts the cells of a text: what a line `sep=;` says, or what the first line has most of.
pub fn delimiter_of(text: &str) -> char {
    if let Some((delimiter, _)) = separator_line(text) {
        return delimiter;
    }
    let mut counts = DELIMITERS.map(|_| 0_usize);
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\r' | '\n' if !is_quoted => break,
            _ if is_quoted => {}
            c => {
                if let Some(at) = DELIMITERS.iter().position(|one| *one == c) {
                    counts[at] += 1;
                }
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    let at = counts.iter().position(|count| *count == most);
    DELIMITERS[at.unwrap_or(0)]
}

impl CsvTable {
    pub fn read(text: &str, delimiter: char) -> Result<CsvTable, CsvError> {
        if let Some(at) = text.find('\0') {
            return Err(CsvError::Nul(text[..at].matches('\n').count() + 1));
        }
        let (text, line) = match separator_line(text) {
            Some((_, rest)) => (rest, 2),
            None => (text, 1),
        };
        let mut reading = CsvParser {
            rest: text.chars().peekable(),
            line,
            delimiter,
        };
        let mut rows = std::iter::from_fn(|| reading.row().transpose());
        let Some(header) = rows.next().transpose()? else {
            return Err(CsvError::Empty);
        };
        let wanted = header.cells.len();
        let rows = rows.map(|row| {
            let mut row = row?;
            let is_said = |cell: &&String| !cell.trim().is_empty();
            if let Some(cell) = row.cells.iter().skip(wanted).find(is_said) {
                return Err(CsvError::Uneven {
                    line: row.line,
                    found: row.cells.len(),
                    wanted,
                    cell: cell.trim().chars().take(SHOWN).collect(),
                });
            }
            row.cells.resize(wanted, String::new());
            Ok(row)
        });
        Ok(CsvTable {
            rows: rows.collect::<Result<_, _>>()?,
            header: header.cells,
        })
    }
}

/// So many letters of a cell are named.
const SHOWN: usize = 40;

struct CsvParser<'t> {
    rest: Peekable<Chars<'t>>,
    line: usize,
    delimiter: char,
}

impl CsvParser<'_> {
    /// The next row with anything in it; none: there is no other.
    fn row(&mut self) -> Result<Option<CsvRow>, CsvError> {
        while self.rest.peek().is_some() {
            let line = self.line;
            let mut cells = vec![self.cell()?];
            while self.rest.next_if_eq(&self.delimiter).is_some() {
                cells.push(self.cell()?);
            }
            self.end_of_line();
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(CsvRow { line, cells }));
            }
        }
        Ok(None)
    }

    /// Up to the next delimiter, or the end of the line.
    fn cell(&mut self) -> Result<String, CsvError> {
        if self.rest.next_if_eq(&'"').is_some() {
            return self.quoted();
        }
        let mut cell = String::new();
        let delimiter = self.delimiter;
        while let Some(c) = self
            .rest
            .next_if(|c| *c != delimiter && !matches!(c, '\r' | '\n'))
        {
            cell.push(c);
        }
        Ok(cell)
    }

    /// Up to the closing quotation mark; two of them stand for one.
    fn quoted(&mut self) -> Result<String, CsvError> {
        let opened = self.line;
        let mut cell = String::new();
        loop {
            match self.rest.next() {
                None => return Err(CsvError::OpenQuote(opened)),
                Some('"') if self.rest.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => break,
                Some('\r') if self.rest.peek() == Some(&'\n') => {}
                Some(c) => {
                    self.line += usize::from(c == '\n');
                    cell.push(c);
                }
            }
        }
        match self.rest.peek() {
            Some(c) if *c != self.delimiter && !matches!(c, '\r' | '\n') => {
                Err(CsvError::AfterQuote {
                    line: self.line,
                    found: *c,
                })
            }
            _ => Ok(cell),
        }
    }

    fn end_of_line(&mut self) {
        let returned = self.rest.next_if_eq(&'\r').is_some();
        let ended = self.rest.next_if_eq(&'\n').is_some();
        self.line += usize::from(returned || ended);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(usize, Vec<String>)>, CsvError> {
        let sheet = CsvTable::read(text, delimiter_of(text))?;
        Ok(sheet
            .rows
            .into_iter()
            .map(|row| (row.line, row.cells))
            .collect())
    }

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        read(text).unwrap()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn cells_may_hold_quotes_delimiters_and_lines() {
        assert_eq!(
            cells("a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n1,2"),
            [row(2, &["x, \"y\"", "one\ntwo"]), row(4, &["1", "2"])]
        );
    }

    #[test]
    fn the_delimiter_is_what_the_header_has_most_of() {
        assert_eq!(delimiter_of("a;b;c,d\n1,2,3,4"), ';');
        assert_eq!(delimiter_of("a\tb\n1,2"), '\t');
        assert_eq!(delimiter_of("\"a;b;c\",d"), ',');
        assert_eq!(delimiter_of("title"), ',');
    }

    #[test]
    fn empty_lines_are_no_rows() {
        assert_eq!(
            cells("a,b\n\n1,2\n , \n\n3,4\n\n"),
            [row(3, &["1", "2"]), row(6, &["3", "4"])]
        );
        assert_eq!(cells("a,b\n"), []);
        assert_eq!(cells("a\rb\r"), [row(2, &["b"])]);
    }

    #[test]
    fn cells_missing_or_empty_at_the_end_of_a_line_are_empty() {
        assert_eq!(
            cells("a,b,c\n1\n1,2\n1,2,3,, \n"),
            [
                row(2, &["1", "", ""]),
                row(3, &["1", "2", ""]),
                row(4, &["1", "2", "3"])
            ]
        );
    }

    #[test]
    fn a_line_before_the_header_names_the_delimiter() {
        for text in [
            "sep=;\na;b,c\n1;2",
            "SEP=;\r\na;b,c\r\n1;2",
            "\"sep=;\"\na;b,c\n1;2",
            "sep=;,,\na;b,c\n1;2",
            "sep=;\ra;b,c\r1;2",
            "sep=^\na^b,c\n1^2",
        ] {
            assert_eq!(cells(text), [row(3, &["1", "2"])], "{text:?}");
        }
        assert_eq!(cells("sep=\t\na\tb\n1\t2"), [row(3, &["1", "2"])]);
        assert_eq!(read("sep=;"), Err(CsvError::Empty));
        assert_eq!(cells("sep=a,b\n1,2"), [row(2, &["1", "2"])]);
    }

    #[test]
    fn a_quotation_mark_inside_a_bare_cell_is_a_letter() {
        assert_eq!(cells("a\n5\" disk"), [row(2, &["5\" disk"])]);
    }

    #[test]
    fn what_is_no_sheet_is_refused_with_its_line() {
        assert_eq!(read(""), Err(CsvError::Empty));
        assert_eq!(read("\n\n"), Err(CsvError::Empty));
        assert_eq!(read("a,b\n1,2\n\"x,3\n4,5"), Err(CsvError::OpenQuote(3)));
        assert_eq!(
            read("a\n\"x\ny\" z"),
            Err(CsvError::AfterQuote {
                line: 3,
                found: ' '
            })
        );
        assert_eq!(
            read("a,b\n1,2,,3"),
            Err(CsvError::Uneven {
                line: 2,
                found: 4,
                wanted: 2,
                cell: "3".to_owned(),
            })
        );
        assert_eq!(read("a\nb\0"), Err(CsvError::Nul(2)));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\"a,;\t\r\n\u{0}é]{0,30}") {
            let _ = read(&text);
        }

        #[test]
        fn what_is_written_is_read_back(rows in proptest::collection::vec(proptest::collection::vec("[\"a,\n é]{0,6}x", 2), 0..4)) {
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
