//! Table `feedback`.

use crate::domain::feedback::Feedback;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::reader::Reader;

type Several = Result<Vec<Record<Feedback>>, StoreError>;

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
