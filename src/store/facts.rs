//! What `agree check` looks at: the records of one pair and period.

use crate::domain::pair::Couple;
use crate::domain::promise::{Facts, Period};
use crate::domain::zone;
use crate::store::reader::Reader;
use crate::store::{StoreError, aways, checkins, followups, nouns, questions, reviews};

/// Reads what happened between `period.since` and `period.until`, both included, in the user's calendar.
pub fn of(tx: &Reader<'_>, couple: &Couple, period: Period) -> Result<Facts, StoreError> {
    let pair = couple.id();
    let zone = couple.user().zone;
    let (since, until) = (period.since, period.until);
    let from = zone::wall_clock(since.and_time(chrono::NaiveTime::MIN), zone);
    let after = until.succ_opt().unwrap_or(until);
    let to = zone::wall_clock(after.and_time(chrono::NaiveTime::MIN), zone);
    let mut promised = followups::closed_between(tx, pair, since, until)?;
    promised.extend(followups::due_until(tx, pair, until)?);
    let mut stored = reviews::all(tx, pair)?;
    stored.retain(|review| (since..=until).contains(&review.on));
    Ok(Facts {
        held: checkins::held_between(tx, pair, from, to)?,
        missed: checkins::missed_between(tx, pair, from, to)?,
        followups: promised,
        feedback: nouns::between(tx, pair, since, until)?,
        questions: questions::asked_between(tx, pair, from, to)?,
        aways: aways::of_couple(tx, couple, since)?,
        reviews: stored,
    })
}
