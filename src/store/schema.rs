//! Versions of the data file: which one this program writes, and how older ones get there.

use rusqlite::{Connection, Transaction};
use rusqlite_migration::{M, Migrations};

use crate::store::StoreError;
use crate::store::search::index;

/// Marks a `SQLite` file as ours (`file` and `PRAGMA application_id` show it): "mntr".
pub const APPLICATION_ID: i64 = 0x6d6e_7472;

/// In order; the position is the version, kept in `PRAGMA user_version`. Never edit one that was released.
pub const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_the_rest.sql"),
    SEARCH,
];

/// Makes the index of words.
pub const SEARCH: &str = include_str!("migrations/0003_search.sql");

/// What is a word in it.
pub const WORDS: &str = "unicode61 remove_diacritics 2";

/// The version that this program reads and writes.
pub fn latest(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// Brings the tables to the latest version, in one transaction. The index of words is left empty.
pub fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let steps = migrations.iter().map(|sql| M::up(sql)).collect();
    run(steps, connection)
}

/// Brings a file to the latest version, in one transaction, with its index of words: which columns have words may have
/// changed.
pub fn upgrade(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let has_index = migrations.contains(&SEARCH);
    let steps = migrations.iter().enumerate().map(|(at, sql)| {
        match has_index && at + 1 == migrations.len() {
            true => M::up_with_hook(sql, |tx: &Transaction<'_>| Ok(index::rebuild(tx)?)),
            false => M::up(sql),
        }
    });
    run(steps.collect(), connection)
}

fn run(steps: Vec<M<'_>>, connection: &mut Connection) -> Result<(), StoreError> {
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
