//! Time axes of charts: positions of days and tick labels.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use crate::domain::dates::{self, Today};
use crate::domain::goal::GoalHistory;
use crate::domain::progress::ProgressReport;

/// A time axis; both days are part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub week_starts: Weekday,
}

/// Days of the shortest axis.
const MIN_DAYS: u64 = 14;

/// Possible distances between tick labels, in months.
const TICK_MONTHS: [u32; 9] = [1, 2, 3, 6, 12, 24, 60, 120, 600];

impl Axis {
    /// Returns the axis of a report: the part of the period that has data, and as much of the time after it as the targets
    /// of open goals need, up to half of the whole.
    pub fn for_report(progress: &ProgressReport) -> Axis {
        let period = progress.period;
        let entries = progress.goal_histories().flat_map(|history| &history.entries);
        let entries = entries.map(|entry| entry.on);
        let ratings = progress.skills.iter().flat_map(|history| &history.ratings);
        let ratings = ratings.map(|rating| rating.on);
        let wins = progress.wins.iter().map(|win| win.on);
        let meetings = progress.checkins_by_day().into_iter().map(|(day, _)| day);
        let seen = entries.chain(ratings).chain(wins).chain(meetings);
        let first = seen.filter(|day| *day <= period.last_day).min();
        let until = period.last_day;
        let latest = until.checked_sub_days(Days::new(MIN_DAYS)).unwrap_or(until);
        let from = first.unwrap_or(latest).max(period.first_day).min(latest);
        let half = u64::try_from((until - from).num_days() / 2).unwrap_or_default();
        let horizon = until.checked_add_days(Days::new(half)).unwrap_or(until);
        let targets = progress.open.iter().filter_map(|history| history.goal.target);
        let target = targets.filter(|day| *day <= horizon).max();
        Axis {
            from,
            until: target.unwrap_or(until).max(until),
            week_starts: progress.style.week_starts,
        }
    }

    /// Returns the position of a day, from 0 to 1; `None`: it is not on the axis.
    pub fn position(&self, day: NaiveDate) -> Option<f64> {
        let whole = (self.until - self.from).num_days().max(1);
        #[expect(clippy::cast_precision_loss, reason = "days of some centuries")]
        let share = (day - self.from).num_days() as f64 / whole as f64;
        (0.0..=1.0).contains(&share).then_some(share)
    }

    /// Spreads the days evenly over the columns, from the first to the last.
    pub fn days(&self, columns: usize) -> Vec<NaiveDate> {
        let whole = (self.until - self.from).num_days();
        let last = i64::try_from(columns).unwrap_or(i64::MAX).max(2) - 1;
        let day = |at: i64| self.from + TimeDelta::days(whole * at / last);
        (0..=last).map(day).collect()
    }

    /// Chooses at most `most` tick labels: the first days of weeks, of every second week, of months or of years.
    pub fn tick_labels(&self, most: usize) -> Vec<(NaiveDate, String)> {
        let weeks = self.first_days_of_weeks();
        let fit = (1..=2).find(|step| weeks.len().div_ceil(*step) <= most);
        if let Some(step) = fit {
            let named = weeks.into_iter().step_by(step);
            return named.map(|day| (day, day.format("%-d %b").to_string())).collect();
        }
        let months = TICK_MONTHS.iter().map(|months| self.firsts(*months));
        let named = months.into_iter().find(|days| days.len() <= most);
        let named = named.unwrap_or_default();
        let name = |day: NaiveDate| match day.month() {
            1 => day.format("%Y").to_string(),
            _ => day.format("%b").to_string(),
        };
        named.into_iter().map(|day| (day, name(day))).collect()
    }

    fn first_days_of_weeks(&self) -> Vec<NaiveDate> {
        let wait = self.week_starts.days_since(self.from.weekday());
        let first = self.from.checked_add_days(Days::new(u64::from(wait)));
        let next = |day: &NaiveDate| day.checked_add_days(Days::new(7));
        let all = std::iter::successors(first, next);
        all.take_while(|day| *day <= self.until).take(100).collect()
    }

    /// Returns the first day of every `every`-th month, counted from January.
    fn firsts(&self, every: u32) -> Vec<NaiveDate> {
        let first = self.from.with_day(1);
        let next = |day: &NaiveDate| day.checked_add_months(Months::new(1));
        let all = std::iter::successors(first, next);
        let all = all.take_while(|day| *day <= self.until);
        let months = |day: &NaiveDate| day.year().unsigned_abs() * 12 + day.month0();
        all.filter(|day| *day >= self.from && months(day).is_multiple_of(every)).collect()
    }
}

/// The course of a value between two entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpolation {
    /// It grows linearly.
    Slope,
    /// It stays the same until the next entry.
    Step,
}

