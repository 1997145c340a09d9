//! The time of a check-in for which only the day was given.

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};

use crate::commands::everyday::log::form::LogEntry;
use crate::domain::cadence::Cadence;
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::zone::{self, Tz};
use crate::error::Result;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{agreements, checkins};

/// Sets the time of an entry that has only a day, and remarks on where the time comes from.
pub fn assume_time(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &mut LogEntry,
    now: Now,
) -> Result<()> {
    let Some(day) = entry.day_alone else {
        return Ok(());
    };
    let last = checkins::last_held(tx, pair.id(), now.at)?.and_then(|last| last.held_at);
    let (at, source) = assumed_time(tx, pair, entry, (day, last), now)?;
    entry.at = Some(at);
    let local = at.with_timezone(&pair.user().zone);
    tx.remark(format!(
        "assuming {}, {source}; if not, run `mentor undo` and log it with `--at \"{day} {}\"`",
        local.format("%H:%M"),
        example_time(day, pair.user().zone, now).format("%H:%M")
    ));
    Ok(())
}

/// Returns a past time of that day to show as an example: 17:00, or else the last full hour.
fn example_time(day: NaiveDate, zone: Tz, now: Now) -> NaiveTime {
    let hour = |hour: u32| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let local = now.at.with_timezone(&zone);
    if day < local.date_naive() { hour(17) } else { hour(local.hour().min(17)) }
}

/// Returns the time that is assumed for an entry with only a day, and where it comes from. `last` is when the latest
/// check-in was held.
pub fn assumed_time(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
    (day, last): (NaiveDate, Option<DateTime<Utc>>),
    now: Now,
) -> Result<(DateTime<Utc>, &'static str)> {
    let (at, source) = match planned_on(tx, pair, entry, day)? {
        Some(at) => (at, "when it was planned"),
        None => usual_time(tx, pair, day, last)?,
    };
    // The check-in has taken place, so it can't be later than now.
    Ok(if at > now.at { (now.at, "now") } else { (at, source) })
}

/// Returns the time of a check-in planned for that day in the user's zone and not yet logged.
fn planned_on(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
    day: NaiveDate,
) -> Result<Option<DateTime<Utc>>> {
    let zone = pair.user().zone;
    let planned = checkins::planned(tx, pair.id())?;
    let mut times = planned
        .iter()
        .filter(|checkin| entry.checkin.is_none_or(|number| checkin.id.number() == number))
        .filter_map(|checkin| checkin.planned_at);
    Ok(times.find(|at| at.with_timezone(&zone).date_naive() == day))
}

/// Returns the usual time of day of the pair's check-ins, on that day.
fn usual_time(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    day: NaiveDate,
    last: Option<DateTime<Utc>>,
) -> Result<(DateTime<Utc>, &'static str)> {
    let zone = pair.user().zone;
    let at = |time: NaiveTime, zone: Tz| zone::resolve_wall_clock(day.and_time(time), zone);
    let agreement = agreements::on_day(tx, pair, day)?;
    let cadence = agreement.and_then(|agreement| agreement.terms.cadence);
    if let Some((time, anchor)) = cadence.as_ref().and_then(Cadence::anchor) {
        // An evening elsewhere can be the next morning here: it has to be on this day here.
        let near = [day.pred_opt(), Some(day), day.succ_opt()].into_iter().flatten();
        let mut near = near.map(|day| zone::resolve_wall_clock(day.and_time(time), anchor));
        let agreed = near.find(|at| at.with_timezone(&zone).date_naive() == day);
        return Ok((agreed.unwrap_or_else(|| at(time, anchor)), "as agreed"));
    }
    Ok(match last {
        Some(last) => (at(last.with_timezone(&zone).time(), zone), "as the last time"),
        None => (
            at(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default(), zone),
            "the middle of the day",
        ),
    })
}
