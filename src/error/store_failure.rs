//! Errors of the data file, in the user's terms.

use crate::error::{Failure, FailureKind};
use crate::store::StoreError;
use crate::view::words::noun_label;

/// The hint if a disk reports an error.
const DISK_HINT: &str = "it may be full, over quota or failing; run `mentor check`";

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
            } => other_side_failure(table, id, part, &who, is_whole),
            StoreError::Undecided { table, id } => {
                let record = format!("{} {id}", noun_label(table));
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
            StoreError::NotOurs => damaged_failure("the file was not written by mentor"),
            StoreError::Empty => damaged_failure("the data file is empty; another program must have emptied it"),
            StoreError::Damaged => damaged_failure("the data file is damaged"),
            StoreError::Redefined => damaged_failure(
                "the data file is damaged: its tables, indices, views or triggers are not those that mentor makes",
            ),
            StoreError::Altered { table, id } => {
                damaged_failure(&format!("the data file is damaged: {table} {id} doesn't match its checksum"))
            }
            StoreError::Miscounted { table } => damaged_failure(&format!(
                "the data file is damaged: an index or a page of {table} is not what was written"
            )),
            StoreError::Unreadable { table, id, column } => {
                damaged_failure(&format!("the data file is damaged: {table} {id} has an unreadable `{column}`"))
            }
            StoreError::Newer { found, known } => Failure::new(
                FailureKind::Newer,
                format!("this data file needs a newer mentor (format {found}, this one reads up to {known})"),
            )
            .data("the file was not changed")
            .hint("update mentor"),
            StoreError::Unsound(problem) => damaged_failure(&format!("the data file is damaged: {problem}")),
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
                is_change_saved: true,
                ..Failure::storage("the disk reported an error while confirming the change")
                    .data("the change was saved, but a power failure now could lose it")
                    .hint("run `mentor history` to see if it was saved")
                    .hint(DISK_HINT)
            },
            StoreError::Disk(problem) => Failure::storage(format!("the disk reported an error: {problem}"))
                .data(unchanged)
                .hint(DISK_HINT),
            StoreError::Io(error) => Failure::storage(format!("can't use the data file: {error}"))
                .data(unchanged),
            StoreError::Unwatched(table) => {
                Failure::new(FailureKind::Bug, format!("this change to `{table}` could not be undone later")).data(unchanged)
            }
            StoreError::Migration(problem) => {
                damaged_failure(&format!("can't upgrade the data file: {problem}"))
            }
            StoreError::Other(error) => Failure::new(FailureKind::Bug, error.to_string()).data(unchanged),
        }
    }
}

/// Returns the failure for a change that only the other side of a shared pair can make.
fn other_side_failure(table: &str, id: i64, part: &str, who: &str, is_whole: bool) -> Failure {
    let noun = noun_label(table);
    let record = match id {
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
        ("answer", ..) => format!("only {who} can answer {record}"),
        (_, true, 0) => format!("only {who} can add {who}'s {noun}"),
        (_, true, _) => format!("{record} is {who}'s; only {who} can change or delete it"),
        (part, false, _) => {
            format!("only {who} can change the {} of {record}", part.replace('_', " "))
        }
    };
    let failure = Failure::refused(message).data("nothing was changed");
    match (part, id) {
        // Pulse answers are never shared, so no exchange brings them.
        ("pulse_answer", _) => failure,
        (_, 0) => {
            failure.hint(format!("once {who} has added it, the next exchange brings it here"))
        }
        _ => failure.hint(format!("once {who} has changed it, the next exchange brings it here")),
    }
}

fn damaged_failure(problem: &str) -> Failure {
    Failure::new(FailureKind::Damaged, problem)
        .data("nothing was written")
        .hint("run `mentor check` for details, or `mentor restore --list` to see backups")
}
