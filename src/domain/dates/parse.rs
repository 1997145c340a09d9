//! Parses days and times as people type them and as mentor prints them.
//!
//! The grammar is our own: a wrong date is worse than a refused one, and every date parser that was tried accepted
//! phrases it did not know (`docs/decisions.md`).

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Utc};

use crate::domain::dates::clock::{around_now, parse_clock, parse_time, split_time};
use crate::domain::dates::day_reader::DayReader;
use crate::domain::dates::vocabulary::{is_day_name, misspelt_day, month, weekday};
use crate::domain::dates::{Now, Today};
use crate::domain::zone::{self, LocalError, Tz};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DateError {
    #[error("`{0}` is not a day")]
    Unknown(String),
    #[error("`{typed}` is not a day")]
    Misspelt { typed: String, meant: String },
    #[error("`{0}` does not exist")]
    NoSuchDay(String),
    #[error("`{typed}` is ambiguous: {first} or {second}")]
    Ambiguous { typed: String, first: String, second: String },
    #[error("`{typed}` is not a supported date format")]
    Slashed { typed: String, iso: String },
    #[error("`{typed}` contradicts itself: {} is a {}", .day.format("%-d %b %Y"), .day.format("%A"))]
    WrongWeekday { typed: String, day: NaiveDate },
    #[error("`{read}` is {}, but what follows it is not understood: `{rest}`", .day.format("%a %-d %b %Y"))]
    Trailing { read: String, day: NaiveDate, rest: String },
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
            DateError::Misspelt { meant, .. } => format!("did you mean `{meant}`?"),
            DateError::NoSuchDay(_) | DateError::OutOfRange(_) => {
                "write it like `2026-12-01`".to_owned()
            }
            DateError::Ambiguous { first, second, .. } => format!("write `{first}` or `{second}`"),
            DateError::Slashed { iso, .. } => format!("write `{iso}`"),
            DateError::WrongWeekday { day, .. } => {
                format!("leave the weekday out, or write the day that you mean like `{day}`")
            }
            DateError::Trailing { read, .. } => {
                format!("put the day last (`by {read}`), or write it like `2026-12-01`")
            }
            DateError::Time(_) => "write it like `17:00` or `5pm`".to_owned(),
            DateError::NoTime(typed) => format!("try `{typed} 17:00`"),
            DateError::Local(error) => error.hint(),
        }
    }

    /// Whether the text has the form of a day and was refused only for its value.
    pub fn looks_like_a_day(&self) -> bool {
        !matches!(self, DateError::Unknown(_))
    }
}

/// The purpose of a day, which decides between several days that match the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRole {
    /// A past event or the start of a report: the latest matching day, up to and including today.
    Past,
    /// A future event: the next matching day.
    Future,
    /// A deadline: like `Future`, but a month means its last day.
    Deadline,
    /// A first day that may be past or future: the nearest matching day.
    Start,
}

/// A moment, or a day without a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Moment(DateTime<Utc>),
    Day(NaiveDate),
}

/// Parses a day: `2026-12-01`, `tomorrow`, `fri`, `next fri`, `+3d`, `in 2 weeks`, `eom`, `4 dec`, and every form in
/// which mentor prints a day, such as `Fri 4 Dec (in 3 days)`.
///
/// A future weekday is the next such day after today; `next fri` is the Friday of next week (weeks start on Monday, ISO
/// 8601, unless configured otherwise). `03/04/2026` is refused with both readings.
///
/// The time of a moment such as `Thu 10 Dec 15:00` is ignored.
pub fn parse_day(typed: &str, today: Today, role: DayRole) -> Result<NaiveDate, DateError> {
    or_misspelt(typed, &|typed| day_with_time(typed, today, role))
}

