//! Times: planned calls, the next call, proposals, clock changes, the end.

use serde_json::Value;

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Sam in London mentors Ana in New York with this cadence, for 45 minutes; both work from 9 to 17:30.
fn agreed(cadence: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let hours = "09:00-17:30";
    sandbox.ok(&format!("init --name 'Sam Rivera' --tz Europe/London --hours '{hours}'"));
    sandbox
        .ok(&format!("pair add ana --mentee 'Ana Díaz' --tz America/New_York --hours '{hours}'"));
    sandbox.ok(&format!(
        "agree --purpose Growth --starts 2026-12-01 --ends 2027-12-01 --cadence '{cadence}' \
             --length 45m --notice 24h"
    ));
    sandbox.ok("agree accept --by mentee");
    sandbox
}

fn checkin(sandbox: &Sandbox, number: &str) -> Value {
    sandbox.json(&["checkin", "show", number])["item"].clone()
}

/// Returns the time of the next call in agenda, brief and status.
fn next(sandbox: &Sandbox) -> [Value; 3] {
    [
        sandbox.json("agenda")["next"]["at"].clone(),
        sandbox.json("brief")["next"].clone(),
        sandbox.json("status")["items"][0]["next"].clone(),
    ]
}

fn same(at: &str) -> [Value; 3] {
    [at.into(), at.into(), at.into()]
}

#[test]
fn late_log_of_a_planned_call_uses_the_planned_time() {
    for typed in [
        "2026-12-03T15:00:00Z", "2026-12-03T15:45:00Z", "2026-12-04T08:00:00Z",
        "2026-12-09T08:00:00Z",
    ] {
        let sandbox = agreed("every 2 weeks");
        sandbox.ok("checkin add --at '2026-12-03 15:00' --length 30m");
        sandbox.at(typed);
        let log = "log Ownership --win Asked --goal 1=10%";
        sandbox.ok("goal add 'Lead a review'");
        sandbox.ok(log);
        let held = checkin(&sandbox, "1");
        assert_eq!(held["held_at"], "2026-12-03T15:00:00Z", "typed at {typed}");
        assert_eq!(held["minutes"], 30);
        assert_eq!(sandbox.json("win show 1")["item"]["on"], "2026-12-03");
        let next = sandbox.json("checkin next");
        assert_eq!(next["at"], "2026-12-17T15:00:00Z");
    }
}

#[test]
fn log_with_time_and_length_overrides_the_plan() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add --at '2026-12-03 15:00'");
    sandbox.ok("checkin add --at '2026-12-10 15:00'");
    sandbox.at("2026-12-11T10:00:00Z");
    sandbox.ok("log 'Late start' --at '2026-12-03 15:20' --minutes 20");
    let held = checkin(&sandbox, "1");
    assert_eq!((&held["held_at"], &held["minutes"]), (&"2026-12-03T15:20:00Z".into(), &20.into()));
    assert_eq!(checkin(&sandbox, "2")["state"], "planned");
    sandbox.ok("log 'The second'");
    assert_eq!(checkin(&sandbox, "2")["held_at"], "2026-12-10T15:00:00Z");
}

#[test]
fn log_leaves_a_future_check_in_planned() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add --at '2026-12-02 15:00'");
    let logged = sandbox.run("log 'On the phone' --next '2026-12-16 15:00'");
    assert!(logged.stderr.contains("check-in 1 on Wed 2 Dec 15:00 is still planned"), "{logged}");
    assert_eq!(checkin(&sandbox, "1")["state"], "planned");
    assert_eq!(checkin(&sandbox, "2")["held_at"], "2026-12-01T09:00:00Z");
    assert_eq!(checkin(&sandbox, "2")["minutes"], Value::Null, "nobody planned a length");
    // A log that names the check-in marks it as held nevertheless.
    sandbox.ok("log Early --checkin 1");
    assert_eq!(checkin(&sandbox, "1")["held_at"], "2026-12-01T09:00:00Z");
}

#[test]
fn extra_call_leaves_the_planned_one_to_be_logged() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add --at '2026-12-03 15:00'");
    sandbox.at("2026-12-03T18:00:00Z");
    sandbox.ok("log 'In the corridor' --extra");
    assert_eq!(checkin(&sandbox, "1")["state"], "planned");
    assert_eq!(checkin(&sandbox, "2")["planned_at"], Value::Null);
    let both = sandbox.run("log x --extra --checkin 1");
    assert_eq!(both.status, 2, "{both}");
}

#[test]
fn log_of_an_older_call_names_the_check_in_it_used() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add --at '2026-12-03 15:00'");
    let logged = sandbox.at("2026-12-10T10:00:00Z").run("log Ownership");
    assert!(logged.stderr.contains("planned for Thu 3 Dec 15:00; use `--extra`"), "{logged}");
}

