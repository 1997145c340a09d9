//! The user's style for writing and reading days.

use chrono::{DateTime, NaiveDate, Utc, Weekday};

use crate::domain::dates::{Now, Today};
use crate::words;

words! {
    Manner {
        Default = "default",
        Iso = "iso",
        American = "american",
        Long = "long",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateStyle {
    pub manner: Manner,
    pub week_starts: Weekday,
}

impl DateStyle {
    pub const USUAL: DateStyle = DateStyle { manner: Manner::Default, week_starts: Weekday::Mon };

    /// The style of machines: JSON, CSV.
    pub const ISO: DateStyle = DateStyle { manner: Manner::Iso, week_starts: Weekday::Mon };

    /// Makes `at` the present in this style.
    pub fn now(self, at: DateTime<Utc>) -> Now {
        Now { at, style: self }
    }

    /// Makes `day` the current day in this style.
    pub fn today(self, day: NaiveDate) -> Today {
        Today { day, style: self }
    }
}
