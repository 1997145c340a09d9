//! Rewrites unambiguous days and times of other programs in mentor's own format.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveTime};

use crate::domain::dates::clock::parse_time;
use crate::domain::dates::parse::DateError;
use crate::domain::dates::vocabulary::{month, weekday};
use crate::domain::zone::Tz;

/// The order of day and month in numeric dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// The conventions for parsing dates of another program.
#[derive(Clone, Copy, Debug)]
pub struct ForeignDates {
    /// `None`: ambiguous dates are refused.
    pub order: Option<DayOrder>,
    /// The zone of the resulting days.
    pub zone: Tz,
    /// Whether midnight with an offset means a day without a time rather than a moment.
    pub midnight_is_a_day: bool,
}

/// A day at the start of a text, and the rest of the text.
type DayAndRest<'t> = (NaiveDate, &'t str);

impl ForeignDates {
    /// Rewrites a date as `2026-12-31`. Text that is not a numeric date, or that separates the name of the month by a
    /// space, is left to `parse_day`. A time is dropped; with an offset, it determines the day in `zone`.
    pub fn day<'t>(&self, typed: &'t str) -> Result<Cow<'t, str>, DateError> {
        if let Some(at) = rfc_3339(typed.trim()) {
            let day = if self.midnight_is_a_day && at.time() == NaiveTime::MIN {
                at.date_naive()
            } else {
                at.with_timezone(&self.zone).date_naive()
            };
            return Ok(Cow::Owned(day.to_string()));
        }
        let (name, text) = split_weekday(typed);
        let Some((day, rest)) = self.split_day(text)? else {
            return Ok(without_time(typed));
        };
        if rest.is_empty() || time_of_day(rest).is_some() {
            Ok(Cow::Owned(format!("{name}{day}")))
        } else {
            Ok(Cow::Borrowed(typed))
        }
    }

    /// Rewrites a date with a time as `2026-12-31 17:00`. Seconds are dropped.
    pub fn moment<'t>(&self, typed: &'t str) -> Result<Cow<'t, str>, DateError> {
        if let Some(at) = rfc_3339(typed.trim()) {
            return Ok(Cow::Owned(at.format("%Y-%m-%dT%H:%M:%S%:z").to_string()));
        }
        let (name, text) = split_weekday(typed);
        let Some((day, rest)) = self.split_day(text)? else {
            return Ok(match split_clock(typed.trim()) {
                Some((day, time)) => Cow::Owned(format!("{day} {}", time.format("%H:%M"))),
                None => Cow::Borrowed(typed),
            });
        };
        match time_of_day(rest) {
            _ if rest.is_empty() => Ok(Cow::Owned(format!("{name}{day}"))),
            Some(time) => Ok(Cow::Owned(format!("{name}{day} {}", time.format("%H:%M")))),
            None => Ok(Cow::Borrowed(typed)),
        }
    }

    /// Parses the day at the start of a text. `None`: it does not start with a numeric date.
    fn split_day<'t>(&self, text: &'t str) -> Result<Option<DayAndRest<'t>>, DateError> {
        let end =
            text.find(|c: char| c.is_whitespace() || matches!(c, ',' | 'T')).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | 'T'));
        if is_figure(word) && word.len() == 8 {
            let day = NaiveDate::parse_from_str(word, "%Y%m%d").ok();
            return Ok(day.map(|day| (day, rest)));
        }
        let word = word.trim_end_matches('.');
        let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
        let [first, second, third] = parts[..] else {
            return Ok(None);
        };
        let named = match (month(&first.to_lowercase()), month(&second.to_lowercase())) {
            _ if !is_figure(third) => None,
            (None, Some(month)) if first.len() == 4 && is_figure(first) => {
                date(first, month, third)
            }
            (None, Some(month)) => date(third, month, first),
            (Some(month), None) => date(third, month, second),
            _ => None,
        };
        if let Some(day) = named {
            return Ok(Some((day, rest)));
        }
        if !parts.iter().all(|part| is_figure(part)) {
            return Ok(None);
        }
        let day_first = || date(third, second.parse().ok()?, first);
        let month_first = || date(third, first.parse().ok()?, second);
        let year_first = || date(first, second.parse().ok()?, third);
        if first.len() == 4 {
            return Ok(year_first().map(|day| (day, rest)));
        }
        let mut readings: Vec<NaiveDate> = match self.order {
            Some(DayOrder::DayFirst) => vec![day_first()],
            Some(DayOrder::MonthFirst) => vec![month_first()],
            None if third.len() == 4 => vec![day_first(), month_first()],
            None => vec![day_first(), month_first(), year_first()],
        }
        .into_iter()
        .flatten()
        .collect();
        readings.sort();
        readings.dedup();
        match readings[..] {
            [] => Err(DateError::NoSuchDay(word.to_owned())),
            [day] => Ok(Some((day, rest))),
            [one, other, ..] => Err(DateError::Ambiguous {
                typed: word.to_owned(),
                first: one.to_string(),
                second: other.to_string(),
            }),
        }
    }
}

