//! Real output against the JSON Schemas in `docs/json/`.

use std::fs;
use std::path::Path;

use crate::sandbox::Sandbox;

/// Fails unless the answer is what the schema of its name promises.
fn must_fit(name: &str, answer: &serde_json::Value) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/json/mentor.{name}.schema.json"));
    let schema = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(answer)
        .map(|error| format!("{} at {}", error, error.instance_path))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:?}\n{answer:#}");
}

#[test]
fn every_record_fits_its_schema() {
    let sandbox = Sandbox::with_agreement();
    must_fit("person", &sandbox.json(&["person", "show", "me"]));
    must_fit("agreement", &sandbox.json(&["agree", "show"]));
    must_fit(
        "goal",
        &sandbox.json(&["goal", "add", "Lead", "--by", "2027-03-01"]),
    );
    must_fit(
        "goal_entry",
        &sandbox.json(&["goal", "progress", "1", "40"]),
    );
    must_fit("topic", &sandbox.json(&["topic", "add", "Pace"]));
    must_fit(
        "followup",
        &sandbox.json(&["followup", "add", "me: read by fri"]),
    );
    must_fit(
        "checkin",
        &sandbox.json(&["log", "Call", "--minutes", "50"]),
    );
    must_fit(
        "review",
        &sandbox.json(&["review", "record", "--next", "Go on"]),
    );
    let feedback = [
        "feedback",
        "add",
        "--from",
        "me",
        "--kind",
        "keep",
        "--situation",
        "Call 1",
        "--behaviour",
        "x",
        "--impact",
        "y",
    ];
    must_fit("feedback", &sandbox.json(&feedback));
}

#[test]
fn a_schema_refuses_what_it_does_not_promise() {
    let sandbox = Sandbox::with_pair();
    let mut answer = sandbox.json(&["topic", "add", "Pace"]);
    answer["item"]["state"] = "forgotten".into();
    assert!(std::panic::catch_unwind(|| must_fit("topic", &answer)).is_err());
}
