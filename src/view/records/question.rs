//! Questions in a line.

use chrono::NaiveDate;

use crate::domain::dates::{self, Now, Today};
use crate::domain::pair::PairContext;
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::reply::ReplyOutcome;
use crate::view::records::record;
use crate::view::words;

/// Names a question: `question 3 from Ana for Sam: Which of the two?`.
pub fn in_words(one: &Record<Question>, pair: &PairContext) -> String {
    format!(
        "question {} from {} for {}: {}",
        one.id,
        pair.first_name(one.from),
        pair.first_name(one.answerer()),
        one.title
    )
}

/// Shows the question above the line for its answer: `Question 3 from Ana: Which of the two?`, and the details below.
pub fn header(one: &Record<Question>, pair: &PairContext) -> String {
    let details = one.notes.as_deref().map(|notes| format!("\n{notes}")).unwrap_or_default();
    format!("Question {} from {}: {}{details}", one.id, pair.first_name(one.from), one.title)
}

/// Asks for the answer: the user's, or what the other person said.
pub fn ask_for_answer(one: &Record<Question>, pair: &PairContext) -> String {
    match one.answerer() {
        side if side == pair.user_side() => "What do you answer?".to_owned(),
        side => format!("What did {} answer?", pair.first_name(side)),
    }
}

/// Formats the day by which it is to be answered, styled by how near it is.
pub fn due(day: NaiveDate, one: &Question, pair: &PairContext, now: Now) -> String {
    record::due(day, words::today(pair.person(one.answerer()), now), true)
}

/// Confirms that a question was seen: `Marked question 3 as seen by Sam, who will answer by Fri 4 Dec (in 3 days)`.
pub fn seen_message(one: &Record<Question>, pair: &PairContext, today: Today) -> String {
    let by = one
        .answer_by
        .map(|day| format!(", who will answer by {}", dates::format_day_and_distance(day, today)));
    let name = pair.first_name(one.answerer());
    format!("Marked question {} as seen by {name}{}", one.id, by.unwrap_or_default())
}

/// Confirms an answer: `Sam answered question 3 after 1.2 working days`.
pub fn answered_message(
    one: &Record<Question>,
    pair: &PairContext,
    answer: Option<ReplyOutcome>,
) -> String {
    let when = answer.and_then(|answer| answer.taken);
    let when = when.map(|taken| {
        if taken.is_in_time { format!(" {taken}, on time") } else { format!(" {taken}, late") }
    });
    format!(
        "{} answered question {}{}",
        pair.first_name(one.answerer()),
        one.id,
        when.unwrap_or_default()
    )
}
