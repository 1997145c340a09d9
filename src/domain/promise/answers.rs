//! Questions and feedback, each answered within the agreed time.

use crate::domain::agreement::AgreementTerms;
use crate::domain::person::Side;
use crate::domain::promise::{
    Citation, Promise, PromiseCheck, PromiseOutcome, count, counted_outcome,
};
use crate::domain::reply::{self, Answer, ReplyWait};

impl PromiseCheck<'_, '_> {
    /// A side answers the questions it was asked within the agreed time, on its own clock.
    pub(super) fn replies(&self, side: Side) -> Option<PromiseOutcome> {
        let agreed =
            |terms: &AgreementTerms| terms.replies_within(side).map(|span| span.to_string());
        let promised = self.promised_terms(agreed)?;
        let asked = self
            .facts
            .questions
            .iter()
            .filter(|one| one.answerer() == side && self.is_known_to(side, one.private));
        let answers = asked.filter_map(|one| {
            let answer = reply::answer(self.history, one)?;
            Some((answer, Citation::record(one)))
        });
        Some(self.answers(Promise::Reply, side, promised, answers.collect()))
    }

    /// A side answers the feedback it was given within the agreed time.
    pub(super) fn responses(&self, side: Side) -> Option<PromiseOutcome> {
        let agreed = |terms: &AgreementTerms| {
            let within = terms.feedback_within?;
            Some(format!("{within}"))
        };
        let promised = self.promised_terms(agreed)?;
        let given = self
            .facts
            .feedback
            .iter()
            .filter(|one| one.from != side && self.is_known_to(side, one.private));
        let answers = given.filter_map(|one| {
            let answer = reply::response(self.history, one)?;
            Some((answer, Citation::record(one)))
        });
        Some(self.answers(Promise::Feedback, side, promised, answers.collect()))
    }

    fn answers(
        &self,
        promise: Promise,
        side: Side,
        promised: String,
        mut answers: Vec<(Answer, Citation)>,
    ) -> PromiseOutcome {
        answers
            .retain(|(answer, _)| self.is_reached(answer.at) && self.is_promised_until(answer.at));
        let late = answers.iter().filter(|(answer, _)| !answer.is_in_time);
        let cites: Vec<Citation> = late.map(|(_, cite)| cite.clone()).collect();
        let of = count(answers.len());
        let kept = of - count(cites.len());
        let when = typical(answers.into_iter().filter_map(|(answer, _)| answer.taken));
        let when = when.map(|(taken, is_only)| {
            if is_only {
                format!(" ({taken})")
            } else {
                format!(" (typically {taken})")
            }
        });
        let happened = format!("{kept} of {of} on time{}", when.unwrap_or_default());
        let outcome = counted_outcome(promise, Some(side), promised, kept, of, cites);
        outcome.with_note((of > 0).then_some(happened))
    }
}

/// The lower middle of some waits, one that did occur, and whether it is the only one. `None` of none.
fn typical(taken: impl Iterator<Item = ReplyWait>) -> Option<(ReplyWait, bool)> {
    let mut taken: Vec<ReplyWait> = taken.collect();
    taken.sort_unstable_by_key(|one| one.days);
    let middle = taken.len().checked_sub(1)? / 2;
    Some((taken[middle], taken.len() == 1))
}
