//! Parses rhythms as people write them.

use chrono::{NaiveTime, Weekday, WeekdaySet};

use crate::domain::cadence::{Cadence, MonthDays, OrdinalSet, USUAL_TIME};
use crate::domain::dates;
use crate::domain::length::{Span, Unit};
use crate::domain::zone::{self, Tz};

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
            CadenceError::Unknown(typed) => match typed.trim().to_lowercase().as_str() {
                "bimonthly" | "bi-monthly" => "write `every 2 months` or `every 2 weeks`",
                "twice a month" | "2 times a month" | "semimonthly" => {
                    "write `every 2 weeks`, or name the days: `monthly on 1st and 3rd thu 17:00`"
                }
                "twice a week" | "2 times a week" => {
                    "name the days: `weekly on mon and thu 17:00`"
                }
                _ => "write it like `every 2 weeks`, `weekly on mon and thu 17:00`, `monthly on 2nd tue 10:00` or `monthly on last day 10:00`",
            }
            .to_owned(),
            CadenceError::NoFixedDay(typed) => {
                let span = typed.split(" on ").next().unwrap_or(typed);
                format!("agree on `{span}`, and plan each call with `mentor checkin add`")
            }
        }
    }
}

impl Cadence {
    /// Parses a rhythm such as `every 2 weeks`, `monthly`, `weekly on mon and thu 17:00` or `monthly on 2nd tue 10:00
    /// Europe/London`. For a fixed rhythm, the zone defaults to `zone` and the time to `USUAL_TIME`.
    pub fn parse(typed: &str, zone: Tz) -> Result<Cadence, CadenceError> {
        Cadence::read(typed, zone).map(|(cadence, _)| cadence)
    }

    /// Whether the text is a fixed rhythm without a time.
    pub fn lacks_time(typed: &str) -> bool {
        let read = Cadence::read(typed, Tz::UTC);
        read.is_ok_and(|(cadence, time)| cadence.is_fixed() && time.is_none())
    }

    /// Parses a rhythm, and returns its time separately if one was given.
    fn read(typed: &str, zone: Tz) -> Result<(Cadence, Option<NaiveTime>), CadenceError> {
        let error = || CadenceError::Unknown(typed.to_owned());
        let text = in_order(&typed.trim().to_lowercase());
        // `every two weeks, thursdays 17:00` has a comma in place of `on`.
        let after_comma = || {
            let parts = text.split_once(',');
            parts.filter(|(rhythm, _)| parse_span(rhythm.trim()).is_some())
        };
        let (rhythm, place) = match text.split_once(" on ").or_else(after_comma) {
            Some((rhythm, place)) => (rhythm.trim().trim_end_matches(','), Some(place.trim())),
            None => (text.as_str(), None),
        };
        let span = parse_span(rhythm).ok_or_else(error)?;
        let Some(place) = place else {
            return Ok((Cadence::FromLast(span), None));
        };
        let (place, zone) = split_zone(place, zone).ok_or_else(error)?;
        if !matches!(span.unit, Unit::Weeks | Unit::Months) {
            return Err(CadenceError::NoFixedDay(typed.trim().to_owned()));
        }
        let (days, time) = match dates::split_time(&place) {
            Some((days, clock)) => (days, Some(dates::parse_clock(&clock).map_err(|_| error())?)),
            None => (place, None),
        };
        let cadence = fixed_rule(span, &days, time.unwrap_or(USUAL_TIME), zone);
        Ok((cadence.ok_or_else(error)?, time))
    }
}

/// Rewrites a rhythm so that its span comes first: `every other tue 17:00`, `mondays 9:00`, `first mon of the month
/// 10:00`.
fn in_order(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_day = |word: &str| {
        let word = word.trim_end_matches(',');
        weekday(word).is_some() || is_weekdays(word)
    };
    match words.as_slice() {
        ["once", "a" | "every" | "per", rest @ ..] => format!("every {}", rest.join(" ")),
        ["every", "other" | "2nd" | "second", day, ..] if is_day(day) => {
            format!("every 2 weeks on {}", words[2..].join(" "))
        }
        ["every" | "each", day, ..] if is_day(day) => format!("weekly on {}", words[1..].join(" ")),
        [day, ..] if is_day(day) => format!("weekly on {}", words.join(" ")),
        ["every" | "each" | "on" | "the", rest @ ..] | rest => {
            let monthly = days_of_the_month(rest).or_else(|| places_of_a_weekday(rest));
            monthly.map_or_else(|| text.to_owned(), |days| format!("monthly on {days}"))
        }
    }
}

/// Returns `first mon of the month 10:00` or `1st and 3rd thu of each month` without the month.
fn days_of_the_month(words: &[&str]) -> Option<String> {
    let month = words.iter().position(|word| *word == "month")?;
    let is_link = |word: &&&str| matches!(**word, "of" | "in" | "the" | "a" | "every" | "each");
    let links = words[..month].iter().rev().take_while(is_link).count();
    let days = &words[..month - links];
    let is_named = links > 0 && !days.is_empty();
    is_named.then(|| [days, &words[month + 1..]].concat().join(" "))
}

