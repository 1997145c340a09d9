//! Days and times as people type them, and as they are told.
//!
//! A small grammar of our own: a wrong date is worse than a refused one, and no phrase parser that was tried refuses
//! what it does not know (`docs/decisions.md`).

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};

use crate::domain::dates::habits::habits;
use crate::domain::zone::{self, LocalError, Tz};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DateError {
    #[error("`{0}` is not a day")]
    Unknown(String),
    #[error("`{0}` names a day that does not exist")]
    NoSuchDay(String),
    #[error("`{typed}` can be read as {first} or as {second}")]
    Ambiguous {
        typed: String,
        first: String,
        second: String,
    },
    #[error("`{typed}` is not written the way days are written here")]
    Slashed { typed: String, iso: String },
    #[error("`{0}` is not a time of day")]
    Time(String),
    #[error("`{0}` needs a time")]
    NoTime(String),
    #[error("`{0}` is outside the years 1900 to 9999")]
    OutOfRange(String),
    #[error(transparent)]
    Local(#[from] LocalError),
}

impl DateError {
    pub fn hint(&self) -> String {
        match self {
            DateError::Unknown(_) => {
                "write it like `2026-12-01`, `tomorrow`, `fri`, `+3d`, `in 2 weeks` or `4 dec`"
                    .to_owned()
            }
            DateError::NoSuchDay(_) | DateError::OutOfRange(_) => {
                "write it like `2026-12-01`".to_owned()
            }
            DateError::Ambiguous { first, second, .. } => format!("write `{first}` or `{second}`"),
            DateError::Slashed { iso, .. } => format!("write `{iso}`"),
            DateError::Time(_) => "write it like `17:00` or `5pm`".to_owned(),
            DateError::NoTime(typed) => format!("for example `{typed} 17:00`"),
            DateError::Local(error) => error.hint(),
        }
    }

    /// Whether the text was meant as a day: it is refused for its value, not for its form.
    pub fn looks_like_a_day(&self) -> bool {
        !matches!(self, DateError::Unknown(_))
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a day: `2026-12-01`, `tomorrow`, `fri`, `next fri`, `+3d`, `in 2 weeks`, `eom`, `4 dec`.
///
/// A weekday is the next such day after today; `next fri` is the Friday of the week after this one (weeks begin on
/// Monday, ISO 8601, unless the user's begin on another day). `03/04/2026` is refused with both readings.
pub fn day(typed: &str, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let text = typed.trim().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let unknown = || DateError::Unknown(typed.to_owned());
    let found = match words.as_slice() {
        [] => return Err(unknown()),
        ["today"] => Some(today),
        ["tomorrow"] => today.succ_opt(),
        ["yesterday"] => today.pred_opt(),
        ["eow"] => Some(end_of_week(today)),
        ["eom"] => end_of_month(today),
        ["eoy"] => NaiveDate::from_ymd_opt(today.year(), 12, 31),
        ["next", name] if weekday(name).is_some() => {
            let ahead = weekday(name).map_or(0, since_the_week_began);
            end_of_week(today).checked_add_days(Days::new(1 + ahead))
        }
        ["last", name] if weekday(name).is_some() => {
            weekday(name).and_then(|wanted| today.iter_days().rev_until(wanted))
        }
        [name] if weekday(name).is_some() => weekday(name).and_then(|wanted| {
            today
                .iter_days()
                .skip(1)
                .find(|day| day.weekday() == wanted)
        }),
        ["in", rest @ ..] => return offset(&rest.join(" "), today, 1, typed),
        [rest @ .., "ago"] => return offset(&rest.join(" "), today, -1, typed),
        _ => return other_day(&text, &words, typed, today),
    };
    found
        .ok_or_else(|| DateError::OutOfRange(typed.to_owned()))
        .and_then(|day| in_range(day, typed))
}

fn in_range(day: NaiveDate, typed: &str) -> Result<NaiveDate, DateError> {
    if (1900..=9999).contains(&day.year()) {
        Ok(day)
    } else {
        Err(DateError::OutOfRange(typed.to_owned()))
    }
}

/// Walking back to a weekday.
trait Back {
    fn rev_until(self, wanted: Weekday) -> Option<NaiveDate>;
}

impl Back for chrono::naive::NaiveDateDaysIterator {
    fn rev_until(self, wanted: Weekday) -> Option<NaiveDate> {
        self.rev().skip(1).find(|day| day.weekday() == wanted)
    }
}

fn end_of_week(today: NaiveDate) -> NaiveDate {
    let ahead = 6 - since_the_week_began(today.weekday());
    today.checked_add_days(Days::new(ahead)).unwrap_or(today)
}

fn since_the_week_began(day: Weekday) -> u64 {
    u64::from(day.days_since(habits().week_starts))
}

fn end_of_month(today: NaiveDate) -> Option<NaiveDate> {
    today
        .with_day(1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

fn weekday(name: &str) -> Option<Weekday> {
    (name.len() >= 3).then(|| name.parse().ok()).flatten()
}

/// ISO days, slashed days, `4 dec`, and `3d`, `+2w`, `-1d`.
fn other_day(
    text: &str,
    words: &[&str],
    typed: &str,
    today: NaiveDate,
) -> Result<NaiveDate, DateError> {
    let digits_only = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'));
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    if digits_only && parts.len() == 3 && parts.iter().all(|part| !part.is_empty()) {
        return numeric(&parts, text, typed);
    }
    if let Some(found) = month_day(words, today, typed) {
        return found;
    }
    match text.strip_prefix('-') {
        Some(rest) => offset(rest, today, -1, typed),
        None => offset(text.trim_start_matches('+'), today, 1, typed),
    }
}

fn numeric(parts: &[&str], text: &str, typed: &str) -> Result<NaiveDate, DateError> {
    let number = |at: usize| parts[at].parse::<u32>().unwrap_or(0);
    let date = |year: u32, month: u32, day: u32| {
        NaiveDate::from_ymd_opt(i32::try_from(year).unwrap_or(-1), month, day)
    };
    if parts[0].len() == 4 && text.contains('-') {
        let day = date(number(0), number(1), number(2));
        let day = day.ok_or_else(|| DateError::NoSuchDay(typed.to_owned()))?;
        return in_range(day, typed);
    }
    if parts[2].len() != 4 {
        return Err(DateError::Unknown(typed.to_owned()));
    }
    let european = date(number(2), number(1), number(0));
    let american = date(number(2), number(0), number(1));
    Err(match (european, american) {
        (Some(first), Some(second)) if first != second => DateError::Ambiguous {
            typed: typed.to_owned(),
            first: first.to_string(),
            second: second.to_string(),
        },
        (Some(one), _) | (None, Some(one)) => DateError::Slashed {
            typed: typed.to_owned(),
            iso: one.to_string(),
        },
        (None, None) => DateError::NoSuchDay(typed.to_owned()),
    })
}

/// `4 dec`, `dec 4`, `4 december 2026`; without a year the next such day, today included.
fn month_day(
    words: &[&str],
    today: NaiveDate,
    typed: &str,
) -> Option<Result<NaiveDate, DateError>> {
    let month_of = |word: &str| {
        let at = MONTHS
            .iter()
            .position(|name| word.len() >= 3 && name.starts_with(word))?;
        u32::try_from(at + 1).ok()
    };
    let (first, second, year) = match words {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year.parse::<i32>().ok()?)),
        _ => return None,
    };
    let plain = |word: &str| word.trim_end_matches(',').to_owned();
    let (first, second) = (plain(first), plain(second));
    let (month, day) = match (month_of(&first), month_of(&second)) {
        (Some(month), None) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return None,
    };
    let day: u32 = day.parse().ok()?;
    let missing = || DateError::NoSuchDay(typed.to_owned());
    let found = match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => (0..=8)
            .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day))
            .find(|day| *day >= today),
    };
    Some(
        found
            .ok_or_else(missing)
            .and_then(|day| in_range(day, typed)),
    )
}

