//! Text saved from commands that failed.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

/// A draft that an earlier run left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedDraft {
    pub path: PathBuf,
    pub name: String,
    pub at: DateTime<Utc>,
    /// The command that resumes it, such as `mentor log -p ana`.
    pub command: String,
    pub text: String,
}

impl SavedDraft {
    /// Returns the first line that is neither blank nor a comment.
    pub fn first_line(&self) -> &str {
        let mut lines = self.text.lines();
        let first = lines.find(|line| !line.trim().is_empty() && !line.starts_with('#'));
        first.unwrap_or_default()
    }
}
