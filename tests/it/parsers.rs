//! What independent parsers make of mentor's calendars: Python's `icalendar` and `vobject`, and `khal import`.
//!
//! They are not part of a checkout. Without them these tests say that they were skipped; with `MENTOR_CALENDAR_PARSERS`
//! (a Python that has them, as `.ci/run` installs it) their absence is a failure.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::sandbox::Sandbox;
use crate::zones;

const PARSERS: [&str; 3] = ["icalendar", "vobject", "khal"];

/// A Python that has the parsers; none: they are not here, and it does not matter.
#[expect(
    clippy::disallowed_methods,
    reason = "a switch for continuous integration"
)]
fn python() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("MENTOR_CALENDAR_PARSERS") {
        return Some(PathBuf::from(named));
    }
    let has_them = Command::new("python3")
        .args(["-c", "import icalendar, vobject, khal, dateutil"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !has_them {
        // Past the test runner, which shows nothing of a test that passes.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: python3 has no icalendar, vobject and khal; `.ci/run` installs them"
        );
    }
    has_them.then(|| PathBuf::from("python3"))
}

/// What a parser makes of calendars, each imported over the one before: a line for each occurrence.
fn read(python: &Path, parser: &str, calendars: &[PathBuf]) -> Result<Vec<String>, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/parsers/occurrences.py");
    let output = Command::new(python)
        .arg(script)
        .arg(parser)
        .args(calendars)
        .output()
        .map_err(|error| format!("{}: {error}", python.display()))?;
    if !output.status.success() {
        return Err(format!(
            "{parser}: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let text = String::from_utf8(output.stdout).map_err(|error| error.to_string())?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Fails unless every parser reads exactly these occurrences from the last of the calendars.
fn must_all_read(python: &Path, calendars: &[PathBuf], expected: Vec<String>) {
    must_read(python, &PARSERS, calendars, expected);
}

fn must_read(python: &Path, parsers: &[&str], calendars: &[PathBuf], mut expected: Vec<String>) {
    expected.sort();
    for parser in parsers {
        let found = read(python, parser, calendars).unwrap();
        assert_eq!(found, expected, "{parser}");
    }
}

fn export(sandbox: &Sandbox, name: &str) -> PathBuf {
    let path = sandbox.home.path().join(name);
    sandbox.ok(&["export", "--ics", "-o", &path.display().to_string()]);
    path
}

/// Sam, in a zone, and Ana, with a rhythm from the first day to the last.
fn with_rhythm(zone: &str, cadence: &str, starts: &str, ends: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.at("2027-01-01T09:00:00Z");
    sandbox.ok(&["init", "--name", "Sam", "--tz", zone]);
    sandbox.ok(&[
        "pair",
        "add",
        "ana",
        "--mentee",
        "Ana",
        "--tz",
        "America/Bogota",
    ]);
    sandbox.ok(&[
        "agree",
        "--cadence",
        cadence,
        "--starts",
        starts,
        "--ends",
        ends,
        "--length",
        "45m",
    ]);
    sandbox.ok(&["agree", "accept", "--by", "mentee"]);
    sandbox
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn told(zone: &str, on: NaiveDate, time: &str) -> String {
    let time: NaiveTime = time.parse().unwrap();
    let at = zones::moment(on.and_time(time), zone);
    let at = at.with_timezone(&chrono::Utc).format("%Y-%m-%dT%H:%MZ");
    format!("{at} 45 CONFIRMED Check-in with Ana")
}

#[test]
fn every_occurrence_keeps_its_wall_clock_time_across_the_changes_of_the_clocks() {
    let Some(python) = python() else { return };
    for (zone, time, every) in [
        ("Europe/London", "17:00:00", 1),
        ("America/New_York", "02:30:00", 2),
        ("Australia/Lord_Howe", "09:15:00", 1),
        ("Asia/Kolkata", "20:00:00", 3),
        ("Pacific/Auckland", "08:00:00", 1),
    ] {
        let (starts, ends) = (day("2027-01-07"), day("2028-04-30"));
        let cadence = format!("every {every} weeks on thu {}", &time[..5]);
        let sandbox = with_rhythm(zone, &cadence, &starts.to_string(), &ends.to_string());
        let weeks = starts.iter_weeks().take_while(|day| *day <= ends);
        let expected: Vec<String> = weeks
            .step_by(every)
            .map(|day| told(zone, day, time))
            .collect();
        assert!(expected.len() > 20 && starts.weekday() == Weekday::Thu);
        must_all_read(&python, &[export(&sandbox, "all.ics")], expected);
    }
}

/// In a gap the offset before it counts, of two equal times the first (RFC 5545, section 3.3.5).
#[test]
fn a_time_that_the_clocks_skip_or_show_twice_is_read_as_it_was_meant() {
    let Some(python) = python() else { return };
    let skipped = [
        "2027-03-21T01:30Z",
        "2027-03-28T01:30Z",
        "2027-04-04T00:30Z",
    ];
    let twice = [
        "2027-10-24T00:30Z",
        "2027-10-31T00:30Z",
        "2027-11-07T01:30Z",
    ];
    // vobject takes the offset after a gap, khal the second of two equal times.
    for (starts, ends, expected, parsers) in [
        ("2027-03-21", "2027-04-04", skipped, ["icalendar", "khal"]),
        ("2027-10-24", "2027-11-07", twice, ["icalendar", "vobject"]),
    ] {
        let sandbox = with_rhythm("Europe/London", "weekly on sun 01:30", starts, ends);
        let expected = expected.map(|at| format!("{at} 45 CONFIRMED Check-in with Ana"));
        let calendar = export(&sandbox, "all.ics");
        must_read(&python, &parsers, &[calendar], expected.to_vec());
    }
}

#[test]
fn months_are_repeated_as_agreed() {
    let Some(python) = python() else { return };
    let london = "Europe/London";
    for (cadence, days) in [
        (
            "monthly on 2nd tue 10:00",
            &["2027-02-09", "2027-03-09", "2027-04-13", "2027-05-11"][..],
        ),
        (
            "monthly on last sun 10:00",
            &["2027-02-28", "2027-03-28", "2027-04-25", "2027-05-30"],
        ),
        ("monthly on 31 10:00", &["2027-03-31", "2027-05-31"]),
    ] {
        let sandbox = with_rhythm("Europe/London", cadence, "2027-02-01", "2027-05-31");
        let expected = days
            .iter()
            .map(|on| told(london, day(on), "10:00:00"))
            .collect();
        must_all_read(&python, &[export(&sandbox, "all.ics")], expected);
    }
}

#[test]
fn a_second_import_updates_and_never_doubles() {
    let Some(python) = python() else { return };
    let sandbox = with_rhythm(
        "Europe/London",
        "weekly on thu 17:00",
        "2027-03-08",
        "2027-04-10",
    );
    sandbox.ok(&[
        "checkin",
        "add",
        "--at",
        "2027-03-16 12:00",
        "--length",
        "45m",
    ]);
    sandbox.ok(&["checkin", "next", "--add"]);
    let first = export(&sandbox, "first.ics");

    sandbox.at("2027-01-02T09:00:00Z");
    sandbox.ok(&["checkin", "move", "1", "--to", "2027-03-17 12:00"]);
    sandbox.ok(&["checkin", "move", "2", "--to", "2027-03-19 10:00"]);
    sandbox.ok(&["checkin", "next", "--add"]);
    sandbox.ok(&["checkin", "cancel", "3"]);
    sandbox.ok(&[
        "agree",
        "renew",
        "--because",
        "x",
        "--cadence",
        "weekly on tue 10:00",
        "--starts",
        "2027-04-01",
    ]);
    sandbox.ok(&["agree", "accept", "--by", "mentee"]);
    let second = export(&sandbox, "second.ics");

    let cancelled = |at: &str| format!("{at} 45 CANCELLED Check-in with Ana");
    let planned = |at: &str| format!("{at} 45 CONFIRMED Check-in with Ana");
    let expected = vec![
        planned("2027-03-11T17:00Z"),
        planned("2027-03-17T12:00Z"),
        planned("2027-03-19T10:00Z"),
        cancelled("2027-03-25T17:00Z"),
        planned("2027-04-06T09:00Z"),
    ];
    must_all_read(&python, &[first, second], expected);
}

#[test]
fn what_somebody_typed_stays_in_its_place() {
    let Some(python) = python() else { return };
    let sandbox = Sandbox::new();
    let name = "Ana; \"Díaz\", \\n 日本\u{2028}END:VEVENT\r\nBEGIN:VEVENT\u{85}\u{1c}x: y = "
        .to_owned()
        + &"long ".repeat(20);
    sandbox.ok(&["init", "--name", "Sam", "--tz", "Europe/London"]);
    sandbox.ok(&[
        "pair",
        "add",
        "ana",
        "--mentee",
        name.trim(),
        "--tz",
        "America/Bogota",
    ]);
    sandbox.ok(&[
        "checkin",
        "add",
        "--at",
        "2026-12-03 17:00",
        "--length",
        "45m",
        "--channel",
        &name,
    ]);
    let kept = name.replace('\u{1c}', "");
    let kept: Vec<&str> = kept.split_whitespace().collect();
    let expected = format!(
        "2026-12-03T17:00Z 45 CONFIRMED Check-in with {}",
        kept.join(" ")
    );
    must_all_read(&python, &[export(&sandbox, "all.ics")], vec![expected]);
}

/// The control: a calendar that is wrong is seen to be wrong by each parser.
#[test]
fn a_calendar_that_is_an_hour_off_or_broken_is_noticed() {
    let Some(python) = python() else { return };
    let sandbox = with_rhythm(
        "Europe/London",
        "weekly on thu 17:00",
        "2027-03-22",
        "2027-04-03",
    );
    let path = export(&sandbox, "all.ics");
    let sound = std::fs::read_to_string(&path).unwrap();
    let expected = PARSERS.map(|parser| read(&python, parser, std::slice::from_ref(&path)));
    for (fault, from, to) in [
        (
            "another hour",
            "DTSTART;TZID=Europe/London:20270325T17",
            "DTSTART;TZID=Europe/London:20270325T18",
        ),
        ("no end", "UNTIL=20270401T160000Z", "UNTIL=20270501T160000Z"),
        ("another length", "DURATION:PT45M", "DURATION:PT46M"),
        (
            "a line that somebody slipped in",
            "SUMMARY:",
            "STATUS:CANCELLED\r\nEND:VEVENT\r\nSUMMARY:",
        ),
    ] {
        assert!(sound.contains(from), "{fault}");
        std::fs::write(&path, sound.replacen(from, to, 1)).unwrap();
        for (parser, expected) in PARSERS.iter().zip(&expected) {
            let found = read(&python, parser, std::slice::from_ref(&path));
            assert_ne!(&found, expected, "{parser} does not see {fault}");
        }
    }
}
