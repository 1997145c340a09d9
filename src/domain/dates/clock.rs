//! Times of day, and where they stand among the words of a day.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::domain::dates::parse::DateError;
use crate::domain::dates::vocabulary::number;

/// Reads a time of day: `17:00`, `5pm`, `5:30 pm`, `noon`.
pub fn parse_time(typed: &str) -> Result<NaiveTime, DateError> {
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
    // `5.30pm`; without am or pm it could be a day.
    let mark = if half.is_some() { ['.', ':'] } else { [':'; 2] };
    let (hour, minute) = match clock.split_once(mark) {
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

/// `in 2 hours`, `90 minutes ago`, `half an hour ago`.
pub fn around_now(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let (words, is_back) = match words.as_slice() {
        ["in", rest @ ..] | [rest @ .., "from", "now"] => (rest, false),
        [rest @ .., "ago"] => (rest, true),
        _ => return None,
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
    match is_back {
        true => now.checked_sub_signed(by),
        false => now.checked_add_signed(by),
    }
}

fn minutes_of(unit: &str) -> Option<u64> {
    match unit {
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(60),
        "min" | "mins" | "minute" | "minutes" => Some(1),
        _ => None,
    }
}

/// The words of the day and the time after or before them; none: no time was named.
pub fn split_time(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_at = |word: &str| word.eq_ignore_ascii_case("at") || word == "@";
    let clock = |words: &[&str]| words.concat().to_lowercase();
    for taken in [2, 1] {
        let Some((day, time)) = words.len().checked_sub(taken).map(|at| words.split_at(at)) else {
            continue;
        };
        let (day, is_after_at) = match day {
            [day @ .., at] if is_at(at) => (day, true),
            day => (day, false),
        };
        // What follows `at` is meant as a time, even if it is none.
        let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
        if is_time(time) || (is_after_at && matches!(time, [one] if is_number(one))) {
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
        if is_time(time) && !day.is_empty() {
            return Some((day.join(" "), clock(time)));
        }
    }
    None
}

/// `17:00`, `5pm`, `5 pm`, `noon`.
fn is_time(words: &[&str]) -> bool {
    let has_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let half = |word: &str| {
        let word = word.to_lowercase();
        let number = word.strip_suffix("am").or(word.strip_suffix("pm"));
        number.map(str::to_owned)
    };
    match words {
        [word] if word.contains(':') || word.eq_ignore_ascii_case("noon") => true,
        [word] => half(word).is_some_and(|number| has_number(&number)),
        [number, word] => has_number(number) && half(word).is_some_and(|rest| rest.is_empty()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::{DayRole, parse_moment};
    use crate::domain::zone::Tz;

    #[test]
    fn a_time_may_come_before_its_day() {
        let now = "2026-12-01T09:00:00Z".parse().unwrap();
        for (typed, meant) in [
            ("5pm friday", "2026-12-04T17:00:00Z"),
            ("at 5 pm on friday", "2026-12-04T17:00:00Z"),
            ("noon tomorrow", "2026-12-02T12:00:00Z"),
            ("09:15 on 4 dec", "2026-12-04T09:15:00Z"),
            ("tomorrow 5.30pm", "2026-12-02T17:30:00Z"),
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
        let read = parse_moment("friday at 5", now, Tz::UTC, DayRole::Future);
        assert_eq!(read, Err(DateError::Time("5".to_owned())));
    }
}
