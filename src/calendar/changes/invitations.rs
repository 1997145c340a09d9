//! Finds the check-ins that were planned from events of other programs.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::calendar::event::{Calendar, Event, continued_uid};
use crate::calendar::export::CalendarSource;
use crate::calendar::invitation::{is_from_event, record_uid};
use crate::domain::checkin::CheckIn;
use crate::domain::record::Record;
use crate::domain::zone::Tz;

/// A check-in that was planned from an event.
struct PlannedEvent<'a> {
    checkin: &'a Record<CheckIn>,
    /// The occurrence of a recurring event.
    occurrence: Option<DateTime<Utc>>,
}

/// The check-ins that were planned from events of other programs.
pub struct Invitations<'a> {
    calendar: &'a Calendar,
    /// Those whose event is remembered, by the UID of the event.
    planned: HashMap<&'a str, Vec<PlannedEvent<'a>>>,
    /// The others, by the identity that they have from their event.
    unremembered: HashMap<&'a str, &'a Record<CheckIn>>,
    reader: Tz,
}

impl<'a> Invitations<'a> {
    pub fn new(calendar: &'a Calendar, source: &'a CalendarSource, reader: Tz) -> Invitations<'a> {
        let mut invitations =
            Invitations { calendar, planned: HashMap::new(), unremembered: HashMap::new(), reader };
        for checkin in &source.checkins {
            if let Some(origin) = source.origins.get(&checkin.uid) {
                let planned = PlannedEvent { checkin, occurrence: origin.occurrence };
                invitations.planned.entry(&origin.uid).or_default().push(planned);
            } else if is_from_event(&checkin.uid) {
                invitations.unremembered.insert(&checkin.uid, checkin);
            }
        }
        invitations
    }

    /// Returns the check-in that was planned from an earlier version of an event, or of one occurrence of it.
    pub fn checkin_of(&self, event: &Event) -> Option<&'a Record<CheckIn>> {
        let uid = event.uid.as_deref()?;
        let occurrence = event.occurrence;
        let occurrence =
            occurrence.and_then(|time| self.calendar.instant(event, time, self.reader));
        let mut planned = self.planned.get(uid).into_iter().flatten();
        if let Some(planned) = planned.find(|planned| planned.occurrence == occurrence) {
            return Some(planned.checkin);
        }
        if self.unremembered.is_empty() {
            return None;
        }
        self.unremembered.get(record_uid(uid, occurrence).as_str()).copied()
    }

    /// Returns the check-ins that were planned from occurrences of a recurring event, each with its occurrence.
    pub fn of_series(&self, event: &Event) -> Vec<(&'a Record<CheckIn>, DateTime<Utc>)> {
        let Some(uid) = event.uid.as_deref().filter(|_| event.occurrence.is_none()) else {
            return Vec::new();
        };
        let planned = self.planned.get(uid).into_iter().flatten();
        let planned = planned.filter_map(|planned| Some((planned.checkin, planned.occurrence?)));
        // Hashing is worth it for a cancellation only.
        let others = self.unremembered.values().filter(|_| event.is_cancelled);
        let others = others.filter_map(|checkin| Some((*checkin, checkin.planned_at?)));
        let others = others.filter(|(checkin, at)| checkin.uid == record_uid(uid, Some(*at)));
        planned.chain(others).collect()
    }

    /// Whether an event belongs to a check-in that was planned from it, or continues one that does.
    pub fn has(&self, event: &Event) -> bool {
        let is_series = || {
            let uid = event.uid.as_deref().unwrap_or_default();
            let continued = continued_uid(uid);
            let uids = [Some(uid), continued.as_deref()];
            let is_planned = uids.into_iter().flatten().any(|uid| self.planned.contains_key(uid));
            event.occurrence.is_none() && is_planned
        };
        self.checkin_of(event).is_some() || is_series() || !self.of_series(event).is_empty()
    }
}
