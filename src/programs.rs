//! The programs of the system that a run may ask for something: a notification, a timer. Editors are in `editor.rs`.

use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::environment::Environment;
use crate::platform::system::{self, Notifier};
use crate::platform::{private_file, regular_file};

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
    let first = candidates_in_path(environment, program)
        .into_iter()
        .find(|file| file.is_file());
    first.unwrap_or_else(|| Path::new("/nowhere").join(program))
}

fn candidates_in_path(environment: &Environment<'_>, program: &str) -> Vec<PathBuf> {
    let path = environment.os_var("PATH");
    let path = path.unwrap_or(OsStr::new("/usr/bin:/bin"));
    std::env::split_paths(path)
        .map(|folder| folder.join(program))
        .collect()
}

/// Where the desktop listens: cron and systemd don't always say it, but it is where the user's runtime folder is.
pub fn session_bus(environment: &Environment<'_>) -> Option<OsString> {
    if let Some(named) = environment.os_var("DBUS_SESSION_BUS_ADDRESS") {
        return Some(named.to_owned());
    }
    let bus = runtime_dir(environment)?.join("bus");
    bus.exists().then(|| {
        let mut address = OsString::from("unix:path=");
        address.push(bus);
        address
    })
}

/// The folder of the session, which is emptied when it ends.
fn runtime_dir(environment: &Environment<'_>) -> Option<PathBuf> {
    let of_user = || {
        let home = std::fs::metadata(environment.path_var("HOME")?).ok()?;
        system::HERE.runtime_dir(home.uid())
    };
    let named = environment.path_var("XDG_RUNTIME_DIR").map(Path::to_owned);
    named.or_else(of_user)
}

/// Shows a notification of plain text on the desktop; if that can't be done, says why.
pub fn notify(environment: &Environment<'_>, title: &str, body: &str) -> Result<(), String> {
    match system::HERE.notifier() {
        Notifier::Script => notify_by_script(environment, title, body),
        Notifier::Bus => notify_by_bus(environment, title, body),
    }
}

fn notify_by_script(environment: &Environment<'_>, title: &str, body: &str) -> Result<(), String> {
    let script = notification_script(title, body);
    match run(environment, "osascript", &["-e", &script], "") {
        ProgramOutput::Yes(_) => Ok(()),
        ProgramOutput::Missing => Err("`osascript` is not there".to_owned()),
        ProgramOutput::No(why) => Err(why),
    }
}

/// A line of `AppleScript`, in which a text can be nothing but a text.
fn notification_script(title: &str, body: &str) -> String {
    let quoted = |text: &str| {
        let text = text.replace('\n', "; ");
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    };
    let (title, body) = (quoted(title), quoted(body));
    format!("display notification {body} with title {title}")
}

fn notify_by_bus(environment: &Environment<'_>, title: &str, body: &str) -> Result<(), String> {
    if session_bus(environment).is_none() {
        return Err("there is no session bus: `DBUS_SESSION_BUS_ADDRESS` is not set, and nobody is logged in on a desktop".to_owned());
    }
    match send_notification(environment, title, &without_markup(body)) {
        ProgramOutput::Yes(_) => Ok(()),
        ProgramOutput::Missing => {
            Err("`notify-send` is not installed (Debian: `apt install libnotify-bin`)".to_owned())
        }
        ProgramOutput::No(why) => Err(why),
    }
}

/// Shows a notification in the place of the last one of this session, which has the number that the desktop gave it.
/// A `notify-send` older than 0.8 can't say numbers; it shows another one.
fn send_notification(environment: &Environment<'_>, title: &str, body: &str) -> ProgramOutput {
    let file = runtime_dir(environment).map(|folder| folder.join("mentor-notification"));
    let last = file
        .as_deref()
        .and_then(|path| regular_file::read_text(path).ok())
        .and_then(|text| text.trim().parse::<u32>().ok());
    let replaces = format!("--replace-id={}", last.unwrap_or_default());
    let mut args = vec!["--app-name=mentor", "--print-id"];
    args.extend(last.map(|_| replaces.as_str()));
    args.extend(["--", title, body]);
    let shown = run(environment, "notify-send", &args, "");
    if let (ProgramOutput::Yes(number), Some(path)) = (&shown, &file) {
        // Without it the next one stands beside this one, which is no reason to complain.
        let _ = private_file::replace(path, number.as_bytes());
    }
    match shown {
        ProgramOutput::No(why) if why.contains("option") => {
            let args = ["--app-name=mentor", "--", title, body];
            run(environment, "notify-send", &args, "")
        }
        shown => shown,
    }
}

/// The body of a notification is markup by the specification of the desktop: a text says so where it means itself.
fn without_markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The file that this program was started from, by the name under which it is found on the `PATH`: what a link there leads
/// to may be gone after the next update.
pub fn current_exe(environment: &Environment<'_>) -> Option<PathBuf> {
    let real = std::env::current_exe().ok()?;
    let is_this = |found: &PathBuf| {
        let target = found.canonicalize();
        found.is_absolute() && target.is_ok_and(|target| target == real)
    };
    let candidates = candidates_in_path(environment, env!("CARGO_PKG_NAME"));
    Some(candidates.into_iter().find(is_this).unwrap_or(real))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_a_script_ends_where_it_ends() {
        let text = "a \"b\" \\ \n\" & (do shell script \"x\")";
        assert_eq!(
            notification_script("mentor: 1 overdue", text),
            r#"display notification "a \"b\" \\ ; \" & (do shell script \"x\")" with title "mentor: 1 overdue""#
        );
    }
}
