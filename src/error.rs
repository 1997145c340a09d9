//! Failures: what the user is told if a run can't do what was asked.
//!
//! A `Failure` is one sentence, what to type next, and the exit status. The wording is defined with the noun it belongs
//! to (`impl From<…> for Failure`); this file defines only the kinds.

mod store_failure;

use std::fmt;

use crate::domain::nearest::nearest;
use crate::domain::text::{TextError, UnknownWord};

/// The result of everything that can fail in a way that the user has to know.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// The kind of a failure. It decides the exit status and the `code` of the JSON error object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The negative result that was asked for (`due --exit-code`); nothing is printed about it.
    Negative,
    /// The command line can't be understood.
    Usage,
    /// No such record, or more than one.
    NotFound,
    /// The input breaks a rule; nothing was changed.
    Refused,
    /// An answer or a confirmation is needed, but there is no terminal.
    AnswerNeeded,
    /// The user answered a confirmation with no; the message says what was left undone.
    Declined,
    /// Another process holds the data file.
    Busy,
    /// Disk full, read-only, no permission, not a file.
    Storage,
    /// The data file is damaged.
    Damaged,
    /// The data file was written by a newer version.
    Newer,
    /// Standard output was closed (EPIPE); treated as success.
    ClosedPipe,
    /// A bug in this program.
    Bug,
    /// The user stopped the run (Ctrl-C). The exit status is 128 plus the signal's number, as in shells.
    Stopped,
}

impl FailureKind {
    /// Returns the exit status, as documented in `docs/help/exit-codes.md`.
    pub fn exit(self) -> u8 {
        match self {
            FailureKind::ClosedPipe => 0,
            FailureKind::Negative => 1,
            FailureKind::Usage => 2,
            FailureKind::NotFound => 3,
            FailureKind::Refused => 4,
            FailureKind::AnswerNeeded | FailureKind::Declined => 5,
            FailureKind::Busy => 6,
            FailureKind::Storage => 7,
            FailureKind::Damaged => 8,
            FailureKind::Newer => 9,
            FailureKind::Bug => 70,
            FailureKind::Stopped => 130,
        }
    }

    /// Returns the stable code for programs.
    pub fn code(self) -> &'static str {
        match self {
            FailureKind::Negative => "negative",
            FailureKind::Usage => "usage",
            FailureKind::NotFound => "not_found",
            FailureKind::Refused => "refused",
            FailureKind::AnswerNeeded | FailureKind::Declined => "answer_needed",
            FailureKind::Busy => "busy",
            FailureKind::Storage => "storage",
            FailureKind::Damaged => "damaged",
            FailureKind::Newer => "newer",
            FailureKind::ClosedPipe => "closed_pipe",
            FailureKind::Bug => "bug",
            FailureKind::Stopped => "stopped",
        }
    }
}

/// The place in a form or imported file where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailurePlace {
    /// The line, from 1.
    pub line: usize,
    /// The key of the form field, or the name of the column.
    pub field: Option<String>,
}

/// Formats the place as ``line 3, `due` ``.
impl fmt::Display for FailurePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        match &self.field {
            Some(field) => write!(f, ", `{field}`"),
            None => Ok(()),
        }
    }
}

/// A failure: one sentence (lower case, no full stop), hints to type, and what happened to the data.
#[derive(Debug)]
pub struct Failure {
    pub kind: FailureKind,
    pub message: String,
    /// The single errors, if there are several.
    pub details: Box<[String]>,
    pub hints: Vec<String>,
    /// What happened to the user's data or text, if it was at risk.
    pub data: Option<String>,
    /// The place in a form or imported file.
    pub place: Option<Box<FailurePlace>>,
    /// Whether the change was saved despite the failure.
    pub is_change_saved: bool,
    /// Short names of the pairs to choose from if the pair is ambiguous. On a terminal, the runner prompts for one.
    pub pairs: Box<[String]>,
}

