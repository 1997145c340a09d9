//! Why a goal should be discussed at the next check-in.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::goal::GoalHistory;
use crate::words;

words! {
    /// Why a goal should be discussed.
    Concern {
        Past = "past its target",
        Near = "target is near",
        Falling = "confidence is falling",
        Low = "confidence is under 7",
        Quiet = "not touched for 4 weeks",
    }
}

impl Concern {
    /// Returns the concern as shown to users.
    pub fn label(self) -> &'static str {
        match self {
            Concern::Past => "past its target date",
            Concern::Low => "confidence below 7",
            Concern::Quiet => "no update for 4 weeks",
            Concern::Near | Concern::Falling => self.word(),
        }
    }

    /// Returns the most important reason to discuss a goal. A target within two weeks is near, a confidence below 7
    /// deserves a question (GROW), and four weeks without an update are quiet.
    pub fn for_goal(
        history: &GoalHistory,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Option<Concern> {
        let days_left = history.goal.target.map(|target| (target - today).num_days());
        let confidences = history.confidences();
        let is_falling = matches!(confidences.as_slice(), [.., before, last] if last < before);
        match days_left {
            Some(..0) => Some(Concern::Past),
            Some(0..=14) => Some(Concern::Near),
            _ if is_falling => Some(Concern::Falling),
            _ if confidences.last().is_some_and(|last| *last < 7) => Some(Concern::Low),
            _ if (now - history.last_updated()).num_days() >= 28 => Some(Concern::Quiet),
            _ => None,
        }
    }
}
