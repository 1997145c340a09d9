//! Recurrence rules (RFC 5545, section 3.3.10) in local time. The caller handles the zone with its gaps and folds, and
//! `UNTIL`, which may be in UTC.

use std::str::FromStr;

use chrono::{Month, NaiveDateTime, TimeDelta, Weekday};
use rrule::{Frequency, NWeekday, RRule, Tz, Unvalidated};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum RecurrenceError {
    #[error("`{0}` is not a rule of repetition")]
    Unknown(String),
    #[error("it repeats too often to be written out")]
    TooOften,
}

/// How many more steps of expansion are allowed. Each occurrence costs one step, and a rule that ends without an
/// occurrence costs the steps that were tried. All rules of one calendar share a budget, so that no calendar can block
/// a run.
#[derive(Clone, Debug)]
pub struct ExpansionBudget(pub usize);

impl Default for ExpansionBudget {
    fn default() -> Self {
        ExpansionBudget(2_000_000)
    }
}

/// Steps without an occurrence after which the rrule crate ends a rule.
const EMPTY_STEPS: usize = 100_000;

#[derive(Clone, Debug)]
pub struct Recurrence {
    rule: RRule<Unvalidated>,
    frequency: Frequency,
    interval: u16,
    count: Option<u32>,
}

impl Recurrence {
    /// Parses a rule such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`. Invalid but harmless parts that other programs write
    /// are ignored: `COUNT=-1`, `INTERVAL=0`, numbered weekdays in a weekly rule, and extensions that start with `X-`.
    pub fn parse(text: &str) -> Result<Recurrence, RecurrenceError> {
        let unknown = |part: &str| RecurrenceError::Unknown(part.to_owned());
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
            .and_then(|(_, value)| Frequency::from_str(&value).ok())
            .ok_or_else(|| unknown(text))?;
        let mut recurrence =
            Recurrence { rule: RRule::new(frequency), frequency, interval: 1, count: None };
        for part in parts {
            let (key, value) = key_and_value(part).ok_or_else(|| unknown(part))?;
            let extended = recurrence.with_part(&key, &value);
            recurrence = extended.ok_or_else(|| unknown(part))?;
        }
        Ok(recurrence)
    }

    /// Adds one part of a rule. `None`: it is not valid.
    fn with_part(mut self, key: &str, value: &str) -> Option<Recurrence> {
        let rule = self.rule;
        self.rule = match key {
            "FREQ" => rule,
            "INTERVAL" => {
                self.interval = value.parse::<u16>().ok()?.max(1);
                rule.interval(self.interval)
            }
            "COUNT" => {
                let count: i64 = value.parse().ok()?;
                if count < 1 {
                    return Some(Recurrence { rule, ..self });
                }
                let count = u32::try_from(count).ok()?;
                self.count = Some(count);
                rule.count(count)
            }
            "WKST" => rule.week_start(parse_weekday(value)?),
            "BYSETPOS" => rule.by_set_pos(parse_list(value)?),
            "BYMONTH" => {
                let months: Vec<u8> = parse_list(value)?;
                let months: Result<Vec<Month>, _> =
                    months.into_iter().map(Month::try_from).collect();
                rule.by_month(&months.ok()?)
            }
            "BYMONTHDAY" => rule.by_month_day(parse_list(value)?),
            "BYYEARDAY" => rule.by_year_day(parse_list(value)?),
            "BYWEEKNO" => rule.by_week_no(parse_list(value)?),
            "BYHOUR" => rule.by_hour(parse_list(value)?),
            "BYMINUTE" => rule.by_minute(parse_list(value)?),
            "BYSECOND" => rule.by_second(parse_list(value)?),
            "BYDAY" => {
                let can_be_numbered =
                    matches!(self.frequency, Frequency::Monthly | Frequency::Yearly);
                let days: Option<Vec<NWeekday>> = value
                    .split(',')
                    .map(|day| parse_numbered_weekday(day.trim(), can_be_numbered))
                    .collect();
                rule.by_weekday(days?)
            }
            "RSCALE" if value == "GREGORIAN" => rule,
            "SKIP" if value == "OMIT" => rule,
            _ if key.starts_with("X-") => rule,
            _ => return None,
        };
        Some(self)
    }

    /// Returns the local times from `from` to `until`, inclusive, of a series that starts at `first`.
    pub fn local_times(
        &self,
        first: NaiveDateTime,
        from: NaiveDateTime,
        until: NaiveDateTime,
        budget: &mut ExpansionBudget,
    ) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
        // Check first: a rule without occurrences takes its time before it is charged below.
        if budget.0 == 0 {
            return Err(RecurrenceError::TooOften);
        }
        // Treat local time as UTC: in a real zone, the rrule crate drops occurrences that fall into a gap at midnight.
        let start = self.fast_forward(first, from).and_utc().with_timezone(&Tz::UTC);
        let set = self
            .rule
            .clone()
            .build(start)
            .map_err(|error| RecurrenceError::Unknown(error.to_string()))?;
        let mut times = Vec::new();
        let mut has_passed_end = false;
        let mut steps = 0;
        for at in &set.limit() {
            let at = at.naive_utc();
            has_passed_end = at > until;
            if has_passed_end {
                break;
            }
            steps += 1;
            if steps > budget.0 {
                budget.0 = 0;
                return Err(RecurrenceError::TooOften);
            }
            if at >= from {
                times.push(at);
            }
        }
        let has_run_dry = !has_passed_end && self.count.is_none();
        let cost = steps + if has_run_dry { EMPTY_STEPS } else { 1 };
        let left = budget.0.checked_sub(cost);
        budget.0 = left.unwrap_or_default();
        left.map(|_| times).ok_or(RecurrenceError::TooOften)
    }

    /// Returns a later start that yields the same times from `from` on, so that a daily rule from twenty years ago need
    /// not be expanded from its start. Only daily and weekly rules allow that.
    fn fast_forward(&self, first: NaiveDateTime, from: NaiveDateTime) -> NaiveDateTime {
        let days = match self.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            _ => return first,
        } * i64::from(self.interval);
        let ahead = (from - first).num_days() - 8;
        if self.count.is_some() || ahead < days {
            return first;
        }
        first.checked_add_signed(TimeDelta::days(ahead / days * days)).unwrap_or(first)
    }
}

