//! Questions that are put to every table of a pair's records alike.

use chrono::NaiveDate;

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::reader::Reader;
use crate::store::record::Stored;

/// All of a pair, by number.
pub fn all<T: Stored>(tx: &Reader<'_>, pair: Id<Pair>) -> Result<Vec<Record<T>>, StoreError> {
    tx.all("WHERE pair = ?1 ORDER BY id", [pair.number()])
}

/// Those of a day from `since` to `until`, both included, oldest first.
pub fn between<T: Stored>(
    tx: &Reader<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    by_day(tx, "on", pair, since, until)
}

/// Those whose state changed on a day from `since` to `until`, both included, in that order.
pub fn turned_between<T: Stored>(
    tx: &Reader<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    by_day(tx, "state_on", pair, since, until)
}

fn by_day<T: Stored>(
    tx: &Reader<'_>,
    day: &str,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    tx.all(
        &format!("WHERE pair = ?1 AND \"{day}\" BETWEEN ?2 AND ?3 ORDER BY \"{day}\", id"),
        (pair.number(), since.to_string(), until.to_string()),
    )
}

/// Those that belong to a record: the column `owner` holds its number. By number.
pub fn of<T: Stored, O>(
    tx: &Reader<'_>,
    owner: &str,
    id: Id<O>,
) -> Result<Vec<Record<T>>, StoreError> {
    tx.all(
        &format!("WHERE \"{owner}\" = ?1 ORDER BY id"),
        [id.number()],
    )
}
