//! What the user is told when a run can't do what was asked.
//!
//! A `Failure` is one sentence, what to type next, and the exit status. Wording sits with the noun
//! it belongs to (`impl From<…> for Failure` there); this file only knows the kinds.

use std::fmt;

/// Result of everything that can fail in a way the user has to know.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// What sort of failure; decides the exit status and the `code` of the JSON error object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The negative answer that was asked for (`due --exit-code`): nothing is printed about it.
    Negative,
    /// The command line can't be understood.
    Usage,
    /// No such record, or more than one.
    NotFound,
    /// The input breaks a rule; nothing was changed.
    Refused,
    /// A confirmation or an answer is needed and nobody is there to give it.
    AnswerNeeded,
    /// Another process holds the data file.
    Busy,
    /// Disk full, read-only, no permission, not a file.
    Storage,
    /// The data file is damaged.
    Damaged,
    /// The data file was written by a newer version.
    Newer,
    /// A bug in this program.
    Bug,
}

impl Kind {
    /// The exit status, as promised in `docs/commands.md`.
    pub fn exit(self) -> u8 {
        match self {
            Kind::Negative => 1,
            Kind::Usage => 2,
            Kind::NotFound => 3,
            Kind::Refused => 4,
            Kind::AnswerNeeded => 5,
            Kind::Busy => 6,
            Kind::Storage => 7,
            Kind::Damaged => 8,
            Kind::Newer => 9,
            Kind::Bug => 70,
        }
    }

    /// The stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Negative => "negative",
            Kind::Usage => "usage",
            Kind::NotFound => "not_found",
            Kind::Refused => "refused",
            Kind::AnswerNeeded => "answer_needed",
            Kind::Busy => "busy",
            Kind::Storage => "storage",
            Kind::Damaged => "damaged",
            Kind::Newer => "newer",
            Kind::Bug => "bug",
        }
    }
}

/// One sentence (lower case, no full stop), hints to type, and what happened to the data.
#[derive(Debug)]
pub struct Failure {
    pub kind: Kind,
    pub message: String,
    pub hints: Vec<String>,
    /// What happened to what the user wrote, when something was at stake.
    pub data: Option<String>,
}

impl Failure {
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Failure {
            kind,
            message: message.into(),
            hints: Vec::new(),
            data: None,
        }
    }

    pub fn usage(message: impl Into<String>) -> Self {
        Failure::new(Kind::Usage, message)
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Failure::new(Kind::NotFound, message)
    }

    pub fn refused(message: impl Into<String>) -> Self {
        Failure::new(Kind::Refused, message)
    }

    pub fn answer_needed(message: impl Into<String>) -> Self {
        Failure::new(Kind::AnswerNeeded, message)
    }

    pub fn storage(message: impl Into<String>) -> Self {
        Failure::new(Kind::Storage, message)
    }

    /// Adds something to type next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Says what happened to the data.
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
