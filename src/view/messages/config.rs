//! Settings and the places that set them.

use std::path::Path;

use serde::Serialize;

use crate::domain::setting::SettingOrigin;
use crate::view::json::ItemAnswer;
use crate::view::json::domain::write_as_words;
use crate::view::page::layout::Layout;
use crate::view::page::table::Table;
use crate::words;

/// A setting.
pub struct SettingLine {
    pub key: &'static str,
    pub value: String,
    /// `None`: the default.
    pub origin: Option<SettingOrigin>,
}

pub fn table(lines: &[SettingLine], file: &Path, with_origin: bool, page: &Layout) -> String {
    let file = file.file_name().unwrap_or(file.as_os_str()).display();
    let file = file.to_string();
    let mut table =
        Table::new(if with_origin { &["setting", "from", "value"] } else { &["setting", "value"] });
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

/// `mentor config show`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SettingsAnswer {
    /// The config file.
    file: String,
    items: Vec<SettingEntry>,
}

/// A setting and the place that sets it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SettingEntry {
    key: &'static str,
    value: String,
    origin: OriginKind,
    /// Name of the flag or the environment variable.
    name: Option<&'static str>,
    /// Line of the config file.
    line: Option<usize>,
}

words! {
    /// The kind of place that sets a value.
    OriginKind { Default = "default", Flag = "flag", Variable = "variable", File = "file" }
}

write_as_words!(OriginKind);

impl From<&SettingLine> for SettingEntry {
    fn from(line: &SettingLine) -> Self {
        let (origin, name, number) = match line.origin {
            None => (OriginKind::Default, None, None),
            Some(SettingOrigin::Flag(name)) => (OriginKind::Flag, Some(name), None),
            Some(SettingOrigin::Variable(name)) => (OriginKind::Variable, Some(name), None),
            Some(SettingOrigin::Line(number)) => (OriginKind::File, None, Some(number)),
        };
        SettingEntry { key: line.key, value: line.value.clone(), origin, name, line: number }
    }
}

pub fn one_json(line: &SettingLine) -> ItemAnswer<SettingEntry> {
    ItemAnswer { item: line.into() }
}

pub fn json(lines: &[SettingLine], file: &Path) -> SettingsAnswer {
    SettingsAnswer {
        file: file.display().to_string(),
        items: lines.iter().map(SettingEntry::from).collect(),
    }
}
