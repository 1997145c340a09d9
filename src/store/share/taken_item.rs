//! What a take did to a record, for the report to the user.

use crate::domain::away::Away;
use crate::domain::field_value::{self, FieldList, FieldValue};
use crate::domain::record::Record;
use crate::store::json;
use crate::store::share::part_fields::{TITLE_COLUMNS, title_value};
use crate::store::table_row::TableRow;

/// How a record changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenChange {
    New,
    /// One side deleted it, but the other had edited it in the meantime.
    BroughtBack,
    /// The names of the changed parts.
    Changed(Vec<&'static str>),
    Deleted,
    /// The other side deleted it, but there is text of this side in it that the deletion had not seen.
    Kept,
    /// A local change of something that only the other side may change was reverted.
    PutBack,
    /// The other side refused the request to delete it.
    NotLetGo,
    /// It was joined with the record of this number, if that one had a row here.
    Joined(Option<i64>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenItem {
    pub change: TakenChange,
    pub table: &'static str,
    pub number: i64,
    /// An agreement has its version instead of a title.
    pub title: FieldValue,
    /// The person and the days of time away; empty for other tables.
    pub away: FieldList,
}

impl TakenItem {
    pub(super) fn new<T: TableRow>(change: TakenChange, row: &Record<T>) -> Self {
        TakenItem {
            change,
            table: T::TABLE,
            number: row.id.number(),
            title: title_of(row),
            away: away_of(row),
        }
    }
}

/// Returns the title of a record for a message.
pub(super) fn title_of<T: TableRow>(record: &Record<T>) -> FieldValue {
    let fields = json::field_values(&record.data);
    let mut titles = TITLE_COLUMNS.iter().map(|column| {
        let title = field_value::get(&fields, column);
        title_value(column, title)
    });
    titles.find(|title| *title != FieldValue::Nothing).unwrap_or(FieldValue::Nothing)
}

/// Returns person and days of time away; empty for other tables.
fn away_of<T: TableRow>(record: &Record<T>) -> FieldList {
    let mut fields = match T::TABLE {
        Away::TABLE => json::field_values(&record.data),
        _ => FieldList::new(),
    };
    fields.retain(|(name, _)| ["person", "from", "until"].contains(name));
    fields
}
