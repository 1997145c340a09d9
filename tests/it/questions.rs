//! Prompts on a terminal, with scripted answers.

use std::fs;

use crate::sandbox::Sandbox;

#[test]
fn invalid_answer_repeats_the_prompt() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add Pace");
    sandbox.ok("followup add 'me: read'");
    let answers = [
        "Talked about pace", "", // when: now
        "0", "0",        // covered, done
        "draft it", // refused, and asked again
        "me: send the book by fri", "", // follow-ups
        "Shipped", "", "", // wins, advice
        "very long", "50", "fri 16:00", // minutes refused, minutes, next
    ];
    let output = sandbox.run_with("log", b"", Some(&answers));
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Logged check-in 1 with Ana on Tue 1 Dec 09:00 (04:00 for Ana), 50 min
    Added follow-up 2 for Sam: send the book, due Fri 4 Dec (in 3 days)
    Completed follow-up 1 (Sam): read
    Covered topic 1: Pace
    Added win 1: Shipped
    Planned check-in 2 with Ana on Fri 4 Dec 16:00 (11:00 for Ana)
    ");
}

#[test]
fn interrupted_prompts_leave_a_draft_that_can_be_resumed() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run_with("log", b"", Some(&["Talked about pace", ""]));
    assert_eq!(output.status, 5, "{output}");
    assert!(
        output.stderr.contains("your text is saved in `~/.local/state/mentor/drafts/log.toml`"),
        "{output}"
    );
    let draft = sandbox.home.path().join(".local/state/mentor/drafts/log.toml");
    let taken_up = sandbox.run(&["log", "--from", &draft.display().to_string()]);
    assert_eq!(taken_up.status, 0, "{taken_up}");
    assert_eq!(sandbox.json("checkin show 1")["item"]["notes"], "Talked about pace");
}

#[test]
fn missing_pair_is_prompted_for() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add priya --mentor Priya");
    let output = sandbox.run_with("topic add Pace", b"", Some(&["1"]));
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(sandbox.json("topic show 1")["item"]["pair"], "priya");
}

/// A planned call that has begun since then is not the one that was logged.
#[test]
fn resumed_log_keeps_the_moment_of_its_questions() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("checkin add --at '2026-12-01 15:00'");
    let output = sandbox.run_with("log", b"", Some(&["Talked about pace", ""]));
    assert_eq!(output.status, 5, "{output}");
    sandbox.at("2026-12-01T18:00:00Z");
    let rest = ["", "", "", "50", "-"];
    let resumed = sandbox.run_with("draft resume log", b"", Some(&rest));
    assert_eq!(resumed.status, 0, "{resumed}");
    assert_eq!(sandbox.json("checkin show 1")["item"]["state"], "planned");
    let logged = sandbox.json("checkin show 2")["item"].clone();
    assert_eq!(logged["held_at"], "2026-12-01T09:00:00Z");
    assert_eq!(logged["notes"], "Talked about pace");
}

/// A draft holds the line that was being typed when the prompts were interrupted.
#[test]
fn half_typed_entry_of_a_resumed_list_can_be_removed() {
    let sandbox = Sandbox::with_pair();
    let given = ["Talked about pace", "", "me: send the book by fri", ""];
    assert_eq!(sandbox.run_with("log", b"", Some(&given)).status, 5);
    let draft = sandbox.home.path().join(".local/state/mentor/drafts/log.toml");
    let text = fs::read_to_string(&draft).unwrap();
    let entry = "\"me: send the book by fri\"";
    assert_eq!(text.matches(entry).count(), 1, "{text}");
    fs::write(&draft, text.replace(entry, &format!("{entry}, \"half typed\""))).unwrap();
    let rest = ["", "", "", "50", "-"];
    let resumed = sandbox.run_with("draft resume log", b"", Some(&rest));
    assert_eq!(resumed.status, 0, "{resumed}");
    let followups = sandbox.json("followup list")["items"].clone();
    assert_eq!(followups.as_array().unwrap().len(), 1, "{resumed}");
    assert_eq!(followups[0]["title"], "send the book");
}

/// The answer that a draft holds is not kept beside its correction.
#[test]
fn refused_answer_of_a_resumed_draft_can_be_skipped() {
    let sandbox = Sandbox::with_pair();
    let given = ["Talked about pace", "", "", "", "", "50"];
    assert_eq!(sandbox.run_with("log", b"", Some(&given)).status, 5);
    let draft = sandbox.home.path().join(".local/state/mentor/drafts/log.toml");
    let text = fs::read_to_string(&draft).unwrap();
    let minutes = text.lines().find(|line| line.starts_with("minutes = ")).unwrap();
    fs::write(&draft, text.replace(minutes, "minutes = \"very long\"")).unwrap();
    let resumed = sandbox.run_with("draft resume log", b"", Some(&["-", "-"]));
    assert_eq!(resumed.status, 0, "{resumed}");
    assert_eq!(sandbox.json("checkin show 1")["item"]["minutes"], serde_json::Value::Null);
}

#[test]
fn agreed_call_is_proposed_as_the_moment_of_a_log() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --starts 2026-11-30 --cadence 'weekly on mon 17:00'");
    let output = sandbox.run_with("log", b"", Some(&["Talked", "", "", "", "", "50", "-"]));
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(sandbox.json("checkin show 1")["item"]["held_at"], "2026-11-30T17:00:00Z");
}

#[test]
fn log_without_any_answer_is_confirmed() {
    let sandbox = Sandbox::with_agreement();
    let skipped = ["", "", "", "", "", "", ""];
    let declined = sandbox.run_with("log", b"", Some(&[&skipped[..], &["n"]].concat()));
    insta::assert_snapshot!(declined, @"
    --- stderr ---
    Nothing logged
    ");
    assert_eq!(sandbox.ok("checkin list --all"), "");
    assert!(sandbox.ok("draft list").is_empty());
    let confirmed = sandbox.run_with("log", b"", Some(&[&skipped[..], &["y"]].concat()));
    assert_eq!(confirmed.status, 0, "{confirmed}");
    assert_eq!(sandbox.json("checkin show 1")["item"]["minutes"], 45);
}

#[test]
fn form_without_any_answer_is_no_error_on_a_terminal() {
    let sandbox = Sandbox::with_pair();
    for (command, prompts) in [("review record", 8), ("agree", 9)] {
        let output = sandbox.run_with(command, b"", Some(&vec![""; prompts]));
        assert_eq!(output.status, 0, "{output}");
        assert_eq!(output.stderr, "Nothing saved\n", "{command}");
        assert!(sandbox.ok("draft list").is_empty(), "{command}");
    }
}

#[test]
fn first_step_after_init_prompts_on_a_terminal() {
    let sandbox = Sandbox::new();
    let output = sandbox.run_with("init", b"", Some(&["Sam", "Europe/London", ""]));
    assert!(output.stderr.contains("Next: run `mentor pair add` to add the person"), "{output}");
    let output = sandbox.run("init --name Sam");
    assert!(output.stderr.contains("Next: run `mentor pair add ana --mentee"), "{output}");
}
