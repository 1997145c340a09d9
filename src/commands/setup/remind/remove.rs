//! `mentor remind remove`

use crate::app::App;
use crate::commands::setup::remind::scheduler;
use crate::error::{Failure, Result};
use crate::view;

/// Remove the reminder
#[derive(Debug, clap::Args)]
pub struct RemoveArgs {
    /// Don't ask for confirmation
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &RemoveArgs) -> Result<()> {
    let Some((by, files)) = scheduler::find_installed(app)? else {
        return Err(Failure::not_found("no reminder is installed")
            .hint("run `mentor remind install` to install one"));
    };
    app.ui.status(&view::messages::remind::text(&files))?;
    app.confirm_or_fail(args.yes, "Remove it?", "removing a reminder", "Nothing was removed")?;
    scheduler::remove(app, by, &files)?;
    app.ui.status("Removed the reminder")?;
    app.print_record_json(|| view::messages::remind::json(None, &[]))
}
