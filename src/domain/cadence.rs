//! How often the two meet: counted from the last held check-in, or fixed in the calendar of one zone.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};

use crate::domain::away::Pauses;
use crate::domain::dates;
use crate::domain::length::{Span, Unit};
use crate::domain::recurrence::{Patience, Recurrence, short_name};
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};

/// A check-in this many days off the rhythm still keeps it.
pub const TOLERANCE: i64 = 3;

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not a rhythm")]
pub struct CadenceError(pub String);

impl CadenceError {
    #[expect(
        clippy::unused_self,
        reason = "every error of the domain is asked the same way"
    )]
    pub fn hint(&self) -> String {
        "write it like `every 2 weeks`, `weekly on thu 17:00` or `monthly on 2nd tue 10:00`"
            .to_owned()
    }
}

/// Only held check-ins restart the count of `FromLast`; the fixed ones keep their wall-clock time in `zone`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    FromLast(Span),
    Weekly {
        every: u32,
        day: Weekday,
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
    /// A day of the month, 1 to 31; months without it are skipped (RFC 5545, BYMONTHDAY).
    MonthlyDay {
        day: u8,
        time: NaiveTime,
        zone: Tz,
    },
}

/// How often the rhythm was kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub kept: u32,
    pub of: u32,
}

impl Cadence {
    /// `every 2 weeks`, `monthly`; `weekly on thu 17:00`, `monthly on 2nd tue 10:00 Europe/London`. A fixed one
    /// without a zone is anchored in `zone`.
    pub fn parse(typed: &str, zone: Tz) -> Result<Cadence, CadenceError> {
        let error = || CadenceError(typed.to_owned());
        let text = typed.trim().to_lowercase();
        let (rhythm, place) = match text.split_once(" on ") {
            Some((rhythm, place)) => (rhythm.trim(), Some(place)),
            None => (text.as_str(), None),
        };
        let span = span(rhythm).ok_or_else(error)?;
        let Some(place) = place else {
            return Ok(Cadence::FromLast(span));
        };
        let mut words: Vec<&str> = place.split_whitespace().collect();
        let zone = match words
            .last()
            .filter(|word| word.contains('/') || **word == "utc")
        {
            Some(named) => {
                let zone = zone::parse(named).map_err(|_| error())?;
                words.pop();
                zone
            }
            None => zone,
        };
        let time = words
            .pop()
            .and_then(|word| dates::time(word).ok())
            .ok_or_else(error)?;
        let weekday = |word: &str| word.parse::<Weekday>().map_err(|_| error());
        match (span.unit, words.as_slice()) {
            (Unit::Weeks, [day]) => Ok(Cadence::Weekly {
                every: span.count,
                day: weekday(day)?,
                time,
                zone,
            }),
            (Unit::Months, [day]) if span.count == 1 => {
                let day: u8 = ordinal(day)
                    .and_then(|day| day.try_into().ok())
                    .ok_or_else(error)?;
                (1..=31)
                    .contains(&day)
                    .then_some(Cadence::MonthlyDay { day, time, zone })
                    .ok_or_else(error)
            }
            (Unit::Months, [nth, day]) if span.count == 1 => {
                let nth = if *nth == "last" {
                    -1
                } else {
                    ordinal(nth).ok_or_else(error)?
                };
                let day = weekday(day)?;
                matches!(nth, -1 | 1..=5)
                    .then_some(Cadence::Monthly {
                        nth,
                        day,
                        time,
                        zone,
                    })
                    .ok_or_else(error)
            }
            _ => Err(error()),
        }
    }

    pub fn is_fixed(&self) -> bool {
        !matches!(self, Cadence::FromLast(_))
    }

    /// About how many days lie between two check-ins.
    pub fn days(&self) -> i64 {
        match self {
            Cadence::FromLast(span) => span.days(),
            Cadence::Weekly { every, .. } => 7 * i64::from(*every),
            Cadence::Monthly { .. } | Cadence::MonthlyDay { .. } => 30,
        }
    }

