//! What the words of the exchange say, as the fields of a record: for people, who are told days and names.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::field_value::{FieldList, FieldValue};
use crate::domain::pair::PairContext;
use crate::share::parts::RecordKey;
use crate::store::column::ColumnType;
use crate::store::read_tx::ReadTx;
use crate::store::share::exchange;
use crate::store::table_row::{TableRow, TableVisitor, visit_tables};
use crate::store::{StoreError, json};

/// The columns that a record is called by, the first that says something.
pub(super) const TITLE_COLUMNS: [&str; 9] = [
    "title",
    "name",
    "situation",
    "words",
    "text",
    "to",
    "on",
    "planned_at",
    "held_at",
];

/// The columns of these that hold words of people, whatever they look like.
const WORD_COLUMNS: [&str; 5] = ["title", "name", "situation", "words", "text"];

/// A title, with days and moments that are stored as texts.
pub(super) fn title_value(column: &str, said: &FieldValue) -> FieldValue {
    let FieldValue::Text(text) = said else {
        return said.clone();
    };
    if WORD_COLUMNS.contains(&column) {
        return said.clone();
    }
    let day = text.parse::<NaiveDate>().map(FieldValue::Day);
    let moment = || text.parse::<DateTime<Utc>>().map(FieldValue::Moment);
    day.or_else(|_| moment()).unwrap_or_else(|_| said.clone())
}

/// What the words of a part say, in the order of its columns.
pub fn part_fields(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    table: &str,
    part: &str,
    words: &Json,
) -> Result<FieldList, StoreError> {
    let mut reading = FieldReader {
        tx,
        pair,
        table,
        part,
        words,
        found: FieldList::new(),
    };
    visit_tables(&mut reading)?;
    Ok(reading.found)
}

struct FieldReader<'t, 'c> {
    tx: &'t ReadTx<'c>,
    pair: &'t PairContext,
    table: &'t str,
    part: &'t str,
    words: &'t Json,
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
        for (column, shape) in T::COLUMNS.iter().zip(T::column_types()) {
            let is_told = part.columns.contains(column) && !matches!(shape, ColumnType::History);
            if let Some(words) = self.words.get(*column).filter(|_| is_told) {
                self.found.push((column, self.field(shape, words)?));
            }
        }
        Ok(())
    }
}

impl FieldReader<'_, '_> {
    fn field(&self, shape: ColumnType, words: &Json) -> Result<FieldValue, StoreError> {
        let value = match (shape, words) {
            (ColumnType::Link { to, .. }, Json::String(record)) => {
                let number = exchange::number_of(self.tx, self.pair, &RecordKey::new(to, record))?;
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
        Ok(json::field_value(shape, &value))
    }
}
