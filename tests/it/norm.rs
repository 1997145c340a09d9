//! `mentor norm`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

fn asked() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("norm add 'When I am silent in a call, it means'");
    sandbox
}

#[test]
fn each_side_answers_in_its_own_words() {
    let sandbox = asked();
    insta::assert_snapshot!(sandbox.run("norm answer 1 'I am thinking; give me a moment' --by mentee"), @"
    --- stderr ---
    Recorded Ana's answer to norm 1: I am thinking; give me a moment
    ");
    insta::assert_snapshot!(sandbox.run("norm list"), @"
    #  mentee                           norm
    1  I am thinking; give me a moment  When I am silent in a call, it means
    ");
    sandbox.ok("norm answer 1 'I disagree and look for words'");
    insta::assert_snapshot!(sandbox.run("norm show 1"), @"
    Norm 1: When I am silent in a call, it means
      pair         ana
      mentor says  I disagree and look for words
      said on      Tue 1 Dec
      mentee says  I am thinking; give me a moment
      said on      Tue 1 Dec
    ");
    assert_eq!(sandbox.ok("norm list --open"), "");
}

#[test]
fn norm_is_asked_early_and_then_kept_on_the_agenda() {
    let sandbox = asked();
    let agenda = sandbox.ok("agenda");
    assert!(agenda.contains("• #1 When I am silent in a call, it means (Sam and Ana)"), "{agenda}");
    sandbox.ok("norm answer 1 'I am thinking' --by mentee");
    let agenda = sandbox.ok("agenda");
    assert!(
        agenda.contains("• When I am silent in a call, it means: \"I am thinking\" (Ana)"),
        "{agenda}"
    );
    assert!(agenda.contains("it means (Sam)"), "Sam has still to say it\n{agenda}");
    sandbox.ok("norm answer 1 'I disagree'");
    let agenda = sandbox.ok("agenda");
    assert!(!agenda.contains("Worth asking early"), "{agenda}");
    assert!(!agenda.contains("I disagree"), "one knows oneself\n{agenda}");
}

#[test]
fn agenda_of_the_mentee_shows_the_mentors_answers() {
    let sandbox = Sandbox::new();
    sandbox.ok("pair add priya --mentor 'Priya Nair' --tz Asia/Kolkata");
    sandbox.ok("norm add 'When I disagree, you will notice by'");
    sandbox.ok("norm answer 1 'A question' --by them");
    let agenda = sandbox.ok("agenda");
    assert!(
        agenda.contains("• When I disagree, you will notice by: \"A question\" (Priya)"),
        "{agenda}"
    );
}

#[test]
fn suggested_norms_are_added_once() {
    let sandbox = asked();
    sandbox.ok("norm suggest");
    assert_eq!(sandbox.json("norm list")["items"].as_array().unwrap().len(), 6, "one was there");
    insta::assert_snapshot!(sandbox.refused("norm suggest"), @r#"
    error: all of them are already there
    hint: run `mentor norm add "..."` to add your own
    "#);
    sandbox.ok("undo");
    assert_eq!(sandbox.json("norm list")["items"].as_array().unwrap().len(), 1);
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = asked();
    insta::assert_snapshot!(sandbox.refused("norm answer 1 x --by bob"), @"
    error: `bob` is not the mentor or mentee of `ana`
    hint: use `mentor`, `mentee`, `me`, `them` or a first name
    ");
    insta::assert_snapshot!(sandbox.refused("norm answer 1 ' '"), @"error: the answer is empty");
    assert_eq!(sandbox.run("norm answer 9 x").status, 3);
    assert_eq!(sandbox.run("norm add").status, 5);
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = asked();
    sandbox.takes_back("norm answer 1 'I am thinking'");
    sandbox.takes_back("norm edit 1 --title 'Silence means'");
    sandbox.takes_back("norm delete 1");
}

#[test]
fn answers_of_both_sides_are_exported_for_the_partner() {
    let sandbox = asked();
    sandbox.ok("norm answer 1 'I am thinking' --by mentee");
    sandbox.ok("norm answer 1 'I disagree'");
    let export = sandbox.json("export --for-partner");
    assert_eq!(export["norm"][0]["mentor_says"], "I disagree");
    assert_eq!(export["norm"][0]["mentee_says"], "I am thinking");
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = asked();
    must_fit("norm", &sandbox.json("norm answer 1 'I am thinking'"));
    must_fit("norm", &sandbox.json("norm show 1"));
    must_fit("agenda", &sandbox.json("agenda"));
    assert_eq!(sandbox.json("norm suggest")["schema"], "mentor.norm.list/1");
}
