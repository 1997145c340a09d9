//! Introductions of the mentee to a third person, with the date of each stage.
//!
//! Introductions are double opt-in: the third person has to agree first.

use chrono::{Days, NaiveDate};

use crate::domain::dates::{self, DateStyle};
use crate::domain::followup::FollowUp;
use crate::domain::pair::Pair;
use crate::domain::pair_item::noun;
use crate::domain::record::Id;
use crate::words;

words! {
    IntroductionState {
        Asked = "asked",
        Agreed = "agreed",
        Introduced = "introduced",
        Met = "met",
        Thanked = "thanked",
        /// The third person declined.
        Declined = "declined",
    }
}

/// Days without a new stage after which to ask about it.
pub const FOLLOW_UP_AFTER: u64 = 14;
/// Days after the meeting within which to say thank you.
pub const THANK_WITHIN: u64 = 3;

#[derive(Clone, Debug, PartialEq)]
pub struct Introduction {
    pub pair: Id<Pair>,
    /// Name and role.
    pub title: String,
    pub why: Option<String>,
    /// What the mentee hopes for.
    pub wish: Option<String>,
    pub state: IntroductionState,
    /// Day of the current stage.
    pub state_on: NaiveDate,
    pub asked_on: NaiveDate,
    pub agreed_on: Option<NaiveDate>,
    pub introduced_on: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    pub thanked_on: Option<NaiveDate>,
    pub because: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// The follow-up for saying thank you.
    pub thanks: Option<Id<FollowUp>>,
    pub private: bool,
}

noun!(Introduction, "introduction", title);

/// Why a stage was refused.
#[derive(Debug, PartialEq, Eq)]
pub enum StageError {
    Over { state: IntroductionState, on: NaiveDate },
    Behind(IntroductionState),
    TooLate(IntroductionState),
    NoConsent,
    Backwards { state: IntroductionState, since: NaiveDate, to: IntroductionState, on: NaiveDate },
}

impl StageError {
    /// Returns the reason, phrased to follow the name of the introduction.
    pub fn reason(&self, style: DateStyle) -> String {
        let day = |day: &NaiveDate| dates::range(*day, *day, style);
        match self {
            StageError::Over { state, on } => format!("was {state} on {} and is over", day(on)),
            StageError::Behind(state) => format!("is already {state}"),
            StageError::TooLate(state) => format!("is already {state} and can't be declined"),
            StageError::NoConsent => "has not been agreed to yet".to_owned(),
            StageError::Backwards { state, since, to, on } => {
                format!("was {state} on {} and can't be {to} on {}", day(since), day(on))
            }
        }
    }
}

impl Introduction {
    /// Returns the name without the role.
    pub fn name(&self) -> &str {
        let name = self.title.split(',').next().unwrap_or_default().trim();
        if name.is_empty() { &self.title } else { name }
    }

    pub fn is_open(&self) -> bool {
        !matches!(self.state, IntroductionState::Thanked | IntroductionState::Declined)
    }

    /// Returns the next stage. `None`: the introduction is thanked or declined.
    pub fn next(&self) -> Option<IntroductionState> {
        use IntroductionState::{Agreed, Asked, Declined, Introduced, Met, Thanked};
        match self.state {
            Asked => Some(Agreed),
            Agreed => Some(Introduced),
            Introduced => Some(Met),
            Met => Some(Thanked),
            Thanked | Declined => None,
        }
    }

    /// Moves to a stage and records its day. Stages may be skipped, except consent.
    pub fn advance_to(&mut self, to: IntroductionState, on: NaiveDate) -> Result<(), StageError> {
        let (state, since) = (self.state, self.state_on);
        if !self.is_open() {
            return Err(StageError::Over { state, on: since });
        }
        if to == IntroductionState::Declined && state >= IntroductionState::Introduced {
            return Err(StageError::TooLate(state));
        }
        if to <= state {
            return Err(StageError::Behind(state));
        }
        let has_consent = state >= IntroductionState::Agreed;
        if !has_consent && !matches!(to, IntroductionState::Agreed | IntroductionState::Declined) {
            return Err(StageError::NoConsent);
        }
        if on < since {
            return Err(StageError::Backwards { state, since, to, on });
        }
        self.set_stage(to, on);
        Ok(())
    }

