//! `mentor remind show`

use std::path::Path;

use crate::app::App;
use crate::commands::setup::remind::scheduler;
use crate::domain::reminder;
use crate::error::Result;
use crate::view;

/// Show the reminder that is installed
#[derive(Debug, clap::Args)]
pub struct ShowArgs {}

pub fn run(app: &mut App<'_, '_>, _args: &ShowArgs) -> Result<()> {
    let found = scheduler::find_installed(app)?;
    let (by, files) = match &found {
        Some((by, files)) => (Some(*by), files.as_slice()),
        None => (None, [].as_slice()),
    };
    if by.is_none() {
        app.ui.status("No reminder is installed; run `mentor remind install` to install one")?;
    }
    app.print_result(
        || view::messages::remind::json(by, files),
        |_| view::messages::remind::text(files),
    )?;
    if let Some(program) = by.and_then(|by| reminder::program(by, files))
        && !Path::new(&program).is_file()
    {
        app.ui.note(&format!(
            "the reminder can't run: `{program}` is gone; run `mentor remind install` to write it again"
        ))?;
    }
    Ok(())
}