fn parse_list<T: FromStr>(value: &str) -> Option<Vec<T>> {
    let values = value.split(',').map(str::trim);
    let values = values.filter(|value| !value.is_empty());
    values.map(|value| value.parse().ok()).collect()
}

fn parse_weekday(value: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let index = NAMES.iter().position(|name| *name == value)?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// Parses `TH`, `2TU` or `-1FR`. The number is ignored if the frequency does not allow one.
fn parse_numbered_weekday(value: &str, can_be_numbered: bool) -> Option<NWeekday> {
    let name = value.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let day = parse_weekday(name)?;
    match value.strip_suffix(name)? {
        "" => Some(NWeekday::Every(day)),
        number => {
            let nth: i16 = number.parse().ok().filter(|nth| *nth != 0)?;
            Some(if can_be_numbered { NWeekday::Nth(nth, day) } else { NWeekday::Every(day) })
        }
    }
}

/// Returns the two-letter name of a weekday in a recurrence rule, such as `TH`.
pub fn short_name(day: Weekday) -> String {
    day.to_string()[..2].to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn days(rule: &str, first: &str, from: &str, until: &str) -> Vec<String> {
        let rule = Recurrence::parse(rule).unwrap();
        let times = rule.local_times(
            local(first),
            local(from),
            local(until),
            &mut ExpansionBudget::default(),
        );
        times.unwrap().iter().map(|at| at.format("%Y-%m-%d").to_string()).collect()
    }

    #[test]
    fn a_rule_is_expanded_within_a_window() {
        assert_eq!(
            days(
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-12-03T17:00:00", "2026-12-10T00:00:00",
                "2027-01-20T00:00:00"
            ),
            ["2026-12-17", "2026-12-31", "2027-01-14"]
        );
        assert_eq!(
            days(
                "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2026-12-25T10:00:00", "2026-12-01T00:00:00",
                "2027-12-01T00:00:00"
            ),
            ["2026-12-25", "2027-01-29"]
        );
    }

    #[test]
    fn fast_forwarding_yields_the_same_times() {
        for rule in [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=DAILY;BYDAY=MO,WE",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
            "FREQ=WEEKLY",
        ] {
            let (first, until) = ("2000-01-05T09:00:00", "2027-02-01T00:00:00");
            let mut all = days(rule, first, first, until);
            let late = days(rule, first, "2026-12-01T00:00:00", until);
            all.retain(|day| day.as_str() >= "2026-12-01");
            assert_eq!(late, all, "{rule}");
            assert!(!late.is_empty(), "{rule}");
        }
    }

    #[test]
    fn invalid_rules_are_refused() {
        for rule in [
            "", "FREQ=SOMETIMES", "BYDAY=MO", "FREQ=DAILY;INTERVAL=often", "FREQ=DAILY;COUNT=x",
            "FREQ=MONTHLY;BYDAY=0SU", "FREQ=MONTHLY;BYDAY=2é", "FREQ=DAILY;BYMONTH=13",
            "FREQ=DAILY;RSCALE=HEBREW", "FREQ",
        ] {
            assert!(Recurrence::parse(rule).is_err(), "{rule}");
        }
    }

    #[test]
    fn meaningless_parts_of_a_rule_are_ignored() {
        let (first, until) = ("2026-12-03T17:00:00", "2026-12-20T00:00:00");
        for (odd, meant) in [
            ("FREQ=WEEKLY;COUNT=-1", "FREQ=WEEKLY"),
            ("FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY"),
            ("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY"),
            ("FREQ=WEEKLY;BYDAY=1MO,TH", "FREQ=WEEKLY;BYDAY=MO,TH"),
            (" freq=weekly ; byday= TH ", "FREQ=WEEKLY;BYDAY=TH"),
            ("FREQ=DAILY;X-NAME=a;BYMONTH=", "FREQ=DAILY"),
            ("RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT", "FREQ=DAILY"),
        ] {
            assert_eq!(days(odd, first, first, until), days(meant, first, first, until), "{odd}");
        }
    }

    #[test]
    fn expansion_stops_when_the_budget_is_spent() {
        let first = local("2000-01-01T00:00:00");
        let until = local("2027-01-01T00:00:00");
        for rule in ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"] {
            let rule = Recurrence::parse(rule).unwrap();
            let mut patience = ExpansionBudget(1000);
            assert_eq!(
                rule.local_times(first, first, until, &mut patience),
                Err(RecurrenceError::TooOften)
            );
        }
    }
}
