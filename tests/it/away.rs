//! `mentor away`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Records that Ana is away for exams over New Year.
fn exams() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("away add 2026-12-20 2027-01-03 --who them --because exams");
    sandbox
}

#[test]
fn days_away_are_confirmed_and_listed_with_their_person() {
    let sandbox = exams();
    insta::assert_snapshot!(sandbox.run("away add fri --because 'A wedding'"), @"
    --- stderr ---
    Sam Rivera is away on Fri 4 Dec (in 3 days): A wedding
    ");
    insta::assert_snapshot!(sandbox.run("away list"), @"
    #  who         away                                         reason
    2  Sam Rivera  on Fri 4 Dec (in 3 days)                     A wedding
    1  Ana Díaz    from Sun 20 Dec to Sun 3 Jan 2027 (15 days)  exams
    ");
    assert_eq!(sandbox.at("2027-01-04T09:00:00Z").ok("away list"), "");
    assert!(sandbox.ok("away list --all").contains("exams"));
}

#[test]
fn overlapping_days_away_are_refused_for_the_same_person_only() {
    let sandbox = exams();
    insta::assert_snapshot!(sandbox.refused("away add 2027-01-03 2027-01-05 --who mentee"), @"
    error: Ana Díaz is already away from 20 Dec 2026 to 3 Jan 2027 (away 1)
    hint: run `mentor away drop 1` first
    ");
    insta::assert_snapshot!(sandbox.refused("away add 2026-12-24 --who ana"), @"
    error: Ana Díaz is already away from 20 Dec 2026 to 3 Jan 2027 (away 1)
    hint: run `mentor away drop 1` first
    ");
    sandbox.ok("away add 2027-01-03 2027-01-05");
    sandbox.ok("away add 2027-01-04 --who them");
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = exams();
    insta::assert_snapshot!(sandbox.refused("away add 2027-02-03 2027-02-01"), @"
    error: the last day (Mon 1 Feb 2027) is before the first (Wed 3 Feb 2027)
    hint: give the first day first
    ");
    insta::assert_snapshot!(sandbox.refused("away add someday"), @"
    error: `someday` is not a day
    hint: write it like `2026-12-01`, `tomorrow`, `fri`, `+3d`, `in 2 weeks` or `4 dec`
    ");
    insta::assert_snapshot!(sandbox.refused("away add fri --who bob"), @"
    error: `bob` is not the mentor or mentee of `ana`
    hint: use `mentor`, `mentee`, `me`, `them` or a first name
    ");
    assert_eq!(sandbox.run("away add").status, 5);
    assert_eq!(sandbox.run("away drop 9").status, 3);
}

#[test]
fn rhythm_rests_while_one_side_is_away() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-15T17:00:00Z").ok("log 'We met'");
    let meet_by = || sandbox.json("status")["items"][0]["meet_by"].clone();
    assert_eq!(meet_by(), "2026-12-29");
    sandbox.ok("away add 2026-12-20 2027-01-03 --who them");
    assert_eq!(meet_by(), "2027-01-13");
    sandbox.ok("away add 2027-01-02 2027-01-06");
    assert_eq!(meet_by(), "2027-01-16", "days that both are away count once");
    let due = sandbox.at("2027-01-10T09:00:00Z").ok("due");
    assert!(!due.contains("plan the next check-in"), "{due}");
    let check = sandbox.ok("agree check");
    assert!(check.contains("1 of 1 check-ins"), "{check}");
}

#[test]
fn first_call_waits_for_the_side_that_is_away() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("away add 2026-12-01 2026-12-10 --who them");
    let due = sandbox.at("2026-12-29T09:00:00Z").ok("due");
    assert!(
        due.starts_with("4 days overdue  ana  both  check-in  plan the next check-in"),
        "{due}"
    );
}

#[test]
fn feedback_response_waits_while_the_receiver_is_away() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("feedback add --from me --kind keep --situation 'Call 1' --behaviour x --impact y");
    let kept = || {
        let check = sandbox.json("agree check");
        let items = check["items"].as_array().unwrap().clone();
        let feedback =
            items.iter().find(|one| one["promise"] == "feedback" && one["side"] == "mentee");
        feedback.unwrap()["kept"].clone()
    };
    let answered = || {
        sandbox.at("2026-12-14T12:00:00Z").ok("feedback respond 1 'I will keep it up'");
        kept()
    };
    sandbox.ok("away add 2026-12-02 2026-12-08 --who them");
    assert_eq!(answered(), 1);
    sandbox.ok("undo");
    sandbox.ok("undo");
    assert_eq!(answered(), 0, "five working days end on the 8th");
    sandbox.ok("away add 2026-12-02 2026-12-08 --who them --late");
    assert_eq!(kept(), 0, "time away excuses nothing afterwards");
}

#[test]
fn user_can_be_away_without_a_pair() {
    let sandbox = Sandbox::new();
    sandbox.ok("init --name 'Sam Rivera' --tz Europe/London");
    sandbox.ok("away add 2026-12-24");
    assert!(sandbox.ok("away list").contains("Sam Rivera  on Thu 24 Dec"));
}

#[test]
fn partner_sees_the_days_away_but_not_a_private_reason() {
    let sandbox = exams();
    let form =
        sandbox.file("away.toml", "from = \"2027-02-01\"\nbecause = \"therapy\"\nprivate = true\n");
    sandbox.ok(&["away", "add", "--from-file", &form]);
    sandbox.ok("away add 2027-02-08 --because 'a job interview' --private");
    assert!(sandbox.ok("away list").contains("therapy [private]"));
    let export = sandbox.ok("export --for-partner");
    for day in ["2027-02-01", "2027-02-08", "exams"] {
        assert!(export.contains(day), "{day}\n{export}");
    }
    for reason in ["therapy", "interview"] {
        assert!(!export.contains(reason), "{reason}\n{export}");
    }
}

#[test]
fn invalid_day_is_asked_for_again() {
    let sandbox = Sandbox::with_pair();
    let answers = ["", "someday", "2026-12-20", "2026-12-19", "2027-01-03", "bob", "ana", "exams"];
    let output = sandbox.run_with("away add", b"", Some(&answers));
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Ana Díaz is away from Sun 20 Dec to Sun 3 Jan 2027 (15 days): exams
    ");
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = exams();
    sandbox.takes_back("away add 2027-02-01");
    sandbox.takes_back("away drop 1");
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = exams();
    must_fit("away", &sandbox.json("away add 2027-02-01"));
    must_fit("away", &sandbox.json("away drop 2"));
    let list = sandbox.json("away list");
    assert_eq!(list["schema"], "mentor.away.list/1");
    assert_eq!(list["items"][0]["because"], "exams");
}

#[test]
fn time_away_moves_the_review_equally_in_every_report() {
    let sandbox = Sandbox::with_pair();
    let agreed = "agree --starts 2026-12-01 --review-every '8 weeks'";
    sandbox.ok(agreed);
    sandbox.ok("away add 2026-12-10 2026-12-19");
    sandbox.at("2027-02-20T09:00:00Z");
    sandbox.ok("log 'Talked about scope'");
    let due = sandbox.ok("due");
    assert!(due.contains("15 days overdue") && due.contains("review"), "{due}");
    let agenda = sandbox.ok("agenda");
    assert!(agenda.contains("the progress review is 15 days overdue"), "{agenda}");
}

#[test]
fn days_away_that_are_over_stay_when_the_rest_is_dropped() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("question ask 'Which design?' --from mentee");
    sandbox.ok("away add 2026-12-02 2026-12-11");
    sandbox.at("2026-12-07T09:00:00Z");
    insta::assert_snapshot!(sandbox.run("away drop 1"), @"
    --- stderr ---
    Ended time away 1: Sam Rivera was away from Wed 2 Dec to Sun 6 Dec (5 days)
    ");
    sandbox.at("2026-12-08T09:00:00Z").ok("question answer 1 'The second'");
    let replies = |args: &str| {
        let check = sandbox.json(args);
        let mut items = check["items"].as_array().unwrap().iter();
        let found = items.find(|item| item["promise"] == "reply" && item["side"] == "mentor");
        (found.unwrap()["kept"].clone(), found.unwrap()["of"].clone())
    };
    assert_eq!(replies("agree check"), (1.into(), 1.into()));
    insta::assert_snapshot!(sandbox.refused("away drop 1"), @"
    error: time away 1 ended on Sun 6 Dec, and deadlines were counted without its days
           nothing was changed
    ");
    assert_eq!(replies("agree check"), (1.into(), 1.into()));
    insta::assert_snapshot!(sandbox.refused("away add 2026-12-05 2026-12-10"), @"
    error: Sam Rivera is already away from 2 Dec to 6 Dec 2026 (away 1)
    hint: begin on 2026-12-07
    ");
}

#[test]
fn days_away_entered_today_are_removed_wholly() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-07T09:00:00Z").ok("away add 2026-12-02 2026-12-04 --late");
    sandbox.ok("away drop 1");
    assert_eq!(sandbox.ok("away list --all"), "");
    sandbox.ok("away add 2026-12-07 2026-12-08 --who them");
    sandbox.at("2026-12-08T01:00:00Z").ok("away drop 2");
    assert_eq!(sandbox.ok("away list --all"), "", "it is still the 7th in Bogotá");
}

#[test]
fn days_that_are_over_are_refused_unless_they_are_said_to_be_late() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-08T03:00:00Z");
    insta::assert_snapshot!(sandbox.refused("away add 2026-12-02 2026-12-04 --because flu"), @"
    error: 2 Dec to 4 Dec 2026 is over, and time away entered late doesn't excuse a missed deadline
           nothing was changed
    hint: add `--late` to record it anyway
    ");
    let yesterday = sandbox.refused("away add yesterday");
    assert!(yesterday.starts_with("error: 7 Dec 2026 is over"), "{yesterday}");
    sandbox.ok("away add 2026-12-07 --who them");
    insta::assert_snapshot!(sandbox.run("away add 2026-12-02 2026-12-04 --late"), @"
    --- stderr ---
    Sam Rivera was away from Wed 2 Dec to Fri 4 Dec (3 days)
    note: entered afterwards: deadlines that have already passed are not excused
    ");
}

#[test]
fn question_refuses_a_last_day_that_is_over() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-08T03:00:00Z");
    let answers = ["2026-12-02", "2026-12-04", "2026-12-09", "me", "flu"];
    let output = sandbox.run_with("away add", b"", Some(&answers));
    assert!(output.stderr.contains("from Wed 2 Dec to Wed 9 Dec (8 days): flu"), "{output}");
}

#[test]
fn time_away_of_all_pairs_includes_ended_ones() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add bo --mentee Bo");
    sandbox.ok("away add 2026-12-20 2027-01-03 --who them -p ana");
    sandbox.ok("end --reason other -p ana");
    assert_eq!(sandbox.ok("away list"), "");
    assert!(sandbox.ok("away list --all-pairs").contains("Ana"));
    assert_eq!(sandbox.run("away list --all-pairs -p bo").status, 2);
}