/// A value over time, restricted to an axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeSeries {
    /// The last value before the axis, with which the axis begins.
    pub before: Option<u8>,
    /// Oldest first.
    pub entries: Vec<(NaiveDate, u8)>,
}

impl TimeSeries {
    pub fn for_axis(axis: &Axis, all: impl Iterator<Item = (NaiveDate, u8)>) -> TimeSeries {
        let (before, entries): (Vec<_>, Vec<_>) =
            all.filter(|(day, _)| *day <= axis.until).partition(|(day, _)| *day < axis.from);
        TimeSeries { before: before.last().map(|(_, figure)| *figure), entries }
    }

    pub fn is_empty(&self) -> bool {
        self.before.is_none() && self.entries.is_empty()
    }

    /// Returns the latest value.
    pub fn last(&self) -> Option<u8> {
        let last = self.entries.last().map(|(_, figure)| *figure);
        last.or(self.before)
    }

    /// Returns the value on a day of the axis; `None` before the first entry.
    pub fn value_on(&self, day: NaiveDate, axis: &Axis, course: Interpolation) -> Option<f64> {
        let before = self.before.map(|figure| (axis.from, figure));
        let points = before.into_iter().chain(self.entries.iter().copied());
        let (past, mut coming): (Vec<_>, Vec<_>) = points.partition(|(on, _)| *on <= day);
        let (from, figure) = *past.last()?;
        let figure = f64::from(figure);
        if course == Interpolation::Step || coming.is_empty() {
            return Some(figure);
        }
        let (until, next) = coming.remove(0);
        let days = |from: NaiveDate, until: NaiveDate| {
            let days = i32::try_from((until - from).num_days()).unwrap_or(i32::MAX);
            f64::from(days)
        };
        let share = days(from, day) / days(from, until).max(1.0);
        Some(figure + share * (f64::from(next) - figure))
    }

    /// Lists the entries: `10% on Mon 8 Jun, 25% on Mon 22 Jun`.
    pub fn in_words(&self, unit: &str, today: Today) -> String {
        let before = self.before;
        let before = before.map(|figure| format!("{figure}{unit} at the beginning"));
        let entries = self.entries.iter();
        let entries = entries
            .map(|(day, figure)| format!("{figure}{unit} on {}", dates::format_day(*day, today)));
        before.into_iter().chain(entries).collect::<Vec<_>>().join(", ")
    }
}

/// Returns the earlier targets of a goal, oldest first.
pub fn earlier_targets(history: &GoalHistory) -> impl Iterator<Item = NaiveDate> {
    let from = history.moves.iter().filter_map(|moved| moved.from.as_deref());
    from.filter_map(|text| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::DateStyle;

    fn axis(from: &str, until: &str) -> Axis {
        Axis {
            from: from.parse().unwrap(),
            until: until.parse().unwrap(),
            week_starts: Weekday::Mon,
        }
    }

    fn tick_labels(from: &str, until: &str, most: usize) -> String {
        let named = axis(from, until).tick_labels(most).into_iter();
        named.map(|(_, name)| name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tick_labels_are_as_dense_as_they_fit() {
        assert_eq!(tick_labels("2026-12-01", "2026-12-31", 6), "7 Dec 14 Dec 21 Dec 28 Dec");
        assert_eq!(tick_labels("2026-10-15", "2027-03-15", 6), "Nov Dec 2027 Feb Mar");
        assert_eq!(tick_labels("2026-01-15", "2027-03-15", 6), "Apr Jul Oct 2027");
        assert_eq!(tick_labels("2020-01-15", "2030-03-15", 6), "2022 2024 2026 2028 2030");
    }

    #[test]
    fn a_day_outside_the_axis_has_no_position() {
        let axis = axis("2026-12-01", "2026-12-11");
        let at = |day: &str| axis.position(day.parse().unwrap());
        assert_eq!(at("2026-12-06"), Some(0.5));
        assert_eq!(at("2026-11-30"), None);
        assert_eq!(at("2026-12-12"), None);
    }

    #[test]
    fn earlier_values_apply_at_the_start_of_the_axis() {
        let axis = axis("2026-12-01", "2026-12-31");
        let on = |day: &str| day.parse::<NaiveDate>().unwrap();
        let all = [(on("2026-11-01"), 10), (on("2026-11-10"), 20), (on("2026-12-10"), 30)];
        let figures = TimeSeries::for_axis(&axis, all.into_iter());
        assert_eq!(
            figures.in_words("%", DateStyle::USUAL.today(on("2026-12-31"))),
            "20% at the beginning, 30% on Thu 10 Dec"
        );
    }
}
