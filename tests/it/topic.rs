//! `mentor topic`, and topics that are off limits

use crate::sandbox::Sandbox;

/// Makes an agreement with Ana's family off limits.
fn with_a_limit() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --cadence 'every 2 weeks' --off-limits Family");
    sandbox.ok("agree accept --by mentee");
    sandbox
}

fn topics(sandbox: &Sandbox) -> Vec<String> {
    let list = sandbox.json("topic list");
    let items = list["items"].as_array().unwrap();
    items.iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn topic_that_touches_a_limit_needs_confirmation() {
    let sandbox = with_a_limit();
    insta::assert_snapshot!(sandbox.run("topic add 'What my FAMILY says'"), @r#"
    --- stderr ---
    error: a topic that touches "Family", which is off limits, needs confirmation
           nothing was changed; your text is saved in `~/.local/state/mentor/drafts/topic-add.toml`
    hint: use `--yes` to confirm
    hint: run `mentor draft resume topic-add --editor` to fix it
    [exit 5]
    "#);
    assert!(topics(&sandbox).is_empty());
    sandbox.ok("draft drop");
    let no = sandbox.run_with("topic add 'What my family says'", b"", Some(&["n"]));
    insta::assert_snapshot!(no, @"
    --- stderr ---
    Nothing saved
    [exit 5]
    ");
    assert!(topics(&sandbox).is_empty() && sandbox.ok("draft list").is_empty());
    sandbox.ok("topic add 'What my family says' --yes");
    let yes = sandbox.run_with("topic add Pace --notes 'With the family'", b"", Some(&["y"]));
    assert_eq!(yes.status, 0, "{yes}");
    assert_eq!(topics(&sandbox).len(), 2);
}

#[test]
fn edited_topic_that_touches_a_limit_needs_confirmation() {
    let sandbox = with_a_limit();
    sandbox.ok("topic add Pace");
    assert_eq!(sandbox.run("topic edit 1 --title Families").status, 5);
    assert_eq!(topics(&sandbox), ["Pace"]);
    sandbox.ok("topic edit 1 --title Families --yes");
    // No further question after the first yes.
    sandbox.ok("topic edit 1 --notes 'In general'");
}

#[test]
fn log_asks_before_adding_a_topic_that_touches_a_limit() {
    let sandbox = with_a_limit();
    let log = [
        "log", "We met", "--topic", "Her family", "--topic", "Pace", "--next-topic", "Family again",
    ];
    let output = sandbox.run(&log);
    assert_eq!(output.status, 5, "{output}");
    assert!(output.stderr.contains("your text is saved in"), "{output}");
    assert_eq!(sandbox.ok("checkin list --all"), "");
    // After a no only the topic is left out.
    let output = sandbox.run_with(&log, b"", Some(&["n", "n"]));
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(topics(&sandbox), ["Pace"]);
    let held = &sandbox.json("checkin show 1")["item"];
    assert_eq!(held["notes"], "We met");
    assert_eq!(held["next_topic"], serde_json::Value::Null);
    sandbox.ok(&[&log[..], &["--yes"]].concat());
    assert_eq!(topics(&sandbox), ["Pace", "Her family", "Pace"]);
}

#[test]
fn limits_begin_the_agenda() {
    let agenda = with_a_limit().ok("agenda");
    assert!(agenda.contains("Keep in mind\n  • off limits: Family\n"), "{agenda}");
}

#[test]
fn topic_that_touches_no_limit_needs_no_confirmation() {
    let sandbox = with_a_limit();
    sandbox.ok("topic add 'How familiar is Rust?'");
    sandbox.ok("log 'We met' --topic Pace --next-topic Rust");
    assert_eq!(topics(&sandbox).len(), 2);
}

#[test]
fn reason_that_would_not_be_stored_is_refused() {
    let sandbox = with_a_limit();
    sandbox.ok("topic add Pace");
    let output = sandbox.run("topic drop 1 --because 'It is settled'");
    assert_eq!(output.status, 2, "{output}");
    assert_eq!(topics(&sandbox), ["Pace"]);
}
