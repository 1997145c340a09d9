//! The options of `mentor import` for files whose lines or events become records.

use crate::domain::dates::DayOrder;
use crate::error::{Failure, Result};
use crate::view::words;

/// The nouns that rows can be.
const NOUNS: [&str; 10] = [
    "followup", "goal", "topic", "question", "feedback", "skill", "win", "insight", "resource",
    "checkin",
];

// How a file is read whose lines or events become records.
#[derive(Clone, Debug, clap::Args)]
pub struct ImportOptions {
    /// Read a spreadsheet (CSV): a header, then one record per line
    #[arg(long, requires = "noun", group = "kind")]
    pub csv: bool,

    /// Read the output of `task export` (tasks become follow-ups, unless `--as` says otherwise)
    #[arg(long, group = "kind")]
    pub(super) taskwarrior: bool,

    /// Read a todo.txt (tasks become follow-ups, unless `--as` says otherwise)
    #[arg(long, group = "kind")]
    pub(super) todo_txt: bool,

    /// Read notes in Markdown: each heading such as `## 2026-03-05` begins a past check-in
    #[arg(long, group = "kind")]
    markdown: bool,

    /// Record type of the rows; for a calendar and for past calls, `checkin`
    #[arg(long = "as", id = "noun", value_name = "NOUN", value_parser = NOUNS, requires = "kind")]
    noun: Option<String>,

    /// Map a column to a field; `COLUMN=` skips it
    #[arg(long, value_name = "COLUMN=FIELD", requires = "csv")]
    map: Vec<String>,

    /// Delimiter, such as `;` or `tab` [default: detected]
    #[arg(long, value_name = "CHARACTER", requires = "csv")]
    pub(super) delimiter: Option<String>,

    /// Read 05/06/2027 as 5 June
    #[arg(long, requires = "kind", conflicts_with_all = ["month_first", "ics"])]
    day_first: bool,

    /// Read 05/06/2027 as May 6
    #[arg(long, requires = "kind", conflicts_with = "ics")]
    month_first: bool,

    /// Show what would change without changing it
    #[arg(long)]
    pub dry_run: bool,

    /// Don't ask, and import what an export says in your name too
    #[arg(long, short)]
    pub yes: bool,
}

impl ImportOptions {
    pub fn is_sheet(&self) -> bool {
        self.csv || self.taskwarrior || self.todo_txt || self.markdown
    }

    pub fn mappings(&self) -> &[String] {
        &self.map
    }

    /// Returns the noun of the rows: the one given, or the default for the kind of file.
    pub(super) fn row_noun(&self) -> Result<&str> {
        let default_noun = if self.markdown { "checkin" } else { "followup" };
        let noun = self.noun.as_deref().unwrap_or(default_noun);
        let is_call = noun == "checkin";
        match (self.markdown, is_call) {
            (true, false) => Err(Failure::usage(format!(
                "notes under days have no {}",
                words::plural(words::noun_label(noun))
            ))
            .hint("use `--as checkin`, or leave it out")),
            (false, true) if !self.csv => Err(Failure::usage("a list of tasks has no check-ins")
                .hint("use `--as followup`, or leave it out")),
            _ => Ok(noun),
        }
        .map_err(|failure| failure.data("nothing was imported"))
    }

    pub fn noun(&self) -> Option<&str> {
        self.noun.as_deref()
    }

    pub fn day_order(&self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (true, _) => Some(DayOrder::DayFirst),
            (_, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }
}
