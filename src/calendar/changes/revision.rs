//! Determines the revision of an event, and whether the record has changed since.

use chrono::{DateTime, Utc};

use crate::calendar::event::Event;

#[derive(Clone, Copy, Debug)]
pub enum EventRevision {
    /// Based on the event that mentor wrote with this SEQUENCE: unchanged, or edited by hand or by a program that does
    /// not update it.
    Ours(i64),
    /// Written by another program at this time. Other programs raise SEQUENCE by one, if at all, so it is less than the
    /// seconds between creation and change, which mentor's never is.
    Elsewhere(DateTime<Utc>),
}

/// The revision of an event, compared with its record.
#[derive(Clone, Copy, Debug)]
pub struct RevisionCheck {
    pub revision: EventRevision,
    /// Whether the record was changed after the event.
    pub is_older: bool,
}

impl EventRevision {
    /// `created_at` of the record is used if the event has no CREATED.
    pub fn from_event(event: &Event, created_at: DateTime<Utc>) -> EventRevision {
        let created_at = event.made_at.unwrap_or(created_at);
        match event.changed_at {
            Some(at) if event.sequence < (at - created_at).num_seconds() => {
                EventRevision::Elsewhere(at)
            }
            _ => EventRevision::Ours(event.sequence),
        }
    }

    /// Whether the record was changed after this revision. `own_sequence` is the current SEQUENCE of the record.
    pub fn is_older(self, own_sequence: i64, changed: DateTime<Utc>) -> bool {
        match self {
            EventRevision::Ours(sequence) => sequence < own_sequence,
            EventRevision::Elsewhere(at) => at <= changed,
        }
    }
}
