//! The circles of this file: who shares which pair, and how far the exchange has come.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::share::from_hex;
use crate::share::parts::TableParts;
use crate::share::seal::DeviceCard;
use crate::store::read_tx::ReadTx;
use crate::store::share::documents::DeviceSides;
use crate::store::share::own_machines::own_tables;
use crate::store::share::parts::shared_tables;
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

/// Circles by the uid of their pair.
pub type SharedPairs = BTreeMap<String, String>;

/// The devices that share a pair.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Circle {
    pub id: String,
    /// The uid of the pair. Empty: the circle is that of the user's own machines.
    pub pair: String,
    /// The side of this file.
    pub side: String,
    /// The device of this file.
    pub own: DeviceCard,
    /// `None`: the other side has not joined yet.
    pub partner: Option<DeviceCard>,
    /// The user's other machines, in the circle of these.
    #[serde(default)]
    pub machines: Vec<DeviceCard>,
    /// The pairs that each of these machines shares with the other person, by uid, with their circles.
    #[serde(default)]
    pub shared_there: BTreeMap<String, SharedPairs>,
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
    /// Makes a circle of the user's own machines.
    pub fn of_own_machines(id: String, own: DeviceCard) -> Circle {
        Circle {
            id,
            pair: String::new(),
            side: own.side.clone(),
            own,
            partner: None,
            machines: Vec::new(),
            shared_there: BTreeMap::new(),
            is_compared: true,
            since: None,
            folder: None,
            invitation: None,
            answer_token: None,
            is_joined_pair: false,
            taken: BTreeMap::new(),
            former: Vec::new(),
            sent_at: None,
            taken_at: None,
        }
    }

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
        [Some(&self.own), self.partner.as_ref()].into_iter().flatten().chain(&self.machines)
    }

    /// Whether it is the circle of the user's own machines.
    pub fn is_of_own_machines(&self) -> bool {
        self.pair.is_empty()
    }

    pub(super) fn tables(&self) -> Vec<TableParts> {
        if self.is_of_own_machines() { own_tables().to_vec() } else { shared_tables() }
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

/// Returns the circle of the user's own machines.
pub fn find_own(tx: &ReadTx<'_>) -> Result<Option<Circle>, StoreError> {
    Ok(all(tx)?.into_iter().find(Circle::is_of_own_machines))
}

/// Returns the pairs that this machine shares with someone who has joined.
pub(super) fn shared_here(tx: &ReadTx<'_>) -> Result<SharedPairs, StoreError> {
    let joined = all(tx)?.into_iter().filter(|circle| circle.partner.is_some());
    Ok(joined.map(|circle| (circle.pair, circle.id)).collect())
}

/// Returns the pairs that one of the user's machines shares with someone who has joined.
pub fn shared_pairs(tx: &ReadTx<'_>) -> Result<SharedPairs, StoreError> {
    let mut shared = SharedPairs::new();
    for circle in all(tx)? {
        shared.extend(circle.shared_there.into_values().flatten());
        if circle.partner.is_some() {
            shared.insert(circle.pair, circle.id);
        }
    }
    Ok(shared)
}

/// Whether a pair is shared with someone who has joined.
pub fn has_partner(tx: &ReadTx<'_>, pair: &PairContext) -> Result<bool, StoreError> {
    Ok(shared_pairs(tx)?.contains_key(&pair.record.uid))
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