    fn set_stage(&mut self, to: IntroductionState, on: NaiveDate) {
        let day = match to {
            IntroductionState::Asked | IntroductionState::Declined => None,
            IntroductionState::Agreed => Some(&mut self.agreed_on),
            IntroductionState::Introduced => Some(&mut self.introduced_on),
            IntroductionState::Met => Some(&mut self.met_on),
            IntroductionState::Thanked => Some(&mut self.thanked_on),
        };
        if let Some(day) = day {
            *day = Some(on);
        }
        self.state = to;
        self.state_on = on;
    }

    /// Returns the day on which to ask about it. `None`: it is over.
    pub fn follow_up_on(&self) -> Option<NaiveDate> {
        let wait = Days::new(FOLLOW_UP_AFTER);
        self.is_open().then(|| self.state_on.checked_add_days(wait).unwrap_or(self.state_on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::{date, introduction};

    fn asked_introduction(title: &str) -> Introduction {
        introduction(title, "2026-12-01")
    }

    #[test]
    fn stages_follow_one_another_and_record_their_days() {
        let mut introduction = asked_introduction("Kim");
        assert_eq!(introduction.follow_up_on(), Some(date("2026-12-15")));
        let mut day = date("2026-12-02");
        while let Some(next) = introduction.next() {
            introduction.advance_to(next, day).unwrap();
            day = day.succ_opt().unwrap();
        }
        assert_eq!(introduction.state, IntroductionState::Thanked);
        assert_eq!(introduction.agreed_on, Some(date("2026-12-02")));
        assert_eq!(introduction.thanked_on, Some(date("2026-12-05")));
        assert_eq!(introduction.follow_up_on(), None);
    }

    #[test]
    fn an_introduction_requires_consent() {
        let mut introduction = asked_introduction("Kim");
        let day = date("2026-12-02");
        assert_eq!(
            introduction.advance_to(IntroductionState::Introduced, day),
            Err(StageError::NoConsent)
        );
        introduction.advance_to(IntroductionState::Agreed, day).unwrap();
        assert_eq!(introduction.advance_to(IntroductionState::Met, day), Ok(()));
    }

    #[test]
    fn a_refusal_is_final_and_only_possible_before_the_introduction() {
        let day = date("2026-12-02");
        let mut declined = asked_introduction("Kim");
        declined.advance_to(IntroductionState::Declined, day).unwrap();
        assert_eq!(
            declined.advance_to(IntroductionState::Agreed, day),
            Err(StageError::Over { state: IntroductionState::Declined, on: day })
        );
        let mut introduced = asked_introduction("Pat");
        introduced.advance_to(IntroductionState::Agreed, day).unwrap();
        introduced.advance_to(IntroductionState::Introduced, day).unwrap();
        assert_eq!(
            introduced.advance_to(IntroductionState::Declined, day),
            Err(StageError::TooLate(IntroductionState::Introduced))
        );
    }

    #[test]
    fn stages_never_go_back_in_order_or_time() {
        let mut introduction = asked_introduction("Kim");
        introduction.advance_to(IntroductionState::Agreed, date("2026-12-04")).unwrap();
        assert_eq!(
            introduction.advance_to(IntroductionState::Agreed, date("2026-12-05")),
            Err(StageError::Behind(IntroductionState::Agreed))
        );
        let back = introduction.advance_to(IntroductionState::Introduced, date("2026-12-03"));
        assert_eq!(
            back.unwrap_err().reason(DateStyle::USUAL),
            "was agreed on 4 Dec 2026 and can't be introduced on 3 Dec 2026"
        );
    }

    #[test]
    fn a_name_ends_at_the_comma() {
        assert_eq!(asked_introduction("Kim Lee, who leads").name(), "Kim Lee");
        assert_eq!(asked_introduction("Kim Lee").name(), "Kim Lee");
        assert_eq!(asked_introduction(", of nobody").name(), ", of nobody");
    }
}
