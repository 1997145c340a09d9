//! Pulse checks: short surveys about the relationship that each side answers alone.
//!
//! Mentoring programmes ask five to seven questions after a month and then every two or three months; asking more often
//! becomes a burden (`docs/sources.md`).

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use crate::domain::pair::Pair;
use crate::domain::pair_item::{PairItem, states};
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::words;

/// Days from one pulse to the next.
pub const REPEAT_AFTER: u64 = 75;
/// Days within which both sides should answer.
pub const OPEN_FOR: u64 = 7;
/// Difference between two ratings from which they are worth discussing.
pub const MIN_DIFFERENCE: u8 = 2;

words! {
    PulseState { Open = "open", Answered = "answered", Dropped = "dropped" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Pulse {
    pub pair: Id<Pair>,
    /// Day on which it was started.
    pub on: NaiveDate,
    pub state: PulseState,
    pub state_on: NaiveDate,
    pub because: Option<String>,
}

impl PairItem for Pulse {
    const LABEL: &'static str = "pulse";

    fn pair(&self) -> Id<Pair> {
        self.pair
    }

    /// Returns nothing: a pulse is named by its day.
    fn title(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn is_private(&self) -> bool {
        false
    }
}

states!(Pulse, PulseState);

/// The ratings of one side, from 1 (not at all) to 5 (fully). Never shown to the other side or exported for it.
#[derive(Clone, Debug, PartialEq)]
pub struct PulseAnswer {
    pub pair: Id<Pair>,
    pub pulse: Id<Pulse>,
    pub side: Side,
    pub on: NaiveDate,
    pub rhythm: u8,
    pub follow_through: u8,
    pub candour: u8,
    pub challenge: u8,
    pub support: u8,
    pub progress: u8,
    /// What to keep, as free text.
    pub keep: Option<String>,
    /// What to change, as free text.
    pub change: Option<String>,
    /// Never leaves the user's data file.
    pub feeling: Option<String>,
}

impl PairItem for PulseAnswer {
    const LABEL: &'static str = "pulse answer";

    fn pair(&self) -> Id<Pair> {
        self.pair
    }

    fn title(&self) -> Cow<'_, str> {
        Cow::Owned(format!("of the {}", self.side))
    }

    fn is_private(&self) -> bool {
        true
    }
}

/// The statements to rate, each with the name of the field that holds the rating.
pub const STATEMENTS: [(&str, &str); 6] = [
    ("rhythm", "We meet often enough and long enough"),
    ("follow_through", "Both of us do what we said we would"),
    ("candour", "I can say what I really think"),
    ("challenge", "My work is challenged, not me as a person"),
    ("support", "I get the support I need"),
    ("progress", "We are making progress on the goals"),
];

impl PulseAnswer {
    pub fn ratings(&self) -> [u8; 6] {
        [
            self.rhythm, self.follow_through, self.candour, self.challenge, self.support,
            self.progress,
        ]
    }
}

/// Returns the statements on which the two ratings differ enough to be worth discussing, each with the mentor's and the
/// mentee's.
pub fn differences(mentor: &PulseAnswer, mentee: &PulseAnswer) -> Vec<(&'static str, u8, u8)> {
    let both = mentor.ratings().into_iter().zip(mentee.ratings());
    let all = STATEMENTS.iter().zip(both);
    all.filter(|(_, (a, b))| a.abs_diff(*b) >= MIN_DIFFERENCE)
        .map(|((_, statement), (a, b))| (*statement, a, b))
        .collect()
}

/// Returns the day of the next pulse after one that was started on `last`.
pub fn next_due(last: NaiveDate) -> Option<NaiveDate> {
    last.checked_add_days(Days::new(REPEAT_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::{date, pulse_answer};

    #[test]
    fn ratings_two_or_more_apart_are_reported() {
        let mentor = pulse_answer(Side::Mentor, [4, 4, 5, 3, 4, 4]);
        let mentee = pulse_answer(Side::Mentee, [3, 4, 2, 5, 4, 4]);
        let found: Vec<_> =
            differences(&mentor, &mentee).into_iter().map(|(_, a, b)| (a, b)).collect();
        assert_eq!(found, [(5, 2), (3, 5)]);
    }

    #[test]
    fn the_next_pulse_is_due_after_two_and_a_half_months() {
        assert_eq!(next_due(date("2026-12-31")), Some(date("2027-03-16")));
    }
}
