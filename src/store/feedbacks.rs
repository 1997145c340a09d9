//! Table `feedback`.

use chrono::NaiveDate;

use crate::domain::feedback::Feedback;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the feedback to which the receiver has not responded, oldest first.
pub fn unanswered(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Feedback>>, StoreError> {
    tx.load_claimed(
        &[tally::UNANSWERED_FEEDBACK.for_id(pair)],
        "WHERE pair = ?1 AND response IS NULL ORDER BY \"on\", id",
        [pair.number()],
    )
}

/// Returns the feedback that could be answered from `first` to `last`: given in these days, or earlier and not answered
/// before `first`. Oldest first.
pub fn answerable_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Record<Feedback>>, StoreError> {
    let given = tally::DATED_FEEDBACK.claim_between(pair, first, last);
    let answered = tally::ANSWERED_FEEDBACK.claim_since(pair, first);
    let unanswered = tally::UNANSWERED_FEEDBACK.for_id(pair);
    let (from, to) = given.bounds();
    let mut feedbacks = tx.load_and_sort(
        &[given, answered, unanswered],
        "WHERE id IN (
             SELECT id FROM feedback WHERE pair = ?1 AND \"on\" >= ?2 AND \"on\" < ?3
             UNION
             SELECT id FROM feedback WHERE pair = ?1 AND response IS NULL
             UNION
             SELECT id FROM feedback WHERE pair = ?1 AND responded_on >= ?2
         )",
        (pair.number(), from, to),
        |feedback: &Record<Feedback>| (feedback.on, feedback.id),
    )?;
    feedbacks.retain(|feedback: &Record<Feedback>| {
        let was_open =
            feedback.response.is_none() || feedback.responded_on.is_some_and(|on| on >= first);
        feedback.on <= last && (feedback.on >= first || was_open)
    });
    Ok(feedbacks)
}

/// Returns all feedback of a pair, oldest first.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Feedback>>, StoreError> {
    let all = tally::whole_set::<Feedback>().for_id(pair);
    let clause = "WHERE pair = ?1 ORDER BY \"on\", id";
    tx.load_claimed(&[all], clause, [pair.number()])
}
