//! Table `revision`: what rows were before their changes, which `--as-of` reads.
//!
//! Of several changes to a row within a quarter of an hour only the first is kept. In every time zone in use a day ends
//! at the end of such a quarter, so `--as-of` of a day needs no more, and a row that is edited repeatedly takes little
//! space.

mod purge;

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::introduction::Introduction;
use crate::domain::option::CareerOption;
use crate::domain::record::Record;
use crate::domain::resource::Resource;
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;
use crate::store::row::{NamedRow, RecordTable, quoted};
use crate::store::row_reader::RowReader;
use crate::store::table_row::TableRow;
use crate::store::undo::RowChange;
use crate::store::write_tx::{WriteTx, table_checksum};
use crate::store::{StoreError, settings};

pub(in crate::store) use purge::purge;

pub(in crate::store) const TABLE: &str = "revision";

/// The columns, in the order in which the checksum covers them.
pub(in crate::store) const REVISION: [&str; 6] =
    ["number", "table", "quarter", "at", "row", "checksum"];

const QUARTER_SECONDS: i64 = 15 * 60;

/// How many bytes all revisions may have together. Those of the last change are kept even if they alone have more.
const MAX_BYTES: i64 = 16 << 20;

/// What kind of transaction changed the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Cause<'a> {
    Command,
    /// Undoes the step that was recorded at this instant, given as stored.
    Undo(&'a str),
    Redo,
}

/// Returns the number of the quarter of an hour, counted from 1970 in UTC, that contains a moment.
pub(in crate::store) fn quarter(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(QUARTER_SECONDS)
}

/// Returns the quarter of an hour that contains a stored instant.
pub(in crate::store) fn quarter_of_text(at: &str) -> Result<i64, StoreError> {
    Ok(quarter(read_moment(at)?))
}

/// Stores what a row was before this change.
pub(in crate::store) fn add_revision(
    tx: &WriteTx<'_>,
    change: &RowChange,
    cause: Cause<'_>,
) -> Result<(), StoreError> {
    if change.table == "setting" {
        return Ok(());
    }
    let now = quarter(tx.now.at);
    match (&change.before, cause) {
        (Some(before), _) => {
            let created = quarter_of_text(before.text("created_at").unwrap_or_default())?;
            // A row created in this quarter did not exist at the end of any earlier day.
            if created >= now || change.after.as_ref() == Some(before) {
                return Ok(());
            }
            if let (None, Cause::Undo(step_at)) = (&change.after, cause) {
                forget_import(tx, change, created, step_at)?;
            }
            insert(tx.connection, change.table, change.number, tx.now.at, Some(before))
        }
        // `created_at` says since when the row exists.
        (None, Cause::Command) => Ok(()),
        (None, _) => match created_quarter(tx, change.table, change.number)? {
            Some(created) if created < now => {
                insert(tx.connection, change.table, change.number, tx.now.at, None)
            }
            _ => Ok(()),
        },
    }
}

/// Drops the oldest revisions if all of them together are too large, and records since when the history is complete.
pub(in crate::store) fn drop_oldest(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    if tx.file_bytes()? <= MAX_BYTES {
        return Ok(());
    }
    // Changes of one moment are dropped together, since a part of them would show a state that never existed.
    let sql = "SELECT max(at) FROM (SELECT at, sum(octet_length(row)) OVER (ORDER BY at DESC) AS bytes FROM revision)
        WHERE bytes > ?1 AND at < (SELECT max(at) FROM revision)";
    let last_dropped: Option<String> =
        tx.connection.query_row(sql, [MAX_BYTES], |row| row.get(0))?;
    let Some(last_dropped) = last_dropped else {
        return Ok(());
    };
    let sql = "DELETE FROM revision WHERE at <= ?1";
    tx.connection.execute(sql, [&last_dropped])?;
    let since = DateTime::parse_from_rfc3339(&last_dropped).map_err(|_| StoreError::Damaged)?;
    settings::begin_history(tx, since.to_utc())
}

/// Removes the past of an imported record whose import is undone. While it is there, it counts as known since its
/// `created_at`, which lies before the import; afterwards it must not have existed before the import either.
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
    insert(tx.connection, change.table, change.number, at.to_utc(), None)
}

fn created_quarter(tx: &WriteTx<'_>, table: &str, number: i64) -> Result<Option<i64>, StoreError> {
    let sql = format!("SELECT created_at FROM \"{table}\" WHERE id = ?1");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let created_at: Option<String> = statement.query_row([number], |row| row.get(0)).optional()?;
    created_at.as_deref().map(quarter_of_text).transpose()
}

