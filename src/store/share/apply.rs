//! Updates the rows to what the documents show, one part at a time, and leaves everything else in them alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::agreement::Agreement;
use crate::domain::away::Away;
use crate::domain::field_value::FieldValue;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::person::{Person, Side};
use crate::domain::record::{Id, Record};
use crate::share::parts::{CREATED_AT, OWNER, PartContent, RecordKey, SharePart};
use crate::share::publish::PublishableRecords;
use crate::share::show::{OpenChoice, ShownRecord, ShownRecords};
use crate::store::StoreError;
use crate::store::column::{ColumnType, ColumnValue, instant};
use crate::store::share::agreement_versions::{UNCOUNTED, number_versions};
use crate::store::share::column_values::{cell, field_error};
use crate::store::share::deletion::{OwnWords, RowDeletion};
use crate::store::share::error::ApplyError;
use crate::store::share::kept_back::{KeptBackPart, TheirWriting};
use crate::store::share::received_rows::{self, insert_row, read_back};
use crate::store::share::rows::{PAIR_RECORD, uid_of_record};
use crate::store::share::taken_item::{TakenChange, TakenItem};
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, row_values, visit_tables};
use crate::store::write_tx::WriteTx;

/// How the rows changed.
#[derive(Clone, Debug, Default)]
pub(super) struct Applied {
    pub items: Vec<TakenItem>,
    pub kept_back: Vec<KeptBackPart>,
    /// This side's text in the deleted rows.
    pub own_words: Vec<OwnWords>,
}

/// The input of `apply`.
pub(super) struct Application<'a> {
    pub rows: &'a PublishableRecords,
    /// What the rows have shown so far.
    pub was: &'a ShownRecords,
    pub after: &'a ShownRecords,
    /// The history of all parts at the version that `after` shows.
    pub writing: TheirWriting<'a>,
    /// A conflict that was just decided for the other side, in spite of a private value.
    pub decided: Option<&'a OpenChoice>,
    /// The known conflicts with private values.
    pub kept_back: &'a [OpenChoice],
    /// Records that were deleted here and have just been restored.
    pub restored: &'a BTreeSet<RecordKey>,
}

/// Makes the rows show `after`, except for private values.
pub(super) fn apply(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    what: &Application<'_>,
) -> Result<Applied, ApplyError> {
    let Application { rows, was, after, .. } = *what;
    let mut deleting = RowDeletion {
        tx,
        pair,
        rows,
        was,
        after,
        writing: &what.writing,
        items: Vec::new(),
        own_words: Vec::new(),
    };
    visit_tables(&mut deleting)?;
    let mut applying = RowApplication {
        tx,
        pair,
        rows,
        was,
        after,
        decided: what.decided,
        emptied: what.kept_back.iter().filter(|one| one.is_emptied()).collect(),
        restored: what.restored,
        items: Vec::new(),
        kept_back: Vec::new(),
    };
    visit_tables(&mut applying)?;
    number_versions(tx, pair, after)?;
    let mut items = applying.items;
    // People refer to an agreement by its version, commands by its number.
    for item in items.iter_mut().filter(|item| item.table == Agreement::TABLE) {
        let version = "SELECT coalesce(max(version), 0) FROM agreement WHERE id = ?1";
        item.title = FieldValue::Number(tx.number(version, [item.number])?);
    }
    items.extend(deleting.items);
    Ok(Applied { items, kept_back: applying.kept_back, own_words: deleting.own_words })
}

/// Finds the row of a record: by role for people and the pair, by uid for all others.
fn find_row<T: TableRow>(
    tx: &WriteTx<'_>,
    pair: &PairContext,
    record: &str,
) -> Result<Option<Record<T>>, StoreError> {
    let number = match T::TABLE {
        Pair::TABLE => (record == PAIR_RECORD).then(|| pair.id().number()),
        Person::TABLE => {
            let side: Option<Side> = record.parse().ok();
            side.map(|side| pair.person(side).id.number())
        }
        _ => return received_rows::find_row(tx, record),
    };
    match number {
        Some(number) => tx.find(Id::new(number)),
        None => Ok(None),
    }
}

/// Returns the time of creation in the first part.
fn made_at<T: TableRow>(shown: &ShownRecord) -> Option<&str> {
    let first = shown.parts.get(T::PARTS.first()?.name)?;
    first.get(CREATED_AT)?.as_str()
}

struct RowApplication<'t, 'c> {
    tx: &'t WriteTx<'c>,
    pair: &'t PairContext,
    rows: &'t PublishableRecords,
    was: &'t ShownRecords,
    after: &'t ShownRecords,
    decided: Option<&'t OpenChoice>,
    /// Conflicts whose private value was removed.
    emptied: Vec<&'t OpenChoice>,
    restored: &'t BTreeSet<RecordKey>,
    items: Vec<TakenItem>,
    kept_back: Vec<KeptBackPart>,
}

