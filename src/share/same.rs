//! Duplicates: one call or follow-up that each side recorded on its own.
//!
//! Joining is a write like any other, kept with the larger uid; the parts of the records are left where they are. When
//! read, all parts belong to the record with the smallest uid, as if written there at the same time, so nothing is lost
//! however late a side learns of it.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::ShareDocument;
use crate::share::parts::{GONE, LIFE, OF, PURGED, PartContent, RecordKey, linked_record};
use crate::share::publish::{ContestedPart, PendingWrite};
use crate::share::show::{CircleView, ShareWrite};

/// The part that names the records with which its record is joined.
pub const SAME: &str = "same";

/// Field of `SAME`: the smaller uids, in the form used in keys.
const WITH: &str = "with";

/// Field of content that was replaced by a write in the record that stands for the group.
const MOVED: &str = "moved";

/// Tables whose records can be joined: both sides write them, in the same document.
pub const JOINABLE: [&str; 2] = ["checkin", "followup"];

/// A column that refers to records of a table.
#[derive(Clone, Copy, Debug)]
pub struct LinkColumn {
    pub table: &'static str,
    pub column: &'static str,
    /// Empty: the row names the table in `what`.
    pub to: &'static str,
}

/// For each joined record, the smaller uids that it is joined with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JoinedRecords(BTreeMap<RecordKey, BTreeSet<String>>);

/// Returns the bytes by which uids are ordered; a UUID of version 7 starts with its time.
fn rank(record: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(record).ok()
}

impl JoinedRecords {
    /// Reads the joined records from a view. If they were written at the same time, all writes count.
    pub fn from_view(view: &CircleView) -> Self {
        let mut joined = JoinedRecords::default();
        let shared = view.get(&ShareDocument::Shared).into_iter().flatten();
        for (key, writes) in shared {
            let parsed = RecordKey::parse(key).filter(|(_, part)| *part == SAME);
            let Some((record, _)) = parsed else {
                continue;
            };
            let uids = writes.iter().filter_map(|write| write.fields()?.get(WITH)?.as_array());
            let uids = uids.flatten().filter_map(Json::as_str);
            joined.add(&record, uids.map(str::to_owned));
        }
        joined
    }

    /// Reverses `to_texts`.
    pub fn from_texts(texts: &BTreeMap<String, Vec<String>>) -> Self {
        let mut joined = JoinedRecords::default();
        for (key, smaller) in texts {
            if let Some((record, _)) = RecordKey::parse(key) {
                joined.add(&record, smaller.iter().cloned());
            }
        }
        joined
    }

