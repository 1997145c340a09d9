//! Rewrites unambiguous days and times of other programs in mentor's own format.

use std::borrow::Cow;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::domain::dates::clock::parse_time;
use crate::domain::dates::parse::DateError;
use crate::domain::dates::vocabulary::{month, weekday};
use crate::domain::length::Minutes;
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
        if let Some(at) = serial_date(typed) {
            return Ok(Cow::Owned(at.date().to_string()));
        }
        if let Some((start, _)) = split_span(typed) {
            return self.day(&start).map(|day| Cow::Owned(day.into_owned()));
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
            let day = year_first().ok_or_else(|| DateError::NoSuchDay(word.to_owned()))?;
            return Ok(Some((day, rest)));
        }
        let is_dotted = word.contains('.') && third.len() == 4;
        let mut readings: Vec<NaiveDate> = match self.order {
            // Whoever separates a full date with dots writes the day first.
            None if is_dotted => vec![day_first()],
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
            "of" | "the" | "at" | "on" | "@" => {}
            name if weekday(name).is_some() && weekday_name.is_empty() => {
                weekday_name = Cow::Owned(format!("{} ", word.trim_matches(['.', '(', ')'])));
            }
            name if month(name).is_some() && found_month.is_none() => found_month = month(name),
            "am" | "pm" | "a.m" | "p.m" => clock.push_str(&plain),
            _ if word.contains(':') && clock.is_empty() => clock.push_str(&plain),
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

/// Splits a heading such as `5 March 2026, 10:00 - Call` or `Call with Ana on 2026-03-05` into its day, perhaps with a time,
/// and the rest. `None`: it neither begins nor ends with a full date.
pub fn split_dated(text: &str) -> Option<(&str, &str)> {
    let is_mark = |c: char| c.is_whitespace() || "[](),:|-\u{2013}\u{2014}".contains(c);
    let borders: Vec<usize> = text
        .match_indices(char::is_whitespace)
        .flat_map(|(at, blank)| [at, at + blank.len()])
        .chain([0, text.len()])
        .collect();
    let is_close = |border: &&usize| **border <= MAX_BYTES || text.len() - **border <= MAX_BYTES;
    let found = borders.iter().filter(is_close).filter_map(|border| {
        let (before, after) = text.split_at(*border);
        let (first, last) = (before.trim_matches(is_mark), after.trim_matches(is_mark));
        if is_full_date(first) {
            Some((first, last))
        } else {
            is_full_date(last).then_some((last, first))
        }
    });
    let (day, title) = found.max_by_key(|(day, _)| day.len())?;
    Some((day, title.strip_suffix(" on").unwrap_or(title)))
}

/// Whether a text is a day with its year, perhaps with a time, even if it does not exist or has two readings.
fn is_full_date(text: &str) -> bool {
    let dates = ForeignDates { order: None, zone: Tz::UTC, midnight_is_a_day: false };
    let span = split_span(text);
    let start = span.as_ref().map_or(text, |(start, _)| start);
    if text.is_empty()
        || text.len() > MAX_BYTES
        || text.starts_with("on ")
        || serial_date(text).is_some()
    {
        return false;
    }
    match dates.moment(start) {
        Ok(read) => {
            let read = match read.split_once(' ') {
                Some((name, rest)) if weekday(&name.to_lowercase()).is_some() => rest,
                _ => &read,
            };
            let has_time = |form| NaiveDateTime::parse_from_str(read, form).is_ok();
            read.parse::<NaiveDate>().is_ok()
                || has_time("%Y-%m-%d %H:%M")
                || DateTime::parse_from_rfc3339(read).is_ok()
        }
        Err(DateError::Ambiguous { typed, .. } | DateError::NoSuchDay(typed)) => {
            let around = start.split_once(typed.as_str());
            around.is_some_and(|(name, rest)| {
                let rest = rest.trim_start_matches([' ', ',']);
                let is_weekday = weekday(&name.trim().to_lowercase()).is_some();
                (name.is_empty() || is_weekday) && (rest.is_empty() || time_of_day(rest).is_some())
            })
        }
        Err(_) => false,
    }
}

fn is_ordinal(suffix: &str) -> bool {
    matches!(suffix, "" | "st" | "nd" | "rd" | "th")
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
/// `Thu, 31 Dec 2026 00:00:00 GMT`.
fn rfc_3339(text: &str) -> Option<DateTime<FixedOffset>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at);
    }
    let utc = text.strip_suffix(['Z', 'z']).map(|text| format!("{text}+0000"));
    let text = utc.as_deref().unwrap_or(text);
    if let Ok(at) = DateTime::parse_from_rfc2822(text) {
        return Some(at);
    }
    let forms = [
        "%Y-%m-%d %H:%M:%S%.f %z UTC", "%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z",
        "%Y-%m-%d %H:%M:%S%.f%z", "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M%z",
        "%Y-%m-%d %H:%M %z", "%Y%m%dT%H%M%S%z",
    ];
    forms.iter().find_map(|form| DateTime::parse_from_str(text, form).ok())
}

