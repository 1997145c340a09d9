//! `mentor introduction`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Records that Sam has asked Kim whether to introduce Ana.
fn asked() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add 'Lead a design review'");
    sandbox.ok("introduction add 'Kim Lee, who leads the platform team' \
         --why 'Kim has led the move to one build' --wish 'Half an hour about design reviews'");
    sandbox
}

#[test]
fn introduction_advances_by_stages_to_the_thank_you() {
    let sandbox = asked();
    let advance = |day: &str, args: &[&str]| {
        let output = sandbox
            .at(&format!("{day}T10:00:00Z"))
            .run(&[&["introduction", "advance", "1"], args].concat());
        assert_eq!(output.status, 0, "{output}");
        output.stderr
    };
    insta::assert_snapshot!(advance("2026-12-02", &[]), @"
    Introduction 1 to Kim Lee: agreed
    hint: run `mentor introduction blurb 1` for a message to send to both
    ");
    insta::assert_snapshot!(advance("2026-12-03", &[]), @"Introduction 1 to Kim Lee: introduced");
    insta::assert_snapshot!(advance("2026-12-07", &["--outcome", "Ana joins their reviews"]), @"
    Introduction 1 to Kim Lee: met
    Added follow-up 1 for Ana: Thank Kim Lee for the meeting, due Thu 10 Dec (in 3 days)
    ");
    insta::assert_snapshot!(sandbox.run("introduction show 1"), @"
    Introduction 1: Kim Lee, who leads the platform team
      pair        ana
      why         Kim has led the move to one build
      wish        Half an hour about design reviews
      state       met since Mon 7 Dec
      asked       Tue 1 Dec
      agreed      Wed 2 Dec
      introduced  Thu 3 Dec
      met         Mon 7 Dec
      outcome     Ana joins their reviews
      follow-up   1
    ");
    insta::assert_snapshot!(advance("2026-12-08", &[]), @"
    Introduction 1 to Kim Lee: thanked
    Completed follow-up 1 (Ana): Thank Kim Lee for the meeting
    ");
    assert!(!sandbox.ok("history").contains("blurb"));
    assert_eq!(sandbox.ok("introduction list"), "");
    assert_eq!(sandbox.ok("followup list"), "");
}

#[test]
fn draft_asks_first_and_introduces_after_the_yes() {
    let sandbox = asked();
    insta::assert_snapshot!(sandbox.run("introduction blurb 1"), @"
    Hi Kim,

    may I introduce Ana Díaz to you? Kim has led the move to one build.

    Ana is working towards: Lead a design review.

    What Ana would like: Half an hour about design reviews.

    If you're happy to, let me know and I'll put you in touch. If not, a quick no is fine; no reason needed.

    Sam Rivera
    ");
    sandbox.ok("introduction advance 1");
    insta::assert_snapshot!(sandbox.run("introduction blurb 1"), @"
    Hi Kim, hi Ana,

    Kim, this is Ana Díaz; Ana, this is Kim Lee. Kim has led the move to one build.

    Ana is working towards: Lead a design review.

    What Ana would like: Half an hour about design reviews.

    You've both said yes, so I'll let you find a time.

    Sam Rivera
    ");
}

#[test]
fn draft_mentions_no_private_goal() {
    let sandbox = asked();
    sandbox.ok("goal add 'Find another job' --private");
    assert!(!sandbox.ok("introduction blurb 1").contains("another job"));
}

#[test]
fn thank_you_is_the_last_stage() {
    let sandbox = asked();
    for to in ["agreed", "met"] {
        sandbox.ok(&["introduction", "advance", "1", "--to", to]);
    }
    insta::assert_snapshot!(sandbox.run("followup done 1"), @"
    --- stderr ---
    Completed follow-up 1 (Ana): Thank Kim Lee for the meeting
    Introduction 1 to Kim Lee: thanked
    ");
    assert_eq!(sandbox.json("introduction show 1")["item"]["state"], "thanked");
    sandbox.ok("undo");
    assert_eq!(sandbox.json("introduction show 1")["item"]["state"], "met");
    sandbox.ok("log 'She wrote to Kim' --done 1");
    assert_eq!(sandbox.json("introduction show 1")["item"]["state"], "thanked");
}

#[test]
fn declined_introduction_can_not_advance() {
    let sandbox = asked();
    insta::assert_snapshot!(
        sandbox.run("introduction decline 1 --because 'No time before summer'"), @"
    --- stderr ---
    Introduction 1 to Kim Lee: declined
    "
    );
    for again in [
        &["advance", "1"][..],
        &["advance", "1", "--to", "met"],
        &["decline", "1"],
        &["blurb", "1"],
    ] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(sandbox.refused(&[&["introduction"], again].concat()), @"
            error: introduction 1 was declined on 1 Dec 2026 and is over
            hint: run `mentor introduction add` to start another
            ");
        }
    }
    assert_eq!(sandbox.json("introduction show 1")["item"]["because"], "No time before summer");
}

#[test]
fn introduction_needs_a_yes_first() {
    let sandbox = asked();
    for to in ["introduced", "met", "thanked"] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(sandbox.refused(&["introduction", "advance", "1", "--to", to]), @"
            error: introduction 1 has not been agreed to yet
            hint: run `mentor introduction advance 1` once they agree
            ");
        }
    }
}

#[test]
fn stages_can_not_be_dated_before_the_previous_one() {
    let sandbox = asked();
    sandbox.at("2026-12-07T10:00:00Z");
    sandbox.ok("introduction advance 1 --on 2026-12-04");
    insta::assert_snapshot!(sandbox.refused("introduction advance 1 --to agreed"), @"
    error: introduction 1 is already agreed
    hint: stages only move forward: agreed, introduced, met, thanked; `mentor undo` goes back
    ");
    insta::assert_snapshot!(sandbox.refused("introduction advance 1 --on 2026-12-03"), @"
    error: introduction 1 was agreed on 4 Dec 2026 and can't be introduced on 3 Dec 2026
    hint: pick a later day with `--on`
    ");
    insta::assert_snapshot!(sandbox.refused("introduction advance 1 --on 2026-12-08"), @"
    error: Tue 8 Dec is in the future
    hint: leave the day out for today
    ");
    insta::assert_snapshot!(sandbox.refused("introduction edit 1 --on 2026-12-05"), @"
    error: it was agreed on 4 Dec 2026 and can't have been asked on 5 Dec 2026
    hint: pick an earlier day with `--on`
    ");
    sandbox.ok("introduction advance 1");
    insta::assert_snapshot!(sandbox.refused("introduction decline 1"), @"
    error: introduction 1 is already introduced and can't be declined
    hint: run `mentor undo` to go back a stage
    ");
}

#[test]
fn open_introduction_is_on_agenda_due_and_review() {
    let sandbox = asked();
    sandbox.ok("introduction advance 1");
    assert!(sandbox.ok("agenda").contains("introduction 1 to Kim Lee: agreed since Tue 1 Dec"));
    assert!(
        sandbox
            .ok("review")
            .contains("Kim Lee, who leads the platform team: agreed (introduction 1)")
    );
    assert_eq!(
        sandbox.at("2026-12-12T09:00:00Z").ok("due -p ana").matches("introduction").count(),
        0
    );
    let due = sandbox.at("2026-12-15T09:00:00Z").ok("due");
    assert!(
        due.contains(
            "due today  ana  you   introduction 1  Kim Lee, who leads the platform team (agreed"
        ),
        "{due}"
    );
}

#[test]
fn only_the_thank_you_is_due_after_the_meeting() {
    let sandbox = asked();
    for to in ["agreed", "introduced", "met"] {
        sandbox.ok(&["introduction", "advance", "1", "--to", to]);
    }
    let due = sandbox.at("2026-12-28T09:00:00Z").ok("due");
    assert!(due.contains("Thank Kim Lee for the meeting"), "{due}");
    assert!(!due.contains("introduction 1"), "{due}");
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = asked();
    sandbox.ok("introduction advance 1");
    for step in [
        &["introduction", "advance", "1", "--to", "met"][..],
        &["introduction", "decline", "1"],
        &["introduction", "edit", "1", "--wish", "An hour"],
        &["introduction", "delete", "1"],
    ] {
        sandbox.takes_back(step);
    }
}

#[test]
fn private_records_are_not_exported_for_the_partner() {
    let sandbox = asked();
    sandbox.ok("introduction add 'A head hunter' --private");
    assert!(sandbox.ok("introduction list").contains("A head hunter [private]"));
    for to in ["agreed", "met"] {
        sandbox.ok(&["introduction", "advance", "2", "--to", to]);
    }
    for report in [
        &["agenda", "--for-partner"][..],
        &["review", "--for-partner"],
        &["export", "--for-partner"],
    ] {
        let printed = sandbox.ok(report);
        assert!(printed.contains("Kim"), "{printed}");
        assert!(!printed.contains("head hunter"), "{printed}");
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = asked();
    must_fit("introduction", &sandbox.json("introduction add Pat"));
    must_fit("introduction", &sandbox.json("introduction show 1"));
    must_fit("introduction", &sandbox.json("introduction advance 1"));
    must_fit("introduction", &sandbox.json("introduction decline 2"));
    must_fit("introduction.blurb", &sandbox.json("introduction blurb 1"));
    assert_eq!(sandbox.json("introduction list")["schema"], "mentor.introduction.list/1");
}