/// Returns `1st and 3rd thu 17:00` as the days of a month, the only period with several places for a weekday.
fn places_of_a_weekday(words: &[&str]) -> Option<String> {
    let bare = |word: &str| word.trim_end_matches(',').to_owned();
    let is_place = |word: &str| word == "last" || dates::ordinal(word).is_some();
    let is_listed = |word: &&&str| is_place(&bare(word)) || matches!(**word, "and" | "the");
    let listed: Vec<&&str> = words.iter().take_while(is_listed).collect();
    let places = listed.iter().filter(|word| is_place(&bare(word))).count();
    let is_before_weekday = words.get(listed.len()).is_some_and(|word| weekday(word).is_some());
    (places > 1 && is_before_weekday).then(|| words.join(" "))
}

/// Parses the span of a rhythm: `every 2 weeks`, `weekly`, `fortnightly`, `every other week`, `quarterly`.
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
    let begins_with_a_count = |text: &&str| {
        let first = text.split_whitespace().next();
        first.is_some_and(|word| !matches!(word, "a" | "an") && dates::number(word).is_some())
    };
    let counted = text.strip_prefix("every ").or(Some(text).filter(begins_with_a_count))?;
    let words: Vec<&str> = counted.split_whitespace().collect();
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

/// Splits off a zone at the end of the text; without one, returns `zone`.
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
    // The zone may be a city of several words: `weekly on thu 17:00 New York`.
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

/// Builds a fixed rhythm from its span and the text of its days.
fn fixed_rule(span: Span, place: &str, time: NaiveTime, zone: Tz) -> Option<Cadence> {
    let place = place.replace([',', '&'], " ");
    let words: Vec<&str> = place
        .split_whitespace()
        .filter(|word| !matches!(*word, "and" | "the" | "a" | "day" | "on"))
        .collect();
    let every = span.count;
    match span.unit {
        Unit::Weeks if !words.is_empty() => {
            Some(Cadence::Weekly { every, days: weekdays(&words)?, time, zone })
        }
        Unit::Months => Some(Cadence::Monthly { every, days: month_days(&words)?, time, zone }),
        _ => None,
    }
}

/// Parses the days of a month, without filler words: `1st mon`, `1st 3rd thu`, `1st mon 3rd mon`, `15`, `15 last`.
fn month_days(words: &[&str]) -> Option<MonthDays> {
    let place = |word: &&str| match *word {
        "last" => Some(OrdinalSet::LAST),
        word => ordinal(word),
    };
    let Some(day) = words.last().and_then(|word| weekday(word)) else {
        let dates: Option<Vec<i8>> = words.iter().map(place).collect();
        return OrdinalSet::from_places(&dates?, 31).map(MonthDays::Dates);
    };
    let is_named_again = |word: &&&str| weekday(word) == Some(day);
    let places = words.iter().filter(|word| !is_named_again(word));
    let places: Option<Vec<i8>> = places.map(place).collect();
    let places = OrdinalSet::from_places(&places?, 5)?;
    Some(MonthDays::Weekday { places, day })
}

/// Parses a list of weekdays. `None` if one is unknown or repeated.
fn weekdays(names: &[&str]) -> Option<WeekdaySet> {
    let mut days = WeekdaySet::EMPTY;
    for name in names {
        let meant: &[Weekday] = if is_weekdays(name) { &OFFICE_DAYS } else { &[weekday(name)?] };
        for day in meant {
            days.insert(*day).then_some(())?;
        }
    }
    Some(days)
}

const OFFICE_DAYS: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// Whether a word stands for Monday to Friday.
fn is_weekdays(name: &str) -> bool {
    matches!(name, "weekday" | "weekdays")
}

/// Parses `thu`, `thursday` or `thursdays`.
fn weekday(name: &str) -> Option<Weekday> {
    let one = name.strip_suffix("days").map(|stem| format!("{stem}day"));
    dates::weekday(one.as_deref().unwrap_or(name))
}

