//! Counts everything again, for an upgrade, a purge and a check.

use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::row::RecordTable;
use crate::store::table_row::{TableRow, TableVisitor, select_sql, visit_tables};
use crate::store::tally::count::{Counts, MONTH_BITS, OWNER_BITS, TallyCount, count_from_row};
use crate::store::tally::sets::{PARTS, WHOLE, locate_table_columns};
use crate::store::tally::small_table::{self, SMALL_TABLES};
use crate::store::tally::update::{count_row, values};

/// Counts everything anew.
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

/// What the tally has to be, counted in the tables themselves.
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
                count_row(&mut self.counts, &sets, &values(row, &table)?, |count| {
                    count
                })?;
            }
            Ok(())
        }
    }

    let mut recount = Recount {
        connection,
        counts: Counts::new(),
    };
    visit_tables(&mut recount)?;
    for table in SMALL_TABLES {
        let count = table.count(connection)?;
        if count != TallyCount::default() {
            recount.counts.insert(table.key, count);
        }
    }
    Ok(recount.counts)
}

/// Makes the indices of a copy anew, once it is known that no row of it is missing: it will be read as something that there
/// is no tally of.
pub(in crate::store) fn ensure_whole(connection: &Connection) -> Result<(), StoreError> {
    match miscounted_tables(connection)?.first() {
        Some(table) => Err(StoreError::Miscounted { table }),
        None => Ok(connection.execute_batch("REINDEX")?),
    }
}

/// The tables of whose records the tally says something else.
pub(in crate::store) fn miscounted_tables(
    connection: &Connection,
) -> Result<Vec<&'static str>, StoreError> {
    let mut counts = count_all(connection)?;
    let mut astray = Vec::new();
    let mut statement = connection
        .prepare("SELECT count, numbers, checksums, id FROM tally WHERE id >= 0 ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(3)?;
        let kept = count_from_row(row)?;
        if counts.remove(&key).unwrap_or_default() != kept {
            astray.push(key);
        }
    }
    astray.extend(counts.into_keys());
    let mut sets = WHOLE
        .iter()
        .chain(PARTS.iter().copied())
        .collect::<Vec<_>>();
    sets.retain(|set| {
        let is_of = |key: &i64| key >> (OWNER_BITS + MONTH_BITS) == set.number;
        astray.iter().any(is_of)
    });
    let mut tables: Vec<&str> = sets.into_iter().map(|set| set.table).collect();
    let small = SMALL_TABLES.iter();
    tables.extend(
        small
            .filter(|table| astray.contains(&table.key))
            .map(|table| table.name),
    );
    if tables.is_empty() && !astray.is_empty() {
        tables.push(small_table::SETTINGS.name);
    }
    tables.sort_unstable();
    tables.dedup();
    Ok(tables)
}
