//! Which state of a record an event is of, and which of the two is newer.

use chrono::{DateTime, Utc};

use crate::calendar::event::Event;

#[derive(Clone, Copy, Debug)]
pub enum EventRevision {
    /// The one that mentor wrote with this SEQUENCE, changed since by hand or by a program that says nothing of it.
    Ours(i64),
    /// One that another program made at this time. Programs raise SEQUENCE by one, if at all: it is less than the seconds
    /// from making to change, which mentor's never is.
    Elsewhere(DateTime<Utc>),
}

impl EventRevision {
    pub fn from_event(event: &Event, made: DateTime<Utc>) -> EventRevision {
        let made = event.made_at.unwrap_or(made);
        match event.changed_at {
            Some(at) if event.sequence < (at - made).num_seconds() => EventRevision::Elsewhere(at),
            _ => EventRevision::Ours(event.sequence),
        }
    }

    /// Whether the record, which has the SEQUENCE `ours` now, was changed later.
    pub fn is_older(self, ours: i64, changed: DateTime<Utc>) -> bool {
        match self {
            EventRevision::Ours(sequence) => sequence < ours,
            EventRevision::Elsewhere(at) => at <= changed,
        }
    }
}
