//! The changes that a write made, as `SQLite`'s update hook reports them: undo must have recorded all of them, and the
//! search index and the tally are updated from them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use rusqlite::hooks::Action;

use crate::store::search::index;
use crate::store::undo::RowOperation;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, share, tally};

/// Collects the changed tables and rows. `SQLite` does not report a `DELETE` without a condition; no record is deleted
/// that way.
pub(in crate::store) struct ChangeTracker(Arc<Mutex<BTreeMap<String, TableChanges>>>);

/// The kinds of changes made to a table, and the numbers of the changed rows.
#[derive(Default)]
pub(in crate::store) struct TableChanges {
    operations: Vec<RowOperation>,
    pub rows: BTreeSet<i64>,
}

impl TableChanges {
    fn add(&mut self, operation: RowOperation, row: i64) {
        if !self.operations.contains(&operation) {
            self.operations.push(operation);
        }
        self.rows.insert(row);
    }
}

impl ChangeTracker {
    pub(in crate::store) fn attach(connection: &Connection) -> Result<ChangeTracker, StoreError> {
        let tracker = ChangeTracker(Arc::default());
        let tables = Arc::clone(&tracker.0);
        connection.update_hook(Some(
            move |action: Action, schema: &str, table: &str, row: i64| {
                if schema == "main" && !index::is_index_table(table) && table != tally::TABLE {
                    let mut tables = tables.lock().unwrap_or_else(PoisonError::into_inner);
                    if !tables.contains_key(table) {
                        tables.insert(table.to_owned(), TableChanges::default());
                    }
                    if let Some(changes) = tables.get_mut(table) {
                        changes.add(RowOperation::from_action(action), row);
                    }
                }
            },
        ))?;
        Ok(tracker)
    }

    pub(in crate::store) fn tables(&self) -> MutexGuard<'_, BTreeMap<String, TableChanges>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Fails if a table was changed in a way that was not recorded for undo.
    pub(in crate::store) fn ensure_all_watched(
        &self,
        writer: &WriteTx<'_>,
    ) -> Result<(), StoreError> {
        let tables = self.tables();
        let missed = tables.iter().find(|(table, changes)| {
            // Undo never touches table `share`.
            if table.as_str() == share::share_table::TABLE {
                return false;
            }
            let mut operations = changes.operations.iter();
            !operations.all(|operation| writer.is_watching(table, *operation))
        });
        match missed {
            Some((table, _)) => Err(StoreError::Unwatched(table.clone())),
            None => Ok(()),
        }
    }
}
