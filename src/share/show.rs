//! Turns the documents of a circle into records: which exist, the words of each part, and which conflicts are open.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::parts::{ABOUT, GONE, HERE, LIFE, OF, OWNER, PURGED, WITHDRAWN};
use crate::share::parts::{AtOnce, PartWords, RecordKey, SharePart, TableParts};
use crate::share::tell::hash_words;
use crate::share::{ChangeId, ShareDocument, from_hex};

/// One value written to a key of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareWrite {
    pub change: ChangeId,
    pub by: Side,
    /// Seconds since 1970 by the writer's clock; displayed, but never used to decide anything.
    pub at: i64,
    /// One more than the count that it replaced.
    pub count: i64,
    /// `None`: the words have not arrived, or were purged.
    pub words: Option<Json>,
}

impl ShareWrite {
    /// Whether the write sets the life of its record to `word`.
    fn says(&self, word: &str) -> bool {
        self.words.as_ref().and_then(Json::as_str) == Some(word)
    }

    fn is_deletion(&self) -> bool {
        self.says(GONE)
            || self
                .part_words()
                .is_some_and(|words| words.contains_key(GONE))
    }

    /// Returns the version of another document that a deletion had seen. `None`: the deletion does not say.
    fn seen_of(&self, document: ShareDocument) -> Option<Vec<ChangeId>> {
        let seen = self.part_words().filter(|words| words.contains_key(GONE))?;
        let heads = seen.get(document.word()).and_then(Json::as_array);
        let heads = heads.into_iter().flatten().filter_map(Json::as_str);
        Some(heads.filter_map(from_hex).collect())
    }

    fn part_words(&self) -> Option<&PartWords> {
        self.words.as_ref().and_then(Json::as_object)
    }
}

/// A document at a version: for each key, the writes that nothing has replaced, the displayed one last.
pub type DocumentView = BTreeMap<String, Vec<ShareWrite>>;

/// Answers what was known when a change was made.
pub trait Causes {
    fn has_seen(&self, document: ShareDocument, change: &ChangeId, earlier: &ChangeId) -> bool;
}

/// All documents of a circle at a version.
pub type CircleView = BTreeMap<ShareDocument, DocumentView>;

/// A record as the documents show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownRecord {
    /// Parts that were never written are missing.
    pub parts: BTreeMap<&'static str, PartWords>,
    /// The sides that added it.
    pub begun_by: BTreeSet<Side>,
    /// The document that its first part and its life are in.
    pub home: Option<ShareDocument>,
    /// Whether it was deleted, but has writes that the deletion had not seen.
    pub is_revived: bool,
    /// Time of its newest displayed write.
    pub changed_at: i64,
}

/// A conflict: a part with different values that only a person can decide between.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenChoice {
    pub record: RecordKey,
    pub part: &'static str,
    pub document: ShareDocument,
    /// The different values, the displayed one first.
    pub writes: Vec<ShareWrite>,
    /// The columns whose value in the row was never told (it is private). Empty for a conflict that both sides know.
    pub kept_back: Vec<&'static str>,
}

impl OpenChoice {
    /// Whether the private value was removed meanwhile: the row then adopts the other side's value without a decision.
    pub fn is_emptied(&self) -> bool {
        let own = self.writes.first().and_then(ShareWrite::part_words);
        !self.kept_back.is_empty() && own.is_none_or(PartWords::is_empty)
    }
}

/// A part found in a document that its writer may not put it in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForeignPart {
    pub record: RecordKey,
    pub part: String,
    /// The document in which it was found.
    pub document: ShareDocument,
}

/// Everything that the documents show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownRecords {
    pub records: BTreeMap<RecordKey, ShownRecord>,
    pub open: Vec<OpenChoice>,
    /// Equal accounts of an event by both sides: if one is undone, the other one remains.
    pub agreed: Vec<OpenChoice>,
    pub foreign: BTreeSet<ForeignPart>,
    /// Purged records.
    pub purged: BTreeSet<RecordKey>,
    /// Records that one side made private after sharing them.
    pub withdrawn: BTreeSet<RecordKey>,
    /// Records of which no words are here: their home and the sides that added them.
    pub wordless: BTreeMap<RecordKey, (ShareDocument, BTreeSet<Side>)>,
    /// Records whose owner is wordless; they reappear with the words of the owner.
    pub waiting: BTreeSet<RecordKey>,
}

impl ShownRecords {
    pub fn part(&self, record: &RecordKey, part: &str) -> Option<&PartWords> {
        self.records.get(record)?.parts.get(part)
    }

    /// Whether neither side has the record any more, so that its words need not be sent.
    pub fn is_gone(&self, record: &RecordKey) -> bool {
        !self.records.contains_key(record) && !self.waiting.contains(record)
    }
}

