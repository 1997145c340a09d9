//! Converts the content of a part to column values, under the same rules as an import.

use rusqlite::types::Value;
use serde_json::Value as Json;

use crate::domain::goal::DateMove;
use crate::share::parts::{PartContent, SharePart};
use crate::store::StoreError;
use crate::store::column::ColumnType;
use crate::store::exchange::rules;
use crate::store::share::error::ApplyError;
use crate::store::share::rows::{moved_table_of, uid_of_record};
use crate::store::table_row::TableRow;
use crate::store::write_tx::WriteTx;

/// Converts the content of a column: returns its index and its value.
pub(super) fn cell<T: TableRow>(
    tx: &WriteTx<'_>,
    part: &SharePart,
    column: &str,
    content: &PartContent,
) -> Result<(usize, Value), ApplyError> {
    let error = |what: &str| field_error::<T>(column, what);
    let at = T::COLUMNS.iter().position(|one| *one == column);
    let at = at.ok_or_else(|| error("there is no such column"))?;
    let column_type = T::column_types()[at];
    let value = content.get(column).unwrap_or(&Json::Null);
    let lines = |json: &Json| rules::checked_lines(column, column_type, json);
    let cell = match (column_type, value) {
        (ColumnType::List, Json::Null) => Value::Text(String::new()),
        (_, Json::Null) => Value::Null,
        (ColumnType::List | ColumnType::Timeline, value) => {
            Value::Text(lines(value).map_err(|what| error(&what))?)
        }
        (ColumnType::Number, Json::String(record)) if T::TABLE == DateMove::TABLE => {
            let what = content.get("what").and_then(Json::as_str);
            let table = what.and_then(moved_table_of);
            match table.map(|table| record_number(tx, table, record)).transpose()? {
                Some(Some(number)) => Value::Integer(number),
                _ => Value::Null,
            }
        }
        (ColumnType::Link { to, .. }, Json::String(record)) => {
            record_number(tx, to, record)?.map_or(Value::Null, Value::Integer)
        }
        (ColumnType::Yes, Json::Bool(yes)) => Value::Integer(i64::from(*yes)),
        (ColumnType::Number, Json::Number(number)) => {
            let figure = number.as_i64().ok_or_else(|| error("it is no whole number"))?;
            let figure = rules::checked_figure(column, figure);
            Value::Integer(figure.map_err(|what| error(&what))?)
        }
        (
            ColumnType::Text
            | ColumnType::Form
            | ColumnType::Day
            | ColumnType::Instant
            | ColumnType::Word(_),
            Json::String(text),
        ) => {
            let text = rules::checked_text(column, column_type, text);
            Value::Text(text.map_err(|what| error(&what))?)
        }
        _ => {
            return Err(error(&format!("the `{}` part is of another kind", part.name)));
        }
    };
    Ok((at, cell))
}

/// Returns the local number of a record.
fn record_number(tx: &WriteTx<'_>, table: &str, record: &str) -> Result<Option<i64>, StoreError> {
    let Some(uid) = uid_of_record(record) else {
        return Ok(None);
    };
    let sql = format!("SELECT coalesce(max(id), 0) FROM \"{table}\" WHERE uid = ?1");
    let number = tx.number(&sql, [uid])?;
    Ok((number > 0).then_some(number))
}

pub(super) fn field_error<T: TableRow>(column: &str, what: &str) -> ApplyError {
    ApplyError::Field { table: T::TABLE, column: column.to_owned(), what: what.to_owned() }
}
