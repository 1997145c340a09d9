//! Removing all references to a record: records that depend on it are deleted, and links in all others are set to null.

use rusqlite::types::Value;

use crate::store::StoreError;
use crate::store::column::ColumnType;
use crate::store::table_row::{
    CHECKSUM, ENVELOPE, TableRow, TableVisitor, quoted_columns, visit_tables,
};
use crate::store::undo::RowOperation;
use crate::store::write_tx::{WriteTx, record_checksum};

/// Removes all references to the record `id` of `table`. The record itself is not deleted.
pub(in crate::store) fn remove_references(
    tx: &WriteTx<'_>,
    table: &str,
    id: i64,
) -> Result<(), StoreError> {
    visit_tables(&mut Unlinker { tx, table, id })
}

struct Unlinker<'t, 'c> {
    tx: &'t WriteTx<'c>,
    table: &'t str,
    id: i64,
}

impl TableVisitor for Unlinker<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        if T::TABLE == "move" {
            return self.delete_rows::<T>("what = ?1 AND number = ?2", (self.table, self.id));
        }
        for (at, (column, column_type)) in T::COLUMNS.iter().zip(T::column_types()).enumerate() {
            match column_type {
                ColumnType::Link { to, owned: true } if to == self.table => {
                    self.delete_rows::<T>(&format!("\"{column}\" = ?1"), [self.id])?;
                }
                ColumnType::Link { to, .. } if to == self.table => {
                    self.clear_reference::<T>(ENVELOPE.len() + at, column)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Unlinker<'_, '_> {
    /// Deletes the rows for which the SQL expression `condition` holds.
    fn delete_rows<T: TableRow>(
        &self,
        condition: &str,
        params: impl rusqlite::Params,
    ) -> Result<(), StoreError> {
        self.tx.watch::<T>(RowOperation::Delete)?;
        let sql = format!("DELETE FROM \"{}\" WHERE {condition}", T::TABLE);
        self.tx.connection.prepare_cached(&sql)?.execute(params)?;
        Ok(())
    }

    /// Sets a link to the record to null; `at` is the position of its column in the row.
    fn clear_reference<T: TableRow>(&self, at: usize, column: &str) -> Result<(), StoreError> {
        let connection = self.tx.connection;
        let count = ENVELOPE.len() + T::COLUMNS.len();
        let sql =
            format!("SELECT {} FROM {} WHERE \"{column}\" = ?1", quoted_columns::<T>(), T::TABLE);
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([self.id])?;
        let mut referring = Vec::new();
        while let Some(row) = rows.next()? {
            let values: Result<Vec<Value>, _> = (0..count).map(|at| row.get(at)).collect();
            referring.push(values?);
        }
        if referring.is_empty() {
            return Ok(());
        }
        self.tx.watch::<T>(RowOperation::Update)?;
        let update =
            format!("UPDATE {} SET \"{column}\" = NULL, {CHECKSUM} = ?2 WHERE id = ?1", T::TABLE);
        for mut values in referring {
            values[at] = Value::Null;
            let checksum = record_checksum::<T>(&values);
            connection.execute(&update, rusqlite::params![values[0], checksum])?;
        }
        Ok(())
    }
}
