//! Table `setting`: the user's choices for this file, and the state of the file itself.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::types::Value;

use crate::store::StoreError;
use crate::store::column::ColumnValue;
use crate::store::read_tx::ReadTx;
use crate::store::row_reader::RowReader;
use crate::store::tally::{self, TallyCount};
use crate::store::undo::{RowOperation, SETTING};
use crate::store::write_tx::{WriteTx, table_checksum};

const TABLE: &str = "setting";

pub(in crate::store) const PAIR: &str = "pair";

/// The setting with the value of `untraced_change_at`.
pub(in crate::store) const HIDDEN_CHANGE: &str = "hidden_change";

pub(in crate::store) const HISTORY_SINCE: &str = "history_since";

const TAKEN_REPLIES: &str = "letter.taken";

pub(in crate::store) const DEVICE_FILE: &str = "share.device";

pub(in crate::store) const UNDECIDED: &str = "share.open";

/// What the other sides are asked to delete, and which of their requests are refused.
pub(in crate::store) const DELETION_REQUESTS: &str = "share.requests";

/// Which records of shared pairs are one, and which only look so.
pub(in crate::store) const SAME_RECORDS: &str = "share.same";

/// The events from which check-ins were planned.
const EVENT_ORIGINS: &str = "calendar.events";

/// The prefix of a setting's name; the circle follows.
pub(in crate::store) const SHARE_VERSION: &str = "share.at.";

/// Returns the slug of the pair in use (`mentor pair use`).
pub fn pair_in_use(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    value(tx, PAIR)
}

pub fn use_pair(tx: &WriteTx<'_>, slug: &str) -> Result<(), StoreError> {
    set_value(tx, PAIR, &slug.to_owned())
}

/// Returns when something was last undone, redone or deleted: changes that no record's `changed_at` shows.
pub fn untraced_change_at(tx: &ReadTx<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    value(tx, HIDDEN_CHANGE)
}

/// Returns `untraced_change_at` and deletes the setting, because the step to be undone or redone may contain an earlier
/// value of it. `record_untraced_change` stores a later one afterwards.
pub fn detach_untraced_change(tx: &WriteTx<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let last = untraced_change_at(tx)?;
    let sql = "DELETE FROM setting WHERE name = ?1";
    tx.connection.execute(sql, [HIDDEN_CHANGE])?;
    Ok(last)
}

/// Records that such a change was made now, at least five seconds after the `last` one. The sequence numbers of
/// calendar events count these seconds and the marks that changes leave in a record; the five seconds make them rise
/// even if undo removes marks within the same second.
pub fn record_untraced_change(
    tx: &WriteTx<'_>,
    last: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let at = last.map_or(tx.now.at, |last| last.max(tx.now.at)) + TimeDelta::seconds(5);
    set_value(tx, HIDDEN_CHANGE, &at)
}

/// Returns the number of the row that holds `untraced_change_at`.
pub(in crate::store) fn hidden_change_number(tx: &ReadTx<'_>) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT coalesce(max(id), 0) FROM setting WHERE name = ?1";
    let number = tx.number(sql, [HIDDEN_CHANGE])?;
    Ok((number > 0).then_some(number))
}

/// Returns since when the earlier content of every row is known. `None`: since the beginning.
pub fn history_since(tx: &ReadTx<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    value(tx, HISTORY_SINCE)
}

/// Records that the content of rows before this moment is known only in part.
pub(in crate::store) fn begin_history(
    tx: &WriteTx<'_>,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let since = history_since(tx)?.map_or(at, |since| since.max(at));
    set_value(tx, HISTORY_SINCE, &since)
}

/// Returns the device file of this machine that belongs to the data file.
pub fn device_file(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    value(tx, DEVICE_FILE)
}

pub(in crate::store) fn set_device_file(tx: &WriteTx<'_>, file: &str) -> Result<(), StoreError> {
    set_value(tx, DEVICE_FILE, &file.to_owned())
}

/// How many replies to letters are remembered.
const MAX_REPLIES: usize = 200;

/// Returns the fingerprints of the replies to letters that were applied, oldest first.
pub fn taken_replies(tx: &ReadTx<'_>) -> Result<Vec<String>, StoreError> {
    Ok(value(tx, TAKEN_REPLIES)?.unwrap_or_default())
}

/// Remembers a reply, as part of the undo step that applies it.
pub fn add_taken_reply(tx: &WriteTx<'_>, fingerprint: &str) -> Result<(), StoreError> {
    let mut all = taken_replies(tx)?;
    all.push(fingerprint.to_owned());
    let newest = all.split_off(all.len().saturating_sub(MAX_REPLIES));
    set_value(tx, TAKEN_REPLIES, &newest)
}

