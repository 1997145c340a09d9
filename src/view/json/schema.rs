//! The names of the JSON Schemas.

use serde::Serialize;

use crate::view::json::ListAnswer;

/// A JSON Schema that `mentor schema` prints.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SchemaEntry<'a> {
    name: &'a str,
    /// The title of the schema, which is the `schema` field of the answers that it describes.
    title: String,
}

pub fn json<'a>(names: &[&'a str]) -> ListAnswer<SchemaEntry<'a>> {
    let entry = |name: &&'a str| SchemaEntry { name, title: format!("mentor.{name}/1") };
    ListAnswer::new(names.iter().map(entry))
}
