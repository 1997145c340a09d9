//! Reading what a progress review is made of.

use crate::domain::agreement::Terms;
use crate::domain::pair::Couple;
use crate::domain::progress::Progress;
use crate::domain::promise::{self, Period};
use crate::store::reader::Reader;
use crate::store::{StoreError, agreements, checkins, facts, goals, nouns, reviews, skills};

pub fn of(tx: &Reader<'_>, couple: Couple, period: Period) -> Result<Progress, StoreError> {
    let pair = couple.id();
    let (since, until) = (period.since, period.until);
    let facts = facts::of(tx, &couple, period)?;
    let stories = goals::open(tx, pair)?
        .into_iter()
        .map(|goal| goals::story(tx, goal));
    let agreement = agreements::in_force(tx, pair)?;
    let terms = agreement.map_or_else(Terms::default, |agreement| agreement.it.terms);
    let closed = goals::closed_between(tx, pair, since, until)?.into_iter();
    let closed = closed.map(|goal| goals::story(tx, goal));
    Ok(Progress {
        baseline: reviews::latest(tx, pair, until)?,
        open: stories.collect::<Result<_, _>>()?,
        closed: closed.collect::<Result<_, _>>()?,
        planned: checkins::planned(tx, pair)?,
        wins: nouns::between(tx, pair, since, until)?,
        insights: nouns::between(tx, pair, since, until)?,
        skills: skills::stories(tx, pair)?,
        introductions: nouns::turned_between(tx, pair, since, until)?,
        resources: nouns::turned_between(tx, pair, since, until)?,
        options: nouns::turned_between(tx, pair, since, until)?,
        outcomes: promise::check(&terms, &couple, period, &facts),
        terms,
        facts,
        couple,
        period,
    })
}
