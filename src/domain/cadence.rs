//! How often the two meet: counted from the last held check-in, or fixed in the calendar of one zone.

use std::fmt;

use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday, WeekdaySet,
};

use crate::domain::dates;
use crate::domain::length::{Span, Unit};
use crate::domain::recurrence::{ExpansionBudget, Recurrence, short_name};
use crate::domain::zone::{self, Tz};

/// When a call takes place for which nobody has named a time: late in an office day, and over before it ends.
pub const USUAL_TIME: NaiveTime = NaiveTime::from_hms_opt(16, 0, 0).unwrap();

/// A check-in this many days off the rhythm still keeps it.
pub const TOLERANCE: i64 = 3;

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CadenceError {
    #[error("`{0}` is not a cadence")]
    Unknown(String),
    #[error("`{0}` names a day, and only a weekly or monthly rhythm has fixed days")]
    NoFixedDay(String),
}

impl CadenceError {
    pub fn hint(&self) -> String {
        match self {
            CadenceError::Unknown(_) => {
                "write it like `every 2 weeks`, `weekly on mon and thu 17:00`, `monthly on 2nd tue 10:00` or `monthly on last day 10:00`"
                    .to_owned()
            }
            CadenceError::NoFixedDay(typed) => {
                let span = typed.split(" on ").next().unwrap_or(typed);
                format!("agree on `{span}`, and plan each call with `mentor checkin add`")
            }
        }
    }
}

/// Only held check-ins restart the count of `FromLast`; the fixed ones keep their wall-clock time in `zone`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    FromLast(Span),
    /// On these days of every so many weeks, counted from the week of the first such day.
    Weekly {
        every: u32,
        days: WeekdaySet,
        time: NaiveTime,
        zone: Tz,
    },
    /// The `nth` such weekday of the month, 1 to 5, or -1 for the last.
    Monthly {
        nth: i8,
        day: Weekday,
        time: NaiveTime,
        zone: Tz,
    },
    /// A day of the month, 1 to 31, or -1 for the last; months without it are skipped (RFC 5545, BYMONTHDAY).
    MonthlyDay {
        day: i8,
        time: NaiveTime,
        zone: Tz,
    },
}

impl Cadence {
    /// `every 2 weeks`, `monthly`; `weekly on mon and thu 17:00`, `monthly on 2nd tue 10:00 Europe/London`. A fixed one
    /// without a zone is anchored in `zone`, one without a time at `USUAL_TIME`.
    pub fn parse(typed: &str, zone: Tz) -> Result<Cadence, CadenceError> {
        Cadence::read(typed, zone).map(|(cadence, _)| cadence)
    }

    /// Whether a rhythm has fixed days and names no time for them.
    pub fn lacks_time(typed: &str) -> bool {
        let read = Cadence::read(typed, Tz::UTC);
        read.is_ok_and(|(cadence, time)| cadence.is_fixed() && time.is_none())
    }

    /// The rhythm, and the time that was named for its days.
    fn read(typed: &str, zone: Tz) -> Result<(Cadence, Option<NaiveTime>), CadenceError> {
        let error = || CadenceError::Unknown(typed.to_owned());
        let text = in_order(&typed.trim().to_lowercase());
        let (rhythm, place) = match text.split_once(" on ") {
            Some((rhythm, place)) => (rhythm.trim(), Some(place)),
            None => (text.as_str(), None),
        };
        let span = parse_span(rhythm).ok_or_else(error)?;
        let Some(place) = place else {
            return Ok((Cadence::FromLast(span), None));
        };
        let (place, zone) = split_zone(place, zone).ok_or_else(error)?;
        let has_fixed_days = match span.unit {
            Unit::Weeks => true,
            Unit::Months => span.count == 1,
            _ => false,
        };
        if !has_fixed_days {
            return Err(CadenceError::NoFixedDay(typed.trim().to_owned()));
        }
        let (days, time) = match dates::split_time(&place) {
            Some((days, clock)) => (days, Some(dates::parse_time(&clock).map_err(|_| error())?)),
            None => (place, None),
        };
        let cadence = fixed_rule(span, &days, time.unwrap_or(USUAL_TIME), zone);
        Ok((cadence.ok_or_else(error)?, time))
    }

