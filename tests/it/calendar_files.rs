//! The metadata of an exported calendar, and its export as one file per event.

use crate::calendar::{export, import, on_thursdays, value, with_one_planned};
use crate::sandbox::Sandbox;

#[test]
fn calendar_has_a_name_and_a_channel_has_its_address() {
    let sandbox = with_one_planned();
    sandbox.ok("checkin edit 1 --channel 'Zoom: https://example.org/j/7, code 12'");
    let text = export(&sandbox, &[]);
    assert!(
        text.contains("NAME:Check-ins with Ana Díaz\nX-WR-CALNAME:Check-ins with Ana Díaz\n"),
        "{text}"
    );
    assert!(text.contains("URL:https://example.org/j/7\n"), "{text}");
    let theirs = export(&sandbox, &["--for-partner"]);
    assert!(theirs.contains("X-WR-CALNAME:Check-ins with Sam Rivera\n"), "{theirs}");
}

#[test]
fn goal_is_exported_with_its_progress() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead --by 2027-03-01");
    sandbox.ok("goal add Secret --by 2027-03-01 --private");
    let before = export(&sandbox, &["--todos"]);
    assert!(!before.contains("PERCENT-COMPLETE"), "{before}");
    sandbox.ok("goal progress 1 40");
    sandbox.ok("goal progress 2 70");
    let after = export(&sandbox, &["--todos"]);
    assert_eq!(after.matches("PERCENT-COMPLETE:").count(), 1, "{after}");
    assert!(after.contains("PERCENT-COMPLETE:40\n"), "{after}");
    let sequence = |text: &str| value(text, "SEQUENCE:").parse::<i64>().unwrap();
    assert!(sequence(&after) > sequence(&before));
}

#[test]
fn export_to_a_folder_writes_one_file_per_event() {
    let sandbox = on_thursdays();
    sandbox.ok("checkin next --add");
    sandbox.ok("checkin move 1 --to '2027-03-05 10:00'");
    sandbox.ok("checkin add --at '2027-03-09 12:00'");
    let folder = sandbox.home.path().join("calendar");
    let path = format!("{}/", folder.display());
    let write = || sandbox.run(&["export", "--ics", "-o", &path]);
    let message = write();
    assert!(message.stderr.starts_with("Wrote 2 events to"), "{message}");
    let files = || {
        let names = std::fs::read_dir(&folder).unwrap();
        let mut names: Vec<_> = names.map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names
    };
    let texts: Vec<String> =
        files().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert_eq!(texts.len(), 2);
    for text in &texts {
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1, "{text}");
    }
    // Changed occurrences are in the file of their rhythm.
    let events: Vec<usize> =
        texts.iter().map(|text| text.matches("BEGIN:VEVENT").count()).collect();
    assert_eq!(events.iter().sum::<usize>(), 3, "{events:?}");
    // All files together have the content of the single file.
    assert!(import(&sandbox, &texts.concat()).stderr.starts_with("No check-in"));

    sandbox.at("2027-02-21T09:00:00Z").ok("checkin cancel 2");
    let message = write();
    assert!(
        message.stderr.starts_with("Wrote 1 event to") && message.stderr.contains("1 unchanged"),
        "{message}"
    );
    std::fs::write(&files()[0], "something else").unwrap();
    let message = write();
    assert_eq!(message.status, 4, "{message}");
    assert_eq!(std::fs::read_to_string(&files()[0]).unwrap(), "something else");
}
