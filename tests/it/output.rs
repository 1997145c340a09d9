//! Output: harmless on a terminal, complete in a pipe, aligned on a screen.

use crate::sandbox::Sandbox;

const HOSTILE: &str = "a\u{1b}]52;c;aGk=\u{7}b\u{9b}31mc\u{202e}d\u{7f}e";

#[test]
fn control_characters_of_a_text_never_reach_the_terminal() {
    let mut sandbox = Sandbox::with_pair();
    sandbox.ok(&["topic", "add", HOSTILE]);
    sandbox.ok(&["followup", "add", HOSTILE, "--by", "fri"]);
    sandbox.ok(&["goal", "add", HOSTILE]);
    sandbox.ok(&["log", HOSTILE]);
    sandbox.width = Some(80);
    sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
    for args in [
        &["agenda"][..],
        &["due", "--within", "9 days"],
        &["review"],
        &["status"],
        &["topic", "list"],
        &["followup", "list"],
        &["goal", "show", "1"],
        &["checkin", "show", "1"],
        &["history"],
        &["agenda", "--json"],
        &["history", "--json"],
        &["topic", "done", HOSTILE],
        &["topic", "add", "x", "-p", HOSTILE],
    ] {
        let output = sandbox.run(args);
        for c in output.stdout.chars().chain(output.stderr.chars()) {
            let allowed = c == '\n' || !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c);
            assert!(allowed, "{args:?} lets {c:?} through");
        }
    }
}

#[test]
fn json_contains_the_exact_text() {
    let sandbox = Sandbox::with_pair();
    let given = sandbox.json(&["topic", "add", HOSTILE]);
    assert_eq!(given["item"]["title"], HOSTILE);
}

#[test]
fn colour_can_be_switched_off() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: read by 2026-12-02'");
    sandbox.at("2026-12-05T09:00:00Z");
    assert!(sandbox.ok("due --color always").contains("\u{1b}[31m3 days overdue\u{1b}[0m"));
    sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
    assert!(!sandbox.ok("due").contains('\u{1b}'));
    assert!(sandbox.ok("due --color always").contains('\u{1b}'));
}

#[test]
fn columns_are_aligned_with_wide_letters() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add yuki --mentee '田中 雪'");
    sandbox.ok("followup add 'them: 設計書を書く by fri' -p yuki");
    sandbox.ok(&["followup", "add", "me: cafe\u{301} 👩‍👩‍👧 by fri", "-p", "yuki"]);
    let list = sandbox.ok("followup list -p yuki");
    let starts: Vec<usize> = ["follow-up", "設計書", "cafe"]
        .iter()
        .map(|title| {
            let line = list.lines().find(|line| line.contains(title)).unwrap();
            unicode_width::UnicodeWidthStr::width(line.split(title).next().unwrap())
        })
        .collect();
    assert!(starts.iter().all(|start| *start == starts[0]), "{starts:?}\n{list}");
}

#[test]
fn text_wraps_on_a_narrow_terminal_but_not_in_a_pipe() {
    let mut sandbox = Sandbox::with_pair();
    let long = "word ".repeat(40);
    sandbox.ok(&["followup", "add", &format!("me: {long}")]);
    let pipe = sandbox.ok("followup list");
    assert!(pipe.lines().any(|line| line.len() > 190), "{pipe}");
    for width in [40, 60, 80, 200] {
        sandbox.width = Some(width);
        sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
        let screen = sandbox.ok("followup list");
        assert!(screen.lines().all(|line| line.chars().count() <= width), "{width}\n{screen}");
    }
}

#[test]
fn quiet_prints_nothing_but_the_answer() {
    let sandbox = Sandbox::with_pair();
    assert_eq!(sandbox.run("topic add x --quiet").to_string(), "");
}

#[test]
fn every_record_in_json_has_the_same_first_fields() {
    let sandbox = Sandbox::with_pair();
    for args in [
        &["topic", "add", "x"][..],
        &["goal", "add", "x"],
        &["followup", "add", "me: x"],
        &["log", "x"],
    ] {
        let item = sandbox.json(args)["item"].clone();
        let keys: Vec<_> = item.as_object().unwrap().keys().take(3).cloned().collect();
        assert_eq!(keys, ["id", "uid", "pair"], "{args:?}");
    }
}
