//! Reads the rows of a pair as parts, limited to what the other side may see.
//!
//! They come from the same filtered copy as all other output for the partner (`store/disclosure/`), so one set of rules
//! decides.

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::domain::away::Away;
use crate::domain::field_value::FieldValue;
use crate::domain::goal::DateMove;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::person::{Person, Side};
use crate::domain::record::{Id, Record};
use crate::share::parts::{ABOUT, CREATED_AT, OWNER, PartContent, RecordKey};
use crate::share::publish::{PublishableRecord, PublishableRecords, WithheldValues, hash_content};
use crate::store::StoreError;
use crate::store::column::{ColumnType, instant};
use crate::store::disclosure::{self, Withheld, WithheldColumns};
use crate::store::read_tx::ReadTx;
use crate::store::share::part_fields::{TITLE_COLUMNS, title_value};
use crate::store::share::parts::shared_tables;
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};

/// The record name of the pair, of which a circle has one.
pub const PAIR_RECORD: &str = "pair";

/// Shortens a uid for keys (base64url).
pub fn record_of_uid(uid: &str) -> Option<String> {
    let uid = Uuid::parse_str(uid).ok()?;
    Some(URL_SAFE_NO_PAD.encode(uid.as_bytes()))
}

/// Reverses `record_of_uid`.
pub fn uid_of_record(record: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(record).ok()?;
    Some(Uuid::from_slice(&bytes).ok()?.to_string())
}

/// Returns what may be published of a pair. Records created before `since` are left out unless `is_known`.
pub fn publishable(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    since: Option<DateTime<Utc>>,
    is_known: &dyn Fn(&RecordKey) -> bool,
) -> Result<PublishableRecords, StoreError> {
    disclosure::read_with_withheld(tx, pair, |published, pair, withheld| {
        let mut reading = PartReader {
            tx: published,
            pair: &pair,
            since,
            is_known,
            records: HashMap::new(),
            found: PublishableRecords::default(),
        };
        visit_tables(&mut reading)?;
        let mut reading = WithheldReader { tx, pair: &pair, withheld, found: reading.found };
        visit_tables(&mut reading)?;
        Ok(reading.found)
    })
}

/// Reads the withheld values, which must not be overwritten.
struct WithheldReader<'t, 'c> {
    tx: &'t ReadTx<'c>,
    pair: &'t PairContext,
    withheld: &'t WithheldColumns,
    found: PublishableRecords,
}

impl TableVisitor for WithheldReader<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let of_table = self.withheld.range((T::TABLE, 0)..=(T::TABLE, i64::MAX));
        for ((_, number), withheld) in of_table {
            let Some(record) = self.tx.find::<T>(Id::new(*number))? else {
                continue;
            };
            let name = record_name(&record, self.pair).ok_or(StoreError::Damaged)?;
            let parts = T::PARTS.iter().flat_map(|part| part.columns.iter().copied());
            let columns: Vec<&str> = match withheld {
                Withheld::Record => parts.collect(),
                Withheld::Columns(columns) => parts.filter(|it| columns.contains(it)).collect(),
            };
            let content = self.content(&record, &columns)?;
            let key = RecordKey::new(T::TABLE, &name);
            self.found.withheld.insert(key, content);
        }
        Ok(())
    }
}

impl WithheldReader<'_, '_> {
    fn content<T: TableRow>(
        &self,
        record: &Record<T>,
        columns: &[&'static str],
    ) -> Result<WithheldValues, StoreError> {
        let values = record.data.write();
        let all = T::COLUMNS.iter().zip(T::column_types()).zip(&values);
        let mut content = WithheldValues::new();
        for ((column, shape), value) in all.filter(|((column, _), _)| columns.contains(column)) {
            let cell = match link_of(T::COLUMNS, &values, column, shape, value) {
                Some((table, number)) => self.link(table, number)?,
                None => cell(shape, value),
            };
            content.insert(column, cell);
        }
        Ok(content)
    }

    fn link(&self, table: &str, number: i64) -> Result<Json, StoreError> {
        let sql = format!("SELECT coalesce(max(uid), '') FROM \"{table}\" WHERE id = ?1");
        let connection = self.tx.connection;
        let uid: String = connection.query_row(&sql, [number], |row| row.get(0))?;
        Ok(record_of_uid(&uid).map_or(Json::Null, Json::from))
    }
}

struct PartReader<'t, 'c> {
    tx: &'t ReadTx<'c>,
    pair: &'t PairContext,
    since: Option<DateTime<Utc>>,
    is_known: &'t dyn Fn(&RecordKey) -> bool,
    /// The record name of each row in the copy.
    records: HashMap<(&'static str, i64), String>,
    found: PublishableRecords,
}

impl TableVisitor for PartReader<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        if T::PARTS.is_empty() {
            return Ok(());
        }
        for record in self.tx.whole_table::<T>()? {
            let name = record_name(&record, self.pair).ok_or(StoreError::Damaged)?;
            let number = record.id.number();
            self.records.insert((T::TABLE, number), name.clone());
            let key = RecordKey::new(T::TABLE, &name);
            let is_old = self.since.is_some_and(|since| record.created_at < since);
            if is_old && !T::IS_FIXED && !(self.is_known)(&key) {
                self.records.remove(&(T::TABLE, number));
                continue;
            }
            if let Some(published) = self.parts(&record) {
                self.found.records.insert(key, published);
            }
        }
        Ok(())
    }
}

/// Returns the name of a record in keys: a role, `PAIR_RECORD` or a shortened uid.
pub fn record_name<T: TableRow>(record: &Record<T>, pair: &PairContext) -> Option<String> {
    match T::TABLE {
        Pair::TABLE => Some(PAIR_RECORD.to_owned()),
        Person::TABLE => {
            let side =
                Side::ALL.iter().find(|side| pair.person(**side).id.number() == record.id.number());
            side.map(|side| side.word().to_owned())
        }
        _ => record_of_uid(&record.uid),
    }
}

