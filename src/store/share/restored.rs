//! Restores deleted rows that the documents still show from the undo history, since the documents lack columns and records
//! that are never published.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::goal::DateMove;
use crate::domain::pair::PairContext;
use crate::share::parts::RecordKey;
use crate::share::show::ShownRecords;
use crate::store::StoreError;
use crate::store::column::ColumnType;
use crate::store::row::{NamedRow, RecordTable};
use crate::store::share::rows::{record_of_uid, uid_of_record};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::undo::{self, FormerRow};
use crate::store::write_tx::WriteTx;

/// The rows that were restored.
#[derive(Default)]
pub(super) struct RestoredRows {
    pub keys: BTreeSet<RecordKey>,
    /// The step that had deleted each of them, table and number.
    places: BTreeSet<(i64, &'static str, i64)>,
    former: Vec<FormerRow>,
}

/// Restores the deleted rows that `after` shows, and what they owned.
pub(super) fn restore_deleted(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    after: &ShownRecords,
) -> Result<RestoredRows, StoreError> {
    let mut missing = MissingRecords { tx, after, uids: BTreeSet::new() };
    visit_tables(&mut missing)?;
    if missing.uids.is_empty() {
        return Ok(RestoredRows::default());
    }
    let mut restoration = Restoration {
        tx,
        pair,
        missing: missing.uids,
        former: undo::former_rows(tx)?,
        places: BTreeSet::new(),
        restored: BTreeSet::new(),
    };
    visit_tables(&mut restoration)?;
    Ok(RestoredRows {
        keys: restoration.restored,
        places: restoration.places,
        former: restoration.former,
    })
}

/// Restores the links to restored rows that the same steps had cleared, unless they were set again. Runs after the rows
/// were updated: the documents show these links as cleared, which publishing corrects.
pub(super) fn restore_links(tx: &WriteTx<'_>, restored: &RestoredRows) -> Result<(), StoreError> {
    if restored.places.is_empty() {
        return Ok(());
    }
    visit_tables(&mut LinkRestoration { tx, restored })
}

struct LinkRestoration<'t, 'c> {
    tx: &'t WriteTx<'c>,
    restored: &'t RestoredRows,
}

impl TableVisitor for LinkRestoration<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let table = RecordTable::from_type::<T>();
        let rows = self.restored.former.iter();
        for former in rows.filter(|row| row.table == T::TABLE && !row.is_deleted()) {
            for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
                let ColumnType::Link { to, owned: false } = column_type else {
                    continue;
                };
                let cleared = former.row.number(column);
                let is_restored =
                    |number| self.restored.places.contains(&(former.step, to, number));
                let Some(number) = cleared.filter(|number| is_restored(*number)) else {
                    continue;
                };
                if let Some(mut row) = table.find(self.tx, former.number)?
                    && row.number(column).is_none()
                {
                    row.set(column, Json::from(number));
                    table.update_checksum(&mut row);
                    undo::upsert(self.tx, &table, former.number, &row)?;
                }
            }
        }
        Ok(())
    }
}

/// Collects table and uid of the shown records without a row.
struct MissingRecords<'t, 'c> {
    tx: &'t WriteTx<'c>,
    after: &'t ShownRecords,
    uids: BTreeSet<(&'static str, String)>,
}

impl TableVisitor for MissingRecords<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let keys = self.after.records.keys();
        let of_table = keys.filter(|key| key.table == T::TABLE && !T::IS_FIXED);
        for uid in of_table.filter_map(|key| uid_of_record(&key.record)) {
            let sql = format!("SELECT count(*) FROM \"{}\" WHERE uid = ?1", T::TABLE);
            if self.tx.number(&sql, [uid.as_str()])? == 0 {
                self.uids.insert((T::TABLE, uid));
            }
        }
        Ok(())
    }
}

struct Restoration<'t, 'c> {
    tx: &'t WriteTx<'c>,
    pair: &'t PairContext,
    missing: BTreeSet<(&'static str, String)>,
    /// Newest first.
    former: Vec<FormerRow>,
    /// The restored rows: the step that deleted them, table and number.
    places: BTreeSet<(i64, &'static str, i64)>,
    restored: BTreeSet<RecordKey>,
}

impl TableVisitor for Restoration<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let mut newest: BTreeMap<&str, &FormerRow> = BTreeMap::new();
        for one in self.former.iter().filter(|one| one.table == T::TABLE) {
            let Some(uid) = one.row.text("uid") else {
                continue;
            };
            let is_missing = self.missing.contains(&(T::TABLE, uid.to_owned()));
            let went_along = owner_of::<T>(&one.row)
                .is_some_and(|(table, number)| self.places.contains(&(one.step, table, number)));
            if is_missing || went_along {
                newest.entry(uid).or_insert(one);
            }
        }
        let mut restored = Vec::new();
        for (uid, one) in newest {
            if let Some(number) = self.put::<T>(&one.row)? {
                restored.push((one.step, number, record_of_uid(uid)));
            }
        }
        for (step, number, record) in restored {
            self.places.insert((step, T::TABLE, number));
            let key = record.map(|record| RecordKey::new(T::TABLE, &record));
            self.restored.extend(key);
        }
        Ok(())
    }
}

impl Restoration<'_, '_> {
    /// Inserts a row under its former number. `None`: it is damaged, of another pair, or the number is taken.
    fn put<T: TableRow>(&self, row: &NamedRow) -> Result<Option<i64>, StoreError> {
        let table = RecordTable::from_type::<T>();
        let of_pair = row.number("pair").is_none_or(|pair| pair == self.pair.id().number());
        let number = row.number("id").filter(|_| of_pair && table.is_intact(row));
        let Some(number) = number else {
            return Ok(None);
        };
        if table.find(self.tx, number)?.is_some() {
            return Ok(None);
        }
        let mut row = row.clone();
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            // The linked record may have been deleted since.
            if let (ColumnType::Link { to, owned }, Some(linked)) =
                (column_type, row.number(column))
            {
                let sql = format!("SELECT count(*) FROM \"{to}\" WHERE id = ?1");
                match self.tx.number(&sql, [linked])? {
                    0 if owned => return Ok(None),
                    0 => row.set(column, Json::Null),
                    _ => {}
                }
            }
        }
        table.update_checksum(&mut row);
        match undo::upsert(self.tx, &table, number, &row) {
            Ok(()) => Ok(Some(number)),
            // Another version of the agreement has its number now; the row is created from the documents instead.
            Err(StoreError::Other(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Returns table and number of the owner.
fn owner_of<T: TableRow>(row: &NamedRow) -> Option<(&'static str, i64)> {
    if T::TABLE == DateMove::TABLE {
        let table = crate::store::share::rows::moved_table_of(row.text("what")?)?;
        return Some((table, row.number("number")?));
    }
    let mut links = T::COLUMNS.iter().zip(T::column_types());
    links.find_map(|(column, column_type)| match (column_type, row.value(column)) {
        (ColumnType::Link { to, owned: true }, Value::Integer(number)) => Some((to, number)),
        _ => None,
    })
}
