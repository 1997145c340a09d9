//! Parses times of day, and separates them from the words of a day.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::domain::dates::parse::DateError;
use crate::domain::dates::vocabulary::number;

/// Recognised as a time, but refused: it may be the start or the end of its day.
const MIDNIGHT: &str = "midnight";

/// Parses a time of day: `17:00`, `17.30`, `17h30`, `5pm`, `5:30 p.m.`, `noon`.
pub fn parse_time(typed: &str) -> Result<NaiveTime, DateError> {
    let error = || DateError::Time(typed.to_owned());
    let text: String = typed.to_lowercase().split_whitespace().collect();
    let text = text.replace("a.m", "am").replace("p.m", "pm");
    let text = text.trim_end_matches('.');
    if is_noon(text) {
        return NaiveTime::from_hms_opt(12, 0, 0).ok_or_else(error);
    }
    if text == MIDNIGHT {
        return Err(DateError::Ambiguous {
            typed: typed.to_owned(),
            first: "00:00".to_owned(),
            second: "23:59".to_owned(),
        });
    }
    let (clock, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (text, None),
    };
    // Much of Europe writes `17h`, `17:00h` or `17 Uhr`.
    let without_h = clock.strip_suffix("uhr").or_else(|| clock.strip_suffix('h'));
    let (clock, has_h) = match without_h.filter(|_| half.is_none()) {
        Some(clock) => (clock, true),
        None => (clock, false),
    };
    let (hour, minute) = match clock.split_once(['.', ':', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if has_h => (clock, "00"),
        None if half.is_some() => (clock, "00"),
        _ => return Err(half_of_day(typed).unwrap_or_else(error)),
    };
    let (hour, minute): (u32, u32) =
        (hour.parse().map_err(|_| error())?, minute.parse().map_err(|_| error())?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return Err(error()),
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or_else(error)
}

/// Returns which two times a bare hour, such as `9`, may be.
fn half_of_day(typed: &str) -> Option<DateError> {
    let hour: u32 = typed.parse().ok().filter(|hour| (1..=12).contains(hour))?;
    let morning = hour % 12;
    Some(DateError::Ambiguous {
        typed: typed.to_owned(),
        first: format!("{morning:02}:00"),
        second: format!("{}:00", morning + 12),
    })
}

/// Parses the same as `parse_time`, and also a bare hour from 13 on, as after `at`. A smaller hour could be morning or
/// evening.
pub fn parse_clock(typed: &str) -> Result<NaiveTime, DateError> {
    let hour = typed.parse().ok().filter(|hour| (13..24).contains(hour));
    match hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0)) {
        Some(time) => Ok(time),
        None => parse_time(typed),
    }
}

/// Parses a moment relative to now: `in 2 hours`, `90 minutes ago`, `half an hour ago`, `-20m`, `+2h`. Without a
/// direction, as in `45m`, `looks_back` decides. `m` means minutes here.
pub fn around_now(text: &str, now: DateTime<Utc>, looks_back: bool) -> Option<DateTime<Utc>> {
    let text = text.to_lowercase();
    let (text, is_signed_back) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(rest), _) => (rest, Some(false)),
        (_, Some(rest)) => (rest, Some(true)),
        _ => (text.as_str(), None),
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let (words, is_back) = match (words.as_slice(), is_signed_back) {
        (rest, Some(is_back)) => (rest, is_back),
        (["in", rest @ ..] | [rest @ .., "from", "now"], _) => (rest, false),
        ([rest @ .., "ago"], _) => (rest, true),
        (rest, None) => (rest, looks_back),
    };
    let minutes = match words {
        ["half", "an", "hour"] => 30,
        ["a", "quarter", "of", "an", "hour"] => 15,
        [count, unit] => u64::from(number(count)?) * minutes_of(unit)?,
        [glued] => {
            let end = glued.find(|c: char| !c.is_ascii_digit())?;
            u64::from(number(&glued[..end])?) * minutes_of(&glued[end..])?
        }
        _ => return None,
    };
    let by = TimeDelta::try_minutes(i64::try_from(minutes).ok()?)?;
    if is_back { now.checked_sub_signed(by) } else { now.checked_add_signed(by) }
}

