//! Table `question`.

use chrono::{DateTime, Utc};

use crate::domain::pair::Pair;
use crate::domain::question::Question;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;

type Several = Result<Vec<Record<Question>>, StoreError>;

/// Those that wait for an answer, oldest first.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state = 'open' ORDER BY asked_at, id",
        [pair.number()],
    )
}

/// Asked until `until` and not answered before `since`, oldest first.
pub fn answerable_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Several {
    tx.all(
        "WHERE id IN (
             SELECT id FROM question WHERE pair = ?1 AND answered_at IS NULL
             UNION
             SELECT id FROM question WHERE pair = ?1 AND answered_at >= ?2
         ) AND asked_at <= ?3 ORDER BY asked_at, id",
        (pair.number(), instant(since), instant(until)),
    )
}

/// All, oldest first.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.all("WHERE pair = ?1 ORDER BY asked_at, id", [pair.number()])
}
