//! Rhythms that count from the last occasion, for calls and reviews.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::length::{Span, Unit};
use crate::domain::pair_history::{Excuses, PairHistory};
use crate::domain::person::Side;
use crate::domain::promise::{Period, count};
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
    /// How many occasions came after their own deadline.
    pub late: u32,
    /// Active days between consecutive occasions, in total.
    pub days: i64,
    /// The number of intervals that `days` covers.
    pub gaps: u32,
}

/// One occasion on which a rhythm was kept: a call or a review.
#[derive(Clone, Copy, Debug)]
pub struct RhythmOccasion {
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
}

/// The course of a rhythm from its first day on, whatever the period, so that consecutive periods add up.
#[derive(Clone, Debug)]
pub struct RhythmCourse {
    /// The day by which the first occasion is due.
    pub first_due: Option<NaiveDate>,
    /// All occasions until the end of the period, oldest first.
    pub held: Vec<RhythmOccasion>,
    /// The ends of earlier reports, oldest first.
    pub closings: Vec<DateTime<Utc>>,
}

/// Days after which the search for an active day gives up.
const MAX_DAYS: usize = 3_660;

/// Limit for the deadlines of a rhythm, so that damaged spans can't cause an endless loop.
const MAX_PLACES: usize = 10_000;

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

    /// Counts the occasions of a period against the places of the rhythm, the days by which one is expected.
    ///
    /// Each occasion fills the earliest open place that is still free. It is late if it came after its own deadline,
    /// which is counted from the occasion before. A free place is missed if a later occasion was held, or once both its
    /// own day and the deadline counted from the last occasion have passed. A place that a report counted as missed
    /// stays missed: a later occasion fills the next one.
    pub fn count_places(&self, course: &RhythmCourse, period: Period) -> RhythmCounts {
        let mut counts = RhythmCounts::default();
        let mut free = self.places(course, period);
        let due_after = |last: Option<NaiveDate>| match last {
            Some(last) => self.next_after(last),
            None => course.first_due,
        };
        let mut last = None;
        let mut held = course.held.iter().peekable();
        for closing in course.closings.iter().copied().chain([period.until]) {
            while let Some(RhythmOccasion { at, day }) =
                held.next_if(|occasion| occasion.at <= closing)
            {
                // An occasion after the last day of the agreement fills no place.
                let is_in_force = !self.history.is_over_on(*day);
                let place = free.iter().position(|place| is_in_force && place.opens < *day);
                place.map(|index| free.remove(index));
                if period.contains(*at) {
                    if let Some(before) = last {
                        counts.days += self.active_days(before, *day);
                        counts.gaps += 1;
                    }
                    if place.is_some() {
                        counts.kept += 1;
                        counts.late += u32::from(due_after(last).is_some_and(|due| *day > due));
                    }
                }
                last = Some(*day);
            }
            let has_passed = |day: NaiveDate| self.history.end_of_pair_day(day) <= closing;
            let is_overdue = || due_after(last).is_some_and(has_passed);
            let is_passed_over = |place: &Place| last.is_some_and(|last| place.due <= last);
            let mut missed = free.partition_point(is_passed_over);
            if free.get(missed).is_some_and(|next| has_passed(next.due)) && is_overdue() {
                missed = free.partition_point(|place| has_passed(place.due));
            }
            free.drain(..missed);
            if period.contains(closing) {
                counts.of += count(missed);
            }
        }
        counts.of += counts.kept;
        counts
    }

    /// Counts the deadlines of a period. An occasion after its deadline keeps none, but sets the next one.
    pub fn count_deadlines(&self, course: &RhythmCourse, period: Period) -> RhythmCounts {
        let mut counts = RhythmCounts::default();
        let mut held = course.held.iter().peekable();
        let (mut opens, mut next, mut is_missed) = (NaiveDate::MIN, course.first_due, false);
        for _ in 0..MAX_PLACES {
            let Some(due) = next else { break };
            if let Some(RhythmOccasion { at, day }) = held.next_if(|occasion| occasion.day <= due) {
                let is_counted = period.contains(*at);
                if is_missed {
                    counts.late += u32::from(is_counted);
                } else if *day > opens {
                    counts.kept += u32::from(is_counted);
                    opens = due;
                }
                is_missed = false;
                next = self.next_after(*day);
                continue;
            }
            let passes = self.history.end_of_pair_day(due);
            if passes > period.until {
                break;
            }
            counts.of += u32::from(period.contains(passes));
            (opens, next, is_missed) = (due, self.next_after(due), true);
        }
        counts.of += counts.kept;
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

    /// Returns the places with a deadline until the end of the period, and the next one after it, which an early
    /// occasion may fill. If the first occasion is held before it is due, the places are counted from it.
    fn places(&self, course: &RhythmCourse, period: Period) -> Vec<Place> {
        let first_held = course.held.first().map(|occasion| occasion.day);
        let first = course.first_due.into_iter().chain(first_held).min();
        let first = first.map(|day| (NaiveDate::MIN, day));
        let following =
            std::iter::successors(first, |(_, day)| self.next_after(*day).map(|next| (*day, next)));
        let mut is_last = false;
        let places = following.take(MAX_PLACES).map_while(|(opens, due)| {
            if is_last {
                return None;
            }
            is_last = self.history.end_of_pair_day(due) > period.until;
            Some(Place { opens, due })
        });
        places.collect()
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
struct Place {
    /// The deadline before; an occasion after that day may fill this place.
    opens: NaiveDate,
    /// The deadline.
    due: NaiveDate,
}
