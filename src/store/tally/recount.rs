//! Counting all records again, for an upgrade, a purge and a check.

use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::row::RecordTable;
use crate::store::table_row::{TableRow, TableVisitor, select_sql, visit_tables};
use crate::store::tally::count::{Counts, MONTH_BITS, OWNER_BITS, TallyCount, count_from_row};
use crate::store::tally::sets::{RecordSet, SUBSETS, WHOLE_TABLES, locate_table_columns};
use crate::store::tally::small_table::{self, SMALL_TABLES};
use crate::store::tally::update::{count_row, values};

/// Rebuilds the tally by counting all records.
pub(in crate::store) fn recount(connection: &Connection) -> Result<(), StoreError> {
    let counts = count_all(connection)?;
    connection.execute_batch("DELETE FROM tally")?;
    let sql = "INSERT INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare(sql)?;
    for (key, count) in counts {
        statement.execute((key, count.count, count.numbers, count.checksums))?;
    }
    Ok(())
}

/// Counts the records in the tables themselves, without using an SQL index.
fn count_all(connection: &Connection) -> Result<Counts, StoreError> {
    struct Recount<'c> {
        connection: &'c Connection,
        counts: Counts,
    }

    impl TableVisitor for Recount<'_> {
        type Error = StoreError;

        fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
            let table = RecordTable::from_type::<T>();
            let sets = locate_table_columns(T::TABLE, &table.columns);
            let sql = select_sql::<T>() + "NOT INDEXED ORDER BY id";
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let values = values(row, &table)?;
                count_row(&mut self.counts, &sets, &values, |count| count)?;
            }
            Ok(())
        }
    }

    let mut recount = Recount { connection, counts: Counts::new() };
    visit_tables(&mut recount)?;
    for table in SMALL_TABLES {
        let count = table.count(connection)?;
        if count != TallyCount::default() {
            recount.counts.insert(table.key, count);
        }
    }
    Ok(recount.counts)
}

/// Fails if rows of a copy are missing; then rebuilds its SQL indexes, since the copy will be changed and read without
/// a tally.
pub(in crate::store) fn ensure_whole(connection: &Connection) -> Result<(), StoreError> {
    match miscounted_tables(connection)?.first() {
        Some(table) => Err(StoreError::Miscounted { table }),
        None => Ok(connection.execute_batch("REINDEX")?),
    }
}

/// Finds the tables whose records do not match the tally.
pub(in crate::store) fn miscounted_tables(
    connection: &Connection,
) -> Result<Vec<&'static str>, StoreError> {
    let mut counts = count_all(connection)?;
    let mut mismatched = Vec::new();
    let mut statement = connection
        .prepare("SELECT count, numbers, checksums, id FROM tally WHERE id >= 0 ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(3)?;
        let stored = count_from_row(row)?;
        if counts.remove(&key).unwrap_or_default() != stored {
            mismatched.push(key);
        }
    }
    mismatched.extend(counts.into_keys());
    let is_mismatched = |set: &&RecordSet| {
        let mut keys = mismatched.iter();
        keys.any(|key| key >> (OWNER_BITS + MONTH_BITS) == set.number)
    };
    let sets = WHOLE_TABLES.iter().chain(SUBSETS.iter().copied());
    let mut tables: Vec<&str> = sets.filter(is_mismatched).map(|set| set.table).collect();
    let small_tables = SMALL_TABLES.iter();
    tables.extend(
        small_tables.filter(|table| mismatched.contains(&table.key)).map(|table| table.name),
    );
    // A key that belongs to no set.
    if tables.is_empty() && !mismatched.is_empty() {
        tables.push(small_table::SETTINGS.name);
    }
    tables.sort_unstable();
    tables.dedup();
    Ok(tables)
}
