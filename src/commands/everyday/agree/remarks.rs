//! Messages on new terms: the first check-ins, and terms that look like a mistake.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::App;
use crate::commands::everyday::agree;
use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::away::Away;
use crate::domain::cadence::Cadence;
use crate::domain::dates::{DayOrMoment, Today};
use crate::domain::first_dates::{self, RhythmStart};
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise;
use crate::domain::record::Record;
use crate::error::Result;
use crate::store::write_tx::WriteTx;
use crate::store::{agreements, aways, checkins};
use crate::view::records::new_terms;
use crate::view::words;

/// Terms that were just recorded.
pub struct NewTerms<'a> {
    pub terms: &'a AgreementTerms,
    /// The terms of the previous version.
    pub before: Option<&'a AgreementTerms>,
    /// The cadence as it was typed.
    pub typed_cadence: Option<&'a str>,
}

pub fn add_messages(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    new: &NewTerms<'_>,
    today: Today,
) -> Result<()> {
    add_first_dates(app, tx, pair, new, today)?;
    if let (true, Some(cadence)) =
        (new.typed_cadence.is_some_and(Cadence::lacks_time), new.terms.cadence)
    {
        tx.remark(new_terms::usual_time(&cadence));
    }
    for remark in new_terms::misplaced_days(new.terms, today) {
        tx.remark(remark);
    }
    Ok(())
}

/// Adds the first dates of a version that both have accepted. Without a first day, its rhythm begins when it is accepted,
/// which may be later than the dates that were shown when it was recorded.
pub fn add_messages_on_acceptance(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    record: &Record<Agreement>,
) -> Result<()> {
    let Some(accepted) = record.accepted_on() else {
        return Ok(());
    };
    if record.terms.starts.is_some() || accepted == pair.pair_day(record.created_at) {
        return Ok(());
    }
    let before = match record.version.checked_sub(1) {
        Some(0) | None => None,
        number => Some(agree::version(tx, pair, number)?),
    };
    let before = before.as_ref().map(|before| &before.terms);
    let new = NewTerms { terms: &record.terms, before, typed_cadence: None };
    add_first_dates(app, tx, pair, &new, app.now.style.today(accepted))
}

/// Adds the first dates of a new cadence, unless the cadence is unchanged.
fn add_first_dates(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    new: &NewTerms<'_>,
    today: Today,
) -> Result<()> {
    let terms = new.terms;
    let Some(cadence) = terms.cadence else {
        return Ok(());
    };
    let starts = terms.starts.unwrap_or(today.day);
    let is_unchanged = |before: &AgreementTerms| {
        before.cadence == terms.cadence
            && before.starts == terms.starts
            && before.ends == terms.ends
    };
    if new.before.is_some_and(is_unchanged) {
        return Ok(());
    }
    let dates = expected_dates(app, tx, pair, new, &cadence, today)?;
    match dates.as_slice() {
        [] => tx.remark(new_terms::no_dates(&cadence)),
        dates => {
            tx.add_message(new_terms::first_dates(dates, pair, app.now));
            if let [DayOrMoment::Moment(first), ..] = dates
                && let Some(remark) = words::outside_hours(*first, pair)
            {
                tx.remark(remark);
            }
        }
    }
    if let Some(remark) = new_terms::gaps(&cadence, starts) {
        tx.remark(remark);
    }
    Ok(())
}

/// Returns the first dates on which the new terms expect a check-in.
fn expected_dates(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    new: &NewTerms<'_>,
    cadence: &Cadence,
    today: Today,
) -> Result<Vec<DayOrMoment>> {
    let starts = new.terms.starts.unwrap_or(today.day);
    let last_held = checkins::last_held(tx, pair.id(), app.now.at)?.and_then(|last| last.held_at);
    let last_day = last_held.map_or(today.day, |at| pair.pair_day(at));
    let aways = aways::for_pair(tx, pair, starts.min(today.day).min(last_day))?;
    let versions = agreements::all(tx, pair.id())?;
    let pauses = PairHistory::new(pair, &versions, &aways).pauses();
    // No check-in is due after the last day of the version before.
    let ended = new.before.and_then(|before| before.ends).and_then(|ends| ends.succ_opt());
    let pauses = match ended.zip(starts.max(today.day).pred_opt()) {
        Some((first, last)) if first <= last => pauses.with_days(first, last),
        _ => pauses,
    };
    let start = RhythmStart {
        starts,
        ends: new.terms.ends,
        last_held,
        now: app.now.at,
        zone: pair.user().zone,
        pauses: &pauses,
    };
    if !cadence.is_fixed() && starts <= today.day {
        let deadlines = first_deadlines(pair, versions, &aways, last_held, today.day);
        if !deadlines.is_empty() {
            return Ok(deadlines);
        }
    }
    Ok(start.first_dates(cadence))
}

/// Returns the next days by which a call is due once both have accepted the newest version, which has begun. The rhythm
/// of the version before goes on, as every report counts it.
fn first_deadlines(
    pair: &PairContext,
    mut versions: Vec<Record<Agreement>>,
    aways: &[Record<Away>],
    last_held: Option<DateTime<Utc>>,
    today: NaiveDate,
) -> Vec<DayOrMoment> {
    if let Some(newest) = versions.last_mut() {
        newest.data.accepted_by_mentor.get_or_insert(today);
        newest.data.accepted_by_mentee.get_or_insert(today);
    }
    let history = PairHistory::new(pair, &versions, aways);
    let deadlines = promise::call_deadlines(&history, last_held, today);
    deadlines.take(first_dates::MAX_DATES).map(DayOrMoment::Day).collect()
}
