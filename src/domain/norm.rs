//! Communication norms: how each side understands directness, silence and disagreement. Both answer early and in their
//! own words; nothing is inferred from a person's origin.

use chrono::NaiveDate;

use crate::domain::pair::Pair;
use crate::domain::pair_item::noun;
use crate::domain::person::Side;
use crate::domain::record::Id;

#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    pub pair: Id<Pair>,
    /// The question that both answer.
    pub title: String,
    pub mentor_says: Option<String>,
    pub mentor_said_on: Option<NaiveDate>,
    pub mentee_says: Option<String>,
    pub mentee_said_on: Option<NaiveDate>,
}

noun!(Norm, "norm", title, shared);

/// Questions worth asking early in most pairs.
pub const SUGGESTED: [&str; 6] = [
    "When I am silent in a call, it means",
    "When I disagree, you will notice by",
    "How direct do you want my feedback to be?",
    "Being on time means",
    "What should I call you, and how is your name said?",
    "When I say \"interesting\" or \"maybe\", I mean",
];

impl Norm {
    pub fn says(&self, side: Side) -> Option<&str> {
        match side {
            Side::Mentor => self.mentor_says.as_deref(),
            Side::Mentee => self.mentee_says.as_deref(),
        }
    }

    pub fn answer(&mut self, side: Side, words: String, on: NaiveDate) {
        let (says, said_on) = match side {
            Side::Mentor => (&mut self.mentor_says, &mut self.mentor_said_on),
            Side::Mentee => (&mut self.mentee_says, &mut self.mentee_said_on),
        };
        *says = Some(words);
        *said_on = Some(on);
    }

    /// Whether both have answered.
    pub fn is_answered(&self) -> bool {
        Side::ALL.iter().all(|side| self.says(*side).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::date;

    #[test]
    fn a_norm_is_answered_once_both_sides_have_answered() {
        let mut norm = Norm {
            pair: Id::new(1),
            title: "Silence means".to_owned(),
            mentor_says: None,
            mentor_said_on: None,
            mentee_says: None,
            mentee_said_on: None,
        };
        norm.answer(Side::Mentee, "I think".to_owned(), date("2026-12-01"));
        assert!(!norm.is_answered());
        assert_eq!(norm.says(Side::Mentor), None);
        norm.answer(Side::Mentor, "I disagree".to_owned(), date("2026-12-02"));
        assert!(norm.is_answered());
        assert_eq!(norm.says(Side::Mentee), Some("I think"));
        assert_eq!(norm.mentor_said_on, Some(date("2026-12-02")));
    }
}
