//! What somebody moved or cancelled in their calendar, found by comparing its events with the records.
//!
//! Whoever changed a check-in last is right: an event that is older than the record is left alone.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::calendar::CalendarError;
use crate::calendar::event::{Calendar, Event, When};
use crate::calendar::export::{Moves, Source, changed_at, marks, sequence, series_changes};
use crate::domain::checkin::CheckIn;
use crate::domain::pair::{Couple, PairState};
use crate::domain::record::{Id, Record};
use crate::domain::timetable::Series;
use crate::domain::zone::Tz;

/// The check-in that a change is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    Known(Id<CheckIn>),
    /// The agreed occurrence at this time, of which there is no record yet.
    Agreed(DateTime<Utc>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    MovedTo(DateTime<Utc>),
    Cancelled,
}

/// One change to take in.
#[derive(Clone, Debug)]
pub struct Change {
    pub couple: Couple,
    pub which: Which,
    pub what: What,
    /// When it was made in the calendar, if it says.
    pub at: Option<DateTime<Utc>>,
}

/// What there is to take in, and how much is not.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub changes: Vec<Change>,
    /// Events of check-ins that were changed here since.
    pub older: usize,
    /// Events that are no check-ins of mentor's.
    pub others: usize,
}

/// Compares a calendar with the check-ins of some pairs.
pub fn find(
    calendar: &Calendar,
    sources: &[Source],
    hidden_change: Option<DateTime<Utc>>,
    reader: Tz,
) -> Result<Found, CalendarError> {
    let mut found = Found::default();
    let mut known = 0;
    for source in sources {
        let timetable = source.timetable();
        let alone = timetable.alone.iter().map(|one| (one.uid.as_str(), *one));
        let series = timetable.series.iter().map(|one| (one.uid(), one));
        let series: HashMap<&str, &Series<'_>> = series.collect();
        let mut comparing = Comparing {
            calendar,
            source,
            moves: Moves::of(&source.moves),
            alone: alone.collect(),
            replaced: calendar.replaced(|uid| series.contains_key(uid), reader)?,
            series,
            hidden_change,
            reader,
            noted: HashSet::new(),
            found: &mut found,
        };
        for event in &calendar.events {
            known += usize::from(comparing.event(event)?);
        }
    }
    found.others = calendar.events.len() - known;
    Ok(found)
}

struct Comparing<'a> {
    calendar: &'a Calendar,
    source: &'a Source,
    moves: Moves,
    alone: HashMap<&'a str, &'a Record<CheckIn>>,
    series: HashMap<&'a str, &'a Series<'a>>,
    replaced: HashMap<&'a str, HashSet<DateTime<Utc>>>,
    hidden_change: Option<DateTime<Utc>>,
    reader: Tz,
    /// A file that says a thing twice says it once.
    noted: HashSet<Which>,
    found: &'a mut Found,
}

