//! Deadlines for answers, counted in the days of the side that answers: its working days, without its days away.

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
    /// The day from which it is counted, in the answerer's zone.
    from: NaiveDate,
    within: Span,
    /// The last day, in the answerer's zone. `None`: the deadline is suspended.
    pub day: Option<NaiveDate>,
    excuses: Excuses<'h>,
}

impl ReplyDeadline<'_, '_> {
    /// Returns the moment at which the deadline passes.
    pub fn passes(&self) -> Option<DateTime<Utc>> {
        let end = |day| self.clock.history.end_of_day(self.clock.side, day);
        self.day.map(end)
    }

    fn is_kept_on(&self, day: NaiveDate) -> bool {
        self.day.is_none_or(|last| day <= last)
    }

    /// Returns how long an answer on `day` took.
    fn wait_until(&self, day: NaiveDate) -> ReplyWait {
        let days = self.from.iter_days().skip(1);
        let until = days.take_while(|waited| *waited <= day);
        let counted = until.filter(|waited| self.clock.counts(*waited, self.within, &self.excuses));
        ReplyWait {
            days: counted.count(),
            is_in_time: self.is_kept_on(day),
            is_in_working_days: is_in_working_days(self.within),
        }
    }
}

/// Counts the days of the side that answers.
#[derive(Clone, Copy)]
struct ReplyClock<'h, 'a> {
    history: &'h PairHistory<'a>,
    side: Side,
}

impl<'h, 'a> ReplyClock<'h, 'a> {
    /// Returns the deadline of an answer that is due `within` of the day `from`.
    fn deadline(self, from: NaiveDate, within: Span) -> ReplyDeadline<'h, 'a> {
        let sides = [self.side];
        let last_day_with = |excuses: &Excuses<'_>| self.last_day(from, within, excuses);
        let ends = |day| self.history.end_of_day(self.side, day);
        let (day, excuses) = self.history.deadline(&sides, last_day_with, ends);
        ReplyDeadline { clock: self, from, within, day, excuses }
    }

    /// Returns the last day for an answer. Hours are rounded up to working days: within 24 hours means by the end of
    /// the next working day.
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
        let days = from.iter_days().skip(1).take(MAX_WAIT_DAYS);
        let mut counted = days.filter(|day| self.counts(*day, within, excuses));
        counted.nth(last)
    }

    fn counts(self, day: NaiveDate, within: Span, excuses: &Excuses<'_>) -> bool {
        let is_working_day = || self.history.is_working_day(self.side, day);
        !excuses.cover(day) && (!is_in_working_days(within) || is_working_day())
    }
}

fn is_in_working_days(within: Span) -> bool {
    matches!(within.unit, Unit::Hours | Unit::WorkingDays)
}

/// Days after which the search for a last day gives up, as in an open-ended pause.
const MAX_WAIT_DAYS: usize = 3_660;

/// Returns the last day of a span in calendar days. Days away don't count.
fn calendar_days(from: NaiveDate, within: Span, excuses: &Excuses<'_>) -> Option<NaiveDate> {
    let week = crate::domain::workweek::WorkWeek::default();
    let mut last = within.add_to(from, &week).unwrap_or(from);
    for day in from.iter_days().skip(1).take(MAX_WAIT_DAYS) {
        if day > last {
            return Some(last);
        }
        if excuses.cover(day) {
            last = last.checked_add_days(Days::new(1)).unwrap_or(last);
        }
    }
    None
}

/// Returns the deadline for answering a question, under the terms of the day on which it was asked. Announcing a later
/// day in time extends the deadline to that day. `None`: no reply time was agreed.
pub fn answer_due<'h, 'a>(
    history: &'h PairHistory<'a>,
    question: &Question,
) -> Option<ReplyDeadline<'h, 'a>> {
    let side = question.answerer();
    let asked = history.day_of(side, question.asked_at);
    let within = history.terms_on(asked)?.replies_within(side)?;
    let mut due = ReplyClock { history, side }.deadline(asked, within);
    let announced_on = question.seen_at.map(|at| history.day_of(side, at));
    let is_announced_in_time = announced_on.is_some_and(|day| due.is_kept_on(day));
    if let Some(announced) = question.answer_by.filter(|_| is_announced_in_time) {
        due.day = due.day.map(|day| day.max(announced));
    }
    Some(due)
}

/// Returns the day by which an open question is to be answered: as announced, or else as agreed. `None`: there is no such
/// day, or it was over when the question was reopened, having been answered before.
pub fn answer_by(history: &PairHistory<'_>, question: &Question) -> Option<NaiveDate> {
    let day = question.answer_by.or_else(|| answer_due(history, question)?.day)?;
    (question.answered_at.is_none() || day >= question.state_on).then_some(day)
}

