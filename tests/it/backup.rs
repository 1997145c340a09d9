//! Backups, restoring them, and detecting damage.

use std::fs;
use std::path::PathBuf;

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Runs commands on three days, so that there are backups of the first two.
fn three_days() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add 'Said on the first day'");
    sandbox.at("2026-12-02T09:00:00Z").ok("topic add 'Said on the second day'");
    sandbox.at("2026-12-03T09:00:00Z").ok("topic add 'Said on the third day'");
    sandbox
}

fn backups(sandbox: &Sandbox) -> Vec<PathBuf> {
    let listed = sandbox.json("restore --list");
    let items = listed["items"].as_array().unwrap().iter();
    items.map(|item| item["path"].as_str().unwrap().into()).collect()
}

/// Changes one letter of a text, as a failing disk might.
fn damage(sandbox: &Sandbox, text: &str) {
    let mut bytes = fs::read(sandbox.db()).unwrap();
    let at = bytes.windows(text.len()).position(|part| part == text.as_bytes()).unwrap();
    bytes[at] ^= 1;
    fs::write(sandbox.db(), bytes).unwrap();
}

#[test]
fn first_write_of_a_day_backs_up_the_state_before_it() {
    let sandbox = three_days();
    assert_eq!(backups(&sandbox).len(), 3);
    sandbox.ok("topic add 'Again on the third day'");
    assert_eq!(backups(&sandbox).len(), 3);
    let newest = backups(&sandbox)[0].display().to_string();
    let topics = sandbox.ok(&["topic", "list", "--db", &newest]);
    assert!(topics.contains("second day") && !topics.contains("third day"), "{topics}");
}

#[test]
fn reading_does_not_make_a_backup() {
    let sandbox = three_days();
    sandbox.at("2026-12-09T09:00:00Z").ok("agenda");
    assert_eq!(backups(&sandbox).len(), 3);
}

#[test]
fn restore_asks_for_a_yes_and_keeps_the_present_file() {
    let sandbox = three_days();
    let refused = sandbox.run("restore 2");
    assert_eq!(refused.status, 5, "{refused}");
    assert!(sandbox.ok("topic list").contains("third day"));

    let done = sandbox.run("restore 2 --yes");
    assert_eq!(done.status, 0, "{done}");
    let topics = sandbox.ok("topic list");
    assert!(topics.contains("first day") && !topics.contains("second day"), "{topics}");
    let kept = done
        .stderr
        .split('`')
        .nth(1)
        .unwrap()
        .replace('~', &sandbox.home.path().display().to_string());
    assert!(sandbox.ok(&["topic", "list", "--db", &kept]).contains("third day"));
}

#[test]
fn restore_asks_on_a_terminal() {
    let sandbox = three_days();
    let no = sandbox.run_with("restore 1", b"", Some(&["n"]));
    assert_eq!(no.status, 5, "{no}");
    assert!(no.stderr.ends_with("\nNothing was restored\n"), "{no}");
    let yes = sandbox.run_with("restore 1", b"", Some(&["y"]));
    assert_eq!(yes.status, 0, "{yes}");
}

#[test]
fn journal_of_a_replaced_file_does_not_affect_the_restored_one() {
    let sandbox = three_days();
    fs::write(sandbox.db(), "not a database any more").unwrap();
    let journal = sandbox.db().with_extension("db-journal");
    fs::write(&journal, "a stale journal").unwrap();
    sandbox.ok("restore 1 --yes");
    assert!(!journal.exists());
    assert!(sandbox.ok("topic list").contains("second day"));
}

#[test]
fn damaged_letter_is_detected_and_the_file_not_written() {
    let sandbox = three_days();
    damage(&sandbox, "Said on the second day");
    let before = fs::read(sandbox.db()).unwrap();
    let found = sandbox.run("check");
    assert_eq!(found.status, 1, "{found}");
    assert!(found.stdout.contains("topic 2 doesn't match its checksum"), "{found}");
    assert_eq!(sandbox.run("topic list").status, 8);
    let next_day = sandbox.at("2026-12-04T09:00:00Z").run("topic add x");
    assert_eq!(next_day.status, 8, "{next_day}");
    assert_eq!(fs::read(sandbox.db()).unwrap(), before);
}

#[test]
fn intact_records_are_rescued_into_a_new_file() {
    let sandbox = three_days();
    damage(&sandbox, "Said on the second day");
    let rescued = sandbox.home.path().join("rescued.db").display().to_string();
    let output = sandbox.run(&["check", "--repair", &rescued]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stdout.contains("skipped: topic 2"), "{output}");
    let topics = sandbox.ok(&["topic", "list", "--db", &rescued]);
    assert!(topics.contains("first day") && topics.contains("third day"), "{topics}");
    sandbox.ok(&["topic", "add", "Life goes on", "--db", &rescued]);
    sandbox.ok(&["restore", &rescued, "--yes"]);
    assert!(sandbox.ok("check").contains("no damage found"));
}

