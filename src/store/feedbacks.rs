//! Table `feedback`.

use chrono::NaiveDate;

use crate::domain::feedback::Feedback;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

type Several = Result<Vec<Record<Feedback>>, StoreError>;

/// Not discussed yet: the receiver has not answered.
pub fn unanswered(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.all(
        "WHERE pair = ?1 AND response IS NULL ORDER BY \"on\", id",
        [pair.number()],
    )
}

/// Given from `first` to `last`, or answered since `first`, or not answered yet, oldest first.
pub fn answerable_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: NaiveDate,
    last: NaiveDate,
) -> Several {
    tx.all(
        "WHERE id IN (
             SELECT id FROM feedback WHERE pair = ?1 AND \"on\" BETWEEN ?2 AND ?3
             UNION
             SELECT id FROM feedback WHERE pair = ?1 AND response IS NULL AND \"on\" < ?2
             UNION
             SELECT id FROM feedback WHERE pair = ?1 AND responded_on >= ?2 AND \"on\" < ?2
         ) ORDER BY \"on\", id",
        (pair.number(), first.to_string(), last.to_string()),
    )
}

pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.all("WHERE pair = ?1 ORDER BY \"on\", id", [pair.number()])
}