/// Returns the last day for an answer that a change of state would make late or excuse although that day is over. `None`:
/// the change leaves what was reported.
pub fn rewritten_deadline(
    history: &PairHistory<'_>,
    before: &Question,
    after: &Question,
    now: DateTime<Utc>,
) -> Option<NaiveDate> {
    let due = answer_due(history, before)?;
    due.passes().filter(|end| *end <= now)?;
    let is_in_time = |question| Some(judge_answer(history, question)?.is_in_time);
    due.day.filter(|_| is_in_time(before) != is_in_time(after))
}

/// Whether the deadline for an answer had passed at a moment without one.
pub fn is_missed_by(history: &PairHistory<'_>, question: &Question, at: DateTime<Utc>) -> bool {
    let judged = judge_answer(history, question);
    judged.is_some_and(|answer| !answer.is_in_time && answer.at <= at)
}

/// Returns since when an announcement made at `at` counts: since the one before, if that deadline had not passed by then
/// or was met. A deadline that was missed stays missed.
pub fn announced_at(
    history: &PairHistory<'_>,
    question: &Question,
    at: DateTime<Utc>,
) -> DateTime<Utc> {
    let stands = || {
        let is_ahead = answer_due(history, question)?.passes().is_none_or(|end| at < end);
        let is_met = judge_answer(history, question).is_some_and(|answer| answer.is_in_time);
        question.seen_at.filter(|_| is_ahead || is_met)
    };
    stands().unwrap_or(at)
}

/// Returns the deadline for responding to feedback, under the terms of its day. `None`: no response time was agreed.
pub fn response_due<'h, 'a>(
    history: &'h PairHistory<'a>,
    feedback: &Record<Feedback>,
) -> Option<ReplyDeadline<'h, 'a>> {
    let side = feedback.from.other();
    let is_recorded_same_day = history.day_of(feedback.from, feedback.created_at) == feedback.on;
    let from =
        if is_recorded_same_day { history.day_of(side, feedback.created_at) } else { feedback.on };
    let within = history.terms_on(from)?.feedback_within?;
    Some(ReplyClock { history, side }.deadline(from, within))
}

/// How a deadline was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyOutcome {
    /// When the outcome was final: at an answer in time, or when the deadline passed.
    pub at: DateTime<Utc>,
    pub is_in_time: bool,
    /// How long the answer took. `None`: there is none yet.
    pub taken: Option<ReplyWait>,
}

/// How long an answer took, in the days that count for its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyWait {
    /// 0: on the day of the question.
    pub days: usize,
    pub is_in_time: bool,
    pub is_in_working_days: bool,
}

impl fmt::Display for ReplyWait {
    /// Formats as `on the 2nd working day` if in time, `after 3 working days` if late, or `the same day`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = if self.is_in_working_days { "working day" } else { "day" };
        match (self.days, self.is_in_time) {
            (0, _) => write!(f, "the same day"),
            (days, true) => write!(f, "on the {} {day}", ordinal(days)),
            (1, false) => write!(f, "after 1 {day}"),
            (days, false) => write!(f, "after {days} {day}s"),
        }
    }
}

/// Formats an ordinal: `1st`, `2nd`, `11th`.
fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Evaluates the answer to a question. `None`: no reply time was agreed, the question was withdrawn before the
/// deadline, or the deadline is suspended.
pub fn judge_answer(history: &PairHistory<'_>, question: &Question) -> Option<ReplyOutcome> {
    let due = answer_due(history, question)?;
    let side = question.answerer();
    let answered_at = question.answered_at;
    let answered_on = answered_at.map(|at| history.day_of(side, at));
    let is_withdrawn =
        question.state == QuestionState::Dropped && due.is_kept_on(question.state_on);
    if answered_at.is_none() && is_withdrawn {
        return None;
    }
    let is_in_time = answered_on.is_some_and(|day| due.is_kept_on(day));
    Some(ReplyOutcome {
        at: match answered_at.filter(|_| is_in_time) {
            Some(at) => at,
            None => due.passes()?,
        },
        is_in_time,
        taken: answered_on.map(|day| due.wait_until(day)),
    })
}

