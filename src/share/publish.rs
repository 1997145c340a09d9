//! Finds what a side has to write so that the documents match its rows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::domain::person::Side;
use crate::share::parts::{
    ABOUT, CREATED_AT, GONE, HERE, LIFE, OF, OWNER, PURGED, PartContent, RecordKey, SharePart,
    TableParts, WITHDRAWN, WITHHELD,
};
use crate::share::show::{OpenChoice, ShownRecord, ShownRecords, owner_of};
use crate::share::{DocumentVersions, ShareDocument, hex};

/// A local record that may be published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishableRecord {
    pub parts: BTreeMap<&'static str, PartContent>,
}

/// The content of columns that are not published, by column.
pub type WithheldValues = BTreeMap<&'static str, Json>;

/// The records that may be published, and the values withheld from them: whole private records, or single columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishableRecords {
    pub records: BTreeMap<RecordKey, PublishableRecord>,
    pub withheld: BTreeMap<RecordKey, WithheldValues>,
}

impl PublishableRecords {
    /// Returns the columns of a part that are withheld.
    fn withheld_of(&self, key: &RecordKey, part: &SharePart) -> Vec<&'static str> {
        let withheld = self.withheld.get(key);
        let is_withheld =
            |column: &&str| withheld.is_some_and(|values| values.contains_key(*column));
        part.columns.iter().copied().filter(is_withheld).collect()
    }
}

/// A value to write to a key of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingWrite {
    pub document: ShareDocument,
    pub key: String,
    pub content: Json,
}

/// Returns the hash by which an acceptance names the content that it accepts: the known values sorted by column.
pub fn hash_content(part: &SharePart, content: &PartContent) -> String {
    let sorted: BTreeMap<String, Json> = part.known(content).into_iter().collect();
    let text = Json::from_iter(sorted).to_string();
    hex(&Sha256::digest(text.as_bytes()))
}

/// Returns the content of a deletion. In its own document its causes tell what it had seen; for the other documents it lists
/// their heads.
fn deletion(home: ShareDocument, seen: &DocumentVersions, is_withdrawn: bool) -> Json {
    let mut content = PartContent::new();
    content.insert(GONE.to_owned(), Json::from(true));
    if is_withdrawn {
        content.insert(WITHDRAWN.to_owned(), Json::from(true));
    }
    for (document, heads) in seen.iter().filter(|(document, _)| **document != home) {
        let heads: Vec<String> = heads.iter().map(|head| hex(head)).collect();
        content.insert(document.word().to_owned(), Json::from(heads));
    }
    Json::Object(content)
}

/// Compares the rows with what the documents showed at a version, and returns the writes that `me` has to add.
pub fn publish(
    tables: &[TableParts],
    me: Side,
    before: &ShownRecords,
    version: &DocumentVersions,
    now: &PublishableRecords,
    purged: &BTreeSet<RecordKey>,
) -> Vec<PendingWrite> {
    let mut puts = Vec::new();
    for table in tables {
        for (key, record) in now.records.iter().filter(|(key, _)| key.table == table.table) {
            let comparison = RecordComparison { table, me, key, before, record, now };
            comparison.publish(&mut puts);
        }
    }
    for (key, shown) in &before.records {
        let table = tables.iter().find(|table| table.table == key.table);
        let Some(table) = table.filter(|table| !table.is_fixed) else {
            continue;
        };
        // An owned record is not deleted by itself, so that it comes back if its owner does.
        let goes_with_owner = owner_of(table, shown).is_some_and(|owner| {
            before.records.contains_key(&owner) && !now.records.contains_key(&owner)
        });
        if now.records.contains_key(key) || goes_with_owner {
            continue;
        }
        // The other side edited the record after it was withdrawn here, and now keeps it on its own.
        let is_left_to_them = shown.is_revived && now.withheld.contains_key(key);
        if let Some(home) = shown.home
            && may_delete(shown, me)
            && !is_left_to_them
        {
            puts.push(PendingWrite {
                document: home,
                key: key.part(LIFE),
                content: deletion(home, version, now.withheld.contains_key(key)),
            });
        }
    }
    for (key, (home, begun_by)) in &before.without_content {
        let is_mine = home.may_write(me) && begun_by.contains(&me);
        if is_mine && purged.contains(key) && !now.records.contains_key(key) {
            puts.push(PendingWrite {
                document: *home,
                key: key.part(LIFE),
                content: Json::from(PURGED),
            });
        }
    }
    puts
}

