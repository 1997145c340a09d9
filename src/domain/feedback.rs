//! Feedback as situation, behaviour, impact.
//!
//! The SBI format of the Center for Creative Leadership: when and where, what was seen or heard, what effect it had.

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
    /// What the giver asks for.
    pub request: Option<String>,
    pub goal: Option<Id<Goal>>,
    /// The receiver's words.
    pub response: Option<String>,
    pub responded_on: Option<NaiveDate>,
    /// The date on which the two revisit it.
    pub follow_up: Option<NaiveDate>,
    pub private: bool,
    /// When the response was recorded. `None`: there is no response, or its time is unknown.
    pub responded_at: Option<DateTime<Utc>>,
}

/// A suggestion for wording that may be hard to hear. It never blocks the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedbackRemark {
    /// The description of the behaviour contains this word, which judges the person or overstates.
    Judges(&'static str),
    /// The situation names neither a day nor an occasion.
    NoOccasion,
}

const JUDGING: &[&str] = &[
    "always", "never", "lazy", "unprofessional", "careless", "rude", "stupid", "sloppy",
    "incompetent", "difficult", "aggressive", "negative", "bad attitude", "obviously", "everyone",
];

/// Words that place a situation in time, besides the names of months and weekdays.
const OCCASIONS: &[&str] = &[
    "today", "yesterday", "week", "month", "morning", "afternoon", "evening", "last", "during",
    "when", "call", "meeting", "review", "talk", "demo", "session",
];

/// Returns what would make the feedback easier to hear: a behaviour without judgement words, a situation with a day or
/// an occasion.
pub fn remarks(situation: &str, behaviour: &str) -> Vec<FeedbackRemark> {
    let padded_words = |text: &str| format!(" {} ", plain_words(text));
    let behaviour = padded_words(behaviour);
    let mut remarks: Vec<FeedbackRemark> = JUDGING
        .iter()
        .filter(|word| behaviour.contains(&format!(" {word} ")))
        .map(|word| FeedbackRemark::Judges(word))
        .collect();
    let has_digit = situation.chars().any(|c| c.is_ascii_digit());
    let situation = padded_words(situation);
    let has_occasion = situation
        .split_whitespace()
        .any(|word| OCCASIONS.contains(&word) || dates::is_month_or_weekday(word));
    if !has_digit && !has_occasion {
        remarks.push(FeedbackRemark::NoOccasion);
    }
    remarks
}

/// Returns the text in lower case, with a single space in place of every run of punctuation; `Tuesday's` becomes
/// `tuesday s`.
fn plain_words(text: &str) -> String {
    let without_punctuation: String =
        text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    without_punctuation.split_whitespace().collect::<Vec<_>>().join(" ")
}

noun!(Feedback, "feedback", situation);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judgement_words_in_the_behaviour_are_reported() {
        assert_eq!(
            remarks("Tuesday's incident call", "You are always lazy"),
            vec![FeedbackRemark::Judges("always"), FeedbackRemark::Judges("lazy")]
        );
    }

    #[test]
    fn a_situation_without_a_day_or_occasion_is_reported() {
        assert_eq!(
            remarks("Your code", "You left two tests red"),
            vec![FeedbackRemark::NoOccasion]
        );
    }

    #[test]
    fn plain_observations_pass() {
        assert!(
            remarks("Tuesday's incident call", "You gave a status every 10 minutes").is_empty()
        );
    }
}
