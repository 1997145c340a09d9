//! Applies an undo step, and keeps what is needed to take that back.

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::types::Value;
use serde_json::value::RawValue;

use crate::store::StoreError;
use crate::store::row::{NamedRow, RecordTable, quoted};
use crate::store::undo::{RowOperation, undoable_tables};
use crate::store::write_tx::WriteTx;

/// Applies the lines of a step: puts every row back to what it was.
pub(super) fn replay(tx: &WriteTx<'_>, lines: &str) -> Result<(), StoreError> {
    let tables = undoable_tables();
    // The rows of a step may refer to each other, so foreign keys are only checked at the commit.
    tx.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let (mut inserted, mut rows) = (Vec::new(), Vec::new());
    for line in lines.lines() {
        // The row stays text until its turn: as values, a long step takes many times the memory.
        let (name, number, row): (&str, i64, &RawValue) =
            serde_json::from_str(line).map_err(|_| StoreError::Damaged)?;
        let place = tables.iter().position(|table| table.name == name);
        let place = place.ok_or(StoreError::Damaged)?;
        match row.get() {
            "null" => inserted.push((place, number)),
            row => rows.push((place, number, row)),
        }
    }
    // Referring rows are deleted first and inserted last. While a foreign key is violated, `SQLite` searches all
    // referring tables at every insert, which would make a long step take forever.
    inserted.sort_by_key(|(place, number)| std::cmp::Reverse((*place, *number)));
    rows.sort_by_key(|(place, number, _)| (*place, *number));
    for (place, number) in inserted {
        delete(tx, &tables[place], number)?;
    }
    // After the deletions, since a unique name may have moved from one row to another.
    for (place, number, row) in rows {
        let row = NamedRow::parse(row).ok_or(StoreError::Damaged)?;
        upsert(tx, &tables[place], number, &row)?;
    }
    Ok(())
}

fn delete(tx: &WriteTx<'_>, table: &RecordTable, number: i64) -> Result<(), StoreError> {
    tx.watch_table(table.name, &table.columns, RowOperation::Delete)?;
    let sql = format!("DELETE FROM \"{}\" WHERE id = ?1", table.name);
    tx.connection.prepare_cached(&sql)?.execute([number])?;
    Ok(())
}

/// Sets these columns of a row, or inserts the row, which then needs all columns.
pub(in crate::store) fn upsert(
    tx: &WriteTx<'_>,
    table: &RecordTable,
    number: i64,
    row: &NamedRow,
) -> Result<(), StoreError> {
    let names: Vec<&str> = row.columns().collect();
    // A command may write what was there already, so a row of a step can have no columns.
    if names.is_empty() {
        return Ok(());
    }
    if !names.iter().all(|name| table.columns.contains(name)) {
        return Err(StoreError::Damaged);
    }
    let mut values: Vec<Value> = names.iter().map(|name| row.value(name)).collect();
    let exists = table.find(tx, number)?.is_some();
    let (change, sql) = if exists {
        let assignments: Vec<String> = names.iter().map(|name| format!("\"{name}\" = ?")).collect();
        let sql = format!("UPDATE \"{}\" SET {} WHERE id = ?", table.name, assignments.join(", "));
        values.push(Value::Integer(number));
        (RowOperation::Update, sql)
    } else {
        let places = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO \"{}\" ({}) VALUES ({places})", table.name, quoted(&names));
        (RowOperation::Insert, sql)
    };
    tx.watch_table(table.name, &table.columns, change)?;
    tx.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// Replays a step that was written before format 4, as SQL statements. They may only change rows of known tables, since
/// the file may come from someone else. All these tables are watched: which ones a statement changes can't be seen from
/// its text.
pub(super) fn replay_sql(tx: &WriteTx<'_>, sql: &str) -> Result<(), StoreError> {
    for table in undoable_tables() {
        for change in RowOperation::ALL {
            tx.watch_table(table.name, &table.columns, change)?;
        }
    }
    let names: Vec<&str> = undoable_tables().iter().map(|table| table.name).collect();
    let authorize = move |context: AuthContext<'_>| {
        if is_row_change(&context, &names) { Authorization::Allow } else { Authorization::Deny }
    };
    tx.connection.authorizer(Some(authorize))?;
    let result = tx.connection.execute_batch(sql);
    tx.connection.authorizer(None::<fn(AuthContext<'_>) -> Authorization>)?;
    Ok(result?)
}

/// Returns whether an action of an older step, or of a trigger that watches it, is one that steps need.
fn is_row_change(context: &AuthContext<'_>, names: &[&str]) -> bool {
    let is_main = context.database_name == Some("main");
    let is_watch_trigger = |name: &str| {
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
            context.database_name == Some("temp")
                && table_name == "before"
                && is_watch_trigger(accessor)
        }
        (AuthAction::Read { table_name, .. }, Some(accessor)) => {
            is_main && names.contains(&table_name) && is_watch_trigger(accessor)
        }
        (AuthAction::Function { function_name }, Some(_)) => function_name == "json_object",
        _ => false,
    }
}
