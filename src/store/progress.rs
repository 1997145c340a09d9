//! Loading the progress report.

use chrono::NaiveDate;

use crate::domain::approach::Approach;
use crate::domain::away::Away;
use crate::domain::dates::DateStyle;
use crate::domain::goal::{Goal, GoalHistory};
use crate::domain::insight::{Insight, Win};
use crate::domain::introduction::Introduction;
use crate::domain::option::CareerOption;
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::{self, Period};
use crate::domain::record::Record;
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::store::read_tx::ReadTx;
use crate::store::table_row::TableRow;
use crate::store::{
    StoreError, agreements, aways, checkins, followups, goals, pair_items, period_records, pulses,
    revision, skills,
};

/// Loads everything that happened in a period.
pub fn load(
    tx: &ReadTx<'_>,
    pair: PairContext,
    period: Period,
    style: DateStyle,
) -> Result<ProgressReport, StoreError> {
    let pair_id = pair.id();
    let versions = agreements::all(tx, pair_id)?;
    let aways: Vec<Record<Away>> = aways::for_pair(tx, &pair, NaiveDate::MIN)?;
    let history = PairHistory::new(&pair, &versions, &aways);
    let facts = period_records::load(tx, &history, &aways, period)?;
    let mut outcomes = period_records::evaluate(tx, &history, period, &facts)?;
    let judged = promise::judged_period(&history, period, &facts);
    for outcome in &mut outcomes {
        outcome.citation_style = tx.is_for_partner.then_some(style);
    }
    let (since, until) = pair.days_of(period);
    let with_history = |goal| goals::with_history(tx, goal);
    let open = goals::open(tx, pair_id)?.into_iter().map(with_history);
    let open: Vec<GoalHistory> = open.collect::<Result<_, _>>()?;
    let closed = goals::closed_between(tx, pair_id, since, until)?;
    let was_closed_in_period = |goal: &Record<Goal>| {
        let recorded = goal.state_at.unwrap_or(goal.changed_at);
        period.contains(pair.moment_on(goal.state_on, recorded))
    };
    let closed = closed.into_iter().filter(was_closed_in_period);
    let closed = closed.map(with_history).collect::<Result<_, _>>()?;
    let wins = recorded_in_period(tx, &pair, period, |win: &Win| win.on)?;
    let insights = recorded_in_period(tx, &pair, period, |insight: &Insight| insight.on)?;
    let approaches = recorded_in_period(tx, &pair, period, |approach: &Approach| approach.on)?;
    let introductions = changed_in_period(tx, &pair, period, |one: &Introduction| one.state_on)?;
    let resources = changed_in_period(tx, &pair, period, |one: &Resource| one.state_on)?;
    let options = changed_in_period(tx, &pair, period, |one: &CareerOption| one.state_on)?;
    let is_before = |review: &&Record<Review>| pair.moment_of(review) <= period.since;
    let mut reviews_before = facts.reviews.iter().filter(is_before);
    Ok(ProgressReport {
        baseline: reviews_before.next_back().cloned(),
        open,
        closed,
        planned: checkins::planned(tx, pair_id)?,
        wins,
        insights,
        approaches,
        skills: skills::active_with_ratings(tx, pair_id)?,
        introductions,
        resources,
        options,
        pulse: pulses::latest_status(tx, &pair)?,
        followups: followups::open(tx, pair_id)?,
        outcomes,
        is_shared: tx.is_for_partner,
        facts,
        pair,
        period,
        judged,
        style,
    })
}

/// Returns the records that belong to a period by their day and by when they were recorded.
fn recorded_in_period<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    period: Period,
    on: impl Fn(&T) -> NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    let (since, until) = pair.days_of(period);
    let mut records = pair_items::between_days::<T>(tx, pair.id(), since, until)?;
    records.retain(|one| period.contains(pair.moment_on(on(&one.data), one.created_at)));
    Ok(records)
}

/// Returns the records that got their state in a period.
fn changed_in_period<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    period: Period,
    state_on: impl Fn(&T) -> NaiveDate,
) -> Result<Vec<Record<T>>, StoreError> {
    let (since, until) = pair.days_of(period);
    let mut changed = Vec::new();
    for record in pair_items::state_changed_between::<T>(tx, pair.id(), since, until)? {
        let reached = revision::state_reached_at(tx, &record)?;
        if period.contains(pair.moment_on(state_on(&record.data), reached)) {
            changed.push(record);
        }
    }
    Ok(changed)
}
