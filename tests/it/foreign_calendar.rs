//! `when --busy` with calendars as other programs and people write them.

use crate::sandbox::Sandbox;

/// Sam and Ana are both in London, on a Wednesday before working hours.
pub fn in_london() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.at("2026-12-02T00:00:00Z");
    sandbox.ok("init --name Sam --tz Europe/London --hours 09:00-17:00");
    sandbox.ok("pair add ana --mentee Ana --tz Europe/London --hours 09:00-17:00");
    sandbox
}

pub fn in_calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n{lines}END:VCALENDAR\n")
}

pub fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
}

/// Returns the free times of the day, and the notes.
pub fn free(sandbox: &Sandbox, calendar: &[u8]) -> (String, String) {
    let args = "when --json --within '1 day' --length 30m --busy -";
    let output = sandbox.run_with(args, calendar, None);
    assert_eq!(output.status, 0, "{output}");
    let answer: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let hour = |value: &serde_json::Value| value.as_str().unwrap()[11..16].to_owned();
    let items = answer["items"].as_array().unwrap().iter();
    let today = items.filter(|item| item["from"].as_str().unwrap().starts_with("2026-12-02"));
    let times = today.map(|item| format!("{}-{}", hour(&item["from"]), hour(&item["until"])));
    (times.collect::<Vec<_>>().join(" "), output.stderr)
}

const TEN_TO_ELEVEN: &str = "DTSTART:20261202T100000Z\nDTEND:20261202T110000Z";

#[test]
fn unreadable_event_gets_a_note_and_the_others_are_read() {
    let sandbox = in_london();
    let sound = event(TEN_TO_ELEVEN);
    for (broken, note) in [
        (event("UID:1\nSUMMARY:no time"), Some("line 4: skipped an event without DTSTART")),
        (event("DTSTART:2026"), Some("line 5: DTSTART is `2026`")),
        (event("DTSTART:20261202T120000Z\nDTEND:later"), Some("line 6: DTEND is `later`")),
        (event("DTSTART:20261202T120000Z\nDURATION:1h"), Some("line 6: DURATION is `1h`")),
        (
            event("DTSTART;TZID=Mars/Base:20261202T120000\nDURATION:PT1H"),
            Some("line 5: unknown time zone `Mars/Base`"),
        ),
        (
            event("DTSTART:20261102T130000Z\nDURATION:PT1H\nRRULE:FREQ=SOMETIMES"),
            Some("line 7: `FREQ=SOMETIMES` is not a rule"),
        ),
        (
            event("DTSTART:20261102T130000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY"),
            Some("line 7: it repeats too often"),
        ),
        (
            "BEGIN:VEVENT\nDTSTART:20261202T120000Z\nDURATION:PT1H\n".to_owned(),
            Some("it has no end"),
        ),
        ("END:VEVENT\nEND:VALARM\n".to_owned(), None),
        (event("SEQUENCE:x\nCREATED:y\nSTATUS:\nDTSTART:20261102T120000Z"), None),
    ] {
        for text in [broken.clone() + &sound, sound.clone() + &broken] {
            let is_first = text.starts_with(&broken);
            let (times, notes) = free(&sandbox, in_calendar(&text).as_bytes());
            assert_eq!(times, "09:00-10:00 11:00-17:00", "{text}\n{notes}");
            match note.filter(|_| is_first) {
                Some(note) => assert!(notes.contains(note), "{text}\n{notes}"),
                None => assert_eq!(notes.is_empty(), note.is_none(), "{text}\n{notes}"),
            }
        }
    }
}

#[test]
fn truncated_file_is_read_as_far_as_it_goes() {
    let sandbox = in_london();
    let whole =
        in_calendar(&(event(TEN_TO_ELEVEN) + &event("DTSTART:20261202T120000Z\nDURATION:PT1H")));
    let cut = &whole[..whole.rfind("DURATION").unwrap()];
    let (times, notes) = free(&sandbox, cut.as_bytes());
    assert_eq!(times, "09:00-10:00 11:00-17:00");
    assert!(notes.contains("the file ends inside the VCALENDAR that begins on line 1"), "{notes}");
}