#[test]
fn held_call_can_be_corrected() {
    let sandbox = agreed("every 2 weeks");
    sandbox.at("2026-12-03T18:00:00Z");
    sandbox.ok("log One --at '2026-12-03 10:00' --minutes 45");
    sandbox.ok("log Two --at '2026-12-03 15:00' --minutes 45");
    sandbox.ok("checkin edit 1 --at '2026-12-02 11:00' --minutes 30");
    let held = checkin(&sandbox, "1");
    assert_eq!((&held["held_at"], &held["minutes"]), (&"2026-12-02T11:00:00Z".into(), &30.into()));
    let before = sandbox.json("checkin list --all");
    for refused in [
        &["checkin", "edit", "1", "--at", "2026-12-03 15:30"][..],
        &["checkin", "edit", "1", "--at", "2026-12-04 15:30"],
        &["checkin", "edit", "1", "--at", "2026-12-03 14:50"],
    ] {
        let output = sandbox.run(refused);
        assert_eq!(output.status, 4, "{output}");
    }
    assert_eq!(sandbox.json("checkin list --all"), before);
    sandbox.takes_back("checkin edit 1 --at '2026-12-03 15:45'");
    sandbox.ok("checkin add --at '2026-12-17 15:00'");
    assert_eq!(sandbox.run("checkin edit 3 --at '2026-12-01 15:00'").status, 4);
}

#[test]
fn overlapping_calls_can_not_be_planned() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add --at '2026-12-03 15:00'");
    sandbox.ok("checkin add --at '2026-12-03 15:45'");
    for refused in [
        &["checkin", "add", "--at", "2026-12-03 14:30"][..],
        &["checkin", "move", "2", "--to", "2026-12-03 15:30"],
        &["checkin", "edit", "1", "--minutes", "60"],
        &["log", "x", "--next", "2026-12-03 15:10"],
    ] {
        let output = sandbox.run(refused);
        assert_eq!(output.status, 4, "{output}");
        assert!(output.stderr.contains("overlaps check-in"), "{output}");
    }
    assert_eq!(sandbox.json("checkin list --all")["items"].as_array().unwrap().len(), 2);
    sandbox.ok("checkin move 1 --to '2026-12-03 14:50' --because lunch");
}

#[test]
fn agenda_is_for_a_call_until_its_planned_end() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add --at '2026-12-03 15:00'");
    sandbox.ok("checkin add --at '2026-12-17 15:00'");
    for during in ["2026-12-03T14:59:00Z", "2026-12-03T15:00:00Z", "2026-12-03T15:44:59Z"] {
        sandbox.at(during);
        assert_eq!(next(&sandbox), same("2026-12-03T15:00:00Z"), "{during}");
        assert_eq!(sandbox.ok("due"), "");
    }
    sandbox.at("2026-12-03T15:45:00Z");
    assert_eq!(next(&sandbox), same("2026-12-17T15:00:00Z"));
    assert!(sandbox.ok("due").contains("log this check-in"));
    assert!(sandbox.ok("agenda").contains("Check-in 1 has not been logged"));
    assert!(sandbox.ok("checkin list").contains("not logged"));
}

#[test]
fn an_extra_call_does_not_hide_the_agreed_one() {
    let sandbox = agreed("weekly on thu 17:00");
    sandbox.ok("checkin add --at '2026-12-09 15:00'");
    let proposed = |sandbox: &Sandbox| sandbox.json("checkin next")["at"].clone();
    assert_eq!(next(&sandbox), same("2026-12-03T17:00:00Z"));
    assert_eq!(proposed(&sandbox), "2026-12-03T17:00:00Z");
    let agenda = sandbox.json("agenda");
    must_fit("agenda", &agenda);
    assert_eq!(agenda["next"]["id"], Value::Null);
    assert!(sandbox.ok("agenda").contains("Check-in as agreed: Thu 3 Dec 17:00"));
    // A check-in planned in its place replaces it, even when moved.
    sandbox.ok("checkin next --add");
    sandbox.ok("checkin move 2 --to '2026-12-04 15:00' --because ill");
    assert_eq!(next(&sandbox), same("2026-12-04T15:00:00Z"));
    assert_eq!(proposed(&sandbox), "2026-12-10T17:00:00Z");
    sandbox.ok("checkin cancel 2");
    assert_eq!(next(&sandbox), same("2026-12-09T15:00:00Z"));
    sandbox.ok("away add 2026-12-10 2026-12-18 --who them");
    assert_eq!(proposed(&sandbox), "2026-12-24T17:00:00Z");
}

