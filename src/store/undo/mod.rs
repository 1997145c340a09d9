//! Undo, redo and history.
//!
//! While a command writes, temporary triggers record what each row was before its first change (table `before`). In the same
//! transaction these rows become one undo step, as data: the columns that differ for a changed row, all columns for a deleted
//! one, only the number for an inserted one. The same rows become revisions (`revision.rs`). Triggers are created only for the
//! kinds of changes that a command makes, which keeps small writes fast; `Store::write` makes sure that none was missed.
//!
//! ```text
//!   step 1 done   step 2 done   step 3 undone   step 4 undone
//!                      ^ undo takes this   ^ redo takes this; the next new step drops 3 and 4
//! ```

mod changes;
mod of_pair;
mod replay;

use std::collections::BTreeSet;

use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::domain::undo_step::{StepState, UndoStep};
use crate::store::StoreError;
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;
use crate::store::revision::{self, Cause};
use crate::store::row::{NamedRow, RecordTable, record_tables};
use crate::store::row_reader::RowReader;
use crate::store::settings;
use crate::store::write_tx::{WriteTx, table_checksum};

pub(in crate::store) use changes::{RowChange, RowOperation, install_triggers};
pub(in crate::store) use replay::upsert;

pub use of_pair::history_of_pair;
pub(in crate::store) use of_pair::pair_of_row;

use changes::for_each_change;
use replay::{replay, replay_sql};

const TABLE: &str = "step";

const SETTING_TABLE: &str = "setting";

/// How many undo steps are kept.
pub const MAX_STEPS: i64 = 1000;

/// How many bytes the kept steps may have together. The last step is kept even if it alone has more.
pub const KEPT_BYTES: i64 = 16 << 20;

/// The columns of `setting`, the one table without an envelope.
pub(in crate::store) const SETTING: [&str; 4] = ["id", "name", "value", "checksum"];

/// The columns of `step`.
pub(in crate::store) const STEP: [&str; 6] = ["id", "at", "words", "state", "sql", "checksum"];

/// Returns the tables that a step may change.
fn undoable_tables() -> Vec<RecordTable> {
    let mut tables = record_tables();
    tables.push(RecordTable { name: SETTING_TABLE, columns: SETTING.to_vec(), later: 0 });
    tables
}

/// Stores a revision of each row that the transaction changed, and returns what is needed to undo the changes, one line
/// per row. One row at a time, since an import may have changed a hundred thousand.
fn record_changes(tx: &WriteTx<'_>, cause: Cause<'_>) -> Result<String, StoreError> {
    let mut inverse = String::new();
    for_each_change(tx, |change| {
        revision::add_revision(tx, &change, cause)?;
        inverse.push_str(&inverse_line(change)?);
        inverse.push('\n');
        Ok(())
    })?;
    if !inverse.is_empty() {
        revision::drop_oldest(tx)?;
    }
    Ok(inverse)
}

/// Formats what is needed to undo a change: `["followup",12,{"state":"open",…}]`. An inserted row has null instead of
/// columns, a changed row only the columns that differ.
fn inverse_line(change: RowChange) -> Result<String, StoreError> {
    let mut row = change.before;
    if let (Some(row), Some(after)) = (&mut row, &change.after) {
        row.retain_changed(after);
    }
    let row = row.map_or(Json::Null, NamedRow::into_json);
    serde_json::to_string(&(change.table, change.number, row)).map_err(|_| StoreError::Damaged)
}

/// Stores the changes of the transaction as a new step, and drops the undone steps, which can't be redone after it.
pub(in crate::store) fn record_step(tx: &WriteTx<'_>, words: &str) -> Result<(), StoreError> {
    let inverse = record_changes(tx, Cause::Command)?;
    if inverse.is_empty() {
        return Ok(());
    }
    tx.connection.execute("DELETE FROM step WHERE state = 'undone'", [])?;
    let id = tx.next_number(TABLE)?;
    let texts = [instant(tx.now.at), words.to_owned(), StepState::Done.to_string(), inverse];
    let mut row = vec![Value::Integer(id)];
    row.extend(texts.map(Value::Text));
    row.push(table_checksum(TABLE, &row));
    tx.connection.execute(
        "INSERT INTO step (id, at, words, state, sql, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        rusqlite::params_from_iter(row),
    )?;
    tx.connection
        .execute("DELETE FROM step WHERE id <= (SELECT max(id) FROM step) - ?1", [MAX_STEPS])?;
    drop_excess_steps(tx)
}

