//! The times at which a calendar is busy: its events and those that repeat, written out over a window.
//!
//! What is cancelled, transparent or declined is not busy; events of whole days are. An event that can't be read is noted.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::event::{Calendar, Event, EventEnd, EventTime};
use crate::calendar::expand::{EventSeries, local_time};
use crate::calendar::foreign_zone::ForeignZone;
use crate::calendar::newest::EventVersion;
use crate::domain::slots::{Slot, merge};
use crate::domain::zone::Tz;

/// Whose busy times are asked for, and which.
#[derive(Clone, Copy, Debug)]
pub struct BusyQuery<'q> {
    pub window: Slot,
    /// The zone of days and floating times, unless the calendar has one.
    pub reader: Tz,
    /// The reader's own addresses, in small letters: what they declined takes none of their time.
    pub addresses: &'q [String],
}

/// Busy times that meet the window, in order.
pub fn busy_slots(calendar: &Calendar, query: BusyQuery<'_>) -> Vec<Slot> {
    let versions = calendar.newest(Event::is_statement, query.reader);
    let mut replacements: HashMap<&str, Vec<EventVersion<'_>>> = HashMap::new();
    let mut cancelled: HashMap<&str, i64> = HashMap::new();
    for version in &versions {
        let Some(uid) = version.event.uid.as_deref() else {
            continue;
        };
        if version.occurrence.is_some() {
            replacements.entry(uid).or_default().push(*version);
        } else if version.event.is_cancelled {
            cancelled.insert(uid, version.event.sequence);
        }
    }
    let mut expander = Expander {
        calendar,
        query,
        found: Vec::new(),
    };
    for version in &versions {
        let uid = version.event.uid.as_deref().unwrap_or_default();
        // Who cancels a whole series cancels what was moved in it.
        let is_over = version.occurrence.is_some()
            && cancelled
                .get(uid)
                .is_some_and(|sequence| version.event.sequence <= *sequence);
        if !is_over {
            let replacements = match version.occurrence {
                None => replacements.get(uid).map_or(&[][..], Vec::as_slice),
                Some(_) => &[],
            };
            expander.event(version.event, replacements);
        }
    }
    for period in &calendar.busy {
        let instant = |time| calendar.instant_of_period(period, time, query.reader);
        let Some(from) = instant(period.start) else {
            continue;
        };
        let until = match period.end {
            EventEnd::After(length) => Some(from + length),
            EventEnd::At(end) => instant(end),
        };
        expander
            .found
            .extend(until.map(|until| Slot { from, until }));
    }
    let mut found = expander.found;
    found.retain(|busy| busy.from < busy.until && busy.overlaps(query.window));
    merge(found)
}

/// How long an event takes: days have 23 to 25 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EventLength {
    Days(i64),
    Exact(TimeDelta),
}

impl EventLength {
    fn upper_bound(self) -> TimeDelta {
        match self {
            EventLength::Days(days) => TimeDelta::days(days + 1),
            EventLength::Exact(length) => length,
        }
    }
}

/// What stands in the place of an occurrence and of all that follow it.
struct Following<'a> {
    from: DateTime<Utc>,
    /// `None`: they are not busy, or an event of their own says when.
    shift: Option<(TimeDelta, EventLength)>,
    event: &'a Event,
}

struct Expander<'a> {
    calendar: &'a Calendar,
    query: BusyQuery<'a>,
    found: Vec<Slot>,
}

impl<'a> Expander<'a> {
    fn is_free(&self, event: &Event) -> bool {
        let has_declined = |own: &String| event.declined_by.iter().any(|by| **by == **own);
        event.is_cancelled || event.is_transparent || self.query.addresses.iter().any(has_declined)
    }

    fn instant(&self, event: &Event, time: EventTime) -> Option<DateTime<Utc>> {
        self.calendar.instant(event, time, self.query.reader)
    }

