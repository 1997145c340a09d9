//! What the user is told when a run can't do what was asked.
//!
//! A `Failure` is one sentence, what to type next, and the exit status. Wording sits with the noun
//! it belongs to (`impl From<…> for Failure` there); this file only knows the kinds.

use std::fmt;

use crate::domain::text::{TextError, UnknownWord};
use crate::nearest::nearest;
use crate::store::StoreError;

/// Result of everything that can fail in a way the user has to know.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// What sort of failure; decides the exit status and the `code` of the JSON error object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The negative answer that was asked for (`due --exit-code`): nothing is printed about it.
    Negative,
    /// The command line can't be understood.
    Usage,
    /// No such record, or more than one.
    NotFound,
    /// The input breaks a rule; nothing was changed.
    Refused,
    /// A confirmation or input or confirmation needed, but no terminal.
    AnswerNeeded,
    /// Another process holds the data file.
    Busy,
    /// Disk full, read-only, no permission, not a file.
    Storage,
    /// The data file is damaged.
    Damaged,
    /// The data file was written by a newer version.
    Newer,
    /// The reader of the answer went away, which is no error.
    ClosedPipe,
    /// A bug in this program.
    Bug,
    /// The user stopped it (Ctrl-C): 128 and the signal's number, as shells have it.
    Stopped,
}

impl FailureKind {
    /// The exit status, as promised in `docs/help/exit-codes.md`.
    pub fn exit(self) -> u8 {
        match self {
            FailureKind::ClosedPipe => 0,
            FailureKind::Negative => 1,
            FailureKind::Usage => 2,
            FailureKind::NotFound => 3,
            FailureKind::Refused => 4,
            FailureKind::AnswerNeeded => 5,
            FailureKind::Busy => 6,
            FailureKind::Storage => 7,
            FailureKind::Damaged => 8,
            FailureKind::Newer => 9,
            FailureKind::Bug => 70,
            FailureKind::Stopped => 130,
        }
    }

    /// The stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            FailureKind::Negative => "negative",
            FailureKind::Usage => "usage",
            FailureKind::NotFound => "not_found",
            FailureKind::Refused => "refused",
            FailureKind::AnswerNeeded => "answer_needed",
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

/// Where in a form or sheet something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailurePlace {
    /// Counted from 1.
    pub line: usize,
    /// The key of the form, or the name of the column.
    pub field: Option<String>,
}

/// ``line 3, `due` ``
impl fmt::Display for FailurePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        match &self.field {
            Some(field) => write!(f, ", `{field}`"),
            None => Ok(()),
        }
    }
}

/// One sentence (lower case, no full stop), hints to type, and what happened to the data.
#[derive(Debug)]
pub struct Failure {
    pub kind: FailureKind,
    pub message: String,
    /// What is wrong one by one, where it is more than one thing.
    pub details: Box<[String]>,
    pub hints: Vec<String>,
    /// What happened to what the user wrote, when something was at stake.
    pub data: Option<String>,
    /// Where in a form or sheet it is.
    pub place: Option<Box<FailurePlace>>,
    /// The change is there all the same.
    pub is_made: bool,
    /// Short names of pairs to choose from, where the pair was left open; a terminal is asked.
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
            is_made: false,
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

    pub fn storage(message: impl Into<String>) -> Self {
        Failure::new(FailureKind::Storage, message)
    }

    /// Whether another text would do: what was typed is at fault.
    pub fn is_typo(&self) -> bool {
        matches!(
            self.kind,
            FailureKind::Usage | FailureKind::NotFound | FailureKind::Refused
        )
    }

    /// Adds something to type next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Says in which line of a form it is; the message names that line.
    #[must_use]
    pub fn at_line(mut self, line: usize) -> Self {
        self.place = Some(Box::new(FailurePlace { line, field: None }));
        self
    }

    /// Says in which line of a form or sheet, and in which field or column of it, and puts that before the message.
    #[must_use]
    pub fn at_field(mut self, line: usize, field: &str) -> Self {
        let place = FailurePlace {
            line,
            field: Some(field.to_owned()),
        };
        self.message = format!("{place}: {}", self.message);
        self.place = Some(Box::new(place));
        self
    }

    /// The line of the form or sheet.
    pub fn line(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.line)
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
            Some(near) => failure.hint(format!("did you mean `{near}`?")),
            None => failure,
        }
    }
}

/// What to look at when a disk reports an error.
const DISK_HINT: &str = "it may be full, over quota or failing; run `mentor check`";

