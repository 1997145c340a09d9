//! Rewrites unambiguous days and times of other programs in mentor's own format.

mod day_span;
mod heading;
mod iso;
mod offset;
mod serial;
mod span;
mod year_first;

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::domain::dates::clock::parse_time;
use crate::domain::dates::foreign::offset::{split_offset, with_offset};
use crate::domain::dates::foreign::year_first::with_hyphens;
use crate::domain::dates::languages;
use crate::domain::dates::parse::DateError;
use crate::domain::dates::vocabulary::{month_by_number, weekday};
use crate::domain::zone::Tz;

pub use heading::split_dated;
pub use iso::iso_day;
pub use serial::{serial_date, time_of_cell};
pub use span::{length_until, split_span};

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
        if let Some(at) = serial_date(typed) {
            return Ok(Cow::Owned(at.date().to_string()));
        }
        if let Some(date) = with_hyphens(typed) {
            return self.day(&date).map(|day| Cow::Owned(day.into_owned()));
        }
        if let Some((start, _)) = split_span(typed) {
            return self.day(&start).map(|day| Cow::Owned(day.into_owned()));
        }
        if let Some((local, _)) = split_offset(typed) {
            let day = match self.moment(typed)? {
                moment if rfc_3339(&moment).is_some() => self.day(&moment)?.into_owned(),
                _ => self.day(&local)?.into_owned(),
            };
            return Ok(Cow::Owned(day));
        }
        if let Some(at) = rfc_3339(typed.trim()) {
            let day = if self.midnight_is_a_day && at.time() == NaiveTime::MIN {
                at.date_naive()
            } else {
                at.with_timezone(&self.zone).date_naive()
            };
            return Ok(Cow::Owned(day.to_string()));
        }
        if let Some(found) = named_month(typed) {
            return found.map(|found| Cow::Owned(format!("{}{}", found.weekday, found.day)));
        }
        let (name, text) = split_weekday(typed);
        let Some((day, rest)) = self.split_day(text)? else {
            return Ok(without_time(typed));
        };
        let (name, rest) = weekday_after(name, rest);
        if rest.is_empty() || time_of_day(rest).is_some() {
            Ok(Cow::Owned(format!("{name}{day}")))
        } else {
            Ok(Cow::Borrowed(typed))
        }
    }

    /// Rewrites a date with a time as `2026-12-31 17:00`. Seconds are dropped.
    pub fn moment<'t>(&self, typed: &'t str) -> Result<Cow<'t, str>, DateError> {
        if let Some(at) = serial_date(typed) {
            let has_time = typed.contains(['.', ',']);
            let form = if has_time { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d" };
            return Ok(Cow::Owned(at.format(form).to_string()));
        }
        if let Some(date) = with_hyphens(typed) {
            return self.moment(&date).map(|moment| Cow::Owned(moment.into_owned()));
        }
        if let Some((local, offset)) = split_offset(typed) {
            let moment = self.moment(&local)?;
            let moment = with_offset(&moment, offset).unwrap_or_else(|| moment.into_owned());
            return Ok(Cow::Owned(moment));
        }
        if let Some(at) = rfc_3339(typed.trim()) {
            return Ok(Cow::Owned(at.format("%Y-%m-%dT%H:%M:%S%:z").to_string()));
        }
        if let Some(found) = named_month(typed) {
            return found.map(|NamedMonth { weekday, day, time }| {
                let time = time.map(|time| time.format(" %H:%M").to_string());
                Cow::Owned(format!("{weekday}{day}{}", time.unwrap_or_default()))
            });
        }
        let (name, text) = split_weekday(typed);
        let Some((day, rest)) = self.split_day(text)? else {
            return Ok(match split_clock(typed.trim()) {
                Some((day, time)) => Cow::Owned(format!("{day} {}", time.format("%H:%M"))),
                None => Cow::Borrowed(typed),
            });
        };
        let (name, rest) = weekday_after(name, rest);
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
        let rest = rest.strip_prefix('T').unwrap_or(rest);
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if is_figure(word) && word.len() == 8 {
            let day = NaiveDate::parse_from_str(word, "%Y%m%d").ok();
            return Ok(day.map(|day| (day, rest)));
        }
        let word = word.trim_end_matches('.');
        if let Some(day) = iso_day(word) {
            return day.map(|day| Some((day, rest)));
        }
        let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
        let [first, second, third] = parts[..] else {
            return Ok(None);
        };
        if let Some(day) = day_with_named_month(first, second, third) {
            return Ok(Some((day, rest)));
        }
        if !parts.iter().all(|part| is_figure(part)) {
            return Ok(None);
        }
        let is_dotted = word.matches('.').count() == 2;
        let readings = self.readings(first, second, third, is_dotted);
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

    /// Returns the days that three figures may mean, in the order of time.
    fn readings(self, first: &str, second: &str, third: &str, is_dotted: bool) -> Vec<NaiveDate> {
        let day_first = || date(third, second.parse().ok()?, first);
        let month_first = || date(third, first.parse().ok()?, second);
        let year_first = || date(first, second.parse().ok()?, third);
        let readings = match self.order {
            _ if first.len() == 4 => vec![year_first()],
            // Dates with dots always have the day first.
            None if is_dotted => vec![day_first()],
            Some(DayOrder::DayFirst) => vec![day_first()],
            Some(DayOrder::MonthFirst) => vec![month_first()],
            None if third.len() == 4 => vec![day_first(), month_first()],
            // Years come first in Japan only, which is named if nothing else is.
            None if day_first().is_some() && month_first().is_some() => {
                vec![day_first(), month_first()]
            }
            None => vec![day_first(), month_first(), year_first()],
        };
        let mut readings: Vec<NaiveDate> = readings.into_iter().flatten().collect();
        readings.sort();
        readings.dedup();
        readings
    }
}

