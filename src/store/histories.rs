//! Reading the whole of one mentorship.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::history::MentorshipHistory;
use crate::domain::pair::PairContext;
use crate::store::read_tx::ReadTx;
use crate::store::{
    StoreError, agreements, checkins, closings, followups, goals, pair_items, progress, reviews,
    skills,
};

/// From the first day to the last, or to `today`.
pub fn load(
    tx: &ReadTx<'_>,
    pair: PairContext,
    now: DateTime<Utc>,
) -> Result<MentorshipHistory, StoreError> {
    let pair_id = pair.id();
    let closing = closings::for_pair(tx, pair_id)?;
    // The last day is the day of the end, also once the night after it has begun for one of the two.
    let ended = closing.as_ref().map(|closing| {
        let last = TimeDelta::milliseconds(1);
        (closing.on, pair.end_of_pair_day(closing.on) - last)
    });
    let until = ended.map_or(now, |(_, ended)| ended.min(now));
    let first = first_day(tx, &pair)?.min(pair.pair_day(until));
    let mut period = pair.period_from(first, until);
    if let Some((last, _)) = ended {
        period.last_day = period.last_day.min(last);
    }
    let goals = goals::all(tx, pair_id)?.into_iter();
    let goals = goals.map(|goal| goals::with_history(tx, goal));
    let leftovers = match closing {
        Some(_) => closings::leftovers(tx, pair_id)?,
        None => Vec::new(),
    };
    Ok(MentorshipHistory {
        leftovers,
        closing,
        agreement: agreements::on_day(tx, &pair, pair.pair_day(until))?,
        goals: goals.collect::<Result<_, _>>()?,
        followups: followups::all(tx, pair_id)?,
        topics: pair_items::all_in_pair(tx, pair_id)?,
        norms: pair_items::all_in_pair(tx, pair_id)?,
        skills: skills::stories(tx, pair_id)?,
        reviews: reviews::all(tx, pair_id)?,
        progress: progress::load(tx, pair, period)?,
    })
}

/// The first day of the mentorship, or of the first call if that was before.
pub fn first_day(tx: &ReadTx<'_>, pair: &PairContext) -> Result<NaiveDate, StoreError> {
    let first = reviews::first_day(tx, pair)?;
    let met = checkins::first_held(tx, pair.id())?.and_then(|one| one.held_at);
    Ok(met.map_or(first, |at| pair.pair_day(at).min(first)))
}
