//! The fields of a record as they are said, whatever the record is: one table, one card, one JSON shape serve them all.

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

/// The fields of one record by name, in the order in which they are told.
pub type FieldList = Vec<(&'static str, FieldValue)>;

/// One field of a record.
pub fn get<'f>(fields: &'f FieldList, name: &str) -> &'f FieldValue {
    let found = fields.iter().find(|(field, _)| *field == name);
    found.map_or(&FieldValue::Nothing, |(_, said)| said)
}
