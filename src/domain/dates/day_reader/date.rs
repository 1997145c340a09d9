//! Dates: in numbers, or with the name of their month.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use crate::domain::dates::day_reader::{DayReader, ParsedDay, YEARS};
use crate::domain::dates::parse::{DateError, in_range};
use crate::domain::dates::vocabulary::{day_of_month, month_by_number, ordinal, weekday};

impl DayReader<'_> {
    /// Parses `2026-12-04`, `2026/12/04`, `20261204`, `4.12.2026`, `Fri 2026-12-04` or `2026-12-04 (Fri)`; refuses
    /// `04/12/2026`. Dates with dots always have the day first.
    pub(super) fn by_number(&self, words: &[&str]) -> ParsedDay {
        let (name, text) = match words {
            [text] => (None, *text),
            [name, text] if weekday(name).is_some() => (weekday(name), *text),
            [text, name] => (Some(weekday(name)?), *text),
            _ => return None,
        };
        let is_basic = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_basic && (text.starts_with("19") || text.starts_with("20")) {
            let day = NaiveDate::parse_from_str(text, "%Y%m%d");
            let day = day.map_err(|_| DateError::NoSuchDay(self.typed.to_owned()));
            return Some(day.and_then(|day| self.on_a(name, in_range(day, self.typed)?)));
        }
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
        // `5.3` may be a number of another kind, `5.3.` is not.
        let is_dotted = text.ends_with('.') || name.is_some();
        let text = text.strip_suffix('.').unwrap_or(text);
        let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
        if let [first, second] = parts[..]
            && (text.contains('/') || (text.contains('.') && is_dotted))
            && text.chars().all(is_number)
        {
            let (first, second) = (first.parse().ok()?, second.parse().ok()?);
            if !text.contains('/') {
                return self.day_of_year(name, first, second);
            }
            return Some(Err(self.day_and_month(first, second)?));
        }
        let is_day = text.chars().all(is_number)
            && parts.len() == 3
            && parts.iter().all(|part| !part.is_empty());
        let day = is_day.then(|| numeric(&parts, self.typed))?;
        Some(day.and_then(|day| self.on_a(name, day)))
    }

    /// Parses `4.12.` and `Fri 4.12.`, a day without a year.
    fn day_of_year(&self, name: Option<Weekday>, day: u32, month: u32) -> ParsedDay {
        let around = self.today.year() - YEARS..=self.today.year() + YEARS;
        let days = around.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        Some(self.nearest_on_a(name, days))
    }

    /// Returns why `4/12` is refused, like `4/12/2026`. `None`: it is not a day in either order.
    fn day_and_month(&self, first: u32, second: u32) -> Option<DateError> {
        let around = self.today.year() - YEARS..=self.today.year() + YEARS;
        let on = |month, day| {
            let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
            self.nearest(around.clone().filter_map(in_year))
        };
        let typed = self.typed.to_owned();
        Some(match (on(second, first), on(first, second)) {
            (Some(european), Some(american)) if european != american => DateError::Ambiguous {
                typed,
                first: european.to_string(),
                second: american.to_string(),
            },
            (Some(one), _) | (None, Some(one)) => {
                DateError::Slashed { typed, iso: one.to_string() }
            }
            (None, None) => return None,
        })
    }

    /// Parses `4 dec`, `dec 4`, `Fri 4 Dec 2026`, `4th of december` or `15th`. Without a year, the role decides.
    pub(super) fn by_month(&self, words: &[&str]) -> ParsedDay {
        let words: Vec<&str> =
            words.iter().copied().filter(|word| !matches!(*word, "of" | "the")).collect();
        let (name, words) = match words.as_slice() {
            [first, rest @ ..] if weekday(first).is_some() => (weekday(first), rest),
            // `2nd wed` is no date, but the second Wednesday.
            [rest @ .., last] if weekday(last).is_some() && rest.len() > 1 => (weekday(last), rest),
            words => (None, words),
        };
        let (first, second, year) = match words {
            [one] => return self.by_day_of_month(name, ordinal(one)?),
            [first, second] => (first, second, None),
            [first, second, year] => (first, second, Some(*year)),
            _ => return None,
        };
        let (month, day) = match (month_by_number(first), month_by_number(second)) {
            (Some(month), None) => (month, day_of_month(second)?),
            (None, Some(month)) => (month, day_of_month(first)?),
            _ => return None,
        };
        let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        let around = self.today.year() - YEARS..=self.today.year() + YEARS;
        Some(match year {
            Some(year) => {
                let (year, is_short) = match year.trim_start_matches(['\'', '\u{2019}']) {
                    year if year.len() == 2 => (year.parse::<i32>().ok()? + 2000, true),
                    year => (year.parse().ok()?, false),
                };
                let missing = || DateError::NoSuchDay(self.typed.to_owned());
                let found = in_year(year).ok_or_else(missing);
                let refuse = |day: NaiveDate| DateError::Slashed {
                    typed: self.typed.to_owned(),
                    iso: day.to_string(),
                };
                found.and_then(|day| if is_short { Err(refuse(day)) } else { self.on_a(name, day) })
            }
            None => self.nearest_on_a(name, around.filter_map(in_year)),
        })
    }

    fn by_day_of_month(&self, name: Option<Weekday>, day: u32) -> ParsedDay {
        let first = self.today.with_day(1)?;
        let in_month = |months: u32| {
            let after = first.checked_add_months(Months::new(months));
            let before = first.checked_sub_months(Months::new(months));
            [before, after].into_iter().flatten().filter_map(move |first| first.with_day(day))
        };
        Some(self.nearest_on_a(name, (0..3).flat_map(in_month)))
    }

    /// Returns the one of several candidate days that fits the role. If its weekday differs from `name`, returns the
    /// nearest candidate in the other direction instead, if that is nearer and has the right weekday: past and future
    /// days are written in the same form.
    fn nearest_on_a(
        &self,
        name: Option<Weekday>,
        days: impl Iterator<Item = NaiveDate> + Clone,
    ) -> Result<NaiveDate, DateError> {
        let missing = || DateError::NoSuchDay(self.typed.to_owned());
        let found = self.nearest(days.clone()).ok_or_else(missing)?;
        if name.is_none_or(|name| name == found.weekday()) {
            return Ok(found);
        }
        let distance = |day: &NaiveDate| (*day - self.today).num_days().abs();
        let nearest = days.min_by_key(distance).filter(|day| distance(day) < distance(&found));
        match nearest.filter(|day| name == Some(day.weekday())) {
            Some(nearest) => Ok(nearest),
            None => self.on_a(name, found),
        }
    }
}

