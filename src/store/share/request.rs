//! Deletion requests as this file has them.
//!
//! The user's requests and refusals are kept in a setting, so that undo covers them; the documents follow with the next
//! publishing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::field_value::FieldValue;
use crate::domain::pair::PairContext;
use crate::domain::record::Id;
use crate::share::hex;
use crate::share::parts::{LIFE, RecordKey};
use crate::share::publish::may_delete;
use crate::share::request::{DeletionRequest, RequestState};
use crate::share::show::ShownRecords;
use crate::store::read_tx::ReadTx;
use crate::store::share::circle_setting::{self, CircleSetting};
use crate::store::share::circles::Circle;
use crate::store::share::part_fields::{TITLE_COLUMNS, title_value};
use crate::store::share::parts::shared_tables;
use crate::store::share::reading::{CircleReading, show_view, view_at};
use crate::store::share::rows::{number_of, record_of_uid};
use crate::store::share::taken_item::{TakenChange, TakenItem};
use crate::store::share::{same, saved_documents, undecided};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, settings};

/// Requested keys, and refused keys with the change of the request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct KnownRequests {
    #[serde(default)]
    asked: BTreeSet<String>,
    #[serde(default)]
    refused: BTreeMap<String, String>,
}

impl CircleSetting for KnownRequests {
    const NAME: &'static str = settings::DELETION_REQUESTS;
}

/// Returns this side's requests and refusals.
pub(super) fn state(tx: &ReadTx<'_>, circle: &str) -> Result<RequestState, StoreError> {
    let stored: KnownRequests = circle_setting::load(tx, circle)?;
    let record = |key: &String| RecordKey::parse(key).map(|(record, _)| record);
    let refused = stored.refused.iter();
    Ok(RequestState {
        asked: stored.asked.iter().filter_map(record).collect(),
        refused: refused.filter_map(|(key, change)| Some((record(key)?, change.clone()))).collect(),
    })
}

/// Requests the deletion of a record that is about to be deleted here.
pub fn ask(tx: &WriteTx<'_>, circle: &Circle, table: &str, uid: &str) -> Result<(), StoreError> {
    let record = record_of_uid(uid).ok_or(StoreError::Damaged)?;
    let key = RecordKey::new(table, &record).part(LIFE);
    circle_setting::change(tx, &circle.id, |known: &mut KnownRequests| {
        known.asked.insert(key);
    })
}

/// Refuses a request for the record with this number: it stays on both sides.
pub fn refuse(
    tx: &WriteTx<'_>,
    circle: &Circle,
    request: &DeletionRequest,
    number: i64,
) -> Result<(), StoreError> {
    undecided::remove_request(tx, &circle.pair, &request.record.table, number)?;
    let key = request.record.part(LIFE);
    let change = hex(&request.change);
    circle_setting::change(tx, &circle.id, |known: &mut KnownRequests| {
        known.refused.insert(key, change);
    })
}

/// Removes the setting of a circle that has ended.
pub(in crate::store) fn forget(tx: &WriteTx<'_>, circle: &str) -> Result<(), StoreError> {
    circle_setting::change(tx, circle, |known| *known = KnownRequests::default())
}

/// Removes requests that no longer stand; returns the records among them that are back.
pub(super) fn settle(
    tx: &WriteTx<'_>,
    circle: &Circle,
    asked: &BTreeSet<RecordKey>,
    standing: &[DeletionRequest],
    after: &ShownRecords,
) -> Result<Vec<RecordKey>, StoreError> {
    let settled = asked.iter();
    let settled = settled.filter(|record| standing.iter().all(|one| one.record != **record));
    let settled: Vec<RecordKey> = settled.cloned().collect();
    if !settled.is_empty() {
        circle_setting::change(tx, &circle.id, |known: &mut KnownRequests| {
            known.asked.retain(|key| settled.iter().all(|record| record.part(LIFE) != *key));
        })?;
    }
    let is_here = |record: &RecordKey| after.records.contains_key(record);
    Ok(settled.into_iter().filter(is_here).collect())
}

/// Marks records that are back because the other side refused to delete them.
pub(super) fn mark_refused(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    refused: &[RecordKey],
    items: &mut [TakenItem],
) -> Result<(), StoreError> {
    for record in refused {
        let number = number_of(tx, pair, record)?;
        let is_it = |item: &&mut TakenItem| item.table == record.table && item.number == number;
        if let Some(item) = items.iter_mut().find(is_it) {
            item.change = TakenChange::NotLetGo;
        }
    }
    Ok(())
}

/// Returns the title in a record's content.
pub(super) fn title_in(shown: &ShownRecords, record: &RecordKey) -> FieldValue {
    let parts = shown.records.get(record).map(|shown| &shown.parts);
    let text = |column: &&str| {
        let mut content = parts.into_iter().flat_map(|parts| parts.values());
        let text = content.find_map(|content| content.get(*column)?.as_str())?;
        Some(title_value(column, &FieldValue::Text(text.to_owned())))
    };
    let title = TITLE_COLUMNS.iter().find_map(text);
    title.unwrap_or(FieldValue::Nothing)
}

/// Returns the other side's unanswered requests, with the titles of the records.
pub fn open_requests(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<Vec<(DeletionRequest, FieldValue)>, StoreError> {
    let reading = CircleReading::new(tx, pair, circle)?;
    let mut open = Vec::new();
    for one in reading.unanswered_requests() {
        // Without a row, the record was deleted here meanwhile.
        if number_of(tx, pair, &one.record)? > 0 {
            open.push((one.clone(), title_in(&reading.was, &one.record)));
        }
    }
    Ok(open)
}

/// Removes the request of the other side to delete a record that is deleted here anyway.
pub fn settle_by_deletion(
    tx: &WriteTx<'_>,
    circle: &Circle,
    table: &str,
    number: i64,
) -> Result<(), StoreError> {
    undecided::remove_request(tx, &circle.pair, table, number)
}

/// Deletes a record that the other side asked to delete.
pub fn let_go(
    tx: &WriteTx<'_>,
    circle: &Circle,
    table: &str,
    number: i64,
) -> Result<(), StoreError> {
    undecided::remove_request(tx, &circle.pair, table, number)?;
    visit_tables(&mut RecordDeletion { tx, table, number })
}

struct RecordDeletion<'t, 'c> {
    tx: &'t WriteTx<'c>,
    table: &'t str,
    number: i64,
}

impl TableVisitor for RecordDeletion<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        if T::TABLE == self.table {
            self.tx.delete::<T>(Id::new(self.number))?;
        }
        Ok(())
    }
}

/// Whether only the other side may delete a record, having added it.
pub fn is_theirs_to_delete(
    tx: &ReadTx<'_>,
    circle: &Circle,
    table: &str,
    uid: &str,
) -> Result<bool, StoreError> {
    let documents = saved_documents::load(tx, &circle.id)?;
    let version = saved_documents::load_version(tx, &circle.id)?;
    let joined = same::load_joined(tx, &circle.id)?;
    let view = view_at(&documents, &version, circle);
    let none = BTreeSet::new();
    let shown = show_view(view, &documents, circle, &shared_tables(), &joined, &none).shown;
    let record = record_of_uid(uid).map(|record| RecordKey::new(table, &record));
    let record = record.and_then(|record| shown.records.get(&record));
    Ok(record.is_some_and(|record| !may_delete(record, circle.side())))
}
