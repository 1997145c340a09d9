//! Answers that are due after so many days of whoever answers: their working days, paused on the days they are away.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::feedback::Feedback;
use crate::domain::length::{Span, Unit};
use crate::domain::pair_history::{Excuses, PairHistory};
use crate::domain::person::Side;
use crate::domain::question::{Question, QuestionState};
use crate::domain::record::Record;

/// A deadline for an answer.
pub struct ReplyDeadline<'h, 'a> {
    clock: ReplyClock<'h, 'a>,
    /// The day it is counted from.
    from: NaiveDate,
    within: Span,
    /// The last day, in the answerer's calendar. `None`: the clock stands still.
    pub day: Option<NaiveDate>,
    excuses: Excuses<'h>,
}

impl ReplyDeadline<'_, '_> {
    /// The moment at which it has passed.
    pub fn passes(&self) -> Option<DateTime<Utc>> {
        let end = |day| self.clock.history.end_of_day(self.clock.side, day);
        self.day.map(end)
    }

    fn is_kept_on(&self, day: NaiveDate) -> bool {
        self.day.is_none_or(|last| day <= last)
    }

    /// How long something took that came on a day.
    fn wait_until(&self, day: NaiveDate) -> ReplyWait {
        let days = self.from.iter_days().skip(1);
        let until = days.take_while(|at| *at <= day);
        let counted = until.filter(|at| self.clock.counts(*at, self.within, &self.excuses));
        ReplyWait {
            days: counted.count(),
            is_in_time: self.is_kept_on(day),
            is_in_working_days: is_in_working_days(self.within),
        }
    }
}

/// Whose days are counted.
#[derive(Clone, Copy)]
struct ReplyClock<'h, 'a> {
    history: &'h PairHistory<'a>,
    side: Side,
}

impl<'h, 'a> ReplyClock<'h, 'a> {
    /// The last day of an answer that is due `within` of the day `from`.
    fn deadline(self, from: NaiveDate, within: Span) -> ReplyDeadline<'h, 'a> {
        let sides = [self.side];
        let reckon = |excuses: &Excuses<'_>| self.last_day(from, within, excuses);
        let ends = |day| self.history.end_of_day(self.side, day);
        let (day, excuses) = self.history.deadline(&sides, reckon, ends);
        ReplyDeadline {
            clock: self,
            from,
            within,
            day,
            excuses,
        }
    }

    /// Hours count as the working days they begin: within 24 hours is by the end of the next one.
    fn last_day(self, from: NaiveDate, within: Span, excuses: &Excuses<'_>) -> Option<NaiveDate> {
        let count = match within.unit {
            Unit::Hours => within.count.div_ceil(24),
            Unit::WorkingDays => within.count,
            Unit::Days | Unit::Weeks | Unit::Months | Unit::Years => {
                return calendar_days(from, within, excuses);
            }
        };
        let Some(last) = usize::try_from(count).ok().and_then(|n| n.checked_sub(1)) else {
            return Some(from);
        };
        let days = from.iter_days().skip(1).take(MAX_WAIT);
        let mut counted = days.filter(|day| self.counts(*day, within, excuses));
        counted.nth(last)
    }

    fn counts(self, day: NaiveDate, within: Span, excuses: &Excuses<'_>) -> bool {
        let is_worked = || self.history.is_working_day(self.side, day);
        !excuses.cover(day) && (!is_in_working_days(within) || is_worked())
    }
}

fn is_in_working_days(within: Span) -> bool {
    matches!(within.unit, Unit::Hours | Unit::WorkingDays)
}

/// Days after which nobody waits for an answer any more, such as under a pause that nobody ended.
const MAX_WAIT: usize = 3_660;

/// Days that are not working days count too, days away do not.
fn calendar_days(from: NaiveDate, within: Span, excuses: &Excuses<'_>) -> Option<NaiveDate> {
    let week = crate::domain::workweek::WorkWeek::default();
    let mut last = within.add_to(from, &week).unwrap_or(from);
    for day in from.iter_days().skip(1).take(MAX_WAIT) {
        if day > last {
            return Some(last);
        }
        if excuses.cover(day) {
            last = last.checked_add_days(Days::new(1)).unwrap_or(last);
        }
    }
    None
}

