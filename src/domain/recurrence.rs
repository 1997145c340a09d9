//! Repetition as RFC 5545 (section 3.3.10) writes it, in local times: which zone they are in, and what becomes of gaps
//! and folds, is the caller's business. So is UNTIL, which is no local time.

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

/// What is left of the readiness to go on: every occurrence that is looked at costs one, and a rule that runs dry costs
/// as many as were tried. Shared by all rules of one source, so that no source can hold a run up.
#[derive(Clone, Debug)]
pub struct ExpansionBudget(pub usize);

impl Default for ExpansionBudget {
    fn default() -> Self {
        ExpansionBudget(2_000_000)
    }
}

/// So many steps without an occurrence end a rule.
const EMPTY_STEPS: usize = 100_000;

#[derive(Clone, Debug)]
pub struct Recurrence {
    rule: RRule<Unvalidated>,
    frequency: Frequency,
    interval: u16,
    count: Option<u32>,
}

impl Recurrence {
    /// Reads `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`. What programs write that means nothing is passed over: `COUNT=-1`,
    /// `INTERVAL=0`, a number before a day of the week in a weekly rule, parts that begin with `X-`.
    pub fn parse(text: &str) -> Result<Recurrence, RecurrenceError> {
        let unknown = |part: &str| RecurrenceError::Unknown(part.to_owned());
        let parts: Vec<&str> = text
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let pair = |part: &str| {
            let (key, value) = part.split_once('=')?;
            let plain = |text: &str| text.trim().to_ascii_uppercase();
            Some((plain(key), plain(value)))
        };
        let frequency = parts
            .iter()
            .filter_map(|part| pair(part))
            .find(|(key, _)| key == "FREQ")
            .and_then(|(_, value)| Frequency::from_str(&value).ok())
            .ok_or_else(|| unknown(text))?;
        let mut read = Recurrence {
            rule: RRule::new(frequency),
            frequency,
            interval: 1,
            count: None,
        };
        for part in parts {
            let known = pair(part).and_then(|(key, value)| read.clone().with_part(&key, &value));
            read = known.ok_or_else(|| unknown(part))?;
        }
        Ok(read)
    }

    /// With one more part; none if it is not one.
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
            "WKST" => rule.week_start(weekday(value)?),
            "BYSETPOS" => rule.by_set_pos(list(value)?),
            "BYMONTH" => {
                let months: Vec<u8> = list(value)?;
                let months: Result<Vec<Month>, _> =
                    months.into_iter().map(Month::try_from).collect();
                rule.by_month(&months.ok()?)
            }
            "BYMONTHDAY" => rule.by_month_day(list(value)?),
            "BYYEARDAY" => rule.by_year_day(list(value)?),
            "BYWEEKNO" => rule.by_week_no(list(value)?),
            "BYHOUR" => rule.by_hour(list(value)?),
            "BYMINUTE" => rule.by_minute(list(value)?),
            "BYSECOND" => rule.by_second(list(value)?),
            "BYDAY" => {
                let may_count = matches!(self.frequency, Frequency::Monthly | Frequency::Yearly);
                let days: Option<Vec<NWeekday>> = value
                    .split(',')
                    .map(|day| numbered_weekday(day.trim(), may_count))
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

    /// The local times from `from` to `until`, both included, of a series that begins at `first`.
    pub fn local_times(
        &self,
        first: NaiveDateTime,
        from: NaiveDateTime,
        until: NaiveDateTime,
        patience: &mut ExpansionBudget,
    ) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
        // A rule that runs dry costs its time before it costs anything here.
        if patience.0 == 0 {
            return Err(RecurrenceError::TooOften);
        }
        // Local time goes as if it were UTC: with zones of its own the rrule crate drops occurrences in a midnight gap.
        let start = self
            .fast_forward(first, from)
            .and_utc()
            .with_timezone(&Tz::UTC);
        let set = self
            .rule
            .clone()
            .build(start)
            .map_err(|error| RecurrenceError::Unknown(error.to_string()))?;
        let mut times = Vec::new();
        let mut passed_the_end = false;
        let mut seen = 0;
        for at in &set.limit() {
            let at = at.naive_utc();
            passed_the_end = at > until;
            if passed_the_end {
                break;
            }
            seen += 1;
            if seen > patience.0 {
                patience.0 = 0;
                return Err(RecurrenceError::TooOften);
            }
            if at >= from {
                times.push(at);
            }
        }
        let ran_dry = !passed_the_end && self.count.is_none();
        let cost = seen + if ran_dry { EMPTY_STEPS } else { 1 };
        let left = patience.0.checked_sub(cost);
        patience.0 = left.unwrap_or_default();
        left.map(|_| times).ok_or(RecurrenceError::TooOften)
    }

    /// A later beginning from which the same times follow: rules by the day and the week go on as they are, so that a
    /// daily one of twenty years ago need not be walked through.
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
        first
            .checked_add_signed(TimeDelta::days(ahead / days * days))
            .unwrap_or(first)
    }
}

fn list<T: FromStr>(value: &str) -> Option<Vec<T>> {
    let values = value.split(',').map(str::trim);
    let values = values.filter(|value| !value.is_empty());
    values.map(|one| one.parse().ok()).collect()
}

fn weekday(value: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let at = NAMES.iter().position(|name| *name == value)?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

/// `TH`, and `2TU` or `-1FR` where the frequency allows a number.
fn numbered_weekday(value: &str, may_count: bool) -> Option<NWeekday> {
    let name = value.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let day = weekday(name)?;
    match value.strip_suffix(name)? {
        "" => Some(NWeekday::Every(day)),
        number => {
            let nth: i16 = number.parse().ok().filter(|nth| *nth != 0)?;
            Some(if may_count {
                NWeekday::Nth(nth, day)
            } else {
                NWeekday::Every(day)
            })
        }
    }
}

/// A weekday as rules of repetition write it.
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
        times
            .unwrap()
            .iter()
            .map(|at| at.format("%Y-%m-%d").to_string())
            .collect()
    }

    #[test]
    fn a_rule_is_written_out_over_a_window() {
        assert_eq!(
            days(
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
                "2026-12-03T17:00:00",
                "2026-12-10T00:00:00",
                "2027-01-20T00:00:00"
            ),
            ["2026-12-17", "2026-12-31", "2027-01-14"]
        );
        assert_eq!(
            days(
                "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2",
                "2026-12-25T10:00:00",
                "2026-12-01T00:00:00",
                "2027-12-01T00:00:00"
            ),
            ["2026-12-25", "2027-01-29"]
        );
    }

    #[test]
    fn a_window_far_from_the_beginning_has_the_same_times() {
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
    fn what_is_no_rule_is_refused() {
        for rule in [
            "",
            "FREQ=SOMETIMES",
            "BYDAY=MO",
            "FREQ=DAILY;INTERVAL=often",
            "FREQ=DAILY;COUNT=x",
            "FREQ=MONTHLY;BYDAY=0SU",
            "FREQ=MONTHLY;BYDAY=2é",
            "FREQ=DAILY;BYMONTH=13",
            "FREQ=DAILY;RSCALE=HEBREW",
            "FREQ",
        ] {
            assert!(Recurrence::parse(rule).is_err(), "{rule}");
        }
    }

    #[test]
    fn what_means_nothing_in_a_rule_is_passed_over() {
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
            assert_eq!(
                days(odd, first, first, until),
                days(meant, first, first, until),
                "{odd}"
            );
        }
    }

    #[test]
    fn patience_ends() {
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
