//! The events of a parsed calendar and the zones they refer to.
//!
//! Only a file without any calendar is refused. Everything else that can't be parsed is noted with its line, and at
//! most the event that contains it is skipped.

mod property;
mod read;
pub mod todo;
mod vcalendar;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::event::todo::CalendarTodo;
use crate::calendar::foreign_zone::{ForeignZone, Observance, plain_name};
use crate::calendar::{CalendarError, excerpt};
use crate::domain::event_origin::EventAge;
use crate::domain::recurrence::ExpansionBudget;
use crate::domain::zone::Tz;

/// Limit for notes; a damaged file may cause any number of them.
const MAX_NOTES: usize = 1_000;

/// A day or a time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    Day(NaiveDate),
    Utc(DateTime<Utc>),
    /// In the zone with this index among the named zones. `None`: a floating time.
    Local(NaiveDateTime, Option<u32>),
}

impl EventTime {
    /// Returns this time in the context of its event's start: without a zone of its own, it is in that of the start.
    fn in_context_of(self, start: EventTime) -> EventTime {
        match (self, start) {
            (EventTime::Local(at, None), EventTime::Local(_, zone)) => EventTime::Local(at, zone),
            (EventTime::Local(at, None), EventTime::Utc(_)) => EventTime::Utc(at.and_utc()),
            _ => self,
        }
    }

    /// Returns this time as it names an occurrence of the series with a start: those of whole days are days.
    fn occurrence_beside(self, start: EventTime) -> EventTime {
        match (self, start) {
            (EventTime::Local(at, _), EventTime::Day(_)) => EventTime::Day(at.date()),
            (EventTime::Utc(at), EventTime::Day(_)) => EventTime::Day(at.date_naive()),
            _ => self.in_context_of(start),
        }
    }

    /// Returns this time as the end of an event with a start. A day after a time, or a midnight after a day, is read as
    /// the kind of value that the start has.
    fn as_end_of(self, start: EventTime) -> EventTime {
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
        match (self, start) {
            (EventTime::Day(day), EventTime::Local(_, zone)) => {
                EventTime::Local(midnight(day), zone)
            }
            (EventTime::Day(day), EventTime::Utc(_)) => EventTime::Utc(midnight(day).and_utc()),
            (EventTime::Local(at, _), EventTime::Day(_)) if at.time() == NaiveTime::MIN => {
                EventTime::Day(at.date())
            }
            (EventTime::Utc(at), EventTime::Day(_)) if at.time() == NaiveTime::MIN => {
                EventTime::Day(at.date_naive())
            }
            _ => self.in_context_of(start),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventEnd {
    At(EventTime),
    After(TimeDelta),
}

/// A recurrence rule, not parsed yet, since few events of a calendar are ever expanded.
#[derive(Clone, Debug)]
pub struct EventRule {
    pub line: usize,
    pub text: Box<str>,
    pub until: Option<EventTime>,
}

#[derive(Clone, Debug, Default)]
pub struct Repetition {
    /// RRULE.
    pub rules: Vec<EventRule>,
    /// EXRULE: the occurrences of these rules are excluded.
    pub exclusion_rules: Vec<EventRule>,
    /// RDATE: further occurrences, some with an end of their own.
    pub extra_dates: Vec<(EventTime, Option<EventEnd>)>,
    /// EXDATE: excluded occurrences.
    pub excluded_dates: Vec<EventTime>,
}

/// The purpose for which an event was sent (METHOD).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    #[default]
    Statement,
    Cancellation,
    /// COUNTER: another time is proposed.
    Proposal,
    /// REPLY and other methods that do not tell when the event is.
    Message,
}

/// An event, or one occurrence of a recurring event.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// The line of its BEGIN.
    pub line: usize,
    /// The index of its scope.
    scope: u32,
    pub uid: Option<Box<str>>,
    pub start: Option<EventTime>,
    pub end: Option<EventEnd>,
    /// RECURRENCE-ID: the occurrence that it replaces.
    pub occurrence: Option<EventTime>,
    /// RANGE=THISANDFUTURE: whether it also replaces all following occurrences.
    pub is_for_following: bool,
    pub repetition: Option<Box<Repetition>>,
    pub purpose: Purpose,
    pub is_cancelled: bool,
    /// TRANSP: whether the time counts as free.
    pub is_transparent: bool,
    /// Lower-case addresses of the participants who declined.
    pub declined_by: Vec<Box<str>>,
    pub title: Option<Box<str>>,
    pub place: Option<Box<str>>,
    pub sequence: i64,
    /// CREATED.
    pub made_at: Option<DateTime<Utc>>,
    /// LAST-MODIFIED.
    pub changed_at: Option<DateTime<Utc>>,
    /// DTSTAMP.
    pub stamped_at: Option<DateTime<Utc>>,
}

impl Event {
    /// Gives its end and its exceptions the zone of its start.
    fn settle_times(&mut self) {
        let Some(start) = self.start else { return };
        if let Some(EventEnd::At(end)) = &mut self.end {
            *end = end.as_end_of(start);
        }
        let Some(repetition) = self.repetition.as_deref_mut() else { return };
        for excluded in &mut repetition.excluded_dates {
            *excluded = excluded.occurrence_beside(start);
        }
        for (date, end) in &mut repetition.extra_dates {
            *date = match end {
                Some(_) => date.in_context_of(start),
                None => date.occurrence_beside(start),
            };
            if let Some(EventEnd::At(end)) = end {
                *end = end.as_end_of(*date);
            }
        }
    }