#[test]
fn past_days_away_postpone_the_proposal() {
    let sandbox = agreed("every 2 weeks");
    sandbox.at("2026-12-15T15:00:00Z").ok("log One");
    sandbox.ok("away add 2026-12-20 2027-01-03 --who them");
    sandbox.at("2027-01-05T09:00:00Z");
    assert_eq!(sandbox.json("status")["items"][0]["meet_by"], "2027-01-13");
    assert_eq!(sandbox.json("checkin next")["at"], "2027-01-13T15:00:00Z");
}

#[test]
fn proposal_is_in_common_working_hours_or_says_otherwise() {
    let sandbox = agreed("every 10 days");
    sandbox.at("2026-12-02T15:00:00Z").ok("log One");
    let next = sandbox.run("checkin next");
    assert_eq!(next.to_string(), "Fri 11 Dec 15:00 (10:00 for Ana)\n", "the 12th is a Saturday");
    sandbox.ok("person edit ana --tz Pacific/Apia");
    let next = sandbox.run("checkin next");
    insta::assert_snapshot!(next, @"
    Fri 11 Dec 10:15 (23:15 for Ana)
    --- stderr ---
    note: that is 23:15 on a Friday for Ana, outside Ana's working hours
    ");
    let json = sandbox.json("checkin next");
    must_fit("checkin.next", &json);
    assert_eq!(json["outside_hours"], serde_json::json!(["mentee"]));
    sandbox.ok("person edit ana --days sun");
    let next = sandbox.run("checkin next");
    assert!(next.stderr.contains("outside both your working hours"), "{next}");
    assert_eq!(
        sandbox.json("checkin next")["outside_hours"],
        serde_json::json!(["mentee", "mentor"])
    );
}

#[test]
fn call_at_night_for_one_side_gets_a_remark() {
    let remark = "note: that is 05:00 on a Friday for Ana, outside Ana's working hours";
    let sandbox = agreed("every 2 weeks");
    for plan in [
        &["checkin", "add", "--at", "2026-12-04 10:00"][..],
        &["checkin", "move", "1", "--to", "2026-12-11 10:00", "--because", "ill"],
        &["log", "x", "--next", "2026-12-04 10:00"],
    ] {
        let output = sandbox.run(plan);
        assert_eq!(output.status, 0, "{output}");
        assert!(output.stderr.contains(remark), "{output}");
    }
    let fine = sandbox.run("checkin add --at '2026-12-09 15:00'");
    assert!(!fine.stderr.contains("note"), "{fine}");
}

#[test]
fn call_planned_too_late_gets_a_remark_and_stays_due() {
    let sandbox = agreed("every 2 weeks");
    sandbox.at("2026-12-03T15:00:00Z");
    let far = sandbox.run("log One --next '2027-03-01 15:00'");
    assert!(
        far.stderr.contains("that is later than agreed: every 2 weeks, so by Thu 17 Dec"),
        "{far}"
    );
    assert_eq!(sandbox.at("2026-12-17T10:00:00Z").ok("due"), "");
    sandbox.at("2026-12-18T10:00:00Z");
    let due = sandbox.json("due");
    assert_eq!(due["items"][0]["kind"], "checkin");
    assert_eq!(due["items"][0]["days_overdue"], 1);
    let soon = sandbox.run("checkin add --at '2026-12-21 15:00'");
    assert!(soon.stderr.contains("later than agreed"), "{soon}");
    let after = sandbox.run("checkin add --at '2027-01-04 15:00'");
    assert!(!after.stderr.contains("later"), "{after}");
}

#[test]
fn hint_for_longer_hours_leads_to_a_common_time() {
    for zone in [
        "Pacific/Apia", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Auckland", "Pacific/Honolulu",
    ] {
        let sandbox = agreed("every 2 weeks");
        sandbox.ok(&["person", "edit", "ana", "--tz", zone]);
        assert_eq!(sandbox.json("when")["items"], serde_json::json!([]), "{zone}");
        let message = sandbox.ok("when");
        let hint = message.split('`').nth(1).unwrap_or_else(|| panic!("{zone}: {message}"));
        let words: Vec<&str> = hint.split_whitespace().skip(1).collect();
        sandbox.ok(&words);
        assert_ne!(sandbox.json("when")["items"], serde_json::json!([]), "{zone}: {hint}");
    }
}

#[test]
fn no_hours_are_suggested_without_a_common_working_day() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("person edit ana --days sat,sun --tz Europe/London");
    let message = sandbox.ok("when");
    assert!(message.contains("working hours don't overlap") && !message.contains('`'), "{message}");
}

