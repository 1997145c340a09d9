//! Undo, redo, history.

use crate::sandbox::Sandbox;

#[test]
fn the_last_command_is_taken_back_whole_and_brought_back() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["followup", "add", "mentee: draft the RFC by fri"]);
    sandbox.ok(&["followup", "done", "1"]);
    let done = sandbox.json(&["followup", "show", "1"]);
    sandbox.ok(&["undo"]);
    assert_eq!(
        sandbox.json(&["followup", "show", "1"])["item"]["state"],
        "open"
    );
    sandbox.ok(&["redo"]);
    assert_eq!(sandbox.json(&["followup", "show", "1"]), done);
}

#[test]
fn a_number_that_was_told_is_never_given_again() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["topic", "add", "One"]);
    sandbox.ok(&["undo"]);
    assert_eq!(sandbox.json(&["topic", "add", "Two"])["item"]["id"], 2);
}

#[test]
fn with_nothing_to_undo_it_says_so() {
    let sandbox = Sandbox::new();
    sandbox.ok(&["init", "--name", "Sam"]);
    sandbox.ok(&["undo"]);
    insta::assert_snapshot!(sandbox.run(&["undo"]), @"
    --- stderr ---
    error: there is nothing to undo
    hint: `mentor history` lists the steps
    [exit 4]
    ");
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["topic", "add", "One"]);
    sandbox.ok(&["undo"]);
    sandbox.ok(&["topic", "add", "Two"]);
    assert_eq!(sandbox.run(&["redo"]).status, 4);
}

#[test]
fn history_tells_the_steps_in_words() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["topic", "add", "One"]);
    sandbox.ok(&["undo"]);
    insta::assert_snapshot!(sandbox.run(&["history"]), @"
    step  when                      what
    3     2026-12-01 09:00  undone  Added topic 1 from Sam: One
    2     2026-12-01 09:00          Added pair `ana`: Sam Rivera mentors Ana Díaz
    1     2026-12-01 09:00          You are Sam Rivera, in Europe/London, working mon-fri 09:00-17:00
    ");
}

#[test]
fn a_refused_command_is_no_step() {
    let sandbox = Sandbox::with_pair();
    let before = std::fs::read(sandbox.db()).unwrap();
    assert_eq!(sandbox.run(&["log", "x", "--done", "99"]).status, 3);
    assert_eq!(std::fs::read(sandbox.db()).unwrap(), before);
}

#[test]
fn a_first_deletion_is_brought_back_and_done_again() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["topic", "add", "One"]);
    let before = sandbox.ok(&["export"]);
    sandbox.ok(&["topic", "delete", "1"]);
    let after = sandbox.ok(&["export"]);
    for _ in 0..2 {
        sandbox.ok(&["undo"]);
        assert_eq!(sandbox.ok(&["export"]), before);
        sandbox.ok(&["redo"]);
        assert_eq!(sandbox.ok(&["export"]), after);
    }
    sandbox.ok(&["check"]);
}
