//! Loading snapshots of pairs.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::domain::agreement::Agreement;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::Now;
use crate::domain::due;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{GoalHistory, Moved};
use crate::domain::insight::Insight;
use crate::domain::next_call::FirstPlan;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::pair_history;
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::domain::skill::SkillHistory;
use crate::domain::snapshot::{AgendaRecords, PairSnapshot};
use crate::store::read_tx::ReadTx;
use crate::store::{
    StoreError, agreements, aways, checkins, feedbacks, followups, goals, insights, introductions,
    pair_items, period_records, pulses, questions, resources, reviews, skills, topics,
};

/// Loads the snapshot for `due`: what is due within so many days, without the records for the agenda.
pub fn load_for_due(
    tx: &ReadTx<'_>,
    pair: PairContext,
    now: Now,
    within: u64,
) -> Result<PairSnapshot, StoreError> {
    let today = today_range(&pair, now);
    let followups = followups::due_until(tx, pair.id(), days_after(today.1, within))?;
    let goals = goals::open(tx, pair.id())?.into_iter();
    let goals = goals.map(goals::without_history).collect();
    let advice = advice_for_due(tx, pair.id(), today, within)?;
    Ok(PairSnapshot { advice, ..load(tx, pair, now, followups, goals)? })
}

/// Loads the snapshot for `status`. It is like that for `due`, but follow-ups that are overdue for both sides are only
/// counted.
pub fn load_for_status(
    tx: &ReadTx<'_>,
    pair: PairContext,
    now: Now,
    within: u64,
) -> Result<PairSnapshot, StoreError> {
    let today = today_range(&pair, now);
    let (earliest, latest) = today;
    let overdue = followups::count_due_before(tx, pair.id(), earliest)?;
    let followups = followups::due_between(tx, pair.id(), earliest, days_after(latest, within))?;
    let goals = goals::open(tx, pair.id())?.into_iter();
    let goals = goals.map(|goal| goals::with_latest_entry(tx, goal));
    let goals = goals.collect::<Result<_, _>>()?;
    Ok(PairSnapshot {
        counted_overdue: usize::try_from(overdue).unwrap_or(0),
        advice: advice_for_due(tx, pair.id(), today, within)?,
        ..load(tx, pair, now, followups, goals)?
    })
}

/// Returns the advice whose outcome is asked about within so many days, given the two sides' present dates.
fn advice_for_due(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    (earliest, latest): (NaiveDate, NaiveDate),
    within: u64,
) -> Result<Vec<Record<Insight>>, StoreError> {
    let first_due = days_before(earliest, due::ASK_FOR_DAYS);
    insights::with_outcome_due(tx, pair, first_due, days_after(latest, within))
}

/// Returns the earlier and the later of the two sides' present dates. With different zones they differ for some hours
/// of the day.
fn today_range(pair: &PairContext, now: Now) -> (NaiveDate, NaiveDate) {
    let [a, b] = [Side::Mentor, Side::Mentee].map(|side| pair.today_of(side, now.at));
    (a.min(b), a.max(b))
}

fn days_after(day: NaiveDate, within: u64) -> NaiveDate {
    day.checked_add_days(Days::new(within)).unwrap_or(NaiveDate::MAX)
}

fn load(
    tx: &ReadTx<'_>,
    pair: PairContext,
    now: Now,
    followups: Vec<Record<FollowUp>>,
    goals: Vec<GoalHistory>,
) -> Result<PairSnapshot, StoreError> {
    let pair_id = pair.id();
    let today = pair.today_of(pair.user_side(), now.at);
    let versions = agreements::all(tx, pair_id)?;
    let last_held = checkins::last_held(tx, pair_id, now.at)?;
    let last_agreed = last_agreed(tx, pair_id, last_held.as_ref())?;
    let planned = checkins::planned(tx, pair_id)?;
    let questions = questions::open(tx, pair_id)?;
    let last_held_at = last_held.as_ref().and_then(|checkin| checkin.held_at);
    let first_asked = questions.first().map(|question| question.asked_at);
    // Before the first call, the rhythm counts from the day on which the agreement starts.
    let starts = versions.iter().filter_map(|version| version.terms.starts);
    let starts = starts.min().filter(|_| last_held_at.is_none());
    let moments = [last_held_at, first_asked, Some(now.at)].into_iter().flatten();
    let since = moments.map(|at| at.date_naive()).chain(starts).min();
    let since = since.unwrap_or(now.at.date_naive());
    Ok(PairSnapshot {
        // All of them: a review is counted from a day long before the last call, and all reports must agree.
        aways: aways::for_pair(tx, &pair, NaiveDate::MIN)?,
        questions,
        feedback: if versions.iter().any(|version| version.terms.feedback_within.is_some()) {
            feedbacks::unanswered(tx, pair_id)?
        } else {
            Vec::new()
        },
        pulse: pulses::latest_status(tx, &pair)?,
        introductions: introductions::open(tx, pair_id)?,
        advice: Vec::new(),
        first_plans: first_plans(
            tx,
            pair_id,
            pair_history::version_on(&pair, &versions, pair.pair_day(now.at)),
            &planned,
            last_agreed,
            since,
        )?,
        versions,
        planned,
        last_held,
        last_agreed,
        followups,
        counted_overdue: 0,
        goals,
        last_review: reviews::latest(tx, pair_id, today)?,
        undecided: 0,
        talk: AgendaRecords::default(),
        pair,
        now,
    })
}

