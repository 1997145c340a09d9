//! Publishing: writes local changes to the documents, and reopens conflicts whose decision was undone.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::domain::pair::PairContext;
use crate::share::device::{Device, LineageMark};
use crate::share::lines::LineageId;
use crate::share::parts::RecordKey;
use crate::share::publish::{ContestedPart, PendingWrite, attribute_to, contested, may_delete};
use crate::share::show::OpenChoice;
use crate::share::{ChangeId, ShareDocument, from_hex, hex, request};
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles::Circle;
use crate::store::share::documents::CircleDocument;
use crate::store::share::error::ExchangeError;
use crate::store::share::reading::{CircleReading, newest};
use crate::store::share::rows::number_of;
use crate::store::share::saved_documents::{self, CircleVersion};
use crate::store::share::{same, undecided};
use crate::store::write_tx::WriteTx;

/// Writes to the documents what the rows say differently; returns the number of records.
pub fn publish_rows(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    device: &mut Device,
) -> Result<usize, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    let stored = undecided::stored_in_pair(tx, pair)?;
    let reverted = reading.reverted(tx, pair, circle, &stored)?;
    if reopen(tx, circle, device, &mut reading, &reverted)? {
        reading = CircleReading::new(tx, pair, circle)?;
    }
    same::take_back(tx, circle, device, &mut reading)?;
    let puts = reading.puts(circle);
    if puts.is_empty() {
        // A conflict with a private value ends once both sides say the same.
        reading.remember_undecided(tx, pair, circle)?;
    }
    let contested = contested(&reading.tables, circle.side(), &reading.was, &puts);
    let published = write_puts(tx, pair, circle, device, &mut reading, puts, &contested)?;
    if published > 0 {
        // The undone steps can't be replayed on a version that was published since.
        tx.drop_undone_steps()?;
    }
    Ok(published)
}

/// Writes parts to their documents as changes of this device, and returns how many records they belong to.
pub(super) fn write_puts(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    device: &mut Device,
    reading: &mut CircleReading,
    mut puts: Vec<PendingWrite>,
    contested: &[ContestedPart],
) -> Result<usize, ExchangeError> {
    if puts.is_empty() {
        return Ok(0);
    }
    let mut contested = contested.to_vec();
    reading.spread(&mut puts, &mut contested, circle);
    let mut records = BTreeSet::new();
    let mut by_document: BTreeMap<ShareDocument, Vec<(String, Json)>> = BTreeMap::new();
    for put in puts {
        records.extend(RecordKey::parse(&put.key).map(|(record, _)| record));
        let of_document = by_document.entry(put.document).or_default();
        of_document.push((put.key, put.content));
    }
    let mut documents: BTreeSet<ShareDocument> = by_document.keys().copied().collect();
    documents.extend(contested.iter().map(|one| one.document));
    for document in documents {
        let puts = by_document.remove(&document).unwrap_or_default();
        let contested = contested.iter().filter(|one| one.document == document);
        let contested: Vec<&ContestedPart> = contested.collect();
        write_document(tx, circle, device, reading, document, puts, &contested)?;
    }
    saved_documents::set_version(tx, &circle.id, &reading.version)?;
    let is_settled = reading.was.open.is_empty() && reading.asked_of_me.is_empty();
    let mut now = (!is_settled).then(|| reading.show(circle));
    if let Some(now) = &mut now {
        reading.name_all_writers(circle, &mut now.shown.open);
    }
    let open = now.iter().flat_map(|now| &now.shown.open);
    let requests = now
        .iter()
        .flat_map(|now| request::unanswered(&now.asked_of_me, &now.shown, &reading.request_state));
    undecided::remember(tx, pair, circle, open.chain(&reading.kept_back), requests)?;
    device.save()?;
    Ok(records.len())
}

