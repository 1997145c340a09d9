//! Loading the history of a whole mentorship.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::dates::Now;
use crate::domain::history::MentorshipHistory;
use crate::domain::pair::PairContext;
use crate::store::read_tx::ReadTx;
use crate::store::{
    StoreError, agreements, checkins, closings, followups, goals, pair_items, progress, reviews,
    skills,
};

/// Loads a mentorship from its first day to its end, or to `now` if it has not ended.
pub fn load(tx: &ReadTx<'_>, pair: PairContext, now: Now) -> Result<MentorshipHistory, StoreError> {
    let pair_id = pair.id();
    let closing = closings::for_pair(tx, pair_id)?;
    // The mentorship ends with the pair day of its end, even if the next day has begun for one of the two.
    let ended = closing.as_ref().map(|closing| {
        let moment = TimeDelta::milliseconds(1);
        (closing.on, pair.end_of_pair_day(closing.on) - moment)
    });
    let until = ended.map_or(now.at, |(_, ended)| ended.min(now.at));
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
        skills: skills::active_with_ratings(tx, pair_id)?,
        reviews: reviews::all(tx, pair_id)?,
        progress: progress::load(tx, pair, period, now.style)?,
    })
}

/// Returns the first day of the mentorship, or the day of the first call if that was earlier.
pub fn first_day(tx: &ReadTx<'_>, pair: &PairContext) -> Result<NaiveDate, StoreError> {
    let first = reviews::first_day(tx, pair)?;
    let first_call = checkins::first_held(tx, pair.id())?.and_then(|checkin| checkin.held_at);
    Ok(first_call.map_or(first, |at| pair.pair_day(at).min(first)))
}
