//! Table `question`.

use chrono::{DateTime, Utc};

use crate::domain::pair::Pair;
use crate::domain::question::Question;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the questions that wait for an answer, oldest first.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Question>>, StoreError> {
    tx.load_claimed(
        &[tally::OPEN_QUESTIONS.for_id(pair)],
        "WHERE pair = ?1 AND state = 'open' ORDER BY asked_at, id",
        [pair.number()],
    )
}

/// Returns the questions that were asked at or before `until` and not answered before `since`, oldest first.
pub fn answerable_between(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Record<Question>>, StoreError> {
    let answered = tally::ANSWERED_QUESTIONS.claim_since(pair, since);
    let (from, _) = answered.bounds();
    let mut questions = tx.load_and_sort(
        &[answered, tally::UNANSWERED_QUESTIONS.for_id(pair)],
        "WHERE id IN (
             SELECT id FROM question WHERE pair = ?1 AND answered_at IS NULL
             UNION
             SELECT id FROM question WHERE pair = ?1 AND answered_at >= ?2
         )",
        (pair.number(), from),
        |question: &Record<Question>| (question.asked_at, question.id),
    )?;
    questions.retain(|question: &Record<Question>| {
        question.asked_at <= until && question.answered_at.is_none_or(|at| at >= since)
    });
    Ok(questions)
}

/// Returns all questions, oldest first.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Question>>, StoreError> {
    let all = tally::whole_set::<Question>().for_id(pair);
    let clause = "WHERE pair = ?1 ORDER BY asked_at, id";
    tx.load_claimed(&[all], clause, [pair.number()])
}
