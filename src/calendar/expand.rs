//! The occurrences of an event that repeats, written out over a window.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::event::{Calendar, Event, EventEnd, EventRule, EventTime, Repetition};
use crate::calendar::foreign_zone::ForeignZone;
use crate::calendar::value::end_of;
use crate::domain::recurrence::Recurrence;
use crate::domain::slots::Slot;
use crate::domain::zone::Tz;

/// An event that repeats, and the zone in which it does.
pub struct EventSeries<'a> {
    calendar: &'a Calendar,
    event: &'a Event,
    repetition: &'a Repetition,
    reader: Tz,
    pub zone: ForeignZone,
    pub first: NaiveDateTime,
}

/// One beginning; some have an end of their own.
pub type Beginning = (NaiveDateTime, Option<(EventTime, EventEnd)>);

impl<'a> EventSeries<'a> {
    /// `None`: it has no beginning, or its zone is not known.
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

    /// Where its occurrences begin, those in the window and some around it. What is taken out one by one (EXDATE) is among
    /// them.
    pub fn beginnings(&self, window: Slot) -> Vec<Beginning> {
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
        for rule in &self.repetition.without {
            let out: HashSet<_> = self.expand(rule, window).into_iter().flatten().collect();
            starts.retain(|time| !out.contains(time));
        }
        let mut all: Vec<Beginning> = starts.into_iter().map(|time| (time, None)).collect();
        for (also, end) in &self.repetition.also {
            // A day among times is that day at the usual time.
            let time = match also {
                EventTime::Day(day) => Some(day.and_time(self.first.time())),
                other => self.instant(*other).map(|at| self.zone.local(at)),
            };
            all.extend(time.map(|time| (time, end.map(|end| (*also, end)))));
        }
        all
    }

    fn instant(&self, time: EventTime) -> Option<DateTime<Utc>> {
        self.calendar.instant(self.event, time, self.reader)
    }

    /// The local times of a rule. `None`: it can't be read, which is noted.
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
            let patience = &mut self.calendar.patience.borrow_mut();
            rule.local_times(self.first, from, last, patience)
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

/// A time as the clocks where it is show it; a day begins at midnight.
pub fn local_time(time: EventTime) -> NaiveDateTime {
    match time {
        EventTime::Day(day) => day.and_time(NaiveTime::MIN),
        EventTime::Utc(at) => at.naive_utc(),
        EventTime::Local(local, _) => local,
    }
}
