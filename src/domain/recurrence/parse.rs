//! Reads the text of a rule.

use std::str::FromStr;

use chrono::Weekday;

use crate::domain::recurrence::{Frequency, MissingDay, Numbers, Recurrence, RecurrenceError};

impl Recurrence {
    /// Parses a rule such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`. Invalid but harmless parts that other programs write
    /// are ignored: `COUNT=-1`, `INTERVAL=0`, numbered weekdays in a weekly rule, and extensions that start with `X-`.
    pub fn parse(text: &str) -> Result<Recurrence, RecurrenceError> {
        let unknown = RecurrenceError::unknown;
        let parts: Vec<&str> =
            text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
        let key_and_value = |part: &str| {
            let (key, value) = part.split_once('=')?;
            let normalize = |text: &str| text.trim().to_ascii_uppercase();
            Some((normalize(key), normalize(value)))
        };
        let frequency = parts
            .iter()
            .filter_map(|part| key_and_value(part))
            .find(|(key, _)| key == "FREQ")
            .and_then(|(_, value)| Frequency::parse(&value))
            .ok_or_else(|| unknown(text))?;
        let mut recurrence = Recurrence {
            frequency,
            interval: 1,
            count: None,
            week_start: Weekday::Mon,
            months: Numbers::default(),
            weeks: Numbers::default(),
            year_days: Numbers::default(),
            month_days: Numbers::default(),
            days: Vec::new(),
            hours: Numbers::default(),
            minutes: Numbers::default(),
            seconds: Numbers::default(),
            positions: Numbers::default(),
            missing_day: MissingDay::Omit,
        };
        for part in parts {
            let (key, value) = key_and_value(part).ok_or_else(|| unknown(part))?;
            if !value.is_empty() {
                recurrence.set_part(&key, &value).ok_or_else(|| unknown(part))?;
            }
        }
        Ok(recurrence)
    }

    /// Sets one part of a rule. `None`: it is not valid.
    fn set_part(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "INTERVAL" => self.interval = value.parse::<u32>().ok()?.max(1),
            "COUNT" => {
                let count: i64 = value.parse().ok()?;
                self.count = (count > 0).then(|| u32::try_from(count).unwrap_or(u32::MAX));
            }
            "WKST" => self.week_start = parse_weekday(value)?,
            "BYSETPOS" => self.positions = Numbers::parse(value, 366, true)?,
            "BYMONTH" => self.months = Numbers::parse(value, 12, false)?,
            "BYMONTHDAY" => self.month_days = Numbers::parse(value, 31, true)?,
            "BYYEARDAY" => self.year_days = Numbers::parse(value, 366, true)?,
            "BYWEEKNO" => self.weeks = Numbers::parse(value, 53, true)?,
            "BYHOUR" => self.hours = Numbers::parse(value, 23, false)?,
            "BYMINUTE" => self.minutes = Numbers::parse(value, 59, false)?,
            "BYSECOND" => self.seconds = Numbers::parse(value, 59, false)?,
            "BYDAY" => {
                let can_be_numbered = self.frequency >= Frequency::Monthly;
                let days = value.split(',').map(str::trim).filter(|day| !day.is_empty());
                let days = days.map(|day| parse_numbered_weekday(day, can_be_numbered));
                self.days = days.collect::<Option<_>>()?;
                self.days.sort_unstable();
            }
            "FREQ" => {}
            "RSCALE" if value == "GREGORIAN" => {}
            "SKIP" => {
                self.missing_day = match value {
                    "OMIT" => MissingDay::Omit,
                    "BACKWARD" => MissingDay::Backward,
                    "FORWARD" => MissingDay::Forward,
                    _ => return None,
                }
            }
            _ if key.starts_with("X-") => {}
            _ => return None,
        }
        Some(())
    }
}

impl Frequency {
    fn parse(value: &str) -> Option<Frequency> {
        Some(match value {
            "SECONDLY" => Frequency::Secondly,
            "MINUTELY" => Frequency::Minutely,
            "HOURLY" => Frequency::Hourly,
            "DAILY" => Frequency::Daily,
            "WEEKLY" => Frequency::Weekly,
            "MONTHLY" => Frequency::Monthly,
            "YEARLY" => Frequency::Yearly,
            _ => return None,
        })
    }
}

impl Numbers {
    /// Parses a list. `None`: a number is out of range. `has_negative`: numbers count from the end too, and 0 is none.
    fn parse(value: &str, max: i32, has_negative: bool) -> Option<Numbers> {
        let is_valid = |number: &i32| {
            if has_negative {
                *number != 0 && number.abs() <= max
            } else {
                (0..=max).contains(number)
            }
        };
        let mut numbers: Vec<i32> = parse_list(value)?;
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().all(is_valid).then_some(Numbers(numbers))
    }
}

fn parse_list<T: FromStr>(value: &str) -> Option<Vec<T>> {
    let values = value.split(',').map(str::trim);
    let values = values.filter(|value| !value.is_empty());
    values.map(|value| value.parse().ok()).collect()
}

/// Parses `TH`. Some programs write more of the name.
fn parse_weekday(value: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] =
        ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    let index = NAMES.iter().position(|name| value.len() >= 2 && name.starts_with(value))?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// Parses `TH`, `2TU` or `-1FR` into a number, 0 without one, and the days from Monday. The number is ignored if the
/// frequency does not allow one.
fn parse_numbered_weekday(value: &str, can_be_numbered: bool) -> Option<(i32, u32)> {
    let name = value.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let day = parse_weekday(name)?.num_days_from_monday();
    match value.strip_suffix(name)? {
        "" => Some((0, day)),
        number => {
            let nth: i32 = number.trim().parse().ok()?;
            let is_valid = nth != 0 && nth.abs() <= 53;
            is_valid.then_some((if can_be_numbered { nth } else { 0 }, day))
        }
    }
}
