//! Connections to `SQLite`, limited so that a manipulated file can do no harm.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::platform::private_file::PendingFile;
use crate::store::StoreError;

/// Instructions of `SQLite`'s virtual machine between two calls of the progress handler.
const PROGRESS_INTERVAL: i32 = 100_000;

/// Calls of the progress handler after which a run is stopped. The largest run measured, an import of a million
/// records, needs a tenth of it.
const MAX_PROGRESS_CALLS: u32 = 20_000;

pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    Ok(limit_connection(Connection::open_with_flags(path, flags)?)?)
}

pub(in crate::store) fn connect_in_memory() -> rusqlite::Result<Connection> {
    limit_connection(Connection::open_in_memory()?)
}

/// Limits a connection so that a manipulated file can neither reach other files nor keep a run from ending.
fn limit_connection(connection: Connection) -> rusqlite::Result<Connection> {
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    // More statements than any report uses: preparing one again for each pair would cost more than running it.
    connection.set_prepared_statement_cache_capacity(64);
    let mut calls_left = MAX_PROGRESS_CALLS;
    let must_stop = move || {
        calls_left = calls_left.saturating_sub(1);
        calls_left == 0
    };
    connection.progress_handler(PROGRESS_INTERVAL, Some(must_stop))?;
    Ok(connection)
}

/// Copies a whole database, page by page.
pub(in crate::store) fn copy_all(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    let all_pages = -1;
    match Backup::new(from, to)?.step(all_pages)? {
        StepResult::Done => Ok(()),
        // Not tried again: the connection has waited as long as it may.
        _ => Err(StoreError::Busy),
    }
}

/// Opens a pending file for writing. No change is synced by itself: the whole file is synced when it gets its name.
pub(in crate::store) fn open_pending(pending: &PendingFile) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = connect(pending.path(), flags)?;
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(connection)
}

/// Copies a whole database to a pending file, and returns the connection to the copy.
pub(in crate::store) fn copy_to_pending(
    from: &Connection,
    pending: &PendingFile,
) -> Result<Connection, StoreError> {
    let mut copy = open_pending(pending)?;
    copy_all(from, &mut copy)?;
    // The copy of a file with a write-ahead log would get one too, beside it, whenever it is opened.
    copy.execute_batch("PRAGMA journal_mode = OFF")?;
    Ok(copy)
}
