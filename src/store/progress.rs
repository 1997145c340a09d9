//! Reading what a progress review is made of.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::approach::Approach;
use crate::domain::away::Away;
use crate::domain::goal::GoalHistory;
use crate::domain::introduction::Introduction;
use crate::domain::note::{Insight, Win};
use crate::domain::option::CareerOption;
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
use crate::domain::progress::ProgressReport;
use crate::domain::promise::{self, Period};
use crate::domain::record::Record;
use crate::domain::resource::Resource;
use crate::store::reader::ReadTx;
use crate::store::{
    StoreError, agreements, aways, checkins, facts, followups, goals, nouns, pulses, skills,
};

/// Everything that happened in a period.
pub fn load(
    tx: &ReadTx<'_>,
    couple: PairContext,
    period: Period,
) -> Result<ProgressReport, StoreError> {
    let pair = couple.id();
    let versions = agreements::all(tx, pair)?;
    let aways: Vec<Record<Away>> = aways::for_pair(tx, &couple, NaiveDate::MIN)?;
    let history = PairHistory::new(&couple, &versions, &aways);
    let facts = facts::load(tx, &history, &aways, period)?;
    let mut outcomes = promise::evaluate(&history, period, &facts);
    for outcome in &mut outcomes {
        outcome.names_cites = tx.is_for_partner;
    }
    let (since, until) = couple.days_of(period);
    let story = |goal| goals::with_history(tx, goal);
    let open = goals::open(tx, pair)?.into_iter().map(story);
    let open: Vec<GoalHistory> = open.collect::<Result<_, _>>()?;
    let closed = goals::closed_between(tx, pair, since, until)?;
    let is_in = |recorded: DateTime<Utc>, on| period.contains(couple.moment_on(on, recorded));
    let closed = closed
        .into_iter()
        .filter(|goal| is_in(goal.state_at.unwrap_or(goal.changed_at), goal.state_on));
    let closed = closed.map(story).collect::<Result<_, _>>()?;
    let mut wins: Vec<Record<Win>> = nouns::between_days(tx, pair, since, until)?;
    wins.retain(|one| is_in(one.created_at, one.it.on));
    let mut insights: Vec<Record<Insight>> = nouns::between_days(tx, pair, since, until)?;
    insights.retain(|one| is_in(one.created_at, one.it.on));
    let mut approaches: Vec<Record<Approach>> = nouns::between_days(tx, pair, since, until)?;
    approaches.retain(|one| is_in(one.created_at, one.it.on));
    let mut introductions: Vec<Record<Introduction>> =
        nouns::state_changed_between(tx, pair, since, until)?;
    introductions.retain(|one| is_in(one.changed_at, one.it.state_on));
    let mut resources: Vec<Record<Resource>> =
        nouns::state_changed_between(tx, pair, since, until)?;
    resources.retain(|one| is_in(one.changed_at, one.it.state_on));
    let mut options: Vec<Record<CareerOption>> =
        nouns::state_changed_between(tx, pair, since, until)?;
    options.retain(|one| is_in(one.changed_at, one.it.state_on));
    Ok(ProgressReport {
        baseline: facts.review_before.clone(),
        open,
        closed,
        planned: checkins::planned(tx, pair)?,
        wins,
        insights,
        approaches,
        skills: skills::stories(tx, pair)?,
        introductions,
        resources,
        options,
        pulse: pulses::latest_status(tx, pair)?,
        followups: followups::open(tx, pair)?,
        outcomes,
        is_shared: tx.is_for_partner,
        facts,
        couple,
        period,
    })
}