/// Drops the oldest steps if all of them together are too large.
fn drop_excess_steps(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    // The steps can't be larger than the file, whose size is known without reading them.
    if tx.file_bytes()? <= KEPT_BYTES {
        return Ok(());
    }
    tx.connection.execute(
        "DELETE FROM step WHERE id < (SELECT max(id) FROM step) AND id <= (SELECT max(id) FROM
            (SELECT id, sum(octet_length(sql)) OVER (ORDER BY id DESC) AS bytes FROM step) WHERE bytes > ?1)",
        [KEPT_BYTES],
    )?;
    Ok(())
}

/// Returns the pairs whose records the transaction has changed so far.
pub fn changed_pairs(tx: &WriteTx<'_>) -> Result<BTreeSet<Id<Pair>>, StoreError> {
    changes::changed_pairs(tx)
}

/// Whether the transaction has changed a pair or its records so far.
pub fn is_pair_changed(tx: &WriteTx<'_>, pair: Id<Pair>) -> Result<bool, StoreError> {
    Ok(changes::is_row_changed(tx, pair)? || changed_pairs(tx)?.contains(&pair))
}

/// Returns the number of the oldest step that is kept. `None`: no older ones were dropped.
pub fn dropped_before(tx: &ReadTx<'_>) -> Result<Option<i64>, StoreError> {
    let oldest = tx.number("SELECT coalesce(min(id), 0) FROM step", [])?;
    Ok((oldest > 1).then_some(oldest))
}

/// Returns whether the last step applied what the other side of a shared pair sent. Undoing it restores an earlier
/// version of that.
pub fn is_last_step_taken(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    has_last_step_set(tx, settings::SHARE_VERSION)
}

/// Whether the last step said which records are one, or are not.
pub fn is_last_step_joined(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    has_last_step_set(tx, settings::SAME_RECORDS)
}

/// Whether the last step changed a setting whose name begins so.
fn has_last_step_set(tx: &ReadTx<'_>, name: &str) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM setting WHERE name LIKE ?1 || '%'";
    let mut statement = tx.connection.prepare(sql)?;
    let versions = statement.query_map([name], |row| row.get(0))?;
    let versions: Vec<i64> = versions.collect::<Result<_, _>>()?;
    if versions.is_empty() {
        return Ok(false);
    }
    let sql = "SELECT sql FROM step WHERE state = ?1 ORDER BY id DESC LIMIT 1";
    let mut statement = tx.connection.prepare(sql)?;
    let mut rows = statement.query([StepState::Done.word()])?;
    let Some(row) = rows.next()? else {
        return Ok(false);
    };
    let mut lines = row.get_ref(0)?.as_str().unwrap_or_default().lines();
    Ok(lines.any(|line| {
        let change: Option<(String, i64, Json)> = serde_json::from_str(line).ok();
        change
            .is_some_and(|(table, number, _)| table == SETTING_TABLE && versions.contains(&number))
    }))
}

/// A row that a step changed or deleted, as it was before.
pub(in crate::store) struct FormerRow {
    pub step: i64,
    pub table: &'static str,
    pub number: i64,
    /// All columns of a deleted row; of a changed one, those that changed.
    pub row: NamedRow,
}

impl FormerRow {
    pub(in crate::store) fn is_deleted(&self) -> bool {
        self.row.text("uid").is_some()
    }
}

