//! Working days and hours of a person, and time counted in them.

use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};

use crate::domain::dates;

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum WeekError {
    #[error("`{0}` is not a list of working days")]
    Days(String),
    #[error("`{0}` is not a range of working hours")]
    Hours(String),
    #[error("`{typed}` ends before it starts")]
    Backwards {
        typed: String,
        /// The hours that were meant if the end is one in the afternoon: `9-5` is 9:00 to 17:00.
        meant: Option<(NaiveTime, NaiveTime)>,
    },
}

impl WeekError {
    pub fn hint(&self) -> String {
        match self {
            WeekError::Days(_) => {
                "write them like `mon-fri`, `sun-thu` or `mon,wed,fri`".to_owned()
            }
            WeekError::Backwards { meant: Some((from, until)), .. } => {
                format!("did you mean `{}-{}`?", from.format("%H:%M"), until.format("%H:%M"))
            }
            WeekError::Hours(_) | WeekError::Backwards { meant: None, .. } => {
                "write them like `09:00-17:30` or `mon-thu 9-17`".to_owned()
            }
        }
    }
}

/// The working days, Monday first, and the working hours of each, in the person's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkWeek {
    pub days: [bool; 7],
    pub from: NaiveTime,
    pub until: NaiveTime,
}

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Default for WorkWeek {
    /// Monday to Friday, 9 to 17.
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        WorkWeek {
            days: [true, true, true, true, true, false, false],
            from: hour(9),
            until: hour(17),
        }
    }
}

impl WorkWeek {
    pub fn parse(days: &str, hours: &str) -> Result<WorkWeek, WeekError> {
        let (from, until) = parse_hours(hours)?;
        Ok(WorkWeek { days: parse_days(days)?, from, until })
    }

    /// Parses hours, or days with hours as every listing shows them: `9-17`, `mon-thu 9-17`. Without days, the days of
    /// this week stay.
    pub fn with_hours(&self, typed: &str) -> Result<WorkWeek, WeekError> {
        let error = match parse_hours(typed) {
            Ok((from, until)) => return Ok(WorkWeek { days: self.days, from, until }),
            Err(error) => error,
        };
        let begins = typed.find(|c: char| c.is_ascii_digit()).unwrap_or(typed.len());
        let (days, hours) = typed.split_at(begins);
        match days.trim_end().trim_end_matches(',') {
            "" => Err(error),
            days => WorkWeek::parse(days, hours).map_err(|told| match told {
                WeekError::Backwards { .. } => told,
                _ => error,
            }),
        }
    }

    /// Formats the days as a range such as `mon-fri`, or one by one if they are not consecutive.
    pub fn days_text(&self) -> String {
        let working: Vec<usize> = (0..7).filter(|day| self.days[*day]).collect();
        for start in 0..7 {
            let range: Vec<usize> = (0..working.len()).map(|step| (start + step) % 7).collect();
            if working.len() > 2 && working.len() < 7 && range.iter().all(|day| self.days[*day]) {
                return format!("{}-{}", NAMES[range[0]], NAMES[range[range.len() - 1]]);
            }
        }
        if working.len() == 7 {
            return "mon-sun".to_owned();
        }
        let names: Vec<&str> = working.iter().map(|day| NAMES[*day]).collect();
        names.join(",")
    }

    pub fn hours_text(&self) -> String {
        format!("{}-{}", self.from.format("%H:%M"), self.until.format("%H:%M"))
    }

    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        self.days[day.weekday().num_days_from_monday() as usize]
    }

    /// Returns the `count`-th working day after `day`.
    pub fn add_working_days(&self, day: NaiveDate, count: u32) -> NaiveDate {
        let mut left = count;
        let mut at = day;
        while left > 0 {
            let Some(next) = at.succ_opt() else { return at };
            at = next;
            if self.is_working_day(at) {
                left -= 1;
            }
        }
        at
    }
}

