//! Table `followup`.

use chrono::NaiveDate;

use crate::domain::followup::FollowUp;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

type Several = Result<Vec<Record<FollowUp>>, StoreError>;

/// Open ones, most urgent first, those without a day last.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state = 'open' ORDER BY due IS NULL, due, id",
        [pair.number()],
    )
}

/// Open ones due on `last` or before, most urgent first.
pub fn due_until(tx: &ReadTx<'_>, pair: Id<Pair>, last: NaiveDate) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state = 'open' AND due <= ?2 ORDER BY due, id",
        (pair.number(), last.to_string()),
    )
}

/// Open ones due from `first` to `last`, both included, most urgent first.
pub fn due_between(tx: &ReadTx<'_>, pair: Id<Pair>, first: NaiveDate, last: NaiveDate) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state = 'open' AND due BETWEEN ?2 AND ?3 ORDER BY due, id",
        (pair.number(), first.to_string(), last.to_string()),
    )
}

/// How many open ones were due before `day`. Counted in the index: none of them is read.
pub fn count_due_before(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    day: NaiveDate,
) -> Result<i64, StoreError> {
    tx.number(
        "SELECT count(*) FROM followup WHERE pair = ?1 AND state = 'open' AND due < ?2",
        (pair.number(), day.to_string()),
    )
}

/// Those with a day from `first` to `last`, whatever became of them, and those whose day or owner was another before.
pub fn with_deadline_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: NaiveDate,
    last: NaiveDate,
) -> Several {
    tx.all(
        "WHERE id IN (
             SELECT id FROM followup WHERE pair = ?1 AND state IN ('open', 'done', 'dropped')
                AND due BETWEEN ?2 AND ?3
             UNION
             SELECT id FROM followup WHERE pair = ?1 AND past IS NOT NULL
         ) ORDER BY due IS NULL, due, id",
        (pair.number(), first.to_string(), last.to_string()),
    )
}

/// Closed ones whose last change of state was on a day from `since` to `until`, both included.
pub fn closed_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state <> 'open' AND state_on BETWEEN ?2 AND ?3 ORDER BY state_on, id",
        (pair.number(), since.to_string(), until.to_string()),
    )
}

pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.all("WHERE pair = ?1 ORDER BY id", [pair.number()])
}
