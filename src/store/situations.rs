//! Reading where a pair stands.

use chrono::{DateTime, Utc};

use crate::domain::pair::Couple;
use crate::domain::promise::{self, Period};
use crate::domain::situation::Situation;
use crate::store::reader::Reader;
use crate::store::{
    StoreError, agreements, checkins, facts, feedbacks, followups, goals, notes, reviews, topics,
};

/// What `due` and `status` need: everything but talk.
pub fn of(tx: &Reader<'_>, couple: Couple, now: DateTime<Utc>) -> Result<Situation, StoreError> {
    let pair = couple.id();
    let today = now.with_timezone(&couple.user().zone).date_naive();
    let stories = goals::open(tx, pair)?
        .into_iter()
        .map(|goal| goals::story(tx, goal));
    let newest = agreements::latest(tx, pair)?;
    let agreement = match &newest {
        Some(newest) if !newest.is_accepted() => agreements::in_force(tx, pair)?,
        newest => newest.clone(),
    };
    Ok(Situation {
        newest,
        agreement,
        planned: checkins::planned(tx, pair)?,
        last_held: checkins::last_held(tx, pair, now)?,
        followups: followups::open(tx, pair)?,
        topics: Vec::new(),
        goals: stories.collect::<Result<_, _>>()?,
        feedback: Vec::new(),
        wins: Vec::new(),
        last_review: reviews::latest(tx, pair, today)?,
        outcomes: Vec::new(),
        couple,
        now,
    })
}

/// What `agenda` and `brief` need besides: topics, feedback, wins, the agreement against what happened.
pub fn with_talk(
    tx: &Reader<'_>,
    couple: Couple,
    now: DateTime<Utc>,
) -> Result<Situation, StoreError> {
    let mut situation = of(tx, couple, now)?;
    let pair = situation.couple.id();
    for topic in topics::open(tx, pair)? {
        let carried = checkins::held_since(tx, pair, topic.created_at, now)?;
        situation.topics.push((topic, carried));
    }
    situation.feedback = feedbacks::unanswered(tx, pair)?;
    let today = situation.today();
    let zone = situation.couple.user().zone;
    let created = situation.couple.pair.created_at;
    let last = situation
        .last_held
        .as_ref()
        .and_then(|checkin| checkin.held_at)
        .unwrap_or(created);
    situation.wins = notes::between(tx, pair, last.with_timezone(&zone).date_naive(), today)?;
    if let Some(agreement) = &situation.agreement {
        let recorded = agreement.created_at.with_timezone(&zone).date_naive();
        let since = agreement.terms.starts.unwrap_or(recorded);
        let period = Period {
            since,
            until: today,
        };
        let facts = facts::of(tx, &situation.couple, period)?;
        situation.outcomes = promise::check(&agreement.terms, &situation.couple, period, &facts);
    }
    Ok(situation)
}
