//! Undo, redo and history.
//!
//! While a command writes, temporary triggers keep what each row was before its first change (`before`). In the same transaction
//! these rows become one step, as data: of a row that was changed the columns that differ, of one that was deleted all of
//! them, of one that was inserted its number. The same rows become revisions (`revision.rs`). Only the changes that a command
//! makes get triggers, so a small write stays small; `open::Store::write` makes sure that none was missed.
//!
//! ```text
//!   step 1 done   step 2 done   step 3 undone   step 4 undone
//!                      ^ undo takes this   ^ redo takes this; the next new step drops 3 and 4
//! ```

use rusqlite::Connection;
use rusqlite::hooks::{Action, AuthAction, AuthContext, Authorization};
use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::undo_step::{StepState, UndoStep};
use crate::store::StoreError;
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;
use crate::store::revision::{self, Cause};
use crate::store::row::{NamedRow, RecordTable, json_object, quoted, record_tables};
use crate::store::settings;
use crate::store::table_row::RowReader;
use crate::store::write_tx::{WriteTx, table_checksum};

const TABLE: &str = "step";

const SETTING_TABLE: &str = "setting";

/// As many steps as are kept.
pub const MAX_STEPS: i64 = 1000;

/// As many bytes as the kept steps may have together; the last one may be larger by itself.
pub const KEPT_BYTES: i64 = 16 << 20;

/// The columns of `setting`, the one table without an envelope.
pub(in crate::store) const SETTING: [&str; 4] = ["id", "name", "value", "checksum"];

/// The columns of `step`.
pub(in crate::store) const STEP: [&str; 6] = ["id", "at", "words", "state", "sql", "checksum"];

/// What may be done to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) enum RowOperation {
    Insert,
    Update,
    Delete,
}

impl RowOperation {
    const ALL: [RowOperation; 3] = [
        RowOperation::Insert,
        RowOperation::Update,
        RowOperation::Delete,
    ];

    pub(in crate::store) fn from_action(action: Action) -> RowOperation {
        match action {
            Action::SQLITE_INSERT => RowOperation::Insert,
            Action::SQLITE_DELETE => RowOperation::Delete,
            _ => RowOperation::Update,
        }
    }

    /// How a statement that makes this change to a table begins.
    fn statement_prefix(self, table: &str) -> String {
        match self {
            RowOperation::Insert => format!("INSERT INTO {table} "),
            RowOperation::Update => format!("UPDATE {table} "),
            RowOperation::Delete => format!("DELETE FROM {table} "),
        }
    }
}

/// Starts to keep what the rows of `table` were before every such change.
pub(in crate::store) fn install_triggers(
    connection: &Connection,
    table: &str,
    columns: &[&str],
    change: RowOperation,
) -> Result<(), StoreError> {
    let (event, number, row) = match change {
        RowOperation::Insert => ("INSERT", "new.id", "NULL".to_owned()),
        RowOperation::Update => ("UPDATE", "old.id", json_object(columns, "old.")),
        RowOperation::Delete => ("DELETE", "old.id", json_object(columns, "old.")),
    };
    // Of several changes of one row the first is the one that knows.
    connection.execute_batch(&format!(
        "CREATE TEMP TABLE IF NOT EXISTS before (\"table\" TEXT, number INTEGER, row TEXT, PRIMARY KEY (\"table\", number)) WITHOUT ROWID;
         CREATE TEMP TRIGGER {table}_{event} AFTER {event} ON main.{table} BEGIN
             INSERT OR IGNORE INTO before VALUES ('{table}', {number}, {row}); END;"
    ))?;
    Ok(())
}

/// A row that the transaction changed.
pub(in crate::store) struct RowChange {
    pub table: &'static str,
    pub number: i64,
    /// `None`: there was no such row.
    pub before: Option<NamedRow>,
    /// `None`: there is no such row now, or there was none before, when nothing needs it.
    pub after: Option<NamedRow>,
}

