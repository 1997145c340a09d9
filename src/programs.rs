//! The programs of the system that a run may ask for something: a notification, a timer. Editors are in `editor.rs`.

use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::environment::Environment;

/// How a program answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgramOutput {
    /// There is no such program.
    Missing,
    /// It ended well and said this.
    Yes(String),
    /// It ended with a failure and said this.
    No(String),
}

impl ProgramOutput {
    pub fn succeeded(&self) -> bool {
        matches!(self, ProgramOutput::Yes(_))
    }
}

/// Starts a program with the variables of this run, gives it `input`, and waits for its end.
pub fn run(
    environment: &Environment<'_>,
    program: &str,
    args: &[&str],
    input: &str,
) -> ProgramOutput {
    let mut command = Command::new(find_in_path(environment, program));
    command
        .args(args)
        .env_clear()
        .envs(&environment.vars)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if let Some(bus) = session_bus(environment) {
        command.env("DBUS_SESSION_BUS_ADDRESS", bus);
    }
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => return ProgramOutput::Missing,
        Err(error) => return ProgramOutput::No(error.to_string()),
    };
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read what it is given has its reasons, and says them itself.
        let _ = stdin.write_all(input.as_bytes());
    }
    match child.wait_with_output() {
        Ok(output) if output.status.success() => {
            ProgramOutput::Yes(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let first = said.trim().lines().next().unwrap_or_default();
            ProgramOutput::No(match first {
                "" => format!("it ended with {}", output.status),
                first => first.to_owned(),
            })
        }
        Err(error) => ProgramOutput::No(error.to_string()),
    }
}

/// Looked for in the `PATH` of this run, not in that of whoever started the tests.
fn find_in_path(environment: &Environment<'_>, program: &str) -> PathBuf {
    let path = environment.os_var("PATH");
    let path = path.unwrap_or(OsStr::new("/usr/bin:/bin"));
    let candidates = std::env::split_paths(path).map(|folder| folder.join(program));
    let first = candidates.into_iter().find(|file| file.is_file());
    first.unwrap_or_else(|| Path::new("/nowhere").join(program))
}

/// Where the desktop listens: cron and systemd don't always say it, but it is where the user's runtime folder is.
pub fn session_bus(environment: &Environment<'_>) -> Option<OsString> {
    if let Some(named) = environment.os_var("DBUS_SESSION_BUS_ADDRESS") {
        return Some(named.to_owned());
    }
    let runtime = environment.path_var("XDG_RUNTIME_DIR").map(Path::to_owned);
    let of_user = || {
        let home = std::fs::metadata(environment.path_var("HOME")?).ok()?;
        Some(PathBuf::from(format!("/run/user/{}", home.uid())))
    };
    let bus = runtime.or_else(of_user)?.join("bus");
    bus.exists().then(|| {
        let mut address = OsString::from("unix:path=");
        address.push(bus);
        address
    })
}

/// Shows a notification of plain text on the desktop; if that can't be done, says why.
pub fn notify(environment: &Environment<'_>, title: &str, body: &str) -> Result<(), String> {
    if cfg!(target_os = "macos") {
        let quoted = |text: &str| {
            let text = text.replace('\n', "; ");
            format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
        };
        let script = format!(
            "display notification {} with title {}",
            quoted(body),
            quoted(title)
        );
        return match run(environment, "osascript", &["-e", &script], "") {
            ProgramOutput::Yes(_) => Ok(()),
            ProgramOutput::Missing => Err("`osascript` is not there".to_owned()),
            ProgramOutput::No(why) => Err(why),
        };
    }
    if session_bus(environment).is_none() {
        return Err("there is no session bus: `DBUS_SESSION_BUS_ADDRESS` is not set, and nobody is logged in on a desktop".to_owned());
    }
    let body = without_markup(body);
    let args = ["--app-name=mentor", "--", title, &body];
    match run(environment, "notify-send", &args, "") {
        ProgramOutput::Yes(_) => Ok(()),
        ProgramOutput::Missing => {
            Err("`notify-send` is not installed (Debian: `apt install libnotify-bin`)".to_owned())
        }
        ProgramOutput::No(why) => Err(why),
    }
}

/// The body of a notification is markup by the specification of the desktop: a text says so where it means itself.
fn without_markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The file that this program was started from.
pub fn current_exe() -> Option<PathBuf> {
    std::env::current_exe().ok()
}
