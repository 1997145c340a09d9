//! `mentor pulse`

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// The statements, in the order in which they are asked.
const STATEMENTS: [&str; 6] =
    ["--rhythm", "--follow-through", "--candour", "--challenge", "--support", "--progress"];

fn asked() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("pair edit --since 2026-06-01");
    sandbox.ok("pulse ask");
    sandbox
}

/// Returns the arguments of `mentor pulse answer` for one side, with a figure for each statement.
fn answer<'a>(side: &'a str, figures: &'a [&'a str; 6]) -> Vec<&'a str> {
    let mut args = vec!["pulse", "answer", "--by", side];
    for (statement, figure) in STATEMENTS.iter().zip(figures) {
        args.extend([*statement, figure]);
    }
    args
}

/// Returns all reports and exports in which answers could appear, except the user's own answers.
fn all_reports_and_exports(sandbox: &Sandbox) -> String {
    let reports: [&[&str]; 14] = [
        &["pulse", "list"],
        &["pulse", "list", "--json"],
        &["pulse", "show", "1"],
        &["pulse", "show", "1", "--json"],
        &["agenda"],
        &["agenda", "--json"],
        &["brief"],
        &["due", "--within", "90 days"],
        &["review"],
        &["status"],
        &["history"],
        &["agree", "check"],
        &["end", "show"],
        &["export", "--for-partner"],
    ];
    let printed = reports.map(|args| sandbox.ok(args));
    // The uids differ between the two files.
    let lines = printed.iter().flat_map(|text| text.lines());
    lines.filter(|line| !line.contains("\"uid\"")).collect::<Vec<_>>().join("\n")
}

