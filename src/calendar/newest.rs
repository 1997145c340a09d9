//! Of several versions of an event in one file (`cat calendar/*.ics`, a mailbox) the newest, whatever their order.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};

use crate::calendar::event::{Calendar, Event};
use crate::domain::zone::Tz;

/// An event and the occurrence that it stands for. `None`: the whole event.
#[derive(Clone, Copy, Debug)]
pub struct EventVersion<'a> {
    pub event: &'a Event,
    pub occurrence: Option<DateTime<Utc>>,
}

impl EventVersion<'_> {
    /// When it was written, if it says.
    fn written_at(&self) -> Option<DateTime<Utc>> {
        self.event.changed_at.or(self.event.stamped_at)
    }

    /// Mentor's SEQUENCE counts seconds and other programs raise it by one: two of different kinds go by their time.
    fn compare_age(&self, other: &EventVersion<'_>) -> Ordering {
        let by_sequence = self.event.sequence.cmp(&other.event.sequence);
        let by_time = self.written_at().cmp(&other.written_at());
        if self.counts_seconds() == other.counts_seconds() {
            by_sequence.then(by_time)
        } else {
            by_time.then(by_sequence)
        }
    }

    fn counts_seconds(&self) -> bool {
        let made = self.event.made_at;
        let seconds = made
            .zip(self.event.changed_at)
            .map(|(made, at)| (at - made).num_seconds());
        seconds.is_some_and(|seconds| seconds > 0 && self.event.sequence >= seconds)
    }
}

impl Calendar {
    /// The events that count, in the order of the file. Versions of which none is newer than the other all do: some
    /// programs give one identity to several events.
    pub fn newest(&self, is_wanted: impl Fn(&Event) -> bool, reader: Tz) -> Vec<EventVersion<'_>> {
        let mut chosen: Vec<EventVersion<'_>> = Vec::new();
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
            chosen.push(version);
            let Some(uid) = event.uid.as_deref() else {
                continue;
            };
            match newest.entry((uid, occurrence)) {
                Entry::Vacant(place) => {
                    place.insert(version);
                }
                Entry::Occupied(mut known) => {
                    if version.compare_age(known.get()) == Ordering::Greater {
                        known.insert(version);
                    }
                }
            }
        }
        chosen.retain(|version| {
            let key = version
                .event
                .uid
                .as_deref()
                .map(|uid| (uid, version.occurrence));
            let best = key.and_then(|key| newest.get(&key));
            best.is_none_or(|best| version.compare_age(best) != Ordering::Less)
        });
        chosen
    }
}
