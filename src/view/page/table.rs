//! Tables of text: in columns, or without them on narrow terminals and in the plain mode.
//!
//! comfy-table, which only this file knows, lays out tables that have to be wrapped. Tables that fit are padded here:
//! comfy-table took a third of the instructions of a listing.

use std::borrow::Cow;
use std::iter::repeat_n;

use comfy_table::{ColumnConstraint, ContentArrangement, Width};

use crate::view::page::layout::Layout;
use crate::view::page::narrow_table::{sentence_rows, stack_rows};
use crate::view::page::style::{self, Style, paint};
use crate::view::page::wrap::{LEGIBLE, command_width, wrap};

/// A table fitted to the width of the page. The last column takes the remaining width.
pub struct Table {
    header: Vec<Cow<'static, str>>,
    rows: Vec<Vec<String>>,
    /// Whether the last cell of a row may extend over the empty columns after it.
    spills: bool,
}

/// Columns between two columns of a table.
const GAP: usize = 2;

impl Table {
    pub fn new(header: &[&'static str]) -> Self {
        Table {
            header: header.iter().map(|name| Cow::Borrowed(*name)).collect(),
            rows: Vec::new(),
            spills: false,
        }
    }

    /// Makes a table with computed headings, such as names.
    pub fn with_header(header: Vec<String>) -> Self {
        Table {
            header: header.into_iter().map(Cow::Owned).collect(),
            rows: Vec::new(),
            spills: false,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Lets the last cell of a row extend over the empty columns after it, for values that hold for both sides.
    pub fn spilling(self) -> Self {
        Table { spills: true, ..self }
    }

    /// Whether it fits the page in columns, outside the plain mode.
    pub fn fits(&self, page: &Layout) -> bool {
        let columns: Vec<TextColumn<'_>> =
            (0..self.header.len()).map(|at| self.column(at)).collect();
        let before = |at: usize| -> usize { columns[..at].iter().map(|one| one.width + GAP).sum() };
        let ends = |row: &Vec<String>| {
            let last = last_cell(row);
            before(last) + CellPart::measure(cell(row, last)).width
        };
        let last = columns.len() - 1;
        let widest = self.rows.iter().map(ends).max().unwrap_or(0);
        let width = widest.max(before(last) + columns[last].width);
        !page.mode.is_plain() && page.width.is_none_or(|most| width <= most)
    }

    /// Makes a table without a header.
    pub fn without_header(columns: usize) -> Self {
        Table::new(&vec![""; columns])
    }

    pub fn row(&mut self, mut cells: Vec<String>) {
        for cell in &mut cells {
            if let Cow::Owned(visible) = style::escape_invisible(cell) {
                *cell = visible;
            }
        }
        self.rows.push(cells);
    }

    /// Renders one line a row, or more if the last cell has to be wrapped, without trailing blanks.
    pub fn render(&self, page: &Layout) -> String {
        let used: Vec<usize> = (0..self.header.len())
            .filter(|at| self.rows.iter().any(|row| !cell(row, *at).is_empty()))
            .collect();
        let Some((last, short)) = used.split_last() else {
            return String::new();
        };
        if page.mode.is_plain() {
            return sentence_rows(&self.rows, &used, &self.header);
        }
        let columns: Vec<TextColumn<'_>> = short.iter().map(|at| self.column(*at)).collect();
        let last = self.column(*last);
        let taken: usize = columns.iter().map(|column| column.width + GAP).sum();
        if let Some(width) = page.width {
            // A command can't be broken, and would push the border of the column.
            let commands = last.cells.iter().map(|cell| command_width(&cell.text));
            let room_needed = commands.max().unwrap_or(0).max(LEGIBLE);
            if taken + last.width.min(room_needed) > width {
                return stack_rows(&self.rows, &used, &self.header, page);
            }
            if taken + last.width > width {
                return self.wrap_cell(&columns, &last, width);
            }
        }
        self.lines(&columns, &last)
    }

    fn column(&self, at: usize) -> TextColumn<'_> {
        let heading = self.header[at].as_ref();
        let cells: Vec<_> = self.rows.iter().map(|row| CellPart::measure(cell(row, at))).collect();
        let spills = |row: &Vec<String>| self.spills && at > 0 && last_cell(row) == at;
        let parts = cells.iter().zip(&self.rows);
        let parts = parts.filter(|(_, row)| at + 1 == self.header.len() || !spills(row));
        let widest = parts.map(|(part, _)| part.width).max();
        TextColumn { heading, width: widest.unwrap_or(0).max(style::width(heading)), cells }
    }

    /// Wraps only the last column, so that numbers, dates and states stay whole.
    fn wrap_cell(&self, short: &[TextColumn<'_>], last: &TextColumn<'_>, width: usize) -> String {
        let columns = || short.iter().chain([last]);
        let mut table = comfy_table::Table::new();
        table
            .load_style(comfy_table::presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            // Every column is followed by a gap, the last one too.
            .set_width(u16::try_from(width + GAP).unwrap_or(u16::MAX));
        if self.header.iter().any(|name| !name.is_empty()) {
            table.set_header(columns().map(|column| paint(Style::Dim, column.heading)));
        }
        let taken: usize = short.iter().map(|column| column.width + GAP).sum();
        for row in 0..self.rows.len() {
            let cells = short.iter().map(|column| column.cells[row].text.to_string());
            let last = wrap(&last.cells[row].text, Some(width - taken));
            table.add_row(cells.chain([last]));
        }
        for (at, column) in short.iter().enumerate() {
            let whole = u16::try_from(column.width + GAP).unwrap_or(u16::MAX);
            if let Some(column) = table.column_mut(at) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(whole)));
            }
        }
        for column in table.column_iter_mut() {
            column.set_padding((0, u16::try_from(GAP).unwrap_or_default()));
        }
        let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
        lines.join("\n")
    }

    fn lines(&self, short: &[TextColumn<'_>], last: &TextColumn<'_>) -> String {
        let mut text = String::with_capacity(96 * (self.rows.len() + 1));
        let columns = || short.iter().chain([last]);
        if self.header.iter().any(|name| !name.is_empty()) {
            for column in columns() {
                column.put(&mut text, &CellPart::measure(paint(Style::Dim, column.heading)));
            }
            end_line(&mut text);
        }
        for row in 0..self.rows.len() {
            let height = columns().map(|column| column.cells[row].lines).max();
            for line in 0..height.unwrap_or(0) {
                for column in columns() {
                    column.put(&mut text, &column.cells[row].line(line));
                }
                end_line(&mut text);
            }
        }
        text.pop();
        text
    }
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", String::as_str)
}

/// Returns the index of the last cell that is not empty.
fn last_cell(row: &[String]) -> usize {
    row.iter().rposition(|cell| !cell.is_empty()).unwrap_or(0)
}

/// Removes trailing blanks and ends the line.
fn end_line(text: &mut String) {
    text.truncate(text.trim_end_matches(' ').len());
    text.push('\n');
}

/// A column with its width.
struct TextColumn<'c> {
    heading: &'c str,
    cells: Vec<CellPart<'c>>,
    width: usize,
}

impl TextColumn<'_> {
    /// Appends a part, padded to the width of the column.
    fn put(&self, text: &mut String, part: &CellPart<'_>) {
        text.push_str(&part.text);
        text.extend(repeat_n(' ', (self.width + GAP).saturating_sub(part.width)));
    }
}

