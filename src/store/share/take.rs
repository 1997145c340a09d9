//! Merges a received body into documents and rows.

use crate::domain::field_value::FieldValue;
use crate::domain::pair::PairContext;
use crate::share::parts::{LIFE, RecordKey};
use crate::share::request::{self as share_request, DeletionRequest};
use crate::share::same::JoinedRecords;
use crate::share::show::{ForeignPart, OpenChoice, ShownRecords};
use crate::store::StoreError;
use crate::store::share::apply::{Application, apply};
use crate::store::share::circles::Circle;
use crate::store::share::deletion::OwnWords;
use crate::store::share::error::ExchangeError;
use crate::store::share::kept_back::{self, KeptBackPart, TheirWriting};
use crate::store::share::reading::{CircleReading, newest, show_view, view_at};
use crate::store::share::restored::{restore_deleted, restore_links};
use crate::store::share::rows::number_of;
use crate::store::share::saved_documents::{self, CircleDocuments};
use crate::store::share::stamps::{self, SignedStamp};
use crate::store::share::taken_item::TakenItem;
use crate::store::share::{join_rows, request, undecided};
use crate::store::write_tx::WriteTx;

/// The result of taking a bundle.
#[derive(Clone, Debug, Default)]
pub struct TakeReport {
    pub items: Vec<TakenItem>,
    /// Parts that the other side may not write, which were ignored.
    pub foreign: Vec<ForeignPart>,
    /// New conflicts, with the numbers of their records.
    pub open: Vec<(OpenChoice, i64)>,
    /// This side's text in deleted rows.
    pub own_words: Vec<OwnWords>,
    /// New deletion requests: table, number and title of each record.
    pub requests: Vec<(String, i64, FieldValue)>,
}

/// Drops the content of purged records.
pub(super) fn drop_purged_words(
    tx: &WriteTx<'_>,
    circle: &Circle,
    documents: &mut CircleDocuments,
    shown: &ShownRecords,
) -> Result<(), StoreError> {
    for (document, it) in documents {
        let is_purged = |key: &str| {
            let parsed = RecordKey::parse(key);
            parsed.is_some_and(|(record, part)| part != LIFE && shown.purged.contains(&record))
        };
        if it.purge(is_purged) {
            saved_documents::save(tx, &circle.id, *document, it)?;
        }
    }
    Ok(())
}

/// Merges received documents into those of a circle, and adds their stamps.
pub(super) fn merge_documents(
    tx: &WriteTx<'_>,
    circle: &Circle,
    documents: &mut CircleDocuments,
    stamps: &[SignedStamp],
    received: CircleDocuments,
) -> Result<(), ExchangeError> {
    for (document, mut other) in received {
        let own = documents.entry(document).or_default();
        let heads = own.heads();
        let merged = own.merge(&mut other);
        merged.map_err(|error| ExchangeError::Document(document, error))?;
        if own.heads() != heads {
            saved_documents::save(tx, &circle.id, document, own)?;
        }
    }
    for stamp in stamps {
        stamps::add(tx, &circle.id, documents, stamp)?;
    }
    Ok(())
}

/// Merges a received body: documents, stamps and rows. The rows must have been published before.
pub fn take(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    stamps: &[SignedStamp],
    received: CircleDocuments,
) -> Result<TakeReport, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    merge_documents(tx, circle, &mut reading.documents, stamps, received)?;
    let now = newest(&reading.documents);
    let view = view_at(&reading.documents, &now, circle);
    let joined = JoinedRecords::from_view(&view);
    let asked = reading.request_state.asked.clone();
    let shown = show_view(view, &reading.documents, circle, &reading.tables, &joined, &asked);
    let (mut after, groups) = (shown.shown, shown.groups);
    let restored = restore_deleted(tx, pair, &after)?;
    if !restored.keys.is_empty() {
        reading.read_rows(tx, pair, circle, &after)?;
    }
    let refused = request::settle(tx, circle, &asked, &shown.asked, &after)?;
    if !asked.is_empty() {
        let is_standing = |record: &RecordKey| shown.asked.iter().any(|one| one.record == *record);
        reading.request_state.asked.retain(is_standing);
        reading.read_rows(tx, pair, circle, &after)?;
    }
    let joined = (&joined, &groups);
    let mut items = join_rows::bring_together(tx, pair, circle, &mut reading, joined, &after)?;
    let applied = apply(
        tx,
        pair,
        &Application {
            writing: TheirWriting {
                documents: &reading.documents,
                version: &now,
                circle,
                groups: &groups,
            },
            restored: &restored.keys,
            ..reading.application(circle, &after)
        },
    )?;
    items.extend(applied.items);
    restore_links(tx, &restored)?;
    request::mark_refused(tx, pair, &refused, &mut items)?;
    // Also drops content that arrived after the purge; this side's text was collected above.
    drop_purged_words(tx, circle, &mut reading.documents, &after)?;
    if now != reading.version {
        saved_documents::set_version(tx, &circle.id, &now)?;
    }
    (reading.version, reading.groups) = (now, groups);
    reading.name_all_writers(circle, &mut after.open);
    let kept_back = still_kept_back(tx, circle, &reading, &applied.kept_back)?;
    let requests = &shown.asked_of_me;
    let asked = share_request::unanswered(requests, &after, &reading.request_state);
    undecided::remember(tx, pair, circle, after.open.iter().chain(&kept_back), asked)?;
    let open = new_choices(tx, pair, &reading, after.open.iter().chain(&kept_back))?;
    let foreign = after.foreign.difference(&reading.was.foreign);
    Ok(TakeReport {
        requests: new_requests(tx, pair, &reading, &after, requests)?,
        foreign: foreign.cloned().collect(),
        open,
        items,
        own_words: applied.own_words,
    })
}

/// Returns the conflicts with private values: those that are still undecided, and those found in this take.
fn still_kept_back(
    tx: &WriteTx<'_>,
    circle: &Circle,
    reading: &CircleReading,
    found: &[KeptBackPart],
) -> Result<Vec<OpenChoice>, StoreError> {
    let mut undecided = reading.kept_back.clone();
    // A row whose private value was removed has adopted the other side's value.
    undecided.retain(|one| !one.is_emptied());
    let parts = kept_back::merge(&undecided, found);
    reading.writing(circle).choices(tx, &reading.rows, &reading.tables, &parts)
}

/// Returns the conflicts that were not there before the take, with the numbers of their records.
fn new_choices<'a>(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    reading: &CircleReading,
    all: impl Iterator<Item = &'a OpenChoice>,
) -> Result<Vec<(OpenChoice, i64)>, StoreError> {
    let is_new = |one: &&OpenChoice| {
        let mut known = reading.was.open.iter().chain(&reading.kept_back);
        !known.any(|known| known.record == one.record && known.part == one.part)
    };
    all.filter(is_new).map(|one| Ok((one.clone(), number_of(tx, pair, &one.record)?))).collect()
}

/// Returns the deletion requests that were not there before the take: table, number and title of each record.
fn new_requests(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    reading: &CircleReading,
    after: &ShownRecords,
    all: &[DeletionRequest],
) -> Result<Vec<(String, i64, FieldValue)>, StoreError> {
    let is_new = |one: &&DeletionRequest| {
        after.records.contains_key(&one.record) && !reading.asked_of_me.contains(one)
    };
    let request = |one: &DeletionRequest| {
        let number = number_of(tx, pair, &one.record)?;
        Ok((one.record.table.clone(), number, request::title_in(after, &one.record)))
    };
    all.iter().filter(is_new).map(request).collect()
}
