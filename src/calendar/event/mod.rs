//! What a calendar says: its events, as far as they matter here, and the zones that they are in.
//!
//! The shape of the whole file has to be right (every line, every BEGIN with its END); of the properties only those are
//! understood that are needed, and the others may say what they like.

mod read;

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::CalendarError;
use crate::calendar::zone::{Part, Zone};
use crate::domain::recurrence::{Patience, Recurrence};
use crate::domain::zone::Tz;

/// A day, or a time in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Day(NaiveDate),
    Utc(DateTime<Utc>),
    /// In the zone with this place in the calendar's list; none: wherever the reader is.
    Local(NaiveDateTime, Option<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    At(When),
    After(TimeDelta),
}

/// An event, or one occurrence of one that repeats.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// The line it begins in.
    pub line: usize,
    pub uid: Option<String>,
    pub start: Option<When>,
    pub end: Option<End>,
    /// Which occurrence it stands in the place of.
    pub occurrence: Option<When>,
    pub rule: Option<Box<Recurrence>>,
    pub until: Option<When>,
    /// Occurrences besides those of the rule.
    pub also: Vec<When>,
    pub except: Vec<When>,
    pub is_cancelled: bool,
    /// Whether one is free all the same.
    pub is_transparent: bool,
    pub sequence: i64,
    pub made_at: Option<DateTime<Utc>>,
    pub changed_at: Option<DateTime<Utc>>,
}

/// A zone as the file names it, and where it first does.
#[derive(Debug)]
struct Named {
    name: String,
    line: usize,
    zone: OnceCell<Result<Zone, CalendarError>>,
}

#[derive(Debug, Default)]
struct Definition {
    name: Option<String>,
    /// The IANA name that some programs add.
    location: Option<String>,
    parts: Vec<Part>,
}

#[derive(Debug, Default)]
pub struct Calendar {
    pub events: Vec<Event>,
    /// Times that are busy, without an event to tell why (VFREEBUSY).
    pub busy: Vec<(When, End)>,
    /// The zone that the whole calendar is in, if it says so.
    zone: Option<Tz>,
    named: Vec<Named>,
    definitions: HashMap<String, Definition>,
    /// What is left for writing out the rules of this calendar.
    pub patience: RefCell<Patience>,
}

impl Calendar {
    /// The instant of a time; a day begins at midnight. `reader` is where floating times are.
    pub fn instant(&self, when: When, reader: Tz) -> Result<DateTime<Utc>, CalendarError> {
        Ok(match when {
            When::Utc(at) => at,
            When::Day(day) => self.floating(reader).instant(day.and_time(NaiveTime::MIN)),
            When::Local(local, place) => self.zone(place, reader)?.instant(local),
        })
    }

    /// The occurrences that have an event of their own, for each event that is `wanted` by its identity.
    pub fn replaced(
        &self,
        wanted: impl Fn(&str) -> bool,
        reader: Tz,
    ) -> Result<HashMap<&str, HashSet<DateTime<Utc>>>, CalendarError> {
        let mut replaced: HashMap<&str, HashSet<DateTime<Utc>>> = HashMap::new();
        for event in &self.events {
            if let (Some(uid), Some(when)) = (event.uid.as_deref(), event.occurrence)
                && wanted(uid)
            {
                let at = self.instant(when, reader)?;
                replaced.entry(uid).or_default().insert(at);
            }
        }
        Ok(replaced)
    }

    /// The zone of a time.
    pub fn zone_of(&self, when: When, reader: Tz) -> Result<Zone, CalendarError> {
        match when {
            When::Utc(_) => Ok(Zone::Known(Tz::UTC)),
            When::Day(_) => Ok(self.floating(reader)),
            When::Local(_, place) => self.zone(place, reader),
        }
    }

    fn floating(&self, reader: Tz) -> Zone {
        Zone::Known(self.zone.unwrap_or(reader))
    }

    fn zone(&self, place: Option<usize>, reader: Tz) -> Result<Zone, CalendarError> {
        match place.and_then(|place| self.named.get(place)) {
            Some(named) => named.zone.get_or_init(|| self.resolve(named)).clone(),
            None => Ok(self.floating(reader)),
        }
    }

    /// A zone by its IANA name, or as the file defines it.
    fn resolve(&self, named: &Named) -> Result<Zone, CalendarError> {
        let definition = self.definitions.get(&named.name);
        let location = definition.and_then(|definition| definition.location.as_deref());
        if let Some(zone) = Zone::known(&named.name).or_else(|| Zone::known(location?)) {
            return Ok(zone);
        }
        let wrong = |what: String| CalendarError::new(named.line, what);
        let unknown = format!("unknown time zone `{}`", named.name);
        let definition = definition.ok_or_else(|| wrong(unknown))?;
        Zone::defined(&definition.parts, &mut self.patience.borrow_mut())
            .map_err(|error| wrong(format!("the zone `{}`: {error}", named.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(event: &str) -> Vec<u8> {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            event.replace('\n', "\r\n")
        )
        .into_bytes()
    }

    #[test]
    fn a_zone_that_nobody_knows_is_only_missed_where_it_is_needed() {
        let read = Calendar::read(&calendar("DTSTART;TZID=Nowhere:20270701T170000")).unwrap();
        let error = read
            .instant(read.events[0].start.unwrap(), Tz::UTC)
            .unwrap_err();
        assert_eq!(error.to_string(), "line 4: unknown time zone `Nowhere`");
    }
}
