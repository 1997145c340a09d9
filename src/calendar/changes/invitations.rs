//! Finds the check-ins that were planned from events of other programs.

use std::collections::HashMap;

use crate::calendar::event::{Calendar, Event};
use crate::calendar::invitation::{is_from_event, record_uid};
use crate::domain::checkin::CheckIn;
use crate::domain::record::Record;
use crate::domain::zone::Tz;

/// The check-ins that were planned from events of other programs.
pub struct Invitations<'a> {
    calendar: &'a Calendar,
    checkins: Vec<&'a Record<CheckIn>>,
    reader: Tz,
}

impl<'a> Invitations<'a> {
    pub fn new(
        calendar: &'a Calendar,
        alone: &HashMap<&str, &'a Record<CheckIn>>,
        reader: Tz,
    ) -> Invitations<'a> {
        let checkins = alone.values().copied();
        let checkins = checkins.filter(|checkin| is_from_event(&checkin.uid)).collect();
        Invitations { calendar, checkins, reader }
    }

    /// Returns the check-in that was planned from an earlier version of an event. Cancelling a recurring event cancels
    /// the occurrence that was planned.
    pub fn checkin_of(&self, event: &Event) -> Option<&'a Record<CheckIn>> {
        let uid = event.uid.as_deref().filter(|_| !self.checkins.is_empty())?;
        let occurrence = event.occurrence;
        let occurrence =
            occurrence.and_then(|time| self.calendar.instant(event, time, self.reader));
        let wanted = record_uid(uid, occurrence);
        let is_of_series = |checkin: &Record<CheckIn>| {
            let is_whole = event.is_cancelled && occurrence.is_none();
            is_whole && checkin.is_open() && checkin.uid == record_uid(uid, checkin.planned_at)
        };
        let mut checkins = self.checkins.iter().copied();
        checkins.find(|checkin| checkin.uid == wanted || is_of_series(checkin))
    }
}
