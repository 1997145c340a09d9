//! Versions of the data file: the migrations, and the check that a file has the tables of its version.

use rusqlite::{Connection, TransactionBehavior};

use crate::store::search::index;
use crate::store::{StoreError, checksum, past, tally};

/// The application id of data files of mentor, "mntr" (`file` and `PRAGMA application_id` show it).
pub const APPLICATION_ID: i64 = 0x6d6e_7472;

/// All migrations in order. After the nth one the file has version n, stored in `PRAGMA user_version`. Released ones
/// must never be edited.
pub const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_the_rest.sql"),
    SEARCH,
    include_str!("migrations/0004_days.sql"),
    include_str!("migrations/0005_tally.sql"),
    include_str!("migrations/0006_share.sql"),
    include_str!("migrations/0007_by_mail.sql"),
    include_str!("migrations/0008_extra.sql"),
    include_str!("migrations/0009_rhythms.sql"),
];

/// The checksum of the definitions in a file of each version. A file with another one was not made by this program,
/// whatever version it says it has.
const DEFINITION_CHECKSUMS: [i64; MIGRATIONS.len()] = [
    -6_865_514_673_249_439_493, -6_567_965_193_191_388_450, -1_690_238_530_844_031_132,
    -7_794_527_257_990_193_501, 3_797_283_666_437_512_524, 8_157_192_607_091_136_348,
    1_428_557_809_346_574_977, -6_282_859_737_202_774_191,
    // The tables of version 8.
    -6_282_859_737_202_774_191,
];

/// The first version with the table `revision`, which stores what rows were before their changes.
pub const REVISIONS_SINCE: i64 = 4;

/// The first version with the table `tally`.
const TALLY_SINCE: i64 = 5;

/// The SQL that creates the search index.
pub const SEARCH: &str = include_str!("migrations/0003_search.sql");

/// The tokenizer of the search index.
pub const WORDS: &str = "unicode61 remove_diacritics 2";

