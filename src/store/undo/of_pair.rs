//! Which steps changed a pair or its records.

use std::collections::HashMap;

use rusqlite::OptionalExtension;
use serde_json::Value as Json;

use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::domain::undo_step::UndoStep;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::row::{RecordTable, record_tables};
use crate::store::table_row::TableRow;
use crate::store::undo::load_steps;

/// A table and the number of a row.
type RowName = (String, i64);

/// Returns the last `limit` steps that changed a pair or its records, newest first.
pub fn history_of_pair(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    limit: usize,
) -> Result<Vec<UndoStep>, StoreError> {
    let changes = changes_of_all_steps(tx)?;
    let tables = record_tables();
    let mut pairs = known_pairs(&changes);
    let mut steps = Vec::new();
    for step in load_steps(tx, -1, None)? {
        if steps.len() >= limit {
            break;
        }
        let mut is_meant = false;
        for (_, row, _) in changes.iter().filter(|(id, ..)| *id == step.id) {
            let found = match pairs.get(row) {
                Some(found) => *found,
                None => *pairs.entry(row.clone()).or_insert(pair_of_row(tx, &tables, row)?),
            };
            is_meant = is_meant || found == Some(pair.number());
        }
        if is_meant {
            steps.push(step);
        }
    }
    Ok(steps)
}

/// Returns each row that a step changed, with the number of the step and the columns that it keeps. Steps that a version
/// before this form wrote tell nothing of their rows.
fn changes_of_all_steps(tx: &ReadTx<'_>) -> Result<Vec<(i64, RowName, Option<i64>)>, StoreError> {
    let mut statement = tx.connection.prepare("SELECT id, sql FROM step")?;
    let mut rows = statement.query([])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let step = row.get(0)?;
        let lines = row.get_ref(1)?.as_str().unwrap_or_default().lines();
        for line in lines.filter(|line| line.starts_with('[')) {
            let read = serde_json::from_str(line);
            let (table, number, row): (String, i64, Json) =
                read.map_err(|_| StoreError::Damaged)?;
            let pair = row.get("pair").and_then(Json::as_i64);
            changes.push((step, (table, number), pair));
        }
    }
    Ok(changes)
}

/// Returns the pairs of the rows that a step deleted, or that were inserted by one that is undone: only the step still
/// has them.
fn known_pairs(changes: &[(i64, RowName, Option<i64>)]) -> HashMap<RowName, Option<i64>> {
    let kept = changes.iter().filter(|(_, _, pair)| pair.is_some());
    kept.map(|(_, row, pair)| (row.clone(), *pair)).collect()
}

/// Returns the pair of a row that is there. `None`: it is of no pair, such as a person.
pub(in crate::store) fn pair_of_row(
    tx: &ReadTx<'_>,
    tables: &[RecordTable],
    (table, number): &RowName,
) -> Result<Option<i64>, StoreError> {
    if table == Pair::TABLE {
        return Ok(Some(*number));
    }
    let has_pair = |known: &&RecordTable| known.name == table && known.columns.contains(&"pair");
    let Some(table) = tables.iter().find(has_pair) else {
        return Ok(None);
    };
    let sql = format!("SELECT pair FROM main.\"{}\" WHERE id = ?1", table.name);
    Ok(tx.connection.query_row(&sql, [number], |row| row.get(0)).optional()?)
}