/// By when a question is to be answered, under the terms of the day on which it was asked. Saying in time when the answer
/// will come moves the day: a reply that ends the waiting is a reply. `None`: no reply time was agreed then.
pub fn answer_due<'h, 'a>(
    history: &'h PairHistory<'a>,
    question: &Question,
) -> Option<ReplyDeadline<'h, 'a>> {
    let side = question.answerer();
    let asked = history.day_of(side, question.asked_at);
    let within = history.terms_on(asked)?.replies_within(side)?;
    let mut due = ReplyClock { history, side }.deadline(asked, within);
    let told = question.seen_at.map(|at| history.day_of(side, at));
    let has_told = told.is_some_and(|day| due.is_kept_on(day));
    if let Some(by) = question.answer_by.filter(|_| has_told) {
        due.day = due.day.map(|day| day.max(by));
    }
    Some(due)
}

/// By when feedback is to be answered, under the terms of its day. `None`: nothing was agreed then.
pub fn response_due<'h, 'a>(
    history: &'h PairHistory<'a>,
    feedback: &Record<Feedback>,
) -> Option<ReplyDeadline<'h, 'a>> {
    let side = feedback.from.other();
    let given_today = history.day_of(feedback.from, feedback.created_at) == feedback.on;
    let from = if given_today {
        history.day_of(side, feedback.created_at)
    } else {
        feedback.on
    };
    let within = history.terms_on(from)?.feedback_within?;
    Some(ReplyClock { history, side }.deadline(from, within))
}

/// How a deadline was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When that was final: at the answer, or when the deadline passed.
    pub at: DateTime<Utc>,
    pub is_in_time: bool,
    /// How long it took. `None`: it has not come.
    pub taken: Option<ReplyWait>,
}

/// How long an answer took, by the days that count for its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyWait {
    /// 0: it came on the day of the question.
    pub days: usize,
    pub is_in_time: bool,
    pub is_in_working_days: bool,
}

impl fmt::Display for ReplyWait {
    /// `on the 2nd working day`, `after 3 working days`, `the same day`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = if self.is_in_working_days {
            "working day"
        } else {
            "day"
        };
        match (self.days, self.is_in_time) {
            (0, _) => write!(f, "the same day"),
            (days, true) => write!(f, "on the {} {day}", ordinal(days)),
            (1, false) => write!(f, "after 1 {day}"),
            (days, false) => write!(f, "after {days} {day}s"),
        }
    }
}

/// `1st`, `2nd`, `11th`.
fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// How a question was answered. `None`: nothing was agreed, or it was withdrawn while there was time.
pub fn answer(history: &PairHistory<'_>, question: &Question) -> Option<Answer> {
    let due = answer_due(history, question)?;
    let side = question.answerer();
    let answered = question.answered_at;
    let day = answered.map(|at| history.day_of(side, at));
    let is_withdrawn =
        question.state == QuestionState::Dropped && due.is_kept_on(question.state_on);
    if answered.is_none() && is_withdrawn {
        return None;
    }
    let is_in_time = day.is_some_and(|day| due.is_kept_on(day));
    Some(Answer {
        at: match answered.filter(|_| is_in_time) {
            Some(at) => at,
            None => due.passes()?,
        },
        is_in_time,
        taken: day.map(|day| due.wait_until(day)),
    })
}

