//! Versions of the data file: which one this program writes, and how older ones get there.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::store::StoreError;

/// Marks a `SQLite` file as ours (`file` and `PRAGMA application_id` show it): "mntr".
pub const APPLICATION_ID: i64 = 0x6d6e_7472;

/// In order; the position is the version, kept in `PRAGMA user_version`. Never edit one that was released.
pub const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_the_rest.sql"),
];

/// The version that this program reads and writes.
pub fn latest(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// Brings a file to the latest version, in one transaction.
pub fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let steps = migrations.iter().map(|sql| M::up(sql)).collect();
    Migrations::new(steps)
        .to_latest(connection)
        .map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from(err),
            other => StoreError::Migration(other.to_string()),
        })
}

/// The version of a file, after a look at whether it is one of ours.
pub fn version(connection: &Connection) -> Result<i64, StoreError> {
    let id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if id == APPLICATION_ID {
        Ok(version)
    } else {
        Err(StoreError::NotOurs)
    }
}
