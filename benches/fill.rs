//! Fills a data file with the bulk of `mentorship.sql`, checksums included.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Result};

/// Adds `records` records to each of the pairs 1 to `pairs`, each of which has a goal.
pub fn fill(connection: &Connection, pairs: usize, records: usize) -> Result<()> {
    connection.create_scalar_function(
        "row_checksum",
        -1,
        FunctionFlags::SQLITE_DETERMINISTIC,
        |context| {
            let table = context.get_raw(0).as_str()?;
            let values = (1..context.len()).map(|at| context.get_raw(at));
            Ok(mentor::row_checksum(table, values, context.len() - 1))
        },
    )?;
    // Columns that were added later don't count in the checksum of a row that has nothing in them.
    connection.execute_batch(
        "PRAGMA synchronous = OFF; BEGIN; UPDATE checkin SET extra = NULL, checksum = 0",
    )?;
    for pair in 1..=pairs {
        let sql = include_str!("mentorship.sql")
            .replace(":records", &records.to_string())
            .replace(":pair", &pair.to_string());
        connection.execute_batch(&sql)?;
    }
    let tables =
        names(connection, "SELECT name FROM sqlite_schema WHERE sql LIKE '%checksum INTEGER%'")?;
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

/// Reverts the file to format 4, so that the first write upgrades it: that counts the records and builds the search index.
pub fn make_older(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "ALTER TABLE checkin DROP COLUMN extra;
         ALTER TABLE agreement DROP COLUMN accepted_by_mail;
         DROP TABLE share;
         DROP TABLE tally;
         PRAGMA user_version = 4",
    )
}

fn names(connection: &Connection, sql: &str) -> Result<Vec<String>> {
    connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}