/// How feedback was answered. `None`: nothing was agreed.
pub fn response(history: &PairHistory<'_>, feedback: &Record<Feedback>) -> Option<Answer> {
    let due = response_due(history, feedback)?;
    let side = feedback.from.other();
    let day = feedback.responded_on;
    let in_time = day.filter(|day| due.is_kept_on(*day));
    let told = |day| {
        let end = history.end_of_day(side, day);
        feedback.responded_at.map_or(end, |at| at.min(end))
    };
    Some(Answer {
        at: in_time.map(told).or_else(|| due.passes())?,
        is_in_time: in_time.is_some(),
        taken: day.map(|day| due.wait_until(day)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::{Agreement, AgreementTerms};
    use crate::domain::away::Away;
    use crate::domain::pair::PairContext;
    use crate::domain::person::Schedule;
    use crate::domain::test_data::{self, date, instant};
    use crate::domain::workweek::WorkWeek;

    /// Sam in London and Ana in Bogotá, Monday to Friday, and what they agreed.
    struct AgreedPair {
        pair: PairContext,
        agreements: Vec<Record<Agreement>>,
        aways: Vec<Record<Away>>,
    }

    fn pair(within: &str) -> AgreedPair {
        let within = Span::parse(within).ok();
        AgreedPair {
            pair: test_data::pair(),
            agreements: vec![test_data::agreement(AgreementTerms {
                starts: Some(date("2026-11-01")),
                mentor_replies_within: within,
                mentee_replies_within: within,
                feedback_within: within,
                ..AgreementTerms::default()
            })],
            aways: Vec::new(),
        }
    }

    impl AgreedPair {
        fn history(&self) -> PairHistory<'_> {
            PairHistory::new(&self.pair, &self.agreements, &self.aways)
        }

        fn away(mut self, person: i64, from: &str, until: &str) -> Self {
            let one = Record::with_id(1, test_data::away(person, from, until));
            self.aways.push(one);
            self
        }

        /// The last day for an answer of the mentor to what was asked on Friday afternoon.
        fn due_after_friday(&self) -> NaiveDate {
            let question = test_data::question(Side::Mentee, "2026-12-04T16:00:00Z");
            answer_due(&self.history(), &question).unwrap().day.unwrap()
        }
    }

    #[test]
    fn weekends_and_days_away_do_not_count() {
        assert_eq!(
            pair("2 working days").due_after_friday(),
            date("2026-12-08")
        );
        assert_eq!(pair("24h").due_after_friday(), date("2026-12-07"));
        let away = |within| pair(within).away(1, "2026-12-07", "2026-12-11");
        assert_eq!(
            away("2 working days").due_after_friday(),
            date("2026-12-15")
        );
        assert_eq!(away("1 week").due_after_friday(), date("2026-12-16"));
        let partner_away = pair("2 working days").away(2, "2026-12-07", "2026-12-11");
        assert_eq!(partner_away.due_after_friday(), date("2026-12-08"));
    }

    #[test]
    fn a_day_told_in_time_takes_the_place_of_the_deadline() {
        let pair = pair("2 working days");
        let history = pair.history();
        let mut question = test_data::question(Side::Mentee, "2026-12-01T09:00:00Z").data;
        question.answered_at = Some(instant("2026-12-08T09:00:00Z"));
        let in_time = |question: &Question| answer(&history, question).unwrap().is_in_time;
        assert!(!in_time(&question));
        question.answer_by = Some(date("2026-12-08"));
        question.seen_at = Some(instant("2026-12-02T09:00:00Z"));
        assert!(in_time(&question));
        question.seen_at = Some(instant("2026-12-04T09:00:00Z"));
        assert!(!in_time(&question), "it was told too late");
    }

    #[test]
    fn the_figure_and_the_verdict_come_from_the_same_days() {
        let pair = pair("2 working days");
        let history = pair.history();
        let mut question = test_data::question(Side::Mentee, "2026-12-08T16:00:00Z").data;
        question.answered_at = Some(instant("2026-12-10T23:00:00Z"));
        let told = answer(&history, &question).unwrap();
        let taken = told.taken.unwrap().to_string();
        assert_eq!(
            (taken.as_str(), told.is_in_time),
            ("on the 2nd working day", true)
        );
        question.answered_at = Some(instant("2026-12-11T08:00:00Z"));
        let told = answer(&history, &question).unwrap();
        let taken = told.taken.unwrap().to_string();
        assert_eq!(
            (taken.as_str(), told.is_in_time),
            ("after 3 working days", false)
        );
    }

    #[test]
    fn the_day_is_over_at_midnight_of_the_one_who_answers() {
        let pair = pair("2 working days");
        let history = pair.history();
        let question = test_data::question(Side::Mentor, "2026-12-08T12:00:00Z").data;
        let passes = answer(&history, &question).unwrap().at;
        assert_eq!(
            passes,
            instant("2026-12-11T05:00:00Z"),
            "Bogotá is five hours behind"
        );
    }

    #[test]
    fn a_working_week_that_changes_later_leaves_earlier_answers_alone() {
        let mut pair = pair("2 working days");
        let mut question = test_data::question(Side::Mentor, "2026-12-07T15:00:00Z").data;
        question.answered_at = Some(instant("2026-12-11T15:00:00Z"));
        assert!(!answer(&pair.history(), &question).unwrap().is_in_time);
        let week = WorkWeek::parse("mon,fri", "09:00-17:00").unwrap();
        let person = &mut pair.pair.mentee.data;
        let schedule = Schedule {
            week,
            ..person.schedule()
        };
        person.reschedule(schedule, date("2027-03-01"));
        assert!(!answer(&pair.history(), &question).unwrap().is_in_time);
        pair.pair.mentee.data.past = crate::domain::timeline::Timeline::default();
        assert!(answer(&pair.history(), &question).unwrap().is_in_time);
    }

    #[test]
    fn a_question_that_is_withdrawn_in_time_is_not_judged() {
        let pair = pair("2 working days");
        let history = pair.history();
        let mut question = test_data::question(Side::Mentee, "2026-12-01T09:00:00Z").data;
        question.state = QuestionState::Dropped;
        question.state_on = date("2026-12-03");
        assert_eq!(answer(&history, &question), None);
        question.state_on = date("2026-12-04");
        assert!(!answer(&history, &question).unwrap().is_in_time);
    }
}
