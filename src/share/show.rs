//! Turns the documents of a circle into records: which exist, the content of each part, and which conflicts are open.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::parts::{GONE, PartContent, RecordKey, TableParts};
use crate::share::record_reading::{PlacedWrite, RecordChoices, RecordReading};
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
    /// `None`: the content has not arrived, or was purged.
    pub content: Option<Json>,
}

impl ShareWrite {
    /// Whether the write sets the life of its record to `word`.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.content.as_ref().and_then(Json::as_str) == Some(word)
    }

    pub(super) fn is_deletion(&self) -> bool {
        self.is_word(GONE) || self.fields().is_some_and(|content| content.contains_key(GONE))
    }

    /// Returns the version of another document that a deletion had seen. `None`: the deletion does not say.
    pub(super) fn seen_of(&self, document: ShareDocument) -> Option<Vec<ChangeId>> {
        let seen = self.fields().filter(|content| content.contains_key(GONE))?;
        let heads = seen.get(document.word()).and_then(Json::as_array);
        let heads = heads.into_iter().flatten().filter_map(Json::as_str);
        Some(heads.filter_map(from_hex).collect())
    }

    /// Returns the content as an object; the life of a record is often a plain string instead.
    pub fn fields(&self) -> Option<&PartContent> {
        self.content.as_ref().and_then(Json::as_object)
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
    pub parts: BTreeMap<&'static str, PartContent>,
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
    /// The columns whose value in the row was never published (it is private). Empty for a conflict that both sides know.
    pub kept_back: Vec<&'static str>,
}

impl OpenChoice {
    /// Whether the private value was removed meanwhile: the row then adopts the other side's value without a decision.
    pub fn is_emptied(&self) -> bool {
        let own = self.writes.first().and_then(ShareWrite::fields);
        !self.kept_back.is_empty() && own.is_none_or(PartContent::is_empty)
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
    /// Records of which no content is here: their home and the sides that added them.
    pub without_content: BTreeMap<RecordKey, (ShareDocument, BTreeSet<Side>)>,
    /// Records whose owner has no content; they reappear with the content of the owner.
    pub waiting: BTreeSet<RecordKey>,
}

impl ShownRecords {
    pub fn part(&self, record: &RecordKey, part: &str) -> Option<&PartContent> {
        self.records.get(record)?.parts.get(part)
    }

    /// Whether neither side has the record any more, so that its content need not be sent.
    pub fn is_gone(&self, record: &RecordKey) -> bool {
        !self.records.contains_key(record) && !self.waiting.contains(record)
    }
}

/// The writes of each record, by document and part.
pub(super) type RecordKeys<'v> =
    BTreeMap<RecordKey, BTreeMap<(ShareDocument, &'v str), &'v [ShareWrite]>>;

/// Reads the documents from the perspective of `me`. If two documents claim a record, that of `me` counts.
pub fn show(
    view: &CircleView,
    tables: &[TableParts],
    me: Side,
    causes: &dyn Causes,
) -> ShownRecords {
    let keys = record_keys(view);
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
                of_owner.extend(reading.current_writes());
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
            if let Some(without_content) = reading.without_content() {
                shown.without_content.insert(record.clone(), without_content);
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
            let has_owner = owner.as_ref().is_some_and(|it| shown.records.contains_key(it));
            if table.owned_by.is_none() || has_owner {
                shown.open.extend(choices.open);
                shown.agreed.extend(choices.agreed);
                shown.records.insert(record.clone(), found);
            } else if owner.is_some_and(|owner| shown.without_content.contains_key(&owner)) {
                shown.waiting.insert(record.clone());
            }
        }
    }
    shown
}

/// Groups the written parts of all documents by record.
fn record_keys(view: &CircleView) -> RecordKeys<'_> {
    let mut keys = RecordKeys::new();
    for (document, writes) in view {
        for (key, writes) in writes {
            if let Some((record, part)) = RecordKey::parse(key) {
                let parts = keys.entry(record).or_default();
                parts.insert((*document, part), writes);
            }
        }
    }
    keys
}

/// Returns the key of the owner. `None`: the record has no owner.
pub fn owner_of(table: &TableParts, record: &ShownRecord) -> Option<RecordKey> {
    table.owner(record.parts.get(table.first()?.name)?)
}

/// The writes in owned records, by owner.
type Dependents<'v> = BTreeMap<RecordKey, Vec<PlacedWrite<'v>>>;
