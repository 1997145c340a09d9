//! Selects the newest version of each event in a file that contains several in any order, such as a mailbox or the
//! output of `cat calendar/*.ics`.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};

use crate::calendar::event::{Calendar, Event};
use crate::domain::zone::Tz;

/// One version of an event.
#[derive(Clone, Copy, Debug)]
pub struct EventVersion<'a> {
    pub event: &'a Event,
    /// The occurrence that it replaces. `None`: the whole event.
    pub occurrence: Option<DateTime<Utc>>,
}

impl Calendar {
    /// Returns the newest versions of the events that satisfy `is_wanted`, in the order of the file. Equally new
    /// versions are all kept, since some programs use the same UID for several events.
    pub fn newest(&self, is_wanted: impl Fn(&Event) -> bool, reader: Tz) -> Vec<EventVersion<'_>> {
        let mut versions: Vec<EventVersion<'_>> = Vec::new();
        let mut newest: HashMap<(&str, Option<DateTime<Utc>>), EventVersion<'_>> = HashMap::new();
        for event in self.events.iter().filter(|event| is_wanted(event)) {
            let occurrence = match event.occurrence {
                None => None,
                Some(time) => match self.instant(event, time, reader) {
                    Some(at) => Some(at),
                    None => continue,
                },
            };
            let version = EventVersion { event, occurrence };
            versions.push(version);
            let Some(uid) = event.uid.as_deref() else {
                continue;
            };
            match newest.entry((uid, occurrence)) {
                Entry::Vacant(entry) => {
                    entry.insert(version);
                }
                Entry::Occupied(mut known) => {
                    if version.event.age().compare(known.get().event.age()) == Ordering::Greater {
                        known.insert(version);
                    }
                }
            }
        }
        versions.retain(|version| {
            let key = version.event.uid.as_deref().map(|uid| (uid, version.occurrence));
            let newest = key.and_then(|key| newest.get(&key));
            newest.is_none_or(|newest| {
                version.event.age().compare(newest.event.age()) != Ordering::Less
            })
        });
        versions
    }
}
