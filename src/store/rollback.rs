//! Rolling a copy of the data back to an earlier moment, for `--as-of`.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value as Json;

use crate::store::column::{ColumnType, instant};
use crate::store::revision::{self, REVISION};
use crate::store::row::{NamedRow, RecordTable, quoted, record_tables};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::write_tx::table_checksum;
use crate::store::{StoreError, settings};

/// Restores in every table the rows that it had at this moment. Only for a private copy in memory; its search index is
/// not updated.
pub(in crate::store) fn roll_back(
    connection: &Connection,
    to: DateTime<Utc>,
) -> Result<(), StoreError> {
    connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    let pair = pair_in_use(connection)?;
    let tables = record_tables();
    for table in &tables {
        let earlier = load_earlier_rows(connection, table, &tables, to)?;
        restore_rows(connection, table, &earlier, to)?;
    }
    visit_tables(&mut DanglingLinks { connection })?;
    if let Some(number) = pair {
        restore_pair_in_use(connection, number)?;
    }
    // No revision has the conflicts of an earlier moment, and today's were not to be decided then.
    delete_setting(connection, settings::UNDECIDED)?;
    connection.execute_batch("COMMIT")?;
    Ok(())
}

/// Loads the rows that were changed after this moment, as they were before the first of these changes. `None`: the row
/// did not exist.
fn load_earlier_rows(
    connection: &Connection,
    table: &RecordTable,
    tables: &[RecordTable],
    to: DateTime<Utc>,
) -> Result<BTreeMap<i64, Option<NamedRow>>, StoreError> {
    let sql = format!(
        "SELECT {} FROM revision WHERE \"table\" = ?1 AND at > ?2 ORDER BY number, quarter",
        quoted(&REVISION)
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query((table.name, instant(to)))?;
    let mut earlier = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (number, before) = revision::read(row, tables)?;
        earlier.entry(number).or_insert(before);
    }
    Ok(earlier)
}

/// Deletes the rows that were created later, and puts the changed ones back to what they were.
fn restore_rows(
    connection: &Connection,
    table: &RecordTable,
    earlier: &BTreeMap<i64, Option<NamedRow>>,
    to: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (name, to) = (table.name, instant(to));
    let delete_later = format!("DELETE FROM \"{name}\" WHERE created_at > ?1");
    connection.execute(&delete_later, [&to])?;
    let mut delete = connection.prepare(&format!("DELETE FROM \"{name}\" WHERE id = ?1"))?;
    for number in earlier.keys() {
        delete.execute([number])?;
    }
    let places = vec!["?"; table.columns.len()].join(", ");
    let mut insert = connection.prepare(&format!(
        "INSERT INTO \"{name}\" ({}) VALUES ({places})",
        quoted(&table.columns)
    ))?;
    let existed = |row: &&NamedRow| row.text("created_at").is_some_and(|at| *at <= *to);
    for row in earlier.values().flatten().filter(existed) {
        let values: Vec<Value> = table.columns.iter().map(|column| row.value(column)).collect();
        insert.execute(rusqlite::params_from_iter(values))?;
    }
    Ok(())
}

/// Removes links to records that were created later. An imported document may contain such links, since its records
/// bring their own dates. A move needs no such check: it names its record by table and number, and has a date of its
/// own.
struct DanglingLinks<'c> {
    connection: &'c Connection,
}

impl TableVisitor for DanglingLinks<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let table = RecordTable::from_type::<T>();
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            let ColumnType::Link { to, owned } = column_type else {
                continue;
            };
            let dangling = format!(
                "WHERE \"{column}\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"{to}\" AS there WHERE there.id = \"{}\".\"{column}\")",
                T::TABLE
            );
            if owned {
                let sql = format!("DELETE FROM \"{}\" {dangling}", T::TABLE);
                self.connection.execute(&sql, [])?;
            } else {
                self.clear(&table, column, &dangling)?;
            }
        }
        Ok(())
    }
}

impl DanglingLinks<'_> {
    fn clear(&self, table: &RecordTable, column: &str, dangling: &str) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(&(table.select_json() + dangling))?;
        let mut rows = statement.query([])?;
        let mut intact = Vec::new();
        while let Some(row) = rows.next()? {
            let row = row.get_ref(0)?.as_str().ok().and_then(NamedRow::parse);
            // A damaged row keeps its wrong checksum, so that reading it reports the damage.
            intact.extend(row.filter(|row| table.is_intact(row)));
        }
        for mut row in intact {
            row.set(column, Json::Null);
            let sql = format!(
                "UPDATE \"{}\" SET \"{column}\" = NULL, checksum = ?2 WHERE id = ?1",
                table.name
            );
            self.connection.execute(&sql, (row.number("id"), table.checksum(&row)))?;
        }
        Ok(())
    }
}

/// Returns the number of the pair in use today. It may have had another slug at the earlier moment.
fn pair_in_use(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT pair.id FROM pair JOIN setting ON setting.value = pair.slug WHERE setting.name = ?1";
    let number = connection.query_row(sql, [settings::PAIR], |row| row.get(0));
    Ok(number.optional()?)
}

fn delete_setting(connection: &Connection, name: &str) -> Result<(), StoreError> {
    connection.execute("DELETE FROM setting WHERE name = ?1", [name])?;
    Ok(())
}

/// Stores the pair in use under the slug that it had, or none if it did not exist yet.
fn restore_pair_in_use(connection: &Connection, number: i64) -> Result<(), StoreError> {
    let sql = "SELECT slug FROM pair WHERE id = ?1";
    let slug: Option<String> = connection.query_row(sql, [number], |row| row.get(0)).optional()?;
    let Some(slug) = slug else {
        return delete_setting(connection, settings::PAIR);
    };
    let sql = "SELECT id FROM setting WHERE name = ?1";
    let id: i64 = connection.query_row(sql, [settings::PAIR], |row| row.get(0))?;
    let mut row =
        vec![Value::Integer(id), Value::Text(settings::PAIR.to_owned()), Value::Text(slug)];
    row.push(table_checksum("setting", &row));
    connection.execute(
        "UPDATE setting SET name = ?2, value = ?3, checksum = ?4 WHERE id = ?1",
        rusqlite::params_from_iter(row),
    )?;
    Ok(())
}
