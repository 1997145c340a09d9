//! Stores a log: the check-in and all its outcomes, in one transaction.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::{App, find_in_pair};
use crate::commands::crud::form_input::{FormInput, ensure_within};
use crate::commands::crud::{CrudRecord, apply_transition, insert_new};
use crate::commands::everyday::log::form::LogEntry;
use crate::commands::records::checkin::add::{complete_as_agreed, new_planned, plan};
use crate::commands::records::checkin::overlap::overlapping;
use crate::commands::records::checkin::remarks::remarks;
use crate::domain::approach::{Approach, Worked};
use crate::domain::cadence::TOLERANCE;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::Now;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{Goal, GoalEntry};
use crate::domain::insight::{Insight, Win};
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::domain::topic::{Topic, TopicState};
use crate::error::{Failure, Result};
use crate::input::form::FormValues;
use crate::store::agreements;
use crate::store::checkins;
use crate::store::snapshots;
use crate::store::write_tx::WriteTx;
use crate::view;

/// A stored log, with remarks for the user.
pub struct StoredLog {
    checkin: Record<CheckIn>,
    remarks: Vec<String>,
    /// Whether the log belongs to no check-in that was planned.
    is_unplanned: bool,
}

pub fn store_log(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
) -> Result<(Record<CheckIn>, Vec<String>)> {
    if let Some(at) = entry.at {
        ensure_within(tx, pair, pair.pair_day(at), app.today_of(pair.user()))?;
    }
    let StoredLog { checkin, mut remarks, is_unplanned } = store_checked_log(app, tx, pair, entry)?;
    if is_unplanned {
        let other = overlapping(tx, pair, &checkin, Some(checkin.id))?;
        let other = other.filter(|other| !other.is_open());
        remarks.extend(other.map(|other| view::messages::log::same_time(&other, pair, app.now)));
    }
    Ok((checkin, remarks))
}

/// Stores a log whose day is known to lie within the time of the pair. Calls at the same time are not looked for.
pub fn store_checked_log(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
) -> Result<StoredLog> {
    let StoredLog { checkin, mut remarks, is_unplanned } =
        find_or_create_checkin(app, tx, pair, entry)?;
    tx.add_message(view::messages::log::logged_message(&checkin, pair, app.now));
    add_followups(tx, pair, entry, &checkin)?;
    // `done` may name a follow-up that this log adds: agreed and finished in the same call.
    close_followups(tx, pair, entry, &checkin)?;
    cover_topics(app, tx, pair, entry, &checkin)?;
    add_goal_entries(tx, pair, entry, &checkin)?;
    insert_outcomes(tx, pair, entry, &checkin)?;
    remarks.extend(plan_next(app, tx, pair, entry)?);
    Ok(StoredLog { checkin, remarks, is_unplanned })
}

/// Updates the planned check-in that the log belongs to, or inserts one that was not planned. Also returns remarks.
fn find_or_create_checkin(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
) -> Result<StoredLog> {
    let planned = checkins::planned(tx, pair.id())?;
    let found = match entry.checkin {
        Some(number) => Some(find_planned(tx, pair, number)?),
        None if entry.extra => None,
        None => matching_planned(&planned, entry, app.now),
    };
    let Some(mut record) = found else {
        let mut draft = new_planned(tx, pair, tx.now.at, pair.user().zone, tx.now)?;
        draft.planned_at = None;
        // The check-in planned with `--next` is a later one.
        let is_next =
            |checkin: &&Record<CheckIn>| entry.next.is_some() && checkin.planned_at == entry.next;
        let others = planned.iter().filter(|checkin| !is_next(checkin)).cloned();
        let mut remarks = if entry.extra {
            Vec::new()
        } else {
            view::messages::log::left_alone(&others.collect::<Vec<_>>(), pair, app.now)
        };
        if !entry.extra {
            let remark = take_agreed_time(tx, pair, &mut draft, (entry.at, tx.now))?;
            // A time that was given needs no remark.
            remarks.extend(remark.filter(|_| entry.at.is_none()));
        }
        apply_entry(&mut draft, entry, tx.now);
        draft.extra = entry.extra;
        return Ok(StoredLog { checkin: tx.insert(draft)?, remarks, is_unplanned: true });
    };
    let day = pair.pair_day(record.planned_at.unwrap_or(tx.now.at));
    let length = agreements::on_day(tx, pair, day)?.and_then(|agreement| agreement.terms.length);
    record.planned_minutes = record.planned_minutes.or(length);
    apply_entry(&mut record.data, entry, tx.now);
    tx.update(&mut record)?;
    let is_explicit = entry.checkin.is_some() || entry.at.is_some();
    let remarks = if is_explicit {
        Vec::new()
    } else {
        view::messages::log::long_ago(&record, pair, app.now)
    };
    Ok(StoredLog { checkin: record, remarks, is_unplanned: false })
}

