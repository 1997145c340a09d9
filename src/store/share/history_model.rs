//! A file in a generated history, with an independent model of what it must contain.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Value as Json, json};

use crate::domain::person::Side;
use crate::share::parts::{LIFE, RecordKey, TableParts};
use crate::share::publish::{PublishableRecord, PublishableRecords, publish};
use crate::share::show::{Causes, CircleView, ShownRecords, show};
use crate::share::{ChangeId, ShareDocument, lines};
use crate::store::share::documents::{CircleDocument, DeviceSides};
use crate::store::share::parts::shared_tables;
use crate::store::share::saved_documents::{CircleDocuments, CircleVersion};

/// A write in the model, with everything in its document that its writer knew.
#[derive(Clone)]
pub(super) struct KnownWrite {
    pub key: String,
    pub content: Json,
    pub seen: BTreeSet<usize>,
    /// What was known of all documents when the rows were compared.
    pub seen_of_all: KnownSet,
}

/// The writes of each document that a file has.
pub(super) type KnownSet = BTreeMap<ShareDocument, BTreeSet<usize>>;

#[derive(Clone, Default)]
pub(super) struct FileState {
    pub rows: BTreeMap<RecordKey, PublishableRecord>,
    pub version: CircleVersion,
    /// The writes that the version includes, according to the model.
    pub based: KnownSet,
}

/// What one side sends, with what it knows at that moment.
#[derive(Clone)]
pub(super) struct SentFile {
    text: String,
    known: KnownSet,
    /// The writes whose content is in it.
    with_content: BTreeSet<usize>,
}

pub(super) struct OneFile {
    pub side: Side,
    pub documents: CircleDocuments,
    pub now: FileState,
    /// The state before the last take, if nothing was done since.
    pub before_take: Option<FileState>,
    known: KnownSet,
    /// The writes whose content is here: words of records that were gone when they were sent are not.
    with_content: BTreeSet<usize>,
    pub lineage: [u8; 16],
    pub is_blind: bool,
}

/// With `is_blind`, every deletion counts whatever it had seen: the control, which the model must detect.
struct TestCauses<'d> {
    documents: &'d CircleDocuments,
    is_blind: bool,
}

impl Causes for TestCauses<'_> {
    fn has_seen(&self, document: ShareDocument, change: &ChangeId, earlier: &ChangeId) -> bool {
        let causes = self.documents[&document].causes(&HashSet::from([*change]));
        self.is_blind || causes[change].contains(earlier)
    }
}

pub(super) fn sides() -> DeviceSides {
    HashMap::from([([1; 8], Side::Mentor), ([2; 8], Side::Mentee)])
}

/// A table that both sides write, one that belongs to a side, one with a part of each side, and one with owned records
/// stand for all tables.
fn tables() -> Vec<TableParts> {
    let mut all = shared_tables();
    all.retain(|one| ["topic", "feedback", "norm", "skill", "rating"].contains(&one.table));
    all
}

impl OneFile {
    pub fn new(side: Side, is_blind: bool) -> Self {
        let device = match side {
            Side::Mentor => 1,
            Side::Mentee => 2,
        };
        let documents = ShareDocument::ALL.map(|one| (one, CircleDocument::default()));
        OneFile {
            side,
            documents: documents.into(),
            now: FileState::default(),
            before_take: None,
            known: KnownSet::new(),
            with_content: BTreeSet::new(),
            lineage: [device; 16],
            is_blind,
        }
    }

    fn view(&self, version: &CircleVersion) -> CircleView {
        let none = Vec::new();
        let documents = self.documents.iter();
        documents
            .map(|(name, it)| (*name, it.view(version.get(name).unwrap_or(&none), &sides())))
            .collect()
    }

    pub fn show(&self, version: &CircleVersion) -> ShownRecords {
        let causes = TestCauses { documents: &self.documents, is_blind: self.is_blind };
        show(&self.view(version), &tables(), self.side, &causes)
    }

    fn newest(&self) -> CircleVersion {
        let heads = self.documents.iter().map(|(name, it)| (*name, it.heads()));
        heads.filter(|(_, heads)| !heads.is_empty()).collect()
    }