#[test]
fn clock_change_is_shown_for_the_side_whose_time_moves() {
    let agenda = |plan: &[&str]| {
        let sandbox = agreed("every 2 weeks");
        sandbox.at("2027-03-10T10:00:00Z");
        sandbox.ok(&[&["checkin", "add", "--at"], plan].concat());
        let json = sandbox.json("agenda");
        assert_eq!(json["next"]["at"], "2027-03-18T16:00:00Z");
        let change = json["clock_changes"][0].clone();
        (sandbox.ok("agenda"), change["side"].clone(), change["minutes"].clone())
    };
    let (text, side, minutes) = agenda(&["2027-03-18 16:00"]);
    assert!(text.contains("1 hour later for Ana"), "{text}");
    assert_eq!((side, minutes), ("mentee".into(), 60.into()));
    let (text, side, minutes) = agenda(&["2027-03-18 12:00", "--tz", "America/New_York"]);
    assert!(text.contains("1 hour earlier for you"), "{text}");
    assert_eq!((side, minutes), ("mentor".into(), (-60).into()));
}

#[test]
fn clock_change_of_one_side_is_announced() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("person edit ana --tz Asia/Kolkata");
    sandbox.at("2027-03-20T10:00:00Z");
    sandbox.ok("checkin add --at '2027-04-01 11:00'");
    let warning = "Clocks change on Sun 28 Mar: a check-in on Thu 1 Apr is 1 hour earlier for Ana than before";
    assert!(sandbox.ok("agenda").contains(warning));
    let due = sandbox.run("due --within '2 weeks'");
    assert!(due.stderr.contains(warning), "{due}");
    let when = sandbox.ok("when");
    assert!(when.contains("Clocks change on Sun 28 Mar"), "{when}");
    // It is not mentioned again after a call since the change.
    sandbox.at("2027-04-01T12:00:00Z").ok("log One --next '2027-04-15 11:00'");
    assert!(!sandbox.ok("agenda").contains("Clocks"));
}

#[test]
fn next_agenda_begins_with_the_last_check_in_its_decisions_and_blockers() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("person edit ana --needs captions");
    sandbox.ok("log One --decision 'Ana takes the rota' --blocker 'No access to staging'");
    let agenda = sandbox.ok("agenda");
    let first: Vec<&str> = agenda.lines().skip(2).take(8).collect();
    insta::assert_snapshot!(first.join("\n"), @"
    Last time, Tue 1 Dec: One (check-in 1)

    From the last check-in, 5 min
      • decided: Ana takes the rota
      • blocked by: No access to staging

    Keep in mind
      • Ana needs: captions
    ");
    let brief = sandbox.json("brief");
    must_fit("brief", &brief);
    assert_eq!(brief["blockers"][0], "No access to staging");
    assert_eq!(sandbox.json("agenda")["decisions"][0], "Ana takes the rota");
    sandbox.at("2026-12-02T09:00:00Z");
    sandbox.ok("log Two --decision 'A secret' --private");
    assert!(sandbox.ok("agenda").contains("A secret"));
    let theirs = sandbox.ok("agenda --for-partner");
    assert!(!theirs.contains("A secret") && !theirs.contains("From the last"), "{theirs}");
}

/// Leaves a planned call, a follow-up and a question open on the last day.
fn left_open() -> Sandbox {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add --at '2026-12-23 15:00'");
    sandbox.ok("followup add 'mentee: write the summary by 2026-12-30'");
    sandbox.ok("question ask 'Whom to call' --from mentee");
    sandbox.ok("question ask 'Stay or go' --from me --private");
    sandbox.at("2026-12-12T10:00:00Z");
    sandbox
}

/// Returns the calendar event of the planned call.
fn event(sandbox: &Sandbox) -> String {
    let calendar = sandbox.ok("export --ics");
    let events = calendar.split("BEGIN:VEVENT");
    let found = events.filter(|event| event.contains("20261223T"));
    found.collect()
}

#[test]
fn end_lists_open_items_and_records_them() {
    let sandbox = left_open();
    assert!(event(&sandbox).contains("STATUS:CONFIRMED"));
    let ended = sandbox.run("end --reason achieved");
    for open in [
        "check-in 1 on Wed 23 Dec 15:00", "follow-up 1 (Ana): write the summary",
        "question 1 (Sam): Whom to call",
    ] {
        assert!(ended.stderr.contains(open), "{open}\n{ended}");
        assert!(sandbox.ok("end show").contains(open), "{open}");
    }
    let theirs = sandbox.ok("end show --for-partner");
    assert!(theirs.contains("Whom to call") && !theirs.contains("Stay or go"), "{theirs}");
    let json = sandbox.json("end show");
    must_fit("end", &json);
    assert_eq!(json["open"].as_array().unwrap().len(), 4);
    assert!(event(&sandbox).contains("STATUS:CANCELLED"));
    sandbox.ok("pair resume ana");
    assert!(event(&sandbox).contains("STATUS:CONFIRMED"));
}

