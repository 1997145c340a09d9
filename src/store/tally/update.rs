//! Brings the tally up to date with a write.

use std::collections::BTreeMap;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row};

use crate::store::StoreError;
use crate::store::change_tracker::TableChanges;
use crate::store::row::{NamedRow, RecordTable};
use crate::store::table_row::{TableRow, TableVisitor, select_by_number, visit_tables};
use crate::store::tally::count::{Counts, TallyCount};
use crate::store::tally::recount;
use crate::store::tally::sets::{SetColumns, locate_table_columns};
use crate::store::tally::small_table::SMALL_TABLES;

/// Brings the tally up to date with rows that were written, in the same transaction.
pub(in crate::store) fn update(
    connection: &Connection,
    touched: &BTreeMap<String, TableChanges>,
) -> Result<(), StoreError> {
    let mut follow = TallyUpdate {
        connection,
        touched,
        changes: Counts::new(),
        is_known: true,
    };
    visit_tables(&mut follow)?;
    // A purge keeps nothing of what it takes out.
    if !follow.is_known {
        return recount::recount(connection);
    }
    for table in SMALL_TABLES {
        if touched.contains_key(table.name) {
            table.store_count(connection)?;
        }
    }
    follow
        .changes
        .retain(|_, change| *change != TallyCount::default());
    for (key, change) in &follow.changes {
        let sql = "INSERT INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO UPDATE SET count = count + ?2, numbers = numbers + ?3, checksums = (checksums + ?4) & 4294967295";
        let mut put = connection.prepare_cached(sql)?;
        put.execute((key, change.count, change.numbers, change.checksums))?;
        if change.count < 0 {
            let sql = "DELETE FROM tally WHERE id = ?1 AND count = 0";
            connection.prepare_cached(sql)?.execute([key])?;
        }
    }
    Ok(())
}

struct TallyUpdate<'c> {
    connection: &'c Connection,
    touched: &'c BTreeMap<String, TableChanges>,
    changes: Counts,
    /// Whether it is known of every row that was changed what it was.
    is_known: bool,
}

impl TableVisitor for TallyUpdate<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let Some(touch) = self.touched.get(T::TABLE).filter(|_| self.is_known) else {
            return Ok(());
        };
        let before = self.before(T::TABLE)?;
        if !touch.rows.iter().all(|number| before.contains_key(number)) {
            self.is_known = false;
            return Ok(());
        }
        let table = RecordTable::from_type::<T>();
        let sets = locate_table_columns(T::TABLE, &table.columns);
        for row in before.values().flatten() {
            let values: Vec<Value> = table.columns.iter().map(|name| row.value(name)).collect();
            let values: Vec<ValueRef<'_>> = values.iter().map(ValueRef::from).collect();
            count_row(&mut self.changes, &sets, &values, TallyCount::negated)?;
        }
        let mut statement = self.connection.prepare_cached(&select_by_number::<T>())?;
        for number in &touch.rows {
            let mut rows = statement.query((number, number))?;
            while let Some(row) = rows.next()? {
                count_row(&mut self.changes, &sets, &values(row, &table)?, |count| {
                    count
                })?;
            }
        }
        Ok(())
    }
}

impl TallyUpdate<'_> {
    /// The rows of a table that were changed, as they were.
    fn before(&self, table: &str) -> Result<BTreeMap<i64, Option<NamedRow>>, StoreError> {
        let sql = "SELECT number, row FROM temp.before WHERE \"table\" = ?1";
        let mut found = BTreeMap::new();
        // Nothing was watched, so there is no such table.
        let Ok(mut statement) = self.connection.prepare_cached(sql) else {
            return Ok(found);
        };
        let mut rows = statement.query([table])?;
        while let Some(row) = rows.next()? {
            let text: Option<String> = row.get(1)?;
            let was = text.map(|text| NamedRow::parse(&text).ok_or(StoreError::Damaged));
            found.insert(row.get(0)?, was.transpose()?);
        }
        Ok(found)
    }
}

/// The values of a row of a table, its checksum last.
pub(super) fn values<'r>(
    row: &'r Row<'_>,
    table: &RecordTable,
) -> Result<Vec<ValueRef<'r>>, StoreError> {
    let values = (0..table.columns.len()).map(|at| row.get_ref(at));
    Ok(values.collect::<Result<_, _>>()?)
}

/// Counts a row, whose last value is its checksum, in all sets that it is in.
pub(super) fn count_row(
    counts: &mut Counts,
    sets: &[SetColumns],
    values: &[ValueRef<'_>],
    change: fn(TallyCount) -> TallyCount,
) -> Result<(), StoreError> {
    let (Some(ValueRef::Integer(number)), Some(ValueRef::Integer(checksum))) =
        (values.first(), values.last())
    else {
        return Err(StoreError::Damaged);
    };
    let value = |place: usize| values.get(place).copied().unwrap_or(ValueRef::Null);
    for key in sets.iter().filter_map(|set| set.key(value)) {
        let count = counts.entry(key).or_default();
        count.add(change(TallyCount::one(*number, *checksum)));
    }
    Ok(())
}
