//! Expands recurring events within a window of time.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::event::{Calendar, Event, EventEnd, EventRule, EventTime, Repetition};
use crate::calendar::foreign_zone::ForeignZone;
use crate::calendar::value::end_of;
use crate::domain::recurrence::Recurrence;
use crate::domain::slots::Slot;
use crate::domain::zone::Tz;

/// Limit for the rules of an event that are expanded. Events have one, hardly ever two.
const MAX_RULES: usize = 10;

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
    /// The first is one of them (RFC 5545, section 3.8.5.3), unless every rule ends before it.
    pub fn starts(&self, window: Slot) -> Vec<OccurrenceStart> {
        let rules = &self.repetition.rules;
        let mut starts = Vec::new();
        if rules.is_empty() || rules.iter().any(|rule| self.last(rule) >= self.first) {
            starts.push(self.first);
        }
        if let Some(rule) = rules.get(MAX_RULES).or(self.repetition.exclusion_rules.get(MAX_RULES))
        {
            self.calendar.note(rule.line, format!("only {MAX_RULES} rules of an event count"));
        }
        for rule in rules.iter().take(MAX_RULES) {
            starts.extend(self.expand(rule, window));
        }
        for rule in self.repetition.exclusion_rules.iter().take(MAX_RULES) {
            let excluded: HashSet<_> = self.expand(rule, window).into_iter().collect();
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

    /// Returns the last local time that the UNTIL of a rule allows, or the last time there is.
    fn last(&self, rule: &EventRule) -> NaiveDateTime {
        match rule.until {
            Some(EventTime::Day(day)) => end_of(day),
            Some(EventTime::Local(until, _)) => until,
            Some(EventTime::Utc(until)) => self.zone.local(until),
            None => NaiveDateTime::MAX,
        }
    }

    /// Expands a rule to local times. A rule that can't be parsed or recurs too often has none, which is noted.
    fn expand(&self, rule: &EventRule, window: Slot) -> Vec<NaiveDateTime> {
        let margin = TimeDelta::days(2);
        let from = self.zone.local(window.from) - margin;
        let last = self.last(rule).min(self.zone.local(window.until) + margin);
        if last < self.first || last < from {
            return Vec::new();
        }
        let times = Recurrence::parse(&rule.text).and_then(|rule| {
            let budget = &mut self.calendar.budget.borrow_mut();
            rule.local_times(self.first, from, last, budget)
        });
        times.unwrap_or_else(|error| {
            let event = self.event.line;
            let what = format!("{error}; only the first time of the event of line {event} counts");
            self.calendar.note(rule.line, what);
            Vec::new()
        })
    }

    /// Returns the occurrences that the event leaves out (EXDATE), without those that other events replace.
    pub fn exclusions(&self) -> Exclusions {
        let mut exclusions = Exclusions::default();
        for date in &self.repetition.excluded_dates {
            exclusions.add(*date, self.instant(*date));
        }
        exclusions
    }
}

/// Occurrences that are left out of a series: single ones, and all of a local day.
#[derive(Default)]
pub struct Exclusions {
    times: HashSet<DateTime<Utc>>,
    days: HashSet<NaiveDate>,
}

impl Exclusions {
    /// Adds an occurrence as an event names it, with its instant.
    pub fn add(&mut self, named: EventTime, at: Option<DateTime<Utc>>) {
        match named {
            EventTime::Day(day) => {
                self.days.insert(day);
            }
            _ => self.times.extend(at),
        }
    }

    pub fn contain(&self, local: NaiveDateTime, at: DateTime<Utc>) -> bool {
        self.times.contains(&at) || self.days.contains(&local.date())
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
