//! Table `followup`.

use chrono::NaiveDate;

use crate::domain::followup::FollowUp;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, pair_items, tally};

/// Returns the open follow-ups, most urgent first, those without a due day last.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<FollowUp>>, StoreError> {
    tx.load_and_sort(
        &[tally::OPEN_FOLLOWUPS.for_id(pair)],
        "WHERE pair = ?1 AND state = 'open'",
        [pair.number()],
        urgency,
    )
}

/// Sorts by due day, those without one last.
fn urgency(followup: &Record<FollowUp>) -> (bool, Option<NaiveDate>, Id<FollowUp>) {
    (followup.due.is_none(), followup.due, followup.id)
}

/// Selects the open follow-ups of `?1` due from `?2` until before `?3`.
const OPEN_DUE_BETWEEN: &str =
    "WHERE pair = ?1 AND state = 'open' AND due >= ?2 AND due < ?3 ORDER BY due, id";

/// Returns the open follow-ups due on or before `last`, most urgent first.
pub fn due_until(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    last: NaiveDate,
) -> Result<Vec<Record<FollowUp>>, StoreError> {
    due_between(tx, pair, NaiveDate::MIN, last)
}

/// Returns the open follow-ups due from `first` to `last`, both included, most urgent first.
pub fn due_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Record<FollowUp>>, StoreError> {
    tx.load_span(&tally::OPEN_FOLLOWUPS.claim_between(pair, first, last), OPEN_DUE_BETWEEN)
}

/// Counts the open follow-ups due before `day`, in an SQL index alone, without reading them.
pub fn count_due_before(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    day: NaiveDate,
) -> Result<i64, StoreError> {
    let claim = tally::OPEN_FOLLOWUPS.claim_until(pair, day);
    let (_, to) = claim.bounds();
    let sql = "SELECT count(*), coalesce(sum(id), 0), coalesce(sum(due < ?2), 0) FROM followup
        WHERE pair = ?1 AND state = 'open' AND due < ?3";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let params = (pair.number(), day.to_string(), to);
    let (count, numbers, due) =
        statement.query_row(params, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    tx.ensure_count(&claim, (count, numbers))?;
    Ok(due)
}

/// Returns the follow-ups due from `first` to `last`, both included, in any state, and all with an earlier
/// `Commitment`, such as another owner or due day.
pub fn with_deadline_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Record<FollowUp>>, StoreError> {
    let due = tally::DUE_FOLLOWUPS.claim_between(pair, first, last);
    let changed = tally::CHANGED_FOLLOWUPS.for_id(pair);
    let (from, to) = due.bounds();
    tx.load_and_sort(
        &[due, changed],
        "WHERE id IN (
             SELECT id FROM followup WHERE pair = ?1 AND state IN ('open', 'done', 'dropped')
                AND due >= ?2 AND due < ?3
             UNION
             SELECT id FROM followup WHERE pair = ?1 AND past IS NOT NULL
         )",
        (pair.number(), from, to),
        urgency,
    )
}

/// Returns the closed follow-ups whose last change of state was on a day from `since` to `until`, both included.
pub fn closed_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<FollowUp>>, StoreError> {
    tx.load_span(
        &tally::CLOSED_FOLLOWUPS.claim_between(pair, since, until),
        "WHERE pair = ?1 AND state <> 'open' AND state_on >= ?2 AND state_on < ?3 ORDER BY state_on, id",
    )
}

/// Returns all follow-ups of a pair, by number.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<FollowUp>>, StoreError> {
    pair_items::all_in_pair(tx, pair)
}
