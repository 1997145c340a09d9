//! The user's style for writing and reading days.
//!
//! It is thread-local and set once per run, on the thread that the run has to itself, because almost every message
//! contains a day and would otherwise need a parameter for it.

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
    static DATE_STYLE: Cell<DateStyle> = const { Cell::new(DateStyle::USUAL) };
}

/// Sets the style for the rest of the run.
pub fn set_date_style(style: DateStyle) {
    DATE_STYLE.set(style);
}

pub fn date_style() -> DateStyle {
    DATE_STYLE.get()
}

/// Returns the first day of the user's week.
pub fn week_starts() -> Weekday {
    date_style().week_starts
}
