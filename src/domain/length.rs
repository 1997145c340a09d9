//! Lengths of time: minutes of a check-in, and spans between days.

use std::borrow::Cow;
use std::fmt;

use chrono::{Days, Months, NaiveDate, TimeDelta};

use crate::domain::dates::number;
use crate::domain::workweek::WorkWeek;

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LengthError {
    #[error("`{0}` is not a length of time")]
    Minutes(String),
    #[error("`{typed}` is ambiguous: {first} or {second}")]
    Ambiguous { typed: String, first: Minutes, second: Minutes },
    #[error("`{0}` is not a span of time")]
    Span(String),
}

impl LengthError {
    pub fn hint(&self) -> String {
        match self {
            LengthError::Minutes(_) => {
                "write it like `45m`, `1h` or `1h30m`, up to a day".to_owned()
            }
            LengthError::Ambiguous { first, second, .. } => {
                format!("write `{}m` or `{}m`", first.0, second.0)
            }
            LengthError::Span(_) => {
                "write it like `24h`, `2 working days`, `8 weeks` or `3 months`".to_owned()
            }
        }
    }
}

/// Lengths with parts of an hour, as `with_digits` returns them.
const PHRASES: [(&str, u32); 5] = [
    ("half 1 hour", 30),
    ("half hour", 30),
    ("1 hour and 1 half", 90),
    ("1 and 1 half hours", 90),
    ("3 quarters of 1 hour", 45),
];

/// Returns the words in lower case, with numbers before a unit in digits: `two working days`, `an hour`.
fn with_digits(text: &str) -> String {
    let text = text.to_lowercase();
    let mut words: Vec<Cow<'_, str>> = text.split_whitespace().map(Cow::Borrowed).collect();
    let before_last = words.len().saturating_sub(1);
    for word in &mut words[..before_last] {
        if let Some(count) = number(word).filter(|_| word.starts_with(char::is_alphabetic)) {
            *word = Cow::Owned(count.to_string());
        }
    }
    words.join(" ")
}

/// The length of a check-in in minutes, 1 to 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

impl Minutes {
    pub fn delta(self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.0))
    }

    /// Parses `50`, `45m`, `1 h 30`, `1,5 hours`, `0:45`, `1:30:00`, `PT45M` or `half an hour`.
    pub fn parse(typed: &str) -> Result<Minutes, LengthError> {
        let text = with_digits(typed);
        let known = PHRASES.iter().find(|(phrase, _)| *phrase == text);
        if let Some((_, minutes)) = known {
            return Ok(Minutes(*minutes));
        }
        let text = text.replace(' ', "");
        let total = minutes_on_a_clock(&text).or_else(|| minutes_in_units(&text));
        let minutes = total.and_then(Minutes::from_decimal);
        minutes.ok_or_else(|| LengthError::Minutes(typed.to_owned()))
    }

    /// Parses a cell of a spreadsheet: the same as `parse`, a number of hours if the column has that unit, or the
    /// fraction of a day as which a spreadsheet stores a length. A fraction that may be of a day or of an hour is refused.
    pub fn parse_cell(typed: &str, is_in_hours: bool) -> Result<Minutes, LengthError> {
        let number = decimal(typed.trim());
        let Some(number) = number.filter(|_| is_in_hours || typed.contains(['.', ','])) else {
            return Minutes::parse(typed);
        };
        let whole = |minutes: f64, tolerance: f64| {
            let is_whole = (minutes - minutes.round()).abs() <= tolerance;
            is_whole.then(|| Minutes::from_decimal(minutes)).flatten()
        };
        let readings = if is_in_hours {
            (Minutes::from_decimal(number * 60.0), None)
        } else if number < 1.0 {
            // A spreadsheet may show a fraction of a day with four digits: 0.0313 for 45 minutes.
            (whole(number * 1440.0, 0.1), whole(number * 60.0, 0.001))
        } else {
            (whole(number, 0.0), None)
        };
        match readings {
            (Some(first), Some(second)) => {
                Err(LengthError::Ambiguous { typed: typed.to_owned(), first, second })
            }
            (Some(minutes), None) => Ok(minutes),
            _ => Err(LengthError::Minutes(typed.to_owned())),
        }
    }

    /// Rounds to whole minutes. `None`: not between a minute and a day.
    fn from_decimal(minutes: f64) -> Option<Minutes> {
        let minutes = minutes.round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 1440")]
        (1.0..=1440.0).contains(&minutes).then_some(Minutes(minutes as u32))
    }
}

/// Parses hours and minutes, and perhaps seconds, with colons: `0:45`, `1:30:00`.
fn minutes_on_a_clock(text: &str) -> Option<f64> {
    let (hours, rest) = text.split_once(':')?;
    let (minutes, seconds) = rest.split_once(':').unwrap_or((rest, "00"));
    let sixtieths = |part: &str| {
        let number = decimal(part).filter(|number| *number < 60.0 && part.len() >= 2);
        number.filter(|_| part.as_bytes()[..2].iter().all(u8::is_ascii_digit))
    };
    Some(whole_number(hours)? * 60.0 + sixtieths(minutes)? + sixtieths(seconds)? / 60.0)
}

