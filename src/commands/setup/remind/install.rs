//! `mentor remind install`

use std::path::Path;

use crate::app::App;
use crate::commands::setup::remind::scheduler;
use crate::domain::dates;
use crate::domain::reminder::Reminder;
use crate::domain::workweek::WorkWeek;
use crate::error::{Failure, Result};
use crate::programs;
use crate::view;

/// Install a timer, after showing it
///
/// Runs `mentor due`, which prints nothing when nothing is due. Uses systemd if it runs for your user, otherwise cron;
/// launchd on a Mac.
#[derive(Debug, clap::Args)]
pub struct InstallArgs {
    /// Time of day
    #[arg(long, value_name = "TIME", default_value = "08:00")]
    at: String,

    /// Days of the week
    #[arg(long, value_name = "DAYS", default_value = "mon-fri")]
    days: String,

    /// Scheduler [default: whichever is available]
    #[arg(long, value_name = "SCHEDULER", value_parser = ["systemd", "cron", "launchd"])]
    by: Option<String>,

    /// No desktop notification, only output (cron mails it)
    #[arg(long)]
    quietly: bool,

    /// Don't ask for confirmation
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &InstallArgs) -> Result<()> {
    let starter = match &args.by {
        Some(name) => name.parse()?,
        None => scheduler::detect_scheduler(app)?,
    };
    let at = dates::parse_time(&args.at)?;
    let week = WorkWeek::parse(&args.days, "9-17")?;
    let reminder = Reminder::new(at, week, command(app, args)?).map_err(|error| {
        Failure::refused(error.to_string())
            .data("nothing was changed")
            .hint("give the file or its folder another name")
    })?;
    let files = scheduler::unit_files(app, starter, &reminder)?;
    app.ui.status(&view::messages::remind::plan(starter, &files))?;
    app.confirm_or_fail(args.yes, "Write it?", "a reminder", "Nothing was installed")?;
    scheduler::write(app, starter, &files)?;
    app.ui.status(&format!(
        "Installed: {starter} runs `mentor due` on {} at {} (`mentor remind remove` removes it)",
        reminder.week.days_text(),
        reminder.at.format("%H:%M")
    ))?;
    app.print_record_json(|| view::messages::remind::json(Some(starter), &files))
}

/// Returns the command that the timer runs: this program, with the settings and data file that were named.
fn command(app: &App<'_, '_>, args: &InstallArgs) -> Result<Vec<String>> {
    let program = programs::current_exe(app.environment)
        .ok_or_else(|| Failure::storage("can't tell where this program is installed"))?;
    let mut words = vec![utf8_path(&program)?, "due".to_owned(), "--no-input".to_owned()];
    if !args.quietly {
        words.push("--notify".to_owned());
    }
    for (option, typed, variable) in
        [("--config", &app.globals.config, "MENTOR_CONFIG"), ("--db", &app.globals.db, "MENTOR_DB")]
    {
        let given = typed.as_deref();
        if let Some(path) = given.or_else(|| app.environment.path_var(variable)) {
            let path = app.environment.absolute_path(path);
            words.extend([option.to_owned(), utf8_path(&path)?]);
        }
    }
    Ok(words)
}

/// Returns a path as text; fails if it is not UTF-8, which a timer can't name.
fn utf8_path(path: &Path) -> Result<String> {
    let text = path.to_str().map(str::to_owned);
    text.ok_or_else(|| {
        Failure::refused(format!("a timer can't name `{}`: it is not UTF-8 text", path.display()))
            .data("nothing was changed")
            .hint("give the file or its folder another name")
    })
}
