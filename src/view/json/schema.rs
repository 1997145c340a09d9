//! The names of the JSON Schemas.

use serde_json::{Value, json};

pub fn json(names: &[&str]) -> Value {
    let items: Vec<Value> = names
        .iter()
        .map(|name| json!({ "name": name, "title": format!("mentor.{name}/1") }))
        .collect();
    json!({ "schema": "mentor.schema.list/1", "items": items })
}
