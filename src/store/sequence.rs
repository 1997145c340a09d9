//! The highest number that each table ever assigned, which `SQLite` keeps in `sqlite_sequence`. The rows alone don't
//! tell it: the number of a deleted record is not assigned again.

use rusqlite::Connection;

use crate::domain::record::MAX_ID;
use crate::store::StoreError;

/// Returns the number of the next row of a table. Fails if there is none left, as after a forged one.
pub(in crate::store) fn next_number(
    connection: &Connection,
    table: &str,
) -> Result<i64, StoreError> {
    let next = last_number(connection, table)? + 1;
    if next > MAX_ID { Err(StoreError::Damaged) } else { Ok(next) }
}

/// Returns the highest number ever assigned in a table. Fails if a row has a higher one, if several are stored, or if it
/// is not a number that a row can have.
pub(in crate::store) fn last_number(
    connection: &Connection,
    table: &str,
) -> Result<i64, StoreError> {
    let sql = format!(
        "SELECT count(*), coalesce(max(seq), 0), (SELECT coalesce(max(id), 0) FROM \"{table}\")
            FROM sqlite_sequence WHERE name = ?1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let (stored, last, highest): (i64, i64, i64) =
        statement.query_row([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if stored > 1 || !(highest.max(0)..=MAX_ID).contains(&last) {
        return Err(StoreError::Damaged);
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_number_is_refused_and_a_sound_one_returned() {
        let connection = Connection::open_in_memory().unwrap();
        let setup = "CREATE TABLE win (id INTEGER PRIMARY KEY AUTOINCREMENT);
            INSERT INTO win VALUES (3), (7); DELETE FROM win WHERE id = 7;";
        connection.execute_batch(setup).unwrap();
        assert_eq!(last_number(&connection, "win").unwrap(), 7);
        for damage in [
            "UPDATE sqlite_sequence SET seq = 2",
            "UPDATE sqlite_sequence SET seq = -5",
            "UPDATE sqlite_sequence SET seq = NULL",
            "UPDATE sqlite_sequence SET seq = 'seven'",
            "UPDATE sqlite_sequence SET seq = 7.5",
            "UPDATE sqlite_sequence SET seq = 4294967296",
            "UPDATE sqlite_sequence SET seq = 9223372036854775807",
            "UPDATE sqlite_sequence SET name = 'goal'",
            "DELETE FROM sqlite_sequence",
            "INSERT INTO sqlite_sequence VALUES ('win', 9)",
        ] {
            connection.execute_batch(&format!("SAVEPOINT damaged; {damage}")).unwrap();
            let result = last_number(&connection, "win");
            assert!(matches!(result, Err(StoreError::Damaged)), "{damage}");
            connection.execute_batch("ROLLBACK TO damaged; RELEASE damaged").unwrap();
        }
    }

    #[test]
    fn last_number_of_all_is_assigned_and_none_after_it() {
        let connection = Connection::open_in_memory().unwrap();
        let setup = "CREATE TABLE win (id INTEGER PRIMARY KEY AUTOINCREMENT);
            INSERT INTO win VALUES (4294967294)";
        connection.execute_batch(setup).unwrap();
        assert_eq!(next_number(&connection, "win").unwrap(), MAX_ID);
        connection.execute("INSERT INTO win DEFAULT VALUES", []).unwrap();
        assert_eq!(last_number(&connection, "win").unwrap(), MAX_ID);
        assert!(matches!(next_number(&connection, "win"), Err(StoreError::Damaged)));
    }
}
