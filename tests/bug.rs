//! How a user sees a bug of the program. To have one, this test runs itself again with a clock that panics.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test may stop at once, and asks which of the two it is"
)]

use std::process::{Command, Output};

use mentor::Environment;

const ARGS: &str = "BUG_ARGS";

/// Runs only this test in another process, which takes the other branch and panics.
fn run_with_panic(test: &str, args: &str, vars: &[(&str, &str)]) -> Output {
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
fn bug_is_reported_like_a_failure_with_its_own_status() {
    if let Ok(args) = std::env::var(ARGS) {
        return stumble(&args);
    }
    let test = "bug_is_reported_like_a_failure_with_its_own_status";
    let output = run_with_panic(test, "due", &[]);
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(70), "{message}");
    assert!(message.contains("planted"), "{message}");
    assert!(message.contains("error: internal error (this is a bug in mentor)\n"), "{message}");

    let version =
        format!("       mentor {} (debug build)\n       SQLite ", env!("CARGO_PKG_VERSION"));
    assert!(message.contains(&version), "{message}");
    assert!(message.contains("\n       data format "), "{message}");

    let output = run_with_panic(test, "due --json", &[]);
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("\"code\": \"bug\""), "{message}");
}

#[test]
fn bug_does_not_interrupt_typing() {
    if let Ok(args) = std::env::var(ARGS) {
        return stumble(&args);
    }
    let test = "bug_does_not_interrupt_typing";
    let output = run_with_panic(test, "-- mentor goal show ", &[("MENTOR_COMPLETE", "bash")]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains("the clock stumbles"), "{printed}");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
