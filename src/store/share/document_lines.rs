//! A document as lines, and back.

use std::collections::{HashMap, HashSet};

use automerge::{ActorId, ChangeHash, ExpandedChange, ROOT, ReadDoc};

use crate::share::ShareDocument;
use crate::share::lines::{LifeId, LineChange, LineDocument, LineWrite};
use crate::store::share::documents::{CircleDocument, DocumentError, short};

impl CircleDocument {
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
        let places: HashMap<ChangeHash, usize> =
            changes.iter().enumerate().map(|(at, change)| (change.hash(), at)).collect();
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
                made.words.entry(key).or_default().insert(short(&change), words);
            }
            Ok(made)
        })?
    }
}

fn life_of(actor: &ActorId) -> LifeId {
    let mut life = LifeId::default();
    let bytes = actor.to_bytes();
    let length = bytes.len().min(life.len());
    life[..length].copy_from_slice(&bytes[..length]);
    life
}

fn key_of(operation: &automerge::legacy::Op) -> Option<String> {
    match &operation.key {
        automerge::legacy::Key::Map(key) => Some(key.to_string()),
        automerge::legacy::Key::Seq(_) => None,
    }
}
