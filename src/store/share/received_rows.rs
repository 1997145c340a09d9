//! Finds, inserts and checks rows whose values come from another machine.

use rusqlite::types::Value;

use crate::domain::record::Record;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::column_values::field_error;
use crate::store::share::error::ApplyError;
use crate::store::share::rows::uid_of_record;
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;

/// Finds the row of a record whose name is its uid.
pub(super) fn find_row<T: TableRow>(
    tx: &ReadTx<'_>,
    record: &str,
) -> Result<Option<Record<T>>, StoreError> {
    match uid_of_record(record) {
        Some(uid) => tx.first("WHERE uid = ?1", [uid]),
        None => Ok(None),
    }
}

/// Inserts a row with the values of all its columns.
pub(super) fn insert_row<T: TableRow>(
    tx: &WriteTx<'_>,
    values: Vec<Value>,
) -> Result<Record<T>, ApplyError> {
    let number = tx.insert_values::<T>(values).map_err(|error| match error {
        StoreError::Other(_) => field_error::<T>("uid", "something is missing or taken"),
        error => ApplyError::Store(error),
    })?;
    read_back(tx, number)
}

/// Reads a row through its type, whose rules then apply to received values as well.
pub(super) fn read_back<T: TableRow>(
    tx: &WriteTx<'_>,
    number: i64,
) -> Result<Record<T>, ApplyError> {
    match tx.first::<T>("WHERE id = ?1", [number]) {
        Ok(Some(row)) => Ok(row),
        Ok(None) => Err(StoreError::Damaged.into()),
        Err(StoreError::Unreadable { column, .. }) => {
            Err(field_error::<T>(&column, "it can't be read"))
        }
        Err(error) => Err(error.into()),
    }
}
