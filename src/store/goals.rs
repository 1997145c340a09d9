//! Tables `goal`, `goal_entry`, and the moves of target dates.

use chrono::NaiveDate;

use crate::domain::goal::{DateMove, Goal, GoalHistory, Moved};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

/// Active and paused goals, by number.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Goal>>, StoreError> {
    tx.all(
        "WHERE pair = ?1 AND state IN ('active', 'paused') ORDER BY id",
        [pair.number()],
    )
}

pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Goal>>, StoreError> {
    tx.all("WHERE pair = ?1 ORDER BY id", [pair.number()])
}

/// Goals that were done or dropped on a day from `since` to `until`, both included.
pub fn closed_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<Goal>>, StoreError> {
    tx.all(
        "WHERE pair = ?1 AND state IN ('done', 'dropped') AND state_on BETWEEN ?2 AND ?3 ORDER BY state_on, id",
        (pair.number(), since.to_string(), until.to_string()),
    )
}

/// The goal with everything that was said of it and every move of its target.
pub fn with_history(tx: &ReadTx<'_>, goal: Record<Goal>) -> Result<GoalHistory, StoreError> {
    Ok(GoalHistory {
        entries: tx.all("WHERE goal = ?1 ORDER BY \"on\", id", [goal.id.number()])?,
        moves: moves(tx, Moved::Goal, goal.id.number())?,
        goal,
    })
}

/// The goal alone: what a line about its target needs.
pub fn without_history(goal: Record<Goal>) -> GoalHistory {
    GoalHistory {
        entries: Vec::new(),
        moves: Vec::new(),
        goal,
    }
}

/// The goal with the last progress and the last thing that was said of it: what a status line needs.
pub fn with_latest_entry(tx: &ReadTx<'_>, goal: Record<Goal>) -> Result<GoalHistory, StoreError> {
    let entries = tx.all(
        "WHERE id IN (
             (SELECT max(id) FROM goal_entry WHERE goal = ?1),
             (SELECT id FROM goal_entry WHERE goal = ?1 AND percent IS NOT NULL ORDER BY \"on\" DESC, id DESC LIMIT 1)
         ) ORDER BY \"on\", id",
        [goal.id.number()],
    )?;
    Ok(GoalHistory {
        entries,
        ..without_history(goal)
    })
}

/// Every move of one record's date, oldest first.
pub fn moves(
    tx: &ReadTx<'_>,
    what: Moved,
    number: i64,
) -> Result<Vec<Record<DateMove>>, StoreError> {
    tx.all(
        "WHERE what = ?1 AND number = ?2 ORDER BY id",
        (what.word(), number),
    )
}

/// Moves of check-ins, oldest first; `first`: not before this day.
pub fn checkin_moves(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: Option<NaiveDate>,
) -> Result<Vec<Record<DateMove>>, StoreError> {
    let first = first.unwrap_or(NaiveDate::MIN).to_string();
    tx.all(
        "WHERE pair = ?1 AND \"on\" >= ?2 AND what = 'checkin' ORDER BY id",
        (pair.number(), first),
    )
}

/// Every move of a date in a pair, oldest first.
pub fn moves_of_pair(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<DateMove>>, StoreError> {
    tx.all("WHERE pair = ?1 ORDER BY id", [pair.number()])
}
