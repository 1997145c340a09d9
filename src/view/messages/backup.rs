//! Messages about backups and the health of the data file.

use std::path::Path;

use chrono::{DateTime, SubsecRound, Utc};
use serde::Serialize;

use crate::domain::backup::Backup;
use crate::domain::dates::Today;
use crate::domain::health::HealthReport;
use crate::domain::zone::{Tz, ZoneData};
use crate::view::json::{ItemAnswer, ListAnswer};
use crate::view::page::layout::Layout;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::page::wrap::wrap;
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

/// Returns a path as text. Parts that are not UTF-8 become replacement characters.
fn path_text(path: &Path) -> String {
    path.display().to_string()
}

/// A backup.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BackupEntry {
    path: String,
    /// When it was made.
    at: DateTime<Utc>,
    bytes: u64,
}

/// A data file that was written.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WrittenBackup {
    path: String,
    records: usize,
}

pub fn list(backups: &[Backup]) -> ListAnswer<BackupEntry> {
    ListAnswer::new(backups.iter().map(|backup| BackupEntry {
        path: path_text(&backup.path),
        at: backup.at.trunc_subsecs(0),
        bytes: backup.size,
    }))
}

pub fn created_json(path: &Path, records: usize) -> ItemAnswer<WrittenBackup> {
    let path = path_text(path);
    let item = WrittenBackup { path, records };
    ItemAnswer { item }
}

/// Says that a file meant for the user alone is on a file system that can't keep others out.
pub fn open_to_others(path: &Path) -> String {
    format!(
        "other users of this computer can read `{}`: permissions can't be set there",
        path.display()
    )
}

/// Suggests how to merge a conflict copy of the data file.
pub fn conflict(copy: &Path) -> String {
    format!(
        "`{}` looks like a conflict copy made by a sync tool: \
         run `mentor export --db FILE` on it, then `mentor import` the result",
        copy.display()
    )
}

/// Compares the number of records in each table before and after a restore.
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

/// `mentor check`: the state of the data file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HealthAnswer<'a> {
    /// Intact records.
    records: usize,
    tables: Vec<TableHealth>,
    /// What is wrong, a sentence each; empty: nothing.
    problems: &'a [String],
    zone_data: ZoneDataHealth,
}

/// A table of the data file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TableHealth {
    name: &'static str,
    /// Intact records.
    records: usize,
}

/// The time zone data in use.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ZoneDataHealth {
    version: String,
    /// Whether it is part of the program; otherwise it is the system's.
    built_in: bool,
    older_than_a_year: bool,
}

pub fn health<'a>(health: &'a HealthReport, zones: &ZoneData, today: Today) -> HealthAnswer<'a> {
    let tables = health.tables.iter();
    let tables = tables.map(|&(name, records)| TableHealth { name, records });
    HealthAnswer {
        records: health.records(),
        tables: tables.collect(),
        problems: &health.problems,
        zone_data: ZoneDataHealth {
            version: zones.version.to_string(),
            built_in: zones.is_built_in,
            older_than_a_year: zones.is_old(today.day),
        },
    }
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
        text.push_str(&format!("\n{} {problem}", paint(Style::Overdue, "damaged:")));
    }
    wrap(&text, page.width)
}
