//! Reading the whole of one mentorship.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::pair::PairContext;
use crate::domain::story::MentorshipHistory;
use crate::store::reader::ReadTx;
use crate::store::{
    StoreError, agreements, checkins, closings, followups, goals, nouns, progress, reviews, skills,
};

/// From the first day to the last, or to `today`.
pub fn load(
    tx: &ReadTx<'_>,
    couple: PairContext,
    now: DateTime<Utc>,
) -> Result<MentorshipHistory, StoreError> {
    let pair = couple.id();
    let closing = closings::for_pair(tx, pair)?;
    let ended = closing
        .as_ref()
        .map(|closing| couple.end_of_pair_day(closing.on));
    let until = ended.map_or(now, |ended| ended.min(now));
    let first = first_day(tx, &couple)?.min(couple.pair_day(until));
    let period = couple.period_from(first, until);
    let goals = goals::all(tx, pair)?.into_iter();
    let goals = goals.map(|goal| goals::with_history(tx, goal));
    let leftovers = match closing {
        Some(_) => closings::leftovers(tx, pair)?,
        None => Vec::new(),
    };
    Ok(MentorshipHistory {
        leftovers,
        closing,
        agreement: agreements::on_day(tx, &couple, couple.pair_day(until))?,
        goals: goals.collect::<Result<_, _>>()?,
        followups: followups::all(tx, pair)?,
        topics: nouns::all_in_pair(tx, pair)?,
        norms: nouns::all_in_pair(tx, pair)?,
        skills: skills::stories(tx, pair)?,
        reviews: reviews::all(tx, pair)?,
        progress: progress::load(tx, couple, period)?,
    })
}

/// The first day of the mentorship, or of the first call if that was before.
pub fn first_day(tx: &ReadTx<'_>, couple: &PairContext) -> Result<NaiveDate, StoreError> {
    let first = reviews::first_day(tx, couple)?;
    let met = checkins::first_held(tx, couple.id())?.and_then(|one| one.held_at);
    Ok(met.map_or(first, |at| couple.pair_day(at).min(first)))
}
