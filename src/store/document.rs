//! Records as JSON: the same fields as the columns of the file, which carry the names of the domain's fields.
//!
//! One definition (`stored!`) serves the file, `--json`, the export and the import, so that they can't drift apart.

use serde_json::{Map, Value as Json, json};

use crate::domain::record::Record;
use crate::store::cell::{Shape, instant};
use crate::store::record::Stored;
use rusqlite::types::Value;

/// One record: `{"schema":"mentor.followup/1","item":{…}}`.
pub fn item<T: Stored>(record: &Record<T>, pair: Option<&str>) -> Json {
    json!({
        "schema": format!("mentor.{}/1", T::TABLE),
        "item": fields(record, pair),
    })
}

/// A listing: `{"schema":"mentor.followup.list/1","items":[…]}`.
pub fn list<T: Stored>(records: &[Record<T>], pair: Option<&str>) -> Json {
    let items: Vec<Json> = records.iter().map(|record| fields(record, pair)).collect();
    json!({ "schema": format!("mentor.{}.list/1", T::TABLE), "items": items })
}

/// What a command that takes several numbers answers: one record as itself, more as a listing.
pub fn one_or_more<T: Stored>(records: &[(Record<T>, String)]) -> Json {
    match records {
        [(record, slug)] => item(record, Some(slug)),
        many => list_across(many),
    }
}

/// A listing of records of several pairs, each with its slug.
fn list_across<T: Stored>(records: &[(Record<T>, String)]) -> Json {
    let fields = |(record, slug): &(Record<T>, String)| fields(record, Some(slug));
    let items: Vec<Json> = records.iter().map(fields).collect();
    json!({ "schema": format!("mentor.{}.list/1", T::TABLE), "items": items })
}

/// Records inside another answer.
pub fn several<T: Stored>(records: &[Record<T>], pair: &str) -> Json {
    records
        .iter()
        .map(|record| fields(record, Some(pair)))
        .collect()
}

/// The fields of a record; `pair` is the slug that stands for the pair's number.
pub fn fields<T: Stored>(record: &Record<T>, pair: Option<&str>) -> Json {
    let mut map = Map::new();
    map.insert("id".into(), json!(record.id.number()));
    map.insert("uid".into(), json!(record.uid));
    if let Some(pair) = pair {
        map.insert("pair".into(), json!(pair));
    }
    let values = record.it.write();
    for ((column, shape), value) in T::COLUMNS.iter().zip(T::shapes()).zip(values) {
        if *column == "pair" && pair.is_some() {
            continue;
        }
        map.insert((*column).into(), to_json(shape, value));
    }
    map.insert("created_at".into(), json!(instant(record.created_at)));
    map.insert("changed_at".into(), json!(instant(record.changed_at)));
    Json::Object(map)
}

fn to_json(shape: Shape, value: Value) -> Json {
    match (shape, value) {
        (Shape::Yes, Value::Integer(number)) => json!(number != 0),
        (_, Value::Integer(number)) => json!(number),
        (Shape::List, Value::Text(text)) => json!(text.lines().collect::<Vec<_>>()),
        (_, Value::Text(text)) => json!(text),
        // No column holds anything else: the tables are STRICT.
        (_, Value::Null | Value::Real(_) | Value::Blob(_)) => Json::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::agreement::Agreement;
    use crate::domain::checkin::CheckIn;
    use crate::domain::feedback::Feedback;
    use crate::domain::followup::FollowUp;
    use crate::domain::goal::{Goal, GoalEntry, Move};
    use crate::domain::note::{Insight, Win};
    use crate::domain::pair::Pair;
    use crate::domain::person::Person;
    use crate::domain::review::Review;
    use crate::domain::topic::Topic;
    use crate::generated;
    use crate::store::record::ENVELOPE;

    /// The JSON Schema (draft 2020-12) of one record's answer.
    fn schema<T: Stored>() -> Json {
        let envelope = [Shape::Number, Shape::Text, Shape::Instant, Shape::Instant];
        let envelope = ENVELOPE.into_iter().zip(envelope);
        let own = T::COLUMNS.iter().copied().zip(T::shapes());
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

    /// `docs/json/` holds the schema of every record.
    #[test]
    fn the_schemas_in_the_docs_are_those_of_the_columns() {
        let all = [
            ("person", schema::<Person>()),
            ("pair", schema::<Pair>()),
            ("agreement", schema::<Agreement>()),
            ("goal", schema::<Goal>()),
            ("goal_entry", schema::<GoalEntry>()),
            ("move", schema::<Move>()),
            ("checkin", schema::<CheckIn>()),
            ("topic", schema::<Topic>()),
            ("followup", schema::<FollowUp>()),
            ("feedback", schema::<Feedback>()),
            ("win", schema::<Win>()),
            ("insight", schema::<Insight>()),
            ("review", schema::<Review>()),
        ];
        for (name, schema) in all {
            let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
            generated::must_be(&format!("docs/json/mentor.{name}.schema.json"), &text);
        }
    }
}