#[test]
fn end_closes_open_items_on_request() {
    let sandbox = left_open();
    let ended = sandbox.run("end --reason achieved --close-open");
    assert!(!ended.stderr.contains("still open"), "{ended}");
    let call = checkin(&sandbox, "1");
    assert_eq!(
        (&call["state"], &call["by"]),
        (&"cancelled".into(), &Value::Null),
        "nobody called it off"
    );
    assert_eq!(sandbox.json("followup show 1")["item"]["state"], "dropped");
    assert_eq!(sandbox.json("question show 1")["item"]["state"], "dropped");
    assert!(sandbox.ok("end show").contains("write the summary, closed with the end"));
    assert!(event(&sandbox).contains("STATUS:CANCELLED"));
}

#[test]
fn end_on_a_terminal_asks_about_open_items() {
    let sandbox = left_open();
    let output = sandbox.run_with("end --reason achieved", b"", Some(&["yes"]));
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(checkin(&sandbox, "1")["state"], "cancelled");
    let kept = left_open();
    let output = kept.run_with("end --reason achieved", b"", Some(&["no"]));
    assert!(output.stderr.contains("still open"), "{output}");
    assert_eq!(checkin(&kept, "1")["state"], "planned");
}

#[test]
fn log_of_an_agreed_call_uses_the_agreed_time() {
    let sandbox = agreed("weekly on thu 15:00");
    let logged = sandbox.at("2026-12-04T08:00:00Z").run("log 'We met'");
    assert!(
        logged.stderr.contains("logged as the check-in agreed for Thu 3 Dec 15:00; use `--extra`"),
        "{logged}"
    );
    let checkin = checkin(&sandbox, "1");
    assert_eq!(checkin["held_at"], "2026-12-03T15:00:00Z");
    assert_eq!(checkin["minutes"], 45);
    let extra = sandbox.at("2026-12-04T08:00:00Z");
    extra.ok("log 'Another talk' --extra");
    assert_eq!(self::checkin(&sandbox, "2")["held_at"], "2026-12-04T08:00:00Z");
}

#[test]
fn extra_call_does_not_count_for_a_fixed_rhythm() {
    let sandbox = agreed("weekly on thu 15:00");
    sandbox.ok("checkin add '2027-01-06 12:00'");
    let due = sandbox.at("2026-12-02T09:00:00Z").run("due");
    assert!(due.stdout.contains("plan the next check-in"), "{due}");
    sandbox.ok("checkin add '2026-12-02 15:00'");
    let due = sandbox.at("2026-12-02T09:00:00Z").run("due");
    assert!(!due.stdout.contains("plan the next check-in"), "{due}");
}

#[test]
fn second_call_of_a_week_is_due_after_the_first() {
    let sandbox = agreed("weekly on mon and thu 15:00");
    let monday = sandbox.at("2026-12-07T15:10:00Z");
    monday.ok("log Monday");
    let status = sandbox.at("2026-12-08T09:00:00Z").json("status");
    assert_eq!(status["items"][0]["meet_by"], "2026-12-10");
}

#[test]
fn days_away_and_calls_that_conflict_mention_each_other() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("checkin add '2026-12-09 15:00'");
    let away = sandbox.run("away add 2026-12-08 2026-12-11 --who ana");
    assert!(away.stderr.contains("check-in 1 on Wed 9 Dec 15:00"), "{away}");
    let call = sandbox.run("checkin add '2026-12-10 15:00'");
    assert!(call.stderr.contains("Ana is away on that day"), "{call}");
}

#[test]
fn days_away_entered_afterwards_get_a_remark() {
    let begun = agreed("every 2 weeks");
    let sandbox = begun.at("2026-12-08T09:00:00Z");
    let away = sandbox.run("away add 2026-12-02 2026-12-03 --who ana --late");
    assert!(away.stderr.contains("entered afterwards"), "{away}");
}

#[test]
fn ended_pair_has_no_agenda_and_can_not_be_paused() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("end --reason achieved");
    for (words, says) in [
        (&["agenda"][..], "there is no next check-in"),
        (&["pair", "pause", "ana"], "can't be paused"),
    ] {
        let output = sandbox.run(words);
        assert_eq!(output.status, 4, "{output}");
        assert!(output.stderr.contains(says), "{output}");
    }
    let shown = sandbox.ok("end show");
    let later = sandbox.at("2026-12-09T09:00:00Z").ok("end show");
    assert_eq!(shown.lines().nth(1), later.lines().nth(1));
}

#[test]
fn check_in_named_as_the_next_one_gets_no_remark() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add '2026-12-03 17:00'");
    let output = sandbox.run("log Talked --next '2026-12-03 17:00'");
    assert!(!output.stderr.contains("note: check-in 1"), "{output}");
}