    pub fn is_fixed(&self) -> bool {
        !matches!(self, Cadence::FromLast(_))
    }

    /// About how many days lie between two check-ins.
    pub fn days(&self) -> i64 {
        match self {
            Cadence::FromLast(span) => span.days(),
            Cadence::Weekly { every, days, .. } => {
                (7 * i64::from(*every) / i64::from(days.len().max(1))).max(1)
            }
            Cadence::Monthly { .. } | Cadence::MonthlyDay { .. } => 30,
        }
    }

    /// About how many check-ins a month has.
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
            Cadence::Monthly { .. } | Cadence::MonthlyDay { .. } => 1.0,
        }
    }

    /// The instants of a fixed rhythm that begins on `start`, from `from` to `until`; none for one counted from the last.
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

    /// The same in the anchor's local time, those in a gap of the clocks as they stand in the rule.
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

    /// The day from which weeks are counted: the first such weekday, not the week of the first day of the agreement.
    fn first_on_or_after(&self, start: NaiveDate) -> NaiveDate {
        match self {
            Cadence::Weekly { days, .. } => {
                let mut week = start.iter_days().take(7);
                week.find(|day| days.contains(day.weekday()))
                    .unwrap_or(start)
            }
            _ => start,
        }
    }

    /// The time of day of a fixed rhythm and the zone that keeps it.
    pub fn anchor(&self) -> Option<(NaiveTime, Tz)> {
        match self {
            Cadence::FromLast(_) => None,
            Cadence::Weekly { time, zone, .. }
            | Cadence::Monthly { time, zone, .. }
            | Cadence::MonthlyDay { time, zone, .. } => Some((*time, *zone)),
        }
    }

    /// A fixed rhythm as RFC 5545 writes it.
    pub fn rule(&self) -> Option<String> {
        Some(match self {
            Cadence::FromLast(_) => return None,
            Cadence::Weekly { every, days, .. } => {
                let interval = match every {
                    1 => String::new(),
                    every => format!(";INTERVAL={every}"),
                };
                let names: Vec<String> = days.iter(Weekday::Mon).map(short_name).collect();
                // Where a week begins decides only which of several days belong together.
                let week = match *every > 1 && names.len() > 1 {
                    true => ";WKST=MO",
                    false => "",
                };
                format!("FREQ=WEEKLY{interval};BYDAY={}{week}", names.join(","))
            }
            Cadence::Monthly { nth, day, .. } => {
                format!("FREQ=MONTHLY;BYDAY={nth}{}", short_name(*day))
            }
            Cadence::MonthlyDay { day, .. } => format!("FREQ=MONTHLY;BYMONTHDAY={day}"),
        })
    }
}

/// The same rhythm with its span first: `every other tue 17:00`, `mondays 9:00`, `first mon of the month 10:00`.
fn in_order(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_day = |word: &str| {
        let word = word.trim_end_matches(',');
        weekday(word).is_some() || is_weekdays(word)
    };
    match words.as_slice() {
        ["once", "a" | "every" | "per", rest @ ..] => format!("every {}", rest.join(" ")),
        ["every", "other", day, ..] if is_day(day) => {
            format!("every 2 weeks on {}", words[2..].join(" "))
        }
        ["every" | "each", day, ..] if is_day(day) => format!("weekly on {}", words[1..].join(" ")),
        [day, ..] if is_day(day) => format!("weekly on {}", words.join(" ")),
        ["every" | "each" | "on" | "the", rest @ ..] | rest => match rest {
            [
                nth,
                day,
                "of" | "in",
                "the" | "a" | "every" | "each",
                "month",
                rest @ ..,
            ]
            | [nth, day, "every" | "each" | "of", "month", rest @ ..] => {
                format!("monthly on {nth} {day} {}", rest.join(" "))
            }
            _ => text.to_owned(),
        },
    }
}

