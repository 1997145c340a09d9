//! Purging a record from the revisions.

use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::store::column::ColumnType;
use crate::store::revision::TABLE;
use crate::store::row::{NamedRow, RecordTable};
use crate::store::table_row::{TableRow, TableVisitor, purgeable, visit_tables};
use crate::store::write_tx::{WriteTx, table_checksum};
use crate::store::{StoreError, settings};

/// Deletes the revisions of a record and of the records that depend on it, and removes links to it from all others.
/// Revisions of deleted records are deleted too, since they could not be named for a later purge. In revisions of
/// people and pairs, which can't be purged, earlier texts are replaced by the present ones. Returns whether the record
/// had revisions.
pub(in crate::store) fn purge(
    tx: &WriteTx<'_>,
    table: &str,
    number: i64,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM revision WHERE \"table\" = ?1 AND number = ?2";
    let deleted = tx.connection.execute(sql, (table, number))?;
    visit_tables(&mut RevisionPurge { tx, table, number })?;
    settings::begin_history(tx, tx.now.at)?;
    Ok(deleted > 0)
}

struct RevisionPurge<'t, 'c> {
    tx: &'t WriteTx<'c>,
    table: &'t str,
    number: i64,
}

impl TableVisitor for RevisionPurge<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        self.tx.connection.execute(
            &format!(
                "DELETE FROM revision WHERE \"table\" = ?1 AND NOT EXISTS (SELECT 1 FROM \"{}\" WHERE id = number)",
                T::TABLE
            ),
            [T::TABLE],
        )?;
        if !purgeable().contains(&T::TABLE) {
            return self.forget_texts::<T>();
        }
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            match column_type {
                ColumnType::Link { to, owned } if to == self.table => {
                    self.forget_link::<T>(column, owned)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl RevisionPurge<'_, '_> {
    /// Removes the link to the purged record from the revisions of a table. If the link is `owned`, deletes these
    /// revisions.
    fn forget_link<T: TableRow>(&self, column: &str, owned: bool) -> Result<(), StoreError> {
        for mut revision in load_revisions::<T>(self.tx)? {
            if revision.row.number(column) != Some(self.number) {
                continue;
            }
            if owned {
                let sql =
                    "DELETE FROM revision WHERE \"table\" = ?1 AND number = ?2 AND quarter = ?3";
                let key = (T::TABLE, revision.number, revision.quarter);
                self.tx.connection.execute(sql, key)?;
            } else {
                revision.row.set(column, Json::Null);
                revision.replace::<T>(self.tx)?;
            }
        }
        Ok(())
    }

    /// Replaces the texts in the revisions of a table by the present ones.
    fn forget_texts<T: TableRow>(&self) -> Result<(), StoreError> {
        let table = RecordTable::from_type::<T>();
        for mut revision in load_revisions::<T>(self.tx)? {
            let Some(present) = table.find(self.tx, revision.number)? else {
                continue;
            };
            for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
                if matches!(column_type, ColumnType::Text | ColumnType::List) {
                    revision.row.set(column, present.json(column));
                }
            }
            revision.replace::<T>(self.tx)?;
        }
        Ok(())
    }
}

/// A stored revision of a row that existed before its change.
struct RevisionRow {
    number: i64,
    quarter: i64,
    at: String,
    row: NamedRow,
}

fn load_revisions<T: TableRow>(tx: &WriteTx<'_>) -> Result<Vec<RevisionRow>, StoreError> {
    let sql =
        "SELECT number, quarter, at, row FROM revision WHERE \"table\" = ?1 AND row IS NOT NULL";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([T::TABLE])?;
    let mut revisions = Vec::new();
    while let Some(row) = rows.next()? {
        let before = row.get_ref(3)?.as_str().ok().and_then(NamedRow::parse);
        revisions.push(RevisionRow {
            number: row.get(0)?,
            quarter: row.get(1)?,
            at: row.get(2)?,
            row: before.ok_or(StoreError::Damaged)?,
        });
    }
    Ok(revisions)
}

impl RevisionRow {
    /// Overwrites the stored revision with the changed row.
    fn replace<T: TableRow>(mut self, tx: &WriteTx<'_>) -> Result<(), StoreError> {
        RecordTable::from_type::<T>().update_checksum(&mut self.row);
        let text = self.row.to_text().map_err(|_| StoreError::Damaged)?;
        let mut values = vec![
            Value::Integer(self.number),
            Value::Text(T::TABLE.to_owned()),
            Value::Integer(self.quarter),
            Value::Text(self.at),
            Value::Text(text),
        ];
        values.push(table_checksum(TABLE, &values));
        let sql = "REPLACE INTO revision (number, \"table\", quarter, at, row, checksum)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        tx.connection.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }
}