#[test]
fn log_that_overlaps_another_call_gets_a_remark() {
    let sandbox = agreed("every 2 weeks");
    sandbox.at("2026-12-03T18:00:00Z");
    let log = |at: &str| {
        let output = sandbox.run(&["log", "Notes", "--at", at, "--minutes", "45"]);
        assert_eq!(output.status, 0, "{output}");
        output.stderr
    };
    assert!(!log("15:00").contains("overlaps"));
    let message = log("15:30");
    assert!(message.contains("that overlaps check-in 1 with Ana on Thu 3 Dec 15:00"), "{message}");
    assert!(message.contains("`mentor checkin edit 1 --notes"), "{message}");
    assert!(!log("16:15").contains("overlaps"), "it begins when that one has ended");
}

#[test]
fn past_agreed_call_is_to_be_logged_not_planned() {
    let sandbox = agreed("every 2 weeks on thu 17:00");
    let due = |now: &str| sandbox.at(now).ok("due");
    let before = due("2026-12-03T12:00:00Z");
    assert!(before.contains("plan the next check-in"), "{before}");
    for now in ["2026-12-03T18:10:00Z", "2026-12-10T09:00:00Z"] {
        let after = due(now);
        assert!(after.contains("log the check-in agreed for Thu 3 Dec 17:00"), "{after}");
    }
    let items = sandbox.json("due")["items"].clone();
    let command = items[0]["command"].as_str().unwrap();
    assert_eq!(command, "mentor log --at \"2026-12-03 17:00\" -p ana");
    sandbox.ok("log Notes --at '2026-12-03 17:00' -p ana");
    assert!(!sandbox.ok("due").contains("log the check-in"));
}

#[test]
fn agreed_call_has_the_agreed_length() {
    for at in [None, Some("thu 17:00"), Some("2026-12-03 17:00")] {
        let sandbox = agreed("weekly on thu 17:00");
        sandbox.at("2026-12-04T09:00:00Z");
        let at: Vec<&str> = at.map_or(Vec::new(), |at| vec!["--at", at]);
        let message = sandbox.run(&[&["log", "Notes"], &at[..]].concat()).stderr;
        assert!(message.contains("Thu 3 Dec 17:00 (12:00 for Ana), 45 min"), "{message}");
    }
}

#[test]
fn shared_duty_is_late_once_the_day_ended_for_both_sides() {
    let sandbox = agreed("every 2 weeks");
    // It is Wednesday in London, and still Tuesday in New York.
    sandbox.at("2026-12-16T00:30:00Z");
    assert!(sandbox.ok("due").contains("due today"));
    for command in ["status", "agenda"] {
        let message = sandbox.ok(&[command]);
        assert!(message.contains("Tue 15 Dec (today)"), "{message}");
    }
}

#[test]
fn extra_call_does_not_count_as_an_agreed_one() {
    let sandbox = agreed("weekly on thu 17:00");
    sandbox.at("2026-12-03T18:30:00Z");
    sandbox.ok("log 'A chat' --extra --minutes 10");
    let due = sandbox.ok("due");
    assert!(due.contains("log the check-in agreed for Thu 3 Dec 17:00"), "{due}");
    let check = sandbox.at("2026-12-05T09:00:00Z").ok("agree check");
    assert!(check.contains("0 of 1 check-ins"), "{check}");
    let shown = sandbox.json("checkin show 1");
    assert_eq!(shown["item"]["extra"], true);
    sandbox.ok("log 'The call' --at '2026-12-03 17:00'");
    let check = sandbox.ok("agree check");
    assert!(check.contains("1 of 1 check-ins"), "{check}");
}

#[test]
fn m_in_the_time_of_a_log_means_minutes() {
    let sandbox = Sandbox::with_pair();
    for (number, (at, held)) in
        [("10m ago", "08:50"), ("45m", "08:15"), ("-20m", "08:40")].into_iter().enumerate()
    {
        let at = format!("--at={at}");
        sandbox.ok(&["log", "Talk", "--extra", &at, "--minutes", "5"]);
        let number = (number + 1).to_string();
        let item = sandbox.json(&["checkin", "show", &number])["item"].clone();
        let found = item["held_at"].as_str().unwrap();
        assert!(found.contains(held), "{item}");
    }
}

#[test]
fn suggested_time_of_a_log_is_in_the_past() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("log Talk --at today");
    assert!(output.stderr.contains("--at \"2026-12-01 09:00\""), "{output}");
    sandbox.at("2026-12-03T09:00:00Z");
    let output = sandbox.run("log Talk --extra --at yesterday");
    assert!(output.stderr.contains("--at \"2026-12-02 17:00\""), "{output}");
}

