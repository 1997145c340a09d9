//! What a write really changed, as `SQLite` itself reports it: undo has to have seen all of it, and the index of words
//! follows it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use rusqlite::hooks::Action;

use crate::store::search::index;
use crate::store::undo::RowOperation;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, share, tally};

/// The tables that were changed. (A whole table that is emptied by one statement without a
/// condition goes unseen: no record is deleted so.)
pub(in crate::store) struct ChangeTracker(Arc<Mutex<BTreeMap<String, TableChanges>>>);

/// What was done to a table, and to which of its rows.
#[derive(Default)]
pub(in crate::store) struct TableChanges {
    changes: Vec<RowOperation>,
    pub rows: BTreeSet<i64>,
}

impl TableChanges {
    fn add(&mut self, change: RowOperation, row: i64) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
        self.rows.insert(row);
    }
}

impl ChangeTracker {
    pub(in crate::store) fn attach(connection: &Connection) -> Result<ChangeTracker, StoreError> {
        let touched = ChangeTracker(Arc::default());
        let seen = Arc::clone(&touched.0);
        connection.update_hook(Some(
            move |action: Action, schema: &str, table: &str, row: i64| {
                if schema == "main" && !index::is_index_table(table) && table != tally::TABLE {
                    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
                    if !seen.contains_key(table) {
                        seen.insert(table.to_owned(), TableChanges::default());
                    }
                    if let Some(touch) = seen.get_mut(table) {
                        touch.add(RowOperation::from_action(action), row);
                    }
                }
            },
        ))?;
        Ok(touched)
    }

    pub(in crate::store) fn tables(&self) -> MutexGuard<'_, BTreeMap<String, TableChanges>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Refuses a change that undo would not see.
    pub(in crate::store) fn ensure_all_watched(
        &self,
        writer: &WriteTx<'_>,
    ) -> Result<(), StoreError> {
        let tables = self.tables();
        let missed = tables.iter().find(|(table, touch)| {
            // What the exchange remembers only goes forward.
            if table.as_str() == share::memory::TABLE {
                return false;
            }
            let mut changes = touch.changes.iter();
            !changes.all(|change| writer.is_watching(table, *change))
        });
        match missed {
            Some((table, _)) => Err(StoreError::Unwatched(table.clone())),
            None => Ok(()),
        }
    }
}