/// Parses the number as which spreadsheets store a day, counted from 1900, with the time as its fraction: `45966.5`. Five
/// digits that begin with 2 to 7 are a day between 1954 and 2119.
pub fn serial_date(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let (days, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_serial = days.len() == 5 && days.starts_with(['2', '3', '4', '5', '6', '7']);
    let days: u64 = days.parse().ok().filter(|_| is_serial)?;
    // Spreadsheets count 29 February 1900, which did not exist.
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    day.and_time(NaiveTime::MIN).checked_add_signed(fraction_of_a_day(fraction)?)
}

/// Parses the digits after the decimal point of a number of days, rounded to minutes.
fn fraction_of_a_day(digits: &str) -> Option<TimeDelta> {
    let fraction: f64 = format!("0.{digits}").parse().ok().filter(|_| is_figure(digits))?;
    #[expect(clippy::cast_possible_truncation, reason = "0 to 1440")]
    TimeDelta::try_minutes((fraction * 1440.0).round() as i64)
}

/// Rewrites the time of a separate column: a spreadsheet may store it as a fraction of a day.
pub fn clock(typed: &str) -> Cow<'_, str> {
    let fraction = typed.trim().strip_prefix('0').and_then(|text| text.strip_prefix(['.', ',']));
    let time = fraction.and_then(fraction_of_a_day);
    match time.filter(|time| *time < TimeDelta::days(1)) {
        Some(time) => Cow::Owned((NaiveTime::MIN + time).format("%H:%M").to_string()),
        None => Cow::Borrowed(typed),
    }
}

/// No day with a time or a span is longer; searching a longer text in every place would take long.
const MAX_BYTES: usize = 100;

/// What stands between the start and the end of a span.
const SEPARATORS: [&str; 6] = ["-", "\u{2013}", "\u{2014}", " to ", " until ", " till "];

/// Splits a span such as `2026-11-05 10:00-10:45` or `5 Nov 2026, 10–10:45am` into its start and its length. `None`: the
/// text has no end, or one that is not after its start.
pub fn split_span(text: &str) -> Option<(String, Minutes)> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    let places = SEPARATORS.iter().flat_map(|separator| {
        let found = text.rmatch_indices(separator);
        found.map(|(at, separator)| (&text[..at], &text[at + separator.len()..]))
    });
    let mut spans = places.filter_map(|(before, after)| {
        let (day, start) = split_last_time(before)?;
        let (last_day, end) = split_last_time(after)?;
        if !last_day.is_empty() && last_day != day || start.is_bare() && end.is_bare() {
            return None;
        }
        let (start, end) = start.until(end)?;
        let has_mark = text.contains('T') || before.matches(':').count() > 1;
        let is_offset =
            rfc_3339(text).is_some_and(|at| is_used(at.offset()) && (has_mark || end <= start));
        let minutes = (end - start).num_minutes().rem_euclid(MINUTES_A_DAY);
        let minutes = u32::try_from(minutes).ok()?;
        let is_length = (1..=MAX_SPAN_MINUTES).contains(&minutes) && !is_offset;
        let start = format!("{day} {}", start.format("%H:%M"));
        is_length.then(|| (start.trim_start().to_owned(), Minutes(minutes)))
    });
    spans.next()
}

const MINUTES_A_DAY: i64 = 1440;

/// A span that seems longer is a mistake: its end is before its start.
const MAX_SPAN_MINUTES: u32 = 720;

/// Whether a zone has this offset: none is further west than 12 hours, or off by less than half an hour. Programs write
/// an offset after a `T` or after seconds; elsewhere, `-05:00` is the end of a span if it can be one.
fn is_used(offset: &FixedOffset) -> bool {
    let minutes = offset.local_minus_utc() / 60;
    minutes >= -720 && minutes % 30 == 0
}

/// A time of a span as written: it may lack its minutes, or the `am` that the other one has.
#[derive(Clone, Copy)]
struct SpanTime<'t>(&'t str);

