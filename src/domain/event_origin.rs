//! The event of another program from which a check-in was planned.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};

/// How new a version of an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventAge {
    pub sequence: i64,
    /// LAST-MODIFIED, or else DTSTAMP.
    pub written_at: Option<DateTime<Utc>>,
    /// Whether SEQUENCE counts seconds, as mentor's does.
    pub counts_seconds: bool,
}

impl EventAge {
    /// Compares by SEQUENCE, then by time (RFC 5546, section 2.1.5). A version written by mentor, whose SEQUENCE counts
    /// seconds, and one of another program, which raises it by one, are compared by time first.
    pub fn compare(self, other: EventAge) -> Ordering {
        let by_sequence = self.sequence.cmp(&other.sequence);
        let by_time = self.written_at.cmp(&other.written_at);
        if self.counts_seconds == other.counts_seconds {
            by_sequence.then(by_time)
        } else {
            by_time.then(by_sequence)
        }
    }
}

/// The version of an event that a check-in was last imported from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventOrigin {
    /// The UID of the event.
    pub uid: String,
    /// The occurrence of a recurring event.
    pub occurrence: Option<DateTime<Utc>>,
    pub age: EventAge,
    /// The `changed_at` of the check-in after the import. A later one is a change that was made here.
    pub imported_at: DateTime<Utc>,
}
