//! Days and times as the numbers in which spreadsheets store them.

use std::borrow::Cow;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::domain::dates::foreign::is_figure;

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
pub fn time_of_cell(typed: &str) -> Cow<'_, str> {
    let fraction = typed.trim().strip_prefix('0').and_then(|text| text.strip_prefix(['.', ',']));
    let time = fraction.and_then(fraction_of_a_day);
    match time.filter(|time| *time < TimeDelta::days(1)) {
        Some(time) => Cow::Owned((NaiveTime::MIN + time).format("%H:%M").to_string()),
        None => Cow::Borrowed(typed),
    }
}
