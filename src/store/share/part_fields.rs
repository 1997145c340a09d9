//! Converts content to field values, with days, instants and links in readable form.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::field_value::{FieldList, FieldValue};
use crate::domain::pair::PairContext;
use crate::share::parts::RecordKey;
use crate::store::column::ColumnType;
use crate::store::read_tx::ReadTx;
use crate::store::share::rows;
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::{StoreError, json};

/// The columns that can serve as a title, in order of preference.
pub(super) const TITLE_COLUMNS: [&str; 9] =
    ["title", "name", "situation", "words", "text", "to", "on", "planned_at", "held_at"];

/// Title columns with user text, which is never parsed as a day.
const WORD_COLUMNS: [&str; 5] = ["title", "name", "situation", "words", "text"];

/// Parses days and instants in a title; user text stays as it is.
pub(super) fn title_value(column: &str, value: &FieldValue) -> FieldValue {
    let FieldValue::Text(text) = value else {
        return value.clone();
    };
    if WORD_COLUMNS.contains(&column) {
        return value.clone();
    }
    let day = text.parse::<NaiveDate>().map(FieldValue::Day);
    let moment = || text.parse::<DateTime<Utc>>().map(FieldValue::Moment);
    day.or_else(|_| moment()).unwrap_or_else(|_| value.clone())
}

/// Returns the field values in the content of a part, in column order.
pub fn part_fields(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    table: &str,
    part: &str,
    content: &Json,
) -> Result<FieldList, StoreError> {
    let mut reading = FieldReader { tx, pair, table, part, content, found: FieldList::new() };
    visit_tables(&mut reading)?;
    Ok(reading.found)
}

struct FieldReader<'t, 'c> {
    tx: &'t ReadTx<'c>,
    pair: &'t PairContext,
    table: &'t str,
    part: &'t str,
    content: &'t Json,
    found: FieldList,
}

impl TableVisitor for FieldReader<'_, '_> {
    type Error = StoreError;

    fn table<T: TableRow>(&mut self) -> Result<(), StoreError> {
        let mut parts = T::PARTS.iter();
        let part = parts.find(|part| T::TABLE == self.table && part.name == self.part);
        let Some(part) = part else {
            return Ok(());
        };
        for (column, column_type) in T::COLUMNS.iter().zip(T::column_types()) {
            let is_published =
                part.columns.contains(column) && !matches!(column_type, ColumnType::Timeline);
            if let Some(content) = self.content.get(*column).filter(|_| is_published) {
                self.found.push((column, self.field(column_type, content)?));
            }
        }
        Ok(())
    }
}

impl FieldReader<'_, '_> {
    fn field(&self, column_type: ColumnType, content: &Json) -> Result<FieldValue, StoreError> {
        let value = match (column_type, content) {
            (ColumnType::Link { to, .. }, Json::String(record)) => {
                let number = rows::number_of(self.tx, self.pair, &RecordKey::new(to, record))?;
                return Ok(match number {
                    0 => FieldValue::Nothing,
                    number => FieldValue::Record(to, number),
                });
            }
            (_, Json::String(text)) => Value::Text(text.clone()),
            (_, Json::Bool(yes)) => Value::Integer(i64::from(*yes)),
            (_, Json::Number(number)) => Value::Integer(number.as_i64().unwrap_or_default()),
            (_, Json::Array(lines)) => {
                let lines: Vec<&str> = lines.iter().filter_map(Json::as_str).collect();
                Value::Text(lines.join("\n"))
            }
            _ => Value::Null,
        };
        Ok(json::field_value(column_type, &value))
    }
}
