//! Reads one record out of the documents: its home, whether it exists, and its parts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::parts::{
    ABOUT, HERE, LIFE, OWNER, PURGED, PartContent, RecordKey, SharePart, TableParts, WITHDRAWN,
};
use crate::share::publish::hash_content;
use crate::share::resolve::choose;
use crate::share::show::{
    Causes, ForeignPart, OpenChoice, RecordKeys, ShareWrite, ShownRecord, owner_of,
};
use crate::share::{ChangeId, ShareDocument};

/// A write and its document.
pub(super) type PlacedWrite<'v> = (ShareDocument, &'v ShareWrite);

pub(super) struct RecordReading<'v, 's> {
    pub table: &'s TableParts,
    pub record: &'s RecordKey,
    pub parts: &'s BTreeMap<(ShareDocument, &'v str), &'v [ShareWrite]>,
    pub me: Side,
    pub causes: &'s dyn Causes,
    /// The writes in the records that this one owns.
    pub dependents: &'s [PlacedWrite<'v>],
}

/// The parts of a record with more than one value.
#[derive(Default)]
pub(super) struct RecordChoices {
    pub open: Vec<OpenChoice>,
    pub agreed: Vec<OpenChoice>,
}

impl<'v> RecordReading<'v, '_> {
    pub fn read(
        &self,
        choices: &mut RecordChoices,
        foreign: &mut BTreeSet<ForeignPart>,
    ) -> Option<ShownRecord> {
        let first = self.table.first()?;
        let (home, content) = self.home(first, foreign)?;
        let mut shown = ShownRecord { home: Some(home), ..ShownRecord::default() };
        if !self.table.is_fixed {
            let lives = self.writes(home, LIFE);
            if !self.is_alive(home, &content, lives) {
                return None;
            }
            let creations = lives.iter().filter(|life| life.is_word(HERE));
            shown.begun_by = creations.map(|life| life.by).collect();
            shown.is_revived = shown.begun_by.is_empty();
            if shown.is_revived {
                // After a revival it is unknown who added the record: everyone who wrote its life or first part counts.
                let writes = lives.iter().chain(self.writes(home, first.name));
                shown.begun_by = writes.map(|write| write.by).collect();
            }
        }
        for (document, name) in self.parts.keys() {
            let belongs = self.table.part(name).map(|part| part.writer.document(&content));
            if belongs.is_some_and(|belongs| belongs != Some(*document)) {
                foreign.insert(self.foreign(name, *document));
            }
        }
        for part in self.table.parts {
            let document = part.writer.document(&content)?;
            let Some(chosen) = choose(part, self.writes(document, part.name)) else {
                continue;
            };
            shown.changed_at = shown.changed_at.max(chosen.write.at);
            let choice = |others: Vec<&ShareWrite>| OpenChoice {
                record: self.record.clone(),
                part: part.name,
                document,
                writes: std::iter::once(chosen.write).chain(others).cloned().collect(),
                kept_back: Vec::new(),
            };
            if !chosen.others.is_empty() {
                choices.open.push(choice(chosen.others));
            } else if !chosen.alike.is_empty() {
                choices.agreed.push(choice(chosen.alike));
            }
            shown.parts.insert(part.name, chosen.content);
        }
        self.drop_outdated(&mut shown);
        Some(shown)
    }

    pub fn is_purged(&self) -> bool {
        let mut lives = ShareDocument::ALL.iter().flat_map(|document| self.writes(*document, LIFE));
        !self.table.is_fixed && lives.any(|life| life.is_word(PURGED))
    }

    /// Whether a deletion made the record private.
    pub fn is_withdrawn(&self) -> bool {
        let mut lives = ShareDocument::ALL.iter().flat_map(|document| self.writes(*document, LIFE));
        lives.any(|life| {
            let content = life.fields();
            content.is_some_and(|content| content.contains_key(WITHDRAWN))
        })
    }

    /// Returns home and authors of a record of which only the life has arrived.
    pub fn without_content(&self) -> Option<(ShareDocument, BTreeSet<Side>)> {
        let first = self.table.first().filter(|_| !self.table.is_fixed)?;
        let has_words = ShareDocument::ALL.iter().any(|document| {
            let mut writes = self.writes(*document, first.name).iter();
            writes.any(|write| write.content.is_some())
        });
        let is_home = |document: &ShareDocument| !self.writes(*document, LIFE).is_empty();
        let home = ShareDocument::ALL.into_iter().find(is_home);
        let home = home.filter(|_| !has_words)?;
        let begun = self.writes(home, LIFE).iter().map(|write| write.by);
        Some((home, begun.collect()))
    }

    fn writes(&self, document: ShareDocument, part: &str) -> &'v [ShareWrite] {
        self.parts.get(&(document, part)).map_or(&[], |writes| *writes)
    }

    fn foreign(&self, part: &str, document: ShareDocument) -> ForeignPart {
        ForeignPart { record: self.record.clone(), part: part.to_owned(), document }
    }

    /// Returns the record's home document and first part. The first part must itself name that document.
    fn home(
        &self,
        first: &SharePart,
        foreign: &mut BTreeSet<ForeignPart>,
    ) -> Option<(ShareDocument, PartContent)> {
        let own = ShareDocument::for_side(self.me);
        let mut documents = ShareDocument::ALL;
        documents.sort_by_key(|document| *document != own);
        let mut home = None;
        for document in documents {
            let Some(chosen) = choose(first, self.writes(document, first.name)) else {
                continue;
            };
            let belongs = first.writer.document(&chosen.content) == Some(document);
            let is_its_own = !self.table.is_fixed
                || chosen.content.get(OWNER).is_none_or(|side| *side == self.record.record);
            if home.is_none() && belongs && is_its_own {
                home = Some((document, chosen.content));
            } else {
                foreign.insert(self.foreign(first.name, document));
            }
        }
        home
    }

    /// Whether the record exists: a deletion counts only if it had seen every current write in the record and in the
    /// records that it owns.
    fn is_alive(&self, home: ShareDocument, first: &PartContent, lives: &[ShareWrite]) -> bool {
        if lives.iter().any(|life| life.is_word(HERE)) {
            return true;
        }
        let mut current_writes = self.dependents.to_vec();
        for ((document, name), writes) in self.parts {
            let Some(part) = self.table.part(name) else {
                continue;
            };
            if *document == home || part.writer.document(first) == Some(*document) {
                current_writes.extend(writes.iter().map(|write| (*document, write)));
            }
        }
        let has_seen_all = |deletion: &ShareWrite| {
            let mut writes = current_writes.iter();
            writes.all(|(document, write)| self.has_seen(home, deletion, *document, write))
        };
        let mut deletions = lives.iter().filter(|life| life.is_deletion()).peekable();
        deletions.peek().is_some() && !deletions.any(has_seen_all)
    }

    fn has_seen(
        &self,
        home: ShareDocument,
        deletion: &ShareWrite,
        document: ShareDocument,
        write: &ShareWrite,
    ) -> bool {
        let has_seen = |change: &ChangeId| self.causes.has_seen(document, change, &write.change);
        match deletion.seen_of(document) {
            _ if document == home => has_seen(&deletion.change),
            Some(heads) => heads.iter().any(has_seen),
            None => true,
        }
    }

    /// Returns the owner if it was deleted and this record was not.
    pub fn deleted_owner(&self, keys: &RecordKeys<'v>) -> Option<RecordKey> {
        let shown = self.read(&mut RecordChoices::default(), &mut BTreeSet::new())?;
        let owner = owner_of(self.table, &shown)?;
        let parts = keys.get(&owner)?.iter();
        let mut lives = parts.filter(|((_, part), _)| *part == LIFE);
        let is_deleted = lives.any(|(_, writes)| writes.iter().any(ShareWrite::is_deletion));
        is_deleted.then_some(owner)
    }

    /// Returns all current writes in the record.
    pub fn current_writes(&self) -> Vec<PlacedWrite<'v>> {
        let parts = self.parts.iter();
        let writes = parts
            .filter(|((_, part), _)| self.table.part(part).is_some())
            .flat_map(|((document, _), writes)| writes.iter().map(move |write| (*document, write)));
        writes.collect()
    }

    /// Clears acceptances of content other than the current ones.
    fn drop_outdated(&self, shown: &mut ShownRecord) {
        for part in self.table.parts {
            let Some(about) = part.about.and_then(|name| self.table.part(name)) else {
                continue;
            };
            let now = shown.parts.get(about.name).map(|it| hash_content(about, it));
            if let Some(content) = shown.parts.get_mut(part.name)
                && content.get(ABOUT).is_some_and(|accepted| *accepted != Json::from(now))
            {
                content.clear();
            }
        }
    }
}