/// The writes of each record, by document and part.
type RecordKeys<'v> = BTreeMap<RecordKey, BTreeMap<(ShareDocument, &'v str), &'v [ShareWrite]>>;

/// Reads the documents from the perspective of `me`. If two documents claim a record, that of `me` counts.
pub fn show(
    view: &CircleView,
    tables: &[TableParts],
    me: Side,
    causes: &dyn Causes,
) -> ShownRecords {
    let mut keys = RecordKeys::new();
    for (document, writes) in view {
        for (key, writes) in writes {
            if let Some((record, part)) = RecordKey::parse(key) {
                let parts = keys.entry(record).or_default();
                parts.insert((*document, part), writes);
            }
        }
    }
    let mut shown = ShownRecords::default();
    let reading = |table, record, parts, dependents| RecordReading {
        table,
        record,
        parts,
        me,
        causes,
        dependents,
    };
    let mut dependents = Dependents::new();
    for table in tables.iter().filter(|table| table.owned_by.is_some()) {
        for (record, parts) in keys.iter().filter(|(key, _)| key.table == table.table) {
            let reading = reading(table, record, parts, &[]);
            if let Some(owner) = reading.deleted_owner(&keys) {
                let of_owner = dependents.entry(owner).or_default();
                of_owner.extend(reading.standing());
            }
        }
    }
    // Owners come before the records that they own.
    for table in tables {
        for (record, parts) in keys.iter().filter(|(key, _)| key.table == table.table) {
            let of_record = dependents.get(record).map_or(&[][..], Vec::as_slice);
            let reading = reading(table, record, parts, of_record);
            if reading.is_purged() {
                shown.purged.insert(record.clone());
                continue;
            }
            if let Some(wordless) = reading.wordless() {
                shown.wordless.insert(record.clone(), wordless);
                continue;
            }
            let mut choices = RecordChoices::default();
            let Some(found) = reading.read(&mut choices, &mut shown.foreign) else {
                if reading.is_withdrawn() {
                    shown.withdrawn.insert(record.clone());
                }
                continue;
            };
            let owner = owner_of(table, &found);
            let has_owner = owner
                .as_ref()
                .is_some_and(|it| shown.records.contains_key(it));
            if table.owned_by.is_none() || has_owner {
                shown.open.extend(choices.open);
                shown.agreed.extend(choices.agreed);
                shown.records.insert(record.clone(), found);
            } else if owner.is_some_and(|owner| shown.wordless.contains_key(&owner)) {
                shown.waiting.insert(record.clone());
            }
        }
    }
    shown
}

/// Returns the key of the owner. `None`: the record has no owner.
pub fn owner_of(table: &TableParts, record: &ShownRecord) -> Option<RecordKey> {
    let (column, owner) = table.owned_by?;
    let first = table.first().and_then(|part| record.parts.get(part.name));
    let text = |column: &str| first.and_then(|words| words.get(column)?.as_str());
    let owner = if owner.is_empty() {
        text("what").unwrap_or_default()
    } else {
        owner
    };
    Some(RecordKey::new(owner, text(column)?))
}

/// A write and its document.
type PlacedWrite<'v> = (ShareDocument, &'v ShareWrite);

/// The writes in owned records, by owner.
type Dependents<'v> = BTreeMap<RecordKey, Vec<PlacedWrite<'v>>>;

struct RecordReading<'v, 's> {
    table: &'s TableParts,
    record: &'s RecordKey,
    parts: &'s BTreeMap<(ShareDocument, &'v str), &'v [ShareWrite]>,
    me: Side,
    causes: &'s dyn Causes,
    /// The writes in the records that this one owns.
    dependents: &'s [PlacedWrite<'v>],
}

/// The parts of a record with more than one value.
#[derive(Default)]
struct RecordChoices {
    open: Vec<OpenChoice>,
    agreed: Vec<OpenChoice>,
}

/// The result of resolving the values of a part.
struct ChosenWrite<'v> {
    write: &'v ShareWrite,
    words: PartWords,
    others: Vec<&'v ShareWrite>,
    /// Equal accounts of the same event.
    alike: Vec<&'v ShareWrite>,
}