/// The watched changes of rows, by table and number.
fn changes(tx: &WriteTx<'_>) -> Result<Vec<RowChange>, StoreError> {
    if !tx.has_watched_changes() {
        return Ok(Vec::new());
    }
    let tables = known_tables();
    let unrecorded = settings::hidden_change_number(tx)?;
    let mut statement = tx
        .connection
        .prepare("SELECT \"table\", number, row FROM before")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let name = row.get_ref(0)?.as_str().unwrap_or_default();
        let table = tables.iter().find(|table| table.name == name);
        let (table, number) = (table.ok_or(StoreError::Damaged)?, row.get(1)?);
        let text: Option<String> = row.get(2)?;
        let before = text
            .as_deref()
            .map(|text| NamedRow::parse(text).ok_or(StoreError::Damaged));
        let before = before.transpose()?;
        if table.name == SETTING_TABLE && is_hidden_change(number, before.as_ref(), unrecorded) {
            continue;
        }
        let after = match before {
            Some(_) => table.find(tx, number)?,
            None => None,
        };
        found.push(RowChange {
            table: table.name,
            number,
            before,
            after,
        });
    }
    Ok(found)
}

/// Whether a row of `setting` is the moment of the last hidden change, which is no part of a step.
fn is_hidden_change(number: i64, before: Option<&NamedRow>, unrecorded: Option<i64>) -> bool {
    let name = before.and_then(|row| row.text("name"));
    unrecorded == Some(number) || name == Some(settings::HIDDEN_CHANGE)
}

/// The tables that a step may change.
fn known_tables() -> Vec<RecordTable> {
    let mut tables = record_tables();
    tables.push(RecordTable {
        name: SETTING_TABLE,
        columns: SETTING.to_vec(),
        later: 0,
    });
    tables
}

/// What takes these changes back: a line for each row, `["followup",12,{"state":"open",…}]`. Of a row that was inserted there
/// is only the number, of one that was changed the columns that differ.
fn inverse_sql(changes: Vec<RowChange>) -> Result<String, StoreError> {
    let mut lines = String::new();
    for change in changes {
        let mut row = change.before;
        if let (Some(row), Some(after)) = (&mut row, &change.after) {
            row.retain_changed(after);
        }
        let row = row.map_or(Json::Null, NamedRow::into_json);
        let line = serde_json::to_string(&(change.table, change.number, row));
        lines.push_str(&line.map_err(|_| StoreError::Damaged)?);
        lines.push('\n');
    }
    Ok(lines)
}

/// Keeps what the transaction did as a new step. Steps that were undone are dropped: there is nothing to redo them on.
pub(in crate::store) fn record_step(tx: &WriteTx<'_>, words: &str) -> Result<(), StoreError> {
    let changes = changes(tx)?;
    if changes.is_empty() {
        return Ok(());
    }
    revision::keep(tx, &changes, Cause::Command)?;
    let inverse = inverse_sql(changes)?;
    tx.connection
        .execute("DELETE FROM step WHERE state = 'undone'", [])?;
    let id = tx.last_number(TABLE)? + 1;
    let texts = [
        instant(tx.now),
        words.to_owned(),
        StepState::Done.to_string(),
        inverse,
    ];
    let mut row = vec![Value::Integer(id)];
    row.extend(texts.map(Value::Text));
    row.push(table_checksum(TABLE, &row));
    tx.connection.execute(
        "INSERT INTO step (id, at, words, state, sql, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        rusqlite::params_from_iter(row),
    )?;
    tx.connection.execute(
        "DELETE FROM step WHERE id <= (SELECT max(id) FROM step) - ?1",
        [MAX_STEPS],
    )?;
    drop_bytes(tx)
}

/// Drops the oldest steps where all of them are too large together.
fn drop_bytes(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    // A file that is smaller has no larger steps: it is most often so, and known at once.
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

/// The oldest step that is kept, if there were older ones.
pub fn dropped_before(tx: &ReadTx<'_>) -> Result<Option<i64>, StoreError> {
    let oldest = tx.number("SELECT coalesce(min(id), 0) FROM step", [])?;
    Ok((oldest > 1).then_some(oldest))
}

/// Whether the last step took in what the other side told: undoing it brings an earlier version of that back.
pub fn is_last_step_taken(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM setting WHERE name LIKE ?1 || '%'";
    let mut statement = tx.connection.prepare(sql)?;
    let versions = statement.query_map([settings::SHARE_VERSION], |row| row.get(0))?;
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
        let read: Option<(String, i64, Json)> = serde_json::from_str(line).ok();
        read.is_some_and(|(table, number, _)| table == SETTING_TABLE && versions.contains(&number))
    }))
}

