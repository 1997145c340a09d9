//! `mentor end` and `mentor pair end`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

const LAST_DAY: &str = "2027-06-01T16:00:00Z";

/// Makes a mentorship after half a year, with two goals and an introduction.
fn last_call() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add 'Lead a design review'");
    sandbox.ok("goal add 'Give a talk'");
    sandbox.ok("log 'We met' --minutes 45 --win 'Asked first'");
    sandbox.ok("introduction add 'Kim Lee, who leads the platform team'");
    sandbox.at(LAST_DAY);
    sandbox
}

const END: &[&str] = &[
    "end", "--reason", "achieved", "--because", "She leads the reviews now", "--learned-mentee",
    "To ask before deciding", "--learned-mentor", "To wait three seconds longer", "--drop", "2",
    "--thanks", "Her straight questions", "--contact-after", "A mail now and then",
    "--differently", "Review every month", "--update-on", "2027-12-01",
];

#[test]
fn end_reports_the_goals_and_the_day_to_check_back() {
    insta::assert_snapshot!(last_call().run(END), @"
    --- stderr ---
    Ended the mentorship of Sam and Ana
    Dropped goal 2: Give a talk (the mentorship ended)
    note: 1 goal left open
    note: `mentor due` will remind you on Wed 1 Dec to check back with Ana
    note: `ana` is now read-only; run `mentor end show -p ana` to see the full record
    ");
}

#[test]
fn the_record_of_a_mentorship_is_one_document() {
    let sandbox = last_call();
    sandbox.ok(END);
    insta::assert_snapshot!(sandbox.run("end show"), @"
    The mentorship of Sam Rivera and Ana Díaz
    1 Dec 2026 to 1 Jun 2027 (182 days)
    1 check-in held, 45 min
    Purpose: Grow into a tech lead

    Goals still open
      • Lead a design review (Tue 1 Dec 2026)

    Goals dropped
      • Give a talk: the mentorship ended (Tue 1 Jun)

    What went well
      • Asked first (win 1, Tue 1 Dec 2026)

    Introductions
      • Kim Lee, who leads the platform team: asked (introduction 1)

    Promises kept
               agreed         Sam
      cadence  every 2 weeks  1 of 13 check-ins
      length   45 min         1 of 1, average 45 min
      reviews  every 8 weeks  0 of 3
      no data yet on replies, feedback, notice and follow-ups

    Closing
      • achieved: She leads the reviews now
      • Ana has learned: To ask before deciding
      • Sam has learned: To wait three seconds longer
      • thanks: Her straight questions
      • staying in touch: A mail now and then
      • next time: Review every month
    ");
    let markdown = sandbox.ok("end show --markdown");
    assert!(markdown.starts_with("# The mentorship of Sam Rivera and Ana Díaz\n"), "{markdown}");
}

#[test]
fn ended_pair_can_be_read_but_not_changed() {
    let sandbox = last_call();
    sandbox.ok(END);
    let before = sandbox.ok("export");
    for again in [
        END,
        &["end", "--reason", "other"],
        &["pair", "end", "ana"],
        &["topic", "add", "One more thing"],
        &["goal", "done", "1"],
        &["introduction", "advance", "1"],
        &["skill", "add", "Reviews"],
        &["question", "ask", "How are you?"],
        &["pulse", "ask"],
        &["norm", "suggest"],
        &["log", "We met again"],
    ] {
        let output = sandbox.run(again);
        assert_eq!(output.status, 4, "{again:?}\n{output}");
        assert!(
            output.stderr.starts_with("error: `ana` ended on Tue 1 Jun and is read-only\n"),
            "{again:?}\n{output}"
        );
        assert!(
            output.stderr.contains("hint: run `mentor pair resume ana` to resume it"),
            "{output}"
        );
    }
    assert_eq!(sandbox.ok("export"), before);
    assert!(sandbox.ok("review --since 2026-12-01").contains("Asked first"));
}

#[test]
fn check_back_is_due_for_two_weeks_only() {
    let sandbox = last_call();
    sandbox.ok(END);
    let due = |day: &str| sandbox.at(&format!("{day}T09:00:00Z")).ok("due");
    assert_eq!(due("2027-11-28"), "");
    insta::assert_snapshot!(due("2027-12-01"), @"due today  ana  you  pair  check back (`mentor end update -p ana`)");
    assert!(due("2027-12-15").starts_with("14 days overdue"));
    assert_eq!(due("2027-12-16"), "");
}

#[test]
fn answered_check_back_is_not_due_again() {
    let sandbox = last_call();
    sandbox.ok(END);
    sandbox.at("2027-12-01T09:00:00Z");
    sandbox.ok("pair add bo --mentee Bo");
    insta::assert_snapshot!(sandbox.run("end update 'She leads a team of five'"), @"
    --- stderr ---
    Recorded the update for `ana`
    ");
    assert_eq!(sandbox.ok("due"), "");
    let record = sandbox.ok("end show -p ana");
    assert!(record.contains("where they are now: She leads a team of five"), "{record}");
    sandbox.ok("undo");
    assert!(sandbox.ok("due").contains("check back"));
}

#[test]
fn active_pair_has_no_check_back() {
    let sandbox = last_call();
    insta::assert_snapshot!(sandbox.run("end update 'She leads a team'"), @"
    --- stderr ---
    error: `ana` hasn't ended
    hint: run `mentor end -p ana` to end it, or use `-p` for another pair
    [exit 4]
    ");
}

#[test]
fn next_agreement_shows_what_to_do_differently() {
    let sandbox = last_call();
    sandbox.ok(END);
    sandbox.ok("pair add bo --mentee Bo --tz Europe/Berlin");
    insta::assert_snapshot!(sandbox.run("agree --cadence 'every 2 weeks'"), @"
    --- stderr ---
    note: you wanted to do this differently: Review every month
    Recorded version 1 of the agreement with Bo; Bo hasn't accepted it yet
    First check-ins by Tue 15 Jun, Tue 29 Jun and Tue 13 Jul (each counted from the one before)
    hint: run `mentor agree accept --by mentee` once Bo accepts it
    ");
}

#[test]
fn ended_pair_is_no_longer_the_pair_in_use() {
    let sandbox = last_call();
    sandbox.ok("pair add bo --mentee Bo");
    sandbox.ok("pair use ana");
    sandbox.ok(END);
    assert_eq!(sandbox.json("topic add Pace")["item"]["pair"], "bo");
    sandbox.ok("undo");
    sandbox.ok("undo");
    assert_eq!(sandbox.json("topic add Pace")["item"]["pair"], "ana");
}

#[test]
fn end_can_be_undone_completely() {
    let sandbox = last_call();
    let before = sandbox.ok("export");
    sandbox.ok(END);
    sandbox.ok("undo");
    assert_eq!(sandbox.ok("export"), before);
    sandbox.ok("redo");
    assert_eq!(sandbox.run(END).status, 4);
}

#[test]
fn invalid_end_is_refused_and_changes_nothing() {
    let sandbox = last_call();
    let before = sandbox.ok("export");
    for (args, status, says) in [
        (&["end"][..], 5, "ending a mentorship needs a reason"),
        (&["end", "--reason", "bored"], 4, "`bored` is not one of `achieved`"),
        (&["end", "--reason", "other", "--on", "tomorrow"], 4, "Wed 2 Jun is in the future"),
        (
            &["end", "--reason", "other", "--update-on", "2027-05-01"],
            4,
            "can't check back on Sat 1 May: the mentorship ends on Tue 1 Jun",
        ),
        (&["end", "--reason", "other", "--drop", "9"], 3, "no goal 9 in `ana`"),
        (&["end", "--reason", "other", "--drop", "x"], 4, "`x` is not a record number"),
    ] {
        let output = sandbox.run(args);
        assert_eq!(output.status, status, "{args:?}\n{output}");
        assert!(output.stderr.contains(says), "{args:?}\n{output}");
        assert_eq!(sandbox.ok("export"), before, "{args:?}");
    }
}

#[test]
fn partner_record_of_a_mentorship_shows_nothing_private() {
    let sandbox = last_call();
    sandbox.ok("goal add 'Find another job' --private");
    sandbox.ok("skill add Patience --private");
    sandbox.ok("win add 'Slept well' --private");
    sandbox.ok("option add 'Leave for Lisbon' --private");
    sandbox.ok("introduction add 'A head hunter' --private");
    sandbox.ok("resource add 'Letting go' --private");
    sandbox.ok("resource done 1");
    sandbox.ok(END);
    let private =
        ["Find another job", "Slept well", "Leave for Lisbon", "A head hunter", "Letting go"];
    let (own, theirs) = (sandbox.ok("end show"), sandbox.ok("end show --for-partner"));
    let json = sandbox.ok("end show --for-partner --json");
    for text in private {
        assert!(own.contains(text), "{text}\n{own}");
        assert!(!theirs.contains(text), "{text}\n{theirs}");
        assert!(!json.contains(text), "{text}\n{json}");
    }
    assert!(theirs.contains("Asked first"), "{theirs}");
}

#[test]
fn end_on_a_terminal_asks_for_goals_and_answers() {
    let sandbox = last_call();
    let answers = [
        "achieved", "To ask", "To wait", "1", // the second of the open goals is dropped
        "", "Thank you", "A mail", "Review every month", "", "yesterday", "in 6 months",
    ];
    let output = sandbox.run_with("end", b"", Some(&answers));
    assert_eq!(output.status, 0, "{output}");
    assert!(
        output.stderr.contains("Dropped goal 2: Give a talk (the mentorship ended)\n"),
        "{output}"
    );
    let closing = sandbox.json("end show");
    must_fit("end", &closing);
    assert_eq!(closing["closing"]["learned_mentee"], "To ask");
    assert_eq!(closing["goals"][1]["state"], "dropped");
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = last_call();
    must_fit("end", &sandbox.json("end show"));
    must_fit("closing", &sandbox.json(END));
    must_fit("end", &sandbox.json("end show"));
    must_fit("closing", &sandbox.json("end update Well"));
    must_fit("template", &sandbox.json("end --template"));
}

#[test]
fn end_checks_its_values_before_asking_what_to_close() {
    let sandbox = last_call();
    sandbox.ok("followup add 'me: write the summary'");
    for (args, status, says) in [
        ("end --reason done", 4, "`done` is not one of `achieved`"),
        ("end --reason other --drop 9", 3, "no goal 9 in `ana`"),
    ] {
        // A question would fail for want of an answer.
        let output = sandbox.run_with(args, b"", Some(&[]));
        assert_eq!(output.status, status, "{output}");
        assert!(output.stderr.contains(says), "{output}");
    }
    let output = sandbox.run_with("end --reason other", b"", Some(&["y"]));
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("Dropped follow-up 1 (Sam)"), "{output}");
}

#[test]
fn end_form_closed_unchanged_ends_nothing_and_asks_nothing() {
    let sandbox = last_call();
    sandbox.ok("followup add 'me: write the summary'");
    sandbox.vars.borrow_mut().insert("EDITOR".to_owned(), "true".to_owned());
    insta::assert_snapshot!(sandbox.run_with("end -e", b"", Some(&[])), @"
    --- stderr ---
    Nothing was ended
    ");
}

#[test]
fn undone_end_is_named_without_its_hint() {
    let sandbox = last_call();
    sandbox.ok("end --reason achieved");
    let undone = sandbox.run("undo").to_string();
    assert!(undone.contains("Undid: Ended the mentorship of Sam and Ana\n"), "{undone}");
}
