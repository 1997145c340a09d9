//! Deletes the rows of records that the documents no longer show, and collects this side's text from them.

use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::field_value::{FieldList, FieldValue};
use crate::domain::goal::DateMove;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::{Id, Record};
use crate::share::ShareDocument;
use crate::share::own_words::own_words;
use crate::share::parts::{OF, PartContent, RecordKey, SharePart};
use crate::share::publish::PublishableRecords;
use crate::share::show::ShownRecords;
use crate::store::column::ColumnType;
use crate::store::read_tx::ReadTx;
use crate::store::share::authority;
use crate::store::share::error::ApplyError;
use crate::store::share::kept_back::TheirWriting;
use crate::store::share::part_fields::part_fields;
use crate::store::share::rows::{record_of_uid, uid_of_record};
use crate::store::share::taken_item::{TakenChange, TakenItem};
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::write_tx::WriteTx;
use crate::store::{StoreError, json};

/// This side's text in a deleted row: texts, lists and numbers, with the days and values that belong to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWords {
    pub table: &'static str,
    pub number: i64,
    pub fields: FieldList,
}

/// Fails if only the other side of a shared pair may delete this record.
pub fn ensure_may_delete<T: TableRow>(tx: &ReadTx<'_>, id: Id<T>) -> Result<(), StoreError> {
    authority::ensure_may_delete(tx, &authority::shared_pairs(tx)?, id)
}

pub(super) struct RowDeletion<'t, 'c> {
    pub tx: &'t WriteTx<'c>,
    pub pair: &'t PairContext,
    pub rows: &'t PublishableRecords,
    /// What the rows have shown so far.
    pub was: &'t ShownRecords,
    pub after: &'t ShownRecords,
    pub writing: &'t TheirWriting<'t>,
    pub items: Vec<TakenItem>,
    pub own_words: Vec<OwnWords>,
}

impl TableVisitor for RowDeletion<'_, '_> {
    type Error = ApplyError;

    fn table<T: TableRow>(&mut self) -> Result<(), ApplyError> {
        if T::PARTS.is_empty() || T::IS_FIXED {
            return Ok(());
        }
        let begun = self.items.len();
        let of_table = self.rows.records.keys().filter(|key| key.table == T::TABLE);
        for key in of_table {
            // After undoing the take of a purge, the row exists although the documents have no content for it.
            let was_known = self.was.records.contains_key(key) || self.after.purged.contains(key);
            if !was_known || self.after.records.contains_key(key) {
                continue;
            }
            let Some(uid) = uid_of_record(&key.record) else {
                continue;
            };
            let Some(record) = self.tx.first::<T>("WHERE uid = ?1", [uid])? else {
                continue;
            };
            // A purge and a withdrawal remove the row in any case: the other side's text must not stay here.
            let is_for_good = self.after.purged.contains(key) || self.after.withdrawn.contains(key);
            let (has_unpublished, of_dependents) = self.dependents_of(&record)?;
            let is_kept = !is_for_good && (has_unpublished || self.has_unseen_value(key, &record));
            let change = if is_kept { TakenChange::Kept } else { TakenChange::Deleted };
            self.items.push(TakenItem::new(change, &record));
            if !is_kept {
                let own_words = self.own_words_in(&record)?;
                self.own_words.extend(own_words);
                self.own_words.extend(of_dependents);
                self.tx.delete_row(record.id)?;
            }
        }
        self.items[begun..].sort_by_key(|item| item.number);
        Ok(())
    }
}

impl RowDeletion<'_, '_> {
    /// Whether the record owns one that was never published, and this side's text in all that it owns.
    fn dependents_of<T: TableRow>(
        &self,
        record: &Record<T>,
    ) -> Result<(bool, Vec<OwnWords>), StoreError> {
        let mut dependents = Dependents {
            deletion: self,
            owner: (T::TABLE, record.id.number()),
            has_unpublished: false,
            own_words: Vec::new(),
        };
        visit_tables(&mut dependents)?;
        Ok((dependents.has_unpublished, dependents.own_words))
    }

    /// Whether the record contains anything that was never published, which no deletion can have seen.
    fn has_unseen_value<T: TableRow>(&self, key: &RecordKey, record: &Record<T>) -> bool {
        let withheld = self.rows.withheld.get(key).into_iter().flatten();
        let shown = self.was.records.get(key);
        let is_shown = |column: &str, content: &Json| {
            let mut parts = shown.iter().flat_map(|shown| shown.parts.values());
            parts.any(|part| part.get(column) == Some(content))
        };
        let mut own = withheld.filter(|(_, content)| !content.is_null());
        own.any(|(column, content)| !is_shown(column, content)) || has_local_text::<T>(record)
    }