#[test]
fn an_overdue_call_is_reported_in_the_past_tense() {
    let sandbox = agreed("every 2 weeks");
    sandbox.ok("log Ownership");
    assert!(sandbox.ok("agenda").contains("the next one is due by Tue 15 Dec (in 14 days)"));
    sandbox.at("2026-12-20T09:00:00Z");
    assert!(sandbox.ok("agenda").contains("the next one was due by Tue 15 Dec (5 days ago)"));
}

#[test]
fn rhythm_without_a_first_day_counts_its_weeks_from_the_acceptance() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --cadence 'every 2 weeks on thu 15:00'");
    let accepted = sandbox.at("2026-12-04T09:00:00Z").run("agree accept --by mentee");
    let printed = "First check-ins: Thu 10 Dec 15:00, Thu 24 Dec 15:00 and Thu 7 Jan 2027 15:00";
    assert!(accepted.stderr.contains(printed), "{accepted}");
    for (day, at) in [
        ("2026-12-04", "2026-12-10T15:00:00Z"),
        ("2026-12-10", "2026-12-10T15:00:00Z"),
        ("2026-12-11", "2026-12-24T15:00:00Z"),
        ("2026-12-18", "2026-12-24T15:00:00Z"),
        ("2026-12-25", "2027-01-07T15:00:00Z"),
    ] {
        sandbox.at(&format!("{day}T09:00:00Z"));
        assert_eq!(next(&sandbox), same(at), "{day}");
        assert_eq!(sandbox.json("checkin next")["at"], at, "{day}");
    }
    // A renewal of other terms continues the rhythm.
    sandbox.at("2026-12-29T09:00:00Z").ok("agree renew --because x --notice 24h");
    sandbox.ok("agree accept --by mentee");
    assert_eq!(next(&sandbox), same("2027-01-07T15:00:00Z"));
    let calendar = sandbox.ok("export --ics");
    assert!(calendar.contains("DTSTART;TZID=Europe/London:20261210T150000"), "{calendar}");
}

#[test]
fn day_of_a_log_is_that_of_the_user_whose_call_is_agreed_elsewhere() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --cadence 'weekly on mon 20:00 America/Bogota' --starts 2026-12-01");
    sandbox.ok("agree accept --by mentee");
    sandbox.at("2026-12-10T09:00:00Z");
    // Monday evening in Bogotá is Tuesday in London.
    let logged = sandbox.json("log Talked --at tue");
    assert_eq!(logged["item"]["held_at"], "2026-12-08T01:00:00Z");
}

/// Facts are judged by the agreement, which was proposed before the review and accepted after it.
#[test]
fn reviews_add_up_although_one_was_held_before_the_acceptance() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --starts 2026-12-01 --mentor-replies-within '2 working days'");
    sandbox.ok("question ask 'Which design?' --from mentee");
    sandbox.ok("followup add 'me: send it by 2026-12-03'");
    let kept = |args: &str, promise: &str| {
        let report = sandbox.json(args);
        let items = report["promises"].as_array().or(report["items"].as_array()).unwrap().clone();
        let mut items = items.iter();
        let item = items.find(|item| item["promise"] == promise && item["side"] == "mentor");
        item.unwrap()["of"].as_u64().unwrap_or_default()
    };
    sandbox.at("2026-12-07T09:00:00Z");
    assert_eq!((kept("review", "reply"), kept("review", "follow-ups")), (0, 1));
    sandbox.ok("review record --next 'Go on'");
    sandbox.at("2026-12-07T12:00:00Z").ok("agree accept --by them");
    sandbox.at("2026-12-08T09:00:00Z");
    assert_eq!(kept("agree check", "reply"), 1);
    let note = "note: at the last review the agreement was not recorded as accepted by you both; its promises are counted from Tue 1 Dec";
    assert!(sandbox.run("review").stderr.contains(note));
    assert_eq!((kept("review", "reply"), kept("review", "follow-ups")), (1, 0));
    sandbox.ok("review record --next 'Go on'");
    sandbox.at("2026-12-09T09:00:00Z");
    assert_eq!(kept("review", "reply"), 0);
}

/// The days of both acceptances are before the review, but nobody could know of the second one then.
#[test]
fn an_acceptance_entered_after_a_review_is_judged_by_the_next_one() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --starts 2026-12-01 --mentor-replies-within '2 working days'");
    sandbox.ok("question ask 'Which design?' --from mentee");
    sandbox.at("2026-12-07T09:00:00Z").ok("review record --next 'Go on'");
    sandbox.at("2026-12-08T09:00:00Z").ok("agree accept --by them --on 2026-12-02");
    let report = sandbox.json("review");
    let mut items = report["promises"].as_array().unwrap().iter();
    let reply = items.find(|item| item["promise"] == "reply" && item["side"] == "mentor");
    assert_eq!(reply.unwrap()["of"], 1);
}

