//! A checksum of all bytes of a small file: a write knows by it, in a fraction of its time, that the file is what the last
//! write left. If it is not, everything is looked at.
//!
//! It stands in the tally, and was counted with a gap of the same length in its place. `SQLite` counts the changes of a file
//! in the first page as it commits: these bytes do not count.

use rusqlite::{Connection, OptionalExtension};
use xxhash_rust::xxh64::xxh64;

use crate::store::{StoreError, size};

/// The number of its row, which no set of records has.
pub(in crate::store) const KEY: i64 = -1;

/// Stands in its place while it is counted. Every number between this one and twice it takes as many bytes.
const GAP: i64 = 1 << 61;

/// Bytes of the first page that change with every commit.
const OWN_BEFORE: usize = 24;
const OWN_AFTER: usize = 28;
const VERSIONS: usize = 92;
const HEAD: usize = 100;

/// Whether the file has the bytes that the last write left. In a transaction that is about to write, for it leaves the gap.
pub(in crate::store) fn is_unchanged(connection: &Connection) -> Result<bool, StoreError> {
    if !size::is_small(connection)? {
        return Ok(false);
    }
    let sql = "SELECT numbers FROM tally WHERE id = ?1";
    let kept: Option<i64> = connection
        .query_row(sql, [KEY], |row| row.get(0))
        .optional()?;
    match kept {
        Some(kept) => {
            write_checksum(connection, GAP)?;
            Ok(kept == checksum_bytes(connection)?)
        }
        None => Ok(false),
    }
}

/// Keeps the checksum of what the transaction made of the file, as its last change.
pub(in crate::store) fn store(connection: &Connection) -> Result<(), StoreError> {
    if !size::is_small(connection)? {
        connection.execute("DELETE FROM tally WHERE id = ?1", [KEY])?;
        return Ok(());
    }
    write_checksum(connection, GAP)?;
    write_checksum(connection, checksum_bytes(connection)?)
}

fn write_checksum(connection: &Connection, sum: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO tally (id, count, numbers, checksums) VALUES (?1, 0, ?2, 0)
        ON CONFLICT (id) DO UPDATE SET numbers = excluded.numbers";
    connection.prepare_cached(sql)?.execute((KEY, sum))?;
    Ok(())
}

/// Of the pages as this connection has them, written or not.
fn checksum_bytes(connection: &Connection) -> Result<i64, StoreError> {
    let bytes = connection.serialize("main")?;
    let part = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    let head = xxh64(part(0, OWN_BEFORE), 0);
    let head = xxh64(part(OWN_AFTER, VERSIONS), head);
    let sum = xxh64(part(HEAD, bytes.len()), head);
    Ok((sum >> 3).cast_signed() | GAP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

    fn file() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = Connection::open(folder.path().join("a.db")).unwrap();
        schema::create_tables(&mut connection, schema::MIGRATIONS).unwrap();
        (folder, connection)
    }

    fn left(connection: &Connection) -> bool {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let is_as_left = is_unchanged(connection).unwrap();
        connection.execute_batch("ROLLBACK").unwrap();
        is_as_left
    }

    fn write(connection: &Connection, sql: &str) {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        connection.execute_batch(sql).unwrap();
        store(connection).unwrap();
        connection.execute_batch("COMMIT").unwrap();
    }

    const SETTING: &str = "INSERT INTO setting (name, value, checksum) VALUES (hex(randomblob(4)), hex(randomblob(2000)), 0)";

    #[test]
    fn what_a_write_leaves_is_known_by_the_next_one() {
        let (folder, connection) = file();
        assert!(!left(&connection));
        for _ in 0..5 {
            write(&connection, SETTING);
            assert!(left(&connection));
            // Another process has only what is on the disk.
            let other = Connection::open(folder.path().join("a.db")).unwrap();
            assert!(left(&other));
        }
    }

    #[test]
    fn any_other_byte_is_noticed_and_so_is_a_write_that_keeps_none() {
        let (folder, connection) = file();
        let path = folder.path().join("a.db");
        write(&connection, SETTING);
        drop(connection);
        let sound = std::fs::read(&path).unwrap();
        for at in (100..sound.len()).step_by(sound.len() / 60) {
            let mut bytes = sound.clone();
            bytes[at] ^= 4;
            std::fs::write(&path, &bytes).unwrap();
            let connection = Connection::open(&path).unwrap();
            let is_as_left = connection
                .execute_batch("BEGIN IMMEDIATE")
                .map_err(StoreError::from)
                .and_then(|()| is_unchanged(&connection));
            assert!(!is_as_left.unwrap_or(false), "byte {at}");
        }
        std::fs::write(&path, &sound).unwrap();
        let connection = Connection::open(&path).unwrap();
        assert!(left(&connection));
        connection.execute_batch(SETTING).unwrap();
        assert!(!left(&connection));
    }
}
