//! Busy times in London in spring 2027.

use super::*;

const LONDON: Tz = Tz::Europe__London;

fn read(events: &str) -> Calendar {
    let text = format!("BEGIN:VCALENDAR\n{events}\nEND:VCALENDAR\n");
    Calendar::read(text.as_bytes()).unwrap()
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
}

/// Busy times in March and April 2027.
fn spring(calendar: &Calendar) -> Vec<String> {
    let window = Slot {
        from: "2027-03-01T00:00:00Z".parse().unwrap(),
        until: "2027-05-01T00:00:00Z".parse().unwrap(),
    };
    let short = |at: DateTime<Utc>| at.format("%m-%d %H:%M").to_string();
    let query = BusyQuery { window, reader: LONDON, addresses: &["me@example.org".to_owned()] };
    busy_slots(calendar, query)
        .iter()
        .map(|busy| format!("{} to {}", short(busy.from), short(busy.until)))
        .collect()
}

#[test]
fn recurring_events_keep_their_local_time() {
    let calendar = read(&event(
        "UID:1\nDTSTART;TZID=Europe/London:20260319T170000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270408T160000Z\n\
         EXDATE;TZID=Europe/London:20270304T170000",
    ));
    assert_eq!(
        spring(&calendar),
        [
            "03-11 17:00 to 03-11 18:00", "03-18 17:00 to 03-18 18:00",
            "03-25 17:00 to 03-25 18:00", "04-01 16:00 to 04-01 17:00",
            "04-08 16:00 to 04-08 17:00",
        ]
    );
}

#[test]
fn a_moved_occurrence_is_busy_at_its_new_time() {
    let calendar = read(
        &(event(
            "UID:1\nDTSTART:20270301T090000Z\nDTEND:20270301T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3",
        ) + &event(
            "UID:1\nRECURRENCE-ID:20270308T090000Z\nDTSTART:20270309T110000Z\nDTEND:20270309T120000Z",
        ) + &event(
            "UID:1\nRECURRENCE-ID:20270315T090000Z\nDTSTART:20270315T090000Z\nDTEND:20270315T100000Z\nSTATUS:CANCELLED",
        )),
    );
    assert_eq!(spring(&calendar), ["03-01 09:00 to 03-01 10:00", "03-09 11:00 to 03-09 12:00"]);
}

#[test]
fn transparent_and_cancelled_events_are_free_and_days_are_busy() {
    let calendar = read(
        &[
            event("DTSTART;VALUE=DATE:20270401\nDTEND;VALUE=DATE:20270403"),
            event("DTSTART;VALUE=DATE:20270410"),
            event("DTSTART:20270411T090000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT"),
            event("DTSTART:20270412T090000Z\nDURATION:PT1H\nSTATUS:CANCELLED"),
            event("DTSTART:20270413T090000Z"),
            event("DTSTART:20280413T090000Z\nDURATION:PT1H"),
            "BEGIN:VFREEBUSY\nFREEBUSY:20270420T090000Z/PT30M,20270420T093000Z/20270420T100000Z\n\
         FREEBUSY;FBTYPE=FREE:20270421T090000Z/PT30M\nEND:VFREEBUSY"
                .to_owned(),
        ]
        .concat(),
    );
    assert_eq!(
        spring(&calendar),
        ["03-31 23:00 to 04-02 23:00", "04-09 23:00 to 04-10 23:00", "04-20 09:00 to 04-20 10:00",]
    );
}

#[test]
fn an_event_every_second_is_noted_and_others_still_count() {
    let calendar = read(
        &(event("DTSTART:20000101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY")
            + &event("DTSTART:20270301T090000Z\nDURATION:PT1H")),
    );
    assert_eq!(spring(&calendar), ["03-01 09:00 to 03-01 10:00"]);
    assert_eq!(
        calendar.notes()[0].to_string(),
        "line 5: it repeats too often to be written out; only the first time of the event of line 2 counts"
    );
}

