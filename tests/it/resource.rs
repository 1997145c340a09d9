//! `mentor resource`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

fn recommended() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add 'Lead a design review'");
    sandbox.ok("resource add 'A talk about disagreeing in writing' --why 'The RFC will need it' \
         --link https://example.org/talk --goal 1");
    sandbox
}

#[test]
fn resource_shows_its_reason_and_its_outcome() {
    let sandbox = recommended();
    insta::assert_snapshot!(sandbox.run("resource list"), @"
    #  goal  link                      resource
    1  1     https://example.org/talk  A talk about disagreeing in writing
    ");
    sandbox.ok("resource begin 1");
    sandbox.at("2026-12-08T09:00:00Z");
    insta::assert_snapshot!(sandbox.run("resource done 1 --because 'Two sentences for every no'"), @"
    --- stderr ---
    Completed resource 1: A talk about disagreeing in writing (Two sentences for every no)
    ");
    insta::assert_snapshot!(sandbox.run("resource show 1"), @"
    Resource 1: A talk about disagreeing in writing
      pair    ana
      link    https://example.org/talk
      why     The RFC will need it
      goal    1
      state   done since Tue 8 Dec
      reason  Two sentences for every no
    ");
    assert_eq!(sandbox.ok("resource list"), "");
    assert!(sandbox.ok("resource list --state done").contains("disagreeing"));
    assert!(sandbox.ok("resource list --goal 1 --all").contains("disagreeing"));
}

#[test]
fn recently_done_resource_is_on_the_agenda_once() {
    let sandbox = recommended();
    assert!(!sandbox.ok("agenda").contains("Resources"), "nobody has begun");
    sandbox.ok("resource begin 1");
    assert!(
        sandbox.ok("agenda").contains("• #1 A talk about disagreeing in writing (in progress)")
    );
    sandbox.at("2026-12-08T09:00:00Z");
    sandbox.ok("resource done 1 --because 'Two sentences for every no'");
    assert!(sandbox.ok("agenda").contains("(done: Two sentences for every no)"));
    sandbox.at("2026-12-09T09:00:00Z").ok("log 'We talked about it'");
    assert!(!sandbox.ok("agenda").contains("Resources"));
    let review = sandbox.ok("review");
    assert!(review.contains(": done, Two sentences for every no (resource 1)"), "{review}");
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = recommended();
    sandbox.ok("resource begin 1");
    insta::assert_snapshot!(sandbox.refused("resource begin 1"), @"
    error: resource 1 is already in progress
    hint: run `mentor resource list` to see open ones
    ");
    insta::assert_snapshot!(sandbox.refused("resource done 1 --on tomorrow"), @"
    error: Wed 2 Dec is in the future
    hint: leave the day out for today
    ");
    insta::assert_snapshot!(sandbox.refused("resource list --state lost"), @"error: `lost` is not one of `open`, `begun`, `done`, `dropped`");
    assert_eq!(sandbox.run("resource add x --goal 9").status, 3);
    assert_eq!(sandbox.run("resource done 9").status, 3);
    assert_eq!(sandbox.run("resource add").status, 5);
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = recommended();
    for verb in ["begin", "done", "drop", "delete"] {
        sandbox.takes_back(&["resource", verb, "1"]);
    }
    sandbox.takes_back("resource edit 1 --goal ''");
    sandbox.ok("resource drop 1 --because 'Too long'");
    sandbox.takes_back("resource reopen 1");
}

#[test]
fn private_records_are_not_exported_for_the_partner() {
    let sandbox = recommended();
    sandbox.ok("resource add 'Letting go' --private");
    for number in ["1", "2"] {
        sandbox.ok(&["resource", "begin", number]);
    }
    for report in ["agenda", "review", "export"] {
        let (own, theirs) = (sandbox.ok(&[report]), sandbox.ok(&[report, "--for-partner"]));
        assert!(own.contains("Letting go"), "{own}");
        assert!(theirs.contains("disagreeing") && !theirs.contains("Letting go"), "{theirs}");
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = recommended();
    must_fit("resource", &sandbox.json("resource add 'A book'"));
    must_fit("resource", &sandbox.json("resource begin 1"));
    must_fit("resource", &sandbox.json("resource show 1"));
    let both = sandbox.json("resource done 1 2");
    assert_eq!(both["schema"], "mentor.resource.list/1");
    assert_eq!(both["items"].as_array().unwrap().len(), 2);
}

/// The state of a resource, an option and an introduction belongs to the review after which it was reached, whenever their
/// texts are edited.
#[test]
fn later_edits_put_nothing_that_a_review_has_told_into_the_next_one() {
    let sandbox = recommended();
    sandbox.ok("option add 'Team lead'");
    sandbox.ok("introduction add 'Kim Lee' --why 'Runs such a team'");
    sandbox.at("2026-12-08T09:00:00Z");
    sandbox.ok("resource done 1");
    sandbox.ok("option decide 1 declined --because 'Too early'");
    sandbox.ok("introduction decline 1 --because 'She has left'");
    sandbox.at("2026-12-08T11:00:00Z");
    let told = ["A talk about disagreeing", "Team lead", "Kim Lee"];
    let before = sandbox.ok("review");
    assert!(told.iter().all(|text| before.contains(text)), "{before}");
    sandbox.ok("review record --next 'Go on'");
    for edited_at in ["2026-12-08T15:00:00Z", "2026-12-10T09:00:00Z"] {
        sandbox.at(edited_at);
        sandbox.ok(&["resource", "edit", "1", "--why", edited_at]);
        sandbox.ok(&["option", "edit", "1", "--why", edited_at]);
        sandbox.ok(&["introduction", "edit", "1", "--why", edited_at]);
        for review in ["review", "review --for-partner"] {
            let next = sandbox.ok(review);
            assert!(!told.iter().any(|text| next.contains(text)), "{edited_at}, {review}: {next}");
        }
    }
    // What changes its state after the review is in the next one.
    sandbox.ok("resource reopen 1");
    sandbox.ok("resource done 1");
    assert!(sandbox.ok("review").contains("A talk about disagreeing"));
}
