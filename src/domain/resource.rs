//! Something to read, watch or take part in: why, how far, and what it gave.

use chrono::NaiveDate;

use crate::domain::goal::Goal;
use crate::domain::noun::noun;
use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::words;

words! {
    ResourceState { Open = "open", Begun = "begun", Done = "done", Dropped = "dropped" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    pub pair: Id<Pair>,
    pub title: String,
    /// Where it is.
    pub link: Option<String>,
    pub why: Option<String>,
    pub goal: Option<Id<Goal>>,
    pub state: ResourceState,
    pub state_on: NaiveDate,
    /// What it gave, or why it was dropped.
    pub because: Option<String>,
    pub private: bool,
}

noun!(Resource, "resource", title);

impl Resource {
    pub fn is_open(&self) -> bool {
        matches!(self.state, ResourceState::Open | ResourceState::Begun)
    }
}
