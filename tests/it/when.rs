//! `mentor when`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

#[test]
fn times_are_in_common_working_hours_and_shown_in_both_zones() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("checkin add --at '2026-12-03 15:00' --length 45m");
    sandbox.ok("away add 2026-12-07 --who them");
    sandbox.ok("away add 2026-12-08 2026-12-09");
    insta::assert_snapshot!(sandbox.run("when --within '9 days'"), @"
    45 min with Ana, until Thu 10 Dec
    Ana Díaz is away on Mon 7 Dec (in 6 days)
    Sam Rivera is away from Tue 8 Dec to Wed 9 Dec (2 days)
    Tue 1 Dec to Wed 2 Dec  14:00–17:00  09:00–12:00 for Ana
    Thu 3 Dec               14:00–15:00  09:00–10:00 for Ana
    Thu 3 Dec               15:45–17:00  10:45–12:00 for Ana
    Fri 4 Dec               14:00–17:00  09:00–12:00 for Ana
    Thu 10 Dec              14:00–17:00  09:00–12:00 for Ana
    ");
}

#[test]
fn when_can_exit_with_1_for_no_time() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("away add 2026-12-20 2027-01-03 --who them");
    let args = ["when", "--from", "2026-12-21", "--within", "1 week"];
    insta::assert_snapshot!(sandbox.run(&[&args[..], &["--exit-code"]].concat()), @r#"
    45 min with Ana, until Mon 28 Dec
    Ana Díaz is away from Sun 20 Dec to Sun 3 Jan 2027 (15 days)
    All shared working hours are taken by time away or other check-ins
    Look further ahead: `mentor when --within "4 weeks"`
    [exit 1]
    "#);
    assert_eq!(sandbox.run(&args).status, 0);
    assert_eq!(sandbox.run("when --exit-code").status, 0);
}

#[test]
fn working_hours_without_overlap_are_reported() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("person edit ana --tz Asia/Tokyo");
    insta::assert_snapshot!(sandbox.run("when --exit-code"), @"
    45 min with Ana, until Tue 15 Dec
    Your working hours don't overlap (Ana: mon-fri 09:00-17:00 Asia/Tokyo; you: mon-fri 09:00-17:00 Europe/London)
    Try longer hours: `mentor person edit me --hours 07:15-17:00`
    [exit 1]
    ");
}

#[test]
fn shared_hours_that_are_too_short_are_not_called_none() {
    let sandbox = Sandbox::with_pair();
    let searched = sandbox.ok("when --length 4h");
    assert!(searched.contains("The working hours you share are shorter than 4 h"), "{searched}");
    assert!(!searched.contains("overlap"), "{searched}");
}

#[test]
fn call_must_fit_into_the_remaining_time() {
    let sandbox = Sandbox::with_pair();
    let slots = |args: &[&str]| {
        sandbox.json(&[&["when", "--within", "1 day"], args].concat())["items"].clone()
    };
    assert_eq!(slots(&["--length", "3h"]).as_array().unwrap().len(), 2);
    assert_eq!(slots(&["--length", "181m"]).as_array().unwrap().len(), 0);
    // The part of today that has passed is not proposed.
    sandbox.at("2026-12-01T16:00:00Z");
    assert_eq!(slots(&["--length", "1h"])[0]["from"], "2026-12-01T16:00:00Z");
}

#[test]
fn calls_with_other_mentees_are_excluded() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add bo --mentee Bo --tz Europe/Berlin");
    sandbox.ok("checkin add -p bo --at '2026-12-01 14:00' --length 3h");
    let when = sandbox.json("when -p ana --within '1 day'");
    assert_eq!(when["items"][0]["from"], "2026-12-02T14:00:00Z");
}

#[test]
fn weeks_between_two_clock_changes_are_announced() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("person edit ana --tz America/New_York");
    sandbox.at("2027-03-10T09:00:00Z");
    insta::assert_snapshot!(sandbox.run("when --within '3 weeks'"), @"
    45 min with Ana, until Wed 31 Mar
    Clocks change on Sun 14 Mar: a check-in on Mon 15 Mar is 1 hour later for Ana than before, until Sun 28 Mar
    Wed 10 Mar to Fri 12 Mar  14:00–17:00  09:00–12:00 for Ana
    Mon 15 Mar to Fri 19 Mar  13:00–17:00  09:00–13:00 for Ana
    Mon 22 Mar to Fri 26 Mar  13:00–17:00  09:00–13:00 for Ana
    Mon 29 Mar to Wed 31 Mar  14:00–17:00  09:00–12:00 for Ana
    ");
}

#[test]
fn consecutive_days_with_the_same_hours_are_one_line() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(sandbox.run("when"), @"
    45 min with Ana, until Tue 15 Dec
    Tue 1 Dec to Fri 4 Dec    14:00–17:00  09:00–12:00 for Ana
    Mon 7 Dec to Fri 11 Dec   14:00–17:00  09:00–12:00 for Ana
    Mon 14 Dec to Tue 15 Dec  14:00–17:00  09:00–12:00 for Ana
    ");
    // JSON lists each time separately.
    let items = sandbox.json("when")["items"].as_array().unwrap().len();
    assert_eq!(items, 11);
    sandbox.ok("checkin add --at '2026-12-03 15:00' --length 45m");
    sandbox.ok("checkin add --at '2026-12-04 15:00' --length 45m");
    insta::assert_snapshot!(sandbox.run("when --within '5 days'"), @"
    45 min with Ana, until Sun 6 Dec
    Tue 1 Dec to Wed 2 Dec  14:00–17:00  09:00–12:00 for Ana
    Thu 3 Dec to Fri 4 Dec  14:00–15:00  09:00–10:00 for Ana
    Thu 3 Dec to Fri 4 Dec  15:45–17:00  10:45–12:00 for Ana
    ");
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = Sandbox::with_agreement();
    must_fit("when", &sandbox.json("when"));
    assert_eq!(sandbox.run("when --within soon").status, 4);
    assert_eq!(sandbox.run("when --length long").status, 4);
}

#[test]
fn days_off_are_no_lack_of_shared_hours() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-05T09:00:00Z");
    insta::assert_snapshot!(sandbox.run("when --within '1 day'"), @r#"
    45 min with Ana, until Sun 6 Dec
    No working hours of you both until Sun 6 Dec
    Look further ahead: `mentor when --within "2 weeks"`
    "#);
    insta::assert_snapshot!(sandbox.refused("when --from 2026-12-01"), @"
    error: Tue 1 Dec is in the past
    hint: leave `--from` out to begin now
    ");
}
