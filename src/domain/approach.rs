//! Approaches that were tried in a check-in, and whether they worked.
//!
//! There is no evidence for matching teaching to "learning styles" (Pashler et al. 2008), so mentor records what helped
//! this person before.

use chrono::NaiveDate;

use crate::domain::checkin::CheckIn;
use crate::domain::pair::Pair;
use crate::domain::pair_item::noun;
use crate::domain::record::{Id, Record};
use crate::words;

words! {
    Worked { Yes = "yes", No = "no" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Approach {
    pub pair: Id<Pair>,
    pub title: String,
    pub on: NaiveDate,
    pub worked: Option<Worked>,
    pub notes: Option<String>,
    pub checkin: Option<Id<CheckIn>>,
    pub private: bool,
}

noun!(Approach, "approach", title);

/// How often one way of working was tried, and how often it worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApproachTally {
    pub title: String,
    pub worked: usize,
    pub tried: usize,
}

/// Counts approaches by title, ignoring case. Those that worked most often come first.
pub fn tally(approaches: &[Record<Approach>]) -> Vec<ApproachTally> {
    let mut tallies: Vec<ApproachTally> = Vec::new();
    for approach in approaches {
        let name = approach.title.to_lowercase();
        let known = tallies.iter().position(|known| known.title.to_lowercase() == name);
        let index = known.unwrap_or_else(|| {
            tallies.push(ApproachTally { title: approach.title.clone(), worked: 0, tried: 0 });
            tallies.len() - 1
        });
        tallies[index].tried += 1;
        tallies[index].worked += usize::from(approach.worked == Some(Worked::Yes));
    }
    tallies.sort_by_key(|tally| std::cmp::Reverse((tally.worked, tally.tried)));
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_result(title: &str, worked: Option<Worked>) -> Record<Approach> {
        Record::with_id(
            1,
            Approach {
                pair: Id::new(1),
                title: title.to_owned(),
                on: NaiveDate::default(),
                worked,
                notes: None,
                checkin: None,
                private: false,
            },
        )
    }

    #[test]
    fn approaches_are_counted_by_title_and_sorted_by_success() {
        let tallies = tally(&[
            with_result("Whiteboard", Some(Worked::No)),
            with_result("Written first", None),
            with_result("written first", Some(Worked::Yes)),
        ]);
        let counts: Vec<_> =
            tallies.iter().map(|tally| (tally.title.as_str(), tally.worked, tally.tried)).collect();
        assert_eq!(counts, [("Written first", 1, 2), ("Whiteboard", 0, 1)]);
    }
}
