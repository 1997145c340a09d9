//! `mentor schema`

use serde_json::{Value, json};

use crate::app::App;
use crate::domain::nearest::nearest;
use crate::error::{Failure, Result};
use crate::store::exchange;
use crate::store::table_row::table_names;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    /// Name, such as `goal`, `goal.list` or `due` [default: list all names]
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// The name and text of each schema in `docs/json/`.
const SCHEMAS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

/// The name of the schema of an export, which is derived from those of its records.
const EXPORT: &str = "export";

pub fn run(app: &mut App<'_, '_>, args: &SchemaArgs) -> Result<()> {
    if let Some(name) = &args.name {
        return app.ui.print_json(&find_schema(name)?);
    }
    let mut names: Vec<&str> = SCHEMAS.iter().map(|(name, _)| *name).chain([EXPORT]).collect();
    names.sort_unstable();
    app.print_result(|| view::json::schema::json(&names), |_| names.join("\n"))
}

/// Finds a schema by its name, or by the name in an answer: `mentor.goal/1`.
fn find_schema(typed: &str) -> Result<Value> {
    let name = typed.strip_prefix("mentor.").unwrap_or(typed);
    let name = name.strip_suffix("/1").unwrap_or(name);
    let derived = || match name.strip_suffix(".list") {
        Some(record) => list_schema(record),
        None => export_schema().filter(|_| name == EXPORT),
    };
    parse_schema(name).or_else(derived).ok_or_else(|| {
        let failure = Failure::not_found(format!("no schema `{typed}`"));
        match nearest(name, SCHEMAS.iter().map(|(name, _)| *name)) {
            Some(similar) => failure.hint(format!("did you mean `{similar}`?")),
            None => failure.hint("run `mentor schema` to see all names"),
        }
    })
}

fn parse_schema(name: &str) -> Option<Value> {
    let (_, text) = SCHEMAS.iter().find(|(known, _)| *known == name)?;
    serde_json::from_str(text).ok()
}

/// Derives the schema of a list from that of its records.
fn list_schema(record: &str) -> Option<Value> {
    let mut schema = parse_schema(record)?;
    let title = format!("mentor.{record}.list/1");
    let item = schema["properties"].as_object_mut()?.remove("item")?;
    schema["properties"]["items"] = json!({ "type": "array", "items": item });
    schema["properties"]["schema"] = json!({ "const": title });
    schema["required"] = json!(["schema", "items"]);
    schema["$id"] = json!(format!("urn:mentor:{record}.list/1"));
    schema["title"] = json!(title);
    Some(schema)
}

/// Derives the schema of an export: the records of each table under its name.
fn export_schema() -> Option<Value> {
    let tables = table_names();
    let required: Vec<&str> = ["schema", "exported_at"].into_iter().chain(tables.clone()).collect();
    let mut properties = json!({
        "schema": { "const": exchange::SCHEMA },
        "exported_at": { "type": "string", "format": "date-time" },
    });
    for table in tables {
        let item = parse_schema(table)?["properties"]["item"].take();
        properties[table] = json!({ "type": "array", "items": item });
    }
    Some(json!({
        "$id": "urn:mentor:export/1",
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": exchange::SCHEMA,
        "description": "`mentor export`: all records.",
        "type": "object",
        "properties": properties,
        "required": required,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FailureKind;

    #[test]
    fn every_schema_is_found_by_its_name_and_title() {
        assert!(SCHEMAS.len() > 60, "{}", SCHEMAS.len());
        for (name, _) in SCHEMAS {
            let title = format!("mentor.{name}/1");
            let schema = find_schema(name).unwrap();
            assert_eq!(schema["title"], title.as_str());
            assert_eq!(schema["$id"], format!("urn:mentor:{name}/1"));
            assert_eq!(find_schema(&title).unwrap(), schema, "{title}");
        }
    }

    #[test]
    fn export_has_the_records_of_every_table() {
        let schema = find_schema("mentor.export/1").unwrap();
        let properties = &schema["properties"];
        assert_eq!(properties["goal"]["items"]["properties"]["title"]["type"], "string");
        assert_eq!(properties["option_note"]["type"], "array");
    }

    #[test]
    fn list_has_an_id_of_its_own() {
        let schema = find_schema("topic.list").unwrap();
        assert_eq!(schema["title"], "mentor.topic.list/1");
        assert_eq!(schema["$id"], "urn:mentor:topic.list/1");
    }

    #[test]
    fn unknown_schema_is_refused_with_a_suggestion() {
        let failure = find_schema("gaol").unwrap_err();
        assert_eq!(failure.kind, FailureKind::NotFound);
        assert_eq!(failure.hints, ["did you mean `goal`?"]);
    }
}
