//! Checks fixed rhythms against a slow reference implementation that steps through days and quarters of an hour.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone,
    Utc, Weekday,
};
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRng, TestRunner};

use crate::domain::cadence::{Cadence, MonthDays, OrdinalSet};
use crate::domain::test_data::test_size;
use crate::domain::zone::Tz;

/// Returns the instant of a local time: the first one that shows it, or, in a gap, the one computed with the offset
/// before it (RFC 5545, section 3.3.5).
fn instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let quarter = TimeDelta::minutes(15);
    let mut at = (local - quarter * 60).and_utc();
    let mut before = None;
    while at <= (local + quarter * 60).and_utc() {
        let shown = at.with_timezone(&zone).naive_local();
        if shown == local {
            return at;
        }
        if shown < local {
            before = Some(at);
        }
        // Since 2018 no clock was changed by more than three hours, so nothing that is farther away can come sooner.
        at += quarter.max(local - shown - quarter * 12);
    }
    let offset =
        zone.offset_from_utc_datetime(&before.unwrap().naive_utc()).fix().local_minus_utc();
    (local - TimeDelta::seconds(i64::from(offset))).and_utc()
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// Whether a day is one of the days of its month that a rhythm names.
fn is_in(days: &MonthDays, day: NaiveDate) -> bool {
    let is_followed_by_month = |days| (day + Days::new(days)).month() != day.month();
    let (places, nth, is_last) = match days {
        MonthDays::Weekday { day: weekday, .. } if day.weekday() != *weekday => return false,
        MonthDays::Weekday { places, .. } => (places, day.day0() / 7 + 1, is_followed_by_month(7)),
        MonthDays::Dates(dates) => (dates, day.day(), is_followed_by_month(1)),
    };
    let nth = i8::try_from(nth).unwrap();
    places.contains(nth) || is_last && places.contains(-1)
}

/// Returns the first day of a rhythm that starts on `start`.
fn first_day(cadence: &Cadence, start: NaiveDate) -> NaiveDate {
    let is_named = |day: &NaiveDate| match cadence {
        Cadence::FromLast(_) => true,
        Cadence::Weekly { days, .. } => days.contains(day.weekday()),
        Cadence::Monthly { days, .. } => is_in(days, *day),
    };
    start.iter_days().find(is_named).unwrap()
}

/// Whether a rhythm with this first day has an occurrence on a day.
fn falls_on(cadence: &Cadence, first: NaiveDate, day: NaiveDate) -> bool {
    match cadence {
        Cadence::FromLast(_) => false,
        Cadence::Weekly { every, days, .. } => {
            // Weeks are counted from the week of the first matching day, not from the start of the agreement.
            let weeks = (monday(day) - monday(first)).num_weeks();
            days.contains(day.weekday()) && day >= first && weeks % i64::from(*every) == 0
        }
        Cadence::Monthly { every, days, .. } => {
            let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
            is_in(days, day)
                && day >= first
                && (months(day) - months(first)) % i64::from(*every) == 0
        }
    }
}

fn slowly(
    cadence: &Cadence,
    zone: Tz,
    time: NaiveTime,
    start: NaiveDate,
    days: u64,
) -> Vec<DateTime<Utc>> {
    let all = start.iter_days().take(usize::try_from(days).unwrap());
    let first = first_day(cadence, start);
    let days = all.filter(|day| falls_on(cadence, first, *day));
    days.map(|day| instant(day.and_time(time), zone)).collect()
}

