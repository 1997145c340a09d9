//! Records as JSON: the fields are the columns of the file, which are named after the fields of the domain types.
//!
//! One definition (`stored!`) serves the file, `--json`, export, import and the output for people, so that they can't
//! drift apart.

use std::slice::from_ref;

use rusqlite::types::{Value, ValueRef};
use serde_json::{Map, Value as Json, json};

use crate::domain::field_value::{FieldList, FieldValue};
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::store::column::{ColumnType, ColumnValue, instant};
use crate::store::table_row::TableRow;

/// Returns the answer object of one record: `{"schema":"mentor.followup/1","item":{…}}`.
pub fn item<T: TableRow>(record: &Record<T>, pair: Option<&str>) -> Json {
    json!({
        "schema": format!("mentor.{}/1", T::TABLE),
        "item": fields(record, pair),
    })
}

/// Returns the answer object of a listing: `{"schema":"mentor.followup.list/1","items":[…]}`.
pub fn list<T: TableRow>(records: &[Record<T>], pair: Option<&str>) -> Json {
    let items: Vec<Json> = records.iter().map(|record| fields(record, pair)).collect();
    json!({ "schema": format!("mentor.{}.list/1", T::TABLE), "items": items })
}

/// Returns a listing of the records of several pairs, given with the slug of each pair.
pub fn list_by_pair<'r, T: TableRow + 'r>(
    groups: impl Iterator<Item = (&'r [Record<T>], &'r str)>,
) -> Json {
    let items = groups
        .flat_map(|(records, slug)| records.iter().map(move |record| fields(record, Some(slug))));
    let items: Vec<Json> = items.collect();
    json!({ "schema": format!("mentor.{}.list/1", T::TABLE), "items": items })
}

/// Returns the answer of a command that takes several numbers: one record as an item, several as a listing.
pub fn one_or_more<T: TableRow>(records: &[(Record<T>, String)]) -> Json {
    match records {
        [(record, slug)] => item(record, Some(slug)),
        many => list_by_pair(many.iter().map(|(record, slug)| (from_ref(record), slug.as_str()))),
    }
}

/// Returns records as an array inside another answer.
pub fn items_json<T: TableRow>(records: &[Record<T>], pair: &str) -> Json {
    records.iter().map(|record| fields(record, Some(pair))).collect()
}

/// Columns that only calculations use. They appear in JSON and in exports, but not on cards or in CSV.
const BOOKKEEPING: [&str; 5] = ["past", "state_at", "entered_at", "responded_at", "at"];

/// Returns the names of a record's fields, in the order of display.
pub fn names<T: TableRow>() -> Vec<&'static str> {
    let columns = T::COLUMNS.iter().copied();
    let columns = columns.filter(|column| !BOOKKEEPING.contains(column));
    let (pair, others): (Vec<_>, Vec<_>) = columns.partition(|column| *column == "pair");
    [vec!["id", "uid"], pair, others, vec!["created_at", "changed_at"]].concat()
}

/// Returns the fields of a record that is not stored yet.
pub fn unsaved_json<T: TableRow>(data: &T, pair: &str) -> Json {
    let mut map = Map::new();
    map.insert("pair".into(), json!(pair));
    let fields = all_fields(data).filter(|(name, _)| *name != "pair");
    map.extend(fields.map(|(name, value)| (name.to_owned(), to_json(value))));
    Json::Object(map)
}

/// Returns the fields of a record. `pair` is the slug that replaces the number of the pair; `None` keeps the number.
pub fn fields<T: TableRow>(record: &Record<T>, pair: Option<&str>) -> Json {
    let mut map = Map::new();
    map.insert("id".into(), json!(record.id.number()));
    map.insert("uid".into(), json!(record.uid));
    if let Some(pair) = pair {
        map.insert("pair".into(), json!(pair));
    }
    for (name, value) in all_fields(&record.data) {
        if name == "pair" && pair.is_some() {
            continue;
        }
        map.insert(name.into(), to_json(value));
    }
    map.insert("created_at".into(), json!(instant(record.created_at)));
    map.insert("changed_at".into(), json!(instant(record.changed_at)));
    Json::Object(map)
}

/// Returns the fields of a record that people read, by name.
pub fn field_values<T: TableRow>(data: &T) -> FieldList {
    all_fields(data).filter(|(name, _)| !BOOKKEEPING.contains(name)).collect()
}

/// Returns all fields of a record, those for calculations included.
fn all_fields<T: TableRow>(data: &T) -> impl Iterator<Item = (&'static str, FieldValue)> {
    let columns = T::COLUMNS.iter().copied().zip(T::column_types());
    let fields = columns.zip(data.write());
    fields.map(|((name, column_type), value)| (name, field_value(column_type, &value)))
}

