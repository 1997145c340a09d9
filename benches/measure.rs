//! Time, memory and instructions of whole processes, with an empty environment.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A program and its arguments.
pub type Words = Vec<PathBuf>;

/// How often each side of a comparison is run.
pub const ROUNDS: usize = 41;

const NOW: &str = "2026-12-01T09:00:00Z";

/// Whether `cargo bench` runs this program. `cargo test` leaves out the argument.
pub fn is_benchmark() -> bool {
    std::env::args().any(|arg| arg == "--bench")
}

/// Returns the command line of mentor, or of the program that `MENTOR_BIN` names, with a data file.
pub fn mentor(file: &Path, args: &[&str]) -> Words {
    let program = std::env::var_os("MENTOR_BIN");
    let program = program.unwrap_or_else(|| env!("CARGO_BIN_EXE_mentor").into());
    let mut words: Words = vec![program.into(), "--db".into(), file.into()];
    words.extend(args.iter().map(PathBuf::from));
    words
}

pub fn command(words: &Words) -> Command {
    let mut command = Command::new(&words[0]);
    command
        .args(&words[1..])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", "/dev/null")
        .env("TZ", "Europe/London")
        .env("MENTOR_NOW", NOW)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Measures one run, from before its start until its end.
pub fn run(words: &Words) -> Duration {
    let start = Instant::now();
    let status = command(words).status().unwrap();
    let time = start.elapsed();
    assert!(status.success(), "{words:?}");
    time
}

/// Returns the medians of both. They are run alternately, so that drifts of the computer's speed affect both.
pub fn race(both: [&Words; 2]) -> [Duration; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (words, times) in both.iter().zip(&mut times) {
            times.push(run(words));
        }
    }
    times.map(|mut times| {
        times.sort();
        times[ROUNDS / 2]
    })
}

/// Counts the instructions of one run, in millions.
pub fn instructions(words: &Words) -> f64 {
    let mut valgrind: Words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        .map(PathBuf::from)
        .to_vec();
    valgrind.extend(words.iter().cloned());
    let output = command(&valgrind).stderr(Stdio::piped()).output().unwrap();
    let message = String::from_utf8_lossy(&output.stderr);
    let collected = message.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = collected.unwrap_or_else(|| panic!("{words:?}: {message}"));
    count.trim().parse::<f64>().unwrap() / 1e6
}

/// Measures the peak memory of one run. It is started by a new process of this program, so that it is that process's
/// only child.
pub fn peak(words: &Words) -> f64 {
    let output =
        Command::new(std::env::current_exe().unwrap()).arg("--peak").args(words).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
}

pub fn peak_of_child(words: &[String]) {
    use nix::sys::resource::{UsageWho, getrusage};
    run(&words.iter().map(PathBuf::from).collect());
    let kilobytes = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss();
    println!("{}.{}", kilobytes / 1024, kilobytes % 1024 * 10 / 1024);
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
