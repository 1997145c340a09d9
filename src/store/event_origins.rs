//! The events from which check-ins were planned, kept in one setting.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::checkin::CheckIn;
use crate::domain::event_origin::{EventAge, EventOrigin};
use crate::domain::record::Record;
use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, checkins, settings};

/// The origin of each check-in, by the uid of its record.
pub type EventOrigins = BTreeMap<String, EventOrigin>;

/// An origin as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredOrigin {
    uid: String,
    occurrence: Option<DateTime<Utc>>,
    sequence: i64,
    written_at: Option<DateTime<Utc>>,
    counts_seconds: bool,
    imported_at: DateTime<Utc>,
}

impl From<StoredOrigin> for EventOrigin {
    fn from(stored: StoredOrigin) -> EventOrigin {
        EventOrigin {
            uid: stored.uid,
            occurrence: stored.occurrence,
            age: EventAge {
                sequence: stored.sequence,
                written_at: stored.written_at,
                counts_seconds: stored.counts_seconds,
            },
            imported_at: stored.imported_at,
        }
    }
}

impl From<&EventOrigin> for StoredOrigin {
    fn from(origin: &EventOrigin) -> StoredOrigin {
        let EventOrigin { uid, occurrence, age, imported_at } = origin.clone();
        let EventAge { sequence, written_at, counts_seconds } = age;
        StoredOrigin { uid, occurrence, sequence, written_at, counts_seconds, imported_at }
    }
}

/// How many of them are kept. Those that were imported last are the ones that may still change.
const MAX_ORIGINS: usize = 1_000;

pub fn all(tx: &ReadTx<'_>) -> Result<EventOrigins, StoreError> {
    let Some(text) = settings::event_origins(tx)? else {
        return Ok(EventOrigins::new());
    };
    let stored: BTreeMap<String, StoredOrigin> =
        serde_json::from_str(&text).map_err(|_| StoreError::Damaged)?;
    Ok(stored.into_iter().map(|(uid, origin)| (uid, origin.into())).collect())
}

/// Remembers the events of check-ins that were just imported.
pub fn remember<'r>(
    tx: &WriteTx<'_>,
    imported: impl IntoIterator<Item = (&'r Record<CheckIn>, EventOrigin)>,
) -> Result<(), StoreError> {
    let with_uid = |(record, origin): (&Record<CheckIn>, EventOrigin)| {
        let imported_at = record.changed_at;
        (record.uid.clone(), EventOrigin { imported_at, ..origin })
    };
    add(tx, imported.into_iter().map(with_uid))
}

/// Adds origins, each with the uid of its check-in.
pub(in crate::store) fn add(
    tx: &WriteTx<'_>,
    new: impl IntoIterator<Item = (String, EventOrigin)>,
) -> Result<(), StoreError> {
    let mut origins = all(tx)?;
    let before = origins.clone();
    origins.extend(new);
    if origins.len() > MAX_ORIGINS {
        let mut ages: Vec<_> = origins.values().map(|origin| origin.imported_at).collect();
        ages.sort_unstable();
        let oldest_kept = ages[ages.len() - MAX_ORIGINS];
        origins.retain(|_, origin| origin.imported_at >= oldest_kept);
    }
    store(tx, &before, &origins)
}

/// Forgets the events of check-ins that are gone.
pub(in crate::store) fn purge(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    let before = all(tx)?;
    if before.is_empty() {
        return Ok(());
    }
    let uids = checkins::calendar_uids(tx)?;
    let mut origins = before.clone();
    origins.retain(|uid, _| uids.contains(uid));
    store(tx, &before, &origins)
}

fn store(
    tx: &WriteTx<'_>,
    before: &EventOrigins,
    origins: &EventOrigins,
) -> Result<(), StoreError> {
    if origins == before {
        return Ok(());
    }
    let stored: BTreeMap<&str, StoredOrigin> =
        origins.iter().map(|(uid, origin)| (uid.as_str(), origin.into())).collect();
    let text = serde_json::to_string(&stored).map_err(|_| StoreError::Damaged)?;
    settings::set_event_origins(tx, &text)
}
