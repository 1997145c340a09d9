//! The one place that knows comfy-table.

use comfy_table::{ColumnConstraint, ContentArrangement, Width};

use crate::view::page::Page;
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

    pub fn row(&mut self, cells: Vec<String>) {
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
                self.keep_short_columns_whole(&mut table, &used, width);
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

    /// Numbers, dates and states never wrap as long as the last column has room to.
    fn keep_short_columns_whole(
        &self,
        table: &mut comfy_table::Table,
        used: &[usize],
        width: usize,
    ) {
        let widest = |at: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(at));
            let header = style::width(self.header[at]);
            cells
                .map(|cell| style::width(cell))
                .max()
                .unwrap_or(0)
                .max(header)
        };
        let short: Vec<usize> = used[..used.len() - 1]
            .iter()
            .map(|at| widest(*at) + 2)
            .collect();
        if short.iter().sum::<usize>() + 16 > width {
            return;
        }
        for (at, wide) in short.into_iter().enumerate() {
            if let (Some(column), Ok(wide)) = (table.column_mut(at), u16::try_from(wide)) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(wide)));
            }
        }
    }
}
