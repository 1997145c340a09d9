//! Tables `win` and `insight`: the same questions of both.

use chrono::NaiveDate;

use crate::domain::checkin::CheckIn;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::reader::Reader;
use crate::store::record::Stored;

/// From `since` to `until`, both included, oldest first.
pub fn between<T: Stored>(
    tx: &Reader<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    tx.all(
        "WHERE pair = ?1 AND \"on\" BETWEEN ?2 AND ?3 ORDER BY \"on\", id",
        (pair.number(), since.to_string(), until.to_string()),
    )
}

pub fn of_checkin<T: Stored>(
    tx: &Reader<'_>,
    checkin: Id<CheckIn>,
) -> Result<Vec<Record<T>>, StoreError> {
    tx.all("WHERE checkin = ?1 ORDER BY id", [checkin.number()])
}