/// Gives an unplanned log the plan of the agreed call that it belongs to: the one at the time it names, or else the
/// latest. Returns a remark if there is such a call.
fn take_agreed_time(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    draft: &mut CheckIn,
    (at, now): (Option<DateTime<Utc>>, Now),
) -> Result<Option<String>> {
    let agreement = agreements::on_day(tx, pair, pair.pair_day(at.unwrap_or(now.at)))?;
    let cadence = agreement.and_then(|agreement| agreement.terms.cadence);
    if !cadence.is_some_and(|cadence| cadence.is_fixed()) {
        return Ok(None);
    }
    let snapshot = snapshots::load_for_status(tx, pair.clone(), now, 0)?;
    let call = match at {
        Some(at) => {
            let next = snapshot.agreed_after(at - TimeDelta::seconds(1));
            next.filter(|call| call.at == at)
        }
        None => snapshot.agreed_since(now.at - TimeDelta::days(TOLERANCE)),
    };
    let Some(call) = call else {
        return Ok(None);
    };
    draft.planned_at = Some(call.at);
    draft.planned_minutes = call.minutes;
    draft.zone = call.zone;
    Ok(Some(view::messages::log::taken_as_agreed(call.at, pair, now)))
}

/// Finds the planned check-in with this number; fails if it is closed.
fn find_planned(tx: &WriteTx<'_>, pair: &PairContext, number: i64) -> Result<Record<CheckIn>> {
    let record = find_in_pair::<CheckIn>(tx, pair, number)?;
    if !record.is_open() {
        return Err(Failure::refused(format!("check-in {number} is already {}", record.state))
            .hint(format!("run `mentor checkin edit {number} --notes \"...\"` to edit it")));
    }
    Ok(record)
}

/// Picks the planned check-in that a log without a number belongs to: the last one that has begun, or the closest to
/// the time it names. Never one that is still to come.
fn matching_planned(
    planned: &[Record<CheckIn>],
    entry: &LogEntry,
    now: Now,
) -> Option<Record<CheckIn>> {
    let asked_at = entry.asked_at.unwrap_or(now.at);
    let started = planned
        .iter()
        .filter_map(|record| Some((record.planned_at?, record)))
        .filter(|(planned_at, _)| *planned_at <= asked_at);
    let closest = match entry.at {
        None => started.max_by_key(|(planned_at, _)| *planned_at),
        Some(at) => started
            .filter(|(planned_at, _)| {
                (-MAX_DELAY_MINUTES..=MAX_DELAY_MINUTES / 6)
                    .contains(&(*planned_at - at).num_minutes())
            })
            .min_by_key(|(planned_at, _)| (*planned_at - at).abs()),
    };
    closest.map(|(_, record)| record.clone())
}

/// A call is held at most this many minutes after its planned time, and at most a sixth of that before it.
const MAX_DELAY_MINUTES: i64 = 3 * 24 * 60;

/// Marks a check-in as held. What the log doesn't say is taken from the plan; an unplanned call is held now.
pub fn apply_entry(checkin: &mut CheckIn, entry: &LogEntry, now: Now) {
    let as_planned = checkin.planned_at.filter(|at| *at <= now.at);
    checkin.state = CheckInState::Held;
    checkin.held_at = entry.at.or(as_planned).or(Some(now.at));
    checkin.minutes = entry.minutes.or(checkin.planned_minutes);
    checkin.channel = entry.channel.clone().or_else(|| checkin.channel.take());
    checkin.notes.clone_from(&entry.notes);
    checkin.decisions.clone_from(&entry.decisions);
    checkin.blockers.clone_from(&entry.blockers);
    checkin.next_topic.clone_from(&entry.next_topic);
    checkin.feeling.clone_from(&entry.feeling);
    checkin.private_note.clone_from(&entry.private_note);
    checkin.private = entry.private;
}

