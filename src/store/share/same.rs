//! Joined records in this file: the setting, and joining two records.
//!
//! The setting is covered by undo; the documents follow with the next exchange. `join_rows` merges the rows, `duplicates`
//! finds records that may have to be joined.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::goal::DateMove;
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::share::ShareDocument;
use crate::share::device::Device;
use crate::share::parts::RecordKey;
use crate::share::same::{JOINABLE, JoinedRecords, LinkColumn, RecordGroups, SAME};
use crate::share::show::{CircleView, DocumentView};
use crate::store::column::ColumnType;
use crate::store::read_tx::ReadTx;
use crate::store::share::apply::apply;
use crate::store::share::circle_setting::{self, CircleSetting};
use crate::store::share::circles::Circle;
use crate::store::share::error::ExchangeError;
use crate::store::share::join_rows::bring_together;
use crate::store::share::publishing::{new_lineage, write_change};
use crate::store::share::reading::{CircleReading, show_view, view_at};
use crate::store::share::rows::record_of_uid;
use crate::store::share::taken_item::TakenItem;
use crate::store::share::{kept_back, saved_documents, undecided};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, settings};

/// What a file knows about joined records of a circle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KnownSame {
    /// The uids that each `SAME` part names, by key.
    #[serde(default)]
    joined: BTreeMap<String, Vec<String>>,
    /// Pairs of keys that the user declared to be different.
    #[serde(default)]
    pub apart: BTreeSet<(String, String)>,
}

impl CircleSetting for KnownSame {
    const NAME: &'static str = settings::SAME_RECORDS;
}

/// Returns the joined records according to the setting.
pub(super) fn load_joined(tx: &ReadTx<'_>, circle: &str) -> Result<JoinedRecords, StoreError> {
    let stored: KnownSame = circle_setting::load(tx, circle)?;
    Ok(JoinedRecords::from_texts(&stored.joined))
}

/// Returns the groups of joined records that the documents have.
pub(super) fn groups(tx: &ReadTx<'_>, circle: &Circle) -> Result<RecordGroups, StoreError> {
    let joined = load_joined(tx, &circle.id)?;
    if joined.is_empty() {
        return Ok(RecordGroups::default());
    }
    let documents = saved_documents::load(tx, &circle.id)?;
    let view = view_at(&documents, &saved_documents::load_version(tx, &circle.id)?, circle);
    Ok(joined.groups(&view))
}

pub(super) fn set_joined(
    tx: &WriteTx<'_>,
    circle: &str,
    now: &JoinedRecords,
) -> Result<(), StoreError> {
    circle_setting::change(tx, circle, |known: &mut KnownSame| {
        known.joined = now.to_texts();
    })
}

/// Removes the setting of a circle that has ended.
pub(in crate::store) fn forget(tx: &WriteTx<'_>, circle: &str) -> Result<(), StoreError> {
    circle_setting::change(tx, circle, |known| *known = KnownSame::default())
}

/// Records that two records are different.
pub fn set_apart(
    tx: &WriteTx<'_>,
    circle: &Circle,
    one: &RecordKey,
    other: &RecordKey,
) -> Result<(), StoreError> {
    circle_setting::change(tx, &circle.id, |known: &mut KnownSame| {
        known.apart.insert(pair_of_keys(one, other));
    })
}

pub(super) fn pair_of_keys(one: &RecordKey, other: &RecordKey) -> (String, String) {
    let (one, other) = (one.part(""), other.part(""));
    if one < other { (one, other) } else { (other, one) }
}

/// Returns the columns that refer to joinable records.
pub(super) fn link_columns() -> Vec<LinkColumn> {
    let mut links = all_links();
    links.retain(|link| link.to.is_empty() || JOINABLE.contains(&link.to));
    links
}

