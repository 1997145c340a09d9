//! `mentor backup`

use std::path::PathBuf;

use crate::app::App;
use crate::error::{Failure, Result};
use crate::store::StoreError;
use crate::view::{self, words};

#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// Write to this file [default: next to the data file]
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(app: &mut App<'_, '_>, args: &BackupArgs) -> Result<()> {
    let (path, health) = if let Some(path) = &args.output {
        let copied = app.store.export_copy(path);
        (path.clone(), copied.map_err(|error| copy_failure(error, path))?)
    } else {
        let (backup, health) = app.store.create_backup(app.now.at)?;
        (backup.path, health)
    };
    let records = words::count(health.records(), "record");
    let shown = path.display();
    app.ui.status(&format!("Backed up {records} to `{shown}` and verified them"))?;
    app.warn_if_open_to_others(&path)?;
    app.print_record_json(|| view::messages::backup::created_json(&path, health.records()))
}

fn copy_failure(error: StoreError, path: &std::path::Path) -> Failure {
    match error {
        StoreError::Io(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Failure::refused(format!("`{}` already exists", path.display()))
                .hint("choose another file; existing files are never overwritten")
        }
        StoreError::Io(error) => {
            Failure::storage(format!("can't write `{}`: {error}", path.display()))
        }
        error => error.into(),
    }
}