/// A part with a conflict in which one side writes.
#[derive(Clone, Debug, PartialEq)]
pub struct ContestedPart {
    pub document: ShareDocument,
    pub key: String,
    /// The other side's versions, which are repeated so that the write does not replace them.
    pub theirs: Vec<Json>,
    /// Whether the repeated version is to be displayed, because the write gives way to it, is empty, or deletes the record.
    /// The rows show it after the next take.
    pub gives_way: bool,
}

/// Finds conflicts that the writes would decide by accident: only `share keep` may replace the other side's version.
pub fn contested(
    tables: &[TableParts],
    me: Side,
    before: &ShownRecords,
    puts: &[PendingWrite],
) -> Vec<ContestedPart> {
    let choices = before.open.iter().chain(&before.agreed);
    let writable = choices.filter(|choice| choice.document.may_write(me));
    writable
        .filter_map(|choice| {
            let table = tables.iter();
            let mut table = table.filter(|table| table.table == choice.record.table);
            let part = table.find_map(|table| table.part(choice.part))?;
            let find = |key: String| puts.iter().find(|put| put.key == key);
            let put =
                find(choice.record.part(part.name)).filter(|put| put.document == choice.document);
            let ends = find(choice.record.part(LIFE)).filter(|put| is_deletion(&put.content));
            if put.is_none() && ends.is_none() {
                return None;
            }
            let written = put.and_then(|put| put.content.as_object());
            let theirs = theirs(choice, part, me, written);
            let gives_way = written.is_some_and(|written| {
                let is_preferred = |content| part.at_once.is_preferred(content);
                theirs.iter().filter_map(Json::as_object).any(|other| {
                    part.at_once.gives_way(written, other)
                        || (is_preferred(other) && !is_preferred(written))
                })
            });
            let is_empty = written.is_some_and(|written| part.is_blank(written));
            // Equal accounts are kept only if one of them is replaced by something that gives way, as after an undo.
            let is_contested = gives_way || before.open.contains(choice);
            (!theirs.is_empty() && is_contested).then(|| ContestedPart {
                document: choice.document,
                key: choice.record.part(part.name),
                theirs,
                gives_way: gives_way || is_empty || ends.is_some(),
            })
        })
        .collect()
}

fn is_deletion(content: &Json) -> bool {
    content.as_object().is_some_and(|content| content.contains_key(GONE))
}

/// Returns the versions in a conflict that a write must not replace: those of the other side, and further versions of this
/// side in a joined record, of which a write replaces the first only.
fn theirs(
    choice: &OpenChoice,
    part: &SharePart,
    me: Side,
    written: Option<&PartContent>,
) -> Vec<Json> {
    let own = choice.writes.iter().filter(|write| write.by == me).skip(1);
    let others = choice.writes.iter().filter(|write| write.by != me);
    others
        .chain(own)
        .filter_map(|write| Some((write.by, write.fields()?)))
        .filter(|(_, content)| {
            written.is_none_or(|written| !part.leaves_no_choice(written, content))
        })
        .map(|(by, content)| {
            if by == me {
                let mut content = content.clone();
                content.remove(OF);
                Json::Object(content)
            } else {
                attribute_to(by, content)
            }
        })
        .collect()
}

/// Returns content for repeating what `side` wrote.
pub fn attribute_to(side: Side, content: &PartContent) -> Json {
    let mut content = content.clone();
    content.insert(OF.to_owned(), Json::from(side.word()));
    Json::Object(content)
}

