//! Headings of notes that begin or end with a day.

use chrono::{DateTime, NaiveDate, NaiveDateTime};

use crate::domain::dates::foreign::{
    ForeignDates, MAX_BYTES, serial_date, split_span, time_of_day,
};
use crate::domain::dates::parse::DateError;
use crate::domain::dates::vocabulary::weekday;
use crate::domain::zone::Tz;

/// Splits a heading such as `5 March 2026, 10:00 - Call` or `Call with Ana on 2026-03-05` into its day, perhaps with a time,
/// and the rest. `None`: it neither begins nor ends with a full date.
pub fn split_dated(text: &str) -> Option<(&str, &str)> {
    let is_mark = |c: char| c.is_whitespace() || "[](),:|-\u{2013}\u{2014}".contains(c);
    let is_emphasis = |c: char| is_mark(c) || "*_`<>".contains(c);
    let borders: Vec<usize> = text
        .match_indices(char::is_whitespace)
        .flat_map(|(at, blank)| [at, at + blank.len()])
        .chain([0, text.len()])
        .collect();
    let is_close = |border: &&usize| **border <= MAX_BYTES || text.len() - **border <= MAX_BYTES;
    let found = borders.iter().filter(is_close).filter_map(|border| {
        let (before, after) = text.split_at(*border);
        let (first, last) = (with_parenthesis(before, is_mark), with_parenthesis(after, is_mark));
        let (day, day_after) =
            (with_parenthesis(first, is_emphasis), with_parenthesis(last, is_emphasis));
        if is_full_date(day) {
            Some((day, last))
        } else {
            is_full_date(day_after).then_some((day_after, first))
        }
    });
    let (day, title) = found.max_by_key(|(day, _)| day.len())?;
    Some((day, title.strip_suffix(" on").unwrap_or(title)))
}

/// Strips the marks around a text, but not the parenthesis that closes one in it: `5:00 PM (GMT+1)`.
fn with_parenthesis(text: &str, is_mark: impl Fn(char) -> bool) -> &str {
    let bare = text.trim_matches(&is_mark);
    let closes = bare.matches('(').count() > bare.matches(')').count();
    let end = bare.as_ptr() as usize - text.as_ptr() as usize + bare.len();
    if closes && text[end..].starts_with(')') { &text[end - bare.len()..=end] } else { bare }
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
        Err(
            DateError::Ambiguous { typed, .. }
            | DateError::WholeWeek { typed, .. }
            | DateError::NoSuchDay(typed),
        ) => {
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
