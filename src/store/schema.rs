//! Versions of the data file: which one this program writes, and how older ones get there.

use rusqlite::{Connection, TransactionBehavior};

use crate::store::search::index;
use crate::store::{StoreError, checksum, past, tally};

/// Marks a `SQLite` file as ours (`file` and `PRAGMA application_id` show it): "mntr".
pub const APPLICATION_ID: i64 = 0x6d6e_7472;

/// In order; the position is the version, kept in `PRAGMA user_version`. Never edit one that was released.
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

/// What `definitions` comes to in a file of each version. A file with others was not made by this program, whatever its number
/// says.
const DEFINITIONS: [i64; MIGRATIONS.len()] = [
    -6_865_514_673_249_439_493,
    -6_567_965_193_191_388_450,
    -1_690_238_530_844_031_132,
    -7_794_527_257_990_193_501,
    3_797_283_666_437_512_524,
    8_157_192_607_091_136_348,
    1_428_557_809_346_574_977,
    -6_282_859_737_202_774_191,
    // The tables of version 8.
    -6_282_859_737_202_774_191,
];

/// The first version that keeps what rows were before their changes.
pub const REVISIONS_SINCE: i64 = 4;

/// The first version that keeps how many records there are.
const TALLY_SINCE: i64 = 5;

/// Makes the index of words.
pub const SEARCH: &str = include_str!("migrations/0003_search.sql");

/// What is a word in it.
pub const WORDS: &str = "unicode61 remove_diacritics 2";

/// The version that this program reads and writes.
pub fn latest(migrations: &[&str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

/// Brings a file to the latest version, in one transaction, with its index of words: which columns have words may have
/// changed. Returns what `before` made of the older one; none if it is the latest already. Whoever comes second finds
/// it so: the version is read under the lock.
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
    let before = before(version)?;
    migrate(&transaction, version, migrations)?;
    if migrations.contains(&SEARCH) {
        index::rebuild(&transaction)?;
    }
    if version < REVISIONS_SINCE && latest(migrations) >= REVISIONS_SINCE {
        past::fill_upgraded(&transaction)?;
    }
    transaction.commit()?;
    Ok(Some(before))
}

/// Makes the tables of the latest version where there are older ones, or none. The index of words is left empty.
pub fn create_tables(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate(&transaction, user_version(&transaction)?, migrations)?;
    Ok(transaction.commit()?)
}

fn migrate(connection: &Connection, from: i64, migrations: &[&str]) -> Result<(), StoreError> {
    let known = usize::try_from(from).unwrap_or(usize::MAX);
    for sql in migrations.get(known..).unwrap_or_default() {
        connection.execute_batch(sql).map_err(migration_failure)?;
    }
    // From this version on a follow-up says who owed it by when before.
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

/// Tables that are not those of the version that the file says it has.
fn migration_failure(error: rusqlite::Error) -> StoreError {
    match StoreError::from(error) {
        // The statement itself is of use to nobody.
        StoreError::Other(rusqlite::Error::SqlInputError { msg, .. }) => StoreError::Migration(msg),
        StoreError::Other(error) => StoreError::Migration(error.to_string()),
        error => error,
    }
}

/// The version of a file, after a look at whether it is one of ours.
pub fn version(connection: &Connection) -> Result<i64, StoreError> {
    let id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match id == APPLICATION_ID {
        true if version > 0 => Ok(version),
        // Both numbers are written in one transaction.
        true => Err(StoreError::Damaged),
        false => Err(StoreError::NotOurs),
    }
}

/// Refuses a file in which a table, an index, a view or a trigger is not one that the migrations make: what it would do, or
/// for how long, nobody knows.
pub fn ensure_own_definitions(connection: &Connection, version: i64) -> Result<(), StoreError> {
    let place = usize::try_from(version - 1).unwrap_or(usize::MAX);
    match DEFINITIONS.get(place) {
        Some(own) if *own != definitions(connection)? => Err(StoreError::Redefined),
        _ => Ok(()),
    }
}

/// A checksum of all definitions in a file. A sum, since a file that is rewritten has them in another order.
fn definitions(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let mut rows = statement.query([])?;
    let mut sum = 0_i64;
    while let Some(row) = rows.next()? {
        let values = [
            row.get_ref(0)?,
            row.get_ref(1)?,
            row.get_ref(2)?,
            row.get_ref(3)?,
        ];
        sum = sum.wrapping_add(checksum::row_checksum(
            "sqlite_schema",
            values,
            values.len(),
        ));
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A migration that is added says here what its files come to.
    #[test]
    fn the_definitions_of_every_version_are_known() {
        let made = |version| {
            let mut connection = Connection::open_in_memory().unwrap();
            create_tables(&mut connection, &MIGRATIONS[..version]).unwrap();
            definitions(&connection).unwrap()
        };
        let all: Vec<i64> = (1..=MIGRATIONS.len()).map(made).collect();
        assert_eq!(all, DEFINITIONS);
    }

    #[test]
    fn a_planted_trigger_or_view_is_refused_whatever_the_order_of_the_rest() {
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
            connection
                .execute_batch(&format!("SAVEPOINT planted; {planted}"))
                .unwrap();
            let looked = ensure_own_definitions(&connection, version);
            assert!(matches!(looked, Err(StoreError::Redefined)), "{planted}");
            connection
                .execute_batch("ROLLBACK TO planted; RELEASE planted")
                .unwrap();
        }
        ensure_own_definitions(&connection, version).unwrap();
    }
}
