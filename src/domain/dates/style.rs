//! What differs from user to user in how days are written and read.
//!
//! It is the same for a whole run, and every sentence of every noun has a day in it: so it is a value of the thread that
//! the run has to itself, set once when it begins, and not one more thing that each of them hands on.

use std::cell::Cell;

use chrono::Weekday;

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
    pub const USUAL: DateStyle = DateStyle {
        manner: Manner::Default,
        week_starts: Weekday::Mon,
    };
}

thread_local! {
    static HABITS: Cell<DateStyle> = const { Cell::new(DateStyle::USUAL) };
}

/// From now on, in this run.
pub fn set_date_style(habits: DateStyle) {
    HABITS.set(habits);
}

pub fn date_style() -> DateStyle {
    HABITS.get()
}

/// The day with which the user's weeks begin.
pub fn week_starts() -> Weekday {
    date_style().week_starts
}
