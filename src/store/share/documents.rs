//! A document of a circle: automerge records who wrote which part when, the words are kept beside it.
//!
//! Words are kept apart because a purge must be able to remove them, and automerge never forgets a value.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{
    ActorId, Automerge, AutomergeError, ChangeHash, ExpandedChange, ROOT, ReadDoc, ScalarValue,
    ScalarValueRef, ValueRef,
};
use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::lines::{LifeId, LineChange, LineDocument, LineWrite};
use crate::share::parts::RecordKey;
use crate::share::seal::DeviceId;
use crate::share::show::{DocumentView, ShareWrite};
use crate::share::{ChangeId, ShareDocument, from_hex, hex};

/// The words of each write, by key and the first digits of the hash of its change.
type WordsByWrite = BTreeMap<String, BTreeMap<String, Json>>;

/// How many hexadecimal digits of a change's hash identify its words.
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
    #[error("it has other words for what is here")]
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

/// Returns the device of a life.
pub fn device_of(life: &[u8]) -> DeviceId {
    let mut device = DeviceId::default();
    let length = life.len().min(device.len());
    device[..length].copy_from_slice(&life[..length]);
    device
}

/// Metadata of a change.
struct ChangeNote {
    life: Vec<u8>,
    sequence: u64,
    time: i64,
    on: Vec<ChangeHash>,
}

/// Words of a key at any time in its history.
#[derive(Clone, Debug)]
pub struct WrittenWords {
    pub by: Side,
    /// Seconds since 1970.
    pub at: i64,
    pub words: Json,
}

/// The position of this device in a document after a write.
pub struct LastChange {
    pub sequence: u64,
    pub change: ChangeId,
}

#[derive(Clone, Debug, Default)]
pub struct CircleDocument {
    automerge: Automerge,
    words: WordsByWrite,
}

impl CircleDocument {
    /// Reverses `save`.
    pub fn load(automerge: &[u8], words: &[u8]) -> Option<Self> {
        Some(CircleDocument {
            automerge: Automerge::load(automerge).ok()?,
            words: serde_json::from_slice(words).ok()?,
        })
    }

    /// Returns automerge's encoding and the words as JSON.
    pub fn save(&self) -> (Vec<u8>, Vec<u8>) {
        let words = serde_json::to_vec(&self.words).unwrap_or_default();
        (self.automerge.save(), words)
    }

    pub fn heads(&self) -> Vec<ChangeId> {
        let heads = self.automerge.get_heads().into_iter();
        heads.map(|head| head.0).collect()
    }

    fn notes(&self) -> HashMap<ChangeHash, ChangeNote> {
        let all = self.automerge.get_changes_meta(&[]).into_iter();
        all.map(|change| {
            let note = ChangeNote {
                life: change.actor.to_bytes().to_vec(),
                sequence: change.seq,
                time: change.timestamp,
                on: change.deps,
            };
            (change.hash, note)
        })
        .collect()
    }

    /// Returns the changes and all their ancestors.
    fn known_to(
        notes: &HashMap<ChangeHash, ChangeNote>,
        heads: &[ChangeHash],
    ) -> HashSet<ChangeHash> {
        let mut known = HashSet::new();
        let mut left = heads.to_vec();
        while let Some(change) = left.pop() {
            if let Some(note) = notes.get(&change)
                && known.insert(change)
            {
                left.extend(&note.on);
            }
        }
        known
    }

