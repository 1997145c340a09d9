//! `mentor insight` and `mentor win`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Logs a first call in which Sam gave advice.
fn with_advice() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("pair edit --since 2026-06-01");
    sandbox.ok("log 'We met' --insight 'Write the decision down before the meeting'");
    sandbox
}

/// Returns the points of a section of the agenda.
fn points(sandbox: &Sandbox, part: &str) -> String {
    let agenda = sandbox.ok("agenda");
    let lines = agenda.lines().skip_while(|line| !line.starts_with(part)).skip(1);
    let points: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    points.join("\n")
}

#[test]
fn advice_shows_the_call_it_was_given_in() {
    let sandbox = with_advice();
    insta::assert_snapshot!(sandbox.run("insight show 1"), @"
    Advice 1: Write the decision down before the meeting
      pair      ana
      on        Tue 1 Dec
      check-in  1
    ");
    assert!(sandbox.ok("checkin show 1").contains("Write the decision down"));
}

#[test]
fn insight_is_recalled_after_two_and_six_weeks() {
    let sandbox = with_advice();
    let recalls = |day: &str| {
        sandbox.at(&format!("{day}T17:00:00Z"));
        points(&sandbox, "Recall from memory")
    };
    assert_eq!(recalls("2026-12-14"), "");
    insta::assert_snapshot!(recalls("2026-12-15"), @r#"  • advice 1 of Tue 1 Dec (`mentor advice recall 1 "..."`)"#);
    insta::assert_snapshot!(
        sandbox.run("insight recall 1 'First the decision, then the talk about it'"), @"
    --- stderr ---
    Recalled advice 1; next recall on Tue 12 Jan 2027 (in 4 weeks)
      the advice was: Write the decision down before the meeting
    "
    );
    assert_eq!(recalls("2027-01-11"), "");
    assert!(recalls("2027-01-12").contains("advice 1 of Tue 1 Dec"));
    insta::assert_snapshot!(sandbox.run("insight recall 1 'It is written before we meet'"), @"
    --- stderr ---
    Recalled advice 1; no more recalls
      the advice was: Write the decision down before the meeting
    ");
    assert_eq!(recalls("2027-01-12"), "");
    insta::assert_snapshot!(sandbox.run("insight show 1"), @"
    Advice 1: Write the decision down before the meeting
      pair      ana
      on        Tue 1 Dec 2026
      check-in  1
      recalled  Tue 15 Dec 2026  First the decision, then the talk about it
                Tue 12 Jan  It is written before we meet
    ");
}

#[test]
fn late_recall_postpones_the_next_one() {
    let sandbox = with_advice();
    sandbox.at("2027-01-20T17:00:00Z");
    insta::assert_snapshot!(sandbox.run("insight recall 1 'Decide, write, meet'"), @"
    --- stderr ---
    Recalled advice 1; next recall on Wed 17 Feb (in 4 weeks)
      the advice was: Write the decision down before the meeting
    ");
    assert_eq!(points(&sandbox, "Recall from memory"), "");
}

#[test]
fn agenda_does_not_reveal_an_insight_to_be_recalled() {
    let sandbox = with_advice();
    sandbox.at("2027-01-12T17:00:00Z");
    insta::assert_snapshot!(points(&sandbox, "Introductions and advice"), @"  • advice 1 of Tue 1 Dec 2026: did it help?");
    assert!(!sandbox.ok("agenda").contains("decision"));
    sandbox.ok("insight recall 1 'Decide, write, meet'");
    insta::assert_snapshot!(points(&sandbox, "Introductions and advice"), @"  • Write the decision down before the meeting (advice 1): did it help?");
}

#[test]
fn advice_without_an_outcome_is_asked_about_after_six_weeks() {
    let sandbox = with_advice();
    let due = |day: &str| sandbox.at(&format!("{day}T09:00:00Z")).ok("due");
    assert!(!due("2027-01-09").contains("advice"));
    let asked = due("2027-01-12");
    assert!(asked.contains("ana  Ana   advice 1  did it help? Write the decision down"), "{asked}");
    assert!(due("2027-01-26").contains("advice 1"));
    assert!(!due("2027-01-27").contains("advice 1"), "then it is left to the review");
    let review = sandbox.ok("review");
    assert!(review.contains("did advice 1 help?"), "{review}");
    insta::assert_snapshot!(
        sandbox.run("insight outcome 1 helped --note 'The RFC began with it'"), @"
    --- stderr ---
    Recorded outcome of advice 1: tried, and it helped
    "
    );
    let review = sandbox.ok("review");
    assert!(review.contains("before the meeting, tried, and it helped (advice 1)"), "{review}");
    assert!(!review.contains("did advice"), "{review}");
    assert_eq!(sandbox.ok("insight list --open"), "");
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = with_advice();
    insta::assert_snapshot!(sandbox.refused("insight outcome 1 helped --on 2026-11-30"), @"
    error: advice 1 was not given until 2026-12-01
    hint: pick a later day with `--on`, or leave it out for today
    ");
    insta::assert_snapshot!(sandbox.refused("insight recall 1 It --on 2026-11-30"), @"
    error: advice 1 was not given until 2026-12-01
    hint: pick a later day with `--on`, or leave it out for today
    ");
    insta::assert_snapshot!(sandbox.refused("insight recall 1 It --on tomorrow"), @"
    error: Wed 2 Dec is in the future
    hint: leave the day out for today
    ");
    insta::assert_snapshot!(sandbox.refused("insight recall 1 ' '"), @"error: the explanation is empty");
    assert_eq!(sandbox.run("insight outcome 1 worked").status, 2);
    assert_eq!(sandbox.run("insight recall 9 It").status, 3);
    assert_eq!(sandbox.run("insight add").status, 5);
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = with_advice();
    for step in [
        &["add", "Ask first"][..],
        &["outcome", "1", "not-taken"],
        &["recall", "1", "Decide first"],
        &["edit", "1", "--title", "Write it down"],
        &["delete", "1"],
    ] {
        sandbox.takes_back(&[&["insight"], step].concat());
    }
    sandbox.takes_back("win add Shipped");
}

#[test]
fn private_records_are_not_exported_for_the_partner() {
    let sandbox = with_advice();
    sandbox.ok("insight add 'Look for another team' --private");
    sandbox.ok("insight recall 2 'To look elsewhere'");
    sandbox.ok("win add 'Slept well' --private");
    sandbox.at("2027-01-13T09:00:00Z");
    assert!(sandbox.ok("insight list").contains("Look for another team [private]"));
    for report in [&["review"][..], &["export"], &["agenda"]] {
        let printed = sandbox.ok(&[report, &["--for-partner"]].concat());
        for text in ["another team", "look elsewhere", "Slept well", "insight 2"] {
            assert!(!printed.contains(text), "{text}\n{printed}");
        }
    }
}

#[test]
fn low_confidence_is_shown_beside_the_wins() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add 'Say no without guilt'");
    sandbox.ok("goal confidence 1 3");
    for win in ["Said no to a rota", "Asked for time", "Moved a deadline", "Left at five"] {
        sandbox.ok(&["win", "add", win, "--goal", "1"]);
    }
    let goals = points(&sandbox, "Goals to talk about");
    assert!(
        goals
            .contains("1 Say no without guilt: confidence below 7, but 4 wins in the last 6 weeks"),
        "{goals}"
    );
    sandbox.at("2027-01-13T09:00:00Z");
    assert!(
        !points(&sandbox, "Goals to talk about").contains("wins"),
        "they are older than six weeks"
    );
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = with_advice();
    must_fit("insight", &sandbox.json("insight add 'Ask first'"));
    must_fit("insight", &sandbox.json("insight outcome 1 did-not-help"));
    must_fit("recall", &sandbox.json("insight recall 1 'Decide first'"));
    must_fit("insight", &sandbox.json("insight show 1"));
    must_fit("win", &sandbox.json("win add Shipped"));
    assert_eq!(sandbox.json("insight list")["schema"], "mentor.insight.list/1");
}
