//! The exchange between a person's own machines: every record, private ones included.
//!
//! All of them write one document, and nobody else reads it. Of two versions that were written at the same time, every
//! machine shows the same one, and reports the other.

mod apply;
mod rows;
mod tables;

use std::collections::BTreeSet;

use crate::domain::person::Side;
use crate::share::device::Device;
use crate::share::parts::RecordKey;
use crate::share::publish::{PublishableRecords, publish};
use crate::share::show::{ShownRecords, show};
use crate::share::{DocumentVersions, ShareDocument};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::deletion::OwnWords;
use crate::store::share::error::ExchangeError;
use crate::store::share::publishing::{current_lineage, write_change};
use crate::store::share::reading::{DocumentCauses, newest, view_at};
use crate::store::share::saved_documents::{self, CircleDocuments};
use crate::store::share::stamps::SignedStamp;
use crate::store::share::take::{drop_purged_words, merge_documents};
use crate::store::share::taken_item::TakenItem;
use crate::store::write_tx::WriteTx;

use apply::apply;
pub(in crate::store::share) use tables::own_tables;

/// The side that the machines have in the cards of their keys; it means nothing here.
pub const SIDE: Side = Side::Mentor;

/// The result of taking a file of another machine.
#[derive(Debug, Default)]
pub struct OwnTakeReport {
    pub items: Vec<TakenItem>,
    /// Versions that were written at the same time as the ones that the rows show: the part, and its text.
    pub hidden: Vec<(&'static str, OwnWords)>,
}

/// The documents and the rows, at the version that the rows show.
struct OwnReading {
    documents: CircleDocuments,
    version: DocumentVersions,
    was: ShownRecords,
    rows: PublishableRecords,
    purged: BTreeSet<RecordKey>,
}

impl OwnReading {
    fn new(tx: &ReadTx<'_>, circle: &Circle) -> Result<Self, StoreError> {
        let documents = saved_documents::load(tx, &circle.id)?;
        let version = saved_documents::load_version(tx, &circle.id)?;
        let was = shown_at(&documents, &version, circle);
        let rows = rows::read(tx)?;
        let purged = saved_documents::load_purged(tx, &circle.id)?;
        Ok(OwnReading { documents, version, was, rows, purged })
    }
}

fn shown_at(
    documents: &CircleDocuments,
    version: &DocumentVersions,
    circle: &Circle,
) -> ShownRecords {
    let view = view_at(documents, version, circle);
    show(&view, own_tables(), SIDE, &DocumentCauses::new(documents))
}

/// Publishes the rows that differ from the documents.
pub fn publish_rows(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
) -> Result<(), ExchangeError> {
    let mut reading = OwnReading::new(tx, circle)?;
    let OwnReading { was, version, rows, purged, .. } = &reading;
    let puts = publish(own_tables(), SIDE, was, version, rows, purged);
    if puts.is_empty() {
        return Ok(());
    }
    let puts = puts.into_iter().map(|put| (put.key, put.content)).collect();
    let document = ShareDocument::Shared;
    let at = reading.version.remove(&document).unwrap_or_default();
    let saved = reading.documents.entry(document).or_default();
    let lineage = current_lineage(device, circle, document, saved, &at)?;
    let change = write_change(tx, circle, device, (document, saved), (&at, lineage), puts)?;
    saved_documents::save(tx, &circle.id, document, saved)?;
    reading.version.insert(document, vec![change]);
    saved_documents::set_version(tx, &circle.id, &reading.version)?;
    device.save()?;
    // The undone steps can't be replayed on a version that was published since.
    tx.drop_undone_steps()?;
    Ok(())
}

/// Merges a received body: documents, stamps and rows. The rows must have been published before.
pub fn take(
    tx: &WriteTx<'_>,
    circle: &Circle,
    stamps: &[SignedStamp],
    received: CircleDocuments,
) -> Result<OwnTakeReport, ExchangeError> {
    let mut reading = OwnReading::new(tx, circle)?;
    merge_documents(tx, circle, &mut reading.documents, stamps, received)?;
    let now = newest(&reading.documents);
    let after = shown_at(&reading.documents, &now, circle);
    let report = apply(tx, &reading.rows, &reading.was, &after)?;
    drop_purged_words(tx, circle, &mut reading.documents, &after)?;
    let is_purged_here = |key: &&RecordKey| !reading.was.purged.contains(*key);
    let purged: BTreeSet<RecordKey> = after.purged.iter().filter(is_purged_here).cloned().collect();
    saved_documents::purge_elsewhere(tx, &circle.id, &purged)?;
    if now != reading.version {
        saved_documents::set_version(tx, &circle.id, &now)?;
    }
    Ok(report)
}

/// Whether the rows show everything in the documents.
pub fn is_current(tx: &ReadTx<'_>, circle: &Circle) -> Result<bool, StoreError> {
    let documents = saved_documents::load(tx, &circle.id)?;
    let sorted = |version: DocumentVersions| -> DocumentVersions {
        let all = version.into_iter().map(|(document, mut heads)| {
            heads.sort_unstable();
            (document, heads)
        });
        all.filter(|(_, heads)| !heads.is_empty()).collect()
    };
    let version = saved_documents::load_version(tx, &circle.id)?;
    Ok(sorted(newest(&documents)) == sorted(version))
}

/// Counts the records of the file.
pub fn count_records(tx: &ReadTx<'_>) -> Result<usize, StoreError> {
    Ok(rows::read(tx)?.records.len())
}
