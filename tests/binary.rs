//! The real program: a real terminal, closed pipes, the umask, several processes at once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at once"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rexpect::session::{PtySession, spawn_command};

const MENTOR: &str = env!("CARGO_BIN_EXE_mentor");

/// The program in a home of its own, with nothing else in its surroundings.
fn mentor(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(MENTOR);
    command
        .args(args)
        .env_clear()
        .env("HOME", home)
        .env("TZ", "Europe/London")
        .env("USER", "sam")
        .env("MENTOR_NOW", "2026-12-01T09:00:00Z");
    command
}

fn ok(home: &Path, args: &[&str]) -> Output {
    let output = mentor(home, args).stdin(Stdio::null()).output().unwrap();
    assert!(
        output.status.success(),
        "{args:?}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// The same through a shell, for what only a shell can do to it.
fn shell(home: &Path, script: &str) -> Output {
    let command = mentor(home, &[]);
    let mut shell = Command::new("sh");
    shell
        .args(["-c", script])
        .env("MENTOR", MENTOR)
        .stdin(Stdio::null());
    for (name, value) in command.get_envs() {
        shell.env(name, value.unwrap());
    }
    shell.output().unwrap()
}

fn with_pair() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    ok(
        home.path(),
        &[
            "pair",
            "add",
            "ana",
            "--mentee",
            "Ana Díaz",
            "--tz",
            "America/Bogota",
        ],
    );
    home
}

fn terminal(home: &Path, args: &[&str]) -> PtySession {
    let mut command = mentor(home, args);
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
fn a_log_is_asked_for_on_a_terminal_and_a_slip_is_asked_again() {
    let home = with_pair();
    let mut session = terminal(home.path(), &["log"]);
    session.exp_string("What did you talk about?").unwrap();
    session.send_line("Ownership").unwrap();
    session.exp_string("How long").unwrap();
    session.send_line("a while").unwrap();
    session
        .exp_string("`a while` is not a length of time")
        .unwrap();
    session.exp_string("How long").unwrap();
    session.send_line("50").unwrap();
    session.exp_string("What will each side do?").unwrap();
    session.send_line("mentee: draft the RFC by fri").unwrap();
    for _ in 0..40 {
        if session.send_line("").is_err() {
            break;
        }
    }
    session.exp_string("Logged check-in 1").unwrap();
    let card = String::from_utf8(ok(home.path(), &["checkin", "show", "1"]).stdout).unwrap();
    assert!(
        card.contains("Ownership") && card.contains("draft the RFC"),
        "{card}"
    );
}

#[test]
fn ctrl_c_at_a_question_keeps_what_was_typed() {
    let home = with_pair();
    let mut session = terminal(home.path(), &["log"]);
    session.exp_string("What did you talk about?").unwrap();
    session.send_line("Something precious").unwrap();
    session.exp_string("How long").unwrap();
    session.send_control('c').unwrap();
    session.exp_string("your text is kept in").unwrap();
    assert_eq!(ended(&session), 130);
    let draft = home.path().join(".local/state/mentor/drafts/log.toml");
    assert!(
        fs::read_to_string(draft)
            .unwrap()
            .contains("Something precious")
    );
    assert!(
        !String::from_utf8(ok(home.path(), &["checkin", "list"]).stdout)
            .unwrap()
            .contains("held")
    );
}

#[test]
fn which_pair_is_asked_on_a_terminal_and_refused_without_one() {
    let home = with_pair();
    ok(
        home.path(),
        &[
            "pair",
            "add",
            "priya",
            "--mentor",
            "Priya Nair",
            "--tz",
            "Asia/Kolkata",
        ],
    );
    let mut session = terminal(home.path(), &["topic", "add", "Pace"]);
    session.exp_string("priya").unwrap();
    session.send_line("").unwrap();
    session.exp_string("Added topic 1").unwrap();
    assert_eq!(ended(&session), 0);
    let output = mentor(home.path(), &["topic", "add", "Pace"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn no_question_is_asked_when_it_is_forbidden() {
    let home = with_pair();
    let session = terminal(home.path(), &["log", "--no-input"]);
    assert_eq!(ended(&session), 5);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = with_pair();
    for n in 0..40 {
        ok(
            home.path(),
            &["log", &format!("Call {n} {}", "x".repeat(3_000))],
        );
    }
    let output = shell(
        home.path(),
        "{ \"$MENTOR\" export; echo \"status $?\" >&2; } | head -1",
    );
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "status 0\n");
}

#[test]
fn closed_streams_are_not_taken_for_the_data_file() {
    let home = with_pair();
    for script in [
        "\"$MENTOR\" topic add Pace >&-",
        "\"$MENTOR\" topic add Pace 2>&-",
        "\"$MENTOR\" topic add Pace <&- >&- 2>&-",
    ] {
        assert_eq!(
            shell(home.path(), script).status.code(),
            Some(0),
            "{script}"
        );
    }
    let listed = String::from_utf8(ok(home.path(), &["topic", "list"]).stdout).unwrap();
    assert_eq!(listed.matches("Pace").count(), 3, "{listed}");
}

#[test]
fn a_full_output_is_a_failure() {
    let home = with_pair();
    let output = shell(home.path(), "\"$MENTOR\" pair list > /dev/full");
    assert_eq!(output.status.code(), Some(7), "{output:?}");
}

#[test]
fn only_the_user_can_read_what_is_written_whatever_the_umask() {
    for umask in ["000", "022", "077"] {
        let home = tempfile::tempdir().unwrap();
        let script = format!(
            "umask {umask}; \"$MENTOR\" pair add ana --mentee Ana && \"$MENTOR\" export --output \"$HOME/all.json\"; \
             \"$MENTOR\" log 'Long and precious' -p nobody; true"
        );
        let output = shell(home.path(), &script);
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
fn processes_at_once_lose_nothing() {
    let home = with_pair();
    let workers: Vec<_> = (0..8)
        .map(|worker| {
            let home = home.path().to_owned();
            std::thread::spawn(move || {
                for n in 0..10 {
                    ok(
                        &home,
                        &[
                            "followup",
                            "add",
                            &format!("me: work {worker} item {n} by fri"),
                        ],
                    );
                    ok(&home, &["due"]);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    let listed = ok(home.path(), &["followup", "list", "--json"]).stdout;
    let listed: serde_json::Value = serde_json::from_slice(&listed).unwrap();
    assert_eq!(listed["items"].as_array().unwrap().len(), 80);
}

#[test]
fn first_runs_at_once_end_with_one_file() {
    let home = tempfile::tempdir().unwrap();
    let workers: Vec<_> = (0..8)
        .map(|n| {
            mentor(
                home.path(),
                &["pair", "add", &format!("p{n}"), "--mentee", "Ana"],
            )
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
        })
        .collect();
    for worker in workers {
        let output = worker.wait_with_output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let listed = String::from_utf8(ok(home.path(), &["pair", "list", "--json"]).stdout).unwrap();
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed["items"].as_array().unwrap().len(), 8);
    let folder = home.path().join(".local/share/mentor");
    let files = fs::read_dir(folder)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().is_file())
        .count();
    assert_eq!(files, 1);
}
