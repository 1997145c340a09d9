//! A document of a circle: automerge records who wrote which part when; the content is kept beside it.
//!
//! Words are kept apart because a purge must be able to remove them, and automerge never forgets a value.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{
    ActorId, Automerge, AutomergeError, ChangeHash, ROOT, ReadDoc, ScalarValue, ScalarValueRef,
    ValueRef,
};
use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::lines::LineageId;
use crate::share::parts::RecordKey;
use crate::share::seal::DeviceId;
use crate::share::show::{DocumentView, ShareWrite};
use crate::share::{ChangeId, from_hex, hex};
use crate::store::share::content_by_write::ContentByWrite;

/// The content of each write, by key.
type ContentByKey = BTreeMap<String, ContentByWrite>;

/// How many hexadecimal digits of a change's hash identify its content.
const SHORT_HASH: usize = 16;

/// Why a document is rejected.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum DocumentError {
    #[error("it can't be read")]
    Unreadable,
    #[error("its changes are not those that were signed")]
    OtherHeads,
    #[error("a change of it is not signed by the device that it names")]
    NotCovered,
    #[error("a device wrote in it that may not")]
    NotAllowed,
    #[error("it has other content for a known write")]
    OtherWords,
    #[error("one device has written two histories")]
    TwoHistories,
}

impl From<AutomergeError> for DocumentError {
    fn from(error: AutomergeError) -> Self {
        match error {
            AutomergeError::DuplicateSeqNumber(..) => DocumentError::TwoHistories,
            _ => DocumentError::Unreadable,
        }
    }
}

/// The side of each device in a circle.
pub type DeviceSides = HashMap<DeviceId, Side>;

/// Returns the device of a lineage.
pub fn device_of(lineage: &[u8]) -> DeviceId {
    let mut device = DeviceId::default();
    let length = lineage.len().min(device.len());
    device[..length].copy_from_slice(&lineage[..length]);
    device
}

/// Words of a key at any time in its history.
#[derive(Clone, Debug)]
pub struct WrittenContent {
    pub by: Side,
    /// Seconds since 1970.
    pub at: i64,
    pub content: Json,
}

/// The position of this device in a document after a write.
pub struct LastChange {
    pub sequence: u64,
    pub change: ChangeId,
}

#[derive(Clone, Debug, Default)]
pub struct CircleDocument {
    pub(super) automerge: Automerge,
    pub(super) content: ContentByKey,
}

impl CircleDocument {
    /// Reverses `save`.
    pub fn load(automerge: &[u8], content: &[u8]) -> Option<Self> {
        Some(CircleDocument {
            automerge: Automerge::load(automerge).ok()?,
            content: serde_json::from_slice(content).ok()?,
        })
    }

    /// Returns automerge's encoding and the content as JSON.
    pub fn save(&self) -> (Vec<u8>, Vec<u8>) {
        let content = serde_json::to_vec(&self.content).unwrap_or_default();
        (self.automerge.save(), content)
    }

    pub fn heads(&self) -> Vec<ChangeId> {
        let heads = self.automerge.get_heads().into_iter();
        heads.map(|head| head.0).collect()
    }

    /// Returns each key at a version, with the writes that nothing has replaced.
    pub fn view(&self, at: &[ChangeId], sides: &DeviceSides) -> DocumentView {
        let notes = self.notes();
        let heads: Vec<ChangeHash> = at.iter().map(|change| ChangeHash(*change)).collect();
        let mut view = DocumentView::new();
        if heads.is_empty() {
            return view;
        }
        for item in self.automerge.map_range_at(ROOT, .., &heads) {
            let key = item.key.to_string();
            let mut counts = vec![(count_of(&item.value), item.id())];
            if item.conflict
                && let Ok(values) = self.automerge.get_all_at(ROOT, key.as_str(), &heads)
            {
                let values = values.into_iter();
                counts =
                    values.map(|(value, id)| (value.as_i64().unwrap_or_default(), id)).collect();
            }
            let writes = counts.into_iter().filter_map(|(count, id)| {
                let change = self.automerge.hash_for_opid(&id)?;
                let note = notes.get(&change)?;
                Some(ShareWrite {
                    change: change.0,
                    by: *sides.get(&device_of(&note.lineage))?,
                    at: note.time,
                    count,
                    content: self.content_of(&key, &change).cloned(),
                })
            });
            let mut writes: Vec<ShareWrite> = writes.collect();
            // Nearly every key has one write, and a list starts with room for four.
            writes.shrink_to_fit();
            view.insert(key, writes);
        }
        view
    }

    /// Returns how often a key was written, by the count of its newest write; 0 if never.
    pub fn count(&self, key: &str) -> i64 {
        let writes = self.automerge.get_all(ROOT, key).unwrap_or_default();
        let counts = writes.iter().map(|(value, _)| value.as_i64().unwrap_or(0));
        counts.max().unwrap_or(0)
    }