/// Takes the last step back; none: there is none.
pub fn undo(tx: &WriteTx<'_>) -> Result<Option<UndoStep>, StoreError> {
    replay_step(tx, StepState::Done, "ORDER BY id DESC")
}

/// Does the step that was last undone again; none: there is none.
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
    // A damaged step is never carried out.
    RowReader::verify_checksum(row, TABLE, 0)?;
    let mut step: Vec<Value> = (0..5).map(|at| row.get(at)).collect::<Result<_, _>>()?;
    let (id, at): (i64, String) = (row.get(0)?, row.get(1)?);
    let inverse: String = row.get(4)?;
    // Before anything is watched: it is no part of the step.
    let last = settings::detach_untraced_change(tx)?;
    let replayed = if inverse.is_empty() || inverse.starts_with('[') {
        replay(tx, &inverse)
    } else {
        replay_sql(tx, &inverse)
    };
    // What the program itself wrote can always be replayed.
    replayed.map_err(|error| match error {
        StoreError::Other(_) | StoreError::Damaged => StoreError::Unreadable {
            table: TABLE,
            id,
            column: "sql".to_owned(),
        },
        error => error,
    })?;
    let changes = changes(tx)?;
    let cause = match from {
        StepState::Done => Cause::Undo(&at),
        StepState::Undone => Cause::Redo,
    };
    revision::keep(tx, &changes, cause)?;
    let back = self::inverse_sql(changes)?;
    // After the inverse was taken: it is no part of the step.
    settings::record_untraced_change(tx, last)?;
    let to = match from {
        StepState::Done => StepState::Undone,
        StepState::Undone => StepState::Done,
    };
    step[3] = Value::Text(to.to_string());
    step[4] = Value::Text(back);
    step.push(table_checksum(TABLE, &step));
    tx.connection.execute(
        "UPDATE step SET at = ?2, words = ?3, state = ?4, sql = ?5, checksum = ?6 WHERE id = ?1",
        rusqlite::params_from_iter(step),
    )?;
    Ok(load_steps(tx, 1, Some(id))?.pop())
}

/// The last steps, newest first.
pub fn history(tx: &ReadTx<'_>, most: i64) -> Result<Vec<UndoStep>, StoreError> {
    load_steps(tx, most, None)
}

fn load_steps(tx: &ReadTx<'_>, most: i64, id: Option<i64>) -> Result<Vec<UndoStep>, StoreError> {
    let mut statement = tx.connection.prepare(
        "SELECT id, at, words, state, sql, checksum FROM step WHERE ?2 IS NULL OR id = ?2 ORDER BY id DESC LIMIT ?1",
    )?;
    let mut rows = statement.query((most, id))?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        let mut fields = RowReader::verify_checksum(row, TABLE, 0)?;
        let (id, at, words) = (fields.next()?, fields.next()?, fields.next()?);
        let state: String = fields.next()?;
        let state = state.parse().unwrap_or(StepState::Done);
        steps.push(UndoStep {
            id,
            at,
            words,
            state,
        });
    }
    Ok(steps)
}

/// Carries out the lines of a step.
fn replay(tx: &WriteTx<'_>, lines: &str) -> Result<(), StoreError> {
    let tables = known_tables();
    // The rows of a step refer to each other, in whatever order they come; the commit looks at them again.
    tx.connection
        .execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let (mut gone, mut rows) = (Vec::new(), Vec::new());
    for line in lines.lines() {
        let (name, number, row): (String, i64, Json) =
            serde_json::from_str(line).map_err(|_| StoreError::Damaged)?;
        let place = tables.iter().position(|table| table.name == name);
        let place = place.ok_or(StoreError::Damaged)?;
        match row {
            Json::Null => gone.push((place, number)),
            row => rows.push((
                place,
                number,
                NamedRow::from_json(row).ok_or(StoreError::Damaged)?,
            )),
        }
    }
    // What refers to others goes first and comes last. As long as a link leads nowhere, `SQLite` looks through all that may
    // refer to a row whenever one comes, and a long step would never end.
    gone.sort_by_key(|(place, number)| std::cmp::Reverse((*place, *number)));
    rows.sort_by_key(|(place, number, _)| (*place, *number));
    for (place, number) in gone {
        delete(tx, &tables[place], number)?;
    }
    // After the deletions: a name that is to be unique may go from one row to another.
    for (place, number, row) in rows {
        put(tx, &tables[place], number, &row)?;
    }
    Ok(())
}

