//! Reports of headings and points, rendered as text, Markdown or HTML.

use std::fmt::Display;

use crate::domain::dates::Today;
use crate::domain::goal::GoalHistory;
use crate::domain::progress::ProgressReport;
use crate::domain::skill::SkillHistory;
use crate::view::page::layout::Layout;
use crate::view::page::markdown;
use crate::view::page::output_mode::{BULLET, OutputMode};
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::page::wrap::{wrap, wrap_hanging};

/// A report. Sections without points are left out.
pub struct Report<'a> {
    pub title: String,
    /// The day of the report.
    pub today: Today,
    /// The symbols of its points.
    pub mode: OutputMode,
    pub lines: Vec<String>,
    /// The key figures that HTML shows below the title.
    pub glance: Option<&'a ProgressReport>,
    pub sections: Vec<Section<'a>>,
}

pub struct Section<'a> {
    pub heading: String,
    pub points: Vec<ReportItem>,
    /// A table that text shows instead of the points.
    pub columns: Option<Table>,
    /// A line below the table.
    pub below: Option<String>,
    /// A chart that HTML shows instead of the points.
    pub drawing: Option<Drawing<'a>>,
    pub place: SectionPlace,
}

/// How HTML shows a section; in text and Markdown all look the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SectionPlace {
    #[default]
    AsTold,
    /// The points come oldest first; HTML reverses them.
    ByDay,
    /// Collapsed until the reader opens it.
    Folded,
}

/// A point of a section, with an optional label and details.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportItem {
    pub name: Option<String>,
    pub text: String,
    pub under: Vec<String>,
    /// Anchor of the record that it describes: `follow-up-11`.
    pub anchor: Option<String>,
    pub status: Option<ItemStatus>,
}

/// The status of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStatus {
    pub kind: StatusKind,
    /// The status in words: `7 days overdue`; may be empty.
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusKind {
    Open,
    Overdue,
    Done,
    Dropped,
}

/// A chart of HTML.
pub enum Drawing<'a> {
    Goals(Vec<&'a GoalHistory>, &'a ProgressReport),
    Skills(Vec<&'a SkillHistory>, &'a ProgressReport),
    Promises(&'a ProgressReport),
    Meetings(&'a ProgressReport),
}

impl Drawing<'_> {
    fn shows_something(&self) -> bool {
        match self {
            Drawing::Goals(histories, _) => !histories.is_empty(),
            Drawing::Skills(histories, _) => !histories.is_empty(),
            Drawing::Promises(progress) => !progress.outcomes.is_empty(),
            Drawing::Meetings(progress) => !progress.checkins_by_day().is_empty(),
        }
    }
}

/// The points of a section that only HTML has.
pub const NOTHING: [ReportItem; 0] = [];

impl ReportItem {
    /// Makes a point with a label: `cadence: every 2 weeks`.
    pub fn with_label(name: impl Into<String>, text: impl Into<String>) -> ReportItem {
        ReportItem { name: Some(name.into()), ..ReportItem::from(text.into()) }
    }

    /// Makes the point the anchor of a record: `follow-up`, 11.
    pub fn anchored(mut self, noun: &str, number: impl Display) -> ReportItem {
        self.anchor = Some(format!("{noun}-{number}"));
        self
    }

    pub fn with_status(mut self, kind: StatusKind, words: impl Into<String>) -> ReportItem {
        let words = words.into();
        self.status = Some(ItemStatus { kind, words });
        self
    }

    /// Returns the text with the status: `read the slides (follow-up 11), 7 days overdue`.
    fn text_with_status(&self) -> String {
        match &self.status {
            Some(status) if !status.words.is_empty() => {
                let (before, after) = self.around_status();
                format!("{}{before}{}{after}", self.text, status.words)
            }
            _ => self.text.clone(),
        }
    }

    /// Returns what separates the status from the text: a comma, but not after a question mark.
    pub fn around_status(&self) -> (&'static str, &'static str) {
        if self.text.ends_with(['?', '!', '.']) { (" (", ")") } else { (", ", "") }
    }

    /// Adds details below the point.
    pub fn with_details(mut self, lines: impl IntoIterator<Item = String>) -> ReportItem {
        self.under.extend(lines);
        self
    }
}

impl From<String> for ReportItem {
    fn from(text: String) -> ReportItem {
        ReportItem { text, ..ReportItem::default() }
    }
}

impl<'a> Report<'a> {
    pub fn new(title: impl Into<String>, today: Today, mode: OutputMode) -> Self {
        Report {
            title: title.into(),
            today,
            mode,
            lines: Vec::new(),
            glance: None,
            sections: Vec::new(),
        }
    }