#[test]
fn many_errors_are_summarised_in_a_few_lines() {
    let sandbox = in_london();
    let broken = event("DTSTART:never").repeat(40);
    let (_, notes) = free(&sandbox, in_calendar(&(broken + &event(TEN_TO_ELEVEN))).as_bytes());
    assert_eq!(notes.lines().count(), 6, "{notes}");
    assert!(notes.contains("can't read 35 lines either"), "{notes}");
}

#[test]
fn texts_with_line_breaks_and_quotes_are_read() {
    let sandbox = in_london();
    for odd in [
        "LOCATION:Room 4\nsecond floor\n\n: left\n;x",
        "DESCRIPTION;ALTREP=\"x:He said \"no\" and left\nRSVP",
        "ATTENDEE;CN=\"Sam \"the boss\" Rivera\";PARTSTAT=ACCEPTED:mailto:sam@example.org",
        "X-ALT-DESC;FMTTYPE=text/html:<html>\n<body>\n</body>",
    ] {
        let text = in_calendar(&event(&format!("{odd}\n{TEN_TO_ELEVEN}")));
        let (times, notes) = free(&sandbox, text.as_bytes());
        assert_eq!((times.as_str(), notes.as_str()), ("09:00-10:00 11:00-17:00", ""), "{odd}");
    }
}

