//! Resources to read, watch or attend, with their progress and benefit.

use chrono::NaiveDate;

use crate::domain::goal::Goal;
use crate::domain::pair::Pair;
use crate::domain::pair_item::{noun, states};
use crate::domain::record::Id;
use crate::words;

words! {
    ResourceState { Open = "open", Begun = "begun", Done = "done", Dropped = "dropped" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    pub pair: Id<Pair>,
    pub title: String,
    /// A URL or another location.
    pub link: Option<String>,
    pub why: Option<String>,
    pub goal: Option<Id<Goal>>,
    pub state: ResourceState,
    pub state_on: NaiveDate,
    /// What it was good for, or why it was dropped.
    pub because: Option<String>,
    pub private: bool,
}

noun!(Resource, "resource", title);
states!(Resource, ResourceState);

impl Resource {
    pub fn is_open(&self) -> bool {
        matches!(self.state, ResourceState::Open | ResourceState::Begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_data::date;

    #[test]
    fn a_resource_is_open_until_done_or_dropped() {
        let is_open = |state| {
            let resource = Resource {
                pair: Id::new(1),
                title: "A talk".to_owned(),
                link: None,
                why: None,
                goal: None,
                state,
                state_on: date("2026-12-01"),
                because: None,
                private: false,
            };
            resource.is_open()
        };
        assert!(is_open(ResourceState::Open) && is_open(ResourceState::Begun));
        assert!(!is_open(ResourceState::Done) && !is_open(ResourceState::Dropped));
    }
}
