//! `mentor export --ics`, `mentor checkin list --ics`, `mentor import --ics`, `mentor checkin next --busy`

use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};

/// Sam and Ana meet on Thursdays at 17:00 in London, in March and April, across a clock change.
pub fn on_thursdays() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.at("2027-02-20T09:00:00Z");
    sandbox.ok(
        "agree --starts 2027-03-01 --ends 2027-04-30 --cadence 'weekly on thu 17:00' --length 45m \
         --notice 24h",
    );
    sandbox.ok("agree accept --by mentee");
    sandbox
}

/// Sam and Ana have planned one check-in, outside any rhythm.
pub fn with_one_planned() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add --at '2026-12-03 17:00' --length 45m");
    sandbox
}

/// Exports the calendar with LF line ends and without its long time stamps.
pub fn export(sandbox: &Sandbox, more: &[&str]) -> String {
    let text = sandbox.ok(&[&["export", "--ics"], more].concat());
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    text.replace("\r\n", "\n")
}

/// Returns the lines of each event, without its UID and time stamps.
fn events(calendar: &str) -> Vec<String> {
    let is_stable = |line: &&str| {
        let unstable = ["UID:", "DTSTAMP:", "CREATED:", "LAST-MODIFIED:", "SUMMARY:"];
        !unstable.iter().any(|name| line.starts_with(name))
    };
    calendar
        .split("BEGIN:VEVENT\n")
        .skip(1)
        .filter_map(|event| event.split_once("END:VEVENT"))
        .map(|(event, _)| event.lines().filter(is_stable).collect::<Vec<_>>().join(" "))
        .collect()
}

pub fn value<'c>(event: &'c str, name: &str) -> &'c str {
    let found = event.lines().find_map(|line| line.strip_prefix(name));
    found.unwrap_or_else(|| panic!("{name} in {event}"))
}

/// Returns the SEQUENCE of the first event.
fn sequence(sandbox: &Sandbox) -> i64 {
    value(&export(sandbox, &[]), "SEQUENCE:").parse().unwrap()
}

pub fn import(sandbox: &Sandbox, calendar: &str) -> Output {
    sandbox.run_with("import --ics -", calendar.as_bytes(), None)
}

