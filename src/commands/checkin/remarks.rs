//! What is remarked of a time that was planned by hand.

use chrono::{DateTime, Utc};

use crate::domain::away::Pauses;
use crate::domain::checkin::CheckIn;
use crate::domain::dates;
use crate::domain::pair::Couple;
use crate::domain::proposal;
use crate::domain::record::Record;
use crate::error::Result;
use crate::store::reader::Reader;
use crate::store::{agreements, aways, checkins};
use crate::view::words;

/// That it lies outside somebody's hours, or later than the rhythm allows.
pub fn remarks(
    tx: &Reader<'_>,
    couple: &Couple,
    record: &Record<CheckIn>,
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    let Some(at) = record.planned_at else {
        return Ok(Vec::new());
    };
    let outside = words::outside_hours(at, couple);
    let late = late(tx, couple, record, now)?;
    Ok(outside.into_iter().chain(late).collect())
}

fn late(
    tx: &Reader<'_>,
    couple: &Couple,
    record: &Record<CheckIn>,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let agreement = agreements::in_force(tx, couple.id())?;
    let terms = agreement.as_ref().map(|agreement| &agreement.terms);
    let Some((terms, cadence)) = terms.and_then(|terms| Some((terms, terms.cadence?))) else {
        return Ok(None);
    };
    // A fixed rhythm goes on whatever is planned beside it.
    if cadence.is_fixed() {
        return Ok(None);
    }
    let zone = couple.user().zone;
    let today = now.with_timezone(&zone).date_naive();
    let held = checkins::last_held(tx, couple.id(), now)?.and_then(|one| one.held_at);
    let planned = checkins::planned(tx, couple.id())?.into_iter();
    let others = planned.filter(|one| one.id != record.id);
    let before = others
        .filter_map(|one| one.planned_at)
        .filter(|at| Some(*at) < record.planned_at);
    let last = before.chain(held).max();
    let since = last.map_or(today, |at| at.with_timezone(&zone).date_naive());
    let aways = aways::of_couple(tx, couple, since.min(terms.starts.unwrap_or(since)))?;
    let pauses = Pauses::of(aways.iter().map(|away| &away.it));
    let by = proposal::latest_day(cadence, last, terms.starts.unwrap_or(today), zone, &pauses);
    let day = record
        .planned_at
        .map(|at| at.with_timezone(&zone).date_naive());
    Ok(day.filter(|day| *day > by).map(|_| {
        let by = dates::short(by, today);
        format!("that is later than agreed: {cadence}, so by {by}")
    }))
}
