//! The circles of this file: who shares which pair, and how far the exchange has come.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::share::from_hex;
use crate::share::seal::DeviceCard;
use crate::store::read_tx::ReadTx;
use crate::store::share::documents::DeviceSides;
use crate::store::share::saved_documents::{CircleVersion, set_version};
use crate::store::share::share_table::{count_rows, json, names, set_json, verify};
use crate::store::share::{request, same, undecided};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, settings, tally};

/// An invitation that was not answered yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenInvitation {
    pub token: String,
    pub until: String,
}

/// The devices that share a pair.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Circle {
    pub id: String,
    /// The uid of the pair.
    pub pair: String,
    /// The side of this file.
    pub side: String,
    /// The device of this file.
    pub own: DeviceCard,
    /// `None`: the other side has not joined yet.
    pub partner: Option<DeviceCard>,
    /// Whether the user has compared the words of the partner's key.
    pub is_compared: bool,
    /// Records created before this instant are published only if the partner has them too. `None`: all records are published.
    pub since: Option<String>,
    pub folder: Option<String>,
    pub invitation: Option<OpenInvitation>,
    /// Sent along until the partner has answered: proves that this file answers the invitation.
    #[serde(default)]
    pub answer_token: Option<String>,
    /// Whether the pair was added by joining; its state and dates are then the inviter's to publish.
    #[serde(default)]
    pub is_joined_pair: bool,
    /// The number of the last bundle taken from each device.
    #[serde(default)]
    pub taken: BTreeMap<String, u64>,
    /// Forgotten devices of either side: their bundles are refused, their earlier changes remain valid.
    #[serde(default)]
    pub former: Vec<DeviceCard>,
    #[serde(default)]
    pub sent_at: Option<String>,
    #[serde(default)]
    pub taken_at: Option<String>,
}

impl Circle {
    pub fn side(&self) -> Side {
        self.side.parse().unwrap_or(Side::Mentor)
    }

    /// Returns the side of each device, former ones included.
    pub fn sides(&self) -> DeviceSides {
        self.all_cards().filter_map(|card| Some((from_hex(&card.device)?, card.side()?))).collect()
    }

    /// Iterates over all present and former devices.
    pub fn all_cards(&self) -> impl Iterator<Item = &DeviceCard> {
        self.readers().chain(&self.former)
    }

    /// Iterates over the devices that a bundle is sealed for.
    pub fn readers(&self) -> impl Iterator<Item = &DeviceCard> {
        [Some(&self.own), self.partner.as_ref()].into_iter().flatten()
    }

    pub fn is_former(&self, device: &str) -> bool {
        self.former.iter().any(|card| card.device == device)
    }

    /// Whether this is a new file of a side that has written in the circle before: it takes that history before it tells
    /// anything.
    pub fn awaits_past(&self) -> bool {
        let mut former = self.former.iter();
        self.is_joined_pair
            && self.taken_at.is_none()
            && former.any(|card| card.side() == Some(self.side()))
    }

    /// Finds a present device.
    pub fn card(&self, device: &str) -> Option<&DeviceCard> {
        self.readers().find(|card| card.device == device)
    }
}

/// Records the identifier of the device file.
pub fn set_device_file(tx: &WriteTx<'_>, file: &str) -> Result<(), StoreError> {
    verify(tx.connection)?;
    settings::set_device_file(tx, file)?;
    count_rows(tx.connection)
}

/// Returns all circles, oldest first.
pub fn all(tx: &ReadTx<'_>) -> Result<Vec<Circle>, StoreError> {
    verify(tx.connection)?;
    if tx.is_tallied() {
        tally::SHARE.ensure_whole(tx.connection)?;
    }
    let mut found = Vec::new();
    for name in names(tx, "circle")? {
        found.extend(json(tx, &name)?);
    }
    Ok(found)
}

/// Returns the circle of a pair.
pub fn find_for_pair(tx: &ReadTx<'_>, pair: &str) -> Result<Option<Circle>, StoreError> {
    let mut all = all(tx)?;
    all.retain(|circle| circle.pair == pair);
    Ok(all.pop())
}

/// Whether a pair is shared with someone who has joined.
pub fn has_partner(tx: &ReadTx<'_>, pair: &PairContext) -> Result<bool, StoreError> {
    let circle = find_for_pair(tx, &pair.record.uid)?;
    Ok(circle.is_some_and(|circle| circle.partner.is_some()))
}

pub fn save(tx: &WriteTx<'_>, circle: &Circle) -> Result<(), StoreError> {
    set_json(tx, &format!("{}/circle", circle.id), circle)
}

/// Ends a circle and removes everything stored about it.
pub fn remove(tx: &WriteTx<'_>, circle: &Circle) -> Result<(), StoreError> {
    undecided::forget(tx, &circle.pair)?;
    same::forget(tx, &circle.id)?;
    request::forget(tx, &circle.id)?;
    if settings::share_version(tx, &circle.id)?.is_some() {
        set_version(tx, &circle.id, &CircleVersion::new())?;
    }
    let sql = "DELETE FROM share WHERE name LIKE ?1 || '/%'";
    tx.connection.execute(sql, [&circle.id])?;
    count_rows(tx.connection)
}
