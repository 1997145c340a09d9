//! Judging answers to questions and responses to feedback, in the zone and working week of the answering side.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::history::{Side, Span};
use crate::ledger::{Feedback, Question};
use crate::oracle::{Oracle, Period, Rest, Tally, calendar_days};

const NEVER: NaiveDate = NaiveDate::MAX;

impl Oracle<'_> {
    /// Returns the last day for an answer to something that came on a day. [`NEVER`]: the waiting time does not run.
    fn answer_day(&self, side: Side, came: NaiveDate, within: Span) -> NaiveDate {
        let by_working_days = matches!(within, Span::Hours(_) | Span::WorkingDays(_));
        let count = usize::try_from(calendar_days(within, came)).unwrap();
        let runs = |day: &NaiveDate, rests: &[&Rest]| {
            let works = !by_working_days || self.ledger.works_on(side, *day);
            works && !rests.iter().any(|rest| rest.covers(*day))
        };
        let day = self.settle(
            |rest| rest.who.is_none_or(|who| who == side),
            |day| self.ledger.end_of_day(side, day),
            |rests| {
                let later = self.days_from(came).skip(1);
                later.filter(|day| runs(day, rests)).nth(count - 1)
            },
        );
        day.unwrap_or(NEVER)
    }

    fn end_of_wait(&self, side: Side, last: NaiveDate) -> Option<DateTime<Utc>> {
        (last < NEVER).then(|| self.ledger.end_of_day(side, last))
    }

    /// Returns the last day for the answer, or the later day that was announced in time. `None`: no reply time was
    /// agreed.
    fn reply_day(&self, question: &Question) -> Option<NaiveDate> {
        let side = question.from.other();
        let came = self.ledger.local_day(side, question.asked);
        let within = self.agreed_at(question.asked).terms_on(came)?.replies(side)?;
        let agreed = self.answer_day(side, came, within);
        let is_announced_in_time =
            question.seen.is_some_and(|at| self.ledger.local_day(side, at) <= agreed);
        let promised = question.promised.filter(|_| is_announced_in_time);
        Some(promised.map_or(agreed, |day| day.max(agreed)))
    }

    /// Returns since when a question is judged, and whether it was answered in time.
    fn judge_question(&self, question: &Question) -> Option<(DateTime<Utc>, bool)> {
        let side = question.from.other();
        let last = self.reply_day(question)?;
        let is_by = |at: &DateTime<Utc>| self.ledger.local_day(side, *at) <= last;
        if let Some(at) = question.answered.filter(is_by) {
            return Some((at, true));
        }
        let end = self.end_of_wait(side, last)?;
        if question.dropped.is_some_and(|day| day <= last) {
            return None;
        }
        Some((end, false))
    }

    pub(super) fn replies(&self, side: Side, period: Period) -> Tally {
        let questions = self.ledger.questions.iter();
        let visible =
            questions.filter(|one| one.from.other() == side && self.counts_for(side, one.private));
        let verdicts = visible.filter_map(|one| {
            let verdict = self.judge_question(one)?;
            self.is_promised(verdict.0, one.asked).then_some(verdict)
        });
        self.tally(verdicts, period)
    }

    /// Returns the last day for the response. `None`: no time was agreed.
    fn response_day(&self, one: &Feedback) -> Option<NaiveDate> {
        let receiver = one.from.other();
        let is_of_the_moment = one.on == self.ledger.local_day(one.from, one.recorded);
        let came =
            if is_of_the_moment { self.ledger.local_day(receiver, one.recorded) } else { one.on };
        let given = self.moment(one.recorded, one.on);
        let within = self.agreed_at(given).terms_on(came)?.feedback?;
        Some(self.answer_day(receiver, came, within))
    }

    fn judge_feedback(&self, one: &Feedback) -> Option<(DateTime<Utc>, bool)> {
        let receiver = one.from.other();
        let last = self.response_day(one)?;
        if let Some((on, recorded)) = one.response.filter(|(on, _)| *on <= last) {
            return Some((recorded.min(self.ledger.end_of_day(receiver, on)), true));
        }
        Some((self.end_of_wait(receiver, last)?, false))
    }

    pub(super) fn responses(&self, side: Side, period: Period) -> Tally {
        let feedback = self.ledger.feedback.iter();
        let visible = feedback.filter(|one| one.from != side && self.counts_for(side, one.private));
        let verdicts = visible.filter_map(|one| {
            let verdict = self.judge_feedback(one)?;
            let given = self.moment(one.recorded, one.on);
            self.is_promised(verdict.0, given).then_some(verdict)
        });
        self.tally(verdicts, period)
    }

    /// Returns whether the agreement of a moment was in force on the day that ended with a verdict.
    fn is_promised(&self, verdict: DateTime<Utc>, at: DateTime<Utc>) -> bool {
        let day = self.ledger.pair_day(verdict - TimeDelta::seconds(1));
        self.agreed_at(at).terms_on(day).is_some()
    }

    /// Counts the verdicts in a period that were reached before the mentorship ended.
    pub(super) fn tally(
        &self,
        verdicts: impl Iterator<Item = (DateTime<Utc>, bool)>,
        period: Period,
    ) -> Tally {
        let mut tally = Tally::default();
        let last = self.end_of_all();
        let reached = verdicts.filter(|(moment, _)| period.has(*moment) && *moment <= last);
        reached.for_each(|(_, is_kept)| tally.add(is_kept));
        tally
    }
}