fn delete(tx: &WriteTx<'_>, table: &RecordTable, number: i64) -> Result<(), StoreError> {
    tx.watch_table(table.name, &table.columns, RowOperation::Delete)?;
    let sql = format!("DELETE FROM \"{}\" WHERE id = ?1", table.name);
    tx.connection.prepare_cached(&sql)?.execute([number])?;
    Ok(())
}

/// Gives a row these columns; one that is not there has to get all of them.
fn put(
    tx: &WriteTx<'_>,
    table: &RecordTable,
    number: i64,
    row: &NamedRow,
) -> Result<(), StoreError> {
    let names: Vec<&str> = row.columns().collect();
    // A command that writes what was there already is a step too.
    if names.is_empty() {
        return Ok(());
    }
    if !names.iter().all(|name| table.columns.contains(name)) {
        return Err(StoreError::Damaged);
    }
    let mut values: Vec<Value> = names.iter().map(|name| row.value(name)).collect();
    let is_there = table.find(tx, number)?.is_some();
    let (change, sql) = if is_there {
        let sets: Vec<String> = names.iter().map(|name| format!("\"{name}\" = ?")).collect();
        let sql = format!(
            "UPDATE \"{}\" SET {} WHERE id = ?",
            table.name,
            sets.join(", ")
        );
        values.push(Value::Integer(number));
        (RowOperation::Update, sql)
    } else {
        let places = vec!["?"; names.len()].join(", ");
        let sql = format!(
            "INSERT INTO \"{}\" ({}) VALUES ({places})",
            table.name,
            quoted(&names)
        );
        (RowOperation::Insert, sql)
    };
    tx.watch_table(table.name, &table.columns, change)?;
    tx.connection
        .prepare_cached(&sql)?
        .execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// Carries out a step that a version before format 4 kept, as statements. They may change rows of known tables, and nothing
/// else: the file may come from anybody.
fn replay_sql(tx: &WriteTx<'_>, sql: &str) -> Result<(), StoreError> {
    for table in known_tables() {
        for change in RowOperation::ALL {
            // Too many are watched where only a text in them speaks of a change, which does no harm.
            if sql.contains(&change.statement_prefix(table.name)) {
                tx.watch_table(table.name, &table.columns, change)?;
            }
        }
    }
    let names: Vec<&str> = known_tables().iter().map(|table| table.name).collect();
    let allow = move |context: AuthContext<'_>| {
        if is_row_change(&context, &names) {
            Authorization::Allow
        } else {
            Authorization::Deny
        }
    };
    tx.connection.authorizer(Some(allow))?;
    let done = tx.connection.execute_batch(sql);
    tx.connection
        .authorizer(None::<fn(AuthContext<'_>) -> Authorization>)?;
    Ok(done?)
}

/// Whether a statement of an older step, or a trigger that watches it, does what steps do.
fn is_row_change(context: &AuthContext<'_>, names: &[&str]) -> bool {
    let is_main = context.database_name == Some("main");
    let is_watcher = |name: &str| {
        let table = name.rsplit_once('_').map(|(table, _)| table);
        table.is_some_and(|table| names.contains(&table))
    };
    match (context.action, context.accessor) {
        (
            AuthAction::Insert { table_name }
            | AuthAction::Delete { table_name }
            | AuthAction::Update { table_name, .. }
            | AuthAction::Read { table_name, .. },
            None,
        ) => is_main && names.contains(&table_name),
        (AuthAction::Insert { table_name }, Some(accessor)) => {
            context.database_name == Some("temp") && table_name == "before" && is_watcher(accessor)
        }
        (AuthAction::Read { table_name, .. }, Some(accessor)) => {
            is_main && names.contains(&table_name) && is_watcher(accessor)
        }
        (AuthAction::Function { function_name }, Some(_)) => function_name == "json_object",
        _ => false,
    }
}
