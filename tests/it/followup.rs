//! `mentor followup`

use crate::sandbox::Sandbox;

#[test]
fn follow_up_becomes_late_in_the_owners_zone() {
    // 03:00 in London on the 5th is still the evening of the 4th in Bogotá.
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'mentee: draft by fri'");
    sandbox.ok("followup add 'mentor: read by fri'");
    let due = sandbox.at("2026-12-05T03:00:00Z").json("due");
    let late: Vec<_> = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["owner"].as_str().unwrap(), item["days_overdue"].as_i64().unwrap()))
        .collect();
    assert_eq!(late, [("mentor", 1), ("mentee", 0)]);
}

#[test]
fn words_after_by_are_a_day_or_part_of_the_title() {
    let sandbox = Sandbox::with_pair();
    let item = |line: &str| sandbox.json(&["followup", "add", line])["item"].clone();
    assert_eq!(item("me: stand by your decision")["title"], "stand by your decision");
    assert_eq!(item("me: read it by fri")["due"], "2026-12-04");
    let with_time = item("me: send it by fri by noon");
    assert_eq!([&with_time["title"], &with_time["due"]], ["send it", "2026-12-04"]);
    // Control: a word before the time that is not a day stays in the title.
    assert_eq!(item("me: stand by Bo by noon")["title"], "stand by Bo");
}

#[test]
fn day_is_read_in_the_format_of_the_output() {
    let sandbox = Sandbox::with_pair();
    let due = |day: &str| {
        let added = sandbox.json(&["followup", "add", "Read it", "--by", day]);
        added["item"]["due"].clone()
    };
    assert_eq!(due("Thu 10 Dec 15:00"), "2026-12-10");
    assert_eq!(due("Mon 30 Nov (yesterday)"), "2026-11-30");
    let wrong = sandbox.run("followup add 'Read it' --by 'Wed 10 Dec 15:00'");
    assert_eq!(wrong.status, 4, "{wrong}");
}

#[test]
fn moved_due_day_keeps_the_old_one_and_the_reason() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: read by fri'");
    sandbox.ok("followup edit 1 --by 2026-12-11 --because ill");
    assert!(sandbox.ok("followup show 1").contains("Fri 4 Dec → Fri 11 Dec, +7 days: ill"));
}

#[test]
fn several_follow_ups_are_completed_in_one_step() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: a'");
    sandbox.ok("followup add 'me: b'");
    sandbox.ok("followup done 1 2");
    assert_eq!(sandbox.ok("followup list"), "");
    sandbox.ok("undo");
    assert_eq!(sandbox.json("followup list")["items"].as_array().unwrap().len(), 2);
}

#[test]
fn numbers_can_be_single_listed_or_a_range() {
    let sandbox = Sandbox::with_pair();
    for n in 1..=8 {
        sandbox.ok(&["followup", "add", &format!("me: job {n}")]);
    }
    let left = || {
        let items = sandbox.json("followup list")["items"].clone();
        let ids = items.as_array().unwrap().iter().map(|one| one["id"].as_i64().unwrap());
        ids.collect::<Vec<_>>()
    };
    sandbox.ok("followup done 1,2 4-6");
    assert_eq!(left(), [3, 7, 8]);
    sandbox.at("2026-12-01T10:00:00Z").ok("log Talked --done 7-8");
    assert_eq!(left(), [3]);
    for wrong in ["6-4", "1-", "0", "1,,2", "1-99999999999"] {
        let output = sandbox.run(&["followup", "done", wrong]);
        assert_eq!(output.status, 2, "{wrong}\n{output}");
        assert!(output.stderr.contains("is not a record number"), "{wrong}\n{output}");
    }
    assert_eq!(left(), [3]);
}

#[test]
fn past_day_is_refused_as_a_new_due_day() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'Draft the RFC' --by 2026-12-10");
    let output = sandbox.run("followup edit 1 --by 2026-11-20");
    assert_eq!(output.status, 4, "{output}");
    assert!(output.stderr.contains("Fri 20 Nov is in the past"));
    let item = &sandbox.json("followup show 1")["item"];
    assert_eq!(item["due"], "2026-12-10");
}

#[test]
fn new_title_can_be_a_whole_follow_up_line() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'Draft the RFC'");
    sandbox.ok("followup edit 1 --title 'ana: draft it by fri'");
    let item = sandbox.json("followup show 1")["item"].clone();
    assert_eq!(item["title"], "draft it");
    assert_eq!(item["owner"], "mentee");
    sandbox.ok("followup edit 1 --title 'RFC: draft it'");
    let item = sandbox.json("followup show 1")["item"].clone();
    assert_eq!(item["title"], "RFC: draft it");
}

