//! Every command in every poor surrounding: no terminal, a pipe that says nothing, no variables, closed streams, a
//! reader that leaves. None hangs, none stumbles, each ends with a status of the table.

use std::io::Read;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::real::Home;

/// All commands, from the page that is written from the command line.
fn commands() -> Vec<Vec<&'static str>> {
    let page = include_str!("../../docs/commands.md");
    let headings = page
        .lines()
        .filter_map(|line| line.strip_prefix("### mentor "));
    headings.map(|words| words.split(' ').collect()).collect()
}

/// Bare, and with arguments that let most of them go further.
fn typed() -> Vec<Vec<&'static str>> {
    let mut all = Vec::new();
    for command in commands() {
        for more in [&[][..], &["1"], &["ana"], &["--list"], &["bash"]] {
            all.push([&command[..], more].concat());
        }
    }
    all
}

/// Whoever takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// Its status and what it said on stderr; none if it hangs.
fn ended(mut child: Child, patience: Duration) -> Option<(Option<i32>, String)> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            let mut said = String::new();
            if let Some(mut stderr) = child.stderr.take() {
                let _ = stderr.read_to_string(&mut said);
            }
            return Some((status.code(), said));
        }
        if start.elapsed() > patience {
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn is_in_the_table(status: Option<i32>) -> bool {
    matches!(status, Some(0..=9))
}

fn lived_in() -> Home {
    let home = Home::with_pair();
    home.ok(&["topic", "add", "Pace"]);
    home.ok(&["followup", "add", "me: read it by fri"]);
    home.ok(&["goal", "add", "Lead"]);
    home.ok(&["log", "Talked"]);
    home
}

#[test]
fn no_command_hangs_or_stumbles_without_a_terminal_or_on_a_silent_pipe() {
    let home = lived_in();
    for args in typed() {
        for stdin in [Stdio::null(), Stdio::piped()] {
            let mut child = home
                .mentor(&args)
                .stdin(stdin)
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            // Held open and never written to, unless it is asked for by name.
            let _silent = child.stdin.take();
            let (status, said) = ended(child, PATIENCE).unwrap_or_else(|| panic!("{args:?} hangs"));
            assert!(
                is_in_the_table(status) && !said.contains("panicked"),
                "{args:?}: {status:?}\n{said}"
            );
        }
    }
}

#[test]
fn no_command_stumbles_in_an_empty_environment_or_with_closed_streams() {
    let home = lived_in();
    for args in commands() {
        let mut command = home.mentor(&args);
        command.env_clear().env("MENTOR_DB", home.db());
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (status, said) = ended(child, PATIENCE).unwrap_or_else(|| panic!("{args:?} hangs"));
        assert!(
            is_in_the_table(status),
            "{args:?} without variables: {status:?}\n{said}"
        );

        let words = args.join(" ");
        for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
            let status = home
                .shell(&format!("\"$MENTOR\" {words} {closed}"))
                .status
                .code();
            assert!(is_in_the_table(status), "{args:?} {closed}: {status:?}");
        }
        let output = home.shell(&format!(
            "{{ \"$MENTOR\" {words}; echo \"status $?\" >&2; }} | head -c 1"
        ));
        let said = String::from_utf8(output.stderr).unwrap();
        let status = said
            .lines()
            .last()
            .unwrap()
            .trim_start_matches("status ")
            .parse()
            .ok();
        assert!(is_in_the_table(status), "{args:?} | head: {said}");
    }
    assert!(home.ok(&["check"]).contains("nothing is damaged"));
}

/// The control: a program that waits for its input is seen to hang, one that stumbles to stumble.
#[test]
fn a_program_that_hangs_is_seen() {
    let mut child = std::process::Command::new("sh")
        .args(["-c", "exit 101"])
        .spawn()
        .unwrap();
    assert!(!is_in_the_table(child.wait().unwrap().code()));
    let mut waiting = std::process::Command::new("cat")
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let _silent = waiting.stdin.take();
    assert!(ended(waiting, Duration::from_secs(1)).is_none());
}
