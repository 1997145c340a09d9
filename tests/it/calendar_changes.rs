//! `import --ics`: changes that were made in other calendar programs.

use std::fmt::Write as _;

use crate::foreign_calendar::{event, free, in_calendar, in_london};
use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};

/// Sam and Ana meet on Thursdays at 17:00 and once on a Wednesday. Returns the UIDs of both events.
fn with_rhythm() -> (Sandbox, String, String) {
    let sandbox = Sandbox::with_pair();
    sandbox
        .ok("agree --ends 2027-03-01 --cadence 'weekly on thu 17:00' --length 45m --channel video");
    sandbox.ok("agree accept --by mentee");
    sandbox.ok("checkin add --at '2026-12-09 15:00'");
    let calendar = sandbox.ok("export --ics");
    let uids: Vec<String> =
        calendar.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect();
    sandbox.at("2026-12-02T09:00:00Z");
    (sandbox, uids[0].clone(), uids[1].clone())
}

fn import(sandbox: &Sandbox, calendar: &str) -> Output {
    sandbox.run_with("import --ics -", calendar.as_bytes(), None)
}

const STAMPS: &str = "DTSTAMP:20261202T080000Z\nLAST-MODIFIED:20261202T080000Z";

fn planned(sandbox: &Sandbox) -> Vec<String> {
    let list = sandbox.json("checkin list");
    let items = list["items"].as_array().unwrap().iter();
    let at = items.map(|item| item["planned_at"].as_str().unwrap().to_owned());
    at.collect()
}

#[test]
fn newest_of_several_versions_wins_in_any_order() {
    let version = |uid: &str, sequence: u32, day: u32| {
        event(&format!("UID:{uid}\n{STAMPS}\nSEQUENCE:{sequence}\nDTSTART:202612{day}T150000Z"))
    };
    for is_reversed in [false, true] {
        let (sandbox, _, alone) = with_rhythm();
        let mut versions = [version(&alone, 1, 10), version(&alone, 3, 12), version(&alone, 2, 11)];
        if is_reversed {
            versions.reverse();
        }
        let output = import(&sandbox, &in_calendar(&versions.concat()));
        assert_eq!(planned(&sandbox), ["2026-12-12T15:00:00Z"], "{output}");
    }
}

