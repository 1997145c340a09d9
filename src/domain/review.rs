//! Stored progress reviews. The conclusions of each are the baseline of the next.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::pair::Pair;
use crate::domain::pair_item::PairItem;
use crate::domain::record::Id;

#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    pub pair: Id<Pair>,
    /// First day of the period.
    pub since: NaiveDate,
    /// Day of the review and last day of the period.
    pub on: NaiveDate,
    pub achievements: Vec<String>,
    /// Areas for improvement.
    pub improve: Vec<String>,
    /// Next steps.
    pub next: Vec<String>,
    pub stop: Vec<String>,
    pub start: Vec<String>,
    /// What to continue.
    pub go_on: Vec<String>,
    /// Changes to make to the agreement.
    pub agreement: Vec<String>,
    pub notes: Option<String>,
    pub private: bool,
    /// The moment at which the period ends and the next one begins. `None`: a review from before it was recorded.
    pub at: Option<DateTime<Utc>>,
}

impl PairItem for Review {
    const LABEL: &'static str = "review";

    fn pair(&self) -> Id<Pair> {
        self.pair
    }

    /// Returns the next steps on one line.
    fn title(&self) -> Cow<'_, str> {
        Cow::Owned(self.next.join("; "))
    }

    fn is_private(&self) -> bool {
        self.private
    }
}
