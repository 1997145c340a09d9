//! Failing editors: whatever happens to the editor, or to the program that waits for it, the text is kept and can be
//! resumed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Output, Stdio};

use crate::real::Home;

/// Sam's home folder, with an editor whose path has blanks and which gets an argument first: `$2` is the form.
fn with_editor(script: &str) -> (Home, String) {
    let home = Home::with_pair();
    let editor = home.path().join("my editor");
    let path = "export PATH=/usr/bin:/bin";
    fs::write(&editor, format!("#!/bin/sh\n{path}\n{script}\n")).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
    let words = format!("'{}' --wait", editor.display());
    (home, words)
}

fn edits(home: &Home, editor: &str, words: &[&str]) -> Output {
    let mut command = home.mentor(words);
    let command = command.env("EDITOR", editor).stdin(Stdio::null());
    command.output().unwrap()
}

fn drafts(home: &Home) -> Vec<PathBuf> {
    let folder = home.path().join(".local/state/mentor/drafts");
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Checks that the text is in one draft that only its owner can read, that the draft is named if the program survives,
/// and that it can be stored.
fn must_be_kept(home: &Home, output: &Output, text: &str, what: &str) {
    let message = String::from_utf8_lossy(&output.stderr);
    let drafts = drafts(home);
    let [draft] = &drafts[..] else { panic!("{what}: {drafts:?}\n{message}") };
    let kept = fs::read_to_string(draft).unwrap();
    assert!(kept.contains(text), "{what}: {kept}\n{message}");
    let mode = fs::metadata(draft).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600, "{what}");
    if output.status.signal().is_none() {
        let name = draft.file_name().unwrap().to_string_lossy();
        assert!(message.contains(&*name), "{what}: {message}");
    }
    fs::write(draft, kept.replace("minuts", "minutes")).unwrap();
    home.ok("draft resume 1");
    assert!(home.ok("checkin show 1").contains(text), "{what}");
}

const WRITES: &str = r#"sed -i '1i Half a thought' "$2""#;

#[test]
fn text_survives_every_end_of_the_editor() {
    for (what, script, status) in [
        ("fails", format!("{WRITES}; exit 3"), Some(5)),
        ("is killed", format!("{WRITES}; kill -9 $$"), Some(5)),
        ("is stopped by the system", format!("{WRITES}; kill -15 $$"), Some(5)),
        ("takes the program with it", format!("{WRITES}; kill -9 $PPID"), None),
        (
            "renames, under no umask, with a slip",
            r#"umask 000; printf 'notes = "Half a thought"\nminuts = 5\n' > "$2~"; mv "$2~" "$2""#
                .to_owned(),
            Some(4),
        ),
    ] {
        let (home, editor) = with_editor(&script);
        let output = edits(&home, &editor, &["log", "--editor"]);
        assert_eq!(output.status.code(), status, "{what}: {output:?}");
        must_be_kept(&home, &output, "Half a thought", what);
    }
}

#[test]
fn typed_text_survives_a_missing_or_deleting_editor() {
    for (what, script) in [
        ("is not there", r#"rm "$0"; exit 1"#),
        ("deletes the form", r#"rm "$2""#),
        ("deletes the folder", r#"rm -r "${2%/*}""#),
    ] {
        let (home, editor) = with_editor(script);
        if what == "is not there" {
            fs::remove_file(home.path().join("my editor")).unwrap();
        }
        let output = edits(&home, &editor, &["log", "Long and precious", "--editor"]);
        assert_ne!(output.status.code(), Some(0), "{what}: {output:?}");
        must_be_kept(&home, &output, "Long and precious", what);
    }
}

/// Control: a lost text is detected.
#[test]
#[should_panic(expected = "loses it")]
fn editor_that_loses_the_text_is_detected() {
    let (home, editor) = with_editor(r#"printf '' > "$2""#);
    let output = edits(&home, &editor, &["log", "--editor"]);
    must_be_kept(&home, &output, "Half a thought", "loses it");
}