impl<'v> RecordReading<'v, '_> {
    fn read(
        &self,
        choices: &mut RecordChoices,
        foreign: &mut BTreeSet<ForeignPart>,
    ) -> Option<ShownRecord> {
        let first = self.table.first()?;
        let (home, words) = self.home(first, foreign)?;
        let mut shown = ShownRecord {
            home: Some(home),
            ..ShownRecord::default()
        };
        if !self.table.is_fixed {
            let lives = self.writes(home, LIFE);
            if !self.is_alive(home, &words, lives) {
                return None;
            }
            let here = lives.iter().filter(|life| life.says(HERE));
            shown.begun_by = here.map(|life| life.by).collect();
            shown.is_revived = shown.begun_by.is_empty();
            if shown.is_revived {
                // After a revival it is unknown who added the record: everyone who wrote its life or first part counts.
                let known = lives.iter().chain(self.writes(home, first.name));
                shown.begun_by = known.map(|write| write.by).collect();
            }
        }
        for (document, name) in self.parts.keys() {
            let known = self.table.part(name);
            let belongs = known.map(|part| part.writer.document(&words));
            if belongs.is_some_and(|belongs| belongs != Some(*document)) {
                foreign.insert(self.foreign(name, *document));
            }
        }
        for part in self.table.parts {
            let document = part.writer.document(&words)?;
            let Some(chosen) = choose(part, self.writes(document, part.name)) else {
                continue;
            };
            shown.changed_at = shown.changed_at.max(chosen.write.at);
            let choice = |others: Vec<&ShareWrite>| OpenChoice {
                record: self.record.clone(),
                part: part.name,
                document,
                writes: std::iter::once(chosen.write)
                    .chain(others)
                    .cloned()
                    .collect(),
                kept_back: Vec::new(),
            };
            if !chosen.others.is_empty() {
                choices.open.push(choice(chosen.others));
            } else if !chosen.alike.is_empty() {
                choices.agreed.push(choice(chosen.alike));
            }
            shown.parts.insert(part.name, chosen.words);
        }
        self.drop_outdated(&mut shown);
        Some(shown)
    }

    fn is_purged(&self) -> bool {
        let mut lives = ShareDocument::ALL
            .iter()
            .flat_map(|document| self.writes(*document, LIFE));
        !self.table.is_fixed && lives.any(|life| life.says(PURGED))
    }

    /// Whether a deletion made the record private.
    fn is_withdrawn(&self) -> bool {
        let mut lives = ShareDocument::ALL
            .iter()
            .flat_map(|document| self.writes(*document, LIFE));
        lives.any(|life| {
            let words = life.part_words();
            words.is_some_and(|words| words.contains_key(WITHDRAWN))
        })
    }

    /// Returns home and authors of a record of which only the life has arrived.
    fn wordless(&self) -> Option<(ShareDocument, BTreeSet<Side>)> {
        let first = self.table.first().filter(|_| !self.table.is_fixed)?;
        let has_words = ShareDocument::ALL.iter().any(|document| {
            let mut writes = self.writes(*document, first.name).iter();
            writes.any(|write| write.words.is_some())
        });
        let is_home = |document: &ShareDocument| !self.writes(*document, LIFE).is_empty();
        let home = ShareDocument::ALL.into_iter().find(is_home);
        let home = home.filter(|_| !has_words)?;
        let begun = self.writes(home, LIFE).iter().map(|write| write.by);
        Some((home, begun.collect()))
    }

    fn writes(&self, document: ShareDocument, part: &str) -> &'v [ShareWrite] {
        let found = self.parts.get(&(document, part));
        found.map_or(&[], |writes| *writes)
    }

    fn foreign(&self, part: &str, document: ShareDocument) -> ForeignPart {
        ForeignPart {
            record: self.record.clone(),
            part: part.to_owned(),
            document,
        }
    }

    /// Returns the record's home document and first part. The first part must itself name that document.
    fn home(
        &self,
        first: &SharePart,
        foreign: &mut BTreeSet<ForeignPart>,
    ) -> Option<(ShareDocument, PartWords)> {
        let own = ShareDocument::of(self.me);
        let mut documents = ShareDocument::ALL;
        documents.sort_by_key(|document| *document != own);
        let mut home = None;
        for document in documents {
            let Some(chosen) = choose(first, self.writes(document, first.name)) else {
                continue;
            };
            let belongs = first.writer.document(&chosen.words) == Some(document);
            let is_its_own = !self.table.is_fixed
                || chosen
                    .words
                    .get(OWNER)
                    .is_none_or(|side| *side == self.record.record);
            if home.is_none() && belongs && is_its_own {
                home = Some((document, chosen.words));
            } else {
                foreign.insert(self.foreign(first.name, document));
            }
        }
        home
    }

    /// Whether the record exists: a deletion counts only if it had seen every current write in the record and in the
    /// records that it owns.
    fn is_alive(&self, home: ShareDocument, first: &PartWords, lives: &[ShareWrite]) -> bool {
        if lives.iter().any(|life| life.says(HERE)) {
            return true;
        }
        let mut standing = self.dependents.to_vec();
        for ((document, name), writes) in self.parts {
            let Some(part) = self.table.part(name) else {
                continue;
            };
            if *document == home || part.writer.document(first) == Some(*document) {
                standing.extend(writes.iter().map(|write| (*document, write)));
            }
        }
        let has_seen_all = |gone: &ShareWrite| {
            let mut standing = standing.iter();
            standing.all(|(document, write)| self.has_seen(home, gone, *document, write))
        };
        let mut gone = lives.iter().filter(|life| life.is_deletion()).peekable();
        gone.peek().is_some() && !gone.any(has_seen_all)
    }

    fn has_seen(
        &self,
        home: ShareDocument,
        gone: &ShareWrite,
        document: ShareDocument,
        write: &ShareWrite,
    ) -> bool {
        let has_seen = |change: &ChangeId| self.causes.has_seen(document, change, &write.change);
        match gone.seen_of(document) {
            _ if document == home => has_seen(&gone.change),
            Some(heads) => heads.iter().any(has_seen),
            None => true,
        }
    }

    /// Returns the owner if it was deleted and this record was not.
    fn deleted_owner(&self, keys: &RecordKeys<'v>) -> Option<RecordKey> {
        let found = self.read(&mut RecordChoices::default(), &mut BTreeSet::new())?;
        let owner = owner_of(self.table, &found)?;
        let parts = keys.get(&owner)?.iter();
        let mut lives = parts.filter(|((_, part), _)| *part == LIFE);
        let is_deleted = lives.any(|(_, writes)| writes.iter().any(ShareWrite::is_deletion));
        is_deleted.then_some(owner)
    }

    /// Returns all current writes in the record.
    fn standing(&self) -> Vec<PlacedWrite<'v>> {
        let parts = self.parts.iter();
        let known = parts.filter(|((_, part), _)| self.table.part(part).is_some());
        let writes = known
            .flat_map(|((document, _), writes)| writes.iter().map(move |write| (*document, write)));
        writes.collect()
    }

    /// Clears acceptances of words other than the current ones.
    fn drop_outdated(&self, shown: &mut ShownRecord) {
        for part in self.table.parts {
            let Some(about) = part.about.and_then(|name| self.table.part(name)) else {
                continue;
            };
            let now = shown.parts.get(about.name).map(|it| hash_words(about, it));
            if let Some(words) = shown.parts.get_mut(part.name)
                && words
                    .get(ABOUT)
                    .is_some_and(|said| *said != Json::from(now))
            {
                words.clear();
            }
        }
    }
}

