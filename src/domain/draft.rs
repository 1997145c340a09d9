//! Unsaved text from commands that failed.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

/// A draft that an earlier run has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedDraft {
    pub path: PathBuf,
    pub name: String,
    pub at: DateTime<Utc>,
    /// What takes it up again, such as `mentor log -p ana`.
    pub command: String,
    pub text: String,
}

impl SavedDraft {
    /// The first line that says something.
    pub fn first_line(&self) -> &str {
        let mut lines = self.text.lines();
        let first = lines.find(|line| !line.trim().is_empty() && !line.starts_with('#'));
        first.unwrap_or_default()
    }
}