/// A part of a cell with its width.
struct CellPart<'c> {
    text: Cow<'c, str>,
    lines: usize,
    /// Width of its widest line.
    width: usize,
}

impl<'c> CellPart<'c> {
    fn measure(text: impl Into<Cow<'c, str>>) -> CellPart<'c> {
        let text = text.into();
        if let Some(width) = style::plain_width(&text) {
            return CellPart { text, lines: 1, width };
        }
        CellPart {
            lines: text.bytes().filter(|byte| *byte == b'\n').count() + 1,
            width: text.split('\n').map(style::width).max().unwrap_or(0),
            text,
        }
    }

    /// Returns one of its lines; an empty one after the last.
    fn line(&self, at: usize) -> CellPart<'_> {
        match (at, self.lines) {
            (0, 1) => CellPart { text: Cow::Borrowed(&self.text), ..*self },
            _ => CellPart::measure(self.text.split('\n').nth(at).unwrap_or("")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let mut table = Table::new(&["#", "when", "what"]);
        for row in rows {
            table.row(row.iter().map(|cell| (*cell).to_owned()).collect());
        }
        table
    }

    /// Renders a table with a bar at the end of each line.
    fn render_lines(table: &Table, width: Option<usize>) -> String {
        style::render(&table.render(&Layout { width, ..Layout::default() }), false)
            .replace('\n', "|\n")
            + "|"
    }

    #[test]
    fn columns_are_as_wide_as_their_content() {
        let late = paint(Style::Overdue, "2 days overdue");
        let table =
            table(&[&["1", &late, "日本 the RFC"], &["12", "", "two\nlines"], &["3", "soon", ""]]);
        insta::assert_snapshot!(render_lines(&table, None), @"
        #   when            what|
        1   2 days overdue  日本 the RFC|
        12                  two|
                            lines|
        3   soon|
        ");
    }

    #[test]
    fn the_last_cell_of_a_row_may_extend_into_empty_columns() {
        let mut table = Table::new(&["", "Sam", "Ana"]).spilling();
        for row in [["cadence", "12 of 13 check-ins, 1 late", ""], ["notice", "1 of 1", "2 of 2"]] {
            table.row(row.map(str::to_owned).to_vec());
        }
        insta::assert_snapshot!(render_lines(&table, None), @"
                 Sam     Ana|
        cadence  12 of 13 check-ins, 1 late|
        notice   1 of 1  2 of 2|
        ");
        let fits = |width| table.fits(&Layout { width: Some(width), ..Layout::default() });
        assert!(fits(35) && !fits(34));
    }

    #[test]
    fn empty_columns_are_left_out() {
        let table = table(&[&["1", "", "a"], &["2"]]);
        insta::assert_snapshot!(render_lines(&table, None), @"
        #  what|
        1  a|
        2|
        ");
    }

    #[test]
    fn a_last_cell_that_does_not_fit_is_wrapped() {
        let table = table(&[
            &["1", "in 2 days", "draft the RFC and send it round"],
            &["2", "today", "read"],
        ]);
        insta::assert_snapshot!(render_lines(&table, Some(34)), @"
        #  when       what|
        1  in 2 days  draft the RFC and|
                      send it round|
        2  today      read|
        ");
        assert_eq!(render_lines(&table, Some(45)), render_lines(&table, None));
    }
}