fn choose<'v>(part: &SharePart, writes: &'v [ShareWrite]) -> Option<ChosenWrite<'v>> {
    let mut read: Vec<(&ShareWrite, &PartWords)> = writes
        .iter()
        .filter_map(|write| Some((write, write.part_words()?)))
        .collect();
    // A side that withholds its words takes no part in a conflict.
    if read.iter().any(|(_, words)| !part.is_withheld(words)) {
        read.retain(|(_, words)| !part.is_withheld(words));
    }
    // A repeated version is older than its author's own current one.
    let own: Vec<Side> = read
        .iter()
        .filter(|(_, words)| !words.contains_key(OF))
        .map(|(write, _)| write.by)
        .collect();
    read.retain(|(_, words)| {
        let of = words.get(OF).and_then(Json::as_str);
        let of = of.and_then(|side| side.parse::<Side>().ok());
        of.is_none_or(|side| !own.contains(&side))
    });
    let all: Vec<&PartWords> = read.iter().map(|(_, words)| *words).collect();
    read.retain(|(_, words)| {
        let mut others = all.iter();
        !others.any(|other| part.at_once.gives_way(words, other))
    });
    // An empty value does not conflict: most often an undo left it.
    if read.iter().any(|(_, words)| !part.says_nothing(words)) {
        read.retain(|(_, words)| !part.says_nothing(words));
    }
    read.sort_by_key(|(_, words)| part.at_once.is_preferred(words));
    let (write, words) = read.pop()?;
    let mut others: Vec<&ShareWrite> = Vec::new();
    let alike = match part.at_once {
        AtOnce::Accounts { .. } => read
            .iter()
            .filter(|(_, other)| part.leaves_no_choice(words, other))
            .map(|(write, _)| *write)
            .collect(),
        _ => Vec::new(),
    };
    if !matches!(part.at_once, AtOnce::Quiet) {
        let mut said = vec![words];
        for (other, other_words) in read.into_iter().rev() {
            if !said
                .iter()
                .any(|known| part.leaves_no_choice(known, other_words))
            {
                said.push(other_words);
                others.push(other);
            }
        }
    }
    Some(ChosenWrite {
        write,
        words: words.clone(),
        others,
        alike,
    })
}