fn add_followups(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    let no_values = FormValues::default();
    let input = FormInput::new(&no_values, pair, tx.now, Some(tx));
    for (draft, remark) in &entry.followups {
        let mut draft = draft.clone();
        draft.checkin = Some(checkin.id);
        draft.private = entry.private;
        let record = insert_new(tx, draft, &input)?;
        if let Some(remark) = remark {
            tx.remark(remark.text_for(record.id));
        }
    }
    Ok(())
}

/// Returns when the outcomes of a check-in happened.
fn held_moment(checkin: &Record<CheckIn>) -> DateTime<Utc> {
    checkin.held_at.unwrap_or(checkin.changed_at)
}

fn close_followups(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    for number in &entry.done {
        let mut record = find_in_pair::<FollowUp>(tx, pair, *number)?;
        let owner = pair.person(record.owner);
        let on = held_moment(checkin).with_timezone(&owner.zone).date_naive();
        apply_transition(tx, &mut record, pair, FollowUpState::Done, on, None)?;
    }
    Ok(())
}

fn cover_topics(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    for number in &entry.covered {
        let mut record = find_in_pair::<Topic>(tx, pair, *number)?;
        let on = app.today_of(pair.user());
        apply_transition(tx, &mut record, pair, TopicState::Covered, on.day, None)?;
        record.covered_in = Some(checkin.id);
        tx.update(&mut record)?;
    }
    Ok(())
}

fn add_goal_entries(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    let figures = entry.goals.iter().map(|(goal, percent)| (*goal, Some(*percent), None));
    let confidences =
        entry.confidence.iter().map(|(goal, confidence)| (*goal, None, Some(*confidence)));
    for (goal, percent, confidence) in figures.chain(confidences) {
        let goal: Id<Goal> = goal;
        let goal = find_in_pair::<Goal>(tx, pair, goal.number())?;
        let record = tx.insert(GoalEntry {
            pair: pair.id(),
            goal: goal.id,
            on: held_moment(checkin).with_timezone(&pair.mentee.zone).date_naive(),
            percent,
            confidence,
            note: None,
            checkin: Some(checkin.id),
        })?;
        tx.add_message(view::records::goal::entry_message(&record, &goal));
        if let Some(remark) = view::records::goal::inactive_remark(&goal) {
            tx.remark(remark);
        }
    }
    Ok(())
}

/// Inserts the topics, approaches, wins and advice of a log as records of their own.
fn insert_outcomes(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    let no_values = FormValues::default();
    let input = FormInput::new(&no_values, pair, tx.now, Some(tx));
    let on = held_moment(checkin).with_timezone(&pair.user().zone).date_naive();
    let (checkin, private) = (Some(checkin.id), entry.private);
    for title in entry.topics.iter().cloned() {
        let new = Topic { title, private, ..Topic::with_defaults(&input) };
        insert_new(tx, new, &input)?;
    }
    // An approach that worked is not listed again as tried, whatever the case of its letters.
    let has_worked = |title: &String| {
        let mut worked = entry.worked.iter();
        worked.any(|other| other.to_lowercase() == title.to_lowercase())
    };
    let tried = entry.tried.iter().filter(|title| !has_worked(title));
    let tried = tried.map(|title| (title, None));
    let worked = entry.worked.iter().map(|title| (title, Some(Worked::Yes)));
    for (title, worked) in tried.chain(worked) {
        let new = Approach {
            title: title.clone(),
            worked,
            on,
            checkin,
            private,
            ..Approach::with_defaults(&input)
        };
        insert_new(tx, new, &input)?;
    }
    for title in entry.wins.iter().cloned() {
        let new = Win { title, on, checkin, private, ..Win::with_defaults(&input) };
        insert_new(tx, new, &input)?;
    }
    for title in entry.insights.iter().cloned() {
        let new = Insight { title, on, checkin, private, ..Insight::with_defaults(&input) };
        insert_new(tx, new, &input)?;
    }
    Ok(())
}

fn plan_next(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    entry: &LogEntry,
) -> Result<Vec<String>> {
    let Some(next) = entry.next else {
        return Ok(Vec::new());
    };
    if checkins::planned(tx, pair.id())?.iter().any(|checkin| checkin.planned_at == Some(next)) {
        return Ok(Vec::new());
    }
    let mut draft = new_planned(tx, pair, next, pair.user().zone, app.now)?;
    complete_as_agreed(tx, pair, &mut draft)?;
    let record = plan(tx, pair, draft, app.now)?;
    tx.add_message(view::records::checkin::planned_message(&record, pair, app.now));
    remarks(tx, pair, &record, app.now)
}
