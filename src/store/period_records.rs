//! Loading the records of one pair and period by which promises are judged.

use chrono::{DateTime, Days, Utc};

use crate::domain::away::Away;
use crate::domain::cadence::REACH;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::DateMove;
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise::{self, Period, PeriodRecords, Promise, PromiseOutcome};
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, checkins, feedbacks, followups, goals, questions, reviews};

/// Loads the records by which a period is judged. `aways` must be those from which `history` was made.
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
    let versions = history.versions();
    let cadences = || versions.iter().filter_map(|version| version.agreement.terms.cadence);
    let is_fixed = cadences().any(|cadence| cadence.is_fixed());
    let mut held = checkins::held_between(tx, pair_id, since, until)?;
    held.retain(|call| call.held_at.is_some_and(|at| period.contains(at)));
    let moves_from = if is_fixed { None } else { Some(first) };
    let mut reviews = reviews::all(tx, pair_id)?;
    reviews.retain(|review| pair.moment_of(review) <= until);
    reviews.sort_by_key(|review| (pair.moment_of(review), review.id));
    let counts_from_last = cadences().any(|cadence| !cadence.is_fixed());
    let held_before = match history.first_day().filter(|_| counts_from_last) {
        Some(first) => checkins::held_moments(tx, pair_id, pair.start_of_pair_day(first), since)?,
        None => Vec::new(),
    };
    let mut records = PeriodRecords {
        held_before,
        held,
        missed: checkins::missed_near(tx, pair_id, since - REACH, until + REACH, since)?,
        planned: checkins::planned(tx, pair_id)?,
        moves: goals::checkin_moves(tx, pair_id, moves_from)?,
        followups: followups::with_deadline_between(tx, pair_id, first, last)?,
        feedback: feedbacks::answerable_between(tx, pair_id, first, last)?,
        questions: questions::answerable_between(tx, pair_id, since, until)?,
        aways: aways.to_vec(),
        reviews,
        beside: Vec::new(),
    };
    if is_fixed {
        records.beside = load_nearby_calls(tx, pair, &records, period)?;
    }
    Ok(records)
}

/// Evaluates the promises of a period, whose records were loaded with `load`.
pub fn evaluate(
    tx: &ReadTx<'_>,
    history: &PairHistory<'_>,
    period: Period,
    facts: &PeriodRecords,
) -> Result<Vec<PromiseOutcome>, StoreError> {
    let outcomes = promise::evaluate(history, period, facts);
    let judged = promise::judged_period(history, period, facts);
    if judged == period {
        return Ok(outcomes);
    }
    // Due dates don't depend on the agreement, so they were judged by the review before.
    let is_of_agreement = |outcome: &PromiseOutcome| outcome.promise != Promise::FollowUps;
    let of_agreement =
        promise::evaluate(history, judged, &load(tx, history, &facts.aways, judged)?);
    let of_agreement = of_agreement.into_iter().filter(is_of_agreement);
    Ok(of_agreement.chain(outcomes.into_iter().filter(|one| !is_of_agreement(one))).collect())
}

/// Loads calls outside the period that may count for a time of a fixed rhythm in it: those held shortly before, and
/// those moved away from it.
fn load_nearby_calls(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    records: &PeriodRecords,
    period: Period,
) -> Result<Vec<Record<CheckIn>>, StoreError> {
    let from = period.since - REACH;
    let mut nearby = checkins::held_between(tx, pair.id(), from, period.since)?;
    nearby.retain(|call| call.held_at.is_some_and(|at| at <= period.since));
    let was_planned_near = |date_move: &&Record<DateMove>| {
        let from: Option<DateTime<Utc>> = date_move.from.as_deref().and_then(|at| at.parse().ok());
        from.is_some_and(|at| at > period.since - REACH && at < period.until + REACH)
    };
    for date_move in records.moves.iter().filter(was_planned_near) {
        let loaded = [&records.held, &records.missed, &records.planned, &nearby];
        let is_moved_call = |call: &Record<CheckIn>| call.id.number() == date_move.number;
        if loaded.into_iter().flatten().any(is_moved_call) {
            continue;
        }
        nearby.extend(tx.find::<CheckIn>(Id::new(date_move.number))?);
    }
    Ok(nearby)
}
