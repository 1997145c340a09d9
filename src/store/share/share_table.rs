//! Table `share`: named values with checksums, and their total.
//!
//! Undo does not touch it.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::share::bundle::{pack, unpack};
use crate::store::read_tx::ReadTx;
use crate::store::row_reader::RowReader;
use crate::store::write_tx::{WriteTx, table_checksum};
use crate::store::{StoreError, sequence, settings};

pub(in crate::store) const TABLE: &str = "share";

/// The columns of `share`.
pub(in crate::store) const SHARE: [&str; 4] = ["id", "name", "value", "checksum"];

/// Largest stored value after decompression, in bytes.
pub(super) const MAX_VALUE_BYTES: usize = 256 << 20;

/// Name of the row with the number of the other rows and the sum of their checksums.
const ROWS: &str = "rows";

const ROWS_SQL: &str = "SELECT id, name, value, checksum FROM share";

/// Fails if rows were lost or added: without its rows, a shared pair would look like one that is not shared.
pub(in crate::store) fn verify(connection: &Connection) -> Result<(), StoreError> {
    let (kept, counted) = read_rows(connection)?;
    match kept {
        Some(kept) if kept == counted => Ok(()),
        // Nothing was ever shared from this file.
        None if counted == RowsSum::default() && !is_begun(connection)? => Ok(()),
        Some(_) | None => Err(StoreError::Damaged),
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct RowsSum {
    count: i64,
    checksums: i64,
}

fn read_rows(connection: &Connection) -> Result<(Option<RowsSum>, RowsSum), StoreError> {
    let mut statement = connection.prepare_cached(ROWS_SQL)?;
    let mut rows = statement.query([])?;
    let (mut kept, mut counted) = (None, RowsSum::default());
    while let Some(row) = rows.next()? {
        RowReader::verify_checksum(row, TABLE, 0)?;
        if row.get_ref(1)?.as_str() == Ok(ROWS) {
            let value: Vec<u8> = row.get(2)?;
            let sum = |at: usize| Some(i64::from_le_bytes(value.get(at..at + 8)?.try_into().ok()?));
            let (count, checksums) = (sum(0), sum(8));
            kept = count.zip(checksums).map(|(count, checksums)| RowsSum { count, checksums });
        } else {
            counted.count += 1;
            counted.checksums = counted.checksums.wrapping_add(row.get(3)?);
        }
    }
    Ok((kept, counted))
}

/// Whether the file has a device file; that setting is never removed.
fn is_begun(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) FROM setting NOT INDEXED WHERE name = ?1";
    let count: i64 = connection.query_row(sql, [settings::DEVICE_FILE], |row| row.get(0))?;
    Ok(count > 0)
}

/// Updates the row with the sums after a change.
pub(super) fn count_rows(connection: &Connection) -> Result<(), StoreError> {
    let (_, counted) = read_rows(connection)?;
    put_rows(connection, counted)
}

/// Initialises the table of a file in which nothing is shared.
pub(in crate::store) fn begin(connection: &Connection) -> Result<(), StoreError> {
    put_rows(connection, RowsSum::default())
}

fn put_rows(connection: &Connection, sum: RowsSum) -> Result<(), StoreError> {
    let mut value = sum.count.to_le_bytes().to_vec();
    value.extend(sum.checksums.to_le_bytes());
    put(connection, ROWS, value)
}

pub(super) fn value(tx: &ReadTx<'_>, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT id, name, value, checksum FROM share WHERE name = ?1";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([name])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    RowReader::verify_checksum(row, TABLE, 0)?;
    Ok(Some(row.get(2)?))
}

pub(super) fn set_value(tx: &WriteTx<'_>, name: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
    put(tx.connection, name, bytes)?;
    count_rows(tx.connection)
}

fn put(connection: &Connection, name: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
    let sql = "SELECT coalesce(max(id), 0) FROM share WHERE name = ?1";
    let id = match connection.query_row(sql, [name], |row| row.get(0))? {
        0 => sequence::next_number(connection, TABLE)?,
        known => known,
    };
    let mut row = vec![Value::Integer(id), Value::Text(name.to_owned()), Value::Blob(bytes)];
    row.push(table_checksum(TABLE, &row));
    let sql = "INSERT INTO share (id, name, value, checksum) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value, checksum = excluded.checksum";
    connection.prepare_cached(sql)?.execute(rusqlite::params_from_iter(row))?;
    Ok(())
}

/// Returns the names with this last component.
pub(super) fn names(tx: &ReadTx<'_>, ending: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM share WHERE name LIKE '%/' || ?1 ORDER BY id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let names = statement.query_map([ending], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

pub(super) fn json<T: DeserializeOwned>(
    tx: &ReadTx<'_>,
    name: &str,
) -> Result<Option<T>, StoreError> {
    let Some(packed) = value(tx, name)? else {
        return Ok(None);
    };
    let text = unpack(&packed, MAX_VALUE_BYTES).ok_or(StoreError::Damaged)?;
    serde_json::from_slice(&text).map(Some).map_err(|_| StoreError::Damaged)
}

pub(super) fn set_json(
    tx: &WriteTx<'_>,
    name: &str,
    content: &impl Serialize,
) -> Result<(), StoreError> {
    let text = serde_json::to_vec(content).map_err(|_| StoreError::Damaged)?;
    set_value(tx, name, pack(&text))
}
