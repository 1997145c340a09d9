//! Table `feedback`.

use chrono::NaiveDate;

use crate::domain::feedback::Feedback;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::reader::Reader;

type Several = Result<Vec<Record<Feedback>>, StoreError>;

/// Given on a day from `since` to `until`, both included, oldest first.
pub fn between(tx: &Reader<'_>, pair: Id<Pair>, since: NaiveDate, until: NaiveDate) -> Several {
    tx.all(
        "WHERE pair = ?1 AND \"on\" BETWEEN ?2 AND ?3 ORDER BY \"on\", id",
        (pair.number(), since.to_string(), until.to_string()),
    )
}

/// Not discussed yet: the receiver has not answered.
pub fn unanswered(tx: &Reader<'_>, pair: Id<Pair>) -> Several {
    tx.all(
        "WHERE pair = ?1 AND response IS NULL ORDER BY \"on\", id",
        [pair.number()],
    )
}

pub fn all(tx: &Reader<'_>, pair: Id<Pair>) -> Several {
    tx.all("WHERE pair = ?1 ORDER BY \"on\", id", [pair.number()])
}
