//! The one change that can't be undone: a record is taken out for good, and with it the history, which holds its text.

use rusqlite::types::Value;

use crate::store::cell::Shape;
use crate::store::record::{CHECKSUM, ENVELOPE, EachTable, Stored, columns, each_table, target};
use crate::store::writer::{Writer, sealed};
use crate::store::{StoreError, open::Store};

/// Takes a record out; false if there is none. Others that refer to it forget it; what is said of a goal goes with it.
pub fn purge(tx: &Writer<'_>, table: &str, id: i64) -> Result<bool, StoreError> {
    tx.connection.execute_batch("PRAGMA secure_delete = ON")?;
    each_table(&mut Unlink { tx, table, id })?;
    let gone = tx
        .connection
        .execute(&format!("DELETE FROM \"{table}\" WHERE id = ?1"), [id])?;
    tx.connection.execute("DELETE FROM step", [])?;
    Ok(gone > 0)
}

impl Store {
    /// Rewrites the file, so that nothing is left between the pages.
    pub fn compact(&self) -> Result<(), StoreError> {
        let (connection, _) = self.open_to_write()?;
        connection.execute_batch("PRAGMA secure_delete = ON; VACUUM")?;
        Ok(())
    }
}

struct Unlink<'t, 'c> {
    tx: &'t Writer<'c>,
    table: &'t str,
    id: i64,
}

impl EachTable for Unlink<'_, '_> {
    type Error = StoreError;

    fn table<T: Stored>(&mut self) -> Result<(), StoreError> {
        if T::TABLE == "move" {
            let sql = "DELETE FROM move WHERE what = ?1 AND number = ?2";
            self.tx.connection.execute(sql, (self.table, self.id))?;
        }
        for (at, (column, shape)) in T::COLUMNS.iter().zip(T::shapes()).enumerate() {
            if shape == Shape::Link && *column != "pair" && target(column) == self.table {
                self.forget::<T>(ENVELOPE.len() + at, column)?;
            }
        }
        Ok(())
    }
}

impl Unlink<'_, '_> {
    fn forget<T: Stored>(&self, at: usize, column: &str) -> Result<(), StoreError> {
        let connection = self.tx.connection;
        if (T::TABLE, column) == ("goal_entry", "goal") {
            connection.execute("DELETE FROM goal_entry WHERE goal = ?1", [self.id])?;
            return Ok(());
        }
        let count = ENVELOPE.len() + T::COLUMNS.len();
        let sql = format!(
            "SELECT {} FROM {} WHERE \"{column}\" = ?1",
            columns::<T>(),
            T::TABLE
        );
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([self.id])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let values: Result<Vec<Value>, _> = (0..count).map(|at| row.get(at)).collect();
            found.push(values?);
        }
        let update = format!(
            "UPDATE {} SET \"{column}\" = NULL, {CHECKSUM} = ?2 WHERE id = ?1",
            T::TABLE
        );
        for mut values in found {
            values[at] = Value::Null;
            let sum = sealed(T::TABLE, &values);
            connection.execute(&update, rusqlite::params![values[0], sum])?;
        }
        Ok(())
    }
}
