//! `mentor checkin`

use crate::sandbox::Sandbox;

#[test]
fn next_check_in_is_proposed_from_the_last_held_one() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-03T16:30:00Z").ok("log First --at 'today 16:00'");
    assert_eq!(sandbox.ok("checkin next"), "Thu 17 Dec 16:00 (11:00 for Ana)\n");
    let planned = sandbox.json("checkin next --add");
    assert_eq!(planned["item"]["planned_at"], "2026-12-17T16:00:00Z");
    assert_eq!(planned["item"]["planned_minutes"], 45);
}

#[test]
fn cancelling_with_less_than_the_agreed_notice_is_late() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("checkin add --at '2026-12-03 17:00'");
    sandbox.ok("checkin add --at '2026-12-10 17:00'");
    sandbox.at("2026-12-03T10:00:00Z");
    assert_eq!(sandbox.json("checkin cancel 1 --by mentee")["item"]["state"], "late-cancelled");
    assert_eq!(sandbox.json("checkin cancel 2 --by me")["item"]["state"], "cancelled");
    let check = sandbox.ok("agree check");
    assert!(check.contains("0 of 1 cancelled or moved on time"), "{check}");
}

#[test]
fn missed_check_in_does_not_restart_the_rhythm() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("log First");
    sandbox.ok("checkin add --at '2026-12-14 17:00'");
    sandbox.at("2026-12-14T18:00:00Z").ok("checkin no-show 2");
    let due = sandbox.at("2026-12-17T09:00:00Z").json("due");
    assert_eq!(due["items"][0]["title"], "plan the next check-in");
    assert_eq!(due["items"][0]["due"], "2026-12-15");
}

#[test]
fn moved_check_in_keeps_its_old_time() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add --at '2026-12-03 17:00'");
    sandbox.ok("checkin move 1 --to '2026-12-04 17:00' --because ill");
    assert!(
        sandbox.ok("checkin show 1").contains("Thu 3 Dec 17:00 → Fri 4 Dec 17:00, +1 day: ill")
    );
}

#[test]
fn weeks_between_two_clock_changes_get_a_warning() {
    let sandbox = Sandbox::new();
    sandbox.ok("init --name Sam --tz Europe/London");
    sandbox.ok("pair add joe --mentee Joe --tz America/New_York");
    sandbox.at("2027-02-20T09:00:00Z");
    sandbox.ok("checkin add --at '2027-03-12 15:00'");
    let agenda = sandbox.ok("agenda");
    assert!(!agenda.contains("Clocks"), "before the change\n{agenda}");
    sandbox.ok("checkin add --at '2027-03-18 15:00'");
    let agenda = sandbox.ok("agenda");
    let warning = "Clocks change on Sun 14 Mar: a check-in on Thu 18 Mar is 1 hour later for Joe than before, until Sun 28 Mar";
    assert!(agenda.contains(warning), "{agenda}");
    assert_eq!(sandbox.run("due").to_string(), "");
    let due = sandbox.run("due --within '4 weeks'");
    assert!(due.stderr.contains(warning), "{due}");
    let json = sandbox.json("due --within '4 weeks'");
    crate::json::must_fit("due", &json);
    assert_eq!(json["clock_changes"][0]["minutes"], 60);
    assert_eq!(json["clock_changes"][0]["side"], "mentee");
}

#[test]
fn time_can_be_typed_without_an_option() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add thu 17:00 --length 45m");
    let output = sandbox.run("checkin move 1 fri 11:00");
    assert_eq!(output.status, 0, "{output}");
    assert!(
        output.stderr.contains(
            "Moved check-in 1 with Ana to Fri 4 Dec 11:00 (06:00 for Ana), was Thu 3 Dec 17:00"
        ),
        "{output}"
    );
    sandbox.ok("checkin move 1 --at '2026-12-04 15:00'");
    assert_eq!(sandbox.run("checkin add").status, 2);
    assert_eq!(sandbox.run("checkin move 1 fri --at fri").status, 2);
    let overlapping = sandbox.run("checkin add fri 15:30");
    assert!(
        overlapping.stderr.starts_with(
            "error: Fri 4 Dec 15:30 to 16:15 overlaps check-in 1, planned Fri 4 Dec 15:00 to 15:45\n       nothing was changed\n\
             hint: pick another time, or move that one: `mentor checkin move 1 --at WHEN`\n"
        ),
        "{overlapping}"
    );
}

#[test]
fn edit_reports_what_changed() {
    let sandbox = Sandbox::with_pair();
    sandbox.at("2026-12-01T10:00:00Z");
    sandbox.ok("log Talked --minutes 8h20m");
    let output = sandbox.run("checkin edit 1 --minutes 50");
    assert_eq!(output.stderr, "Updated check-in 1: length 50 min (was 8 h 20 min)\n");
    sandbox.ok("goal add Lead --by 2027-04-01");
    let output = sandbox.run("goal edit 1 --by 2027-05-14 --because exams");
    assert_eq!(output.stderr, "Updated goal 1: by Fri 14 May 2027 (was Thu 1 Apr 2027): exams\n");
    sandbox.ok("checkin add 'thu 17:00'");
    let output = sandbox.run("checkin move 2 'fri 17:00' --because clash");
    assert!(output.stderr.contains("was Thu 3 Dec 17:00: clash\n"), "{output}");
    let output = sandbox.run("goal drop 1 --because 'no time'");
    assert_eq!(output.stderr, "Dropped goal 1: Lead (no time)\n");
    let output = sandbox.run("pair edit ana --since 2026-11-01");
    assert_eq!(output.stderr, "Pair `ana`: began on Sun 1 Nov (was Tue 1 Dec)\n");
    assert_eq!(sandbox.run("pair edit ana --since 2026-11-01").status, 4, "nothing changes");
}