/// Returns the version of the documents of a circle that the rows show, as JSON. Undoing a step that changed it
/// restores the earlier one.
pub(in crate::store) fn share_version(
    tx: &ReadTx<'_>,
    circle: &str,
) -> Result<Option<String>, StoreError> {
    value(tx, &format!("{SHARE_VERSION}{circle}"))
}

pub(in crate::store) fn set_share_version(
    tx: &WriteTx<'_>,
    circle: &str,
    version: &str,
) -> Result<(), StoreError> {
    let name = format!("{SHARE_VERSION}{circle}");
    set_value(tx, &name, &version.to_owned())
}

/// Returns, as JSON, the parts of shared pairs to which both sides wrote and between which the user has to decide.
pub(in crate::store) fn undecided(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    value(tx, UNDECIDED)
}

pub(in crate::store) fn set_undecided(tx: &WriteTx<'_>, parts: &str) -> Result<(), StoreError> {
    set_value(tx, UNDECIDED, &parts.to_owned())
}

/// Returns what this side says of the records of its circles (`share/circle_setting.rs`), as JSON.
pub(in crate::store) fn circle_setting(
    tx: &ReadTx<'_>,
    name: &str,
) -> Result<Option<String>, StoreError> {
    value(tx, name)
}

pub(in crate::store) fn set_circle_setting(
    tx: &WriteTx<'_>,
    name: &str,
    text: &str,
) -> Result<(), StoreError> {
    set_value(tx, name, &text.to_owned())
}

/// Returns the events from which check-ins were planned (`event_origins.rs`), as JSON.
pub(in crate::store) fn event_origins(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    value(tx, EVENT_ORIGINS)
}

pub(in crate::store) fn set_event_origins(tx: &WriteTx<'_>, text: &str) -> Result<(), StoreError> {
    set_value(tx, EVENT_ORIGINS, &text.to_owned())
}

fn value<C: ColumnValue>(tx: &ReadTx<'_>, name: &str) -> Result<Option<C>, StoreError> {
    // All settings are read, since they are few, and counted on the way to check the tally.
    let sql = "SELECT id, name, value, checksum FROM setting NOT INDEXED ORDER BY id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let (mut counted, mut setting) = (TallyCount::default(), None);
    while let Some(row) = rows.next()? {
        counted.add(TallyCount::one(row.get(0)?, row.get(3)?));
        if row.get_ref(1)?.as_str() == Ok(name) {
            let mut fields = RowReader::verify_checksum(row, TABLE, 0)?;
            let (_, _): (i64, String) = (fields.next()?, fields.next()?);
            setting = Some(fields.next()?);
        }
    }
    if tx.is_tallied() {
        tally::SETTINGS.ensure_count(tx.connection, counted)?;
    }
    Ok(setting)
}

fn set_value(tx: &WriteTx<'_>, name: &str, value: &impl ColumnValue) -> Result<(), StoreError> {
    for change in [RowOperation::Insert, RowOperation::Update] {
        tx.watch_table(TABLE, &SETTING, change)?;
    }
    let existing = tx.number("SELECT coalesce(max(id), 0) FROM setting WHERE name = ?1", [name])?;
    let id = match existing {
        0 => tx.next_number(TABLE)?,
        existing => existing,
    };
    let mut row = vec![Value::Integer(id), Value::Text(name.to_owned()), value.to_cell()];
    row.push(table_checksum(TABLE, &row));
    // Not `INSERT OR REPLACE`, whose conflict clause would override those in the triggers that watch the table.
    let sql = match existing {
        0 => "INSERT INTO setting (id, name, value, checksum) VALUES (?1, ?2, ?3, ?4)",
        _ => "UPDATE setting SET name = ?2, value = ?3, checksum = ?4 WHERE id = ?1",
    };
    tx.connection.execute(sql, rusqlite::params_from_iter(row))?;
    Ok(())
}

/// Clears the pair in use if it is this one.
pub fn clear_pair_in_use(tx: &WriteTx<'_>, slug: &str) -> Result<(), StoreError> {
    if pair_in_use(tx)?.as_deref() == Some(slug) {
        tx.watch_table(TABLE, &SETTING, RowOperation::Delete)?;
        tx.connection.execute("DELETE FROM setting WHERE name = 'pair'", [])?;
    }
    Ok(())
}
