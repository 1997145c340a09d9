//! A bug of the program's own, as its user meets it. There is none to show, so this process stumbles in the place of the
//! program: it runs itself once more, with a clock that panics.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test may stop at once, and asks which of the two it is"
)]

use std::process::{Command, Output};

use mentor::Environment;

const ARGS: &str = "BUG_ARGS";

/// Runs this test alone in a process of its own, which takes the other branch.
fn stumbled(test: &str, args: &str, vars: &[(&str, &str)]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture", "--quiet"]);
    command.env_clear().env("HOME", home.path()).env(ARGS, args);
    command.envs(vars.iter().copied()).output().unwrap()
}

fn stumble(args: &str) {
    let mut environment = Environment::from_process();
    environment.args = args.split(' ').map(Into::into).collect();
    environment.system_clock = || {
        println!("the clock stumbles");
        panic!("planted")
    };
    mentor::install_panic_hook(&environment, std::process::exit);
    mentor::run(environment);
}

#[test]
fn a_bug_is_told_like_any_failure_and_has_a_status_of_its_own() {
    if let Ok(args) = std::env::var(ARGS) {
        return stumble(&args);
    }
    let test = "a_bug_is_told_like_any_failure_and_has_a_status_of_its_own";
    let output = stumbled(test, "due", &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(70), "{said}");
    assert!(said.contains("planted"), "{said}");
    assert!(
        said.contains("error: internal error (this is a bug in mentor)\n"),
        "{said}"
    );

    let version = format!(
        "       mentor {} (debug build)\n       SQLite ",
        env!("CARGO_PKG_VERSION")
    );
    assert!(said.contains(&version), "{said}");
    assert!(said.contains("\n       data format "), "{said}");

    let output = stumbled(test, "due --json", &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("\"code\": \"bug\""), "{said}");
}

#[test]
fn a_bug_does_not_interrupt_who_is_typing() {
    if let Ok(args) = std::env::var(ARGS) {
        return stumble(&args);
    }
    let test = "a_bug_does_not_interrupt_who_is_typing";
    let output = stumbled(test, "-- mentor goal show ", &[("MENTOR_COMPLETE", "bash")]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains("the clock stumbles"), "{printed}");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
