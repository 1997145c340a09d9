//! Taking a record out of everything that refers to it: what makes no sense without it goes too, the rest forgets it.

use rusqlite::types::Value;

use crate::store::StoreError;
use crate::store::cell::Shape;
use crate::store::record::{CHECKSUM, ENVELOPE, EachTable, Stored, columns, each_table};
use crate::store::undo::Change;
use crate::store::writer::{Writer, seal};

/// Takes the record `id` of `table` out of all that refers to it; the record itself stays.
pub(in crate::store) fn from_all(tx: &Writer<'_>, table: &str, id: i64) -> Result<(), StoreError> {
    each_table(&mut Unlink { tx, table, id })
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
            return self.drop::<T>("what = ?1 AND number = ?2", (self.table, self.id));
        }
        for (at, (column, shape)) in T::COLUMNS.iter().zip(T::shapes()).enumerate() {
            match shape {
                Shape::Link { to, owned: true } if to == self.table => {
                    self.drop::<T>(&format!("\"{column}\" = ?1"), [self.id])?;
                }
                Shape::Link { to, .. } if to == self.table => {
                    self.forget::<T>(ENVELOPE.len() + at, column)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Unlink<'_, '_> {
    fn drop<T: Stored>(
        &self,
        which: &str,
        params: impl rusqlite::Params,
    ) -> Result<(), StoreError> {
        self.tx.watch::<T>(Change::Delete)?;
        let sql = format!("DELETE FROM \"{}\" WHERE {which}", T::TABLE);
        self.tx.connection.prepare_cached(&sql)?.execute(params)?;
        Ok(())
    }

    fn forget<T: Stored>(&self, at: usize, column: &str) -> Result<(), StoreError> {
        let connection = self.tx.connection;
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
        if found.is_empty() {
            return Ok(());
        }
        self.tx.watch::<T>(Change::Update)?;
        let update = format!(
            "UPDATE {} SET \"{column}\" = NULL, {CHECKSUM} = ?2 WHERE id = ?1",
            T::TABLE
        );
        for mut values in found {
            values[at] = Value::Null;
            let sum = seal::<T>(&values);
            connection.execute(&update, rusqlite::params![values[0], sum])?;
        }
        Ok(())
    }
}