impl SpanTime<'_> {
    fn is_bare(self) -> bool {
        is_figure(self.0)
    }

    fn parse(self) -> Option<NaiveTime> {
        let hour = self.0.parse().ok().filter(|_| self.0.len() <= 2);
        let full_hour = hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
        full_hour.or_else(|| time_of_day(self.0))
    }

    fn half(self) -> Option<[&'static str; 2]> {
        let text = self.0.to_lowercase().replace('.', "");
        match (text.ends_with("am"), text.ends_with("pm")) {
            (true, _) => Some(["am", "pm"]),
            (_, true) => Some(["pm", "am"]),
            _ => None,
        }
    }

    /// Returns both times. In `11-12:30pm`, the first one is in the half of the day that makes the span shorter.
    fn until(self, end: SpanTime<'_>) -> Option<(NaiveTime, NaiveTime)> {
        let in_halves = |time: SpanTime<'_>, halves: [&str; 2]| {
            halves.map(|half| time_of_day(&format!("{} {half}", time.0)))
        };
        match (self.half(), end.half()) {
            (None, Some(halves)) => {
                let end = end.parse()?;
                let starts = in_halves(self, halves).into_iter().flatten();
                starts.into_iter().find(|start| *start < end).map(|start| (start, end))
            }
            (Some(halves), None) => {
                let start = self.parse()?;
                let ends = in_halves(end, halves).into_iter().flatten();
                ends.into_iter().find(|end| *end > start).map(|end| (start, end))
            }
            _ => Some((self.parse()?, end.parse()?)),
        }
    }
}

/// Splits off the time at the end of a text: `5 Nov 2026, 10:00 AM`.
fn split_last_time(text: &str) -> Option<(&str, SpanTime<'_>)> {
    let text = text.trim();
    let is_border = |c: char| c.is_whitespace() || matches!(c, ',' | 'T');
    let word_start = |text: &str| text.len() - text.rsplit(is_border).next().map_or(0, str::len);
    let mut start = word_start(text);
    let last = text[start..].to_lowercase().replace('.', "");
    if matches!(last.as_str(), "am" | "pm" | "uhr") {
        start = word_start(text[..start].trim_end());
    }
    let (day, time) = text.split_at(start);
    let time = SpanTime(time);
    time.parse()?;
    let day = day.trim_end_matches(is_border);
    let day = day.strip_suffix(" from").or_else(|| day.strip_suffix(" at")).unwrap_or(day);
    Some((if day == "from" { "" } else { day }, time))
}

