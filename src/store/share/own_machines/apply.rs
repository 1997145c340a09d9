//! Updates the rows to what the documents of one's own machines show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::agreement::Agreement;
use crate::domain::field_value::{FieldList, FieldValue};
use crate::domain::pair::{Pair, Slug};
use crate::domain::record::{Id, MAX_ID, Record};
use crate::share::ChangeId;
use crate::share::parts::{CREATED_AT, PartContent, RecordKey, SharePart, TableParts};
use crate::share::publish::PublishableRecords;
use crate::share::show::{ShareWrite, ShownRecord, ShownRecords};
use crate::store::column::{ColumnType, ColumnValue, instant};
use crate::store::share::agreement_versions::{UNCOUNTED, number_versions};
use crate::store::share::column_values::{cell, field_error};
use crate::store::share::deletion::OwnWords;
use crate::store::share::error::ApplyError;
use crate::store::share::own_machines::OwnTakeReport;
use crate::store::share::own_machines::rows::NUMBER;
use crate::store::share::own_machines::tables::own_tables;
use crate::store::share::received_rows::{find_row, insert_row, read_back};
use crate::store::share::rows::uid_of_record;
use crate::store::share::taken_item::{TakenChange, TakenItem};
use crate::store::share::{circles, request};
use crate::store::table_row::{ENVELOPE, TableRow, TableVisitor, row_values, visit_tables};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, pairs};

/// How many numbers at most are skipped for that of another machine.
const MAX_GAP: i64 = 10_000;

/// Makes the rows show `after`.
pub(super) fn apply(
    tx: &WriteTx<'_>,
    rows: &PublishableRecords,
    was: &ShownRecords,
    after: &ShownRecords,
) -> Result<OwnTakeReport, ApplyError> {
    let mut deletion = OwnRowDeletion { tx, rows, was, after, items: Vec::new() };
    visit_tables(&mut deletion)?;
    let mut application = OwnRowApplication { tx, rows, after, items: Vec::new() };
    visit_tables(&mut application)?;
    for pair in pairs::pairs(tx)? {
        number_versions(tx, &pair, after)?;
    }
    let mut hidden = HiddenVersions { tx, was, after, found: Vec::new() };
    visit_tables(&mut hidden)?;
    let mut report = OwnTakeReport { items: application.items, hidden: hidden.found };
    // People refer to an agreement by its version, commands by its number.
    for item in report.items.iter_mut().filter(|item| item.table == Agreement::TABLE) {
        let version = "SELECT coalesce(max(version), 0) FROM agreement WHERE id = ?1";
        item.title = FieldValue::Number(tx.number(version, [item.number])?);
    }
    report.items.extend(deletion.items);
    Ok(report)
}

struct OwnRowDeletion<'t, 'c> {
    tx: &'t WriteTx<'c>,
    rows: &'t PublishableRecords,
    was: &'t ShownRecords,
    after: &'t ShownRecords,
    items: Vec<TakenItem>,
}

impl TableVisitor for OwnRowDeletion<'_, '_> {
    type Error = ApplyError;

    fn table<T: TableRow>(&mut self) -> Result<(), ApplyError> {
        let begun = self.items.len();
        for key in self.rows.records.keys().filter(|key| key.table == T::TABLE) {
            // After undoing the take of a purge, the row exists although the documents have no content for it.
            let was_known = self.was.records.contains_key(key) || self.after.purged.contains(key);
            if !was_known || self.after.records.contains_key(key) {
                continue;
            }
            if let Some(record) = find_row::<T>(self.tx, &key.record)? {
                self.items.push(taken_item(TakenChange::Deleted, &record));
                ask_partner(self.tx, &record)?;
                self.tx.delete_row(record.id)?;
            }
        }
        self.items[begun..].sort_by_key(|item| item.number);
        Ok(())
    }
}

/// Asks the other side of a shared pair to delete a record that it added, as a deletion on this machine does.
fn ask_partner<T: TableRow>(tx: &WriteTx<'_>, record: &Record<T>) -> Result<(), StoreError> {
    let at = T::COLUMNS.iter().position(|column| *column == "pair");
    let Some(Value::Integer(number)) = at.and_then(|at| record.data.write().into_iter().nth(at))
    else {
        return Ok(());
    };
    let Some(pair) = tx.find::<Pair>(Id::new(number))? else {
        return Ok(());
    };
    let circle = circles::find_for_pair(tx, &pair.uid)?;
    if let Some(circle) = circle.filter(|circle| circle.partner.is_some()) {
        request::settle_by_deletion(tx, &circle, T::TABLE, record.id.number())?;
        if request::is_theirs_to_delete(tx, &circle, T::TABLE, &record.uid)? {
            request::ask(tx, &circle, T::TABLE, &record.uid)?;
        }
    }
    Ok(())
}