    fn event(&mut self, event: &'a Event, replacements: &[EventVersion<'a>]) {
        let Some(start) = event.start.filter(|_| !self.is_free(event)) else {
            return;
        };
        let Some(length) = self.length(event, start, event.end) else {
            return;
        };
        if event.repeats() {
            self.series(event, length, replacements);
        } else if let Some(zone) = self.calendar.zone_of(event, start, self.query.reader) {
            self.add(&zone, local_time(start), length);
        }
    }

    fn add(&mut self, zone: &ForeignZone, start: NaiveDateTime, length: EventLength) {
        let from = zone.instant(start);
        let until = match length {
            EventLength::Days(days) => zone.instant(start + TimeDelta::days(days)),
            EventLength::Exact(length) => from + length,
        };
        self.found.push(Slot { from, until });
    }

    /// An event of days that ends on the day on which it begins is of that day: leave trackers write it so.
    fn length(
        &self,
        event: &Event,
        start: EventTime,
        end: Option<EventEnd>,
    ) -> Option<EventLength> {
        Some(match (start, end) {
            (EventTime::Day(first), Some(EventEnd::At(EventTime::Day(end)))) => {
                EventLength::Days((end - first).num_days().max(1))
            }
            (EventTime::Day(_), Some(EventEnd::After(length))) => {
                EventLength::Days(length.num_days().max(1))
            }
            (EventTime::Day(_), None) => EventLength::Days(1),
            (_, Some(EventEnd::After(length))) => EventLength::Exact(length),
            (_, Some(EventEnd::At(end))) => {
                EventLength::Exact(self.instant(event, end)? - self.instant(event, start)?)
            }
            (_, None) => EventLength::Exact(TimeDelta::zero()),
        })
    }

    fn series(&mut self, event: &'a Event, length: EventLength, replacements: &[EventVersion<'a>]) {
        let Some(series) = EventSeries::new(self.calendar, event, self.query.reader) else {
            return;
        };
        let zone = &series.zone;
        let followings = self.followings(zone, replacements);
        let mut reach = length.upper_bound();
        for (shift, length) in followings.iter().filter_map(|following| following.shift) {
            reach = reach.max(shift.abs() + length.upper_bound());
        }
        let Slot { from, until } = self.query.window;
        let mut times = series.beginnings(Slot {
            from: from.checked_sub_signed(reach).unwrap_or(from),
            until: until.checked_add_signed(reach).unwrap_or(until),
        });
        let mut gone: HashSet<DateTime<Utc>> = replacements
            .iter()
            .filter(|version| !version.event.is_for_following)
            .filter_map(|version| version.occurrence)
            .collect();
        let excepted = event.repetition.iter().flat_map(|all| &all.except);
        for except in excepted {
            match except {
                EventTime::Day(day) => times.retain(|(time, _)| time.date() != *day),
                other => gone.extend(self.instant(event, *other)),
            }
        }
        for (time, own) in times {
            let at = zone.instant(time);
            if gone.contains(&at) {
                continue;
            }
            let own = own.map(|(start, end)| self.length(event, start, Some(end)));
            let Some(length) = own.unwrap_or(Some(length)) else {
                continue;
            };
            let following = followings.iter().rfind(|following| following.from <= at);
            match following.map(|following| following.shift) {
                None => self.add(zone, time, length),
                Some(Some((shift, length))) => self.add(zone, time + shift, length),
                Some(None) => {}
            }
        }
    }

    /// What was changed for an occurrence and all that follow, by its beginning.
    fn followings(
        &self,
        zone: &ForeignZone,
        replacements: &[EventVersion<'a>],
    ) -> Vec<Following<'a>> {
        let mut found = Vec::new();
        for version in replacements {
            let event = version.event;
            let (Some(from), true) = (version.occurrence, event.is_for_following) else {
                continue;
            };
            let shift = event
                .start
                .filter(|_| !self.is_free(event) && !event.repeats());
            let shift = shift.and_then(|start| {
                let begin = match start {
                    EventTime::Day(day) => day.and_time(NaiveTime::MIN),
                    other => zone.local(self.instant(event, other)?),
                };
                let length = self.length(event, start, event.end)?;
                Some((begin - zone.local(from), length))
            });
            found.push(Following { from, shift, event });
        }
        found.sort_by_key(|following| (following.from, following.event.line));
        found
    }
}

#[cfg(test)]
mod tests;