#[test]
fn only_large_differences_between_answers_are_shown() {
    let sandbox = asked();
    insta::assert_snapshot!(sandbox.run(&answer("me", &["4", "4", "5", "3", "4", "4"])), @"
    --- stderr ---
    Saved Sam's answers to pulse 1
    ");
    insta::assert_snapshot!(sandbox.run("pulse show 1"), @"
    Pulse 1: asked on 1 Dec 2026
      pair         ana
      on           Tue 1 Dec
      state        open since Tue 1 Dec
      answered by  Sam
      differences  shown once both have answered
    ");
    insta::assert_snapshot!(sandbox.run(&answer("mentee", &["3", "4", "2", "5", "4", "4"])), @"
    --- stderr ---
    Saved Ana's answers to pulse 1
    You have both answered pulse 1: 2 differences to talk about
    ");
    insta::assert_snapshot!(sandbox.run("pulse show 1"), @"
    Pulse 1: asked on 1 Dec 2026
      pair         ana
      on           Tue 1 Dec
      state        answered since Tue 1 Dec
      answered by  Sam
                   Ana
      differences  I can say what I really think: Sam 5, Ana 2
                   My work is challenged, not me as a person: Sam 3, Ana 5
    ");
    let agenda = sandbox.ok("agenda");
    assert!(agenda.contains("• pulse: I can say what I really think: Sam 5, Ana 2"), "{agenda}");
    assert!(!agenda.contains("We meet often enough"), "{agenda}");
    sandbox.at("2026-12-02T09:00:00Z").ok("log 'We talked about it'");
    assert!(!sandbox.ok("agenda").contains("pulse:"), "it was talked about");
}

#[test]
fn similar_answers_leave_nothing_to_talk_about() {
    let sandbox = asked();
    sandbox.ok(&answer("mentor", &["4", "4", "4", "4", "4", "4"]));
    insta::assert_snapshot!(sandbox.run(&answer("mentee", &["4", "5", "3", "4", "4", "4"])), @"
    --- stderr ---
    Saved Ana's answers to pulse 1
    You have both answered pulse 1: no big differences
    ");
    assert!(sandbox.ok("pulse show 1").contains("nothing: you mostly agree"));
}

#[test]
fn answers_are_hidden_until_both_sides_have_answered() {
    let [low, high] = [["1"; 6], ["5"; 6]].map(|figures| {
        let sandbox = asked();
        let mut args = answer("mentee", &figures);
        let words = figures[0].repeat(7);
        args.extend(["--keep", &words, "--change", &words, "--feeling", &words]);
        sandbox.ok(&args);
        all_reports_and_exports(&sandbox)
    });
    assert_eq!(low, high);
}

#[test]
fn similar_answers_stay_hidden_after_both_have_answered() {
    let [near, same] = [["4"; 6], ["5"; 6]].map(|figures| {
        let sandbox = asked();
        sandbox.ok(&answer("mentor", &["4"; 6]));
        sandbox.ok(&answer("mentee", &figures));
        all_reports_and_exports(&sandbox)
    });
    assert_eq!(near, same);
}

#[test]
fn partner_export_has_no_pulse_answers() {
    let sandbox = asked();
    sandbox.ok(&answer("mentor", &["4"; 6]));
    sandbox.ok(&answer("mentee", &["1"; 6]));
    let export = sandbox.json("export --for-partner");
    assert_eq!(export["pulse"].as_array().unwrap().len(), 1);
    assert_eq!(export["pulse_answer"], serde_json::json!([]));
    let own = sandbox.json("export");
    assert_eq!(own["pulse_answer"].as_array().unwrap().len(), 2, "a whole export is one's own");
}

#[test]
fn next_pulse_can_be_asked_once_both_have_answered() {
    let sandbox = Sandbox::with_agreement();
    let due = |day: &str| {
        let due = sandbox.at(&format!("{day}T09:00:00Z")).ok("due");
        due.lines().filter(|line| line.contains("pulse")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(due("2026-12-28"), "");
    insta::assert_snapshot!(due("2026-12-31"), @"");
    sandbox.ok("pulse ask");
    assert_eq!(due("2027-01-04"), "");
    insta::assert_snapshot!(due("2027-01-07"), @"
    due today        ana  you   pulse 1   answer the pulse (`mentor pulse answer -p ana`)
    due today        ana  Ana   pulse 1   answer the pulse (`mentor pulse answer -p ana`)
    ");
    sandbox.ok(&answer("mentor", &["4"; 6]));
    insta::assert_snapshot!(due("2027-01-09"), @"2 days overdue   ana  Ana   pulse 1   answer the pulse (`mentor pulse answer -p ana`)");
    sandbox.ok(&answer("mentee", &["4"; 6]));
    assert_eq!(due("2027-03-13"), "");
    insta::assert_snapshot!(due("2027-03-16"), @"due today        ana  both  pulse     start a pulse check (`mentor pulse ask -p ana`)");
}

#[test]
fn second_or_too_early_answers_are_refused() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("pair edit --since 2026-06-01");
    insta::assert_snapshot!(sandbox.refused(&answer("me", &["4"; 6])), @"
    error: no pulse check has been started
    hint: run `mentor pulse ask` to start one
    ");
    sandbox.ok("pulse ask");
    let mut early = answer("me", &["4"; 6]);
    early.extend(["--on", "2026-11-30"]);
    insta::assert_snapshot!(sandbox.refused(&early), @"
    error: pulse 1 can't be asked on 1 Dec 2026 and answered on 30 Nov 2026
    hint: an answer is given on the day of the question or later; use `--on`
    ");
    sandbox.ok(&answer("me", &["4"; 6]));
    insta::assert_snapshot!(sandbox.refused(&answer("mentor", &["5"; 6])), @"
    error: Sam has already answered pulse 1
    hint: answers can't be changed; run `mentor pulse ask` to start the next one
    ");
    sandbox.ok(&answer("them", &["4"; 6]));
    insta::assert_snapshot!(sandbox.refused(&answer("mentee", &["5"; 6])), @"
    error: Ana has already answered pulse 1
    hint: answers can't be changed; run `mentor pulse ask` to start the next one
    ");
    insta::assert_snapshot!(sandbox.refused("pulse drop 1"), @"
    error: pulse 1 is already answered
    hint: run `mentor pulse delete 1` to delete it
    ");
}

#[test]
fn invalid_input_is_refused_and_changes_nothing() {
    let sandbox = asked();
    insta::assert_snapshot!(sandbox.refused("pulse ask"), @"
    error: pulse 1 is still open
    hint: run `mentor pulse answer` to answer it, or `mentor pulse drop 1` to close it
    ");
    insta::assert_snapshot!(sandbox.refused(&answer("me", &["4", "4", "6", "4", "4", "4"])), @"
    error: `--candour`: `6` is not an answer from 1 to 5
    hint: 1 is not at all, 5 is fully
    ");
    insta::assert_snapshot!(sandbox.refused("pulse ask --on tomorrow"), @"
    error: `--on`: Wed 2 Dec is in the future
    hint: leave the day out for today
    ");
    insta::assert_snapshot!(sandbox.run("pulse answer --rhythm 4"), @r#"
    --- stderr ---
    error: a pulse answer needs follow-through, candour, challenge, support and progress
    hint: try `--follow-through 4 --candour 4 --challenge 4 --support 4 --progress 4`
    [exit 5]
    "#);
    assert_eq!(sandbox.run("pulse answer").status, 5);
    assert_eq!(sandbox.run("pulse mine").status, 3);
}

#[test]
fn unanswered_pulse_can_be_dropped_or_redated() {
    let sandbox = asked();
    sandbox.ok("pulse edit 1 --on 2026-11-30");
    assert_eq!(sandbox.json("pulse show 1")["item"]["on"], "2026-11-30");
    sandbox.ok("pulse drop 1 --because Holidays");
    sandbox.at("2026-12-02T09:00:00Z").ok("pulse ask");
    sandbox.ok(&answer("me", &["4"; 6]));
    sandbox.at("2026-12-04T09:00:00Z");
    let late = sandbox.refused("pulse edit 2 --on 2026-12-03");
    assert!(
        late.starts_with("error: pulse 2 can't be asked on 3 Dec 2026 and answered on 2 Dec 2026"),
        "{late}"
    );
}

#[test]
fn own_answers_can_be_read_again() {
    let sandbox = asked();
    let mut args = answer("me", &["4", "4", "5", "3", "4", "4"]);
    args.extend(["--keep", "Starting with wins", "--feeling", "Hopeful"]);
    sandbox.ok(&args);
    insta::assert_snapshot!(sandbox.run("pulse mine"), @"
    Your answers to pulse 1
      4        We meet often enough and long enough
      4        Both of us do what we said we would
      5        I can say what I really think
      3        My work is challenged, not me as a person
      4        I get the support I need
      4        We are making progress on the goals
      keep     Starting with wins
      feeling  Hopeful
    ");
    sandbox.ok(&answer("them", &["4"; 6]));
    sandbox.at("2027-02-14T09:00:00Z").ok("pulse ask");
    assert!(sandbox.ok("pulse mine").contains("Hopeful"), "until the next ones");
}

#[test]
fn pulse_asks_statement_by_statement_on_a_terminal() {
    let sandbox = asked();
    let answers = ["", "4", "", "4", "9", "5", "3", "4", "4", "Wins first", ""];
    let output = sandbox.run_with("pulse answer", b"", Some(&answers));
    assert_eq!(output.status, 0, "{output}");
    let own = sandbox.json("pulse mine");
    assert_eq!(own["item"]["side"], "mentor");
    assert_eq!(own["item"]["candour"], 5);
    // One side has answered, so these are the other's answers and no question about the side is asked.
    let answers = ["4", "4", "2", "3", "4", "4", "", "Less status"];
    let output = sandbox.run_with("pulse answer", b"", Some(&answers));
    assert!(output.stderr.contains("1 difference to talk about"), "{output}");
    let output = sandbox.run_with("pulse answer", b"", Some(&[]));
    assert_eq!(output.status, 4, "{output}");
}

#[test]
fn every_step_can_be_undone_completely() {
    let sandbox = asked();
    sandbox.ok(&answer("me", &["4"; 6]));
    let answer = answer("them", &["1"; 6]);
    for step in [&answer[..], &["pulse", "drop", "1"], &["pulse", "delete", "1"]] {
        sandbox.takes_back(step);
    }
}

#[test]
fn every_answer_fits_its_schema() {
    let sandbox = asked();
    must_fit("pulse", &sandbox.json("pulse show 1"));
    must_fit("pulse_answer", &sandbox.json(&answer("me", &["4"; 6])));
    must_fit("pulse_answer", &sandbox.json("pulse mine"));
    sandbox.ok(&answer("them", &["1"; 6]));
    must_fit("pulse", &sandbox.json("pulse show 1"));
    must_fit("agenda", &sandbox.json("agenda"));
    assert_eq!(sandbox.json("pulse list")["schema"], "mentor.pulse.list/1");
}

#[test]
fn side_of_the_answers_is_chosen_by_name() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pulse ask");
    let answers = ["Ana", "4", "4", "4", "4", "4", "4", "", ""];
    let output = sandbox.run_with("pulse answer", b"", Some(&answers));
    assert_eq!(output.status, 0, "{output}");
    let pulse = &sandbox.json("pulse show 1")["item"];
    assert_eq!(pulse["answered_by"], serde_json::json!(["mentee"]), "{pulse}");
}

#[test]
fn question_names_the_pair_whose_pulse_is_to_be_answered() {
    let sandbox = Sandbox::with_pair();
    assert!(sandbox.run("pulse ask").stderr.contains("with `mentor pulse answer`"));
    sandbox.ok("pair add kim --mentee Kim --tz Asia/Tokyo");
    let asked = sandbox.run("pulse ask -p kim");
    assert!(asked.stderr.contains("with `mentor pulse answer -p kim`"), "{asked}");
    let again = sandbox.refused("pulse ask -p kim");
    assert!(again.contains("run `mentor pulse answer -p kim` to answer it"), "{again}");
    assert!(!sandbox.ok("history").contains("mentor pulse answer"));
}
