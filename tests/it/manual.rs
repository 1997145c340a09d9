//! The help topics: every day, time, length and rhythm in them must be read as they say, and every exit code must
//! occur.

use std::fs;

use crate::json::must_fit;
use crate::sandbox::Sandbox;
use crate::text_width::fits_or_is_command;

const DATES: &str = include_str!("../../docs/help/dates.md");
const EXIT_CODES: &str = include_str!("../../docs/help/exit-codes.md");

/// Returns the rows of the table under a heading, without backticks around a whole cell.
fn rows(text: &'static str, heading: &str) -> Vec<Vec<&'static str>> {
    let (_, part) = text.split_once(heading).unwrap();
    let lines = part.lines().skip_while(|line| !line.starts_with('|'));
    let rows: Vec<Vec<&str>> = lines
        .take_while(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 3, "{heading} has hardly any rows");
    rows
}

/// Returns the first code span.
fn code(cell: &str) -> &str {
    cell.split('`').nth(1).unwrap()
}

#[test]
fn every_day_is_read_as_the_manual_says() {
    let sandbox = Sandbox::with_pair();
    for row in rows(DATES, "## Days") {
        let given = sandbox.json(&["followup", "add", "x", "--owner", "me", "--by", code(row[0])]);
        assert_eq!(given["item"]["due"], row[1], "{}", row[0]);
    }
}

#[test]
fn every_past_day_is_read_as_the_manual_says() {
    let sandbox = Sandbox::with_older_pair();
    for row in rows(DATES, "## Past days") {
        let given = sandbox.json(&["win", "add", "x", "--on", code(row[0])]);
        assert_eq!(given["item"]["on"], row[1], "{}", row[0]);
    }
}

#[test]
fn every_time_is_read_as_the_manual_says() {
    for row in rows(DATES, "## Times") {
        let sandbox = Sandbox::with_pair();
        let given = sandbox.json(&["checkin", "add", "--at", code(row[0])]);
        assert_eq!(given["item"]["planned_at"], row[1], "{}", row[0]);
    }
}

#[test]
fn refused_dates_have_the_reason_that_the_manual_gives() {
    let sandbox = Sandbox::with_pair();
    for row in rows(DATES, "## Refused") {
        let output = if row[0].ends_with("as a time") {
            sandbox.run(&["checkin", "add", "--at", code(row[0])])
        } else {
            sandbox.run(&["followup", "add", "x", "--owner", "me", "--by", code(row[0])])
        };
        assert_eq!(output.status, 4, "{}\n{output}", row[0]);
        assert!(output.stderr.contains(row[1]), "{}\n{output}", row[0]);
    }
}

#[test]
fn every_length_span_and_rhythm_is_read_as_the_manual_says() {
    let agreed = |flag: &str, typed: &str| {
        let sandbox = Sandbox::with_pair();
        sandbox.ok(&["agree", flag, typed]);
        sandbox.ok("agree show")
    };
    for row in rows(DATES, "## Lengths and spans") {
        let flag = match row[1] {
            "length" => "--length",
            "span" => "--review-every",
            other => panic!("{other} is neither a length nor a span"),
        };
        let shown = agreed(flag, code(row[0]));
        assert!(
            shown.lines().any(|line| line.ends_with(&format!("  {}", row[2]))),
            "{}\n{shown}",
            row[0]
        );
    }
    for row in rows(DATES, "## Cadences") {
        let shown = agreed("--cadence", code(row[0]));
        assert!(
            shown.lines().any(|line| line.ends_with(&format!("  {}", row[1]))),
            "{}\n{shown}",
            row[0]
        );
    }
}

#[test]
fn mentor_now_and_as_of_work_as_the_manual_says() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: read by 2026-12-10'");
    assert_eq!(sandbox.ok("due"), "");
    assert!(sandbox.ok("due --as-of 2026-12-12").contains("2 days overdue"));
    sandbox.at("2026-12-12T09:00:00Z");
    assert!(sandbox.ok("due").contains("2 days overdue"));
}

/// Prepares the situation that the manual describes for an exit status. Returns a connection that must stay open for
/// it.
fn brought_about(sandbox: &Sandbox, status: &str) -> Option<rusqlite::Connection> {
    let db = || rusqlite::Connection::open(sandbox.db()).unwrap();
    match status {
        "1" => drop(sandbox.run("followup add x --owner me --by 2026-11-01")),
        "6" => {
            let holder = db();
            holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
            return Some(holder);
        }
        "8" => fs::write(sandbox.db(), "a letter to somebody").unwrap(),
        "9" => db().execute_batch("PRAGMA user_version = 999").unwrap(),
        _ => {}
    }
    None
}

#[test]
fn topic_is_printed_and_suggested_for_a_misspelling() {
    let sandbox = Sandbox::new();
    for topic in ["dates", "calls", "privacy", "cron", "json", "exit-codes", "screen", "settings"] {
        let text = sandbox.ok(&["help", topic]);
        assert!(text.lines().count() > 15, "{text}");
        must_fit("help", &sandbox.json(&["help", topic]));
        assert!(sandbox.ok("--help").split_whitespace().any(|word| word == topic), "{topic}");
    }
    let output = sandbox.run("help privcy");
    assert_eq!(output.status, 2, "{output}");
    assert!(output.stderr.contains("`mentor help privacy`"), "{output}");
}

#[test]
fn topic_fits_the_screen_except_for_commands() {
    let mut sandbox = Sandbox::new();
    sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
    for width in [40, 80, 200] {
        sandbox.width = Some(width);
        for topic in
            ["dates", "calls", "privacy", "cron", "json", "exit-codes", "screen", "settings"]
        {
            let text = sandbox.ok(&["help", topic]);
            for line in text.lines().filter(|line| !line.starts_with("    ")) {
                assert!(fits_or_is_command(line, width), "{topic} at {width}: {line}");
            }
        }
    }
}

mod slow {
    use super::*;

    #[test]
    fn every_exit_code_occurs_where_the_manual_says() {
        let mut seen = Vec::new();
        for row in rows(EXIT_CODES, "# Exit codes, for scripts") {
            let [status, word, _, example] = row[..] else { panic!("{row:?}") };
            if example.is_empty() {
                continue;
            }
            let sandbox = Sandbox::with_pair();
            let held = brought_about(&sandbox, status);
            let typed = code(example).strip_prefix("mentor ").unwrap();
            let args: Vec<&str> = typed.split(' ').collect();
            // On a terminal the wait for a lock ends after ten seconds instead of thirty.
            let no_answers: &[&str] = &[];
            let answers = (status == "6").then_some(no_answers);
            let output = sandbox.run_with(&args, b"", answers);
            assert_eq!(output.status.to_string(), status, "{example}\n{output}");
            if !matches!(status, "0" | "1" | "6") {
                let output = sandbox.run(&[&args[..], &["--json"]].concat());
                let error: serde_json::Value = serde_json::from_str(&output.stderr).unwrap();
                assert_eq!(format!("`{}`", error["code"].as_str().unwrap()), word);
            }
            drop(held);
            seen.push(status);
        }
        assert_eq!(seen, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }
}
