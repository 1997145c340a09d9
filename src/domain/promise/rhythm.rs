//! Rhythms that count from the last occasion, for calls and reviews.

use chrono::NaiveDate;

use crate::domain::length::{Span, Unit};
use crate::domain::pair_history::{Excuses, PairHistory};
use crate::domain::person::Side;
use crate::domain::promise::Period;
use crate::domain::workweek::WorkWeek;

/// A rhythm of a pair, which may change from day to day.
pub struct Rhythm<'h, 'a> {
    pub history: &'h PairHistory<'a>,
    /// Returns the span agreed for a day. `None`: there was no such rhythm.
    pub span_on: &'h dyn Fn(NaiveDate) -> Option<Span>,
}

/// How often a rhythm was kept in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RhythmCounts {
    pub kept: u32,
    pub of: u32,
    /// How many of the kept occasions came after their own deadline.
    pub late: u32,
    /// Active days between consecutive occasions, in total.
    pub days: i64,
    /// The number of intervals that `days` covers.
    pub gaps: u32,
}

/// The point from which the deadlines of a period are counted.
#[derive(Clone, Copy, Debug)]
pub enum Start {
    /// The last occasion before the period.
    Last(NaiveDate),
    /// The day by which the first occasion is due, if there was none before. If the first occasion is earlier, the
    /// following deadlines are counted from it.
    Due(Option<NaiveDate>),
}

/// Days after which the search for an active day gives up.
const MAX_DAYS: usize = 3_660;

/// Limit for the deadlines of a rhythm, so that damaged spans can't cause an endless loop.
const MAX_WINDOWS: usize = 10_000;

impl Rhythm<'_, '_> {
    /// Returns the day by which the next occasion after `from` is due: one span later, counted in active days. If the
    /// rhythm changes in between, the later of both days applies; if it is agreed only later, the span starts then.
    /// `None`: there is no deadline.
    pub fn next_after(&self, from: NaiveDate) -> Option<NaiveDate> {
        let from = match (self.span_on)(from) {
            Some(_) => from,
            None => self
                .history
                .renewals(from, NaiveDate::MAX)
                .find(|day| (self.span_on)(*day).is_some())?,
        };
        let mut due = self.due_after(from, (self.span_on)(from)?)?;
        for day in self.history.renewals(from, NaiveDate::MAX) {
            if let Some(span) = (self.span_on)(day).filter(|_| day <= due) {
                due = due.max(self.due_after(from, span)?);
            }
        }
        Some(due)
    }

