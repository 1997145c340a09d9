//! `mentor remind install`

use crate::app::App;
use crate::commands::remind::place;
use crate::domain::dates;
use crate::domain::reminder::Reminder;
use crate::domain::workweek::WorkWeek;
use crate::error::{Failure, Result};
use crate::programs;
use crate::view;

/// Install a timer, after showing it
///
/// It runs `mentor due`, which prints nothing when nothing is due. systemd for users where it runs, else cron; launchd on a
/// Mac.
#[derive(Debug, clap::Args)]
pub struct InstallArgs {
    /// At what time
    #[arg(long, value_name = "TIME", default_value = "08:00")]
    at: String,

    /// On which days
    #[arg(long, value_name = "DAYS", default_value = "mon-fri")]
    days: String,

    /// Scheduler [default: whichever is available]
    #[arg(long, value_name = "SCHEDULER", value_parser = ["systemd", "cron", "launchd"])]
    by: Option<String>,

    /// No desktop notification, only output (cron mails it)
    #[arg(long)]
    quietly: bool,

    /// Write it without asking
    #[arg(long, short)]
    yes: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &InstallArgs) -> Result<()> {
    let by = match &args.by {
        Some(named) => named.parse()?,
        None => place::starter(app)?,
    };
    let reminder = Reminder {
        at: dates::time(&args.at)?,
        week: WorkWeek::parse(&args.days, "9-17")?,
        command: command(app, args)?,
    };
    let pieces = place::pieces(app, by, &reminder)?;
    app.ui.status(&view::remind::plan(by, &pieces))?;
    app.must_agree(args.yes, "Write it?", "a reminder")?;
    place::write(app, by, &pieces)?;
    app.ui.status(&format!(
        "Installed: {by} runs `mentor due` on {} at {} (`mentor remind remove` removes it)",
        reminder.week.days_text(),
        reminder.at.format("%H:%M")
    ))?;
    app.show_json(|| view::remind::json(Some(by), &pieces))
}

/// What the timer starts: this very program, on this data file if one was named.
fn command(app: &App<'_, '_>, args: &InstallArgs) -> Result<Vec<String>> {
    let program = programs::this_one().and_then(|path| path.to_str().map(str::to_owned));
    let program = program.ok_or_else(|| Failure::storage("where this program is can't be told"))?;
    let mut words = vec![program, "due".to_owned(), "--no-input".to_owned()];
    if !args.quietly {
        words.push("--notify".to_owned());
    }
    let named = app.globals.db.clone();
    let named = named.or_else(|| app.environment.var("MENTOR_DB").map(Into::into));
    if let Some(path) = named {
        let path = std::path::absolute(&path).unwrap_or(path);
        words.extend(["--db".to_owned(), path.display().to_string()]);
    }
    Ok(words)
}
