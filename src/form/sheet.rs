//! A sheet of cells: CSV (RFC 4180), or its like with semicolons, tabs or bars. Read strictly: a quotation mark that is never
//! closed swallows the rest of a file, and a line with a cell too many has its cells under the wrong names.

use std::iter::Peekable;
use std::str::Chars;

/// What may part cells, the commonest first.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// A header and the rows under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub header: Vec<String>,
    pub rows: Vec<Row>,
}

/// Its cells, as many as the header has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it begins in the file.
    pub line: usize,
    pub cells: Vec<String>,
}

/// Why a sheet was not read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SheetError {
    #[error("it is empty")]
    Empty,
    #[error("line {0}: a quotation mark is never closed")]
    OpenQuote(usize),
    #[error("line {line}: `{found}` follows a closing quotation mark")]
    AfterQuote { line: usize, found: char },
    #[error("line {line} has {found} cells, the header has {wanted}")]
    Uneven {
        line: usize,
        found: usize,
        wanted: usize,
    },
    #[error("line {0} has a NUL character")]
    Nul(usize),
}

impl SheetError {
    pub fn hint(&self) -> &'static str {
        match self {
            SheetError::Empty => "the first line names the columns",
            SheetError::OpenQuote(_) | SheetError::AfterQuote { .. } => {
                "a quotation mark inside a quoted cell is written twice"
            }
            SheetError::Uneven { .. } => "quote cells that contain commas, or set `--delimiter`",
            SheetError::Nul(_) => "save it as CSV in UTF-8",
        }
    }
}

/// What parts the cells of a text: what the first line has most of.
pub fn delimiter_of(text: &str) -> char {
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

impl Sheet {
    pub fn read(text: &str, delimiter: char) -> Result<Sheet, SheetError> {
        if let Some(at) = text.find('\0') {
            return Err(SheetError::Nul(text[..at].matches('\n').count() + 1));
        }
        let mut reading = Reading {
            rest: text.chars().peekable(),
            line: 1,
            delimiter,
        };
        let mut rows = std::iter::from_fn(|| reading.row().transpose());
        let Some(header) = rows.next().transpose()? else {
            return Err(SheetError::Empty);
        };
        let wanted = header.cells.len();
        let rows = rows.map(|row| match row {
            Ok(row) if row.cells.len() != wanted => Err(SheetError::Uneven {
                line: row.line,
                found: row.cells.len(),
                wanted,
            }),
            row => row,
        });
        Ok(Sheet {
            rows: rows.collect::<Result<_, _>>()?,
            header: header.cells,
        })
    }
}

struct Reading<'t> {
    rest: Peekable<Chars<'t>>,
    line: usize,
    delimiter: char,
}

impl Reading<'_> {
    /// The next row with anything in it; none: there is no other.
    fn row(&mut self) -> Result<Option<Row>, SheetError> {
        while self.rest.peek().is_some() {
            let line = self.line;
            let mut cells = vec![self.cell()?];
            while self.rest.next_if_eq(&self.delimiter).is_some() {
                cells.push(self.cell()?);
            }
            self.end_of_line();
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(Row { line, cells }));
            }
        }
        Ok(None)
    }

    /// Up to the next delimiter, or the end of the line.
    fn cell(&mut self) -> Result<String, SheetError> {
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
    fn quoted(&mut self) -> Result<String, SheetError> {
        let opened = self.line;
        let mut cell = String::new();
        loop {
            match self.rest.next() {
                None => return Err(SheetError::OpenQuote(opened)),
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
                Err(SheetError::AfterQuote {
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

    fn read(text: &str) -> Result<Vec<(usize, Vec<String>)>, SheetError> {
        let sheet = Sheet::read(text, delimiter_of(text))?;
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
    fn a_quotation_mark_inside_a_bare_cell_is_a_letter() {
        assert_eq!(cells("a\n5\" disk"), [row(2, &["5\" disk"])]);
    }

    #[test]
    fn what_is_no_sheet_is_refused_with_its_line() {
        assert_eq!(read(""), Err(SheetError::Empty));
        assert_eq!(read("\n\n"), Err(SheetError::Empty));
        assert_eq!(read("a,b\n1,2\n\"x,3\n4,5"), Err(SheetError::OpenQuote(3)));
        assert_eq!(
            read("a\n\"x\ny\" z"),
            Err(SheetError::AfterQuote {
                line: 3,
                found: ' '
            })
        );
        let uneven = |found| SheetError::Uneven {
            line: 2,
            found,
            wanted: 2,
        };
        assert_eq!(read("a,b\n1,2,3"), Err(uneven(3)));
        assert_eq!(read("a,b\n1"), Err(uneven(1)));
        assert_eq!(read("a\nb\0"), Err(SheetError::Nul(2)));
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