#[test]
fn agenda_shows_how_often_the_due_day_was_moved() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'Draft the RFC' --by 2026-12-10");
    for (at, by) in [("2026-12-02T09:00:00Z", "2026-12-12"), ("2026-12-03T09:00:00Z", "2026-12-14")]
    {
        let later = sandbox.at(at);
        later.ok(&["followup", "edit", "1", "--by", by]);
    }
    assert!(sandbox.ok("agenda").contains("(moved 2\u{d7})"));
}

#[test]
fn due_lists_own_items_first_with_the_command_to_type() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("followup add 'mentee: write by 2026-12-02'");
    sandbox.ok("followup add 'mentor: read by 2026-12-03'");
    sandbox.ok("question ask 'Whom do I ask?' --from mentee");
    sandbox.at("2026-12-05T12:00:00Z");
    insta::assert_snapshot!(sandbox.run("due"), @"
    2 days overdue  ana  you  follow-up 2  read (`mentor followup done 2`)
    2 days overdue  ana  you  question 1   Whom do I ask? (`mentor question answer 1`)
    3 days overdue  ana  Ana  follow-up 1  write (`mentor followup done 1`)
    ");
    let items = sandbox.json("due")["items"].clone();
    assert_eq!(items[0]["command"], "mentor followup done 1");
    // Each item ends with a command that works as shown.
    for item in items.as_array().unwrap() {
        let command = item["command"].as_str().unwrap();
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        let message = sandbox.run(&words);
        assert!([0, 5].contains(&message.status), "{command}: {message}");
    }
}

#[test]
fn day_after_other_words_than_by_is_read_or_refused() {
    let sandbox = Sandbox::with_pair();
    for (typed, due) in [
        ("Ana: a due:fri", "2026-12-04"),
        ("Ana: b due:tomorrow", "2026-12-02"),
        ("Ana: c within 2 weeks", "2026-12-15"),
        ("Ana: d by EOD friday", "2026-12-04"),
        ("Ana: e by COB friday", "2026-12-04"),
        ("Ana: f by end of day friday", "2026-12-04"),
    ] {
        let item = sandbox.json(&["followup", "add", typed])["item"].clone();
        assert_eq!(item["due"], due, "{item}");
        assert_eq!(item["title"].as_str().unwrap().len(), 1, "{item}");
    }
    for (typed, hint) in [
        ("Ana: x by 12/12", "write `2026-12-12`"),
        ("Ana: x by 4/12", "write `2026-12-04` or `2027-04-12`"),
        ("Ana: x due 12/4", "write `2027-04-12` or `2026-12-04`"),
        ("Ana: x by firday", "did you mean `friday`?"),
        ("Ana: x before friday", "write `by 2026-12-03` or `by 2026-12-04`"),
    ] {
        let output = sandbox.run(&["followup", "add", typed]);
        assert_eq!(output.status, 4, "{output}");
        assert!(output.stderr.contains(hint), "{output}");
    }
    let title = sandbox.json("followup add 'Ana: prepare before the call'");
    assert_eq!(title["item"]["title"], "prepare before the call");
}

#[test]
fn misspelt_day_is_noted_with_the_command_that_sets_it() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: read'");
    insta::assert_snapshot!(sandbox.run("followup add 'send it by fry'"), @"
    --- stderr ---
    Added follow-up 2 for Sam: send it by fry
    note: no due day was understood: `fry` is part of the title; run `mentor followup edit 2 --by fri` to set one
    ");
    let log = sandbox.run("log Talked --followup 'them: write it by lunchtime'");
    assert!(log.stderr.contains("run `mentor followup edit 3 --by DAY` to set one"), "{log}");
}

#[test]
fn handover_stays_visible_on_the_agenda_and_on_the_card() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: draft the RFC by fri'");
    sandbox.at("2026-12-03T10:00:00Z").ok("followup edit 1 --owner ana --by 2026-12-08");
    insta::assert_snapshot!(sandbox.ok("followup show 1"), @"
    Follow-up 1: draft the RFC
      pair         ana
      owner        Ana
      due          Tue 8 Dec (in 5 days)
      state        open since Tue 1 Dec
      moved        Fri 4 Dec → Tue 8 Dec, +4 days
      handed over  Sam → Ana, Thu 3 Dec
    ");
    let agenda = sandbox.ok("agenda");
    assert!(
        agenda.contains("draft the RFC, due Tue 8 Dec (in 5 days) (moved 1×, from Sam)"),
        "{agenda}"
    );
    let handover = &sandbox.json("followup show 1")["item"]["handovers"][0];
    assert_eq!((&handover["from"], &handover["to"]), (&"mentor".into(), &"mentee".into()));
}

#[test]
fn a_due_day_that_is_cleared_is_called_so() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: read it by fri'");
    let output = sandbox.run(&["followup", "edit", "1", "--by", ""]);
    assert_eq!(output.stderr, "Updated follow-up 1: due cleared (was Fri 4 Dec)\n");
}