    /// Maps the key of each `SAME` part to the uids that it names.
    pub fn to_texts(&self) -> BTreeMap<String, Vec<String>> {
        let entries = self.0.iter();
        entries
            .map(|(record, smaller)| (record.part(SAME), smaller.iter().cloned().collect()))
            .collect()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether everything joined in `other` is joined here too.
    pub fn has_all_of(&self, other: &JoinedRecords) -> bool {
        let mut others = other.0.iter();
        others.all(|(record, smaller)| {
            let own = self.0.get(record);
            own.is_some_and(|own| own.is_superset(smaller))
        })
    }

    /// Returns the content for the `SAME` part with this key.
    pub fn content_of(&self, key: &str) -> Json {
        let record = RecordKey::parse(key).map(|(record, _)| record);
        let smaller = record.and_then(|record| self.0.get(&record));
        let smaller = smaller.into_iter().flatten().map(|one| Json::from(one.as_str()));
        let mut content = PartContent::new();
        content.insert(WITH.to_owned(), smaller.collect());
        Json::Object(content)
    }

    /// Adds uids that are smaller and belong to a joinable table; others are ignored, as they may come from a hostile file.
    fn add(&mut self, record: &RecordKey, smaller: impl Iterator<Item = String>) {
        let own = rank(&record.record);
        if !JOINABLE.contains(&record.table.as_str()) || own.is_none() {
            return;
        }
        let smaller = smaller.filter(|one| {
            let rank = rank(one);
            rank.is_some() && rank < own
        });
        let smaller: BTreeSet<String> = smaller.collect();
        if !smaller.is_empty() {
            self.0.entry(record.clone()).or_default().extend(smaller);
        }
    }

    /// Joins two records, along with all records that either is joined with already.
    pub fn join(&mut self, one: &RecordKey, other: &RecordKey) {
        let groups = self.groups_where(&|_| true);
        let mut members = BTreeSet::new();
        for record in [one, other] {
            members.insert(record.clone());
            let representative = groups.representative(record);
            members.insert(representative.clone());
            members.extend(groups.others(representative).iter().cloned());
        }
        let mut members: Vec<RecordKey> = members.into_iter().collect();
        members.sort_by_key(|record| rank(&record.record));
        for (at, record) in members.iter().enumerate().skip(1) {
            let smaller = members[..at].iter().map(|member| member.record.clone());
            self.add(record, smaller);
        }
    }

    /// Returns the groups of joined records that exist in a view and are not purged.
    pub fn groups(&self, view: &CircleView) -> RecordGroups {
        if self.0.is_empty() {
            return RecordGroups::default();
        }
        self.groups_where(&|record| {
            let key = record.part(LIFE);
            let lives = view.get(&ShareDocument::Shared).and_then(|document| document.get(&key));
            lives.is_some_and(|lives| !lives.iter().any(is_purge))
        })
    }

    fn groups_where(&self, is_there: &dyn Fn(&RecordKey) -> bool) -> RecordGroups {
        let mut groups: Vec<BTreeSet<RecordKey>> = Vec::new();
        for (record, smaller) in &self.0 {
            let smaller = smaller.iter().map(|uid| RecordKey::new(&record.table, uid));
            let members = smaller.chain([record.clone()]).filter(is_there);
            let mut group: BTreeSet<RecordKey> = members.collect();
            groups.retain(|other| {
                let meets = !other.is_disjoint(&group);
                if meets {
                    group.extend(other.iter().cloned());
                }
                !meets
            });
            groups.push(group);
        }
        let mut record_groups = RecordGroups::default();
        for group in groups {
            let mut members: Vec<RecordKey> = group.into_iter().collect();
            members.sort_by_key(|record| rank(&record.record));
            if let Some((first, others)) = members.split_first()
                && !others.is_empty()
            {
                let entries = others.iter().map(|other| (other.clone(), first.clone()));
                record_groups.representatives.extend(entries);
                record_groups.others.insert(first.clone(), others.to_vec());
            }
        }
        record_groups
    }
}

/// Returns the writes by which the documents learn which records are joined.
pub fn publish_joins(before: &JoinedRecords, now: &JoinedRecords) -> Vec<PendingWrite> {
    let records: BTreeSet<&RecordKey> = before.0.keys().chain(now.0.keys()).collect();
    let differing = records.into_iter().filter(|record| before.0.get(record) != now.0.get(record));
    let puts = differing.map(|record| PendingWrite {
        document: ShareDocument::Shared,
        key: record.part(SAME),
        content: now.content_of(&record.part(SAME)),
    });
    puts.collect()
}

/// Groups of joined records, each represented by the record with the smallest uid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordGroups {
    /// The representative of every other record of a group.
    representatives: BTreeMap<RecordKey, RecordKey>,
    others: BTreeMap<RecordKey, Vec<RecordKey>>,
}

impl RecordGroups {
    /// Returns the representative of a record: itself if it is not joined.
    pub fn representative<'k>(&'k self, record: &'k RecordKey) -> &'k RecordKey {
        self.representatives.get(record).unwrap_or(record)
    }

    /// Returns the other records of the group that `representative` represents.
    pub fn others(&self, representative: &RecordKey) -> &[RecordKey] {
        self.others.get(representative).map_or(&[], Vec::as_slice)
    }

    /// Iterates over the groups: the representative and the other records.
    pub fn all(&self) -> impl Iterator<Item = (&RecordKey, &[RecordKey])> {
        let groups = self.others.iter();
        groups.map(|(representative, others)| (representative, others.as_slice()))
    }