/// What goes wrong with the data file, in the user's words.
impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let unchanged = "nothing was changed";
        match error {
            StoreError::Missing(path) => {
                Failure::not_found(format!("no data file yet at `{}`", path.display()))
                    .hint("run `mentor init` to start, or `mentor demo` to explore sample data")
            }
            StoreError::Theirs {
                table,
                id,
                part,
                who,
                is_whole,
            } => theirs(table, id, part, &who, is_whole),
            StoreError::Undecided { table, id } => {
                let record = format!("{} {id}", crate::view::words::noun_label(table));
                Failure::refused(format!("you both changed {record}; decide before you make it private"))
                    .data(unchanged)
                    .hint("run `mentor share conflicts` to see both versions")
            }
            StoreError::Gone(path) => Failure::new(
                FailureKind::Damaged,
                format!("the data file `{}` is gone, but its backups are there", path.display()),
            )
            .data(unchanged)
            .hint("run `mentor restore 1` to restore the newest, or `mentor restore --list` to see all")
            .hint("to start over, move the backup folder away"),
            StoreError::LeadsNowhere(path) => {
                Failure::storage(format!("`{}` is a broken link", path.display()))
                    .data(unchanged)
                    .hint("use `--db FILE` to choose another file")
            }
            StoreError::NotAFile(path) => {
                Failure::storage(format!("`{}` is not a file", path.display()))
                    .data(unchanged)
                    .hint("use `--db FILE` to choose another file")
            }
            StoreError::NotOurs => damaged("the file was not written by mentor"),
            StoreError::Empty => damaged("the data file is empty; another program must have emptied it"),
            StoreError::Damaged => damaged("the data file is damaged"),
            StoreError::Redefined => damaged(
                "the data file is damaged: its tables, indices, views or triggers are not those that mentor makes",
            ),
            StoreError::Altered { table, id } => {
                damaged(&format!("the data file is damaged: {table} {id} doesn't match its checksum"))
            }
            StoreError::Miscounted { table } => damaged(&format!(
                "the data file is damaged: an index or a page of {table} is not what was written"
            )),
            StoreError::Unreadable { table, id, column } => {
                damaged(&format!("the data file is damaged: {table} {id} has an unreadable `{column}`"))
            }
            StoreError::Newer { found, known } => Failure::new(
                FailureKind::Newer,
                format!("this data file needs a newer mentor (format {found}, this one reads up to {known})"),
            )
            .data("the file was not changed")
            .hint("update mentor"),
            StoreError::Unsound(problem) => damaged(&format!("the data file is damaged: {problem}")),
            StoreError::Replaced => Failure::new(FailureKind::Busy, "the data file was replaced while mentor was running")
                .data(unchanged)
                .hint("do it again"),
            StoreError::Busy => Failure::new(FailureKind::Busy, "another mentor process is using the data file")
                .data(unchanged)
                .hint("try again in a moment"),
            StoreError::Full => Failure::storage("can't write the data file: the disk is full")
                .data(unchanged)
                .hint("free some space, then try again"),
            StoreError::ReadOnly => Failure::storage("can't write the data file: the file or its folder is read-only")
                .data(unchanged),
            StoreError::Barred => Failure::storage(
                "can't open the data file or create its journal: permission denied or disk full",
            )
            .data(unchanged),
            StoreError::Unconfirmed => Failure {
                is_made: true,
                ..Failure::storage("the disk reported an error while confirming the change")
                    .data("the change was saved, but a power failure now could lose it")
                    .hint("run `mentor history` to see if it was saved")
                    .hint(DISK_HINT)
            },
            StoreError::Disk(what) => Failure::storage(format!("the disk reported an error: {what}"))
                .data(unchanged)
                .hint(DISK_HINT),
            StoreError::Io(error) => Failure::storage(format!("the data file can't be used: {error}"))
                .data(unchanged),
            StoreError::Unwatched(table) => {
                Failure::new(FailureKind::Bug, format!("this change to `{table}` could not be undone later")).data(unchanged)
            }
            StoreError::Migration(what) => {
                damaged(&format!("can't upgrade the data file: {what}"))
            }
            StoreError::Other(error) => Failure::new(FailureKind::Bug, error.to_string()).data(unchanged),
        }
    }
}

/// What only the other side of a shared pair can say.
fn theirs(table: &str, id: i64, part: &str, who: &str, is_whole: bool) -> Failure {
    let noun = match table {
        "followup" => "follow-up",
        "checkin" => "check-in",
        "insight" => "advice",
        "away" => "time away",
        other => other,
    };
    let numbered = match id {
        0 => format!("this {noun}"),
        id => format!("{noun} {id}"),
    };
    let message = match (part, is_whole, id) {
        ("pulse_answer", ..) => format!("only {who} can answer a pulse as {who}"),
        ("self", ..) => format!("only {who} can change these details: they are {who}'s"),
        (part, ..) if part.starts_with("accepted") => format!("only {who} can accept for {who}"),
        (part, ..) if part.starts_with("learned") => {
            format!("only {who} can say what {who} has learned")
        }
        (part, ..) if part.ends_with("_said") => {
            format!("only {who} can say what the norm is for {who}")
        }
        ("answer", ..) => format!("only {who} can answer {numbered}"),
        (_, true, 0) => format!("only {who} can add {who}'s {noun}"),
        (_, true, _) => format!("{numbered} is {who}'s; only {who} can change or delete it"),
        (part, false, _) => format!(
            "only {who} can change the {} of {numbered}",
            part.replace('_', " ")
        ),
    };
    let failure = Failure::refused(message).data("nothing was changed");
    match (part, id) {
        // How somebody is stays with them.
        ("pulse_answer", _) => failure,
        (_, 0) => failure.hint(format!(
            "once {who} has added it, the next exchange brings it here"
        )),
        _ => failure.hint(format!(
            "once {who} has changed it, the next exchange brings it here"
        )),
    }
}

fn damaged(what: &str) -> Failure {
    Failure::new(FailureKind::Damaged, what)
        .data("nothing was written")
        .hint("run `mentor check` for details, or `mentor restore --list` to see backups")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manual::{self, Block};

    #[test]
    fn the_manual_has_every_exit_status_with_its_word() {
        let blocks = manual::find_topic("exit-codes").unwrap().blocks();
        let rows = blocks.into_iter().find_map(|block| match block {
            Block::Table(_, rows) => Some(rows),
            _ => None,
        });
        let written: Vec<_> = rows
            .unwrap()
            .into_iter()
            .map(|row| (row[0], row[1]))
            .collect();
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
        let meant: Vec<_> = kinds.map(row).to_vec();
        let meant: Vec<_> = meant
            .iter()
            .map(|(exit, code)| (exit.as_str(), code.as_str()))
            .collect();
        assert_eq!(written[0], ("0", ""));
        assert_eq!(written[1..], meant);
    }
}
