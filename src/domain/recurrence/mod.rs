//! Recurrence rules (RFC 5545, section 3.3.10) in local time. The caller handles the zone with its gaps and folds, and
//! `UNTIL`, which may be in UTC.
//!
//! A rule is expanded period by period (one year for a yearly rule, and so on), beginning with the period that contains
//! the start of the window. Each period is filtered by its days, then by its times of day.

mod budget;
mod days;
mod parse;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

pub use budget::ExpansionBudget;

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

/// What an occurrence costs. It takes more memory than a step.
const OCCURRENCE_STEPS: usize = 8;

/// Limit for the occurrences of one rule in one window. One every ten minutes for a year is more than an appointment.
const MAX_OCCURRENCES: usize = 60_000;

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

/// What becomes of a day that its month does not have (RFC 7529, section 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MissingDay {
    Omit,
    /// The last day of the month.
    Backward,
    /// The first day of the next month.
    Forward,
}

/// The numbers of a part such as `BYMONTHDAY`, sorted. Empty: the part is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Numbers(Vec<i32>);

impl Numbers {
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
    missing_day: MissingDay,
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
    fn nth(&self, days: &[NaiveDate], position: usize) -> Option<NaiveDateTime> {
        let (day, index) = (position / self.len(), position % self.len());
        let (rest, second) = (index / self.seconds.len(), index % self.seconds.len());
        let (hour, minute) = (rest / self.minutes.len(), rest % self.minutes.len());
        days.get(day)?.and_hms_opt(self.hours[hour], self.minutes[minute], self.seconds[second])
    }
}

impl Recurrence {
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
                let Some(at) = day_times.nth(&days, position).filter(|at| *at <= until) else {
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

/// Returns the two-letter name of a weekday in a recurrence rule, such as `TH`.
pub fn short_name(day: Weekday) -> String {
    day.to_string()[..2].to_uppercase()
}

#[cfg(test)]
mod tests;
