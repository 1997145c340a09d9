//! Updating the tally with a write.

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

/// Updates the tally for the changed rows, in the same transaction.
pub(in crate::store) fn update(
    connection: &Connection,
    changed: &BTreeMap<String, TableChanges>,
) -> Result<(), StoreError> {
    let mut update =
        TallyUpdate { connection, changed, differences: Counts::new(), is_complete: true };
    visit_tables(&mut update)?;
    // A purge does not record the rows that it deletes.
    if !update.is_complete {
        return recount::recount(connection);
    }
    for table in SMALL_TABLES {
        if changed.contains_key(table.name) {
            table.store_count(connection)?;
        }
    }
    update.differences.retain(|_, difference| *difference != TallyCount::default());
    for (key, difference) in &update.differences {
        let sql = "INSERT INTO tally (id, count, numbers, checksums) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO UPDATE SET count = count + ?2, numbers = numbers + ?3, checksums = (checksums + ?4) & 4294967295";
        let mut put = connection.prepare_cached(sql)?;
        put.execute((key, difference.count, difference.numbers, difference.checksums))?;
        if difference.count < 0 {
            let sql = "DELETE FROM tally WHERE id = ?1 AND count = 0";
            connection.prepare_cached(sql)?.execute([key])?;
        }
    }
    Ok(())
}

struct TallyUpdate<'c> {
    connection: &'c Connection,
    changed: &'c BTreeMap<String, TableChanges>,
    /// What to add to the stored counts, by key.
    differences: Counts,
    /// Whether the earlier content of every changed row was recorded.
    is_complete: bool,
}

impl TableVisitor for TallyUpdate<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let Some(changes) = self.changed.get(T::TABLE).filter(|_| self.is_complete) else {
            return Ok(());
        };
        let before = self.load_before(T::TABLE)?;
        let is_recorded = |number| before.contains_key(number);
        if !changes.rows.iter().all(is_recorded) {
            self.is_complete = false;
            return Ok(());
        }
        let table = RecordTable::from_type::<T>();
        let sets = locate_table_columns(T::TABLE, &table.columns);
        for row in before.values().flatten() {
            let values: Vec<Value> = table.columns.iter().map(|name| row.value(name)).collect();
            let values: Vec<ValueRef<'_>> = values.iter().map(ValueRef::from).collect();
            count_row(&mut self.differences, &sets, &values, TallyCount::negated)?;
        }
        let mut statement = self.connection.prepare_cached(&select_by_number::<T>())?;
        for number in &changes.rows {
            let mut rows = statement.query((number, number))?;
            while let Some(row) = rows.next()? {
                let values = values(row, &table)?;
                count_row(&mut self.differences, &sets, &values, |count| count)?;
            }
        }
        Ok(())
    }
}

impl TallyUpdate<'_> {
    /// Loads the changed rows of a table as they were before the transaction. `None`: there was no such row.
    fn load_before(&self, table: &str) -> Result<BTreeMap<i64, Option<NamedRow>>, StoreError> {
        let sql = "SELECT number, row FROM temp.before WHERE \"table\" = ?1";
        let mut before = BTreeMap::new();
        // The table `before` exists only if a table was watched.
        let Ok(mut statement) = self.connection.prepare_cached(sql) else {
            return Ok(before);
        };
        let mut rows = statement.query([table])?;
        while let Some(row) = rows.next()? {
            let text: Option<String> = row.get(1)?;
            let named = text.map(|text| NamedRow::parse(&text).ok_or(StoreError::Damaged));
            before.insert(row.get(0)?, named.transpose()?);
        }
        Ok(before)
    }
}

/// Returns the values of a row, its checksum last.
pub(super) fn values<'r>(
    row: &'r Row<'_>,
    table: &RecordTable,
) -> Result<Vec<ValueRef<'r>>, StoreError> {
    let values = (0..table.columns.len()).map(|at| row.get_ref(at));
    Ok(values.collect::<Result<_, _>>()?)
}

/// Adds a row, whose last value is its checksum, to the counts of all sets that it belongs to. `change` may negate the
/// count.
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
    let value = |at: usize| values.get(at).copied().unwrap_or(ValueRef::Null);
    for key in sets.iter().filter_map(|set| set.key(value)) {
        let count = counts.entry(key).or_default();
        count.add(change(TallyCount::one(*number, *checksum)));
    }
    Ok(())
}
