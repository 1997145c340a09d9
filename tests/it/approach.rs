//! `mentor approach` and `mentor log --tried/--worked`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Logs three calls in which two approaches were tried.
fn tried() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("log 'Call 1' --tried 'Questions in writing first' --tried Whiteboard");
    sandbox.at("2026-12-15T17:00:00Z");
    sandbox.ok(
        "log 'Call 2' --tried 'questions in writing first' --worked 'Questions in writing first'",
    );
    sandbox.ok("approach edit 2 --worked no --notes 'Too slow over video'");
    sandbox
}

#[test]
fn list_shows_how_often_each_approach_was_tried_and_worked() {
    insta::assert_snapshot!(tried().run("approach list"), @"
    #  on          worked  approach
    1  Tue 1 Dec           Questions in writing first
    2  Tue 1 Dec   no      Whiteboard
    3  Tue 15 Dec  yes     Questions in writing first
    ");
    insta::assert_snapshot!(tried().run("approach show 2"), @"
    Approach 2: Whiteboard
      pair      ana
      on        Tue 1 Dec
      worked    no
      notes     Too slow over video
      check-in  1
    ");
}

#[test]
fn agenda_begins_with_the_approaches_that_worked() {
    let sandbox = tried();
    sandbox.ok("person edit ana --prefers 'written first, then talk'");
    let agenda = sandbox.ok("agenda");
    let mind: Vec<&str> = agenda
        .lines()
        .skip_while(|line| *line != "Keep in mind")
        .take_while(|line| !line.is_empty())
        .collect();
    insta::assert_snapshot!(mind.join("\n"), @"
    Keep in mind
      • Ana prefers: written first, then talk
      • Questions in writing first (worked 1 of 2 times)
    ");
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = tried();
    insta::assert_snapshot!(sandbox.refused("approach add Silence --worked maybe"), @"error: `--worked`: `maybe` is not one of `yes`, `no`");
    insta::assert_snapshot!(sandbox.refused("approach add Silence --on tomorrow"), @"
    error: `--on`: Wed 16 Dec is in the future
    hint: leave the day out for today
    ");
    assert_eq!(sandbox.run("approach add Silence --checkin 9").status, 3);
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = tried();
    sandbox.takes_back("approach add Silence --worked yes");
    sandbox.takes_back("approach edit 1 --worked no");
    sandbox.takes_back("approach delete 1");
    sandbox.takes_back("log 'Call 3' --worked Silence");
}

#[test]
fn private_records_are_not_exported_for_the_partner() {
    let sandbox = tried();
    sandbox.ok("approach add 'Praise before anything' --worked yes --private");
    for report in ["agenda", "export"] {
        assert!(sandbox.ok(&[report]).contains("Praise before anything"));
        assert!(!sandbox.ok(&[report, "--for-partner"]).contains("Praise before anything"));
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = tried();
    must_fit("approach", &sandbox.json("approach add Silence"));
    must_fit("approach", &sandbox.json("approach show 1"));
    let worked = sandbox.json("approach list --worked yes");
    assert_eq!(worked["schema"], "mentor.approach.list/1");
    assert_eq!(worked["items"].as_array().unwrap().len(), 1);
}