    /// Returns the day that lies a span of active days after `from`.
    fn due_after(&self, from: NaiveDate, span: Span) -> Option<NaiveDate> {
        let is_in_working_days = span.unit == Unit::WorkingDays;
        let days = if is_in_working_days {
            i64::from(span.count)
        } else {
            (span.add_to(from, &WorkWeek::default())? - from).num_days()
        };
        let days = usize::try_from(days).ok()?.max(1);
        let horizon = self.history.horizon();
        let is_counted = |day: NaiveDate| {
            let is_working_day = |side: &Side| self.history.is_working_day(*side, day);
            !is_in_working_days || Side::ALL.iter().all(is_working_day)
        };
        let last_day_with = |excuses: &Excuses<'_>| {
            let ahead = from.iter_days().skip(1).take(MAX_DAYS);
            let ahead = ahead.take_while(|day| horizon.is_none_or(|last| *day <= last));
            let is_active = |day: &NaiveDate| {
                (self.span_on)(*day).is_some() && !excuses.cover(*day) && is_counted(*day)
            };
            ahead.filter(is_active).nth(days - 1)
        };
        let ends = |day| self.history.end_of_pair_day(day);
        self.history.deadline(Side::ALL, last_day_with, ends).0
    }

    /// Counts the occasions `held` in the period, in order, against the windows of the rhythm.
    ///
    /// Each occasion fills the earliest open window that is still unfilled. It is late if it came after its own
    /// deadline, which is counted from the occasion before. An unfilled window counts if a later occasion was held,
    /// or once both its own deadline and the one counted from the last occasion have passed.
    pub fn count(&self, start: Start, held: &[NaiveDate], period: Period) -> RhythmCounts {
        let mut counts = RhythmCounts::default();
        let mut windows: Vec<Window> = self.windows(start, held.first().copied(), period);
        let (mut last, mut due) = match start {
            Start::Last(last) => (Some(last), self.next_after(last)),
            Start::Due(due) => (None, due),
        };
        for day in held {
            if let Some(before) = last {
                counts.days += self.active_days(before, *day);
                counts.gaps += 1;
            }
            // An occasion after the last day of the agreement fills no window.
            let is_in_force = !self.history.is_over_on(*day);
            let is_open = |window: &&mut Window| !window.is_filled && window.opens < *day;
            if let Some(window) = windows.iter_mut().find(|window| is_in_force && is_open(window)) {
                window.is_filled = true;
                counts.kept += 1;
                counts.late += u32::from(due.is_some_and(|due| *day > due));
            }
            last = Some(*day);
            due = self.next_after(*day);
        }
        let has_passed = |day: NaiveDate| self.history.end_of_pair_day(day) <= period.until;
        let is_overdue = due.is_some_and(has_passed);
        let last_held = held.last().copied().unwrap_or(NaiveDate::MIN);
        let counted = windows.iter().filter(|window| {
            window.is_filled || window.due <= last_held || is_overdue && has_passed(window.due)
        });
        counts.of = u32::try_from(counted.count()).unwrap_or(u32::MAX);
        counts
    }

    /// Returns how many of the days after `from`, up to `until`, were active.
    fn active_days(&self, from: NaiveDate, until: NaiveDate) -> i64 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= until);
        let is_excused = |day: &NaiveDate| {
            let ends = self.history.end_of_pair_day(*day);
            self.history.is_excused(*day, ends)
        };
        let active = days.filter(|day| !is_excused(day)).count();
        i64::try_from(active).unwrap_or(i64::MAX)
    }

    /// Returns the windows with a deadline in the period, and the next one after it, which an early occasion may fill.
    /// `first_held` is the first occasion in the period.
    fn windows(&self, start: Start, first_held: Option<NaiveDate>, period: Period) -> Vec<Window> {
        let first = match start {
            Start::Last(last) => self.next_after(last).map(|day| (last, day)),
            Start::Due(due) => {
                let earliest = due.into_iter().chain(first_held).min();
                earliest.map(|day| (NaiveDate::MIN, day))
            }
        };
        let following =
            std::iter::successors(first, |(_, day)| self.next_after(*day).map(|next| (*day, next)));
        let mut is_last = false;
        let windows = following.take(MAX_WINDOWS).map_while(|(opens, due)| {
            if is_last {
                return None;
            }
            is_last = self.history.end_of_pair_day(due) > period.until;
            Some(Window { opens, due, is_filled: false })
        });
        let ends_before =
            |window: &Window| self.history.end_of_pair_day(window.due) <= period.since;
        windows.skip_while(ends_before).collect()
    }
}

/// Returns the first day from `from` on that satisfies `is_agreed` and is active.
pub fn first_active_day(
    history: &PairHistory<'_>,
    from: NaiveDate,
    is_agreed: &dyn Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let last_day_with = |excuses: &Excuses<'_>| {
        let mut days = from.iter_days().take(MAX_DAYS);
        days.find(|day| is_agreed(*day) && !excuses.cover(*day))
    };
    let ends = |day| history.end_of_pair_day(day);
    history.deadline(Side::ALL, last_day_with, ends).0
}

/// The days within which a rhythm expects one occasion.
#[derive(Clone, Copy, Debug)]
struct Window {
    /// The deadline before; an occasion after that day may fill this window.
    opens: NaiveDate,
    /// The deadline.
    due: NaiveDate,
    is_filled: bool,
}
