//! Private values of shared records: they are never published, and the other side's values do not overwrite them.

use chrono::{DateTime, Utc};
use serde_json::Value as Json;

use crate::domain::pair::PairContext;
use crate::share::ShareDocument;
use crate::share::parts::{PartContent, RecordKey, SharePart, TableParts};
use crate::share::publish::PublishableRecords;
use crate::share::same::RecordGroups;
use crate::share::show::{OpenChoice, ShareWrite};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::documents::WrittenContent;
use crate::store::share::parts::shared_tables;
use crate::store::share::rows::{record_of_uid, uid_of_record};
use crate::store::share::saved_documents::{CircleDocuments, CircleVersion};
use crate::store::share::undecided;

/// Returns the stored conflicts of a pair that involve private values.
pub(super) fn load_undecided(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<Vec<KeptBackPart>, StoreError> {
    let tables = shared_tables();
    let mut parts = Vec::new();
    for stored in undecided::stored_in_pair(tx, pair)? {
        let table = tables.iter().find(|table| table.table == stored.table);
        let Some(part) = table.and_then(|table| table.part(&stored.part)) else {
            continue;
        };
        let is_kept_back = |column: &&str| stored.kept_back.iter().any(|kept| kept == column);
        let columns: Vec<&str> = part.columns.iter().copied().filter(is_kept_back).collect();
        let record = find_record(tx, &stored.table, stored.record)?;
        if let Some(record) = record.filter(|_| !columns.is_empty()) {
            parts.push(KeptBackPart { record, part: part.name, columns });
        }
    }
    Ok(parts)
}

fn find_record(tx: &ReadTx<'_>, table: &str, number: i64) -> Result<Option<RecordKey>, StoreError> {
    let sql = format!("SELECT coalesce(max(uid), '') FROM \"{table}\" WHERE id = ?1");
    let uid: String = tx.connection.query_row(&sql, [number], |row| row.get(0))?;
    Ok(record_of_uid(&uid).map(|record| RecordKey::new(table, &record)))
}

/// Merges the known conflicts with private values and the ones just found.
pub(super) fn merge(known: &[OpenChoice], found: &[KeptBackPart]) -> Vec<KeptBackPart> {
    let mut parts: Vec<KeptBackPart> = known
        .iter()
        .map(|choice| KeptBackPart {
            record: choice.record.clone(),
            part: choice.part,
            columns: choice.kept_back.clone(),
        })
        .collect();
    for new in found {
        let same_part =
            |part: &&mut KeptBackPart| part.record == new.record && part.part == new.part;
        match parts.iter_mut().find(same_part) {
            Some(part) => {
                for column in &new.columns {
                    if !part.columns.contains(column) {
                        part.columns.push(*column);
                    }
                }
            }
            None => parts.push(new.clone()),
        }
    }
    parts
}

/// Withholds values with an open conflict even if their record is no longer private, until the conflict is decided.
pub(super) fn withhold(rows: &mut PublishableRecords, undecided: &[KeptBackPart]) {
    for one in undecided {
        let Some(published) = rows.records.get(&one.record) else {
            continue;
        };
        let content = published.parts.get(one.part).cloned().unwrap_or_default();
        let withheld = rows.withheld.entry(one.record.clone()).or_default();
        for column in &one.columns {
            let value = content.get(*column).cloned().unwrap_or_default();
            withheld.entry(column).or_insert(value);
        }
    }
}

/// The history of a circle's parts, as far as a version includes it.
pub(super) struct TheirWriting<'a> {
    pub documents: &'a CircleDocuments,
    pub version: &'a CircleVersion,
    pub circle: &'a Circle,
    pub groups: &'a RecordGroups,
}

