//! The real program on a real terminal of a given size: what goes through the pager, and what does not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at once")]

use std::fs;
use std::process::Command;

use rexpect::session::spawn_command;

use crate::real::{Home, MENTOR};

#[path = "real/command_line.rs"]
mod command_line;
#[path = "real/folder.rs"]
mod folder;
#[allow(dead_code, reason = "other tests use more of it")]
mod real;

/// Runs a script on a terminal of ten rows, which must succeed, and returns what is shown.
fn shown(home: &Home, vars: &[(&str, &str)], script: &str) -> String {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("stty rows 10 cols 60; {script}; echo \"status $?\"")]);
    shell.env_clear();
    for (name, value) in home.mentor(&[]).get_envs() {
        shell.env(name, value.unwrap());
    }
    shell.envs([
        ("PATH", "/usr/bin:/bin"),
        ("MENTOR", MENTOR),
        ("TERM", "xterm"),
        ("NO_COLOR", "1"),
    ]);
    shell.envs(vars.iter().copied());
    let text = spawn_command(shell, Some(20_000)).unwrap().exp_eof().unwrap();
    assert!(text.contains("status 0"), "{script}\n{text}");
    text
}

/// Pagers that leave a mark in the output.
const MARKED_PAGER: &str = "sh -c 'echo PAGED; cat'";
const OTHER_PAGER: &str = "sh -c 'echo OTHER; cat'";

fn with_a_long_list() -> Home {
    let home = Home::with_pair();
    for n in 1..=12 {
        home.ok(&["topic", "add", &format!("Topic of the week {n}")]);
    }
    home
}

const LIST: &str = "\"$MENTOR\" topic list";

#[test]
fn only_output_longer_than_the_screen_goes_through_the_pager() {
    let home = with_a_long_list();
    let long = shown(&home, &[("PAGER", MARKED_PAGER)], LIST);
    assert!(long.contains("PAGED") && long.contains("week 12"), "{long}");
    let short = shown(&home, &[("PAGER", MARKED_PAGER)], "\"$MENTOR\" topic show 1");
    assert!(!short.contains("PAGED") && short.contains("week 1"), "{short}");
}

#[test]
fn help_goes_through_the_pager() {
    let home = Home::new();
    assert!(shown(&home, &[("PAGER", MARKED_PAGER)], "\"$MENTOR\" help").contains("PAGED"));
    assert!(!shown(&home, &[("PAGER", MARKED_PAGER)], "\"$MENTOR\" help | cat").contains("PAGED"));
}

#[test]
fn pager_is_skipped_in_pipes_and_on_request() {
    let home = with_a_long_list();
    let paged = ("PAGER", MARKED_PAGER);
    for (vars, script) in [
        (vec![paged], "\"$MENTOR\" topic list | cat"),
        (vec![paged], "\"$MENTOR\" topic list --json"),
        (vec![paged], "\"$MENTOR\" topic list --no-pager"),
        (vec![paged], "\"$MENTOR\" completions bash"),
        (vec![paged, ("MENTOR_PAGER", "never")], LIST),
        (vec![paged, ("TERM", "dumb")], LIST),
        (vec![("PAGER", "")], LIST),
    ] {
        let text = shown(&home, &vars, script);
        assert!(!text.contains("PAGED"), "{vars:?} {script}\n{text}");
        assert!(text.lines().count() > 12, "{script}\n{text}");
    }
}

#[test]
fn mentor_pager_beats_the_settings_and_they_beat_pager() {
    let home = with_a_long_list();
    let is = |text: &str, mark: &str| assert!(text.contains(mark), "{text}");
    home.ok(&["config", "set", "pager", OTHER_PAGER]);
    is(&shown(&home, &[("PAGER", MARKED_PAGER)], LIST), "OTHER");
    is(&shown(&home, &[("MENTOR_PAGER", MARKED_PAGER)], LIST), "PAGED");
    home.ok(&["config", "unset", "pager"]);
    is(&shown(&home, &[("PAGER", MARKED_PAGER)], LIST), "PAGED");
}

#[test]
fn less_leaves_the_text_on_the_screen_unless_configured() {
    let home = with_a_long_list();
    let tells = ("PAGER", "sh -c 'echo \"<$LESS>\"; cat'");
    assert!(shown(&home, &[tells], LIST).contains("<FRX>"));
    assert!(shown(&home, &[tells, ("LESS", "-S")], LIST).contains("<-S>"));
}

#[test]
fn missing_or_failing_pager_loses_no_output() {
    let home = with_a_long_list();
    for pager in ["no-such-pager --at all", "false"] {
        let text = shown(&home, &[("MENTOR_PAGER", pager)], LIST);
        assert!(text.contains("week 1") && text.contains("week 12"), "{pager}\n{text}");
        assert!(!text.contains("error"), "{pager}\n{text}");
    }
}

#[test]
fn pager_that_fails_at_the_end_causes_no_second_output() {
    let home = with_a_long_list();
    let fails = ("MENTOR_PAGER", "sh -c 'cat; exit 1'");
    let text = shown(&home, &[fails], LIST);
    assert_eq!(text.matches("week 12").count(), 1, "{text}");
}

#[test]
fn quitting_the_pager_early_is_no_error() {
    let home = Home::with_pair();
    fs::write(home.path().join("note"), "A long talk.\n".repeat(40_000)).unwrap();
    home.shell("\"$MENTOR\" log - < \"$HOME/note\"");
    let text = shown(&home, &[("MENTOR_PAGER", "head -3")], "\"$MENTOR\" checkin show 1");
    assert!(text.lines().count() < 8, "{text}");
    assert!(!text.contains("error"), "{text}");
}
