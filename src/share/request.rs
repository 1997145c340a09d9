//! Requests to delete a record that the other side added.
//!
//! A request stands until it is refused, withdrawn, or the record gets a write that it had not seen.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::domain::person::Side;
use crate::share::parts::{LIFE, PartContent, RecordKey, TableParts, linked_record};
use crate::share::publish::{PendingWrite, PublishableRecords};
use crate::share::same::LinkColumn;
use crate::share::show::{Causes, CircleView, DocumentView, ShareWrite, ShownRecords};
use crate::share::{ChangeId, DocumentVersions, ShareDocument, from_hex, hex};

/// The part that requests a deletion, in the document of the requesting side.
pub const REQUEST: &str = "request";

/// The part that refuses a request, in the document of the other side.
pub const REFUSAL: &str = "refusal";

/// Field of a request: whether it is made or withdrawn. The other fields list what it had seen of each document.
const DELETE: &str = "delete";

/// Field of a refusal: the change with the request.
const CHANGE: &str = "change";

/// An unanswered request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletionRequest {
    pub record: RecordKey,
    pub change: ChangeId,
    /// Seconds since 1970, by the requesting side's clock.
    pub at: i64,
}

/// The requests and refusals of one side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestState {
    pub asked: BTreeSet<RecordKey>,
    /// Maps a record to the change with the refused request, in hexadecimal digits.
    pub refused: BTreeMap<RecordKey, String>,
}

/// Maps a record to the records that it owns.
type DependentKeys = BTreeMap<RecordKey, BTreeSet<RecordKey>>;

/// Returns the requests of a side that still stand.
pub fn standing_requests(
    view: &CircleView,
    tables: &[TableParts],
    by: Side,
    causes: &dyn Causes,
) -> Vec<DeletionRequest> {
    let mut requests = Vec::new();
    let mut dependents = None;
    let Some(own) = view.get(&ShareDocument::for_side(by)) else {
        return requests;
    };
    for (record, write) in asking(own) {
        let answers = view.get(&ShareDocument::for_side(by.other()));
        let answers = answers.and_then(|document| document.get(&record.part(REFUSAL)));
        let mut answers = answers.into_iter().flatten();
        let change = hex(&write.change);
        if answers.any(|answer| refused_change(answer) == Some(&change)) {
            continue;
        }
        let dependents = dependents.get_or_insert_with(|| dependents_of(view, tables));
        let records = with_dependents(&record, dependents);
        if has_seen_all(view, write, &records, causes) {
            requests.push(DeletionRequest { record, change: write.change, at: write.at });
        }
    }
    requests
}

/// Returns those of the standing requests to `state`'s side that it has not answered: the record is here, and the request
/// was not refused.
pub fn unanswered<'r>(
    asked: &'r [DeletionRequest],
    shown: &'r ShownRecords,
    state: &'r RequestState,
) -> impl Iterator<Item = &'r DeletionRequest> {
    asked.iter().filter(|one| {
        shown.records.contains_key(&one.record)
            && state.refused.get(&one.record) != Some(&hex(&one.change))
    })
}

/// Returns the requests that a side has not withdrawn, whether they still stand or not.
fn asking(own: &DocumentView) -> impl Iterator<Item = (RecordKey, &ShareWrite)> {
    own.iter().filter_map(|(key, writes)| {
        let (record, part) = RecordKey::parse(key)?;
        let mut writes = writes.iter().rev();
        let asks = writes.find(|write| {
            let fields = write.fields();
            fields.and_then(|fields| fields.get(DELETE)?.as_bool()) == Some(true)
        });
        (part == REQUEST).then_some((record, asks?))
    })
}

fn refused_change(answer: &ShareWrite) -> Option<&str> {
    answer.fields()?.get(CHANGE)?.as_str()
}

/// Whether a request had seen every write in these records.
fn has_seen_all(
    view: &CircleView,
    request: &ShareWrite,
    records: &BTreeSet<RecordKey>,
    causes: &dyn Causes,
) -> bool {
    view.iter().all(|(document, keys)| {
        let fields = request.fields();
        let seen = fields.and_then(|fields| fields.get(document.word())?.as_array());
        let seen: Vec<ChangeId> =
            seen.into_iter().flatten().filter_map(|head| from_hex(head.as_str()?)).collect();
        records.iter().all(|record| {
            let prefix = record.part("");
            let of_record = keys.range(prefix.clone()..);
            let mut of_record = of_record.take_while(|(key, _)| key.starts_with(&prefix));
            of_record.all(|(key, writes)| {
                [REQUEST, REFUSAL].contains(&&key[prefix.len()..])
                    || writes.iter().all(|write| {
                        let mut seen = seen.iter();
                        seen.any(|head| causes.has_seen(*document, head, &write.change))
                    })
            })
        })
    })
}

fn dependents_of(view: &CircleView, tables: &[TableParts]) -> DependentKeys {
    let mut dependents = DependentKeys::new();
    for (key, writes) in view.values().flatten() {
        let Some((record, name)) = RecordKey::parse(key) else {
            continue;
        };
        let table = tables.iter().find(|table| table.table == record.table);
        let Some(table) = table.filter(|table| table.first().is_some_and(|part| part.name == name))
        else {
            continue;
        };
        for owner in writes.iter().filter_map(|write| table.owner(write.fields()?)) {
            dependents.entry(owner).or_default().insert(record.clone());
        }
    }
    dependents
}

