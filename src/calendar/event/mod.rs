//! What a calendar says: its events, as far as they matter here, and the zones that they are in.
//!
//! Only a file that holds no calendar is refused. Whatever else can't be read is noted with its line, and costs the event
//! that it is in at most.

mod property;
mod read;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::CalendarError;
use crate::calendar::foreign_zone::{ForeignZone, Observance, plain_name};
use crate::domain::recurrence::ExpansionBudget;
use crate::domain::zone::Tz;

/// More notes than anybody reads.
const MAX_NOTES: usize = 1_000;

/// A day, or a time in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    Day(NaiveDate),
    Utc(DateTime<Utc>),
    /// In the zone with this place in the calendar's list; none: wherever the reader is.
    Local(NaiveDateTime, Option<u32>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventEnd {
    At(EventTime),
    After(TimeDelta),
}

/// A rule of repetition as it stands in the file: of the many events of a calendar few are ever written out.
#[derive(Clone, Debug)]
pub struct EventRule {
    pub line: usize,
    pub text: Box<str>,
    pub until: Option<EventTime>,
}

#[derive(Clone, Debug, Default)]
pub struct Repetition {
    pub rules: Vec<EventRule>,
    /// EXRULE: what these rules name is left out.
    pub without: Vec<EventRule>,
    /// Occurrences besides those of the rules; some have a length of their own.
    pub also: Vec<(EventTime, Option<EventEnd>)>,
    pub except: Vec<EventTime>,
}

/// What an event is sent for (METHOD).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    #[default]
    Statement,
    Cancellation,
    /// COUNTER: another time is asked for.
    Proposal,
    /// REPLY and what else says nothing of when the event is.
    Message,
}

/// An event, or one occurrence of one that repeats.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// The line it begins in.
    pub line: usize,
    /// Which of the calendars in the file it is in.
    scope: u32,
    pub uid: Option<Box<str>>,
    pub start: Option<EventTime>,
    pub end: Option<EventEnd>,
    /// Which occurrence it stands in the place of.
    pub occurrence: Option<EventTime>,
    /// Whether it stands in the place of all that follow too (RANGE=THISANDFUTURE).
    pub is_for_following: bool,
    pub repetition: Option<Box<Repetition>>,
    pub purpose: Purpose,
    pub is_cancelled: bool,
    /// Whether one is free all the same.
    pub is_transparent: bool,
    /// Addresses of those who declined.
    pub declined_by: Vec<Box<str>>,
    pub title: Option<Box<str>>,
    pub place: Option<Box<str>>,
    pub sequence: i64,
    pub made_at: Option<DateTime<Utc>>,
    /// LAST-MODIFIED.
    pub changed_at: Option<DateTime<Utc>>,
    /// DTSTAMP.
    pub stamped_at: Option<DateTime<Utc>>,
}

impl Event {
    pub fn repeats(&self) -> bool {
        let repeats = |all: &Repetition| !all.rules.is_empty() || !all.also.is_empty();
        self.repetition.as_deref().is_some_and(repeats)
    }

    /// Whether it says when something is, or that it is not.
    pub fn is_statement(&self) -> bool {
        matches!(self.purpose, Purpose::Statement | Purpose::Cancellation)
    }
}

/// The identity of the series that an event belonged to. Google gives what follows a change of "this and following" the
/// identity of the series with the time of the change behind it.
pub fn original_uid(uid: &str) -> &str {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((series, rest)) = uid.split_once("_R") else {
        return uid;
    };
    if rest.get(..8).is_some_and(is_digits) {
        series
    } else {
        uid
    }
}

/// A time that is busy, without an event to tell why (VFREEBUSY).
#[derive(Clone, Copy, Debug)]
pub struct BusyPeriod {
    scope: u32,
    pub start: EventTime,
    pub end: EventEnd,
}

/// A zone as one calendar of the file names it, and where it first does.
#[derive(Debug)]
struct NamedZone {
    name: String,
    scope: u32,
    line: usize,
    /// `None` within: nobody knows it, which is noted.
    zone: OnceCell<Option<ForeignZone>>,
}

/// What holds in one of the calendars of a file.
#[derive(Debug, Default)]
struct Scope {
    /// Where floating times and days are (X-WR-TIMEZONE).
    zone: Option<u32>,
    definitions: HashMap<String, ZoneDefinition>,
}