/// Reads `5-Nov-2026`, `2026-Nov-5` or `Nov/5/2026`.
fn day_with_named_month(first: &str, second: &str, third: &str) -> Option<NaiveDate> {
    match (month_in_a_date(first), month_in_a_date(second)) {
        _ if !is_figure(third) => None,
        (None, Some(month)) if first.len() == 4 && is_figure(first) => date(first, month, third),
        (None, Some(month)) => date(third, month, first),
        (Some(month), None) => date(third, month, second),
        _ => None,
    }
}

/// A date with the name of its month and its year, in any order.
struct NamedMonth<'t> {
    /// With a trailing space, or empty.
    weekday: Cow<'t, str>,
    day: NaiveDate,
    time: Option<NaiveTime>,
}

/// Parses `5 Nov 26`, `Nov 5th, 2026 10:00 AM`, `5. November 2026`, `2026 Nov 5` or `Thu Nov 5 10:00:00 2026`. `None`: the
/// text has other words, or no year.
fn named_month(text: &str) -> Option<Result<NamedMonth<'_>, DateError>> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let (mut weekday_name, mut found_month, mut year) = (Cow::Borrowed(""), None, None);
    let (mut numbers, mut clock) = (Vec::new(), String::new());
    let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    for word in words {
        let plain = word.trim_matches(['.', '(', ')']).to_lowercase();
        let digits = plain.trim_end_matches(char::is_alphabetic);
        let short_year = word.strip_prefix(['\'', '\u{2019}']);
        match plain.as_str() {
            // `17 Uhr`: the last number is the hour.
            "uhr" if clock.is_empty() => clock = format!("{}h", numbers.pop()?),
            "of" | "the" | "at" | "on" | "@" | "um" | "uhr" | "\u{e0}" => {}
            name if languages::is_article(name) => {}
            name if weekday(name).is_some() && weekday_name.is_empty() => {
                weekday_name = Cow::Owned(format!("{} ", word.trim_matches(['.', '(', ')'])));
            }
            name if month_in_a_date(name).is_some() && found_month.is_none() => {
                found_month = month_in_a_date(name);
            }
            name if languages::short_weekday(name).is_some() && weekday_name.is_empty() => {
                let day = languages::short_weekday(name).map(|day| format!("{day} "));
                weekday_name = Cow::Owned(day.unwrap_or_default());
            }
            "am" | "pm" | "a.m" | "p.m" => clock.push_str(&plain),
            _ if word.contains(':') && clock.is_empty() => clock.push_str(&plain),
            // `17h30`, `17.30`.
            _ if plain.contains(['h', '.']) && clock.is_empty() && parse_time(&plain).is_ok() => {
                clock.push_str(&plain);
            }
            figure if figure.len() == 4 && is_figure(figure) && year.is_none() => {
                year = Some(figure.to_owned());
            }
            _ if short_year.is_some_and(|year| year.len() == 2 && is_figure(year)) => {
                year = short_year.map(str::to_owned);
            }
            _ if is_figure(digits) && digits.len() <= 2 && is_ordinal(&plain[digits.len()..]) => {
                numbers.push(digits.to_owned());
            }
            _ => return None,
        }
    }
    let (day, year) = match (&numbers[..], year) {
        ([day], Some(year)) => (day, year),
        ([day, year], None) if year.len() == 2 => (day, year.clone()),
        _ => return None,
    };
    let time = if clock.is_empty() { None } else { Some(time_of_day(&clock)?) };
    let day = date(&year, found_month?, day);
    let day = day.ok_or_else(|| DateError::NoSuchDay(text.to_owned()));
    Some(day.map(|day| NamedMonth { weekday: weekday_name, day, time }))
}