    pub(super) fn content_of(&self, key: &str, change: &ChangeHash) -> Option<&Json> {
        self.content.get(key)?.get(&short(change))
    }

    /// Writes one change on top of a version.
    pub fn publish(
        &mut self,
        at: &[ChangeId],
        lineage: &LineageId,
        mark: [u8; 8],
        time: i64,
        puts: Vec<(String, Json)>,
    ) -> Result<LastChange, DocumentError> {
        let heads: Vec<ChangeHash> = at.iter().map(|change| ChangeHash(*change)).collect();
        let is_behind = self.automerge.get_heads() != sorted(heads.clone());
        // Not a clone: for a pair of years that would be half of the memory. After a failure, nobody uses the document.
        let mut ground = if is_behind {
            self.automerge.fork_at(&heads)?
        } else {
            std::mem::take(&mut self.automerge)
        };
        ground.set_actor(ActorId::from(&lineage[..]));
        let mut transaction = ground.transaction();
        for (key, _) in &puts {
            let now = transaction.get_all(ROOT, key.as_str())?;
            let counts = now.iter().map(|(value, _)| value.as_i64().unwrap_or(0));
            let count = counts.max().unwrap_or(0) + 1;
            transaction.put(ROOT, key.as_str(), count)?;
        }
        let options = CommitOptions::default().with_time(time).with_message(hex(&mark));
        let (change, _) = transaction.commit_with(options);
        let change = change.ok_or(DocumentError::Unreadable)?;
        if is_behind {
            drop(self.automerge.merge(&mut ground)?);
        } else {
            self.automerge = ground;
        }
        for (key, content) in puts {
            let of_key = self.content.entry(key).or_default();
            of_key.insert(short(&change), content);
        }
        let note = self.automerge.get_change_meta_by_hash(&change);
        Ok(LastChange { sequence: note.map_or(0, |note| note.seq), change: change.0 })
    }

    /// Merges another version of the document. Fails if it has different content for a known write.
    pub fn merge(&mut self, other: &mut CircleDocument) -> Result<(), DocumentError> {
        for (key, content) in &other.content {
            if self.content.get(key).is_some_and(|own| own.contradicts(content)) {
                return Err(DocumentError::OtherWords);
            }
        }
        self.automerge.merge(&mut other.automerge)?;
        for (key, content) in std::mem::take(&mut other.content) {
            self.content.entry(key).or_default().extend(content);
        }
        Ok(())
    }

    /// Returns all content of a key that a version includes, in causal order.
    pub fn written_content(
        &self,
        key: &str,
        at: &[ChangeId],
        sides: &DeviceSides,
    ) -> Vec<WrittenContent> {
        if !self.content.contains_key(key) {
            return Vec::new();
        }
        let heads: Vec<ChangeHash> = at.iter().map(|change| ChangeHash(*change)).collect();
        let included = Self::with_ancestors(&self.notes(), &heads);
        let changes = self.automerge.get_changes_meta(&[]).into_iter();
        changes
            .filter(|change| included.contains(&change.hash))
            .filter_map(|change| {
                Some(WrittenContent {
                    by: *sides.get(&device_of(change.actor.to_bytes()))?,
                    at: change.timestamp,
                    content: self.content_of(key, &change.hash)?.clone(),
                })
            })
            .collect()
    }

    /// Returns the records with content.
    pub fn record_keys(&self) -> BTreeSet<RecordKey> {
        let keys = self.content.keys();
        keys.filter_map(|key| Some(RecordKey::parse(key)?.0)).collect()
    }

    /// Removes the content of matching keys; returns whether there were any.
    pub fn purge(&mut self, is_gone: impl Fn(&str) -> bool) -> bool {
        let before = self.content.len();
        self.content.retain(|key, _| !is_gone(key));
        self.content.len() != before
    }
}

fn sorted(mut heads: Vec<ChangeHash>) -> Vec<ChangeHash> {
    heads.sort_unstable();
    heads
}

pub(super) fn short(change: &ChangeHash) -> String {
    let mut digits = hex(&change.0);
    digits.truncate(SHORT_HASH);
    digits
}

fn count_of(value: &ValueRef<'_>) -> i64 {
    match value {
        ValueRef::Scalar(ScalarValueRef::Int(count)) => *count,
        _ => 0,
    }
}

/// Formats a version for storage: its heads in hexadecimal digits.
pub fn heads_to_texts(heads: &[ChangeId]) -> Vec<String> {
    heads.iter().map(|head| hex(head)).collect()
}

pub fn heads_from_texts(texts: &[String]) -> Option<Vec<ChangeId>> {
    texts.iter().map(|text| from_hex(text)).collect()
}

/// Returns a count in automerge's representation.
pub(super) fn count_value(count: i64) -> ScalarValue {
    ScalarValue::Int(count)
}
