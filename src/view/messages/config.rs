//! What is set, and where.

use std::path::Path;

use serde_json::{Value, json};

use crate::domain::setting::SettingOrigin;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;

/// One setting.
pub struct SettingLine {
    pub key: &'static str,
    pub value: String,
    /// None: nobody has set it.
    pub origin: Option<SettingOrigin>,
}

pub fn table(lines: &[SettingLine], file: &Path, with_origin: bool, page: &Layout) -> String {
    let file = file.file_name().unwrap_or(file.as_os_str()).display();
    let file = file.to_string();
    let mut table = Table::new(if with_origin {
        &["setting", "from", "value"]
    } else {
        &["setting", "value"]
    });
    for line in lines {
        let mut cells = vec![line.key.to_owned()];
        cells.extend(with_origin.then(|| from(line.origin, &file)));
        cells.push(line.value.clone());
        table.row(cells);
    }
    table.render(page)
}

fn from(origin: Option<SettingOrigin>, file: &str) -> String {
    match origin {
        None => "default".to_owned(),
        Some(SettingOrigin::Line(line)) => format!("{file}, line {line}"),
        Some(SettingOrigin::Variable(name)) => format!("${name}"),
        Some(SettingOrigin::Flag(flag)) => flag.to_owned(),
    }
}

pub fn one_json(line: &SettingLine) -> Value {
    json!({ "schema": "mentor.config.setting/1", "item": line_json(line) })
}

fn line_json(line: &SettingLine) -> Value {
    let (name, number) = match line.origin {
        Some(SettingOrigin::Flag(name) | SettingOrigin::Variable(name)) => (Some(name), None),
        Some(SettingOrigin::Line(number)) => (None, Some(number)),
        None => (None, None),
    };
    let origin = line.origin.map_or("default", SettingOrigin::word);
    json!({ "key": line.key, "value": line.value, "origin": origin, "name": name, "line": number })
}

pub fn json(lines: &[SettingLine], file: &Path) -> Value {
    let items: Vec<Value> = lines.iter().map(line_json).collect();
    json!({ "schema": "mentor.config/1", "file": file.display().to_string(), "items": items })
}
