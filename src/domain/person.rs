//! People, the sides they take, and their schedules.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::timeline::Timeline;
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};
use crate::words;

words! {
    /// One of the two sides of a pair.
    Side { Mentor = "mentor", Mentee = "mentee" }
}

impl Side {
    pub fn other(self) -> Side {
        match self {
            Side::Mentor => Side::Mentee,
            Side::Mentee => Side::Mentor,
        }
    }
}

/// The user, or the other person of one of their pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub name: String,
    /// The zone in which their days and hours are counted.
    pub zone: Tz,
    pub week: WorkWeek,
    /// Languages, preferred first.
    pub language: Option<String>,
    /// How they like to work: pace, written or spoken first, direct feedback, examples first. These are preferences,
    /// not "learning styles": there is no evidence for matching teaching to those (Pashler et al. 2008).
    pub preferences: Vec<String>,
    /// Holidays and customs that matter for planning and for tone.
    pub holidays: Option<String>,
    pub notes: Option<String>,
    /// Whether this person is the user of this file. Exactly one is.
    pub is_user: bool,
    /// Preferred name and pronunciation.
    pub called: Option<String>,
    /// What they need: captions, no calls before ten.
    pub needs: Vec<String>,
    /// What to avoid with them.
    pub avoids: Vec<String>,
    /// Earlier schedules, each with the first day of the next one.
    pub past: Timeline<NaiveDate, Schedule>,
}

impl Person {
    /// Creates a person with a default working week and no other details.
    pub fn new(name: String, zone: Tz, is_user: bool) -> Person {
        Person {
            name,
            zone,
            week: WorkWeek::default(),
            language: None,
            preferences: Vec::new(),
            holidays: None,
            notes: None,
            is_user,
            called: None,
            needs: Vec::new(),
            avoids: Vec::new(),
            past: Timeline::default(),
        }
    }

    /// Returns the current schedule.
    pub fn schedule(&self) -> Schedule {
        Schedule { zone: self.zone, week: self.week }
    }

    /// Returns the schedule in force on a day.
    pub fn schedule_on(&self, day: NaiveDate) -> Schedule {
        let earlier = self.past.earlier_at(day).copied();
        earlier.unwrap_or_else(|| self.schedule())
    }

    /// Sets a new zone or working week from `day` on.
    pub fn reschedule(&mut self, schedule: Schedule, day: NaiveDate) {
        if schedule == self.schedule() {
            return;
        }
        let before = self.schedule();
        self.past.end(day, before);
        Schedule { zone: self.zone, week: self.week } = schedule;
    }

    /// Returns the date at a moment, in the zone in which they lived then.
    pub fn day_at(&self, at: DateTime<Utc>) -> NaiveDate {
        let today = at.with_timezone(&self.zone).date_naive();
        if self.past.changed_last().is_none_or(|first| today >= first) {
            return today;
        }
        let mut earlier = self.past.earlier().rev();
        let found = earlier.find_map(|(first, _, schedule)| {
            let day = at.with_timezone(&schedule.zone).date_naive();
            first.is_none_or(|first| day >= first).then_some(day)
        });
        found.unwrap_or(today)
    }

    /// Returns the moment at which a day ends in the zone of that day.
    pub fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let zone = self.schedule_on(day).zone;
        let next = day.succ_opt().unwrap_or(day);
        zone::resolve_wall_clock(next.and_time(chrono::NaiveTime::MIN), zone)
    }

    /// Returns the moment at which a day begins in the zone of that day.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let zone = self.schedule_on(day).zone;
        zone::resolve_wall_clock(day.and_time(chrono::NaiveTime::MIN), zone)
    }
}

/// A person's zone and working week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub zone: Tz,
    pub week: WorkWeek,
}

impl fmt::Display for Schedule {
    /// Formats as `Europe/London mon-fri 09:00-17:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.zone, self.week)
    }
}

/// The text is not a schedule.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is no zone with working days and hours")]
pub struct ScheduleError(String);

impl FromStr for Schedule {
    type Err = ScheduleError;

    fn from_str(text: &str) -> Result<Self, ScheduleError> {
        let error = || ScheduleError(text.to_owned());
        let mut words = text.split(' ');
        let (Some(zone), Some(days), Some(hours), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(error());
        };
        Ok(Schedule {
            zone: zone::find_zone(zone).ok_or_else(error)?,
            week: WorkWeek::parse(days, hours).map_err(|_| error())?,
        })
    }
}
