//! `mentor option`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Makes a career option with two of three requirements missing.
fn considered() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("pair edit --since 2026-06-01");
    sandbox.ok(
        r#"option add 'Staff engineer on the platform team' --why 'More design, fewer tickets'
           --requires 'Two led design reviews' --requires 'A talk outside the team'
           --requires "Kim's word" --met "kim's word""#,
    );
    sandbox
}

#[test]
fn option_shows_missing_requirements_and_notes() {
    let sandbox = considered();
    sandbox.ok("option note 1 'Kim looks for people who write well' --on 2026-11-30");
    sandbox.ok("option edit 1 --met 'A talk outside the team'");
    insta::assert_snapshot!(sandbox.run("option list"), @"
    #  since      gaps    career option
    1  Tue 1 Dec  1 of 3  Staff engineer on the platform team
    ");
    insta::assert_snapshot!(sandbox.run("option show 1"), @"
    Career option 1: Staff engineer on the platform team
      pair      ana
      why       More design, fewer tickets
      requires  Two led design reviews
                A talk outside the team
                Kim's word
      met       Kim's word
                A talk outside the team
      state     under consideration since Tue 1 Dec
      history   Mon 30 Nov  Kim looks for people who write well
    ");
}

#[test]
fn form_replaces_the_met_requirements_and_a_flag_adds_one() {
    let sandbox = considered();
    sandbox.ok("option edit 1 --met 'A talk outside the team'");
    let met = || sandbox.json("option show 1")["item"]["met"].clone();
    assert_eq!(met(), serde_json::json!(["Kim's word", "A talk outside the team"]));
    let form = sandbox.ok("option edit 1 --template");
    let form = form.replace("    \"A talk outside the team\",\n]", "]");
    let form = sandbox.file("option.toml", &form);
    sandbox.ok(&["option", "edit", "1", "--from", &form]);
    assert_eq!(met(), serde_json::json!(["Kim's word"]));
}

#[test]
fn reopened_option_shows_its_earlier_reasons() {
    let sandbox = considered();
    insta::assert_snapshot!(
        sandbox.run("option decide 1 declined --because 'Not in the year of the move'"), @"
    --- stderr ---
    Decided on career option 1: declined (Staff engineer on the platform team)
    "
    );
    assert_eq!(sandbox.ok("option list"), "");
    sandbox.at("2027-04-06T09:00:00Z");
    insta::assert_snapshot!(sandbox.run("option reopen 1 --because 'The move is done'"), @"
    --- stderr ---
    Reopened career option 1: Staff engineer on the platform team
      decided before: Tue 1 Dec 2026  declined: Not in the year of the move
    ");
    sandbox.ok("option decide 1 taken --because 'Both reviews are led'");
    insta::assert_snapshot!(sandbox.run("option show 1"), @"
    Career option 1: Staff engineer on the platform team
      pair      ana
      why       More design, fewer tickets
      requires  Two led design reviews
                A talk outside the team
                Kim's word
      met       Kim's word
      state     taken since Tue 6 Apr
      reason    Both reviews are led
      history   Tue 1 Dec 2026  declined: Not in the year of the move
                Tue 6 Apr  reopened: The move is done
                Tue 6 Apr  taken: Both reviews are led
    ");
}

#[test]
fn review_shows_the_option_its_reasons_and_gaps() {
    let sandbox = considered();
    sandbox.ok("option decide 1 pursued --because 'It is what she wants to do all day'");
    let review = sandbox.ok("review");
    assert!(
        review.contains(
            "• Staff engineer on the platform team: pursued: It is what she wants to do all day; \
             still needed: Two led design reviews, A talk outside the team (option 1)"
        ),
        "{review}"
    );
}

#[test]
fn decision_asks_for_its_reasons() {
    let sandbox = considered();
    let before = sandbox.ok("export");
    insta::assert_snapshot!(sandbox.run("option decide 1 taken"), @r#"
    --- stderr ---
    error: a decision needs a reason
    hint: use `--because "..."`; reopening the option shows it again
    [exit 5]
    "#);
    assert_eq!(sandbox.ok("export"), before);
    let asked = sandbox.run_with("option decide 1 taken", b"", Some(&["It is time"]));
    assert_eq!(asked.status, 0, "{asked}");
    assert_eq!(sandbox.json("option show 1")["item"]["because"], "It is time");
    // No question is asked about an option that does not exist.
    assert_eq!(sandbox.run_with("option decide 9 taken", b"", Some(&[])).status, 3);
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = considered();
    insta::assert_snapshot!(sandbox.refused("option add Manager --met Patience"), @"
    error: `Patience` is not one of its requirements
    hint: add it first with `--requires`
    ");
    insta::assert_snapshot!(sandbox.refused("option edit 1 --met Patience"), @"
    error: `Patience` is not one of its requirements
    hint: it takes `Two led design reviews`, `A talk outside the team` and `Kim's word`
    ");
    insta::assert_snapshot!(sandbox.refused("option reopen 1"), @r#"
    error: career option 1 is already under consideration
    hint: run `mentor option decide 1 taken --because "..."` to decide
    "#);
    insta::assert_snapshot!(sandbox.refused("option decide 1 taken --because ' '"), @"error: the reason is empty");
    insta::assert_snapshot!(sandbox.refused("option note 1 x --on tomorrow"), @"
    error: Wed 2 Dec is in the future
    hint: leave the day out for today
    ");
    sandbox.ok("option decide 1 taken --because 'It is time'");
    insta::assert_snapshot!(sandbox.refused("option decide 1 taken --because Again"), @"
    error: career option 1 is already taken
    hint: run `mentor option reopen 1` to consider it again
    ");
    assert_eq!(sandbox.run("option decide 1 considered").status, 2);
    assert_eq!(sandbox.run("option add").status, 5);
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = considered();
    sandbox.takes_back("option note 1 'Kim looks for people'");
    sandbox.takes_back("option decide 1 declined --because 'Not now'");
    sandbox.takes_back("option edit 1 --requires Nothing");
    sandbox.ok("option decide 1 declined --because 'Not now'");
    sandbox.takes_back("option reopen 1");
    sandbox.takes_back("option delete 1");
}

#[test]
fn private_records_are_not_exported_for_the_partner() {
    let sandbox = considered();
    sandbox.ok("option add 'Leave for Lisbon' --private");
    sandbox.ok("option note 2 'They called again'");
    assert!(sandbox.ok("option list").contains("Leave for Lisbon [private]"));
    for report in ["review", "export"] {
        let theirs = sandbox.ok(&[report, "--for-partner"]);
        assert!(theirs.contains("Staff engineer"), "{theirs}");
        for text in ["Lisbon", "called again"] {
            assert!(sandbox.ok("export").contains(text));
            assert!(!theirs.contains(text), "{text}\n{theirs}");
        }
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = considered();
    must_fit("option", &sandbox.json("option note 1 'Kim looks for people'"));
    must_fit("option", &sandbox.json("option decide 1 declined --because 'Not now'"));
    must_fit("option", &sandbox.json("option reopen 1"));
    must_fit("option", &sandbox.json("option show 1"));
    must_fit("review.report", &sandbox.json("review"));
    assert_eq!(sandbox.json("option list")["schema"], "mentor.option.list/1");
}
