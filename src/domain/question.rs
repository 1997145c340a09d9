//! Questions asked between calls, to be answered within the agreed reply time.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::pair::Pair;
use crate::domain::pair_item::{noun, states};
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::words;

words! {
    QuestionState { Open = "open", Answered = "answered", Dropped = "dropped" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub pair: Id<Pair>,
    pub title: String,
    pub notes: Option<String>,
    /// The side that asks; the other side answers.
    pub from: Side,
    pub asked_at: DateTime<Utc>,
    /// When the answerer acknowledged the question.
    pub seen_at: Option<DateTime<Utc>>,
    /// The day by which the answerer announced an answer, as a date in their zone.
    pub answer_by: Option<NaiveDate>,
    /// When it was first answered. It stays if the question is reopened: a deadline that was met stays met.
    pub answered_at: Option<DateTime<Utc>>,
    pub answer: Option<String>,
    pub state: QuestionState,
    /// Day of the last transition, as a date in the answerer's zone.
    pub state_on: NaiveDate,
    pub because: Option<String>,
    pub private: bool,
}

noun!(Question, "question", title);
states!(Question, QuestionState);

impl Question {
    pub fn is_open(&self) -> bool {
        self.state == QuestionState::Open
    }

    pub fn answerer(&self) -> Side {
        self.from.other()
    }

    /// Records an answer. If the question was reopened, the earlier answer decides whether the deadline was met.
    pub fn set_answered(&mut self, at: DateTime<Utc>, on: NaiveDate, answer: Option<String>) {
        self.answered_at = Some(self.answered_at.map_or(at, |first| first.min(at)));
        self.answer = answer;
        self.state = QuestionState::Answered;
        self.state_on = on;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data;

    #[test]
    fn the_other_side_answers_as_long_as_it_is_open() {
        let mut question = test_data::question(Side::Mentee, "2026-12-01T09:00:00Z");
        assert_eq!(question.answerer(), Side::Mentor);
        assert!(question.is_open());
        question.state = QuestionState::Answered;
        assert!(!question.is_open());
    }
}
