//! The one place that knows comfy-table.

use std::borrow::Cow;

use comfy_table::{ColumnConstraint, ContentArrangement, Width};

use crate::view::card::LEGIBLE;
use crate::view::look;
use crate::view::page::Page;
use crate::view::stack::{said, stacked};
use crate::view::style::{self, Style, paint};

/// Rows under a heading, fitted to the page; the last column takes what room is left.
pub struct Table {
    header: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(header: &[&'static str]) -> Self {
        Table {
            header: header.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Rows alone.
    pub fn without_header(columns: usize) -> Self {
        Table::new(&vec![""; columns])
    }

    pub fn row(&mut self, mut cells: Vec<String>) {
        for cell in &mut cells {
            if let Cow::Owned(visible) = style::visible(cell) {
                *cell = visible;
            }
        }
        self.rows.push(cells);
    }

    /// Text with one line a row, or more where a cell has to be wrapped; no trailing blanks.
    pub fn render(&self, page: &Page) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let used: Vec<usize> = (0..self.header.len())
            .filter(|at| {
                self.rows
                    .iter()
                    .any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty()))
            })
            .collect();
        if look::is_plain() {
            return said(&self.rows, &used, &self.header);
        }
        if page.width.is_some_and(|width| !self.fits(&used, width)) {
            return stacked(&self.rows, &used, page);
        }
        let mut table = comfy_table::Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        if self.header.iter().any(|name| !name.is_empty()) {
            table.set_header(used.iter().map(|at| paint(Style::Dim, self.header[*at])));
        }
        for row in &self.rows {
            table.add_row(
                used.iter()
                    .map(|at| row.get(*at).map(String::as_str).unwrap_or_default()),
            );
        }
        match page.width {
            Some(width) => {
                table.set_content_arrangement(ContentArrangement::Dynamic);
                table.set_width(u16::try_from(width.max(20)).unwrap_or(u16::MAX));
                self.keep_short_columns_whole(&mut table, &used);
            }
            None => {
                table.set_content_arrangement(ContentArrangement::Disabled);
            }
        }
        for column in table.column_iter_mut() {
            column.set_padding((0, 2));
        }
        let lines: Vec<String> = table
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        lines.join("\n")
    }

    fn widest(&self, at: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(at));
        let widths = cells.flat_map(|cell| cell.lines()).map(style::width);
        widths.max().unwrap_or(0).max(style::width(self.header[at]))
    }

    /// What all columns but the last take.
    fn short(&self, used: &[usize]) -> Vec<usize> {
        let short = &used[..used.len() - 1];
        short.iter().map(|at| self.widest(*at) + 2).collect()
    }

    /// Whether the last column has room to be read.
    fn fits(&self, used: &[usize], width: usize) -> bool {
        let last = used.last().map_or(0, |at| self.widest(*at));
        self.short(used).iter().sum::<usize>() + last.min(LEGIBLE) <= width
    }

    /// Numbers, dates and states never wrap.
    fn keep_short_columns_whole(&self, table: &mut comfy_table::Table, used: &[usize]) {
        for (at, wide) in self.short(used).into_iter().enumerate() {
            if let (Some(column), Ok(wide)) = (table.column_mut(at), u16::try_from(wide)) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(wide)));
            }
        }
    }
}