/// Parses the parts of a numeric date. A two-digit year belongs to this century.
fn date(year: &str, month: u32, day: &str) -> Option<NaiveDate> {
    let century = match year.len() {
        2 => 2000,
        4 => 0,
        _ => return None,
    };
    let year = century + year.parse::<i32>().ok()?;
    let is_day = day.len() <= 2;
    NaiveDate::from_ymd_opt(year, month, day.parse().ok().filter(|_| is_day)?)
}

fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parses a timestamp: `2026-12-31T00:00:00.000Z`, `2026-12-31 00:00:00+01:00`, `20261231T000000Z`.
fn rfc_3339(text: &str) -> Option<DateTime<chrono::FixedOffset>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at);
    }
    let utc = text.strip_suffix(['Z', 'z']).map(|text| format!("{text}+0000"));
    let text = utc.as_deref().unwrap_or(text);
    let forms = [
        "%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%d %H:%M:%S%.f%z",
        "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M%z", "%Y-%m-%d %H:%M %z", "%Y%m%dT%H%M%S%z",
    ];
    forms.iter().find_map(|form| DateTime::parse_from_str(text, form).ok())
}

/// Parses a time of day: `17:00`, `17:00:00`, `5:00:00 PM`, `170000`.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let text = text.strip_prefix("at ").unwrap_or(text);
    let forms = ["%H:%M:%S%.f", "%I:%M:%S %p", "%I:%M:%S%p", "%H%M%S"];
    let found = forms.iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok());
    found.or_else(|| parse_time(text).ok())
}

/// Splits a text into the words of a day and the time after them, as in `Dec 31, 2026 5:00:00 PM`.
fn split_clock(text: &str) -> Option<(&str, NaiveTime)> {
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let last = blanks.iter().rev().take(2);
    let mut found = last.filter_map(|at| {
        let (day, time) = text.split_at(*at);
        let time = Some(time).filter(|time| time.contains(':'))?;
        Some((day.trim_end_matches([',', ' ']), time_of_day(time)?))
    });
    // Prefer the longest time: `5:00 PM` rather than `PM`.
    let nearest = found.next()?;
    Some(found.next().unwrap_or(nearest))
}

fn without_time(typed: &str) -> Cow<'_, str> {
    split_clock(typed.trim()).map_or(Cow::Borrowed(typed), |(day, _)| Cow::Borrowed(day))
}