#[test]
fn move_to_the_same_time_is_not_recorded() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add '2026-12-03 17:00'");
    let steps = sandbox.ok("history");
    insta::assert_snapshot!(sandbox.run("checkin move 1 thu 17:00"), @"
    --- stderr ---
    error: check-in 1 is already planned for Thu 3 Dec 17:00 (12:00 for Ana)
           nothing was changed
    [exit 4]
    ");
    assert_eq!(sandbox.ok("history"), steps);
}

#[test]
fn paused_pair_gets_no_proposal() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("pair pause ana");
    insta::assert_snapshot!(sandbox.run("checkin next -p ana"), @"
    --- stderr ---
    error: `ana` has been paused since Tue 1 Dec, so there is no next check-in
    hint: run `mentor pair resume ana` to resume it
    [exit 4]
    ");
    sandbox.ok("pair resume ana");
    sandbox.ok("pair end ana");
    insta::assert_snapshot!(sandbox.run("checkin next -p ana"), @"
    --- stderr ---
    error: `ana` ended on Tue 1 Dec, so there is no next check-in
    hint: run `mentor pair resume ana` to resume it
    [exit 4]
    ");
    insta::assert_snapshot!(sandbox.run("status"), @r#"
    --- stderr ---
    ana  Ana Díaz (mentee), ended on Tue 1 Dec: other
    No active pair; run `mentor pair add ben --mentee "Ben Okafor"` to add one
    "#);
}

#[test]
fn move_reports_both_times_and_short_notice() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Lead --notice 24h");
    sandbox.ok("checkin add '2026-12-01 15:00'");
    insta::assert_snapshot!(sandbox.run("checkin move 1 '2026-12-01 16:00'"), @"
    --- stderr ---
    Moved check-in 1 with Ana to Tue 1 Dec 16:00 (11:00 for Ana), was Tue 1 Dec 15:00
    note: moved by Sam with less notice than the agreed 24 hours
    ");
    let shown = sandbox.ok("checkin show 1");
    assert!(shown.contains("Tue 1 Dec 15:00 → Tue 1 Dec 16:00\n"), "{shown}");
    let later = sandbox.run("checkin move 1 '2026-12-10 16:00'");
    assert!(later.stderr.contains("less notice"), "{later}");
    let in_time = sandbox.run("checkin move 1 '2026-12-11 16:00'");
    assert!(!in_time.stderr.contains("less notice"), "{in_time}");
}

#[test]
fn a_check_in_without_a_time_is_asked_for_and_enter_takes_the_proposal() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-03T16:30:00Z").ok("log First --at 'today 16:00'");
    insta::assert_snapshot!(sandbox.run_with("checkin add", b"", Some(&[""])), @"
    --- stderr ---
    Planned check-in 2 with Ana on Thu 17 Dec 16:00 (11:00 for Ana), 45 min
    ");
    // In the past, taken and no day: asked again.
    let answers = ["yesterday 16:00", "17 dec 16:15", "frday 17:00", "fri 15:00"];
    insta::assert_snapshot!(sandbox.run_with("checkin add", b"", Some(&answers)), @"
    --- stderr ---
    Planned check-in 3 with Ana on Fri 4 Dec 15:00 (10:00 for Ana), 45 min
    ");
}

#[test]
fn a_move_without_a_time_is_asked_for_and_refuses_the_old_one() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add thu 17:00");
    let answers = ["thu 17:00", "fri 15:00"];
    insta::assert_snapshot!(sandbox.run_with("checkin move 1", b"", Some(&answers)), @"
    --- stderr ---
    Moved check-in 1 with Ana to Fri 4 Dec 15:00 (10:00 for Ana), was Thu 3 Dec 17:00
    ");
    sandbox.ok("checkin cancel 1");
    let gone = sandbox.run_with("checkin move 1", b"", Some(&[]));
    assert!(gone.stderr.contains("check-in 1 is already cancelled"), "{gone}");
}

#[test]
fn without_a_terminal_a_missing_time_is_an_error_that_names_the_pair() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add kim --mentee Kim");
    sandbox.ok("checkin add thu 17:00 -p kim");
    insta::assert_snapshot!(sandbox.run("checkin add -p kim"), @"
    --- stderr ---
    error: a check-in needs a date and time
    hint: try `mentor checkin add thu 17:00 -p kim`
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("checkin move 1"), @"
    --- stderr ---
    error: a move needs a new date and time
    hint: try `mentor checkin move 1 fri 11:00`
    [exit 2]
    ");
    insta::assert_snapshot!(sandbox.run("checkin add yesterday 17:00 -p kim"), @r#"
    --- stderr ---
    error: Mon 30 Nov 17:00 is in the past
    hint: run `mentor log --at "2026-11-30 17:00" -p kim` to log a past check-in
    [exit 4]
    "#);
}

#[test]
fn a_held_check_in_is_corrected_and_not_moved() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("log Talked");
    let hint = "hint: run `mentor checkin edit 1 --at WHEN` if it was at another time\n";
    assert!(sandbox.refused("checkin move 1 fri 17:00").ends_with(hint));
}
