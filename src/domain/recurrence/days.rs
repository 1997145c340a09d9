//! Which days of a period fit a rule.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::recurrence::{
    ExpansionBudget, Frequency, MissingDay, Recurrence, RecurrenceError,
};

impl Recurrence {
    /// Returns the days of a period that fit the rule.
    pub(super) fn days_of(
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
            days.extend(self.stand_in(first, length));
        }
        days.dedup();
        Ok(days)
    }

    /// Returns the day that stands in for one that the month does not have. `None`: there is none.
    fn stand_in(&self, first: NaiveDate, days_in_month: usize) -> Option<NaiveDate> {
        let is_missing =
            |day: &i32| usize::try_from(*day).is_ok_and(|number| number > days_in_month);
        let is_in_months = self.frequency >= Frequency::Monthly && self.days.is_empty();
        let month = i32::try_from(first.month()).unwrap_or_default();
        if !is_in_months
            || !self.months.allows(&[month])
            || !self.month_days.0.iter().any(is_missing)
        {
            return None;
        }
        let next = first.checked_add_months(chrono::Months::new(1))?;
        match self.missing_day {
            MissingDay::Omit => None,
            MissingDay::Backward => next.pred_opt(),
            MissingDay::Forward => Some(next),
        }
    }

    /// Whether a day fits every part of the rule that is about days.
    pub(super) fn includes(&self, day: NaiveDate) -> bool {
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

    pub(super) fn days_into_week(&self, day: NaiveDate) -> Days {
        Days::new(u64::from(day.weekday().days_since(self.week_start)))
    }
}
