//! Settings with a value for each circle.
//!
//! They hold what the user has said about records of a circle. A setting is covered by undo, unlike table `share`; the
//! documents follow with the next exchange.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::read_tx::ReadTx;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, settings};

/// A value for each circle, stored as JSON in one setting.
pub(super) trait CircleSetting:
    Clone + Default + PartialEq + Serialize + DeserializeOwned
{
    /// Name of the setting.
    const NAME: &'static str;
}

/// Returns the value of a circle, the default if there is none.
pub(super) fn load<S: CircleSetting>(tx: &ReadTx<'_>, circle: &str) -> Result<S, StoreError> {
    Ok(load_all::<S>(tx)?.remove(circle).unwrap_or_default())
}

/// Changes the value of a circle. One that becomes the default is removed; nothing is written if nothing changes.
pub(super) fn change<S: CircleSetting>(
    tx: &WriteTx<'_>,
    circle: &str,
    change: impl FnOnce(&mut S),
) -> Result<(), StoreError> {
    let mut all = load_all::<S>(tx)?;
    let before = all.clone();
    let value = all.entry(circle.to_owned()).or_default();
    change(value);
    if *value == S::default() {
        all.remove(circle);
    }
    if all == before {
        return Ok(());
    }
    let text = serde_json::to_string(&all).map_err(|_| StoreError::Damaged)?;
    settings::set_circle_setting(tx, S::NAME, &text)
}

fn load_all<S: CircleSetting>(tx: &ReadTx<'_>) -> Result<BTreeMap<String, S>, StoreError> {
    match settings::circle_setting(tx, S::NAME)? {
        Some(text) => serde_json::from_str(&text).map_err(|_| StoreError::Damaged),
        None => Ok(BTreeMap::new()),
    }
}
