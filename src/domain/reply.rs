//! The reply clock: working days of whoever answers, in their zone, paused on the days they are away.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::domain::away::Away;
use crate::domain::length::{Span, Unit};
use crate::domain::person::Person;
use crate::domain::question::Question;
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};

/// Whose days are counted.
#[derive(Clone, Debug)]
pub struct Clock<'a> {
    pub week: &'a WorkWeek,
    pub zone: Tz,
    pub aways: Vec<&'a Away>,
}

impl<'a> Clock<'a> {
    /// Of a person, with those of `aways` that are theirs.
    pub fn of(
        person: &'a crate::domain::record::Record<Person>,
        aways: &'a [crate::domain::record::Record<Away>],
    ) -> Self {
        let own = aways.iter().filter(|away| away.person == person.id);
        Clock {
            week: &person.week,
            zone: person.zone,
            aways: own.map(|away| &away.it).collect(),
        }
    }

    fn runs_on(&self, day: NaiveDate) -> bool {
        self.week.is_working_day(day) && !self.aways.iter().any(|away| away.covers(day))
    }

    /// The last day for an answer to what was asked at `asked`: so many days of the clock later. Hours count as the
    /// working days they begin: within 24 hours is by the end of the next one.
    pub fn last_day(&self, asked: DateTime<Utc>, within: Span) -> NaiveDate {
        self.last_day_from(asked.with_timezone(&self.zone).date_naive(), within)
    }

    /// The last day for an answer to what was said on a day.
    pub fn last_day_from(&self, day: NaiveDate, within: Span) -> NaiveDate {
        let mut left = match within.unit {
            Unit::Hours => within.count.div_ceil(24),
            Unit::WorkingDays => within.count,
            Unit::Days | Unit::Weeks | Unit::Months | Unit::Years => {
                return self.calendar_days(day, within);
            }
        };
        let mut at = day;
        while left > 0 {
            let Some(next) = at.succ_opt() else { return at };
            at = next;
            if self.runs_on(at) {
                left -= 1;
            }
        }
        at
    }

    /// Days that are not working days count too, days away do not.
    fn calendar_days(&self, day: NaiveDate, within: Span) -> NaiveDate {
        let mut last = within.add_to(day, self.week).unwrap_or(day);
        let mut at = day;
        while at < last {
            let Some(next) = at.succ_opt() else { break };
            at = next;
            if self.aways.iter().any(|away| away.covers(at)) {
                last = last.checked_add_days(Days::new(1)).unwrap_or(last);
            }
        }
        last
    }

    /// How many working days passed between two moments, by the working hours: from Friday 16:00 to Monday 10:00 it is
    /// two of eight hours, 0.25 days.
    pub fn days_between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> f64 {
        let (first, last) = (
            from.with_timezone(&self.zone),
            until.with_timezone(&self.zone),
        );
        let day_length = minutes(self.week.until - self.week.from);
        if day_length <= 0.0 || until <= from {
            return 0.0;
        }
        let days = first.date_naive().iter_days();
        let days = days.take_while(|day| *day <= last.date_naive());
        let worked = days.filter(|day| self.runs_on(*day)).map(|day| {
            let at = |time: NaiveTime| zone::wall_clock(day.and_time(time), self.zone);
            let begins = at(self.week.from).max(from);
            let ends = at(self.week.until).min(until);
            minutes(ends - begins).max(0.0)
        });
        worked.sum::<f64>() / day_length
    }

    /// Whether an answer kept the promise to reply within `within`; none: there is still time.
    ///
    /// Saying in time when the answer will come keeps it too, if the answer then comes by that day: a reply that ends the
    /// waiting is a reply.
    pub fn kept(&self, question: &Question, within: Span, today: NaiveDate) -> Option<bool> {
        let last = self.last_day(question.asked_at, within);
        let day_of = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        let was_told = question.seen_at.is_some_and(|at| day_of(at) <= last);
        let last = question
            .answer_by
            .filter(|_| was_told)
            .map_or(last, |by| by.max(last));
        match question.answered_at {
            Some(at) => Some(day_of(at) <= last),
            None => (today > last).then_some(false),
        }
    }
}

fn minutes(length: chrono::TimeDelta) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "minutes of some years")]
    let minutes = length.num_minutes() as f64;
    minutes
}

/// The middle of some figures; none of none.
pub fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    match figures.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(figures[middle]),
        _ => Some(f64::midpoint(figures[middle - 1], figures[middle])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Side;
    use crate::domain::sample;
    use crate::domain::sample::{at, on};

    const LONDON: Tz = Tz::Europe__London;

    fn span(text: &str) -> Span {
        Span::parse(text).unwrap()
    }

    #[test]
    fn a_weekend_and_days_away_do_not_count() {
        let week = WorkWeek::parse("mon-fri", "09:00-17:00").unwrap();
        let free = Clock {
            week: &week,
            zone: LONDON,
            aways: vec![],
        };
        let friday = at("2026-12-04T16:00:00Z");
        assert_eq!(
            free.last_day(friday, span("2 working days")),
            on("2026-12-08")
        );
        assert_eq!(free.last_day(friday, span("24h")), on("2026-12-07"));
        let leave = sample::away(1, "2026-12-07", "2026-12-11");
        let away = Clock {
            aways: vec![&leave],
            ..free
        };
        assert_eq!(
            away.last_day(friday, span("2 working days")),
            on("2026-12-15")
        );
        assert_eq!(away.last_day(friday, span("1 week")), on("2026-12-16"));
    }

    #[test]
    fn an_answer_in_time_keeps_the_promise_and_so_does_one_by_the_day_that_was_said_in_time() {
        let week = WorkWeek::parse("mon-fri", "09:00-17:00").unwrap();
        let clock = Clock {
            week: &week,
            zone: LONDON,
            aways: vec![],
        };
        let within = span("2 working days");
        let mut question = sample::question(Side::Mentee, "2026-12-01T09:00:00Z").it;
        assert_eq!(clock.kept(&question, within, on("2026-12-03")), None);
        assert_eq!(clock.kept(&question, within, on("2026-12-04")), Some(false));
        question.answered_at = Some(at("2026-12-08T09:00:00Z"));
        assert_eq!(clock.kept(&question, within, on("2026-12-09")), Some(false));
        question.answer_by = Some(on("2026-12-08"));
        question.seen_at = Some(at("2026-12-02T09:00:00Z"));
        assert_eq!(clock.kept(&question, within, on("2026-12-09")), Some(true));
        question.seen_at = Some(at("2026-12-04T09:00:00Z"));
        assert_eq!(
            clock.kept(&question, within, on("2026-12-09")),
            Some(false),
            "it was said too late"
        );
    }

    #[test]
    fn the_time_taken_is_counted_in_working_hours() {
        let week = WorkWeek::parse("mon-fri", "09:00-17:00").unwrap();
        let clock = Clock {
            week: &week,
            zone: LONDON,
            aways: vec![],
        };
        let taken = clock.days_between(at("2026-12-04T16:00:00Z"), at("2026-12-07T10:00:00Z"));
        assert!((taken - 0.25).abs() < 1e-9, "{taken}");
        let weekend = clock.days_between(at("2026-12-05T10:00:00Z"), at("2026-12-06T10:00:00Z"));
        assert!(weekend.abs() < 1e-9, "{weekend}");
    }

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0]), Some(2.5));
        assert_eq!(median(vec![]), None);
    }
}