/// Parses `2nd`, `15` or `first`.
fn ordinal(word: &str) -> Option<i8> {
    let number = dates::ordinal(word).or_else(|| word.parse().ok());
    number.and_then(|number| i8::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONDON: Tz = Tz::Europe__London;

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
            "monthly on 1st and 3rd thu 17:00 Europe/London",
            "monthly on 2nd and last fri 17:00 Europe/London",
            "monthly on 1 and 15 and last day 10:00 Europe/London",
            "every 3 months on 1st mon 10:00 Europe/London",
            "every 2 months on 15 10:00 Europe/London",
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
            ("every tue at 17", "weekly on tue 17:00 Europe/London"),
            ("every two weeks on a thursday at 5pm", "every 2 weeks on thu 17:00 Europe/London"),
            ("every two weeks, thursdays 17:00", "every 2 weeks on thu 17:00 Europe/London"),
            ("every 2nd thursday at 17", "every 2 weeks on thu 17:00 Europe/London"),
            ("2 weeks", "every 2 weeks"),
            ("two weeks", "every 2 weeks"),
            ("weekly on thu 17:00 Tokyo", "weekly on thu 17:00 Asia/Tokyo"),
            ("weekly on mon and thu 5pm new york", "weekly on mon and thu 17:00 America/New_York"),
            ("tuesdays and thursdays at 9:00", "weekly on tue and thu 09:00 Europe/London"),
            (
                "every other tuesday at 5pm America/Bogota",
                "every 2 weeks on tue 17:00 America/Bogota",
            ),
            ("first mon of the month 10:00", "monthly on 1st mon 10:00 Europe/London"),
            ("the last friday of every month 10:00", "monthly on last fri 10:00 Europe/London"),
            ("weekly on mon, thu 17:00", "weekly on mon and thu 17:00 Europe/London"),
            ("weekly on thu,mon at 5 pm", "weekly on mon and thu 17:00 Europe/London"),
            ("weekly on mondays & thursdays 5pm", "weekly on mon and thu 17:00 Europe/London"),
            (
                "every other week on Tuesday at 9:30am America/Bogota",
                "every 2 weeks on tue 09:30 America/Bogota",
            ),
        ] {
            let read = Cadence::parse(typed, LONDON).map(|one| one.to_string());
            assert_eq!(read, Ok(meant.to_owned()), "{typed}");
        }
    }

    #[test]
    fn days_of_the_month_are_read_in_the_words_that_people_use() {
        for (typed, meant) in [
            ("monthly on the 15th at 10:00", "monthly on 15 10:00 Europe/London"),
            ("monthly on the last day 10:00", "monthly on last day 10:00 Europe/London"),
            ("monthly on the first mon noon", "monthly on 1st mon 12:00 Europe/London"),
            ("1st and 3rd thursday 17:00", "monthly on 1st and 3rd thu 17:00 Europe/London"),
            (
                "every first, third and last thu at 5pm",
                "monthly on 1st and 3rd and last thu 17:00 Europe/London",
            ),
            (
                "the first and third tuesdays of the month 9:00",
                "monthly on 1st and 3rd tue 09:00 Europe/London",
            ),
            (
                "monthly on 1st mon and 3rd mon 9:00",
                "monthly on 1st and 3rd mon 09:00 Europe/London",
            ),
            ("monthly on the 1st and the 15th 9:00", "monthly on 1 and 15 09:00 Europe/London"),
            ("15th of each month 9:00", "monthly on 15 09:00 Europe/London"),
            ("quarterly on 1st mon 10:00", "every 3 months on 1st mon 10:00 Europe/London"),
            ("every 2 months on the 15th at 10:00", "every 2 months on 15 10:00 Europe/London"),
        ] {
            let read = Cadence::parse(typed, LONDON).map(|one| one.to_string());
            assert_eq!(read, Ok(meant.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_rhythm_with_a_day_and_no_time_has_the_usual_one() {
        for (typed, meant) in [
            ("weekly on mon and thu", "weekly on mon and thu 16:00 Europe/London"),
            ("monthly on the last day", "monthly on last day 16:00 Europe/London"),
            ("monthly on 31st", "monthly on 31 16:00 Europe/London"),
            ("every 6 weeks on wed Tokyo", "every 6 weeks on wed 16:00 Asia/Tokyo"),
            ("every weekday", "weekly on mon and tue and wed and thu and fri 16:00 Europe/London"),
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
    fn a_fixed_day_of_a_rhythm_in_days_is_refused_with_what_to_agree_instead() {
        for (typed, instead) in
            [("every 10 days on mon 9:00", "every 10 days"), ("daily on mon", "daily")]
        {
            let error = Cadence::parse(typed, LONDON).unwrap_err();
            assert_eq!(error, CadenceError::NoFixedDay(typed.to_owned()));
            assert!(error.hint().contains(&format!("`{instead}`")), "{typed}");
        }
    }

    #[test]
    fn an_ambiguous_rhythm_is_refused_with_its_meanings() {
        for (typed, meanings) in [
            ("bimonthly", ["`every 2 months`", "`every 2 weeks`"]),
            ("twice a month", ["`every 2 weeks`", "`monthly on 1st and 3rd thu 17:00`"]),
        ] {
            let hint = Cadence::parse(typed, LONDON).unwrap_err().hint();
            for meaning in meanings {
                assert!(hint.contains(meaning), "{typed}: {hint}");
                let read = Cadence::parse(meaning.trim_matches('`'), LONDON);
                assert!(read.is_ok(), "{meaning}");
            }
        }
    }

    #[test]
    fn what_is_no_rhythm_is_refused() {
        for text in [
            "", "every 0 weeks", "sometimes", "weekly on thu 25:00", "monthly on 6th tue 10:00",
            "monthly on 32nd 10:00", "weekly on mon and mon 10:00", "weekly on last day 10:00",
            "monthly on 1st mon and 3rd tue 10:00", "monthly on 1st and 1st mon 10:00",
            "monthly on 1st mon 15 10:00", "monthly on mon 10:00", "monthly on and 10:00",
            "every other year",
        ] {
            assert!(Cadence::parse(text, LONDON).is_err(), "{text}");
        }
    }
}