/// Returns the rows that the steps changed or deleted, those of the newest step first.
pub(in crate::store) fn former_rows(tx: &ReadTx<'_>) -> Result<Vec<FormerRow>, StoreError> {
    let tables = record_tables();
    let sql =
        "SELECT id, at, words, state, sql, checksum FROM step WHERE state = ?1 ORDER BY id DESC";
    let mut statement = tx.connection.prepare(sql)?;
    let mut rows = statement.query([StepState::Done.word()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        RowReader::verify_checksum(row, TABLE, 0)?;
        let step = row.get(0)?;
        let lines = row.get_ref(4)?.as_str().unwrap_or_default().lines();
        for line in lines.filter(|line| line.starts_with('[')) {
            let read = serde_json::from_str(line);
            let (name, number, row): (String, i64, Json) = read.map_err(|_| StoreError::Damaged)?;
            let table = tables.iter().find(|table| table.name == name);
            if let (Some(table), Some(row)) = (table, NamedRow::from_json(row)) {
                found.push(FormerRow { step, table: table.name, number, row });
            }
        }
    }
    Ok(found)
}

/// Undoes the last step. `None`: there is none.
pub fn undo(tx: &WriteTx<'_>) -> Result<Option<UndoStep>, StoreError> {
    replay_step(tx, StepState::Done, "ORDER BY id DESC")
}

/// Redoes the step that was undone last. `None`: there is none.
pub fn redo(tx: &WriteTx<'_>) -> Result<Option<UndoStep>, StoreError> {
    replay_step(tx, StepState::Undone, "ORDER BY id ASC")
}

fn replay_step(
    tx: &WriteTx<'_>,
    from: StepState,
    order: &str,
) -> Result<Option<UndoStep>, StoreError> {
    let columns = "id, at, words, state, sql, checksum";
    let find = format!("SELECT {columns} FROM step WHERE state = ?1 {order} LIMIT 1");
    let mut statement = tx.connection.prepare(&find)?;
    let mut rows = statement.query([from.word()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    // A damaged step must never be replayed.
    RowReader::verify_checksum(row, TABLE, 0)?;
    let mut step: Vec<Value> = (0..5).map(|at| row.get(at)).collect::<Result<_, _>>()?;
    let (id, at): (i64, String) = (row.get(0)?, row.get(1)?);
    let inverse: String = row.get(4)?;
    // Removed before anything is watched, since it is not part of the step.
    let last_untraced = settings::detach_untraced_change(tx)?;
    let replayed = if inverse.is_empty() || inverse.starts_with('[') {
        replay(tx, &inverse)
    } else {
        replay_sql(tx, &inverse)
    };
    // A step that this program wrote can always be replayed, so a failure means that it is damaged.
    replayed.map_err(|error| match error {
        StoreError::Other(_) | StoreError::Damaged => {
            StoreError::Unreadable { table: TABLE, id, column: "sql".to_owned() }
        }
        error => error,
    })?;
    let cause = match from {
        StepState::Done => Cause::Undo(&at),
        StepState::Undone => Cause::Redo,
    };
    let inverse = record_changes(tx, cause)?;
    // Stored after the inverse was taken, since it is not part of the step.
    settings::record_untraced_change(tx, last_untraced)?;
    let to = match from {
        StepState::Done => StepState::Undone,
        StepState::Undone => StepState::Done,
    };
    step[3] = Value::Text(to.to_string());
    step[4] = Value::Text(inverse);
    step.push(table_checksum(TABLE, &step));
    tx.connection.execute(
        "UPDATE step SET at = ?2, words = ?3, state = ?4, sql = ?5, checksum = ?6 WHERE id = ?1",
        rusqlite::params_from_iter(step),
    )?;
    Ok(load_steps(tx, 1, Some(id))?.pop())
}

/// Returns the last `limit` steps, newest first.
pub fn history(tx: &ReadTx<'_>, limit: i64) -> Result<Vec<UndoStep>, StoreError> {
    load_steps(tx, limit, None)
}

fn load_steps(tx: &ReadTx<'_>, limit: i64, id: Option<i64>) -> Result<Vec<UndoStep>, StoreError> {
    let mut statement = tx.connection.prepare(
        "SELECT id, at, words, state, sql, checksum FROM step WHERE ?2 IS NULL OR id = ?2 ORDER BY id DESC LIMIT ?1",
    )?;
    let mut rows = statement.query((limit, id))?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        let mut fields = RowReader::verify_checksum(row, TABLE, 0)?;
        let (id, at, words) = (fields.next()?, fields.next()?, fields.next()?);
        let state: String = fields.next()?;
        let state = state.parse().unwrap_or(StepState::Done);
        steps.push(UndoStep { id, at, words, state });
    }
    Ok(steps)
}
