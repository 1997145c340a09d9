//! `mentor agree`

use crate::sandbox::Sandbox;

#[test]
fn a_version_waits_for_the_other_side_and_is_due() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["agree", "--purpose", "Grow"]);
    let due = sandbox.at("2026-12-03T09:00:00Z").run(&["due"]);
    insta::assert_snapshot!(due, @"2 days overdue  ana  Ana  agreement 1  accept version 1 of the agreement");
    sandbox.ok(&["agree", "accept", "--by", "them"]);
    assert_eq!(sandbox.ok(&["due"]), "");
    assert_eq!(sandbox.run(&["agree", "accept", "--by", "them"]).status, 4);
}

#[test]
fn a_second_agreement_is_a_new_version_with_a_reason() {
    let sandbox = Sandbox::with_agreement();
    assert_eq!(sandbox.run(&["agree", "--purpose", "Again"]).status, 4);
    assert_eq!(sandbox.run(&["agree", "renew", "--length", "1h"]).status, 5);
    sandbox.ok(&[
        "agree",
        "renew",
        "--length",
        "1h",
        "--because",
        "45 minutes are too short",
    ]);
    insta::assert_snapshot!(sandbox.run(&["agree", "diff"]), @"
    Version 1 to version 2
      because  45 minutes are too short
      length   - 45 min
               + 1 h
    ");
}

#[test]
fn the_form_that_is_printed_is_the_form_that_is_read() {
    let sandbox = Sandbox::with_pair();
    let template = sandbox.ok(&["agree", "template"]);
    let empty = sandbox.run_with(&["agree", "--from", "-"], template.as_bytes(), None);
    assert_eq!(empty.status, 5, "{empty}");
    // With every answer taken at its example, the form is a whole agreement.
    let filled: String = template
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(answer) if answer.contains(" = ") => format!("{answer}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    let output = sandbox.run_with(&["agree", "--from", "-"], filled.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(sandbox.ok(&["agree", "lint"]), "");
}

#[test]
fn the_page_to_sign_has_both_names() {
    let page = Sandbox::with_agreement().ok(&["agree", "show", "--markdown"]);
    assert!(page.contains("Sam Rivera (mentor): ____"), "{page}");
    assert!(page.contains("Ana Díaz (mentee): ____"), "{page}");
}

#[test]
fn the_check_counts_what_was_kept_of_the_rhythm() {
    let sandbox = Sandbox::with_agreement();
    for day in [
        "2026-12-01",
        "2026-12-15",
        "2026-12-29",
        "2027-01-26",
        "2027-02-09",
    ] {
        sandbox
            .at(&format!("{day}T17:00:00Z"))
            .ok(&["log", "Call", "--minutes", "45"]);
    }
    let check = sandbox.json(&["agree", "check"]);
    assert_eq!(check["items"][0]["promise"], "cadence");
    assert_eq!(check["items"][0]["kept"], 5);
    assert_eq!(check["items"][0]["of"], 6);
}

#[test]
fn both_sides_stand_side_by_side() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok(&["followup", "add", "mentor: read by 2026-12-02"]);
    sandbox.ok(&["followup", "add", "mentee: write by 2026-12-02"]);
    sandbox
        .at("2026-12-02T12:00:00Z")
        .ok(&["followup", "done", "1"]);
    let check = sandbox.at("2026-12-05T12:00:00Z").json(&["agree", "check"]);
    let items = check["items"].as_array().unwrap();
    let of = |side: &str| {
        items
            .iter()
            .find(|item| item["promise"] == "follow-ups" && item["side"] == side)
            .unwrap()
            .clone()
    };
    assert_eq!(
        (of("mentor")["kept"].as_i64(), of("mentor")["of"].as_i64()),
        (Some(1), Some(1))
    );
    assert_eq!(
        (of("mentee")["kept"].as_i64(), of("mentee")["of"].as_i64()),
        (Some(0), Some(1))
    );
    assert_eq!(of("mentee")["cites"][0], "follow-up 2");
}
