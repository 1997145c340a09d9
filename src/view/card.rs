//! One record in full: a title, then its fields, one a line, long ones wrapped under themselves.

use std::fmt::Display;

use crate::view::page::Page;
use crate::view::style::{Style, paint, width};

/// Collects the fields that have something to say.
pub struct Card {
    title: String,
    lines: Vec<(String, String)>,
}

impl Card {
    pub fn new(title: &str) -> Self {
        Card {
            title: title.to_owned(),
            lines: Vec::new(),
        }
    }

    pub fn line(&mut self, label: impl Into<String>, value: impl Display) {
        self.lines.push((label.into(), value.to_string()));
    }

    /// A field that may be missing.
    pub fn text(&mut self, label: impl Into<String>, value: Option<impl Display>) {
        if let Some(value) = value {
            self.line(label, value);
        }
    }

    /// One entry a line, the label only before the first.
    pub fn list(&mut self, label: impl Into<String>, values: &[String]) {
        let mut label = label.into();
        for value in values {
            self.line(std::mem::take(&mut label), value);
        }
    }

    pub fn render(&self, page: &Page) -> String {
        let labels = self
            .lines
            .iter()
            .map(|(label, _)| width(label))
            .max()
            .unwrap_or(0);
        let mut text = paint(Style::Heading, &self.title);
        for (label, value) in &self.lines {
            let pad = " ".repeat(labels - width(label));
            let room = page
                .width
                .map(|width| width.saturating_sub(labels + 4).max(20));
            let indent = " ".repeat(labels + 4);
            let value = wrap(value, room).replace('\n', &format!("\n{indent}"));
            text.push_str(&format!("\n  {}{pad}  {value}", paint(Style::Dim, label)));
        }
        text
    }
}

/// Breaks lines at words so that none is wider than `room`; none: as they are.
pub fn wrap(text: &str, room: Option<usize>) -> String {
    match room {
        None => text.to_owned(),
        Some(room) => textwrap::fill(text, room),
    }
}
