//! The help pages: every command has one, and it reads like a sentence.

use crate::sandbox::Sandbox;

#[test]
fn help_is_an_answer() {
    let sandbox = Sandbox::new();
    for args in [
        &["--help"][..],
        &["help"],
        &["log", "--help"],
        &["goal", "add", "-h"],
        &["--version"],
        &["completions", "zsh"],
    ] {
        let output = sandbox.run(args);
        assert_eq!(output.status, 0, "{args:?}\n{output}");
        assert!(!output.stdout.is_empty(), "{args:?}");
        assert!(output.stderr.is_empty(), "{args:?}\n{output}");
    }
}

#[test]
fn help_for_a_command_may_be_asked_for_in_two_ways() {
    let sandbox = Sandbox::new();
    assert_eq!(
        sandbox.ok(&["help", "goal", "add"]),
        sandbox.ok(&["goal", "add", "--help"])
    );
    assert!(
        sandbox
            .ok(&["help", "log"])
            .starts_with("Record a check-in")
    );
}

#[test]
fn the_first_screen_begins_with_what_to_type_first() {
    let screen = Sandbox::new().ok(&["--help"]);
    let places: Vec<_> = [
        "Get started:",
        "Everyday:",
        "Records (",
        "Setup ",
        "Data ",
        "Topics ",
        "Options ",
    ]
    .map(|heading| screen.find(heading).unwrap())
    .to_vec();
    assert!(places.is_sorted(), "{screen}");
}

/// What is typed, and what the hint says was meant.
const MEANT: &[(&[&str], &str)] = &[
    (&["goals"], "mentor goal list"),
    (&["followups"], "mentor followup list"),
    (&["topics"], "mentor topic list"),
    (&["reviews"], "mentor review list"),
    (&["agendas"], "mentor agenda"),
    (&["todo"], "mentor followup list"),
    (&["meetings"], "mentor checkin list"),
    (&["settings"], "mentor config show"),
    (&["folowup"], "mentor followup"),
    (&["agnda"], "mentor agenda"),
    (&["goal", "ad"], "mentor goal add"),
    (&["goal", "ls"], "mentor goal list"),
    (&["goal", "show", "first"], "mentor goal list"),
    (&["goal", "rm", "1"], "mentor goal delete"),
    (
        &["-p", "ana", "followup", "complete", "3"],
        "mentor followup done",
    ),
    (&["topic", "new"], "mentor topic add"),
    (&["checkin", "create"], "mentor checkin add"),
    (&["help", "privcy"], "mentor help privacy"),
    (&["help", "goal", "ad"], "mentor goal add"),
    (&["goal", "add", "x", "--prviate"], "--private"),
    (&["status", "--jsn"], "--json"),
    (&["due", "--titles"], "--titles-off"),
    (&["due", "--zzz"], "mentor due --help"),
];

#[test]
fn a_slip_or_another_word_leads_to_the_one_that_was_meant() {
    let sandbox = Sandbox::with_pair();
    for (args, meant) in MEANT {
        let output = sandbox.run(args);
        assert_eq!(output.status, 2, "{args:?}\n{output}");
        assert!(
            output.stderr.contains(&format!("`{meant}`")),
            "{args:?}: {meant}\n{output}"
        );
    }
}

#[test]
fn a_word_that_means_nothing_leads_to_the_list_of_commands() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run(&["frobnicate"]), @"
    --- stderr ---
    error: unknown command `frobnicate`
    hint: run `mentor --help` to see them
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run(&["goal", "frobnicate"]), @"
    --- stderr ---
    error: unknown command `frobnicate`
    hint: run `mentor goal --help` to see them
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run(&["topic"]), @"
    --- stderr ---
    error: `mentor topic` needs a subcommand: `add`, `list`, `show`, `edit`, `delete`, `done`, `drop` or `reopen`
    hint: run `mentor topic --help` to see what each does
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run(&["goal", "add", "Lead", "a", "review"]), @"
    --- stderr ---
    error: unexpected argument `a` found
    hint: put quotes around text with spaces
    hint: usage: `mentor goal add [OPTIONS] [TITLE]`
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run(&["introduction", "advance", "1", "met"]), @"
    --- stderr ---
    error: unexpected argument `met` found
    hint: usage: `mentor introduction advance [OPTIONS] <NUMBER>`
    [exit 2]
    ");
}