/// Returns all columns that refer to records.
pub(super) fn all_links() -> Vec<LinkColumn> {
    struct LinkFinder(Vec<LinkColumn>);

    impl TableVisitor for LinkFinder {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
                let to = match column_type {
                    ColumnType::Link { to, .. } => to,
                    _ if T::TABLE == DateMove::TABLE && *column == "number" => "",
                    _ => continue,
                };
                self.0.push(LinkColumn { table: T::TABLE, column, to });
            }
            Ok(())
        }
    }

    let mut links = LinkFinder(Vec::new());
    let Ok(()) = visit_tables(&mut links);
    links.0
}

/// Returns the key of a record by its local number.
pub fn key_of<T: TableRow>(tx: &ReadTx<'_>, number: i64) -> Result<RecordKey, StoreError> {
    let row = tx.find::<T>(Id::new(number))?.ok_or(StoreError::Damaged)?;
    let record = record_of_uid(&row.uid).ok_or(StoreError::Damaged)?;
    Ok(RecordKey::new(T::TABLE, &record))
}

/// Whether the other side has a record or gets it with the next bundle.
pub fn is_shared<T: TableRow>(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    row: &Record<T>,
) -> Result<bool, StoreError> {
    let record = record_of_uid(&row.uid).ok_or(StoreError::Damaged)?;
    let reading = CircleReading::new(tx, pair, circle)?;
    let key = RecordKey::new(T::TABLE, &record);
    Ok(reading.rows.records.contains_key(&key))
}

/// Joins two records; the other side learns of it with the next bundle. The rows must have been published before.
pub fn join(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    circle: &Circle,
    one: &RecordKey,
    other: &RecordKey,
) -> Result<Vec<TakenItem>, ExchangeError> {
    let mut reading = CircleReading::new(tx, pair, circle)?;
    let mut now = reading.joined.clone();
    now.join(one, other);
    let view = view_at(&reading.documents, &reading.version, circle);
    let shown = show_view(
        view, &reading.documents, circle, &reading.tables, &now, &reading.request_state.asked,
    );
    let (mut after, groups) = (shown.shown, shown.groups);
    let items = bring_together(tx, pair, circle, &mut reading, (&now, &groups), &after)?;
    let applied = apply(tx, pair, &reading.application(circle, &after))?;
    let writing = reading.writing(circle);
    let kept_back = kept_back::merge(&reading.kept_back, &applied.kept_back);
    let kept_back = writing.choices(tx, &reading.rows, &reading.tables, &kept_back)?;
    reading.name_all_writers(circle, &mut after.open);
    let open = after.open.iter().chain(&kept_back);
    undecided::remember(tx, pair, circle, open, reading.unanswered_requests())?;
    Ok(items)
}

/// Retracts joins that this side published and has undone since. Undo may have reverted the version to one before they were published,
/// so that comparing with it finds nothing.
pub(super) fn take_back(
    tx: &WriteTx<'_>,
    circle: &Circle,
    device: &mut Device,
    reading: &mut CircleReading,
) -> Result<(), ExchangeError> {
    let document = ShareDocument::Shared;
    let (Some(it), Some(at)) =
        (reading.documents.get_mut(&document), reading.version.get(&document))
    else {
        return Ok(());
    };
    if it.knows(at, &it.heads()) {
        return Ok(());
    }
    let newest = it.view(&it.heads(), &circle.sides());
    let mut taken_back = Vec::new();
    for (key, writes) in newest.iter().filter(|(key, _)| key.ends_with(&format!("/{SAME}"))) {
        for write in writes.iter().filter(|write| write.by == circle.side()) {
            let mut alone = DocumentView::new();
            alone.insert(key.clone(), vec![write.clone()]);
            let joined = JoinedRecords::from_view(&CircleView::from([(document, alone)]));
            if !it.knows(at, &[write.change]) && !reading.joined.has_all_of(&joined) {
                taken_back.push((key.clone(), write.change));
            }
        }
    }
    for (key, joined) in taken_back {
        let life = new_lineage(device)?;
        let content = reading.joined.content_of(&key);
        let puts = vec![(key, content)];
        write_change(tx, circle, device, (document, it), (&[joined], life), puts)?;
        saved_documents::save(tx, &circle.id, document, it)?;
        device.save()?;
    }
    Ok(())
}
