//! What somebody moved or cancelled in their calendar, found by comparing its events with the records.
//!
//! Whoever changed a check-in last is right: an event that is older than the record is left alone. What says something new
//! and can't be taken in is a remark.

mod plan;
mod revision;
mod rhythm;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::changes::plan::CurrentPlan;
use crate::calendar::changes::revision::EventRevision;
use crate::calendar::event::{Calendar, Event, EventTime, Purpose, Repetition, original_uid};
use crate::calendar::export::{CalendarSource, MoveCounts, changed_at, marks, sequence};
use crate::calendar::newest::EventVersion;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::length::Minutes;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::{Id, Record};
use crate::domain::timetable::{Occurrence, Series};
use crate::domain::zone::Tz;

/// The check-in that a change is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeTarget {
    Known(Id<CheckIn>),
    /// The agreed occurrence at this time, of which there is no record yet.
    Agreed(DateTime<Utc>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeAction {
    Cancel,
    /// `None`: that stays.
    Edit {
        start: Option<DateTime<Utc>>,
        length: Option<Minutes>,
        place: Option<String>,
    },
}

/// One change to take in.
#[derive(Clone, Debug)]
pub struct CalendarChange {
    /// The line of the event.
    pub line: usize,
    pub pair: PairContext,
    pub target: ChangeTarget,
    pub planned: Option<DateTime<Utc>>,
    pub action: ChangeAction,
    /// When it was made in the calendar, if it says.
    pub at: Option<DateTime<Utc>>,
}

/// What the calendar says that is not taken in.
#[derive(Clone, Debug)]
pub struct CalendarRemark {
    pub line: usize,
    pub pair: PairContext,
    pub matter: RemarkMatter,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RemarkMatter {
    /// The whole rhythm is cancelled.
    RhythmCancelled,
    /// It ends earlier: its last time.
    RhythmEnds(DateTime<Utc>),
    /// It is at other times: the first of them, and the rhythm in words that can be typed.
    RhythmMoved(DateTime<Utc>, Option<String>),
    /// It goes on in another event, from this time on.
    RhythmContinues(DateTime<Utc>, Option<String>),
    RhythmLength(Minutes),
    RhythmPlace(String),
    /// This and all that follow were changed; only the one that was planned for this time is.
    Following(DateTime<Utc>),
    /// A time is proposed for what is planned.
    Proposal(Option<Id<CheckIn>>, Option<DateTime<Utc>>, DateTime<Utc>),
    /// Somebody declined what is planned.
    Declined(Option<DateTime<Utc>>, String),
    /// An event of the whole day says no hour; what is planned then keeps its own.
    WholeDay(NaiveDate),
    /// It is longer than a day, or shorter than a minute.
    Length,
    /// A check-in that is over says otherwise there.
    Closed(Id<CheckIn>, CheckInState),
    /// A check-in that was made to repeat.
    Repeats(Id<CheckIn>),
    /// It stands for a time that was never agreed.
    NotAgreed(DateTime<Utc>),
}

/// What there is to take in, and what is not.
#[derive(Clone, Debug, Default)]
pub struct CalendarChanges {
    pub changes: Vec<CalendarChange>,
    pub remarks: Vec<CalendarRemark>,
    /// Events of check-ins that were changed here since.
    pub older: usize,
    /// Events that are no check-ins of mentor's.
    pub others: usize,
}

/// Compares a calendar with the check-ins of some pairs.
pub fn find_changes(
    calendar: &Calendar,
    sources: &[CalendarSource],
    hidden_change: Option<DateTime<Utc>>,
    reader: Tz,
) -> CalendarChanges {
    let mut found = CalendarChanges::default();
    let mut known = 0;
    for source in sources {
        let timetable = source.timetable();
        let alone = timetable.alone.iter().map(|one| (one.uid.as_str(), *one));
        let alone: HashMap<&str, &Record<CheckIn>> = alone.collect();
        let series = timetable.series.iter().map(|one| (one.uid(), one));
        let series: HashMap<&str, &Series<'_>> = series.collect();
        let is_own = |event: &Event| {
            let uid = event.uid.as_deref().unwrap_or_default();
            alone.contains_key(uid) || series.contains_key(original_uid(uid))
        };
        known += calendar.events.iter().filter(|event| is_own(event)).count();
        let statements = calendar.newest(|event| is_own(event) && event.is_statement(), reader);
        let moved = statements
            .iter()
            .filter_map(|version| Some((version.event.uid.as_deref()?, version.occurrence?)));
        let mut finder = ChangeFinder {
            calendar,
            source,
            moves: MoveCounts::count_all(&source.moves),
            usual: source.usual_length(&timetable),
            replaced: moved.collect(),
            alone,
            series,
            hidden_change,
            reader,
            noted: HashSet::new(),
            found: &mut found,
        };
        // An ended pair is read-only.
        if source.pair.record.state == PairState::Ended {
            continue;
        }
        // Of two that are equally new the later one in the file counts.
        for version in statements.iter().rev() {
            finder.version(version);
        }
        for event in calendar.events.iter().filter(|event| !event.is_statement()) {
            finder.message(event);
        }
    }
    found.changes.sort_by_key(|change| change.line);
    found.remarks.sort_by_key(|remark| remark.line);
    found.others = calendar.events.len() - known.min(calendar.events.len());
    found
}

struct ChangeFinder<'a> {
    calendar: &'a Calendar,
    source: &'a CalendarSource,
    moves: MoveCounts,
    /// The length of a check-in that says none.
    usual: Option<Minutes>,
    /// Occurrences that have an event of their own.
    replaced: HashSet<(&'a str, DateTime<Utc>)>,
    alone: HashMap<&'a str, &'a Record<CheckIn>>,
    series: HashMap<&'a str, &'a Series<'a>>,
    hidden_change: Option<DateTime<Utc>>,
    reader: Tz,
    /// A file that says a thing twice says it once.
    noted: HashSet<ChangeTarget>,
    found: &'a mut CalendarChanges,
}

impl ChangeFinder<'_> {
    fn version(&mut self, version: &EventVersion<'_>) {
        let event = version.event;
        let uid = event.uid.as_deref().unwrap_or_default();
        if let Some(checkin) = self.alone.get(uid).copied() {
            let is_older = self.checkin(event, checkin, self.usual, None);
            if event.repeats() && !is_older {
                self.remark(event, RemarkMatter::Repeats(checkin.id));
            }
        } else if let Some(series) = self.series.get(uid).copied() {
            match version.occurrence {
                Some(at) => self.occurrence(event, series, at),
                None => self.rhythm(event, series),
            }
        } else if version.occurrence.is_none() && !event.is_cancelled {
            self.continuation(event);
        }
    }

    /// A proposal or an answer is told, if it is of something that is planned.
    fn message(&mut self, event: &Event) {
        let uid = event.uid.as_deref().unwrap_or_default();
        let instant = |time| self.calendar.instant(event, time, self.reader);
        let (id, planned) = match (self.alone.get(uid), self.series.get(uid)) {
            (Some(checkin), _) => (Some(checkin.id), checkin.planned_at),
            (None, Some(_)) => (None, event.occurrence.and_then(instant)),
            (None, None) => return,
        };
        let start = event.start.and_then(instant);
        if event.purpose == Purpose::Proposal
            && let Some(start) = start
        {
            self.remark(event, RemarkMatter::Proposal(id, planned, start));
        }
        for who in &event.declined_by {
            self.remark(event, RemarkMatter::Declined(planned, who.to_string()));
        }
    }

    /// Whether the event is older than the check-in.
    fn checkin(
        &mut self,
        event: &Event,
        checkin: &Record<CheckIn>,
        usual: Option<Minutes>,
        agreed_place: Option<&str>,
    ) -> bool {
        let changed = changed_at(checkin, &self.source.pair);
        let made = checkin.created_at;
        let marks = marks(checkin, &self.moves);
        let ours = sequence(made, changed, self.hidden_change, marks);
        let revision = EventRevision::from_event(event, made);
        let is_older = revision.is_older(ours, changed);
        let plan = CurrentPlan {
            start: checkin.held_or_planned_at(),
            zone: checkin.zone,
            length: checkin.minutes.or(checkin.planned_minutes).or(usual),
            places: [checkin.channel.as_deref(), agreed_place],
        };
        let action = self.action_for(event, plan, is_older);
        if checkin.is_open() {
            let target = ChangeTarget::Known(checkin.id);
            self.record_change(event, target, plan.start, action, revision, is_older);
        } else if !is_older
            && checkin.planned_at != self.start_of(event)
            && matches!(action, Some(ChangeAction::Edit { start: Some(_), .. }))
        {
            self.remark(event, RemarkMatter::Closed(checkin.id, checkin.state));
        }
        is_older
    }

    fn start_of(&self, event: &Event) -> Option<DateTime<Utc>> {
        self.calendar.instant(event, event.start?, self.reader)
    }

    /// The agreed time that an event stands for; programs that know only days name the day.
    fn agreed_time(
        &self,
        event: &Event,
        series: &Series<'_>,
        time: EventTime,
    ) -> Option<Occurrence> {
        match time {
            EventTime::Day(day) => series.occurrence_on(day),
            other => series.occurrence_at(self.calendar.instant(event, other, self.reader)?),
        }
    }

    /// An event that stands in the place of one agreed occurrence.
    fn occurrence(&mut self, event: &Event, series: &Series<'_>, at: DateTime<Utc>) {
        let place = series.terms().channel.as_deref();
        let length = series.terms().length;
        let time = event
            .occurrence
            .and_then(|time| self.agreed_time(event, series, time));
        let at = time.map_or(at, |one| one.at);
        let member = series.members.iter().find(|one| one.occurrence.at == at);
        let made = series.versions[0].created_at;
        let revision = EventRevision::from_event(event, made);
        let is_older = if let Some(member) = member {
            self.checkin(event, member.checkin, length, place)
        } else {
            // As mentor wrote it once, before the check-in that it was of was taken back.
            let is_older = match (revision, self.hidden_change, event.changed_at) {
                (EventRevision::Ours(_), Some(hidden), Some(changed)) => changed <= hidden,
                _ => false,
            };
            let plan = CurrentPlan {
                start: Some(at),
                zone: series.zone,
                length,
                places: [place, None],
            };
            let action = self.action_for(event, plan, is_older);
            if time.is_some() && !series.is_excluded(at) {
                let target = ChangeTarget::Agreed(at);
                self.record_change(event, target, Some(at), action, revision, is_older);
            } else if time.is_none() && !is_older && !event.is_cancelled {
                self.remark(event, RemarkMatter::NotAgreed(at));
            }
            is_older
        };
        if event.is_for_following && !is_older {
            self.remark(event, RemarkMatter::Following(at));
        }
    }

    /// Occurrences that were taken out of the event that repeats: most programs cancel a single one so.
    fn cancel_exceptions(
        &mut self,
        event: &Event,
        repetition: &Repetition,
        series: &Series<'_>,
        revision: EventRevision,
        is_older: bool,
    ) {
        for except in &repetition.except {
            let Some(at) = self.agreed_time(event, series, *except).map(|one| one.at) else {
                continue;
            };
            if self.replaced.contains(&(series.uid(), at)) || series.is_excluded(at) {
                continue;
            }
            let member = series.members.iter().find(|one| one.occurrence.at == at);
            let target = match member {
                Some(member) if member.checkin.is_open() => ChangeTarget::Known(member.checkin.id),
                Some(_) => continue,
                None => ChangeTarget::Agreed(at),
            };
            let action = Some(ChangeAction::Cancel);
            self.record_change(event, target, Some(at), action, revision, is_older);
        }
    }

    fn remark(&mut self, event: &Event, matter: RemarkMatter) {
        self.found.remarks.push(CalendarRemark {
            line: event.line,
            pair: self.source.pair.clone(),
            matter,
        });
    }

    fn record_change(
        &mut self,
        event: &Event,
        target: ChangeTarget,
        planned: Option<DateTime<Utc>>,
        action: Option<ChangeAction>,
        revision: EventRevision,
        is_older: bool,
    ) {
        let Some(action) = action.filter(|_| self.noted.insert(target)) else {
            return;
        };
        if is_older {
            self.found.older += 1;
            return;
        }
        self.found.changes.push(CalendarChange {
            line: event.line,
            pair: self.source.pair.clone(),
            target,
            planned,
            action,
            at: match revision {
                EventRevision::Elsewhere(at) => Some(at),
                EventRevision::Ours(_) => None,
            },
        });
    }
}