#[test]
fn damaged_backup_is_not_restored() {
    let sandbox = three_days();
    let newest = backups(&sandbox)[0].clone();
    let bytes = fs::read(&newest).unwrap();
    fs::write(&newest, &bytes[..bytes.len() / 2]).unwrap();
    let output = sandbox.run("restore 1 --yes");
    assert_eq!(output.status, 8, "{output}");
    assert!(sandbox.ok("topic list").contains("third day"));
}

#[test]
fn file_of_a_newer_format_is_not_overwritten_by_a_backup() {
    let sandbox = three_days();
    let connection = rusqlite::Connection::open(sandbox.db()).unwrap();
    connection.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(connection);
    let before = fs::read(sandbox.db()).unwrap();
    // Before it would ask.
    for restore in ["restore 1", "restore 1 --yes"] {
        let refused = sandbox.run(restore);
        assert_eq!(refused.status, 9, "{refused}");
    }
    assert_eq!(fs::read(sandbox.db()).unwrap(), before);
    assert_eq!(sandbox.run("topic add x").status, 9);
}

/// Another program may switch the file to a write-ahead log, and keep it open.
#[test]
fn restore_keeps_the_changes_in_a_write_ahead_log() {
    let sandbox = three_days();
    let other = rusqlite::Connection::open(sandbox.db()).unwrap();
    other.query_row("PRAGMA journal_mode = wal", [], |_| Ok(())).unwrap();
    other.query_row("SELECT count(*) FROM topic", [], |_| Ok(())).unwrap();
    sandbox.ok("topic add 'Said into the log'");
    sandbox.ok("backup");
    let done = sandbox.run("restore 2 --yes");
    assert_eq!(done.status, 0, "{done}");
    drop(other);
    let folder = fs::read_dir(sandbox.db().parent().unwrap()).unwrap();
    let kept: Vec<_> = folder
        .map(|entry| entry.unwrap().path().display().to_string())
        .filter(|path| path.contains("replaced-"))
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(sandbox.ok(&["topic", "list", "--db", &kept[0]]).contains("Said into the log"));
    sandbox.ok(&["check", "--db", &kept[0]]);
    assert!(!sandbox.ok("topic list").contains("Said into the log"));
    sandbox.ok("check");
    let names = fs::read_dir(sandbox.db().with_extension("backups")).unwrap();
    let names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name.to_string_lossy().ends_with(".db")), "{names:?}");
}

#[test]
fn backup_to_a_chosen_file_never_overwrites() {
    let sandbox = three_days();
    let path = sandbox.home.path().join("copy.db").display().to_string();
    sandbox.ok(&["backup", "-o", &path]);
    assert!(sandbox.ok(&["topic", "list", "--db", &path]).contains("third day"));
    assert_eq!(sandbox.run(&["backup", "-o", &path]).status, 4);
}

#[test]
fn the_answers_fit_their_schemas() {
    let sandbox = three_days();
    must_fit("backup", &sandbox.json("backup"));
    must_fit("backup.list", &sandbox.json("restore --list"));
    must_fit("check", &sandbox.json("check"));
    must_fit("backup", &sandbox.json("restore 1 --yes"));
}

/// Finds the files below the home that contain a text: data, side files, backups, drafts.
fn stands_somewhere(sandbox: &Sandbox, text: &str) -> Vec<PathBuf> {
    let mut folders = vec![sandbox.home.path().to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if fs::read(&path)
                .unwrap()
                .windows(text.len())
                .any(|part| part == text.as_bytes())
            {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn purged_record_is_in_no_file_below_the_home() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(
        "log 'Canary in the notes' --followup 'me: feed the canary bird by fri' --win 'It sang'",
    );
    sandbox.ok("checkin edit 1 --notes 'Canary again'");
    assert_eq!(sandbox.run("purge checkin 1").status, 5);
    insta::assert_snapshot!(sandbox.run_with("purge checkin 1", b"", Some(&["n"])), @"
    --- stderr ---
    Nothing was deleted
    [exit 5]
    ");
    // A question would fail for want of an answer.
    let missing = sandbox.run_with("purge checkin 9", b"", Some(&[]));
    assert_eq!(missing.status, 3, "{missing}");
    assert!(missing.stderr.contains("no check-in 9\n"), "{missing}");
    let partly = sandbox.run("purge followup 1 --yes");
    assert_eq!(partly.status, 0, "{partly}");
    assert!(partly.stderr.contains("may still contain it"), "{partly}");
    must_fit("purge", &sandbox.json("purge checkin 1 --yes --backups"));
    for text in ["Canary in", "Canary again", "canary bird"] {
        assert_eq!(stands_somewhere(&sandbox, text), Vec::<PathBuf>::new(), "{text}");
    }
    assert!(sandbox.ok("win list").contains("It sang"));
    assert!(sandbox.ok("check").contains("no damage found"));
    assert_eq!(sandbox.run("undo").status, 4);
    assert_eq!(sandbox.run("purge checkin 1 --yes").status, 3);
}

#[test]
fn conflict_copy_of_a_synchronised_folder_gets_a_warning() {
    let sandbox = three_days();
    fs::copy(sandbox.db(), sandbox.db().with_file_name("mentor (conflicted copy 2026-12-03).db"))
        .unwrap();
    let output = sandbox.run("check");
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("conflicted copy"), "{output}");
}
