//! Feedback as situation, behaviour, impact.
//!
//! SBI is the Center for Creative Leadership's form: when and where, what was seen or heard, what it did.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::dates;
use crate::domain::goal::Goal;
use crate::domain::pair::Pair;
use crate::domain::pair_item::noun;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::words;

words! {
    FeedbackKind { Keep = "keep", Change = "change" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    pub pair: Id<Pair>,
    pub from: Side,
    pub kind: FeedbackKind,
    pub on: NaiveDate,
    pub situation: String,
    pub behaviour: String,
    pub impact: String,
    /// What the giver would like to see next.
    pub request: Option<String>,
    pub goal: Option<Id<Goal>>,
    /// The receiver's words.
    pub response: Option<String>,
    pub responded_on: Option<NaiveDate>,
    /// Date to revisit it together.
    pub follow_up: Option<NaiveDate>,
    pub private: bool,
    /// When the response was recorded; `None`: it was not kept.
    pub responded_at: Option<DateTime<Utc>>,
}

/// A gentle remark on a text that may be hard to hear; never a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedbackRemark {
    /// A word that judges the person or overstates, in the description of the behaviour.
    Judges(&'static str),
    /// The situation names neither a day nor an occasion.
    NoOccasion,
}

const JUDGING: &[&str] = &[
    "always",
    "never",
    "lazy",
    "unprofessional",
    "careless",
    "rude",
    "stupid",
    "sloppy",
    "incompetent",
    "difficult",
    "aggressive",
    "negative",
    "bad attitude",
    "obviously",
    "everyone",
];

/// Words that place a situation, besides the names of months and weekdays.
const OCCASIONS: &[&str] = &[
    "today",
    "yesterday",
    "week",
    "month",
    "morning",
    "afternoon",
    "evening",
    "last",
    "during",
    "when",
    "call",
    "meeting",
    "review",
    "talk",
    "demo",
    "session",
];

/// What could be put so that it is easier to hear: the behaviour without judgement words, the situation with a day.
pub fn remarks(situation: &str, behaviour: &str) -> Vec<FeedbackRemark> {
    let words_of = |text: &str| format!(" {} ", plain_words(text));
    let behaviour = words_of(behaviour);
    let mut remarks: Vec<FeedbackRemark> = JUDGING
        .iter()
        .filter(|word| behaviour.contains(&format!(" {word} ")))
        .map(|word| FeedbackRemark::Judges(word))
        .collect();
    let has_digit = situation.chars().any(|c| c.is_ascii_digit());
    let situation = words_of(situation);
    let has_occasion = situation
        .split_whitespace()
        .any(|word| OCCASIONS.contains(&word) || dates::is_month_or_weekday(word));
    if !has_digit && !has_occasion {
        remarks.push(FeedbackRemark::NoOccasion);
    }
    remarks
}

/// Lower case, letters only, one space between words; `Tuesday's` becomes `tuesday s`.
fn plain_words(text: &str) -> String {
    let letters: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

noun!(Feedback, "feedback", situation);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judgement_words_in_the_behaviour_are_remarked_on() {
        assert_eq!(
            remarks("Tuesday's incident call", "You are always lazy"),
            vec![
                FeedbackRemark::Judges("always"),
                FeedbackRemark::Judges("lazy")
            ]
        );
    }

    #[test]
    fn a_situation_without_a_day_or_occasion_is_remarked_on() {
        assert_eq!(
            remarks("Your code", "You left two tests red"),
            vec![FeedbackRemark::NoOccasion]
        );
    }

    #[test]
    fn plain_observations_pass() {
        assert!(
            remarks(
                "Tuesday's incident call",
                "You gave a status every 10 minutes"
            )
            .is_empty()
        );
    }
}
