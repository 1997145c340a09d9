//! Reports made of headings and points: the same text for a terminal and as Markdown.

use crate::view::card::wrap;
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
        let mut text = paint(Style::Heading, &self.title);
        for line in &self.lines {
            text.push_str(&format!("\n{}", wrap(line, page.width)));
        }
        for (heading, points) in &self.sections {
            text.push_str(&format!("\n\n{}", paint(Style::Name, heading)));
            for point in points {
                let room = page.width.map(|width| width.saturating_sub(4).max(20));
                let wrapped = wrap(point, room).replace('\n', "\n    ");
                text.push_str(&format!("\n  • {wrapped}"));
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
