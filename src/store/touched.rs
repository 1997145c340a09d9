//! What a write really changed, as `SQLite` itself reports it: undo has to have seen all of it, and the index of words
//! follows it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use rusqlite::hooks::Action;

use crate::store::search::index;
use crate::store::undo::Change;
use crate::store::writer::Writer;
use crate::store::{StoreError, tally};

/// The tables that were changed. (A whole table that is emptied by one statement without a
/// condition goes unseen: no record is deleted so.)
pub(in crate::store) struct Touched(Arc<Mutex<BTreeMap<String, Touch>>>);

/// What was done to a table, and to which of its rows.
#[derive(Default)]
pub(in crate::store) struct Touch {
    changes: Vec<Change>,
    pub rows: BTreeSet<i64>,
}

impl Touch {
    fn add(&mut self, change: Change, row: i64) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
        self.rows.insert(row);
    }
}

impl Touched {
    pub(in crate::store) fn on(connection: &Connection) -> Result<Touched, StoreError> {
        let touched = Touched(Arc::default());
        let seen = Arc::clone(&touched.0);
        connection.update_hook(Some(
            move |action: Action, schema: &str, table: &str, row: i64| {
                if schema == "main" && !index::is_part(table) && table != tally::TABLE {
                    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
                    if !seen.contains_key(table) {
                        seen.insert(table.to_owned(), Touch::default());
                    }
                    if let Some(touch) = seen.get_mut(table) {
                        touch.add(Change::of(action), row);
                    }
                }
            },
        ))?;
        Ok(touched)
    }

    pub(in crate::store) fn tables(&self) -> MutexGuard<'_, BTreeMap<String, Touch>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Refuses a change that undo would not see.
    pub(in crate::store) fn all_in(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        let tables = self.tables();
        let missed = tables.iter().find(|(table, touch)| {
            let mut changes = touch.changes.iter();
            !changes.all(|change| writer.watches(table, *change))
        });
        match missed {
            Some((table, _)) => Err(StoreError::Unwatched(table.clone())),
            None => Ok(()),
        }
    }
}
