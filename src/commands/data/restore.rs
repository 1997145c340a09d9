//! `mentor restore`

use std::path::PathBuf;

use crate::app::App;
use crate::domain::backup::Backup;
use crate::domain::health::HealthReport;
use crate::error::{Failure, Result};
use crate::store::StoreError;
use crate::view::page::listing::ListFooter;
use crate::view::{self, words};

#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// Backup: a number from the list, a date, or a file
    #[arg(value_name = "WHICH", required_unless_present = "list")]
    which: Option<String>,

    /// List the backups, newest first
    #[arg(long, conflicts_with = "which")]
    list: bool,

    /// Don't ask for confirmation
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &RestoreArgs) -> Result<()> {
    let backups = app.store.backups()?;
    let Some(which) = args.which.as_deref().filter(|_| !args.list) else {
        let zone = app.system_zone();
        app.print_result(
            || view::messages::backup::list(&backups),
            |page| view::messages::backup::table(&backups, zone, page),
        )?;
        let footer = ListFooter {
            noun: "backup",
            shown: backups.len(),
            hint: "run `mentor backup` to make one",
            ..ListFooter::default()
        };
        return app.print_footer(false, &footer);
    };
    let path = find(&backups, which)?;
    let backup_health = app.store.examine_backup(&path)?;
    if let Some(problem) = backup_health.problems.first() {
        return Err(Failure::new(
            crate::error::FailureKind::Damaged,
            format!("`{}` is damaged: {problem}", path.display()),
        )
        .data("nothing was changed")
        .hint("run `mentor restore --list` to see the others"));
    }
    let current_health = match app.store.check_file() {
        Err(error @ StoreError::Newer { .. }) => return Err(error.into()),
        // A file that can't be read any more counts as empty.
        health => health.unwrap_or_default(),
    };
    confirm_restore(app, args, &current_health, &backup_health)?;
    let kept = app.store.restore(&path, app.now.at)?;
    let kept = kept.map(|kept| format!("; the previous file is kept as `{}`", kept.display()));
    let records = words::count(backup_health.records(), "record");
    app.ui.status(&format!("Restored {records}{}", kept.unwrap_or_default()))?;
    app.print_record_json(|| view::messages::backup::created_json(&path, backup_health.records()))
}

fn find(backups: &[Backup], which: &str) -> Result<PathBuf> {
    let by_number =
        which.parse::<usize>().ok().and_then(|number| backups.get(number.checked_sub(1)?));
    let by_day = || backups.iter().find(|backup| backup.at.date_naive().to_string() == which);
    if let Some(backup) = by_number.or_else(by_day) {
        return Ok(backup.path.clone());
    }
    let path = PathBuf::from(which);
    if path.is_file() {
        return Ok(path);
    }
    Err(Failure::not_found(format!("no backup `{which}`"))
        .hint("run `mentor restore --list` to see them"))
}

/// Shows what the restore changes, and asks for confirmation.
fn confirm_restore(
    app: &mut App<'_, '_>,
    args: &RestoreArgs,
    current: &HealthReport,
    backup: &HealthReport,
) -> Result<()> {
    let page = app.page();
    app.ui.status(&view::messages::backup::changes(current, backup, &page))?;
    let question = "Replace the current file?";
    app.confirm_or_fail(args.yes, question, "a restore", "Nothing was restored")
}
