//! Rebuilds automerge changes from lines. Sequence numbers, counters and predecessors are derived from the causes, so no
//! forged value reaches the library.

use std::collections::HashMap;
use std::num::NonZeroU64;

use automerge::legacy::{Key, ObjectId, Op, OpId, OpType, SortedVec};
use automerge::{ActorId, Change, ChangeHash, ExpandedChange};
use serde_json::Value as Json;

use crate::share::lines::LineDocument;
use crate::store::share::documents::{DocumentError, count_value};

/// Words with their key and change.
type WrittenContent = Vec<(String, ChangeHash, Json)>;

/// A write of a key and the changes that replaced it.
struct KeyWrite {
    change: usize,
    id: OpId,
    replaced_by: Vec<usize>,
}

/// The writes of each key so far.
type KeyWrites = HashMap<usize, Vec<KeyWrite>>;

/// A set of changes, one bit for each in the order of the lines.
struct ChangeSet(Vec<u64>);

impl ChangeSet {
    /// Returns everything before the change `at`, given the changes that it depends on directly.
    fn ancestors(at: usize, causes: &[usize], known: &[ChangeSet]) -> Self {
        let mut bits = vec![0_u64; at / 64 + 1];
        for cause in causes {
            for (word, other) in bits.iter_mut().zip(&known[*cause].0) {
                *word |= other;
            }
        }
        ChangeSet(bits)
    }

    fn contains(&self, change: usize) -> bool {
        self.0[change / 64] & (1 << (change % 64)) != 0
    }

    fn insert(&mut self, change: usize) {
        self.0[change / 64] |= 1 << (change % 64);
    }
}

pub(super) fn rebuild(
    lines: &LineDocument,
) -> Result<(Vec<Change>, WrittenContent), DocumentError> {
    let actors: Vec<ActorId> =
        lines.lineages.iter().map(|lineage| ActorId::from(&lineage[..])).collect();
    let mut known: Vec<ChangeSet> = Vec::with_capacity(lines.changes.len());
    let mut writes = KeyWrites::new();
    let mut sequences = vec![0_u64; actors.len()];
    let mut last_counters: Vec<u64> = Vec::new();
    let mut changes: Vec<Change> = Vec::new();
    let mut content = WrittenContent::new();
    for (at, line) in lines.changes.iter().enumerate() {
        let mut ancestors = ChangeSet::ancestors(at, &line.on, &known);
        let last = line.on.iter().map(|cause| last_counters[*cause]).max();
        let start = last.unwrap_or(0) + 1;
        let actor = &actors[line.lineage];
        sequences[line.lineage] += 1;
        let mut operations = Vec::with_capacity(line.writes.len());
        let mut counter = start;
        for write in &line.writes {
            let of_key = writes.entry(write.key).or_default();
            let replaced = replace_writes(of_key, at, &ancestors);
            let id = OpId::new(counter, actor);
            counter += 1;
            of_key.push(KeyWrite { change: at, id, replaced_by: Vec::new() });
            operations.push(Op {
                action: OpType::Put(count_value(write.count)),
                obj: ObjectId::Root,
                key: Key::Map(lines.keys[write.key].as_str().into()),
                pred: SortedVec::from(replaced),
                insert: false,
            });
        }
        let start_op = NonZeroU64::new(start).ok_or(DocumentError::Unreadable)?;
        let change = Change::from(ExpandedChange {
            operations,
            actor_id: actor.clone(),
            hash: None,
            seq: sequences[line.lineage],
            start_op,
            time: line.time,
            message: Some(line.message.clone()),
            deps: line.on.iter().map(|cause| changes[*cause].hash()).collect(),
            extra_bytes: Vec::new(),
            author: None,
        });
        for write in &line.writes {
            if let Some(written) = &write.content {
                let key = lines.keys[write.key].clone();
                content.push((key, change.hash(), written.clone()));
            }
        }
        ancestors.insert(at);
        known.push(ancestors);
        last_counters.push(counter - 1);
        changes.push(change);
    }
    Ok((changes, content))
}

/// Marks the writes of a key that the change `at` replaces, and returns them: those that it knows, and of which it knows
/// no replacement.
fn replace_writes(writes: &mut [KeyWrite], at: usize, ancestors: &ChangeSet) -> Vec<OpId> {
    let mut replaced = Vec::new();
    for earlier in writes.iter_mut().filter(|one| ancestors.contains(one.change)) {
        if !earlier.replaced_by.iter().any(|by| ancestors.contains(*by)) {
            replaced.push(earlier.id.clone());
            earlier.replaced_by.push(at);
        }
    }
    replaced
}
