//! Tests of the real program: a real terminal, closed pipes, the umask.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at once")]

use std::fs;
use std::os::unix::fs::PermissionsExt;

use rexpect::session::{PtySession, spawn_command};

use crate::real::Home;

#[path = "real/command_line.rs"]
mod command_line;
#[path = "real/folder.rs"]
mod folder;
#[allow(dead_code, reason = "the torture tests use more of it")]
mod real;

fn terminal(home: &Home, args: &[&str]) -> PtySession {
    let mut command = home.mentor(args);
    command.env("TERM", "xterm-256color").env("NO_COLOR", "1");
    spawn_command(command, Some(10_000)).unwrap()
}

fn ended(session: &PtySession) -> i32 {
    match session.process().wait().unwrap() {
        nix::sys::wait::WaitStatus::Exited(_, status) => status,
        other => panic!("{other:?}"),
    }
}

#[test]
fn log_prompts_on_a_terminal_and_repeats_invalid_answers() {
    let home = Home::with_pair();
    let mut session = terminal(&home, &["log"]);
    session.exp_string("What did you talk about?").unwrap();
    session.send_line("Ownership").unwrap();
    session.exp_string("When was it?").unwrap();
    session.send_line("now").unwrap();
    session.exp_string("Who does what next?").unwrap();
    session.send_line("mentee: draft the RFC by fri").unwrap();
    session.exp_string("and?").unwrap();
    session.send_line("").unwrap();
    session.exp_string("What went well?").unwrap();
    session.send_line("").unwrap();
    session.exp_string("What advice").unwrap();
    session.send_line("").unwrap();
    session.exp_string("How long").unwrap();
    session.send_line("a while").unwrap();
    session.exp_string("`a while` is not a length of time").unwrap();
    session.exp_string("How long").unwrap();
    // The refused answer is still in the line, to be corrected.
    session.send("\u{15}50\r").unwrap();
    session.flush().unwrap();
    session.exp_string("next check-in?").unwrap();
    session.send_line("").unwrap();
    session.exp_string("Logged check-in 1").unwrap();
    let card = home.ok(&["checkin", "show", "1"]);
    assert!(card.contains("Ownership") && card.contains("draft the RFC"), "{card}");
}

#[test]
fn ctrl_c_at_a_prompt_keeps_the_typed_text() {
    let home = Home::with_pair();
    let mut session = terminal(&home, &["log"]);
    session.exp_string("What did you talk about?").unwrap();
    session.send_line("Something precious").unwrap();
    session.exp_string("When was it?").unwrap();
    session.send_line("").unwrap();
    session.exp_string("Who does what next?").unwrap();
    session.send("me: half a line").unwrap();
    session.flush().unwrap();
    session.exp_string("half a line").unwrap();
    session.send_control('c').unwrap();
    session.exp_string("stopped; your answers are saved (`mentor draft resume log`)").unwrap();
    assert_eq!(ended(&session), 130);
    let draft = home.path().join(".local/state/mentor/drafts/log.toml");
    let draft = fs::read_to_string(draft).unwrap();
    assert!(draft.contains("Something precious"), "{draft}");
    assert!(draft.contains("me: half a line"), "{draft}");
    assert!(!home.ok(&["checkin", "list"]).contains("held"));
}

#[test]
fn missing_pair_is_prompted_for_on_a_terminal_only() {
    let home = Home::with_pair();
    home.ok(&["pair", "add", "priya", "--mentor", "Priya Nair", "--tz", "Asia/Kolkata"]);
    let mut session = terminal(&home, &["topic", "add", "Pace"]);
    session.exp_string("priya").unwrap();
    session.send_line("").unwrap();
    session.exp_string("Added topic 1").unwrap();
    assert_eq!(ended(&session), 0);
    let output = home.mentor(&["topic", "add", "Pace"]).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn no_input_disables_prompts() {
    let home = Home::with_pair();
    let session = terminal(&home, &["log", "--no-input"]);
    assert_eq!(ended(&session), 5);
}

#[test]
fn closed_reader_is_no_error() {
    let home = Home::with_pair();
    for n in 0..40 {
        home.ok(&["log", &format!("Call {n} {}", "x".repeat(3_000))]);
    }
    let output = home.shell("{ \"$MENTOR\" export; echo \"status $?\" >&2; } | head -1");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "status 0\n");
}

#[test]
fn closed_streams_are_not_mistaken_for_the_data_file() {
    let home = Home::with_pair();
    for script in [
        "\"$MENTOR\" topic add Pace >&-",
        "\"$MENTOR\" topic add Pace 2>&-",
        "\"$MENTOR\" topic add Pace <&- >&- 2>&-",
    ] {
        assert_eq!(home.shell(script).status.code(), Some(0), "{script}");
    }
    let listed = home.ok(&["topic", "list"]);
    assert_eq!(listed.matches("Pace").count(), 3, "{listed}");
}

#[test]
fn failing_stdout_is_a_failure() {
    let home = Home::with_pair();
    let output = home.shell("\"$MENTOR\" pair list > /dev/full");
    assert_eq!(output.status.code(), Some(7), "{output:?}");
}

#[test]
fn written_files_are_private_with_any_umask() {
    for umask in ["000", "022", "077"] {
        let home = Home::new();
        let script = format!(
            "umask {umask}; \"$MENTOR\" pair add ana --mentee Ana && \"$MENTOR\" export --output \"$HOME/all.json\"; \
             \"$MENTOR\" log 'Long and\nprecious' -p nobody; true"
        );
        let output = home.shell(&script);
        assert!(output.status.success(), "{output:?}");
        let mut seen = 0;
        let mut folders = vec![home.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                let about = entry.metadata().unwrap();
                let mode = about.permissions().mode() & 0o777;
                let wanted = if about.is_dir() { 0o700 } else { 0o600 };
                assert_eq!(mode, wanted, "umask {umask}: {}", entry.path().display());
                seen += 1;
                if about.is_dir() {
                    folders.push(entry.path());
                }
            }
        }
        assert!(seen >= 8, "umask {umask}: {seen}");
    }
}

#[test]
fn a_damaged_file_is_not_replaced_while_another_process_uses_it() {
    let home = Home::with_pair();
    let backup = home.path().join("good.db").display().to_string();
    home.ok(&["backup", "-o", &backup]);
    let writer = rusqlite::Connection::open(home.db()).unwrap();
    writer.execute_batch("BEGIN EXCLUSIVE").unwrap();
    // Through its own handle, since closing another one would end the lock of the writer.
    let damaged = std::process::Command::new("dd")
        .args(["if=/dev/zero", "bs=4096", "count=1", "conv=notrunc"])
        .arg(format!("of={}", home.db().display()))
        .output();
    assert!(damaged.unwrap().status.success());

    let mut restore = home.mentor(&["restore", &backup, "--yes"]);
    let mut restore = restore.stderr(std::process::Stdio::null()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(restore.try_wait().unwrap().is_none());
    let zeros =
        |path: &std::path::Path| fs::read(path).unwrap()[..16].iter().all(|byte| *byte == 0);
    assert!(zeros(&home.db()));

    drop(writer);
    assert!(restore.wait().unwrap().success());
    assert!(!zeros(&home.db()));
    assert!(home.ok(&["pair", "list"]).contains("ana"));
}