#[test]
fn a_change_of_this_and_following_moves_all_following() {
    let weekly = "UID:1\nDTSTART;TZID=Europe/London:20270301T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4";
    let change = |more: &str| {
        let lines = "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270315T100000";
        read(&(event(weekly) + &event(&format!("{lines}\n{more}"))))
    };
    let moved = change("DTSTART;TZID=Europe/London:20270316T140000\nDURATION:PT30M");
    assert_eq!(
        spring(&moved),
        [
            "03-01 10:00 to 03-01 11:00", "03-08 10:00 to 03-08 11:00",
            "03-16 14:00 to 03-16 14:30", "03-23 14:00 to 03-23 14:30",
        ]
    );
    for end in [
        "DTSTART;TZID=Europe/London:20270315T100000\nDURATION:PT1H\nSTATUS:CANCELLED",
        "DTSTART;TZID=Europe/London:20270315T100000\nDURATION:PT1H\nTRANSP:TRANSPARENT",
    ] {
        assert_eq!(spring(&change(end)).len(), 2, "{end}");
    }
    // An event that replaces a single occurrence moves only that one.
    let single = "UID:1\nRECURRENCE-ID;TZID=Europe/London:20270315T100000\nDTSTART;TZID=Europe/London:20270316T140000\nDURATION:PT30M";
    let one = read(&(event(weekly) + &event(single)));
    assert_eq!(spring(&one)[3], "03-22 10:00 to 03-22 11:00");
}

#[test]
fn every_form_of_recurrence_is_expanded() {
    let calendar = read(&event(
        "DTSTART:20270301T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=MONTHLY;BYMONTHDAY=20;COUNT=1\n\
         RDATE;VALUE=PERIOD:20270302T120000Z/PT15M,20270303T120000Z/20270303T123000Z\nRDATE;VALUE=DATE:20270304\n\
         EXRULE:FREQ=WEEKLY;COUNT=1\nRDATE:\nEXDATE:",
    ));
    assert_eq!(
        spring(&calendar),
        [
            "03-02 12:00 to 03-02 12:15", "03-03 12:00 to 03-03 12:30",
            "03-04 09:00 to 03-04 10:00", "03-08 09:00 to 03-08 10:00",
            "03-20 09:00 to 03-20 10:00",
        ]
    );
    // vCalendar 1.0.
    let calendar =
        read(&event("DTSTART:20270301T090000Z\nDTEND:20270301T100000Z\nRRULE:W1 MO WE #3"));
    assert_eq!(
        spring(&calendar),
        ["03-01 09:00 to 03-01 10:00", "03-03 09:00 to 03-03 10:00", "03-08 09:00 to 03-08 10:00"]
    );
    let calendar = read(&event("DTSTART:\"20270301T090000Z\"\nDURATION:PT1H\nRECURRENCE-ID:"));
    assert_eq!(spring(&calendar), ["03-01 09:00 to 03-01 10:00"]);
}

#[test]
fn only_the_newest_version_counts_in_any_order() {
    let version = |sequence: &str, start: &str| {
        event(&format!(
            "UID:1\nSEQUENCE:{sequence}\nDTSTAMP:20261101T080000Z\nDTSTART:{start}\nDURATION:PT1H"
        ))
    };
    let (old, new) = (version("0", "20270301T090000Z"), version("2", "20270301T140000Z"));
    for text in [old.clone() + &new, new.clone() + &old] {
        assert_eq!(spring(&read(&text)), ["03-01 14:00 to 03-01 15:00"]);
    }
    // Equally new versions both count.
    let text = version("2", "20270302T140000Z") + &new;
    assert_eq!(spring(&read(&text)).len(), 2);
    let cancelled = new + "BEGIN:VEVENT\nUID:1\nSEQUENCE:3\nSTATUS:CANCELLED\nEND:VEVENT\n";
    assert!(spring(&read(&cancelled)).is_empty());
}

