//! Parses days and times as people type them and as mentor prints them.
//!
//! The grammar is our own: a wrong date is worse than a refused one, and every date parser that was tried accepted
//! phrases it did not know (`docs/decisions.md`).

use std::borrow::Cow;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Utc};

use crate::domain::dates::clock::{
    around_now, hour_or_length, parse_clock, parse_time, split_iso_or_time, split_time,
};
use crate::domain::dates::day_reader::DayReader;
use crate::domain::dates::languages;
use crate::domain::dates::vocabulary::{day_of_month, is_day_name, misspelt_day, month, weekday};
use crate::domain::dates::{Now, Today};
use crate::domain::zone::{self, LocalError, Tz};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DateError {
    #[error("`{0}` is not a day")]
    Unknown(String),
    #[error("`{typed}` is not a day")]
    Misspelt { typed: String, meant: Vec<String> },
    #[error("`{0}` does not exist")]
    NoSuchDay(String),
    #[error("`{typed}` is ambiguous: {first} or {second}")]
    Ambiguous { typed: String, first: String, second: String },
    #[error("`{typed}` is a whole week: {first} to {last}")]
    WholeWeek { typed: String, first: String, last: String },
    #[error("`{typed}` is not a supported date format")]
    Slashed { typed: String, iso: String },
    #[error("`{typed}` contradicts itself: {} is a {}", .day.format("%-d %b %Y"), .day.format("%A"))]
    WrongWeekday { typed: String, day: NaiveDate },
    #[error("`{read}` is {}, but what follows it is not understood: `{rest}`", .day.format("%a %-d %b %Y"))]
    Trailing { read: String, day: NaiveDate, rest: String },
    #[error("`{read}` is {}, but what precedes it is not understood: `{before}`", .day.format("%a %-d %b %Y"))]
    Leading { read: String, day: NaiveDate, before: String },
    #[error("`{0}` is not a time of day")]
    Time(String),
    #[error("`{0}` needs a time")]
    NoTime(String),
    #[error("`{typed}` is not one day: it is {first} to {last}")]
    Period { typed: String, first: NaiveDate, last: NaiveDate },
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
            DateError::Misspelt { meant, .. } => {
                format!("did you mean `{}`?", meant.join("` or `"))
            }
            DateError::NoSuchDay(_) | DateError::OutOfRange(_) => {
                "write it like `2026-12-01`".to_owned()
            }
            DateError::Ambiguous { first, second, .. } => format!("write `{first}` or `{second}`"),
            DateError::WholeWeek { first, .. } => format!("write a day of it, such as `{first}`"),
            DateError::Slashed { iso, .. } => format!("write `{iso}`"),
            DateError::WrongWeekday { day, .. } => {
                format!("leave the weekday out, or write the day that you mean like `{day}`")
            }
            DateError::Trailing { read, .. } => {
                format!("put the day last (`by {read}`), or write it like `2026-12-01`")
            }
            DateError::Leading { read, .. } => {
                format!("write `by {read}`, or the day like `2026-12-01`")
            }
            DateError::Period { first, .. } => format!("write the day, such as `{first}`"),
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
pub enum DayOrMoment {
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

/// How many readings of a text with misspelt days are offered.
const MAX_READINGS: usize = 2;

/// Parses a text; if it is unknown only for a misspelt day in it, the error says which days may be meant.
fn or_misspelt<T>(
    typed: &str,
    parse: &dyn Fn(&str) -> Result<T, DateError>,
) -> Result<T, DateError> {
    let typed = &*languages::with_english_weekday(typed);
    let error = match parse(typed) {
        Err(error @ DateError::Unknown(_)) => error,
        read => return read,
    };
    let mut meant = vec![String::new()];
    for word in typed.split_whitespace() {
        let lower = word.to_lowercase();
        let is_name = is_day_name(&lower) || month(&lower).is_some();
        let names = if is_name { Vec::new() } else { misspelt_day(&lower) };
        let names = if names.is_empty() { vec![word] } else { names };
        let readings = meant.iter().flat_map(|before| {
            let longer = names.iter().map(|name| format!("{before} {name}"));
            longer.collect::<Vec<_>>()
        });
        meant = readings.take(MAX_READINGS).collect();
    }
    let readings = meant.into_iter().map(|reading| reading.trim_start().to_owned());
    let meant: Vec<String> = readings.filter(|reading| parse(reading).is_ok()).collect();
    Err(if meant.is_empty() {
        error
    } else {
        DateError::Misspelt { typed: typed.to_owned(), meant }
    })
}

fn day_with_time(typed: &str, today: Today, role: DayRole) -> Result<NaiveDate, DateError> {
    let unknown = match parse_day_alone(typed, today, role) {
        Err(error @ DateError::Unknown(_)) => error,
        read => return read,
    };
    match split_iso_or_time(without_note(typed.trim())) {
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

/// Returns the first and the last day of a week, month, quarter or year that is named by itself: `next week`, `feb`.
pub fn parse_period(typed: &str, today: Today, role: DayRole) -> Option<(NaiveDate, NaiveDate)> {
    let reader = DayReader { typed, today: today.day, week_starts: today.style.week_starts, role };
    reader.read_period()
}

/// Splits `Mon 7 Dec to Fri 11 Dec` into its first and its last day. In `7 to 11 dec`, both are in the same month.
pub fn split_range(typed: &str) -> Option<(Cow<'_, str>, &str)> {
    const SEPARATORS: [&str; 7] =
        [" to ", " until ", " till ", " through ", "..", " - ", "\u{2013}"];
    let mut splits = SEPARATORS.iter().filter_map(|separator| typed.split_once(separator));
    let (first, last) = splits.next()?;
    let first = first.trim();
    let (first, last) = (first.strip_prefix("from ").unwrap_or(first).trim(), last.trim());
    let is_day_of_month = day_of_month(&first.to_lowercase()).is_some();
    Some(match last.split_once(' ').filter(|_| is_day_of_month) {
        Some((_, month)) => (Cow::Owned(format!("{first} {month}")), last),
        None => (Cow::Borrowed(first), last),
    })
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
        DayOrMoment::Moment(at) => Ok(at),
        DayOrMoment::Day(_) => Err(DateError::NoTime(typed.to_owned())),
    }
}

/// Parses the same as `parse_moment`, and also a day without a time, for callers with a default time.
pub fn moment_or_day(
    typed: &str,
    now: Now,
    zone: Tz,
    role: DayRole,
) -> Result<DayOrMoment, DateError> {
    or_misspelt(typed, &|typed| moment_or_day_spelt(typed, now, zone, role))
}

fn moment_or_day_spelt(
    typed: &str,
    now: Now,
    zone: Tz,
    role: DayRole,
) -> Result<DayOrMoment, DateError> {
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
        Some(DayOrMoment::Moment(at)) => Ok(DayOrMoment::Moment(at)),
        _ => Err(bare_hour(typed, now.today_in(zone), role)
            .unwrap_or_else(|| DateError::Unknown(typed.to_owned()))),
    }
}

/// Returns the error for a day and a bare number after it, which is meant as a time: `thursday 17`.
fn bare_hour(typed: &str, today: Today, role: DayRole) -> Option<DateError> {
    let (day, hour) = typed.trim().rsplit_once(char::is_whitespace)?;
    let is_number = hour.chars().all(|c| c.is_ascii_digit());
    let is_day = parse_day_alone(day, today, role).is_ok();
    if is_number && is_day { parse_time(hour).err() } else { None }
}

/// Parses the same as `moment_or_day`, without a zone in the text.
fn local_moment_or_day(
    typed: &str,
    now: Now,
    zone: Tz,
    role: DayRole,
) -> Result<DayOrMoment, DateError> {
    let text = without_note(typed.trim());
    let today = now.today_in(zone);
    if text.eq_ignore_ascii_case("now") {
        return Ok(DayOrMoment::Moment(now.at));
    }
    if let Some(time) = hour_or_length(text) {
        let hours = text.trim_end_matches(['h', 'H']);
        return Err(DateError::Ambiguous {
            typed: text.to_owned(),
            first: time.format("%H:%M").to_string(),
            second: match role {
                DayRole::Past => format!("{hours} hours ago"),
                _ => format!("in {hours} hours"),
            },
        });
    }
    if let Some(at) = around_now(text, now.at, role == DayRole::Past) {
        return Ok(DayOrMoment::Moment(at));
    }
    for form in ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%dT%H:%M:%S%:z"] {
        let upper = text.to_uppercase().replace('Z', "+00:00");
        if let Ok(at) = DateTime::parse_from_str(&upper, form) {
            in_range(at.date_naive(), typed)?;
            return Ok(DayOrMoment::Moment(at.with_timezone(&Utc)));
        }
    }
    if let Ok(local) = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M") {
        in_range(local.date(), typed)?;
        return Ok(DayOrMoment::Moment(zone::resolve_local(local, zone)?));
    }
    let Some((words, clock)) = split_time(text) else {
        return Ok(DayOrMoment::Day(day_of_moment(text, today, role)?));
    };
    let time = parse_clock(&clock)?;
    let day = match words.as_str() {
        "" => today.day,
        words => day_of_moment(words, today, role)?,
    };
    let at = zone::resolve_local(day.and_time(time), zone)?;
    // At noon on a Monday, a past `mon 17:00` is the one of the week before.
    let name = words.strip_prefix("on ").unwrap_or(&words);
    if role == DayRole::Past && at > now.at && weekday(name).is_some() {
        let before = day.checked_sub_days(Days::new(7)).unwrap_or(day);
        return Ok(DayOrMoment::Moment(zone::resolve_local(before.and_time(time), zone)?));
    }
    Ok(DayOrMoment::Moment(at))
}

/// Parses the day of a moment. Nothing has happened at the moment `november`, though a report can start with it.
fn day_of_moment(typed: &str, today: Today, role: DayRole) -> Result<NaiveDate, DateError> {
    let reader = DayReader { typed, today: today.day, week_starts: today.style.week_starts, role };
    let day = reader.read()?;
    match reader.read_period().filter(|_| role == DayRole::Past) {
        Some((first, last)) => Err(DateError::Period { typed: typed.to_owned(), first, last }),
        None => Ok(day),
    }
}

/// Strips the other side's local time that mentor prints after a moment: `Thu 3 Dec 17:00 (12:00 for Ana)`.
pub(super) fn without_note(text: &str) -> &str {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
        Some((told, note)) if note.contains(" for ") => told.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests;
