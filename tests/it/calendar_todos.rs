//! `import --ics`: the to-dos of a calendar. None is imported, and none is passed over in silence.

use crate::foreign_calendar::in_calendar;
use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Ana has a follow-up and a goal. Returns the calendar that mentor writes of them.
fn with_due_days() -> (Sandbox, String) {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'mentee: draft the RFC by 2026-12-10'");
    sandbox.ok("goal add 'Lead a review' --by 2027-02-01");
    let calendar = sandbox.ok("export --ics --todos");
    sandbox.at("2026-12-02T09:00:00Z");
    (sandbox, calendar)
}

fn import(sandbox: &Sandbox, calendar: &str) -> String {
    let before = sandbox.ok("export");
    let output = sandbox.run_with("import --ics -", calendar.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(sandbox.ok("export"), before);
    let notes: Vec<&str> = output.stderr.lines().skip(1).collect();
    notes.join("\n")
}

#[test]
fn unchanged_todos_are_not_mentioned() {
    let (sandbox, calendar) = with_due_days();
    assert_eq!(calendar.matches("BEGIN:VTODO").count(), 2);
    assert_eq!(import(&sandbox, &calendar), "");
}

#[test]
fn todos_that_were_changed_are_named_with_the_command_for_each() {
    let (sandbox, calendar) = with_due_days();
    let done = calendar
        .replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED")
        .replace("STATUS:IN-PROCESS", "STATUS:CANCELLED");
    insta::assert_snapshot!(import(&sandbox, &done), @"
    note: line 7: follow-up 1 is done in the calendar; run `mentor followup done 1` to mark it as done here
    note: line 17: goal 1 is cancelled in the calendar; run `mentor goal drop 1` to drop it here
    ");
    // Apple's reminders have only the time, in a UID of capital letters.
    let ticked =
        calendar.replace("STATUS:NEEDS-ACTION", "COMPLETED:20261202T080000Z").to_uppercase();
    assert!(import(&sandbox, &ticked).contains("follow-up 1 is done in the calendar"));
    let moved = calendar.replace("20261210", "20261211").replace("20270201", "20270208");
    insta::assert_snapshot!(import(&sandbox, &moved), @"
    note: line 7: follow-up 1 is due on Fri 11 Dec in the calendar; run `mentor followup edit 1 --by 2026-12-11` to change it here
    note: line 17: goal 1 is due on Mon 8 Feb 2027 in the calendar; run `mentor goal edit 1 --by 2027-02-08` to change it here
    ");
    for command in ["followup done 1", "goal drop 1"] {
        sandbox.ok(command);
    }
    assert_eq!(import(&sandbox, &done), "");
    assert_eq!(import(&sandbox, &moved), "");
}

#[test]
fn record_that_was_changed_after_the_calendar_was_written_is_right() {
    let (sandbox, calendar) = with_due_days();
    sandbox.ok("followup edit 1 --by 2026-12-14");
    assert_eq!(import(&sandbox, &calendar), "");
}

#[test]
fn todos_of_other_programs_are_counted() {
    let (sandbox, _) = with_due_days();
    let todos = in_calendar(
        "BEGIN:VTODO\nUID:a\nSUMMARY:Read\nDUE:20261210T170000Z\nEND:VTODO\nBEGIN:VTODO\nSTATUS:COMPLETED\nEND:VTODO\n\
         BEGIN:VEVENT\nUID:b\nDTSTART:20261210T170000Z\nEND:VEVENT\n",
    );
    assert_eq!(import(&sandbox, &todos), "note: 1 other event and 2 to-dos ignored");
    let output = sandbox.run_with("import --ics - --json", todos.as_bytes(), None);
    let answer = serde_json::from_str(&output.stdout).unwrap();
    must_fit("import.calendar", &answer);
    assert_eq!(answer["todos"], 2);
    let plan = sandbox.run_with("import --ics - --as checkin --dry-run", todos.as_bytes(), None);
    assert!(plan.stderr.contains("note: 2 to-dos ignored"), "{plan}");
}

#[test]
fn file_that_begins_with_a_todo_is_a_calendar() {
    let (sandbox, _) = with_due_days();
    assert_eq!(import(&sandbox, "BEGIN:VTODO\nUID:a\nEND:VTODO\n"), "note: 1 to-do ignored");
}