/// Parses numbers with units, the largest first: `1h30m`, `1.5hours`, `pt1h30m`. A number alone is minutes.
fn minutes_in_units(text: &str) -> Option<f64> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut rest = text.strip_prefix("pt").unwrap_or(text);
    let (mut total, mut last_factor) = (0.0, f64::INFINITY);
    while !rest.is_empty() {
        let (number, after) = rest.split_at(rest.find(|c| !is_number(c)).unwrap_or(rest.len()));
        let (unit, after) =
            after.split_at(after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len()));
        let is_alone = unit.is_empty();
        let unit = unit.strip_suffix("and").unwrap_or(unit);
        let factor = match unit.trim_matches(['.', ',', '&']) {
            "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" | "heure"
            | "heures" | "hora" | "horas" | "ora" | "ore" | "uur" => 60.0,
            "" | "m" | "min" | "mins" | "minute" | "minutes" | "'" | "minuten" | "minuto"
            | "minutos" | "minuti" | "minuut" => 1.0,
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0 / 60.0,
            _ => return None,
        };
        let number = if is_alone { whole_number(number) } else { decimal(number) }?;
        if factor >= last_factor {
            return None;
        }
        (total, last_factor, rest) = (total + number * factor, factor, after);
    }
    (last_factor < f64::INFINITY).then_some(total)
}

/// Parses a number with a decimal point or comma.
fn decimal(text: &str) -> Option<f64> {
    let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    is_decimal.then(|| text.replace(',', ".").parse().ok()).flatten()
}

fn whole_number(text: &str) -> Option<f64> {
    decimal(text).filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
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
        let text = with_digits(typed);
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let count: u32 = text[..digits].parse().map_err(|_| error())?;
        let (times, unit) = match text[digits..].trim() {
            "fortnight" | "fortnights" => (2, "weeks"),
            "quarter" | "quarters" => (3, "months"),
            unit => (1, unit),
        };
        let count = count.saturating_mul(times);
        let unit = match unit {
            "h" | "hour" | "hours" => Unit::Hours,
            "d" | "day" | "days" => Unit::Days,
            "wd" | "working day" | "working days" | "business day" | "business days"
            | "weekday" | "weekdays" => Unit::WorkingDays,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_the_forms_that_people_write() {
        for (typed, minutes) in [
            ("50", 50),
            ("45 min", 45),
            ("45 mins.", 45),
            ("45'", 45),
            ("1h", 60),
            ("1 hr", 60),
            ("1h30", 90),
            ("1 Std. 30 Min.", 90),
            ("1 heure", 60),
            ("1h30m", 90),
            ("1 hour and 15 minutes", 75),
            ("1.5h", 90),
            ("1,5 h", 90),
            ("0.75 hours", 45),
            ("0:45", 45),
            ("01:30", 90),
            ("1:30:00", 90),
            ("00:44:40", 45),
            ("PT45M", 45),
            ("PT1H30M", 90),
            ("PT50M30S", 51),
            ("24h", 1440),
            ("an hour", 60),
            ("Half an hour", 30),
            ("an hour and a half", 90),
            ("two hours", 120),
        ] {
            assert_eq!(Minutes::parse(typed), Ok(Minutes(minutes)), "{typed}");
        }
        for typed in [
            "", "0", "a", "two", "long", "25h", "1.5", "m", "1:5", "1:60", "45:00", "30m1h",
            "1h1h", "-5", "pt",
        ] {
            assert!(Minutes::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn spans_are_read_with_numbers_in_words() {
        for (typed, shown) in [
            ("2 working days", "2 working days"),
            ("two working days", "2 working days"),
            ("3 weekdays", "3 working days"),
            ("a week", "1 week"),
            ("a fortnight", "2 weeks"),
            ("2 quarters", "6 months"),
            ("24h", "24 hours"),
        ] {
            assert_eq!(
                Span::parse(typed).map(|span| span.to_string()),
                Ok(shown.into()),
                "{typed}"
            );
        }
        for typed in ["", "a", "week", "few days", "0 days", "999999999 quarters", "a few days"] {
            assert!(Span::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn numbers_in_a_cell_have_the_unit_of_their_column_or_of_a_day() {
        for (typed, is_in_hours, minutes) in [
            ("45", false, 45),
            ("45.0", false, 45),
            ("0.03125", false, 45),
            ("0,0313", false, 45),
            ("0.0416666666666667", false, 60),
            ("1", true, 60),
            ("1,5", true, 90),
            ("0.75", true, 45),
            ("45 min", true, 45),
        ] {
            assert_eq!(Minutes::parse_cell(typed, is_in_hours), Ok(Minutes(minutes)), "{typed}");
        }
        let both = Minutes::parse_cell("0.25", false).unwrap_err();
        assert_eq!(both.to_string(), "`0.25` is ambiguous: 6 h or 15 min");
        for typed in ["1.5", "0.33", "0.0", "."] {
            assert!(Minutes::parse_cell(typed, false).is_err(), "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_length_panic(typed in "([0-9]{1,3}|[hms:.,' é]|min|and|PT){0,8}") {
            let _ = Minutes::parse(&typed);
            let _ = Minutes::parse_cell(&typed, false);
        }
    }
}
