//! Cards: a title, then a line for each field, long values with a hanging indent.

use std::fmt::Display;

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::view::page::layout::Layout;
use crate::view::page::output_mode;
use crate::view::page::style::{self, Style, paint, width};

/// The least number of columns for readable text.
pub const LEGIBLE: usize = 20;

/// A card. Empty fields are left out.
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
        if output_mode::is_plain() {
            let lines = self
                .lines
                .iter()
                .map(|(label, value)| match label.as_str() {
                    "" => format!("\n{value}"),
                    label => format!("\n{label}: {value}"),
                });
            return paint(Style::Heading, &self.title) + &lines.collect::<String>();
        }
        let labels = self
            .lines
            .iter()
            .map(|(label, _)| width(label))
            .max()
            .unwrap_or(0);
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

/// Breaks lines between words so that none is wider than `room`; `None`: does not break them.
pub fn wrap(text: &str, room: Option<usize>) -> String {
    wrap_hanging(text, room, 0)
}

/// Splits a line at the break opportunities of UAX #14, so that Chinese and Japanese wrap as well, but not at hyphens and
/// soft hyphens.
fn split_words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let breaks = unicode_linebreak::linebreaks(line).map(|(at, _)| at);
    let breaks =
        breaks.filter(move |at| *at == line.len() || !line[..*at].ends_with(['-', '\u{ad}']));
    Box::new(breaks.map(move |end| {
        let word = Word::from(&line[start..end]);
        start = end;
        word
    }))
}

/// Breaks lines as `wrap` does, and indents all but the first by `by` columns.
pub fn wrap_hanging(text: &str, room: Option<usize>, by: usize) -> String {
    let indent = " ".repeat(by);
    let Some(room) = room else {
        return text.replace('\n', &format!("\n{indent}"));
    };
    let text = style::escape_invisible(text);
    let mut lines = Vec::new();
    for line in text.split('\n') {
        // No break at hyphens: people search for `check-in 9`.
        let options = Options::new(room.max(by + 1))
            .word_separator(WordSeparator::Custom(split_words))
            .word_splitter(WordSplitter::NoHyphenation)
            .initial_indent(if lines.is_empty() { "" } else { &indent })
            .subsequent_indent(&indent);
        lines.extend(textwrap::wrap(line, options));
    }
    lines.join("\n")
}
