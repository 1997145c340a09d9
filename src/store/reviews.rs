//! Table `review`.

use chrono::NaiveDate;

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::store::StoreError;
use crate::store::reader::Reader;

/// The last stored review on or before `until`: the baseline of the next one.
pub fn latest(
    tx: &Reader<'_>,
    pair: Id<Pair>,
    until: NaiveDate,
) -> Result<Option<Record<Review>>, StoreError> {
    tx.first(
        "WHERE pair = ?1 AND \"on\" <= ?2 ORDER BY \"on\" DESC, id DESC",
        (pair.number(), until.to_string()),
    )
}

/// All, oldest first.
pub fn all(tx: &Reader<'_>, pair: Id<Pair>) -> Result<Vec<Record<Review>>, StoreError> {
    tx.all("WHERE pair = ?1 ORDER BY \"on\", id", [pair.number()])
}
