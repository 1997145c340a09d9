//! Lengths of time: minutes of a check-in, and spans between days.

use std::fmt;

use chrono::{Days, Months, NaiveDate, TimeDelta};

use crate::domain::workweek::WorkWeek;

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LengthError {
    #[error("`{0}` is not a length of time")]
    Minutes(String),
    #[error("`{0}` is not a span of time")]
    Span(String),
}

impl LengthError {
    pub fn hint(&self) -> String {
        match self {
            LengthError::Minutes(_) => {
                "write it like `45m`, `1h` or `1h30m`, up to a day".to_owned()
            }
            LengthError::Span(_) => {
                "write it like `24h`, `2 working days`, `8 weeks` or `3 months`".to_owned()
            }
        }
    }
}

/// The length of a check-in in minutes, 1 to 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

impl Minutes {
    pub fn delta(self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.0))
    }

    pub fn parse(typed: &str) -> Result<Minutes, LengthError> {
        let text: String = typed.to_lowercase().split_whitespace().collect();
        let error = || LengthError::Minutes(typed.to_owned());
        let (hours, rest) = match text.split_once('h') {
            Some((hours, rest)) => (hours.parse::<f64>().map_err(|_| error())?, rest),
            None => (0.0, text.as_str()),
        };
        let rest = rest
            .trim_start_matches("ours")
            .trim_start_matches("our")
            .trim_end_matches("utes")
            .trim_end_matches("ute")
            .trim_end_matches("mins")
            .trim_end_matches("min")
            .trim_end_matches('m');
        let minutes: u32 = if rest.is_empty() && text.contains('h') {
            0
        } else {
            rest.parse().map_err(|_| error())?
        };
        if !(0.0..=24.0).contains(&hours) {
            return Err(error());
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 24 hours"
        )]
        let total = (hours * 60.0).round() as u32 + minutes.min(100_000);
        (1..=1440).contains(&total).then_some(Minutes(total)).ok_or_else(error)
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => write!(f, "{minutes} min"),
            (hours, 0) => write!(f, "{hours} h"),
            (hours, minutes) => write!(f, "{hours} h {minutes} min"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Hours,
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// A span such as `2 working days`; count 1 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub count: u32,
    pub unit: Unit,
}

impl Span {
    pub fn parse(typed: &str) -> Result<Span, LengthError> {
        let error = || LengthError::Span(typed.to_owned());
        let text = typed.trim().to_lowercase();
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let count: u32 = text[..digits].parse().map_err(|_| error())?;
        let unit = text[digits..].split_whitespace().collect::<Vec<_>>().join(" ");
        let unit = match unit.as_str() {
            "h" | "hour" | "hours" => Unit::Hours,
            "d" | "day" | "days" => Unit::Days,
            "wd" | "working day" | "working days" | "business day" | "business days" => {
                Unit::WorkingDays
            }
            "w" | "week" | "weeks" => Unit::Weeks,
            "month" | "months" => Unit::Months,
            "y" | "year" | "years" => Unit::Years,
            _ => return Err(error()),
        };
        (1..=1000).contains(&count).then_some(Span { count, unit }).ok_or_else(error)
    }

    /// Returns the day that is this span after `day`. Hours round up to days; adding months clamps to the end of the
    /// month.
    pub fn add_to(self, day: NaiveDate, week: &WorkWeek) -> Option<NaiveDate> {
        let n = u64::from(self.count);
        match self.unit {
            Unit::Hours => day.checked_add_days(Days::new(n.div_ceil(24))),
            Unit::Days => day.checked_add_days(Days::new(n)),
            Unit::WorkingDays => Some(week.add_working_days(day, self.count)),
            Unit::Weeks => day.checked_add_days(Days::new(7 * n)),
            Unit::Months => day.checked_add_months(Months::new(self.count)),
            Unit::Years => day.checked_add_months(Months::new(12 * self.count)),
        }
    }

    /// Returns the same span in hours, working days or months, so that spans can be compared.
    #[must_use]
    pub fn in_smallest_unit(self) -> Span {
        let (factor, unit) = match self.unit {
            Unit::Hours => (1, Unit::Hours),
            Unit::Days => (24, Unit::Hours),
            Unit::Weeks => (7 * 24, Unit::Hours),
            Unit::WorkingDays => (1, Unit::WorkingDays),
            Unit::Months => (1, Unit::Months),
            Unit::Years => (12, Unit::Months),
        };
        Span { count: self.count * factor, unit }
    }

    /// Returns the approximate number of calendar days, rounded up.
    pub fn days(self) -> i64 {
        let n = i64::from(self.count);
        match self.unit {
            Unit::Hours => (n + 23) / 24,
            Unit::Days => n,
            Unit::WorkingDays => (n * 7 + 4) / 5,
            Unit::Weeks => 7 * n,
            Unit::Months => 30 * n,
            Unit::Years => 365 * n,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Hours => "hour",
            Unit::Days => "day",
            Unit::WorkingDays => "working day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}