    /// The day by which the next check-in should take place; paused days don't count.
    pub fn due_by(
        &self,
        last_held: Option<DateTime<Utc>>,
        start: NaiveDate,
        zone: Tz,
        pauses: &Pauses<'_>,
    ) -> NaiveDate {
        let last = last_held.map(|at| at.with_timezone(&zone).date_naive());
        let day_of = |at: &DateTime<Utc>| at.with_timezone(&zone).date_naive();
        if let Cadence::FromLast(span) = self {
            let Some(last) = last else {
                return pauses.after(start, 0);
            };
            let due = span.add_to(last, &WorkWeek::default()).unwrap_or(last);
            pauses.after(last, (due - last).num_days())
        } else {
            let after =
                last_held.unwrap_or_else(|| zone::wall_clock(start.and_time(NaiveTime::MIN), zone));
            let soon = after + TimeDelta::days(TOLERANCE);
            let next = self.occurrences(start, soon, soon + TimeDelta::days(100 + 7 * self.days()));
            next.iter()
                .map(day_of)
                .find(|day| !pauses.cover(*day))
                .unwrap_or(start)
        }
    }

    /// The time to propose for the next check-in, after `now`.
    pub fn next(
        &self,
        last_held: Option<DateTime<Utc>>,
        start: NaiveDate,
        now: DateTime<Utc>,
        zone: Tz,
        usual: Option<NaiveTime>,
        pauses: &Pauses<'_>,
    ) -> DateTime<Utc> {
        if self.is_fixed() {
            let ahead = now + TimeDelta::days(100 + 7 * self.days());
            let found = self.occurrences(start, now + TimeDelta::seconds(1), ahead);
            let is_free = |at: &&DateTime<Utc>| !pauses.cover(at.with_timezone(&zone).date_naive());
            if let Some(at) = found.iter().find(is_free) {
                return *at;
            }
        }
        let last = last_held.map(|at| at.with_timezone(&zone).naive_local());
        let usual = usual.or_else(|| last.map(|last| last.time()));
        let time = usual
            .or_else(|| NaiveTime::from_hms_opt(17, 0, 0))
            .unwrap_or_default();
        let today = now.with_timezone(&zone).date_naive();
        let day = self.due_by(last_held, start, zone, pauses);
        let day = pauses.after(day.max(today), 0);
        let at = zone::wall_clock(day.and_time(time), zone);
        if at > now {
            return at;
        }
        let tomorrow = day.checked_add_days(Days::new(1)).unwrap_or(day);
        zone::wall_clock(tomorrow.and_time(time), zone)
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
            .map(|at| zone::wall_clock(at, zone))
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
        let times = Recurrence::parse(&rule).and_then(|rule| {
            rule.local_times(start.and_time(time), from, until, &mut Patience::default())
        });
        times.unwrap_or_default()
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
            Cadence::Weekly { every: 1, day, .. } => {
                format!("FREQ=WEEKLY;BYDAY={}", short_name(*day))
            }
            Cadence::Weekly { every, day, .. } => {
                format!("FREQ=WEEKLY;INTERVAL={every};BYDAY={}", short_name(*day))
            }
            Cadence::Monthly { nth, day, .. } => {
                format!("FREQ=MONTHLY;BYDAY={nth}{}", short_name(*day))
            }
            Cadence::MonthlyDay { day, .. } => format!("FREQ=MONTHLY;BYMONTHDAY={day}"),
        })
    }

    /// How often the rhythm was kept from `start` to `until`.
    ///
    /// Counted from the last: every held check-in is one that was kept; a stretch without one (from `start`, between two,
    /// up to `until`) that is longer than the span and [`TOLERANCE`] days adds one missed for each whole span it leaves
    /// out. Eight check-ins a fortnight apart with one skipped are 8 of 9. Fixed: each occurrence with a held check-in
    /// within the tolerance is kept. On paused days nothing runs and nothing is missed.
    pub fn kept(
        &self,
        start: NaiveDate,
        until: NaiveDate,
        held: &[DateTime<Utc>],
        zone: Tz,
        pauses: &Pauses<'_>,
    ) -> Kept {
        let mut days: Vec<NaiveDate> = held
            .iter()
            .map(|at| at.with_timezone(&zone).date_naive())
            .filter(|day| *day <= until)
            .collect();
        days.sort_unstable();
        if let Cadence::FromLast(span) = self {
            kept_from_last(*span, start, until, &days, pauses)
        } else {
            let from = zone::wall_clock(start.and_time(NaiveTime::MIN), zone);
            let last = zone::wall_clock(until.and_time(NaiveTime::MIN), zone);
            let mut free = days;
            let planned = self.occurrences(start, from, last);
            let mut kept = Kept::default();
            for at in planned {
                let day = at.with_timezone(&zone).date_naive();
                if pauses.cover(day) {
                    continue;
                }
                kept.of += 1;
                if let Some(found) = free
                    .iter()
                    .position(|held| (*held - day).num_days().abs() <= TOLERANCE)
                {
                    free.remove(found);
                    kept.kept += 1;
                }
            }
            kept
        }
    }
}