fn with_dependents(record: &RecordKey, dependents: &DependentKeys) -> BTreeSet<RecordKey> {
    let mut records = BTreeSet::from([record.clone()]);
    let mut unvisited = vec![record.clone()];
    while let Some(owner) = unvisited.pop() {
        for dependent in dependents.get(&owner).into_iter().flatten() {
            if records.insert(dependent.clone()) {
                unvisited.push(dependent.clone());
            }
        }
    }
    records
}

/// Removes records and everything that they own from the view of the side that asked to delete them.
pub fn hide(view: &mut CircleView, tables: &[TableParts], records: &BTreeSet<RecordKey>) {
    if records.is_empty() {
        return;
    }
    let dependents = dependents_of(view, tables);
    let mut hidden = BTreeSet::new();
    for record in records {
        hidden.extend(with_dependents(record, &dependents));
    }
    for document in view.values_mut() {
        document.retain(|key, _| {
            let record = RecordKey::parse(key).map(|(record, _)| record);
            record.is_none_or(|record| !hidden.contains(&record))
        });
    }
}

/// Returns the requests and refusals in a document.
pub fn requests_of(document: Option<&DocumentView>) -> DocumentView {
    let keys = document.into_iter().flatten();
    let of_requests = keys.filter(|(key, _)| {
        let parsed = RecordKey::parse(key);
        parsed.is_some_and(|(_, part)| [REQUEST, REFUSAL].contains(&part))
    });
    of_requests.map(|(key, writes)| (key.clone(), writes.clone())).collect()
}

/// Returns the writes by which a side updates its requests and refusals.
pub fn publish_requests(
    own: &DocumentView,
    standing: &[DeletionRequest],
    me: Side,
    now: &RequestState,
    version: &DocumentVersions,
) -> Vec<PendingWrite> {
    let put = |record: &RecordKey, part, content| PendingWrite {
        document: ShareDocument::for_side(me),
        key: record.part(part),
        content: Json::Object(content),
    };
    let mut puts = Vec::new();
    let is_standing = |record: &&RecordKey| standing.iter().any(|one| one.record == **record);
    for record in now.asked.iter().filter(|record| !is_standing(record)) {
        let mut content = PartContent::new();
        content.insert(DELETE.to_owned(), Json::from(true));
        for (document, heads) in version {
            let heads: Vec<String> = heads.iter().map(|head| hex(head)).collect();
            content.insert(document.word().to_owned(), Json::from(heads));
        }
        puts.push(put(record, REQUEST, content));
    }
    for (record, _) in asking(own).filter(|(record, _)| !now.asked.contains(record)) {
        let content = PartContent::from_iter([(DELETE.to_owned(), Json::from(false))]);
        puts.push(put(&record, REQUEST, content));
    }
    let mut published: BTreeMap<RecordKey, &str> = BTreeMap::new();
    for (key, writes) in own {
        let parsed = RecordKey::parse(key).filter(|(_, part)| *part == REFUSAL);
        let refused = writes.last().and_then(refused_change);
        if let (Some((record, _)), Some(refused)) =
            (parsed, refused.filter(|refused| !refused.is_empty()))
        {
            published.insert(record, refused);
        }
    }
    let records: BTreeSet<&RecordKey> = published.keys().chain(now.refused.keys()).collect();
    for record in records {
        let refused = now.refused.get(record).map_or("", String::as_str);
        if published.get(record).copied().unwrap_or_default() != refused {
            let content = PartContent::from_iter([(CHANGE.to_owned(), Json::from(refused))]);
            puts.push(put(record, REFUSAL, content));
        }
    }
    puts
}

/// Keeps links to hidden records as they were published: the rows can't refer to them.
pub fn keep_links(
    rows: &mut PublishableRecords,
    published: &ShownRecords,
    links: &[LinkColumn],
    hidden: &BTreeSet<RecordKey>,
) {
    if hidden.is_empty() {
        return;
    }
    for (key, record) in &mut rows.records {
        let published = published.records.get(key).into_iter();
        for (part, content) in published.flat_map(|published| &published.parts) {
            for link in links.iter().filter(|link| link.table == key.table) {
                let was = linked_record(content, link.column, link.to);
                if let Some(was) = was.filter(|was| hidden.contains(was))
                    && let Some(content) = record.parts.get_mut(part)
                    && content.get(link.column).is_none_or(Json::is_null)
                {
                    content.insert(link.column.to_owned(), Json::from(was.record));
                }
            }
        }
    }
}

/// Drops deletions of records whose owner the other side was asked to delete; they go together.
pub fn keep_dependents(
    puts: &mut Vec<PendingWrite>,
    published: &ShownRecords,
    tables: &[TableParts],
    asked: &BTreeSet<RecordKey>,
) {
    if asked.is_empty() {
        return;
    }
    puts.retain(|put| {
        let parsed = RecordKey::parse(&put.key).filter(|(_, part)| *part == LIFE);
        let Some((record, _)) = parsed.filter(|_| put.content.is_object()) else {
            return true;
        };
        let mut owner = owner_of(&record, published, tables);
        while let Some(one) = owner {
            if asked.contains(&one) {
                return false;
            }
            owner = owner_of(&one, published, tables);
        }
        true
    });
}

fn owner_of(
    record: &RecordKey,
    published: &ShownRecords,
    tables: &[TableParts],
) -> Option<RecordKey> {
    let table = tables.iter().find(|table| table.table == record.table)?;
    table.owner(published.part(record, table.first()?.name)?)
}
