//! The present, in the user's style of dates: what `fri` means and how a day is written depend on both.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::dates::DateStyle;
use crate::domain::zone::Tz;

/// The present moment of a run, or the moment of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub at: DateTime<Utc>,
    pub style: DateStyle,
}

impl Now {
    /// Returns the current day in a zone.
    pub fn today_in(self, zone: Tz) -> Today {
        self.style.today(self.at.with_timezone(&zone).date_naive())
    }
}

/// The day that counts as today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    pub day: NaiveDate,
    pub style: DateStyle,
}