#[derive(Debug, Default)]
struct ZoneDefinition {
    /// All that it says, to tell it from another of the same name.
    text: String,
    /// The IANA name that some programs add.
    location: Option<String>,
    parts: Vec<Observance>,
}

#[derive(Debug, Default)]
pub struct Calendar {
    pub events: Vec<Event>,
    pub busy: Vec<BusyPeriod>,
    scopes: Vec<Scope>,
    named: Vec<NamedZone>,
    /// What is left for writing out the rules of this calendar.
    pub patience: RefCell<ExpansionBudget>,
    /// What could not be read, by line. Reading goes on when it is asked for times, hence the cell.
    notes: RefCell<BTreeSet<(usize, String)>>,
}

impl Calendar {
    pub fn note(&self, line: usize, what: impl Into<String>) {
        let mut notes = self.notes.borrow_mut();
        if notes.len() < MAX_NOTES {
            notes.insert((line, what.into()));
        }
    }

    /// What could not be read so far, by line.
    pub fn notes(&self) -> Vec<CalendarError> {
        let notes = self.notes.borrow();
        let notes = notes.iter();
        notes
            .map(|(line, what)| CalendarError::new(*line, what))
            .collect()
    }

    /// The instant of a time of an event; a day begins at midnight. `reader` is where floating times are. `None`: its zone
    /// is not known, which is noted.
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
            EventTime::Day(day) => {
                let zone = self.zone(scope, None, reader)?;
                zone.instant(day.and_time(NaiveTime::MIN))
            }
            EventTime::Local(local, place) => self.zone(scope, place, reader)?.instant(local),
        })
    }

    /// The zone of a time of an event.
    pub fn zone_of(&self, event: &Event, time: EventTime, reader: Tz) -> Option<ForeignZone> {
        match time {
            EventTime::Utc(_) => Some(ForeignZone::Known(Tz::UTC)),
            EventTime::Day(_) => self.zone(event.scope, None, reader),
            EventTime::Local(_, place) => self.zone(event.scope, place, reader),
        }
    }

    fn zone(&self, scope: u32, place: Option<u32>, reader: Tz) -> Option<ForeignZone> {
        let own = self.scopes.get(scope as usize).and_then(|scope| scope.zone);
        let Some(place) = place.or(own) else {
            return Some(ForeignZone::Known(reader));
        };
        let named = self.named.get(place as usize)?;
        let zone = named.zone.get_or_init(|| self.resolve(named)).clone();
        if zone.is_none() {
            let what = match self.definition(named) {
                Some(_) => format!("the calendar does not say what time `{}` is", named.name),
                None => format!("unknown time zone `{}`", named.name),
            };
            self.note(named.line, what);
        }
        zone
    }

    /// A zone by the name of a place, or as the file defines it, or by a name that only looks like one.
    fn resolve(&self, named: &NamedZone) -> Option<ForeignZone> {
        let definition = self.definition(named);
        let location = definition.and_then(|definition| definition.location.as_deref());
        ForeignZone::from_place(&named.name)
            .or_else(|| ForeignZone::from_place(&plain_name(location?)))
            .or_else(|| {
                let parts = &definition?.parts;
                let defined = ForeignZone::from_observances(parts, &mut self.patience.borrow_mut());
                defined.unwrap_or_default()
            })
            .or_else(|| ForeignZone::from_other_name(&named.name))
    }

    /// The definition in the same calendar, or else in another of the file.
    fn definition(&self, named: &NamedZone) -> Option<&ZoneDefinition> {
        let key = named.name.to_lowercase();
        let own = self.scopes.get(named.scope as usize);
        let others = self.scopes.iter().rev();
        own.into_iter()
            .chain(others)
            .find_map(|scope| scope.definitions.get(&key))
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
    fn a_zone_that_nobody_knows_is_only_missed_where_it_is_needed() {
        let read = calendar("DTSTART;TZID=Nowhere:20270701T170000");
        assert_eq!(read.notes(), []);
        let event = &read.events[0];
        assert_eq!(read.instant(event, event.start.unwrap(), Tz::UTC), None);
        assert_eq!(
            read.notes()[0].to_string(),
            "line 3: unknown time zone `Nowhere`"
        );
    }
}
