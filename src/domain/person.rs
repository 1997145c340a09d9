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

    /// Returns the date at a moment: the first day that has not ended in the zone of that day. On the day of a move, the
    /// date in the new zone alone would end the day before too early, or begin the new one twice.
    pub fn day_at(&self, at: DateTime<Utc>) -> NaiveDate {
        let day_in = |zone: Tz| at.with_timezone(&zone).date_naive();
        let today = day_in(self.zone);
        let days_since_move = self.past.changed_last().map(|first| (today - first).num_days());
        if days_since_move.is_none_or(|days| days > 1) {
            return today;
        }
        let earlier = self.past.earlier().map(|(_, _, schedule)| day_in(schedule.zone));
        let earliest = earlier.chain([today]).min().unwrap_or(today);
        earliest.iter_days().find(|day| at < self.end_of(*day)).unwrap_or(today)
    }

    /// Returns the moment at which a day ends in the zone of that day.
    pub fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let zone = self.schedule_on(day).zone;
        let next = day.succ_opt().unwrap_or(day);
        zone::start_of_day(next, zone)
    }

    /// Returns the moment at which a day begins: the end of the day before.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.end_of(day.pred_opt().unwrap_or(day))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::{date, instant};

    /// Someone who moves on 10 December.
    fn moving(from: Tz, to: Tz) -> Person {
        let mut person = Person::new("Ana".to_owned(), from, false);
        person.reschedule(Schedule { zone: to, ..person.schedule() }, date("2026-12-10"));
        person
    }

    #[test]
    fn the_day_before_a_move_ends_at_midnight_of_the_old_zone() {
        let person = moving(Tz::Europe__London, Tz::Asia__Tokyo);
        let days = ["2026-12-09T20:00:00Z", "2026-12-10T00:00:00Z", "2026-12-10T15:00:00Z"];
        let days = days.map(|at| person.day_at(instant(at)));
        assert_eq!(days, ["2026-12-09", "2026-12-10", "2026-12-11"].map(date));
        assert_eq!(person.start_of(date("2026-12-10")), instant("2026-12-10T00:00:00Z"));
    }

    #[test]
    fn the_day_of_a_move_to_the_west_is_one_long_day() {
        let person = moving(Tz::Asia__Tokyo, Tz::Europe__London);
        let days = ["2026-12-09T14:59:59Z", "2026-12-09T15:00:00Z", "2026-12-10T23:59:59Z"];
        let days = days.map(|at| person.day_at(instant(at)));
        assert_eq!(days, ["2026-12-09", "2026-12-10", "2026-12-10"].map(date));
    }

    #[test]
    fn a_day_that_a_move_skips_is_never_today() {
        let person = moving(Tz::Pacific__Pago_Pago, Tz::Pacific__Kiritimati);
        let days = ["2026-12-10T10:59:59Z", "2026-12-10T11:00:00Z"];
        assert_eq!(
            days.map(|at| person.day_at(instant(at))),
            ["2026-12-09", "2026-12-11"].map(date)
        );
    }
}
