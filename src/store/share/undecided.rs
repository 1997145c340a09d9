//! The conflicts of each pair, as of the last comparison of rows and documents. They are stored in a setting, so that
//! reports need not open a document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::pair::PairContext;
use crate::share::show::OpenChoice;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::rows;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, settings};

/// A part with a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndecidedPart {
    pub table: String,
    pub record: i64,
    pub part: String,
    /// The columns with private values. Empty for a conflict that both sides know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept_back: Vec<String>,
    /// Whether the private value was removed: the other side's value is adopted with its next bundle.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_emptied: bool,
}

/// Conflicts by the uid of the pair.
pub type UndecidedParts = BTreeMap<String, Vec<UndecidedPart>>;

/// Returns the conflicts of all pairs.
pub fn all(tx: &ReadTx<'_>) -> Result<UndecidedParts, StoreError> {
    let mut all = stored(tx)?;
    for parts in all.values_mut() {
        parts.retain(|part| !part.is_emptied);
    }
    Ok(all)
}

/// Returns all stored entries, including those that only wait for the other side's next bundle.
fn stored(tx: &ReadTx<'_>) -> Result<UndecidedParts, StoreError> {
    match settings::undecided(tx)? {
        Some(text) => serde_json::from_str(&text).map_err(|_| StoreError::Damaged),
        None => Ok(UndecidedParts::new()),
    }
}

/// Returns the conflicts of a pair.
pub fn undecided(tx: &ReadTx<'_>, pair: &PairContext) -> Result<Vec<UndecidedPart>, StoreError> {
    Ok(all(tx)?.remove(&pair.record.uid).unwrap_or_default())
}

/// Returns all stored entries of a pair, including those that only wait for the other side's next bundle.
pub(super) fn stored_in_pair(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<Vec<UndecidedPart>, StoreError> {
    Ok(stored(tx)?.remove(&pair.record.uid).unwrap_or_default())
}

/// Stores the conflicts of a pair that this side can decide.
pub(in crate::store) fn remember<'o>(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    open: impl IntoIterator<Item = &'o OpenChoice>,
) -> Result<(), StoreError> {
    let mut parts = Vec::new();
    for one in open
        .into_iter()
        .filter(|one| one.document.may_write(circle.side()))
    {
        parts.push(UndecidedPart {
            table: one.record.table.clone(),
            record: rows::number_of(tx, pair, &one.record)?,
            part: one.part.to_owned(),
            kept_back: one.kept_back.iter().map(|it| (*it).to_owned()).collect(),
            is_emptied: one.is_emptied(),
        });
    }
    replace(tx, &pair.record.uid, &parts)
}

/// Whether a record has a conflict that both sides know.
pub fn is_told(tx: &ReadTx<'_>, table: &str, record: i64) -> Result<bool, StoreError> {
    let is_it = |one: &UndecidedPart| one.table == table && one.record == record;
    let all = all(tx)?;
    let mut told = all.values().flatten();
    Ok(told.any(|one| is_it(one) && one.kept_back.is_empty()))
}

/// Removes the conflicts of a pair that is no longer shared.
pub(in crate::store) fn forget(tx: &WriteTx<'_>, pair: &str) -> Result<(), StoreError> {
    replace(tx, pair, &[])
}

fn replace(tx: &WriteTx<'_>, pair: &str, parts: &[UndecidedPart]) -> Result<(), StoreError> {
    let mut known = stored(tx)?;
    let before = if parts.is_empty() {
        known.remove(pair)
    } else {
        known.insert(pair.to_owned(), parts.to_vec())
    };
    if before.unwrap_or_default() == parts {
        return Ok(());
    }
    let text = serde_json::to_string(&known).map_err(|_| StoreError::Damaged)?;
    settings::set_undecided(tx, &text)
}
