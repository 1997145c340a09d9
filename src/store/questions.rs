//! Table `question`.

use chrono::{DateTime, Utc};

use crate::domain::pair::Pair;
use crate::domain::question::Question;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::cell::instant;
use crate::store::reader::Reader;

type Several = Result<Vec<Record<Question>>, StoreError>;

/// Those that wait for an answer, oldest first.
pub fn open(tx: &Reader<'_>, pair: Id<Pair>) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state = 'open' ORDER BY asked_at, id",
        [pair.number()],
    )
}

/// Asked from `since` to `until`, dropped ones left out, oldest first.
pub fn asked_between(
    tx: &Reader<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Several {
    tx.all(
        "WHERE pair = ?1 AND asked_at BETWEEN ?2 AND ?3 AND state <> 'dropped' ORDER BY asked_at, id",
        (pair.number(), instant(since), instant(until)),
    )
}

/// All, oldest first.
pub fn all(tx: &Reader<'_>, pair: Id<Pair>) -> Several {
    tx.all("WHERE pair = ?1 ORDER BY asked_at, id", [pair.number()])
}