    pub fn publish(&mut self, writes: &mut Vec<KnownWrite>, time: i64) {
        let was = self.show(&self.now.version);
        let rows =
            PublishableRecords { records: self.now.rows.clone(), ..PublishableRecords::default() };
        let mut by_document: BTreeMap<ShareDocument, Vec<(String, Json)>> = BTreeMap::new();
        let seen_of_all = self.now.based.clone();
        let none = BTreeSet::new();
        let version = self.now.version.clone();
        for put in publish(&tables(), self.side, &was, &version, &rows, &none) {
            assert!(put.document.may_write(self.side), "{put:?}");
            by_document.entry(put.document).or_default().push((put.key, put.content));
        }
        for (document, puts) in by_document {
            let at = self.now.version.get(&document).cloned().unwrap_or_default();
            let it = self.documents.get_mut(&document).unwrap();
            let mut heads = it.heads();
            heads.sort_unstable();
            let mut sorted = at.clone();
            sorted.sort_unstable();
            if heads != sorted {
                // A write on an older version needs a new life.
                self.lineage[8..]
                    .copy_from_slice(&u64::try_from(writes.len()).unwrap().to_be_bytes());
            }
            let mark = u64::try_from(writes.len()).unwrap().to_be_bytes();
            let last = it.publish(&at, &self.lineage, mark, time, puts.clone()).unwrap();
            self.now.version.insert(document, vec![last.change]);
            let seen = self.now.based.entry(document).or_default().clone();
            for (key, content) in puts {
                let number = writes.len();
                let seen = seen.clone();
                let seen_of_all = seen_of_all.clone();
                writes.push(KnownWrite { key, content, seen, seen_of_all });
                self.now.based.entry(document).or_default().insert(number);
                self.known.entry(document).or_default().insert(number);
                self.with_content.insert(number);
            }
        }
    }

    /// Returns what the other side receives.
    pub fn send(&self, writes: &[KnownWrite]) -> SentFile {
        let shown = self.show(&self.newest());
        let is_withheld = |key: &str| {
            let (record, part) = RecordKey::parse(key).unwrap();
            part != LIFE && shown.is_gone(&record)
        };
        let mut text = String::new();
        for (name, it) in &self.documents {
            lines::write(&it.to_lines(*name, &is_withheld), &mut text).unwrap();
        }
        let here = self.existing(writes);
        let is_sent = |number: &&usize| {
            let (record, part) = RecordKey::parse(&writes[**number].key).unwrap();
            part == LIFE || here.shown.contains(&record) || here.waiting.contains(&record)
        };
        let with_content = self.with_content.iter().filter(is_sent).copied().collect();
        SentFile { text, known: self.known.clone(), with_content }
    }

    pub fn take(&mut self, sent: &SentFile, writes: &mut Vec<KnownWrite>, time: i64) {
        self.publish(writes, time);
        let before = self.now.clone();
        let was = self.show(&self.now.version);
        for one in lines::read(&sent.text, |_, _| Ok(())).unwrap() {
            let mut other = CircleDocument::from_lines(&one).unwrap();
            self.documents.get_mut(&one.document).unwrap().merge(&mut other).unwrap();
        }
        for (document, writes) in &sent.known {
            self.known.entry(*document).or_default().extend(writes);
        }
        self.with_content.extend(&sent.with_content);
        self.now.version = self.newest();
        self.now.based = self.known.clone();
        let after = self.show(&self.now.version);
        self.now
            .rows
            .retain(|key, _| after.records.contains_key(key) || !was.records.contains_key(key));
        for (key, shown) in &after.records {
            let row = self.now.rows.entry(key.clone()).or_default();
            for (part, content) in &shown.parts {
                row.parts.insert(part, content.clone());
            }
        }
        self.before_take = Some(before);
    }

