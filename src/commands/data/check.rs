//! `mentor check`

use std::path::PathBuf;

use crate::app::App;
use crate::domain::health::HealthReport;
use crate::domain::zone::{Tz, zone_data};
use crate::error::{Failure, FailureKind, Result};
use crate::store::StoreError;
use crate::view::{self, words};

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Save intact records to a new file (the data file stays as it is)
    #[arg(long, value_name = "FILE")]
    repair: Option<PathBuf>,
}

pub fn run(app: &mut App<'_, '_>, args: &CheckArgs) -> Result<()> {
    if let Some(path) = &args.repair {
        return repair(app, path);
    }
    let health = match app.store.check_file() {
        Err(
            error @ (StoreError::Damaged
            | StoreError::Redefined
            | StoreError::Empty
            | StoreError::Other(_)),
        ) => HealthReport { problems: vec![error.to_string()], ..HealthReport::default() },
        result => result?,
    };
    let zones = zone_data();
    let today = app.now.today_in(Tz::UTC);
    app.print_result(
        || view::messages::backup::health(&health, zones, today),
        |page| {
            let findings = view::messages::backup::findings(&health, page);
            format!("{findings}\n{}", view::messages::backup::zone_data(zones))
        },
    )?;
    app.warn_about_conflict_copies()?;
    if zones.is_old(today.day) && !app.ui.json {
        app.ui.note(&format!(
            "the zone data {} is more than a year old, and laws may have changed since; update mentor or the system's tzdata",
            zones.version
        ))?;
    }
    if health.problems.is_empty() {
        return Ok(());
    }
    if !app.ui.json {
        app.ui.note("run `mentor restore --list` to see backups, or `mentor check --repair FILE` to save the intact records")?;
    }
    app.ui.flush()?;
    Err(Failure::new(FailureKind::Negative, "damage was found"))
}

fn repair(app: &mut App<'_, '_>, path: &std::path::Path) -> Result<()> {
    let today = app.now.today_in(Tz::UTC);
    let health = app.store.save_intact_records(path).map_err(|error| match error {
        StoreError::Io(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Failure::refused(format!("`{}` already exists", path.display()))
                .hint("choose another file; existing files are never overwritten")
        }
        error => error.into(),
    })?;
    app.print_result(
        || view::messages::backup::health(&health, zone_data(), today),
        |page| view::messages::backup::findings(&health, page),
    )?;
    let records = words::count(health.records(), "record");
    let shown = path.display();
    app.ui
        .status(&format!("Wrote {records} to `{shown}`; `mentor restore {shown}` puts it in place"))
}
