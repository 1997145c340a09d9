//! Rolling a copy of the file back to a moment: every row as it was then.

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

/// Gives every table the rows that it had at this moment. Only for a copy that nobody else sees; the index of words does not
/// follow.
pub(in crate::store) fn roll_back(
    connection: &Connection,
    to: DateTime<Utc>,
) -> Result<(), StoreError> {
    connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    let pair = pair_in_use(connection)?;
    let tables = record_tables();
    for table in &tables {
        let was = rows_before_changes(connection, table, &tables, to)?;
        restore(connection, table, &was, to)?;
    }
    visit_tables(&mut Links { connection })?;
    if let Some(number) = pair {
        follow_pair(connection, number)?;
    }
    connection.execute_batch("COMMIT")?;
    Ok(())
}

/// What each row was that was changed after this moment: before the first of these changes.
fn rows_before_changes(
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
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (number, was) = revision::read(row, tables)?;
        found.entry(number).or_insert(was);
    }
    Ok(found)
}

fn restore(
    connection: &Connection,
    table: &RecordTable,
    was: &BTreeMap<i64, Option<NamedRow>>,
    to: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (name, to) = (table.name, instant(to));
    let made_later = format!("DELETE FROM \"{name}\" WHERE created_at > ?1");
    connection.execute(&made_later, [&to])?;
    let mut delete = connection.prepare(&format!("DELETE FROM \"{name}\" WHERE id = ?1"))?;
    for number in was.keys() {
        delete.execute([number])?;
    }
    let places = vec!["?"; table.columns.len()].join(", ");
    let mut insert = connection.prepare(&format!(
        "INSERT INTO \"{name}\" ({}) VALUES ({places})",
        quoted(&table.columns)
    ))?;
    let was = was.values().flatten();
    for row in was.filter(|row| row.text("created_at").is_some_and(|at| *at <= *to)) {
        let values: Vec<Value> = table
            .columns
            .iter()
            .map(|column| row.value(column))
            .collect();
        insert.execute(rusqlite::params_from_iter(values))?;
    }
    Ok(())
}

/// Forgets links to records that were made later. A document may bring in such links, and moves in them are dated.
struct Links<'c> {
    connection: &'c Connection,
}

impl TableVisitor for Links<'_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let table = RecordTable::from_type::<T>();
        for (column, shape) in T::COLUMNS.iter().zip(T::column_types()) {
            let ColumnType::Link { to, owned } = shape else {
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
                self.forget(&table, column, &dangling)?;
            }
        }
        Ok(())
    }
}

impl Links<'_> {
    fn forget(&self, table: &RecordTable, column: &str, dangling: &str) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(&(table.select_json() + dangling))?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let row = row.get_ref(0)?.as_str().ok().and_then(NamedRow::parse);
            // The checksum of one that is damaged stays as it is, so that a read finds it.
            found.extend(row.filter(|row| table.is_intact(row)));
        }
        for mut row in found {
            row.set(column, Json::Null);
            let sql = format!(
                "UPDATE \"{}\" SET \"{column}\" = NULL, checksum = ?2 WHERE id = ?1",
                table.name
            );
            self.connection
                .execute(&sql, (row.number("id"), table.checksum(&row)))?;
        }
        Ok(())
    }
}

/// The number of the pair in use. Which one that is, is a choice of today; it may have had another name then.
fn pair_in_use(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT pair.id FROM pair JOIN setting ON setting.value = pair.slug WHERE setting.name = ?1";
    let number = connection.query_row(sql, [settings::PAIR], |row| row.get(0));
    Ok(number.optional()?)
}

fn follow_pair(connection: &Connection, number: i64) -> Result<(), StoreError> {
    let sql = "SELECT slug FROM pair WHERE id = ?1";
    let slug: Option<String> = connection
        .query_row(sql, [number], |row| row.get(0))
        .optional()?;
    let Some(slug) = slug else {
        // It was not there yet: none was in use, as far as anybody knows.
        let sql = "DELETE FROM setting WHERE name = ?1";
        connection.execute(sql, [settings::PAIR])?;
        return Ok(());
    };
    let sql = "SELECT id FROM setting WHERE name = ?1";
    let id: i64 = connection.query_row(sql, [settings::PAIR], |row| row.get(0))?;
    let mut row = vec![
        Value::Integer(id),
        Value::Text(settings::PAIR.to_owned()),
        Value::Text(slug),
    ];
    row.push(table_checksum("setting", &row));
    connection.execute(
        "UPDATE setting SET name = ?2, value = ?3, checksum = ?4 WHERE id = ?1",
        rusqlite::params_from_iter(row),
    )?;
    Ok(())
}
