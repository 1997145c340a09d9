//! Wins and insights: small records that a check-in leaves behind.

use chrono::{Days, NaiveDate};

use crate::domain::checkin::CheckIn;
use crate::domain::goal::Goal;
use crate::domain::noun::noun;
use crate::domain::pair::Pair;
use crate::domain::record::Id;
use crate::words;

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
    /// The call in which it was given.
    pub checkin: Option<Id<CheckIn>>,
    pub private: bool,
    /// What came of it; none: nobody has said.
    pub outcome: Option<AdviceOutcome>,
    pub outcome_on: Option<NaiveDate>,
    pub outcome_note: Option<String>,
}

words! {
    /// Whether advice was taken, and whether it helped.
    AdviceOutcome { Helped = "helped", DidNotHelp = "did-not-help", NotTaken = "not-taken" }
}

/// Days after which it is fair to ask what came of a piece of advice.
pub const OUTCOME_AFTER: u64 = 42;

/// Days after which an insight is recalled from memory, first and second time: what is explained in one's own words after
/// a while stays longer than what is read again (retrieval practice and spacing, `docs/sources.md`).
pub const RECALL_AFTER: [u64; 2] = [14, 42];

/// An insight explained in the mentee's own words, from memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Recall {
    pub pair: Id<Pair>,
    pub insight: Id<Insight>,
    pub on: NaiveDate,
    pub words: String,
}

impl Insight {
    /// The day on which it comes back to be explained, after so many recalls; none: it has been recalled enough.
    pub fn recall_on(&self, recalls: usize) -> Option<NaiveDate> {
        let days = RECALL_AFTER.get(recalls)?;
        self.on.checked_add_days(Days::new(*days))
    }

    /// The day from which it is fair to ask what came of it; none: it is known.
    pub fn outcome_due(&self) -> Option<NaiveDate> {
        let due = self.on.checked_add_days(Days::new(OUTCOME_AFTER));
        due.filter(|_| self.outcome.is_none())
    }
}

noun!(Win, "win", title);
noun!(Insight, "insight", title);
