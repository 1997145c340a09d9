//! Queries that are the same for all tables with records of a pair.

use chrono::NaiveDate;

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::column::ColumnType;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::store::{StoreError, tally};

/// Returns all records of a pair in a table, by number.
pub fn all_in_pair<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
) -> Result<Vec<Record<T>>, StoreError> {
    let all = tally::whole_set::<T>().for_id(pair);
    tx.load_and_sort(&[all], "WHERE pair = ?1", [pair.number()], |record| record.id)
}

/// Returns the records of a pair with a day (`on`) from `since` to `until`, both included, oldest first.
pub fn between_days<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    load_dated(
        tx,
        pair,
        "on",
        (since, until),
        "WHERE pair = ?1 AND \"on\" >= ?2 AND \"on\" < ?3 ORDER BY \"on\", id",
    )
}

/// Returns the records of a pair whose last change of state was on a day from `since` to `until`, both included, in
/// that order.
pub fn state_changed_between<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    // Naming every state lets SQLite use the index on (pair, state, state_on).
    let states = quoted_states::<T>();
    load_dated(
        tx,
        pair,
        "state_on",
        (since, until),
        &format!(
            "WHERE pair = ?1 AND state IN ({states}) AND state_on >= ?2 AND state_on < ?3 ORDER BY state_on, id"
        ),
    )
}

/// Returns the records of a pair with a day in the column `by` from `since` to `until`. `clause` selects whole months.
fn load_dated<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    by: &str,
    (since, until): (NaiveDate, NaiveDate),
    clause: &str,
) -> Result<Vec<Record<T>>, StoreError> {
    let set = tally::part_set::<T>("pair", Some(by)).ok_or(StoreError::Damaged)?;
    tx.load_span(&set.claim_between(pair, since, until), clause)
}

/// Returns `'begun', 'done', …`: all states of a noun, in quotes.
fn quoted_states<T: TableRow>() -> String {
    let columns = T::COLUMNS.iter().zip(T::column_types());
    let states = columns.filter_map(|(column, column_type)| match column_type {
        ColumnType::Word(words) if *column == "state" => Some(words),
        _ => None,
    });
    let quoted: Vec<String> = states.flatten().map(|word| format!("'{word}'")).collect();
    quoted.join(", ")
}

/// Returns the records that belong to another one, whose number is in the column `owner`, by number.
pub fn owned_by<T: TableRow, O>(
    tx: &ReadTx<'_>,
    owner: &str,
    id: Id<O>,
) -> Result<Vec<Record<T>>, StoreError> {
    let clause = format!("WHERE \"{owner}\" = ?1 ORDER BY id");
    match tally::part_set::<T>(owner, None) {
        Some(set) => tx.load_claimed(&[set.for_id(id)], &clause, [id.number()]),
        None => tx.all(&clause, [id.number()]),
    }
}