#[test]
fn what_is_recorded_in_the_second_of_a_review_is_in_one_of_two_reports() {
    let sandbox = Sandbox::with_pair();
    sandbox.at("2026-12-07T09:00:00Z").ok("win add Before");
    sandbox.ok("review record --next 'Go on'");
    sandbox.ok("win add After");
    sandbox.ok("log 'A second talk' --minutes 20m");
    let wins = |sandbox: &Sandbox| {
        let report = sandbox.json("review");
        let wins = report["wins"].as_array().unwrap().iter();
        let titles: Vec<String> =
            wins.map(|win| win["title"].as_str().unwrap_or_default().to_owned()).collect();
        (titles, report["held"].as_u64().unwrap_or_default())
    };
    assert_eq!(wins(&sandbox), (vec!["After".to_owned()], 1));
    sandbox.at("2026-12-08T09:00:00Z");
    assert_eq!(wins(&sandbox), (vec!["After".to_owned()], 1));
    sandbox.ok("review record --next 'Go on'");
    assert_eq!(wins(&sandbox), (vec![], 0));
}

#[test]
fn a_time_that_a_review_counted_early_stays_counted_when_it_is_suspended() {
    let changes = [
        "away add 2026-12-10 2026-12-14 --who them",
        "pair pause ana --because exams",
        "agree renew --cadence 'weekly on fri 15:00' --because changed",
    ];
    for change in changes {
        let sandbox = counted_early();
        sandbox.at("2026-12-09T10:00:00Z").ok(change);
        if change.starts_with("agree") {
            sandbox.ok("agree accept --by them");
        }
        sandbox.at("2026-12-10T23:00:00Z");
        assert_eq!(cadence(&sandbox.json("review")["promises"]), [0, 0], "{change}");
        assert_eq!(cadence(&sandbox.json("agree check")["items"]), [2, 2], "{change}");
    }
}

#[test]
fn an_acceptance_entered_after_a_review_leaves_the_times_of_its_period() {
    for renewed in ["weekly on mon and thu 15:00", "weekly on fri 15:00"] {
        let sandbox = Sandbox::with_pair();
        sandbox.ok("agree --starts 2026-12-01 --cadence 'weekly on thu 15:00'");
        sandbox.ok("agree accept --by them");
        let renewal = format!("agree renew --cadence '{renewed}' --because changed");
        sandbox.at("2026-12-02T09:00:00Z").ok(&renewal);
        sandbox.at("2026-12-03T16:00:00Z").ok("log First");
        sandbox.at("2026-12-09T09:00:00Z");
        assert_eq!(cadence(&sandbox.json("review")["promises"]), [1, 1]);
        sandbox.ok("review record --next 'Go on'");
        sandbox.ok("agree accept --by them --on 2026-12-02");
        assert_eq!(cadence(&sandbox.json("agree check")["items"]), [1, 1], "{renewed}");
        assert_eq!(cadence(&sandbox.json("review")["promises"]), [0, 0], "{renewed}");
    }
}

/// Agrees on Thursdays, and records a review that counts Tuesday's call as the one of Thursday.
fn counted_early() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --starts 2026-12-01 --cadence 'weekly on thu 15:00'");
    sandbox.ok("agree accept --by them");
    sandbox.at("2026-12-03T16:00:00Z").ok("log First");
    sandbox.at("2026-12-08T12:00:00Z").ok("log Early --at '2026-12-08 11:00'");
    sandbox.at("2026-12-09T09:00:00Z");
    assert_eq!(cadence(&sandbox.json("review")["promises"]), [2, 2]);
    sandbox.ok("review record --next 'Go on'");
    sandbox
}

/// Returns how often the cadence was kept, and of how many times.
fn cadence(promises: &serde_json::Value) -> [u64; 2] {
    let mut items = promises.as_array().unwrap().iter();
    let item = items.find(|item| item["promise"] == "cadence").unwrap();
    [&item["kept"], &item["of"]].map(|count| count.as_u64().unwrap_or_default())
}

#[test]
fn a_time_that_a_review_counted_early_is_not_counted_again() {
    for plan in [None, Some("checkin add 2026-12-10 15:00")] {
        let sandbox = counted_early();
        if let Some(plan) = plan {
            sandbox.at("2026-12-09T10:00:00Z").ok(plan);
        }
        sandbox.at("2026-12-10T16:00:00Z").ok("log 'At the agreed time'");
        sandbox.at("2026-12-12T09:00:00Z");
        assert_eq!(cadence(&sandbox.json("review")["promises"]), [0, 0]);
        assert_eq!(cadence(&sandbox.json("agree check")["items"]), [2, 2]);
    }
}
