//! The identity of a check-in that was planned from an event of another program, so that a later version of that event
//! finds its check-in.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::calendar::value::format_utc;

/// Returns the identity of the check-in for an event with this UID, or for one occurrence of a recurring event. Records
/// are identified by UUIDs, and the UIDs of other programs can be anything, so others are hashed.
pub fn record_uid(uid: &str, occurrence: Option<DateTime<Utc>>) -> String {
    let is_uuid = Uuid::parse_str(uid).is_ok_and(|uuid| uuid.to_string() == uid);
    if is_uuid && occurrence.is_none() {
        return uid.to_owned();
    }
    let occurrence = occurrence.map(format_utc).unwrap_or_default();
    let digest: [u8; 32] =
        Sha256::digest(format!("mentor.invitation/1\n{occurrence}\n{uid}")).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    // RFC 9562, version 8: custom bits.
    uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string()
}

/// Whether a record may have its identity from an event. Other identities aren't worth the comparison.
pub fn is_from_event(uid: &str) -> bool {
    uid.as_bytes().get(14) == Some(&b'8')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_and_each_of_its_occurrences_have_an_identity() {
        let uuid = "0193b1a0-0000-7000-8000-000000000001";
        assert_eq!(record_uid(uuid, None), uuid);
        let at = |text: &str| Some(text.parse().unwrap());
        let all = [
            record_uid("abc@example.org", None),
            record_uid("ABC@example.org", None),
            record_uid("abc@example.org", at("2026-12-03T17:00:00Z")),
            record_uid("abc@example.org", at("2026-12-10T17:00:00Z")),
            record_uid(uuid, at("2026-12-10T17:00:00Z")),
        ];
        for (index, uid) in all.iter().enumerate() {
            assert!(is_from_event(uid) && !all[..index].contains(uid), "{all:?}");
            assert!(Uuid::parse_str(uid).is_ok());
        }
        assert!(!is_from_event(uuid));
    }
}
