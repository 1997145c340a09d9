//! Days that are named by their place in a month, and weeks by their number in the year.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::dates::day_reader::{
    DayReader, DaySpan, ParsedDay, YEARS, latest, month_span, year_of,
};
use crate::domain::dates::foreign::iso_day;
use crate::domain::dates::parse::{DateError, DayRole};
use crate::domain::dates::vocabulary::{month, ordinal, weekday};

impl DayReader<'_> {
    /// Parses `second wed`, `last fri of the month`, `third thursday in march`, `4th of next month`. Without a year, the
    /// role decides.
    pub(super) fn by_place_in_month(&self, words: &[&str]) -> ParsedDay {
        let (place, name, rest) = match words {
            [place, name, rest @ ..] if weekday(name).is_some() => (*place, weekday(name), rest),
            [place, rest @ ..] => (*place, None, rest),
            [] => return None,
        };
        let nth = match (place, name) {
            ("last", Some(_)) => None,
            (place, Some(_)) => Some(ordinal(place).filter(|nth| (1..=5).contains(nth))?),
            (place, None) => Some(ordinal(place)?),
        };
        let rest = match rest {
            ["of" | "in", "the", rest @ ..] | ["of" | "in", rest @ ..] if !rest.is_empty() => rest,
            // `15th next month` without `of` is refused.
            rest if name.is_some() => rest,
            _ => return None,
        };
        let in_month = |span: DaySpan| match (nth, name) {
            (None, Some(name)) => latest(name, span.last),
            (Some(nth), Some(name)) => NaiveDate::from_weekday_of_month_opt(
                span.first.year(),
                span.first.month(),
                name,
                u8::try_from(nth).ok()?,
            ),
            (nth, None) => span.first.with_day(nth?),
        };
        let nearest = |spans: &mut dyn Iterator<Item = DaySpan>| {
            self.nearest(spans.filter_map(in_month).collect::<Vec<_>>().into_iter())
        };
        let found = match (rest, name) {
            ([], Some(name)) if nth.is_none() => return self.by_last_weekday(name),
            ([], Some(_)) | (["month"], _) => nearest(&mut self.months_around()),
            ([one], Some(_)) if month(one).is_some() => {
                let month = month(one)?;
                let years = self.today.year() - YEARS..=self.today.year() + YEARS;
                nearest(&mut years.filter_map(|year| month_span(year, month)))
            }
            ([_, "month"] | ["month", "after", "next"], _) => in_month(self.period(rest)?),
            ([one, _], Some(_)) if month(one).is_some() => in_month(self.period(rest)?),
            _ => return None,
        };
        Some(found.ok_or_else(|| DateError::NoSuchDay(self.typed.to_owned())))
    }

    /// Reads `last fri` on its own: looking back, the one before today. Looking ahead it could also be the last one of
    /// the month.
    fn by_last_weekday(&self, name: Weekday) -> ParsedDay {
        let before = latest(name, self.today.pred_opt()?)?;
        if matches!(self.role, DayRole::Past | DayRole::Start) {
            return Some(Ok(before));
        }
        let of_month = self.months_around().filter_map(|span| latest(name, span.last));
        let ahead = self.nearest(of_month)?;
        Some(Err(DateError::Ambiguous {
            typed: self.typed.to_owned(),
            first: before.to_string(),
            second: ahead.to_string(),
        }))
    }

    /// Returns the months from a year ago to a year ahead.
    fn months_around(&self) -> impl Iterator<Item = DaySpan> + Clone {
        let today = self.today;
        (-12..=12).filter_map(move |months| {
            let month = today.year() * 12 + today.month0().cast_signed() + months;
            month_span(month.div_euclid(12), month.rem_euclid(12).cast_unsigned() + 1)
        })
    }

    /// Reads `2026-W50-5`, and refuses `week 50`, which has seven days, with its first and last one.
    pub(super) fn by_week_number(&self, words: &[&str]) -> ParsedDay {
        const NAMES: [&str; 5] = ["week", "wk", "kw", "cw", "w"];
        fn glued(word: &str) -> Option<&str> {
            NAMES.iter().find_map(|name| word.strip_prefix(name))
        }
        if let [word] = words
            && let Some(day) = iso_day(word)
            && !matches!(day, Err(DateError::WholeWeek { .. }))
        {
            return Some(day);
        }
        let (year, week) = match words {
            [name, week] if NAMES.contains(name) => (None, *week),
            [name, week, year] if NAMES.contains(name) => (Some(year_of(year)?), *week),
            [word] => match word.split_once('-') {
                Some((year, week)) => (Some(year_of(year)?), glued(week)?),
                None => (None, glued(word)?),
            },
            _ => return None,
        };
        let week: u32 = week.parse().ok()?;
        let years = match year {
            Some(year) => year..=year,
            None => self.today.year() - 1..=self.today.year() + 1,
        };
        let first_days =
            years.filter_map(|year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon));
        let first = first_days.clone().next().filter(|_| year.is_some());
        let first = first.or_else(|| self.nearest(first_days));
        let days = first.and_then(|first| Some((first, first.checked_add_days(Days::new(6))?)));
        Some(Err(match days {
            Some((first, last)) => DateError::Ambiguous {
                typed: self.typed.to_owned(),
                first: first.to_string(),
                second: last.to_string(),
            },
            None => DateError::NoSuchDay(self.typed.to_owned()),
        }))
    }
}
