//! Storing a log: the check-in and all that came of it, in one transaction.

use crate::app::{App, in_pair};
use crate::commands::checkin::add::planned;
use crate::commands::log::form::Entry;
use crate::commands::noun::given::Given;
use crate::commands::noun::{Kept, keep, turn};
use crate::domain::approach::{Approach, Worked};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{Goal, GoalEntry};
use crate::domain::note::{Insight, Win};
use crate::domain::pair::Couple;
use crate::domain::record::{Id, Record};
use crate::domain::topic::{Topic, TopicState};
use crate::error::{Failure, Result};
use crate::form::Values;
use crate::store::agreements;
use crate::store::checkins;
use crate::store::writer::Writer;
use crate::view;

pub fn store(
    app: &App<'_, '_>,
    tx: &Writer<'_>,
    couple: &Couple,
    entry: &Entry,
) -> Result<Record<CheckIn>> {
    let checkin = held(app, tx, couple, entry)?;
    tx.say(view::log::logged(&checkin, couple, app.now));
    add_followups(tx, couple, entry, &checkin)?;
    // A number may be that of a follow-up that this log has just added: agreed and done in the same talk.
    close_followups(tx, couple, entry)?;
    cover_topics(app, tx, couple, entry, &checkin)?;
    move_goals(tx, couple, entry, &checkin)?;
    keep_notes(tx, couple, entry, &checkin)?;
    plan_next(app, tx, couple, entry)?;
    Ok(checkin)
}

/// The planned check-in that this log is of, now held; or a new one that nobody had planned.
fn held(
    app: &App<'_, '_>,
    tx: &Writer<'_>,
    couple: &Couple,
    entry: &Entry,
) -> Result<Record<CheckIn>> {
    let found = match entry.checkin {
        Some(number) => {
            let record = in_pair::<CheckIn>(tx, couple, number)?;
            if !record.is_open() {
                return Err(Failure::refused(format!(
                    "check-in {number} is {} already",
                    record.state
                ))
                .hint(format!(
                    "`mentor checkin edit {number}` changes what is kept of it"
                )));
            }
            Some(record)
        }
        None => meant(&checkins::planned(tx, couple.id())?, entry),
    };
    let Some(mut record) = found else {
        let mut draft = planned(couple, app.now, couple.user().zone, app.now)?;
        draft.planned_at = None;
        fill(&mut draft, entry);
        return Ok(tx.insert(draft)?);
    };
    fill(&mut record.it, entry);
    tx.update(&mut record)?;
    Ok(record)
}

/// The planned check-in whose time it is: one of the last three days or the next twelve hours, the nearest first; or
/// else one that comes before the next date, since a next one is named after this one.
fn meant(planned: &[Record<CheckIn>], entry: &Entry) -> Option<Record<CheckIn>> {
    let ahead = |record: &Record<CheckIn>| Some((record.planned_at? - entry.at).num_minutes());
    let near = planned
        .iter()
        .filter_map(|record| Some((ahead(record)?, record)))
        .filter(|(minutes, _)| (-3 * 24 * 60..=12 * 60).contains(minutes))
        .min_by_key(|(minutes, _)| minutes.abs());
    if let Some((_, record)) = near {
        return Some(record.clone());
    }
    let next = entry.next.filter(|_| !entry.at_was_said)?;
    let before = planned
        .iter()
        .find(|record| record.planned_at.is_some_and(|at| at < next));
    before.cloned()
}

fn fill(checkin: &mut CheckIn, entry: &Entry) {
    checkin.state = CheckInState::Held;
    checkin.held_at = Some(entry.at);
    checkin.minutes = entry.minutes;
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
    tx: &Writer<'_>,
    couple: &Couple,
    entry: &Entry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    let nothing = Values::default();
    let given = Given::new(&nothing, couple, tx.now, Some(tx));
    for draft in &entry.followups {
        let mut draft = draft.clone();
        draft.checkin = Some(checkin.id);
        draft.private = entry.private;
        keep(tx, draft, &given)?;
    }
    Ok(())
}