fn numeric(parts: &[&str], typed: &str) -> Result<NaiveDate, DateError> {
    let number = |at: usize| parts[at].parse::<u32>().unwrap_or(0);
    let date = |year: u32, month: u32, day: u32| {
        NaiveDate::from_ymd_opt(i32::try_from(year).unwrap_or(-1), month, day)
    };
    // With the year first, the month always comes second.
    if parts[0].len() == 4 && parts.iter().skip(1).all(|part| part.len() < 3) {
        let day = date(number(0), number(1), number(2));
        let day = day.ok_or_else(|| DateError::NoSuchDay(typed.to_owned()))?;
        return in_range(day, typed);
    }
    let (year, iso) = match (parts[0].len(), parts[2].len()) {
        (..3, 4) => (number(2), None),
        (..3, 2) => (number(2) + 2000, date(number(0) + 2000, number(1), number(2))),
        _ => return Err(DateError::Unknown(typed.to_owned())),
    };
    if typed.contains('.') {
        let day = date(year, number(1), number(0));
        return in_range(day.ok_or_else(|| DateError::NoSuchDay(typed.to_owned()))?, typed);
    }
    let (european, american) = (date(year, number(1), number(0)), date(year, number(0), number(1)));
    let mut readings: Vec<NaiveDate> = [european, american, iso].into_iter().flatten().collect();
    readings.dedup();
    let typed = typed.to_owned();
    Err(match readings[..] {
        [first, second, ..] => {
            DateError::Ambiguous { typed, first: first.to_string(), second: second.to_string() }
        }
        [one] => DateError::Slashed { typed, iso: one.to_string() },
        [] => DateError::NoSuchDay(typed),
    })
}