/// `every 2 weeks`, `weekly`, `fortnightly`, `every other week`, `quarterly`.
fn parse_span(text: &str) -> Option<Span> {
    let of = |count, unit| Some(Span { count, unit });
    match text {
        "daily" => return of(1, Unit::Days),
        "weekly" => return of(1, Unit::Weeks),
        "fortnightly" | "biweekly" | "bi-weekly" | "every fortnight" => return of(2, Unit::Weeks),
        "monthly" => return of(1, Unit::Months),
        "bimonthly" => return None,
        "quarterly" | "every quarter" => return of(3, Unit::Months),
        _ => {}
    }
    let words: Vec<&str> = text.strip_prefix("every ")?.split_whitespace().collect();
    let typed = match words.as_slice() {
        ["other", unit] => format!("2 {unit}"),
        [nth, unit] if ordinal(nth).is_some_and(|_| dates::number(nth).is_none()) => {
            format!("{} {unit}", ordinal(nth)?)
        }
        [unit] if unit.starts_with(|c: char| c.is_alphabetic()) => format!("1 {unit}"),
        [count, rest @ ..] => match dates::number(count) {
            Some(count) => format!("{count} {}", rest.join(" ")),
            None => words.join(" "),
        },
        [] => return None,
    };
    let span = Span::parse(&typed).ok()?;
    (span.unit != Unit::Hours && span.unit != Unit::Years).then_some(span)
}

/// The zone at the end, or else the one that is meant without.
fn split_zone(place: &str, zone: Tz) -> Option<(String, Tz)> {
    let mut words: Vec<&str> = place.split_whitespace().collect();
    let named = words
        .last()
        .filter(|word| (word.contains('/') && word.parse::<u8>().is_err()) || **word == "utc");
    if let Some(named) = named {
        let zone = zone::parse(named).ok()?;
        words.pop();
        return Some((words.join(" "), zone));
    }
    // `weekly on thu 17:00 Tokyo`
    let of_days = |word: &&str| {
        dates::weekday(word).is_some()
            || dates::ordinal(word).is_some()
            || dates::number(word).is_some()
            || matches!(*word, "day" | "last" | "month")
    };
    let city = words.iter().rev().take_while(|word| !of_days(word)).count();
    let named = (1..=city.min(3)).find_map(|count| {
        let (days, city) = words.split_at(words.len() - count);
        Some((days.join(" "), zone::parse(&city.join(" ")).ok()?))
    });
    named.or_else(|| Some((words.join(" "), zone)))
}

/// A rhythm of the calendar: `place` is its days.
fn fixed_rule(span: Span, place: &str, time: NaiveTime, zone: Tz) -> Option<Cadence> {
    let place = place.replace([',', '&'], " ");
    let words: Vec<&str> = place
        .split_whitespace()
        .filter(|word| !matches!(*word, "and" | "the" | "day" | "on"))
        .collect();
    let is_monthly = span.unit == Unit::Months && span.count == 1;
    match words.as_slice() {
        days @ [_, ..] if span.unit == Unit::Weeks => Some(Cadence::Weekly {
            every: span.count,
            days: weekdays(days)?,
            time,
            zone,
        }),
        ["last"] if is_monthly => Some(Cadence::MonthlyDay {
            day: -1,
            time,
            zone,
        }),
        [day] if is_monthly => {
            let day = ordinal(day).filter(|day| (1..=31).contains(day))?;
            Some(Cadence::MonthlyDay { day, time, zone })
        }
        [nth, day] if is_monthly => {
            let nth = match *nth {
                "last" => -1,
                nth => ordinal(nth).filter(|nth| (1..=5).contains(nth))?,
            };
            let day = weekday(day)?;
            Some(Cadence::Monthly {
                nth,
                day,
                time,
                zone,
            })
        }
        _ => None,
    }
}

/// All of them, each named once.
fn weekdays(names: &[&str]) -> Option<WeekdaySet> {
    let mut days = WeekdaySet::EMPTY;
    for name in names {
        let meant: &[Weekday] = match is_weekdays(name) {
            true => &OFFICE_DAYS,
            false => &[weekday(name)?],
        };
        for day in meant {
            days.insert(*day).then_some(())?;
        }
    }
    Some(days)
}