    pub fn repeats(&self) -> bool {
        let repeats = |all: &Repetition| !all.rules.is_empty() || !all.extra_dates.is_empty();
        self.repetition.as_deref().is_some_and(repeats)
    }

    /// Returns how new this version of the event is.
    pub fn age(&self) -> EventAge {
        let seconds = self.made_at.zip(self.changed_at);
        let seconds = seconds.map(|(made, changed)| (changed - made).num_seconds());
        EventAge {
            sequence: self.sequence,
            written_at: self.changed_at.or(self.stamped_at),
            counts_seconds: seconds.is_some_and(|seconds| seconds > 0 && self.sequence >= seconds),
        }
    }

    /// Whether it states when the event is or that it is cancelled, rather than proposing or answering.
    pub fn is_statement(&self) -> bool {
        matches!(self.purpose, Purpose::Statement | Purpose::Cancellation)
    }
}

/// Returns the UID of the series from which an event was split. After a change of "this and following events", Google
/// appends the time of the change to the UID of the series.
pub fn original_uid(uid: &str) -> &str {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((series, rest)) = uid.split_once("_R") else {
        return uid;
    };
    if rest.get(..8).is_some_and(is_digits) { series } else { uid }
}

/// Returns the UID of the event that an event of Google continues: `abc@google.com` for `abc_R20261210T100000@google.com`.
pub fn continued_uid(uid: &str) -> Option<String> {
    let series = original_uid(uid);
    let rest = uid[series.len()..].strip_prefix("_R")?;
    let domain = rest.find('@').map_or("", |at| &rest[at..]);
    Some(format!("{series}{domain}"))
}

/// A busy period without an event (VFREEBUSY).
#[derive(Clone, Copy, Debug)]
pub struct BusyPeriod {
    scope: u32,
    pub start: EventTime,
    pub end: EventEnd,
}

/// A zone as named in one scope of the file.
#[derive(Debug)]
struct NamedZone {
    name: String,
    scope: u32,
    /// The line that names it first.
    line: usize,
    /// Resolved on first use. `Some(None)`: it is unknown.
    zone: OnceCell<Option<ForeignZone>>,
}

/// The part of a file within which zone names have one meaning, usually one VCALENDAR.
#[derive(Debug, Default)]
struct Scope {
    /// The zone of floating times (X-WR-TIMEZONE), as an index into the named zones.
    zone: Option<u32>,
    definitions: HashMap<String, ZoneDefinition>,
}

#[derive(Debug, Default)]
struct ZoneDefinition {
    /// The source text, to tell it from another definition of the same name.
    text: String,
    /// The IANA name that some programs add (X-LIC-LOCATION).
    location: Option<String>,
    observances: Vec<Observance>,
}

#[derive(Debug, Default)]
pub struct Calendar {
    pub events: Vec<Event>,
    pub todos: Vec<CalendarTodo>,
    pub busy: Vec<BusyPeriod>,
    scopes: Vec<Scope>,
    named: Vec<NamedZone>,
    /// What is left for expanding the rules of this calendar.
    pub budget: RefCell<ExpansionBudget>,
    /// What could not be parsed, by line. In a cell, since zones and rules are parsed only when times are queried.
    notes: RefCell<BTreeSet<(usize, String)>>,
}

impl Calendar {
    /// Gives the occurrences that single events replace (RECURRENCE-ID) the zone of their series, which may follow in
    /// the file, or else that of their own start.
    fn settle_occurrences(&mut self) {
        if self.events.iter().all(|event| event.occurrence.is_none()) {
            return;
        }
        let series = self.events.iter().filter(|event| event.occurrence.is_none());
        let starts: HashMap<Box<str>, EventTime> =
            series.filter_map(|event| Some((event.uid.clone()?, event.start?))).collect();
        for event in &mut self.events {
            let series_start = event.uid.as_deref().and_then(|uid| starts.get(uid)).copied();
            let Some(occurrence) = &mut event.occurrence else { continue };
            if let Some(start) = series_start {
                *occurrence = occurrence.occurrence_beside(start);
            } else if let Some(start) = event.start {
                *occurrence = occurrence.in_context_of(start);
            }
        }
    }

