//! `mentor goal`

use crate::sandbox::Sandbox;

#[test]
fn a_goal_shows_progress_confidence_and_every_move() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add 'Lead a review' --by 2027-03-01 --step 'Shadow one'");
    sandbox.ok("goal progress 1 40%");
    sandbox.ok("goal confidence 1 4");
    sandbox.ok("goal confidence 1 7");
    sandbox.ok("goal edit 1 --by 2027-03-15 --because exams");
    sandbox.ok("goal edit 1 --by 2027-04-01 --because ill");
    insta::assert_snapshot!(sandbox.run("goal show 1"), @"
    Goal 1: Lead a review
      pair      ana
      by        Thu 1 Apr 2027 (in 4 months)
      state     active since Tue 1 Dec
      progress  ████░░░░░░ 40%
                confidence ▃▅ 7 of 10
      steps     [ ] 1 Shadow one
      history   Tue 1 Dec  40%
                Tue 1 Dec  confidence 4
                Tue 1 Dec  confidence 7
      moved     Mon 1 Mar 2027 → Mon 15 Mar 2027, +14 days: exams
                Mon 15 Mar 2027 → Thu 1 Apr 2027, +17 days: ill
                +31 days in total
    ");
}

#[test]
fn fourth_active_goal_gets_a_remark() {
    let sandbox = Sandbox::with_pair();
    for title in ["One", "Two", "Three"] {
        assert!(!sandbox.run(&["goal", "add", title]).stderr.contains("note:"));
    }
    let fourth = sandbox.run("goal add Four");
    assert!(fourth.stderr.contains("note: that makes 4 active goals"), "{fourth}");
    assert_eq!(fourth.status, 0);
}

#[test]
fn deleting_a_goal_keeps_its_steps_and_can_be_undone() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead --step Shadow");
    sandbox.ok("goal progress 1 10");
    let before = sandbox.json("goal show 1");
    sandbox.ok("goal delete 1");
    assert_eq!(sandbox.json("followup show 1")["item"]["goal"], serde_json::Value::Null);
    sandbox.ok("undo");
    assert_eq!(sandbox.json("goal show 1"), before);
}

#[test]
fn wins_are_shown_beside_the_confidence() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add 'Say no without guilt'");
    sandbox.ok("goal confidence 1 3");
    sandbox.ok("win add 'Said no to an extra rota' --goal 1");
    sandbox.ok("win add 'Slept well' --goal 1 --private");
    sandbox.ok("win add Shipped");
    insta::assert_snapshot!(sandbox.run("goal show 1"), @"
    Goal 1: Say no without guilt
      pair      ana
      state     active since Tue 1 Dec
      progress  confidence ▂ 3 of 10
      wins      Tue 1 Dec  Said no to an extra rota
                Tue 1 Dec  Slept well [private]
      history   Tue 1 Dec  confidence 3
    ");
    assert_eq!(sandbox.json("goal show 1")["item"]["wins"][0]["title"], "Said no to an extra rota");
}

#[test]
fn reason_without_a_new_date_is_refused() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead --by 2027-03-01");
    sandbox.ok("followup add Read");
    insta::assert_snapshot!(sandbox.run("goal edit 1 --because exams"), @r#"
    --- stderr ---
    error: the date of goal 1 is still Mon 1 Mar 2027; `--because` is for a new date
    hint: add the date, such as `mentor goal edit 1 --by fri --because "..."`
    [exit 2]
    "#);
    insta::assert_snapshot!(sandbox.run("followup edit 1 --because ill"), @r#"
    --- stderr ---
    error: follow-up 1 has no date; `--because` is for a new date
    hint: add the date, such as `mentor followup edit 1 --by fri --because "..."`
    [exit 2]
    "#);
    let same = "goal edit 1 --by 2027-03-01 --because exams";
    assert_eq!(sandbox.run(same).status, 2);
    let words = ["followup", "edit", "1", "--by", "fri", "--because", "ill"];
    sandbox.ok(&words);
    assert!(sandbox.ok("followup show 1").contains("ill"));
}

#[test]
fn paused_goal_is_shown_as_paused() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead");
    sandbox.ok("goal add 'Say no'");
    sandbox.ok("goal progress 2 40");
    sandbox.ok("goal pause 2 --because exams");
    insta::assert_snapshot!(sandbox.ok("goal list"), @"
    #  state   progress        goal
    1                          Lead
    2  paused  ████░░░░░░ 40%  Say no
    ");
    assert!(sandbox.ok("status").contains("paused"));
    let review = sandbox.ok("review");
    assert!(review.contains("paused"), "{review}");
    sandbox.ok("goal reopen 2");
    assert!(!sandbox.ok("goal list").contains("paused"));
}

#[test]
fn relative_percentage_is_refused_with_what_to_type() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead");
    sandbox.ok("goal progress 1 50");
    insta::assert_snapshot!(sandbox.run("goal progress 1 +10"), @"
    --- stderr ---
    error: `+10` is a difference, and a goal is recorded at its new figure
    hint: write the new figure instead
    [exit 4]
    ");
    assert_eq!(sandbox.run("log Talk --goal 1=+10%").status, 4);
    for args in ["goal progress 1 -10", "goal progress 1 -10%", "goal confidence 1 -2"] {
        let output = sandbox.run(args);
        assert!(output.stderr.contains("` is a difference, and"), "{output}");
        assert_eq!(output.status, 4, "{output}");
    }
}

#[test]
fn progress_of_a_closed_goal_says_that_it_is_closed() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add 'Lead a design review'");
    sandbox.ok("goal done 1");
    let note = "note: goal 1 is done; run `mentor goal resume 1` to reopen it\n";
    for args in ["goal progress 1 90%", "goal confidence 1 7", "log Talked --goal 1=95%"] {
        let output = sandbox.run(args);
        assert_eq!(output.status, 0, "{output}");
        assert!(output.stderr.contains(note), "{args}\n{output}");
    }
    sandbox.ok("goal resume 1");
    let output = sandbox.run("goal progress 1 96%");
    assert!(!output.stderr.contains("note:"), "{output}");
}

#[test]
fn step_can_be_one_of_the_mentor() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(
        sandbox.run("goal add Lead --step 'mentor: find a review by fri' --step 'Plan: read two'"),
        @"
    --- stderr ---
    Added goal 1: Lead
    Added follow-up 1 for Sam: find a review, due Fri 4 Dec (in 3 days)
    Added follow-up 2 for Ana: Plan: read two
    "
    );
}
