//! Weeks and days of the year (ISO 8601): `2026-W45-3`, `2026-309`.

use chrono::{NaiveDate, Weekday};

use crate::domain::dates::foreign::is_figure;
use crate::domain::dates::parse::DateError;

/// Parses `2026-W45-3`, `2026W453` or `2026-309`. Fails for a whole week. `None`: the text has another form.
pub fn iso_day(text: &str) -> Option<Result<NaiveDate, DateError>> {
    let no_such_day = || DateError::NoSuchDay(text.to_owned());
    let (year, rest) = text.split_at_checked(4).filter(|(year, _)| is_figure(year))?;
    let year: i32 = year.parse().ok()?;
    if let Some(day) = rest.strip_prefix('-').filter(|day| day.len() == 3 && is_figure(day)) {
        let day = day.parse().ok().and_then(|day| NaiveDate::from_yo_opt(year, day));
        return Some(day.ok_or_else(no_such_day));
    }
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix(['W', 'w'])?;
    let (week, day) = rest.split_at_checked(2).filter(|(week, _)| is_figure(week))?;
    let week: u32 = week.parse().ok()?;
    let day_of_week = |day: u8| {
        let weekday = Weekday::try_from(day.checked_sub(1)?).ok()?;
        NaiveDate::from_isoywd_opt(year, week, weekday)
    };
    let day = day.strip_prefix('-').unwrap_or(day);
    if day.is_empty() {
        return Some(Err(match (day_of_week(1), day_of_week(7)) {
            (Some(first), Some(last)) => DateError::WholeWeek {
                typed: text.to_owned(),
                first: first.to_string(),
                last: last.to_string(),
            },
            _ => no_such_day(),
        }));
    }
    let day: u8 = day.parse().ok().filter(|_| day.len() == 1 && is_figure(day))?;
    Some(day_of_week(day).ok_or_else(no_such_day))
}
