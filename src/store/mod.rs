//! Storage: one `SQLite` file, opened for reading or for writing, with one transaction per command.

pub mod agreements;
pub mod aways;
pub mod backup;
pub mod brief;
mod change_tracker;
pub mod checkins;
pub mod checksum;
pub mod closings;
pub mod column;
pub mod completion_rows;
pub mod disclosure;
pub mod event_origins;
pub mod exchange;
pub mod feedbacks;
pub mod file;
mod file_checksum;
pub mod followups;
pub mod goals;
pub mod health;
pub mod histories;
pub mod insights;
pub mod introductions;
pub mod json;
pub mod lock_wait;
pub mod pair_items;
pub mod pairs;
mod past;
pub mod people;
pub mod period_records;
pub mod progress;
pub mod pulses;
pub mod purge;
#[cfg(test)]
mod query_cost_tests;
pub mod questions;
pub mod read_tx;
pub mod resources;
mod restore;
pub mod reviews;
mod revision;
mod rollback;
mod row;
mod row_reader;
pub mod schema;
pub mod search;
mod sequence;
pub mod settings;
pub mod share;
mod size;
pub mod skills;
pub mod snapshots;
pub mod table_row;
mod tally;
pub mod topics;
pub mod undo;
mod unlink;
pub mod write_tx;

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// The version of the library that reads and writes the file.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// The version of the data file that this program writes.
pub fn data_format() -> i64 {
    schema::latest(schema::MIGRATIONS)
}

/// Why the data file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no data file yet at {0}")]
    Missing(PathBuf),
    #[error("{table} {id} is the other side's to change: {part}")]
    Theirs {
        table: &'static str,
        /// 0: the record is being inserted and has no number yet.
        id: i64,
        part: &'static str,
        who: String,
        /// Whether the whole record belongs to the other side, not only one part of it.
        is_whole: bool,
    },
    #[error("two values of {table} {id} contradict each other")]
    Undecided { table: &'static str, id: i64 },
    #[error("{0} is gone, but its backups are there")]
    Gone(PathBuf),
    #[error("{0} is a link that leads to no file")]
    LeadsNowhere(PathBuf),
    #[error("{0} is not a file")]
    NotAFile(PathBuf),
    #[error("not a data file of this program")]
    NotOurs,
    #[error("the file is empty")]
    Empty,
    #[error("written by format {found}, this program reads up to {known}")]
    Newer { found: i64, known: i64 },
    #[error("{table} {id} can't be read: {column}")]
    Unreadable { table: &'static str, id: i64, column: String },
    #[error("{table} {id} doesn't match its checksum")]
    Altered { table: &'static str, id: i64 },
    #[error("the records of {table} are not as many as were written, or others")]
    Miscounted { table: &'static str },
    #[error("another process is using the data file")]
    Busy,
    #[error("no space left")]
    Full,
    #[error("the data file is read-only")]
    ReadOnly,
    #[error("permission denied")]
    Barred,
    #[error("the disk did not confirm what was written")]
    Unconfirmed,
    #[error("the data file is damaged")]
    Damaged,
    #[error("the tables, indices, views or triggers are not those of this version")]
    Redefined,
    #[error("the copy is not sound: {0}")]
    Unsound(String),
    #[error("another file took the place of the data file")]
    Replaced,
    #[error("the disk reported an error: {0}")]
    Disk(String),
    #[error("not every change can be undone: {0} was written unwatched")]
    Unwatched(String),
    #[error("the upgrade failed: {0}")]
    Migration(String),
    #[error("{0}")]
    Io(std::io::Error),
    #[error("{0}")]
    Other(rusqlite::Error),
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => StoreError::Full,
            ReadOnlyFilesystem => StoreError::ReadOnly,
            _ => StoreError::Io(error),
        }
    }
}

/// `SQLITE_IOERR_DIR_FSYNC`: the journal was deleted, so the change is committed, but the deletion was not confirmed.
const FOLDER_NOT_SYNCED: i32 = 1290;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        // Every write stores a column with the same type, so another type means that the row was altered.
        if matches!(
            error,
            rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..)
        ) {
            return StoreError::Damaged;
        }
        if error.sqlite_error().is_some_and(|error| error.extended_code == FOLDER_NOT_SYNCED) {
            return StoreError::Unconfirmed;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::ReadOnly,
            Some(ErrorCode::CannotOpen) => StoreError::Barred,
            // Only the progress handler of `file::limit_connection` interrupts a statement. No file that this program
            // wrote contains anything that runs that long.
            Some(
                ErrorCode::DatabaseCorrupt
                | ErrorCode::NotADatabase
                | ErrorCode::OperationInterrupted,
            ) => StoreError::Damaged,
            Some(ErrorCode::SystemIoFailure) => StoreError::Disk(error.to_string()),
            _ if is_schema_mismatch(&error) => StoreError::Damaged,
            _ => StoreError::Other(error),
        }
    }
}

/// Returns whether the error says that a table or column of the schema is missing. `SQLite` has no error code for that,
/// so the message is matched.
fn is_schema_mismatch(error: &rusqlite::Error) -> bool {
    let message = error.to_string();
    ["no such table", "no such column", "unsupported file format", "foreign key mismatch"]
        .iter()
        .any(|words| message.contains(words))
}
