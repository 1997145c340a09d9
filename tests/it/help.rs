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
    assert!(sandbox.ok(&["help", "log"]).starts_with("Log a check-in"));
}

#[test]
fn the_first_screen_has_examples_first_and_commands_by_moment() {
    let screen = Sandbox::new().ok(&["--help"]);
    let places: Vec<_> = [
        "Examples:",
        "Set up:",
        "Moments:",
        "Records:",
        "Data:",
        "Shell:",
        "Options:",
    ]
    .map(|heading| screen.find(heading).unwrap())
    .to_vec();
    assert!(places.is_sorted(), "{screen}");
}

#[test]
fn a_slip_of_the_finger_gets_the_word_that_was_meant() {
    let output = Sandbox::new().run(&["goal", "ad"]);
    assert_eq!(output.status, 2, "{output}");
    assert!(output.stderr.contains("`add`"), "{output}");
}