#[test]
fn planned_check_in_is_exported_as_an_event() {
    let sandbox = with_one_planned();
    let text = export(&sandbox, &[]);
    let uid = sandbox.json("checkin show 1")["item"]["uid"].as_str().unwrap().to_owned();
    insta::assert_snapshot!(text.replace(&uid, "uid of check-in 1"), @"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//mentor//mentor//EN
    CALSCALE:GREGORIAN
    NAME:Check-ins with Ana Díaz
    X-WR-CALNAME:Check-ins with Ana Díaz
    BEGIN:VTIMEZONE
    TZID:Europe/London
    BEGIN:STANDARD
    DTSTART:20260101T000000
    TZOFFSETFROM:+0000
    TZOFFSETTO:+0000
    TZNAME:GMT
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:20260329T010000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    TZOFFSETFROM:+0000
    TZOFFSETTO:+0100
    TZNAME:BST
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:20261025T020000
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0000
    TZNAME:GMT
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:uid of check-in 1
    DTSTAMP:20261201T090000Z
    CREATED:20261201T090000Z
    LAST-MODIFIED:20261201T090000Z
    SEQUENCE:0
    DTSTART;TZID=Europe/London:20261203T170000
    DURATION:PT45M
    SUMMARY:Check-in with Ana Díaz
    STATUS:CONFIRMED
    END:VEVENT
    END:VCALENDAR
    ");
}

#[test]
fn agreed_rhythm_repeats_with_its_changed_occurrences_beside_it() {
    let sandbox = on_thursdays();
    for _ in 0..3 {
        sandbox.ok("checkin next --add");
    }
    sandbox.ok("checkin move 2 --to '2027-03-12 10:00'");
    sandbox.ok("checkin cancel 3");
    sandbox.ok("checkin add --at '2027-03-09 12:00'");
    insta::assert_snapshot!(events(&export(&sandbox, &[])).join("\n"), @"
    SEQUENCE:2 DTSTART;TZID=Europe/London:20270304T170000 DURATION:PT45M RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270429T160000Z STATUS:CONFIRMED
    SEQUENCE:0 RECURRENCE-ID;TZID=Europe/London:20270304T170000 DTSTART;TZID=Europe/London:20270304T170000 DURATION:PT45M STATUS:CONFIRMED
    SEQUENCE:1 RECURRENCE-ID;TZID=Europe/London:20270311T170000 DTSTART;TZID=Europe/London:20270312T100000 DURATION:PT45M STATUS:CONFIRMED
    SEQUENCE:1 RECURRENCE-ID;TZID=Europe/London:20270318T170000 DTSTART;TZID=Europe/London:20270318T170000 DURATION:PT45M STATUS:CANCELLED TRANSP:TRANSPARENT
    SEQUENCE:0 DTSTART;TZID=Europe/London:20270309T120000 DURATION:PT45M STATUS:CONFIRMED
    ");
}

#[test]
fn check_in_planned_before_the_rhythm_keeps_its_event() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add --at '2026-12-10 17:00'");
    let before = value(&export(&sandbox, &[]), "UID:").to_owned();
    let later = sandbox.at("2026-12-01T09:00:10Z");
    later.ok("agree --ends 2026-12-20 --cadence 'weekly on thu 17:00'");
    let text = export(&sandbox, &[]);
    insta::assert_snapshot!(events(&text).join("\n"), @"
    SEQUENCE:2 DTSTART;TZID=Europe/London:20261203T170000 DURATION:PT45M RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T170000Z EXDATE;TZID=Europe/London:20261210T170000 STATUS:CONFIRMED
    SEQUENCE:0 DTSTART;TZID=Europe/London:20261210T170000 DURATION:PT45M STATUS:CONFIRMED
    ");
    assert_eq!(text.matches(&before).count(), 1);
}

#[test]
fn log_without_a_plan_replaces_the_occurrence_of_its_day() {
    let sandbox = on_thursdays();
    sandbox.at("2027-03-04T17:50:00Z").ok("log Talked --minutes 50");
    let all = events(&export(&sandbox, &[]));
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(
        all[1].contains("RECURRENCE-ID;TZID=Europe/London:20270304T170000 DTSTART;TZID=Europe/London:20270304T170000 DURATION:PT50M"),
        "{all:?}"
    );
}

#[test]
fn new_rhythm_ends_the_old_one_and_a_renewed_one_continues() {
    let sandbox = on_thursdays();
    let uid = value(&export(&sandbox, &[]), "UID:").to_owned();
    let before = sequence(&sandbox);
    let later = sandbox.at("2027-03-15T09:00:00Z");
    later.ok("agree renew --because 'It goes well' --ends 2027-05-31");
    later.ok("agree accept --by mentee");
    let text = export(&sandbox, &[]);
    assert_eq!(value(&text, "UID:"), uid);
    assert!(text.contains("UNTIL=20270527T160000Z"), "{text}");
    assert!(sequence(&sandbox) > before);

    let later = sandbox.at("2027-04-12T09:00:00Z");
    later.ok("agree renew --because 'A new job' --cadence 'weekly on tue 10:00'");
    later.ok("agree accept --by mentee");
    insta::assert_snapshot!(events(&export(&sandbox, &[])).join("\n"), @"
    SEQUENCE:4406406 DTSTART;TZID=Europe/London:20270304T170000 DURATION:PT45M RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270408T160000Z STATUS:CONFIRMED
    SEQUENCE:2 DTSTART;TZID=Europe/London:20270413T100000 DURATION:PT45M RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270525T090000Z STATUS:CONFIRMED
    ");
}

#[test]
fn rhythm_rests_while_one_side_is_away() {
    let sandbox = on_thursdays();
    let before = sequence(&sandbox);
    sandbox.ok("away add 2027-03-10 2027-03-20 --who them");
    let away = export(&sandbox, &[]);
    assert!(away.contains("EXDATE;TZID=Europe/London:20270311T170000,20270318T170000\n"), "{away}");
    let after = sequence(&sandbox);
    assert!(after > before);
    // The exported EXDATEs are not mistaken for cancellations made in the calendar.
    assert!(import(&sandbox, &away).stderr.starts_with("No check-in"));
    sandbox.ok("away drop 1");
    assert!(sequence(&sandbox) > after);
    assert!(!export(&sandbox, &[]).contains("EXDATE"));
    let output = import(&sandbox, &away);
    assert!(output.stderr.contains("2 events older"), "{output}");
}

#[test]
fn sequence_rises_with_each_change_and_each_undo() {
    for wait in [0, 1, 90] {
        let sandbox = with_one_planned();
        let mut last = sequence(&sandbox);
        let start: chrono::DateTime<chrono::Utc> = sandbox.now.borrow().parse().unwrap();
        for (step, args) in [
            &["checkin", "move", "1", "--to", "2026-12-04 10:00"][..],
            &["checkin", "move", "1", "--to", "2026-12-05 10:00"],
            &["undo"],
            &["redo"],
            &["undo"],
            &["undo"],
            &["checkin", "move", "1", "--to", "2026-12-06 10:00"],
            &["checkin", "cancel", "1"],
            &["undo"],
            &["redo"],
        ]
        .iter()
        .enumerate()
        {
            let seconds = wait * i64::try_from(step).unwrap();
            let now = start + chrono::TimeDelta::seconds(seconds);
            sandbox.at(&now.to_rfc3339()).ok(args);
            let risen = sequence(&sandbox);
            assert!(risen > last, "{args:?} after {wait} s: {last} became {risen}");
            last = risen;
        }
    }
}

#[test]
fn sequence_of_a_rhythm_rises_with_each_change() {
    let sandbox = on_thursdays();
    let mut last = sequence(&sandbox);
    sandbox.ok("agree renew --because x --ends 2027-06-30");
    assert_eq!(sequence(&sandbox), last, "it is not agreed yet");
    for (now, args) in [
        ("09:00:00", &["agree", "accept", "--by", "mentee"][..]),
        ("09:00:00", &["undo"]),
        ("09:00:00", &["undo"]),
        ("09:00:00", &["redo"]),
        ("09:01:00", &["pair", "pause", "ana"]),
        ("09:02:00", &["pair", "resume", "ana"]),
    ] {
        sandbox.at(&format!("2027-02-20T{now}Z")).ok(args);
        let risen = sequence(&sandbox);
        assert!(risen > last, "{args:?}: {last} became {risen}");
        last = risen;
    }
}

#[test]
fn unchanged_check_in_is_exported_unchanged() {
    let sandbox = with_one_planned();
    let before = export(&sandbox, &[]);
    assert_eq!(export(sandbox.at("2026-12-02T09:00:00Z"), &[]), before);
    sandbox.ok("checkin add --at '2026-12-10 17:00'");
    sandbox.ok("topic add Pace");
    assert_eq!(events(&export(&sandbox, &[]))[0], events(&before)[0]);
}

#[test]
fn partner_gets_non_private_events_and_nobody_gets_notes() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("log 'Secret talk' --private --minutes 30");
    sandbox.at("2026-12-02T09:00:00Z").ok("log 'Open talk' --minutes 40 --next '2026-12-17 17:00'");
    sandbox.ok("followup add 'me: Secret deed by 2026-12-09' --private");
    sandbox.ok("followup add 'me: Send it by 2026-12-08'");
    sandbox.ok("goal add 'Secret goal' --by 2027-01-09 --private");
    let mine = export(&sandbox, &["--todos"]);
    assert_eq!(events(&mine).len(), 3);
    assert_eq!(mine.matches("CLASS:PRIVATE").count(), 3);
    assert!(mine.contains("SUMMARY:Follow-up 1\n") && mine.contains("SUMMARY:Goal 1\n"));
    assert!(mine.contains("SUMMARY:Send it\n"));
    let theirs = export(&sandbox, &["--todos", "--for-partner"]);
    // The partner may know that a call took place, even if its log is private.
    assert_eq!(events(&theirs).len(), 3);
    assert!(theirs.contains("DURATION:PT30M"), "{theirs}");
    assert!(theirs.contains("SUMMARY:Check-in with Sam Rivera\n"), "{theirs}");
    assert!(theirs.contains("SUMMARY:Sam: Send it\n"), "{theirs}");
    assert!(!theirs.contains("PRIVATE"));
    for secret in ["Secret", "talk"] {
        assert!(!mine.contains(secret) && !theirs.contains(secret), "{secret}\n{mine}{theirs}");
    }
}

#[test]
fn private_log_makes_no_difference_in_the_partners_calendar() {
    let partners_events = |more: &[&str]| {
        let sandbox = on_thursdays();
        sandbox.ok("checkin next --add");
        sandbox.ok("checkin move 1 --to '2027-03-05 10:00'");
        let log = [&["log", "--at", "2027-03-05 10:00"][..], more].concat();
        sandbox.at("2027-03-05T11:00:00Z").ok(&log);
        events(&export(&sandbox, &["--for-partner"]))
    };
    let private = partners_events(&["--private", "Secret", "--feeling", "low"]);
    assert_eq!(private, partners_events(&[]));
    assert_eq!(private.len(), 2, "{private:?}");
    assert!(private[1].contains("RECURRENCE-ID;TZID=Europe/London:20270304T170000"));
}

#[test]
fn due_dates_are_exported_on_request() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'mentee: Draft the RFC by 2026-12-04'");
    sandbox.ok("followup add 'me: Read it by 2026-12-05'");
    sandbox.ok("followup add 'me: Some day'");
    sandbox.ok("followup done 2");
    sandbox.ok("goal add Lead --by 2027-03-01");
    assert!(!export(&sandbox, &[]).contains("VTODO"));
    let text = export(&sandbox, &["--todos"]);
    let names = ["DUE", "SUMMARY", "STATUS", "COMPLETED", "SEQUENCE"];
    let is_named = |line: &&str| names.iter().any(|name| line.starts_with(name));
    insta::assert_snapshot!(text.lines().filter(is_named).collect::<Vec<_>>().join("\n"), @"
    SEQUENCE:0
    DUE;VALUE=DATE:20261204
    SUMMARY:Ana: Draft the RFC
    STATUS:NEEDS-ACTION
    SEQUENCE:1
    DUE;VALUE=DATE:20261205
    SUMMARY:Read it
    STATUS:COMPLETED
    COMPLETED:20261201T120000Z
    SEQUENCE:0
    DUE;VALUE=DATE:20270301
    SUMMARY:Goal: Lead
    STATUS:IN-PROCESS
    ");
}

fn config(sandbox: &Sandbox, text: &str) {
    let folder = sandbox.home.path().join(".config/mentor");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), text).unwrap();
}

