//! Recurrence rules (RFC 5545, section 3.3.10) in local time. The caller handles the zone with its gaps and folds, and
//! `UNTIL`, which may be in UTC.
//!
//! A rule is expanded period by period (one year for a yearly rule, and so on), beginning with the period that contains
//! the start of the window. Each period is filtered by its days, then by its times of day.

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum RecurrenceError {
    #[error("`{0}` is not a rule of repetition")]
    Unknown(String),
    #[error("it repeats too often to be written out")]
    TooOften,
}

impl RecurrenceError {
    fn unknown(text: &str) -> Self {
        RecurrenceError::Unknown(text.chars().take(60).collect())
    }
}

/// How many more steps of expansion are allowed. A step is a period or a day that is examined; an occurrence costs
/// several. All rules of one calendar share a budget, so that no calendar can block a run or fill the memory.
#[derive(Clone, Debug)]
pub struct ExpansionBudget(pub usize);

/// What an occurrence costs. It takes more memory than a step.
const OCCURRENCE_STEPS: usize = 8;

/// Limit for the occurrences of one rule in one window. One every ten minutes for a year is more than an appointment.
const MAX_OCCURRENCES: usize = 60_000;

impl Default for ExpansionBudget {
    fn default() -> Self {
        ExpansionBudget(8_000_000)
    }
}

impl ExpansionBudget {
    fn spend(&mut self, steps: usize) -> Result<(), RecurrenceError> {
        let left = self.0.checked_sub(steps);
        self.0 = left.unwrap_or_default();
        left.map(|_| ()).ok_or(RecurrenceError::TooOften)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Frequency {
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
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

    /// Returns the seconds of a period. `None`: periods differ in length.
    fn seconds(self) -> Option<i64> {
        Some(match self {
            Frequency::Secondly => 1,
            Frequency::Minutely => 60,
            Frequency::Hourly => 3600,
            Frequency::Daily => 86_400,
            Frequency::Weekly => 7 * 86_400,
            Frequency::Monthly | Frequency::Yearly => return None,
        })
    }
}

/// The numbers of a part such as `BYMONTHDAY`, sorted. Empty: the part is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Numbers(Vec<i32>);

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

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the part is missing or contains one of the numbers.
    fn allows(&self, numbers: &[i32]) -> bool {
        self.is_empty() || numbers.iter().any(|number| self.0.binary_search(number).is_ok())
    }

    /// Returns the numbers, or another one if the part is missing.
    fn or(&self, other: u32) -> Vec<u32> {
        if self.is_empty() { vec![other] } else { self.iter().collect() }
    }

    /// Returns the numbers, or all from 1 to `last` if the part is missing.
    fn or_all(&self, last: u32) -> impl Iterator<Item = u32> {
        let all = self.is_empty().then_some(1..=last);
        self.iter().chain(all.into_iter().flatten())
    }

    fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().filter_map(|number| u32::try_from(*number).ok())
    }
}

#[derive(Clone, Debug)]
pub struct Recurrence {
    frequency: Frequency,
    interval: u32,
    count: Option<u32>,
    week_start: Weekday,
    months: Numbers,
    weeks: Numbers,
    year_days: Numbers,
    month_days: Numbers,
    /// Numbers within the month or year (0: every one) with days from Monday, sorted.
    days: Vec<(i32, u32)>,
    hours: Numbers,
    minutes: Numbers,
    seconds: Numbers,
    positions: Numbers,
}

/// The times of day of a period: every combination.
struct DayTimes {
    hours: Vec<u32>,
    minutes: Vec<u32>,
    seconds: Vec<u32>,
}

impl DayTimes {
    fn len(&self) -> usize {
        self.hours.len() * self.minutes.len() * self.seconds.len()
    }

