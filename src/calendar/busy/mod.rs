//! Finds the busy times of a calendar within a window.
//!
//! Cancelled, transparent and declined events are free; whole-day events are busy. Events that can't be parsed are
//! noted.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::event::{BusyPeriod, Calendar, Event, EventEnd, EventTime};
use crate::calendar::expand::{EventSeries, Exclusions, local_time};
use crate::calendar::foreign_zone::ForeignZone;
use crate::calendar::newest::EventVersion;
use crate::domain::slots::{Slot, merge};
use crate::domain::zone::Tz;

/// The window of a search for busy times, and its reader.
#[derive(Clone, Copy, Debug)]
pub struct BusyQuery<'q> {
    pub window: Slot,
    /// The zone of days and floating times, unless the calendar sets one.
    pub reader: Tz,
    /// The reader's own mail addresses in lower case, to recognise events that they declined.
    pub addresses: &'q [String],
}

/// Returns the busy times that overlap the window, merged and in order.
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
    let mut expander = Expander { calendar, query, slots: Vec::new(), merged_count: 0 };
    for version in &versions {
        let uid = version.event.uid.as_deref().unwrap_or_default();
        // Cancelling a whole series also cancels its moved occurrences.
        let is_cancelled = version.occurrence.is_some()
            && cancelled.get(uid).is_some_and(|sequence| version.event.sequence <= *sequence);
        if !is_cancelled {
            let replacements = match version.occurrence {
                None => replacements.get(uid).map_or(&[][..], Vec::as_slice),
                Some(_) => &[],
            };
            expander.add_event(version.event, replacements);
        }
    }
    for period in &calendar.busy {
        expander.slots.extend(period_slot(calendar, period, query.reader));
    }
    let mut slots = expander.slots;
    slots.retain(|busy| busy.from < busy.until && busy.overlaps(query.window));
    merge(slots)
}

/// Converts a period of a VFREEBUSY. `None`: its zone is unknown, which is noted.
fn period_slot(calendar: &Calendar, period: &BusyPeriod, reader: Tz) -> Option<Slot> {
    let instant = |time| calendar.instant_of_period(period, time, reader);
    let from = instant(period.start)?;
    let until = match period.end {
        EventEnd::After(length) => from + length,
        EventEnd::At(end) => instant(end)?,
    };
    Some(Slot { from, until })
}

/// The length of an event. Whole days are kept apart, since a day may have 23 or 25 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EventLength {
    Days(i64),
    Exact(TimeDelta),
}

impl EventLength {
    fn upper_bound(self) -> TimeDelta {
        match self {
            EventLength::Days(days) => TimeDelta::days(days + 1),
            EventLength::Exact(length) => length.abs(),
        }
    }
}

/// A change of an occurrence and all following ones.
struct Following<'a> {
    from: DateTime<Utc>,
    /// How far they move, and their length. `None`: they are free, or are expanded from the replacing event itself.
    shift: Option<(TimeDelta, EventLength)>,
    event: &'a Event,
}

/// How many slots are collected before they are merged, so that a calendar can't fill the memory with them.
const MERGED_AFTER: usize = 100_000;

struct Expander<'a> {
    calendar: &'a Calendar,
    query: BusyQuery<'a>,
    slots: Vec<Slot>,
    /// How many slots the last merge left.
    merged_count: usize,
}

impl<'a> Expander<'a> {
    /// Whether an event takes none of the reader's time.
    fn is_free(&self, event: &Event) -> bool {
        let has_declined = |own: &String| event.declined_by.iter().any(|by| **by == **own);
        event.is_cancelled || event.is_transparent || self.query.addresses.iter().any(has_declined)
    }

    fn instant(&self, event: &Event, time: EventTime) -> Option<DateTime<Utc>> {
        self.calendar.instant(event, time, self.query.reader)
    }

