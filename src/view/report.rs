//! Reports made of headings and points: the same text for a terminal and as Markdown.

use crate::view::card::{hang, wrap};
use crate::view::look::BULLET;
use crate::view::page::Page;
use crate::view::style::{Style, paint};

/// Collects sections; those without points are left out.
pub struct Report {
    title: String,
    lines: Vec<String>,
    sections: Vec<(String, Vec<String>)>,
}

impl Report {
    pub fn new(title: impl Into<String>) -> Self {
        Report {
            title: title.into(),
            lines: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// A line under the title.
    pub fn line(&mut self, text: impl Into<String>) {
        self.lines.push(text.into());
    }

    pub fn section(&mut self, heading: impl Into<String>, points: Vec<String>) {
        if !points.is_empty() {
            self.sections.push((heading.into(), points));
        }
    }

    pub fn render(&self, markdown: bool, page: &Page) -> String {
        if markdown {
            self.markdown()
        } else {
            self.terminal(page)
        }
    }

    fn terminal(&self, page: &Page) -> String {
        let mut text = paint(Style::Heading, &wrap(&self.title, page.width));
        for line in &self.lines {
            text.push_str(&format!("\n{}", wrap(line, page.width)));
        }
        for (heading, points) in &self.sections {
            text.push_str(&format!(
                "\n\n{}",
                paint(Style::Name, &wrap(heading, page.width))
            ));
            for point in points {
                let point = hang(&format!("  {BULLET} {point}"), page.width, 4);
                text.push_str(&format!("\n{point}"));
            }
        }
        text
    }

    fn markdown(&self) -> String {
        let mut text = format!("# {}\n", self.title);
        for line in &self.lines {
            text.push_str(&format!("\n{line}  "));
        }
        for (heading, points) in &self.sections {
            text.push_str(&format!("\n\n## {heading}\n"));
            for point in points {
                text.push_str(&format!("\n- {}", point.replace('\n', "\n  ")));
            }
        }
        text
    }
}
