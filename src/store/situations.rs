//! Reading where a pair stands.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::followup::FollowUp;
use crate::domain::goal::GoalStory;
use crate::domain::pair::Couple;
use crate::domain::promise::{self, Period};
use crate::domain::record::Record;
use crate::domain::situation::Situation;
use crate::store::reader::Reader;
use crate::store::{
    StoreError, agreements, checkins, facts, feedbacks, followups, goals, notes, reviews, topics,
};

/// What `due` and `status` need: what is due within so many days, and no talk.
pub fn soon(
    tx: &Reader<'_>,
    couple: Couple,
    now: DateTime<Utc>,
    within: u64,
) -> Result<Situation, StoreError> {
    // The other side's today may be tomorrow here.
    let last = today(&couple, now).checked_add_days(Days::new(within.saturating_add(1)));
    let followups = followups::due_until(tx, couple.id(), last.unwrap_or(NaiveDate::MAX))?;
    let goals = goals::open(tx, couple.id())?.into_iter();
    let goals = goals.map(|goal| goals::gist(tx, goal));
    let goals = goals.collect::<Result<_, _>>()?;
    of(tx, couple, now, followups, goals)
}

fn today(couple: &Couple, now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&couple.user().zone).date_naive()
}

fn of(
    tx: &Reader<'_>,
    couple: Couple,
    now: DateTime<Utc>,
    followups: Vec<Record<FollowUp>>,
    goals: Vec<GoalStory>,
) -> Result<Situation, StoreError> {
    let pair = couple.id();
    let today = today(&couple, now);
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
        followups,
        topics: Vec::new(),
        goals,
        feedback: Vec::new(),
        wins: Vec::new(),
        last_review: reviews::latest(tx, pair, today)?,
        outcomes: Vec::new(),
        couple,
        now,
    })
}

/// What `agenda` and `brief` need: everything open, topics, feedback, wins, the agreement against what happened.
pub fn with_talk(
    tx: &Reader<'_>,
    couple: Couple,
    now: DateTime<Utc>,
) -> Result<Situation, StoreError> {
    let followups = followups::open(tx, couple.id())?;
    let goals = goals::open(tx, couple.id())?.into_iter();
    let goals = goals.map(|goal| goals::story(tx, goal));
    let goals = goals.collect::<Result<_, _>>()?;
    let mut situation = of(tx, couple, now, followups, goals)?;
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