fn taken_item<T: TableRow>(change: TakenChange, row: &Record<T>) -> TakenItem {
    let values = row.data.write();
    let slug = T::COLUMNS.iter().position(|column| T::TABLE == Pair::TABLE && *column == "slug");
    let mut item = TakenItem::new(change, row);
    if let Some(Value::Text(slug)) = slug.and_then(|at| values.get(at)) {
        item.title = FieldValue::Text(slug.clone());
    }
    item
}

struct OwnRowApplication<'t, 'c> {
    tx: &'t WriteTx<'c>,
    rows: &'t PublishableRecords,
    after: &'t ShownRecords,
    items: Vec<TakenItem>,
}

impl TableVisitor for OwnRowApplication<'_, '_> {
    type Error = ApplyError;

    fn table<T: TableRow>(&mut self) -> Result<(), ApplyError> {
        let Some(table) = own_tables().iter().find(|table| table.table == T::TABLE) else {
            return Ok(());
        };
        let of_table = self.after.records.iter();
        let mut of_table: Vec<_> = of_table.filter(|(key, _)| key.table == T::TABLE).collect();
        // Numbers that were not assigned yet are the same on all machines; a lower one can't be assigned after a higher one.
        of_table.sort_by_key(|(_, shown)| (number(table, shown), created_at(table, shown)));
        for (key, shown) in of_table {
            match (find_row::<T>(self.tx, &key.record)?, self.rows.records.get(key)) {
                (Some(row), Some(local)) => self.change(table, shown, &row, &local.parts)?,
                (Some(row), None) => self.change(table, shown, &row, &BTreeMap::new())?,
                (None, _) => self.insert::<T>(table, key, shown)?,
            }
        }
        Ok(())
    }
}

fn column_index<T: TableRow>(column: &str) -> Result<usize, ApplyError> {
    let at = T::COLUMNS.iter().position(|one| *one == column);
    at.ok_or_else(|| field_error::<T>(column, "there is no such column"))
}

/// Returns the number in the first part.
fn number(table: &TableParts, shown: &ShownRecord) -> Option<i64> {
    shown.parts.get(table.first()?.name)?.get(NUMBER)?.as_i64()
}

/// Returns the time of creation in the first part.
fn created_at<'s>(table: &TableParts, shown: &'s ShownRecord) -> Option<&'s str> {
    shown.parts.get(table.first()?.name)?.get(CREATED_AT)?.as_str()
}

impl OwnRowApplication<'_, '_> {
    fn change<T: TableRow>(
        &mut self,
        table: &TableParts,
        shown: &ShownRecord,
        row: &Record<T>,
        local: &BTreeMap<&'static str, PartContent>,
    ) -> Result<(), ApplyError> {
        let mut values = row_values(row);
        let empty = PartContent::new();
        let mut changed = Vec::new();
        for part in table.parts {
            let Some(content) = shown.parts.get(part.name) else {
                continue;
            };
            let here = local.get(part.name).unwrap_or(&empty);
            if part.leaves_no_choice(content, here) {
                continue;
            }
            for column in part.columns.iter().filter(|column| part.claimed != Some(**column)) {
                values[ENVELOPE.len() + column_index::<T>(column)?] =
                    self.cell::<T>(part, column, content, Some(row.id.number()))?;
            }
            changed.push(part.name);
        }
        if changed.is_empty() {
            return Ok(());
        }
        let written = DateTime::from_timestamp(shown.changed_at, 0);
        values[3] = written.map_or(row.changed_at, |at| at.max(row.created_at)).to_cell();
        self.tx.update_values::<T>(values)?;
        let row = read_back::<T>(self.tx, row.id.number())?;
        self.items.push(taken_item(TakenChange::Changed(changed), &row));
        Ok(())
    }

    /// Converts the content of a column. A short name that another pair has here gets a number.
    fn cell<T: TableRow>(
        &self,
        part: &SharePart,
        column: &str,
        content: &PartContent,
        number: Option<i64>,
    ) -> Result<Value, ApplyError> {
        let (_, cell) = cell::<T>(self.tx, part, column, content)?;
        match cell {
            Value::Text(slug) if T::TABLE == Pair::TABLE && column == "slug" => {
                Ok(Value::Text(self.free_slug(&slug, number.unwrap_or(0))?))
            }
            cell => Ok(cell),
        }
    }

    fn free_slug(&self, slug: &str, number: i64) -> Result<String, ApplyError> {
        let mut free = slug.to_owned();
        let mut next = 2;
        let is_taken = "SELECT count(*) FROM pair WHERE slug = ?1 AND id <> ?2";
        while self.tx.number(is_taken, (free.as_str(), number))? > 0 {
            let stem: String = slug.chars().take(25).collect();
            free = format!("{stem}-{next}");
            next += 1;
        }
        let checked = Slug::parse(&free);
        checked.map_err(|_| field_error::<Pair>("slug", "it is no short name"))?;
        Ok(free)
    }