impl TableVisitor for RowApplication<'_, '_> {
    type Error = ApplyError;

    fn table<T: TableRow>(&mut self) -> Result<(), ApplyError> {
        let of_table = self.after.records.iter();
        let mut of_table: Vec<_> = of_table.filter(|(key, _)| key.table == T::TABLE).collect();
        // Numbers are assigned in order of creation.
        of_table.sort_by_key(|(_, shown)| made_at::<T>(shown));
        for (key, shown) in of_table {
            let row = find_row::<T>(self.tx, self.pair, &key.record)?;
            let published = self.rows.records.get(key);
            let is_withheld = self.rows.withheld.contains_key(key);
            match (row, published) {
                (Some(row), Some(published)) => self.change(key, shown, &row, &published.parts)?,
                (Some(row), None) if is_withheld => {
                    self.change(key, shown, &row, &BTreeMap::new())?;
                }
                (Some(_), None) => {}
                (None, _) if T::IS_FIXED => {}
                (None, _) => self.insert::<T>(key, shown)?,
            }
        }
        Ok(())
    }
}

/// The difference between documents and row in one column.
enum ColumnNews {
    Same,
    Taken,
    /// The row has a private value, which stays.
    KeptBack,
}

fn known_value<'w>(content: &'w PartContent, column: &str) -> Option<&'w Json> {
    content.get(column).filter(|it| !it.is_null())
}

impl RowApplication<'_, '_> {
    fn change<T: TableRow>(
        &mut self,
        key: &RecordKey,
        shown: &ShownRecord,
        row: &Record<T>,
        published: &BTreeMap<&'static str, PartContent>,
    ) -> Result<(), ApplyError> {
        let mut values = row_values(row);
        let empty = PartContent::new();
        let (mut changed, mut is_news) = (Vec::new(), false);
        for part in T::PARTS {
            let Some(content) = shown.parts.get(part.name) else {
                continue;
            };
            let here = published.get(part.name).unwrap_or(&empty);
            let is_first = !self.was.records.contains_key(key);
            if is_first && !here.is_empty() && part.at_once.gives_way(content, here) {
                // The row has a later state that was never published; the next run of `publish_rows` records it.
                continue;
            }
            let columns = self.columns_to_take(key, part, content, here);
            if columns.is_empty() {
                continue;
            }
            for column in columns {
                let (at, cell) = cell::<T>(self.tx, part, column, content)?;
                values[ENVELOPE.len() + at] = cell;
            }
            let before = self.was.part(key, part.name);
            is_news |= before.is_none_or(|before| !part.is_equal(before, content))
                || part.columns.iter().any(|column| self.is_emptied(key, part, column));
            changed.push(part.name);
        }
        let is_restored = self.restored.contains(key) && T::OWNED_BY.is_none();
        if !changed.is_empty() {
            let changed_at = DateTime::from_timestamp(shown.changed_at, 0);
            values[3] = changed_at.map_or(row.changed_at, |at| at.max(row.created_at)).to_cell();
            self.tx.update_values::<T>(values)?;
        } else if !is_restored {
            return Ok(());
        }
        let change = match (is_restored, is_news) {
            (true, _) => self.return_of(key),
            (false, true) => TakenChange::Changed(changed),
            (false, false) => TakenChange::PutBack,
        };
        let row = read_back::<T>(self.tx, row.id.number())?;
        self.items.push(TakenItem::new(change, &row));
        Ok(())
    }

