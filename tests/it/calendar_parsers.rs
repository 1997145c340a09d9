//! mentor's calendars read by independent parsers: Python's `icalendar` and `vobject`, `khal import`, `ical.js` and
//! libical. The first three use the name of a zone or only simple rules; the last two use nothing but VTIMEZONE.
//!
//! The parsers are not part of the repository. A missing parser is skipped with a note. With `MENTOR_CALENDAR_PARSERS`
//! (a Python that has the first three, beside a `node_modules` with `ical.js`, as `.ci/run` installs them) a missing
//! parser is a failure.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::sandbox::Sandbox;
use crate::zones;

const PARSERS: [&str; 5] = ["icalendar", "vobject", "khal", "ical.js", "libical"];

/// A program that reads calendars: its name, and the command line in front of the calendars.
struct Parser {
    name: &'static str,
    command: Vec<OsString>,
}

/// Returns the parsers that are installed.
fn parsers() -> &'static [Parser] {
    static FOUND: OnceLock<Vec<Parser>> = OnceLock::new();
    FOUND.get_or_init(find_parsers)
}

#[expect(clippy::disallowed_methods, reason = "a switch for continuous integration")]
fn find_parsers() -> Vec<Parser> {
    let named = std::env::var_os("MENTOR_CALENDAR_PARSERS").map(PathBuf::from);
    let python = named.clone().unwrap_or_else(|| PathBuf::from("python3"));
    let folder = named.as_ref().and_then(|named| named.parent()?.parent());
    let mut found = Vec::new();
    for name in PARSERS {
        let command = match name {
            "ical.js" => ical_js(folder),
            "libical" => libical(),
            name => in_python(&python, name),
        };
        match command {
            Some(command) => found.push(Parser { name, command }),
            None if named.is_some() => panic!("{name} is not here"),
            // Written directly, because the test runner hides the output of a test that passes.
            None => {
                let text = format!("skipped: {name} is not here; `.ci/run` installs it\n");
                let _ = std::io::stderr().write_all(text.as_bytes());
            }
        }
    }
    found
}

fn script(name: &str) -> OsString {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/parsers");
    scripts.join(name).into_os_string()
}

fn succeeds(program: &Path, words: &[&str]) -> bool {
    let output = Command::new(program).args(words).output();
    output.is_ok_and(|output| output.status.success())
}

fn in_python(python: &Path, name: &str) -> Option<Vec<OsString>> {
    let import = format!("import {name}, dateutil");
    succeeds(python, &["-c", &import])
        .then(|| vec![python.into(), script("occurrences.py"), name.into()])
}

fn ical_js(folder: Option<&Path>) -> Option<Vec<OsString>> {
    let folder = folder.unwrap_or(Path::new(env!("CARGO_MANIFEST_DIR")));
    let module = folder.join("node_modules/ical.js");
    let is_here = module.is_dir() && succeeds(Path::new("node"), &["--version"]);
    is_here.then(|| vec!["node".into(), script("occurrences.cjs"), module.into()])
}

/// Compiles the reader based on libical. `None`: libical is not installed.
fn libical() -> Option<Vec<OsString>> {
    let asked = Command::new("pkg-config")
        .args(["--cflags", "--libs", "libical"])
        .output()
        .ok()
        .filter(|asked| asked.status.success())?;
    let flags = String::from_utf8(asked.stdout).ok()?;
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("occurrences");
    let compiled = Command::new("cc")
        .arg(script("occurrences.c"))
        .args(flags.split_whitespace())
        .arg("-o")
        .arg(&program)
        .output()
        .ok()?;
    let parsed_line = String::from_utf8_lossy(&compiled.stderr);
    assert!(compiled.status.success(), "{parsed_line}");
    Some(vec![program.into()])
}

/// Imports calendars into a parser, each over the one before, and returns a line for each occurrence.
fn read(parser: &Parser, calendars: &[PathBuf]) -> Result<Vec<String>, String> {
    let name = parser.name;
    let output = Command::new(&parser.command[0])
        .args(&parser.command[1..])
        .args(calendars)
        .output()
        .map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        let parsed_line = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{name}: {parsed_line}"));
    }
    let text = String::from_utf8(output.stdout).map_err(|error| error.to_string())?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort();
    Ok(lines)
}

/// Fails unless every parser reads exactly these occurrences from the last of the calendars.
fn must_all_read(calendars: &[PathBuf], expected: Vec<String>) {
    must_read(&PARSERS, calendars, expected);
}

fn must_read(names: &[&str], calendars: &[PathBuf], mut expected: Vec<String>) {
    expected.sort();
    for parser in parsers().iter().filter(|parser| names.contains(&parser.name)) {
        let found = read(parser, calendars).unwrap();
        assert_eq!(found, expected, "{}", parser.name);
    }
}

