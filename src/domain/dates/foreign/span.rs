//! Times that are written with their end: `10:00-10:45`.

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime};

use crate::domain::dates::foreign::offset::split_offset;
use crate::domain::dates::foreign::{MAX_BYTES, is_figure, rfc_3339, split_weekday, time_of_day};
use crate::domain::length::Minutes;

/// What stands between the start and the end of a span.
const SEPARATORS: [&str; 7] =
    ["-", "\u{2013}", "\u{2014}", "\u{2192}", " to ", " until ", " till "];

/// Splits a span such as `2026-11-05 10:00-10:45` or `5 Nov 2026, 10–10:45am` into its start and its length. `None`: the
/// text has no end, or one that is not after its start.
pub fn split_span(text: &str) -> Option<(String, Minutes)> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    if let Some((local, offset)) = split_offset(text) {
        let (start, length) = split_span(&local)?;
        return Some((format!("{start} (GMT{offset})"), length));
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
        let (start, end) = start.span_until(end)?;
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

/// Returns the length of a call from its start, as `moment` rewrites it, to a time or a moment. An end without a day may be
/// on the next day. `None`: the start has no time, or the end is not after it, or too long after it.
pub fn length_until(start: &str, end: &str) -> Option<Minutes> {
    let (start_at, start_offset) = split_moment(start)?;
    let minutes = match split_moment(end) {
        // A time without an offset is local, as the one with it is.
        Some((end_at, Some(offset))) if start_offset.is_some() => {
            ((end_at - offset) - (start_at - start_offset?)).num_minutes()
        }
        Some((end_at, _)) => (end_at - start_at).num_minutes(),
        None => (time_of_day(end)? - start_at.time()).num_minutes().rem_euclid(MINUTES_A_DAY),
    };
    let minutes = u32::try_from(minutes).ok()?;
    (1..=MAX_SPAN_MINUTES).contains(&minutes).then_some(Minutes(minutes))
}

/// Parses what `moment` returns into the local time and its offset.
fn split_moment(text: &str) -> Option<(NaiveDateTime, Option<FixedOffset>)> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some((at.naive_local(), Some(*at.offset())));
    }
    let (_, text) = split_weekday(text);
    Some((NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok()?, None))
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
    fn span_until(self, end: SpanTime<'_>) -> Option<(NaiveTime, NaiveTime)> {
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
