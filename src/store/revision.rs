//! Table `revision`: what a row was before a change, which `--as-of` reads.
//!
//! Of several changes of a row within a quarter of an hour the first is kept. All days of all zones in use end on such a quarter,
//! so no end of a day lies between two of them, and a row that is edited again and again takes room once.

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::Value as Json;

use crate::store::column::{ColumnType, instant};
use crate::store::row::{NamedRow, RecordTable};
use crate::store::table_row::{RowReader, TableRow, TableVisitor, purgeable, visit_tables};
use crate::store::undo::RowChange;
use crate::store::write_tx::{WriteTx, table_checksum};
use crate::store::{StoreError, settings};

pub(in crate::store) const TABLE: &str = "revision";

/// The columns, as their checksum counts them.
pub(in crate::store) const REVISION: [&str; 6] =
    ["number", "table", "quarter", "at", "row", "checksum"];

const QUARTER_SECONDS: i64 = 15 * 60;

/// As many bytes as all of them may have together; those of the last change may be larger by themselves.
const MAX_BYTES: i64 = 16 << 20;

/// What a transaction is that changes rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Cause<'a> {
    Command,
    /// Of a step that was made at this moment.
    Undo(&'a str),
    Redo,
}

/// The quarter of an hour since 1970 that a moment lies in.
pub(in crate::store) fn quarter(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(QUARTER_SECONDS)
}

/// The same of an instant as it is stored.
pub(in crate::store) fn quarter_of_text(at: &str) -> Result<i64, StoreError> {
    let at = DateTime::parse_from_rfc3339(at).map_err(|_| StoreError::Damaged)?;
    Ok(quarter(at.to_utc()))
}

/// Keeps what the rows were before these changes.
pub(in crate::store) fn keep(
    tx: &WriteTx<'_>,
    changes: &[RowChange],
    cause: Cause<'_>,
) -> Result<(), StoreError> {
    let now = quarter(tx.now);
    for change in changes.iter().filter(|change| change.table != "setting") {
        match (&change.before, cause) {
            (Some(before), _) => {
                let created = quarter_of_text(before.text("created_at").unwrap_or_default())?;
                // At the end of every day before it was not there.
                if created >= now || change.after.as_ref() == Some(before) {
                    continue;
                }
                if let (None, Cause::Undo(step_at)) = (&change.after, cause) {
                    forget_import(tx, change, created, step_at)?;
                }
                insert(
                    tx.connection,
                    change.table,
                    change.number,
                    tx.now,
                    Some(before),
                )?;
            }
            // Its `created_at` tells.
            (None, Cause::Command) => {}
            (None, _) => {
                let Some(created) = created_quarter(tx, change.table, change.number)? else {
                    continue;
                };
                if created < now {
                    insert(tx.connection, change.table, change.number, tx.now, None)?;
                }
            }
        }
    }
    drop_oldest(tx)
}

/// Drops what was known of the longest ago where all of it is too large together, and remembers from when on all is known.
fn drop_oldest(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    if tx.file_bytes()? <= MAX_BYTES {
        return Ok(());
    }
    // Changes of one moment go together: half of them would make a past that never was.
    let sql = "SELECT max(at) FROM (SELECT at, sum(octet_length(row)) OVER (ORDER BY at DESC) AS bytes FROM revision)
        WHERE bytes > ?1 AND at < (SELECT max(at) FROM revision)";
    let last: Option<String> = tx
        .connection
        .query_row(sql, [MAX_BYTES], |row| row.get(0))?;
    let Some(last) = last else {
        return Ok(());
    };
    let sql = "DELETE FROM revision WHERE at <= ?1";
    tx.connection.execute(sql, [&last])?;
    let last = DateTime::parse_from_rfc3339(&last).map_err(|_| StoreError::Damaged)?;
    settings::begin_history(tx, last.to_utc())
}

