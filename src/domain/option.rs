//! A career path or opportunity: considered, pursued, decided, with the reasons at the time.

use chrono::NaiveDate;

use crate::domain::pair::Pair;
use crate::domain::pair_item::noun;
use crate::domain::record::Id;
use crate::words;

words! {
    OptionState {
        Considered = "considered",
        Pursued = "pursued",
        Taken = "taken",
        Declined = "declined",
    }
}

/// Called a career option here, since the language has an `Option` of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct CareerOption {
    pub pair: Id<Pair>,
    pub title: String,
    pub why: Option<String>,
    /// What it takes, a line each.
    pub requires: Vec<String>,
    /// Those of `requires` that are met.
    pub met: Vec<String>,
    pub state: OptionState,
    pub state_on: NaiveDate,
    /// The reasons of the last decision.
    pub because: Option<String>,
    pub private: bool,
}

noun!(CareerOption, "option", title);

impl CareerOption {
    /// Whether it is still being thought about.
    pub fn is_open(&self) -> bool {
        matches!(self.state, OptionState::Considered | OptionState::Pursued)
    }

    /// What it takes and is not there yet.
    pub fn unmet(&self) -> impl Iterator<Item = &String> {
        self.requires.iter().filter(|need| !self.met.contains(need))
    }
}

words! {
    NoteKind { Note = "note", Decided = "decided", Reopened = "reopened" }
}

/// What was learned or decided, with its day. None is ever overwritten.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionNote {
    pub pair: Id<Pair>,
    pub option: Id<CareerOption>,
    pub on: NaiveDate,
    pub kind: NoteKind,
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::date;

    fn option(state: OptionState) -> CareerOption {
        CareerOption {
            pair: Id::new(1),
            title: "Staff engineer".to_owned(),
            why: None,
            requires: vec!["Two reviews".to_owned(), "A talk".to_owned()],
            met: vec!["A talk".to_owned()],
            state,
            state_on: date("2026-12-01"),
            because: None,
            private: false,
        }
    }

    #[test]
    fn what_is_not_met_is_a_gap() {
        let option = option(OptionState::Considered);
        assert_eq!(option.unmet().collect::<Vec<_>>(), ["Two reviews"]);
    }

    #[test]
    fn what_is_pursued_is_still_thought_about() {
        let is_open = |state| option(state).is_open();
        assert!(is_open(OptionState::Considered) && is_open(OptionState::Pursued));
        assert!(!is_open(OptionState::Taken) && !is_open(OptionState::Declined));
    }
}
