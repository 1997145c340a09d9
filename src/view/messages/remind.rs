//! Reminders: what will be written, and what is there.

use serde_json::{Value, json};

use crate::domain::reminder::{Starter, UnitFile};

/// What is going to be written, before anybody says yes.
pub fn plan(by: Starter, pieces: &[UnitFile]) -> String {
    format!("This will be installed for {by}:\n\n{}", text(pieces))
}

pub fn text(pieces: &[UnitFile]) -> String {
    let parts = pieces
        .iter()
        .map(|piece| format!("{}:\n{}", place(piece), indent(&piece.text)));
    parts.collect::<Vec<_>>().join("\n")
}

fn place(piece: &UnitFile) -> String {
    match &piece.path {
        Some(path) => path.display().to_string(),
        None => "your crontab".to_owned(),
    }
}

fn indent(text: &str) -> String {
    text.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}

pub fn json(by: Option<Starter>, pieces: &[UnitFile]) -> Value {
    let pieces: Vec<Value> = pieces
        .iter()
        .map(|piece| {
            json!({
                "path": piece.path.as_ref().map(|path| path.display().to_string()),
                "text": piece.text,
            })
        })
        .collect();
    json!({ "schema": "mentor.remind/1", "by": by.map(Starter::word), "pieces": pieces })
}