/// Parses a time of day: `17:00`, `17:00:00`, `5:00:00 PM`, `170000`, `17.00 Uhr`.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let text = text.strip_prefix("at ").unwrap_or(text);
    let text = text.strip_suffix("Uhr").map_or(text, str::trim_end);
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
            ("Dec 31, 2026 5:00:00 PM", "2026-12-31"),
            ("Dec 31, 2026, 12:00 AM", "2026-12-31"),
            ("31 December 2026", "2026-12-31"),
            ("31 Dec 26", "2026-12-31"),
            ("Dec 31 '26", "2026-12-31"),
            ("31. December 2026", "2026-12-31"),
            ("December 31st, 2026", "2026-12-31"),
            ("2026 Dec 31", "2026-12-31"),
            ("Thursday, 31st of December 2026", "Thursday 2026-12-31"),
            ("2026-12-31 (Thu)", "Thu 2026-12-31"),
            ("2026-12-31 Thu 17:00", "Thu 2026-12-31"),
            ("05.06.2027", "2027-06-05"),
            ("31 Dec", "31 Dec"),
            ("Dec 2026", "Dec 2026"),
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
    fn heading_is_split_into_its_day_and_its_title() {
        for (heading, day, title) in [
            ("2026-03-05", "2026-03-05", ""),
            ("5 March 2026", "5 March 2026", ""),
            ("Thu 5 Mar 2026, 10:00", "Thu 5 Mar 2026, 10:00", ""),
            ("2026-03-05 \u{2013} Call with Ana", "2026-03-05", "Call with Ana"),
            ("2026-03-05 17:00 - Scope", "2026-03-05 17:00", "Scope"),
            ("2026-03-05 10:00-10:45: Scope", "2026-03-05 10:00-10:45", "Scope"),
            ("[[2026-03-05]]: x", "2026-03-05", "x"),
            ("05/03/2026: Scope", "05/03/2026", "Scope"),
            ("Call with Ana on March 5th, 2026", "March 5th, 2026", "Call with Ana"),
            ("1:1 (2026-03-05)", "2026-03-05", "1:1"),
            ("2026-02-30 Scope", "2026-02-30", "Scope"),
            ("05/03/2026 17:00 Scope", "05/03/2026 17:00", "Scope"),
        ] {
            assert_eq!(split_dated(heading), Some((day, title)), "{heading}");
        }
        for heading in
            ["", "Ideas", "Ideas for 2026", "2026", "March 2026", "45966", "fri", "10:00"]
        {
            assert_eq!(split_dated(heading), None, "{heading}");
        }
    }

    #[test]
    fn days_with_two_readings_need_an_order() {
        for (typed, day_first, month_first) in [
            ("05/06/2027", "2027-06-05", "2027-05-06"),
            ("5.6.27", "2027-06-05", "2027-05-06"),
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
        assert!(DATES.day("31 Nov 2026").is_err());
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
            ("Nov 3, 2026, 5:00:00 PM", "2026-11-03 17:00"),
            ("3 Nov 26 17:00", "2026-11-03 17:00"),
            ("Tue Nov  3 17:00:00 2026", "Tue 2026-11-03 17:00"),
            ("Tue, 03 Nov 2026 17:00:00 GMT", "2026-11-03T17:00:00+00:00"),
            ("2026-11-03 17:00:00 +0000 UTC", "2026-11-03T17:00:00+00:00"),
            ("2026-11-03 (Tue) 17:00", "Tue 2026-11-03 17:00"),
            ("2026/11/03", "2026-11-03"),
            ("yesterday", "yesterday"),
        ] {
            assert_eq!(DATES.moment(typed).as_deref(), Ok(meant), "{typed}");
        }
    }

    #[test]
    fn a_span_is_split_into_start_and_length() {
        for (typed, start, minutes) in [
            ("2026-11-05 10:00-10:45", "2026-11-05 10:00", 45),
            ("2026-11-05 09:00-10:00", "2026-11-05 09:00", 60),
            ("2026-11-05 10:00\u{2013}10:45", "2026-11-05 10:00", 45),
            ("2026-11-05 10-10:45am", "2026-11-05 10:00", 45),
            ("2026-11-05T10:00-10:45", "2026-11-05 10:00", 45),
            ("2026-11-05 17.00 - 17.45 Uhr", "2026-11-05 17:00", 45),
            ("2026-11-05 17h00-17h30", "2026-11-05 17:00", 30),
            ("5 Nov 2026, 10:00 AM to 11:15 AM", "5 Nov 2026 10:00", 75),
            ("Nov 5, 2026 5:00 \u{2013} 5:30 PM", "Nov 5, 2026 17:00", 30),
            ("Thu 5 Nov 11-12:30pm", "Thu 5 Nov 11:00", 90),
            ("5 Nov 2026 11:30am-12:15", "5 Nov 2026 11:30", 45),
            ("5 Nov 2026 from 10:00 until 10:50", "5 Nov 2026 10:00", 50),
            ("2026-11-05 10:00 - 2026-11-05 10:45", "2026-11-05 10:00", 45),
            ("2026-11-05 23:30-00:15", "2026-11-05 23:30", 45),
            ("10:00-10:45", "10:00", 45),
        ] {
            let meant = Some((start.to_owned(), Minutes(minutes)));
            assert_eq!(split_span(typed), meant, "{typed}");
            assert!(DATES.moment(start).is_ok(), "{typed}");
        }
        for typed in [
            "2026-11-05", "5-11-2026 17:00", "05-11-26", "10-11", "2026-11-05 17:00",
            "2026-11-05T09:00-10:00", "2026-11-05 09:00:00-10:00", "2026-11-05 10:00-05:00",
            "2026-11-05 10:00 -0500", "2026-11-05 10:45-10:00", "2026-11-05 10:00-10:00",
            "2026-11-05 10:00 - 2026-11-06 10:45", "until fri",
        ] {
            assert_eq!(split_span(typed), None, "{typed}");
        }
    }

    #[test]
    fn day_numbers_of_a_spreadsheet_are_read() {
        for (typed, moment) in [
            ("45966", "2025-11-05"),
            ("45966.5", "2025-11-05 12:00"),
            ("45966,416666667", "2025-11-05 10:00"),
            ("46351.0", "2026-11-25 00:00"),
        ] {
            assert_eq!(DATES.moment(typed).as_deref(), Ok(moment), "{typed}");
            assert_eq!(DATES.day(typed).as_deref(), Ok(&moment[..10]), "{typed}");
        }
        for typed in ["4596", "12345", "80000", "459666", "45966.5.1", "45966."] {
            assert_eq!(serial_date(typed), None, "{typed}");
        }
        assert_eq!(clock("0.4375"), "10:30");
        assert_eq!(clock("0.9999"), "0.9999");
        assert_eq!(clock("10:30"), "10:30");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(typed in "([0-9]{1,8}|dec|[-/., :TZ]|fri|é|PM|am| to ){0,9}") {
            let _ = DATES.day(&typed);
            let _ = DATES.moment(&typed);
            let _ = split_span(&typed);
            let _ = split_dated(&typed);
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