    pub fn note(&self, line: usize, what: impl Into<String>) {
        let mut notes = self.notes.borrow_mut();
        if notes.len() < MAX_NOTES {
            notes.insert((line, what.into()));
        }
    }

    /// Returns what could not be parsed so far, by line.
    pub fn notes(&self) -> Vec<CalendarError> {
        let notes = self.notes.borrow();
        let notes = notes.iter();
        notes.map(|(line, what)| CalendarError::new(*line, what)).collect()
    }

    /// Converts a time of an event to an instant; a day starts at midnight. `reader` is the zone of days, and of floating
    /// times unless the calendar names one.
    /// `None`: the zone is unknown, which is noted.
    pub fn instant(&self, event: &Event, time: EventTime, reader: Tz) -> Option<DateTime<Utc>> {
        self.instant_in(event.scope, time, reader)
    }

    pub fn instant_of_period(
        &self,
        period: &BusyPeriod,
        time: EventTime,
        reader: Tz,
    ) -> Option<DateTime<Utc>> {
        self.instant_in(period.scope, time, reader)
    }

    fn instant_in(&self, scope: u32, time: EventTime, reader: Tz) -> Option<DateTime<Utc>> {
        Some(match time {
            EventTime::Utc(at) => at,
            EventTime::Day(day) => ForeignZone::Known(reader).instant(day.and_time(NaiveTime::MIN)),
            EventTime::Local(local, index) => self.zone(scope, index, reader)?.instant(local),
        })
    }

    /// Returns the zone of a time of an event. `None`: it is unknown, which is noted.
    pub fn zone_of(&self, event: &Event, time: EventTime, reader: Tz) -> Option<ForeignZone> {
        match time {
            EventTime::Utc(_) => Some(ForeignZone::Known(Tz::UTC)),
            // A whole day is a day of the reader's zone, wherever the calendar was made.
            EventTime::Day(_) => Some(ForeignZone::Known(reader)),
            EventTime::Local(_, index) => self.zone(event.scope, index, reader),
        }
    }

    fn zone(&self, scope: u32, index: Option<u32>, reader: Tz) -> Option<ForeignZone> {
        let default = self.scopes.get(scope as usize).and_then(|scope| scope.zone);
        let Some(index) = index.or(default) else {
            return Some(ForeignZone::Known(reader));
        };
        let named = self.named.get(index as usize)?;
        let zone = named.zone.get_or_init(|| self.resolve(named)).clone();
        if zone.is_none() {
            let name = excerpt(&named.name);
            let what = match self.definition(named) {
                Some(_) => format!("the calendar does not say what time `{name}` is"),
                None => format!("unknown time zone `{name}`"),
            };
            self.note(named.line, what);
        }
        zone
    }

    /// Resolves a zone: by the name of a place, then by its definition in the file, then by any other known name.
    fn resolve(&self, named: &NamedZone) -> Option<ForeignZone> {
        let definition = self.definition(named);
        let location = definition.and_then(|definition| definition.location.as_deref());
        ForeignZone::from_place(&named.name)
            .or_else(|| ForeignZone::from_place(&plain_name(location?)))
            .or_else(|| {
                let observances = &definition?.observances;
                let budget = &mut self.budget.borrow_mut();
                ForeignZone::from_observances(observances, budget).unwrap_or_default()
            })
            .or_else(|| ForeignZone::from_other_name(&named.name))
            .or_else(|| {
                let zone = ForeignZone::from_offset_in(&named.name)?;
                let name = excerpt(&named.name);
                let what = format!("unknown time zone `{name}`; only its offset from UTC counts");
                self.note(named.line, what);
                Some(zone)
            })
    }

    /// Finds the definition of a zone in the same scope, or else in another scope of the file.
    fn definition(&self, named: &NamedZone) -> Option<&ZoneDefinition> {
        let key = named.name.to_lowercase();
        let own = self.scopes.get(named.scope as usize);
        let others = self.scopes.iter().rev();
        own.into_iter().chain(others).find_map(|scope| scope.definitions.get(&key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(event: &str) -> Calendar {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR\n");
        Calendar::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn an_unknown_zone_is_noted_only_when_it_is_used() {
        let read = calendar("DTSTART;TZID=Nowhere:20270701T170000");
        assert_eq!(read.notes(), []);
        let event = &read.events[0];
        assert_eq!(read.instant(event, event.start.unwrap(), Tz::UTC), None);
        assert_eq!(read.notes()[0].to_string(), "line 3: unknown time zone `Nowhere`");
    }
}
