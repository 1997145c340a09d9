//! The invitation to a circle: names, keys and a token, but no records.

use serde::{Deserialize, Serialize};

use chrono::{DateTime, Utc};

use crate::domain::text::parse_title;
use crate::domain::zone;
use crate::share::from_hex;
use crate::share::seal::DeviceCard;

pub const SCHEMA: &str = "mentor.invitation/1";

/// How long an invitation is valid, in days.
pub const DAYS: i64 = 30;

/// Largest invitation that is read, in bytes.
pub const MAX_BYTES: u64 = 64 << 10;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    pub schema: String,
    pub circle: String,
    /// Proves possession of the invitation; it can be used once.
    pub token: String,
    pub card: DeviceCard,
    /// Name of the person who invites.
    pub from: String,
    /// That person's zone (IANA name).
    pub zone: String,
    /// Name of the person who is invited.
    pub to: String,
    pub until: String,
    /// Forgotten devices of the circle, whose earlier changes remain valid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<DeviceCard>,
    /// Whether it lies in the folder through which both are to sync.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_folder: bool,
}

/// The schema of an invitation to another machine of one's own.
pub const MACHINE_SCHEMA: &str = "mentor.invitation/2";

/// An invitation to another machine of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MachineInvitation {
    pub schema: String,
    pub circle: String,
    /// Proves possession of the invitation; it can be used once.
    pub token: String,
    pub card: DeviceCard,
    pub until: String,
    /// Whether it lies in the folder through which the machines are to sync.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_folder: bool,
}

/// Parses and checks an invitation to another machine of one's own. `None`: it is none.
pub fn read_for_machine(text: &str) -> Option<MachineInvitation> {
    let invitation: MachineInvitation = serde_json::from_str(text).ok()?;
    let is_sound = invitation.schema == MACHINE_SCHEMA
        && from_hex::<16>(&invitation.token).is_some()
        && invitation.until.parse::<DateTime<Utc>>().is_ok()
        && invitation.card.is_sound(&invitation.circle);
    is_sound.then_some(invitation)
}

/// Parses and checks an invitation. `Err(Some)`: its version, which is not supported; `Err(None)`: not an invitation.
pub fn read(text: &str) -> Result<Invitation, Option<String>> {
    let json: serde_json::Value = serde_json::from_str(text).map_err(|_| None)?;
    match json["schema"].as_str() {
        Some(SCHEMA) => {}
        Some(schema) if schema.starts_with("mentor.invitation/") => {
            return Err(schema.rsplit('/').next().map(str::to_owned));
        }
        _ => return Err(None),
    }
    let invitation: Invitation = serde_json::from_value(json).map_err(|_| None)?;
    let is_named = parse_title("name", &invitation.from).is_ok()
        && parse_title("name", &invitation.to).is_ok();
    let is_whole = is_named
        && from_hex::<16>(&invitation.token).is_some()
        && invitation.until.parse::<DateTime<Utc>>().is_ok()
        && zone::find_zone(&invitation.zone).is_some();
    let is_sound = |card: &DeviceCard| card.is_sound(&invitation.circle);
    let is_sound = invitation.former.iter().all(is_sound) && is_sound(&invitation.card);
    if is_whole && is_sound { Ok(invitation) } else { Err(None) }
}
