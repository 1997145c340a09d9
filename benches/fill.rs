//! Fills a data file with the bulk of `mentorship.sql`, checksums included.

use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result};

/// The checksum of a table's row, from the columns that every version of the file has.
pub type ChecksumOf = fn(&str, Vec<ValueRef<'_>>) -> i64;

/// As many records for each of the pairs 1 to `pairs`. Each pair has a goal.
pub fn fill(connection: &Connection, pairs: usize, records: usize, of: ChecksumOf) -> Result<()> {
    connection.create_scalar_function(
        "row_checksum",
        -1,
        FunctionFlags::SQLITE_DETERMINISTIC,
        move |context| {
            let table = context.get_raw(0).as_str()?.to_owned();
            let values = (1..context.len()).map(|at| context.get_raw(at));
            Ok(of(&table, values.collect()))
        },
    )?;
    connection.execute_batch("PRAGMA synchronous = OFF; BEGIN")?;
    for pair in 1..=pairs {
        let sql = include_str!("mentorship.sql")
            .replace(":records", &records.to_string())
            .replace(":pair", &pair.to_string());
        connection.execute_batch(&sql)?;
    }
    let tables = names(
        connection,
        "SELECT name FROM sqlite_schema WHERE sql LIKE '%checksum INTEGER%'",
    )?;
    for table in tables {
        let columns = names(
            connection,
            &format!(
                "SELECT '\"' || name || '\"' FROM pragma_table_info('{table}')
                 WHERE cid < (SELECT cid FROM pragma_table_info('{table}') WHERE name = 'checksum')"
            ),
        )?;
        connection.execute(
            &format!(
                "UPDATE \"{table}\" SET checksum = row_checksum('{table}', {}) WHERE checksum = 0",
                columns.join(", ")
            ),
            [],
        )?;
    }
    connection.execute_batch("COMMIT")
}

/// Makes the file one of the format before, whose first write counts the records and makes the index of words.
pub fn make_older(connection: &Connection) -> Result<()> {
    connection.execute_batch("DROP TABLE tally; PRAGMA user_version = 4")
}

fn names(connection: &Connection, sql: &str) -> Result<Vec<String>> {
    connection
        .prepare(sql)?
        .query_map([], |row| row.get(0))?
        .collect()
}
