//! The signed versions of the documents: each device signs one with every bundle.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::share::seal::DeviceId;
use crate::share::{ChangeId, ShareDocument, from_hex};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::documents::heads_from_texts;
use crate::store::share::saved_documents::CircleDocuments;
use crate::store::share::share_table::{json, set_json};
use crate::store::write_tx::WriteTx;

/// A stamp exactly as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedStamp {
    pub stamp: String,
    pub signature: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub circle: String,
    pub device: String,
    pub number: u64,
    pub heads: BTreeMap<String, Vec<String>>,
}

impl SignedStamp {
    pub fn read(&self) -> Option<Stamp> {
        serde_json::from_str(&self.stamp).ok()
    }
}

impl Stamp {
    /// Returns the text that the signature covers.
    pub fn statement(text: &str) -> String {
        format!("mentor.stamp/1\n{text}")
    }

    pub fn device_id(&self) -> Option<DeviceId> {
        from_hex(&self.device)
    }

    pub fn heads(&self, document: ShareDocument) -> Option<Vec<ChangeId>> {
        let heads = self.heads.get(document.word());
        heads.map_or(Some(Vec::new()), |heads| heads_from_texts(heads))
    }
}

/// Returns the stamps of all devices that no newer one covers.
pub fn load(tx: &ReadTx<'_>, circle: &Circle) -> Result<Vec<SignedStamp>, StoreError> {
    let mut stamps = Vec::new();
    for card in circle.all_cards() {
        stamps.extend(device_stamps(tx, &circle.id, &card.device)?);
    }
    Ok(stamps)
}

fn device_stamps(
    tx: &ReadTx<'_>,
    circle: &str,
    device: &str,
) -> Result<Vec<SignedStamp>, StoreError> {
    Ok(json(tx, &format!("{circle}/stamp/{device}"))?.unwrap_or_default())
}

/// Stores a stamp and drops older ones of its device that it covers. A restored file may have signed changes that it no
/// longer has; an older stamp is then the only signature for them.
pub fn add(
    tx: &WriteTx<'_>,
    circle: &str,
    documents: &CircleDocuments,
    stamp: &SignedStamp,
) -> Result<(), StoreError> {
    let Some(new) = stamp.read() else {
        return Ok(());
    };
    let mut stamps = vec![(new.clone(), stamp.clone())];
    for signed in device_stamps(tx, circle, &new.device)? {
        stamps.extend(signed.read().map(|stamp| (stamp, signed)));
    }
    let covers = |newer: &Stamp, older: &Stamp| {
        newer.number > older.number
            && ShareDocument::ALL.iter().all(|document| {
                let heads = newer.heads(*document).zip(older.heads(*document));
                heads.is_some_and(|(newer, older)| {
                    let document = documents.get(document);
                    older.is_empty() || document.is_some_and(|it| it.knows(&newer, &older))
                })
            })
    };
    let is_needed = |stamp: &Stamp| !stamps.iter().any(|(newer, _)| covers(newer, stamp));
    let mut needed: BTreeMap<u64, &SignedStamp> = BTreeMap::new();
    for (stamp, signed) in stamps.iter().filter(|(stamp, _)| is_needed(stamp)) {
        needed.entry(stamp.number).or_insert(signed);
    }
    let needed: Vec<&SignedStamp> = needed.into_values().collect();
    set_json(tx, &format!("{circle}/stamp/{}", new.device), &needed)
}
