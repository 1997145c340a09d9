//! Wins and insights: small records that a check-in leaves behind.

use chrono::NaiveDate;

use crate::domain::checkin::CheckIn;
use crate::domain::goal::Goal;
use crate::domain::noun::noun;
use crate::domain::pair::Pair;
use crate::domain::record::Id;

/// Something that went well; evidence for confidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Win {
    pub pair: Id<Pair>,
    pub title: String,
    pub on: NaiveDate,
    pub goal: Option<Id<Goal>>,
    pub checkin: Option<Id<CheckIn>>,
    pub private: bool,
}

/// Advice or industry knowledge given by the mentor.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    pub pair: Id<Pair>,
    pub title: String,
    pub on: NaiveDate,
    pub checkin: Option<Id<CheckIn>>,
    pub private: bool,
}

noun!(Win, "win", title);
noun!(Insight, "insight", title);
