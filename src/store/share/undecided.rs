//! What the user has to decide in each pair, conflicts and deletion requests, as of the last comparison of rows and
//! documents. It is stored in a setting, so that reports need not open a document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::share::request::{DeletionRequest, REQUEST};
use crate::share::show::OpenChoice;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::rows::number_of;
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, settings};

/// A part with a conflict, or a record that the other side asks to delete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndecidedPart {
    pub table: String,
    pub record: i64,
    /// `REQUEST` for a deletion request.
    pub part: String,
    /// The columns with private values. Empty for a conflict that both sides know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept_back: Vec<String>,
    /// Whether the private value was removed: the other side's value is adopted with its next bundle.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_emptied: bool,
    /// This side's own version, while the row shows the other side's. An edit replaces it, and the undo of that edit brings
    /// it back here, since nothing else of the step has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Json>,
}

impl UndecidedPart {
    pub fn is_request(&self) -> bool {
        self.part == REQUEST
    }

    pub(super) fn is_of(&self, table: &str, record: i64) -> bool {
        self.table == table && self.record == record
    }
}

/// Conflicts and requests by the uid of the pair.
pub type UndecidedParts = BTreeMap<String, Vec<UndecidedPart>>;

/// Returns what is to be decided in all pairs.
pub fn all(tx: &ReadTx<'_>) -> Result<UndecidedParts, StoreError> {
    let mut undecided = load_stored(tx)?;
    for parts in undecided.values_mut() {
        parts.retain(|part| !part.is_emptied);
    }
    Ok(undecided)
}

/// Counts what is to be decided in these pairs.
pub fn count(tx: &ReadTx<'_>, pairs: &[PairContext]) -> Result<usize, StoreError> {
    let undecided = all(tx)?;
    let counts = pairs.iter().map(|pair| undecided.get(&pair.record.uid).map_or(0, Vec::len));
    Ok(counts.sum())
}

/// Returns all stored entries, including those that only wait for the other side's next bundle.
fn load_stored(tx: &ReadTx<'_>) -> Result<UndecidedParts, StoreError> {
    match settings::undecided(tx)? {
        Some(text) => serde_json::from_str(&text).map_err(|_| StoreError::Damaged),
        None => Ok(UndecidedParts::new()),
    }
}

/// Returns what is to be decided in a pair.
pub fn undecided(tx: &ReadTx<'_>, pair: &PairContext) -> Result<Vec<UndecidedPart>, StoreError> {
    Ok(all(tx)?.remove(&pair.record.uid).unwrap_or_default())
}

/// Returns all stored entries of a pair, including those that only wait for the other side's next bundle.
pub(super) fn stored_in_pair(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<Vec<UndecidedPart>, StoreError> {
    Ok(load_stored(tx)?.remove(&pair.record.uid).unwrap_or_default())
}

/// Stores what this side has to decide in a pair: conflicts in parts that it may write, and requests.
pub(in crate::store) fn remember<'o>(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    open: impl IntoIterator<Item = &'o OpenChoice>,
    requests: impl IntoIterator<Item = &'o DeletionRequest>,
) -> Result<(), StoreError> {
    let mut parts = Vec::new();
    for one in open.into_iter().filter(|one| one.document.may_write(circle.side())) {
        parts.push(UndecidedPart {
            table: one.record.table.clone(),
            record: number_of(tx, pair, &one.record)?,
            part: one.part.to_owned(),
            kept_back: one.kept_back.iter().map(|it| (*it).to_owned()).collect(),
            is_emptied: one.is_emptied(),
            own: hidden_version(one, circle.side()),
        });
    }
    for one in requests {
        let record = number_of(tx, pair, &one.record)?;
        // Without a row, the record was deleted here meanwhile.
        if record > 0 {
            parts.push(UndecidedPart {
                table: one.record.table.clone(),
                record,
                part: REQUEST.to_owned(),
                kept_back: Vec::new(),
                is_emptied: false,
                own: None,
            });
        }
    }
    replace(tx, &pair.record.uid, &parts)
}

/// Returns the version of a side that the other side's hides.
fn hidden_version(choice: &OpenChoice, side: Side) -> Option<Json> {
    let shown = choice.writes.first()?;
    let own = choice.writes.iter().find(|write| write.by == side);
    own.filter(|_| shown.by != side && choice.kept_back.is_empty())?.content.clone()
}

/// Stores this side's own version of a part that has a conflict; `None` once an edit has replaced it.
pub(super) fn set_own(
    tx: &WriteTx<'_>,
    pair: &str,
    (table, record, part): (&str, i64, &str),
    own: Option<Json>,
) -> Result<(), StoreError> {
    let mut parts = load_stored(tx)?.remove(pair).unwrap_or_default();
    let same_part = |one: &&mut UndecidedPart| one.is_of(table, record) && one.part == part;
    if let Some(part) = parts.iter_mut().find(same_part) {
        part.own = own;
    }
    replace(tx, pair, &parts)
}

/// Removes the request to delete a record, once it is answered.
pub(in crate::store) fn remove_request(
    tx: &WriteTx<'_>,
    pair: &str,
    table: &str,
    record: i64,
) -> Result<(), StoreError> {
    let mut parts = load_stored(tx)?.remove(pair).unwrap_or_default();
    parts.retain(|one| !(one.is_request() && one.is_of(table, record)));
    replace(tx, pair, &parts)
}

/// Whether a record has a conflict that both sides know.
pub fn is_published(tx: &ReadTx<'_>, table: &str, record: i64) -> Result<bool, StoreError> {
    let undecided = all(tx)?;
    let mut parts = undecided.values().flatten();
    Ok(parts
        .any(|part| part.is_of(table, record) && part.kept_back.is_empty() && !part.is_request()))
}

/// Removes everything to decide in a pair that is no longer shared.
pub(in crate::store) fn forget(tx: &WriteTx<'_>, pair: &str) -> Result<(), StoreError> {
    replace(tx, pair, &[])
}

/// Removes what is to be decided about records without a row, for `mentor purge`: it may contain text of them.
pub(super) fn remove_missing(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    for (pair, mut parts) in load_stored(tx)? {
        let mut present = Vec::new();
        for one in &parts {
            let sql = format!("SELECT count(*) FROM \"{}\" WHERE id = ?1", one.table);
            present.push(tx.number(&sql, [one.record])? > 0);
        }
        let mut present = present.into_iter();
        parts.retain(|_| present.next() == Some(true));
        replace(tx, &pair, &parts)?;
    }
    Ok(())
}

fn replace(tx: &WriteTx<'_>, pair: &str, parts: &[UndecidedPart]) -> Result<(), StoreError> {
    let mut undecided = load_stored(tx)?;
    let before = if parts.is_empty() {
        undecided.remove(pair)
    } else {
        undecided.insert(pair.to_owned(), parts.to_vec())
    };
    if before.unwrap_or_default() == parts {
        return Ok(());
    }
    let text = serde_json::to_string(&undecided).map_err(|_| StoreError::Damaged)?;
    settings::set_undecided(tx, &text)
}
