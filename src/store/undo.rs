//! Undo, redo and history.
//!
//! `SQLite`'s own technique ("Automatic Undo/Redo Using SQLite"): while a command writes, temporary triggers record the
//! inverse of each row change; the inverses are kept as one step, in the same transaction. Only the changes that a
//! command makes get triggers, so a small write stays small; `open::Store::write` makes sure that none was missed.
//!
//! ```text
//!   step 1 done   step 2 done   step 3 undone   step 4 undone
//!                      ^ undo takes this   ^ redo takes this; the next new step drops 3 and 4
//! ```

use rusqlite::Connection;
use rusqlite::hooks::Action;
use rusqlite::types::Value;

use crate::domain::step::{Step, StepState};
use crate::store::StoreError;
use crate::store::cell::instant;
use crate::store::reader::Reader;
use crate::store::record::{EachTable, Fields, Stored, each_table};
use crate::store::settings;
use crate::store::writer::{Writer, sealed};

const TABLE: &str = "step";

/// As many steps as are kept.
pub const KEPT: i64 = 1000;

/// The columns of `setting`, the one table without an envelope.
pub(in crate::store) const SETTING: [&str; 4] = ["id", "name", "value", "checksum"];

/// The columns of `step`.
pub(in crate::store) const STEP: [&str; 6] = ["id", "at", "words", "state", "sql", "checksum"];

/// What may be done to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) enum Change {
    Insert,
    Update,
    Delete,
}

impl Change {
    const ALL: [Change; 3] = [Change::Insert, Change::Update, Change::Delete];

    pub(in crate::store) fn of(action: Action) -> Change {
        match action {
            Action::SQLITE_INSERT => Change::Insert,
            Action::SQLITE_DELETE => Change::Delete,
            _ => Change::Update,
        }
    }

    /// How a statement that makes this change to a table begins.
    fn beginning(self, table: &str) -> String {
        match self {
            Change::Insert => format!("INSERT INTO {table} "),
            Change::Update => format!("UPDATE {table} "),
            Change::Delete => format!("DELETE FROM {table} "),
        }
    }
}

/// Starts to record the inverse of every such change to `table`.
pub(in crate::store) fn watch(
    connection: &Connection,
    table: &str,
    columns: &[&str],
    change: Change,
) -> Result<(), StoreError> {
    let each = |write: fn(&&str) -> String| columns.iter().map(write);
    let inverse = match change {
        Change::Insert => format!("'DELETE FROM {table} WHERE id=' || new.id"),
        Change::Update => {
            let sets: Vec<_> = each(|c| format!("'\"{c}\"='||quote(old.\"{c}\")")).collect();
            let sets = sets.join("||','||");
            format!("'UPDATE {table} SET ' || {sets} || ' WHERE id=' || new.id")
        }
        Change::Delete => {
            let names: Vec<_> = each(|c| format!("\"{c}\"")).collect();
            let olds: Vec<_> = each(|c| format!("quote(old.\"{c}\")")).collect();
            let (names, olds) = (names.join(","), olds.join("||','||"));
            format!("'INSERT INTO {table} ({names}) VALUES (' || {olds} || ')'")
        }
    };
    let what = match change {
        Change::Insert => "INSERT",
        Change::Update => "UPDATE",
        Change::Delete => "DELETE",
    };
    connection.execute_batch(&format!(
        "CREATE TEMP TABLE IF NOT EXISTS inverse (position INTEGER PRIMARY KEY, sql TEXT NOT NULL);
         CREATE TEMP TRIGGER {table}_{what} AFTER {what} ON main.{table} BEGIN
             INSERT INTO inverse (sql) VALUES ({inverse}); END;"
    ))?;
    Ok(())
}

/// What takes the watched changes back, last change first; none if nothing changed.
fn inverse(connection: &Connection) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare("SELECT sql FROM inverse ORDER BY position DESC")?;
    let lines: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    connection.execute("DELETE FROM inverse", [])?;
    Ok((!lines.is_empty()).then(|| lines.join(";\n")))
}