#[test]
fn declined_events_and_those_free_in_outlook_are_not_busy() {
    let with = |line: &str| {
        let calendar = read(&event(&format!("DTSTART:20270301T090000Z\nDURATION:PT1H\n{line}")));
        spring(&calendar).len()
    };
    assert_eq!(with("X-MICROSOFT-CDO-BUSYSTATUS:FREE"), 0);
    assert_eq!(with("X-MICROSOFT-CDO-BUSYSTATUS:BUSY"), 1);
    assert_eq!(with("ATTENDEE;PARTSTAT=DECLINED:mailto:Me@example.org"), 0);
    assert_eq!(with("ATTENDEE;PARTSTAT=DECLINED:mailto:you@example.org"), 1);
    assert_eq!(with("ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org"), 1);
}

#[test]
fn proposals_and_replies_are_not_busy() {
    let event = event("UID:1\nDTSTART:20270301T090000Z\nDURATION:PT1H");
    for (method, count) in [("REQUEST", 1), ("COUNTER", 0), ("REPLY", 0), ("CANCEL", 0)] {
        let calendar = read(&format!("METHOD:{method}\n{event}"));
        assert_eq!(spring(&calendar).len(), count, "{method}");
    }
}

#[test]
fn whole_days_follow_clock_changes() {
    let calendar = read(&event(
        "DTSTART;VALUE=DATE:20270321\nDTEND;VALUE=DATE:20270321\nRRULE:FREQ=WEEKLY;COUNT=2",
    ));
    assert_eq!(spring(&calendar), ["03-21 00:00 to 03-22 00:00", "03-28 00:00 to 03-28 23:00"]);
}

/// Weekly at 10:00 in Berlin, for five weeks from 1 March, without the 8th and with the 15th at 14:00.
fn weekly_in_berlin(exceptions: &str, moved: &str) -> Vec<String> {
    let weekly = event(&format!(
        "UID:1\nDTSTART;TZID=Europe/Berlin:20270301T100000\nDTEND:20270301T110000\n\
         RRULE:FREQ=WEEKLY;UNTIL=20270329T100000\n{exceptions}"
    ));
    let moved = event(&format!("UID:1\n{moved}\nDURATION:PT1H"));
    let expected = [weekly.clone() + &moved, moved.clone() + &weekly];
    let [first, last] = expected.map(|text| spring(&read(&text)));
    assert_eq!(first, last);
    first
}

#[test]
fn floating_times_are_in_the_zone_of_the_start_beside_them() {
    let expected = [
        "03-01 09:00 to 03-01 10:00", "03-15 13:00 to 03-15 14:00", "03-22 09:00 to 03-22 10:00",
        "03-29 08:00 to 03-29 09:00",
    ];
    for (exceptions, moved) in [
        ("EXDATE:20270308T100000", "RECURRENCE-ID:20270315T100000\nDTSTART:20270315T130000Z"),
        (
            "EXDATE;VALUE=DATE:20270308",
            "RECURRENCE-ID;VALUE=DATE:20270315\nDTSTART;TZID=Europe/Berlin:20270315T140000",
        ),
        (
            "EXDATE:20270308T090000Z",
            "RECURRENCE-ID:20270315T100000\nDTSTART;TZID=America/New_York:20270315T090000",
        ),
    ] {
        assert_eq!(weekly_in_berlin(exceptions, moved), expected, "{exceptions}\n{moved}");
    }
    // Beside a floating start, they float too.
    let text = "X-WR-TIMEZONE:Asia/Tokyo\n".to_owned()
        + &event(
            "DTSTART:20270301T100000\nDTEND:20270301T110000\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20270302T100000",
        );
    assert_eq!(spring(&read(&text)), ["03-01 01:00 to 03-01 02:00"]);
}

