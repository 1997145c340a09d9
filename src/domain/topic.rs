//! Topics for the agenda.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::pair::Pair;
use crate::domain::pair_item::{HasState, noun};
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::words;

words! {
    TopicState { Open = "open", Covered = "covered", Dropped = "dropped" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    pub pair: Id<Pair>,
    pub title: String,
    pub notes: Option<String>,
    pub from: Side,
    pub state: TopicState,
    pub state_on: NaiveDate,
    /// The check-in in which it was covered.
    pub covered_in: Option<Id<CheckIn>>,
    pub private: bool,
}

noun!(Topic, "topic", title);

impl HasState for Topic {
    type State = TopicState;
    const HAS_REASONS: bool = false;

    fn state(&self) -> TopicState {
        self.state
    }

    fn set_state(
        &mut self,
        to: TopicState,
        on: NaiveDate,
        _at: DateTime<Utc>,
        _because: Option<String>,
    ) {
        self.state = to;
        self.state_on = on;
        self.covered_in = None;
    }
}
