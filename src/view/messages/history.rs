//! The undo history.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::domain::dates::Now;
use crate::domain::undo_step::{StepState, UndoStep};
use crate::domain::zone::Tz;
use crate::view::json::{ItemAnswer, ListAnswer};
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::words;

/// Returns the first line of a step, and how many more it has.
pub fn in_line(step: &UndoStep) -> String {
    let mut lines = step.words.lines();
    let first = lines.next().unwrap_or("a change");
    match lines.count() {
        0 => first.to_owned(),
        more => format!("{first} (and {more} more)"),
    }
}

pub fn table(steps: &[UndoStep], zone: Tz, now: Now, page: &Layout) -> String {
    let mut table = Table::new(&["change", "when", "", "what"]);
    for step in steps {
        let undone = step.state == StepState::Undone;
        let state = if undone { paint(Style::Dim, "undone") } else { String::new() };
        table.row(vec![
            step.id.to_string(),
            words::moment(step.at, zone, now),
            state,
            step.words.clone(),
        ]);
    }
    table.render(page)
}

/// One step of the undo history.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UndoStepEntry<'a> {
    #[cfg_attr(test, schemars(range(min = 0)))]
    id: i64,
    at: DateTime<Utc>,
    state: StepState,
    /// What the command printed about its change.
    words: Vec<&'a str>,
}

impl<'a> From<&'a UndoStep> for UndoStepEntry<'a> {
    fn from(step: &'a UndoStep) -> Self {
        UndoStepEntry {
            id: step.id,
            at: step.at,
            state: step.state,
            words: step.words.lines().collect(),
        }
    }
}

/// Columns of the CSV listing: the fields of an entry.
pub const COLUMNS: [&str; 4] = ["id", "at", "state", "words"];

pub fn item(step: &UndoStep) -> ItemAnswer<UndoStepEntry<'_>> {
    ItemAnswer { item: step.into() }
}

pub fn list(steps: &[UndoStep]) -> ListAnswer<UndoStepEntry<'_>> {
    ListAnswer::new(steps.iter().map(UndoStepEntry::from))
}
