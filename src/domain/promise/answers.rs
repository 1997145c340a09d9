//! Promises to answer questions and feedback within the agreed time.

use crate::domain::person::Side;
use crate::domain::promise::{
    AgreedTerms, Citation, Promise, PromiseCheck, PromiseOutcome, count, counted_outcome,
    is_promised_until,
};
use crate::domain::reply::{self, ReplyOutcome, ReplyWait};

impl PromiseCheck<'_, '_> {
    /// Evaluates whether a side answered its questions within the agreed time, counted in its own days.
    pub(super) fn replies(&self, side: Side) -> Option<PromiseOutcome> {
        let promised = self.promised_text(|terms| terms.replies_within(side))?;
        let asked = self.facts.questions.iter().filter(|question| {
            question.answerer() == side && self.is_known_to(side, question.private)
        });
        let answers = asked.filter_map(|question| {
            let history = self.history_at(question.asked_at);
            let answer = reply::judge_answer(history, question)?;
            is_promised_until(history, answer.at).then(|| (answer, Citation::record(question)))
        });
        Some(self.answers_outcome(Promise::Reply, side, promised, answers.collect()))
    }

    /// Evaluates whether a side responded to the feedback it was given within the agreed time.
    pub(super) fn responses(&self, side: Side) -> Option<PromiseOutcome> {
        let promised = self.promised_text(|terms| terms.feedback_within)?;
        let received =
            self.facts.feedback.iter().filter(|feedback| {
                feedback.from != side && self.is_known_to(side, feedback.private)
            });
        let answers = received.filter_map(|feedback| {
            let given_at = self.history.pair().moment_on(feedback.on, feedback.created_at);
            let history = self.history_at(given_at);
            let answer = reply::judge_response(history, feedback)?;
            is_promised_until(history, answer.at).then(|| (answer, Citation::record(feedback)))
        });
        Some(self.answers_outcome(Promise::Feedback, side, promised, answers.collect()))
    }

    fn answers_outcome(
        &self,
        promise: Promise,
        side: Side,
        promised: AgreedTerms,
        mut answers: Vec<(ReplyOutcome, Citation)>,
    ) -> PromiseOutcome {
        answers.retain(|(answer, _)| self.is_reached(answer.at));
        let late = answers.iter().filter(|(answer, _)| !answer.is_in_time);
        let cites: Vec<Citation> = late.map(|(_, cite)| cite.clone()).collect();
        let of = count(answers.len());
        let kept = of - count(cites.len());
        let waits = answers.into_iter().filter_map(|(answer, _)| answer.taken);
        let typical_wait = match typical_wait(waits) {
            Some((wait, true)) => format!(" ({wait})"),
            Some((wait, false)) => format!(" (typically {wait})"),
            None => String::new(),
        };
        let happened = format!("{kept} of {of} on time{typical_wait}");
        let outcome = counted_outcome(promise, Some(side), promised, kept, of, cites);
        outcome.with_note((of > 0).then_some(happened))
    }
}

/// Returns the lower median of the waits, and whether it is the only one. `None`: there are none.
fn typical_wait(waits: impl Iterator<Item = ReplyWait>) -> Option<(ReplyWait, bool)> {
    let mut waits: Vec<ReplyWait> = waits.collect();
    waits.sort_unstable_by_key(|wait| wait.days);
    let middle = waits.len().checked_sub(1)? / 2;
    Some((waits[middle], waits.len() == 1))
}
