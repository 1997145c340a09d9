//! Tables `goal`, `goal_entry` and `move`.

use chrono::NaiveDate;

use crate::domain::goal::{DateMove, Goal, GoalEntry, GoalHistory, Moved};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, pair_items, tally};

/// Returns the active and paused goals, by number.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Goal>>, StoreError> {
    tx.load_and_sort(
        &[tally::OPEN_GOALS.for_id(pair)],
        "WHERE pair = ?1 AND state IN ('active', 'paused')",
        [pair.number()],
        |goal| goal.id,
    )
}

/// Returns all goals of a pair, by number.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Goal>>, StoreError> {
    pair_items::all_in_pair(tx, pair)
}

/// Returns the goals that were done or dropped on a day from `since` to `until`, both included, in that order.
pub fn closed_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<Goal>>, StoreError> {
    tx.load_span(
        &tally::CLOSED_GOALS.claim_between(pair, since, until),
        "WHERE pair = ?1 AND state IN ('done', 'dropped') AND state_on >= ?2 AND state_on < ?3 ORDER BY state_on, id",
    )
}

/// Loads all entries of a goal and all moves of its target date.
pub fn with_history(tx: &ReadTx<'_>, goal: Record<Goal>) -> Result<GoalHistory, StoreError> {
    Ok(GoalHistory {
        entries: tx.load_claimed(
            &[tally::ENTRIES_OF_GOAL.for_id(goal.id)],
            "WHERE goal = ?1 ORDER BY \"on\", id",
            [goal.id.number()],
        )?,
        moves: moves(tx, Moved::Goal, goal.id.number())?,
        goal,
    })
}

/// Wraps a goal without its entries and moves, which is enough to show its target date.
pub fn without_history(goal: Record<Goal>) -> GoalHistory {
    GoalHistory { entries: Vec::new(), moves: Vec::new(), goal }
}

/// Loads the entry with the latest progress and the latest entry of a goal, which is enough for a status line.
pub fn with_latest_entry(tx: &ReadTx<'_>, goal: Record<Goal>) -> Result<GoalHistory, StoreError> {
    // Counted in an SQL index alone, without reading the entries.
    let sql = "SELECT count(*), coalesce(sum(id), 0) FROM goal_entry WHERE goal = ?1";
    let all = tally::ENTRIES_OF_GOAL.for_id(goal.id);
    tx.ensure_numbers(&all, sql, &[&goal.id.number()])?;
    let entries: Vec<Record<GoalEntry>> = tx.all(
        "WHERE id IN (
             (SELECT max(id) FROM goal_entry WHERE goal = ?1),
             (SELECT id FROM goal_entry WHERE goal = ?1 AND percent IS NOT NULL ORDER BY \"on\" DESC, id DESC LIMIT 1)
         ) ORDER BY \"on\", id",
        [goal.id.number()],
    )?;
    if entries.iter().any(|entry| entry.goal != goal.id) {
        return Err(StoreError::Damaged);
    }
    Ok(GoalHistory { entries, ..without_history(goal) })
}

/// Returns all moves of one record's date, oldest first.
pub fn moves(
    tx: &ReadTx<'_>,
    what: Moved,
    number: i64,
) -> Result<Vec<Record<DateMove>>, StoreError> {
    let set = match what {
        Moved::Goal => &tally::MOVES_OF_GOAL,
        Moved::FollowUp => &tally::MOVES_OF_FOLLOWUP,
        Moved::CheckIn => &tally::MOVES_OF_CHECKIN,
    };
    tx.load_claimed(
        &[set.for_owner(number)],
        "WHERE what = ?1 AND number = ?2 ORDER BY id",
        (what.word(), number),
    )
}

/// Returns the moves of check-ins, oldest first, that were made on or after `first`. `None`: all moves.
pub fn checkin_moves(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: Option<NaiveDate>,
) -> Result<Vec<Record<DateMove>>, StoreError> {
    let first = first.unwrap_or(NaiveDate::MIN);
    let mut moves = tx.load_span(
        &tally::DATED_MOVES.claim_since(pair, first),
        "WHERE pair = ?1 AND \"on\" >= ?2 AND \"on\" < ?3 ORDER BY id",
    )?;
    moves.retain(|date_move: &Record<DateMove>| date_move.what == Moved::CheckIn);
    Ok(moves)
}

/// Returns all moves of dates in a pair, oldest first.
pub fn moves_of_pair(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<DateMove>>, StoreError> {
    pair_items::all_in_pair(tx, pair)
}