    /// Collects this side's text in a record. `None`: there is nothing to retype.
    fn own_words_in<T: TableRow>(
        &self,
        record: &Record<T>,
    ) -> Result<Option<OwnWords>, StoreError> {
        let name = record_of_uid(&record.uid).unwrap_or_default();
        let key = RecordKey::new(T::TABLE, &name);
        let mut fields = json::field_values(&record.data);
        if self.after.purged.contains(&key) && !self.was.records.contains_key(&key) {
            // Authorship is gone with the content of the purged parts; this side's text was saved when the row was first
            // deleted.
            let me = self.writing.circle.side();
            let is_own = |name: &str| self.is_written_by::<T>(record, name, me);
            fields.retain(|(name, _)| T::LOCAL_TEXTS.contains(name) || is_own(name));
        } else if let Some(shown) = self.was.records.get(&key) {
            fields.retain(|(name, _)| T::LOCAL_TEXTS.contains(name));
            let first = T::PARTS.first().and_then(|part| shown.parts.get(part.name));
            let first = first.cloned().unwrap_or_default();
            for part in T::PARTS {
                fields.extend(self.own_part::<T>(&key, part, &first)?);
            }
        }
        fields.retain(|(_, value)| is_worth_naming(value));
        let has_words = fields.iter().any(|(_, value)| is_typed(value));
        Ok(has_words.then(|| OwnWords { table: T::TABLE, number: record.id.number(), fields }))
    }

    /// Whether only `side` may write a column.
    fn is_written_by<T: TableRow>(&self, record: &Record<T>, column: &str, side: Side) -> bool {
        let name = record_of_uid(&record.uid).unwrap_or_default();
        let published = self.rows.records.get(&RecordKey::new(T::TABLE, &name));
        let first = T::PARTS.first().and_then(|part| published?.parts.get(part.name));
        let mut parts = T::PARTS.iter();
        let part = parts.find(|part| part.columns.contains(&column));
        part.zip(first).is_some_and(|(part, first)| {
            part.writer.document(first) == Some(ShareDocument::for_side(side))
        })
    }

    /// Returns this side's text in a part, by column.
    fn own_part<T: TableRow>(
        &self,
        key: &RecordKey,
        part: &'static SharePart,
        first: &PartContent,
    ) -> Result<FieldList, StoreError> {
        let me = self.writing.circle.side();
        let contents = self.writing.written_content(key, part, first);
        let withheld = self.rows.withheld.get(key);
        let mut own = PartContent::new();
        for column in part.columns.iter().filter(|column| part.claimed != Some(**column)) {
            let mut versions: Vec<(Side, &Json)> = Vec::new();
            for version in &contents {
                let of = version.content.get(OF).and_then(Json::as_str);
                let by = of.and_then(|side| side.parse().ok()).unwrap_or(version.by);
                versions.push((by, version.content.get(*column).unwrap_or(&Json::Null)));
            }
            // A withheld value was never published, so it is this side's own.
            versions
                .extend(withheld.and_then(|values| values.get(column)).map(|value| (me, value)));
            if let Some(content) = own_words(&versions, me) {
                own.insert((*column).to_owned(), content);
            }
        }
        let own = Json::Object(own);
        let mut fields = part_fields(self.tx, self.pair, T::TABLE, part.name, &own)?;
        // A state or a day means nothing without the text beside it.
        if !fields.iter().any(|(_, value)| is_typed(value)) {
            fields.clear();
        }
        Ok(fields)
    }
}

/// Whether a value would have to be typed again.
fn is_typed(value: &FieldValue) -> bool {
    matches!(value, FieldValue::Text(_) | FieldValue::List(_) | FieldValue::Number(_))
}

/// Whether a value is meaningful without its record; links and instants are not.
fn is_worth_naming(value: &FieldValue) -> bool {
    match value {
        FieldValue::Text(text) => !text.trim().is_empty(),
        FieldValue::List(lines) => !lines.is_empty(),
        FieldValue::Number(_) | FieldValue::Word(_) | FieldValue::Day(_) => true,
        FieldValue::Nothing
        | FieldValue::Side(_)
        | FieldValue::Moment(_)
        | FieldValue::Yes(_)
        | FieldValue::Record(..) => false,
    }
}

/// Whether a column that is never published contains text.
fn has_local_text<T: TableRow>(record: &Record<T>) -> bool {
    let values = record.data.write();
    let mut columns = T::COLUMNS.iter().zip(&values);
    columns.any(|(column, value)| T::LOCAL_TEXTS.contains(column) && *value != Value::Null)
}

/// Visits the records that another one owns.
struct Dependents<'d, 't, 'c> {
    deletion: &'d RowDeletion<'t, 'c>,
    owner: (&'static str, i64),
    /// Whether one of them was never published.
    has_unpublished: bool,
    own_words: Vec<OwnWords>,
}

impl TableVisitor for Dependents<'_, '_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let tx = self.deletion.tx;
        let (table, number) = self.owner;
        let mut dependents = Vec::new();
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            if matches!(column_type, ColumnType::Link { to, owned: true } if to == table) {
                let clause = format!("WHERE \"{column}\" = ?1");
                dependents.extend(tx.all::<T>(&clause, [number])?);
            }
        }
        if T::TABLE == DateMove::TABLE {
            let clause = "WHERE what = ?1 AND number = ?2";
            dependents.extend(tx.all::<T>(clause, (table, number))?);
        }
        for record in &dependents {
            let name = record_of_uid(&record.uid).unwrap_or_default();
            let key = RecordKey::new(T::TABLE, &name);
            self.has_unpublished |= !self.deletion.was.records.contains_key(&key);
            self.own_words.extend(self.deletion.own_words_in(record)?);
        }
        Ok(())
    }
}
