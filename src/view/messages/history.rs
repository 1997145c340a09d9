//! The steps that can be undone.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::domain::undo_step::{StepState, UndoStep};
use crate::domain::zone::Tz;
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::words;

/// The first line of what the step did, and how many more there are.
pub fn in_line(step: &UndoStep) -> String {
    let mut lines = step.words.lines();
    let first = lines.next().unwrap_or("a change");
    match lines.count() {
        0 => first.to_owned(),
        more => format!("{first} (and {more} more)"),
    }
}

pub fn table(steps: &[UndoStep], zone: Tz, now: DateTime<Utc>, page: &Layout) -> String {
    let mut table = Table::new(&["change", "when", "", "what"]);
    for step in steps {
        let undone = step.state == StepState::Undone;
        let state = if undone {
            paint(Style::Dim, "undone")
        } else {
            String::new()
        };
        table.row(vec![
            step.id.to_string(),
            words::moment(step.at, zone, now),
            state,
            step.words.clone(),
        ]);
    }
    table.render(page)
}

pub fn item(step: &UndoStep) -> Value {
    json!({ "schema": "mentor.step/1", "item": fields(step) })
}

pub fn list(steps: &[UndoStep]) -> Value {
    let items: Vec<Value> = steps.iter().map(fields).collect();
    json!({ "schema": "mentor.step.list/1", "items": items })
}

/// The fields of a step, in the order of their columns.
pub const COLUMNS: [&str; 4] = ["id", "at", "state", "words"];

fn fields(step: &UndoStep) -> Value {
    json!({
        "id": step.id,
        "at": step.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "state": step.state.word(),
        "words": step.words.lines().collect::<Vec<_>>(),
    })
}
