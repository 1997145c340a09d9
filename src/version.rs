//! The versions of the program and its parts, for `--version` and bug reports.

use crate::domain::zone::{known_zone_data, zone_data};
use crate::store;
use crate::view::messages::values::ProgramVersion;

/// The commit and its date; empty if they were unknown at build time.
const COMMIT: &str = env!("MENTOR_COMMIT");

/// Returns the name and version, as `-V` prints them.
pub fn line() -> &'static str {
    concat!("mentor ", env!("CARGO_PKG_VERSION"))
}

/// Returns all versions, one per line.
pub fn lines() -> [String; 4] {
    version_lines(&zone_data().to_string())
}

/// Like `lines`, after a panic: reads no file, since the reading may have panicked.
pub fn lines_after_panic() -> [String; 4] {
    version_lines(&known_zone_data().to_string())
}

fn version_lines(zones: &str) -> [String; 4] {
    let commit = match COMMIT {
        "" => String::new(),
        commit => format!(" ({commit})"),
    };
    [
        format!("{}{commit}", line()),
        format!("SQLite {}", store::sqlite_version()),
        format!("zone data {zones}"),
        format!("data format {}", store::data_format()),
    ]
}

pub fn json() -> ProgramVersion {
    ProgramVersion {
        version: env!("CARGO_PKG_VERSION"),
        commit: (!COMMIT.is_empty()).then_some(COMMIT),
        sqlite: store::sqlite_version(),
        zone_data: zone_data().to_string(),
        data_format: store::data_format(),
    }
}