fn export(sandbox: &Sandbox, name: &str) -> PathBuf {
    let path = sandbox.home.path().join(name);
    sandbox.ok(&["export", "--ics", "-o", &path.display().to_string()]);
    path
}

/// Sam, in a zone, and Ana have agreed on a rhythm from a first to a last day.
fn with_rhythm(zone: &str, cadence: &str, starts: &str, ends: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.at("2027-01-01T09:00:00Z");
    sandbox.ok(&["init", "--name", "Sam", "--tz", zone]);
    sandbox.ok("pair add ana --mentee Ana --tz America/Bogota");
    sandbox.ok(&format!(
        "agree --cadence '{cadence}' --starts '{starts}' --ends '{ends}' --length 45m"
    ));
    sandbox.ok("agree accept --by mentee");
    sandbox
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn parsed_line(zone: &str, on: NaiveDate, time: &str) -> String {
    let time: NaiveTime = time.parse().unwrap();
    let at = zones::moment(on.and_time(time), zone);
    let at = at.with_timezone(&chrono::Utc).format("%Y-%m-%dT%H:%MZ");
    format!("{at} 45 CONFIRMED Check-in with Ana")
}

#[test]
fn occurrences_keep_their_wall_clock_time_across_clock_changes() {
    for (zone, time, every) in [
        ("Europe/London", "17:00:00", 1),
        ("America/New_York", "02:30:00", 2),
        ("Australia/Lord_Howe", "09:15:00", 1),
        ("Asia/Kolkata", "20:00:00", 3),
        ("Pacific/Auckland", "08:00:00", 1),
        // A zone whose changes follow no rule, and one whose rule names days of the month.
        ("Africa/Cairo", "10:00:00", 1),
        ("Asia/Jerusalem", "10:00:00", 1),
    ] {
        let (starts, ends) = (day("2027-01-07"), day("2028-04-30"));
        let cadence = format!("every {every} weeks on thu {}", &time[..5]);
        let sandbox = with_rhythm(zone, &cadence, &starts.to_string(), &ends.to_string());
        let weeks = starts.iter_weeks().take_while(|day| *day <= ends);
        let expected: Vec<String> =
            weeks.step_by(every).map(|day| parsed_line(zone, day, time)).collect();
        assert!(expected.len() > 20 && starts.weekday() == Weekday::Thu);
        must_all_read(&[export(&sandbox, "all.ics")], expected);
    }
}

/// The parsers that use VTIMEZONE. The others have zone data of their own, which may be older than mentor's.
const VTIMEZONE_PARSERS: [&str; 2] = ["ical.js", "libical"];

#[test]
fn zones_with_changed_rules_are_read_as_the_file_defines_them() {
    for (zone, starts, ends) in [
        ("America/Vancouver", "2026-06-04", "2028-04-27"),
        ("America/Havana", "2026-06-04", "2028-04-27"),
        ("Africa/Casablanca", "2026-06-04", "2028-04-27"),
    ] {
        let sandbox = with_rhythm(zone, "weekly on thu 10:00", starts, ends);
        let weeks = day(starts).iter_weeks().take_while(|on| *on <= day(ends));
        let expected = weeks.map(|on| parsed_line(zone, on, "10:00:00")).collect();
        must_read(&VTIMEZONE_PARSERS, &[export(&sandbox, "all.ics")], expected);
    }
}

/// A time in a gap has the offset before it, and a repeated time means the first of the two (RFC 5545, section 3.3.5).
#[test]
fn skipped_and_repeated_times_are_read_by_rfc_5545() {
    let skipped = ["2027-03-21T01:30Z", "2027-03-28T01:30Z", "2027-04-04T00:30Z"];
    let twice = ["2027-10-24T00:30Z", "2027-10-31T00:30Z", "2027-11-07T01:30Z"];
    // vobject uses the offset after a gap, khal the second of two repeated times; ical.js and libical do both.
    for (starts, ends, expected, parsers) in [
        ("2027-03-21", "2027-04-04", skipped, &["icalendar", "khal"][..]),
        ("2027-10-24", "2027-11-07", twice, &["icalendar", "vobject"]),
    ] {
        let sandbox = with_rhythm("Europe/London", "weekly on sun 01:30", starts, ends);
        let expected = expected.map(|at| format!("{at} 45 CONFIRMED Check-in with Ana"));
        let calendar = export(&sandbox, "all.ics");
        must_read(parsers, &[calendar], expected.to_vec());
    }
}

#[test]
fn monthly_rhythms_repeat_as_agreed() {
    let london = "Europe/London";
    for (cadence, days) in [
        ("monthly on 2nd tue 10:00", &["2027-02-09", "2027-03-09", "2027-04-13", "2027-05-11"][..]),
        ("monthly on last sun 10:00", &["2027-02-28", "2027-03-28", "2027-04-25", "2027-05-30"]),
        ("monthly on 31 10:00", &["2027-03-31", "2027-05-31"]),
    ] {
        let sandbox = with_rhythm("Europe/London", cadence, "2027-02-01", "2027-05-31");
        let expected = days.iter().map(|on| parsed_line(london, day(on), "10:00:00")).collect();
        must_all_read(&[export(&sandbox, "all.ics")], expected);
    }
}

#[test]
fn second_import_updates_without_duplicates() {
    let sandbox = with_rhythm("Europe/London", "weekly on thu 17:00", "2027-03-08", "2027-04-10");
    sandbox.ok("checkin add --at '2027-03-16 12:00' --length 45m");
    sandbox.ok("checkin next --add");
    let first = export(&sandbox, "first.ics");

    sandbox.at("2027-01-02T09:00:00Z");
    sandbox.ok("checkin move 1 --to '2027-03-17 12:00'");
    sandbox.ok("checkin move 2 --to '2027-03-19 10:00'");
    sandbox.ok("checkin next --add");
    sandbox.ok("checkin cancel 3");
    sandbox.ok("agree renew --because x --cadence 'weekly on tue 10:00' --starts 2027-04-01");
    sandbox.ok("agree accept --by mentee");
    let second = export(&sandbox, "second.ics");

    let cancelled = |at: &str| format!("{at} 45 CANCELLED Check-in with Ana");
    let planned = |at: &str| format!("{at} 45 CONFIRMED Check-in with Ana");
    let expected = vec![
        planned("2027-03-17T12:00Z"),
        cancelled("2027-03-18T17:00Z"),
        planned("2027-03-19T10:00Z"),
        planned("2027-03-25T17:00Z"),
        planned("2027-04-06T09:00Z"),
    ];
    must_all_read(&[first, second], expected);
}

#[test]
fn typed_text_stays_in_its_property() {
    let sandbox = Sandbox::new();
    let name = "Ana; \"Díaz\", \\n 日本\u{2028}END:VEVENT\r\nBEGIN:VEVENT\u{85}\u{1c}x: y = "
        .to_owned()
        + &"long ".repeat(20);
    sandbox.ok("init --name Sam --tz Europe/London");
    sandbox.ok(&["pair", "add", "ana", "--mentee", name.trim(), "--tz", "America/Bogota"]);
    sandbox.ok(&format!("checkin add --at '2026-12-03 17:00' --length 45m --channel '{name}'"));
    let kept = name.replace('\u{1c}', "");
    let kept: Vec<&str> = kept.split_whitespace().collect();
    let expected = format!("2026-12-03T17:00Z 45 CONFIRMED Check-in with {}", kept.join(" "));
    must_all_read(&[export(&sandbox, "all.ics")], vec![expected]);
}

/// Control: every parser reveals a wrong calendar.
#[test]
fn calendar_that_is_an_hour_off_or_broken_is_detected() {
    let sandbox = with_rhythm("Europe/London", "weekly on thu 17:00", "2027-03-22", "2027-04-03");
    let path = export(&sandbox, "all.ics");
    let sound = std::fs::read_to_string(&path).unwrap();
    let alone = std::slice::from_ref(&path);
    let expected: Vec<_> = parsers().iter().map(|parser| read(parser, alone)).collect();
    for (fault, from, to) in [
        (
            "another hour", "DTSTART;TZID=Europe/London:20270325T17",
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
        for (parser, expected) in parsers().iter().zip(&expected) {
            let found = read(parser, alone);
            assert_ne!(&found, expected, "{} does not see {fault}", parser.name);
        }
    }
}

/// Control for zones: the parsers that use VTIMEZONE reveal a wrong one.
#[test]
fn wrong_zone_definition_is_detected() {
    let rhythm = "every 2 weeks on thu 17:00";
    let sandbox = with_rhythm("Europe/London", rhythm, "2027-02-01", "2028-06-30");
    let path = export(&sandbox, "all.ics");
    let sound = std::fs::read_to_string(&path).unwrap();
    let alone = std::slice::from_ref(&path);
    let obedient = || {
        let all = parsers().iter();
        all.filter(|parser| VTIMEZONE_PARSERS.contains(&parser.name))
    };
    let expected: Vec<_> = obedient().map(|parser| read(parser, alone)).collect();
    for (fault, from, to) in [
        ("summer is two hours ahead", "TZOFFSETTO:+0100", "TZOFFSETTO:+0200"),
        ("summer begins in another month", "BYMONTH=3;", "BYMONTH=5;"),
        ("only the first summer is defined", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n", ""),
    ] {
        assert!(sound.contains(from), "{fault}");
        std::fs::write(&path, sound.replacen(from, to, 1)).unwrap();
        for (parser, expected) in obedient().zip(&expected) {
            let found = read(parser, alone);
            assert_ne!(&found, expected, "{} does not see {fault}", parser.name);
        }
    }
}