/// `3d`, `2 weeks`, `1 month` from today.
fn offset(text: &str, today: NaiveDate, sign: i8, typed: &str) -> Result<NaiveDate, DateError> {
    let unknown = || DateError::Unknown(typed.to_owned());
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let count: u32 = text[..digits].parse().map_err(|_| unknown())?;
    let unit = text[digits..].trim();
    let days = |each: u64| {
        let days = Days::new(u64::from(count).saturating_mul(each));
        if sign > 0 {
            today.checked_add_days(days)
        } else {
            today.checked_sub_days(days)
        }
    };
    let months = |each: u32| {
        let months = Months::new(count.saturating_mul(each));
        if sign > 0 {
            today.checked_add_months(months)
        } else {
            today.checked_sub_months(months)
        }
    };
    let found = match unit {
        "d" | "day" | "days" => days(1),
        "w" | "week" | "weeks" => days(7),
        "month" | "months" => months(1),
        "y" | "year" | "years" => months(12),
        _ => return Err(unknown()),
    };
    let day = found.ok_or_else(|| DateError::OutOfRange(typed.to_owned()))?;
    in_range(day, typed)
}

/// Reads a time of day: `17:00`, `5pm`, `5:30 pm`, `noon`.
pub fn time(typed: &str) -> Result<NaiveTime, DateError> {
    let error = || DateError::Time(typed.to_owned());
    let text: String = typed.to_lowercase().split_whitespace().collect();
    if text == "noon" {
        return NaiveTime::from_hms_opt(12, 0, 0).ok_or_else(error);
    }
    let (clock, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (text.as_str(), None),
    };
    let (hour, minute) = match clock.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if half.is_some() => (clock, "00"),
        _ => return Err(error()),
    };
    let (hour, minute): (u32, u32) = (
        hour.parse().map_err(|_| error())?,
        minute.parse().map_err(|_| error())?,
    );
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return Err(error()),
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or_else(error)
}

