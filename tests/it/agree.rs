//! `mentor agree`

use crate::sandbox::Sandbox;

#[test]
fn new_version_is_due_until_the_other_side_accepts_it() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Grow");
    let due = sandbox.at("2026-12-03T09:00:00Z").run("due");
    insta::assert_snapshot!(due, @"2 days overdue  ana  Ana  agreement  accept version 1 of the agreement (`mentor agree accept --by mentee -p ana`)");
    sandbox.ok("agree accept --by them");
    assert_eq!(sandbox.ok("due"), "");
    assert_eq!(sandbox.run("agree accept --by them").status, 4);
}

#[test]
fn second_agreement_becomes_a_new_version_with_a_reason() {
    let sandbox = Sandbox::with_agreement();
    assert_eq!(sandbox.run("agree --purpose Again").status, 4);
    assert_eq!(sandbox.run("agree renew --length 1h").status, 5);
    sandbox.ok("agree renew --length 1h --because '45 minutes are too short'");
    insta::assert_snapshot!(sandbox.run("agree diff"), @"
    Version 1 to version 2
      because  45 minutes are too short
      length   - 45 min
               + 1 h
    ");
}

#[test]
fn agreed_review_day_is_written_like_other_days() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Grow --review-on 2026-12-04");
    sandbox.ok("agree accept --by mentee");
    sandbox.at("2026-12-08T09:00:00Z");
    assert!(sandbox.ok("agree check").contains("on 4 Dec 2026"));
    sandbox.ok("config set dates american");
    assert!(sandbox.ok("agree check").contains("on Dec 4, 2026"));
    let check = sandbox.json("agree check");
    assert_eq!(check["items"][0]["agreed"], "on 2026-12-04");
}

#[test]
fn printed_form_can_be_read_back() {
    let sandbox = Sandbox::with_pair();
    let template = sandbox.ok("agree template");
    let empty = sandbox.run_with("agree --from -", template.as_bytes(), None);
    assert_eq!(empty.status, 5, "{empty}");
    // With the example of every field as its answer, the form is a complete agreement.
    let filled: String = template
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(answer) if answer.contains(" = ") => format!("{answer}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    let output = sandbox.run_with("agree --from -", filled.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(sandbox.ok("agree lint"), "");
}

#[test]
fn page_to_sign_shows_both_names() {
    let page = Sandbox::with_agreement().ok("agree show --markdown");
    assert!(page.contains("Sam Rivera (mentor): ____"), "{page}");
    assert!(page.contains("Ana Díaz (mentee): ____"), "{page}");
}

#[test]
fn check_counts_the_calls_kept_of_the_rhythm() {
    let sandbox = Sandbox::with_agreement();
    for day in ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-26", "2027-02-09"] {
        sandbox.at(&format!("{day}T17:00:00Z")).ok("log Call --minutes 45");
    }
    let check = sandbox.json("agree check");
    assert_eq!(check["items"][0]["promise"], "cadence");
    assert_eq!(check["items"][0]["kept"], 5);
    assert_eq!(check["items"][0]["of"], 6);
}

#[test]
fn promises_of_both_sides_are_shown_side_by_side() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("followup add 'mentor: read by 2026-12-02'");
    sandbox.ok("followup add 'mentee: write by 2026-12-02'");
    sandbox.at("2026-12-02T12:00:00Z").ok("followup done 1");
    let check = sandbox.at("2026-12-05T12:00:00Z").json("agree check");
    let items = check["items"].as_array().unwrap();
    let of = |side: &str| {
        items
            .iter()
            .find(|item| item["promise"] == "follow-ups" && item["side"] == side)
            .unwrap()
            .clone()
    };
    assert_eq!((of("mentor")["kept"].as_i64(), of("mentor")["of"].as_i64()), (Some(1), Some(1)));
    assert_eq!((of("mentee")["kept"].as_i64(), of("mentee")["of"].as_i64()), (Some(0), Some(1)));
    assert_eq!(of("mentee")["cites"][0], "follow-up 2");
}

#[test]
fn one_reply_time_in_a_form_applies_to_both_sides() {
    let sandbox = Sandbox::with_pair();
    let form = sandbox
        .file("a.toml", "reply_within = \"2 working days\"\nmentee_replies_within = \"1 week\"");
    sandbox.ok(&["agree", "--from", &form]);
    let terms = &sandbox.json("agree show")["item"];
    assert_eq!(terms["mentor_replies_within"], "2 working days");
    assert_eq!(terms["mentee_replies_within"], "1 week");
}

