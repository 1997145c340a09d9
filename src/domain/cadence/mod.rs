//! The agreed rhythm of check-ins: counted from the last one held, or fixed in the calendar of one zone.

mod month_days;
#[cfg(test)]
mod oracle;
mod parse;

use std::fmt;

use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday, WeekdaySet,
};

use crate::domain::length::{Span, Unit};
use crate::domain::recurrence::{ExpansionBudget, Recurrence, short_name};
use crate::domain::zone::{self, Tz};

pub use month_days::{MonthDays, OrdinalSet, months_without};
pub use parse::CadenceError;

/// Default time of day for calls: late in an office day, but early enough to end before it is over.
pub const USUAL_TIME: NaiveTime = NaiveTime::from_hms_opt(16, 0, 0).unwrap();

/// Days by which a check-in may be off schedule and still count as on time.
pub const TOLERANCE: i64 = 3;

/// How far outside a period a call and its agreed time may lie and still count in it: the tolerance, the rest of both
/// days, and the hours by which a day ends later for one side than for the other, up to 26.
pub const REACH: TimeDelta = TimeDelta::days(TOLERANCE + 3);

/// A rhythm. `FromLast` counts from the last held check-in; fixed rhythms keep their local time in `zone`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    FromLast(Span),
    /// On these days of every `every`-th week, counted from the week of the first such day.
    Weekly {
        every: u32,
        days: WeekdaySet,
        time: NaiveTime,
        zone: Tz,
    },
    /// On these days of every so many months, counted from the month of the first such day.
    Monthly {
        every: u32,
        days: MonthDays,
        time: NaiveTime,
        zone: Tz,
    },
}

impl Cadence {
    pub fn is_fixed(&self) -> bool {
        !matches!(self, Cadence::FromLast(_))
    }

    /// Returns the approximate number of days between two check-ins.
    pub fn days(&self) -> i64 {
        match self {
            Cadence::FromLast(span) => span.days(),
            Cadence::Weekly { every, days, .. } => {
                (7 * i64::from(*every) / i64::from(days.len().max(1))).max(1)
            }
            Cadence::Monthly { every, days, .. } => {
                (30 * i64::from(*every) / i64::from(days.len().max(1))).max(1)
            }
        }
    }

    /// Returns the average number of check-ins per month.
    pub fn times_a_month(&self) -> f64 {
        const DAYS: f64 = 365.25 / 12.0;
        match self {
            Cadence::FromLast(span) if span.unit == Unit::Months => 1.0 / f64::from(span.count),
            Cadence::FromLast(span) => match u32::try_from(span.days()) {
                Ok(days) => DAYS / f64::from(days.max(1)),
                Err(_) => 0.0,
            },
            Cadence::Weekly { every, days, .. } => {
                DAYS / 7.0 * f64::from(days.len()) / f64::from(*every)
            }
            Cadence::Monthly { every, days, .. } => f64::from(days.len()) / f64::from(*every),
        }
    }