/// Reads a moment: a day with a time (`fri 17:00`, `tomorrow at 5pm`), a time alone (today), RFC 3339, or `now`.
///
/// Local times are those of `zone`; one that does not exist or exists twice there is refused.
pub fn when(typed: &str, now: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>, DateError> {
    let text = typed.trim();
    let today = now.with_timezone(&zone).date_naive();
    if text.eq_ignore_ascii_case("now") {
        return Ok(now);
    }
    for form in ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%dT%H:%M:%S%:z"] {
        let upper = text.to_uppercase().replace('Z', "+00:00");
        if let Ok(at) = DateTime::parse_from_str(&upper, form) {
            in_range(at.date_naive(), typed)?;
            return Ok(at.with_timezone(&Utc));
        }
    }
    if let Ok(local) = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M") {
        in_range(local.date(), typed)?;
        return Ok(zone::instant(local, zone)?);
    }
    let (day, time) = split_time(text, today, typed)?;
    Ok(zone::instant(day.and_time(time), zone)?)
}

fn split_time(
    text: &str,
    today: NaiveDate,
    typed: &str,
) -> Result<(NaiveDate, NaiveTime), DateError> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let is_half = |word: &&str| word.eq_ignore_ascii_case("am") || word.eq_ignore_ascii_case("pm");
    let mut clock = words.pop().unwrap_or_default().to_owned();
    if is_half(&clock.as_str())
        && let Some(number) = words.pop()
    {
        clock = format!("{number}{clock}");
    }
    if words
        .last()
        .is_some_and(|word| word.eq_ignore_ascii_case("at"))
    {
        words.pop();
    }
    let looks_like_time =
        clock.contains(':') || clock.ends_with("am") || clock.ends_with("pm") || clock == "noon";
    if !looks_like_time {
        return Err(match day(text, today) {
            Ok(_) => DateError::NoTime(typed.to_owned()),
            Err(error) => error,
        });
    }
    let clock = time(&clock)?;
    let day = if words.is_empty() {
        today
    } else {
        day(&words.join(" "), today)?
    };
    Ok((day, clock))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::{Habits, follow};

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_from_a_tuesday() {
        let tuesday = on("2026-12-01");
        for (typed, meant) in [
            ("2026-12-01", "2026-12-01"),
            ("today", "2026-12-01"),
            ("tomorrow", "2026-12-02"),
            ("fri", "2026-12-04"),
            ("Friday", "2026-12-04"),
            ("tue", "2026-12-08"),
            ("next fri", "2026-12-11"),
            ("last fri", "2026-11-27"),
            ("+3d", "2026-12-04"),
            ("2w", "2026-12-15"),
            ("in 2 weeks", "2026-12-15"),
            ("3 days ago", "2026-11-28"),
            ("eom", "2026-12-31"),
            ("4 dec", "2026-12-04"),
            ("feb 3", "2027-02-03"),
            ("29 feb", "2028-02-29"),
        ] {
            assert_eq!(day(typed, tuesday), Ok(on(meant)), "{typed}");
        }
    }

    #[test]
    fn the_first_day_of_the_week_decides_what_next_week_is() {
        let sunday = on("2026-11-29");
        let read = |week_starts| {
            follow(Habits {
                week_starts,
                ..Habits::USUAL
            });
            let read = ["next fri", "next sun", "next mon", "eow"].map(|text| day(text, sunday));
            follow(Habits::USUAL);
            read.map(|day| day.unwrap().to_string())
        };
        assert_eq!(
            read(Weekday::Mon),
            ["2026-12-04", "2026-12-06", "2026-11-30", "2026-11-29"]
        );
        assert_eq!(
            read(Weekday::Sun),
            ["2026-12-11", "2026-12-06", "2026-12-07", "2026-12-05"]
        );
        assert_eq!(
            read(Weekday::Sat),
            ["2026-12-11", "2026-12-06", "2026-12-07", "2026-12-04"]
        );
    }

    #[test]
    fn a_day_that_can_be_read_two_ways_is_refused_with_both() {
        let error = day("03/04/2026", on("2026-12-01")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`03/04/2026` can be read as 2026-04-03 or as 2026-03-04"
        );
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        let today = on("2026-12-01");
        assert_eq!(
            day("2026-02-30", today),
            Err(DateError::NoSuchDay("2026-02-30".into()))
        );
        assert!(day("+999999999d", today).is_err());
        assert!(day("", today).is_err());
    }

    #[test]
    fn a_moment_is_read_in_its_zone() {
        let now = "2026-12-01T09:00:00Z".parse().unwrap();
        let zone = Tz::America__Bogota;
        for (typed, meant) in [
            ("2026-12-03 17:00", "2026-12-03T22:00:00Z"),
            ("2026-12-03T17:00", "2026-12-03T22:00:00Z"),
            ("2026-12-03T17:00Z", "2026-12-03T17:00:00Z"),
            ("tomorrow 5pm", "2026-12-02T22:00:00Z"),
            ("fri at 5:30 pm", "2026-12-04T22:30:00Z"),
            ("17:00", "2026-12-01T22:00:00Z"),
        ] {
            assert_eq!(
                when(typed, now, zone),
                Ok(meant.parse().unwrap()),
                "{typed}"
            );
        }
        assert_eq!(when("fri", now, zone), Err(DateError::NoTime("fri".into())));
        assert_eq!(
            when("fri 25:00", now, zone),
            Err(DateError::Time("25:00".into()))
        );
    }

    #[test]
    fn a_time_in_the_gap_or_in_the_fold_is_refused() {
        let now = "2026-03-01T09:00:00Z".parse().unwrap();
        let zone = Tz::Europe__London;
        assert!(matches!(
            when("2026-03-29 01:30", now, zone),
            Err(DateError::Local(LocalError::Gap { .. }))
        ));
        let fold = when("2026-10-25 01:30", now, zone).unwrap_err();
        assert_eq!(
            fold.hint(),
            "write `2026-10-25T01:30+01:00` or `2026-10-25T01:30+00:00`"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}", ahead in "[0-9+-]{0,12} ?[a-z]{0,7}") {
            let today = on("2026-12-01");
            let _ = day(&text, today);
            let _ = day(&ahead, today);
            let _ = when(&text, "2026-12-01T09:00:00Z".parse().unwrap(), Tz::UTC);
        }
    }
}