    /// Checks that the current writes are exactly those that no later writer had seen.
    pub fn hold_to_oracle(&self, writes: &[KnownWrite]) {
        let view = self.view(&self.newest());
        for (document, known) in &self.known {
            let mut expected: BTreeMap<&str, Vec<&Json>> = BTreeMap::new();
            for number in known {
                let write = &writes[*number];
                let is_replaced = known.iter().any(|later| {
                    writes[*later].key == write.key && writes[*later].seen.contains(number)
                });
                if !is_replaced {
                    expected.entry(&write.key).or_default().push(&write.content);
                }
            }
            let shown = &view[document];
            assert_eq!(shown.len(), expected.len());
            for (key, standing) in shown {
                let content = &expected[key.as_str()];
                assert_eq!(standing.len(), content.len(), "{key}");
                for write in standing.iter().filter_map(|write| write.content.as_ref()) {
                    assert!(content.contains(&write), "{key}");
                }
            }
        }
        let shown = self.show(&self.newest());
        let expected = self.existing(writes);
        assert_eq!(shown.records.into_keys().collect::<BTreeSet<_>>(), expected.shown);
        assert_eq!(shown.waiting, expected.waiting);
    }

    /// Returns the current writes of a file, according to the model.
    fn standing_writes<'w>(&self, writes: &'w [KnownWrite]) -> Vec<StandingWrite<'w>> {
        let mut all = Vec::new();
        for (document, known) in &self.known {
            let is_replaced = |number: &usize| {
                known.iter().any(|later| {
                    writes[*later].key == writes[*number].key
                        && writes[*later].seen.contains(number)
                })
            };
            for number in known.iter().filter(|number| !is_replaced(number)) {
                let write = &writes[*number];
                let (record, part) = RecordKey::parse(&write.key).unwrap();
                all.push(StandingWrite {
                    document: *document,
                    number: *number,
                    record,
                    part,
                    write,
                });
            }
        }
        all
    }

    /// Returns the existing records according to the model: those with a write that no deletion had seen, in them or in
    /// what they own. Until its content arrives, a record is not shown, and what it owns waits for it.
    fn existing(&self, writes: &[KnownWrite]) -> StandingRecords {
        let standing = self.standing_writes(writes);
        let has_content = |record: &RecordKey| {
            let mut parts = standing.iter().filter(|one| one.record == *record);
            parts.any(|one| one.part == "it" && self.with_content.contains(&one.number))
        };
        let lives: Vec<_> = standing.iter().filter(|one| one.part == LIFE).collect();
        let owner = |record: &RecordKey| {
            let mut parts = standing.iter().filter(|one| one.record == *record);
            parts
                .find_map(|one| Some(RecordKey::new("skill", one.write.content["skill"].as_str()?)))
        };
        let is_here = |record: &RecordKey| {
            let mut of_record = lives.iter().filter(|life| life.record == *record);
            of_record.any(|life| life.write.content == json!("here"))
        };
        let is_alive = |record: &RecordKey, dependents: &[RecordKey]| {
            let mut gone = lives.iter().filter(|life| life.record == *record);
            let content = standing.iter().filter(|one| {
                one.part != LIFE && (one.record == *record || dependents.contains(&one.record))
            });
            is_here(record) || gone.all(|gone| content.clone().any(|one| !gone.has_seen(one)))
        };
        let records: BTreeSet<RecordKey> = lives.iter().map(|life| life.record.clone()).collect();
        let ratings = records.iter().filter(|record| record.table == "rating");
        let ratings = ratings.filter(|rating| has_content(rating) && is_alive(rating, &[]));
        let ratings: Vec<_> = ratings.collect();
        let mut existing = StandingRecords::default();
        for record in records.iter().filter(|record| record.table != "rating") {
            let of_record = ratings.iter().filter(|one| owner(one).as_ref() == Some(record));
            let of_record: Vec<RecordKey> = of_record.map(|one| (*one).clone()).collect();
            if !has_content(record) {
                existing.waiting.extend(of_record);
            } else if is_alive(record, &of_record) {
                existing.shown.insert(record.clone());
                existing.shown.extend(of_record);
            }
        }
        existing
    }
}

#[derive(Default)]
struct StandingRecords {
    shown: BTreeSet<RecordKey>,
    /// Records whose owner is here without its content.
    waiting: BTreeSet<RecordKey>,
}

struct StandingWrite<'w> {
    document: ShareDocument,
    number: usize,
    record: RecordKey,
    part: &'w str,
    write: &'w KnownWrite,
}

impl StandingWrite<'_> {
    fn has_seen(&self, other: &StandingWrite<'_>) -> bool {
        if self.document == other.document {
            return self.write.seen.contains(&other.number);
        }
        let seen = self.write.seen_of_all.get(&other.document);
        seen.is_some_and(|seen| seen.contains(&other.number))
    }
}
