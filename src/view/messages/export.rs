//! Where an export was written.

use std::path::Path;

use serde_json::{Value, json};

pub fn json(path: &Path) -> Value {
    json!({ "schema": "mentor.export.file/1", "path": path.display().to_string() })
}