/// Splits off the weekday at the start, with a trailing space.
fn split_weekday(typed: &str) -> (String, &str) {
    let typed = typed.trim();
    let found = typed.split_once([' ', ',']);
    match found.filter(|(name, _)| weekday(&name.trim_end_matches('.').to_lowercase()).is_some()) {
        Some((name, rest)) => {
            (format!("{} ", name.trim_end_matches('.')), rest.trim_start_matches([' ', ',']))
        }
        None => (String::new(), typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATES: ForeignDates =
        ForeignDates { order: None, zone: Tz::UTC, midnight_is_a_day: true };

    #[test]
    fn days_with_one_reading_are_rewritten() {
        for typed in [
            "2026-12-31", "2026-12-31 00:00:00", "2026-12-31T00:00:00.000Z", "2026-12-31T00:00:00",
            "2026-12-31 17:00", "2026-12-31 00:00:00.000", "2026-12-31 00:00:00 +0100",
            "2026-12-31T00:00:00+02:00", "2026/12/31", "2026.12.31", "20261231",
            "20261231T170000Z", "31-Dec-2026", "31/Dec/2026", "31.Dec.2026", "31-December-2026",
            "31-Dec-26", "Dec-31-2026", "2026-Dec-31", "31/12/2026", "12/31/2026", "31.12.2026",
            "31-12-2026", "12/31/2026 5:00:00 PM", "12/31/2026, 5:00 PM", "31.12.2026 17:00",
            "12/31/26",
        ] {
            assert_eq!(DATES.day(typed).as_deref(), Ok("2026-12-31"), "{typed}");
        }
        for (typed, meant) in [
            ("Thu 31/12/2026", "Thu 2026-12-31"),
            ("Thu, 31.12.2026", "Thu 2026-12-31"),
            ("Dec 31, 2026 5:00:00 PM", "Dec 31, 2026"),
            ("Dec 31, 2026, 12:00 AM", "Dec 31, 2026"),
            ("31 December 2026", "31 December 2026"),
            ("11/11/2026", "2026-11-11"),
            ("2026-1-5", "2026-01-05"),
            ("5/1/2026x", "5/1/2026x"),
            ("next fri", "next fri"),
            ("12345678", "12345678"),
            ("", ""),
        ] {
            assert_eq!(DATES.day(typed).as_deref(), Ok(meant), "{typed}");
        }
    }

    #[test]
    fn days_with_two_readings_need_an_order() {
        for (typed, day_first, month_first) in [
            ("05/06/2027", "2027-06-05", "2027-05-06"),
            ("5.6.2027", "2027-06-05", "2027-05-06"),
            ("5-6-2027 17:00", "2027-06-05", "2027-05-06"),
            ("05/06/27", "2027-06-05", "2027-05-06"),
        ] {
            assert!(matches!(DATES.day(typed), Err(DateError::Ambiguous { .. })), "{typed}");
            let with = |order| ForeignDates { order: Some(order), ..DATES };
            let day = with(DayOrder::DayFirst).day(typed);
            assert_eq!(day.as_deref(), Ok(day_first), "{typed}");
            let day = with(DayOrder::MonthFirst).day(typed);
            assert_eq!(day.as_deref(), Ok(month_first), "{typed}");
        }
        assert!(DATES.day("31/12/26").is_err());
        assert!(DATES.day("31/31/2026").is_err());
        let month_first = ForeignDates { order: Some(DayOrder::MonthFirst), ..DATES };
        assert!(month_first.day("31/12/2026").is_err());
    }

    #[test]
    fn a_moment_tells_the_day_of_the_zone_unless_it_is_midnight() {
        let tokyo =
            ForeignDates { zone: crate::domain::zone::parse("Asia/Tokyo").unwrap(), ..DATES };
        assert_eq!(tokyo.day("2026-12-30T20:00:00Z").as_deref(), Ok("2026-12-31"));
        assert_eq!(tokyo.day("2026-12-31T00:00:00Z").as_deref(), Ok("2026-12-31"));
    }

    #[test]
    fn moments_keep_their_time() {
        for (typed, meant) in [
            ("2026-11-03 10:00", "2026-11-03 10:00"),
            ("2026-11-03T10:00:00", "2026-11-03 10:00"),
            ("2026-11-03T10:00:00.000Z", "2026-11-03T10:00:00+00:00"),
            ("11/23/2026 5:00:00 PM", "2026-11-23 17:00"),
            ("23.11.2026, 17:00", "2026-11-23 17:00"),
            ("Nov 3, 2026, 5:00:00 PM", "Nov 3, 2026 17:00"),
            ("2026/11/03", "2026-11-03"),
            ("yesterday", "yesterday"),
        ] {
            assert_eq!(DATES.moment(typed).as_deref(), Ok(meant), "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(typed in "([0-9]{1,8}|dec|[-/., :TZ]|fri|é|PM){0,9}") {
            let _ = DATES.day(&typed);
            let _ = DATES.moment(&typed);
        }

        #[test]
        fn a_day_of_ours_stays_as_it_is(day in 0..3_000_000_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(day).unwrap();
            proptest::prop_assume!((1900..=9999).contains(&chrono::Datelike::year(&day)));
            let read = DATES.day(&day.to_string()).unwrap().into_owned();
            proptest::prop_assert_eq!(read, day.to_string());
        }
    }
}
