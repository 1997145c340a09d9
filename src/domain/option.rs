//! Career options: paths or opportunities under consideration, with the requirements and the reasons for each decision.

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

/// A career path or opportunity. Not named `Option`, to avoid a clash with the standard type.
#[derive(Clone, Debug, PartialEq)]
pub struct CareerOption {
    pub pair: Id<Pair>,
    pub title: String,
    pub why: Option<String>,
    /// Requirements, one per entry.
    pub requires: Vec<String>,
    /// The entries of `requires` that are met.
    pub met: Vec<String>,
    pub state: OptionState,
    pub state_on: NaiveDate,
    /// The reasons for the last decision.
    pub because: Option<String>,
    pub private: bool,
}

noun!(CareerOption, "career option", title);

impl CareerOption {
    /// Whether it is still undecided.
    pub fn is_open(&self) -> bool {
        matches!(self.state, OptionState::Considered | OptionState::Pursued)
    }

    /// Returns the requirements that are not met yet.
    pub fn unmet(&self) -> impl Iterator<Item = &String> {
        self.requires.iter().filter(|need| !self.met.contains(need))
    }
}

words! {
    NoteKind { Note = "note", Decided = "decided", Reopened = "reopened" }
}

/// A dated note about an option. Notes are appended and never overwritten.
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
    fn unmet_requirements_are_gaps() {
        let option = option(OptionState::Considered);
        assert_eq!(option.unmet().collect::<Vec<_>>(), ["Two reviews"]);
    }

    #[test]
    fn a_pursued_option_is_open() {
        let is_open = |state| option(state).is_open();
        assert!(is_open(OptionState::Considered) && is_open(OptionState::Pursued));
        assert!(!is_open(OptionState::Taken) && !is_open(OptionState::Declined));
    }
}
