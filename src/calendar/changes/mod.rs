//! Compares the events of a calendar with the check-ins, to find calls that were moved or cancelled in a calendar
//! program.
//!
//! The last change wins: an event that is older than its record is ignored. Differences that can't be applied become
//! remarks.

pub mod change;
mod foreign_series;
mod invitations;
mod plan;
mod revision;
mod rhythm;
mod todos;

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::calendar::changes::change::{
    CalendarChange, CalendarChanges, CalendarRemark, ChangeAction, ChangeTarget, RemarkMatter,
    RhythmRemark,
};
use crate::calendar::changes::invitations::Invitations;
use crate::calendar::changes::plan::CurrentPlan;
use crate::calendar::changes::revision::{EventRevision, RevisionCheck};
use crate::calendar::changes::todos::report_todos;
use crate::calendar::event::{Calendar, Event, EventTime, Purpose, Repetition, original_uid};
use crate::calendar::export::{CalendarSource, MoveCounts, changed_at, marks, sequence};
use crate::calendar::invitation::is_from_event;
use crate::calendar::newest::EventVersion;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::event_origin::EventOrigin;
use crate::domain::length::Minutes;
use crate::domain::pair::PairState;
use crate::domain::record::Record;
use crate::domain::timetable::{Occurrence, Series};
use crate::domain::zone::Tz;

/// Compares a calendar with the check-ins of pairs.
///
/// `hidden_change` is the time of the last undo, redo or deletion, `reader` the zone for floating times.
pub fn find_changes(
    calendar: &Calendar,
    sources: &[CalendarSource],
    hidden_change: Option<DateTime<Utc>>,
    reader: Tz,
) -> CalendarChanges {
    let mut found = CalendarChanges::default();
    let (mut known, mut known_todos) = (0, 0);
    for source in sources {
        known += compare_source(calendar, source, hidden_change, reader, &mut found);
        known_todos += report_todos(&calendar.todos, source, &mut found.remarks);
    }
    found.changes.sort_by_key(|change| change.line);
    found.remarks.sort_by_key(|remark| remark.line);
    found.others = calendar.events.len() - known.min(calendar.events.len());
    found.other_todos = calendar.todos.len() - known_todos.min(calendar.todos.len());
    found
}

/// Compares a calendar with the check-ins of one pair. Returns the number of events that belong to them.
fn compare_source(
    calendar: &Calendar,
    source: &CalendarSource,
    hidden_change: Option<DateTime<Utc>>,
    reader: Tz,
    found: &mut CalendarChanges,
) -> usize {
    let timetable = source.timetable();
    let alone = timetable.alone.iter();
    let alone: HashMap<&str, &Record<CheckIn>> =
        alone.map(|checkin| (checkin.uid.as_str(), *checkin)).collect();
    let series = timetable.series.iter();
    let series: HashMap<&str, &Series<'_>> = series.map(|series| (series.uid(), series)).collect();
    let invitations = Invitations::new(calendar, source, reader);
    let is_own = |event: &Event| {
        let uid = event.uid.as_deref().unwrap_or_default();
        alone.contains_key(uid) || series.contains_key(original_uid(uid)) || invitations.has(event)
    };
    let known = calendar.events.iter().filter(|event| is_own(event)).count();
    let statements = calendar.newest(|event| is_own(event) && event.is_statement(), reader);
    // An ended pair is read-only.
    if source.pair.record.state == PairState::Ended {
        return known;
    }
    let replaced = statements
        .iter()
        .filter_map(|version| Some((version.event.uid.as_deref()?, version.occurrence?)))
        .collect();
    let mut finder = ChangeFinder {
        calendar,
        source,
        moves: MoveCounts::count_all(&source.moves),
        usual_length: source.usual_length(&timetable),
        replaced,
        invitations,
        alone,
        series,
        hidden_change,
        reader,
        seen: HashSet::new(),
        found,
    };
    // Of two equally new versions, the later one in the file wins.
    for version in statements.iter().rev() {
        finder.compare_version(version);
    }
    for event in calendar.events.iter().filter(|event| !event.is_statement()) {
        finder.report_message(event);
    }
    known
}

struct ChangeFinder<'a> {
    calendar: &'a Calendar,
    source: &'a CalendarSource,
    moves: MoveCounts,
    /// The length of check-ins without one.
    usual_length: Option<Minutes>,
    /// The UID and time of occurrences that have an event of their own.
    replaced: HashSet<(&'a str, DateTime<Utc>)>,
    invitations: Invitations<'a>,
    alone: HashMap<&'a str, &'a Record<CheckIn>>,
    series: HashMap<&'a str, &'a Series<'a>>,
    hidden_change: Option<DateTime<Utc>>,
    reader: Tz,
    /// Check-ins for which a change was found already; later ones are ignored.
    seen: HashSet<ChangeTarget>,
    found: &'a mut CalendarChanges,
}