#[test]
fn calendar_is_read_in_any_encoding_with_any_line_end() {
    let sandbox = in_london();
    let text = in_calendar(&event(&format!("SUMMARY:Café\n{TEN_TO_ELEVEN}")));
    let units: Vec<u16> = text.encode_utf16().collect();
    let latin = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf_16 = [0xff, 0xfe].into_iter().chain(units.iter().flat_map(|unit| unit.to_le_bytes()));
    let mail = format!("From: sam@example.org\nContent-Type: text/calendar\n\n{text}");
    for bytes in [
        latin,
        utf_16.collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        text.replace('\n', "\r\r\n").into_bytes(),
        mail.into_bytes(),
        text.to_lowercase().replace("20261202t", "20261202T").into_bytes(),
    ] {
        let (times, notes) = free(&sandbox, &bytes);
        assert_eq!(
            times,
            "09:00-10:00 11:00-17:00",
            "{notes}\n{}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn odd_values_are_read_as_they_are_meant() {
    let weekly = "DTSTART:20261104T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY";
    let zone = zone("Mine", "+01:00") + &event("DTSTART;TZID=Mine:20261202T110000\nDURATION:PT1H");
    let sarajevo = "DTSTART;TZID=(UTC+01:00) Sarajevo\\, Skopje:20261202T110000\nDURATION:PT1H";
    let (busy, free_day) = ("09:00-10:00 11:00-17:00", "09:00-17:00");
    for (text, expected) in [
        (zone, busy),
        (event(sarajevo), busy),
        (event(&weekly.replace("FREQ=WEEKLY", "\"FREQ=WEEKLY;BYDAY=WE\"")), busy),
        (event(&format!("{weekly}\nEXDATE:20261125T100000Z;20261202T100000Z")), free_day),
        (event(&format!("{TEN_TO_ELEVEN}\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE")), free_day),
    ] {
        let (times, notes) = free(&in_london(), in_calendar(&text).as_bytes());
        assert_eq!((times.as_str(), notes.as_str()), (expected, ""), "{text}");
    }
}

/// Each of these times is 10:00 in London.
#[test]
fn zones_are_recognised_by_the_names_of_all_programs() {
    let sandbox = in_london();
    for (zone, hour) in [
        ("Pacific Standard Time", 2),
        ("\"W. Europe Standard Time\"", 11),
        ("tokyo standard time", 19),
        ("India Standard Time", 15),
        ("america/new york", 5),
        ("/freeassociation.sourceforge.net/Europe/Paris", 11),
        ("Etc/UTC", 10),
        ("GMT Standard Time", 10),
        ("GMT+0200", 12),
        ("(UTC+01:00) Amsterdam\\, Berlin\\, Bern", 11),
        ("EST", 5),
        ("Europe/Berlin (CET)", 11),
        ("(UTC+01:00) Berlin", 11),
        ("Z", 10),
    ] {
        let minute = if zone.starts_with("India") { "30" } else { "00" };
        let quoted =
            if zone.contains([':', ',']) { format!("\"{zone}\"") } else { zone.to_owned() };
        let start = format!("DTSTART;TZID={quoted}:20261202T{hour:02}{minute}00");
        let text = in_calendar(&event(&format!("{start}\nDURATION:PT1H")));
        let (times, notes) = free(&sandbox, text.as_bytes());
        assert_eq!(times, "09:00-10:00 11:00-17:00", "{zone}\n{notes}");
    }
}

#[test]
fn only_the_offset_of_an_unknown_zone_counts_with_a_note() {
    let text = event("DTSTART;TZID=(UTC+01:00) Nowhere:20261202T110000\nDURATION:PT0.5H")
        .replace("(UTC+01:00) Nowhere", "\"(UTC+01:00) Nowhere\"");
    let daily = event("DTSTART:20261101T120000Z\nDURATION:PT1H\nRRULE:RRULE:FREQ=DAILY");
    let (times, notes) = free(&in_london(), in_calendar(&(text + &daily)).as_bytes());
    assert_eq!(times, "09:00-10:00 10:30-12:00 13:00-17:00");
    let note = "line 5: unknown time zone `(UTC+01:00) Nowhere`; only its offset from UTC counts";
    assert!(notes.contains(note), "{notes}");
}

fn zone(name: &str, offset: &str) -> String {
    format!(
        "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:{offset}\n\
         TZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
}

#[test]
fn zone_definition_applies_within_its_calendar_only() {
    let sandbox = in_london();
    let there = |name: &str| event(&format!("DTSTART;TZID={name}:20261202T180000\nDURATION:PT1H"));
    for name in ["Customized Time Zone", "GMT", "EST", "Standard"] {
        let calendars = [
            in_calendar(&(zone(name, "+0800") + &there(name))),
            in_calendar(&(zone(name, "+0400") + &there(name))),
        ];
        let (times, notes) = free(&sandbox, calendars.concat().as_bytes());
        assert_eq!(times, "09:00-10:00 11:00-14:00 15:00-17:00", "{name}\n{notes}");
    }
    // The definition may follow the events, and the name may be quoted or escaped in only one of the places.
    for (defined, used) in
        [("Here\\, there", "\"Here, there\""), ("\"Mine\"", "Mine"), ("Mine ", "mine")]
    {
        let text = in_calendar(&(there(used) + &zone(defined, "+0800")));
        let (times, notes) = free(&sandbox, text.as_bytes());
        assert_eq!(times, "09:00-10:00 11:00-17:00", "{defined}\n{notes}");
    }
    // An IANA name means that zone, even if the file defines it differently.
    let text = in_calendar(&(zone("Asia/Tokyo", "+0800") + &there("Asia/Tokyo")));
    assert_eq!(free(&sandbox, text.as_bytes()).0, "10:00-17:00");
}

#[test]
fn floating_times_use_the_zone_of_their_calendar() {
    let sandbox = in_london();
    let floating = event("DTSTART:20261202T120000\nDURATION:PT1H");
    for (zone, expected) in [
        ("", "09:00-12:00 13:00-17:00"),
        ("X-WR-TIMEZONE:Europe/Berlin\n", "09:00-11:00 12:00-17:00"),
        ("X-WR-TIMEZONE:Romance Standard Time\n", "09:00-11:00 12:00-17:00"),
    ] {
        let text = in_calendar(&format!("{zone}{floating}"));
        assert_eq!(free(&sandbox, text.as_bytes()).0, expected, "{zone}");
    }
    let both =
        in_calendar(&format!("X-WR-TIMEZONE:Europe/Berlin\n{floating}")) + &in_calendar(&floating);
    assert_eq!(free(&sandbox, both.as_bytes()).0, "09:00-11:00 13:00-17:00");
}

#[test]
fn event_declined_under_an_own_address_is_free() {
    let sandbox = in_london();
    let text = in_calendar(&event(&format!(
        "{TEN_TO_ELEVEN}\nATTENDEE;PARTSTAT=DECLINED;CN=Sam:MAILTO:Sam@Example.org"
    )));
    assert_eq!(free(&sandbox, text.as_bytes()).0, "09:00-10:00 11:00-17:00");
    sandbox.ok("config set calendar.addresses 'old@example.org sam@example.org'");
    assert_eq!(free(&sandbox, text.as_bytes()).0, "09:00-17:00");
}