/// Parses a text; if it is unknown only for a misspelt day in it, the error says which day may be meant.
fn or_misspelt<T>(
    typed: &str,
    parse: &dyn Fn(&str) -> Result<T, DateError>,
) -> Result<T, DateError> {
    let error = match parse(typed) {
        Err(error @ DateError::Unknown(_)) => error,
        read => return read,
    };
    let correct = |word: &str| {
        let lower = word.to_lowercase();
        let is_name = is_day_name(&lower) || month(&lower).is_some();
        let meant = misspelt_day(&lower).filter(|_| !is_name);
        meant.map_or_else(|| word.to_owned(), str::to_owned)
    };
    let meant: Vec<String> = typed.split_whitespace().map(correct).collect();
    let meant = meant.join(" ");
    Err(match parse(&meant) {
        Ok(_) => DateError::Misspelt { typed: typed.to_owned(), meant },
        Err(_) => error,
    })
}

fn day_with_time(typed: &str, today: Today, role: DayRole) -> Result<NaiveDate, DateError> {
    let unknown = match parse_day_alone(typed, today, role) {
        Err(error @ DateError::Unknown(_)) => error,
        read => return read,
    };
    match split_time(without_note(typed.trim())) {
        Some((day, clock)) if !day.is_empty() && parse_time(&clock).is_ok() => {
            parse_day_alone(&day, today, role).map_err(|error| match error {
                DateError::Unknown(_) => unknown,
                error => error,
            })
        }
        _ => Err(unknown),
    }
}

/// Parses the same as `parse_day`, but refuses a time.
pub fn parse_day_alone(typed: &str, today: Today, role: DayRole) -> Result<NaiveDate, DateError> {
    let reader = DayReader { typed, today: today.day, week_starts: today.style.week_starts, role };
    reader.read()
}

pub(super) fn in_range(day: NaiveDate, typed: &str) -> Result<NaiveDate, DateError> {
    if (1900..=9999).contains(&day.year()) {
        Ok(day)
    } else {
        Err(DateError::OutOfRange(typed.to_owned()))
    }
}

/// Parses a moment: a day with a time (`fri 17:00`, `tomorrow at 5pm`), a time alone (today), RFC 3339, or `now`.
///
/// Times are local to `zone`; skipped and ambiguous ones are refused.
pub fn parse_moment(
    typed: &str,
    now: Now,
    zone: Tz,
    role: DayRole,
) -> Result<DateTime<Utc>, DateError> {
    match moment_or_day(typed, now, zone, role)? {
        When::Moment(at) => Ok(at),
        When::Day(_) => Err(DateError::NoTime(typed.to_owned())),
    }
}

/// Parses the same as `parse_moment`, and also a day without a time, for callers with a default time.
pub fn moment_or_day(typed: &str, now: Now, zone: Tz, role: DayRole) -> Result<When, DateError> {
    or_misspelt(typed, &|typed| moment_or_day_spelt(typed, now, zone, role))
}

fn moment_or_day_spelt(typed: &str, now: Now, zone: Tz, role: DayRole) -> Result<When, DateError> {
    match local_moment_or_day(typed, now, zone, role) {
        Err(DateError::Unknown(_)) => {}
        read => return read,
    }
    // A time in another zone: `fri 17:00 London`, `fri 17:00 London time`.
    let words: Vec<&str> = typed.split_whitespace().collect();
    let words = words.strip_suffix(&["time"]).unwrap_or(&words);
    let mut splits =
        (1..=3).filter_map(|last| words.split_at_checked(words.len().checked_sub(last)?));
    let named = splits.find_map(|(words, name)| {
        let zone = zone::parse(&name.join(" ")).ok()?;
        local_moment_or_day(&words.join(" "), now, zone, role).ok()
    });
    match named {
        Some(When::Moment(at)) => Ok(When::Moment(at)),
        _ => Err(bare_hour(typed, now.today_in(zone), role)
            .unwrap_or_else(|| DateError::Unknown(typed.to_owned()))),
    }
}