impl Failure {
    pub fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Failure {
            kind,
            message: message.into(),
            details: Box::default(),
            hints: Vec::new(),
            data: None,
            place: None,
            is_change_saved: false,
            pairs: Box::default(),
        }
    }

    pub fn usage(message: impl Into<String>) -> Self {
        Failure::new(FailureKind::Usage, message)
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Failure::new(FailureKind::NotFound, message)
    }

    pub fn refused(message: impl Into<String>) -> Self {
        Failure::new(FailureKind::Refused, message)
    }

    pub fn answer_needed(message: impl Into<String>) -> Self {
        Failure::new(FailureKind::AnswerNeeded, message)
    }

    /// Ends a run that the user declined: `Nothing was deleted`.
    pub fn declined(message: impl Into<String>) -> Self {
        Failure::new(FailureKind::Declined, message)
    }

    pub fn storage(message: impl Into<String>) -> Self {
        Failure::new(FailureKind::Storage, message)
    }

    /// Whether other input could succeed, because the typed text is at fault.
    pub fn is_typo(&self) -> bool {
        matches!(self.kind, FailureKind::Usage | FailureKind::NotFound | FailureKind::Refused)
    }

    /// Adds a hint with something to type next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Returns the error and its hints as lines, to show before the user is asked to try again.
    pub fn lines(&self) -> String {
        let hints = self.hints.iter().map(|hint| format!("\nhint: {hint}"));
        format!("error: {self}{}", hints.collect::<String>())
    }

    /// Sets the line of a form; the message already names it.
    #[must_use]
    pub fn at_line(mut self, line: usize) -> Self {
        self.place = Some(Box::new(FailurePlace { line, field: None }));
        self
    }

    /// Sets the line and the field or column, and puts them before the message.
    #[must_use]
    pub fn at_field(mut self, line: usize, field: &str) -> Self {
        let place = FailurePlace { line, field: Some(field.to_owned()) };
        self.message = format!("{place}: {}", self.message);
        self.place = Some(Box::new(place));
        self
    }

    /// Returns the line in the form or imported file.
    pub fn line(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.line)
    }

    /// Sets what happened to the data.
    #[must_use]
    pub fn data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<TextError> for Failure {
    fn from(error: TextError) -> Self {
        Failure::refused(error.to_string())
    }
}

impl From<UnknownWord> for Failure {
    fn from(error: UnknownWord) -> Self {
        let failure = Failure::refused(error.to_string());
        let known = error.known.split(", ").map(|word| word.trim_matches('`'));
        match nearest(&error.typed, known) {
            Some(similar) => failure.hint(format!("did you mean `{similar}`?")),
            None => failure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manual::{self, Block};

    #[test]
    fn manual_lists_every_exit_status_with_its_code() {
        let blocks = manual::find_topic("exit-codes").unwrap().blocks();
        let rows = blocks.into_iter().find_map(|block| match block {
            Block::Table(_, rows) => Some(rows),
            _ => None,
        });
        let listed: Vec<_> = rows.unwrap().into_iter().map(|row| (row[0], row[1])).collect();
        let kinds = [
            FailureKind::Negative,
            FailureKind::Usage,
            FailureKind::NotFound,
            FailureKind::Refused,
            FailureKind::AnswerNeeded,
            FailureKind::Busy,
            FailureKind::Storage,
            FailureKind::Damaged,
            FailureKind::Newer,
            FailureKind::Bug,
            FailureKind::Stopped,
        ];
        let row = |kind: FailureKind| (kind.exit().to_string(), format!("`{}`", kind.code()));
        let expected: Vec<_> = kinds.map(row).to_vec();
        let expected: Vec<_> =
            expected.iter().map(|(exit, code)| (exit.as_str(), code.as_str())).collect();
        assert_eq!(listed[0], ("0", ""));
        assert_eq!(listed[1..], expected);
    }
}