fn kept_from_last(
    span: Span,
    start: NaiveDate,
    until: NaiveDate,
    held: &[NaiveDate],
    pauses: &Pauses<'_>,
) -> Kept {
    let length = span.days().max(1);
    // How many check-ins a stretch that is too long has left out, the one that ends it not counted.
    let left_out = |days: i64| u32::try_from((days - TOLERANCE - 1) / length).unwrap_or(0);
    let running = |from: NaiveDate, until: NaiveDate| {
        (until - from).num_days() - pauses.days(from.succ_opt().unwrap_or(from), until)
    };
    let mut kept = Kept::default();
    let mut from = start;
    for day in held {
        let missed = left_out(running(from, *day));
        kept.kept += 1;
        kept.of += 1 + missed;
        from = *day;
    }
    kept.of += left_out(running(from, until));
    kept
}

/// `every 2 weeks`, `weekly`, `fortnightly`, `monthly`.
fn span(text: &str) -> Option<Span> {
    let one = |unit| Some(Span { count: 1, unit });
    match text {
        "daily" | "every day" => one(Unit::Days),
        "weekly" | "every week" => one(Unit::Weeks),
        "fortnightly" | "biweekly" | "every fortnight" => Some(Span {
            count: 2,
            unit: Unit::Weeks,
        }),
        "monthly" | "every month" => one(Unit::Months),
        _ => {
            let rest = text.strip_prefix("every ")?;
            let span = Span::parse(rest).ok()?;
            (span.unit != Unit::Hours && span.unit != Unit::Years).then_some(span)
        }
    }
}

fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok()
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: &Weekday| day.to_string().to_lowercase();
        match self {
            Cadence::FromLast(span) => write!(f, "every {span}"),
            Cadence::Weekly {
                every: 1,
                day: on,
                time,
                zone,
            } => {
                write!(f, "weekly on {} {} {zone}", day(on), time.format("%H:%M"))
            }
            Cadence::Weekly {
                every,
                day: on,
                time,
                zone,
            } => {
                write!(
                    f,
                    "every {every} weeks on {} {} {zone}",
                    day(on),
                    time.format("%H:%M")
                )
            }
            Cadence::Monthly {
                nth,
                day: on,
                time,
                zone,
            } => {
                let nth = match nth {
                    -1 => "last",
                    1 => "1st",
                    2 => "2nd",
                    3 => "3rd",
                    4 => "4th",
                    _ => "5th",
                };
                write!(
                    f,
                    "monthly on {nth} {} {} {zone}",
                    day(on),
                    time.format("%H:%M")
                )
            }
            Cadence::MonthlyDay { day, time, zone } => {
                write!(f, "monthly on {day} {} {zone}", time.format("%H:%M"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::away::Away;

    const LONDON: Tz = Tz::Europe__London;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
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
        ] {
            assert_eq!(Cadence::parse(text, LONDON).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rhythm_is_refused() {
        for text in [
            "",
            "every 0 weeks",
            "sometimes",
            "weekly on thu",
            "weekly on thu 25:00",
            "monthly on 6th tue 10:00",
        ] {
            assert!(Cadence::parse(text, LONDON).is_err(), "{text}");
        }
    }

    #[test]
    fn a_fixed_rhythm_keeps_its_wall_clock_time_when_clocks_change() {
        let cadence = Cadence::parse("weekly on thu 17:00", LONDON).unwrap();
        let found = cadence.occurrences(
            on("2026-03-19"),
            at("2026-03-19T00:00:00Z"),
            at("2026-04-03T00:00:00Z"),
        );
        let expected = [
            "2026-03-19T17:00:00Z",
            "2026-03-26T17:00:00Z",
            "2026-04-02T16:00:00Z",
        ];
        assert_eq!(found, expected.map(at));
    }

    #[test]
    fn the_next_one_is_counted_from_the_last_held() {
        let cadence = Cadence::parse("every 2 weeks", LONDON).unwrap();
        let next = cadence.next(
            Some(at("2026-12-03T17:00:00Z")),
            on("2026-12-01"),
            at("2026-12-04T09:00:00Z"),
            LONDON,
            None,
            &Pauses::default(),
        );
        assert_eq!(next, at("2026-12-17T17:00:00Z"));
    }

    #[test]
    fn an_overdue_one_is_proposed_for_the_next_free_day() {
        let cadence = Cadence::parse("every 2 weeks", LONDON).unwrap();
        let next = cadence.next(
            Some(at("2026-10-01T16:00:00Z")),
            on("2026-09-01"),
            at("2026-12-04T18:00:00Z"),
            LONDON,
            None,
            &Pauses::default(),
        );
        assert_eq!(next, at("2026-12-05T17:00:00Z"));
    }

    #[test]
    fn nine_fortnights_with_one_skipped_keep_eight_of_nine() {
        let cadence = Cadence::parse("every 2 weeks", LONDON).unwrap();
        let start = on("2026-01-08");
        let held: Vec<_> = [0, 14, 28, 42, 70, 84, 98, 112]
            .iter()
            .map(|days| {
                zone::wall_clock(
                    (start + Days::new(*days)).and_hms_opt(17, 0, 0).unwrap(),
                    LONDON,
                )
            })
            .collect();
        let until = start + Days::new(113);
        assert_eq!(
            cadence.kept(start, until, &held, LONDON, &Pauses::default()),
            Kept { kept: 8, of: 9 }
        );
    }

    #[test]
    fn days_away_are_neither_missed_nor_due() {
        let cadence = Cadence::parse("every 2 weeks", LONDON).unwrap();
        let held = [at("2026-12-03T17:00:00Z"), at("2027-01-07T17:00:00Z")];
        let leave = Away {
            person: crate::domain::record::Id::new(1),
            from: on("2026-12-14"),
            until: on("2027-01-03"),
            because: None,
            private: false,
        };
        let (none, pauses) = (Pauses::default(), Pauses::of([&leave]));
        let kept = |pauses| cadence.kept(on("2026-12-01"), on("2027-01-08"), &held, LONDON, pauses);
        assert_eq!(kept(&none), Kept { kept: 2, of: 4 });
        assert_eq!(kept(&pauses), Kept { kept: 2, of: 2 });
        let due = |pauses| cadence.due_by(Some(held[0]), on("2026-12-01"), LONDON, pauses);
        assert_eq!(due(&none), on("2026-12-17"));
        assert_eq!(due(&pauses), on("2027-01-07"));
    }

    #[test]
    fn a_fixed_rhythm_counts_its_occurrences() {
        let cadence = Cadence::parse("weekly on thu 17:00", LONDON).unwrap();
        let held = [at("2026-12-03T17:00:00Z"), at("2026-12-18T17:00:00Z")];
        let kept = cadence.kept(
            on("2026-12-01"),
            on("2026-12-20"),
            &held,
            LONDON,
            &Pauses::default(),
        );
        assert_eq!(kept, Kept { kept: 2, of: 3 });
    }
}
