//! Every command in every poor environment: no terminal, a silent pipe, no variables, closed streams, a reader that
//! goes away. No command hangs or panics, and each exits with the same status as in a good environment.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::command_lines::{self, in_home};
use crate::command_tree;
use crate::real::{MENTOR, program};
use crate::sandbox::Sandbox;

/// A poor environment.
struct PoorEnvironment {
    name: &'static str,
    /// The shell script that starts the program, `$0` with `$@`, and reports its status: by its own, or by a word on
    /// stdout.
    script: &'static str,
    /// Whether stdin is an open pipe without input.
    is_silent: bool,
    /// Whether only the variables for the data file and the present moment are set.
    is_bare: bool,
}

impl PoorEnvironment {
    const fn closed(name: &'static str, script: &'static str) -> PoorEnvironment {
        PoorEnvironment { name, script, is_silent: false, is_bare: false }
    }
}

/// A good environment without a terminal.
const NO_TERMINAL: PoorEnvironment = PoorEnvironment::closed("no terminal", r#"exec "$0" "$@""#);

const POOR: [PoorEnvironment; 8] = [
    PoorEnvironment {
        is_silent: true,
        ..PoorEnvironment::closed("a silent pipe", r#"exec "$0" "$@""#)
    },
    PoorEnvironment {
        is_bare: true,
        ..PoorEnvironment::closed("no variables", r#"exec "$0" "$@""#)
    },
    PoorEnvironment::closed("no stdin", r#"exec "$0" "$@" <&-"#),
    PoorEnvironment::closed("no stdout", r#"exec "$0" "$@" >&-"#),
    PoorEnvironment::closed("no stderr", r#"exec "$0" "$@" 2>&-"#),
    PoorEnvironment::closed("no stream", r#"exec "$0" "$@" <&- >&- 2>&-"#),
    PoorEnvironment::closed(
        "a reader of one line",
        r#"{ { "$0" "$@"; echo $? >&3; } | { read -r line; :; }; } 3>&1"#,
    ),
    PoorEnvironment::closed("a reader of nothing", r#"{ { "$0" "$@"; echo $? >&3; } | :; } 3>&1"#),
];

/// A program that takes longer counts as hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// Waits for the exit status. `None`: the process hangs.
fn ended(mut child: Child, patience: Duration) -> Option<i32> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status.code().unwrap_or(-1));
        }
        if start.elapsed() > patience {
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        thread::sleep(Duration::from_micros(300));
    }
}

/// Runs a line in an environment. Returns its status, or what is wrong with how it ended.
fn outcome(
    mentor: &Path,
    words: &[String],
    home: &Path,
    surrounding: &PoorEnvironment,
    patience: Duration,
) -> Result<i32, String> {
    // Outside the folder that the program may change.
    let stream_file = |stream: &str| home.with_extension(stream);
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", surrounding.script]).arg(mentor);
    shell.args(words).env_clear();
    if surrounding.is_bare {
        for (variable, folder) in [
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_STATE_HOME", ".local/state"),
        ] {
            shell.env(variable, home.join(folder));
        }
        shell.env("MENTOR_NOW", "2026-12-01T09:00:00Z");
    } else {
        let known = program(home, &[]);
        shell.envs(known.get_envs().filter_map(|(name, value)| Some((name, value?))));
        shell.envs(command_lines::surroundings(home));
    }
    let mut child = shell
        .stdin(if surrounding.is_silent { Stdio::piped() } else { Stdio::null() })
        .stdout(fs::File::create(stream_file("stdout")).unwrap())
        .stderr(fs::File::create(stream_file("stderr")).unwrap())
        .spawn()
        .unwrap();
    let _silent = child.stdin.take();
    let status = ended(child, patience).ok_or("hangs")?;
    let messages = String::from_utf8_lossy(&fs::read(stream_file("stderr")).unwrap()).into_owned();
    let status = if surrounding.script.contains(">&3") {
        fs::read_to_string(stream_file("stdout")).unwrap().trim().parse().unwrap_or(-1)
    } else {
        status
    };
    for stream in ["stdout", "stderr"] {
        fs::remove_file(stream_file(stream)).unwrap();
    }
    match status {
        _ if messages.contains("panicked") => Err(format!("stumbles: {messages}")),
        0..=9 => Ok(status),
        _ => Err(format!("ends with {status}: {messages}")),
    }
}

/// Compares a line in a poor environment with a good one. `None`: it ends the same way.
fn complaint(
    mentor: &Path,
    words: &[String],
    home: &Path,
    surrounding: &PoorEnvironment,
    usual: i32,
    patience: Duration,
) -> Option<String> {
    match outcome(mentor, words, home, surrounding, patience) {
        Ok(status) if status == usual => None,
        Ok(_) if surrounding.is_bare && needs_variables(words) => None,
        Ok(status) => Some(format!("ends with {status} and not {usual}")),
        Err(what) => Some(what),
    }
}

/// Returns whether a command needs variables: `PATH` to find the scheduler, or `EDITOR`.
fn needs_variables(words: &[String]) -> bool {
    words[0] == "remind" || words == ["config", "edit"]
}

/// Returns a working line for every command.
fn working() -> Vec<Vec<String>> {
    command_lines::lines().iter().map(command_lines::Line::words).collect()
}

/// Returns every command without arguments, and with odd ones that most accept and some refuse.
fn odd() -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for command in command_tree::commands() {
        for more in [&[][..], &["1"], &["ana"], &["--list"], &["bash"]] {
            all.push(owned(&[&command.path[..], more].concat()));
        }
    }
    all
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Collects all complaints about these lines in these environments, two at a time.
fn complaints(lines: &[Vec<String>], surroundings: &[PoorEnvironment]) -> Vec<String> {
    let half = lines.len().div_ceil(2);
    thread::scope(|scope| {
        let halves: Vec<_> = lines
            .chunks(half)
            .map(|lines| scope.spawn(move || complaints_of_one(lines, surroundings)))
            .collect();
        let found = halves.into_iter().flat_map(|half| half.join().unwrap());
        found.collect()
    })
}

fn complaints_of_one(lines: &[Vec<String>], surroundings: &[PoorEnvironment]) -> Vec<String> {
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    let mentor = Path::new(MENTOR);
    let mut found = Vec::new();
    for line in lines {
        let words: Vec<_> = line.iter().map(|word| in_home(word, home)).collect();
        let usual = outcome(mentor, &words, home, &NO_TERMINAL, PATIENCE);
        command_lines::sample_files().put_into(home);
        let Ok(usual) = usual else {
            found.push(format!("{line:?}: {usual:?}"));
            continue;
        };
        for surrounding in surroundings {
            let complaint = complaint(mentor, &words, home, surrounding, usual, PATIENCE);
            found.extend(
                complaint.map(|what| format!("{line:?} with {}: {what}", surrounding.name)),
            );
            command_lines::sample_files().put_into(home);
        }
    }
    found
}

#[test]
fn every_command_works_in_every_environment() {
    let found = complaints(&working(), &POOR);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn odd_arguments_do_not_hang_or_panic_without_a_terminal() {
    let found = complaints(&odd(), &POOR[..1]);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Control: programs that hang, panic or end differently are detected.
#[test]
fn program_that_hangs_panics_or_ends_differently_is_detected() {
    let sandbox = Sandbox::new();
    let home = sandbox.home.path();
    let complaint = |name: &str, script: &str| {
        let program = home.join("program");
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
        let surrounding = POOR.iter().find(|one| one.name == name).unwrap();
        let patience = Duration::from_secs(2);
        complaint(&program, &owned(&["due"]), home, surrounding, 0, patience).unwrap_or_default()
    };
    let panic = "echo \"thread 'main' panicked at main.rs\" >&2; exit";
    for (name, script, seen) in [
        ("a silent pipe", "exec /bin/cat", "hangs"),
        ("no variables", &format!("{panic} 0"), "stumbles"),
        ("no stdin", &format!("{panic} 101"), "stumbles"),
        ("no stdout", "echo 1 || exit 4", "ends with 4 and not 0"),
        ("no stderr", "{ echo 1 >&2; } || exit 7", "ends with 7 and not 0"),
        ("no stream", "{ read -r word; } || exit 70", "ends with 70"),
        ("no variables", "[ \"$HOME\" ] || exit 3", "ends with 3 and not 0"),
        (
            "a reader of nothing",
            "trap '' PIPE; while echo 1 2>&-; do :; done; exit 2",
            "ends with 2 and not 0",
        ),
        ("a reader of one line", "while :; do echo 1; done", "ends with 141"),
    ] {
        let found = complaint(name, script);
        assert!(found.contains(seen), "{name}, {script}: {found}");
    }
    for surrounding in &POOR {
        assert_eq!(complaint(surrounding.name, "exit 0"), "");
    }
}
