//! Drafts: text from the editor, and text that could not be stored, is never lost.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};

/// Makes a user whose editor is this script; `$1` is the form.
fn with_editor(script: &str) -> Sandbox {
    let sandbox = Sandbox::with_pair();
    let path = sandbox.home.path().join("my editor");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    let words = format!("'{}' --wait", path.display());
    sandbox.vars.borrow_mut().insert("EDITOR".to_owned(), words);
    sandbox
}

/// A text that can't be recalled from the history of a shell.
const LONG: &str = "Long and precious,\nin two lines";

fn drafts(sandbox: &Sandbox) -> Vec<PathBuf> {
    let folder = sandbox.home.path().join(".local/state/mentor/drafts");
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Checks that the text is in a draft, that the error says where, and that the draft can be resumed later.
fn must_be_kept(sandbox: &Sandbox, output: &Output, text: &str) -> PathBuf {
    let drafts = drafts(sandbox);
    let [draft] = &drafts[..] else { panic!("{drafts:?}\n{output}") };
    assert!(fs::read_to_string(draft).unwrap().contains(text), "{output}");
    let shown = format!("~/.local/state/mentor/drafts/{}", draft.file_name().unwrap().display());
    assert!(output.stderr.contains(&shown), "{output}");
    draft.clone()
}

#[test]
fn form_filled_in_the_editor_is_stored_and_leaves_no_draft() {
    let sandbox = with_editor(r#"sed -i '1i She said "no", from the editor' "$2""#);
    sandbox.ok("log --editor --minutes 50");
    let card = sandbox.ok("checkin show 1");
    assert!(card.contains("She said \"no\", from the editor") && card.contains("50"), "{card}");
    assert!(drafts(&sandbox).is_empty());
}

#[test]
fn editor_that_replaces_the_file_on_saving_works() {
    let sandbox =
        with_editor(r#"printf 'notes = "Saved by renaming"\n' > "$2.tmp" && mv "$2.tmp" "$2""#);
    sandbox.ok("log --editor");
    assert!(sandbox.ok("checkin show 1").contains("Saved by renaming"));
}

#[test]
fn typed_text_survives_a_failing_editor() {
    let sandbox = with_editor(r#"printf 'notes = "Half a thought"\n' > "$2"; exit 1"#);
    let output = sandbox.run("log --editor");
    assert_ne!(output.status, 0, "{output}");
    let draft = must_be_kept(&sandbox, &output, "Half a thought");
    sandbox.ok(&["log", "--from", &draft.display().to_string()]);
    assert!(sandbox.ok("checkin show 1").contains("Half a thought"));
}

#[test]
fn form_with_a_mistake_is_kept_and_its_line_reported() {
    let sandbox = with_editor(r#"printf 'notes = "Long and good"\nminuts = 50\n' > "$2""#);
    let output = sandbox.run("log --editor");
    assert_eq!(output.status, 4, "{output}");
    assert!(output.stderr.contains("minuts") && output.stderr.contains("line 2"), "{output}");
    must_be_kept(&sandbox, &output, "Long and good");
}

#[test]
fn empty_form_stores_nothing_and_leaves_no_draft() {
    let sandbox = with_editor("true");
    let output = sandbox.run("log --editor");
    assert_eq!(output.status, 5, "{output}");
    assert!(drafts(&sandbox).is_empty(), "{output}");
}

#[test]
fn text_is_kept_if_the_data_file_can_not_be_read() {
    let sandbox = Sandbox::with_pair();
    fs::write(sandbox.db(), "not a database").unwrap();
    let output = sandbox.run("log 'Long and precious' --minutes 50");
    assert_eq!(output.status, 8, "{output}");
    must_be_kept(&sandbox, &output, "Long and precious");
}

#[test]
fn text_is_kept_if_a_part_of_it_is_refused() {
    for args in [
        &["log", LONG, "--followup", "bob: draft it"][..],
        &["log", LONG, "--next", "03/04/2026"],
        &["log", LONG, "-p", "nobody"],
        &["feedback", "add", "--from", "me", "--kind", "keep", "--situation", LONG],
        &["review", "record", "--notes", LONG, "--on", "someday"],
        &["agree", "--purpose", LONG, "--starts", "2026-12-01", "--ends", "2026-11-01"],
    ] {
        let sandbox = Sandbox::with_pair();
        let output = sandbox.run(args);
        assert_ne!(output.status, 0, "{args:?}\n{output}");
        must_be_kept(&sandbox, &output, "Long and precious");
    }
}

#[test]
fn command_that_the_shell_can_repeat_leaves_no_draft() {
    for args in [
        &["log", "Long and precious", "--followup", "bob: draft it"][..],
        &["log", "Long and precious", "--next", "03/04/2026"],
        &["log", "Long and precious", "-p", "nobody"],
        &["log", "Long and precious", "--minutes", "50", "--done", "99"],
    ] {
        let sandbox = Sandbox::with_pair();
        let output = sandbox.run(args);
        assert_ne!(output.status, 0, "{args:?}\n{output}");
        assert!(drafts(&sandbox).is_empty(), "{args:?}\n{output}");
    }
}

#[test]
fn notes_from_standard_input_are_kept_after_any_refusal() {
    let sandbox = Sandbox::with_pair();
    let args = "log - --next 03/04/2026";
    let output = sandbox.run_with(args, b"Long and precious", None);
    assert_eq!(output.status, 4, "{output}");
    must_be_kept(&sandbox, &output, "Long and precious");
}

#[test]
fn draft_never_replaces_another_one() {
    let sandbox = Sandbox::with_pair();
    for _ in 0..3 {
        let _ = sandbox.run(&["log", LONG, "-p", "nobody"]);
    }
    assert_eq!(drafts(&sandbox).len(), 3);
}

#[test]
fn question_for_the_pair_leaves_no_draft() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add priya --mentor Priya");
    let log = "log 'Talked about how to say no to a deadline'";
    let output = sandbox.run_with(log, b"", Some(&["1"]));
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(sandbox.json("checkin show 1")["item"]["pair"], "priya");
    assert_eq!(drafts(&sandbox), [] as [PathBuf; 0]);
}

#[test]
fn a_form_in_a_file_is_not_copied() {
    let sandbox = Sandbox::with_pair();
    let path = sandbox.home.path().join("log.toml");
    fs::write(&path, "notes = \"Here\"\nfollowups = [\"bob: draft it\"]\n").unwrap();
    let output = sandbox.run(&["log", "--from", &path.display().to_string()]);
    assert_eq!(output.status, 4, "{output}");
    assert!(drafts(&sandbox).is_empty(), "{output}");
}

#[test]
fn form_from_a_pipe_is_kept_unchanged() {
    let sandbox = Sandbox::with_pair();
    let form = b"notes = \"Long and precious\"\nminuts = 50 # a slip\n";
    let output = sandbox.run_with("log --from -", form, None);
    assert_eq!(output.status, 4, "{output}");
    must_be_kept(&sandbox, &output, "minuts = 50 # a slip");
}

#[test]
fn draft_names_the_command_and_pair_that_resume_it() {
    let sandbox = Sandbox::with_agreement();
    let output = sandbox.run(&[
        "agree", "renew", "-p", "ana", "--because", "x", "--purpose", LONG, "--cadence",
        "now and then",
    ]);
    assert!(output.stderr.contains("`mentor draft resume agree-renew --editor`"), "{output}");
    assert!(sandbox.ok("draft list").contains("mentor agree renew -p ana"), "{output}");
}

#[test]
fn single_word_makes_no_draft() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("feedback add --from mentor");
    assert_eq!(output.status, 5, "{output}");
    assert!(drafts(&sandbox).is_empty(), "{output}");
}

#[test]
fn draft_goes_to_the_temporary_folder_if_needed() {
    let sandbox = Sandbox::with_pair();
    fs::write(sandbox.home.path().join(".local/state"), "in the way").unwrap();
    let output = sandbox.run(&["log", LONG, "-p", "nobody"]);
    assert!(output.stderr.contains("your text is saved in `~/log.toml`"), "{output}");
    let draft = fs::read_to_string(sandbox.home.path().join("log.toml")).unwrap();
    assert!(draft.contains("Long and precious"), "{draft}");
}

#[test]
fn text_is_printed_if_no_draft_can_be_written() {
    let sandbox = Sandbox::with_pair();
    fs::write(sandbox.home.path().join(".local/state"), "in the way").unwrap();
    let nowhere = sandbox.home.path().join(".local/state/tmp").display().to_string();
    sandbox.vars.borrow_mut().insert("TMPDIR".to_owned(), nowhere);
    let output = sandbox.run(&["log", LONG, "-p", "nobody"]);
    assert!(output.stderr.contains("here it is:\n"), "{output}");
    assert!(output.stderr.contains("notes = \"Long and precious,"), "{output}");
}

#[test]
fn drafts_are_listed_shown_resumed_and_deleted() {
    let sandbox = Sandbox::with_pair();
    let _ = sandbox.run(&["log", LONG, "-p", "ana", "--next", "03/04/2026"]);
    let _ = sandbox.run(&["log", "Not so\nprecious", "-p", "nobody"]);
    must_fit("draft.list", &sandbox.json("draft list"));
    let listed = sandbox.ok("draft list");
    assert!(
        listed.contains("mentor log -p ana") && listed.contains("Long and precious"),
        "{listed}"
    );
    must_fit("draft", &sandbox.json("draft show log"));

    let refused = sandbox.run("draft resume log");
    assert_eq!(refused.status, 4, "{refused}");
    let path = drafts(&sandbox).into_iter().find(|path| path.ends_with("log.toml")).unwrap();
    let mended = fs::read_to_string(&path).unwrap().replace("03/04/2026", "2026-12-04 17:00");
    fs::write(&path, mended).unwrap();
    sandbox.ok("draft resume log");
    assert!(sandbox.ok("checkin show 1").contains("Long and precious"));

    sandbox.ok("draft drop log-2");
    assert!(sandbox.ok("draft list").is_empty());
    assert_eq!(sandbox.run("draft show 1").status, 3);
}

#[test]
fn editor_without_a_terminal_logs_nothing() {
    let sandbox = with_editor("true");
    sandbox.ok("checkin add '2026-12-01 09:30' --length 50");
    insta::assert_snapshot!(sandbox.run("log --editor"), @"
    --- stderr ---
    error: an editor needs a terminal
           nothing was changed
    hint: pass the values as flags, or a form with `--from FILE`
    [exit 5]
    ");
    // The default editor of the system would wait for input.
    sandbox.vars.borrow_mut().remove("EDITOR");
    assert_eq!(sandbox.run("log --editor").status, 5);
    assert!(drafts(&sandbox).is_empty());
    let item = sandbox.json("checkin show 1")["item"].clone();
    assert_eq!(item["state"], "planned");
}

#[test]
fn renewal_without_changes_makes_no_version() {
    let sandbox = with_editor("true");
    sandbox.ok("agree --cadence 'every 2 weeks'");
    let words = "agree renew --because exams -e";
    let output = sandbox.run_with(words, b"", Some(&[]));
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("Nothing was changed"), "{output}");
    assert_eq!(sandbox.run(words).status, 5);
    let versions = sandbox.json("agree history");
    assert_eq!(versions["items"].as_array().unwrap().len(), 1);
}

#[test]
fn form_in_the_editor_names_the_pair_if_there_are_several() {
    let sandbox = with_editor("for form; do :; done; cp \"$form\" \"${0%/*}/seen\"");
    let seen = sandbox.home.path().join("seen");
    let form = |command: &str| {
        let _ = sandbox.run_with(command, b"", Some(&[]));
        fs::read_to_string(&seen).unwrap()
    };
    let commands = ["goal add -e", "review record -e", "agree -e", "feedback add -e"];
    for command in commands {
        assert!(!form(command).contains("Pair `"), "{command}");
    }
    sandbox.ok("pair add priya --mentor 'Priya Nair'");
    sandbox.ok("pair use priya");
    for command in commands {
        let text = form(command);
        assert!(text.contains("# Pair `priya`, with Priya Nair"), "{command}\n{text}");
        let text = form(&format!("{command} -p ana"));
        assert!(!text.contains("Pair `"), "{command}\n{text}");
    }
    // The last form of a pair names it in any case.
    let text = form("end -e -p ana");
    assert!(text.contains("# End of the mentorship of Sam Rivera and Ana Díaz (`ana`)"), "{text}");
}

#[test]
fn only_draft_needs_no_name() {
    let sandbox = Sandbox::with_pair();
    for verb in ["show", "resume", "drop"] {
        let output = sandbox.run(&format!("draft {verb}"));
        assert_eq!(output.status, 3, "{output}");
        assert!(output.stderr.contains("error: there are no drafts"), "{output}");
    }
    let _ = sandbox.run(&["log", LONG, "-p", "ana", "--next", "03/04/2026"]);
    assert!(sandbox.ok("draft show").contains("Long and precious"));
    assert_eq!(sandbox.run("draft resume").status, 4, "its date is ambiguous");
    sandbox.ok("draft drop");
    assert!(drafts(&sandbox).is_empty());
}

#[test]
fn draft_is_found_by_the_beginning_of_its_name() {
    let sandbox = Sandbox::with_pair();
    let review = ["review", "record", "--notes", LONG, "--on", "someday"];
    let _ = sandbox.run(&review);
    let _ = sandbox.run(&["log", LONG, "-p", "nobody"]);
    assert!(sandbox.ok("draft show review").contains("Long and precious"));
    let output = sandbox.run("draft show");
    assert_eq!(output.status, 3, "{output}");
    assert!(output.stderr.contains("error: there are 2 drafts; name the one you mean"), "{output}");
    assert!(output.stderr.contains("hint: run `mentor draft show log` for: "), "{output}");
    let _ = sandbox.run(&review);
    sandbox.ok("draft drop review-record");
    sandbox.ok("draft drop review");
    assert_eq!(sandbox.run("draft drop review").status, 3);
    let _ = sandbox.run(&["log", LONG, "-p", "nobody"]);
    let output = sandbox.run("draft drop lo");
    assert_eq!(output.status, 3, "{output}");
    assert!(output.stderr.contains("error: `lo` may mean 2 drafts"), "{output}");
    assert_eq!(drafts(&sandbox).len(), 2);
    for _ in 0..3 {
        let _ = sandbox.run(&["log", LONG, "-p", "nobody"]);
    }
    let output = sandbox.run("draft show");
    assert_eq!(output.stderr.matches("hint: run `mentor draft show ").count(), 4, "{output}");
    assert!(output.stderr.contains("hint: run `mentor draft list` to see them all"), "{output}");
}

#[test]
fn agreement_form_closed_unchanged_saves_nothing() {
    let sandbox = with_editor("true");
    let output = sandbox.run_with("agree -e", b"", Some(&[]));
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Nothing saved
    ");
    assert_eq!(sandbox.run("agree -e").status, 5);
    assert!(drafts(&sandbox).is_empty());
}