    /// Moves the parts of joined records, and links to them, to their representative.
    pub fn gather(&self, view: &mut CircleView, links: &[LinkColumn]) {
        let mut keys = view.values().flat_map(BTreeMap::keys);
        if self.representatives.is_empty() && !keys.any(|key| key.ends_with(&format!("/{SAME}"))) {
            return;
        }
        for (representative, others) in &self.others {
            for document in view.values_mut() {
                for other in others {
                    let prefix = other.part("");
                    let of_other = document.range(prefix.clone()..);
                    let keys = of_other.map(|(key, _)| key.clone());
                    let keys: Vec<String> =
                        keys.take_while(|key| key.starts_with(&prefix)).collect();
                    for key in keys {
                        let writes = document.remove(&key).unwrap_or_default();
                        let part = &key[prefix.len()..];
                        if part != SAME {
                            // The last write is shown: the representative's own come last.
                            let own = document.entry(representative.part(part)).or_default();
                            own.splice(0..0, writes);
                        }
                    }
                }
            }
        }
        for (key, writes) in view.values_mut().flatten() {
            let Some((record, _)) = RecordKey::parse(key) else {
                continue;
            };
            let is_joinable = JOINABLE.contains(&record.table.as_str());
            if is_joinable {
                writes.retain(|write| !is_moved(write));
            }
            for link in links.iter().filter(|link| link.table == record.table) {
                for content in writes.iter_mut().filter_map(|write| write.content.as_mut()) {
                    self.follow(link, content);
                }
            }
        }
        for document in view.values_mut() {
            document.retain(|_, writes| !writes.is_empty());
        }
    }

    /// Redirects a link to the representative of the record that it names.
    fn follow(&self, link: &LinkColumn, content: &mut Json) {
        let Some(content) = content.as_object_mut() else {
            return;
        };
        let target = linked_record(content, link.column, link.to);
        let representative = target.as_ref().and_then(|target| self.representatives.get(target));
        if let Some(representative) = representative {
            content.insert(link.column.to_owned(), Json::from(representative.record.as_str()));
        }
    }

    /// Makes a write to a representative replace the values in the other records of its group as well. Versions of the
    /// other side in a conflict remain in their own record instead of being repeated.
    pub fn spread(
        &self,
        puts: &mut Vec<PendingWrite>,
        contested: &mut [ContestedPart],
        view: &CircleView,
        me: Side,
    ) {
        let mut added = Vec::new();
        for put in puts.iter() {
            let Some((record, part)) = RecordKey::parse(&put.key) else {
                continue;
            };
            let mut undecided =
                contested.iter_mut().find(|one| one.document == put.document && one.key == put.key);
            for other in self.others(&record) {
                let key = other.part(part);
                let document = view.get(&put.document);
                let writes = document.and_then(|document| document.get(&key));
                let writes = writes.into_iter().flatten();
                let current: Vec<&ShareWrite> = writes.filter(|write| !is_moved(write)).collect();
                if let Some(undecided) = undecided.as_mut()
                    && current.iter().all(|write| is_of(write, me.other()))
                {
                    let is_there = |content: &Json| {
                        let mut current = current.iter();
                        current.any(|write| has_same_content(write, content))
                    };
                    undecided.theirs.retain(|content| !is_there(content));
                    continue;
                }
                let content = match part {
                    SAME => None,
                    LIFE => is_end(&put.content).then(|| put.content.clone()),
                    _ => (!current.is_empty()).then(|| {
                        let mut content = PartContent::new();
                        content.insert(MOVED.to_owned(), Json::from(true));
                        Json::Object(content)
                    }),
                };
                added.extend(content.map(|content| PendingWrite {
                    document: put.document,
                    key,
                    content,
                }));
            }
        }
        puts.extend(added);
    }
}

/// Whether content is a side's own, even if the other side repeated it.
fn is_of(write: &ShareWrite, side: Side) -> bool {
    let of = write.fields().and_then(|fields| fields.get(OF)?.as_str());
    of.map_or(write.by == side, |of| of == side.word())
}

fn has_same_content(write: &ShareWrite, content: &Json) -> bool {
    let without_side = |content: &Json| {
        let mut content = content.as_object().cloned();
        if let Some(content) = &mut content {
            content.remove(OF);
        }
        content
    };
    write.content.as_ref().map(without_side) == Some(without_side(content))
}

fn is_moved(write: &ShareWrite) -> bool {
    write.fields().is_some_and(|fields| fields.contains_key(MOVED))
}

fn is_purge(write: &ShareWrite) -> bool {
    write.content.as_ref().and_then(Json::as_str) == Some(PURGED)
}

/// Whether a life ends the record.
fn is_end(content: &Json) -> bool {
    match content.as_object() {
        Some(content) => content.contains_key(GONE),
        None => content.as_str() == Some(PURGED),
    }
}
