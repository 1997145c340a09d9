//! Runs other programs: notifications and timers. The editor is run by `editor.rs`.

use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::environment::Environment;
use crate::platform::system::{self, Notifier};
use crate::platform::{private_file, regular_file};

/// The outcome of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgramOutput {
    /// There is no such program.
    Missing,
    /// It succeeded; the text is its standard output.
    Yes(String),
    /// It failed; the text is the first line of its standard error.
    No(String),
}

impl ProgramOutput {
    pub fn succeeded(&self) -> bool {
        matches!(self, ProgramOutput::Yes(_))
    }
}

/// Runs a program with the variables of this run and `input` on its standard input.
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
        // A program that does not read its input reports its own error.
        let _ = stdin.write_all(input.as_bytes());
    }
    match child.wait_with_output() {
        Ok(output) if output.status.success() => {
            ProgramOutput::Yes(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Ok(output) => {
            let stderr = String::from_utf8_lossy(&output.stderr);
            let first = stderr.trim().lines().next().unwrap_or_default();
            ProgramOutput::No(match first {
                "" => format!("it ended with {}", output.status),
                first => first.to_owned(),
            })
        }
        Err(error) => ProgramOutput::No(error.to_string()),
    }
}

/// Finds a program in the `PATH` of this run's environment, which in tests is not that of the process.
fn find_in_path(environment: &Environment<'_>, program: &str) -> PathBuf {
    let first = candidates_in_path(environment, program).into_iter().find(|file| file.is_file());
    first.unwrap_or_else(|| Path::new("/nowhere").join(program))
}

fn candidates_in_path(environment: &Environment<'_>, program: &str) -> Vec<PathBuf> {
    let path = environment.os_var("PATH");
    let path = path.unwrap_or(OsStr::new("/usr/bin:/bin"));
    std::env::split_paths(path).map(|folder| folder.join(program)).collect()
}

/// Returns the address of the session bus. cron and systemd don't always set it, but the socket is in the user's
/// runtime folder.
pub fn session_bus(environment: &Environment<'_>) -> Option<OsString> {
    if let Some(address) = environment.os_var("DBUS_SESSION_BUS_ADDRESS") {
        return Some(address.to_owned());
    }
    let bus = runtime_dir(environment)?.join("bus");
    bus.exists().then(|| {
        let mut address = OsString::from("unix:path=");
        address.push(bus);
        address
    })
}

/// Returns the runtime folder of the session, which the system empties when the session ends.
fn runtime_dir(environment: &Environment<'_>) -> Option<PathBuf> {
    let default = || {
        let home = std::fs::metadata(environment.path_var("HOME")?).ok()?;
        system::HERE.runtime_dir(home.uid())
    };
    let configured = environment.path_var("XDG_RUNTIME_DIR").map(Path::to_owned);
    configured.or_else(default)
}

/// Shows a plain-text notification on the desktop; the error says why it can't.
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
        ProgramOutput::Missing => Err("`osascript` is not installed".to_owned()),
        ProgramOutput::No(why) => Err(why),
    }
}

/// Returns a line of `AppleScript` with both texts quoted, so that neither can contain a command.
fn notification_script(title: &str, body: &str) -> String {
    let quote = |text: &str| {
        let text = text.replace('\n', "; ");
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    };
    let (title, body) = (quote(title), quote(body));
    format!("display notification {body} with title {title}")
}

fn notify_by_bus(environment: &Environment<'_>, title: &str, body: &str) -> Result<(), String> {
    if session_bus(environment).is_none() {
        return Err("there is no session bus: `DBUS_SESSION_BUS_ADDRESS` is not set, and nobody is logged in on a desktop".to_owned());
    }
    match send_notification(environment, title, &escape_markup(body)) {
        ProgramOutput::Yes(_) => Ok(()),
        ProgramOutput::Missing => {
            Err("`notify-send` is not installed (Debian: `apt install libnotify-bin`)".to_owned())
        }
        ProgramOutput::No(why) => Err(why),
    }
}

/// Shows a notification in place of the last one of this session, whose number the desktop returned. `notify-send`
/// before 0.8 has no such numbers, so it shows another notification.
fn send_notification(environment: &Environment<'_>, title: &str, body: &str) -> ProgramOutput {
    let file = runtime_dir(environment).map(|folder| folder.join("mentor-notification"));
    let last_id = file
        .as_deref()
        .and_then(|path| regular_file::read_text(path).ok())
        .and_then(|text| text.trim().parse::<u32>().ok());
    let replaces = format!("--replace-id={}", last_id.unwrap_or_default());
    let mut args = vec!["--app-name=mentor", "--print-id"];
    args.extend(last_id.map(|_| replaces.as_str()));
    args.extend(["--", title, body]);
    let result = run(environment, "notify-send", &args, "");
    if let (ProgramOutput::Yes(number), Some(path)) = (&result, &file) {
        // If this fails, the next notification appears beside this one, which is harmless.
        let _ = private_file::replace(path, number.as_bytes());
    }
    match result {
        ProgramOutput::No(why) if why.contains("option") => {
            let args = ["--app-name=mentor", "--", title, body];
            run(environment, "notify-send", &args, "")
        }
        result => result,
    }
}

/// Escapes a text for the body of a notification, which is markup by the desktop specification.
fn escape_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Returns the path of this program, preferably the one on the `PATH`: the target of a link there may be gone after the
/// next update.
pub fn current_exe(environment: &Environment<'_>) -> Option<PathBuf> {
    let real = (environment.current_exe)()?;
    let is_this_program = |candidate: &PathBuf| {
        let target = candidate.canonicalize();
        candidate.is_absolute() && target.is_ok_and(|target| target == real)
    };
    let candidates = candidates_in_path(environment, env!("CARGO_PKG_NAME"));
    Some(candidates.into_iter().find(is_this_program).unwrap_or(real))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_cannot_escape_into_the_script() {
        let text = "a \"b\" \\ \n\" & (do shell script \"x\")";
        assert_eq!(
            notification_script("mentor: 1 overdue", text),
            r#"display notification "a \"b\" \\ ; \" & (do shell script \"x\")" with title "mentor: 1 overdue""#
        );
    }
}