/// Evaluates the response to feedback. `None`: no response time was agreed, or the deadline is suspended.
pub fn judge_response(
    history: &PairHistory<'_>,
    feedback: &Record<Feedback>,
) -> Option<ReplyOutcome> {
    let due = response_due(history, feedback)?;
    let side = feedback.from.other();
    let responded_on = feedback.responded_on;
    let in_time_on = responded_on.filter(|day| due.is_kept_on(*day));
    // The response may have been recorded after the day on which it was given.
    let moment_on = |day| {
        let end = history.end_of_day(side, day);
        feedback.responded_at.map_or(end, |at| at.min(end))
    };
    Some(ReplyOutcome {
        at: in_time_on.map(moment_on).or_else(|| due.passes())?,
        is_in_time: in_time_on.is_some(),
        taken: responded_on.map(|day| due.wait_until(day)),
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

    /// Sam in London and Ana in Bogotá, working Monday to Friday, with the agreed reply time.
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
            let away = Record::with_id(1, test_data::away(person, from, until));
            self.aways.push(away);
            self
        }

        /// The last day for the mentor's answer to a question asked on Friday afternoon.
        fn due_after_friday(&self) -> NaiveDate {
            let question = test_data::question(Side::Mentee, "2026-12-04T16:00:00Z");
            answer_due(&self.history(), &question).unwrap().day.unwrap()
        }
    }

    #[test]
    fn weekends_and_days_away_do_not_count() {
        assert_eq!(pair("2 working days").due_after_friday(), date("2026-12-08"));
        assert_eq!(pair("24h").due_after_friday(), date("2026-12-07"));
        let away = |within| pair(within).away(1, "2026-12-07", "2026-12-11");
        assert_eq!(away("2 working days").due_after_friday(), date("2026-12-15"));
        assert_eq!(away("1 week").due_after_friday(), date("2026-12-16"));
        let partner_away = pair("2 working days").away(2, "2026-12-07", "2026-12-11");
        assert_eq!(partner_away.due_after_friday(), date("2026-12-08"));
    }

    #[test]
    fn a_day_announced_in_time_replaces_the_deadline() {
        let pair = pair("2 working days");
        let history = pair.history();
        let mut question = test_data::question(Side::Mentee, "2026-12-01T09:00:00Z").data;
        question.answered_at = Some(instant("2026-12-08T09:00:00Z"));
        let in_time = |question: &Question| judge_answer(&history, question).unwrap().is_in_time;
        assert!(!in_time(&question));
        question.answer_by = Some(date("2026-12-08"));
        question.seen_at = Some(instant("2026-12-02T09:00:00Z"));
        assert!(in_time(&question));
        question.seen_at = Some(instant("2026-12-04T09:00:00Z"));
        assert!(!in_time(&question), "it was told too late");
    }

    #[test]
    fn the_wait_and_the_deadline_count_the_same_days() {
        let pair = pair("2 working days");
        let history = pair.history();
        let mut question = test_data::question(Side::Mentee, "2026-12-08T16:00:00Z").data;
        question.answered_at = Some(instant("2026-12-10T23:00:00Z"));
        let answered = judge_answer(&history, &question).unwrap();
        let taken = answered.taken.unwrap().to_string();
        assert_eq!((taken.as_str(), answered.is_in_time), ("on the 2nd working day", true));
        question.answered_at = Some(instant("2026-12-11T08:00:00Z"));
        let answered = judge_answer(&history, &question).unwrap();
        let taken = answered.taken.unwrap().to_string();
        assert_eq!((taken.as_str(), answered.is_in_time), ("after 3 working days", false));
    }

    #[test]
    fn the_day_ends_at_midnight_of_the_answerer() {
        let pair = pair("2 working days");
        let history = pair.history();
        let question = test_data::question(Side::Mentor, "2026-12-08T12:00:00Z").data;
        let passes = judge_answer(&history, &question).unwrap().at;
        assert_eq!(passes, instant("2026-12-11T05:00:00Z"), "Bogotá is five hours behind");
    }

    #[test]
    fn a_later_working_week_does_not_affect_earlier_answers() {
        let mut pair = pair("2 working days");
        let mut question = test_data::question(Side::Mentor, "2026-12-07T15:00:00Z").data;
        question.answered_at = Some(instant("2026-12-11T15:00:00Z"));
        assert!(!judge_answer(&pair.history(), &question).unwrap().is_in_time);
        let week = WorkWeek::parse("mon,fri", "09:00-17:00").unwrap();
        let person = &mut pair.pair.mentee.data;
        let schedule = Schedule { week, ..person.schedule() };
        person.reschedule(schedule, date("2027-03-01"));
        assert!(!judge_answer(&pair.history(), &question).unwrap().is_in_time);
        pair.pair.mentee.data.past = crate::domain::timeline::Timeline::default();
        assert!(judge_answer(&pair.history(), &question).unwrap().is_in_time);
    }

    #[test]
    fn a_question_withdrawn_in_time_is_not_evaluated() {
        let pair = pair("2 working days");
        let history = pair.history();
        let mut question = test_data::question(Side::Mentee, "2026-12-01T09:00:00Z").data;
        question.state = QuestionState::Dropped;
        question.state_on = date("2026-12-03");
        assert_eq!(judge_answer(&history, &question), None);
        question.state_on = date("2026-12-04");
        assert!(!judge_answer(&history, &question).unwrap().is_in_time);
    }
}
