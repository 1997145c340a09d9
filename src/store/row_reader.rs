//! Reading a row of a table of records: its checksum first, then its columns one by one.

use std::cell::Cell;

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::store::StoreError;
use crate::store::checksum;
use crate::store::column::ColumnValue;

/// A row that fetches each of its values only once, since fetching a value costs more than hashing it.
pub(in crate::store) struct FetchedRow<'r> {
    row: &'r Row<'r>,
    values: Vec<Cell<Option<ValueRef<'r>>>>,
}

impl<'r> FetchedRow<'r> {
    pub(in crate::store) fn new(row: &'r Row<'r>) -> Self {
        FetchedRow { row, values: vec![Cell::new(None); row.as_ref().column_count()] }
    }

    /// Returns the value of a column; null if the row has no such column.
    pub(in crate::store) fn value(&self, at: usize) -> ValueRef<'r> {
        let fetch = || self.row.get_ref(at).unwrap_or(ValueRef::Null);
        let Some(cell) = self.values.get(at) else {
            return ValueRef::Null;
        };
        cell.get().unwrap_or_else(|| {
            let value = fetch();
            cell.set(Some(value));
            value
        })
    }

    /// Verifies the checksum, like `RowReader::verify_checksum`.
    pub(in crate::store) fn verify_checksum(
        self,
        table: &'static str,
        later: usize,
    ) -> Result<RowReader<'r>, StoreError> {
        let mut values: Vec<_> = (0..self.values.len()).map(|at| self.value(at)).collect();
        let stored = values.pop();
        let first = values.len() - later;
        let computed = checksum::row_checksum(table, values.iter().copied(), first);
        if stored != Some(ValueRef::Integer(computed)) {
            return Err(StoreError::Altered { table, id: self.row.get(0).unwrap_or_default() });
        }
        Ok(RowReader { row: self.row, table, values, next: 0 })
    }
}

/// Reads the values of one verified row, column by column. Its errors name the column that can't be read.
pub struct RowReader<'r> {
    row: &'r Row<'r>,
    table: &'static str,
    values: Vec<ValueRef<'r>>,
    next: usize,
}

impl<'r> RowReader<'r> {
    /// Verifies a row whose last column is the checksum of the columns before it, the last `later` of which were added
    /// by a later version of the file. Fails with `Altered` if the checksum does not match.
    pub fn verify_checksum(
        row: &'r Row<'r>,
        table: &'static str,
        later: usize,
    ) -> Result<Self, StoreError> {
        FetchedRow::new(row).verify_checksum(table, later)
    }

    /// Reads the next column as the type of its field.
    pub fn next<C: ColumnValue>(&mut self) -> Result<C, StoreError> {
        let value = self.values.get(self.next);
        let cell = value.and_then(|value| C::from_cell(*value));
        let cell = cell.ok_or_else(|| StoreError::Unreadable {
            table: self.table,
            id: self.row.get(0).unwrap_or_default(),
            column: self.row.as_ref().column_name(self.next).unwrap_or("?").to_owned(),
        })?;
        self.next += 1;
        Ok(cell)
    }
}