/// A record that a document brought in counts as known since it was made, until the import is undone: then it was not there
/// before the import.
fn forget_import(
    tx: &WriteTx<'_>,
    change: &RowChange,
    created: i64,
    step_at: &str,
) -> Result<(), StoreError> {
    let imported = quarter_of_text(step_at)?;
    if created >= imported {
        return Ok(());
    }
    tx.connection.execute(
        "DELETE FROM revision WHERE \"table\" = ?1 AND number = ?2 AND quarter <= ?3",
        (change.table, change.number, imported),
    )?;
    let at = DateTime::parse_from_rfc3339(step_at).map_err(|_| StoreError::Damaged)?;
    insert(
        tx.connection,
        change.table,
        change.number,
        at.to_utc(),
        None,
    )
}

fn created_quarter(tx: &WriteTx<'_>, table: &str, number: i64) -> Result<Option<i64>, StoreError> {
    let sql = format!("SELECT created_at FROM \"{table}\" WHERE id = ?1");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let found: Option<String> = statement.query_row([number], |row| row.get(0)).optional()?;
    found.as_deref().map(quarter_of_text).transpose()
}

/// Adds what a row was before a change at this moment, unless one of the same quarter is there.
pub(in crate::store) fn insert(
    connection: &Connection,
    table: &str,
    number: i64,
    at: DateTime<Utc>,
    row: Option<&NamedRow>,
) -> Result<(), StoreError> {
    let text = row.map(NamedRow::to_text).transpose();
    let text = text.map_err(|_| StoreError::Damaged)?;
    let mut values = vec![
        Value::Integer(number),
        Value::Text(table.to_owned()),
        Value::Integer(quarter(at)),
        Value::Text(instant(at)),
        text.map_or(Value::Null, Value::Text),
    ];
    values.push(table_checksum(TABLE, &values));
    let sql = "INSERT OR IGNORE INTO revision (number, \"table\", quarter, at, row, checksum)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    connection
        .prepare_cached(sql)?
        .execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// What a row of the table says: the number, and what the row was. Both checksums are verified.
pub(in crate::store) fn read(
    row: &Row<'_>,
    tables: &[RecordTable],
) -> Result<(i64, Option<NamedRow>), StoreError> {
    let mut fields = RowReader::verify_checksum(row, TABLE, 0)?;
    let (number, name): (i64, String) = (fields.next()?, fields.next()?);
    let (_, _): (i64, String) = (fields.next()?, fields.next()?);
    let text: Option<String> = fields.next()?;
    let Some(text) = text else {
        return Ok((number, None));
    };
    let altered = StoreError::Altered {
        table: TABLE,
        id: number,
    };
    let table = tables.iter().find(|table| table.name == name);
    match (table, NamedRow::parse(&text)) {
        (Some(table), Some(was)) if was.number("id") == Some(number) && table.is_intact(&was) => {
            Ok((number, Some(was)))
        }
        _ => Err(altered),
    }
}

/// Takes out what a record was, and what records were that it makes no sense without; others forget it. What was deleted
/// goes too, since nobody could name it any more, and so do texts that people and pairs, which can't be purged, no longer have.
pub(in crate::store) fn purge(
    tx: &WriteTx<'_>,
    table: &str,
    number: i64,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM revision WHERE \"table\" = ?1 AND number = ?2";
    let gone = tx.connection.execute(sql, (table, number))?;
    visit_tables(&mut Purge { tx, table, number })?;
    settings::begin_history(tx, tx.now)?;
    Ok(gone > 0)
}

struct Purge<'t, 'c> {
    tx: &'t WriteTx<'c>,
    table: &'t str,
    number: i64,
}

impl TableVisitor for Purge<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        self.tx.connection.execute(
            &format!(
                "DELETE FROM revision WHERE \"table\" = ?1 AND NOT EXISTS (SELECT 1 FROM \"{}\" WHERE id = number)",
                T::TABLE
            ),
            [T::TABLE],
        )?;
        if !purgeable().contains(&T::TABLE) {
            return self.forget_texts::<T>();
        }
        for (column, shape) in T::COLUMNS.iter().zip(T::column_types()) {
            match shape {
                ColumnType::Link { to, owned } if to == self.table => {
                    self.forget_link::<T>(column, owned)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Purge<'_, '_> {
    /// Takes a link to the record out of what rows were; what makes no sense without it goes.
    fn forget_link<T: TableRow>(&self, column: &str, owned: bool) -> Result<(), StoreError> {
        for mut kept in load_revisions::<T>(self.tx)? {
            if kept.row.number(column) != Some(self.number) {
                continue;
            }
            if owned {
                let sql =
                    "DELETE FROM revision WHERE \"table\" = ?1 AND number = ?2 AND quarter = ?3";
                let key = (T::TABLE, kept.number, kept.quarter);
                self.tx.connection.execute(sql, key)?;
            } else {
                kept.row.set(column, Json::Null);
                kept.replace::<T>(self.tx)?;
            }
        }
        Ok(())
    }

    /// Puts the texts of today in the place of those that rows had before.
    fn forget_texts<T: TableRow>(&self) -> Result<(), StoreError> {
        let table = RecordTable::from_type::<T>();
        for mut kept in load_revisions::<T>(self.tx)? {
            let Some(present) = table.find(self.tx, kept.number)? else {
                continue;
            };
            for (column, shape) in T::COLUMNS.iter().zip(T::column_types()) {
                if matches!(shape, ColumnType::Text | ColumnType::List) {
                    kept.row.set(column, present.json(column));
                }
            }
            kept.replace::<T>(self.tx)?;
        }
        Ok(())
    }
}

/// A stored revision of a row that was there.
struct RevisionRow {
    number: i64,
    quarter: i64,
    at: String,
    row: NamedRow,
}

fn load_revisions<T: TableRow>(tx: &WriteTx<'_>) -> Result<Vec<RevisionRow>, StoreError> {
    let sql =
        "SELECT number, quarter, at, row FROM revision WHERE \"table\" = ?1 AND row IS NOT NULL";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([T::TABLE])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let was = row.get_ref(3)?.as_str().ok().and_then(NamedRow::parse);
        found.push(RevisionRow {
            number: row.get(0)?,
            quarter: row.get(1)?,
            at: row.get(2)?,
            row: was.ok_or(StoreError::Damaged)?,
        });
    }
    Ok(found)
}

impl RevisionRow {
    /// Stores the changed row in the place of the one that was there.
    fn replace<T: TableRow>(mut self, tx: &WriteTx<'_>) -> Result<(), StoreError> {
        RecordTable::from_type::<T>().reseal(&mut self.row);
        let text = self.row.to_text().map_err(|_| StoreError::Damaged)?;
        let mut values = vec![
            Value::Integer(self.number),
            Value::Text(T::TABLE.to_owned()),
            Value::Integer(self.quarter),
            Value::Text(self.at),
            Value::Text(text),
        ];
        values.push(table_checksum(TABLE, &values));
        let sql = "REPLACE INTO revision (number, \"table\", quarter, at, row, checksum)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        tx.connection
            .prepare_cached(sql)?
            .execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Offset, TimeDelta, TimeZone};

    use super::*;

    /// What the first change of a quarter is enough for. (The last zone that was not so was Kiritimati, until 1979.)
    #[test]
    fn every_day_ends_with_a_quarter_of_an_hour() {
        let start = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        for zone in crate::domain::zone::Tz::all() {
            for days in (0..20 * 365).step_by(7) {
                let at = (start + TimeDelta::days(days)).and_time(chrono::NaiveTime::MIN);
                let offset = zone.offset_from_utc_datetime(&at).fix().local_minus_utc();
                assert_eq!(i64::from(offset) % QUARTER_SECONDS, 0, "{zone} on {at}");
            }
        }
    }
}
