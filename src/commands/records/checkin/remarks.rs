//! Remarks on the time of a planned check-in.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, Now};
use crate::domain::pair::PairContext;
use crate::domain::pair_history::{self, PairHistory};
use crate::domain::person::Side;
use crate::domain::promise;
use crate::domain::record::{Id, Record};
use crate::error::Result;
use crate::store::read_tx::ReadTx;
use crate::store::{agreements, aways, checkins};
use crate::view::words;

/// Returns remarks if the time is outside someone's hours, on a day away, or later than the agreed cadence allows.
pub fn remarks(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    record: &Record<CheckIn>,
    now: Now,
) -> Result<Vec<String>> {
    let Some(at) = record.planned_at else {
        return Ok(Vec::new());
    };
    let outside = words::outside_hours(at, pair);
    let away = away_remark(tx, pair, at)?;
    let late = late_remark(tx, pair, (record.id, at), now)?;
    Ok(outside.into_iter().chain(away).chain(late).collect())
}

/// Returns a remark on who is away on that day.
fn away_remark(tx: &ReadTx<'_>, pair: &PairContext, at: DateTime<Utc>) -> Result<Option<String>> {
    let aways = aways::for_pair(tx, pair, pair.pair_day(at))?;
    let is_away = |side: &&Side| {
        let day = pair.today_of(**side, at);
        let mut own_aways = aways.iter().filter(|away| away.person == pair.person(**side).id);
        own_aways.any(|away| away.covers(day))
    };
    let sides: Vec<&Side> = Side::ALL.iter().filter(is_away).collect();
    Ok(match sides[..] {
        [] => None,
        [side] if *side == pair.user_side() => Some("you are away on that day".to_owned()),
        [side] => Some(format!("{} is away on that day", pair.first_name(*side))),
        _ => Some("you are both away on that day".to_owned()),
    })
}

fn late_remark(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    (id, at): (Id<CheckIn>, DateTime<Utc>),
    now: Now,
) -> Result<Option<String>> {
    let versions = agreements::all(tx, pair.id())?;
    let version = pair_history::version_on(pair, &versions, pair.pair_day(at));
    let Some(cadence) = version.and_then(|agreement| agreement.terms.cadence) else {
        return Ok(None);
    };
    // A fixed cadence continues whatever else is planned.
    if cadence.is_fixed() {
        return Ok(None);
    }
    let zone = pair.user().zone;
    let today = now.today_in(zone);
    let last_held = checkins::last_held(tx, pair.id(), now.at)?.and_then(|checkin| checkin.held_at);
    let planned = checkins::planned(tx, pair.id())?.into_iter();
    let others = planned.filter(|checkin| checkin.id != id);
    let earlier = others.filter_map(|checkin| checkin.planned_at).filter(|other| *other < at);
    let last = earlier.chain(last_held).max();
    let aways = aways::for_pair(tx, pair, NaiveDate::MIN)?;
    let by = promise::call_deadline(&PairHistory::new(pair, &versions, &aways), last);
    let by = by.filter(|by| pair.pair_day(at) > *by);
    Ok(by.map(|by| {
        let by = dates::format_day(by, today);
        format!("that is later than agreed: {cadence}, so by {by}")
    }))
}
