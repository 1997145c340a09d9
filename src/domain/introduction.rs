//! The mentor opens a door: each step has the consent that it needs, and a date.
//!
//! Double opt-in: nobody is introduced before the third person has agreed to it.

use chrono::{Days, NaiveDate};

use crate::domain::followup::FollowUp;
use crate::domain::noun::noun;
use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::words;

words! {
    IntroductionState {
        Asked = "asked",
        Agreed = "agreed",
        Introduced = "introduced",
        Met = "met",
        Thanked = "thanked",
        /// The third person would rather not.
        Declined = "declined",
    }
}

/// Days after which a step that was not taken is worth a word.
pub const QUIET: u64 = 14;
/// Days after a meeting in which to say thank you.
pub const THANK_WITHIN: u64 = 3;

#[derive(Clone, Debug, PartialEq)]
pub struct Introduction {
    pub pair: Id<Pair>,
    /// Whom, and what they do.
    pub title: String,
    pub why: Option<String>,
    /// What the mentee would like of them.
    pub wish: Option<String>,
    pub state: IntroductionState,
    /// Day of the last step.
    pub state_on: NaiveDate,
    pub asked_on: NaiveDate,
    pub agreed_on: Option<NaiveDate>,
    pub introduced_on: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
    pub thanked_on: Option<NaiveDate>,
    pub because: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// The follow-up to say thank you.
    pub thanks: Option<Id<FollowUp>>,
    pub private: bool,
}

noun!(Introduction, "introduction", title);

impl Introduction {
    pub fn is_open(&self) -> bool {
        !matches!(
            self.state,
            IntroductionState::Thanked | IntroductionState::Declined
        )
    }

    /// The step after the present one; none after the last, or after a refusal.
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

    /// Takes a step, and keeps its day.
    pub fn step(&mut self, to: IntroductionState, on: NaiveDate) {
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

    /// The day on which it is worth asking what became of it; none once it is over.
    pub fn ask_on(&self) -> Option<NaiveDate> {
        let wait = Days::new(QUIET);
        self.is_open().then(|| {
            self.state_on
                .checked_add_days(wait)
                .unwrap_or(self.state_on)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_one_another_and_keep_their_days() {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut one = Introduction {
            pair: Id::new(1),
            title: "Kim".to_owned(),
            why: None,
            wish: None,
            state: IntroductionState::Asked,
            state_on: on("2026-12-01"),
            asked_on: on("2026-12-01"),
            agreed_on: None,
            introduced_on: None,
            met_on: None,
            thanked_on: None,
            because: None,
            outcome: None,
            thanks: None,
            private: false,
        };
        assert_eq!(one.ask_on(), Some(on("2026-12-15")));
        let mut day = on("2026-12-02");
        while let Some(next) = one.next() {
            one.step(next, day);
            day = day.succ_opt().unwrap();
        }
        assert_eq!(one.state, IntroductionState::Thanked);
        assert_eq!(one.agreed_on, Some(on("2026-12-02")));
        assert_eq!(one.thanked_on, Some(on("2026-12-05")));
        assert_eq!(one.ask_on(), None);
    }
}
