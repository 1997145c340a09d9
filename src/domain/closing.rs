//! An end that is one: why, what both learned, what stays, and one date to ask where they are now.
//!
//! The fields are those of closing conversations in mentoring programmes; ending is nobody's fault (`docs/sources.md`).

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
    /// What remains, and where it goes.
    pub remains: Option<String>,
    pub thanks: Option<String>,
    /// What contact goes on, honestly.
    pub contact_after: Option<String>,
    /// What to do differently next time, a line each; offered when the next agreement is made.
    pub differently: Vec<String>,
    /// Day on which to ask where they are now.
    pub update_on: Option<NaiveDate>,
    /// Where they are now.
    pub update: Option<String>,
    pub updated_on: Option<NaiveDate>,
}

/// Why something is closed that the end of the mentorship closes.
pub const ENDED: &str = "the mentorship ended";

words! {
    LeftoverKind { CheckIn = "checkin", FollowUp = "followup", Question = "question" }
}

/// What is open when a mentorship ends, or was closed by its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Leftover {
    pub kind: LeftoverKind,
    pub id: i64,
    /// Who owes it.
    pub side: Option<Side>,
    pub title: String,
    /// When a check-in is planned.
    pub at: Option<DateTime<Utc>>,
    pub is_closed: bool,
    pub private: bool,
}

impl Leftover {
    /// None: it was over before the end.
    pub fn checkin(one: &Record<CheckIn>) -> Option<Leftover> {
        let is_left = one.is_open() || one.because.as_deref() == Some(ENDED);
        is_left.then(|| Leftover {
            kind: LeftoverKind::CheckIn,
            id: one.id.number(),
            side: None,
            title: String::new(),
            at: one.planned_at,
            is_closed: !one.is_open(),
            private: false,
        })
    }

    pub fn followup(one: &Record<FollowUp>) -> Option<Leftover> {
        let is_left = one.is_open() || one.because.as_deref() == Some(ENDED);
        is_left.then(|| Leftover {
            kind: LeftoverKind::FollowUp,
            id: one.id.number(),
            side: Some(one.owner),
            title: one.title.clone(),
            at: None,
            is_closed: !one.is_open(),
            private: one.private,
        })
    }

    pub fn question(one: &Record<Question>) -> Option<Leftover> {
        let is_left = one.is_open() || one.because.as_deref() == Some(ENDED);
        is_left.then(|| Leftover {
            kind: LeftoverKind::Question,
            id: one.id.number(),
            side: Some(one.answerer()),
            title: one.title.clone(),
            at: None,
            is_closed: !one.is_open(),
            private: one.private,
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
    fn it_is_named_by_what_was_said_of_the_reason_or_by_the_reason() {
        let mut closing = test_data::closing(None);
        assert_eq!(closing.title(), "achieved");
        closing.because = Some("She leads the reviews now".to_owned());
        assert_eq!(closing.title(), "She leads the reviews now");
    }

    #[test]
    fn every_reason_is_a_word_that_can_be_typed() {
        for reason in Reason::ALL {
            assert_eq!(reason.word().parse(), Ok(*reason));
        }
    }
}