/// Returns the error for a day and a bare number after it, which is meant as a time: `thursday 17`.
fn bare_hour(typed: &str, today: Today, role: DayRole) -> Option<DateError> {
    let (day, hour) = typed.trim().rsplit_once(char::is_whitespace)?;
    let is_number = hour.chars().all(|c| c.is_ascii_digit());
    let is_day = parse_day_alone(day, today, role).is_ok();
    (is_number && is_day).then(|| DateError::Time(hour.to_owned()))
}

/// Parses the same as `moment_or_day`, without a zone in the text.
fn local_moment_or_day(typed: &str, now: Now, zone: Tz, role: DayRole) -> Result<When, DateError> {
    let text = without_note(typed.trim());
    let today = now.today_in(zone);
    if text.eq_ignore_ascii_case("now") {
        return Ok(When::Moment(now.at));
    }
    if let Some(at) = around_now(text, now.at, role == DayRole::Past) {
        return Ok(When::Moment(at));
    }
    for form in ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%dT%H:%M:%S%:z"] {
        let upper = text.to_uppercase().replace('Z', "+00:00");
        if let Ok(at) = DateTime::parse_from_str(&upper, form) {
            in_range(at.date_naive(), typed)?;
            return Ok(When::Moment(at.with_timezone(&Utc)));
        }
    }
    if let Ok(local) = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M") {
        in_range(local.date(), typed)?;
        return Ok(When::Moment(zone::resolve_local(local, zone)?));
    }
    let Some((words, clock)) = split_time(text) else {
        return Ok(When::Day(parse_day_alone(text, today, role)?));
    };
    let time = parse_clock(&clock)?;
    let day = match words.as_str() {
        "" => today.day,
        words => parse_day_alone(words, today, role)?,
    };
    let at = zone::resolve_local(day.and_time(time), zone)?;
    // At noon on a Monday, a past `mon 17:00` is the one of the week before.
    let name = words.strip_prefix("on ").unwrap_or(&words);
    if role == DayRole::Past && at > now.at && weekday(name).is_some() {
        let before = day.checked_sub_days(Days::new(7)).unwrap_or(day);
        return Ok(When::Moment(zone::resolve_local(before.and_time(time), zone)?));
    }
    Ok(When::Moment(at))
}