fn close_followups(tx: &Writer<'_>, couple: &Couple, entry: &Entry) -> Result<()> {
    for number in &entry.done {
        let mut record = in_pair::<FollowUp>(tx, couple, *number)?;
        let owner = couple.person(record.owner);
        let on = entry.at.with_timezone(&owner.zone).date_naive();
        turn(tx, &mut record, couple, FollowUpState::Done, on, None)?;
    }
    Ok(())
}

fn cover_topics(
    app: &App<'_, '_>,
    tx: &Writer<'_>,
    couple: &Couple,
    entry: &Entry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    for number in &entry.covered {
        let mut record = in_pair::<Topic>(tx, couple, *number)?;
        let on = app.today_of(couple.user());
        turn(tx, &mut record, couple, TopicState::Covered, on, None)?;
        record.covered_in = Some(checkin.id);
        tx.update(&mut record)?;
    }
    Ok(())
}

fn move_goals(
    tx: &Writer<'_>,
    couple: &Couple,
    entry: &Entry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    let figures = entry
        .goals
        .iter()
        .map(|(goal, percent)| (*goal, Some(*percent), None));
    let confidences = entry
        .confidence
        .iter()
        .map(|(goal, confidence)| (*goal, None, Some(*confidence)));
    for (goal, percent, confidence) in figures.chain(confidences) {
        let goal: Id<Goal> = goal;
        let goal = in_pair::<Goal>(tx, couple, goal.number())?;
        let record = tx.insert(GoalEntry {
            pair: couple.id(),
            goal: goal.id,
            on: entry.at.with_timezone(&couple.mentee.zone).date_naive(),
            percent,
            confidence,
            note: None,
            checkin: Some(checkin.id),
        })?;
        tx.say(view::goal::entered(&record, &goal));
    }
    Ok(())
}

/// What came up and is kept in records of its own.
fn keep_notes(
    tx: &Writer<'_>,
    couple: &Couple,
    entry: &Entry,
    checkin: &Record<CheckIn>,
) -> Result<()> {
    let nothing = Values::default();
    let given = Given::new(&nothing, couple, tx.now, Some(tx));
    let on = entry.at.with_timezone(&couple.user().zone).date_naive();
    let (checkin, private) = (Some(checkin.id), entry.private);
    for title in entry.topics.iter().cloned() {
        let new = Topic {
            title,
            private,
            ..Topic::blank(&given)
        };
        keep(tx, new, &given)?;
    }
    // What worked was tried, however it is written the second time.
    let has_worked = |title: &String| {
        let mut worked = entry.worked.iter();
        worked.any(|one| one.to_lowercase() == title.to_lowercase())
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
            ..Approach::blank(&given)
        };
        keep(tx, new, &given)?;
    }
    for title in entry.wins.iter().cloned() {
        let new = Win {
            title,
            on,
            checkin,
            private,
            ..Win::blank(&given)
        };
        keep(tx, new, &given)?;
    }
    for title in entry.insights.iter().cloned() {
        let new = Insight {
            title,
            on,
            checkin,
            private,
            ..Insight::blank(&given)
        };
        keep(tx, new, &given)?;
    }
    Ok(())
}

fn plan_next(app: &App<'_, '_>, tx: &Writer<'_>, couple: &Couple, entry: &Entry) -> Result<()> {
    let Some(next) = entry.next else {
        return Ok(());
    };
    if checkins::planned(tx, couple.id())?
        .iter()
        .any(|one| one.planned_at == Some(next))
    {
        return Ok(());
    }
    let mut draft = planned(couple, next, couple.user().zone, app.now)?;
    let agreed = agreements::in_force(tx, couple.id())?;
    let terms = agreed.as_ref().map(|agreement| &agreement.terms);
    draft.planned_minutes = terms.and_then(|terms| terms.length);
    draft.channel = terms.and_then(|terms| terms.channel.clone());
    let record = tx.insert(draft)?;
    tx.say(view::checkin::planned(&record, couple, app.now));
    Ok(())
}