    /// Returns the ancestors of each of these changes, itself included.
    pub fn causes(&self, of: &HashSet<ChangeId>) -> HashMap<ChangeId, HashSet<ChangeId>> {
        let notes = self.notes();
        let known = |change: &ChangeId| {
            let known = Self::known_to(&notes, &[ChangeHash(*change)]);
            (*change, known.into_iter().map(|one| one.0).collect())
        };
        of.iter().map(known).collect()
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
            let mut found = vec![(count_of(&item.value), item.id())];
            if item.conflict
                && let Ok(all) = self.automerge.get_all_at(ROOT, key.as_str(), &heads)
            {
                let all = all.into_iter();
                found = all
                    .map(|(value, id)| (value.as_i64().unwrap_or_default(), id))
                    .collect();
            }
            let writes = found.into_iter().filter_map(|(count, id)| {
                let change = self.automerge.hash_for_opid(&id)?;
                let note = notes.get(&change)?;
                Some(ShareWrite {
                    change: change.0,
                    by: *sides.get(&device_of(&note.life))?,
                    at: note.time,
                    count,
                    words: self.words_of(&key, &change).cloned(),
                })
            });
            let writes = writes.collect();
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

    fn words_of(&self, key: &str, change: &ChangeHash) -> Option<&Json> {
        self.words.get(key)?.get(&short(change))
    }

    /// Whether the version `heads` includes all changes of the version `others`.
    pub fn knows(&self, heads: &[ChangeId], others: &[ChangeId]) -> bool {
        let heads: Vec<ChangeHash> = heads.iter().map(|head| ChangeHash(*head)).collect();
        let known = Self::known_to(&self.notes(), &heads);
        others
            .iter()
            .all(|other| known.contains(&ChangeHash(*other)))
    }

    /// Whether a change descends from a version by changes of one side only.
    pub fn is_continued_by(
        &self,
        side: Side,
        at: &[ChangeId],
        change: &ChangeId,
        sides: &DeviceSides,
    ) -> bool {
        let notes = self.notes();
        let at: Vec<ChangeHash> = at.iter().map(|change| ChangeHash(*change)).collect();
        let before = Self::known_to(&notes, &at);
        let after = Self::known_to(&notes, &[ChangeHash(*change)]);
        let is_of_side = |change: &ChangeHash| {
            let writer = notes.get(change).map(|note| device_of(&note.life));
            writer.is_some_and(|writer| sides.get(&writer) == Some(&side))
        };
        let mut new = after.difference(&before);
        before.is_subset(&after) && !before.contains(&ChangeHash(*change)) && new.all(is_of_side)
    }

    /// Whether a change is the last one of a life, so that the life can continue.
    pub fn is_last(&self, life: &LifeId, change: &ChangeId) -> bool {
        let changes = self.notes().into_iter();
        let of_life = changes.filter(|(_, note)| note.life == life);
        let last = of_life.max_by_key(|(_, note)| note.sequence);
        last.is_some_and(|(hash, _)| hash.0 == *change)
    }

    /// Writes one change on top of a version.
    pub fn tell(
        &mut self,
        at: &[ChangeId],
        life: &LifeId,
        mark: [u8; 8],
        time: i64,
        puts: Vec<(String, Json)>,
    ) -> Result<LastChange, DocumentError> {
        let heads: Vec<ChangeHash> = at.iter().map(|change| ChangeHash(*change)).collect();
        let is_behind = self.automerge.get_heads() != sorted(heads.clone());
        let mut ground = if is_behind {
            self.automerge.fork_at(&heads)?
        } else {
            self.automerge.clone()
        };
        ground.set_actor(ActorId::from(&life[..]));
        let mut transaction = ground.transaction();
        for (key, _) in &puts {
            let now = transaction.get_all(ROOT, key.as_str())?;
            let counts = now.iter().map(|(value, _)| value.as_i64().unwrap_or(0));
            let count = counts.max().unwrap_or(0) + 1;
            transaction.put(ROOT, key.as_str(), count)?;
        }
        let options = CommitOptions::default()
            .with_time(time)
            .with_message(hex(&mark));
        let (change, _) = transaction.commit_with(options);
        let change = change.ok_or(DocumentError::Unreadable)?;
        if is_behind {
            drop(self.automerge.merge(&mut ground)?);
        } else {
            self.automerge = ground;
        }
        for (key, words) in puts {
            let of_key = self.words.entry(key).or_default();
            of_key.insert(short(&change), words);
        }
        let note = self.automerge.get_change_meta_by_hash(&change);
        Ok(LastChange {
            sequence: note.map_or(0, |note| note.seq),
            change: change.0,
        })
    }

    /// Merges another version of the document. Fails if it has different words for a known write.
    pub fn merge(&mut self, other: &mut CircleDocument) -> Result<(), DocumentError> {
        for (key, words) in &other.words {
            let known = self.words.get(key);
            let differ = |(change, words): (&String, &Json)| {
                let known = known.and_then(|known| known.get(change));
                known.is_some_and(|known| known != words)
            };
            if words.iter().any(differ) {
                return Err(DocumentError::OtherWords);
            }
        }
        self.automerge.merge(&mut other.automerge)?;
        for (key, words) in std::mem::take(&mut other.words) {
            self.words.entry(key).or_default().extend(words);
        }
        Ok(())
    }

    /// Returns all words of a key that a version includes, in causal order.
    pub fn written(&self, key: &str, at: &[ChangeId], sides: &DeviceSides) -> Vec<WrittenWords> {
        if !self.words.contains_key(key) {
            return Vec::new();
        }
        let heads: Vec<ChangeHash> = at.iter().map(|change| ChangeHash(*change)).collect();
        let known = Self::known_to(&self.notes(), &heads);
        let changes = self.automerge.get_changes_meta(&[]).into_iter();
        let written = changes.filter(|change| known.contains(&change.hash));
        let written = written.filter_map(|change| {
            Some(WrittenWords {
                by: *sides.get(&device_of(change.actor.to_bytes()))?,
                at: change.timestamp,
                words: self.words_of(key, &change.hash)?.clone(),
            })
        });
        written.collect()
    }

    /// Returns the records with words.
    pub fn record_keys(&self) -> BTreeSet<RecordKey> {
        let keys = self.words.keys();
        keys.filter_map(|key| Some(RecordKey::parse(key)?.0))
            .collect()
    }

    /// Removes the words of matching keys; returns whether there were any.
    pub fn purge(&mut self, is_gone: impl Fn(&str) -> bool) -> bool {
        let before = self.words.len();
        self.words.retain(|key, _| !is_gone(key));
        self.words.len() != before
    }

    /// Verifies the authorship of a received document: each new change must be covered by a version that its device signed,
    /// and that device must be allowed to write here.
    pub fn check_cover(
        &self,
        document: ShareDocument,
        sides: &DeviceSides,
        signed: &HashMap<DeviceId, Vec<ChangeId>>,
        mine: &CircleDocument,
    ) -> Result<(), DocumentError> {
        let notes = self.notes();
        let held = mine.notes();
        let mut covered: HashMap<DeviceId, HashSet<ChangeHash>> = HashMap::new();
        for (device, heads) in signed {
            let heads: Vec<ChangeHash> = heads.iter().map(|head| ChangeHash(*head)).collect();
            covered.insert(*device, Self::known_to(&notes, &heads));
        }
        for (change, note) in &notes {
            let device = device_of(&note.life);
            let side = sides.get(&device).ok_or(DocumentError::NotCovered)?;
            if !document.may_write(*side) {
                return Err(DocumentError::NotAllowed);
            }
            let is_covered = covered.get(&device).is_some_and(|all| all.contains(change));
            if !is_covered && !held.contains_key(change) {
                return Err(DocumentError::NotCovered);
            }
        }
        Ok(())
    }

    /// Converts the document to lines. Only current words are included, and none of keys for which `is_withheld` holds.
    pub fn to_lines(
        &self,
        document: ShareDocument,
        is_withheld: &dyn Fn(&str) -> bool,
    ) -> LineDocument {
        let changes = self.automerge.get_changes(&[]);
        let heads = self.automerge.get_heads();
        let mut standing: HashSet<(String, ChangeHash)> = HashSet::new();
        for item in self.automerge.map_range_at(ROOT, .., &heads) {
            let key = item.key.to_string();
            let all = self.automerge.get_all_at(ROOT, key.as_str(), &heads);
            for (_, id) in all.unwrap_or_default() {
                if let Some(change) = self.automerge.hash_for_opid(&id) {
                    standing.insert((key.clone(), change));
                }
            }
        }
        let mut lives: Vec<LifeId> = Vec::new();
        let mut keys: Vec<String> = Vec::new();
        let expanded: Vec<ExpandedChange> = changes.iter().map(ExpandedChange::from).collect();
        for change in &expanded {
            let life = life_of(&change.actor_id);
            if !lives.contains(&life) {
                lives.push(life);
            }
            keys.extend(change.operations.iter().filter_map(key_of));
        }
        keys.sort_unstable();
        keys.dedup();
        let places: HashMap<ChangeHash, usize> = changes
            .iter()
            .enumerate()
            .map(|(at, change)| (change.hash(), at))
            .collect();
        let line = |(change, expanded): (&automerge::Change, &ExpandedChange)| {
            let hash = change.hash();
            let writes = expanded.operations.iter().filter_map(|operation| {
                let key = key_of(operation)?;
                let is_sent = standing.contains(&(key.clone(), hash)) && !is_withheld(&key);
                let words = self.words_of(&key, &hash).filter(|_| is_sent);
                Some(LineWrite {
                    key: keys.binary_search(&key).ok()?,
                    count: operation.to_i64()?,
                    words: words.cloned(),
                })
            });
            let life = life_of(&expanded.actor_id);
            let on = change.deps().iter().filter_map(|on| places.get(on));
            LineChange {
                life: lives.iter().position(|one| *one == life).unwrap_or(0),
                time: expanded.time,
                message: expanded.message.clone().unwrap_or_default(),
                on: on.copied().collect(),
                writes: writes.collect(),
            }
        };
        LineDocument {
            document,
            changes: changes.iter().zip(&expanded).map(line).collect(),
            lives,
            keys,
        }
    }

    /// Rebuilds a document from checked lines.
    pub fn from_lines(lines: &LineDocument) -> Result<Self, DocumentError> {
        super::rebuild::rebuild(lines).map(|(changes, words)| {
            let mut made = CircleDocument::default();
            made.automerge.apply_changes(changes)?;
            for (key, change, words) in words {
                made.words
                    .entry(key)
                    .or_default()
                    .insert(short(&change), words);
            }
            Ok(made)
        })?
    }
}

fn sorted(mut heads: Vec<ChangeHash>) -> Vec<ChangeHash> {
    heads.sort_unstable();
    heads
}

fn short(change: &ChangeHash) -> String {
    let mut digits = hex(&change.0);
    digits.truncate(SHORT_HASH);
    digits
}

fn life_of(actor: &ActorId) -> LifeId {
    let mut life = LifeId::default();
    let bytes = actor.to_bytes();
    let length = bytes.len().min(life.len());
    life[..length].copy_from_slice(&bytes[..length]);
    life
}

fn count_of(value: &ValueRef<'_>) -> i64 {
    match value {
        ValueRef::Scalar(ScalarValueRef::Int(count)) => *count,
        _ => 0,
    }
}

fn key_of(operation: &automerge::legacy::Op) -> Option<String> {
    match &operation.key {
        automerge::legacy::Key::Map(key) => Some(key.to_string()),
        automerge::legacy::Key::Seq(_) => None,
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