    /// Returns the columns of a part that the row takes over, and remembers those in which it has a private value.
    fn columns_to_take(
        &mut self,
        key: &RecordKey,
        part: &SharePart,
        content: &PartContent,
        here: &PartContent,
    ) -> Vec<&'static str> {
        let mut columns = Vec::new();
        let mut kept_back = Vec::new();
        for column in part.columns {
            match self.compare(key, part, column, content, here) {
                ColumnNews::Same => {}
                ColumnNews::Taken => columns.push(*column),
                ColumnNews::KeptBack => kept_back.push(*column),
            }
        }
        if !kept_back.is_empty() {
            self.kept_back.push(KeptBackPart {
                record: key.clone(),
                part: part.name,
                columns: kept_back,
            });
        }
        columns
    }

    /// Why a record comes back: it was deleted here and only the other side may delete it, or it was edited by one side and
    /// deleted by the other.
    fn return_of(&self, key: &RecordKey) -> TakenChange {
        if self.was.records.contains_key(key) {
            TakenChange::PutBack
        } else {
            TakenChange::BroughtBack
        }
    }

    /// Compares one column. The row may contain more than was published.
    fn compare(
        &self,
        key: &RecordKey,
        part: &SharePart,
        column: &str,
        content: &PartContent,
        here: &PartContent,
    ) -> ColumnNews {
        let shown = known_value(content, column);
        let withheld = self.rows.withheld.get(key).and_then(|values| values.get(column));
        let Some(own) = withheld else {
            let is_counted_here = part.claimed == Some(column);
            return if is_counted_here || shown == here.get(column) {
                ColumnNews::Same
            } else {
                ColumnNews::Taken
            };
        };
        let own = Some(own).filter(|value| !value.is_null());
        let before = self.was.part(key, part.name);
        let before = before.and_then(|content| known_value(content, column));
        let is_decided = self.decided.is_some_and(|choice| {
            choice.record == *key && choice.part == part.name && choice.kept_back.contains(&column)
        });
        // An empty private value is nothing to preserve.
        let gives_way = own.is_none() && (shown != before || self.is_emptied(key, part, column));
        if shown == own {
            ColumnNews::Same
        } else if own == before || is_decided || gives_way {
            ColumnNews::Taken
        } else if shown.is_some() && shown != before {
            ColumnNews::KeptBack
        } else {
            ColumnNews::Same
        }
    }

    fn is_emptied(&self, key: &RecordKey, part: &SharePart, column: &str) -> bool {
        let mut emptied = self.emptied.iter();
        emptied.any(|choice| {
            choice.record == *key && choice.part == part.name && choice.kept_back.contains(&column)
        })
    }

    fn insert<T: TableRow>(
        &mut self,
        key: &RecordKey,
        shown: &ShownRecord,
    ) -> Result<(), ApplyError> {
        let Some(uid) = uid_of_record(&key.record) else {
            return Ok(());
        };
        let mut values = self.unsaved_values::<T>(uid, shown)?;
        for part in T::PARTS {
            let Some(content) = shown.parts.get(part.name) else {
                continue;
            };
            for column in part.columns {
                let (at, cell) = cell::<T>(self.tx, part, column, content)?;
                let is_owner = T::OWNED_BY.is_some_and(|(owner, _)| owner == *column);
                if is_owner && cell == Value::Null {
                    // Its owner is private here.
                    return Ok(());
                }
                values[ENVELOPE.len() + at] = cell;
            }
        }
        if T::TABLE == Agreement::TABLE {
            // A provisional version that is out of the way until `number_versions` runs.
            let at = ENVELOPE.len() + 1;
            values[at] = Value::Integer(UNCOUNTED + self.tx.last_number(T::TABLE)?);
        }
        let row = insert_row::<T>(self.tx, values)?;
        let was_here = self.was.records.contains_key(key);
        let change = match (was_here, shown.is_revived) {
            (true, _) => TakenChange::PutBack,
            (false, true) => TakenChange::BroughtBack,
            (false, false) => TakenChange::New,
        };
        self.items.push(TakenItem::new(change, &row));
        Ok(())
    }

    /// Returns the values of a new row: its envelope, its pair or person, and nothing in the other columns.
    fn unsaved_values<T: TableRow>(
        &self,
        uid: String,
        shown: &ShownRecord,
    ) -> Result<Vec<Value>, ApplyError> {
        let first = T::PARTS.first().and_then(|part| shown.parts.get(part.name));
        let created_at: DateTime<Utc> = first
            .and_then(|content| content.get(CREATED_AT)?.as_str()?.parse().ok())
            .ok_or_else(|| field_error::<T>(CREATED_AT, "it is no moment"))?;
        let changed_at = DateTime::from_timestamp(shown.changed_at, 0).unwrap_or(created_at);
        let mut values = vec![
            Value::Integer(self.tx.next_number(T::TABLE)?),
            Value::Text(uid),
            Value::Text(instant(created_at)),
            Value::Text(instant(changed_at.max(created_at))),
        ];
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            values.push(match (*column, column_type) {
                ("pair", _) => self.pair.id().to_cell(),
                ("person", _) if T::TABLE == Away::TABLE => {
                    let side: Side = first
                        .and_then(|content| content.get(OWNER)?.as_str()?.parse().ok())
                        .ok_or_else(|| field_error::<T>(OWNER, "it is no side"))?;
                    self.pair.person(side).id.to_cell()
                }
                (_, ColumnType::Yes) => Value::Integer(0),
                (_, ColumnType::List) => Value::Text(String::new()),
                _ => Value::Null,
            });
        }
        Ok(values)
    }
}
