//! iCalendar (RFC 5545): writes domain values and parses calendars. Pure: no I/O, no clock.
//!
//! ```text
//!   writing   export   →  text (fold, escape), value (dates), zone (VTIMEZONE)
//!   reading   source (decode, unfold)  →  event (components), foreign_zone  →  changes (against the records), busy (expanded)
//! ```

pub mod busy;
pub mod changes;
mod decoding;
pub mod event;
mod expand;
pub mod export;
mod foreign_zone;
pub mod invitation;
mod newest;
mod own_uid;
mod source;
mod text;
pub mod upcoming;
mod value;
mod zone;

/// Why a part of a calendar can't be used, and its line.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {what}")]
pub struct CalendarError {
    pub line: usize,
    pub what: String,
}

impl CalendarError {
    fn new(line: usize, what: impl Into<String>) -> Self {
        CalendarError { line, what: what.into() }
    }
}

/// Shortens text of a file that a note quotes.
fn excerpt(text: &str) -> &str {
    text.char_indices().nth(60).map_or(text, |(end, _)| &text[..end])
}
