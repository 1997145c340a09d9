//! `mentor goal`

use crate::sandbox::Sandbox;

#[test]
fn a_goal_shows_progress_confidence_and_every_move() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&[
        "goal",
        "add",
        "Lead a review",
        "--by",
        "2027-03-01",
        "--step",
        "Shadow one",
    ]);
    sandbox.ok(&["goal", "progress", "1", "40%"]);
    sandbox.ok(&["goal", "confidence", "1", "4"]);
    sandbox.ok(&["goal", "confidence", "1", "7"]);
    sandbox.ok(&[
        "goal",
        "edit",
        "1",
        "--by",
        "2027-03-15",
        "--because",
        "exams",
    ]);
    sandbox.ok(&[
        "goal",
        "edit",
        "1",
        "--by",
        "2027-04-01",
        "--because",
        "ill",
    ]);
    insta::assert_snapshot!(sandbox.run(&["goal", "show", "1"]), @"
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
fn a_fourth_active_goal_earns_a_gentle_remark() {
    let sandbox = Sandbox::with_pair();
    for title in ["One", "Two", "Three"] {
        assert!(
            !sandbox
                .run(&["goal", "add", title])
                .stderr
                .contains("note:")
        );
    }
    let fourth = sandbox.run(&["goal", "add", "Four"]);
    assert!(
        fourth.stderr.contains("note: that makes 4 active goals"),
        "{fourth}"
    );
    assert_eq!(fourth.status, 0);
}

#[test]
fn a_deleted_goal_leaves_its_steps_and_comes_back_whole() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["goal", "add", "Lead", "--step", "Shadow"]);
    sandbox.ok(&["goal", "progress", "1", "10"]);
    let before = sandbox.json(&["goal", "show", "1"]);
    sandbox.ok(&["goal", "delete", "1"]);
    assert_eq!(
        sandbox.json(&["followup", "show", "1"])["item"]["goal"],
        serde_json::Value::Null
    );
    sandbox.ok(&["undo"]);
    assert_eq!(sandbox.json(&["goal", "show", "1"]), before);
}

#[test]
fn what_went_well_stands_beside_the_confidence() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["goal", "add", "Say no without guilt"]);
    sandbox.ok(&["goal", "confidence", "1", "3"]);
    sandbox.ok(&["win", "add", "Said no to an extra rota", "--goal", "1"]);
    sandbox.ok(&["win", "add", "Slept well", "--goal", "1", "--private"]);
    sandbox.ok(&["win", "add", "Shipped"]);
    insta::assert_snapshot!(sandbox.run(&["goal", "show", "1"]), @"
    Goal 1: Say no without guilt
      pair      ana
      state     active since Tue 1 Dec
      progress  confidence ▂ 3 of 10
      wins      Tue 1 Dec  Said no to an extra rota
                Tue 1 Dec  Slept well [private]
      history   Tue 1 Dec  confidence 3
    ");
    assert_eq!(
        sandbox.json(&["goal", "show", "1"])["item"]["wins"][0]["title"],
        "Said no to an extra rota"
    );
}
