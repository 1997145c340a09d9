//! Table `checkin`.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::column::instant;
use crate::store::read_tx::ReadTx;

type Found = Result<Option<Record<CheckIn>>, StoreError>;
type Several = Result<Vec<Record<CheckIn>>, StoreError>;

/// Planned ones, soonest first; those whose time has passed are still to be logged.
pub fn planned(tx: &ReadTx<'_>, pair: Id<Pair>) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state = 'planned' ORDER BY planned_at",
        [pair.number()],
    )
}

/// The one held first.
pub fn first_held(tx: &ReadTx<'_>, pair: Id<Pair>) -> Found {
    tx.first(
        "WHERE pair = ?1 AND state = 'held' ORDER BY held_at",
        [pair.number()],
    )
}

/// The one held last at or before `until`.
pub fn last_held(tx: &ReadTx<'_>, pair: Id<Pair>, until: DateTime<Utc>) -> Found {
    tx.first(
        "WHERE pair = ?1 AND state = 'held' AND held_at <= ?2 ORDER BY held_at DESC",
        (pair.number(), instant(until)),
    )
}

/// Held ones from `since` to `until`, oldest first.
pub fn held_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Several {
    tx.all(
        "WHERE pair = ?1 AND state = 'held' AND held_at BETWEEN ?2 AND ?3 ORDER BY held_at",
        (pair.number(), instant(since), instant(until)),
    )
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
    tx.all(
        "WHERE id IN (
             SELECT id FROM checkin WHERE pair = ?1 AND state IN ('cancelled', 'late-cancelled', 'no-show')
                AND planned_at BETWEEN ?2 AND ?3
             UNION
             SELECT id FROM checkin WHERE pair = ?1 AND cancelled_at > ?4
         ) AND state IN ('cancelled', 'late-cancelled', 'no-show') ORDER BY planned_at, id",
        (
            pair.number(),
            instant(since),
            instant(until),
            instant(called_off),
        ),
    )
}

/// How many were held after `since`: how often a topic raised then has been carried.
pub fn held_since(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<i64, StoreError> {
    tx.number(
        "SELECT count(*) FROM checkin WHERE pair = ?1 AND state = 'held' AND held_at > ?2 AND held_at <= ?3",
        (pair.number(), instant(since), instant(until)),
    )
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
    match state {
        Some(state) => tx.all(
            "WHERE pair = ?1 AND state = ?2 ORDER BY coalesce(held_at, planned_at), id",
            (pair.number(), state.word()),
        ),
        None => tx.all(
            "WHERE pair = ?1 ORDER BY coalesce(held_at, planned_at), id",
            [pair.number()],
        ),
    }
}
