//! The closing of a mentorship: the reason, what both learned, what remains, and a date for checking back.
//!
//! The fields follow the closing conversations of mentoring programmes, where an end is not a failure
//! (`docs/sources.md`).

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::followup::FollowUp;
use crate::domain::pair::Pair;
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::question::Question;
use crate::domain::record::{Id, Record};
use crate::words;

words! {
    Reason {
        Achieved = "achieved",
        TimeIsUp = "time-is-up",
        NoProgress = "no-progress",
        SomeoneLeaves = "someone-leaves",
        FocusChanged = "focus-changed",
        Other = "other",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    pub pair: Id<Pair>,
    pub on: NaiveDate,
    pub reason: Reason,
    pub because: Option<String>,
    pub learned_mentor: Option<String>,
    pub learned_mentee: Option<String>,
    /// What remains open, and where it goes.
    pub remains: Option<String>,
    pub thanks: Option<String>,
    /// How the two realistically intend to stay in contact.
    pub contact_after: Option<String>,
    /// What to do differently next time, one per entry; offered when the next agreement is made.
    pub differently: Vec<String>,
    /// The day for checking back with the other person.
    pub update_on: Option<NaiveDate>,
    /// The answer to the question of where they are now.
    pub update: Option<String>,
    pub updated_on: Option<NaiveDate>,
}

/// The reason stored with records that the end of the mentorship closes.
pub const ENDED: &str = "the mentorship ended";

words! {
    LeftoverKind { CheckIn = "checkin", FollowUp = "followup", Question = "question" }
}

/// A record that is open when a mentorship ends, or was closed by the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Leftover {
    pub kind: LeftoverKind,
    pub id: i64,
    /// The side that owes it. `None`: a check-in, which concerns both.
    pub side: Option<Side>,
    pub title: String,
    /// The planned time of a check-in. `None`: another type of record.
    pub at: Option<DateTime<Utc>>,
    pub is_closed: bool,
    pub private: bool,
}

impl Leftover {
    /// Returns the check-in as a leftover. `None`: it was over before the end.
    pub fn checkin(checkin: &Record<CheckIn>) -> Option<Leftover> {
        let is_left = checkin.is_open() || checkin.because.as_deref() == Some(ENDED);
        is_left.then(|| Leftover {
            kind: LeftoverKind::CheckIn,
            id: checkin.id.number(),
            side: None,
            title: String::new(),
            at: checkin.planned_at,
            is_closed: !checkin.is_open(),
            private: false,
        })
    }

    pub fn followup(followup: &Record<FollowUp>) -> Option<Leftover> {
        let is_left = followup.is_open() || followup.because.as_deref() == Some(ENDED);
        is_left.then(|| Leftover {
            kind: LeftoverKind::FollowUp,
            id: followup.id.number(),
            side: Some(followup.owner),
            title: followup.title.clone(),
            at: None,
            is_closed: !followup.is_open(),
            private: followup.private,
        })
    }

    pub fn question(question: &Record<Question>) -> Option<Leftover> {
        let is_left = question.is_open() || question.because.as_deref() == Some(ENDED);
        is_left.then(|| Leftover {
            kind: LeftoverKind::Question,
            id: question.id.number(),
            side: Some(question.answerer()),
            title: question.title.clone(),
            at: None,
            is_closed: !question.is_open(),
            private: question.private,
        })
    }
}

impl PairItem for Closing {
    const LABEL: &'static str = "closing";

    fn pair(&self) -> Id<Pair> {
        self.pair
    }

    fn title(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.because.as_deref().unwrap_or(self.reason.word()))
    }

    fn is_private(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data;

    #[test]
    fn the_title_is_the_explanation_or_else_the_reason() {
        let mut closing = test_data::closing(None);
        assert_eq!(closing.title(), "achieved");
        closing.because = Some("She leads the reviews now".to_owned());
        assert_eq!(closing.title(), "She leads the reviews now");
    }

    #[test]
    fn every_reason_parses_from_its_word() {
        for reason in Reason::ALL {
            assert_eq!(reason.word().parse(), Ok(*reason));
        }
    }
}
