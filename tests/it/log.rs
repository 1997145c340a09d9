//! `mentor log`

use crate::sandbox::Sandbox;

#[test]
fn log_marks_the_planned_check_in_of_that_time_as_held() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add --at '2026-12-03 17:00'");
    sandbox.ok("checkin add --at '2026-12-17 17:00'");
    let logged = sandbox.at("2026-12-03T18:00:00Z").json("log Call");
    assert_eq!(logged["item"]["id"], 1);
    assert_eq!(logged["item"]["state"], "held");
}

#[test]
fn ad_hoc_call_leaves_planned_check_ins_alone() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add --at '2026-12-10 17:00'");
    let logged = sandbox.at("2026-12-03T18:00:00Z").json("log 'Ad hoc'");
    assert_eq!(logged["item"]["id"], 2);
    assert_eq!(sandbox.json("checkin show 1")["item"]["state"], "planned");
}

#[test]
fn invalid_number_stores_nothing_of_the_log() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("log Call --followup 'me: read' --covered 9");
    assert_eq!(output.status, 3, "{output}");
    assert_eq!(sandbox.ok("followup list"), "");
    assert_eq!(sandbox.ok("checkin list --all"), "");
}

#[test]
fn form_and_flags_store_the_same() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add Pace");
    let form = b"notes = '''Two\nlines'''\nminutes = 50\ncovered = [1]\nfollowups = ['me: read by fri']\nwins = ['Shipped']\n";
    let output = sandbox.run_with("log --from -", form, None);
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Logged check-in 1 with Ana on Tue 1 Dec 09:00 (04:00 for Ana), 50 min
    Added follow-up 1 for Sam: read, due Fri 4 Dec (in 3 days)
    Covered topic 1: Pace
    Added win 1: Shipped
    ");
}
