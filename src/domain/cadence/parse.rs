//! Parses rhythms as people write them.

use chrono::{NaiveTime, Weekday, WeekdaySet};

use crate::domain::cadence::{Cadence, MonthDays, OrdinalSet, USUAL_TIME, nth_text};
use crate::domain::dates::{self, DateError};
use crate::domain::length::{Span, Unit};
use crate::domain::zone::{self, Tz};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CadenceError {
    #[error("`{0}` is not a cadence")]
    Unknown(String),
    #[error("`{0}` names a day, and only weekly and monthly cadences have fixed days")]
    NoFixedDay(String),
    #[error("`{typed}` may be every {count} weeks or once a month")]
    EveryNth { typed: String, count: i8, day: Weekday },
    #[error("`{typed}` names the {which} day of the agreement")]
    FirstOrLastDay { typed: String, rhythm: String, which: &'static str },
    #[error("`{typed}` may be every 2 {unit}s or twice a {unit}")]
    TwiceOrEverySecond { typed: String, unit: &'static str, rest: String },
    #[error("`{typed}` has a time but no day")]
    NoDay { typed: String, rhythm: String },
    #[error("`{typed}` is not a cadence: {error}")]
    Time { typed: String, error: DateError },
}

impl CadenceError {
    pub fn hint(&self) -> String {
        match self {
            CadenceError::Unknown(typed) => match with_times(typed).as_str() {
                "twice a month" | "semimonthly" | "semi-monthly" => {
                    "write `every 2 weeks`, or name the days: `monthly on 1st and 3rd thu 17:00`"
                }
                "twice a week" | "semiweekly" | "semi-weekly" => {
                    "name the days: `weekly on mon and thu 17:00`"
                }
                _ => "write it like `every 2 weeks`, `weekly on mon and thu 17:00`, `monthly on 2nd tue 10:00` or `monthly on last day 10:00`",
            }
            .to_owned(),
            CadenceError::EveryNth { count, day, .. } => {
                let day = day.to_string().to_lowercase();
                let nth = nth_text(*count);
                format!("write `every {count} weeks on {day}` or `monthly on {nth} {day}`")
            }
            CadenceError::TwiceOrEverySecond { unit, rest, .. } => {
                let twice = match *unit {
                    "week" => "name the days: `weekly on mon and thu 17:00`",
                    _ => "`every 2 weeks`",
                };
                format!("write `every 2 {unit}s{rest}`, or {twice}")
            }
            CadenceError::FirstOrLastDay { rhythm, which, .. } => {
                let flag = if *which == "first" { "--starts" } else { "--ends" };
                format!("give it by itself: `--cadence \"{rhythm}\" {flag} DATE`")
            }
            CadenceError::NoDay { rhythm, .. } => format!("name the day too: `{rhythm} on thu 17:00`"),
            CadenceError::Time { error, .. } => error.hint(),
            CadenceError::NoFixedDay(typed) => {
                let span = typed.split(" on ").next().unwrap_or(typed);
                format!("agree on `{span}`, and plan each check-in with `mentor checkin add`")
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
        let error = || unknown(typed);
        let text = in_order(&between_weekdays(&typed.trim().to_lowercase()));
        // `every two weeks, thursdays 17:00` has a comma in place of `on`.
        let after_comma = || {
            let parts = text.split_once(',');
            parts.filter(|(rhythm, _)| parse_span(rhythm.trim()).is_some())
        };
        let parts = text.split_once(" on ").or_else(after_comma).or_else(|| before_day(&text));
        let (rhythm, place) = match parts {
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
            Some((days, clock)) => {
                let time = dates::parse_clock(&clock);
                let typed = typed.trim().to_owned();
                (days, Some(time.map_err(|error| CadenceError::Time { typed, error })?))
            }
            None => (place, None),
        };
        let cadence = fixed_rule(span, &days, time.unwrap_or(USUAL_TIME), zone);
        Ok((cadence.ok_or_else(error)?, time))
    }
}

/// Returns why a text is no rhythm, with what was understood of it.
fn unknown(typed: &str) -> CadenceError {
    let typed = typed.trim().to_owned();
    let text = typed.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    if let ["every", nth, day, ..] = words.as_slice()
        && let (Some(count @ 3..=5), Some(day)) = (ordinal(nth), weekday(day))
    {
        return CadenceError::EveryNth { typed, count, day };
    }
    let unit_in_two = |word: &str| match word.strip_prefix("bi")?.trim_start_matches('-') {
        "weekly" => Some("week"),
        "monthly" => Some("month"),
        _ => None,
    };
    if let [first, ..] = words.as_slice()
        && let Some(unit) = unit_in_two(first)
    {
        let rest = text[first.len()..].to_owned();
        return CadenceError::TwiceOrEverySecond { typed, unit, rest };
    }
    for (word, which) in [
        ("starting", "first"),
        ("beginning", "first"),
        ("from", "first"),
        ("until", "last"),
        ("till", "last"),
    ] {
        if let Some(at) = words.iter().position(|one| *one == word) {
            let rhythm = words[..at].join(" ");
            if Cadence::parse(&rhythm, Tz::UTC).is_ok() {
                return CadenceError::FirstOrLastDay { typed, rhythm, which };
            }
        }
    }
    match dates::split_time(&text) {
        Some((rhythm, _)) if parse_span(&rhythm).is_some_and(|span| span.unit != Unit::Days) => {
            CadenceError::NoDay { typed, rhythm }
        }
        _ => CadenceError::Unknown(typed),
    }
}

/// Writes `2x/month` and `two times per month` as `twice a month`.
fn with_times(typed: &str) -> String {
    let text = typed.to_lowercase().replace('/', " a ");
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["2x" | "twice", rest @ ..] | ["2" | "two", "times" | "x", rest @ ..] => match rest {
            ["a" | "per" | "each" | "every", unit] => format!("twice a {unit}"),
            ["monthly"] => "twice a month".to_owned(),
            ["weekly"] => "twice a week".to_owned(),
            _ => text,
        },
        _ => text.trim().to_owned(),
    }
}

/// Separates weekdays that are joined by slashes: `mon/wed/fri 9:00`.
fn between_weekdays(text: &str) -> String {
    let separated = |word: &str| {
        let is_list = word.contains('/') && word.split('/').all(|day| weekday(day).is_some());
        if is_list { word.replace('/', " and ") } else { word.to_owned() }
    };
    text.split_whitespace().map(separated).collect::<Vec<_>>().join(" ")
}

/// Splits `weekly thu 17:00` and `monthly 2nd wed` before their first day. `None`: the words before it are no span.
fn before_day(text: &str) -> Option<(&str, &str)> {
    let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let is_place = |word: &str| word == "last" || dates::ordinal(word).is_some();
    let mut words = text.split_whitespace().skip(1);
    words.find_map(|word| {
        let (rhythm, place) = text.split_at(offset(word));
        let is_day = weekday(word.trim_end_matches(',')).is_some() || is_place(word);
        (is_day && parse_span(rhythm.trim()).is_some()).then_some((rhythm, place))
    })
}

/// Rewrites a rhythm so that its span comes first: `every other tue 17:00`, `mondays 9:00`, `first mon of the month
/// 10:00`.
fn in_order(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_day = |word: &str| {
        let word = word.trim_end_matches(',');
        weekday(word).is_some() || is_weekdays(word)
    };
    let (is_every, rest) = match words.as_slice() {
        ["every" | "each", rest @ ..] => (true, rest),
        ["on" | "the", rest @ ..] | rest => (false, rest),
    };
    let of_the_month = days_of_the_month(rest).map(|days| format!("monthly on {days}"));
    match words.as_slice() {
        ["once", "a" | "every" | "per", rest @ ..] => format!("every {}", rest.join(" ")),
        _ if of_the_month.is_some() => of_the_month.unwrap_or_default(),
        ["every", "other" | "2nd" | "second", day, ..] if is_day(day) => {
            format!("every 2 weeks on {}", words[2..].join(" "))
        }
        ["alternate" | "alternating", day, ..] if is_day(day) => {
            format!("every 2 weeks on {}", words[1..].join(" "))
        }
        ["every" | "each", day, ..] if is_day(day) => format!("weekly on {}", words[1..].join(" ")),
        [day, ..] if is_day(day) => format!("weekly on {}", words.join(" ")),
        _ => {
            let monthly = places_of_a_weekday(rest, is_every).or_else(|| dates_of_a_month(rest));
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

/// Returns `2nd wed` or `1st and 3rd thu 17:00` as days of a month, the only period in which a weekday has places. `every
/// third thu` may be every three weeks.
fn places_of_a_weekday(words: &[&str], is_every: bool) -> Option<String> {
    let (places, day) = split_places(words);
    let is_clear = match places.as_slice() {
        [] => false,
        [one] => !is_every || matches!(one.as_str(), "last" | "first" | "1st"),
        _ => true,
    };
    let is_before_weekday = day.first().is_some_and(|word| weekday(word).is_some());
    (is_clear && is_before_weekday).then(|| words.join(" "))
}

/// Returns `1st and 15th` or `15th 9:00` as dates of a month.
fn dates_of_a_month(words: &[&str]) -> Option<String> {
    let (places, rest) = split_places(words);
    let is_time = rest.first().is_none_or(|word| {
        matches!(*word, "at" | "day" | "noon") || word.starts_with(|c: char| c.is_ascii_digit())
    });
    (!places.is_empty() && is_time).then(|| words.join(" "))
}

/// Splits the places at the beginning, such as `1st and 3rd`, from the words after them.
fn split_places<'w>(words: &'w [&'w str]) -> (Vec<String>, &'w [&'w str]) {
    let bare = |word: &str| word.trim_end_matches(',').to_owned();
    let is_place = |word: &str| word == "last" || dates::ordinal(word).is_some();
    let is_listed = |word: &&&str| is_place(&bare(word)) || matches!(**word, "and" | "the" | "&");
    let listed = words.iter().take_while(is_listed).count();
    let places = words[..listed].iter().map(|word| bare(word)).filter(|word| is_place(word));
    (places.collect(), &words[listed..])
}

/// Parses the span of a rhythm: `every 2 weeks`, `weekly`, `fortnightly`, `every other week`, `quarterly`.
fn parse_span(text: &str) -> Option<Span> {
    let of = |count, unit| Some(Span { count, unit });
    match text {
        "daily" => return of(1, Unit::Days),
        "weekly" => return of(1, Unit::Weeks),
        "fortnightly" | "every fortnight" => return of(2, Unit::Weeks),
        "monthly" => return of(1, Unit::Months),
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
    // `London time`.
    words.pop_if(|word| *word == "time");
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
        "last" | "end" => Some(OrdinalSet::LAST),
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
mod tests;
