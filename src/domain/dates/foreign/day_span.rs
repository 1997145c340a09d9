//! Spans of days: `1-5 March 2027`, `2027-03-01/2027-03-05`, `March 1, 2027 \u{2192} March 5, 2027`, `Mar 1-5`.

use chrono::{Datelike, NaiveDate};

use crate::domain::dates::foreign::{ForeignDates, MAX_BYTES, is_figure};

/// What may be between the days of a span. A hyphen or a slash without blanks is part of most dates.
const SEPARATORS: [&str; 10] =
    ["\u{2192}", "->", "\u{2013}", "\u{2014}", " - ", " to ", " until ", " bis ", "-", "/"];

/// A leap year, to check days that are written without their year.
const ANY_YEAR: i32 = 2028;

/// The first and the last day of a span, as typed: `2027-03-01`, or `1 Mar` without a year.
pub struct SpanOfDays {
    pub first: String,
    pub last: String,
}

impl ForeignDates {
    /// Parses a span of days. `None`: the text is something else.
    pub fn day_span(&self, text: &str) -> Option<SpanOfDays> {
        let text = text.trim();
        if text.len() > MAX_BYTES {
            return None;
        }
        if let Some((first, last)) = self.full_span(text) {
            return Some(SpanOfDays { first: first.to_string(), last: last.to_string() });
        }
        let has_month = text.contains(char::is_alphabetic);
        let with_year = || self.full_span(&format!("{text}, {ANY_YEAR}"));
        let (first, last) = has_month.then(with_year)??;
        let is_year_added = first.year() == ANY_YEAR && last.year() == ANY_YEAR;
        let without_year = |day: NaiveDate| day.format("%-d %b").to_string();
        is_year_added.then(|| SpanOfDays { first: without_year(first), last: without_year(last) })
    }

    /// Parses a span of days with its year into its first and its last day.
    fn full_span(&self, text: &str) -> Option<(NaiveDate, NaiveDate)> {
        let places = SEPARATORS.iter().flat_map(|separator| {
            let found = text.match_indices(separator);
            found.map(|(at, separator)| {
                (separator, text[..at].trim(), text[at + separator.len()..].trim())
            })
        });
        let mut spans = places.filter_map(|(separator, before, after)| {
            let is_sure = match separator {
                "-" => is_figure(before.trim_end_matches('.')) && before.len() <= 3,
                "/" => self.full_day(before).is_some(),
                _ => true,
            };
            let (first, last) = if is_sure { self.both_days(before, after)? } else { return None };
            (first < last).then_some((first, last))
        });
        spans.next()
    }

    /// Parses two days, of which the first may lack what the last one has: `1` and `5 March 2027`, `1.3.` and `5.3.2027`,
    /// `Mar 1` and `5, 2027`.
    fn both_days(&self, before: &str, after: &str) -> Option<(NaiveDate, NaiveDate)> {
        let month = before.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let with_month = || self.full_day(&format!("{month} {after}"));
        let last = self.full_day(after).or_else(with_month)?;
        let figures = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let year = last.year();
        let first = self.full_day(before);
        let first = first.or_else(|| self.full_day(&format!("{before}, {year}")));
        let first = first.or_else(|| self.full_day(&format!("{before}{year}")));
        let first = first.or_else(|| {
            let is_day = is_figure(before.trim_end_matches('.'));
            let rest = figures.strip_prefix('.').filter(|_| before.ends_with('.'));
            is_day.then(|| self.full_day(&format!("{before}{}", rest.unwrap_or(figures))))?
        });
        Some((first?, last))
    }

    /// Parses a day with its year.
    fn full_day(&self, text: &str) -> Option<NaiveDate> {
        self.day(text).ok()?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::zone::Tz;

    #[test]
    fn spans_of_days_have_a_first_and_a_last_day() {
        let dates = ForeignDates { order: None, zone: Tz::UTC, midnight_is_a_day: true };
        let days = |text: &str| {
            let span = dates.day_span(text);
            span.map(|span| format!("{} {}", span.first, span.last)).unwrap_or_default()
        };
        for text in [
            "1\u{2013}5 March 2027", "1-5 Mar 2027", "1 March - 5 March 2027",
            "March 1 - March 5, 2027", "2027-03-01 - 2027-03-05", "2027-03-01/2027-03-05",
            "1.-5. M\u{e4}rz 2027", "01.03.2027 - 05.03.2027", "1.3.\u{2013}5.3.2027",
            "Mar 1\u{2013}5, 2027", "March 1, 2027 \u{2192} March 5, 2027",
            "2027/03/01 \u{2192} 2027/03/05", "2027-03-01 to 2027-03-05",
        ] {
            assert_eq!(days(text), "2027-03-01 2027-03-05", "{text}");
        }
        assert_eq!(days("28 Feb \u{2013} 5 March 2027"), "2027-02-28 2027-03-05");
        for text in ["Mar 1\u{2013}5", "1-5 March", "1. - 5. M\u{e4}rz", "March 1 - March 5"] {
            assert_eq!(days(text), "1 Mar 5 Mar", "{text}");
        }
        for text in [
            "Mar 1", "5 Mar", "Chapter 1-5", "1-5", "Nov 20 10-11", "20 Nov 10-11",
            "20 Nov 10:00-11:00", "20 Nov, 10-11am", "Fri 20 Nov 10\u{2013}11", "fri - mon",
            "2027-03-05", "5-Nov-2026", "5-6-2027", "5 March 2027 10:00-10:45",
            "March 5, 2027 \u{2192}", "5\u{2013}1 March 2027", "Read 1-5", "-", "31-12-2026",
            "2026-12-31 17:00",
        ] {
            assert_eq!(days(text), "", "{text}");
        }
    }
}