/// Returns when the last call was held that was not an extra one. There are few extra calls, so they are skipped one by
/// one.
fn last_agreed(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    last_held: Option<&Record<CheckIn>>,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let time_and_kind = |call: &Record<CheckIn>| call.held_at.map(|at| (at, call.extra));
    let mut last = last_held.and_then(time_and_kind);
    while let Some((at, true)) = last {
        let before = checkins::last_held(tx, pair, at - TimeDelta::seconds(1))?;
        last = before.as_ref().and_then(time_and_kind);
    }
    Ok(last.map(|(at, _)| at))
}

/// Returns the times for which check-ins were first planned that may count for an agreed call since the last held one.
/// Empty unless the rhythm is fixed: one that is counted from the last call sets no times in advance.
fn first_plans(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    agreement: Option<&Record<Agreement>>,
    planned: &[Record<CheckIn>],
    last_agreed: Option<DateTime<Utc>>,
    since: NaiveDate,
) -> Result<Vec<FirstPlan>, StoreError> {
    let cadence = agreement.and_then(|agreement| agreement.terms.cadence);
    if !cadence.is_some_and(|cadence| cadence.is_fixed()) {
        return Ok(Vec::new());
    }
    let since = last_agreed.unwrap_or_else(|| since.and_time(NaiveTime::MIN).and_utc());
    // A call held before `since` may have been planned for a time after it.
    let from = since - TimeDelta::days(MAX_DAYS_EARLY);
    let until = since + TimeDelta::days(MAX_DAYS_AHEAD);
    let mut records = planned.to_vec();
    records.extend(checkins::held_between(tx, pair, from, until)?);
    records.extend(checkins::missed_near(tx, pair, from, until, until)?);
    records.retain(|record| !record.extra);
    let plan = |record: Record<CheckIn>| {
        let moves = goals::moves(tx, Moved::CheckIn, record.id.number())?;
        let first = moves.first().and_then(|date_move| date_move.from.as_deref()?.parse().ok());
        let planned_at = first.or(record.planned_at);
        let at = planned_at.or(record.held_at);
        Ok(at.map(|at| FirstPlan {
            at,
            was_planned: planned_at.is_some(),
            is_off: !matches!(record.state, CheckInState::Planned | CheckInState::Held),
        }))
    };
    let plans: Result<Vec<Option<FirstPlan>>, StoreError> = records.into_iter().map(plan).collect();
    Ok(plans?.into_iter().flatten().collect())
}

/// How many days before its planned time a call may be held.
const MAX_DAYS_EARLY: i64 = 14;
/// How many days ahead calls may be planned and cancelled.
const MAX_DAYS_AHEAD: i64 = 366 * 20;

/// For how many days the agenda asks about the outcome of advice once it is due. Older advice is left to the review.
const ADVICE_DAYS: u64 = 78;
/// The wins of so many days are shown beside a low confidence.
const RECENT_WIN_DAYS: u64 = 42;

fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// Loads the snapshot for `agenda` and `brief`: everything open, topics, feedback, wins, and how the promises of the
/// agreement were kept.
pub fn load_for_agenda(
    tx: &ReadTx<'_>,
    pair: PairContext,
    now: Now,
) -> Result<PairSnapshot, StoreError> {
    let followups = followups::open(tx, pair.id())?;
    let goals = goals::open(tx, pair.id())?.into_iter();
    let goals = goals.map(|goal| goals::with_history(tx, goal));
    let goals = goals.collect::<Result<_, _>>()?;
    let mut snapshot = load(tx, pair, now, followups, goals)?;
    let pair_id = snapshot.pair.id();
    snapshot.feedback = feedbacks::unanswered(tx, pair_id)?;
    let today = snapshot.today();
    let (earliest, latest) = today_range(&snapshot.pair, now);
    let advice_due = (days_before(earliest, ADVICE_DAYS), days_after(latest, due::SOON));
    snapshot.advice = insights::with_outcome_due(tx, pair_id, advice_due.0, advice_due.1)?;
    let zone = snapshot.pair.user().zone;
    let talk = &mut snapshot.talk;
    let topics = topics::open(tx, pair_id)?;
    let raised: Vec<_> = topics.iter().map(|topic| topic.created_at).collect();
    let carried = checkins::held_since(tx, pair_id, &raised, now.at)?;
    talk.topics = topics.into_iter().zip(carried).collect();
    let last_held = snapshot.last_held.as_ref();
    let last_held_at = last_held.and_then(|checkin| checkin.held_at);
    let since = last_held_at.unwrap_or(snapshot.pair.record.created_at);
    let since = since.with_timezone(&zone).date_naive();
    let recent = days_before(today.day, RECENT_WIN_DAYS);
    talk.wins = pair_items::between_days(tx, pair_id, since.min(recent), today.day)?;
    talk.recent_wins.clone_from(&talk.wins);
    talk.recent_wins.retain(|win| win.on >= recent);
    talk.wins.retain(|win| win.on >= since);
    talk.recalls = insights::to_recall(tx, pair_id, today.day)?;
    talk.skills = skills::active_with_ratings(tx, pair_id)?;
    talk.skills.retain(SkillHistory::is_seen_differently);
    talk.norms = pair_items::all_in_pair(tx, pair_id)?;
    talk.approaches = pair_items::all_in_pair(tx, pair_id)?;
    talk.resources = resources::in_progress_or_done_since(tx, pair_id, since)?;
    if let Some(period) = snapshot.agreement_period() {
        let facts = period_records::load(tx, &snapshot.history(), &snapshot.aways, period)?;
        snapshot.talk.facts = facts;
        snapshot.talk.outcomes = snapshot.outcomes();
        for outcome in &mut snapshot.talk.outcomes {
            outcome.citation_style = tx.is_for_partner.then_some(snapshot.now.style);
        }
    }
    Ok(snapshot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::DateStyle;

    use std::time::Duration;

    use crate::domain::followup::FollowUpState;
    use crate::domain::pair::{PairState, Slug};
    use crate::domain::person::Person;
    use crate::domain::timeline::Timeline;
    use crate::domain::workweek::WorkWeek;
    use crate::domain::zone::Tz;
    use crate::store::file::Store;
    use crate::store::pairs;
    use crate::store::write_tx::WriteTx;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Adds a pair whose dates differ by up to two days, and a follow-up for each side due on each of twenty days.
    fn add_pair_in_distant_zones(tx: &WriteTx<'_>) -> Result<(), StoreError> {
        let person = |name: &str, zone| Person {
            name: name.to_owned(),
            zone,
            week: WorkWeek::default(),
            language: None,
            preferences: Vec::new(),
            holidays: None,
            notes: None,
            is_user: name == "Sam",
            called: None,
            needs: Vec::new(),
            avoids: Vec::new(),
            past: Timeline::default(),
        };
        let mentor = tx.insert(person("Sam", Tz::Pacific__Kiritimati))?.id;
        let mentee = tx.insert(person("Ana", Tz::Pacific__Pago_Pago))?.id;
        let pair = tx.insert(Pair {
            slug: Slug::parse("ana").unwrap(),
            mentor,
            mentee,
            state: PairState::Active,
            state_on: day("2026-06-01"),
            because: None,
            past: Timeline::default(),
        })?;
        for due in day("2026-11-25").iter_days().take(20) {
            for owner in [Side::Mentor, Side::Mentee] {
                tx.insert(FollowUp {
                    pair: pair.id,
                    owner,
                    title: "Draft".to_owned(),
                    due: Some(due),
                    goal: None,
                    checkin: None,
                    state: FollowUpState::Open,
                    state_on: day("2026-11-20"),
                    because: None,
                    private: false,
                    past: Timeline::default(),
                })?;
            }
        }
        Ok(())
    }

    #[test]
    fn status_counts_the_same_due_items_as_due() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("mentor.db"), Duration::from_secs(1));
        store.write(DateStyle::USUAL.now(DateTime::UNIX_EPOCH), add_pair_in_distant_zones).unwrap();
        let start: DateTime<Utc> = "2026-12-01T00:30:00Z".parse().unwrap();
        for hour in 0..48 {
            let now = DateStyle::USUAL.now(start + chrono::TimeDelta::hours(hour));
            let (for_status, for_due) = store
                .read(|tx| {
                    let pair = pairs::active_pairs(tx)?.remove(0);
                    let for_due = load_for_due(tx, pair.clone(), now, 2)?;
                    Ok::<_, StoreError>((load_for_status(tx, pair, now, 2)?, for_due))
                })
                .unwrap();
            assert!(for_status.counted_overdue > 0);
            assert!(for_status.followups.len() < for_due.followups.len());
            let counts = [&for_status, &for_due].map(|snapshot| due::counts(snapshot, 2));
            assert_eq!(counts[0], counts[1], "{}", now.at);
        }
    }
}
