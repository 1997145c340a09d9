//! Displayable field values, so that one table, one card and one JSON format serve every type of record.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::person::Side;

/// The value of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    Nothing,
    Text(String),
    /// One of a few fixed words, such as a state.
    Word(String),
    Side(Side),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
    Number(i64),
    Yes(bool),
    List(Vec<String>),
    /// Another record: its table and number.
    Record(&'static str, i64),
}

/// The fields of one record by name, in display order.
pub type FieldList = Vec<(&'static str, FieldValue)>;

/// Returns the value of a field, or `Nothing` if the record has no such field.
pub fn get<'f>(fields: &'f FieldList, name: &str) -> &'f FieldValue {
    let found = fields.iter().find(|(field, _)| *field == name);
    found.map_or(&FieldValue::Nothing, |(_, value)| value)
}