    /// Returns the instants of a fixed rhythm that starts on `start`, from `from` to `until`, inclusive. Empty for
    /// `FromLast`.
    pub fn occurrences(
        &self,
        start: NaiveDate,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Vec<DateTime<Utc>> {
        let Some((_, zone)) = self.anchor() else {
            return Vec::new();
        };
        let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
        let margin = TimeDelta::days(1);
        self.local_times(start, local(from - margin), local(until + margin))
            .into_iter()
            .map(|at| zone::resolve_wall_clock(at, zone))
            .filter(|at| (from..=until).contains(at))
            .collect()
    }

    /// Returns the same in local time of the anchor's zone. Times in a gap are not adjusted.
    pub fn local_times(
        &self,
        start: NaiveDate,
        from: NaiveDateTime,
        until: NaiveDateTime,
    ) -> Vec<NaiveDateTime> {
        let (Some(rule), Some((time, _))) = (self.rule(), self.anchor()) else {
            return Vec::new();
        };
        let first = self.first_on_or_after(start).and_time(time);
        let times = Recurrence::parse(&rule)
            .and_then(|rule| rule.local_times(first, from, until, &mut ExpansionBudget::default()));
        times.unwrap_or_default()
    }

    /// Returns the day from which weeks or months are counted: the first matching day on or after the first day of the
    /// agreement.
    pub fn first_on_or_after(&self, start: NaiveDate) -> NaiveDate {
        let falls_on = |date: &NaiveDate| match self {
            Cadence::FromLast(_) => true,
            Cadence::Weekly { days, .. } => days.contains(date.weekday()),
            Cadence::Monthly { days, .. } => days.contains(*date),
        };
        // The longest wait is that for a fifth weekday, which can last from February to the end of May.
        let mut dates = start.iter_days().take(366);
        dates.find(falls_on).unwrap_or(start)
    }

    /// Returns the time of day of a fixed rhythm and its zone.
    pub fn anchor(&self) -> Option<(NaiveTime, Tz)> {
        match self {
            Cadence::FromLast(_) => None,
            Cadence::Weekly { time, zone, .. } | Cadence::Monthly { time, zone, .. } => {
                Some((*time, *zone))
            }
        }
    }

    /// Returns the recurrence rule (RFC 5545) of a fixed rhythm.
    pub fn rule(&self) -> Option<String> {
        let interval = |every: u32| match every {
            1 => String::new(),
            every => format!(";INTERVAL={every}"),
        };
        Some(match self {
            Cadence::FromLast(_) => return None,
            Cadence::Weekly { every, days, .. } => {
                let names: Vec<String> = days.iter(Weekday::Mon).map(short_name).collect();
                // The start of the week matters only if an interval of several weeks contains several days.
                let week = if *every > 1 && names.len() > 1 { ";WKST=MO" } else { "" };
                format!("FREQ=WEEKLY{};BYDAY={}{week}", interval(*every), names.join(","))
            }
            Cadence::Monthly { every, days, .. } => {
                format!("FREQ=MONTHLY{};{}", interval(*every), days.rule_part())
            }
        })
    }
}

/// Formats an ordinal such as `2nd`; -1 is `last`.
pub fn nth_text(nth: i8) -> String {
    match nth {
        -1 => "last".to_owned(),
        1 | 21 | 31 => format!("{nth}st"),
        2 | 22 => format!("{nth}nd"),
        3 | 23 => format!("{nth}rd"),
        _ => format!("{nth}th"),
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |day: Weekday| day.to_string().to_lowercase();
        match self {
            Cadence::FromLast(span) => return write!(f, "every {span}"),
            Cadence::Weekly { every, days, .. } => {
                match every {
                    1 => write!(f, "weekly")?,
                    every => write!(f, "every {every} weeks")?,
                }
                let names: Vec<String> = days.iter(Weekday::Mon).map(name).collect();
                write!(f, " on {}", names.join(" and "))?;
            }
            Cadence::Monthly { every: 1, days, .. } => write!(f, "monthly on {days}")?,
            Cadence::Monthly { every, days, .. } => write!(f, "every {every} months on {days}")?,
        }
        match self.anchor() {
            Some((time, zone)) => write!(f, " {} {zone}", time.format("%H:%M")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONDON: Tz = Tz::Europe__London;

    fn occurs_on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn several_days_are_one_rule() {
        let rule = |typed| Cadence::parse(typed, LONDON).unwrap().rule().unwrap();
        assert_eq!(rule("weekly on mon and thu 17:00"), "FREQ=WEEKLY;BYDAY=MO,TH");
        assert_eq!(
            rule("every 2 weeks on sun and mon 17:00"),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=MO"
        );
        assert_eq!(rule("monthly on last day 10:00"), "FREQ=MONTHLY;BYMONTHDAY=-1");
        assert_eq!(rule("monthly on 1st and 3rd thu 17:00"), "FREQ=MONTHLY;BYDAY=1TH,3TH");
        assert_eq!(
            rule("quarterly on 15 and last day 10:00"),
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15,-1"
        );
    }

    #[test]
    fn a_rhythm_of_several_weeks_begins_on_its_first_weekday() {
        let cadence = Cadence::parse("every 6 weeks on wed 12:00", LONDON).unwrap();
        let found = cadence.occurrences(
            occurs_on("2027-01-01"),
            utc("2027-01-01T00:00:00Z"),
            utc("2027-04-01T00:00:00Z"),
        );
        let expected = ["2027-01-06T12:00:00Z", "2027-02-17T12:00:00Z", "2027-03-31T11:00:00Z"];
        assert_eq!(found, expected.map(utc));
    }

    /// In 2025, no month from February to April has a fifth Friday.
    #[test]
    fn a_rhythm_begins_however_long_its_first_day_is_awaited() {
        let cadence = Cadence::parse("every 2 months on 5th fri 12:00", LONDON).unwrap();
        let first = cadence.first_on_or_after(occurs_on("2025-02-01"));
        assert_eq!(first, occurs_on("2025-05-30"));
    }

    #[test]
    fn a_fixed_rhythm_keeps_its_wall_clock_time_when_clocks_change() {
        let cadence = Cadence::parse("weekly on thu 17:00", LONDON).unwrap();
        let found = cadence.occurrences(
            occurs_on("2026-03-19"),
            utc("2026-03-19T00:00:00Z"),
            utc("2026-04-03T00:00:00Z"),
        );
        let expected = ["2026-03-19T17:00:00Z", "2026-03-26T17:00:00Z", "2026-04-02T16:00:00Z"];
        assert_eq!(found, expected.map(utc));
    }
}