impl PartReader<'_, '_> {
    /// Returns the parts of a record. `None`: its owner is not published.
    fn parts<T: TableRow>(&self, record: &Record<T>) -> Option<PublishableRecord> {
        let values = record.data.write();
        let mut cells: HashMap<&str, Json> = HashMap::new();
        let shapes = T::column_types();
        for ((column, shape), value) in T::COLUMNS.iter().zip(shapes).zip(&values) {
            let cell = match link_of(T::COLUMNS, &values, column, shape, value) {
                Some(linked) => self.link(linked),
                None => cell(shape, value),
            };
            cells.insert(column, cell);
        }
        if let Some((column, _)) = T::OWNED_BY
            && cells.get(column).is_none_or(Json::is_null)
        {
            return None;
        }
        let owner = self.owner::<T>(record, &values);
        let mut published = PublishableRecord::default();
        for (at, part) in T::PARTS.iter().enumerate() {
            let mut content = PartContent::new();
            for column in part.columns {
                if let Some(cell) = cells.get(column)
                    && !cell.is_null()
                {
                    content.insert((*column).to_owned(), cell.clone());
                }
            }
            if at == 0 && !T::IS_FIXED {
                content.insert(CREATED_AT.to_owned(), instant(record.created_at).into());
            }
            if at == 0
                && let Some(owner) = owner
            {
                content.insert(OWNER.to_owned(), owner.word().into());
            }
            published.parts.insert(part.name, content);
        }
        for part in T::PARTS {
            let about = T::PARTS.iter().find(|one| part.about == Some(one.name));
            let hash = about.map(|about| hash_content(about, &published.parts[about.name]));
            if let (Some(hash), Some(content)) = (hash, published.parts.get_mut(part.name))
                && !content.is_empty()
            {
                content.insert(ABOUT.to_owned(), hash.into());
            }
        }
        Some(published)
    }

    /// Returns the side that a person or their time away belongs to.
    fn owner<T: TableRow>(&self, record: &Record<T>, values: &[Value]) -> Option<Side> {
        let person = match T::TABLE {
            Person::TABLE => record.id.number(),
            Away::TABLE => match values.first() {
                Some(Value::Integer(person)) => *person,
                _ => return None,
            },
            _ => return None,
        };
        let mut sides = Side::ALL.iter().copied();
        sides.find(|side| self.pair.person(*side).id.number() == person)
    }

    fn link(&self, linked: (&'static str, i64)) -> Json {
        let record = self.records.get(&linked);
        record.map_or(Json::Null, |record| record.as_str().into())
    }
}

/// Returns table and number of the record that a column links to.
pub(super) fn link_of(
    columns: &[&str],
    values: &[Value],
    column: &str,
    shape: ColumnType,
    value: &Value,
) -> Option<(&'static str, i64)> {
    match (shape, value) {
        (_, Value::Integer(number)) if columns == DateMove::COLUMNS && column == "number" => {
            Some((moved_table(columns, values)?, *number))
        }
        (ColumnType::Link { to, .. }, Value::Integer(number)) => Some((to, *number)),
        _ => None,
    }
}

/// Converts a value that is not a link.
pub(super) fn cell(shape: ColumnType, value: &Value) -> Json {
    match (shape, value) {
        (ColumnType::Yes, Value::Integer(yes)) => Json::from(*yes != 0),
        (_, Value::Integer(number)) => Json::from(*number),
        (ColumnType::List | ColumnType::Timeline, Value::Text(text)) => {
            if text.is_empty() {
                Json::Null
            } else {
                text.lines().collect()
            }
        }
        (_, Value::Text(text)) => Json::from(text.as_str()),
        _ => Json::Null,
    }
}

/// Returns the table of a moved record.
fn moved_table(columns: &[&str], values: &[Value]) -> Option<&'static str> {
    let at = columns.iter().position(|column| *column == "what")?;
    match values.get(at)? {
        Value::Text(what) => moved_table_of(what),
        _ => None,
    }
}

pub(in crate::store) fn moved_table_of(what: &str) -> Option<&'static str> {
    ["goal", "followup", "checkin"].into_iter().find(|table| *table == what)
}

/// Lists the records of the pair that would be published, with their titles, table by table.
pub fn list_publishable(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<Vec<(&'static str, FieldValue)>, StoreError> {
    let published = publishable(tx, pair, None, &|_| false)?;
    let mut listed = Vec::new();
    for table in shared_tables().iter().filter(|table| !table.is_fixed) {
        let records = published.records.iter();
        for (_, record) in records.filter(|(key, _)| key.table == table.table) {
            let title_in = |column: &str| {
                let mut content = record.parts.values();
                let text = content.find_map(|content| content.get(column)?.as_str())?;
                Some(title_value(column, &FieldValue::Text(text.to_owned())))
            };
            let title = TITLE_COLUMNS.iter().find_map(|column| title_in(column));
            listed.push((table.table, title.unwrap_or(FieldValue::Nothing)));
        }
    }
    Ok(listed)
}

/// Returns the local number of a record; 0 if it has no row.
pub fn number_of(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    record: &RecordKey,
) -> Result<i64, StoreError> {
    let is_known = shared_tables().iter().any(|table| table.table == record.table);
    match (record.table.as_str(), uid_of_record(&record.record)) {
        ("pair", _) => Ok(pair.id().number()),
        (table, Some(uid)) if is_known => {
            let sql = format!("SELECT coalesce(max(id), 0) FROM \"{table}\" WHERE uid = ?1");
            tx.number(&sql, [uid])
        }
        _ => Ok(0),
    }
}