/// Writes the parts of one document as a change of this device, and saves the document.
fn write_document(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    reading: &mut CircleReading,
    document: ShareDocument,
    mut puts: Vec<(String, Json)>,
    contested: &[&ContestedPart],
) -> Result<(), ExchangeError> {
    let target = reading.documents.entry(document).or_default();
    let at = reading.version.get(&document).cloned().unwrap_or_default();
    let lineage = current_lineage(device, circle, document, target, &at)?;
    let mut version =
        write_theirs(tx, circle, device, (document, target), (&at, lineage), contested)?;
    if contested.iter().any(|one| one.gives_way) {
        // The rows show the repeated version after the next take, like any change of the other side.
        version.clear();
    }
    // Among concurrent writes the last one is displayed, so writes to a conflict come last.
    puts.sort_by_key(|(key, _)| contested.iter().any(|one| one.key == *key));
    if puts.is_empty() {
        version.extend(at);
    } else {
        let change = write_change(tx, circle, device, (document, target), (&at, lineage), puts)?;
        version.push(change);
    }
    // The rows show what they showed before, and this change.
    reading.version.insert(document, version);
    saved_documents::save(tx, &circle.id, document, target)?;
    Ok(())
}

/// Repeats the other side's versions in conflicts, each under a lineage of its own on the same version, so that this side's
/// write does not replace them.
pub(super) fn write_theirs(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    (document, target): (ShareDocument, &mut CircleDocument),
    (at, own): (&[ChangeId], LineageId),
    contested: &[&ContestedPart],
) -> Result<Vec<ChangeId>, ExchangeError> {
    let mut version = Vec::new();
    let count = contested.iter().map(|one| one.theirs.len()).max();
    for place in 0..count.unwrap_or(0) {
        let content = contested.iter().filter_map(|one| {
            let content = one.theirs.get(place)?.clone();
            Some((one.key.clone(), content))
        });
        let puts = content.collect();
        let lineage = lineage_before(device, &own)?;
        let change = write_change(tx, circle, device, (document, target), (at, lineage), puts)?;
        version.push(change);
    }
    Ok(version)
}

/// Returns a new lineage that sorts before `own`: among concurrent writes the greatest lineage is displayed.
pub(super) fn lineage_before(device: &Device, own: &LineageId) -> Result<LineageId, ExchangeError> {
    let mut lineage = new_lineage(device)?;
    let number = |lineage: &LineageId| {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&lineage[8..]);
        u64::from_be_bytes(bytes)
    };
    let before = number(&lineage).checked_rem(number(own)).unwrap_or(0);
    lineage[8..].copy_from_slice(&before.to_be_bytes());
    Ok(lineage)
}

/// Writes one change to a document and updates the device's mark.
pub(super) fn write_change(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    (document, target): (ShareDocument, &mut CircleDocument),
    (at, lineage): (&[ChangeId], LineageId),
    puts: Vec<(String, Json)>,
) -> Result<ChangeId, ExchangeError> {
    let change = target.publish(at, &lineage, device.draw()?, tx.now.at.timestamp(), puts);
    let last = change.map_err(|error| ExchangeError::Document(document, error))?;
    let mark =
        LineageMark { lineage: hex(&lineage), sequence: last.sequence, change: hex(&last.change) };
    device.set_mark(&circle.id, document, mark);
    Ok(last.change)
}

/// Reopens conflicts whose decision was undone, and those in which the undo of an edit brought an earlier version back: all
/// versions are written again, side by side, on top of what was undone. Returns whether there were any.
pub(super) fn reopen(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    reading: &mut CircleReading,
    reverted: &[OpenChoice],
) -> Result<bool, ExchangeError> {
    let mut is_reopened = false;
    for document in ShareDocument::ALL {
        let decided = reading.reopened(circle, document);
        let mut at: Vec<ChangeId> = decided.iter().map(|(_, decision)| *decision).collect();
        let mut reopened: Vec<OpenChoice> = decided.into_iter().map(|(choice, _)| choice).collect();
        let reverted = reverted.iter().filter(|one| one.document == document);
        reopened.extend(reverted.cloned());
        if reopened.is_empty() {
            continue;
        }
        is_reopened = true;
        if at.is_empty() {
            at = reading.version.get(&document).cloned().unwrap_or_default();
        }
        let target = reading.documents.entry(document).or_default();
        let count = reopened.iter().map(|choice| choice.writes.len()).max();
        let lineages = (0..count.unwrap_or(0)).map(|_| new_lineage(device));
        let mut lineages = lineages.collect::<Result<Vec<LineageId>, _>>()?;
        // Among concurrent writes the greatest lineage is displayed: it gets the version that was displayed before.
        lineages.sort_unstable();
        lineages.reverse();
        let mut version = Vec::new();
        for (place, lineage) in lineages.into_iter().enumerate() {
            let content = reopened.iter().filter_map(|choice| {
                let write = choice.writes.get(place)?;
                let content = attribute_to(write.by, write.fields()?);
                Some((choice.record.part(choice.part), content))
            });
            let puts: Vec<_> = content.collect();
            let change =
                write_change(tx, circle, device, (document, target), (&at, lineage), puts)?;
            version.push(change);
        }
        saved_documents::save(tx, &circle.id, document, target)?;
        reading.version.insert(document, version);
        saved_documents::set_version(tx, &circle.id, &reading.version)?;
        device.save()?;
        tx.drop_undone_steps()?;
    }
    Ok(is_reopened)
}

