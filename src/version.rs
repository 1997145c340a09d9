//! What this program is made of, for `--version` and for the report of a bug.

use serde_json::{Value, json};

use crate::domain::zone::{known_zone_data, zone_data};
use crate::store;

/// The commit and its day; empty: whoever built it did not know.
const COMMIT: &str = env!("MENTOR_COMMIT");

/// The name and the number, as `-V` says them.
pub fn line() -> &'static str {
    concat!("mentor ", env!("CARGO_PKG_VERSION"))
}

/// Everything, a line each.
pub fn lines() -> [String; 4] {
    parts(&zone_data().to_string())
}

/// As `lines`, in a program that is broken: what reads a file is not called again.
pub fn lines_after_panic() -> [String; 4] {
    parts(&known_zone_data().to_string())
}

fn parts(zones: &str) -> [String; 4] {
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

pub fn json() -> Value {
    json!({
        "schema": "mentor.version/1",
        "version": env!("CARGO_PKG_VERSION"),
        "commit": (!COMMIT.is_empty()).then_some(COMMIT),
        "sqlite": store::sqlite_version(),
        "zone_data": zone_data().to_string(),
        "data_format": store::data_format(),
    })
}
