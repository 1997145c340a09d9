//! Drafts.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use crate::domain::draft::SavedDraft;
use crate::domain::zone::Tz;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::view::words;

pub fn table(drafts: &[SavedDraft], zone: Tz, now: DateTime<Utc>, page: &Layout) -> String {
    let mut table = Table::new(&["#", "name", "saved", "for", "begins with"]);
    for (at, left) in drafts.iter().enumerate() {
        let kept = words::moment(left.at, zone, now);
        table.row(vec![
            (at + 1).to_string(),
            left.name.clone(),
            kept,
            left.command.clone(),
            left.first_line().to_owned(),
        ]);
    }
    table.render(page)
}

pub fn item(left: &SavedDraft) -> Value {
    json!({ "schema": "mentor.draft/1", "item": fields(left) })
}

pub fn list(drafts: &[SavedDraft]) -> Value {
    let items: Vec<Value> = drafts.iter().map(fields).collect();
    json!({ "schema": "mentor.draft.list/1", "items": items })
}

/// The fields of a draft, in the order of their columns.
pub const COLUMNS: [&str; 5] = ["name", "path", "at", "command", "text"];

fn fields(left: &SavedDraft) -> Value {
    json!({
        "name": left.name,
        "path": left.path,
        "at": left.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        "command": left.command,
        "text": left.text,
    })
}
