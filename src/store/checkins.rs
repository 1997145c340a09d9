//! Table `checkin`.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::column::ColumnValue;
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the planned check-ins, soonest first. Those whose time has passed are still to be logged.
pub fn planned(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<CheckIn>>, StoreError> {
    tx.load_claimed(
        &[tally::PLANNED.for_id(pair)],
        "WHERE pair = ?1 AND state = 'planned' ORDER BY planned_at",
        [pair.number()],
    )
}

/// Selects the held check-ins of `?1` from `?2` until before `?3`, oldest first.
const HELD: &str =
    "WHERE pair = ?1 AND state = 'held' AND held_at >= ?2 AND held_at < ?3 ORDER BY held_at";

/// Returns the check-in that was held first.
pub fn first_held(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Option<Record<CheckIn>>, StoreError> {
    tx.load_first(tally::HELD.claim_since(pair, NaiveDate::MIN), HELD)
}

/// Returns the check-in that was held last at or before `until`.
pub fn last_held(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    until: DateTime<Utc>,
) -> Result<Option<Record<CheckIn>>, StoreError> {
    let latest_first = HELD.to_owned() + " DESC";
    tx.load_last(|| tally::HELD.claim_until(pair, until), &latest_first)
}

/// Returns the check-ins that were held from `since` to `until`, both included, oldest first.
pub fn held_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Record<CheckIn>>, StoreError> {
    tx.load_span(&tally::HELD.claim_between(pair, since, until), HELD)
}

/// Returns the cancelled and missed check-ins that were planned from `since` to `until`, both included, or cancelled
/// after `cancelled_after`, in the order of their planned times.
pub fn missed_near(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    cancelled_after: DateTime<Utc>,
) -> Result<Vec<Record<CheckIn>>, StoreError> {
    let missed = tally::MISSED.claim_between(pair, since, until);
    let cancelled = tally::CANCELLED.claim_since(pair, cancelled_after);
    let ((from, to), (cancelled_from, _)) = (missed.bounds(), cancelled.bounds());
    let mut checkins = tx.load_and_sort(
        &[missed, cancelled],
        "WHERE id IN (
             SELECT id FROM checkin WHERE pair = ?1 AND state IN ('cancelled', 'late-cancelled', 'no-show')
                AND planned_at >= ?2 AND planned_at < ?3
             UNION
             SELECT id FROM checkin WHERE pair = ?1 AND cancelled_at >= ?4
         )",
        (pair.number(), from, to, cancelled_from),
        |checkin: &Record<CheckIn>| (checkin.planned_at, checkin.id),
    )?;
    let is_between = |at: DateTime<Utc>| since <= at && at <= until;
    checkins.retain(|checkin: &Record<CheckIn>| {
        !matches!(checkin.state, CheckInState::Planned | CheckInState::Held)
            && (checkin.planned_at.is_some_and(is_between)
                || checkin.cancelled_at.is_some_and(|at| at > cancelled_after))
    });
    Ok(checkins)
}

/// Counts, for each of these moments, the check-ins that were held after it and not after `until`: so often a topic
/// raised then has been carried over. Counts in an SQL index alone, without reading the check-ins.
pub fn held_since(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: &[DateTime<Utc>],
    until: DateTime<Utc>,
) -> Result<Vec<i64>, StoreError> {
    let Some(first) = since.iter().min() else {
        return Ok(Vec::new());
    };
    let held = held_moments(tx, pair, *first, until)?;
    let after = |since: &DateTime<Utc>| {
        let counted = held.iter().filter(|at| *at > since).count();
        i64::try_from(counted).unwrap_or(i64::MAX)
    };
    Ok(since.iter().map(after).collect())
}

/// Returns when the check-ins from `since` to `until` were held, both included, oldest first. Reads an SQL index alone.
pub fn held_moments(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let claim = tally::HELD.claim_between(pair, since, until);
    let (from, to) = claim.bounds();
    let sql = "SELECT id, held_at FROM checkin
        WHERE pair = ?1 AND state = 'held' AND held_at >= ?2 AND held_at < ?3 ORDER BY held_at";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query((pair.number(), from, to))?;
    let (mut counted, mut held) = ((0, 0), Vec::new());
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        counted = (counted.0 + 1, counted.1 + number);
        held.push(DateTime::from_cell(row.get_ref(1)?).ok_or(StoreError::Damaged)?);
    }
    tx.ensure_count(&claim, counted)?;
    held.retain(|at| since <= *at && *at <= until);
    Ok(held)
}

/// Returns the uids of all check-ins and agreements, which are those of their events in a calendar.
pub fn calendar_uids(tx: &ReadTx<'_>) -> Result<HashSet<String>, StoreError> {
    let sql = "SELECT uid FROM checkin UNION ALL SELECT uid FROM agreement";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let uids = statement.query_map([], |row| row.get(0))?;
    Ok(uids.collect::<Result<_, _>>()?)
}

/// Returns the check-ins of a pair, by time. `state` restricts them to one state.
pub fn all(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    state: Option<CheckInState>,
) -> Result<Vec<Record<CheckIn>>, StoreError> {
    let mut checkins = Vec::new();
    scan(tx, pair, |checkin| {
        if state.is_none_or(|state| checkin.state == state) {
            checkins.push(checkin);
        }
    })?;
    Ok(checkins)
}

/// Passes the check-ins of a pair to `take`, by time, one at a time.
pub fn scan(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    take: impl FnMut(Record<CheckIn>),
) -> Result<(), StoreError> {
    tx.scan_claimed(
        usize::MAX,
        &[tally::whole_set::<CheckIn>().for_id(pair)],
        "WHERE pair = ?1 ORDER BY coalesce(held_at, planned_at), id",
        [pair.number()],
        take,
    )
}
