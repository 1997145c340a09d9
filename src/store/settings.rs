//! Table `setting`: what the user chose for this file, and what the file has to remember of itself.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::types::Value;

use crate::store::StoreError;
use crate::store::column::ColumnValue;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::RowReader;
use crate::store::tally::{self, TallyCount};
use crate::store::undo::{RowOperation, SETTING};
use crate::store::write_tx::{WriteTx, table_checksum};

const TABLE: &str = "setting";

pub(in crate::store) const PAIR: &str = "pair";

pub(in crate::store) const HIDDEN_CHANGE: &str = "hidden_change";

pub(in crate::store) const HISTORY_SINCE: &str = "history_since";

const TAKEN_REPLIES: &str = "letter.taken";

pub(in crate::store) const DEVICE_FILE: &str = "share.device";

const UNDECIDED: &str = "share.open";

/// What the name begins with, before the circle.
pub(in crate::store) const SHARE_VERSION: &str = "share.at.";

/// The slug of the pair in use (`mentor pair use`).
pub fn pair_in_use(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    value(tx, PAIR)
}

pub fn use_pair(tx: &WriteTx<'_>, slug: &str) -> Result<(), StoreError> {
    set_value(tx, PAIR, &slug.to_owned())
}

/// When something was last undone, done again or deleted: changes that no record's `changed_at` shows.
pub fn untraced_change_at(tx: &ReadTx<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    value(tx, HIDDEN_CHANGE)
}

/// As `untraced_change_at`, out of the way of a step that is undone or done again and may have kept another: `record_untraced_change` puts
/// a later one in its place.
pub fn detach_untraced_change(tx: &WriteTx<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let last = untraced_change_at(tx)?;
    let sql = "DELETE FROM setting WHERE name = ?1";
    tx.connection.execute(sql, [HIDDEN_CHANGE])?;
    Ok(last)
}

/// Remembers such a change after the `last` one: later by five seconds at least, so that who counts seconds and what else
/// shows a change sees more, and not less, when a change of the same second is taken back.
pub fn record_untraced_change(
    tx: &WriteTx<'_>,
    last: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let at = last.map_or(tx.now, |last| last.max(tx.now)) + TimeDelta::seconds(5);
    set_value(tx, HIDDEN_CHANGE, &at)
}

/// The number of the row that holds `untraced_change_at`.
pub(in crate::store) fn hidden_change_number(tx: &ReadTx<'_>) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT coalesce(max(id), 0) FROM setting WHERE name = ?1";
    let number = tx.number(sql, [HIDDEN_CHANGE])?;
    Ok((number > 0).then_some(number))
}

/// From when on it is known what every row was. `None`: from the beginning.
pub fn history_since(tx: &ReadTx<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    value(tx, HISTORY_SINCE)
}

/// Remembers that what rows were before this moment is known in part only.
pub(in crate::store) fn begin_history(
    tx: &WriteTx<'_>,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let since = history_since(tx)?.map_or(at, |since| since.max(at));
    set_value(tx, HISTORY_SINCE, &since)
}

/// Which device file of this machine belongs to the data file.
pub fn device_file(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    value(tx, DEVICE_FILE)
}

pub(in crate::store) fn set_device_file(tx: &WriteTx<'_>, file: &str) -> Result<(), StoreError> {
    set_value(tx, DEVICE_FILE, &file.to_owned())
}

/// So many replies to letters are remembered.
const MAX_REPLIES: usize = 200;

/// What the replies to letters that were taken in are known by, oldest first.
pub fn taken_replies(tx: &ReadTx<'_>) -> Result<Vec<String>, StoreError> {
    Ok(value(tx, TAKEN_REPLIES)?.unwrap_or_default())
}

/// Remembers a reply, as part of the step that takes it in.
pub fn add_taken_reply(tx: &WriteTx<'_>, fingerprint: &str) -> Result<(), StoreError> {
    let mut all = taken_replies(tx)?;
    all.push(fingerprint.to_owned());
    let known = all.split_off(all.len().saturating_sub(MAX_REPLIES));
    set_value(tx, TAKEN_REPLIES, &known)
}

/// The version of the documents of a circle that the rows show, as JSON. A step that moves it takes it back.
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

/// What both sides of shared pairs wrote and nobody has decided, as JSON.
pub(in crate::store) fn undecided(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    value(tx, UNDECIDED)
}

pub(in crate::store) fn set_undecided(tx: &WriteTx<'_>, parts: &str) -> Result<(), StoreError> {
    set_value(tx, UNDECIDED, &parts.to_owned())
}

fn value<C: ColumnValue>(tx: &ReadTx<'_>, name: &str) -> Result<Option<C>, StoreError> {
    // They are few, and are counted while one of them is looked for.
    let sql = "SELECT id, name, value, checksum FROM setting NOT INDEXED ORDER BY id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let (mut counted, mut found) = (TallyCount::default(), None);
    while let Some(row) = rows.next()? {
        counted.add(TallyCount::one(row.get(0)?, row.get(3)?));
        if row.get_ref(1)?.as_str() == Ok(name) {
            let mut fields = RowReader::verify_checksum(row, TABLE, 0)?;
            let (_, _): (i64, String) = (fields.next()?, fields.next()?);
            found = Some(fields.next()?);
        }
    }
    if tx.is_tallied() {
        tally::SETTINGS.ensure_count(tx.connection, counted)?;
    }
    Ok(found)
}

fn set_value(tx: &WriteTx<'_>, name: &str, value: &impl ColumnValue) -> Result<(), StoreError> {
    for change in [RowOperation::Insert, RowOperation::Update] {
        tx.watch_table(TABLE, &SETTING, change)?;
    }
    let known = tx.number(
        "SELECT coalesce(max(id), 0) FROM setting WHERE name = ?1",
        [name],
    )?;
    let id = match known {
        0 => tx.last_number(TABLE)? + 1,
        known => known,
    };
    let mut row = vec![
        Value::Integer(id),
        Value::Text(name.to_owned()),
        value.to_cell(),
    ];
    row.push(table_checksum(TABLE, &row));
    // A statement that may do either would make its own conflicts those of the triggers that watch it.
    let sql = match known {
        0 => "INSERT INTO setting (id, name, value, checksum) VALUES (?1, ?2, ?3, ?4)",
        _ => "UPDATE setting SET name = ?2, value = ?3, checksum = ?4 WHERE id = ?1",
    };
    tx.connection
        .execute(sql, rusqlite::params_from_iter(row))?;
    Ok(())
}

/// No pair is in use any more, if it was this one.
pub fn clear_pair_in_use(tx: &WriteTx<'_>, slug: &str) -> Result<(), StoreError> {
    if pair_in_use(tx)?.as_deref() == Some(slug) {
        tx.watch_table(TABLE, &SETTING, RowOperation::Delete)?;
        tx.connection
            .execute("DELETE FROM setting WHERE name = 'pair'", [])?;
    }
    Ok(())
}
