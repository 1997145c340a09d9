//! Finds, writes and removes a reminder in the system's scheduler.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::domain::reminder::{MARK, Reminder, Starter, UnitFile, strip_managed_section};
use crate::error::{Failure, Result};
use crate::platform::private_file;
use crate::platform::regular_file;
use crate::platform::system;
use crate::programs::{ProgramOutput, run};

/// Returns the scheduler of the platform, or else the first one that responds.
pub fn detect_scheduler(app: &App<'_, '_>) -> Result<Starter> {
    let environment = &*app.environment;
    if let Some(scheduler) = system::HERE.scheduler() {
        return Ok(scheduler);
    }
    if run(environment, "systemctl", &["--user", "show-environment"], "").succeeded() {
        return Ok(Starter::Systemd);
    }
    match run(environment, "crontab", &["-l"], "") {
        ProgramOutput::Missing => Err(Failure::not_found("found neither systemd (user) nor cron")
            .hint("run `mentor due` from any scheduler; `examples/` has some")),
        ProgramOutput::Yes(_) | ProgramOutput::No(_) => Ok(Starter::Cron),
    }
}

/// Returns the files that a reminder consists of.
pub fn unit_files(app: &App<'_, '_>, by: Starter, reminder: &Reminder) -> Result<Vec<UnitFile>> {
    let texts = match by {
        Starter::Systemd => vec![reminder.service(), reminder.timer()],
        Starter::Cron => vec![reminder.cron()],
        Starter::Launchd => vec![reminder.plist()],
    };
    let paths = paths(app, by)?;
    let files = paths.into_iter().zip(texts);
    Ok(files.map(|(path, text)| UnitFile { path, text }).collect())
}

fn paths(app: &App<'_, '_>, by: Starter) -> Result<Vec<Option<PathBuf>>> {
    let home = || {
        let home = app.environment.path_var("HOME").map(Path::to_owned);
        home.ok_or_else(|| Failure::storage("there is no home folder: `HOME` is not set"))
    };
    Ok(match by {
        Starter::Systemd => {
            let config_home = app.environment.path_var("XDG_CONFIG_HOME").map(Path::to_owned);
            let config = match config_home.filter(|path| path.is_absolute()) {
                Some(config_home) => config_home,
                None => home()?.join(".config"),
            };
            let folder = config.join("systemd/user");
            vec![Some(folder.join("mentor-due.service")), Some(folder.join("mentor-due.timer"))]
        }
        Starter::Launchd => vec![Some(home()?.join("Library/LaunchAgents/mentor-due.plist"))],
        Starter::Cron => vec![None],
    })
}

/// Finds an installed reminder and its files.
pub fn find_installed(app: &App<'_, '_>) -> Result<Option<(Starter, Vec<UnitFile>)>> {
    for by in Starter::ALL.iter().copied() {
        let mut files = Vec::new();
        for path in paths(app, by)? {
            let text = match &path {
                Some(path) => regular_file::read_text(path).unwrap_or_default(),
                None => managed_section(&crontab(app)),
            };
            if text.contains(MARK) {
                files.push(UnitFile { path, text });
            }
        }
        if !files.is_empty() {
            return Ok(Some((by, files)));
        }
    }
    Ok(None)
}

fn crontab(app: &App<'_, '_>) -> String {
    match run(app.environment, "crontab", &["-l"], "") {
        ProgramOutput::Yes(text) => text,
        // The user has no crontab yet, or there is no cron.
        ProgramOutput::No(_) | ProgramOutput::Missing => String::new(),
    }
}

/// Returns the lines between mentor's marks.
fn managed_section(crontab: &str) -> String {
    let others = strip_managed_section(crontab);
    let lines = crontab.lines().filter(|line| !others.lines().any(|kept| kept == *line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Writes the files and activates the reminder.
pub fn write(app: &App<'_, '_>, by: Starter, files: &[UnitFile]) -> Result<()> {
    for (index, file) in files.iter().enumerate() {
        let result = match &file.path {
            Some(path) => write_file(path, &file.text),
            None => set_crontab(app, &(strip_managed_section(&crontab(app)) + &file.text)),
        };
        result.map_err(|failure| match index {
            0 => failure,
            _ => failure
                .data("some of it was written")
                .hint("run `mentor remind install` to write all of it"),
        })?;
    }
    match by {
        Starter::Systemd => {
            run_scheduler(app, "systemctl", &["--user", "daemon-reload"])?;
            run_scheduler(app, "systemctl", &["--user", "enable", "--now", "mentor-due.timer"])
        }
        Starter::Launchd => {
            let path = files.first().and_then(|file| file.path.as_deref());
            let path = path.unwrap_or(Path::new("")).display().to_string();
            run_scheduler(app, "launchctl", &["load", "-w", &path])
        }
        Starter::Cron => Ok(()),
    }
}

/// Deactivates the reminder and removes its files.
pub fn remove(app: &App<'_, '_>, by: Starter, files: &[UnitFile]) -> Result<()> {
    match by {
        Starter::Systemd => {
            run_scheduler(app, "systemctl", &["--user", "disable", "--now", "mentor-due.timer"])?;
        }
        Starter::Launchd => {
            let path = files.first().and_then(|file| file.path.as_deref());
            let path = path.unwrap_or(Path::new("")).display().to_string();
            run_scheduler(app, "launchctl", &["unload", "-w", &path])?;
        }
        Starter::Cron => set_crontab(app, &strip_managed_section(&crontab(app)))?,
    }
    for path in files.iter().filter_map(|file| file.path.as_deref()) {
        fs::remove_file(path).map_err(|error| write_failure(path, &error))?;
    }
    if by == Starter::Systemd {
        run_scheduler(app, "systemctl", &["--user", "daemon-reload"])?;
    }
    Ok(())
}

/// Writes a file; fails if one exists that mentor did not write.
fn write_file(path: &Path, text: &str) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        let existing = regular_file::read_text(path).unwrap_or_default();
        if !existing.contains(MARK) {
            return Err(Failure::refused(format!(
                "`{}` already exists and was not written by `mentor remind`",
                path.display()
            ))
            .data("nothing was changed")
            .hint("move it away first"));
        }
    }
    let folder = private_file::parent_dir(path);
    private_file::create_dir_all(folder).map_err(|error| write_failure(folder, &error))?;
    private_file::replace(path, text.as_bytes()).map_err(|error| write_failure(path, &error))
}

fn write_failure(path: &Path, error: &std::io::Error) -> Failure {
    Failure::storage(format!("can't write `{}`: {error}", path.display()))
}

fn set_crontab(app: &App<'_, '_>, text: &str) -> Result<()> {
    match run(app.environment, "crontab", &["-"], text) {
        ProgramOutput::Yes(_) => Ok(()),
        ProgramOutput::Missing => Err(Failure::not_found("`crontab` is not installed")),
        ProgramOutput::No(why) => Err(Failure::storage(format!("can't write the crontab: {why}"))),
    }
}

fn run_scheduler(app: &App<'_, '_>, program: &str, args: &[&str]) -> Result<()> {
    let command = format!("{program} {}", args.join(" "));
    match run(app.environment, program, args, "") {
        ProgramOutput::Yes(_) => Ok(()),
        ProgramOutput::Missing => Err(Failure::not_found(format!("`{program}` is not installed"))
            .hint(format!("install it, then run `{command}`"))),
        ProgramOutput::No(why) => Err(Failure::storage(format!("`{command}` failed: {why}"))
            .data("the files were written, but the timer was not started")
            .hint(format!("try `{command}`"))),
    }
}