#[test]
fn whole_days_are_the_days_of_the_reader() {
    for zone in ["", "X-WR-TIMEZONE:Asia/Tokyo\n", "X-WR-TIMEZONE:America/Los_Angeles\n"] {
        let text = zone.to_owned()
            + &event(
                "DTSTART;VALUE=DATE:20270301\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20270302T000000Z\nEXDATE:20270303T000000",
            );
        assert_eq!(
            spring(&read(&text)),
            ["03-01 00:00 to 03-02 00:00", "03-04 00:00 to 03-05 00:00"],
            "{zone}"
        );
    }
}

#[test]
fn ends_of_another_kind_than_the_start_are_understood() {
    for (times, expected) in [
        ("DTSTART;VALUE=DATE:20270301\nDTEND:20270302T000000", "03-01 00:00 to 03-02 00:00"),
        ("DTSTART;VALUE=DATE:20270301\nDTEND:20270301T000000Z", "03-01 00:00 to 03-02 00:00"),
        ("DTSTART;VALUE=DATE:20270301\nDTEND:20270301T120000", "03-01 00:00 to 03-01 12:00"),
        ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270227", "03-01 00:00 to 03-02 00:00"),
        ("DTSTART;VALUE=DATE:20270301T000000Z\nDURATION:P1D", "03-01 00:00 to 03-02 00:00"),
        ("DTSTART:20270301T200000Z\nDTEND;VALUE=DATE:20270302", "03-01 20:00 to 03-02 00:00"),
        ("DTSTART:20270301T110000Z\nDTEND:20270301T100000Z", "03-01 10:00 to 03-01 11:00"),
    ] {
        assert_eq!(spring(&read(&event(times))), [expected], "{times}");
    }
    let text = event("DTSTART:20270301T110000Z\nDTEND:19700101T000000Z");
    assert!(spring(&read(&text)).is_empty());
}

#[test]
fn the_start_is_an_occurrence_even_if_the_rule_is_not_true_of_it() {
    let on_tuesdays = "DTSTART:20270301T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=";
    let calendar = read(&event(&format!("{on_tuesdays}20270305")));
    assert_eq!(spring(&calendar), ["03-01 09:00 to 03-01 10:00", "03-02 09:00 to 03-02 10:00"]);
    // Some programs leave a series without occurrences behind.
    assert!(spring(&read(&event(&format!("{on_tuesdays}20270201")))).is_empty());
}

/// Small files that would take hours or gigabytes if they were written out.
#[test]
fn hostile_calendars_are_read_in_a_second() {
    let list = |last: u32| (0..=last).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    let every_second = format!("BYHOUR={};BYMINUTE={};BYSECOND={}", list(23), list(59), list(59));
    let start = "DTSTART:20270301T000000Z\nDURATION:PT1S";
    let dates = |name: &str| format!("{name}:{}", "20270301T120000Z,".repeat(50_000));
    let zone = "x/".repeat(500_000);
    for (hostile, notes) in [
        (format!("{start}\nRRULE:FREQ=YEARLY;{every_second}"), 1),
        (format!("{start}\n{}", format!("RRULE:FREQ=DAILY;{every_second}\n").repeat(2_000)), 10),
        (format!("{start}\n{}", "RRULE:FREQ=MINUTELY\n".repeat(2_000)), 9),
        (format!("{start}\nRRULE:FREQ=MINUTELY\nEXRULE:FREQ=SECONDLY"), 2),
        (format!("{start}\n{}\n{}", dates("RDATE"), dates("EXDATE")), 0),
        (format!("DTSTART;TZID={zone}:20270301T120000"), 1),
    ] {
        let begun = std::time::Instant::now();
        let calendar = read(&(event(&hostile) + &event("DTSTART:20270420T090000Z\nDURATION:PT1H")));
        let busy = spring(&calendar);
        assert!(begun.elapsed().as_secs() < 10, "{:.80}: {:?}", hostile, begun.elapsed());
        assert_eq!(
            busy.last().map(String::as_str),
            Some("04-20 09:00 to 04-20 10:00"),
            "{hostile:.80}"
        );
        assert!(calendar.notes().len() >= notes, "{:.80} {:?}", hostile, calendar.notes());
    }
}