    /// Adds a line below the title.
    pub fn line(&mut self, text: impl Into<String>) {
        self.lines.push(text.into());
    }

    pub fn section<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
    ) {
        self.add(heading, points, None, SectionPlace::AsTold);
    }

    /// Adds a section whose points come oldest first.
    pub fn section_by_day<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
    ) {
        self.add(heading, points, None, SectionPlace::ByDay);
    }

    /// Adds a section that HTML shows collapsed.
    pub fn folded_section<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
    ) {
        self.add(heading, points, None, SectionPlace::Folded);
    }

    /// Adds a section that HTML shows as a chart. Without points only HTML has it.
    pub fn section_with_chart<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
        drawing: Drawing<'a>,
    ) {
        self.add(heading, points, Some(drawing), SectionPlace::AsTold);
    }

    /// Shows the last section as a table in text, with a line below it.
    pub fn in_columns(&mut self, (columns, below): (Table, Option<String>)) {
        let last = self.sections.last_mut();
        if let Some(section) = last.filter(|_| !columns.is_empty()) {
            section.columns = Some(columns);
            section.below = below;
        }
    }

    fn add<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
        drawing: Option<Drawing<'a>>,
        place: SectionPlace,
    ) {
        let section = Section {
            heading: heading.into(),
            points: points.into_iter().map(Into::into).collect(),
            columns: None,
            below: None,
            drawing,
            place,
        };
        let draws = section.drawing.as_ref().is_some_and(Drawing::shows_something);
        if draws || !section.points.is_empty() {
            self.sections.push(section);
        }
    }

    /// Returns the sections that have points.
    fn sections_with_text(&self) -> impl Iterator<Item = &Section<'a>> {
        let sections = self.sections.iter();
        sections.filter(|section| !section.points.is_empty())
    }

    pub fn text(&self, page: &Layout) -> String {
        let bullet = BULLET.in_mode(page.mode);
        let mut text = paint(Style::Heading, &wrap(&self.title, page.width));
        for line in &self.lines {
            text.push_str(&format!("\n{}", wrap(line, page.width)));
        }
        for section in self.sections_with_text() {
            let heading = wrap(&section.heading, page.width);
            text.push_str(&format!("\n\n{}", paint(Style::Name, &heading)));
            let inner = Layout { width: page.width.map(|width| width.saturating_sub(2)), ..*page };
            if let Some(table) = section.columns.as_ref().filter(|one| one.fits(&inner)) {
                let lines = table.render(&inner).replace('\n', "\n  ");
                text.push_str(&format!("\n  {lines}"));
                if let Some(below) = &section.below {
                    let below = wrap_hanging(&format!("  {below}"), page.width, 2);
                    text.push_str(&format!("\n{below}"));
                }
                continue;
            }
            for point in &section.points {
                let name = point.name.as_deref().map(|name| format!("{name}: "));
                let line = name.unwrap_or_default() + &point.text_with_status();
                let line = wrap_hanging(&format!("  {bullet} {line}"), page.width, 4);
                text.push_str(&format!("\n{line}"));
                for line in &point.under {
                    let line = wrap_hanging(&format!("      {line}"), page.width, 6);
                    text.push_str(&format!("\n{line}"));
                }
            }
        }
        text
    }

    pub fn markdown(&self) -> String {
        let mut text = format!("# {}\n", markdown::inline(&self.title));
        let lines: Vec<String> = self.lines.iter().map(|one| markdown::line(one)).collect();
        text.push_str(&format!("\n{}\n", lines.join("  \n")));
        for section in self.sections_with_text() {
            text.push_str(&format!("\n## {}\n\n", markdown::inline(&section.heading)));
            for point in &section.points {
                text.push_str(&format!("- {}\n", markdown_item(point)));
                for line in &point.under {
                    // Every dialect accepts four columns as a nested list.
                    text.push_str(&format!("    - {}\n", markdown::text(line, 6)));
                }
            }
        }
        text
    }
}

/// Formats a point in Markdown, with a bold label.
fn markdown_item(point: &ReportItem) -> String {
    match &point.name {
        None => markdown::text(&point.text_with_status(), 2),
        Some(name) if point.text.is_empty() => format!("**{}**", markdown::inline(name)),
        Some(name) => format!(
            "**{}:** {}",
            markdown::inline(name),
            markdown::text(&point.text_with_status(), 2)
        ),
    }
}