impl Comparing<'_> {
    /// Whether the event is one of this pair's; what it changes is noted.
    fn event(&mut self, event: &Event) -> Result<bool, CalendarError> {
        let Some(uid) = event.uid.as_deref() else {
            return Ok(false);
        };
        if let Some(checkin) = self.alone.get(uid) {
            self.checkin(event, checkin)?;
            return Ok(true);
        }
        let Some(series) = self.series.get(uid).copied() else {
            return Ok(false);
        };
        match event.occurrence {
            Some(occurrence) => self.occurrence(event, series, occurrence)?,
            None => self.except(event, series)?,
        }
        Ok(true)
    }

    fn checkin(&mut self, event: &Event, checkin: &Record<CheckIn>) -> Result<(), CalendarError> {
        let news = self.what(event, checkin.planned_at)?;
        let Some(what) = news.filter(|_| checkin.is_open()) else {
            return Ok(());
        };
        let changed = changed_at(checkin, &self.source.couple);
        let made = checkin.created_at;
        let marks = marks(checkin, &self.moves);
        let ours = sequence(made, changed, self.hidden_change, marks);
        let age = Age::of(event, made);
        let is_older = age.is_older(ours, changed);
        self.note(Which::Known(checkin.id), what, age, is_older);
        Ok(())
    }

    /// An event that stands in the place of one agreed occurrence.
    fn occurrence(
        &mut self,
        event: &Event,
        series: &Series<'_>,
        when: When,
    ) -> Result<(), CalendarError> {
        let at = self.calendar.instant(when, self.reader)?;
        let member = series.members.iter().find(|one| one.occurrence.at == at);
        if let Some(member) = member {
            return self.checkin(event, member.checkin);
        }
        let is_free = series.occurrence_at(at).is_some() && !series.leaves_out(at);
        let Some(what) = self.what(event, Some(at))?.filter(|_| is_free) else {
            return Ok(());
        };
        let age = Age::of(event, series.versions[0].created_at);
        // As mentor wrote it once, before the check-in that it was of was taken back.
        let is_older = match (age, self.hidden_change, event.changed_at) {
            (Age::Ours(_), Some(hidden), Some(changed)) => changed <= hidden,
            _ => false,
        };
        self.note(Which::Agreed(at), what, age, is_older);
        Ok(())
    }

    /// Occurrences that were taken out of the event that repeats: most programs cancel a single one so.
    fn except(&mut self, event: &Event, series: &Series<'_>) -> Result<(), CalendarError> {
        let (changed, marks) = series_changes(series, self.source);
        let made = series.versions[0].created_at;
        let ours = sequence(made, changed, self.hidden_change, marks);
        let age = Age::of(event, made);
        let is_older = age.is_older(ours, changed);
        for when in &event.except {
            let at = self.calendar.instant(*when, self.reader)?;
            let has_its_own = self
                .replaced
                .get(series.uid())
                .is_some_and(|replaced| replaced.contains(&at));
            if has_its_own || series.leaves_out(at) || series.occurrence_at(at).is_none() {
                continue;
            }
            let member = series.members.iter().find(|one| one.occurrence.at == at);
            let which = match member {
                Some(member) if member.checkin.is_open() => Which::Known(member.checkin.id),
                Some(_) => continue,
                None => Which::Agreed(at),
            };
            self.note(which, What::Cancelled, age, is_older);
        }
        Ok(())
    }

    /// What an event says of a check-in that is planned for `planned`; none: nothing new. An event of a whole day says
    /// no time that a check-in could be moved to.
    fn what(
        &self,
        event: &Event,
        planned: Option<DateTime<Utc>>,
    ) -> Result<Option<What>, CalendarError> {
        if event.is_cancelled {
            return Ok(Some(What::Cancelled));
        }
        Ok(match event.start {
            None | Some(When::Day(_)) => None,
            Some(start) => {
                let start = self.calendar.instant(start, self.reader)?;
                (Some(start) != planned).then_some(What::MovedTo(start))
            }
        })
    }

    fn note(&mut self, which: Which, what: What, age: Age, is_older: bool) {
        // An ended pair is read-only.
        if self.source.couple.pair.state == PairState::Ended || !self.noted.insert(which) {
            return;
        }
        if is_older {
            self.found.older += 1;
            return;
        }
        self.found.changes.push(Change {
            couple: self.source.couple.clone(),
            which,
            what,
            at: match age {
                Age::Elsewhere(at) => Some(at),
                Age::Ours(_) => None,
            },
        });
    }
}

/// Which state of a record an event is of.
#[derive(Clone, Copy, Debug)]
enum Age {
    /// The one that mentor wrote with this SEQUENCE, changed since by hand or by a program that says nothing of it.
    Ours(i64),
    /// One that another program made at this time. Programs raise SEQUENCE by one, if at all: it is less than the seconds
    /// from making to change, which mentor's never is.
    Elsewhere(DateTime<Utc>),
}

impl Age {
    fn of(event: &Event, made: DateTime<Utc>) -> Age {
        let made = event.made_at.unwrap_or(made);
        match event.changed_at {
            Some(at) if event.sequence < (at - made).num_seconds() => Age::Elsewhere(at),
            _ => Age::Ours(event.sequence),
        }
    }

    /// Whether the record, which has the SEQUENCE `ours` now, was changed later.
    fn is_older(self, ours: i64, changed: DateTime<Utc>) -> bool {
        match self {
            Age::Ours(sequence) => sequence < ours,
            Age::Elsewhere(at) => at <= changed,
        }
    }
}
