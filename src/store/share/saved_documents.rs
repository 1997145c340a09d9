//! The documents of a circle in table `share`, and the version that the rows show.
//!
//! The version is a setting, since undo has to revert it; the table only grows.

use std::collections::{BTreeMap, BTreeSet};

use crate::share::bundle::{pack, unpack};
use crate::share::parts::{LIFE, RecordKey};
use crate::share::{DocumentVersions, ShareDocument};
use crate::store::read_tx::ReadTx;
use crate::store::share::documents::{CircleDocument, heads_from_texts, heads_to_texts};
use crate::store::share::share_table::{MAX_VALUE_BYTES, json, set_json, set_value, value};
use crate::store::share::{circles, rows, same, undecided};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, settings};

/// The documents of a circle.
pub type CircleDocuments = BTreeMap<ShareDocument, CircleDocument>;

/// The version of each document that the rows show.
pub type CircleVersion = DocumentVersions;

pub fn load(tx: &ReadTx<'_>, circle: &str) -> Result<CircleDocuments, StoreError> {
    let mut all = CircleDocuments::new();
    for document in ShareDocument::ALL {
        let content: Option<Vec<u8>> = value(tx, &format!("{circle}/words/{document}"))?;
        let saved = value(tx, &format!("{circle}/document/{document}"))?;
        let read = match (saved, content) {
            (Some(saved), Some(content)) => {
                let content = unpack(&content, MAX_VALUE_BYTES).ok_or(StoreError::Damaged)?;
                CircleDocument::load(&saved, &content).ok_or(StoreError::Damaged)?
            }
            _ => CircleDocument::default(),
        };
        all.insert(document, read);
    }
    Ok(all)
}

pub fn save(
    tx: &WriteTx<'_>,
    circle: &str,
    document: ShareDocument,
    it: &CircleDocument,
) -> Result<(), StoreError> {
    let (saved, content) = it.save();
    set_value(tx, &format!("{circle}/document/{document}"), saved)?;
    set_value(tx, &format!("{circle}/words/{document}"), pack(&content))
}

/// Returns the records purged here, which must be published as purged.
pub fn load_purged(tx: &ReadTx<'_>, circle: &str) -> Result<BTreeSet<RecordKey>, StoreError> {
    let keys: Vec<String> = json(tx, &format!("{circle}/purged"))?.unwrap_or_default();
    let keys = keys.iter();
    Ok(keys.filter_map(|key| Some(RecordKey::parse(key)?.0)).collect())
}

/// Returns the version that the rows show.
pub fn load_version(tx: &ReadTx<'_>, circle: &str) -> Result<CircleVersion, StoreError> {
    let Some(text) = settings::share_version(tx, circle)? else {
        return Ok(CircleVersion::new());
    };
    let read: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&text).map_err(|_| StoreError::Damaged)?;
    let mut version = CircleVersion::new();
    for (word, heads) in read {
        let document = ShareDocument::from_word(&word).ok_or(StoreError::Damaged)?;
        version.insert(document, heads_from_texts(&heads).ok_or(StoreError::Damaged)?);
    }
    Ok(version)
}

pub fn set_version(
    tx: &WriteTx<'_>,
    circle: &str,
    version: &CircleVersion,
) -> Result<(), StoreError> {
    let texts: BTreeMap<&str, Vec<String>> =
        version.iter().map(|(document, heads)| (document.word(), heads_to_texts(heads))).collect();
    let text = serde_json::to_string(&texts).map_err(|_| StoreError::Damaged)?;
    settings::set_share_version(tx, circle, &text)
}

/// Drops the content of all records without a row, for `mentor purge`.
pub(in crate::store) fn purge(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    undecided::remove_missing(tx)?;
    for circle in circles::all(tx)? {
        let tables = circle.tables().into_iter();
        let tables: Vec<&str> =
            tables.filter(|table| !table.is_fixed).map(|table| table.table).collect();
        let groups = same::groups(tx, &circle)?;
        let is_gone = |key: &RecordKey| {
            let uid = rows::uid_of_record(&groups.representative(key).record);
            let (Some(uid), true) = (uid, tables.contains(&key.table.as_str())) else {
                return Ok(false);
            };
            let sql = format!("SELECT count(*) FROM \"{}\" WHERE uid = ?1", key.table);
            Ok(tx.number(&sql, [uid])? == 0)
        };
        purge_in(tx, &circle.id, &is_gone)?;
    }
    Ok(())
}

/// Drops the content of these records in all circles but one, from which the purge came.
pub(super) fn purge_elsewhere(
    tx: &WriteTx<'_>,
    circle: &str,
    records: &BTreeSet<RecordKey>,
) -> Result<(), StoreError> {
    let others = circles::all(tx)?.into_iter().filter(|other| other.id != circle);
    for other in others.filter(|_| !records.is_empty()) {
        let groups = same::groups(tx, &other)?;
        purge_in(tx, &other.id, &|key| Ok(records.contains(groups.representative(key))))?;
    }
    Ok(())
}

/// Drops the content of records in the documents of a circle, and records them as purged.
fn purge_in(
    tx: &WriteTx<'_>,
    circle: &str,
    is_gone: &dyn Fn(&RecordKey) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    for (document, mut it) in load(tx, circle)? {
        let mut gone = BTreeSet::new();
        for key in it.record_keys() {
            if is_gone(&key)? {
                gone.insert(key);
            }
        }
        if !gone.is_empty() {
            let mut all = load_purged(tx, circle)?;
            all.extend(gone.iter().cloned());
            let all: Vec<String> = all.iter().map(|key| key.part(LIFE)).collect();
            set_json(tx, &format!("{circle}/purged"), &all)?;
        }
        let is_gone = |key: &str| {
            let parsed = RecordKey::parse(key);
            parsed.is_some_and(|(record, part)| part != LIFE && gone.contains(&record))
        };
        if it.purge(is_gone) {
            save(tx, circle, document, &it)?;
        }
    }
    Ok(())
}