/// Stores what a row was before a change at this moment, unless there is a revision of the same quarter. A `row` of
/// `None` says that the row did not exist.
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
    connection.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// Reads a revision: the number of the record, and what its row was. Verifies the checksums of both.
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
    let altered = StoreError::Altered { table: TABLE, id: number };
    let table = tables.iter().find(|table| table.name == name);
    match (table, NamedRow::parse(&text)) {
        (Some(table), Some(before))
            if before.number("id") == Some(number) && table.is_intact(&before) =>
        {
            Ok((number, Some(before)))
        }
        _ => Err(altered),
    }
}

/// Returns the moment at which a record got its present state, as far as its revisions tell. A later edit, which leaves the
/// state as it is, changes `changed_at`, but not this moment.
pub(in crate::store) fn state_reached_at<T: TableRow>(
    tx: &ReadTx<'_>,
    record: &Record<T>,
) -> Result<DateTime<Utc>, StoreError> {
    if tx.is_for_partner {
        return copied_state_moment(tx, record);
    }
    let present: Vec<(&str, Value)> = T::COLUMNS
        .iter()
        .copied()
        .zip(record.data.write())
        .filter(|(column, _)| STATE.contains(column))
        .collect();
    let has_state =
        |row: &NamedRow| present.iter().all(|(column, value)| row.value(column) == *value);
    let tables = [RecordTable::from_type::<T>()];
    let sql = format!(
        "SELECT {} FROM revision WHERE \"table\" = ?1 AND number = ?2 AND at <= ?3 ORDER BY quarter DESC",
        quoted(&REVISION)
    );
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let until = instant(record.changed_at);
    let mut rows = statement.query((T::TABLE, record.id.number(), until))?;
    let mut since = record.changed_at;
    while let Some(row) = rows.next()? {
        let (_, before) = read(row, &tables)?;
        let at = read_moment(&row.get::<_, String>("at")?)?;
        if !before.is_some_and(|before| has_state(&before)) {
            return Ok(at.min(record.changed_at));
        }
        // All revisions so far have this state, so the record may have begun with it.
        since = record.created_at;
    }
    Ok(since)
}

/// The tables whose records a review tells by the moment of their state.
const TOLD_BY_STATE: [&str; 3] = [Introduction::TABLE, Resource::TABLE, CareerOption::TABLE];

/// Prepares a copy for `copy_state_moment`.
pub(in crate::store) fn create_state_moments(copy: &Connection) -> Result<(), StoreError> {
    copy.execute_batch(
        "CREATE TEMP TABLE state_moment (\"table\" TEXT, number INTEGER, at TEXT, PRIMARY KEY (\"table\", number))",
    )?;
    Ok(())
}

/// Saves the moment of a record's state for the copy that the other side sees, which has no revisions.
pub(in crate::store) fn copy_state_moment<T: TableRow>(
    tx: &ReadTx<'_>,
    record: &Record<T>,
    copy: &Connection,
) -> Result<(), StoreError> {
    if TOLD_BY_STATE.contains(&T::TABLE) && record.changed_at != record.created_at {
        let at = instant(state_reached_at(tx, record)?);
        let sql = "INSERT INTO temp.state_moment VALUES (?1, ?2, ?3)";
        copy.prepare_cached(sql)?.execute((T::TABLE, record.id.number(), at))?;
    }
    Ok(())
}

/// Returns the moment that `copy_state_moment` saved, or else that of the last change.
fn copied_state_moment<T: TableRow>(
    tx: &ReadTx<'_>,
    record: &Record<T>,
) -> Result<DateTime<Utc>, StoreError> {
    let sql = "SELECT at FROM temp.state_moment WHERE \"table\" = ?1 AND number = ?2";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let key = (T::TABLE, record.id.number());
    let at: Option<String> = statement.query_row(key, |row| row.get(0)).optional()?;
    match at {
        Some(at) => read_moment(&at),
        None => Ok(record.changed_at),
    }
}

fn read_moment(at: &str) -> Result<DateTime<Utc>, StoreError> {
    let at = DateTime::parse_from_rfc3339(at).map_err(|_| StoreError::Damaged)?;
    Ok(at.to_utc())
}

/// The columns of a record's state. The day tells a state from an equal one before it.
const STATE: [&str; 2] = ["state", "state_on"];

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Offset, TimeDelta, TimeZone};

    use super::*;

    /// This is why the first change of a quarter is enough. (The last exception was Kiritimati, until 1979.)
    #[test]
    fn days_end_on_a_quarter_of_an_hour_in_every_zone() {
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
