//! Rhythms that are counted from the last time: calls, and reviews.

use chrono::NaiveDate;

use crate::domain::length::{Span, Unit};
use crate::domain::pair_history::{Excuses, PairHistory};
use crate::domain::person::Side;
use crate::domain::promise::Period;
use crate::domain::workweek::WorkWeek;

/// A rhythm of a pair, by the day.
pub struct Rhythm<'h, 'a> {
    pub history: &'h PairHistory<'a>,
    /// The span that was agreed for a day.
    pub span_on: &'h dyn Fn(NaiveDate) -> Option<Span>,
}

/// What became of the times that a rhythm had room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub kept: u32,
    pub of: u32,
    /// Of those kept, how many came after their own deadline.
    pub late: u32,
    /// Active days between the times, and how many of them: for an average.
    pub days: i64,
    pub gaps: u32,
}

/// Where a period is counted from.
#[derive(Clone, Copy, Debug)]
pub enum Start {
    /// The last time before the period.
    Last(NaiveDate),
    /// Where there was no time before: the day by which the first one is due. It sets the pace if it comes earlier.
    Due(Option<NaiveDate>),
}

/// Days after which a rhythm that does not go on is not waited for any more.
const MAX_DAYS: usize = 3_660;

/// No rhythm has more places than this in a lifetime of days; it ends a loop over damaged spans.
const MAX_PLACES: usize = 10_000;

impl Rhythm<'_, '_> {
    /// The day by which the next time should come after `from`: a span of days on which the pair was at it. A rhythm that
    /// changes meanwhile gives the later of both days, one that is agreed only later is counted from then on. `None`:
    /// nothing is agreed for so long.
    pub fn next_after(&self, from: NaiveDate) -> Option<NaiveDate> {
        let from = match (self.span_on)(from) {
            Some(_) => from,
            None => self
                .history
                .renewals(from, NaiveDate::MAX)
                .find(|day| (self.span_on)(*day).is_some())?,
        };
        let mut due = self.next_place(from, (self.span_on)(from)?)?;
        for day in self.history.renewals(from, NaiveDate::MAX) {
            if let Some(span) = (self.span_on)(day).filter(|_| day <= due) {
                due = due.max(self.next_place(from, span)?);
            }
        }
        Some(due)
    }

    fn next_place(&self, from: NaiveDate, span: Span) -> Option<NaiveDate> {
        let is_in_working_days = span.unit == Unit::WorkingDays;
        let days = if is_in_working_days {
            i64::from(span.count)
        } else {
            (span.add_to(from, &WorkWeek::default())? - from).num_days()
        };
        let days = usize::try_from(days).ok()?.max(1);
        let horizon = self.history.horizon();
        let is_worked = |day: NaiveDate| {
            let works = |side: &Side| self.history.is_working_day(*side, day);
            !is_in_working_days || Side::ALL.iter().all(works)
        };
        let reckon = |excuses: &Excuses<'_>| {
            let ahead = from.iter_days().skip(1).take(MAX_DAYS);
            let ahead = ahead.take_while(|day| horizon.is_none_or(|last| *day <= last));
            let is_active = |day: &NaiveDate| {
                (self.span_on)(*day).is_some() && !excuses.cover(*day) && is_worked(*day)
            };
            ahead.filter(is_active).nth(days - 1)
        };
        let ends = |day| self.history.end_of_pair_day(day);
        self.history.deadline(Side::ALL, reckon, ends).0
    }

    /// Counts the times `held` in the period, in order, against the places the rhythm had room for.
    ///
    /// Each fills the earliest place that is still free and whose stretch has begun, at most one; it is late when it came
    /// after its own deadline, counted from the time before. Places that nobody filled count once the deadline that runs
    /// from the last time has passed, or up to the last time that was held.
    pub fn tally(&self, start: Start, held: &[NaiveDate], period: Period) -> Tally {
        let mut tally = Tally::default();
        let mut free: Vec<Place> = self.places(start, held.first().copied(), period);
        let mut due = match start {
            Start::Last(last) => self.next_after(last),
            Start::Due(due) => due,
        };
        let mut last = match start {
            Start::Last(last) => Some(last),
            Start::Due(_) => None,
        };
        for day in held {
            if let Some(before) = last {
                tally.days += self.active_days(before, *day);
                tally.gaps += 1;
            }
            // What is held after the last day of the agreement fills no place of it.
            let is_in_time = !self.history.is_over_on(*day);
            let opened = |one: &&mut Place| !one.is_filled && one.opens < *day;
            if let Some(place) = free.iter_mut().find(|one| is_in_time && opened(one)) {
                place.is_filled = true;
                tally.kept += 1;
                tally.late += u32::from(due.is_some_and(|due| *day > due));
            }
            last = Some(*day);
            due = self.next_after(*day);
        }
        let has_passed = |day: NaiveDate| self.history.end_of_pair_day(day) <= period.until;
        let is_overdue = due.is_some_and(has_passed);
        let last_held = held.last().copied().unwrap_or(NaiveDate::MIN);
        let counted = free.iter().filter(|one| {
            one.is_filled || one.day <= last_held || is_overdue && has_passed(one.day)
        });
        tally.of = u32::try_from(counted.count()).unwrap_or(u32::MAX);
        tally
    }

    /// How many of the days after `from`, up to `until`, did not rest.
    fn active_days(&self, from: NaiveDate, until: NaiveDate) -> i64 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= until);
        let rests = |day: &NaiveDate| {
            let ends = self.history.end_of_pair_day(*day);
            self.history.is_excused(*day, ends)
        };
        let active = days.filter(|day| !rests(day)).count();
        i64::try_from(active).unwrap_or(i64::MAX)
    }

    /// The places that end in the period, and the next one after it, which an early time may fill.
    fn places(&self, start: Start, held: Option<NaiveDate>, period: Period) -> Vec<Place> {
        let first = match start {
            Start::Last(last) => self.next_after(last).map(|day| (last, day)),
            Start::Due(due) => {
                let earliest = due.into_iter().chain(held).min();
                earliest.map(|day| (NaiveDate::MIN, day))
            }
        };
        let following = std::iter::successors(first, |(_, day)| {
            self.next_after(*day).map(|next| (*day, next))
        });
        let mut is_last = false;
        let places = following.take(MAX_PLACES).map_while(|(opens, day)| {
            if is_last {
                return None;
            }
            is_last = self.history.end_of_pair_day(day) > period.until;
            Some(Place {
                opens,
                day,
                is_filled: false,
            })
        });
        let begins_before = |place: &Place| self.history.end_of_pair_day(place.day) <= period.since;
        places.skip_while(begins_before).collect()
    }
}

/// The first day from `from` on that was agreed on and did not rest.
pub fn first_active_day(
    history: &PairHistory<'_>,
    from: NaiveDate,
    is_agreed: &dyn Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let reckon = |excuses: &Excuses<'_>| {
        let mut days = from.iter_days().take(MAX_DAYS);
        days.find(|day| is_agreed(*day) && !excuses.cover(*day))
    };
    let ends = |day| history.end_of_pair_day(day);
    history.deadline(Side::ALL, reckon, ends).0
}

/// One time that a rhythm asks for.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The place before; what is held after that day may fill this one.
    opens: NaiveDate,
    day: NaiveDate,
    is_filled: bool,
}