/// Returns the fields of a record as a user would type them. An empty field has no text, a list has one for each entry.
pub fn field_texts<T: TableRow>(data: &T) -> Vec<(&'static str, Vec<String>)> {
    let texts = |value: FieldValue| match value {
        FieldValue::Nothing => Vec::new(),
        FieldValue::Text(text) | FieldValue::Word(text) => vec![text],
        FieldValue::Side(side) => vec![side.word().to_owned()],
        FieldValue::Day(day) => vec![day.to_string()],
        FieldValue::Moment(at) => vec![instant(at)],
        FieldValue::Number(number) | FieldValue::Record(_, number) => vec![number.to_string()],
        FieldValue::Yes(yes) => vec![if yes { "yes" } else { "no" }.to_owned()],
        FieldValue::List(texts) => texts,
    };
    let fields = field_values(data).into_iter();
    fields.map(|(name, value)| (name, texts(value))).collect()
}

/// Converts a stored value to a field value by the type of its column.
pub(in crate::store) fn field_value(column_type: ColumnType, value: &Value) -> FieldValue {
    fn read<C: ColumnValue>(value: &Value) -> Option<C> {
        C::from_cell(ValueRef::from(value))
    }
    let field = match (column_type, value) {
        (ColumnType::List | ColumnType::Timeline, _) => read(value).map(FieldValue::List),
        (_, Value::Null) => return FieldValue::Nothing,
        (ColumnType::Yes, _) => read(value).map(FieldValue::Yes),
        (ColumnType::Link { to, .. }, _) => {
            read(value).map(|number| FieldValue::Record(to, number))
        }
        (ColumnType::Number, _) => read(value).map(FieldValue::Number),
        (ColumnType::Day, _) => read(value).map(FieldValue::Day),
        (ColumnType::Instant, _) => read(value).map(FieldValue::Moment),
        (ColumnType::Word(Side::WORDS), _) => read(value).map(FieldValue::Side),
        (ColumnType::Word(_), _) => read(value).map(FieldValue::Word),
        (ColumnType::Text | ColumnType::Form, _) => read(value).map(FieldValue::Text),
    };
    // A type can always read what it wrote, so this is never `None`.
    field.unwrap_or(FieldValue::Nothing)
}

fn to_json(value: FieldValue) -> Json {
    match value {
        FieldValue::Nothing => Json::Null,
        FieldValue::Text(text) | FieldValue::Word(text) => json!(text),
        FieldValue::Side(side) => json!(side.word()),
        FieldValue::Day(day) => json!(day.to_string()),
        FieldValue::Moment(at) => json!(instant(at)),
        FieldValue::Number(number) | FieldValue::Record(_, number) => json!(number),
        FieldValue::Yes(yes) => json!(yes),
        FieldValue::List(texts) => json!(texts),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    use crate::generated;
    use crate::store::file::connect_in_memory;
    use crate::store::schema::{self, MIGRATIONS};
    use crate::store::table_row::{ENVELOPE, TableVisitor, visit_tables};

    /// Returns the names of a table's columns that may be null.
    fn nullable_columns(connection: &Connection, table: &str) -> Vec<String> {
        let sql = "SELECT name FROM pragma_table_info(?1) WHERE NOT \"notnull\" AND NOT pk";
        let mut statement = connection.prepare(sql).unwrap();
        let names = statement.query_map([table], |row| row.get(0)).unwrap();
        names.map(Result::unwrap).collect()
    }

    /// Returns the JSON Schema (draft 2020-12) of the answer with one record.
    fn record_schema<T: TableRow>(connection: &Connection) -> Json {
        let nullable = nullable_columns(connection, T::TABLE);
        let is_nullable = |column: &str| nullable.iter().any(|name| name == column);
        let envelope =
            [ColumnType::Number, ColumnType::Text, ColumnType::Instant, ColumnType::Instant];
        let envelope = ENVELOPE.into_iter().zip(envelope);
        let columns = T::COLUMNS.iter().copied().zip(T::column_types());
        let mut properties = Map::new();
        for (column, column_type) in envelope.chain(columns) {
            let property = match column {
                "pair" => json!({ "type": "string" }),
                _ => column_type.schema(is_nullable(column)),
            };
            properties.insert(column.into(), property);
        }
        let required: Vec<&String> = properties.keys().collect();
        let item = json!({ "type": "object", "properties": properties, "required": required });
        json!({
            "$id": format!("urn:mentor:{}/1", T::TABLE),
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": format!("mentor.{}/1", T::TABLE),
            "type": "object",
            "properties": {
                "schema": { "const": format!("mentor.{}/1", T::TABLE) },
                "item": item,
            },
            "required": ["schema", "item"],
        })
    }

    /// Writes or checks the schema file of each table.
    struct SchemaFiles(Connection);

    impl TableVisitor for SchemaFiles {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            let text = serde_json::to_string_pretty(&record_schema::<T>(&self.0)).unwrap() + "\n";
            generated::assert_up_to_date(
                &format!("docs/json/mentor.{}.schema.json", T::TABLE),
                &text,
            );
            Ok(())
        }
    }

    #[test]
    fn schemas_in_the_docs_match_the_columns() {
        let mut connection = connect_in_memory().unwrap();
        schema::create_tables(&mut connection, MIGRATIONS).unwrap();
        let Ok(()) = visit_tables(&mut SchemaFiles(connection));
    }
}