impl<'a> ChangeFinder<'a> {
    fn compare_version(&mut self, version: &EventVersion<'a>) {
        let event = version.event;
        let uid = event.uid.as_deref().unwrap_or_default();
        let checkin = self.alone.get(uid).copied();
        if let Some(checkin) = checkin.or_else(|| self.invitations.checkin_of(event)) {
            let is_older = self.compare_checkin(event, checkin, self.usual_length, None);
            if event.repeats() && !is_older && !event.is_cancelled {
                let has_agreement = !self.source.agreements.is_empty();
                self.remark(event, RemarkMatter::Repeats(checkin.id, has_agreement));
            }
        } else if let Some(series) = self.series.get(uid).copied() {
            match version.occurrence {
                Some(at) => self.compare_occurrence(event, series, at),
                None => self.compare_series(event, series),
            }
        } else {
            let planned = self.invitations.of_series(event);
            if !planned.is_empty() {
                self.compare_foreign_series(event, &planned);
            } else if version.occurrence.is_none() && !event.is_cancelled {
                self.report_continuation(event);
            }
        }
    }

    /// Reports a proposal or a decline that concerns a check-in.
    fn report_message(&mut self, event: &Event) {
        let uid = event.uid.as_deref().unwrap_or_default();
        let instant = |time| self.calendar.instant(event, time, self.reader);
        let checkin = self.alone.get(uid).copied().or_else(|| self.invitations.checkin_of(event));
        let (id, planned) = match (checkin, self.series.get(uid)) {
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
        for address in &event.declined_by {
            self.remark(event, RemarkMatter::Declined(planned, address.to_string()));
        }
    }

    /// Compares an event with its check-in. Returns whether the event is older.
    fn compare_checkin(
        &mut self,
        event: &Event,
        checkin: &Record<CheckIn>,
        usual_length: Option<Minutes>,
        agreed_place: Option<&str>,
    ) -> bool {
        let check = self.check_revision(event, checkin);
        let is_older = check.is_older;
        let plan = CurrentPlan::for_checkin(checkin, usual_length, agreed_place);
        let action = self.action_for(event, plan, is_older);
        if checkin.is_open() {
            if !is_older && !event.is_cancelled {
                for address in &event.declined_by {
                    let who = address.to_string();
                    self.remark(event, RemarkMatter::Declined(checkin.planned_at, who));
                }
            }
            let target = ChangeTarget::Known(checkin.id);
            self.record_change(event, target, plan.start, action, check);
        } else if !is_older
            && checkin.planned_at != self.start_of(event)
            && matches!(action, Some(ChangeAction::Edit { start: Some(_), .. }))
        {
            self.remark(event, RemarkMatter::Closed(checkin.id, checkin.state));
        } else if !is_older
            && action == Some(ChangeAction::Cancel)
            && !matches!(checkin.state, CheckInState::Cancelled | CheckInState::LateCancelled)
        {
            self.remark(event, RemarkMatter::ClosedCancelled(checkin.id, checkin.state));
        }
        is_older
    }

    /// Determines whether a check-in was changed after an event was.
    fn check_revision(&self, event: &Event, checkin: &Record<CheckIn>) -> RevisionCheck {
        let changed = changed_at(checkin, &self.source.pair);
        let created_at = checkin.created_at;
        let marks = marks(checkin, &self.moves);
        let own_sequence = sequence(created_at, changed, self.hidden_change, marks);
        let mut revision = EventRevision::from_event(event, created_at);
        let mut is_older = revision.is_older(own_sequence, changed);
        let origin = self.source.origins.get(&checkin.uid);
        if origin.is_some() || is_from_event(&checkin.uid) {
            let written_at = event.age().written_at;
            if let Some(at) = written_at {
                revision = EventRevision::Elsewhere(at);
            }
            // The other program decides what its event is, until the check-in is changed here.
            is_older = match origin {
                Some(origin) => {
                    let is_changed_here = checkin.changed_at > origin.imported_at;
                    let is_before = written_at.is_none_or(|at| at <= checkin.changed_at);
                    event.age().compare(origin.age) == Ordering::Less
                        || is_changed_here && is_before
                }
                None => changed > created_at && revision.is_older(own_sequence, changed),
            };
        }
        RevisionCheck { revision, is_older }
    }

    fn start_of(&self, event: &Event) -> Option<DateTime<Utc>> {
        self.calendar.instant(event, event.start?, self.reader)
    }

    /// Returns the agreed occurrence at the time of a RECURRENCE-ID or EXDATE. Some programs give only the day.
    fn agreed_occurrence(
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

    /// Compares an event that replaces one occurrence of a series.
    fn compare_occurrence(&mut self, event: &Event, series: &Series<'_>, at: DateTime<Utc>) {
        let place = series.terms().channel.as_deref();
        let length = series.terms().length;
        let agreed = event.occurrence.and_then(|time| self.agreed_occurrence(event, series, time));
        let at = agreed.map_or(at, |occurrence| occurrence.at);
        let mut members = series.members.iter();
        let member = members.find(|member| member.occurrence.at == at);
        let revision = EventRevision::from_event(event, series.versions[0].created_at);
        let is_older = if let Some(member) = member {
            self.compare_checkin(event, member.checkin, length, place)
        } else {
            // Mentor wrote this event for a check-in that has been undone or deleted since.
            let is_older = match (revision, self.hidden_change, event.changed_at) {
                (EventRevision::Ours(_), Some(hidden), Some(changed)) => changed <= hidden,
                _ => false,
            };
            let plan =
                CurrentPlan { start: Some(at), zone: series.zone, length, places: [place, None] };
            let action = self.action_for(event, plan, is_older);
            if agreed.is_some() && !series.is_excluded(at) {
                let target = ChangeTarget::Agreed(at);
                let check = RevisionCheck { revision, is_older };
                self.record_change(event, target, Some(at), action, check);
            } else if agreed.is_none() && !is_older && !event.is_cancelled {
                self.remark(event, RemarkMatter::NotAgreed(at));
            }
            is_older
        };
        if event.is_for_following && !is_older {
            self.remark_on_rhythm(event, RhythmRemark::Following(at));
            self.report_members(event, series, |occurrence| occurrence > at);
        }
    }

    /// Cancels the occurrences that were excluded from a recurring event (EXDATE), which is how most programs cancel a
    /// single one.
    fn cancel_exceptions(
        &mut self,
        event: &Event,
        repetition: &Repetition,
        series: &Series<'_>,
        check: RevisionCheck,
    ) {
        for excluded in &repetition.excluded_dates {
            let Some(Occurrence { at, .. }) = self.agreed_occurrence(event, series, *excluded)
            else {
                continue;
            };
            if self.replaced.contains(&(series.uid(), at)) || series.is_excluded(at) {
                continue;
            }
            let mut members = series.members.iter();
            let target = match members.find(|member| member.occurrence.at == at) {
                Some(member) if member.checkin.is_open() => ChangeTarget::Known(member.checkin.id),
                Some(_) => continue,
                None => ChangeTarget::Agreed(at),
            };
            let action = Some(ChangeAction::Cancel);
            self.record_change(event, target, Some(at), action, check);
        }
    }

    fn remark(&mut self, event: &Event, matter: RemarkMatter) {
        self.found.remarks.push(CalendarRemark {
            line: event.line,
            pair: self.source.pair.clone(),
            matter,
        });
    }

    /// Records the first change found for a target, or counts it as older.
    fn record_change(
        &mut self,
        event: &Event,
        target: ChangeTarget,
        planned: Option<DateTime<Utc>>,
        action: Option<ChangeAction>,
        check: RevisionCheck,
    ) {
        let origin = self.origin_of(event, target);
        self.record_change_of(event, (target, planned), action, check, origin);
    }

    /// Records the first change found for a target and its planned time, with the origin that its check-in has from now on.
    fn record_change_of(
        &mut self,
        event: &Event,
        (target, planned): (ChangeTarget, Option<DateTime<Utc>>),
        action: Option<ChangeAction>,
        check: RevisionCheck,
        origin: Option<EventOrigin>,
    ) {
        let Some(action) = action.filter(|_| self.seen.insert(target)) else {
            return;
        };
        if check.is_older {
            self.found.older += 1;
            return;
        }
        self.found.changes.push(CalendarChange {
            line: event.line,
            pair: self.source.pair.clone(),
            target,
            planned,
            action,
            at: match check.revision {
                EventRevision::Elsewhere(at) => Some(at),
                EventRevision::Ours(_) => None,
            },
            origin,
        });
    }

    /// Returns the version of an event as the origin of its check-in. `None`: the check-in was not planned from it.
    fn origin_of(&self, event: &Event, target: ChangeTarget) -> Option<EventOrigin> {
        let checkin = self.alone.get(event.uid.as_deref()?).copied();
        let checkin = checkin.or_else(|| self.invitations.checkin_of(event));
        let checkin = checkin.filter(|checkin| target == ChangeTarget::Known(checkin.id))?;
        let known = self.source.origins.get(&checkin.uid);
        if known.is_none() && !is_from_event(&checkin.uid) {
            return None;
        }
        let occurrence = match (known, event.occurrence) {
            (Some(origin), _) => origin.occurrence,
            (None, Some(time)) => self.calendar.instant(event, time, self.reader),
            (None, None) => None,
        };
        Some(EventOrigin {
            uid: event.uid.as_deref()?.to_owned(),
            occurrence,
            age: event.age(),
            imported_at: checkin.changed_at,
        })
    }
}
