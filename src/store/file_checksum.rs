//! A checksum of all bytes of a small file. By it a write can tell quickly that the file is unchanged since the last
//! write; if it is not, every row is verified.
//!
//! The checksum is stored in the tally, and computed with a placeholder of the same length in its place. The bytes of
//! the first page that `SQLite` changes with every commit are left out.

use std::ops::Range;

use rusqlite::{Connection, OptionalExtension};
use xxhash_rust::xxh64::xxh64;

use crate::store::{StoreError, size};

/// The key of its row in the tally; keys of record sets are not negative.
pub(in crate::store) const KEY: i64 = -1;

/// Stored in place of the checksum while it is computed. `SQLite` stores all numbers from this one to twice it in as
/// many bytes.
const PLACEHOLDER: i64 = 1 << 61;

/// The bytes of the file header that change with every commit: the change counter, and the version fields at its end.
const CHANGE_COUNTER: Range<usize> = 24..28;
const VERSION_FIELDS: Range<usize> = 92..100;

/// Returns whether the file still has the bytes that the last write left; always false for a large file. Call it only
/// in a write transaction: it leaves the placeholder behind, which `store` replaces.
pub(in crate::store) fn is_unchanged(connection: &Connection) -> Result<bool, StoreError> {
    if !size::is_small(connection)? {
        return Ok(false);
    }
    let sql = "SELECT numbers FROM tally WHERE id = ?1";
    let stored: Option<i64> = connection.query_row(sql, [KEY], |row| row.get(0)).optional()?;
    match stored {
        Some(stored) => {
            write_checksum(connection, PLACEHOLDER)?;
            Ok(stored == compute_checksum(connection)?)
        }
        None => Ok(false),
    }
}

/// Stores the checksum of the changed file. Must be the last change of the transaction.
pub(in crate::store) fn store(connection: &Connection) -> Result<(), StoreError> {
    if !size::is_small(connection)? {
        connection.execute("DELETE FROM tally WHERE id = ?1", [KEY])?;
        return Ok(());
    }
    write_checksum(connection, PLACEHOLDER)?;
    write_checksum(connection, compute_checksum(connection)?)
}

fn write_checksum(connection: &Connection, checksum: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO tally (id, count, numbers, checksums) VALUES (?1, 0, ?2, 0)
        ON CONFLICT (id) DO UPDATE SET numbers = excluded.numbers";
    connection.prepare_cached(sql)?.execute((KEY, checksum))?;
    Ok(())
}

/// Computes the checksum of the pages as this connection sees them, with its uncommitted changes.
fn compute_checksum(connection: &Connection) -> Result<i64, StoreError> {
    let bytes = connection.serialize("main")?;
    let part = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    let head = xxh64(part(0, CHANGE_COUNTER.start), 0);
    let head = xxh64(part(CHANGE_COUNTER.end, VERSION_FIELDS.start), head);
    let checksum = xxh64(part(VERSION_FIELDS.end, bytes.len()), head);
    Ok((checksum >> 3).cast_signed() | PLACEHOLDER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

    fn new_file() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = Connection::open(folder.path().join("a.db")).unwrap();
        schema::create_tables(&mut connection, schema::MIGRATIONS).unwrap();
        (folder, connection)
    }

    fn is_unchanged_since_write(connection: &Connection) -> bool {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let is_unchanged = is_unchanged(connection).unwrap();
        connection.execute_batch("ROLLBACK").unwrap();
        is_unchanged
    }

    fn write(connection: &Connection, sql: &str) {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        connection.execute_batch(sql).unwrap();
        store(connection).unwrap();
        connection.execute_batch("COMMIT").unwrap();
    }

    const INSERT_SETTING: &str = "INSERT INTO setting (name, value, checksum) VALUES (hex(randomblob(4)), hex(randomblob(2000)), 0)";

    #[test]
    fn file_is_unchanged_after_a_write_for_any_connection() {
        let (folder, connection) = new_file();
        assert!(!is_unchanged_since_write(&connection));
        for _ in 0..5 {
            write(&connection, INSERT_SETTING);
            assert!(is_unchanged_since_write(&connection));
            // Another process sees only what is on the disk.
            let other = Connection::open(folder.path().join("a.db")).unwrap();
            assert!(is_unchanged_since_write(&other));
        }
    }

    #[test]
    fn flipped_bits_and_writes_without_a_checksum_are_detected() {
        let (folder, connection) = new_file();
        let path = folder.path().join("a.db");
        write(&connection, INSERT_SETTING);
        drop(connection);
        let sound = std::fs::read(&path).unwrap();
        for at in (100..sound.len()).step_by(sound.len() / 60) {
            let mut bytes = sound.clone();
            bytes[at] ^= 4;
            std::fs::write(&path, &bytes).unwrap();
            let connection = Connection::open(&path).unwrap();
            let result = connection
                .execute_batch("BEGIN IMMEDIATE")
                .map_err(StoreError::from)
                .and_then(|()| is_unchanged(&connection));
            assert!(!result.unwrap_or(false), "byte {at}");
        }
        std::fs::write(&path, &sound).unwrap();
        let connection = Connection::open(&path).unwrap();
        assert!(is_unchanged_since_write(&connection));
        connection.execute_batch(INSERT_SETTING).unwrap();
        assert!(!is_unchanged_since_write(&connection));
    }
}