    /// Returns one of the times of all `days`, in order. `None`: there are fewer.
    fn on(&self, days: &[NaiveDate], position: usize) -> Option<NaiveDateTime> {
        let (day, index) = (position / self.len(), position % self.len());
        let (rest, second) = (index / self.seconds.len(), index % self.seconds.len());
        let (hour, minute) = (rest / self.minutes.len(), rest % self.minutes.len());
        days.get(day)?.and_hms_opt(self.hours[hour], self.minutes[minute], self.seconds[second])
    }
}

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
            "SKIP" if value == "OMIT" => {}
            _ if key.starts_with("X-") => {}
            _ => return None,
        }
        Some(())
    }

    /// Returns the local times from `from` to `until`, inclusive, of a series that starts at `first`.
    pub fn local_times(
        &self,
        first: NaiveDateTime,
        from: NaiveDateTime,
        until: NaiveDateTime,
        budget: &mut ExpansionBudget,
    ) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
        let rule = self.completed_by(first);
        let mut times = Vec::new();
        let mut left = rule.count;
        // Which occurrences a COUNT leaves is known only by counting from the first.
        let counts = left.is_some();
        let mut index = if counts { 0 } else { rule.period_at(first, from) };
        while let Some(period) = rule.period(first, index).filter(|period| *period <= until) {
            budget.spend(1)?;
            index += 1;
            if let Some(next) = rule.next_candidate(period) {
                index = index.max(rule.period_at(first, next));
                continue;
            }
            let days = rule.days_of(period.date(), budget)?;
            let day_times = rule.day_times(first, period);
            let all = days.len() * day_times.len();
            let chosen = (!rule.positions.is_empty()).then(|| rule.positions_in(all));
            let skipped = match &chosen {
                None if !counts => days.partition_point(|day| *day < from.date()) * day_times.len(),
                _ => 0,
            };
            for index in skipped..chosen.as_ref().map_or(all, Vec::len) {
                let position = chosen.as_ref().map_or(index, |chosen| chosen[index]);
                let Some(at) = day_times.on(&days, position).filter(|at| *at <= until) else {
                    break;
                };
                budget.spend(OCCURRENCE_STEPS)?;
                if at < first {
                    continue;
                }
                if at >= from {
                    times.push(at);
                }
                left = left.map(|left| left - 1);
                if left == Some(0) {
                    return Ok(times);
                }
                if times.len() > MAX_OCCURRENCES {
                    return Err(RecurrenceError::TooOften);
                }
            }
        }
        Ok(times)
    }

    /// Adds what the rule leaves to the first occurrence: a monthly rule without days recurs on the day of the first.
    fn completed_by(&self, first: NaiveDateTime) -> Recurrence {
        let mut rule = self.clone();
        let number = |number: u32| Numbers(i32::try_from(number).into_iter().collect());
        let has_days = !(rule.weeks.is_empty()
            && rule.year_days.is_empty()
            && rule.month_days.is_empty()
            && rule.days.is_empty());
        match rule.frequency {
            Frequency::Yearly if !has_days => {
                if rule.months.is_empty() {
                    rule.months = number(first.month());
                }
                rule.month_days = number(first.day());
            }
            Frequency::Monthly if !has_days => rule.month_days = number(first.day()),
            Frequency::Weekly if !has_days => {
                rule.days = vec![(0, first.weekday().num_days_from_monday())];
            }
            // A week alone does not say on which of its days.
            Frequency::Yearly
                if rule.days.is_empty()
                    && rule.month_days.is_empty()
                    && rule.year_days.is_empty() =>
            {
                rule.days = vec![(0, first.weekday().num_days_from_monday())];
            }
            _ => {}
        }
        rule
    }

    /// Returns the start of a period: of `first` itself, of its day, of its week and so on. `None`: it is too far.
    fn period(&self, first: NaiveDateTime, index: i64) -> Option<NaiveDateTime> {
        let ahead = index.checked_mul(i64::from(self.interval))?;
        let start = self.first_period(first);
        let Some(seconds) = self.frequency.seconds() else {
            let months = if self.frequency == Frequency::Yearly { 12 } else { 1 };
            let months = u32::try_from(ahead.checked_mul(months)?).ok()?;
            return start.checked_add_months(chrono::Months::new(months));
        };
        start.checked_add_signed(TimeDelta::try_seconds(ahead.checked_mul(seconds)?)?)
    }

    fn first_period(&self, first: NaiveDateTime) -> NaiveDateTime {
        let day = first.date();
        let start = match self.frequency {
            Frequency::Secondly => return first,
            Frequency::Minutely => return first.with_second(0).unwrap_or(first),
            Frequency::Hourly => {
                return day.and_hms_opt(first.hour(), 0, 0).unwrap_or(first);
            }
            Frequency::Daily => Some(day),
            Frequency::Weekly => day.checked_sub_days(self.days_into_week(day)),
            Frequency::Monthly => day.with_day(1),
            Frequency::Yearly => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        };
        start.unwrap_or(day).and_time(NaiveTime::MIN)
    }

    fn days_into_week(&self, day: NaiveDate) -> Days {
        Days::new(u64::from(day.weekday().days_since(self.week_start)))
    }

    /// Returns the index of the last period that starts at or before a time; 0 if there is none.
    fn period_at(&self, first: NaiveDateTime, at: NaiveDateTime) -> i64 {
        let start = self.first_period(first);
        let years = i64::from(at.year()) - i64::from(start.year());
        let ahead = match self.frequency.seconds() {
            Some(seconds) => (at - start).num_seconds().div_euclid(seconds),
            None if self.frequency == Frequency::Yearly => years,
            None => years * 12 + i64::from(at.month()) - i64::from(start.month()),
        };
        ahead.max(0) / i64::from(self.interval)
    }

    /// Returns when the next period can fit a rule that recurs within days. `None`: this one fits.
    fn next_candidate(&self, period: NaiveDateTime) -> Option<NaiveDateTime> {
        let allows =
            |part: &Numbers, number: u32| part.allows(&[i32::try_from(number).unwrap_or(0)]);
        if self.frequency >= Frequency::Daily {
            None
        } else if !self.includes(period.date()) {
            Some(period.date().succ_opt()?.and_time(NaiveTime::MIN))
        } else if !allows(&self.hours, period.hour()) {
            Some(period.with_minute(0)?.with_second(0)? + TimeDelta::hours(1))
        } else if self.frequency < Frequency::Hourly && !allows(&self.minutes, period.minute()) {
            Some(period.with_second(0)? + TimeDelta::minutes(1))
        } else {
            let fits =
                self.frequency > Frequency::Secondly || allows(&self.seconds, period.second());
            (!fits).then(|| period + TimeDelta::seconds(1))
        }
    }

    /// Returns the days of a period that fit the rule.
    fn days_of(
        &self,
        start: NaiveDate,
        budget: &mut ExpansionBudget,
    ) -> Result<Vec<NaiveDate>, RecurrenceError> {
        let month = |month: u32| {
            let first = start.with_day(1)?.with_month(month)?;
            Some((first, usize::from(first.num_days_in_month())))
        };
        let spans: Vec<(NaiveDate, usize)> = match self.frequency {
            Frequency::Yearly => self.months.or_all(12).filter_map(month).collect(),
            Frequency::Monthly => month(start.month()).into_iter().collect(),
            Frequency::Weekly => vec![(start, 7)],
            _ => vec![(start, 1)],
        };
        let mut days = Vec::new();
        for (first, length) in spans {
            budget.spend(length)?;
            days.extend(first.iter_days().take(length).filter(|day| self.includes(*day)));
        }
        Ok(days)
    }

    /// Whether a day fits every part of the rule that is about days.
    fn includes(&self, day: NaiveDate) -> bool {
        let number = |number: u32| i32::try_from(number).unwrap_or_default();
        // The number of something counted from the start, and from the end.
        let from_both_ends =
            |index: u32, count: u32| [number(index) + 1, number(index) - number(count)];
        let days_in_month = u32::from(day.num_days_in_month());
        let days_in_year = if day.leap_year() { 366 } else { 365 };
        let is_week_allowed = || {
            let (week, weeks) = self.week_of(day);
            self.weeks.allows(&from_both_ends(week, weeks))
        };
        self.months.allows(&[number(day.month())])
            && self.month_days.allows(&from_both_ends(day.day0(), days_in_month))
            && self.year_days.allows(&from_both_ends(day.ordinal0(), days_in_year))
            && (self.weeks.is_empty() || is_week_allowed())
            && self.includes_weekday(day)
    }

    fn includes_weekday(&self, day: NaiveDate) -> bool {
        let weekday = day.weekday().num_days_from_monday();
        let has = |nth: i32| self.days.binary_search(&(nth, weekday)).is_ok();
        if self.days.is_empty() || has(0) {
            return true;
        }
        let (index, length) = if self.frequency == Frequency::Yearly && self.months.is_empty() {
            (day.ordinal0(), if day.leap_year() { 366 } else { 365 })
        } else {
            (day.day0(), u32::from(day.num_days_in_month()))
        };
        let nth = |days: u32| i32::try_from(days / 7 + 1).unwrap_or_default();
        has(nth(index)) || has(-nth(length - 1 - index))
    }

    /// Returns the index of the week of a day, and how many weeks its year has. A week belongs to the year that has at
    /// least four days of it.
    fn week_of(&self, day: NaiveDate) -> (u32, u32) {
        let middle = |day: NaiveDate| {
            let start = day.checked_sub_days(self.days_into_week(day));
            start.and_then(|start| start.checked_add_days(Days::new(3))).unwrap_or(day)
        };
        let own = middle(day);
        // The last week of every year has the 28th of December.
        let last = NaiveDate::from_ymd_opt(own.year(), 12, 28).map_or(own, middle);
        (own.ordinal0() / 7, last.ordinal0() / 7 + 1)
    }

    /// Returns the times of day of a period.
    fn day_times(&self, first: NaiveDateTime, period: NaiveDateTime) -> DayTimes {
        let part = |part: &Numbers, is_fixed: bool, fixed: u32, usual: u32| {
            if is_fixed { vec![fixed] } else { part.or(usual) }
        };
        let shorter = |than: Frequency| self.frequency <= than;
        DayTimes {
            hours: part(&self.hours, shorter(Frequency::Hourly), period.hour(), first.hour()),
            minutes: part(
                &self.minutes,
                shorter(Frequency::Minutely),
                period.minute(),
                first.minute(),
            ),
            seconds: part(
                &self.seconds,
                shorter(Frequency::Secondly),
                period.second(),
                first.second(),
            ),
        }
    }

    /// Returns the positions that BYSETPOS chooses from a number of occurrences.
    fn positions_in(&self, all: usize) -> Vec<usize> {
        let position = |number: &i32| {
            let distance = usize::try_from(number.unsigned_abs()).ok()?;
            if *number > 0 { Some(distance - 1) } else { all.checked_sub(distance) }
        };
        let positions = self.positions.0.iter().filter_map(position);
        let mut positions: Vec<usize> = positions.filter(|position| *position < all).collect();
        positions.sort_unstable();
        positions.dedup();
        positions
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
            ("FREQ=WEEKLY;BYDAY=Wed,1Sunday", "FREQ=WEEKLY;BYDAY=WE,SU"),
            ("FREQ=WEEKLY;INTERVAL=;COUNT=;WKST=;BYDAY=", "FREQ=WEEKLY"),
            (" freq=weekly ; byday= TH ", "FREQ=WEEKLY;BYDAY=TH"),
            ("FREQ=DAILY;X-NAME=a;BYMONTH=", "FREQ=DAILY"),
            ("RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT", "FREQ=DAILY"),
        ] {
            assert_eq!(days(odd, first, first, until), days(meant, first, first, until), "{odd}");
        }
    }

    #[test]
    fn weekdays_with_and_without_a_number_are_united() {
        assert_eq!(
            days(
                "FREQ=MONTHLY;BYDAY=SA,3WE,-1MO", "2026-12-05T10:00:00", "2026-12-05T00:00:00",
                "2027-01-01T00:00:00"
            ),
            ["2026-12-05", "2026-12-12", "2026-12-16", "2026-12-19", "2026-12-26", "2026-12-28"]
        );
    }

    /// Week 1 of 2027 begins on 4 January if weeks begin on Monday, and on 3 January if they begin on Sunday.
    #[test]
    fn weeks_of_the_year_depend_on_the_start_of_the_week() {
        for (start_of_week, expected) in [("MO", "2027-01-10"), ("SU", "2027-01-03")] {
            let rule = format!("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST={start_of_week}");
            let all =
                days(&rule, "2026-12-06T10:00:00", "2027-01-01T00:00:00", "2027-12-01T00:00:00");
            assert_eq!(all, [expected], "{rule}");
        }
        // Without a weekday, it is that of the first occurrence.
        let rule = "FREQ=YEARLY;BYWEEKNO=20";
        let all = days(rule, "2026-05-13T10:00:00", "2026-05-01T00:00:00", "2027-12-01T00:00:00");
        assert_eq!(all, ["2026-05-13", "2027-05-19"]);
    }

    #[test]
    fn positions_are_counted_in_the_whole_period() {
        let times = |rule: &str, first: &str| days(rule, first, first, "2026-12-20T00:00:00");
        let rule = "FREQ=WEEKLY;BYDAY=MO,TH,FR;BYSETPOS=1,-1";
        assert_eq!(
            times(rule, "2026-12-03T10:00:00"),
            ["2026-12-04", "2026-12-07", "2026-12-11", "2026-12-14", "2026-12-18"]
        );
    }

    /// Each would take hours or gigabytes if it were written out.
    #[test]
    fn no_rule_takes_more_than_its_budget() {
        let list = |last: u32| (0..=last).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
        let every_second =
            format!("BYHOUR={};BYMINUTE={};BYSECOND={}", list(23), list(59), list(59));
        let (first, from) = (local("2000-01-01T00:00:00"), local("2027-01-01T00:00:00"));
        let until = local("2027-03-01T00:00:00");
        for rule in [
            format!("FREQ=YEARLY;{every_second}"),
            format!("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;{every_second}"),
            format!("FREQ=YEARLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR,SA,SU;{every_second}"),
            "FREQ=SECONDLY".to_owned(),
            "FREQ=SECONDLY;COUNT=4000000000".to_owned(),
            "FREQ=SECONDLY;INTERVAL=4000000000;COUNT=99999999999".to_owned(),
            "FREQ=YEARLY;INTERVAL=4294967295;BYMONTHDAY=31;BYMONTH=2".to_owned(),
            format!("FREQ=YEARLY;BYSETPOS={}", "1,2,".repeat(50_000)),
        ] {
            let rule = Recurrence::parse(&rule).unwrap();
            let mut budget = ExpansionBudget::default();
            let times = rule.local_times(first, from, until, &mut budget);
            assert!(times.is_ok_and(|times| times.len() < 5) || budget.0 < 7_600_000, "{rule:?}");
        }
    }

    #[test]
    fn expansion_stops_when_the_budget_is_spent() {
        let first = local("2000-01-01T00:00:00");
        let until = local("2027-01-01T00:00:00");
        for rule in ["FREQ=SECONDLY", "FREQ=DAILY;COUNT=9999", "FREQ=YEARLY;BYWEEKNO=53"] {
            let rule = Recurrence::parse(rule).unwrap();
            let mut patience = ExpansionBudget(1000);
            assert_eq!(
                rule.local_times(first, first, until, &mut patience),
                Err(RecurrenceError::TooOften)
            );
        }
    }
}
