//! Converts the values of a document to those of columns.

use rusqlite::types::Value;
use serde_json::{Map, Value as Json};

use crate::store::column::ColumnType;
use crate::store::exchange::import::{ImportError, Importer, SourceLocation};
use crate::store::exchange::rules;

impl Importer<'_, '_, '_> {
    /// Converts a JSON value to the value to store in a column. `fields` are those of the whole record.
    pub(super) fn cell(
        &self,
        column: &str,
        column_type: ColumnType,
        json: &Json,
        fields: &Map<String, Json>,
        place: &SourceLocation<'_>,
    ) -> Result<Value, ImportError> {
        if json.is_null() {
            return Ok(if column_type == ColumnType::List {
                Value::Text(String::new())
            } else {
                Value::Null
            });
        }
        if column == "pair" {
            let slug =
                json.as_str().ok_or_else(|| place.error_at(column, "a short name is needed"))?;
            let here = self.slugs.get(slug);
            return here
                .map(|id| Value::Integer(*id))
                .ok_or_else(|| place.error_at(column, format!("there is no pair `{slug}`")));
        }
        let type_error = |wanted: &str| place.error_at(column, format!("{json} is not {wanted}"));
        Ok(match column_type {
            ColumnType::Yes => Value::Integer(i64::from(
                json.as_bool().ok_or_else(|| type_error("true or false"))?,
            )),
            ColumnType::Link { to, .. } => {
                let there = json.as_i64().ok_or_else(|| type_error("a number"))?;
                self.link(to, there, column, place)?
            }
            ColumnType::Number if column == "number" => {
                let there = json.as_i64().ok_or_else(|| type_error("a number"))?;
                self.link(moved_table(fields), there, column, place)?
            }
            ColumnType::Number => {
                let number = json.as_i64().ok_or_else(|| type_error("a whole number"))?;
                let number = rules::checked_figure(column, number);
                Value::Integer(number.map_err(|what| place.error_at(column, what))?)
            }
            ColumnType::List | ColumnType::Timeline => {
                let text = rules::checked_lines(column, column_type, json);
                let text = text.map_err(|what| place.error_at(column, what))?;
                match column_type {
                    ColumnType::Timeline if text.is_empty() => Value::Null,
                    _ => Value::Text(text),
                }
            }
            ColumnType::Text
            | ColumnType::Form
            | ColumnType::Day
            | ColumnType::Instant
            | ColumnType::Word(_) => {
                let text = json.as_str().ok_or_else(|| type_error("a text"))?;
                let text = rules::checked_text(column, column_type, text);
                Value::Text(text.map_err(|what| place.error_at(column, what))?)
            }
        })
    }

    /// Returns the number here of a record that has the number `there` in the document.
    fn link(
        &self,
        table: &'static str,
        there: i64,
        column: &str,
        place: &SourceLocation<'_>,
    ) -> Result<Value, ImportError> {
        let here = self.numbers.get(&(table, there));
        here.map(|id| Value::Integer(*id))
            .ok_or_else(|| place.error_at(column, format!("the export has no {table} {there}")))
    }
}

/// Returns the table of the record that a move is of.
pub(super) fn moved_table(fields: &Map<String, Json>) -> &'static str {
    match fields.get("what").and_then(Json::as_str) {
        Some("goal") => "goal",
        Some("followup") => "followup",
        _ => "checkin",
    }
}

/// Returns a field that must be a text.
pub(super) fn text(
    fields: &Map<String, Json>,
    field: &str,
    place: &SourceLocation<'_>,
) -> Result<String, ImportError> {
    let text = fields.get(field).and_then(Json::as_str);
    text.map(str::to_owned).ok_or_else(|| place.error_at(field, "a text is needed"))
}

/// Returns a UUID in lower case with hyphens, as all are stored; documents may spell it in other ways.
pub(super) fn usual_spelling(uid: &str) -> Option<String> {
    Some(uuid::Uuid::parse_str(uid).ok()?.to_string())
}
