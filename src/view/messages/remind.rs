//! The files of the reminders, planned or installed.

use serde::Serialize;

use crate::domain::reminder::{Starter, UnitFile};

/// Describes what an installation would write.
pub fn plan(by: Starter, pieces: &[UnitFile]) -> String {
    format!("This will be installed for {by}:\n\n{}", text(pieces))
}

pub fn text(pieces: &[UnitFile]) -> String {
    let parts = pieces.iter().map(|piece| format!("{}:\n{}", place(piece), indent(&piece.text)));
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

/// `mentor remind`: what starts the reminders.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReminderAnswer<'a> {
    /// What starts them; null: nothing is installed.
    by: Option<Starter>,
    pieces: Vec<ReminderFile<'a>>,
}

/// A file or a line of the crontab.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ReminderFile<'a> {
    /// Null: the user's crontab.
    path: Option<String>,
    text: &'a str,
}

pub fn json(by: Option<Starter>, pieces: &[UnitFile]) -> ReminderAnswer<'_> {
    let pieces = pieces.iter().map(|piece| ReminderFile {
        path: piece.path.as_ref().map(|path| path.display().to_string()),
        text: &piece.text,
    });
    let pieces = pieces.collect();
    ReminderAnswer { by, pieces }
}