impl TheirWriting<'_> {
    /// Replaces withheld values by the other side's latest ones, so that publishing neither reveals ours nor clears theirs.
    pub fn replace_withheld(&self, rows: &mut PublishableRecords, tables: &[TableParts]) {
        let PublishableRecords { records, withheld } = rows;
        for (key, withheld) in withheld {
            let table = tables.iter().find(|table| table.table == key.table);
            let (Some(table), Some(published)) = (table, records.get_mut(key)) else {
                continue;
            };
            let first = table.first().and_then(|part| published.parts.get(part.name));
            let first = first.cloned().unwrap_or_default();
            for part in table.parts {
                let columns = part.columns.iter();
                for column in columns.filter(|column| withheld.contains_key(*column)) {
                    let theirs = self.last_content(key, part, &first, column);
                    let content = published.parts.entry(part.name).or_default();
                    match theirs {
                        Some((value, _)) => drop(content.insert((*column).to_owned(), value)),
                        None => drop(content.remove(*column)),
                    }
                }
            }
        }
    }

    /// Returns the other side's latest value of a column and its time. `None`: it has none, or only repeats ours.
    fn last_content(
        &self,
        key: &RecordKey,
        part: &SharePart,
        first: &PartContent,
        column: &str,
    ) -> Option<(Json, i64)> {
        let written = self.written_content(key, part, first);
        let me = self.circle.side();
        let last = written.iter().rev().find(|one| one.by != me)?;
        let value = last.content.get(column).filter(|value| !value.is_null())?;
        let mut alike = written.iter().filter(|one| one.content.get(column) == Some(value));
        let is_theirs = alike.next().is_some_and(|one| one.by != me);
        is_theirs.then(|| (value.clone(), last.at))
    }

    /// Returns all content of a part that is here, in causal order.
    pub fn written_content(
        &self,
        key: &RecordKey,
        part: &SharePart,
        first: &PartContent,
    ) -> Vec<WrittenContent> {
        let document = part.writer.document(first);
        let document = document.unwrap_or(ShareDocument::Shared);
        let (Some(document), Some(at)) =
            (self.documents.get(&document), self.version.get(&document))
        else {
            return Vec::new();
        };
        let sides = self.circle.sides();
        // After a join, new content is written in the representative.
        let keys = self.groups.others(key).iter().chain([key]);
        keys.flat_map(|key| document.written_content(&key.part(part.name), at, &sides)).collect()
    }

    /// Returns the conflicts among these parts in which the other side still has a different value.
    pub fn choices(
        &self,
        tx: &ReadTx<'_>,
        rows: &PublishableRecords,
        tables: &[TableParts],
        parts: &[KeptBackPart],
    ) -> Result<Vec<OpenChoice>, StoreError> {
        let mut choices = Vec::new();
        for one in parts {
            let table = tables.iter().find(|table| table.table == one.record.table);
            let part = table.and_then(|table| table.part(one.part));
            let withheld = rows.withheld.get(&one.record);
            let (Some(part), Some(withheld)) = (part, withheld) else {
                continue;
            };
            let written_here = changed_at(tx, &one.record)?;
            let mut choice = KeptBackChoice::default();
            for column in &one.columns {
                let own = withheld.get(column).filter(|own| !own.is_null());
                let theirs = self.last_content(&one.record, part, &PartContent::new(), column);
                if let Some((value, at)) = theirs.filter(|(value, _)| Some(value) != own) {
                    choice.add(column, own, value, at);
                }
            }
            choices.extend(choice.finish(one, self.circle, written_here));
        }
        Ok(choices)
    }
}

fn changed_at(tx: &ReadTx<'_>, key: &RecordKey) -> Result<i64, StoreError> {
    let Some(uid) = uid_of_record(&key.record) else {
        return Ok(0);
    };
    let sql = format!("SELECT coalesce(max(changed_at), '') FROM \"{}\" WHERE uid = ?1", key.table);
    let at: String = tx.connection.query_row(&sql, [uid], |row| row.get(0))?;
    let at: Option<DateTime<Utc>> = at.parse().ok();
    Ok(at.map_or(0, |at| at.timestamp()))
}

/// Both sides' values in the columns that differ.
#[derive(Default)]
struct KeptBackChoice {
    columns: Vec<&'static str>,
    own: PartContent,
    theirs: PartContent,
    at: i64,
}

impl KeptBackChoice {
    fn add(&mut self, column: &'static str, own: Option<&Json>, theirs: Json, at: i64) {
        self.columns.push(column);
        if let Some(own) = own {
            self.own.insert(column.to_owned(), own.clone());
        }
        self.theirs.insert(column.to_owned(), theirs);
        self.at = self.at.max(at);
    }

    fn finish(self, part: &KeptBackPart, circle: &Circle, written_here: i64) -> Option<OpenChoice> {
        let write = |by, content, at| ShareWrite {
            change: Default::default(),
            by,
            at,
            count: 0,
            content: Some(Json::Object(content)),
        };
        let me = circle.side();
        let writes =
            vec![write(me, self.own, written_here), write(me.other(), self.theirs, self.at)];
        (!self.columns.is_empty()).then(|| OpenChoice {
            record: part.record.clone(),
            part: part.part,
            document: ShareDocument::Shared,
            writes,
            kept_back: self.columns,
        })
    }
}

/// Columns of a part with a private value for which the other side has written another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBackPart {
    pub record: RecordKey,
    pub part: &'static str,
    pub columns: Vec<&'static str>,
}
