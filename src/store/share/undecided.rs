//! What both sides wrote at the same time and nobody has decided yet, as it was when rows and documents were compared last.
//! Reports read this: they open no document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::pair::PairContext;
use crate::share::show::OpenChoice;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::settings;
use crate::store::share::exchange;
use crate::store::share::memory::Circle;
use crate::store::write_tx::WriteTx;

/// A part of a record of which two values stand beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndecidedPart {
    pub table: String,
    pub record: i64,
    pub part: String,
    /// The columns in which the row says what was never told, beside what the other side says. Empty: all was told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept_back: Vec<String>,
    /// Whether the row says nothing any more there: it takes the other side's words over with their next file.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_emptied: bool,
}

/// By the identity of the pair.
pub type UndecidedParts = BTreeMap<String, Vec<UndecidedPart>>;

/// What is undecided in all pairs.
pub fn all(tx: &ReadTx<'_>) -> Result<UndecidedParts, StoreError> {
    let mut all = stored(tx)?;
    for parts in all.values_mut() {
        parts.retain(|part| !part.is_emptied);
    }
    Ok(all)
}

/// The same, with what only waits for the other side's next file.
fn stored(tx: &ReadTx<'_>) -> Result<UndecidedParts, StoreError> {
    match settings::undecided(tx)? {
        Some(text) => serde_json::from_str(&text).map_err(|_| StoreError::Damaged),
        None => Ok(UndecidedParts::new()),
    }
}

/// What is undecided in a pair.
pub fn undecided(tx: &ReadTx<'_>, pair: &PairContext) -> Result<Vec<UndecidedPart>, StoreError> {
    Ok(all(tx)?.remove(&pair.record.uid).unwrap_or_default())
}

/// What the rows of a pair keep back beside what the other side says, or kept back until they were emptied.
pub(super) fn stored_in_pair(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<Vec<UndecidedPart>, StoreError> {
    Ok(stored(tx)?.remove(&pair.record.uid).unwrap_or_default())
}

/// Remembers what is undecided in a pair now; of what only the other side may write, nothing.
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
            record: exchange::number_of(tx, pair, &one.record)?,
            part: one.part.to_owned(),
            kept_back: one.kept_back.iter().map(|it| (*it).to_owned()).collect(),
            is_emptied: one.is_emptied(),
        });
    }
    replace(tx, &pair.record.uid, &parts)
}

/// Whether two values of a record stand beside each other that both sides have heard of.
pub fn is_told(tx: &ReadTx<'_>, table: &str, record: i64) -> Result<bool, StoreError> {
    let is_it = |one: &UndecidedPart| one.table == table && one.record == record;
    let all = all(tx)?;
    let mut told = all.values().flatten();
    Ok(told.any(|one| is_it(one) && one.kept_back.is_empty()))
}

/// A pair that is no longer shared has nothing to decide.
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
