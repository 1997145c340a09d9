//! `mentor progress`: charts on a terminal, and their data for programs.

use crate::html::{demo, hostile};
use crate::json::must_fit;
use crate::sandbox::Sandbox;

fn begun() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add 'Lead a design review' --by 2027-01-10");
    sandbox.ok("skill add 'Leading reviews' --aim 4");
    sandbox.ok("skill rate 1 2 --by mentee");
    sandbox.ok("skill rate 1 3 --by mentor");
    sandbox.ok("log Began --goal 1=10% --confidence 1=3 --followup 'me: send it by 2026-12-04'");
    sandbox.at("2026-12-15T09:00:00Z");
    sandbox.ok("log 'Went on' --goal 1=60% --confidence 1=7 --win 'Led one' --done 1");
    sandbox.ok("goal edit 1 --by 2027-01-20 --because holidays");
    sandbox.ok("away add 2026-12-24 2027-01-02 --who them");
    sandbox.at("2027-01-05T09:00:00Z");
    sandbox.ok("checkin add --at '2027-01-12 17:00'");
    sandbox
}

#[test]
fn mentorship_is_drawn_as_bars() {
    insta::assert_snapshot!(begun().run("progress"), @"
    Progress of Ana Díaz with Sam Rivera
    1 Dec 2026 to 5 Jan 2027 (35 days)

    Lead a design review
      Goal 1: 60%, confidence 7 of 10, by Wed 20 Jan (in 15 days)
      progress 100│
                  │                ▁▂▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃
                  │       ▁▂▃▃▄▅▇████████████████████████████████
                 0│▃▃▄▅▇▇████████████████████████████████████████
    confidence  10│                  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
                  │   ▁▁▁▂▃▃▄▄▅▅▆▇▇▇█████████████████████████████
                 0│▇▇████████████████████████████████████████████
          wins    │                  ★
        target    │                                                  ▽            ▼
                  └────────┬───────┬────────┬────────┬────────┬────────┬───────────
                           7 Dec   14 Dec   21 Dec   28 Dec   4 Jan    11 Jan

    Leading reviews
      Skill 1: Sam 3 (competent), Ana 2 (advanced beginner), aim 4 (proficient)
           Sam   3│▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
           Ana   2│▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃
                  └────────┬───────┬────────┬────────┬────────┬────────┬───────────
                           7 Dec   14 Dec   21 Dec   28 Dec   4 Jan    11 Jan

    Check-ins
             1   5    10   15   20   25   30
         Dec ●·············●········~~~~~~~~
    Jan 2027 ~~·········○···················
             ○ planned  ● held  ~ away
      Ana was away from Thu 24 Dec 2026 to Sat 2 Jan (10 days)

    Promises kept
                   Sam (mentor)                    Ana (mentee)
          cadence  ████████████████████████████████████████ 2 of 2
       follow-ups  ░░░░░░░░░░░░░░░░░░░░░░░ 0 of 1  no data yet
                   no data yet on length, replies, feedback, notice and reviews
    ");
}

#[test]
fn single_goal_can_be_drawn() {
    insta::assert_snapshot!(begun().run("progress --goal 1 --since 2026-12-10"), @"
    Progress of Ana Díaz with Sam Rivera
    10 Dec 2026 to 5 Jan 2027 (26 days)

    Lead a design review
      Goal 1: 60%, confidence 7 of 10, by Wed 20 Jan (in 15 days)
      progress 100│
                  │             ▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃
                  │     ▂▂▂▅▅██████████████████████████████████████████████████████
                 0│▃▃▃▆▆███████████████████████████████████████████████████████████
    confidence  10│             ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
                  │   ▁▁▃▃▃▅▅▇▇▇███████████████████████████████████████████████████
                 0│▇▇▇█████████████████████████████████████████████████████████████
          wins    │            ★
                  └──────────┬────────────────┬────────────────┬────────────────┬──
                             14 Dec           21 Dec           28 Dec         4 Jan
    ");
}

#[test]
fn progress_without_data_says_so() {
    insta::assert_snapshot!(Sandbox::with_pair().run("progress"), @"
    Progress of Ana Díaz with Sam Rivera
    1 Dec 2026

    Nothing to chart yet; start with `mentor goal add`
    ");
}

#[test]
fn plain_output_consists_of_sentences() {
    let sandbox = begun();
    let mut vars = sandbox.vars.borrow_mut();
    vars.insert("MENTOR_PLAIN".into(), "true".into());
    drop(vars);
    insta::assert_snapshot!(sandbox.run("progress"), @"
    Progress of Ana Díaz with Sam Rivera
    1 Dec 2026 to 5 Jan 2027 (35 days)

    Lead a design review
    Goal 1: 60%, confidence 7 of 10, by Wed 20 Jan (in 15 days)
    Progress: 10% on Tue 1 Dec 2026, 60% on Tue 15 Dec 2026
    Confidence: 3 on Tue 1 Dec 2026, 7 on Tue 15 Dec 2026
    moved once, Sun 10 Jan to Wed 20 Jan, +10 days: holidays

    Leading reviews
    Skill 1: Sam 3 (competent), Ana 2 (advanced beginner), aim 4 (proficient)
    Sam: 3 on Tue 1 Dec 2026
    Ana: 2 on Tue 1 Dec 2026

    Wins
    Led one (win 1, Tue 15 Dec 2026)

    Check-ins
    Tue 1 Dec 2026: held
    Tue 15 Dec 2026: held
    Tue 12 Jan: planned
    Ana was away from Thu 24 Dec 2026 to Sat 2 Jan (10 days)

    Promises kept
    cadence (both): 2 of 2 check-ins, agreed every 2 weeks
    follow-ups (Sam): 0 of 1 on time, agreed by the due date [follow-up 1]
    follow-ups (Ana): no data yet, agreed by the due date
    no data yet on length, replies, feedback, notice and reviews
    ");
}

#[test]
fn charts_use_ascii_without_utf8() {
    let sandbox = begun();
    sandbox.vars.borrow_mut().insert("LC_ALL".into(), "C".into());
    let drawn = sandbox.ok("progress").replace("Díaz", "");
    assert!(drawn.is_ascii(), "{drawn}");
    assert!(drawn.contains("##") && drawn.contains("wins    |"), "{drawn}");
}

#[test]
fn charts_fit_the_terminal() {
    for mut sandbox in [demo(), hostile()] {
        sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
        for width in [40, 60, 80, 120, 200] {
            sandbox.width = Some(width);
            for line in sandbox.ok("progress").lines() {
                let wide = unicode_width::UnicodeWidthStr::width(line);
                assert!(wide <= width, "{wide} of {width}: {line}");
            }
        }
    }
}

#[test]
fn json_has_the_data_of_the_charts() {
    let sandbox = begun();
    let answer = sandbox.json("progress");
    must_fit("progress", &answer);
    let goal = &answer["goals"][0];
    assert_eq!(goal["progress"][1], serde_json::json!({ "on": "2026-12-15", "percent": 60 }));
    assert_eq!(goal["earlier_targets"], serde_json::json!(["2027-01-10"]));
    assert_eq!(answer["skills"][0]["mentor"][0]["level"], 3);
    assert_eq!(answer["aways"][0]["side"], "mentee");
    assert_eq!(answer["checkins"].as_array().unwrap().len(), 3);
    must_fit("progress", &demo().json("progress"));
}

#[test]
fn review_without_a_check_in_has_no_zeros() {
    let sandbox = Sandbox::with_pair();
    let review = sandbox.ok("review");
    assert!(review.contains("\nNo check-ins held\n"), "{review}");
}

#[test]
fn narrow_charts_name_the_people_without_their_roles() {
    let mut sandbox = demo();
    sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
    sandbox.width = Some(40);
    let narrow = sandbox.ok("progress");
    assert!(narrow.contains("\n               Sam         Ana\n"), "{narrow}");
    sandbox.width = Some(80);
    assert!(sandbox.ok("progress").contains("Sam (mentor)"));
}

#[test]
fn period_ends_with_the_corrected_day_of_its_review() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-08T10:00:00Z").ok("log Talked --minutes 45");
    sandbox.at("2026-12-10T09:00:00Z").ok("review record --achievement Shipped --on 2026-12-05");
    let held = || sandbox.json("review")["held"].clone();
    assert_eq!(held(), 1, "the call came after the review");
    sandbox.ok("review edit 1 --on 2026-12-10");
    assert_eq!(held(), 0, "the call came before the review");
    sandbox.ok("review edit 1 --on 2026-12-06");
    assert_eq!(held(), 1);
}