fn rhythm() -> impl Strategy<Value = (Cadence, Tz, NaiveTime)> {
    let weekday = (0..7u8).prop_map(|n| Weekday::try_from(n).unwrap());
    let time = (0..96u32)
        .prop_map(|quarter| NaiveTime::from_hms_opt(quarter / 4, quarter % 4 * 15, 0).unwrap());
    let zone = prop::sample::select(Tz::all().collect::<Vec<_>>());
    let nths = prop::sample::subsequence(vec![1i8, 2, 3, 4, 5, -1], 1..4);
    let dates = prop::sample::subsequence(vec![1i8, 7, 15, 28, 29, 30, 31, -1], 1..4);
    let more =
        proptest::collection::vec((0..7u8).prop_map(|n| Weekday::try_from(n).unwrap()), 0..3);
    (0..3u8, (weekday, more), time, zone, 1..9u32, nths, dates).prop_map(
        |(kind, (day, more), time, zone, every, nths, dates)| {
            let cadence = match kind {
                0 => Cadence::Weekly {
                    every,
                    days: std::iter::once(day).chain(more).collect(),
                    time,
                    zone,
                },
                kind => Cadence::Monthly {
                    every: every.div_ceil(2),
                    days: match kind {
                        1 => MonthDays::Weekday {
                            places: OrdinalSet::from_places(&nths, 5).unwrap(),
                            day,
                        },
                        _ => MonthDays::Dates(OrdinalSet::from_places(&dates, 31).unwrap()),
                    },
                    time,
                    zone,
                },
            };
            (cadence, zone, time)
        },
    )
}

/// Start days in years with known zone rules, including spring and autumn changes.
fn start() -> impl Strategy<Value = NaiveDate> {
    (0..5_000u64).prop_map(|days| NaiveDate::from_ymd_opt(2018, 1, 1).unwrap() + Days::new(days))
}

/// A rhythm and the day on which it starts.
type Case = ((Cadence, Tz, NaiveTime), NaiveDate);

/// Compares an implementation with the reference over 200 days per case.
fn compared(
    cases: u32,
    occurrences: impl Fn(&Cadence, NaiveDate, DateTime<Utc>, DateTime<Utc>) -> Vec<DateTime<Utc>>,
) -> Result<(), TestError<Case>> {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner =
        TestRunner::new_with_rng(config.clone(), TestRng::deterministic_rng(config.rng_algorithm));
    runner.run(&(rhythm(), start()), |((cadence, zone, time), start)| {
        let days = 200;
        let from = instant(start.and_time(NaiveTime::MIN), zone);
        let last = start + Days::new(days - 1);
        let evening = NaiveTime::from_hms_opt(23, 59, 0).unwrap();
        let until = instant(last.and_time(evening), zone) + TimeDelta::hours(1);
        let is_in = |at: &DateTime<Utc>| at.with_timezone(&zone).date_naive() <= last;
        let mut found = occurrences(&cadence, start, from, until);
        found.retain(is_in);
        let mut wanted = slowly(&cadence, zone, time, start, days);
        wanted.retain(|at| *at >= from && *at <= until && is_in(at));
        prop_assert_eq!(found, wanted, "{}", cadence);
        Ok(())
    })
}

/// Verifies that the comparison detects rhythms that add 24 hours per day, skip an occurrence, or are late in one
/// month.
#[test]
fn a_rhythm_that_drifts_or_skips_is_detected() {
    let drifts = |cadence: &Cadence, start, from, until| {
        let right = cadence.occurrences(start, from, until);
        let Cadence::Weekly { every, .. } = cadence else {
            return right;
        };
        let apart = TimeDelta::hours(7 * 24 * i64::from(*every));
        (0..).zip(&right).map(|(n, _)| right[0] + apart * n).collect()
    };
    assert!(compared(5_000, drifts).is_err());
    let skips = |cadence: &Cadence, start, from, until| {
        let mut right = cadence.occurrences(start, from, until);
        right.truncate(25);
        right
    };
    assert!(compared(5_000, skips).is_err());
    let is_late_in_march = |cadence: &Cadence, start, from, until| {
        let right = cadence.occurrences(start, from, until);
        let by_a_quarter = |at: DateTime<Utc>| match at.date_naive().month0() {
            2 => at + TimeDelta::minutes(15),
            _ => at,
        };
        right.into_iter().map(by_a_quarter).collect()
    };
    assert!(compared(5_000, is_late_in_march).is_err());
}

/// Left out by `just check`.
mod slow {
    use super::*;

    #[test]
    fn a_fixed_rhythm_neither_drifts_nor_skips() {
        compared(test_size(5_000, 100_000), Cadence::occurrences).unwrap();
    }
}