/// Returns the time of day that `17h` may mean instead of 17 hours from now.
pub fn hour_or_length(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = split_at_h(text)?;
    let hour = hour.parse().ok().filter(|hour| *hour > 6)?;
    NaiveTime::from_hms_opt(hour, 0, 0).filter(|_| minute.is_empty())
}

fn minutes_of(unit: &str) -> Option<u64> {
    match unit {
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(60),
        "m" | "min" | "mins" | "minute" | "minutes" => Some(1),
        _ => None,
    }
}

fn is_noon(word: &str) -> bool {
    matches!(word, "noon" | "midday")
}

/// Splits a text into the words of the day and the time after or before them. `None`: it contains no time.
pub fn split_time(text: &str) -> Option<(String, String)> {
    // `fri@5pm`.
    let text = text.replace('@', " @ ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_at = |word: &str| matches!(word.to_lowercase().as_str(), "at" | "@" | "um" | "\u{e0}");
    let clock = |words: &[&str]| words.concat().to_lowercase();
    for taken in [2, 1] {
        let Some((day, time)) = words.len().checked_sub(taken).map(|at| words.split_at(at)) else {
            continue;
        };
        let (day, is_after_at) = match day {
            [day @ .., at] if is_at(at) => (day, true),
            day => (day, false),
        };
        // A number after `at` is meant as a time, even if it is not a valid one.
        let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
        // Without `at`, `fri 4.12` may be a date: the second number can be a month.
        let is_dotted = |word: &str| match dotted_minutes(word) {
            Some(minutes) => is_after_at || (!day.is_empty() && (minutes == 0 || minutes > 12)),
            None => false,
        };
        // `2h` without a day is a length; `17h` is hardly one.
        let is_hour =
            |word: &str| is_full_hour(word) && (is_after_at || !day.is_empty() || is_evening(word));
        let is_meant =
            |word: &str| is_dotted(word) || is_hour(word) || (is_after_at && is_number(word));
        if is_time(time) || matches!(time, [one] if is_meant(one)) {
            return Some((day.join(" "), clock(time)));
        }
    }
    let words = match words.as_slice() {
        [at, rest @ ..] if is_at(at) => rest,
        words => words,
    };
    for taken in [2, 1] {
        let Some((time, day)) = words.split_at_checked(taken) else {
            continue;
        };
        let is_hour = matches!(time, [one] if is_full_hour(one));
        if (is_time(time) || is_hour) && !day.is_empty() {
            return Some((day.join(" "), clock(time)));
        }
    }
    None
}

/// Splits the same as `split_time`, and also `2026-12-04T17:00`.
pub fn split_iso_or_time(text: &str) -> Option<(String, String)> {
    match text.split_once(['T', 't']).filter(|(day, _)| day.len() == 10) {
        Some((day, clock)) => Some((day.to_owned(), clock.to_owned())),
        None => split_time(text),
    }
}

/// Returns the minutes of a time such as `17.30`.
fn dotted_minutes(word: &str) -> Option<u32> {
    let (hour, minute) = word.split_once('.')?;
    let parse = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let minutes = parse(minute).filter(|minutes| minute.len() == 2 && *minutes < 60)?;
    (parse(hour)? < 24).then_some(minutes)
}

/// Splits `17h30` or `17h` into the digits before and after the `h`.
fn split_at_h(word: &str) -> Option<(&str, &str)> {
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let parts = word.split_once(['h', 'H']);
    parts.filter(|(hour, minute)| !hour.is_empty() && is_number(hour) && is_number(minute))
}

/// Whether a word is a full hour such as `17h`, which is a time only next to a day.
fn is_full_hour(word: &str) -> bool {
    let hour = split_at_h(word).filter(|(_, minute)| minute.is_empty());
    hour.and_then(|(hour, _)| hour.parse::<u32>().ok()).is_some_and(|hour| hour < 24)
}

/// Whether a full hour such as `17h` can't be one of the morning.
fn is_evening(word: &str) -> bool {
    let hour = split_at_h(word).and_then(|(hour, _)| hour.parse::<u32>().ok());
    hour.is_some_and(|hour| hour > 12)
}

/// Whether the words are a time: `17:00`, `17h30`, `5pm`, `5 p.m.`, `noon`.
fn is_time(words: &[&str]) -> bool {
    let has_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let half = |word: &str| {
        let word = word.to_lowercase();
        let mut halves = ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].iter();
        halves.find_map(|half| word.strip_suffix(half).map(str::to_owned))
    };
    match words {
        [word] if word.contains(':') || is_noon(&word.to_lowercase()) => true,
        [word] if word.eq_ignore_ascii_case(MIDNIGHT) => true,
        // `17.30` may be a date, `17.30h` is not.
        [word] if word.strip_suffix(['h', 'H']).and_then(dotted_minutes).is_some() => true,
        [word] if split_at_h(word).is_some_and(|(_, minute)| minute.len() == 2) => true,
        [word] => half(word).is_some_and(|number| has_number(&number)),
        [number, word] if word.eq_ignore_ascii_case("uhr") => {
            has_number(number) && !number.contains('/')
        }
        [number, word] => has_number(number) && half(word).is_some_and(|rest| rest.is_empty()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::{DateStyle, DayRole, parse_moment};
    use crate::domain::zone::Tz;

    #[test]
    fn a_time_may_come_before_its_day() {
        let now = DateStyle::USUAL.now("2026-12-01T09:00:00Z".parse().unwrap());
        for (typed, meant) in [
            ("5pm friday", "2026-12-04T17:00:00Z"),
            ("at 5 pm on friday", "2026-12-04T17:00:00Z"),
            ("noon tomorrow", "2026-12-02T12:00:00Z"),
            ("09:15 on 4 dec", "2026-12-04T09:15:00Z"),
            ("tomorrow 5.30pm", "2026-12-02T17:30:00Z"),
            ("tomorrow 17.30", "2026-12-02T17:30:00Z"),
            ("fri at 9.05", "2026-12-04T09:05:00Z"),
            ("17h30 tomorrow", "2026-12-02T17:30:00Z"),
            ("fri 17h", "2026-12-04T17:00:00Z"),
            ("fri 17:00h", "2026-12-04T17:00:00Z"),
            ("fri 5 p.m.", "2026-12-04T17:00:00Z"),
            ("fri 5:30p.m.", "2026-12-04T17:30:00Z"),
            ("midday on fri", "2026-12-04T12:00:00Z"),
            ("le 1er mars \u{e0} 10h", "2027-03-01T10:00:00Z"),
            ("am 3. M\u{e4}rz um 10 Uhr", "2027-03-03T10:00:00Z"),
            ("in 2 hours", "2026-12-01T11:00:00Z"),
            ("in half an hour", "2026-12-01T09:30:00Z"),
            ("90 minutes from now", "2026-12-01T10:30:00Z"),
        ] {
            let read = parse_moment(typed, now, Tz::UTC, DayRole::Future);
            assert_eq!(read, Ok(meant.parse().unwrap()), "{typed}");
        }
        for (typed, meant) in [
            ("an hour ago", "2026-12-01T08:00:00Z"),
            ("45 min ago", "2026-12-01T08:15:00Z"),
            ("on tue 17:00", "2026-11-24T17:00:00Z"),
        ] {
            let read = parse_moment(typed, now, Tz::UTC, DayRole::Past);
            assert_eq!(read, Ok(meant.parse().unwrap()), "{typed}");
        }
        for (role, hours) in [(DayRole::Future, "in 17 hours"), (DayRole::Past, "17 hours ago")] {
            let (first, second) = ("17:00".to_owned(), hours.to_owned());
            let error = DateError::Ambiguous { typed: "17h".to_owned(), first, second };
            assert_eq!(parse_moment("17h", now, Tz::UTC, role), Err(error));
        }
        for (typed, hour, first, second) in [
            ("friday at 5", "5", "05:00", "17:00"),
            ("friday at 12", "12", "00:00", "12:00"),
            ("at 09", "09", "09:00", "21:00"),
        ] {
            let [typed_hour, first, second] = [hour, first, second].map(str::to_owned);
            let error = DateError::Ambiguous { typed: typed_hour, first, second };
            let read = parse_moment(typed, now, Tz::UTC, DayRole::Future);
            assert_eq!(read, Err(error), "{typed}");
        }
    }
}
