//! Hostile calendars: an import applies what it can read as one step, and never panics.

use std::fs;

use crate::random::Dice;
use crate::sandbox::{Output, Sandbox};
use crate::size;

/// Sam and Ana, with an agreed rhythm, a moved check-in and one outside the rhythm.
fn sandbox_with_calendar() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --starts 2026-12-01 --ends 2027-05-01 --cadence 'weekly on thu 17:00'");
    sandbox.ok("checkin next --add");
    sandbox.ok("checkin move 1 --to '2026-12-04 10:00'");
    sandbox.ok("checkin add --at '2026-12-08 12:00'");
    sandbox
}

/// Components that other programs add to a calendar.
const OTHERS: &str = "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n\
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n\
DTSTART:16010101T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
END:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;TZID=W. Europe Standard Time:20250101T163000\r\n\
DTEND;TZID=W. Europe Standard Time:20250101T173000\r\nRRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=1TH,-1MO;UNTIL=20280101T000000Z\r\n\
EXDATE;TZID=W. Europe Standard Time:20270107T163000\r\nRDATE;VALUE=DATE:20270301\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:c\r\nDTSTART;VALUE=DATE:20261224\r\nDURATION:P3D\r\nRRULE:FREQ=YEARLY;COUNT=9;BYMONTH=12;BYMONTHDAY=24\r\n\
END:VEVENT\r\nBEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20261210T170000Z/PT1H,20261211T090000Z/20261211T100000Z\r\n\
END:VFREEBUSY\r\n";

/// The exported calendar with changes and with the components of other programs.
fn calendar(sandbox: &Sandbox) -> Vec<u8> {
    sandbox
        .ok("export --ics --todos")
        .replace("T120000", "T130000")
        .replace("SUMMARY", "EXDATE;TZID=Europe/London:20270107T170000\r\nSUMMARY")
        .replace("END:VCALENDAR", &format!("{OTHERS}END:VCALENDAR"))
        .into_bytes()
}

const HOSTILE_VALUES: [&str; 24] = [
    "",
    "0",
    "-1",
    "99999999999999999999",
    "19000101",
    "99991231T235959Z",
    "20261203T250000",
    "20260230",
    "P99999999999999W",
    "-P36500D",
    "PT0S",
    "FREQ=SECONDLY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=65535;COUNT=4294967295",
    "FREQ=MONTHLY;BYDAY=99999999999MO;BYSETPOS=-366",
    "FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO;BYHOUR=0,23;BYSECOND=59;UNTIL=19000101",
    "FREQ=DAILY;BYDAY=é",
    "+2359",
    "-235959",
    "CANCELLED",
    "\"",
    "20261203T170000Z/PT1H/PT1H,,",
    "\u{feff}\u{2028}\u{0}",
    "VEVENT",
];

/// Spoils a calendar in a few places: changes bytes, cuts out or doubles pieces, swaps lines, replaces values by
/// hostile ones.
fn spoil(calendar: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = calendar.to_vec();
    for _ in 0..=dice.below(2) {
        let at = dice.below(bytes.len());
        match dice.below(6) {
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => {
                let end = (at + dice.below(400)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            2 => {
                let end = (at + dice.below(60)).min(bytes.len());
                bytes.drain(at..end);
                bytes.push(b'\n');
            }
            _ => {
                let Some(colon) = bytes[at..].iter().position(|byte| *byte == b':') else {
                    continue;
                };
                let from = at + colon + 1;
                let length = bytes[from..].iter().position(|byte| *byte == b'\r');
                let hostile = HOSTILE_VALUES[dice.below(HOSTILE_VALUES.len())];
                bytes.splice(from..from + length.unwrap_or(0), hostile.bytes());
            }
        }
    }
    bytes
}

fn import(sandbox: &Sandbox, calendar: &[u8]) -> Output {
    sandbox.run_with("import --ics -", calendar, None)
}

#[test]
fn spoiled_calendar_is_applied_as_one_step_as_far_as_possible() {
    let sandbox = sandbox_with_calendar();
    let sound = calendar(&sandbox);
    let before = sandbox.ok("export");
    let kept = fs::read(sandbox.db()).unwrap();
    let mut dice = Dice(7);
    let (mut changed, mut refused, mut busy) = (0, 0, 0);
    for n in 0..size(500, 100_000) {
        let spoiled = spoil(&sound, &mut dice);
        let output = import(&sandbox, &spoiled);
        // An import that changes nothing writes nothing, so the bytes tell it without an export.
        let is_same = fs::read(sandbox.db()).unwrap() == kept;
        match output.status {
            0 if is_same => {}
            0 => {
                changed += 1;
                let checked = sandbox.run("check");
                assert_eq!(checked.status, 0, "calendar {n}\n{checked}");
                sandbox.ok("undo");
                let undone = sandbox.ok("export");
                assert_eq!(undone, before, "calendar {n} was more than a step");
                fs::write(sandbox.db(), &kept).unwrap();
            }
            4 => {
                refused += 1;
                assert!(output.stderr.contains("line "), "calendar {n}\n{output}");
                assert!(is_same, "calendar {n} was taken by half\n{output}");
            }
            _ => panic!("calendar {n}\n{output}\n{}", String::from_utf8_lossy(&spoiled)),
        }
        let output = sandbox.run_with("checkin next --busy -", &spoiled, None);
        busy += usize::from(output.stderr.contains("busy"));
        assert!(
            matches!(output.status, 0 | 4),
            "calendar {n}\n{output}\n{}",
            String::from_utf8_lossy(&spoiled)
        );
    }
    // Control: if all calendars were refused at the first byte, the test would prove nothing.
    assert!(
        changed > 50 && busy > 50,
        "{changed} changed something, {refused} refused, {busy} busy"
    );
}

#[test]
fn deep_large_and_endless_calendars_finish_quickly() {
    let sandbox = sandbox_with_calendar();
    let event = |lines: &str| {
        format!("BEGIN:VEVENT\nDTSTART:19700101T000000Z\nDURATION:PT1M\n{lines}\nEND:VEVENT\n")
    };
    let whole = |inner: String| format!("BEGIN:VCALENDAR\n{inner}END:VCALENDAR\n");
    for (name, text, status, says) in [
        (
            "without ends",
            format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(500_000)),
            0,
            "has no end",
        ),
        (
            "deep",
            format!("BEGIN:VCALENDAR\n{}", "BEGIN:VALARM\n".repeat(500_000)),
            4,
            "nested too deeply",
        ),
        ("large", format!("BEGIN:VCALENDAR\nX:{}", "y".repeat(130 << 20)), 4, "larger than"),
        ("one long line", "x".repeat(10 << 20), 4, "was expected"),
        ("every second", whole(event("RRULE:FREQ=SECONDLY")), 0, "too often"),
        ("never", whole(event("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").repeat(10_000)), 0, ""),
        ("every minute of a day", whole(event("RRULE:FREQ=MINUTELY").repeat(100)), 0, "busy then"),
    ] {
        let output = sandbox.run_with("checkin next --busy -", text.as_bytes(), None);
        assert_eq!(output.status, status, "{name}\n{output}");
        assert!(output.stderr.contains(says), "{name}\n{output}");
    }
    let many = whole(event("RRULE:FREQ=DAILY").repeat(20_000));
    let output = sandbox.run_with("checkin next --busy -", many.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
}
