//! The data file: private, never created by reading, and never written if it is damaged, foreign or newer.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use crate::sandbox::{Output, Sandbox};

#[test]
fn read_without_a_file_explains_how_to_start_and_creates_none() {
    let sandbox = Sandbox::new();
    for command in ["status", "due", "agenda", "review", "history"] {
        let output = sandbox.run(&[command]);
        assert_eq!(output.status, 3, "{command}: {output}");
        assert!(output.stderr.contains("run `mentor init` to start"), "{output}");
    }
    assert_eq!(fs::read_dir(sandbox.home.path()).unwrap().count(), 0);
}

#[test]
fn only_the_owner_can_read_the_file_and_its_folder() {
    let sandbox = Sandbox::with_pair();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&sandbox.db()), 0o600);
    assert_eq!(mode(sandbox.db().parent().unwrap()), 0o700);
}

#[test]
fn reports_do_not_change_the_file() {
    let sandbox = Sandbox::with_agreement();
    let before = fs::read(sandbox.db()).unwrap();
    for args in [
        &["status"][..],
        &["due"],
        &["agenda"],
        &["review"],
        &["agree", "show"],
        &["agree", "check"],
        &["agree", "lint"],
        &["history"],
        &["goal", "list"],
        &["followup", "list"],
        &["checkin", "next"],
        &["pair", "list"],
        &["person", "list"],
    ] {
        sandbox.ok(args);
    }
    assert_eq!(fs::read(sandbox.db()).unwrap(), before);
}

#[test]
fn emptied_file_counts_as_damaged_not_new() {
    let sandbox = Sandbox::with_pair();
    fs::write(sandbox.db(), "").unwrap();
    for args in [&["status"][..], &["topic", "add", "x"]] {
        let output = sandbox.run(args);
        assert_eq!(output.status, 8, "{output}");
    }
    assert_eq!(fs::read(sandbox.db()).unwrap(), b"");
}

#[test]
fn text_file_counts_as_damaged() {
    let sandbox = Sandbox::with_pair();
    fs::write(sandbox.db(), "dear diary, ".repeat(1000)).unwrap();
    assert_eq!(sandbox.run("status").status, 8);
    assert_eq!(sandbox.run("topic add x").status, 8);
}

#[test]
fn folder_in_place_of_the_file_is_refused() {
    let sandbox = Sandbox::new();
    let folder = sandbox.home.path().display().to_string();
    assert_eq!(sandbox.run(&["status", "--db", &folder]).status, 7);
}

#[test]
fn newer_file_is_not_changed() {
    let sandbox = Sandbox::with_pair();
    // `user_version` is the big-endian number at byte 60 of the header (SQLite's file format, section 1.3).
    let mut bytes = fs::read(sandbox.db()).unwrap();
    bytes[60..64].copy_from_slice(&10_u32.to_be_bytes());
    fs::write(sandbox.db(), &bytes).unwrap();
    insta::assert_snapshot!(sandbox.run("topic add x"), @"
    --- stderr ---
    error: this data file needs a newer mentor (format 10, this one reads up to 9)
           the file was not changed
    hint: update mentor
    [exit 9]
    ");
    assert_eq!(sandbox.run("status").status, 9);
    assert_eq!(fs::read(sandbox.db()).unwrap(), bytes);
}

#[test]
fn file_of_another_program_is_refused() {
    let sandbox = Sandbox::with_pair();
    let mut bytes = fs::read(sandbox.db()).unwrap();
    bytes[68..72].copy_from_slice(&1_u32.to_be_bytes());
    fs::write(sandbox.db(), &bytes).unwrap();
    assert_eq!(sandbox.run("status").status, 8);
}

/// Runs a command while another process holds the lock for some time.
fn run_beside_a_lock(sandbox: &Sandbox, held: Duration, args: &[&str]) -> Output {
    let holder = rusqlite::Connection::open(sandbox.db()).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let letting_go = std::thread::spawn(move || {
        std::thread::sleep(held);
        drop(holder);
    });
    let output = sandbox.run(args);
    letting_go.join().unwrap();
    assert_eq!(output.status, 0, "{args:?}\n{output}");
    output
}

mod slow {
    use super::*;

    #[test]
    fn waiting_for_a_lock_is_announced_after_a_second() {
        let sandbox = Sandbox::with_pair();
        let long = Duration::from_millis(1_500);
        let notice = "waiting for another mentor process to finish…\n";
        let listed = run_beside_a_lock(&sandbox, long, &["topic", "list", "--json"]);
        assert_eq!(listed.stderr, notice);
        assert!(listed.stdout.starts_with('{'), "{listed}");
        let added = run_beside_a_lock(&sandbox, long, &["topic", "add", "Pace"]);
        assert_eq!(added.stderr, format!("{notice}Added topic 1 from Sam: Pace\n"));
        let quiet = run_beside_a_lock(&sandbox, long, &["topic", "add", "Tone", "--quiet"]);
        assert_eq!(quiet.stderr, "");
        let short = Duration::from_millis(200);
        let listed = run_beside_a_lock(&sandbox, short, &["topic", "list"]);
        assert_eq!(listed.stderr, "");
    }
}