/// Parses the name of a month in any form that calendars and spreadsheets write.
fn month_in_a_date(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_lowercase();
    month_by_number(&word).or_else(|| languages::short_month(&word))
}

fn is_ordinal(suffix: &str) -> bool {
    matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er" | "\u{ba}")
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

/// Parses a timestamp: `2026-12-31T00:00:00.000Z`, `2026-12-31 00:00:00+01:00`, `20261231T000000Z`,
/// `Thu, 31 Dec 2026 00:00:00 GMT`, `Thu Dec 31 2026 00:00:00 GMT+0000 (Coordinated Universal Time)`.
/// Also parses the milliseconds since 1970 as which some programs export every time: `1796860800000`.
fn rfc_3339(text: &str) -> Option<DateTime<FixedOffset>> {
    if text.len() == 13 && is_figure(text) {
        let at = DateTime::from_timestamp_millis(text.parse().ok()?)?;
        return Some(at.fixed_offset());
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at);
    }
    // Rails writes the name of the zone: `2026-11-25 10:00:00 UTC`.
    let named = text
        .strip_suffix(" UTC")
        .filter(|text| text.ends_with(|c: char| c.is_ascii_digit()) && !text.contains('+'));
    let utc = named.or_else(|| text.strip_suffix(['Z', 'z'])).map(|text| format!("{text}+0000"));
    let text = utc.as_deref().unwrap_or(text);
    if let Ok(at) = DateTime::parse_from_rfc2822(text) {
        return Some(at);
    }
    let forms = [
        "%Y-%m-%d %H:%M:%S%.f %z UTC", "%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z",
        "%Y-%m-%d %H:%M:%S%.f%z", "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M%z",
        "%Y-%m-%d %H:%M %z", "%Y%m%dT%H%M%S%z", "%a %b %d %Y %H:%M:%S GMT%z",
    ];
    let text = text.split_once(" (").map_or(text, |(text, _)| text);
    forms.iter().find_map(|form| DateTime::parse_from_str(text, form).ok())
}

/// No day with a time or a span is longer; searching a longer text in every place would take long.
const MAX_BYTES: usize = 100;

/// Parses a time of day: `17:00`, `17:00:00`, `5:00:00 PM`, `170000`, `17.00 Uhr`.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let text = text.strip_prefix("at ").unwrap_or(text);
    if let Some(hour) = text.strip_suffix("Uhr").map(str::trim_end) {
        let full_hour = hour.parse().ok().filter(|_| is_figure(hour) && hour.len() <= 2);
        let full_hour = full_hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
        return full_hour.or_else(|| time_of_day(hour));
    }
    let forms = ["%H:%M:%S%.f", "%I:%M:%S %p", "%I:%M:%S%p", "%H%M%S"];
    let found = forms.iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok());
    found.or_else(|| parse_time(text).ok())
}

/// Whether a cell is a time of day or a span of times without a day: `17:00`, `5:00:00 PM`, `10:00-10:45`.
pub fn is_time_without_day(cell: &str) -> bool {
    let cell = time_of_cell(cell);
    let start = split_span(&cell).map(|(start, _)| start);
    time_of_day(start.as_deref().unwrap_or(&cell)).is_some()
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
    let Some((name, rest)) = found else {
        return (String::new(), typed);
    };
    let name = name.trim_end_matches('.');
    let rest = rest.trim_start_matches([' ', ',']);
    if weekday(&name.to_lowercase()).is_some() {
        return (format!("{name} "), rest);
    }
    let is_before_date = rest.starts_with(|c: char| c.is_ascii_digit());
    match languages::short_weekday(name).filter(|_| is_before_date) {
        Some(day) => (format!("{day} "), rest),
        None => (String::new(), typed),
    }
}

/// Splits off a weekday after the day, as in `2026-12-31 (Thu) 17:00`, unless there is one before it.
fn weekday_after(before: String, rest: &str) -> (String, &str) {
    let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let name = word.trim_matches(['(', ')', '.', ',']);
    match weekday(&name.to_lowercase()) {
        Some(_) if before.is_empty() => (format!("{name} "), after.trim_start()),
        _ => (before, rest),
    }
}

#[cfg(test)]
mod tests;
