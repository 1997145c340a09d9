//! Measures `mentor search`, compared with the `sqlite3` shell running the same MATCH query. Prints a table and asserts
//! nothing. `cargo bench --bench search -- 1000` runs only one size; `--instructions` counts instructions instead of
//! time.
//!
//! The shell of Debian 12 can't read a contentless index that supports deletions (`SQLite` 3.43), so it uses a copy of
//! the file with the same words in an index of the older kind.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that prints figures for people"
)]

mod fill;
#[allow(dead_code, reason = "the other benchmark uses more of it")]
mod measure;

use std::path::Path;

use rusqlite::Connection;

use crate::measure::{ROUNDS, Words, mentor, millis, race};

const PAIRS: usize = 10;
/// The numbers of records of each pair.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// The arguments of the command, and the MATCH query for the index.
const SEARCHES: [(&[&str], &str); 6] = [
    (&["79"], "\"79\""),
    (&["incident", "79"], "\"incident\" AND \"79\""),
    (&["propos*", "72"], "\"propos\" * AND \"72\""),
    (&["incident"], "\"incident\""),
    (&["say no"], "\"say no\""),
    (&["part"], "\"part\""),
];

/// A table that `mentorship.sql` fills, with its searched columns: titles and other texts.
struct Searched {
    /// The position of the table in the keys of the index.
    place: i64,
    table: &'static str,
    title: &'static str,
    text: &'static str,
}

const fn searched(
    place: i64,
    table: &'static str,
    title: &'static str,
    text: &'static str,
) -> Searched {
    Searched { place, table, title, text }
}

const SEARCHED: [Searched; 7] = [
    searched(1, "goal", "title", "why"),
    searched(2, "checkin", "''", "notes"),
    searched(3, "topic", "title", "notes"),
    searched(4, "followup", "title", "because"),
    searched(
        5,
        "feedback",
        "''",
        "situation || ' ' || behaviour || ' ' || impact || ' ' || coalesce(response, '')",
    ),
    searched(6, "win", "title", "''"),
    searched(7, "insight", "title", "''"),
];

fn main() {
    if !measure::is_benchmark() {
        return try_each();
    }
    let args: Vec<String> = std::env::args().skip(1).collect();
    let counts = args.iter().any(|arg| arg == "--instructions");
    let mut sizes: Vec<usize> = args.iter().filter_map(|arg| arg.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = if counts { vec![10_000] } else { SIZES.to_vec() };
    }
    let home = tempfile::tempdir().unwrap();
    if counts {
        println!("{PAIRS} pairs; million instructions of the whole process");
    } else {
        println!(
            "{PAIRS} pairs; medians of {ROUNDS} interleaved runs of the whole process, in milliseconds"
        );
    }
    println!(
        "{:>9}  {:12}  {:>7}  {:>8}  {:>8}  {:>5}",
        "records", "search", "found", "mentor", "sqlite3", "ratio"
    );
    for size in sizes {
        let [ours, theirs] =
            ["ours", "theirs"].map(|whose| home.path().join(format!("{whose}-{size}.db")));
        generate(&ours, &theirs, size);
        for (typed, sought) in SEARCHES {
            let count = "SELECT count(*) FROM search WHERE search MATCH ?1";
            let shell = Connection::open(&theirs).unwrap();
            let found: i64 = shell.query_row(count, [sought], |row| row.get(0)).unwrap();
            let ours = mentor(&ours, &[&["search"], typed].concat());
            let theirs: Words =
                vec!["sqlite3".into(), "-batch".into(), theirs.clone(), sql(sought).into()];
            let [ours, theirs] = if counts {
                [&ours, &theirs].map(measure::instructions)
            } else {
                race([&ours, &theirs]).map(millis)
            };
            println!(
                "{:>9}  {:12}  {found:>7}  {ours:>8.2}  {theirs:>8.2}  {:>5.2}",
                PAIRS * size,
                typed.join(" "),
                ours / theirs
            );
        }
    }
}

/// Searches once for each text, in a small file.
fn try_each() {
    let home = tempfile::tempdir().unwrap();
    let [ours, theirs] = ["ours.db", "theirs.db"].map(|name| home.path().join(name));
    generate(&ours, &theirs, 100);
    for (typed, _) in SEARCHES {
        measure::run(&mentor(&ours, &[&["search"], typed].concat()));
    }
}

/// Makes pairs with a goal by commands, adds most records by SQL, then builds the index of each file.
fn generate(ours: &Path, theirs: &Path, size: usize) {
    for file in [ours, theirs] {
        let _ = std::fs::remove_file(file);
    }
    let run = |args: &[&str]| measure::run(&mentor(ours, args));
    run(&["init", "--name", "Sam Rivera", "--tz", "Europe/London"]);
    for pair in 1..=PAIRS {
        let slug = format!("p{pair}");
        run(&["pair", "add", &slug, "--mentee", &format!("Ana{pair} Díaz")]);
        run(&["goal", "add", "-p", &slug, "Lead a design review"]);
    }
    let file = Connection::open(ours).unwrap();
    fill::fill(&file, PAIRS, size).unwrap();
    // Marked as an older file, since the first write to such a file builds the index.
    fill::make_older(&file).unwrap();
    drop(file);
    std::fs::copy(ours, theirs).unwrap();
    let upgraded = run(&["topic", "add", "-p", "p1", "The first write after the upgrade"]);
    let file = Connection::open(theirs).unwrap();
    file.execute_batch(
        "BEGIN; DROP TABLE IF EXISTS search;
         CREATE VIRTUAL TABLE search USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')",
    )
    .unwrap();
    for one in SEARCHED {
        let Searched { place, table, title, text } = one;
        let sql = format!(
            "INSERT INTO search (rowid, title, text) SELECT {place} << 32 | id, {title}, {text} FROM {table} ORDER BY id"
        );
        file.execute(&sql, []).unwrap();
    }
    file.execute_batch("COMMIT").unwrap();
    let sizes = "SELECT sum(length(block)) / 1e6, ?1 / 1e6 FROM search_data";
    let bytes = std::fs::metadata(ours).unwrap().len();
    let (words, all): (f64, f64) = Connection::open(ours)
        .unwrap()
        .query_row(sizes, [bytes.cast_signed()], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    println!(
        "{:>9}  (index made in {:.1} s: {words:.1} MB in a file of {all:.1} MB)",
        PAIRS * size,
        upgraded.as_secs_f64(),
    );
}

/// Returns the same query as SQL: the best twenty hits, each with its text and day.
fn sql(sought: &str) -> String {
    let text = |one: &Searched| {
        let Searched { place, table, title, text } = one;
        format!(
            "WHEN {place} THEN (SELECT {title} || ' ' || coalesce({text}, '') || created_at FROM {table} WHERE id = number)"
        )
    };
    let texts: Vec<String> = SEARCHED.iter().map(text).collect();
    format!(
        "SELECT number, CASE place {} END FROM (
            SELECT rowid >> 32 AS place, rowid & 4294967295 AS number, bm25(search, 8.0, 1.0) AS score
            FROM search WHERE search MATCH '{sought}' ORDER BY score, rowid DESC LIMIT 20)",
        texts.join(" ")
    )
}
