//! What promises are checked against: the records of one pair and period.

use chrono::{DateTime, Days, TimeDelta, Utc};

use crate::domain::away::Away;
use crate::domain::cadence::{Cadence, TOLERANCE};
use crate::domain::checkin::CheckIn;
use crate::domain::goal::DateMove;
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise::{Period, PeriodRecords};
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, checkins, feedbacks, followups, goals, questions, reviews};

/// Reads what a period is judged by. `aways` are those that `history` was made of.
pub fn load(
    tx: &ReadTx<'_>,
    history: &PairHistory<'_>,
    aways: &[Record<Away>],
    period: Period,
) -> Result<PeriodRecords, StoreError> {
    let pair = history.pair();
    let pair_id = pair.id();
    let (since, until) = (period.since, period.until);
    let one_day = Days::new(1);
    let (first, last) = pair.days_of(period);
    let first = first.checked_sub_days(one_day).unwrap_or(first);
    let is_fixed = history.versions().iter().any(|version| {
        let cadence = version.agreement.terms.cadence;
        cadence.as_ref().is_some_and(Cadence::is_fixed)
    });
    let mut held = checkins::held_between(tx, pair_id, since, until)?;
    held.retain(|one| one.held_at.is_some_and(|at| period.contains(at)));
    let moves_from = if is_fixed { None } else { Some(first) };
    let (review_before, reviews) = split_reviews(reviews::all(tx, pair_id)?, pair, period);
    let mut facts = PeriodRecords {
        held_before: checkins::last_held(tx, pair_id, since)?,
        held,
        missed: checkins::missed_near(tx, pair_id, since - around(), until + around(), since)?,
        planned: checkins::planned(tx, pair_id)?,
        moves: goals::checkin_moves(tx, pair_id, moves_from)?,
        followups: followups::with_deadline_between(tx, pair_id, first, last)?,
        feedback: feedbacks::answerable_between(tx, pair_id, first, last)?,
        questions: questions::answerable_between(tx, pair_id, since, until)?,
        aways: aways.to_vec(),
        reviews,
        review_before,
        beside: Vec::new(),
    };
    if is_fixed {
        facts.beside = load_nearby_calls(tx, pair, &facts, period)?;
    }
    Ok(facts)
}

/// A call that was moved or came a little late stands for a time that lies this far outside.
fn around() -> TimeDelta {
    TimeDelta::days(TOLERANCE + 1)
}

/// The review that was held last before the period, and those that were held in it.
fn split_reviews(
    mut stored: Vec<Record<Review>>,
    pair: &PairContext,
    period: Period,
) -> (Option<Record<Review>>, Vec<Record<Review>>) {
    stored.retain(|review| pair.moment_of(review) <= period.until);
    stored.sort_by_key(|review| (pair.moment_of(review), review.id));
    let (mut before, during): (Vec<_>, Vec<_>) = stored
        .into_iter()
        .partition(|review| pair.moment_of(review) <= period.since);
    (before.pop(), during)
}

/// Calls outside the period that stand for a time of a fixed rhythm in it: held shortly before, or moved away from it.
fn load_nearby_calls(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    facts: &PeriodRecords,
    period: Period,
) -> Result<Vec<Record<CheckIn>>, StoreError> {
    let from = period.since - around();
    let mut found = checkins::held_between(tx, pair.id(), from, period.since)?;
    found.retain(|one| one.held_at.is_some_and(|at| at <= period.since));
    let was_planned_near = |moved: &&Record<DateMove>| {
        let from: Option<DateTime<Utc>> = moved.from.as_deref().and_then(|at| at.parse().ok());
        from.is_some_and(|at| at > period.since - around() && at < period.until + around())
    };
    for moved in facts.moves.iter().filter(was_planned_near) {
        let known = facts.held.iter().chain(&facts.missed).chain(&facts.planned);
        let mut known = known.chain(&found);
        if known.any(|one| one.id.number() == moved.number) {
            continue;
        }
        found.extend(tx.find::<CheckIn>(Id::new(moved.number))?);
    }
    Ok(found)
}
