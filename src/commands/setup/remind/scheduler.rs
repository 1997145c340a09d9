//! Where a reminder is kept on each system: what is there, how it is written, how it is taken away.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::domain::reminder::{MARK, Reminder, Starter, UnitFile, strip_managed_section};
use crate::error::{Failure, Result};
use crate::platform::private_file;
use crate::platform::regular_file;
use crate::platform::system;
use crate::programs::{ProgramOutput, run};

/// Who starts timers here: the platform's own, or what answers.
pub fn detect_scheduler(app: &App<'_, '_>) -> Result<Starter> {
    let environment = &*app.environment;
    if let Some(own) = system::HERE.scheduler() {
        return Ok(own);
    }
    if run(
        environment,
        "systemctl",
        &["--user", "show-environment"],
        "",
    )
    .succeeded()
    {
        return Ok(Starter::Systemd);
    }
    match run(environment, "crontab", &["-l"], "") {
        ProgramOutput::Missing => Err(Failure::not_found("found neither systemd (user) nor cron")
            .hint("run `mentor due` from any scheduler; `examples/` has some")),
        ProgramOutput::Yes(_) | ProgramOutput::No(_) => Ok(Starter::Cron),
    }
}

/// What a reminder consists of.
pub fn unit_files(app: &App<'_, '_>, by: Starter, reminder: &Reminder) -> Result<Vec<UnitFile>> {
    let texts = match by {
        Starter::Systemd => vec![reminder.service(), reminder.timer()],
        Starter::Cron => vec![reminder.cron()],
        Starter::Launchd => vec![reminder.plist()],
    };
    let paths = paths(app, by)?;
    let pieces = paths.into_iter().zip(texts);
    Ok(pieces.map(|(path, text)| UnitFile { path, text }).collect())
}

fn paths(app: &App<'_, '_>, by: Starter) -> Result<Vec<Option<PathBuf>>> {
    let home = || {
        let home = app.environment.path_var("HOME").map(Path::to_owned);
        home.ok_or_else(|| Failure::storage("there is no home folder: `HOME` is not set"))
    };
    Ok(match by {
        Starter::Systemd => {
            let named = app
                .environment
                .path_var("XDG_CONFIG_HOME")
                .map(Path::to_owned);
            let config = match named.filter(|path| path.is_absolute()) {
                Some(named) => named,
                None => home()?.join(".config"),
            };
            let folder = config.join("systemd/user");
            vec![
                Some(folder.join("mentor-due.service")),
                Some(folder.join("mentor-due.timer")),
            ]
        }
        Starter::Launchd => vec![Some(home()?.join("Library/LaunchAgents/mentor-due.plist"))],
        Starter::Cron => vec![None],
    })
}

/// What is there of a reminder; nothing if there is none.
pub fn find_installed(app: &App<'_, '_>) -> Result<Option<(Starter, Vec<UnitFile>)>> {
    for by in Starter::ALL.iter().copied() {
        let mut found = Vec::new();
        for path in paths(app, by)? {
            let text = match &path {
                Some(path) => regular_file::read_text(path).unwrap_or_default(),
                None => managed_section(&crontab(app)),
            };
            if text.contains(MARK) {
                found.push(UnitFile { path, text });
            }
        }
        if !found.is_empty() {
            return Ok(Some((by, found)));
        }
    }
    Ok(None)
}

fn crontab(app: &App<'_, '_>) -> String {
    match run(app.environment, "crontab", &["-l"], "") {
        ProgramOutput::Yes(text) => text,
        // Nobody has one yet, or there is no cron.
        ProgramOutput::No(_) | ProgramOutput::Missing => String::new(),
    }
}

/// The lines between the marks.
fn managed_section(crontab: &str) -> String {
    let kept = strip_managed_section(crontab);
    let lines = crontab
        .lines()
        .filter(|line| !kept.lines().any(|other| other == *line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Writes the pieces and tells the system about them.
pub fn write(app: &App<'_, '_>, by: Starter, pieces: &[UnitFile]) -> Result<()> {
    for (at, piece) in pieces.iter().enumerate() {
        let written = match &piece.path {
            Some(path) => write_file(path, &piece.text),
            None => set_crontab(app, &(strip_managed_section(&crontab(app)) + &piece.text)),
        };
        written.map_err(|failure| match at {
            0 => failure,
            _ => failure
                .data("some of it was written")
                .hint("`mentor remind install` writes all of it"),
        })?;
    }
    match by {
        Starter::Systemd => {
            run_scheduler(app, "systemctl", &["--user", "daemon-reload"])?;
            run_scheduler(
                app,
                "systemctl",
                &["--user", "enable", "--now", "mentor-due.timer"],
            )
        }
        Starter::Launchd => {
            let path = pieces.first().and_then(|piece| piece.path.as_deref());
            let path = path.unwrap_or(Path::new("")).display().to_string();
            run_scheduler(app, "launchctl", &["load", "-w", &path])
        }
        Starter::Cron => Ok(()),
    }
}

/// Takes the pieces away and tells the system about it.
pub fn remove(app: &App<'_, '_>, by: Starter, pieces: &[UnitFile]) -> Result<()> {
    match by {
        Starter::Systemd => run_scheduler(
            app,
            "systemctl",
            &["--user", "disable", "--now", "mentor-due.timer"],
        )?,
        Starter::Launchd => {
            let path = pieces.first().and_then(|piece| piece.path.as_deref());
            let path = path.unwrap_or(Path::new("")).display().to_string();
            run_scheduler(app, "launchctl", &["unload", "-w", &path])?;
        }
        Starter::Cron => set_crontab(app, &strip_managed_section(&crontab(app)))?,
    }
    for path in pieces.iter().filter_map(|piece| piece.path.as_deref()) {
        fs::remove_file(path).map_err(|error| write_failure(path, &error))?;
    }
    if by == Starter::Systemd {
        run_scheduler(app, "systemctl", &["--user", "daemon-reload"])?;
    }
    Ok(())
}

/// A file that somebody else wrote is left alone.
fn write_file(path: &Path, text: &str) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        let known = regular_file::read_text(path).unwrap_or_default();
        if !known.contains(MARK) {
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
        ProgramOutput::Missing => Err(Failure::not_found("there is no `crontab` here")),
        ProgramOutput::No(why) => Err(Failure::storage(format!("can't write the crontab: {why}"))),
    }
}

fn run_scheduler(app: &App<'_, '_>, program: &str, args: &[&str]) -> Result<()> {
    let words = format!("{program} {}", args.join(" "));
    match run(app.environment, program, args, "") {
        ProgramOutput::Yes(_) => Ok(()),
        ProgramOutput::Missing => Err(Failure::not_found(format!("`{program}` is not there"))
            .hint(format!("run `{words}` where it is"))),
        ProgramOutput::No(why) => Err(Failure::storage(format!("`{words}` failed: {why}"))
            .data("the files were written, but the system was not told")
            .hint(format!("try `{words}`"))),
    }
}
