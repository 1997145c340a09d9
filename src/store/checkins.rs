//! Table `checkin`.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

type Found = Result<Option<Record<CheckIn>>, StoreError>;
type Several = Result<Vec<Record<CheckIn>>, StoreError>;

/// Planned ones, soonest first; those whose time has passed are still to be logged.
pub fn planned(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.load_claimed(
        &[tally::PLANNED.for_id(pair)],
        "WHERE pair = ?1 AND state = 'planned' ORDER BY planned_at",
        [pair.number()],
    )
}

/// Held ones of some months.
const HELD: &str =
    "WHERE pair = ?1 AND state = 'held' AND held_at >= ?2 AND held_at < ?3 ORDER BY held_at";

/// The one held first.
pub fn first_held(tx: &ReadTx<'_>, pair: Id<Pair>) -> Found {
    tx.load_first(tally::HELD.since(pair, NaiveDate::MIN), HELD)
}

/// The one held last at or before `until`.
pub fn last_held(tx: &ReadTx<'_>, pair: Id<Pair>, until: DateTime<Utc>) -> Found {
    let latest_first = HELD.to_owned() + " DESC";
    tx.load_last(|| tally::HELD.until(pair, until), &latest_first)
}

/// Held ones from `since` to `until`, oldest first.
pub fn held_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Several {
    tx.load_span(&tally::HELD.between(pair, since, until), HELD)
}

/// Cancelled and missed ones that were planned from `since` to `until`, or called off after `called_off`, in the order of
/// the plan.
pub fn missed_near(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    called_off: DateTime<Utc>,
) -> Several {
    let missed = tally::MISSED.between(pair, since, until);
    let off = tally::CALLED_OFF.since(pair, called_off);
    let ((from, to), (off_from, _)) = (missed.bounds(), off.bounds());
    let mut found = tx.load_claimed(
        &[missed, off],
        "WHERE id IN (
             SELECT id FROM checkin WHERE pair = ?1 AND state IN ('cancelled', 'late-cancelled', 'no-show')
                AND planned_at >= ?2 AND planned_at < ?3
             UNION
             SELECT id FROM checkin WHERE pair = ?1 AND cancelled_at >= ?4
         ) ORDER BY planned_at, id",
        (pair.number(), from, to, off_from),
    )?;
    let is_between = |at: DateTime<Utc>| since <= at && at <= until;
    found.retain(|one: &Record<CheckIn>| {
        !matches!(one.state, CheckInState::Planned | CheckInState::Held)
            && (one.planned_at.is_some_and(is_between)
                || one.cancelled_at.is_some_and(|at| at > called_off))
    });
    Ok(found)
}

/// How many were held after each of these moments until `until`: how often a topic raised then has been carried. Counted in
/// the index: none of them is read.
pub fn held_since(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: &[DateTime<Utc>],
    until: DateTime<Utc>,
) -> Result<Vec<i64>, StoreError> {
    let Some(first) = since.iter().min() else {
        return Ok(Vec::new());
    };
    let claim = tally::HELD.between(pair, *first, until);
    let (from, to) = claim.bounds();
    let sql = "SELECT id, held_at FROM checkin
        WHERE pair = ?1 AND state = 'held' AND held_at >= ?2 AND held_at < ?3 ORDER BY held_at";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut rows = statement.query((pair.number(), from, to))?;
    let until = instant(until);
    let (mut counted, mut held) = ((0, 0), Vec::new());
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        counted = (counted.0 + 1, counted.1 + number);
        let at: String = row.get(1)?;
        if at <= until {
            held.push(at);
        }
    }
    tx.ensure_count(&claim, counted)?;
    let after = |since: &DateTime<Utc>| {
        let since = instant(*since);
        i64::try_from(held.iter().filter(|at| **at > since).count()).unwrap_or(i64::MAX)
    };
    Ok(since.iter().map(after).collect())
}

/// The identities under which a calendar knows check-ins and rhythms.
pub fn calendar_uids(tx: &ReadTx<'_>) -> Result<HashSet<String>, StoreError> {
    let sql = "SELECT uid FROM checkin UNION ALL SELECT uid FROM agreement";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// All of a pair, by time, or those in one state.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>, state: Option<CheckInState>) -> Several {
    let mut found = tx.load_claimed(
        &[tally::whole_set::<CheckIn>().for_id(pair)],
        "WHERE pair = ?1 ORDER BY coalesce(held_at, planned_at), id",
        [pair.number()],
    )?;
    found.retain(|one: &Record<CheckIn>| state.is_none_or(|state| one.state == state));
    Ok(found)
}