    /// Returns the number that the record has on the other machine, if it was not assigned here yet; otherwise the next one.
    fn free_number<T: TableRow>(&self, wanted: Option<i64>) -> Result<i64, StoreError> {
        let next = self.tx.next_number(T::TABLE)?;
        let is_free = |number: &i64| (next..next + MAX_GAP).contains(number);
        Ok(wanted.filter(is_free).filter(|number| *number <= MAX_ID).unwrap_or(next))
    }

    fn insert<T: TableRow>(
        &mut self,
        table: &TableParts,
        key: &RecordKey,
        shown: &ShownRecord,
    ) -> Result<(), ApplyError> {
        let Some(uid) = uid_of_record(&key.record) else {
            return Ok(());
        };
        let created: Option<DateTime<Utc>> =
            created_at(table, shown).and_then(|text| text.parse().ok());
        let created = created.ok_or_else(|| field_error::<T>(CREATED_AT, "it is no moment"))?;
        let written = DateTime::from_timestamp(shown.changed_at, 0).unwrap_or(created);
        let mut values = vec![
            Value::Integer(self.free_number::<T>(number(table, shown))?),
            Value::Text(uid),
            Value::Text(instant(created)),
            Value::Text(instant(written.max(created))),
        ];
        let empty = PartContent::new();
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            let part = table.parts.iter().find(|part| part.columns.contains(column));
            let part = part.ok_or_else(|| field_error::<T>(column, "it is in no part"))?;
            let content = shown.parts.get(part.name).unwrap_or(&empty);
            let cell = match (self.cell::<T>(part, column, content, None)?, column_type) {
                // Its owner is gone.
                (Value::Null, ColumnType::Link { owned: true, .. }) => return Ok(()),
                (Value::Null, ColumnType::Yes) => Value::Integer(0),
                (cell, _) => cell,
            };
            values.push(cell);
        }
        if T::TABLE == Agreement::TABLE {
            // A provisional version that is out of the way until `number_versions` runs.
            let at = ENVELOPE.len() + column_index::<T>("version")?;
            values[at] = Value::Integer(UNCOUNTED + self.tx.last_number(T::TABLE)?);
        }
        let row = insert_row::<T>(self.tx, values)?;
        let change = if shown.is_revived { TakenChange::BroughtBack } else { TakenChange::New };
        self.items.push(taken_item(change, &row));
        Ok(())
    }
}

/// Collects the versions that a take brings and the rows don't show. Whoever sees two versions first saves the hidden one:
/// an edit on any machine that has both replaces both.
struct HiddenVersions<'t, 'c> {
    tx: &'t WriteTx<'c>,
    was: &'t ShownRecords,
    after: &'t ShownRecords,
    found: Vec<(&'static str, OwnWords)>,
}

impl TableVisitor for HiddenVersions<'_, '_> {
    type Error = ApplyError;

    fn table<T: TableRow>(&mut self) -> Result<(), ApplyError> {
        for choice in self.after.open.iter().filter(|one| one.record.table == T::TABLE) {
            let was_open = self.was.open.iter();
            let was_open =
                was_open.filter(|one| one.record == choice.record && one.part == choice.part);
            let known: Vec<ChangeId> = was_open
                .flat_map(|one| one.writes.iter().skip(1))
                .map(|write| write.change)
                .collect();
            let Some(shown) = choice.writes.first().and_then(ShareWrite::fields) else {
                continue;
            };
            let number =
                find_row::<T>(self.tx, &choice.record.record)?.map_or(0, |row| row.id.number());
            let hidden = choice.writes.iter().skip(1);
            for write in hidden.filter(|write| !known.contains(&write.change)) {
                if let Some(content) = write.fields() {
                    let fields = differing_fields::<T>(content, shown);
                    let words = OwnWords { table: T::TABLE, number, fields };
                    self.found.push((choice.part, words));
                }
            }
        }
        Ok(())
    }
}

/// Returns the values in which one version differs from another, except links.
fn differing_fields<T: TableRow>(content: &PartContent, shown: &PartContent) -> FieldList {
    let mut fields = FieldList::new();
    for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
        let is_link = matches!(column_type, ColumnType::Link { .. } | ColumnType::Timeline);
        if is_link || content.get(*column) == shown.get(*column) {
            continue;
        }
        let value = match content.get(*column) {
            Some(Json::String(text)) => FieldValue::Text(text.clone()),
            Some(Json::Number(number)) => FieldValue::Number(number.as_i64().unwrap_or_default()),
            Some(Json::Array(lines)) => {
                let lines = lines.iter().filter_map(Json::as_str);
                FieldValue::List(lines.map(str::to_owned).collect())
            }
            _ => continue,
        };
        fields.push((column, value));
    }
    fields
}
