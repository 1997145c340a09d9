//! The identity and the revision of a component.

use chrono::{DateTime, Utc};

use crate::calendar::export::{MoveCounts, changed_at, marks};
use crate::domain::checkin::CheckIn;
use crate::domain::event_origin::EventOrigin;
use crate::domain::pair::PairContext;
use crate::domain::record::Record;

/// The UID and revision of a component.
pub struct EventStamps<'r> {
    pub uid: &'r str,
    pub made: DateTime<Utc>,
    pub changed: DateTime<Utc>,
    /// The number of counted changes, for SEQUENCE.
    pub marks: usize,
    /// The event of another program that it is a version of.
    pub origin: Option<&'r EventOrigin>,
}

impl<'r> EventStamps<'r> {
    pub fn for_record<T>(record: &'r Record<T>, marks: usize) -> EventStamps<'r> {
        EventStamps {
            uid: &record.uid,
            made: record.created_at,
            changed: record.changed_at,
            marks,
            origin: None,
        }
    }

    /// For an open check-in, a transition of the pair counts as a change too.
    pub fn for_checkin(
        checkin: &'r Record<CheckIn>,
        pair: &PairContext,
        moves: &MoveCounts,
    ) -> EventStamps<'r> {
        EventStamps {
            changed: changed_at(checkin, pair),
            ..EventStamps::for_record(checkin, marks(checkin, moves))
        }
    }

    /// Makes it a version of the event from which a check-in was planned, so that a calendar has only one of the two.
    pub fn take_origin(&mut self, origin: &'r EventOrigin) {
        self.uid = &origin.uid;
        if self.changed == origin.imported_at {
            self.changed = origin.age.written_at.unwrap_or(self.changed);
        }
        self.origin = Some(origin);
    }
}