fn parse_days(typed: &str) -> Result<[bool; 7], WeekError> {
    let error = || WeekError::Days(typed.to_owned());
    let day = |name: &str| {
        let name = name.trim().to_lowercase();
        NAMES.iter().position(|known| name.len() >= 3 && name.starts_with(known)).ok_or_else(error)
    };
    let mut days = [false; 7];
    for part in typed.split(',') {
        match part.split_once('-') {
            None => days[day(part)?] = true,
            Some((first, last)) => {
                let (mut at, last) = (day(first)?, day(last)?);
                days[at] = true;
                while at != last {
                    at = (at + 1) % 7;
                    days[at] = true;
                }
            }
        }
    }
    Ok(days)
}

fn parse_hours(typed: &str) -> Result<(NaiveTime, NaiveTime), WeekError> {
    let error = || WeekError::Hours(typed.to_owned());
    let (from, until) = typed.split_once('-').ok_or_else(error)?;
    let time = |text: &str| {
        let text = text.trim();
        let full_hour =
            text.parse::<u32>().ok().and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
        full_hour.or_else(|| dates::parse_time(text).ok()).ok_or_else(error)
    };
    let (from, until) = (time(from)?, time(until)?);
    if until <= from {
        let (afternoon, is_next_day) = until.overflowing_add_signed(TimeDelta::hours(12));
        let meant =
            (is_next_day == 0 && afternoon > from && from.hour() < 12).then_some((from, afternoon));
        return Err(WeekError::Backwards { typed: typed.to_owned(), meant });
    }
    Ok((from, until))
}

impl fmt::Display for WorkWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.days_text(), self.hours_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(from: &str, until: &str) -> Option<(NaiveTime, NaiveTime)> {
        Some((dates::parse_time(from).unwrap(), dates::parse_time(until).unwrap()))
    }

    #[test]
    fn days_and_hours_round_trip() {
        for days in ["mon-fri", "sun-thu", "mon,wed,fri", "mon-sun"] {
            let week = WorkWeek::parse(days, "09:00-17:30").unwrap();
            assert_eq!(week.to_string(), format!("{days} 09:00-17:30"));
        }
        assert_eq!(WorkWeek::parse("mon-fri", "9am-5pm").unwrap(), WorkWeek::default());
    }

    #[test]
    fn hours_may_have_days_before_them() {
        let week = WorkWeek::parse("sun-thu", "09:00-17:00").unwrap();
        for (typed, read) in [
            ("10-16", "sun-thu 10:00-16:00"),
            ("noon-5pm", "sun-thu 12:00-17:00"),
            ("mon-thu 9-17", "mon-thu 09:00-17:00"),
            ("Mon, Wed 8:30 - 12:00", "mon,wed 08:30-12:00"),
            ("mon-fri, 09:00-17:30", "mon-fri 09:00-17:30"),
        ] {
            assert_eq!(week.with_hours(typed).unwrap().to_string(), read, "{typed}");
        }
        for typed in ["mon-thu", "someday 9-17", "9-17 mon-thu", ""] {
            assert_eq!(week.with_hours(typed), Err(WeekError::Hours(typed.into())), "{typed}");
        }
        let backwards = WeekError::Backwards { typed: "17-9".into(), meant: None };
        assert_eq!(week.with_hours("mon 17-9"), Err(backwards));
    }

    #[test]
    fn hours_that_end_before_they_start_are_refused() {
        for (typed, meant) in [
            ("9-5", hours("09:00", "17:00")),
            ("8:30-4:30", hours("08:30", "16:30")),
            ("22-6", None),
            ("17:00-09:00", None),
        ] {
            let error = WeekError::Backwards { typed: typed.into(), meant };
            assert_eq!(WorkWeek::parse("mon-fri", typed), Err(error));
        }
        let error = WorkWeek::parse("mon-fri", "9-5").unwrap_err();
        assert_eq!(error.hint(), "did you mean `09:00-17:00`?");
    }
}
