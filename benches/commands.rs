//! How long whole commands take and how much memory, beside the `sqlite3` shell answering the same question from the
//! same file. Prints a table; asserts nothing. `cargo bench` runs it; `cargo bench -- 1000` at one
//! size only, `cargo bench -- --keep FOLDER` leaves the data files there.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that prints figures for people"
)]

#[allow(dead_code, reason = "its tests run elsewhere")]
#[path = "../src/store/checksum.rs"]
mod checksum;
mod fill;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PAIRS: usize = 10;
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const ROUNDS: usize = 41;
const NOW: &str = "2026-12-01T09:00:00Z";
const MENTOR: &str = env!("CARGO_BIN_EXE_mentor");

/// A command, and the question it answers put to the shell.
struct Contest {
    words: &'static [&'static str],
    sql: &'static str,
}

const CONTESTS: [Contest; 6] = [
    Contest {
        words: &["status"],
        sql: "SELECT slug, (SELECT name FROM person WHERE id = pair.mentee),
                (SELECT min(planned_at) FROM checkin WHERE pair = pair.id AND state = 'planned'),
                (SELECT max(held_at) FROM checkin WHERE pair = pair.id AND state = 'held'),
                (SELECT count(*) FROM followup WHERE pair = pair.id AND state = 'open' AND due < '2026-12-01'),
                (SELECT cadence FROM agreement WHERE pair = pair.id ORDER BY version DESC LIMIT 1),
                (SELECT max(\"on\") FROM review WHERE pair = pair.id),
                (SELECT title FROM goal WHERE pair = pair.id AND state = 'active' ORDER BY changed_at DESC LIMIT 1),
                (SELECT percent FROM goal_entry JOIN goal ON goal.id = goal_entry.goal WHERE goal.pair = pair.id ORDER BY \"on\" DESC LIMIT 1)
              FROM pair WHERE state = 'active'",
    },
    Contest {
        words: &["due"],
        sql: "SELECT pair, owner, id, title, due FROM followup WHERE state = 'open' AND due <= '2026-12-03' AND pair IN (SELECT id FROM pair WHERE state = 'active') ORDER BY due;
              SELECT pair, id, planned_at FROM checkin WHERE state = 'planned' AND planned_at < '2026-12-01T09:00:00Z' AND pair IN (SELECT id FROM pair WHERE state = 'active');
              SELECT pair, id, title, target FROM goal WHERE state = 'active' AND target <= '2026-12-03' AND pair IN (SELECT id FROM pair WHERE state = 'active');
              SELECT slug, (SELECT max(held_at) FROM checkin WHERE pair = pair.id AND state = 'held'),
                (SELECT max(\"on\") FROM review WHERE pair = pair.id),
                (SELECT cadence || ends || coalesce(accepted_by_mentee, '') FROM agreement WHERE pair = pair.id ORDER BY version DESC LIMIT 1)
              FROM pair WHERE state = 'active'",
    },
    Contest {
        words: &["agenda", "-p", "p1"],
        sql: "SELECT id, owner, title, due FROM followup WHERE pair = 1 AND state = 'open' ORDER BY due;
              SELECT id, \"from\", title FROM topic WHERE pair = 1 AND state = 'open';
              SELECT id, title, target FROM goal WHERE pair = 1 AND state = 'active';
              SELECT id, situation FROM feedback WHERE pair = 1 AND response IS NULL;
              SELECT id, title FROM win WHERE pair = 1 AND \"on\" >= '2026-11-25';
              SELECT owner, due, state, state_on FROM followup WHERE pair = 1 AND state <> 'open' AND state_on >= '2026-06-01';
              SELECT held_at, minutes FROM checkin WHERE pair = 1 AND state = 'held' AND held_at >= '2026-06-01';
              SELECT state, planned_at, cancelled_at FROM checkin WHERE pair = 1 AND state IN ('cancelled', 'late-cancelled', 'no-show') AND planned_at >= '2026-06-01';
              SELECT \"from\", \"on\", responded_on FROM feedback WHERE pair = 1 AND \"on\" >= '2026-06-01';
              SELECT \"on\", percent, confidence FROM goal_entry WHERE goal IN (SELECT id FROM goal WHERE pair = 1) ORDER BY \"on\"",
    },
    Contest {
        words: &["review", "-p", "p1"],
        sql: "SELECT owner, count(*), sum(state_on <= due) FROM followup WHERE pair = 1 AND state <> 'open' AND state_on >= '2026-10-06' GROUP BY owner;
              SELECT count(*), sum(minutes) FROM checkin WHERE pair = 1 AND state = 'held' AND held_at >= '2026-10-06';
              SELECT id, title FROM win WHERE pair = 1 AND \"on\" >= '2026-10-06';
              SELECT id, title FROM insight WHERE pair = 1 AND \"on\" >= '2026-10-06';
              SELECT \"on\", percent, confidence FROM goal_entry WHERE goal IN (SELECT id FROM goal WHERE pair = 1) ORDER BY \"on\";
              SELECT id, \"from\", kind, situation FROM feedback WHERE pair = 1 AND \"on\" >= '2026-10-06'",
    },
    Contest {
        words: &["followup", "list", "-p", "p1"],
        sql: "SELECT id, owner, title, due FROM followup WHERE pair = 1 AND state = 'open' ORDER BY due",
    },
    Contest {
        words: &["log", "-p", "p2", "Talked", "--minutes", "50", "--followup", "me: send the notes by fri"],
        sql: "PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE;
              INSERT INTO checkin (uid, created_at, changed_at, pair, state, zone, held_at, minutes, notes, decisions, blockers, private, checksum)
              VALUES (hex(randomblob(16)), '2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z', 3, 'held', 'Europe/London', '2026-12-01T09:00:00Z', 50, 'Talked', '', '', 0, 1);
              INSERT INTO followup (uid, created_at, changed_at, pair, owner, title, due, checkin, state, state_on, private, checksum)
              VALUES (hex(randomblob(16)), '2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z', 3, 'mentor', 'send the notes', '2026-12-04', last_insert_rowid(), 'open', '2026-12-01', 0, 1);
              COMMIT",
    },
];

fn main() {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    if args.first().is_some_and(|arg| arg == "--peak") {
        return peak_of_child(&args[1..]);
    }
    let sizes: Vec<usize> = args.iter().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if sizes.is_empty() {
        SIZES.to_vec()
    } else {
        sizes
    };
    let kept = args
        .iter()
        .position(|arg| arg == "--keep")
        .map(|at| PathBuf::from(&args[at + 1]));
    let home = tempfile::tempdir().unwrap();
    let folder = kept.unwrap_or_else(|| home.path().to_owned());
    println!(
        "{PAIRS} pairs; medians of {ROUNDS} interleaved runs of the whole process; peak memory in MB"
    );
    println!(
        "{:>8}  {:14}  {:>9}  {:>9}  {:>6}  {:>6}  {:>6}",
        "records", "command", "mentor", "sqlite3", "ratio", "peak", "sqlite"
    );
    for size in sizes {
        let file = folder.join(format!("{size}.db"));
        generate(&file, size);
        for contest in &CONTESTS {
            // What the shell writes has no checksums, so it writes to a copy.
            let copy = file.with_extension("shell.db");
            let is_write = contest.words[0] == "log";
            if is_write {
                std::fs::copy(&file, &copy).unwrap();
            }
            let shell_file = if is_write { &copy } else { &file };
            let (ours, theirs) = race(&file, shell_file, contest);
            println!(
                "{size:>8}  {:14}  {:>6.2} ms  {:>6.2} ms  {:>6.2}  {:>6.1}  {:>6.1}",
                contest.words[..contest.words.len().min(2)]
                    .join(" ")
                    .replace(" -p", ""),
                millis(ours),
                millis(theirs),
                ours.as_secs_f64() / theirs.as_secs_f64(),
                peak(&mentor(&file, contest.words)),
                peak(&shell(shell_file, contest.sql)),
            );
        }
    }
}

/// Ten pairs with an agreement, a goal and a planned check-in, typed; then the bulk as SQL.
fn generate(file: &Path, size: usize) {
    let _ = std::fs::remove_file(file);
    let run = |args: &[&str]| {
        let status = command(&mentor(file, args)).status().unwrap();
        assert!(status.success(), "{args:?}");
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
            "agree",
            "-p",
            &slug,
            "--purpose",
            "Grow",
            "--starts",
            "2026-06-01",
            "--ends",
            "2027-06-01",
            "--cadence",
            "every 2 weeks",
            "--length",
            "45m",
            "--review-every",
            "8 weeks",
        ]);
        run(&[
            "goal",
            "add",
            "-p",
            &slug,
            "Lead a design review",
            "--by",
            "2027-03-01",
        ]);
        run(&["checkin", "add", "-p", &slug, "--at", "2026-12-03 17:00"]);
    }
    let connection = rusqlite::Connection::open(file).unwrap();
    fill::fill(&connection, PAIRS, size, |table, values| {
        let first = values.len();
        checksum::of(table, values, first)
    })
    .unwrap();
}

type Words = Vec<PathBuf>;

fn mentor(file: &Path, args: &[&str]) -> Words {
    let mut words: Words = vec![MENTOR.into(), "--db".into(), file.into()];
    words.extend(args.iter().map(PathBuf::from));
    words
}

fn shell(file: &Path, sql: &str) -> Words {
    vec!["sqlite3".into(), "-batch".into(), file.into(), sql.into()]
}

fn command(words: &Words) -> Command {
    let mut command = Command::new(&words[0]);
    command
        .args(&words[1..])
        .env("MENTOR_NOW", NOW)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Medians of both, run in turns so that a drift of the machine meets both.
fn race(file: &Path, theirs: &Path, contest: &Contest) -> (Duration, Duration) {
    let both = [mentor(file, contest.words), shell(theirs, contest.sql)];
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (words, times) in both.iter().zip(&mut times) {
            let start = Instant::now();
            let status = command(words).status().unwrap();
            times.push(start.elapsed());
            assert!(status.success(), "{words:?}");
        }
    }
    for times in &mut times {
        times.sort();
    }
    (times[0][ROUNDS / 2], times[1][ROUNDS / 2])
}

/// Peak memory of one run: a fresh process of this program starts it, so that its only child is the one that is meant.
fn peak(words: &Words) -> f64 {
    let output = Command::new(std::env::current_exe().unwrap())
        .arg("--peak")
        .args(words)
        .output()
        .unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .trim()
        .parse()
        .unwrap()
}

fn peak_of_child(words: &[String]) {
    use nix::sys::resource::{UsageWho, getrusage};
    command(&words.iter().map(PathBuf::from).collect())
        .status()
        .unwrap();
    let kilobytes = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss();
    println!("{}.{}", kilobytes / 1024, kilobytes % 1024 * 10 / 1024);
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
