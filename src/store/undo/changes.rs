//! What a transaction changed: triggers record each row as it was before.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::hooks::Action;

use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::store::StoreError;
use crate::store::row::{NamedRow, json_object, record_tables};
use crate::store::settings;
use crate::store::table_row::TableRow;
use crate::store::undo::{SETTING_TABLE, undoable_tables};
use crate::store::write_tx::WriteTx;

/// A kind of change to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) enum RowOperation {
    Insert,
    Update,
    Delete,
}

impl RowOperation {
    pub(super) const ALL: [RowOperation; 3] =
        [RowOperation::Insert, RowOperation::Update, RowOperation::Delete];

    pub(in crate::store) fn from_action(action: Action) -> RowOperation {
        match action {
            Action::SQLITE_INSERT => RowOperation::Insert,
            Action::SQLITE_DELETE => RowOperation::Delete,
            _ => RowOperation::Update,
        }
    }
}

/// Creates a trigger that records what each row of `table` was before such a change.
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
    // Of several changes to one row only the first sees what it was before the transaction, hence `OR IGNORE`.
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
    /// The present row. `None`: it was deleted, or it was inserted, in which case its present content is not needed.
    pub after: Option<NamedRow>,
}

/// Calls `handle` with each changed row that the triggers recorded, by table and number.
pub(super) fn for_each_change(
    tx: &WriteTx<'_>,
    mut handle: impl FnMut(RowChange) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if !tx.has_watched_changes() {
        return Ok(());
    }
    let tables = undoable_tables();
    let hidden_number = settings::hidden_change_number(tx)?;
    let mut statement = tx.connection.prepare("SELECT \"table\", number, row FROM before")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let name = row.get_ref(0)?.as_str().unwrap_or_default();
        let table = tables.iter().find(|table| table.name == name);
        let (table, number) = (table.ok_or(StoreError::Damaged)?, row.get(1)?);
        let text: Option<String> = row.get(2)?;
        let before = text.as_deref().map(|text| NamedRow::parse(text).ok_or(StoreError::Damaged));
        let before = before.transpose()?;
        if table.name == SETTING_TABLE && is_hidden_change(number, before.as_ref(), hidden_number) {
            continue;
        }
        let after = match before {
            Some(_) => table.find(tx, number)?,
            None => None,
        };
        handle(RowChange { table: table.name, number, before, after })?;
    }
    Ok(())
}

/// Returns the pairs of the changed rows that the triggers recorded.
pub(super) fn changed_pairs(tx: &WriteTx<'_>) -> Result<BTreeSet<Id<Pair>>, StoreError> {
    let mut pairs = BTreeSet::new();
    if !tx.has_watched_changes() {
        return Ok(pairs);
    }
    let tables = record_tables().into_iter();
    for table in tables.filter(|table| table.columns.contains(&"pair")) {
        let name = table.name;
        let mut statement = tx.connection.prepare(&format!(
            "SELECT row ->> '$.pair' FROM before WHERE \"table\" = ?1 AND row IS NOT NULL
             UNION SELECT pair FROM main.\"{name}\" WHERE id IN
                (SELECT number FROM before WHERE \"table\" = ?1 AND row IS NULL)"
        ))?;
        let found = statement.query_map([name], |row| row.get(0))?;
        for number in found {
            pairs.insert(Id::new(number?));
        }
    }
    Ok(pairs)
}

/// Whether the triggers recorded a change of this row.
pub(super) fn is_row_changed<T: TableRow>(tx: &WriteTx<'_>, id: Id<T>) -> Result<bool, StoreError> {
    if !tx.has_watched_changes() {
        return Ok(false);
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM before WHERE \"table\" = ?1 AND number = ?2)";
    Ok(tx.connection.query_row(sql, (T::TABLE, id.number()), |row| row.get(0))?)
}

/// Returns whether a row of `setting` is the time of the last change that no record shows, which is not part of a step.
fn is_hidden_change(number: i64, before: Option<&NamedRow>, hidden_number: Option<i64>) -> bool {
    let name = before.and_then(|row| row.text("name"));
    hidden_number == Some(number) || name == Some(settings::HIDDEN_CHANGE)
}