/// Returns the version that a file has after these migrations.
pub fn latest(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// Upgrades a file to the latest version in one transaction, and rebuilds its search index, since a migration may
/// change which columns are searched. Calls `before` with the old version before the first migration and returns its
/// result. `None`: the file has the latest version already. The version is read under the write lock, so of two
/// processes only one upgrades.
pub fn upgrade<T>(
    connection: &mut Connection,
    migrations: &[&str],
    before: impl FnOnce(i64) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = user_version(&transaction)?;
    if version >= latest(migrations) {
        return Ok(None);
    }
    let result = before(version)?;
    migrate(&transaction, version, migrations)?;
    if migrations.contains(&SEARCH) {
        index::rebuild(&transaction)?;
    }
    if version < REVISIONS_SINCE && latest(migrations) >= REVISIONS_SINCE {
        past::fill_upgraded(&transaction)?;
    }
    transaction.commit()?;
    Ok(Some(result))
}

/// Creates the tables of the latest version in an empty or older file. The search index is left empty.
pub fn create_tables(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate(&transaction, user_version(&transaction)?, migrations)?;
    Ok(transaction.commit()?)
}

/// Creates the tables and indices of an open file in an empty database, except those of the search index. Running the
/// migrations instead would take several times as long: after each `ALTER TABLE`, all definitions are parsed again.
pub fn copy_definitions(from: &Connection, to: &Connection) -> Result<(), StoreError> {
    let mut statement = from.prepare(
        "SELECT sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND tbl_name NOT GLOB 'search*' AND tbl_name NOT GLOB 'sqlite_*'
         ORDER BY type = 'index'",
    )?;
    let mut rows = statement.query([])?;
    let mut definitions = String::new();
    while let Some(row) = rows.next()? {
        definitions += row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        definitions.push(';');
    }
    Ok(to.execute_batch(&definitions)?)
}

fn migrate(connection: &Connection, from: i64, migrations: &[&str]) -> Result<(), StoreError> {
    let known = usize::try_from(from).unwrap_or(usize::MAX);
    for sql in migrations.get(known..).unwrap_or_default() {
        connection.execute_batch(sql).map_err(migration_failure)?;
    }
    // Since this version a follow-up stores its earlier owners and due days.
    if (1..REVISIONS_SINCE).contains(&from) && latest(migrations) >= REVISIONS_SINCE {
        past::fill_commitments(connection)?;
    }
    if (1..TALLY_SINCE).contains(&from) && latest(migrations) >= TALLY_SINCE {
        tally::recount(connection)?;
    }
    Ok(connection.pragma_update(None, "user_version", latest(migrations))?)
}

fn user_version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Converts an error of a migration, which usually means that the file lacks the tables of its version.
fn migration_failure(error: rusqlite::Error) -> StoreError {
    match StoreError::from(error) {
        // Without the SQL statement, which would not help a user.
        StoreError::Other(rusqlite::Error::SqlInputError { msg, .. }) => StoreError::Migration(msg),
        StoreError::Other(error) => StoreError::Migration(error.to_string()),
        error => error,
    }
}

/// Returns the version of a file, after checking that it is a data file of mentor.
pub fn version(connection: &Connection) -> Result<i64, StoreError> {
    let id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match id == APPLICATION_ID {
        true if version > 0 => Ok(version),
        // The application id and the version are written in one transaction.
        true => Err(StoreError::Damaged),
        false => Err(StoreError::NotOurs),
    }
}

/// Fails if a table, index, view or trigger of the file was not created by the migrations: a foreign one might change
/// records or never finish.
pub fn ensure_own_definitions(connection: &Connection, version: i64) -> Result<(), StoreError> {
    let index = usize::try_from(version - 1).unwrap_or(usize::MAX);
    match DEFINITION_CHECKSUMS.get(index) {
        Some(expected) if *expected != definition_checksum(connection)? => {
            Err(StoreError::Redefined)
        }
        _ => Ok(()),
    }
}

/// Returns a checksum of all definitions in a file. It is a sum, because `VACUUM` may change their order.
fn definition_checksum(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let mut rows = statement.query([])?;
    let mut sum = 0_i64;
    while let Some(row) = rows.next()? {
        let values = [row.get_ref(0)?, row.get_ref(1)?, row.get_ref(2)?, row.get_ref(3)?];
        sum = sum.wrapping_add(checksum::row_checksum("sqlite_schema", values, values.len()));
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Prints the checksum to add to `DEFINITION_CHECKSUMS` after a new migration.
    #[test]
    fn the_definitions_of_every_version_match_their_checksum() {
        let checksum_of = |version| {
            let mut connection = Connection::open_in_memory().unwrap();
            create_tables(&mut connection, &MIGRATIONS[..version]).unwrap();
            definition_checksum(&connection).unwrap()
        };
        let all: Vec<i64> = (1..=MIGRATIONS.len()).map(checksum_of).collect();
        assert_eq!(all, DEFINITION_CHECKSUMS);
    }

    #[test]
    fn copied_definitions_are_those_of_the_file_without_the_search_index() {
        let mut file = Connection::open_in_memory().unwrap();
        create_tables(&mut file, MIGRATIONS).unwrap();
        let copy = Connection::open_in_memory().unwrap();
        copy_definitions(&file, &copy).unwrap();
        let not_copied = definitions(&file).difference(&definitions(&copy)).cloned().collect();
        let of_the_index =
            ["search", "search_config", "search_data", "search_docsize", "search_idx"];
        assert_eq!(names(&not_copied), of_the_index);
        assert!(definitions(&copy).is_subset(&definitions(&file)));
    }

    fn definitions(connection: &Connection) -> BTreeSet<(String, Option<String>)> {
        let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    }

    fn names(definitions: &BTreeSet<(String, Option<String>)>) -> Vec<&str> {
        definitions.iter().map(|(name, _)| name.as_str()).collect()
    }

    #[test]
    fn foreign_or_missing_definitions_are_refused_in_any_order() {
        let mut connection = Connection::open_in_memory().unwrap();
        create_tables(&mut connection, MIGRATIONS).unwrap();
        let version = latest(MIGRATIONS);
        connection.execute_batch("VACUUM").unwrap();
        ensure_own_definitions(&connection, version).unwrap();
        for planted in [
            "CREATE TRIGGER t AFTER INSERT ON win BEGIN DELETE FROM goal; END",
            "CREATE VIEW v AS SELECT 1",
            "DROP INDEX win_of_pair",
            "ALTER TABLE win RENAME TO gain",
        ] {
            connection.execute_batch(&format!("SAVEPOINT planted; {planted}")).unwrap();
            let result = ensure_own_definitions(&connection, version);
            assert!(matches!(result, Err(StoreError::Redefined)), "{planted}");
            connection.execute_batch("ROLLBACK TO planted; RELEASE planted").unwrap();
        }
        ensure_own_definitions(&connection, version).unwrap();
    }
}
