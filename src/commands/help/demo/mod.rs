//! `mentor demo`: six months of a plausible mentorship in a temporary file, created by running the program's own
//! commands.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Days, Utc};
use clap::Parser;

use crate::app::{App, ChangedPairs, GlobalOptions};
use crate::commands::{self, Cli};
use crate::domain::dates::Now;
use crate::error::{Failure, Result};
use crate::platform::private_file;
use crate::prompt::NonInteractive;
use crate::store::file::Store;
use crate::view::messages::values::DemoPath;

#[derive(Debug, clap::Args)]
pub struct DemoArgs {}

/// The commands of the sample mentorship, one per line: how many weeks ago, then the words.
const STORY: &str = include_str!("story.txt");

pub fn run(app: &mut App<'_, '_>, _args: &DemoArgs) -> Result<()> {
    let path = create_temp_dir(app)?;
    let (json, quiet) = (app.ui.json, app.ui.quiet);
    app.ui.json = false;
    app.ui.quiet = true;
    let result = steps()
        .try_for_each(|(weeks, args)| run_step(app, &path, weeks_before(app.now, weeks), &args));
    (app.ui.json, app.ui.quiet, app.ui.has_stored) = (json, quiet, false);
    if let Err(failure) = result {
        let _ = std::fs::remove_dir_all(private_file::parent_dir(&path));
        return Err(failure);
    }
    let shown = path.display().to_string();
    app.print_result(|| DemoPath { db: shown }, |_| suggested_commands(&path))
}

/// Parses each line into the number of weeks before now and the words of the command.
fn steps() -> impl Iterator<Item = (u64, Vec<String>)> {
    STORY.lines().filter_map(|line| {
        let (weeks, typed) = line.trim().split_once(' ')?;
        Some((weeks.parse().ok()?, shell_words::split(typed).ok()?))
    })
}

/// Returns 15:00 UTC some weeks ago, when both people are working; a weekend moves to the Thursday before. Never after
/// `now`.
fn weeks_before(now: Now, weeks: u64) -> DateTime<Utc> {
    let day = now.at.date_naive();
    let weekend_day = u64::from(day.weekday().num_days_from_monday().saturating_sub(4));
    let days_to_thursday = if weekend_day > 0 { weekend_day + 1 } else { 0 };
    let day = day.checked_sub_days(Days::new(weeks * 7 + days_to_thursday));
    let call = day.and_then(|day| day.and_hms_opt(15, 0, 0));
    call.map_or(now.at, |call| call.and_utc().min(now.at))
}

/// Creates a new temporary folder for the user alone; returns the path of the data file in it.
fn create_temp_dir(app: &App<'_, '_>) -> Result<PathBuf> {
    let temporary = &app.paths.temporary;
    let name = format!("mentor-demo-{}", app.now.at.format("%Y%m%d%H%M%S"));
    for n in 1..10_000 {
        let folder = temporary.join(format!("{name}-{n}"));
        match private_file::create_dir(&folder) {
            Ok(()) => return Ok(folder.join("mentor.db")),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => {
                return Err(Failure::storage(format!(
                    "can't create `{}`: {error}",
                    folder.display()
                )));
            }
        }
    }
    Err(Failure::storage(format!("there are too many demos in `{}`", temporary.display())))
}

/// Runs one command on the demo's data file as if it were the given moment.
fn run_step(app: &mut App<'_, '_>, path: &Path, at: DateTime<Utc>, args: &[String]) -> Result<()> {
    let typed = std::iter::once("mentor").chain(args.iter().map(String::as_str));
    let cli = Cli::try_parse_from(typed)
        .map_err(|error| Failure::new(crate::error::FailureKind::Bug, error.to_string()))?;
    let (globals, command) = cli.split();
    let mut inner = App {
        store: Store::new(path.to_owned(), app.store.patience),
        ui: &mut *app.ui,
        environment: &mut *app.environment,
        prompter: Box::new(NonInteractive),
        globals: GlobalOptions {
            pair: globals.pair.or_else(|| {
                (!matches!(args[0].as_str(), "init" | "pair")).then(|| "ana".to_owned())
            }),
            quiet: true,
            ..globals
        },
        config: crate::config::Config::default(),
        paths: app.paths.clone(),
        now: app.now.style.now(at),
        can_ask: false,
        changed_pairs: ChangedPairs::default(),
        paused_remarks: RefCell::default(),
    };
    commands::dispatch(&mut inner, command.as_ref())
}

fn suggested_commands(path: &Path) -> String {
    let commands = [
        "mentor status",
        "mentor brief -p ana",
        "mentor agenda -p ana",
        "mentor due",
        "mentor review -p ana --since 2000-01-01",
        "mentor progress -p ana",
        "mentor pair show ana --html > ana.html",
        "mentor agree check -p ana",
        "mentor goal show 1",
        "mentor search \"say no\"",
        "mentor history",
    ];
    let mut text = format!("export MENTOR_DB='{}'\n", path.display());
    for command in commands {
        text.push_str(&format!("{command}\n"));
    }
    text.push_str("unset MENTOR_DB    # back to your own data");
    text
}