#[test]
fn length_and_place_are_imported() {
    let (sandbox, _, alone) = with_rhythm();
    let changed = in_calendar(&event(&format!(
        "UID:{alone}\n{STAMPS}\nSEQUENCE:1\nDTSTART:20261209T150000Z\nDTEND:20261209T160000Z\nLOCATION:Room 4\\, left"
    )));
    let dry = sandbox.run_with("import --ics - --dry-run", changed.as_bytes(), None);
    insta::assert_snapshot!(dry, @"
    line  check-in    is planned for   would be
    4     1 with Ana  Wed 9 Dec 15:00  1 h, Room 4, left
    ");
    assert_eq!(sandbox.json("checkin show 1")["item"]["channel"], "video");
    insta::assert_snapshot!(import(&sandbox, &changed), @"
    --- stderr ---
    Updated check-in 1 with Ana on Wed 9 Dec 15:00 (10:00 for Ana), 1 h
    Check-in 1 takes place at Room 4, left
    ");
    let item = &sandbox.json("checkin show 1")["item"];
    assert_eq!((&item["planned_minutes"], &item["channel"]), (&60.into(), &"Room 4, left".into()));
    assert!(import(&sandbox, &changed).stderr.starts_with("No check-in"));
    sandbox.ok("undo");
    assert_eq!(sandbox.json("checkin show 1")["item"]["channel"], "video");
    let moved = changed.replace("20261209T", "20261210T");
    insta::assert_snapshot!(import(&sandbox, &moved), @"
    --- stderr ---
    Moved check-in 1 with Ana to Thu 10 Dec 15:00 (10:00 for Ana), was Wed 9 Dec 15:00: moved in the calendar
    Check-in 1 takes 1 h
    Check-in 1 takes place at Room 4, left
    ");
}

#[test]
fn all_day_event_changes_the_day_and_keeps_the_time() {
    let (sandbox, series, alone) = with_rhythm();
    let days = in_calendar(
        &(event(&format!(
            "UID:{alone}\n{STAMPS}\nSEQUENCE:1\nDTSTART;VALUE=DATE:20261211\nDTEND;VALUE=DATE:20261212"
        )) + &event(&format!(
            "UID:{series}\n{STAMPS}\nSEQUENCE:3\nRECURRENCE-ID;VALUE=DATE:20261217\nDTSTART:20261218T120000Z"
        )) + &event(&format!(
            "UID:{series}\n{STAMPS}\nSEQUENCE:3\nDTSTART;TZID=Europe/London:20261203T170000\nDURATION:PT45M\n\
                 RRULE:FREQ=WEEKLY;UNTIL=20270225T170000Z\nEXDATE;VALUE=DATE:20261224"
        ))),
    );
    let output = import(&sandbox, &days);
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Moved check-in 1 with Ana to Fri 11 Dec 15:00 (10:00 for Ana), was Wed 9 Dec 15:00: moved in the calendar
    Moved check-in 2 with Ana to Fri 18 Dec 12:00 (07:00 for Ana), was Thu 17 Dec 17:00: moved in the calendar
    Cancelled check-in 3 (by Sam): cancelled in the calendar
    note: line 4: the check-in with Ana on Fri 11 Dec keeps its time: the calendar has a whole day
    ");
    assert_eq!(planned(&sandbox), ["2026-12-11T15:00:00Z", "2026-12-18T12:00:00Z"]);
}

#[test]
fn changes_to_the_rhythm_are_reported_but_not_imported() {
    let master = |series: &str, more: &str| {
        event(&format!("UID:{series}\n{STAMPS}\nSEQUENCE:5\nDURATION:PT45M\n{more}"))
    };
    let thursdays = "DTSTART;TZID=Europe/London:20261203T170000";
    let usual = format!("{thursdays}\nRRULE:FREQ=WEEKLY;UNTIL=20270225T170000Z");
    let mut printed = String::new();
    for more in [
        "DTSTART;TZID=Europe/London:20261204T160000\nRRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270226T170000Z".to_owned(),
        "DTSTART;TZID=Europe/London:20261203T180000\nRRULE:FREQ=WEEKLY;UNTIL=20270225T180000Z".to_owned(),
        format!("{thursdays}\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270225T170000Z"),
        format!("{thursdays}\nRRULE:FREQ=WEEKLY;UNTIL=20270114T235959Z"),
        format!("{usual}\nSTATUS:CANCELLED"),
        format!("{usual}\nLOCATION:Room 4"),
        "DURATION:PT1H\n".to_owned() + &usual,
        // The same rule, written differently.
        format!("{thursdays}\nRRULE:FREQ=WEEKLY;COUNT=13;WKST=SU;BYDAY=TH"),
    ] {
        let (sandbox, series, _) = with_rhythm();
        let before = sandbox.ok("export");
        let output = import(&sandbox, &in_calendar(&master(&series, &more)));
        assert_eq!(output.status, 0, "{output}");
        assert_eq!(sandbox.ok("export"), before, "{more}");
        let lines: Vec<&str> = output.stderr.lines().skip(1).collect();
        writeln!(printed, "{}", lines.join("\n")).unwrap();
    }
    insta::assert_snapshot!(printed, @r#"
    note: line 4: in the calendar, the cadence with Ana is at other times, such as Fri 4 Dec 16:00; the agreement stays as it is: run `mentor agree renew -p ana --cadence "weekly on fri 16:00"` to change it
    note: line 4: in the calendar, the cadence with Ana is at other times, such as Thu 3 Dec 18:00; the agreement stays as it is: run `mentor agree renew -p ana --cadence "weekly on thu 18:00"` to change it
    note: line 4: in the calendar, the cadence with Ana is at other times, such as Thu 17 Dec 17:00; the agreement stays as it is: run `mentor agree renew -p ana --cadence "every 2 weeks on thu 17:00"` to change it
    note: line 4: in the calendar, the cadence with Ana ends on Thu 14 Jan 2027 17:00; the agreement stays as it is: run `mentor agree renew -p ana --ends 2027-01-14` to change it
    note: line 4: in the calendar, the cadence with Ana is cancelled; the agreement stays as it is: run `mentor agree renew -p ana` to change it
    note: line 4: in the calendar, the cadence with Ana takes place at Room 4; the agreement stays as it is: run `mentor agree renew -p ana --channel TEXT` to change it
    note: line 4: in the calendar, the cadence with Ana is 1 h long; the agreement stays as it is: run `mentor agree renew -p ana --length 60m` to change it
    "#);
}

#[test]
fn planned_check_ins_that_a_moved_rhythm_leaves_behind_are_named() {
    let (sandbox, series, _) = with_rhythm();
    sandbox.ok("checkin add --at '2026-12-10 17:00'");
    sandbox.at("2026-12-02T10:00:00Z");
    let master = |more: &str| {
        event(&format!(
            "UID:{series}\nDTSTAMP:20261202T093000Z\nLAST-MODIFIED:20261202T093000Z\nSEQUENCE:5\n\
             DURATION:PT45M\n{more}"
        ))
    };
    let fridays =
        "DTSTART;TZID=Europe/London:20261204T160000\nRRULE:FREQ=WEEKLY;UNTIL=20270226T170000Z";
    let thursdays =
        "DTSTART;TZID=Europe/London:20261203T170000\nRRULE:FREQ=WEEKLY;UNTIL=20270225T170000Z";
    let own = master("RECURRENCE-ID:20261210T170000Z\nDTSTART:20261211T160000Z");
    let following =
        master("RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T170000Z\nDTSTART:20261204T170000Z");
    let notes = |text: &str| {
        let output = import(&sandbox, &in_calendar(text));
        let notes = output.stderr.lines().filter(|line| line.contains("still planned"));
        notes.map(|line| line.split_once(": ").unwrap().1.to_owned()).collect::<Vec<_>>()
    };
    let moved = "line 4: check-in 2 with Ana is still planned for Thu 10 Dec 17:00; run `mentor checkin move 2 --at WHEN` to move it";
    let cancelled = "line 4: check-in 2 with Ana is still planned for Thu 10 Dec 17:00; run `mentor checkin cancel 2` to cancel it";
    assert_eq!(notes(&master(thursdays)), Vec::<String>::new());
    assert_eq!(notes(&master(fridays)), [moved]);
    assert_eq!(notes(&master(&format!("{thursdays}\nSTATUS:CANCELLED"))), [cancelled]);
    assert_eq!(notes(&following), [moved]);
    // An event of its own says where the check-in went.
    assert_eq!(notes(&(master(fridays) + &own)), Vec::<String>::new());
    assert!(planned(&sandbox).contains(&"2026-12-11T16:00:00Z".to_owned()));
}

#[test]
fn many_remarks_are_summarised_but_all_are_in_json() {
    let (sandbox, _, alone) = with_rhythm();
    let decline = |number: u32| {
        event(&format!("UID:{alone}\nATTENDEE;PARTSTAT=DECLINED:mailto:a{number}@example.org"))
    };
    let text =
        in_calendar(&("METHOD:REPLY\n".to_owned() + &(0..250).map(decline).collect::<String>()));
    let output = import(&sandbox, &text);
    assert_eq!(output.stderr.matches("declined the check-in").count(), 10, "{output}");
    assert!(output.stderr.contains("note: 240 more lines like these"), "{output}");
    let json = sandbox.run_with("import --ics - --json", text.as_bytes(), None);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["remarks"].as_array().unwrap().len(), 250);
    assert_eq!(json["unread"], 0);
}

#[test]
fn this_and_future_changes_one_call_and_says_so() {
    let (sandbox, series, _) = with_rhythm();
    let text = in_calendar(&event(&format!(
        "UID:{series}\n{STAMPS}\nSEQUENCE:5\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261210T170000Z\nDTSTART:20261214T110000Z"
    )));
    insta::assert_snapshot!(import(&sandbox, &text), @"
    --- stderr ---
    Moved check-in 2 with Ana to Mon 14 Dec 11:00 (06:00 for Ana), was Thu 10 Dec 17:00: moved in the calendar
    note: line 4: in the calendar, the cadence with Ana changes on Thu 10 Dec 17:00; only that check-in was imported; the agreement stays as it is: run `mentor agree renew -p ana` to change it
    ");
    let google = in_calendar(&event(&format!(
        "UID:{series}_R20270107T170000@google.com\n{STAMPS}\nDTSTART;TZID=Europe/London:20270107T180000\n\
         DURATION:PT45M\nRRULE:FREQ=WEEKLY"
    )));
    insta::assert_snapshot!(import(&sandbox, &google), @r#"
    --- stderr ---
    No check-in was moved or cancelled in `standard input`
    note: line 4: in the calendar, the cadence with Ana changes to another time on Thu 7 Jan 2027 18:00; the agreement stays as it is: run `mentor agree renew -p ana --cadence "weekly on thu 18:00"` to change it
    "#);
}

#[test]
fn counter_proposals_and_replies_are_reported_but_change_nothing() {
    let (sandbox, series, alone) = with_rhythm();
    let before = sandbox.ok("export");
    let mut printed = String::new();
    for (method, lines) in [
        ("COUNTER", format!("UID:{alone}\nDTSTART:20261210T090000Z")),
        (
            "COUNTER",
            format!("UID:{series}\nRECURRENCE-ID:20261210T170000Z\nDTSTART:20261210T180000Z"),
        ),
        ("REPLY", format!("UID:{alone}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.org")),
        ("REPLY", format!("UID:{alone}\nATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org")),
        ("REFRESH", format!("UID:{alone}")),
        ("REPLY", "UID:somebody\nATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org".to_owned()),
    ] {
        let output = import(&sandbox, &in_calendar(&format!("METHOD:{method}\n{}", event(&lines))));
        assert_eq!(output.status, 0, "{output}");
        let lines: Vec<&str> = output.stderr.lines().skip(1).collect();
        writeln!(printed, "{method} {}", lines.join("\n")).unwrap();
    }
    insta::assert_snapshot!(printed, @r#"
    COUNTER note: line 5: someone proposed another time for the check-in with Ana on Wed 9 Dec 15:00: Thu 10 Dec 09:00; run `mentor checkin move 1 --at "2026-12-10 09:00"` to accept it
    COUNTER note: line 5: someone proposed another time for the check-in with Ana on Thu 10 Dec 17:00: Thu 10 Dec 18:00; run `mentor checkin move NUMBER --at "2026-12-10 18:00"` to accept it
    REPLY 
    REPLY note: line 5: ana@example.org declined the check-in with Ana on Wed 9 Dec 15:00
    REFRESH 
    REPLY note: 1 other event ignored
    "#);
    assert_eq!(sandbox.ok("export"), before);
}

#[test]
fn invitation_becomes_a_check_in_only_after_confirmation() {
    let (sandbox, series, _) = with_rhythm();
    let invitation =
        |title: &str, lines: &str| event(&format!("UID:{title}\nSUMMARY:{title}\n{lines}"));
    let text = in_calendar(
        &(invitation(
            "Coffee",
            "DTSTART;TZID=Romance Standard Time:20261208T110000\nDURATION:PT30M\nLOCATION:Café",
        ) + &invitation("Weekly", "DTSTART:20261101T120000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY")
            + &invitation("Past", "DTSTART:20261101T120000Z\nDURATION:PT1H")
            + &invitation("Holiday", "DTSTART;VALUE=DATE:20261224")
            + &invitation("Off", "DTSTART:20261215T120000Z\nSTATUS:CANCELLED")
            + &invitation("At the same time", "DTSTART:20261209T152000Z\nDURATION:PT1H")
            + &event(&format!("UID:{series}\nDTSTART:20261203T170000Z"))),
    );
    let before = sandbox.ok("export");
    let args = ["import", "--ics", "-", "--as", "checkin", "-p", "ana"];
    let run = |more: &[&str]| sandbox.run_with(&[&args[..], more].concat(), text.as_bytes(), None);
    insta::assert_snapshot!(run(&["--dry-run"]), @r#"
    line  event   check-in
    4     Coffee  Tue 8 Dec 10:00 (05:00 for Ana), 30 min, Café
    11    Weekly  Sun 6 Dec 12:00 (07:00 for Ana), 1 h, video
    --- stderr ---
    note: line 11: `Weekly` repeats; of its usual times, only Sun 6 Dec 12:00 is planned: run `mentor agree renew -p ana --cadence CADENCE` to agree on a cadence
    note: line 18: `Past` is in the past; run `mentor log --at "2026-11-01 12:00"` to log it
    note: line 24: `Holiday` lasts whole days, so it has no time
    note: line 29: `Off` is cancelled
    note: line 35: `At the same time` can't be planned: Wed 9 Dec 15:20 to 16:20 overlaps check-in 1, planned Wed 9 Dec 15:00 to 15:45
    "#);
    assert_eq!(run(&[]).status, 5, "{}", run(&[]));
    assert_eq!(sandbox.ok("export"), before);
    insta::assert_snapshot!(run(&["--yes"]), @r#"
    --- stderr ---
    note: line 11: `Weekly` repeats; of its usual times, only Sun 6 Dec 12:00 is planned: run `mentor agree renew -p ana --cadence CADENCE` to agree on a cadence
    note: line 18: `Past` is in the past; run `mentor log --at "2026-11-01 12:00"` to log it
    note: line 24: `Holiday` lasts whole days, so it has no time
    note: line 29: `Off` is cancelled
    note: line 35: `At the same time` can't be planned: Wed 9 Dec 15:20 to 16:20 overlaps check-in 1, planned Wed 9 Dec 15:00 to 15:45
    Planned check-in 2 with Ana on Tue 8 Dec 10:00 (05:00 for Ana), 30 min
    Planned check-in 3 with Ana on Sun 6 Dec 12:00 (07:00 for Ana), 1 h
    "#);
    let again = run(&["--yes", "--json"]);
    must_fit("import.events", &serde_json::from_str(&again.stdout).unwrap());
    assert!(again.stderr.contains("2 check-ins already here"), "{again}");
    sandbox.ok("undo");
    assert_eq!(sandbox.ok("export"), before);
}

#[test]
fn declined_invitation_is_named_and_only_planned_if_another_declined() {
    let (sandbox, ..) = with_rhythm();
    sandbox.ok("config set calendar.addresses sam@example.org");
    let declined = |who: &str, hour: u32| {
        event(&format!(
            "UID:{who}\nSUMMARY:Coffee\nDTSTART:20261208T{hour}0000Z\nDURATION:PT30M\n\
             ATTENDEE;PARTSTAT=DECLINED:mailto:{who}@Example.org"
        ))
    };
    let text = in_calendar(&(declined("sam", 10) + &declined("ana", 12)));
    let plan =
        sandbox.run_with("import --ics - --as checkin -p ana --dry-run", text.as_bytes(), None);
    insta::assert_snapshot!(plan, @"
    line  event   check-in
    11    Coffee  Tue 8 Dec 12:00 (07:00 for Ana), 30 min, video
    --- stderr ---
    note: line 4: `Coffee` is an invitation that you declined
    note: line 11: `Coffee` is declined by ana@example.org
    ");
}

#[test]
fn length_that_no_check_in_can_have_is_named() {
    let (sandbox, ..) = with_rhythm();
    for end in ["DTEND:20261208T090000Z", "DURATION:PT34H", "DTEND:20261208T100000Z"] {
        let lines = format!("UID:a\nSUMMARY:Coffee\nDTSTART:20261208T100000Z\n{end}");
        let text = in_calendar(&event(&lines));
        let args = ["import", "--ics", "-", "--as", "checkin", "-p", "ana", "--dry-run"];
        let output = sandbox.run_with(&args, text.as_bytes(), None);
        let note = "note: line 4: `Coffee` isn't 1 minute to 1 day long; 45 min is assumed";
        assert!(output.stderr.contains(note), "{end}: {output}");
    }
}

#[test]
fn check_in_keeps_the_uid_of_its_invitation_on_another_machine() {
    let version = |sequence: u32, hour: u32| {
        in_calendar(&event(&format!(
            "UID:040000008200E00074C5B7101A82E008\nSEQUENCE:{sequence}\n\
             DTSTAMP:20261202T1000{sequence:02}Z\nDTSTART:20261208T{hour}0000Z\nDURATION:PT30M"
        )))
    };
    let sandbox = Sandbox::with_pair();
    sandbox.at("2026-12-02T11:00:00Z");
    plan_from(&sandbox, &version(0, 10));
    let document = sandbox.ok("export");
    assert!(!sandbox.ok("export --for-partner").contains("040000008200E00074C5B7101A82E008"));

    let other = Sandbox::new();
    other.at("2026-12-02T11:00:00Z");
    let import_document = |document: &str| other.run_with("import -", document.as_bytes(), None);
    for (from, to, problem) in [
        ("\"checkin\": 1,", "\"checkin\": 7,", "the export has no check-in 7"),
        ("\"counts_seconds\": false", "\"counts_seconds\": 1", "1 can't be read"),
        ("\"counts_seconds\"", "\"counts\"", "there is no such field"),
    ] {
        let spoiled = document.replace(from, to);
        assert_ne!(spoiled, document);
        let output = import_document(&spoiled);
        assert_eq!(output.status, 4, "{output}");
        assert!(output.stderr.contains(problem), "{output}");
    }
    assert_eq!(import_document(&document).status, 0);
    assert_eq!(other.ok("export"), sandbox.ok("export"));
    assert!(import_document(&document).stderr.contains("Imported 0 records"));
    let uid = "UID:040000008200E00074C5B7101A82E008";
    assert!(other.ok("export --ics").contains(uid));
    other.at("2026-12-02T12:00:00Z");
    let output = import(&other, &version(1, 14));
    assert_eq!(planned(&other), ["2026-12-08T14:00:00Z"], "{output}");
    assert!(import(&other, &version(0, 10)).stderr.contains("1 event older"));
}

#[test]
fn of_two_overlapping_invitations_the_first_is_planned() {
    let sandbox = Sandbox::with_pair();
    let invitation = |title: &str, minute: u32| {
        event(&format!(
            "UID:{title}@example.org\nSUMMARY:{title}\nDTSTART:20261208T10{minute}00Z\nDURATION:PT30M"
        ))
    };
    let text = in_calendar(&(invitation("Coffee", 10) + &invitation("Tea", 30)));
    let args = "import --ics - --as checkin -p ana";
    for flag in ["--dry-run", "--yes"] {
        let output = sandbox.run_with(&format!("{args} {flag}"), text.as_bytes(), None);
        assert_eq!(output.status, 0, "{output}");
        let why = "`Tea` can't be planned: it overlaps the event of line 4";
        assert!(output.stderr.contains(why), "{output}");
    }
    assert_eq!(planned(&sandbox), ["2026-12-08T10:10:00Z"]);
}

/// Plans check-ins from the events of a calendar. Returns the messages.
fn plan_from(sandbox: &Sandbox, calendar: &str) -> String {
    let args = "import --ics - --as checkin -p ana --yes";
    let output = sandbox.run_with(args, calendar.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    output.stderr
}

#[test]
fn later_version_of_an_invitation_finds_its_check_in() {
    let version = |method: &str, sequence: u32, hour: u32, more: &str| {
        in_calendar(&format!(
            "METHOD:{method}\n{}",
            event(&format!(
                "UID:040000008200E00074C5B7101A82E008\nSUMMARY:Coffee\nSEQUENCE:{sequence}\n\
                 DTSTAMP:20261202T1000{sequence:02}Z\nDTSTART:20261208T{hour}0000Z\nDURATION:PT30M{more}"
            ))
        ))
    };
    let invitation = version("REQUEST", 0, 10, "");
    let sandbox = Sandbox::with_pair();
    sandbox.at("2026-12-02T11:00:00Z");
    assert!(plan_from(&sandbox, &invitation).starts_with("Planned check-in 1"));
    assert!(import(&sandbox, &invitation).stderr.starts_with("No check-in"));
    sandbox.at("2026-12-02T12:00:00Z");
    // Planning its events says what it does not do.
    for method in ["REQUEST", "CANCEL"] {
        let told = plan_from(&sandbox, &version(method, 1, 14, ""));
        assert!(told.contains("1 check-in already here is changed in"), "{told}");
    }
    let output = import(&sandbox, &version("REQUEST", 1, 14, ""));
    assert_eq!(planned(&sandbox), ["2026-12-08T14:00:00Z"], "{output}");
    // Taking the moved invitation in again plans nothing, and no older version comes back.
    let told = plan_from(&sandbox, &version("REQUEST", 1, 14, ""));
    assert!(told.ends_with("1 check-in already here\n") && !told.contains("changed"), "{told}");
    assert!(import(&sandbox, &invitation).stderr.contains("1 event older"));
    let busy = version("REQUEST", 1, 14, "");
    let next = sandbox.run_with("when --json --busy -", busy.as_bytes(), None);
    let free = sandbox.run("when --json");
    assert_eq!(next.stdout, free.stdout);
    // After a change here, the last change wins.
    sandbox.at("2026-12-03T09:00:00Z").ok("checkin move 1 --to '2026-12-09 10:00'");
    assert!(import(&sandbox, &version("REQUEST", 2, 15, "")).stderr.contains("1 event older"));
    let output = import(&sandbox, &version("CANCEL", 3, 14, "\nLAST-MODIFIED:20261204T090000Z"));
    assert!(output.stderr.starts_with("Cancelled check-in 1"), "{output}");
}

/// Returns a version of an invitation, written at a minute past eight and starting at an hour.
fn invitation(uid: &str, sequence: u32, minute: u32, hour: u32) -> String {
    in_calendar(&event(&format!(
        "UID:{uid}\nSUMMARY:Coffee\nSEQUENCE:{sequence}\nDTSTAMP:20261202T08{minute:02}00Z\n\
         DTSTART:20261208T{hour:02}0000Z\nDURATION:PT30M"
    )))
}

#[test]
fn version_written_before_the_last_import_counts_by_its_sequence() {
    for uid in ["coffee@example.org", "5e0c2a52-8f5b-4d43-9c6e-3a4b5c6d7e8f"] {
        let sandbox = Sandbox::with_pair();
        sandbox.at("2026-12-02T11:00:00Z");
        plan_from(&sandbox, &invitation(uid, 0, 0, 10));
        // Each version was written before the import of the one before it.
        for (minute, sequence, hour) in [(10, 1, 14), (20, 2, 15), (25, 2, 16)] {
            sandbox.at(&format!("2026-12-02T11:{minute}:00Z"));
            let output = import(&sandbox, &invitation(uid, sequence, minute, hour));
            assert_eq!(planned(&sandbox), [format!("2026-12-08T{hour}:00:00Z")], "{output}");
        }
        for (sequence, minute) in [(0, 0), (1, 10), (1, 50), (2, 20)] {
            let output = import(&sandbox, &invitation(uid, sequence, minute, 9));
            assert!(output.stderr.contains("1 event older"), "{sequence}\n{output}");
        }
        sandbox.ok("undo");
        assert_eq!(planned(&sandbox), ["2026-12-08T15:00:00Z"]);
        let _ = import(&sandbox, &invitation(uid, 2, 25, 16));
        assert_eq!(planned(&sandbox), ["2026-12-08T16:00:00Z"]);
    }
}

#[test]
fn check_in_from_an_invitation_is_exported_as_a_version_of_it() {
    let has_line = |text: &str, line: &str| text.replace("\r\n ", "").lines().any(|l| l == line);
    let long = format!("{}@example.org", "040000008200E00074C5B7101A82E008".repeat(4));
    for uid in ["coffee@example.org", &long] {
        let sandbox = Sandbox::with_pair();
        sandbox.at("2026-12-02T11:00:00Z");
        plan_from(&sandbox, &invitation(uid, 3, 0, 10));
        let own = sandbox.ok("export --ics");
        for calendar in [&own, &sandbox.ok("export --ics --for-partner -p ana")] {
            for line in [&format!("UID:{uid}"), "SEQUENCE:3", "LAST-MODIFIED:20261202T080000Z"] {
                assert!(has_line(calendar, line), "{line}\n{calendar}");
            }
        }
        assert!(import(&sandbox, &own).stderr.starts_with("No check-in"));
        // A change here is a later version with the same number, so that the organiser's next one counts.
        sandbox.at("2026-12-02T12:00:00Z").ok("checkin move 1 --to '2026-12-09 10:00'");
        let moved = sandbox.ok("export --ics");
        for line in [&format!("UID:{uid}"), "SEQUENCE:3", "DTSTAMP:20261202T120000Z"] {
            assert!(has_line(&moved, line), "{line}\n{moved}");
        }
        assert!(import(&sandbox, &moved).stderr.starts_with("No check-in"));
        sandbox.ok("purge checkin 1 --yes --backups");
        let bytes = std::fs::read(sandbox.db()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(uid));
    }
    let weekly =
        "UID:weekly@example.org\nDTSTART:20261101T120000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY";
    let sandbox = Sandbox::with_pair();
    plan_from(&sandbox, &in_calendar(&event(weekly)));
    let own = sandbox.ok("export --ics");
    for line in ["UID:weekly@example.org", "RECURRENCE-ID:20261206T120000Z"] {
        assert!(has_line(&own, line), "{line}\n{own}");
    }
    assert!(import(&sandbox, &own).stderr.starts_with("No check-in"));
}

#[test]
fn uid_of_an_invitation_is_never_a_path() {
    let sandbox = Sandbox::with_pair();
    let folder = sandbox.db().parent().unwrap().join("events");
    let uids = ["../outside", "/etc/passwd", ".hidden", "Büro", "plain@example.org"];
    let long = |end: &str| "x".repeat(90) + end;
    for (number, uid) in
        uids.map(str::to_owned).into_iter().chain([long("1"), long("2")]).enumerate()
    {
        let text =
            invitation(&uid, 0, 0, 10).replace("20261208", &format!("202612{:02}", 10 + number));
        plan_from(&sandbox, &text);
    }
    let output = format!("export --ics -o {}/", folder.display());
    for _ in 0..2 {
        sandbox.ok(output.as_str());
        let names = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name());
        assert_eq!(names.count(), 7);
    }
    assert!(folder.join("plain@example.org.ics").exists());
    assert!(!folder.join("../outside.ics").exists());
}

#[test]
fn occurrence_of_a_recurring_invitation_finds_its_check_in() {
    let weekly = "UID:weekly@example.org\nDTSTART:20261101T120000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nDTSTAMP:20261101T080000Z";
    for (change, expected) in [
        ("RECURRENCE-ID:20261206T120000Z\nDTSTART:20261207T120000Z", "2026-12-07T12:00:00Z"),
        ("RECURRENCE-ID:20261213T120000Z\nDTSTART:20261214T120000Z", "2026-12-06T12:00:00Z"),
        ("DTSTART:20261101T120000Z\nSTATUS:CANCELLED", ""),
    ] {
        let sandbox = Sandbox::with_pair();
        sandbox.at("2026-12-02T11:00:00Z");
        let output = plan_from(&sandbox, &in_calendar(&event(weekly)));
        assert_eq!(planned(&sandbox), ["2026-12-06T12:00:00Z"], "{output}");
        let change = event(&format!(
            "UID:weekly@example.org\nSEQUENCE:1\nDURATION:PT1H\n{STAMPS}\n{change}"
        ));
        let output = import(&sandbox, &in_calendar(&change));
        assert_eq!(planned(&sandbox).join(" "), expected, "{output}");
    }
}

/// Returns a version of a weekly event of another program, written on 1 December at an hour.
fn weekly(written: u32, lines: &str) -> String {
    event(&format!(
        "UID:weekly@google.com\nSUMMARY:Weekly\nSEQUENCE:{written}\nDTSTAMP:20261201T{written:02}0000Z\n\
         DURATION:PT30M\n{lines}"
    ))
}

const ON_THURSDAYS: &str = "DTSTART:20261203T100000Z\nRRULE:FREQ=WEEKLY";

/// Plans the next two occurrences of a weekly event, of which the first one is moved to Friday.
fn with_foreign_series() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    let friday = "RECURRENCE-ID:20261203T100000Z\nDTSTART:20261204T100000Z";
    let both = weekly(1, ON_THURSDAYS) + &weekly(2, friday);
    let told = plan_from(&sandbox, &in_calendar(&both));
    assert_eq!(planned(&sandbox), ["2026-12-04T10:00:00Z", "2026-12-10T10:00:00Z"], "{told}");
    let note = "of its usual times, only Thu 10 Dec 10:00 is planned: run `mentor agree -p ana";
    assert!(told.contains(note), "{told}");
    sandbox.at("2026-12-01T12:00:00Z");
    sandbox
}

#[test]
fn check_ins_planned_from_a_series_follow_it_to_another_day() {
    let sandbox = with_foreign_series();
    let moved = in_calendar(&weekly(11, "DTSTART:20261202T140000Z\nRRULE:FREQ=WEEKLY"));
    let args = "import --ics - --as checkin -p ana --yes";
    let output = sandbox.run_with(args, moved.as_bytes(), None);
    assert!(output.stderr.contains("2 check-ins already here are changed in"), "{output}");
    assert!(output.stderr.contains("Nothing to plan"), "{output}");
    let output = import(&sandbox, &moved);
    let wednesdays = ["2026-12-02T14:00:00Z", "2026-12-09T14:00:00Z"];
    assert_eq!(planned(&sandbox), wednesdays, "{output}");
    // Neither is planned again, and both are still found.
    assert!(!plan_from(&sandbox, &moved).contains("Planned"));
    assert!(import(&sandbox, &moved).stderr.starts_with("No check-in"));
    let one = weekly(12, "RECURRENCE-ID:20261209T140000Z\nDTSTART:20261209T150000Z");
    let output = import(&sandbox, &in_calendar(&one));
    assert_eq!(planned(&sandbox)[1], "2026-12-09T15:00:00Z", "{output}");
    sandbox.ok("undo");
    sandbox.ok("undo");
    assert_eq!(planned(&sandbox), ["2026-12-04T10:00:00Z", "2026-12-10T10:00:00Z"]);
}

#[test]
fn check_ins_planned_from_a_series_are_cancelled_with_it_all_at_once() {
    for lines in [
        format!("{ON_THURSDAYS}\nSTATUS:CANCELLED"),
        format!("{ON_THURSDAYS}\nEXDATE:20261203T100000Z,20261210T100000Z"),
    ] {
        let sandbox = with_foreign_series();
        let output = import(&sandbox, &in_calendar(&weekly(11, &lines)));
        assert!(planned(&sandbox).is_empty(), "{output}");
        assert!(!output.stderr.contains("repeats"), "{output}");
    }
}

#[test]
fn check_in_follows_its_series_where_google_splits_it() {
    let sandbox = with_foreign_series();
    let until = "DTSTART:20261203T100000Z\nRRULE:FREQ=WEEKLY;UNTIL=20261209T235959Z";
    let rest = weekly(11, "DTSTART:20261210T150000Z\nRRULE:FREQ=WEEKLY")
        .replace("UID:weekly@", "UID:weekly_R20261210T100000@");
    let split = in_calendar(&(weekly(11, until) + &rest));
    let output = import(&sandbox, &split);
    assert_eq!(planned(&sandbox), ["2026-12-03T10:00:00Z", "2026-12-10T15:00:00Z"], "{output}");
    assert!(!plan_from(&sandbox, &split).contains("Planned"));
    // A series that ends before is named, and so is what to do.
    let sandbox = with_foreign_series();
    let over = in_calendar(&weekly(11, "DTSTART:20261203T100000Z\nRRULE:FREQ=WEEKLY;COUNT=1"));
    let output = import(&sandbox, &over);
    let remark = "still planned for Thu 10 Dec 10:00; run `mentor checkin cancel";
    assert!(output.stderr.contains(remark), "{output}");
}

#[test]
fn series_of_one_time_is_not_said_to_repeat() {
    for rule in ["UNTIL=20261101T000000Z", "COUNT=1", "UNTIL=20261203T235959Z"] {
        let sandbox = Sandbox::with_pair();
        let once = format!("{ON_THURSDAYS};{rule}");
        let told = plan_from(&sandbox, &in_calendar(&weekly(1, &once)));
        assert!(told.starts_with("Planned check-in 1"), "{told}");
        assert!(!told.contains("repeats"), "{rule}\n{told}");
    }
}

#[test]
fn own_uid_is_recognised_in_capitals_and_with_a_domain() {
    for spell in [|uid: &str| uid.to_uppercase(), |uid: &str| format!("{uid}@google.com")] {
        let (sandbox, series, alone) = with_rhythm();
        let versions = [
            (spell(&alone), "DTSTART:20261211T150000Z"),
            (spell(&series), "RECURRENCE-ID:20261210T170000Z\nDTSTART:20261211T180000Z"),
        ];
        let events = versions.map(|(uid, lines)| event(&format!("UID:{uid}\n{STAMPS}\n{lines}")));
        let calendar = in_calendar(&events.concat());
        let output = import(&sandbox, &calendar);
        let moved = ["2026-12-11T15:00:00Z", "2026-12-11T18:00:00Z"];
        assert_eq!(planned(&sandbox), moved, "{output}");
        let told = plan_from(&sandbox, &calendar);
        assert!(!told.contains("Planned"), "{told}");
    }
}

#[test]
fn proposals_and_answers_plan_nothing_and_say_so() {
    let sandbox = Sandbox::with_pair();
    for (method, what) in [("COUNTER", "a proposal of another time"), ("REPLY", "an answer")] {
        let lines = "UID:a@example.org\nSUMMARY:Coffee\nDTSTART:20261208T100000Z";
        let text = in_calendar(&format!("METHOD:{method}\n{}", event(lines)));
        let told = plan_from(&sandbox, &text);
        let note = format!("line 5: `Coffee` is {what}, not an invitation");
        assert!(told.contains(&note) && told.contains("No event in"), "{told}");
    }
}

#[test]
fn prose_in_a_description_changes_no_check_in() {
    let (sandbox, _, alone) = with_rhythm();
    for prose in ["Status: Cancelled", "Duration: 3 h", "DTSTART: tomorrow", "Begin: 16:00"] {
        let text = in_calendar(&event(&format!(
            "UID:{alone}\n{STAMPS}\nSEQUENCE:1\nDTSTART:20261209T150000Z\nDURATION:PT45M\n\
             DESCRIPTION:As agreed\nby phone\n{prose}\n{prose}\nSTATUS:CONFIRMED"
        )));
        let output = import(&sandbox, &text);
        assert!(output.stderr.starts_with("No check-in"), "{prose}\n{output}");
    }
}

/// Returns a calendar in the format of a program, with mentor's own check-ins in it.
fn exported_by(program: &str, series: &str, alone: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/files/calendars");
    let bytes = std::fs::read(folder.join(format!("{program}.ics"))).unwrap();
    let fill = |text: &str| text.replace("@SERIES@", series).replace("@ALONE@", alone);
    match bytes.strip_prefix(b"\xff\xfe") {
        None => fill(&String::from_utf8(bytes).unwrap()).into_bytes(),
        Some(rest) => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let text: String = char::decode_utf16(units).map(Result::unwrap).collect();
            let text = fill(&text);
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xff, 0xfe].into_iter().chain(units).collect()
        }
    }
}

#[test]
fn exports_of_six_programs_are_imported_and_exported_again() {
    for program in ["google", "outlook", "apple", "nextcloud", "fastmail", "confluence"] {
        let (times, notes) = free(&in_london(), &exported_by(program, "x", "y"));
        assert_eq!(times, "09:00-10:00 11:00-17:00", "{program}\n{notes}");
        assert_eq!(notes, "", "{program}");

        let (sandbox, series, alone) = with_rhythm();
        let calendar = exported_by(program, &series, &alone);
        let output = sandbox.run_with("import --ics -", &calendar, None);
        assert!(
            output.stderr.starts_with("Moved check-in 1 with Ana to Fri 11 Dec 15:00"),
            "{program}\n{output}"
        );
        let printed: Vec<&str> = output.stderr.lines().skip(1).collect();
        assert!(printed.len() == 1 && printed[0].contains("ignored"), "{program}\n{output}");
        assert_eq!(planned(&sandbox), ["2026-12-11T15:00:00Z"], "{program}");
        // An export after the import says the same, and importing it changes nothing.
        let own = sandbox.ok("export --ics");
        assert!(own.contains("DTSTART;TZID=Europe/London:20261211T150000"), "{program}\n{own}");
        for calendar in [own.as_bytes(), &calendar] {
            let again = sandbox.run_with("import --ics -", calendar, None);
            assert!(again.stderr.starts_with("No check-in"), "{program}\n{again}");
        }
    }
}

#[test]
fn invitation_of_zoom_is_planned_moved_and_cancelled() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = path.join("tests/it/files/calendars/zoom.ics");
    let template = std::fs::read_to_string(path).unwrap();
    let version = |method: &str, minute: u32, hour: u32| {
        let text = template.replace("@METHOD@", method);
        let text = text.replace("@STAMP@", &format!("20261202T08{minute}00Z"));
        let text = text.replace("@START@", &format!("20261208T{hour}0000"));
        text.replace("@END@", &format!("20261208T{hour}4500"))
    };
    let sandbox = Sandbox::with_pair();
    sandbox.at("2026-12-02T09:00:00Z");
    let output = plan_from(&sandbox, &version("REQUEST", 10, 10));
    assert_eq!(planned(&sandbox), ["2026-12-08T15:00:00Z"], "{output}");
    let own = sandbox.ok("export --ics");
    assert!(own.contains("UID:20261202T080000Z-91234567890@fe80"), "{own}");
    assert!(own.contains("URL:https://us02web.zoom.us/j/91234567890?pwd=abc"), "{own}");
    // Zoom doesn't count versions, so the time of writing decides.
    let output = import(&sandbox, &version("REQUEST", 20, 11));
    assert_eq!(planned(&sandbox), ["2026-12-08T16:00:00Z"], "{output}");
    assert!(import(&sandbox, &version("REQUEST", 10, 10)).stderr.contains("1 event older"));
    let output = import(&sandbox, &version("CANCEL", 30, 11));
    assert!(output.stderr.starts_with("Cancelled check-in 1"), "{output}");
}

#[test]
fn move_into_the_past_is_remarked_on() {
    let (sandbox, _, alone) = with_rhythm();
    let moved = in_calendar(&event(&format!(
        "UID:{alone}\n{STAMPS}\nSEQUENCE:1\nDTSTART:20261201T150000Z\nDURATION:PT45M"
    )));
    let remark = "line 4: Tue 1 Dec 15:00, the new time of a check-in with Ana, is in the past; \
        run `mentor log --checkin 1 -p ana` to log it";
    let dry = sandbox.run_with("import --ics - --dry-run", moved.as_bytes(), None);
    assert!(dry.stderr.contains(remark), "{dry}");
    let output = import(&sandbox, &moved);
    assert!(output.stderr.contains(remark), "{output}");
}

#[test]
fn dry_run_is_refused_where_the_import_would_be() {
    let (sandbox, _, alone) = with_rhythm();
    sandbox.ok("checkin add --at '2026-12-08 15:00' --length 45m");
    let moved = in_calendar(&event(&format!(
        "UID:{alone}\n{STAMPS}\nSEQUENCE:1\nDTSTART:20261208T152000Z\nDURATION:PT45M"
    )));
    let dry = sandbox.run_with("import --ics - --dry-run", moved.as_bytes(), None);
    let run = import(&sandbox, &moved);
    assert!(dry.stderr.contains("overlaps check-in 2"), "{dry}");
    assert_eq!((dry.status, dry.stderr), (run.status, run.stderr));
}

#[test]
fn cancellation_of_a_held_check_in_is_reported() {
    let (sandbox, _, alone) = with_rhythm();
    sandbox.at("2026-12-09T16:00:00Z").ok("log Talked --checkin 1");
    let cancelled = in_calendar(&event(&format!(
        "UID:{alone}\nDTSTAMP:20261209T170000Z\nLAST-MODIFIED:20261209T170000Z\nSEQUENCE:9\n\
         STATUS:CANCELLED\nDTSTART:20261209T150000Z"
    )));
    let output = import(&sandbox, &cancelled);
    let remark = "skipped the cancellation of check-in 1: it is already held";
    assert!(output.stderr.contains(remark), "{output}");
}

#[test]
fn participant_who_declined_is_named_without_a_reply_too() {
    let (sandbox, _, alone) = with_rhythm();
    let declined = in_calendar(&event(&format!(
        "UID:{alone}\n{STAMPS}\nSEQUENCE:1\nDTSTART:20261209T150000Z\n\
         ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org"
    )));
    let output = import(&sandbox, &declined);
    let remark = "ana@example.org declined the check-in with Ana on Wed 9 Dec 15:00";
    assert!(output.stderr.contains(remark), "{output}");
}

#[test]
fn texts_and_offsets_of_old_calendars_are_read() {
    let (sandbox, _, alone) = with_rhythm();
    let old = format!(
        "BEGIN:VCALENDAR\nVERSION:1.0\nTZ:-05\n\
         DAYLIGHT:TRUE;-04;20260308T020000;20261101T020000;EST;EDT\n\
         BEGIN:VEVENT\nUID:{alone}\nLAST-MODIFIED:20261202T080000Z\nSEQUENCE:1\n\
         DTSTART:20261210T100000\nDTEND:20261210T104500\n\
         LOCATION;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9, =\nRoom 4\n\
         END:VEVENT\nEND:VCALENDAR\n"
    );
    assert_eq!(import(&sandbox, &old).status, 0);
    assert_eq!(planned(&sandbox), ["2026-12-10T15:00:00Z"]);
    assert_eq!(sandbox.json("checkin show 1")["item"]["channel"], "Caf\u{e9}, Room 4");
}
