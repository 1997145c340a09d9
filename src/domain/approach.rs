//! A way of working that was tried in a call, and whether it worked: adaptation follows evidence, not a label.
//!
//! Matching teaching to "learning styles" has no support (Pashler et al. 2008); what helped this person before does.

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

/// One way of working over all the times it was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApproachTally {
    pub title: String,
    pub worked: usize,
    pub tried: usize,
}

/// What was tried, the same words counted together whatever their case; what worked most often first.
pub fn tally(approaches: &[Record<Approach>]) -> Vec<ApproachTally> {
    let mut found: Vec<ApproachTally> = Vec::new();
    for one in approaches {
        let name = one.title.to_lowercase();
        let known = found
            .iter()
            .position(|known| known.title.to_lowercase() == name);
        let at = known.unwrap_or_else(|| {
            found.push(ApproachTally {
                title: one.title.clone(),
                worked: 0,
                tried: 0,
            });
            found.len() - 1
        });
        found[at].tried += 1;
        found[at].worked += usize::from(one.worked == Some(Worked::Yes));
    }
    found.sort_by_key(|one| std::cmp::Reverse((one.worked, one.tried)));
    found
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
    fn the_same_approach_is_counted_together_and_what_worked_comes_first() {
        let found = tally(&[
            with_result("Whiteboard", Some(Worked::No)),
            with_result("Written first", None),
            with_result("written first", Some(Worked::Yes)),
        ]);
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.title.as_str(), one.worked, one.tried))
            .collect();
        assert_eq!(told, [("Written first", 1, 2), ("Whiteboard", 0, 1)]);
    }
}
