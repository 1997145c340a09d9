//! Backups, and what a look at the file has found.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::backup::Backup;
use crate::domain::health::HealthReport;
use crate::domain::zone::{Tz, ZoneData};
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::records::card::wrap;
use crate::view::words;

pub fn table(backups: &[Backup], zone: Tz, page: &Layout) -> String {
    let mut table = Table::new(&["#", "made", "size", "file"]);
    for (at, backup) in backups.iter().enumerate() {
        let made = backup.at.with_timezone(&zone);
        table.row(vec![
            (at + 1).to_string(),
            made.format("%Y-%m-%d %H:%M").to_string(),
            format!("{} kB", backup.size / 1000),
            path_text(&backup.path),
        ]);
    }
    table.render(page)
}

/// A path need not be UTF-8; what is shown is.
fn path_text(path: &Path) -> String {
    path.display().to_string()
}

pub fn list(backups: &[Backup]) -> Value {
    let items: Vec<Value> = backups
        .iter()
        .map(|backup| json!({ "path": path_text(&backup.path), "at": backup.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true), "bytes": backup.size }))
        .collect();
    json!({ "schema": "mentor.backup.list/1", "items": items })
}

pub fn created_json(path: &Path, records: usize) -> Value {
    json!({ "schema": "mentor.backup/1", "item": { "path": path_text(path), "records": records } })
}

/// What to do about a second version of the file.
pub fn conflict(copy: &Path) -> String {
    format!(
        "`{}` looks like a conflict copy made by a sync tool: \
         run `mentor export --db FILE` on it, then `mentor import` the result",
        copy.display()
    )
}

/// How many records of each kind there are, and how many there will be.
pub fn changes(now: &HealthReport, then: &HealthReport, page: &Layout) -> String {
    let mut table = Table::new(&["", "now", "then"]);
    for (name, after) in &then.tables {
        let before = now.tables.iter().find(|(known, _)| known == name);
        let before = before.map_or(0, |(_, before)| *before);
        if before == 0 && *after == 0 {
            continue;
        }
        let after = if *after == before {
            after.to_string()
        } else {
            paint(Style::Soon, &after.to_string())
        };
        table.row(vec![name.replace('_', " "), before.to_string(), after]);
    }
    table.render(page)
}

pub fn health(health: &HealthReport, zones: &ZoneData, today: NaiveDate) -> Value {
    let tables: Vec<Value> = health
        .tables
        .iter()
        .map(|(name, good)| json!({ "name": name, "records": good }))
        .collect();
    let zones = json!({
        "version": zones.version.to_string(),
        "built_in": zones.is_built_in,
        "older_than_a_year": zones.is_old(today),
    });
    json!({
        "schema": "mentor.check/1",
        "records": health.records(),
        "tables": tables,
        "problems": health.problems,
        "zone_data": zones,
    })
}

pub fn zone_data(zones: &ZoneData) -> String {
    format!("zone data {zones}")
}

pub fn findings(health: &HealthReport, page: &Layout) -> String {
    let records = words::count(health.records(), "record");
    let mut text = format!("{records} checked");
    if health.problems.is_empty() {
        text.push_str(&format!("; {}", paint(Style::Good, "no damage found")));
    }
    for problem in &health.problems {
        text.push_str(&format!(
            "\n{} {problem}",
            paint(Style::Overdue, "damaged:")
        ));
    }
    wrap(&text, page.width)
}
