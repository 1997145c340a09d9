//! The one change that can't be undone: a record is taken out for good, and with it the history, which holds its text.

use rusqlite::limits::Limit;

use crate::store::search::index;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, file::Store, revision, settings, share, unlink};

/// Takes a record out, and what it was before its changes; false if there is none and never was one. Others that refer to it forget it; what makes no sense
/// without it, such as what was said of a goal, goes with it.
pub fn purge(tx: &WriteTx<'_>, table: &str, id: i64) -> Result<bool, StoreError> {
    tx.connection.execute_batch("PRAGMA secure_delete = ON")?;
    unlink::remove_references(tx, table, id)?;
    let gone = tx
        .connection
        .execute(&format!("DELETE FROM \"{table}\" WHERE id = ?1"), [id])?;
    let had_past = revision::purge(tx, table, id)?;
    tx.connection.execute("DELETE FROM step", [])?;
    share::memory::purge(tx)?;
    // A row that is taken out of the index leaves its words there until they are merged away.
    index::rebuild(tx.connection)?;
    settings::record_untraced_change(tx, settings::untraced_change_at(tx)?)?;
    Ok(gone > 0 || had_past)
}

impl Store {
    /// Rewrites the file, so that nothing is left between the pages.
    pub fn compact(&self) -> Result<(), StoreError> {
        let (connection, _) = self.open_to_write()?;
        // It writes to a file of its own, which SQLite attaches.
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
        connection.execute_batch("PRAGMA secure_delete = ON; VACUUM")?;
        Ok(())
    }
}
