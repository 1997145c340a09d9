//! Measures the time and memory of whole commands, compared with the `sqlite3` shell answering the same question from
//! the same file (`shell/`). Prints a table and asserts nothing. `cargo bench` runs all sizes and `cargo bench -- 1000`
//! only one; `--instructions` counts instructions instead of time, `--keep FOLDER` keeps the data files there, and
//! `--schema` counts the cost of a schema.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that prints figures for people"
)]

mod fill;
mod measure;
mod schema;

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::measure::{ROUNDS, Words, mentor, millis, peak, race};

const PAIRS: usize = 10;
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// The size at which export and import are measured, in records of all pairs.
const IMPORTED: usize = 100_000;

/// A command, and the SQL that answers the same question in the shell.
struct Contest {
    words: &'static [&'static str],
    sql: &'static str,
}

const CONTESTS: [Contest; 6] = [
    Contest { words: &["status"], sql: include_str!("shell/status.sql") },
    Contest { words: &["due"], sql: include_str!("shell/due.sql") },
    Contest { words: &["agenda", "-p", "p1"], sql: include_str!("shell/agenda.sql") },
    Contest { words: &["review", "-p", "p1"], sql: include_str!("shell/review.sql") },
    Contest {
        words: &["followup", "list", "-p", "p1"],
        sql: include_str!("shell/followup-list.sql"),
    },
    Contest {
        words: &[
            "log", "-p", "p2", "Talked", "--minutes", "50", "--followup",
            "me: send the notes by fri",
        ],
        sql: include_str!("shell/log.sql"),
    },
];

impl Contest {
    /// Returns the name in the table.
    fn name(&self) -> String {
        let typed: Vec<&str> =
            self.words.iter().copied().take_while(|word| !word.starts_with('-')).collect();
        typed.join(" ")
    }

    /// Returns the command lines of mentor and of the shell. The shell writes rows without checksums, so it writes to a
    /// copy.
    fn both(&self, file: &Path) -> [Words; 2] {
        let mut shell_file = file.to_owned();
        if self.words[0] == "log" {
            shell_file = file.with_extension("shell.db");
            std::fs::copy(file, &shell_file).unwrap();
        }
        [mentor(file, self.words), shell(&shell_file, self.sql)]
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if args.first().is_some_and(|arg| arg == "--peak") {
        return measure::peak_of_child(&args[1..]);
    }
    if !measure::is_benchmark() {
        return try_each();
    }
    let counts = args.iter().any(|arg| arg == "--instructions");
    let mut sizes: Vec<usize> = args.iter().filter_map(|arg| arg.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = if counts { vec![10_000] } else { SIZES.to_vec() };
    }
    let kept = args.iter().position(|arg| arg == "--keep").map(|at| PathBuf::from(&args[at + 1]));
    let home = tempfile::tempdir().unwrap();
    let folder = kept.unwrap_or_else(|| home.path().to_owned());
    if args.iter().any(|arg| arg == "--schema") {
        return schema::print(&folder);
    }
    if counts {
        return instructions(&folder, &sizes);
    }
    println!(
        "{PAIRS} pairs; medians of {ROUNDS} interleaved runs of the whole process; peak memory in MB"
    );
    println!(
        "{:>8}  {:14}  {:>9}  {:>9}  {:>6}  {:>6}  {:>6}",
        "a pair", "command", "mentor", "sqlite3", "ratio", "peak", "sqlite"
    );
    for size in sizes {
        let file = folder.join(format!("{size}.db"));
        generate(&file, size);
        for contest in &CONTESTS {
            let [ours, theirs] = contest.both(&file);
            let [our_time, their_time] = race([&ours, &theirs]);
            println!(
                "{size:>8}  {:14}  {:>6.2} ms  {:>6.2} ms  {:>6.2}  {:>6.1}  {:>6.1}",
                contest.name(),
                millis(our_time),
                millis(their_time),
                our_time.as_secs_f64() / their_time.as_secs_f64(),
                peak(&ours),
                peak(&theirs),
            );
        }
        if size == IMPORTED / PAIRS {
            import(&file);
        }
    }
}

/// Runs each command once, on a small file.
fn try_each() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("mentor.db");
    generate(&file, 100);
    for contest in &CONTESTS {
        measure::run(&mentor(&file, contest.words));
    }
}

/// Counts instructions, which are the same in every run of the same program on the same file.
fn instructions(folder: &Path, sizes: &[usize]) {
    println!(
        "{PAIRS} pairs; million instructions of the whole process, by valgrind --tool=callgrind"
    );
    println!("{:>8}  {:14}  {:>7}  {:>7}", "a pair", "command", "mentor", "sqlite3");
    for size in sizes {
        let file = folder.join(format!("{size}.db"));
        generate(&file, *size);
        let version = measure::instructions(&mentor(&file, &["--version"]));
        println!("{size:>8}  {:14}  {version:>7.2}", "--version");
        for contest in &CONTESTS {
            let [ours, theirs] = contest.both(&file);
            // Run once before, since the first write of a day makes a backup.
            measure::run(&ours);
            let counted = [&ours, &theirs].map(measure::instructions);
            println!("{size:>8}  {:14}  {:>7.2}  {:>7.2}", contest.name(), counted[0], counted[1]);
        }
    }
}

/// Measures exporting everything as a document and importing it into an empty file.
fn import(file: &Path) {
    let document = file.with_extension("json");
    let target = file.with_extension("imported.db");
    let exported = File::create(&document).unwrap();
    let mut command = measure::command(&mentor(file, &["export"]));
    assert!(command.stdout(exported).status().unwrap().success());
    let words = mentor(&target, &["import", document.to_str().unwrap()]);
    let mut times = Vec::new();
    for _ in 0..3 {
        let _ = std::fs::remove_file(&target);
        times.push(measure::run(&words));
    }
    times.sort();
    println!("import of {IMPORTED} records: {:.2} s", times[1].as_secs_f64());
}

/// Makes ten pairs with an agreement, a goal and a planned check-in by commands, then adds most records by SQL.
fn generate(file: &Path, size: usize) {
    let _ = std::fs::remove_file(file);
    let run = |args: &[&str]| {
        measure::run(&mentor(file, args));
    };
    run(&["init", "--name", "Sam Rivera", "--tz", "Europe/London"]);
    for pair in 1..=PAIRS {
        let slug = format!("p{pair}");
        run(&[
            "pair",
            "add",
            &slug,
            "--mentee",
            &format!("Ana{pair} Díaz"),
            "--tz",
            "America/Bogota",
        ]);
        run(&[
            "agree", "-p", &slug, "--purpose", "Grow", "--starts", "2026-06-01", "--ends",
            "2027-06-01", "--cadence", "every 2 weeks", "--length", "45m", "--review-every",
            "8 weeks",
        ]);
        run(&["goal", "add", "-p", &slug, "Lead a design review", "--by", "2027-03-01"]);
        run(&["checkin", "add", "-p", &slug, "--at", "2026-12-03 17:00"]);
    }
    let connection = rusqlite::Connection::open(file).unwrap();
    fill::fill(&connection, PAIRS, size).unwrap();
    fill::make_older(&connection).unwrap();
    drop(connection);
    run(&["topic", "add", "-p", "p1", "The first write after the upgrade"]);
}

/// Returns the shell command with the statements, without the comments before them.
fn shell(file: &Path, sql: &str) -> Words {
    let lines: Vec<&str> = sql.lines().filter(|line| !line.starts_with("--")).collect();
    vec!["sqlite3".into(), "-batch".into(), file.into(), lines.join("\n").into()]
}
