//! Cards: a title, then a line for each field, long values with a hanging indent.

use std::fmt::Display;

use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint, width};
use crate::view::page::wrap::{LEGIBLE, wrap};

/// A card. Empty fields are left out.
pub struct Card {
    title: String,
    lines: Vec<(String, String)>,
}

impl Card {
    pub fn new(title: &str) -> Self {
        Card { title: title.to_owned(), lines: Vec::new() }
    }

    pub fn line(&mut self, label: impl Into<String>, value: impl Display) {
        self.lines.push((label.into(), value.to_string()));
    }

    /// Adds a field if it has a value.
    pub fn optional(&mut self, label: impl Into<String>, value: Option<impl Display>) {
        if let Some(value) = value {
            self.line(label, value);
        }
    }

    /// Adds a list with one entry a line, the label only before the first.
    pub fn list(&mut self, label: impl Into<String>, values: &[String]) {
        let mut label = label.into();
        for value in values {
            self.line(std::mem::take(&mut label), value);
        }
    }

    pub fn render(&self, page: &Layout) -> String {
        if page.mode.is_plain() {
            let lines = self.lines.iter().map(|(label, value)| match label.as_str() {
                "" => format!("\n{value}"),
                label => format!("\n{label}: {value}"),
            });
            return paint(Style::Heading, &self.title) + &lines.collect::<String>();
        }
        let labels = self.lines.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let indent = " ".repeat(labels + 4);
        let room = page.width.map(|width| width.saturating_sub(labels + 4));
        let mut text = paint(Style::Heading, &wrap(&self.title, page.width));
        for (label, value) in &self.lines {
            // If the labels leave too little room, each value goes below its label.
            if room.is_some_and(|room| room < LEGIBLE) {
                let below = wrap(value, page.width.map(|width| width.saturating_sub(4)));
                if !label.is_empty() {
                    text.push_str(&format!("\n  {}", paint(Style::Dim, label)));
                }
                text.push_str(&format!("\n    {}", below.replace('\n', "\n    ")));
                continue;
            }
            let pad = " ".repeat(labels - width(label));
            let value = wrap(value, room).replace('\n', &format!("\n{indent}"));
            text.push_str(&format!("\n  {}{pad}  {value}", paint(Style::Dim, label)));
        }
        text
    }
}
