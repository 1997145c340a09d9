//! Questions that are put to every table of a pair's records alike.

use chrono::NaiveDate;

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::column::ColumnType;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::store::{StoreError, tally};

/// All of a pair, by number.
pub fn all_in_pair<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
) -> Result<Vec<Record<T>>, StoreError> {
    let all = tally::whole_set::<T>().for_id(pair);
    tx.load_claimed(&[all], "WHERE pair = ?1 ORDER BY id", [pair.number()])
}

/// Those of a day from `since` to `until`, both included, oldest first.
pub fn between_days<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    span_of(
        tx,
        pair,
        "on",
        (since, until),
        "WHERE pair = ?1 AND \"on\" >= ?2 AND \"on\" < ?3 ORDER BY \"on\", id",
    )
}

/// Those whose state changed on a day from `since` to `until`, both included, in that order.
pub fn state_changed_between<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    // Naming every state lets the index find the days: (pair, state, state_on).
    let any = states::<T>();
    span_of(
        tx,
        pair,
        "state_on",
        (since, until),
        &format!(
            "WHERE pair = ?1 AND state IN ({any}) AND state_on >= ?2 AND state_on < ?3 ORDER BY state_on, id"
        ),
    )
}

/// Those with a day in the column `by` from `since` to `until`, which `clause` reads by whole months.
fn span_of<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    by: &str,
    (since, until): (NaiveDate, NaiveDate),
    clause: &str,
) -> Result<Vec<Record<T>>, StoreError> {
    let set = tally::part_set::<T>("pair", Some(by)).ok_or(StoreError::Damaged)?;
    tx.load_span(&set.between(pair, since, until), clause)
}

/// `'begun', 'done', …`: every state that a noun may be in.
fn states<T: TableRow>() -> String {
    let columns = T::COLUMNS.iter().zip(T::column_types());
    let states = columns.filter_map(|(column, shape)| match shape {
        ColumnType::Word(words) if *column == "state" => Some(words),
        _ => None,
    });
    let quoted: Vec<String> = states.flatten().map(|word| format!("'{word}'")).collect();
    quoted.join(", ")
}

/// Those that belong to a record: the column `owner` holds its number. By number.
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