/// Updates the list of conflicts after an undo or a redo.
pub fn refresh_undecided(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<(), StoreError> {
    let stored = undecided::stored_in_pair(tx, pair)?;
    if stored.is_empty() {
        return Ok(());
    }
    let reading = CircleReading::new(tx, pair, circle)?;
    let reverted = reading.reverted(tx, pair, circle, &stored)?;
    reading.remember_undecided(tx, pair, circle)?;
    for choice in reverted {
        let number = number_of(tx, pair, &choice.record)?;
        let place = (choice.record.table.as_str(), number, choice.part);
        let own = choice.writes.iter().find(|write| write.by == circle.side());
        undecided::set_own(tx, &circle.pair, place, own.and_then(|own| own.content.clone()))?;
    }
    Ok(())
}

/// Whether a conflict will be reopened because its decision was undone.
pub fn is_reopened(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<bool, StoreError> {
    let reading = CircleReading::new(tx, pair, circle)?;
    let mut documents = ShareDocument::ALL.into_iter();
    Ok(documents.any(|document| !reading.reopened(circle, document).is_empty()))
}

/// Returns the lineage to write with. It continues only if its recorded last change is still its last one in the document and
/// the version is the newest. A restored or copied file, and one in which a take was undone, starts a new lineage.
pub(super) fn current_lineage(
    device: &Device,
    circle: &Circle,
    document: ShareDocument,
    target: &CircleDocument,
    at: &[ChangeId],
) -> Result<LineageId, ExchangeError> {
    let mut heads = target.heads();
    let mut at = at.to_vec();
    heads.sort_unstable();
    at.sort_unstable();
    let mark = device.mark(&circle.id, document).filter(|_| heads == at);
    let marked = mark.and_then(|mark| Some((from_hex(&mark.lineage)?, from_hex(&mark.change)?)));
    if let Some((lineage, change)) = marked
        && target.is_last(&lineage, &change)
    {
        return Ok(lineage);
    }
    new_lineage(device)
}

pub(super) fn new_lineage(device: &Device) -> Result<LineageId, ExchangeError> {
    let mut lineage = LineageId::default();
    lineage[..8].copy_from_slice(&device.keys.id());
    lineage[8..].copy_from_slice(&device.draw()?);
    Ok(lineage)
}

/// Whether the rows show everything in the documents.
pub fn is_current(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<bool, StoreError> {
    let sorted = |version: CircleVersion| -> CircleVersion {
        let each = version.into_iter().filter(|(_, heads)| !heads.is_empty());
        each.map(|(document, mut heads)| {
            heads.sort_unstable();
            (document, heads)
        })
        .collect()
    };
    let reading = CircleReading::new(tx, pair, circle)?;
    if sorted(newest(&reading.documents)) != sorted(reading.version.clone()) {
        return Ok(false);
    }
    if reading.kept_back.iter().any(OpenChoice::is_emptied) {
        return Ok(false);
    }
    // A record that only the other side may delete, but was deleted here, is due to come back.
    let has_row = |key: &RecordKey| {
        reading.rows.records.contains_key(key) || reading.rows.withheld.contains_key(key)
    };
    let mut shown = reading.was.records.iter();
    let is_missing = shown.any(|(key, shown)| {
        let mut tables = reading.tables.iter();
        let stands_alone =
            tables.any(|one| one.table == key.table && !one.is_fixed && one.owned_by.is_none());
        stands_alone && !has_row(key) && !may_delete(shown, circle.side())
    });
    Ok(!is_missing)
}

/// Returns the keys that publishing would write now.
pub fn unpublished(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
) -> Result<BTreeSet<String>, StoreError> {
    let puts = CircleReading::new(tx, pair, circle)?.puts(circle);
    Ok(puts.into_iter().map(|put| put.key).collect())
}
