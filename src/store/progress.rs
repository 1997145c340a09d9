//! Reading what a progress review is made of.

use crate::domain::pair::Couple;
use crate::domain::progress::Progress;
use crate::domain::promise::{self, Period};
use crate::store::reader::Reader;
use crate::store::{StoreError, agreements, facts, goals, nouns, reviews, skills};

pub fn of(tx: &Reader<'_>, couple: Couple, period: Period) -> Result<Progress, StoreError> {
    let pair = couple.id();
    let (since, until) = (period.since, period.until);
    let facts = facts::of(tx, &couple, period)?;
    let stories = goals::open(tx, pair)?
        .into_iter()
        .map(|goal| goals::story(tx, goal));
    let outcomes = match agreements::in_force(tx, pair)? {
        Some(agreement) => promise::check(&agreement.terms, &couple, period, &facts),
        None => promise::check(
            &crate::domain::agreement::Terms::default(),
            &couple,
            period,
            &facts,
        ),
    };
    Ok(Progress {
        baseline: reviews::latest(tx, pair, until)?,
        open: stories.collect::<Result<_, _>>()?,
        closed: goals::closed_between(tx, pair, since, until)?,
        wins: nouns::between(tx, pair, since, until)?,
        insights: nouns::between(tx, pair, since, until)?,
        skills: skills::stories(tx, pair)?,
        introductions: nouns::turned_between(tx, pair, since, until)?,
        resources: nouns::turned_between(tx, pair, since, until)?,
        options: nouns::turned_between(tx, pair, since, until)?,
        facts,
        outcomes,
        couple,
        period,
    })
}
