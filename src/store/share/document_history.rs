//! The ancestry of changes in a document: who knew what, and whose changes are signed.

use std::collections::{HashMap, HashSet};

use automerge::ChangeHash;

use crate::domain::person::Side;
use crate::share::lines::LineageId;
use crate::share::seal::DeviceId;
use crate::share::{ChangeId, ShareDocument};
use crate::store::share::documents::{CircleDocument, DeviceSides, DocumentError, device_of};

/// Metadata of a change.
pub(super) struct ChangeNote {
    pub lineage: Vec<u8>,
    pub sequence: u64,
    pub time: i64,
    pub on: Vec<ChangeHash>,
}

impl CircleDocument {
    pub(super) fn notes(&self) -> HashMap<ChangeHash, ChangeNote> {
        let all = self.automerge.get_changes_meta(&[]).into_iter();
        all.map(|change| {
            let note = ChangeNote {
                lineage: change.actor.to_bytes().to_vec(),
                sequence: change.seq,
                time: change.timestamp,
                on: change.deps,
            };
            (change.hash, note)
        })
        .collect()
    }

    /// Returns the changes and all their ancestors.
    pub(super) fn with_ancestors(
        notes: &HashMap<ChangeHash, ChangeNote>,
        heads: &[ChangeHash],
    ) -> HashSet<ChangeHash> {
        let mut changes = HashSet::new();
        let mut unvisited = heads.to_vec();
        while let Some(change) = unvisited.pop() {
            if let Some(note) = notes.get(&change)
                && changes.insert(change)
            {
                unvisited.extend(&note.on);
            }
        }
        changes
    }

    /// Returns the ancestors of each of these changes, itself included.
    pub fn causes(&self, of: &HashSet<ChangeId>) -> HashMap<ChangeId, HashSet<ChangeId>> {
        let notes = self.notes();
        let entry = |change: &ChangeId| {
            let causes = Self::with_ancestors(&notes, &[ChangeHash(*change)]);
            (*change, causes.into_iter().map(|cause| cause.0).collect())
        };
        of.iter().map(entry).collect()
    }

    /// Whether the version `heads` includes all changes of the version `others`.
    pub fn knows(&self, heads: &[ChangeId], others: &[ChangeId]) -> bool {
        let heads: Vec<ChangeHash> = heads.iter().map(|head| ChangeHash(*head)).collect();
        let included = Self::with_ancestors(&self.notes(), &heads);
        others.iter().all(|other| included.contains(&ChangeHash(*other)))
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
        let before = Self::with_ancestors(&notes, &at);
        let after = Self::with_ancestors(&notes, &[ChangeHash(*change)]);
        let is_of_side = |change: &ChangeHash| {
            let writer = notes.get(change).map(|note| device_of(&note.lineage));
            writer.is_some_and(|writer| sides.get(&writer) == Some(&side))
        };
        let mut new = after.difference(&before);
        before.is_subset(&after) && !before.contains(&ChangeHash(*change)) && new.all(is_of_side)
    }

    /// Whether a change is the last one of a lineage, so that the lineage can continue.
    pub fn is_last(&self, lineage: &LineageId, change: &ChangeId) -> bool {
        let changes = self.notes().into_iter();
        let of_lineage = changes.filter(|(_, note)| note.lineage == lineage);
        let last = of_lineage.max_by_key(|(_, note)| note.sequence);
        last.is_some_and(|(hash, _)| hash.0 == *change)
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
        let own_notes = mine.notes();
        let mut covered: HashMap<DeviceId, HashSet<ChangeHash>> = HashMap::new();
        for (device, heads) in signed {
            let heads: Vec<ChangeHash> = heads.iter().map(|head| ChangeHash(*head)).collect();
            covered.insert(*device, Self::with_ancestors(&notes, &heads));
        }
        for (change, note) in &notes {
            let device = device_of(&note.lineage);
            let side = sides.get(&device).ok_or(DocumentError::NotCovered)?;
            if !document.may_write(*side) {
                return Err(DocumentError::NotAllowed);
            }
            let is_covered = covered.get(&device).is_some_and(|all| all.contains(change));
            if !is_covered && !own_notes.contains_key(change) {
                return Err(DocumentError::NotCovered);
            }
        }
        Ok(())
    }
}