/// Strips the other side's local time that mentor prints after a moment: `Thu 3 Dec 17:00 (12:00 for Ana)`.
pub(super) fn without_note(text: &str) -> &str {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
        Some((told, note)) if note.contains(" for ") => told.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::domain::dates::{DateStyle, deadline};

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today(text: &str) -> Today {
        DateStyle::USUAL.today(on(text))
    }

    fn now(text: &str) -> Now {
        DateStyle::USUAL.now(text.parse().unwrap())
    }

    #[test]
    fn misspelt_day_is_suggested() {
        let now = now("2026-12-01T09:00:00Z");
        for (typed, meant) in [
            ("tomorow", Some("tomorrow")),
            ("next firday", Some("next friday")),
            ("4 Febuary", Some("4 february")),
            ("tuesday sharp", None),
            ("tomato", None),
            ("someday", None),
        ] {
            let hint = meant.map(|meant| format!("did you mean `{meant}`?"));
            let hint = hint.unwrap_or_else(|| DateError::Unknown(String::new()).hint());
            let day = parse_day(typed, now.today_in(Tz::UTC), DayRole::Future);
            assert_eq!(day.unwrap_err().hint(), hint, "{typed}");
        }
        let read = |typed| parse_moment(typed, now, Tz::UTC, DayRole::Future).unwrap_err();
        assert_eq!(read("thrusday 17:00").hint(), "did you mean `thursday 17:00`?");
        assert_eq!(read("17:00 on wendesday").hint(), "did you mean `17:00 on wednesday`?");
        assert_eq!(read("thursday 17"), DateError::Time("17".into()));
        assert_eq!(read("tomorrow 9"), DateError::Time("9".into()));
    }

    #[test]
    fn days_are_read_from_a_tuesday() {
        let tuesday = today("2026-12-01");
        for (typed, meant) in [
            ("2026-12-01", "2026-12-01"),
            ("today", "2026-12-01"),
            ("tomorrow", "2026-12-02"),
            ("fri", "2026-12-04"),
            ("Friday", "2026-12-04"),
            ("tue", "2026-12-08"),
            ("next fri", "2026-12-11"),
            ("+3d", "2026-12-04"),
            ("2w", "2026-12-15"),
            ("in 2 weeks", "2026-12-15"),
            ("3 days ago", "2026-11-28"),
            ("eom", "2026-12-31"),
            ("4 dec", "2026-12-04"),
            ("feb 3", "2027-02-03"),
            ("29 feb", "2028-02-29"),
            ("in a week", "2026-12-08"),
            ("in two weeks", "2026-12-15"),
            ("a month", "2027-01-01"),
            ("next week", "2026-12-07"),
            ("next month", "2027-01-01"),
            ("end of month", "2026-12-31"),
            ("end of next month", "2027-01-31"),
            ("end of feb", "2027-02-28"),
            ("end of the year", "2026-12-31"),
            ("this fri", "2026-12-04"),
            ("this mon", "2026-11-30"),
            ("feb", "2027-02-01"),
            ("dec", "2026-12-01"),
            ("february 2028", "2028-02-01"),
            ("Fri 4 Dec", "2026-12-04"),
            ("Fri 4 Dec (in 3 days)", "2026-12-04"),
            ("Thu 10 Dec 15:00", "2026-12-10"),
            ("Thu 10 Dec 15:00 (10:00 for Ana)", "2026-12-10"),
            ("Mon 30 Nov (yesterday)", "2026-11-30"),
            ("mon the 30th", "2026-11-30"),
            ("Fri, 4th of December 2026", "2026-12-04"),
            ("the 15th", "2026-12-15"),
            ("day after tomorrow", "2026-12-03"),
            ("tonight", "2026-12-01"),
            ("-2w", "2026-11-17"),
            ("+3m", "2027-03-01"),
            ("friday week", "2026-12-11"),
            ("a week on friday", "2026-12-11"),
            ("two weeks from wed", "2026-12-16"),
            ("friday next week", "2026-12-11"),
            ("mon of next week", "2026-12-07"),
            ("next week on sunday", "2026-12-13"),
            ("the week after next", "2026-12-14"),
            ("end of the month after next", "2027-02-28"),
            ("in two weeks' time", "2026-12-15"),
            ("three weeks today", "2026-12-22"),
            ("year end", "2026-12-31"),
            ("the first of february", "2027-02-01"),
            ("march third", "2027-03-03"),
            ("4dec", "2026-12-04"),
            ("4Dec2026", "2026-12-04"),
            ("dec4", "2026-12-04"),
            ("2026/12/04", "2026-12-04"),
            ("2026.12.4", "2026-12-04"),
            ("eod", "2026-12-01"),
            ("end of day", "2026-12-01"),
        ] {
            assert_eq!(parse_day(typed, tuesday, DayRole::Future), Ok(on(meant)), "{typed}");
        }
    }

    #[test]
    fn what_has_been_is_looked_for_in_the_past() {
        let tuesday = today("2026-12-01");
        for (typed, meant) in [
            ("28 nov", "2026-11-28"),
            ("1 dec", "2026-12-01"),
            ("2 dec", "2025-12-02"),
            ("29 feb", "2024-02-29"),
            ("mon", "2026-11-30"),
            ("tue", "2026-12-01"),
            ("wed", "2026-11-25"),
            ("last tue", "2026-11-24"),
            ("last fri", "2026-11-27"),
            ("last week", "2026-11-23"),
            ("nov", "2026-11-01"),
            ("dec", "2026-12-01"),
            ("feb", "2026-02-01"),
            ("2w", "2026-11-17"),
            ("a week", "2026-11-24"),
            ("-1d", "2026-11-30"),
            ("the 15th", "2026-11-15"),
            ("Sat 28 Nov", "2026-11-28"),
            // Words with a year or a direction are not reinterpreted.
            ("2026-12-24", "2026-12-24"),
            ("tomorrow", "2026-12-02"),
            ("next mon", "2026-12-07"),
            ("in 2 weeks", "2026-12-15"),
        ] {
            let read = parse_day(typed, tuesday, DayRole::Past);
            assert_eq!(read, Ok(on(meant)), "{typed}");
        }
    }

    #[test]
    fn a_weekday_with_a_place_is_counted_in_its_month() {
        let sunday = today("2026-12-06");
        for (typed, ahead, past) in [
            ("second wednesday", "2026-12-09", "2026-11-11"),
            ("2nd wed", "2026-12-09", "2026-11-11"),
            ("1st wed", "2027-01-06", "2026-12-02"),
            ("first sunday", "2026-12-06", "2026-12-06"),
            ("fifth thursday", "2026-12-31", "2026-10-29"),
            ("5th mon", "2027-03-29", "2026-11-30"),
            ("first mon of december", "2026-12-07", "2025-12-01"),
            ("the first monday in dec", "2026-12-07", "2025-12-01"),
            ("third thursday in march", "2027-03-18", "2026-03-19"),
            ("third thursday march 2028", "2028-03-16", "2028-03-16"),
            ("last fri of the month", "2026-12-25", "2026-11-27"),
            ("last fri of next month", "2027-01-29", "2027-01-29"),
            ("first mon of this month", "2026-12-07", "2026-12-07"),
            ("the last sunday in march", "2027-03-28", "2026-03-29"),
            ("4th of next month", "2027-01-04", "2027-01-04"),
            ("the 5th of the month", "2027-01-05", "2026-12-05"),
            ("31st of the month", "2026-12-31", "2026-10-31"),
            ("the thirty first of january", "2027-01-31", "2026-01-31"),
            ("last day of the month", "2026-12-31", "2026-12-31"),
            ("the last day of feb", "2027-02-28", "2026-02-28"),
            ("first day of next month", "2027-01-01", "2027-01-01"),
            ("end next month", "2027-01-31", "2027-01-31"),
            ("a week tomorrow", "2026-12-14", "2026-12-14"),
            ("monday fortnight", "2026-12-21", "2026-12-21"),
        ] {
            let read = |role| parse_day(typed, sunday, role).map(|day| day.to_string());
            assert_eq!(read(DayRole::Deadline), Ok(ahead.to_owned()), "{typed}");
            assert_eq!(read(DayRole::Future), Ok(ahead.to_owned()), "{typed}");
            assert_eq!(read(DayRole::Past), Ok(past.to_owned()), "{typed}");
        }
        for typed in
            ["31st of next month", "fifth mon of next month", "first month", "sixth monday"]
        {
            let read = parse_day(typed, today("2027-01-06"), DayRole::Deadline);
            assert!(read.is_err(), "{typed}: {read:?}");
        }
        let error = parse_day("last friday", sunday, DayRole::Deadline).unwrap_err();
        assert_eq!(error.hint(), "write `2026-12-04` or `2026-12-25`");
    }

    #[test]
    fn a_deadline_of_a_month_is_its_last_day_and_a_beginning_is_the_nearest() {
        let tuesday = today("2026-12-01");
        for (typed, by, starts) in [
            ("feb", "2027-02-28", "2027-02-01"),
            ("dec", "2026-12-31", "2026-12-01"),
            ("sep 2027", "2027-09-30", "2027-09-01"),
            ("this month", "2026-12-31", "2026-12-01"),
            ("next week", "2026-12-07", "2026-12-07"),
            ("1 sep", "2027-09-01", "2026-09-01"),
            ("10 jan", "2027-01-10", "2027-01-10"),
            ("mon", "2026-12-07", "2026-12-07"),
        ] {
            let read = |role| parse_day(typed, tuesday, role);
            assert_eq!(read(DayRole::Deadline), Ok(on(by)), "{typed}");
            assert_eq!(read(DayRole::Start), Ok(on(starts)), "{typed}");
        }
    }

    #[test]
    fn another_weekday_than_that_of_the_day_is_refused() {
        let tuesday = today("2026-12-01");
        for typed in ["Thu 4 Dec", "Thu 2026-12-04", "4 dec 2026 thu", "Thu Dec 4, 2026"] {
            let error = parse_day(typed, tuesday, DayRole::Deadline).unwrap_err();
            assert!(error.to_string().contains("4 Dec 2026 is a Friday"), "{error}");
            assert!(error.looks_like_a_day());
        }
        // A day that has just passed is printed without a year too.
        let passed = parse_day("Fri 27 Nov", tuesday, DayRole::Deadline);
        assert_eq!(passed, Ok(on("2026-11-27")));
    }

    #[test]
    fn where_a_moment_is_meant_m_is_minutes() {
        let now = now("2026-12-01T09:00:00Z");
        for (typed, past, future) in [
            ("10m ago", "2026-12-01T08:50:00Z", "2026-12-01T08:50:00Z"),
            ("10 m ago", "2026-12-01T08:50:00Z", "2026-12-01T08:50:00Z"),
            ("in 10m", "2026-12-01T09:10:00Z", "2026-12-01T09:10:00Z"),
            ("-20m", "2026-12-01T08:40:00Z", "2026-12-01T08:40:00Z"),
            ("+45m", "2026-12-01T09:45:00Z", "2026-12-01T09:45:00Z"),
            ("45m", "2026-12-01T08:15:00Z", "2026-12-01T09:45:00Z"),
            ("2h", "2026-12-01T07:00:00Z", "2026-12-01T11:00:00Z"),
        ] {
            let read = |role| parse_moment(typed, now, Tz::UTC, role);
            assert_eq!(read(DayRole::Past), Ok(past.parse().unwrap()), "{typed}");
            assert_eq!(read(DayRole::Future), Ok(future.parse().unwrap()), "{typed}");
        }
        // For a day, `m` still means months.
        let day = parse_day("3m", today("2026-12-01"), DayRole::Deadline);
        assert_eq!(day, Ok(on("2027-03-01")));
    }

    #[test]
    fn a_time_that_has_been_is_the_latest_one() {
        let now = now("2026-12-01T09:00:00Z");
        for (typed, meant) in [
            ("mon 17:00", "2026-11-30T17:00:00Z"),
            ("tue 08:00", "2026-12-01T08:00:00Z"),
            ("tue 17:00", "2026-11-24T17:00:00Z"),
            ("28 nov at 5pm", "2026-11-28T17:00:00Z"),
            ("Sat 28 Nov 17:00 (12:00 for Ana)", "2026-11-28T17:00:00Z"),
            ("08:30", "2026-12-01T08:30:00Z"),
        ] {
            let read = parse_moment(typed, now, Tz::UTC, DayRole::Past);
            assert_eq!(read, Ok(meant.parse().unwrap()), "{typed}");
        }
        assert_eq!(
            moment_or_day("mon", now, Tz::UTC, DayRole::Past),
            Ok(When::Day(on("2026-11-30")))
        );
    }

    #[test]
    fn the_first_day_of_the_week_decides_what_next_week_is() {
        let sunday = on("2026-11-29");
        let read = |week_starts| {
            let style = DateStyle { week_starts, ..DateStyle::USUAL };
            let read = ["next fri", "next sun", "next mon", "eow"]
                .map(|text| parse_day(text, style.today(sunday), DayRole::Future));
            read.map(|day| day.unwrap().to_string())
        };
        assert_eq!(read(Weekday::Mon), ["2026-12-04", "2026-12-06", "2026-11-30", "2026-11-29"]);
        assert_eq!(read(Weekday::Sun), ["2026-12-11", "2026-12-06", "2026-12-07", "2026-12-05"]);
        assert_eq!(read(Weekday::Sat), ["2026-12-11", "2026-12-06", "2026-12-07", "2026-12-04"]);
    }

    #[test]
    fn a_day_that_can_be_read_two_ways_is_refused_with_both() {
        let error = parse_day("03/04/2026", today("2026-12-01"), DayRole::Future).unwrap_err();
        assert_eq!(error.to_string(), "`03/04/2026` is ambiguous: 2026-04-03 or 2026-03-04");
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        let today = today("2026-12-01");
        assert_eq!(
            parse_day("2026-02-30", today, DayRole::Future),
            Err(DateError::NoSuchDay("2026-02-30".into()))
        );
        assert!(parse_day("+999999999d", today, DayRole::Future).is_err());
        assert!(parse_day("", today, DayRole::Future).is_err());
    }

    #[test]
    fn a_moment_is_read_in_its_zone() {
        let now = now("2026-12-01T09:00:00Z");
        let zone = Tz::America__Bogota;
        for (typed, meant) in [
            ("2026-12-03 17:00", "2026-12-03T22:00:00Z"),
            ("2026-12-03T17:00", "2026-12-03T22:00:00Z"),
            ("2026-12-03T17:00Z", "2026-12-03T17:00:00Z"),
            ("tomorrow 5pm", "2026-12-02T22:00:00Z"),
            ("fri at 5:30 pm", "2026-12-04T22:30:00Z"),
            ("17:00", "2026-12-01T22:00:00Z"),
            ("fri 17:00 London", "2026-12-04T17:00:00Z"),
            ("fri 17:00 UTC", "2026-12-04T17:00:00Z"),
            ("17:00 fri New York", "2026-12-04T22:00:00Z"),
            ("17:00 Asia/Kolkata", "2026-12-01T11:30:00Z"),
            ("thu 5pm London time", "2026-12-03T17:00:00Z"),
        ] {
            assert_eq!(
                parse_moment(typed, now, zone, DayRole::Future),
                Ok(meant.parse().unwrap()),
                "{typed}"
            );
        }
        assert_eq!(
            parse_moment("fri", now, zone, DayRole::Future),
            Err(DateError::NoTime("fri".into()))
        );
        for typed in ["fri London", "fri 17:00 Narnia", "London"] {
            let read = parse_moment(typed, now, zone, DayRole::Future);
            assert_eq!(read, Err(DateError::Unknown(typed.to_owned())));
        }
        assert_eq!(
            parse_moment("fri 25:00", now, zone, DayRole::Future),
            Err(DateError::Time("25:00".into()))
        );
    }

    #[test]
    fn a_time_in_the_gap_or_in_the_fold_is_refused() {
        let now = now("2026-03-01T09:00:00Z");
        let zone = Tz::Europe__London;
        assert!(matches!(
            parse_moment("2026-03-29 01:30", now, zone, DayRole::Future),
            Err(DateError::Local(LocalError::Gap { .. }))
        ));
        let fold = parse_moment("2026-10-25 01:30", now, zone, DayRole::Future).unwrap_err();
        assert_eq!(fold.hint(), "write `2026-10-25T01:30+01:00` or `2026-10-25T01:30+00:00`");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}", ahead in "[0-9+-]{0,12} ?[a-z]{0,7}") {
            let today = today("2026-12-01");
            for role in [DayRole::Past, DayRole::Future, DayRole::Deadline, DayRole::Start] {
                let _ = parse_day(&text, today, role);
                let _ = parse_day(&ahead, today, role);
                let _ = parse_moment(&text, now("2026-12-01T09:00:00Z"), Tz::UTC, role);
            }
            let _ = deadline(&text, today);
            let _ = deadline(&ahead, today);
        }
    }
}