/// Whether `me` may delete a record, having added it.
pub fn may_delete(shown: &ShownRecord, me: Side) -> bool {
    shown.home.is_some_and(|home| home.may_write(me)) && shown.begun_by.contains(&me)
}

/// Compares a local record with what the documents show of it.
struct RecordComparison<'r> {
    table: &'r TableParts,
    me: Side,
    key: &'r RecordKey,
    before: &'r ShownRecords,
    record: &'r PublishableRecord,
    now: &'r PublishableRecords,
}

impl RecordComparison<'_> {
    fn publish(&self, puts: &mut Vec<PendingWrite>) {
        let Some(first) = self.table.first() else {
            return;
        };
        let shown = self.before.records.get(self.key);
        let empty = PartContent::new();
        let content = self.record.parts.get(first.name).unwrap_or(&empty);
        // A record in the other side's document can't be created from here.
        let home = first.writer.document(content);
        let Some(home) = home.filter(|home| shown.is_some() || home.may_write(self.me)) else {
            return;
        };
        let begun = puts.len();
        for part in self.table.parts {
            let document = part.writer.document(content);
            let Some(document) = document.filter(|document| document.may_write(self.me)) else {
                continue;
            };
            let local = self.record.parts.get(part.name).unwrap_or(&empty);
            let published = shown.and_then(|shown| shown.parts.get(part.name));
            let is_known = match published {
                // If both sides created it, each file keeps its own time of creation.
                Some(published) => part.leaves_no_choice(published, local),
                None => part.is_empty(local) && (shown.is_some() || part.name != first.name),
            };
            if !is_known || self.is_withdrawn(part, local) {
                puts.push(PendingWrite {
                    document,
                    key: self.key.part(part.name),
                    content: Json::Object(self.content(part, local, published)),
                });
            }
        }
        // A write revives a record that was deleted or withdrawn.
        let is_here_again =
            shown.is_some_and(|shown| shown.is_revived && may_delete(shown, self.me));
        if !self.table.is_fixed && (shown.is_none() || (is_here_again && puts.len() > begun)) {
            puts.push(PendingWrite {
                document: home,
                key: self.key.part(LIFE),
                content: Json::from(HERE),
            });
        }
    }

    /// Whether a value that is private now is still part of a conflict in the documents.
    fn is_withdrawn(&self, part: &SharePart, local: &PartContent) -> bool {
        let withheld = self.now.withheld_of(self.key, part);
        let mut choices = self.before.open.iter();
        let choice = choices.find(|one| one.record == *self.key && one.part == part.name);
        let writes = choice.map_or(&[][..], |choice| &choice.writes).iter();
        let mut own = writes.filter(|write| write.by == self.me);
        own.any(|write| {
            let content = write.content.as_ref();
            let stands = |column: &&str| {
                let published = content.and_then(|content| content.get(*column));
                published.is_some_and(|published| !published.is_null())
                    && published != local.get(*column)
            };
            withheld.iter().any(stands)
        })
    }

    fn content(
        &self,
        part: &SharePart,
        local: &PartContent,
        published: Option<&PartContent>,
    ) -> PartContent {
        let mut content = with_unknown(part, local, published);
        let is_withheld = !self.now.withheld_of(self.key, part).is_empty();
        if is_withheld && part.is_empty(local) {
            content.insert(WITHHELD.to_owned(), Json::from(true));
        }
        content
    }
}

/// Adds the fields of a newer program version, so that an older one does not drop them.
fn with_unknown(
    part: &SharePart,
    local: &PartContent,
    published: Option<&PartContent>,
) -> PartContent {
    let mut content = local.clone();
    for (name, value) in published.into_iter().flatten() {
        let is_ours = part.columns.contains(&name.as_str())
            || [CREATED_AT, ABOUT, OWNER, OF, WITHHELD].contains(&name.as_str());
        if !is_ours && !content.contains_key(name) {
            content.insert(name.clone(), value.clone());
        }
    }
    content
}
