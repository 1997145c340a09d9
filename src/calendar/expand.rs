//! Expands recurring events within a window of time.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::event::{Calendar, Event, EventEnd, EventRule, EventTime, Repetition};
use crate::calendar::foreign_zone::ForeignZone;
use crate::calendar::value::end_of;
use crate::domain::recurrence::Recurrence;
use crate::domain::slots::Slot;
use crate::domain::zone::Tz;

/// A recurring event with the zone in which it recurs.
pub struct EventSeries<'a> {
    calendar: &'a Calendar,
    event: &'a Event,
    repetition: &'a Repetition,
    reader: Tz,
    pub zone: ForeignZone,
    /// The first start, in `zone`.
    pub first: NaiveDateTime,
}

/// The local start of an occurrence. Some have a start and end of their own, given as a period.
pub type OccurrenceStart = (NaiveDateTime, Option<(EventTime, EventEnd)>);

impl<'a> EventSeries<'a> {
    /// `None`: the event has no start, does not recur, or its zone is unknown.
    pub fn new(calendar: &'a Calendar, event: &'a Event, reader: Tz) -> Option<EventSeries<'a>> {
        let start = event.start?;
        Some(EventSeries {
            calendar,
            event,
            repetition: event.repetition.as_deref()?,
            reader,
            zone: calendar.zone_of(event, start, reader)?,
            first: local_time(start),
        })
    }

    /// Returns the starts of its occurrences in the window and some around it, including single excluded ones (EXDATE).
    pub fn starts(&self, window: Slot) -> Vec<OccurrenceStart> {
        let mut starts = Vec::new();
        for rule in &self.repetition.rules {
            match self.expand(rule, window) {
                Some(times) => starts.extend(times),
                None => starts.push(self.first),
            }
        }
        if self.repetition.rules.is_empty() {
            starts.push(self.first);
        }
        for rule in &self.repetition.exclusion_rules {
            let excluded: HashSet<_> = self.expand(rule, window).into_iter().flatten().collect();
            starts.retain(|time| !excluded.contains(time));
        }
        let mut all: Vec<OccurrenceStart> = starts.into_iter().map(|time| (time, None)).collect();
        for (date, end) in &self.repetition.extra_dates {
            // A date without a time means the usual time on that day.
            let time = match date {
                EventTime::Day(day) => Some(day.and_time(self.first.time())),
                other => self.instant(*other).map(|at| self.zone.local(at)),
            };
            all.extend(time.map(|time| (time, end.map(|end| (*date, end)))));
        }
        all
    }

    fn instant(&self, time: EventTime) -> Option<DateTime<Utc>> {
        self.calendar.instant(self.event, time, self.reader)
    }

    /// Expands a rule to local times. `None`: it can't be parsed or recurs too often, which is noted.
    fn expand(&self, rule: &EventRule, window: Slot) -> Option<Vec<NaiveDateTime>> {
        let margin = TimeDelta::days(2);
        let from = self.zone.local(window.from) - margin;
        let mut last = self.zone.local(window.until) + margin;
        match rule.until {
            Some(EventTime::Day(day)) => last = last.min(end_of(day)),
            Some(EventTime::Local(until, _)) => last = last.min(until),
            Some(EventTime::Utc(until)) => last = last.min(self.zone.local(until)),
            None => {}
        }
        if last < self.first || last < from {
            return Some(Vec::new());
        }
        let times = Recurrence::parse(&rule.text).and_then(|rule| {
            let budget = &mut self.calendar.budget.borrow_mut();
            rule.local_times(self.first, from, last, budget)
        });
        times
            .map_err(|error| {
                let event = self.event.line;
                let what =
                    format!("{error}; only the first time of the event of line {event} counts");
                self.calendar.note(rule.line, what);
            })
            .ok()
    }
}

/// Returns a time in its own zone; a day starts at midnight.
pub fn local_time(time: EventTime) -> NaiveDateTime {
    match time {
        EventTime::Day(day) => day.and_time(NaiveTime::MIN),
        EventTime::Utc(at) => at.naive_utc(),
        EventTime::Local(local, _) => local,
    }
}