#[test]
fn alarm_is_exported_if_configured() {
    let sandbox = with_one_planned();
    for (alarm, trigger) in
        [("15m", Some("TRIGGER:-PT15M")), ("1h", Some("TRIGGER:-PT60M")), ("none", None)]
    {
        config(&sandbox, &format!("[calendar]\nalarm = \"{alarm}\"\n"));
        let text = export(&sandbox, &[]);
        assert_eq!(text.contains("BEGIN:VALARM"), trigger.is_some(), "{text}");
        assert!(trigger.is_none_or(|trigger| text.contains(trigger)), "{text}");
    }
    sandbox.ok("checkin cancel 1");
    config(&sandbox, "[calendar]\nalarm = \"15m\"\n");
    assert!(!export(&sandbox, &[]).contains("VALARM"));
    config(&sandbox, "[calendar]\nalarm = \"soon\"\n");
    let output = sandbox.run("export --ics");
    assert_eq!(output.status, 4, "{output}");
    assert!(output.stderr.contains("`calendar.alarm`"), "{output}");
}

#[test]
fn typed_text_can_not_inject_calendar_lines() {
    let sandbox = Sandbox::new();
    let hostile = "x\"; y, z\\n\u{2028}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:http://example.org\u{85}\u{1c}END:VCALENDAR\u{202e}";
    sandbox.ok("init --name Sam --tz Europe/London");
    sandbox.ok(&format!("pair add ana --mentee '{hostile}' --tz America/Bogota"));
    sandbox.ok(&format!("checkin add --at '2026-12-03 17:00' --channel '{hostile}'"));
    sandbox.ok(&format!("followup add '{hostile}' --owner me --by 2026-12-09"));
    config(&sandbox, "[calendar]\nalarm = \"15m\"\n");
    let text = export(&sandbox, &["--todos"]);
    for begun in ["BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "BEGIN:VTODO"] {
        let lines = text.lines().filter(|line| *line == begun).count();
        assert_eq!(lines, 1, "{begun}\n{text}");
    }
    assert!(!text.contains("\nATTACH"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
}

#[test]
fn listing_can_be_printed_as_a_calendar() {
    let sandbox = on_thursdays();
    sandbox.ok("checkin next --add");
    sandbox.ok("checkin add --at '2027-03-09 12:00'");
    sandbox.ok("checkin add --at '2027-03-10 12:00'");
    sandbox.ok("checkin cancel 1");
    sandbox.ok("checkin cancel 3");
    let listed = |args: &[&str]| events(&sandbox.ok(args).replace("\r\n", "\n")).len();
    assert_eq!(listed(&["checkin", "list", "--ics"]), 3);
    assert_eq!(listed(&["checkin", "list", "--ics", "--all"]), 4);
    must_fit("calendar", &sandbox.json("checkin list --ics"));
}

#[test]
fn calendar_has_all_pairs_unless_one_is_named() {
    let sandbox = with_one_planned();
    sandbox.ok("pair add priya --mentor 'Priya Nair' --tz Asia/Kolkata");
    sandbox.ok("checkin add --at '2026-12-04 17:00' -p priya");
    sandbox.ok("pair end ana --because reached");
    assert_eq!(events(&export(&sandbox, &[])).len(), 2);
    assert_eq!(events(&export(&sandbox, &["-p", "priya"])).len(), 1);
}

#[test]
fn check_in_moved_in_the_calendar_is_moved() {
    let sandbox = with_one_planned();
    let calendar = export(&sandbox, &[]);
    let moved = calendar.replace(
        "DTSTART;TZID=Europe/London:20261203T170000",
        "DTSTART;TZID=Europe/Berlin:20261204T110000",
    );
    insta::assert_snapshot!(import(&sandbox, &moved), @"
    --- stderr ---
    Moved check-in 1 with Ana to Fri 4 Dec 10:00 (05:00 for Ana), was Thu 3 Dec 17:00: moved in the calendar
    ");
    let shown = sandbox.ok("checkin show 1");
    assert!(shown.contains("moved in the calendar"), "{shown}");

    let before = std::fs::read(sandbox.db()).unwrap();
    insta::assert_snapshot!(import(&sandbox, &moved), @"
    --- stderr ---
    No check-in was moved or cancelled in `standard input`
    ");
    assert_eq!(std::fs::read(sandbox.db()).unwrap(), before);

    sandbox.ok("undo");
    let back = sandbox.json("checkin show 1");
    assert_eq!(back["item"]["planned_at"], "2026-12-03T17:00:00Z");
}

#[test]
fn check_in_moved_onto_another_in_the_calendar_is_refused() {
    let sandbox = with_one_planned();
    sandbox.ok("checkin add --at '2026-12-10 17:00'");
    let (everything, calendar) = (sandbox.ok("export"), export(&sandbox, &[]));
    let first = "DTSTART;TZID=Europe/London:20261203T170000";
    let second = "DTSTART;TZID=Europe/London:20261210T170000";
    let onto = "DTSTART;TZID=Europe/London:20261210T173000";
    let output = import(&sandbox, &calendar.replace(first, onto));
    assert_eq!(output.status, 4, "{output}");
    assert!(output.stderr.contains("overlaps check-in 2"), "{output}");
    assert_eq!(sandbox.ok("export"), everything);
    // Two check-ins that swap their times do not overlap.
    let swapped = calendar.replace(first, onto).replace(second, first).replace(onto, second);
    let output = import(&sandbox, &swapped);
    assert_eq!(output.status, 0, "{output}");
}

#[test]
fn check_in_cancelled_in_the_calendar_is_cancelled() {
    let sandbox = with_one_planned();
    let cancelled = export(&sandbox, &[]).replace("STATUS:CONFIRMED", "STATUS:CANCELLED");
    insta::assert_snapshot!(import(&sandbox, &cancelled), @"
    --- stderr ---
    Cancelled check-in 1 (by Sam): cancelled in the calendar
    ");
    let shown = sandbox.json("checkin show 1");
    assert_eq!(shown["item"]["because"], "cancelled in the calendar");
    assert!(import(&sandbox, &cancelled).stderr.starts_with("No check-in"));
}

#[test]
fn occurrences_are_moved_and_cancelled_in_one_step() {
    let sandbox = on_thursdays();
    let uid = value(&export(&sandbox, &[]), "UID:").to_owned();
    let everything = sandbox.ok("export");
    let calendar = export(&sandbox, &[])
        .replace(
            "SUMMARY",
            "EXDATE;TZID=Europe/London:20270311T170000,20270325T170000\nSUMMARY",
        )
        .replace(
            "END:VCALENDAR",
            &format!(
                "BEGIN:VEVENT\nUID:{uid}\nRECURRENCE-ID:20270401T160000Z\nDTSTART:20270402T090000Z\nEND:VEVENT\n\
                 BEGIN:VEVENT\nUID:another\nDTSTART:20270402T090000Z\nEND:VEVENT\nEND:VCALENDAR"
            ),
        );
    let output = import(&sandbox, &calendar);
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Cancelled check-in 1 (by Sam): cancelled in the calendar
    Cancelled check-in 2 (by Sam): cancelled in the calendar
    Moved check-in 3 with Ana to Fri 2 Apr 10:00 (04:00 for Ana), was Thu 1 Apr 17:00: moved in the calendar
    note: 1 other event ignored
    ");
    let again = sandbox.run_with("import --ics - --json", calendar.as_bytes(), None);
    let answer = serde_json::from_str(&again.stdout).unwrap();
    must_fit("import.calendar", &answer);
    assert_eq!(answer["items"], serde_json::json!([]));
    // The next export says the same in the same order.
    let written = export(&sandbox, &[]);
    assert_eq!(written.matches(&uid).count(), 4);
    assert!(written.contains("RECURRENCE-ID;TZID=Europe/London:20270401T170000"));
    sandbox.ok("undo");
    assert_eq!(sandbox.ok("export"), everything);
}

#[test]
fn import_with_json_lists_each_change() {
    let sandbox = with_one_planned();
    let moved = export(&sandbox, &[]).replace("20261203T170000", "20261204T100000");
    let output = sandbox.run_with("import --ics - --json", moved.as_bytes(), None);
    let answer = serde_json::from_str(&output.stdout).unwrap();
    must_fit("import.calendar", &answer);
    assert_eq!(
        answer["items"],
        serde_json::json!([{
            "id": 1,
            "pair": "ana",
            "state": "planned",
            "from": "2026-12-03T17:00:00Z",
            "to": "2026-12-04T10:00:00Z",
        }])
    );
}

#[test]
fn last_change_to_a_check_in_wins() {
    let sandbox = with_one_planned();
    let old = export(&sandbox, &[]);
    let later = sandbox.at("2026-12-01T10:00:00Z");
    later.ok("checkin move 1 --to '2026-12-05 10:00'");
    insta::assert_snapshot!(import(&sandbox, &old), @"
    --- stderr ---
    No check-in was moved or cancelled in `standard input`
    note: 1 event older than the data file, skipped; run `mentor export --ics` to update the calendar
    ");
    let newer = old
        .replace("20261203T170000", "20261204T110000")
        .replace("LAST-MODIFIED:20261201T090000Z", "LAST-MODIFIED:20261201T100001Z");
    // Undoing an unrelated change in between makes no difference.
    sandbox.at("2026-12-01T11:00:00Z").ok("topic add Pace");
    sandbox.ok("undo");
    assert!(import(&sandbox, &newer).stderr.starts_with("Moved check-in 1"));
}

#[test]
fn undone_change_is_not_reapplied_by_an_import() {
    let sandbox = with_one_planned();
    let move_it = "checkin move 1 --to '2026-12-05 10:00'";
    sandbox.at("2026-12-01T10:00:00Z").ok(move_it);
    let moved = export(&sandbox, &[]);
    sandbox.at("2026-12-01T11:00:00Z").ok("undo");
    let output = import(&sandbox, &moved);
    assert!(output.stderr.contains("1 event older"), "{output}");
}

#[test]
fn import_does_not_change_an_ended_pair() {
    let sandbox = with_one_planned();
    let moved = export(&sandbox, &[]).replace("20261203T170000", "20261204T100000");
    sandbox.ok("pair end ana --because reached");
    let output = import(&sandbox, &moved);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.starts_with("No check-in"), "{output}");
}

#[test]
fn non_calendar_is_refused_and_errors_name_the_line() {
    let sandbox = with_one_planned();
    let moved = export(&sandbox, &[]).replace("20261203T170000", "20261204T100000");
    let before = std::fs::read(sandbox.db()).unwrap();
    for (from, to, status, says) in [
        ("END:VEVENT", "END:VTODO", 4, "line 41: skipped the event of line 30: it has no end"),
        (
            "20261204T100000",
            "20261304T100000",
            4,
            "line 36: DTSTART is `20261304T100000`, not a time such as `20261203T170000` or a day such as `20261203`; skipped the event",
        ),
        ("=Europe/London", "=Mars/Base", 0, "line 36: unknown time zone `Mars/Base`"),
    ] {
        assert!(moved.contains(from), "{from}");
        let output = import(&sandbox, &moved.replacen(from, to, 1));
        assert_eq!(output.status, status, "{says}\n{output}");
        assert!(output.stderr.contains(says), "{says}\n{output}");
        let is_refused = output.stderr.contains("nothing was imported");
        assert_eq!(is_refused, status == 4, "{output}");
        assert_eq!(std::fs::read(sandbox.db()).unwrap(), before, "{says}");
    }
    for text in ["", "\n\n", "hello\n", "UID:1\n", "{\"a\": 1}", "<html></html>"] {
        let output = import(&sandbox, text);
        assert_eq!(output.status, 4, "{text:?}\n{output}");
        assert!(output.stderr.contains("`BEGIN:VCALENDAR` was expected"), "{output}");
    }
    let json = sandbox.run_with("import -", moved.as_bytes(), None);
    assert!(json.stderr.contains("hint: use `--ics` to import it"), "{json}");
}

#[test]
fn proposal_mentions_conflicting_events() {
    let sandbox = on_thursdays();
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20260108T173000\nDURATION:PT1H\n\
        RRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n";
    let path = sandbox.home.path().join("work.ics");
    std::fs::write(&path, calendar).unwrap();
    let path = path.display().to_string();
    insta::assert_snapshot!(sandbox.run(&["checkin", "next", "--busy", &path]), @"
    Thu 4 Mar 17:00 (12:00 for Ana)
    --- stderr ---
    note: you are busy then: Thu 4 Mar 16:30 to 17:30
    note: that is 17:00 on a Thursday for you, outside your working hours
    ");
    config(&sandbox, &format!("[calendar]\nbusy = \"{path}\"\n"));
    let answer = sandbox.json("checkin next");
    must_fit("checkin.next", &answer);
    assert_eq!(answer["busy"][0]["from"], "2027-03-04T16:30:00Z");
    config(&sandbox, "");
    // The check-ins in the calendar do not count as conflicts with themselves.
    let own = sandbox.run_with(
        "checkin next --busy - --json",
        sandbox.ok("export --ics").as_bytes(),
        None,
    );
    assert!(own.stdout.contains("\"busy\": []") && !own.stderr.contains("busy"), "{own}");
    let slots = |args: &[&str]| sandbox.json(&[&["when", "--within", "2 weeks"], args].concat());
    let (free, taken) = (slots(&[]), slots(&["--busy", &path]));
    assert_ne!(free["items"], taken["items"]);
    let missing = sandbox.run("checkin next --add --busy nowhere.ics");
    assert_eq!(missing.status, 3, "{missing}");
    let broken = sandbox.run_with("checkin next --add --busy -", b"<html></html>\n", None);
    assert_eq!(broken.status, 4, "{broken}");
    assert_eq!(sandbox.json("checkin list")["items"], serde_json::json!([]));
}