const OFFICE_DAYS: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// Monday to Friday, as people say it.
fn is_weekdays(name: &str) -> bool {
    matches!(name, "weekday" | "weekdays")
}

/// `thu`, `thursdays`.
fn weekday(name: &str) -> Option<Weekday> {
    let one = name.strip_suffix("days").map(|stem| format!("{stem}day"));
    dates::weekday(one.as_deref().unwrap_or(name))
}

/// `2nd`, `15`, `first`.
fn ordinal(word: &str) -> Option<i8> {
    let number = dates::ordinal(word).or_else(|| word.parse().ok());
    number.and_then(|number| i8::try_from(number).ok())
}

/// `2nd`; the last one is -1.
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
            Cadence::Monthly { nth, day, .. } => {
                write!(f, "monthly on {} {}", nth_text(*nth), name(*day))?;
            }
            Cadence::MonthlyDay { day: -1, .. } => write!(f, "monthly on last day")?,
            Cadence::MonthlyDay { day, .. } => write!(f, "monthly on {day}")?,
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
    fn rhythms_are_written_as_they_are_read() {
        for text in [
            "every 2 weeks",
            "every 10 days",
            "weekly on thu 17:00 Europe/London",
            "every 2 weeks on thu 17:00 America/Bogota",
            "monthly on 2nd tue 10:00 Europe/London",
            "monthly on last fri 16:00 Europe/London",
            "monthly on 15 10:00 Europe/London",
            "monthly on last day 10:00 Europe/London",
            "weekly on mon and thu 17:00 Europe/London",
            "every 3 weeks on tue and wed and sun 17:00 Europe/London",
        ] {
            assert_eq!(Cadence::parse(text, LONDON).unwrap().to_string(), text);
        }
    }

    #[test]
    fn rhythms_are_read_in_the_words_that_people_use() {
        for (typed, meant) in [
            ("every two weeks", "every 2 weeks"),
            ("every other week", "every 2 weeks"),
            ("every second month", "every 2 months"),
            ("fortnightly", "every 2 weeks"),
            ("quarterly", "every 3 months"),
            ("every quarter", "every 3 months"),
            ("every month", "every 1 month"),
            ("once a month", "every 1 month"),
            ("every 2nd week", "every 2 weeks"),
            ("every tue 17:00", "weekly on tue 17:00 Europe/London"),
            (
                "weekly on thu 17:00 Tokyo",
                "weekly on thu 17:00 Asia/Tokyo",
            ),
            (
                "weekly on mon and thu 5pm new york",
                "weekly on mon and thu 17:00 America/New_York",
            ),
            (
                "tuesdays and thursdays at 9:00",
                "weekly on tue and thu 09:00 Europe/London",
            ),
            (
                "every other tuesday at 5pm America/Bogota",
                "every 2 weeks on tue 17:00 America/Bogota",
            ),
            (
                "first mon of the month 10:00",
                "monthly on 1st mon 10:00 Europe/London",
            ),
            (
                "the last friday of every month 10:00",
                "monthly on last fri 10:00 Europe/London",
            ),
            (
                "weekly on mon, thu 17:00",
                "weekly on mon and thu 17:00 Europe/London",
            ),
            (
                "weekly on thu,mon at 5 pm",
                "weekly on mon and thu 17:00 Europe/London",
            ),
            (
                "weekly on mondays & thursdays 5pm",
                "weekly on mon and thu 17:00 Europe/London",
            ),
            (
                "every other week on Tuesday at 9:30am America/Bogota",
                "every 2 weeks on tue 09:30 America/Bogota",
            ),
            (
                "monthly on the 15th at 10:00",
                "monthly on 15 10:00 Europe/London",
            ),
            (
                "monthly on the last day 10:00",
                "monthly on last day 10:00 Europe/London",
            ),
            (
                "monthly on the first mon noon",
                "monthly on 1st mon 12:00 Europe/London",
            ),
        ] {
            let read = Cadence::parse(typed, LONDON).map(|one| one.to_string());
            assert_eq!(read, Ok(meant.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_rhythm_with_a_day_and_no_time_has_the_usual_one() {
        for (typed, meant) in [
            (
                "weekly on mon and thu",
                "weekly on mon and thu 16:00 Europe/London",
            ),
            (
                "monthly on the last day",
                "monthly on last day 16:00 Europe/London",
            ),
            ("monthly on 31st", "monthly on 31 16:00 Europe/London"),
            (
                "every 6 weeks on wed Tokyo",
                "every 6 weeks on wed 16:00 Asia/Tokyo",
            ),
            (
                "every weekday",
                "weekly on mon and tue and wed and thu and fri 16:00 Europe/London",
            ),
        ] {
            let read = Cadence::parse(typed, LONDON).map(|one| one.to_string());
            assert_eq!(read, Ok(meant.to_owned()), "{typed}");
            assert!(Cadence::lacks_time(typed), "{typed}");
        }
        for typed in ["every 2 weeks", "weekly on thu 9:00", "sometimes"] {
            assert!(!Cadence::lacks_time(typed), "{typed}");
        }
    }

    #[test]
    fn a_fixed_day_of_a_longer_rhythm_is_refused_with_what_to_agree_instead() {
        for (typed, instead) in [
            ("quarterly on 1st mon 10:00", "quarterly"),
            ("every 2 months on the 15th", "every 2 months"),
            ("every 10 days on mon 9:00", "every 10 days"),
        ] {
            let error = Cadence::parse(typed, LONDON).unwrap_err();
            assert_eq!(error, CadenceError::NoFixedDay(typed.to_owned()));
            assert!(error.hint().contains(&format!("`{instead}`")), "{typed}");
        }
    }

    #[test]
    fn several_days_are_one_rule() {
        let rule = |typed| Cadence::parse(typed, LONDON).unwrap().rule().unwrap();
        assert_eq!(
            rule("weekly on mon and thu 17:00"),
            "FREQ=WEEKLY;BYDAY=MO,TH"
        );
        assert_eq!(
            rule("every 2 weeks on sun and mon 17:00"),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=MO"
        );
        assert_eq!(
            rule("monthly on last day 10:00"),
            "FREQ=MONTHLY;BYMONTHDAY=-1"
        );
    }

    #[test]
    fn a_rhythm_of_several_weeks_begins_on_the_first_such_day() {
        let cadence = Cadence::parse("every 6 weeks on wed 12:00", LONDON).unwrap();
        let found = cadence.occurrences(
            occurs_on("2027-01-01"),
            utc("2027-01-01T00:00:00Z"),
            utc("2027-04-01T00:00:00Z"),
        );
        let expected = [
            "2027-01-06T12:00:00Z",
            "2027-02-17T12:00:00Z",
            "2027-03-31T11:00:00Z",
        ];
        assert_eq!(found, expected.map(utc));
    }

    #[test]
    fn what_is_no_rhythm_is_refused() {
        for text in [
            "",
            "every 0 weeks",
            "sometimes",
            "weekly on thu 25:00",
            "monthly on 6th tue 10:00",
            "monthly on 32nd 10:00",
            "weekly on mon and mon 10:00",
            "weekly on last day 10:00",
            "quarterly on 1st mon 10:00",
            "every other year",
        ] {
            assert!(Cadence::parse(text, LONDON).is_err(), "{text}");
        }
    }

    #[test]
    fn a_fixed_rhythm_keeps_its_wall_clock_time_when_clocks_change() {
        let cadence = Cadence::parse("weekly on thu 17:00", LONDON).unwrap();
        let found = cadence.occurrences(
            occurs_on("2026-03-19"),
            utc("2026-03-19T00:00:00Z"),
            utc("2026-04-03T00:00:00Z"),
        );
        let expected = [
            "2026-03-19T17:00:00Z",
            "2026-03-26T17:00:00Z",
            "2026-04-02T16:00:00Z",
        ];
        assert_eq!(found, expected.map(utc));
    }
}
