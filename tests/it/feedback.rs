//! `mentor feedback`

use crate::sandbox::Sandbox;

const ADD: &[&str] = &[
    "feedback", "add", "--from", "mentor", "--kind", "change", "--situation", "Tuesday's call",
    "--impact", "We waited",
];

#[test]
fn judgement_words_earn_a_gentle_remark_and_nothing_more() {
    let sandbox = Sandbox::with_pair();
    let mut args = ADD.to_vec();
    args.extend(["--behaviour", "You are always late"]);
    let output = sandbox.run(&args);
    assert_eq!(output.status, 0);
    assert!(output.stderr.contains("note: \"always\" is a judgement"), "{output}");
}

#[test]
fn a_question_about_a_side_names_both_people_and_takes_the_user() {
    let given_by = |answer: &str| {
        let sandbox = Sandbox::with_pair();
        let answers = [answer, "change", "Tuesday's call", "You came at ten past", "We waited", ""];
        let output = sandbox.run_with("feedback add", b"", Some(&answers));
        assert_eq!(output.status, 0, "{output}");
        sandbox.json("feedback show 1")["item"]["from"].clone()
    };
    assert_eq!(given_by(""), "mentor");
    assert_eq!(given_by("Sam (you)"), "mentor");
    assert_eq!(given_by("Ana"), "mentee");
}

#[test]
fn a_response_is_recorded_once() {
    let sandbox = Sandbox::with_pair();
    let mut args = ADD.to_vec();
    args.extend(["--behaviour", "You came at ten past"]);
    sandbox.ok(&args);
    sandbox.ok("feedback respond 1 'I will leave earlier'");
    assert_eq!(sandbox.run("feedback respond 1 Again").status, 4);
    assert_eq!(sandbox.ok("feedback list --open"), "");
}

#[test]
fn feedback_is_dated_in_the_givers_zone() {
    // In Bogotá it is still the previous day.
    let sandbox = Sandbox::with_pair();
    sandbox.at("2026-12-02T03:00:00Z");
    let mut args = ADD.to_vec();
    args[3] = "mentee";
    args.extend(["--behaviour", "You came at ten past"]);
    sandbox.ok(&args);
    assert_eq!(sandbox.json("feedback show 1")["item"]["on"], "2026-12-01");
}

#[test]
fn response_before_the_feedback_was_given_is_refused() {
    let begun = Sandbox::with_agreement();
    let sandbox = begun.at("2026-12-10T09:00:00Z");
    sandbox.ok(r#"feedback add --from mentor --kind keep --situation "Tuesday's call"
           --behaviour 'You gave a status' --impact 'Nobody had to ask'"#);
    let output = sandbox.run("feedback respond 1 ok --on 2026-12-02");
    assert_eq!(output.status, 4, "{output}");
    assert!(output.stderr.contains("was given on 10 Dec 2026"), "{output}");
}

#[test]
fn the_days_of_feedback_stay_in_order() {
    let sandbox = Sandbox::with_pair();
    let add = "feedback add --kind keep --situation Standup --behaviour 'Asked why' --impact 'Saved a day'";
    sandbox.ok(&format!("{add} --on 2026-12-01 --follow-up 2026-12-08"));
    sandbox.at("2026-12-03T12:00:00Z").ok("feedback respond 1 Thanks");
    sandbox.at("2026-12-10T12:00:00Z");
    let before = sandbox.ok("export");
    insta::assert_snapshot!(sandbox.refused("feedback edit 1 --on 2026-12-05"), @"
    error: it was answered on Thu 3 Dec, so it can't have been given on Sat 5 Dec
    hint: pick an earlier day with `--on`
    ");
    insta::assert_snapshot!(sandbox.refused("feedback edit 1 --follow-up 2026-11-10"), @"
    error: feedback of Tue 1 Dec can't be revisited on Tue 10 Nov
    hint: pick a later day with `--follow-up`
    ");
    sandbox.refused(&format!("{add} --follow-up 2026-12-09"));
    assert_eq!(sandbox.ok("export"), before);
    sandbox.ok("feedback edit 1 --on 2026-12-02");
}