/// Keeps what the transaction did as a new step. Steps that were undone are dropped: there is nothing to redo them on.
pub(in crate::store) fn record(tx: &Writer<'_>, words: &str) -> Result<(), StoreError> {
    if !tx.watches_something() {
        return Ok(());
    }
    let Some(sql) = inverse(tx.connection)? else {
        return Ok(());
    };
    tx.connection
        .execute("DELETE FROM step WHERE state = 'undone'", [])?;
    let id = tx.last_number(TABLE)? + 1;
    let texts = [
        instant(tx.now),
        words.to_owned(),
        StepState::Done.to_string(),
        sql,
    ];
    let mut row = vec![Value::Integer(id)];
    row.extend(texts.map(Value::Text));
    row.push(sealed(TABLE, &row));
    tx.connection.execute(
        "INSERT INTO step (id, at, words, state, sql, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        rusqlite::params_from_iter(row),
    )?;
    tx.connection.execute(
        "DELETE FROM step WHERE id <= (SELECT max(id) FROM step) - ?1",
        [KEPT],
    )?;
    Ok(())
}

/// Takes the last step back; none: there is none.
pub fn undo(tx: &Writer<'_>) -> Result<Option<Step>, StoreError> {
    turn(tx, StepState::Done, "ORDER BY id DESC")
}

/// Does the step that was last undone again; none: there is none.
pub fn redo(tx: &Writer<'_>) -> Result<Option<Step>, StoreError> {
    turn(tx, StepState::Undone, "ORDER BY id ASC")
}

fn turn(tx: &Writer<'_>, from: StepState, order: &str) -> Result<Option<Step>, StoreError> {
    let columns = "id, at, words, state, sql, checksum";
    let find = format!("SELECT {columns} FROM step WHERE state = ?1 {order} LIMIT 1");
    let mut statement = tx.connection.prepare(&find)?;
    let mut rows = statement.query([from.word()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    // A damaged step is never carried out.
    Fields::verified(row, TABLE, 0)?;
    let mut step: Vec<Value> = (0..5).map(|at| row.get(at)).collect::<Result<_, _>>()?;
    let (id, sql): (i64, String) = (row.get(0)?, row.get(4)?);
    // Before anything is watched: it is no part of the step.
    let last = settings::take_hidden_change(tx)?;
    watch_all_in(tx, &sql)?;
    tx.connection.execute_batch(&sql)?;
    let back = inverse(tx.connection)?.unwrap_or_default();
    // After the inverse was taken: it is no part of the step.
    settings::hide_change(tx, last)?;
    let to = match from {
        StepState::Done => StepState::Undone,
        StepState::Undone => StepState::Done,
    };
    step[3] = Value::Text(to.to_string());
    step[4] = Value::Text(back);
    step.push(sealed(TABLE, &step));
    tx.connection.execute(
        "UPDATE step SET at = ?2, words = ?3, state = ?4, sql = ?5, checksum = ?6 WHERE id = ?1",
        rusqlite::params_from_iter(step),
    )?;
    Ok(list(tx, 1, Some(id))?.pop())
}

/// The last steps, newest first.
pub fn history(tx: &Reader<'_>, most: i64) -> Result<Vec<Step>, StoreError> {
    list(tx, most, None)
}

fn list(tx: &Reader<'_>, most: i64, id: Option<i64>) -> Result<Vec<Step>, StoreError> {
    let mut statement = tx.connection.prepare(
        "SELECT id, at, words, state, sql, checksum FROM step WHERE ?2 IS NULL OR id = ?2 ORDER BY id DESC LIMIT ?1",
    )?;
    let mut rows = statement.query((most, id))?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        let mut fields = Fields::verified(row, TABLE, 0)?;
        let (id, at, words) = (fields.next()?, fields.next()?, fields.next()?);
        let state: String = fields.next()?;
        let state = state.parse().unwrap_or(StepState::Done);
        steps.push(Step {
            id,
            at,
            words,
            state,
        });
    }
    Ok(steps)
}

/// Watches every change that the statements of a step make. (And one that only a text in them speaks of.)
fn watch_all_in(tx: &Writer<'_>, sql: &str) -> Result<(), StoreError> {
    struct Watch<'t, 'c>(&'t Writer<'c>, &'t str);

    impl EachTable for Watch<'_, '_> {
        type Error = StoreError;

        fn table<T: Stored>(&mut self) -> Result<(), StoreError> {
            for change in Change::ALL {
                if self.1.contains(&change.beginning(T::TABLE)) {
                    self.0.watch::<T>(change)?;
                }
            }
            Ok(())
        }
    }

    for change in Change::ALL {
        if sql.contains(&change.beginning("setting")) {
            tx.watch_table("setting", &SETTING, change)?;
        }
    }
    each_table(&mut Watch(tx, sql))
}
