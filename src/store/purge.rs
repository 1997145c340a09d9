//! Purging: the only change that can't be undone. It deletes a record for good, together with the undo history, which
//! contains its texts.

use rusqlite::OptionalExtension;
use rusqlite::limits::Limit;

use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::store::read_tx::ReadTx;
use crate::store::row::record_tables;
use crate::store::search::index;
use crate::store::undo::pair_of_row;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, event_origins, file::Store, revision, settings, share, unlink};

/// Whether there is such a record, or a revision of one that was deleted.
pub fn is_there(tx: &ReadTx<'_>, table: &str, id: i64) -> Result<bool, StoreError> {
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM \"{table}\" WHERE id = ?2) \
         OR EXISTS (SELECT 1 FROM revision WHERE \"table\" = ?1 AND number = ?2)"
    );
    Ok(tx.connection.query_row(&sql, (table, id), |row| row.get(0))?)
}

/// Returns the pair of a record, or the one that a deleted record was in.
pub fn pair_of(tx: &ReadTx<'_>, table: &str, id: i64) -> Result<Option<Id<Pair>>, StoreError> {
    if let Some(pair) = pair_of_row(tx, &record_tables(), &(table.to_owned(), id))? {
        return Ok(Some(Id::new(pair)));
    }
    let sql = "SELECT row ->> '$.pair' FROM revision WHERE \"table\" = ?1 AND number = ?2
        AND row ->> '$.pair' IS NOT NULL LIMIT 1";
    let found: Option<i64> =
        tx.connection.query_row(sql, (table, id), |row| row.get(0)).optional()?;
    Ok(found.map(Id::new))
}

/// Deletes a record and its revisions. Records that depend on it, such as the entries of a goal, are deleted too, and
/// links to it in all others are set to null. Returns false if there is no such record and never was one.
pub fn purge(tx: &WriteTx<'_>, table: &str, id: i64) -> Result<bool, StoreError> {
    tx.connection.execute_batch("PRAGMA secure_delete = ON")?;
    unlink::remove_references(tx, table, id)?;
    let deleted = tx.connection.execute(&format!("DELETE FROM \"{table}\" WHERE id = ?1"), [id])?;
    let had_revisions = revision::purge(tx, table, id)?;
    tx.connection.execute("DELETE FROM step", [])?;
    share::saved_documents::purge(tx)?;
    event_origins::purge(tx)?;
    // Deleting a row from the search index leaves its words there until FTS5 merges the segments.
    index::rebuild(tx.connection)?;
    settings::record_untraced_change(tx, settings::untraced_change_at(tx)?)?;
    Ok(deleted > 0 || had_revisions)
}

impl Store {
    /// Rewrites the file, so that nothing deleted is left in unused parts of it.
    pub fn compact(&self) -> Result<(), StoreError> {
        let (connection, _) = self.open_to_write()?;
        // `VACUUM` writes to a temporary file, which SQLite attaches.
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
        let compacted = connection.execute_batch("PRAGMA secure_delete = ON; VACUUM");
        self.or_unconfirmable(compacted.map_err(StoreError::from))
    }
}
