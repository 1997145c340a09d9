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
    pub span_on: fn(&PairHistory<'_>, NaiveDate) -> Option<Span>,
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

/// The course of a rhythm from its first day on, whatever the period.
///
/// It is counted from report to report, each time by what was known at the end of that report. What one has counted is
/// settled, so that consecutive reports add up, even if the agreement was renewed or a day away was entered later.
pub struct RhythmCourse<'h, 'a> {
    pub rhythm: Rhythm<'h, 'a>,
    /// Returns the day by which the first occasion is due.
    pub first_due: fn(&PairHistory<'_>) -> Option<NaiveDate>,
    /// All occasions until the end of the period, oldest first.
    pub held: Vec<RhythmOccasion>,
    /// The ends of earlier reports, oldest first.
    pub reports: &'h [DateTime<Utc>],
}

/// Days after which the search for an active day gives up.
const MAX_DAYS: usize = 3_660;

/// Limit for the deadlines of a rhythm, so that damaged spans can't cause an endless loop.
const MAX_PLACES: usize = 10_000;

impl Rhythm<'_, '_> {
    fn span_on(&self, day: NaiveDate) -> Option<Span> {
        (self.span_on)(self.history, day)
    }

    /// Returns the day by which the next occasion after `from` is due: one span later, counted in active days. If the
    /// rhythm changes in between, the later of both days applies; if it is agreed only later, the span starts then.
    /// `None`: there is no deadline.
    pub fn next_after(&self, from: NaiveDate) -> Option<NaiveDate> {
        let from = match self.span_on(from) {
            Some(_) => from,
            None => self
                .history
                .renewals(from, NaiveDate::MAX)
                .find(|day| self.span_on(*day).is_some())?,
        };
        let mut due = self.due_after(from, self.span_on(from)?)?;
        for day in self.history.renewals(from, NaiveDate::MAX) {
            if let Some(span) = self.span_on(day).filter(|_| day <= due) {
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
                self.span_on(*day).is_some() && !excuses.cover(*day) && is_counted(*day)
            };
            ahead.filter(is_active).nth(days - 1)
        };
        let ends = |day| self.history.end_of_pair_day(day);
        self.history.deadline(Side::ALL, last_day_with, ends).0
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
}

impl<'a> RhythmCourse<'_, 'a> {
    /// Counts the occasions of a period against the places of the rhythm, the days by which one is expected.
    ///
    /// Each occasion fills the earliest open place that is still free. It is late if it came after its own deadline,
    /// which is counted from the occasion before. A free place is missed if a later occasion was held, or once both its
    /// own day and the deadline counted from the last occasion have passed. A place that a report counted as missed
    /// stays missed: a later occasion fills the next one.
    pub fn count_places(&self, period: Period) -> RhythmCounts {
        let mut counts = RhythmCounts::default();
        let mut held = self.held.iter().peekable();
        // The deadline of the last place that was filled or missed, and the day of the last occasion.
        let (mut settled, mut last) = (None, None);
        for interval in self.intervals(period) {
            let rhythm = self.rhythm_in(&interval);
            let due_after = |last: Option<NaiveDate>| self.next_due(&rhythm, last);
            let mut places = self.places(&rhythm, settled, interval.until).peekable();
            while let Some(RhythmOccasion { at, day }) =
                held.next_if(|one| one.at <= interval.until)
            {
                // An occasion after the last day of the agreement fills no place.
                let is_in_force = !interval.history.is_over_on(*day);
                let place = places.next_if(|place| is_in_force && place.opens < *day);
                if period.contains(*at) {
                    if let Some(before) = last {
                        counts.days += rhythm.active_days(before, *day);
                        counts.gaps += 1;
                    }
                    if place.is_some() {
                        counts.kept += 1;
                        counts.late += u32::from(due_after(last).is_some_and(|due| *day > due));
                    }
                }
                settled = place.map(|place| place.due).or(settled);
                last = Some(*day);
            }
            let has_passed = |place: &Place| interval.has_passed(place.due);
            let is_overdue = || due_after(last).is_some_and(|due| interval.has_passed(due));
            let is_passed_over = |place: &Place| last.is_some_and(|last| place.due <= last);
            let mut missed = Vec::new();
            missed.extend(std::iter::from_fn(|| places.next_if(is_passed_over)));
            if places.peek().is_some_and(has_passed) && is_overdue() {
                missed.extend(std::iter::from_fn(|| places.next_if(has_passed)));
            }
            settled = missed.last().map(|place| place.due).or(settled);
            if period.contains(interval.until) {
                counts.of += count(missed.len());
            }
        }
        counts.of += counts.kept;
        counts
    }

    /// Counts the deadlines of a period. An occasion after its deadline keeps none, but sets the next one.
    pub fn count_deadlines(&self, period: Period) -> RhythmCounts {
        let mut counts = RhythmCounts::default();
        let mut held = self.held.iter().peekable();
        // The day from which the next deadline is counted, the last one that was kept or missed, and whether it was
        // missed.
        let (mut last, mut settled, mut is_missed) = (None, NaiveDate::MIN, false);
        for interval in self.intervals(period) {
            let rhythm = self.rhythm_in(&interval);
            for _ in 0..MAX_PLACES {
                let next = self.next_due(&rhythm, last);
                let is_before = |one: &RhythmOccasion| next.is_none_or(|due| one.day <= due);
                if let Some(RhythmOccasion { at, day }) =
                    held.next_if(|one| one.at <= interval.until && is_before(one))
                {
                    let is_counted = u32::from(period.contains(*at));
                    match next {
                        Some(_) if is_missed => counts.late += is_counted,
                        Some(due) if *day > settled => {
                            counts.kept += is_counted;
                            settled = due;
                        }
                        // It is early, or none was agreed.
                        _ => {}
                    }
                    (last, is_missed) = (Some(*day), false);
                    continue;
                }
                let Some(due) = next.filter(|due| interval.has_passed(*due)) else { break };
                let passes = interval.history.end_of_pair_day(due);
                counts.of += u32::from(period.contains(passes));
                (last, settled, is_missed) = (Some(due), due, true);
            }
        }
        counts.of += counts.kept;
        counts
    }

    /// Returns the parts of the time until the end of the period. A report that starts on any other day than that of a
    /// review belongs to the one that ends next.
    fn intervals(&self, period: Period) -> Vec<ReportInterval<'a>> {
        let reports = self.reports.iter().copied().filter(|end| *end < period.until);
        let mut ends: Vec<DateTime<Utc>> = reports.chain([period.since, period.until]).collect();
        ends.sort_unstable();
        let interval = |until| {
            let next = self.reports.partition_point(|end| *end < until);
            let report = self.reports.get(next).filter(|end| **end < period.until);
            let history = match report {
                Some(end) => self.rhythm.history.known_at(*end),
                None => self.rhythm.history.clone(),
            };
            ReportInterval { until, history }
        };
        ends.into_iter().map(interval).collect()
    }

    /// Returns the rhythm as it was known in an interval.
    fn rhythm_in<'h>(&self, interval: &'h ReportInterval<'a>) -> Rhythm<'h, 'a> {
        Rhythm { history: &interval.history, span_on: self.rhythm.span_on }
    }

    /// Returns the day by which the occasion after the last one is due.
    fn next_due(&self, rhythm: &Rhythm<'_, 'a>, last: Option<NaiveDate>) -> Option<NaiveDate> {
        match last {
            Some(last) => rhythm.next_after(last),
            None => (self.first_due)(rhythm.history),
        }
    }

    /// Returns the places after the last settled one, whose deadline is `settled`. If the first occasion is held before
    /// it is due, the places are counted from it.
    fn places(
        &self,
        rhythm: &Rhythm<'_, 'a>,
        settled: Option<NaiveDate>,
        until: DateTime<Utc>,
    ) -> impl Iterator<Item = Place> {
        let first_held = self.held.first().filter(|one| one.at <= until).map(|one| one.day);
        let next = |opens| Some(Place { opens, due: rhythm.next_after(opens)? });
        let first = if let Some(opens) = settled {
            next(opens)
        } else {
            let due = (self.first_due)(rhythm.history).into_iter().chain(first_held).min();
            due.map(|due| Place { opens: NaiveDate::MIN, due })
        };
        std::iter::successors(first, move |place| next(place.due)).take(MAX_PLACES)
    }
}

/// The time up to the end of a report.
struct ReportInterval<'a> {
    until: DateTime<Utc>,
    /// What was known at the end of the report.
    history: PairHistory<'a>,
}

impl ReportInterval<'_> {
    /// Whether a day had ended for both sides.
    fn has_passed(&self, day: NaiveDate) -> bool {
        self.history.end_of_pair_day(day) <= self.until
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
