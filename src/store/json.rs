//! Records as JSON: the same fields as the columns of the file, which carry the names of the domain's fields.
//!
//! One definition (`stored!`) serves the file, `--json`, the export, the import and what is said to people, so that they
//! can't drift apart.

use rusqlite::types::{Value, ValueRef};
use serde_json::{Map, Value as Json, json};

use crate::domain::field_value::{FieldList, FieldValue};
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::store::column::{ColumnType, ColumnValue, instant};
use crate::store::table_row::TableRow;

/// One record: `{"schema":"mentor.followup/1","item":{…}}`.
pub fn item<T: TableRow>(record: &Record<T>, pair: Option<&str>) -> Json {
    json!({
        "schema": format!("mentor.{}/1", T::TABLE),
        "item": fields(record, pair),
    })
}

/// A listing: `{"schema":"mentor.followup.list/1","items":[…]}`.
pub fn list<T: TableRow>(records: &[Record<T>], pair: Option<&str>) -> Json {
    let items: Vec<Json> = records.iter().map(|record| fields(record, pair)).collect();
    json!({ "schema": format!("mentor.{}.list/1", T::TABLE), "items": items })
}

/// What a command that takes several numbers answers: one record as itself, more as a listing.
pub fn one_or_more<T: TableRow>(records: &[(Record<T>, String)]) -> Json {
    match records {
        [(record, slug)] => item(record, Some(slug)),
        many => list_across(many),
    }
}

/// A listing of records of several pairs, each with its slug.
fn list_across<T: TableRow>(records: &[(Record<T>, String)]) -> Json {
    let fields = |(record, slug): &(Record<T>, String)| fields(record, Some(slug));
    let items: Vec<Json> = records.iter().map(fields).collect();
    json!({ "schema": format!("mentor.{}.list/1", T::TABLE), "items": items })
}

/// Records inside another answer.
pub fn items_json<T: TableRow>(records: &[Record<T>], pair: &str) -> Json {
    records
        .iter()
        .map(|record| fields(record, Some(pair)))
        .collect()
}

/// Columns that reports reckon with and nobody reads: they stand in JSON and in exports, not on cards or in sheets.
const BOOKKEEPING: [&str; 5] = ["past", "state_at", "entered_at", "responded_at", "at"];

/// The names of a record's fields, in their order.
pub fn names<T: TableRow>() -> Vec<&'static str> {
    let own = T::COLUMNS.iter().copied();
    let own = own.filter(|column| !BOOKKEEPING.contains(column));
    let (pair, others): (Vec<_>, Vec<_>) = own.partition(|column| *column == "pair");
    [
        vec!["id", "uid"],
        pair,
        others,
        vec!["created_at", "changed_at"],
    ]
    .concat()
}

/// The fields of what is not stored yet.
pub fn unsaved_json<T: TableRow>(it: &T, pair: &str) -> Json {
    let mut map = Map::new();
    map.insert("pair".into(), json!(pair));
    let own = every_field(it).filter(|(name, _)| *name != "pair");
    map.extend(own.map(|(name, said)| (name.to_owned(), to_json(said))));
    Json::Object(map)
}

/// The fields of a record; `pair` is the slug that stands for the pair's number.
pub fn fields<T: TableRow>(record: &Record<T>, pair: Option<&str>) -> Json {
    let mut map = Map::new();
    map.insert("id".into(), json!(record.id.number()));
    map.insert("uid".into(), json!(record.uid));
    if let Some(pair) = pair {
        map.insert("pair".into(), json!(pair));
    }
    for (name, said) in every_field(&record.data) {
        if name == "pair" && pair.is_some() {
            continue;
        }
        map.insert(name.into(), to_json(said));
    }
    map.insert("created_at".into(), json!(instant(record.created_at)));
    map.insert("changed_at".into(), json!(instant(record.changed_at)));
    Json::Object(map)
}

/// The fields of a record by name, as they are said.
pub fn field_values<T: TableRow>(it: &T) -> FieldList {
    every_field(it)
        .filter(|(name, _)| !BOOKKEEPING.contains(name))
        .collect()
}

fn every_field<T: TableRow>(it: &T) -> impl Iterator<Item = (&'static str, FieldValue)> {
    let named = T::COLUMNS.iter().copied().zip(T::column_types());
    let all = named.zip(it.write());
    all.map(|((name, shape), value)| (name, field_value(shape, &value)))
}

/// The fields of a record as they would be typed; what says nothing has no text.
pub fn field_texts<T: TableRow>(it: &T) -> Vec<(&'static str, Vec<String>)> {
    let typed = |said: FieldValue| match said {
        FieldValue::Nothing => Vec::new(),
        FieldValue::Text(text) | FieldValue::Word(text) => vec![text],
        FieldValue::Side(side) => vec![side.word().to_owned()],
        FieldValue::Day(day) => vec![day.to_string()],
        FieldValue::Moment(at) => vec![instant(at)],
        FieldValue::Number(number) | FieldValue::Record(_, number) => vec![number.to_string()],
        FieldValue::Yes(yes) => vec![if yes { "yes" } else { "no" }.to_owned()],
        FieldValue::List(texts) => texts,
    };
    let fields = field_values(it).into_iter();
    fields.map(|(name, said)| (name, typed(said))).collect()
}

pub(in crate::store) fn field_value(shape: ColumnType, value: &Value) -> FieldValue {
    fn read<C: ColumnValue>(value: &Value) -> Option<C> {
        C::from_cell(ValueRef::from(value))
    }
    let read = match (shape, value) {
        (ColumnType::List | ColumnType::History, _) => read(value).map(FieldValue::List),
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
    // What a type has written of itself is what it reads.
    read.unwrap_or(FieldValue::Nothing)
}

fn to_json(said: FieldValue) -> Json {
    match said {
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
    use super::*;

    use crate::generated;
    use crate::store::table_row::{ENVELOPE, TableVisitor, visit_tables};

    /// The JSON Schema (draft 2020-12) of one record's answer.
    fn schema<T: TableRow>() -> Json {
        let envelope = [
            ColumnType::Number,
            ColumnType::Text,
            ColumnType::Instant,
            ColumnType::Instant,
        ];
        let envelope = ENVELOPE.into_iter().zip(envelope);
        let own = T::COLUMNS.iter().copied().zip(T::column_types());
        let mut properties = Map::new();
        for (column, shape) in envelope.chain(own) {
            let described = match column {
                "pair" => json!({ "type": "string" }),
                _ => shape.schema(),
            };
            properties.insert(column.into(), described);
        }
        let required: Vec<&String> = properties.keys().collect();
        let item = json!({ "type": "object", "properties": properties, "required": required });
        json!({
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

    /// Writes, or holds, the schema of one table.
    struct Write;

    impl TableVisitor for Write {
        type Error = std::convert::Infallible;

        fn table<T: TableRow>(&mut self) -> Result<(), Self::Error> {
            let text = serde_json::to_string_pretty(&schema::<T>()).unwrap() + "\n";
            generated::assert_up_to_date(
                &format!("docs/json/mentor.{}.schema.json", T::TABLE),
                &text,
            );
            Ok(())
        }
    }

    /// `docs/json/` holds the schema of every record.
    #[test]
    fn the_schemas_in_the_docs_are_those_of_the_columns() {
        let Ok(()) = visit_tables(&mut Write);
    }
}
