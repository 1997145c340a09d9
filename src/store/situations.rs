//! Reading where a pair stands.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::followup::FollowUp;
use crate::domain::goal::GoalStory;
use crate::domain::pair::Couple;
use crate::domain::promise::{self, Period};
use crate::domain::record::Record;
use crate::domain::situation::{Situation, Talk};
use crate::domain::skill::SkillStory;
use crate::store::reader::Reader;
use crate::store::{
    StoreError, agreements, aways, checkins, facts, feedbacks, followups, goals, insights,
    introductions, notes, nouns, pulses, questions, resources, reviews, skills, topics,
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
    let last_held = checkins::last_held(tx, pair, now)?;
    let questions = questions::open(tx, pair)?;
    let last_day = last_held.as_ref().and_then(|checkin| checkin.held_at);
    let first_asked = questions.first().map(|question| question.asked_at);
    // Before the first call, the rhythm counts from the day on which the agreement starts.
    let starts = agreement
        .as_ref()
        .and_then(|agreement| agreement.terms.starts);
    let starts = starts.filter(|_| last_day.is_none());
    let moments = [last_day, first_asked, Some(now)].into_iter().flatten();
    let since = moments.map(|at| at.date_naive()).chain(starts).min();
    let since = since.unwrap_or(now.date_naive());
    Ok(Situation {
        newest,
        agreement,
        planned: checkins::planned(tx, pair)?,
        aways: aways::of_couple(tx, &couple, since)?,
        questions,
        pulse: pulses::standing(tx, pair)?,
        introductions: introductions::open(tx, pair)?,
        advice: insights::without_outcome(tx, pair, before(today, ADVICE_UNTIL), today)?,
        last_held,
        followups,
        goals,
        last_review: reviews::latest(tx, pair, today)?,
        talk: Talk::default(),
        couple,
        now,
    })
}

/// Advice that is older is left to the review.
const ADVICE_UNTIL: u64 = 120;
/// Wins of six weeks stand beside a confidence that is low.
const WINS_OF: u64 = 42;

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
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
    let today = situation.today();
    let zone = situation.couple.user().zone;
    let talk = &mut situation.talk;
    for topic in topics::open(tx, pair)? {
        let carried = checkins::held_since(tx, pair, topic.created_at, now)?;
        talk.topics.push((topic, carried));
    }
    talk.feedback = feedbacks::unanswered(tx, pair)?;
    let held = situation.last_held.as_ref();
    let last = held.and_then(|checkin| checkin.held_at);
    let last = last.unwrap_or(situation.couple.pair.created_at);
    let last = last.with_timezone(&zone).date_naive();
    let recent = before(today, WINS_OF);
    talk.wins = notes::between(tx, pair, last.min(recent), today)?;
    talk.recent_wins = talk.wins.iter().filter(|win| win.on >= recent).count();
    talk.wins.retain(|win| win.on >= last);
    talk.recalls = insights::to_recall(tx, pair, today)?;
    talk.skills = skills::stories(tx, pair)?;
    talk.skills.retain(SkillStory::is_seen_differently);
    talk.norms = nouns::all(tx, pair)?;
    talk.approaches = nouns::all(tx, pair)?;
    talk.resources = resources::on_the_way(tx, pair, last)?;
    if let Some(agreement) = &situation.agreement {
        let recorded = agreement.created_at.with_timezone(&zone).date_naive();
        let since = agreement.terms.starts.unwrap_or(recorded);
        let period = Period {
            since,
            until: today,
        };
        let facts = facts::of(tx, &situation.couple, period)?;
        talk.outcomes = promise::check(&agreement.terms, &situation.couple, period, &facts);
    }
    Ok(situation)
}