    /// Adds an event. `replacements` are the changed occurrences of a series.
    fn add_event(&mut self, event: &'a Event, replacements: &[EventVersion<'a>]) {
        let Some(start) = event.start.filter(|_| !self.is_free(event)) else {
            return;
        };
        let Some(length) = self.event_length(event, start, event.end) else {
            return;
        };
        if event.repeats() {
            self.add_series(event, length, replacements);
        } else if let Some(zone) = self.calendar.zone_of(event, start, self.query.reader) {
            self.add_slot(&zone, local_time(start), length);
        }
    }

    fn add_slot(&mut self, zone: &ForeignZone, start: NaiveDateTime, length: EventLength) {
        let from = zone.instant(start);
        let until = match length {
            EventLength::Days(days) => zone.instant(start + TimeDelta::days(days)),
            EventLength::Exact(length) => from + length,
        };
        // The end of some events is before their start. Which of the two is right isn't known, so both and all between
        // count, unless that is longer than any mistake of the time of day.
        let slot = if until < from && from - until <= TimeDelta::days(1) {
            Slot { from: until, until: from }
        } else {
            Slot { from, until }
        };
        if slot.from < slot.until && slot.overlaps(self.query.window) {
            self.slots.push(slot);
        }
        if self.slots.len() >= self.merged_count + MERGED_AFTER {
            self.slots = merge(std::mem::take(&mut self.slots));
            self.merged_count = self.slots.len();
        }
    }

    /// Returns the length of an event. A whole-day event that ends on its first day lasts one day: some leave trackers
    /// write it that way.
    fn event_length(
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
            (_, Some(end)) => {
                let length = match end {
                    EventEnd::After(length) => length,
                    EventEnd::At(end) => self.instant(event, end)? - self.instant(event, start)?,
                };
                if length <= TimeDelta::zero() && matches!(start, EventTime::Day(_)) {
                    return Some(EventLength::Days(1));
                }
                if length < TimeDelta::zero() {
                    self.calendar.note(event.line, "the event ends before it starts");
                }
                EventLength::Exact(length)
            }
            (_, None) => EventLength::Exact(TimeDelta::zero()),
        })
    }

    /// Adds the occurrences of a recurring event.
    fn add_series(
        &mut self,
        event: &'a Event,
        length: EventLength,
        replacements: &[EventVersion<'a>],
    ) {
        let Some(series) = EventSeries::new(self.calendar, event, self.query.reader) else {
            return;
        };
        let zone = &series.zone;
        let followings = self.followings(zone, replacements);
        // Occurrences this far outside the window can still reach into it.
        let mut reach = length.upper_bound();
        for (shift, length) in followings.iter().filter_map(|following| following.shift) {
            reach = reach.max(shift.abs() + length.upper_bound());
        }
        let Slot { from, until } = self.query.window;
        let starts = series.starts(Slot {
            from: from.checked_sub_signed(reach).unwrap_or(from),
            until: until.checked_add_signed(reach).unwrap_or(until),
        });
        let exclusions = exclusions(&series, replacements);
        for (start, period) in starts {
            let at = zone.instant(start);
            if exclusions.contain(start, at) {
                continue;
            }
            let own_length = period.map(|(start, end)| self.event_length(event, start, Some(end)));
            let Some(length) = own_length.unwrap_or(Some(length)) else {
                continue;
            };
            let begun = followings.partition_point(|following| following.from <= at);
            match followings[..begun].last().map(|following| following.shift) {
                None => self.add_slot(zone, start, length),
                Some(Some((shift, length))) => self.add_slot(zone, start + shift, length),
                Some(None) => {}
            }
        }
    }

    /// Returns the changes that apply to an occurrence and all following ones, in order of time.
    fn followings(
        &self,
        zone: &ForeignZone,
        replacements: &[EventVersion<'a>],
    ) -> Vec<Following<'a>> {
        let mut followings = Vec::new();
        for version in replacements {
            let event = version.event;
            let (Some(from), true) = (version.occurrence, event.is_for_following) else {
                continue;
            };
            let shift = event.start.filter(|_| !self.is_free(event) && !event.repeats());
            let shift = shift.and_then(|start| {
                let new_start = match start {
                    EventTime::Day(day) => day.and_time(NaiveTime::MIN),
                    other => zone.local(self.instant(event, other)?),
                };
                let length = self.event_length(event, start, event.end)?;
                Some((new_start - zone.local(from), length))
            });
            followings.push(Following { from, shift, event });
        }
        followings.sort_by_key(|following| (following.from, following.event.line));
        followings
    }
}

/// Returns the occurrences that are excluded from a recurring event or replaced singly.
fn exclusions(series: &EventSeries<'_>, replacements: &[EventVersion<'_>]) -> Exclusions {
    let mut exclusions = series.exclusions();
    for version in replacements.iter().filter(|version| !version.event.is_for_following) {
        if let Some(named) = version.event.occurrence {
            exclusions.add(named, version.occurrence);
        }
    }
    exclusions
}

#[cfg(test)]
mod tests;
