//! `mentor question`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Ana asks Sam on Tuesday morning; a reply within two working days is agreed.
fn asked() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("question ask 'Which of the two designs?' --from mentee");
    sandbox
}

/// Returns the last day for the answer to question 1, from the JSON of the agenda.
fn answer_due(sandbox: &Sandbox) -> String {
    let agenda = sandbox.json("agenda");
    agenda["questions"][0]["answer_due"].as_str().unwrap().to_owned()
}

#[test]
fn question_is_asked_seen_and_answered() {
    let sandbox = asked();
    insta::assert_snapshot!(sandbox.run("question list"), @"
    #  from  asked                            answer due             question
    1  Ana   Tue 1 Dec 09:00 (04:00 for Ana)  Thu 3 Dec (in 2 days)  Which of the two designs?
    ");
    sandbox.at("2026-12-02T10:00:00Z");
    insta::assert_snapshot!(sandbox.run("question seen 1 --by fri"), @"
    --- stderr ---
    Marked question 1 as seen by Sam, who will answer by Fri 4 Dec (in 2 days)
    ");
    sandbox.at("2026-12-03T13:00:00Z");
    insta::assert_snapshot!(sandbox.run("question answer 1 'The second: it can be undone'"), @"
    --- stderr ---
    Sam answered question 1 on the 2nd working day, on time
    ");
    insta::assert_snapshot!(sandbox.run("question show 1"), @"
    Question 1: Which of the two designs?
      pair                ana
      from                Ana
      asked               Tue 1 Dec 09:00 (04:00 for Ana)
      seen                Wed 2 Dec 10:00 (05:00 for Ana)
      answer promised by  Fri 4 Dec
      answered            Thu 3 Dec 13:00 (08:00 for Ana)
      answer              The second: it can be undone
      state               answered since Thu 3 Dec
    ");
    assert_eq!(sandbox.ok("question list"), "");
}

#[test]
fn due_lists_the_answer_before_the_promise_is_broken() {
    let sandbox = asked();
    let due = |at: &str| sandbox.at(at).ok("due --within '1 day'");
    assert!(!due("2026-12-01T18:00:00Z").contains("question"));
    insta::assert_snapshot!(due("2026-12-02T09:00:00Z"), @"due tomorrow  ana  you  question 1  Which of the two designs? (`mentor question answer 1`)");
    insta::assert_snapshot!(due("2026-12-04T09:00:00Z"), @"1 day overdue  ana  you  question 1  Which of the two designs? (`mentor question answer 1`)");
}

#[test]
fn reply_time_counts_the_answerers_working_days() {
    let sandbox = Sandbox::with_agreement();
    // Friday 23:00 in London is Friday 18:00 in Bogotá: Monday and Tuesday are left.
    sandbox.at("2026-12-04T23:00:00Z");
    sandbox.ok("question ask 'What do you need?' --from mentor");
    assert_eq!(answer_due(&sandbox), "2026-12-08");
    sandbox.ok("undo");
    // Saturday 02:00 in London is still Friday in Bogotá.
    sandbox.at("2026-12-05T02:00:00Z");
    sandbox.ok("question ask 'What do you need?' --from mentor");
    assert_eq!(answer_due(&sandbox), "2026-12-08");
    sandbox.ok("person edit ana --days mon,wed,fri");
    assert_eq!(answer_due(&sandbox), "2026-12-09");
}

#[test]
fn reply_time_rests_while_the_answerer_is_away() {
    let sandbox = asked();
    assert_eq!(answer_due(&sandbox), "2026-12-03");
    sandbox.ok("away add 2026-12-02 2026-12-08 --who them");
    assert_eq!(answer_due(&sandbox), "2026-12-03", "whoever asks may be away");
    sandbox.ok("away add 2026-12-03 2026-12-07");
    assert_eq!(answer_due(&sandbox), "2026-12-08");
}

#[test]
fn promised_day_replaces_the_agreed_one() {
    let sandbox = asked();
    sandbox.ok("question seen 1 --by 2026-12-09");
    assert_eq!(answer_due(&sandbox), "2026-12-09");
    let due = sandbox.at("2026-12-04T09:00:00Z").ok("due");
    assert!(!due.contains("question"), "{due}");
}

#[test]
fn check_shows_reply_times_and_cites_late_answers() {
    let sandbox = asked();
    sandbox.ok("question ask 'What do you need?' --from mentor");
    sandbox.at("2026-12-02T09:00:00Z").ok("question answer 1 'The second'");
    sandbox.at("2026-12-08T20:00:00Z").ok("question answer 2 Time");
    let check = sandbox.ok("agree check");
    let lines: Vec<&str> = check.lines().filter(|line| line.starts_with("reply")).collect();
    insta::assert_snapshot!(lines.join("\n"), @"");
}

#[test]
fn answer_before_the_question_was_asked_is_refused() {
    let sandbox = asked();
    sandbox.at("2026-12-03T13:00:00Z");
    insta::assert_snapshot!(sandbox.refused("question answer 1 Yes --at '2026-12-01 08:00'"), @"
    error: question 1 was not asked until Tue 1 Dec 09:00 (04:00 for Ana)
    hint: leave `--at` out for now, or correct the question: `mentor question edit 1 --at WHEN`
    ");
    insta::assert_snapshot!(sandbox.refused("question seen 1 --at '2026-11-30 08:00'"), @"
    error: question 1 was not asked until Tue 1 Dec 09:00 (04:00 for Ana)
    hint: leave `--at` out for now, or correct the question: `mentor question edit 1 --at WHEN`
    ");
    insta::assert_snapshot!(sandbox.refused("question answer 1 Yes --at 'tomorrow 08:00'"), @"
    error: `tomorrow 08:00` is in the future
    hint: leave it out for now
    ");
    sandbox.ok("question answer 1 Yes --at '2026-12-02 08:00'");
    insta::assert_snapshot!(sandbox.refused("question edit 1 --at '2026-12-02 09:00'"), @"
    error: it was seen or answered on Wed 2 Dec 08:00 (03:00 for Ana), so it can't have been asked later
    hint: pick an earlier moment with `--at`
    ");
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = asked();
    insta::assert_snapshot!(sandbox.refused("question seen 1 --by 2026-11-30"), @"
    error: can't promise an answer for Mon 30 Nov: it is in the past
    hint: pick a later day with `--by`, or record the answer
    ");
    insta::assert_snapshot!(sandbox.refused("question edit 1 --answer 'The second'"), @r#"
    error: this question has no answer to change
    hint: run `mentor question answer NUMBER "..."` to answer it
    "#);
    insta::assert_snapshot!(sandbox.refused("question list --state lost"), @"error: `lost` is not one of `open`, `answered`, `dropped`");
    sandbox.ok("question answer 1 'The second'");
    for again in [&["answer", "1", "The first"][..], &["seen", "1"], &["drop", "1"]] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(sandbox.refused(&[&["question"], again].concat()), @"
            error: question 1 is already answered
            hint: run `mentor question reopen 1` to reopen it
            ");
        }
    }
    assert_eq!(sandbox.run("question answer 9 x").status, 3);
    assert_eq!(sandbox.run("question ask").status, 5);
}

#[test]
fn answered_question_can_be_reopened() {
    let sandbox = asked();
    sandbox.ok("question answer 1 'The second'");
    assert!(sandbox.ok("question list --all").contains("answered"));
    sandbox.ok("question reopen 1");
    let agenda = sandbox.ok("agenda");
    assert!(
        agenda.contains("#1 Which of the two designs? (Ana to Sam, due Thu 3 Dec)"),
        "{agenda}"
    );
    assert!(sandbox.ok("brief").contains("1 question"));
    sandbox.ok("question drop 1 --because 'She found it'");
    assert!(!sandbox.ok("agenda").contains("Which of the two"));
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = asked();
    for step in [
        &["seen", "1", "--by", "fri"][..],
        &["answer", "1", "The second"],
        &["drop", "1"],
        &["edit", "1", "--title", "Which one?"],
        &["delete", "1"],
    ] {
        sandbox.takes_back(&[&["question"], step].concat());
    }
}

#[test]
fn private_records_are_not_exported_for_the_partner() {
    let sandbox = asked();
    sandbox.ok("question ask 'Is she thinking of leaving?' --private");
    assert!(sandbox.ok("question list").contains("Is she thinking of leaving? [private]"));
    assert!(sandbox.ok("agenda").contains("Is she thinking of leaving? [private]"));
    for report in [&["agenda", "--for-partner"][..], &["export", "--for-partner"]] {
        let printed = sandbox.ok(report);
        assert!(printed.contains("Which of the two designs?"), "{printed}");
        assert!(!printed.contains("leaving"), "{printed}");
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = asked();
    must_fit("question", &sandbox.json("question ask 'When?'"));
    must_fit("question", &sandbox.json("question seen 1 --by fri"));
    must_fit("question", &sandbox.json("question answer 1 Now"));
    must_fit("question", &sandbox.json("question show 1"));
    must_fit("question", &sandbox.json("question drop 2"));
    must_fit("due", &sandbox.json("due --within '9 days'"));
    assert_eq!(sandbox.json("question list")["schema"], "mentor.question.list/1");
}

#[test]
fn long_question_does_not_displace_the_column_headers() {
    let mut sandbox = Sandbox::with_pair();
    let title = "Which of the two designs for the new pipeline would you take, and why is that so?";
    sandbox.ok("agree --purpose Lead --reply-within '2 working days'");
    sandbox.ok(&["question", "ask", title]);
    sandbox.width = Some(60);
    insta::assert_snapshot!(sandbox.ok("question list"), @"
    [2m#[0m  [2mfrom[0m  [2masked[0m  [2manswer due[0m
        [2mquestion[0m
    1  Sam  Tue 1 Dec 09:00 (04:00 for Ana)
        [33mThu 3 Dec (in 2 days)[0m
        Which of the two designs for the new pipeline would you
        take, and why is that so?
    ");
}

#[test]
fn a_reopened_question_keeps_the_deadline_that_it_met() {
    let sandbox = asked();
    let replies = |args: &str| {
        let check = sandbox.json(args);
        let mut items = check["items"].as_array().unwrap().iter();
        let found = items.find(|item| item["promise"] == "reply" && item["side"] == "mentor");
        (found.unwrap()["kept"].clone(), found.unwrap()["of"].clone())
    };
    sandbox.at("2026-12-02T10:00:00Z").ok("question answer 1 'The second'");
    let then = sandbox.at("2026-12-09T10:00:00Z").ok("agree check");
    assert_eq!(replies("agree check"), (1.into(), 1.into()));
    sandbox.at("2026-12-10T10:00:00Z").ok("question reopen 1");
    assert_eq!(replies("agree check"), (1.into(), 1.into()));
    assert_eq!(sandbox.ok("agree check --as-of 2026-12-09"), then);
    assert!(!sandbox.ok("due").contains("overdue"));
    sandbox.ok("question seen 1 --by 2026-12-14");
    assert_eq!(answer_due(&sandbox), "2026-12-14");
    assert_eq!(replies("agree check"), (1.into(), 1.into()));
    let answered = sandbox.at("2026-12-20T10:00:00Z").json("question answer 1 'The first'");
    assert_eq!(answered["item"]["answer"], "The first");
    assert_eq!(replies("agree check"), (1.into(), 1.into()));
}

#[test]
fn an_answer_announced_again_in_time_moves_the_deadline_once_more() {
    let sandbox = asked();
    let late = |sandbox: &Sandbox| {
        let check = sandbox.json("agree check").to_string();
        check.contains("question")
    };
    sandbox.at("2026-12-02T10:00:00Z").ok("question seen 1 --by 2026-12-08");
    sandbox.at("2026-12-08T10:00:00Z").ok("question seen 1 --by 2026-12-10");
    sandbox.at("2026-12-10T10:00:00Z");
    assert!(!late(&sandbox), "it was announced before the 8th was over");
    sandbox.at("2026-12-11T10:00:00Z").ok("question seen 1 --by 2026-12-15");
    sandbox.at("2026-12-15T10:00:00Z").ok("question answer 1 'The second'");
    assert!(late(&sandbox), "the 10th was missed");
}

#[test]
fn a_question_dropped_in_time_does_not_become_late_by_reopening() {
    let sandbox = asked();
    sandbox.at("2026-12-02T10:00:00Z").ok("question drop 1");
    sandbox.ok("question reopen 1");
    sandbox.ok("question drop 1");
    let then = sandbox.at("2026-12-08T10:00:00Z").ok("agree check");
    insta::assert_snapshot!(sandbox.refused("question reopen 1"), @r#"
    error: question 1 was dropped before its answer was due, and that day has passed
    hint: ask it again: `mentor question ask "..."`
    "#);
    assert_eq!(sandbox.ok("agree check"), then);
}

#[test]
fn answer_is_asked_for_on_a_terminal_only() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("question ask 'Which of the two designs?' --from them");
    insta::assert_snapshot!(sandbox.run("question answer 1"), @r#"
    --- stderr ---
    error: question 1 needs an answer
    hint: try `mentor question answer 1 "The second one"`
    [exit 5]
    "#);
    let output = sandbox.run_with("question answer 1", b"", Some(&["", "The second"]));
    assert_eq!(output.status, 0, "{output}");
    let answered = sandbox.json("question show 1");
    assert_eq!(answered["item"]["answer"], "The second");
    let output = sandbox.run_with("question answer 1", b"", Some(&[]));
    assert_eq!(output.status, 4, "{output}");
}

/// Returns how many of the mentor's replies were in time, and of how many.
fn replies(sandbox: &Sandbox, args: &str) -> (u64, u64) {
    let report = sandbox.json(args);
    let promises = if args == "review" { &report["promises"] } else { &report["items"] };
    let mut items = promises.as_array().unwrap().iter();
    let found = items.find(|item| item["promise"] == "reply" && item["side"] == "mentor");
    let count = |key: &str| found.map_or(0, |item| item[key].as_u64().unwrap_or_default());
    (count("kept"), count("of"))
}

#[test]
fn a_missed_reply_stays_missed_whatever_day_the_drop_names() {
    let sandbox = asked();
    sandbox.at("2026-12-08T10:00:00Z");
    assert_eq!(replies(&sandbox, "agree check"), (0, 1));
    insta::assert_snapshot!(sandbox.refused("question drop 1 --on 2026-12-02"), @"
    error: question 1 was still open at the end of Thu 3 Dec, when its answer was due
    hint: leave the day out to drop it as of today
    ");
    let sheet = "id,title,state,state_on\n1,Which?,dropped,2026-12-02\n";
    let sheet = sandbox.file("questions.csv", sheet);
    sandbox.refused(&["import", "--csv", &sheet, "--as", "question", "--yes"]);
    sandbox.ok("question drop 1");
    assert_eq!(replies(&sandbox, "agree check"), (0, 1));
}

#[test]
fn a_sheet_reopens_no_question_that_was_dropped_in_time() {
    let sandbox = asked();
    sandbox.at("2026-12-02T10:00:00Z").ok("question drop 1");
    let then = sandbox.at("2026-12-08T10:00:00Z").ok("agree check");
    let import = |row: &str| {
        let sheet = sandbox.file("questions.csv", &format!("id,state,state_on\n{row}\n"));
        sandbox.run(&["import", "--csv", &sheet, "--as", "question", "--yes"])
    };
    for row in ["1,open,", "1,open,2026-12-02", "1,dropped,2026-12-07"] {
        let output = import(row);
        assert_eq!(output.status, 4, "{row}\n{output}");
        assert!(output.stderr.contains("dropped before its answer was due"), "{output}");
        assert_eq!(sandbox.ok("agree check"), then);
    }
    assert_eq!(import("1,dropped,2026-12-01").status, 0, "it was in time as well");
}

#[test]
fn an_announcement_entered_after_the_deadline_excuses_nothing() {
    let sandbox = asked();
    let output = sandbox
        .at("2026-12-08T10:00:00Z")
        .run(&["question", "seen", "1", "--by", "2026-12-15", "--at", "2026-12-02 10:00"]);
    assert!(output.stderr.contains("stays late"), "{output}");
    assert_eq!(replies(&sandbox, "agree check"), (0, 1));
    let sandbox = asked();
    sandbox.at("2026-12-03T10:00:00Z");
    sandbox.ok(&["question", "seen", "1", "--by", "2026-12-15", "--at", "2026-12-02 10:00"]);
    sandbox.at("2026-12-08T10:00:00Z");
    assert_eq!(replies(&sandbox, "agree check"), (0, 0));
}

#[test]
fn an_acceptance_entered_after_a_review_leaves_what_it_told() {
    let sandbox = Sandbox::with_agreement();
    sandbox
        .at("2026-12-02T10:00:00Z")
        .ok("agree renew --mentor-replies-within '5 working days' --because Busy");
    sandbox.at("2026-12-07T10:00:00Z").ok("question ask 'Which of the two?' --from mentee");
    sandbox.at("2026-12-10T10:00:00Z");
    assert_eq!(replies(&sandbox, "agree check"), (0, 1), "the old terms are in force");
    sandbox.ok("review record --achievement Shipped");
    let sandbox = sandbox.at("2026-12-11T10:00:00Z");
    sandbox.ok("agree accept --by mentee --on 2026-12-04");
    assert_eq!(replies(sandbox, "agree check"), (0, 1));
    assert_eq!(replies(sandbox, "review"), (0, 0));
    sandbox.ok("question ask 'And which of the three?' --from mentee");
    sandbox.at("2026-12-18T10:00:00Z").ok("question answer 2 'The third'");
    assert_eq!(replies(sandbox, "agree check"), (1, 2), "the new terms count from then on");
}
