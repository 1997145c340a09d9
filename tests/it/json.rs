//! JSON output validated against the schemas in `docs/json/`.

use crate::sandbox::{Sandbox, must_be_valid};

/// Fails unless the answer names this schema and is valid by it.
pub fn must_fit(name: &str, answer: &serde_json::Value) {
    assert_eq!(answer["schema"], format!("mentor.{name}/1"));
    must_be_valid(answer);
}

#[test]
fn every_record_fits_its_schema() {
    let sandbox = Sandbox::with_agreement();
    must_fit("person", &sandbox.json("person show me"));
    must_fit("agreement", &sandbox.json("agree show"));
    must_fit("goal", &sandbox.json("goal add Lead --by 2027-03-01"));
    must_fit("goal_entry", &sandbox.json("goal progress 1 40"));
    must_fit("topic", &sandbox.json("topic add Pace"));
    must_fit("followup", &sandbox.json("followup add 'me: read by fri'"));
    must_fit("checkin", &sandbox.json("log Call --minutes 50"));
    must_fit("review", &sandbox.json("review record --next 'Go on'"));
    let feedback = [
        "feedback", "add", "--from", "me", "--kind", "keep", "--situation", "Call 1",
        "--behaviour", "x", "--impact", "y",
    ];
    must_fit("feedback", &sandbox.json(&feedback));
}

/// Makes a mentorship of half a year with `mentor demo`, and returns the path of its file.
fn half_a_year(sandbox: &Sandbox) -> String {
    sandbox.json("demo")["db"].as_str().unwrap().to_owned()
}

#[test]
fn every_report_fits_its_schema_for_new_and_old_pairs() {
    let young = Sandbox::with_pair();
    let old = Sandbox::new();
    let demo = half_a_year(&old);
    for (name, args) in [
        ("agenda", &["agenda"][..]),
        ("brief", &["brief"]),
        ("due", &["due", "--within", "60d"]),
        ("review.report", &["review"]),
        ("status", &["status"]),
        ("step.list", &["history"]),
        ("template", &["agree", "template"]),
        ("template", &["log", "--template"]),
    ] {
        must_fit(name, &young.json(args));
        for now in ["2026-11-01T09:00:00Z", "2026-12-01T09:00:00Z", "2027-03-01T09:00:00Z"] {
            must_fit(name, &old.at(now).json(&[args, &["--db", &demo]].concat()));
        }
    }
    let renewal =
        ["agree", "renew", "--because", "It went well", "--ends", "2027-12-01", "--db", &demo];
    must_fit("agreement", &old.json(&renewal));
    for (name, args) in [
        ("agreement.check", &["agree", "check"][..]),
        ("agreement.lint", &["agree", "lint"]),
        ("agreement.diff", &["agree", "diff"]),
        ("checkin.next", &["checkin", "next"]),
        ("step", &["undo"]),
    ] {
        must_fit(name, &old.json(&[args, &["--db", &demo]].concat()));
    }
}

#[test]
fn an_error_fits_its_schema() {
    let sandbox = Sandbox::with_pair();
    for args in [&["followup", "show", "99"][..], &["lgo"], &["goal", "add", ""]] {
        let output = sandbox.run(&[args, &["--json"]].concat());
        must_fit("error", &serde_json::from_str(&output.stderr).unwrap());
    }
}

#[test]
fn every_record_of_an_export_fits_the_schema_of_its_kind() {
    let sandbox = Sandbox::new();
    let demo = half_a_year(&sandbox);
    let export = sandbox.json(&["export", "--db", &demo]);
    let sections = export.as_object().unwrap().iter();
    let mut seen = 0;
    for (name, records) in sections.filter(|(_, section)| section.is_array()) {
        for record in records.as_array().unwrap() {
            must_fit(
                name,
                &serde_json::json!({ "schema": format!("mentor.{name}/1"), "item": record }),
            );
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
    must_fit(
        "import",
        &sandbox.json(&["import", "--db", &demo, &sandbox.file("all.json", &export.to_string())]),
    );
}

#[test]
fn schema_rejects_an_undefined_state() {
    let sandbox = Sandbox::with_pair();
    let mut answer = sandbox.json("topic add Pace");
    answer["item"]["state"] = "forgotten".into();
    assert!(std::panic::catch_unwind(|| must_fit("topic", &answer)).is_err());
}
