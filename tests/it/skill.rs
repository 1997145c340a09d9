//! `mentor skill`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Makes a skill that Ana has rated 2 and Sam 4.
fn rated() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("skill add 'Leading design reviews' --why 'A lead does it every week' --aim 4");
    sandbox.ok("skill rate 1 2 --by mentee");
    sandbox.ok(r#"skill rate 1 proficient --evidence "Her notes on Kim's review""#);
    sandbox
}

#[test]
fn both_sides_rate_a_skill_with_evidence() {
    let sandbox = rated();
    sandbox.at("2027-02-09T09:00:00Z");
    insta::assert_snapshot!(
        sandbox.run("skill rate 1 3 --by mentee --evidence 'Led the small review'"), @"
    --- stderr ---
    Ana rated skill 1 at 3 (competent): Leading design reviews
    "
    );
    insta::assert_snapshot!(sandbox.run("skill list"), @"
    #  aim  mentor  mentee  skill
    1  4    ▆ 4     ▂▄ 3    Leading design reviews
    ");
    insta::assert_snapshot!(sandbox.run("skill show 1"), @"
    Skill 1: Leading design reviews
      pair     ana
      why      A lead does it every week
      aim      4
      state    active since Tue 1 Dec 2026
      rated    Sam ▆ 4
               Ana ▂▄ 3
      history  Tue 1 Dec 2026  Ana 2 (advanced beginner)
               Tue 1 Dec 2026  Sam 4 (proficient): Her notes on Kim's review
               Tue 9 Feb  Ana 3 (competent): Led the small review
    ");
}

#[test]
fn difference_of_two_levels_is_on_the_agenda_and_review() {
    let sandbox = rated();
    assert!(sandbox.ok("skill list").contains("you differ"));
    let agenda = sandbox.ok("agenda");
    assert!(
        agenda.contains("min\n  • Leading design reviews (skill 1): Sam ▆ 4, Ana ▂ 2, aim 4"),
        "{agenda}"
    );
    let review = sandbox.ok("review");
    assert!(
        review.contains("you rate skill 1 two levels apart: what does each of you see?"),
        "{review}"
    );
    sandbox.ok("skill rate 1 3 --by mentee --evidence 'Led one'");
    assert!(!sandbox.ok("agenda").contains("Skills you rate differently"));
    let review = sandbox.ok("review");
    assert!(
        review.contains("• Leading design reviews (skill 1): Sam ▆ 4, Ana ▂▄ 3, aim 4"),
        "{review}"
    );
    assert!(!review.contains("levels apart"), "{review}");
}

#[test]
fn invalid_level_is_refused() {
    let sandbox = rated();
    for level in ["6", "0", "master", "2.5"] {
        let message = sandbox.refused(&["skill", "rate", "1", level]);
        assert_eq!(
            message,
            format!(
                "error: `{level}` is not a level from 1 (novice) to 5 (expert)\n\
                 hint: 1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert\n"
            )
        );
    }
    assert!(sandbox.refused("skill edit 1 --aim 6").contains("`6` is not a level"));
}

#[test]
fn changed_level_needs_evidence() {
    let sandbox = rated();
    let before = sandbox.ok("export");
    insta::assert_snapshot!(sandbox.run("skill rate 1 3 --by mentee"), @r#"
    --- stderr ---
    error: changing skill 1 from 2 to 3 needs evidence
           nothing was changed
    hint: run `mentor skill rate 1 3 --by mentee --evidence "..."`
    [exit 5]
    "#);
    assert_eq!(sandbox.ok("export"), before);
    // The same level again is no change.
    sandbox.ok("skill rate 1 2 --by mentee");
    let asked = sandbox.run_with("skill rate 1 3 --by mentee", b"", Some(&["Led one"]));
    assert_eq!(asked.status, 0, "{asked}");
    assert!(sandbox.ok("skill show 1").contains("Ana 3 (competent): Led one"));
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = rated();
    insta::assert_snapshot!(sandbox.refused("skill rate 1 3 --evidence x --on tomorrow"), @"
    error: Wed 2 Dec is in the future
    hint: leave the day out for today
    ");
    insta::assert_snapshot!(sandbox.refused("skill rate 1 3 --by bob"), @"
    error: `bob` is not the mentor or mentee of `ana`
    hint: use `mentor`, `mentee`, `me`, `them` or a first name
    ");
    sandbox.ok("skill drop 1 --because 'She has it'");
    insta::assert_snapshot!(sandbox.refused("skill drop 1"), @"
    error: skill 1 is already dropped
    hint: run `mentor skill list` to see open ones
    ");
    assert_eq!(sandbox.ok("skill list"), "");
    assert!(sandbox.ok("skill list --all").contains("dropped"));
    assert_eq!(sandbox.run("skill rate 9 3").status, 3);
    assert_eq!(sandbox.run("skill add").status, 5);
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = rated();
    sandbox.takes_back("skill add 'Saying no'");
    sandbox.takes_back("skill rate 1 5 --evidence 'The review ran without me'");
    sandbox.takes_back("skill edit 1 --aim 5");
    sandbox.takes_back("skill drop 1");
    // Its ratings are deleted and restored with it.
    sandbox.takes_back("skill delete 1");
}

#[test]
fn private_records_are_not_exported_for_the_partner() {
    let sandbox = rated();
    sandbox.ok("skill add 'Patience with her team lead' --private");
    sandbox.ok(r#"skill rate 2 1 --evidence "Tuesday's outburst""#);
    sandbox.ok("skill rate 2 4 --by them");
    assert!(sandbox.ok("skill list").contains("Patience with her team lead [private]"));
    for report in ["agenda", "review", "export"] {
        let (own, theirs) = (sandbox.ok(&[report]), sandbox.ok(&[report, "--for-partner"]));
        assert!(own.contains("Patience"), "{own}");
        assert!(theirs.contains("Leading design reviews"), "{theirs}");
        for text in ["Patience", "outburst", "skill 2"] {
            assert!(!theirs.contains(text), "{text}\n{theirs}");
        }
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = rated();
    must_fit("skill", &sandbox.json("skill add 'Saying no'"));
    must_fit("rating", &sandbox.json("skill rate 2 1"));
    must_fit("skill", &sandbox.json("skill show 1"));
    must_fit("skill", &sandbox.json("skill drop 2"));
    must_fit("agenda", &sandbox.json("agenda"));
    must_fit("review.report", &sandbox.json("review"));
    assert_eq!(sandbox.json("skill list")["schema"], "mentor.skill.list/1");
}