#[test]
fn comparing_two_forms_shows_only_the_differences() {
    let sandbox = Sandbox::with_pair();
    let mentors = sandbox.file("mentor.toml",
        "cadence = \"every 2 weeks\"\nlength = \"45m\"\nreply_within = \"2 working days\"\noff_limits = [\"Family\"]",
    );
    let mentees = sandbox.file(
        "mentee.toml",
        "cadence = \"weekly\"\nlength = \"45 min\"\nmentor_replies_within = \"1 working day\"",
    );
    let before = sandbox.ok("export");
    insta::assert_snapshot!(sandbox.run(&["agree", "compare", &mentors, &mentees]), @"
    To talk about
      cadence                Sam: every 2 weeks
                             Ana: every 1 week
      mentor replies within  Sam: 2 working days
                             Ana: 1 working day
      mentee replies within  Sam: 2 working days
                             Ana: no answer
      off limits             Sam: Family
                             Ana: no answer
      alike                  length
    ");
    let merged = sandbox.ok(&["agree", "compare", &mentors, &mentees, "--merged"]);
    assert_eq!(sandbox.ok("export"), before, "a comparison changes nothing");
    let merged = sandbox.file("merged.toml", &merged);
    sandbox.ok(&["agree", "--from", &merged]);
    let terms = &sandbox.json("agree show")["item"];
    assert_eq!(terms["length"], 45);
    assert_eq!(terms["cadence"], serde_json::Value::Null, "what they differ on waits for the talk");
}

#[test]
fn forms_that_share_no_answer_are_not_compared() {
    let sandbox = Sandbox::with_pair();
    let mentors = sandbox.file("mentor.toml", "cadence = \"every 2 weeks\"");
    let other = sandbox.file("other.toml", "channel = \"video\"");
    let topic = sandbox.file("topic.toml", "title = \"How to say no\"");
    let empty = sandbox.file("empty.toml", "# nothing");
    let before = sandbox.ok("export");
    insta::assert_snapshot!(sandbox.run(&["agree", "compare", &mentors, &other]), @"
    --- stderr ---
    error: the two forms have no answered field in common
    hint: each of you fills in the form that `mentor agree template` prints
    [exit 4]
    ");
    insta::assert_snapshot!(sandbox.run(&["agree", "compare", &mentors, &empty]), @"
    --- stderr ---
    error: `~/empty.toml` has no answers
    hint: remove the `#` from the lines you fill in
    [exit 4]
    ");
    let unrelated = sandbox.run(&["agree", "compare", &mentors, &topic]);
    assert_eq!(unrelated.status, 4, "{unrelated}");
    assert!(
        unrelated.stderr.starts_with("error: line 1 of `~/topic.toml`: unknown key `title`"),
        "{unrelated}"
    );
    assert_eq!(sandbox.ok("export"), before);
}

#[test]
fn check_can_exit_with_1_for_a_broken_promise() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("followup add 'me: read by 2026-12-02'");
    let check = ["agree", "check", "--exit-code"];
    assert_eq!(sandbox.run(&check).status, 0);
    sandbox.at("2026-12-05T09:00:00Z");
    let output = sandbox.run(&check);
    assert_eq!(output.status, 1, "{output}");
    assert!(output.stdout.contains("0 of 1"), "{output}");
    assert_eq!(sandbox.run("agree check").status, 0);
}

#[test]
fn promises_without_data_are_named_in_one_line() {
    let sandbox = Sandbox::with_agreement();
    insta::assert_snapshot!(sandbox.run("agree check"), @"
    No data yet on cadence, length, replies, feedback, notice, reviews and follow-ups

    What counts as kept: `mentor help promises`
    ");
    let promises = |text: &str| {
        let at = text.find("Promises kept").unwrap();
        text[at..].split("\n\n").next().unwrap().to_owned()
    };
    insta::assert_snapshot!(promises(&sandbox.ok("review")), @"
    Promises kept
      • no data yet on cadence, length, replies, feedback, notice, reviews and follow-ups
    ");
    let items = sandbox.json("agree check")["items"].clone();
    assert!(items.as_array().unwrap().len() > 5, "{items}");
    sandbox.ok("followup add 'mentor: read by 2026-12-02'");
    sandbox.at("2026-12-05T12:00:00Z");
    insta::assert_snapshot!(sandbox.run("agree check"), @"
    promise     by                agreed           what happened   see
    follow-ups  Sam  not kept     by the due date  0 of 1 on time  follow-up 1
    follow-ups  Ana  no data yet  by the due date  no data yet
    No data yet on cadence, length, replies, feedback, notice and reviews

    What counts as kept: `mentor help promises`
    ");
    insta::assert_snapshot!(promises(&sandbox.ok("review")), @"
    Promises kept
                  agreed           Sam                   Ana
      follow-ups  by the due date  0 of 1 [follow-up 1]  no data yet
      no data yet on cadence, length, replies, feedback, notice and reviews
    ");
}

#[test]
fn days_of_an_agreement_are_shown_in_the_usual_format() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --starts today --ends 2027-06-01");
    let shown = sandbox.ok("agree show");
    assert!(
        shown.contains("  starts  Tue 1 Dec\n") && shown.contains("  ends    Tue 1 Jun 2027"),
        "{shown}"
    );
    let ends = "agree renew --ends 2027-07-01 --because a";
    sandbox.ok(ends);
    let diff = sandbox.ok("agree diff");
    assert!(diff.contains("- Tue 1 Jun 2027"), "{diff}");
    let page = sandbox.ok("agree show --markdown");
    assert!(page.contains("**Ends:** Thu 1 Jul 2027"), "{page}");
}

/// Makes an agreement with a last day and a length, and answers the questions of its renewal.
fn renewed_by_questions(answers: &[&str]) -> (Sandbox, crate::sandbox::Output) {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Lead --ends 2027-06-01");
    sandbox.ok("agree renew --because a --hours-a-month 2");
    let output = sandbox.run_with("agree renew", b"", Some(answers));
    (sandbox, output)
}

#[test]
fn dash_clears_a_term_in_the_questions_of_a_renewal() {
    // The last day is cleared, then the question is returned to and its answer kept.
    let answers = ["Exams", "", "-", "<", "", "", "45m", "", "", "", "", ""];
    let (sandbox, output) = renewed_by_questions(&answers);
    assert_eq!(output.status, 0, "{output}");
    let item = sandbox.json("agree show")["item"].clone();
    assert_eq!(item["changed_because"], "Exams", "{item}");
    assert_eq!(item["ends"], serde_json::Value::Null, "{item}");
    assert_eq!(item["purpose"], "Lead", "{item}");
    assert_eq!(item["hours_a_month"], 2, "{item}");
}

#[test]
fn draft_of_a_renewal_keeps_its_reason_and_cleared_terms() {
    let (sandbox, output) = renewed_by_questions(&["Exams", "", "-", "every 2 weeks"]);
    assert_eq!(output.status, 5, "{output}");
    let shown = sandbox.ok("draft show agree-renew");
    assert!(shown.contains("because = \"Exams\""), "{shown}");
    let answers = ["45m", "", "", "", "", ""];
    let resumed = sandbox.run_with("draft resume agree-renew", b"", Some(&answers));
    assert_eq!(resumed.status, 0, "{resumed}");
    let item = sandbox.json("agree show")["item"].clone();
    assert_eq!(item["changed_because"], "Exams", "{item}");
    assert_eq!(item["ends"], serde_json::Value::Null, "{item}");
    // No question asked about it.
    assert_eq!(item["hours_a_month"], 2, "{item}");
}

#[test]
fn an_empty_flag_clears_a_term_of_a_renewal() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Lead --ends 2027-06-01 --length 45m --off-limits Family");
    sandbox.ok("agree renew --because x --ends '' --length '' --off-limits ''");
    let terms = sandbox.json("agree show")["item"].clone();
    assert_eq!(terms["ends"], serde_json::Value::Null, "{terms}");
    assert_eq!(terms["length"], serde_json::Value::Null, "{terms}");
    assert_eq!(terms["off_limits"], serde_json::json!([]), "{terms}");
    assert_eq!(terms["purpose"], "Lead", "{terms}");
}

#[test]
fn a_renewal_that_changes_no_term_is_refused() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Lead --length 45m");
    insta::assert_snapshot!(sandbox.run("agree renew --because x"), @r#"
    --- stderr ---
    error: no term differs from version 1
    hint: name a term to change, such as `--length 45m` (`--length ""` clears it)
    [exit 4]
    "#);
    let same = sandbox.run("agree renew --because x --length 45m");
    assert_eq!(same.status, 4, "{same}");
    let answers = ["x", "", "", "", "", "", "", "", "", ""];
    let asked = sandbox.run_with("agree renew", b"", Some(&answers));
    assert!(asked.stderr.contains("Nothing was changed"), "{asked}");
    let versions = sandbox.json("agree history");
    assert_eq!(versions["items"].as_array().unwrap().len(), 1);
    assert!(sandbox.ok("draft list").is_empty());
}

#[test]
fn form_that_omits_terms_reports_which_ones_are_dropped() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Lead --length 45m --notice '1 day'");
    let output = sandbox.run_with("agree renew --because x --from -", b"length = \"60m\"\n", None);
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Recorded version 2 of the agreement with Ana; Ana hasn't accepted it yet
    note: version 2 drops what the form leaves out: purpose and notice
    hint: run `mentor agree accept --by mentee` once Ana accepts it
    ");
}

#[test]
fn fixed_cadence_outside_working_hours_gets_a_remark() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("agree --cadence 'weekly on sat 03:00'");
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Recorded version 1 of the agreement with Ana; Ana hasn't accepted it yet
    First check-ins: Sat 5 Dec 03:00, Sat 12 Dec 03:00 and Sat 19 Dec 03:00 (Fri 22:00 for Ana)
    note: that is 22:00 on a Friday for Ana and 03:00 on a Saturday for you, outside both your working hours
    hint: run `mentor agree accept --by mentee` once Ana accepts it
    ");
}

#[test]
fn a_renewal_can_not_be_accepted_before_it_was_recorded() {
    let sandbox = Sandbox::with_agreement();
    sandbox.at("2026-12-10T09:00:00Z").ok("agree renew --notice 48h --because exams --proposed");
    sandbox.at("2026-12-12T09:00:00Z");
    insta::assert_snapshot!(sandbox.refused("agree accept --by me --on 2026-12-05"), @"
    error: version 2 was only recorded on Thu 10 Dec, so Sam can't have accepted it on Sat 5 Dec
    hint: pick a later day with `--on`, or leave it out for today
    ");
    sandbox.ok("agree accept --by me --on 2026-12-10");
}

#[test]
fn first_dates_of_a_renewal_are_those_that_count() {
    for (cadence, due) in [("every 2 weeks", "Tue 15 Dec"), ("every 3 weeks", "Tue 22 Dec")] {
        let sandbox = Sandbox::with_agreement();
        sandbox.at("2026-12-01T15:00:00Z").ok("log First");
        sandbox.at("2026-12-08T09:00:00Z");
        let renewal = ["agree", "renew", "--because", "x", "--starts", "2026-12-05", "--cadence"];
        let output = sandbox.run(&[&renewal[..], &[cadence]].concat());
        let printed = format!("First check-ins by {due}");
        assert!(output.stderr.contains(&printed), "{output}");
        sandbox.ok("agree accept --by them");
        assert!(sandbox.ok("status").contains(&format!("due by {due}")));
    }
}

#[test]
fn acceptance_without_a_name_is_your_own() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --purpose Grow --starts 2026-12-01 --proposed");
    sandbox.ok("agree accept");
    insta::assert_snapshot!(sandbox.refused("agree accept"), @"
    error: Sam already accepted version 1 on Tue 1 Dec
    hint: run `mentor agree accept --by mentee` once Ana has accepted it
    ");
    sandbox.ok("agree accept --by mentee");
}

#[test]
fn early_call_counts_where_its_day_ends_a_day_later_for_the_other_side() {
    let sandbox = Sandbox::new();
    sandbox.at("2026-06-01T10:00:00Z").ok("init --name Sam --tz Pacific/Kiritimati");
    sandbox.ok("pair add ana --mentee Ana --tz Pacific/Pago_Pago");
    sandbox.ok("agree --purpose Grow --starts 2026-06-01 --ends 2026-12-01 \
         --cadence 'monthly on 1st sun 01:30 Pacific/Kiritimati'");
    sandbox.ok("agree accept --by mentee");
    // Three days before the agreed time, which is Sat 4 Jul 00:30 for Ana; her day ends on 5 Jul at 11:00 UTC.
    sandbox.at("2026-07-02T07:30:00Z").ok("log Talked --minutes 40");
    sandbox.at("2026-07-14T19:00:00Z");
    let check = sandbox.json("agree check --since 2026-07-07");
    let cadence = check["items"].as_array().unwrap().iter().find(|it| it["promise"] == "cadence");
    assert_eq!(cadence.unwrap()["verdict"], "unmeasured", "{check}");
    let whole = sandbox.json("agree check");
    let cadence = whole["items"].as_array().unwrap().iter().find(|it| it["promise"] == "cadence");
    assert_eq!(cadence.unwrap()["kept"], 1, "{whole}");
}
