//! Reports made of headings and points: the same for a terminal, as Markdown, and as a page for a browser.

use std::fmt::Display;

use chrono::NaiveDate;

use crate::domain::goal::GoalHistory;
use crate::domain::progress::ProgressReport;
use crate::domain::skill::SkillHistory;
use crate::view::page::layout::Layout;
use crate::view::page::markdown;
use crate::view::page::output_mode::BULLET;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::records::card::{wrap, wrap_hanging};

/// Collects sections; those without anything to say are left out.
pub struct Report<'a> {
    pub title: String,
    /// The day that it is made for.
    pub today: NaiveDate,
    pub lines: Vec<String>,
    /// What a page shows in figures under the title.
    pub glance: Option<&'a ProgressReport>,
    pub sections: Vec<Section<'a>>,
}

pub struct Section<'a> {
    pub heading: String,
    pub points: Vec<ReportItem>,
    /// What a terminal shows instead of the points: the same facts, side by side.
    pub columns: Option<Table>,
    /// A line below the columns.
    pub below: Option<String>,
    /// What a page shows instead of the points: the same facts, and more.
    pub drawing: Option<Drawing<'a>>,
    pub place: SectionPlace,
}

/// How a page shows a section; elsewhere all are alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SectionPlace {
    #[default]
    AsTold,
    /// The points are told oldest first; a page begins with the newest.
    ByDay,
    /// What seldom changes: only its heading until it is opened.
    Folded,
}

/// Something said, perhaps of something named, and what belongs under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportItem {
    pub name: Option<String>,
    pub text: String,
    pub under: Vec<String>,
    /// Where links to the record lead, if this is where it is told: `follow-up-11`.
    pub anchor: Option<String>,
    pub status: Option<ItemStatus>,
}

/// How it stands with something that was to be done, and the words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStatus {
    pub kind: StatusKind,
    /// `7 days overdue`; empty: there is nothing to add.
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusKind {
    Open,
    Overdue,
    Done,
    Dropped,
}

/// What is drawn on a page.
pub enum Drawing<'a> {
    Goals(Vec<&'a GoalHistory>, &'a ProgressReport),
    Skills(Vec<&'a SkillHistory>, &'a ProgressReport),
    Promises(&'a ProgressReport),
    Meetings(&'a ProgressReport),
}

impl Drawing<'_> {
    fn shows_something(&self) -> bool {
        match self {
            Drawing::Goals(stories, _) => !stories.is_empty(),
            Drawing::Skills(stories, _) => !stories.is_empty(),
            Drawing::Promises(progress) => !progress.outcomes.is_empty(),
            Drawing::Meetings(progress) => !progress.checkins_by_day().is_empty(),
        }
    }
}

/// The points of a section that only a page has.
pub const NOTHING: [ReportItem; 0] = [];

impl ReportItem {
    /// `cadence: every 2 weeks`.
    pub fn with_label(name: impl Into<String>, text: impl Into<String>) -> ReportItem {
        ReportItem {
            name: Some(name.into()),
            ..ReportItem::from(text.into())
        }
    }

    /// As the place on a page where a record is told: `follow-up`, 11.
    pub fn anchored(mut self, noun: &str, number: impl Display) -> ReportItem {
        self.anchor = Some(format!("{noun}-{number}"));
        self
    }

    pub fn with_status(mut self, kind: StatusKind, words: impl Into<String>) -> ReportItem {
        let words = words.into();
        self.status = Some(ItemStatus { kind, words });
        self
    }

    /// What is said, and how it stands with it: `read the slides (follow-up 11), 7 days overdue`.
    fn said(&self) -> String {
        match &self.status {
            Some(status) if !status.words.is_empty() => format!("{}, {}", self.text, status.words),
            _ => self.text.clone(),
        }
    }

    /// With lines under it.
    pub fn with_details(mut self, lines: impl IntoIterator<Item = String>) -> ReportItem {
        self.under.extend(lines);
        self
    }
}

impl From<String> for ReportItem {
    fn from(text: String) -> ReportItem {
        ReportItem {
            text,
            ..ReportItem::default()
        }
    }
}

impl<'a> Report<'a> {
    pub fn new(title: impl Into<String>, today: NaiveDate) -> Self {
        Report {
            title: title.into(),
            today,
            lines: Vec::new(),
            glance: None,
            sections: Vec::new(),
        }
    }

    /// A line under the title.
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

    /// A section whose points are told oldest first.
    pub fn section_by_day<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
    ) {
        self.add(heading, points, None, SectionPlace::ByDay);
    }

    /// A section that a page shows folded.
    pub fn folded_section<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
    ) {
        self.add(heading, points, None, SectionPlace::Folded);
    }

    /// A section that a page draws. Without points it is on the page alone.
    pub fn section_with_chart<P: Into<ReportItem>>(
        &mut self,
        heading: impl Into<String>,
        points: impl IntoIterator<Item = P>,
        drawing: Drawing<'a>,
    ) {
        self.add(heading, points, Some(drawing), SectionPlace::AsTold);
    }

    /// Puts the facts of the last section side by side on a terminal, with a line below them.
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
        let draws = section
            .drawing
            .as_ref()
            .is_some_and(Drawing::shows_something);
        if draws || !section.points.is_empty() {
            self.sections.push(section);
        }
    }

    /// The sections that say something in words.
    fn sections_with_text(&self) -> impl Iterator<Item = &Section<'a>> {
        let sections = self.sections.iter();
        sections.filter(|section| !section.points.is_empty())
    }

    pub fn text(&self, page: &Layout) -> String {
        let mut text = paint(Style::Heading, &wrap(&self.title, page.width));
        for line in &self.lines {
            text.push_str(&format!("\n{}", wrap(line, page.width)));
        }
        for section in self.sections_with_text() {
            let heading = wrap(&section.heading, page.width);
            text.push_str(&format!("\n\n{}", paint(Style::Name, &heading)));
            let inner = Layout {
                width: page.width.map(|width| width.saturating_sub(2)),
            };
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
                let said = name.unwrap_or_default() + &point.said();
                let said = wrap_hanging(&format!("  {BULLET} {said}"), page.width, 4);
                text.push_str(&format!("\n{said}"));
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
                    // Four columns are what every kind takes for a list in the list.
                    text.push_str(&format!("    - {}\n", markdown::text(line, 6)));
                }
            }
        }
        text
    }
}

/// A point in Markdown, its name in bold.
fn markdown_item(point: &ReportItem) -> String {
    match &point.name {
        None => markdown::text(&point.said(), 2),
        Some(name) if point.text.is_empty() => format!("**{}**", markdown::inline(name)),
        Some(name) => format!(
            "**{}:** {}",
            markdown::inline(name),
            markdown::text(&point.said(), 2)
        ),
    }
}
