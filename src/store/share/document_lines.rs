//! A document as lines, and back.

use std::collections::{HashMap, HashSet};

use automerge::{ActorId, ChangeHash, ExpandedChange, ROOT, ReadDoc};

use crate::share::ShareDocument;
use crate::share::lines::{LineChange, LineDocument, LineWrite, LineageId};
use crate::store::share::documents::{CircleDocument, DocumentError, short};

impl CircleDocument {
    /// Converts the document to lines. Only current content is included, and none of keys for which `is_withheld` holds.
    pub fn to_lines(
        &self,
        document: ShareDocument,
        is_withheld: &dyn Fn(&str) -> bool,
    ) -> LineDocument {
        let changes = self.automerge.get_changes(&[]);
        let heads = self.automerge.get_heads();
        let mut current: HashSet<(String, ChangeHash)> = HashSet::new();
        for item in self.automerge.map_range_at(ROOT, .., &heads) {
            let key = item.key.to_string();
            let all = self.automerge.get_all_at(ROOT, key.as_str(), &heads);
            for (_, id) in all.unwrap_or_default() {
                if let Some(change) = self.automerge.hash_for_opid(&id) {
                    current.insert((key.clone(), change));
                }
            }
        }
        let mut lineages: Vec<LineageId> = Vec::new();
        let mut keys: Vec<String> = Vec::new();
        let expanded: Vec<ExpandedChange> = changes.iter().map(ExpandedChange::from).collect();
        for change in &expanded {
            let lineage = lineage_of(&change.actor_id);
            if !lineages.contains(&lineage) {
                lineages.push(lineage);
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
                let is_sent = current.contains(&(key.clone(), hash)) && !is_withheld(&key);
                let content = self.content_of(&key, &hash).filter(|_| is_sent);
                Some(LineWrite {
                    key: keys.binary_search(&key).ok()?,
                    count: operation.to_i64()?,
                    content: content.cloned(),
                })
            });
            let lineage = lineage_of(&expanded.actor_id);
            let on = change.deps().iter().filter_map(|on| places.get(on));
            LineChange {
                lineage: lineages.iter().position(|one| *one == lineage).unwrap_or(0),
                time: expanded.time,
                message: expanded.message.clone().unwrap_or_default(),
                on: on.copied().collect(),
                writes: writes.collect(),
            }
        };
        LineDocument {
            document,
            changes: changes.iter().zip(&expanded).map(line).collect(),
            lineages,
            keys,
        }
    }

    /// Rebuilds a document from checked lines.
    pub fn from_lines(lines: &LineDocument) -> Result<Self, DocumentError> {
        super::rebuild::rebuild(lines).map(|(changes, content)| {
            let mut document = CircleDocument::default();
            document.automerge.apply_changes(changes)?;
            for (key, change, content) in content {
                document.content.entry(key).or_default().insert(short(&change), content);
            }
            Ok(document)
        })?
    }
}

fn lineage_of(actor: &ActorId) -> LineageId {
    let mut lineage = LineageId::default();
    let bytes = actor.to_bytes();
    let length = bytes.len().min(lineage.len());
    lineage[..length].copy_from_slice(&bytes[..length]);
    lineage
}

fn key_of(operation: &automerge::legacy::Op) -> Option<String> {
    match &operation.key {
        automerge::legacy::Key::Map(key) => Some(key.to_string()),
        automerge::legacy::Key::Seq(_) => None,
    }
}
