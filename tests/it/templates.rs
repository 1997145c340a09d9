//! Templates: prefilled forms.

use std::fs;
use std::path::PathBuf;

use crate::json::must_fit;
use crate::sandbox::Sandbox;

const AGREEMENTS: [&str; 5] = ["phd", "software", "career-change", "teacher", "open-source"];
const LOGS: [&str; 2] = ["first-call", "regular-call"];

fn own(sandbox: &Sandbox, name: &str, text: &str) -> PathBuf {
    let folder = sandbox.home.path().join(".config/mentor/templates");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.toml"));
    fs::write(&path, text).unwrap();
    path
}

fn with_editor(sandbox: &Sandbox, script: &str) {
    let command = format!("sh -c '{}' sh", script.replace('\'', "'\\''"));
    sandbox.vars.borrow_mut().insert("EDITOR".into(), command);
}

#[test]
fn every_built_in_agreement_template_is_complete() {
    for name in AGREEMENTS {
        let sandbox = Sandbox::with_pair();
        let message = sandbox.run(&["agree", "--template", name]);
        assert_eq!(message.status, 0, "{name}\n{message}");
        let lint = sandbox.run("agree lint --exit-code");
        assert_eq!(lint.status, 0, "{name}\n{lint}");
        let shown = sandbox.json("agree show");
        for (field, value) in shown["item"].as_object().unwrap() {
            let may_be_open = ["accepted_by_mentee", "accepted_by_mail", "changed_because"]
                .contains(&field.as_str());
            assert!(
                may_be_open || !value.is_null() && *value != serde_json::json!([]),
                "{name}: {field}"
            );
        }
    }
}

#[test]
fn all_example_templates_are_built_in() {
    let sandbox = Sandbox::new();
    let listed = sandbox.json("agree template --list");
    must_fit("template.list", &listed);
    let items = listed["items"].as_array().unwrap();
    let named = |command: &str| -> Vec<&str> {
        let items = items.iter().filter(|item| item["command"] == command);
        items.map(|item| item["name"].as_str().unwrap()).collect()
    };
    assert_eq!(named("agree"), AGREEMENTS);
    assert_eq!(named("log"), LOGS);
    assert!(items.iter().all(|item| item["about"].as_str().unwrap().len() > 20));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/templates");
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_suffix(".toml").unwrap();
        assert!(AGREEMENTS.contains(&name) || LOGS.contains(&name), "{name}");
    }
}

#[test]
fn given_values_override_the_template() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("agree --template software --cadence 'every 3 weeks'");
    let item = sandbox.json("agree show")["item"].clone();
    assert_eq!(item["cadence"], "every 3 weeks");
    assert_eq!(item["length"], 45);
    sandbox.ok("log 'Talked about maps' --template first-call --minutes 30");
    let item = sandbox.json("checkin show 1")["item"].clone();
    assert_eq!(item["notes"], "Talked about maps");
    assert_eq!(item["minutes"], 30);
    assert_eq!(item["next_topic"], "The agreement: read it again after a week");
}

#[test]
fn printed_template_can_be_read_back() {
    let sandbox = Sandbox::with_pair();
    let text = sandbox.ok("agree template teacher");
    must_fit("template", &sandbox.json("agree template teacher"));
    let output = sandbox.run_with("agree --from -", text.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    let blank = sandbox.ok("agree template");
    assert_eq!(blank, sandbox.ok("agree --template"));
    assert!(blank.lines().all(|line| line.is_empty() || line.starts_with('#')));
}

#[test]
fn template_provides_the_defaults_of_prompts() {
    let sandbox = Sandbox::with_pair();
    let mut answers = vec!["To teach well"];
    answers.resize(80, "");
    let output = sandbox.run_with("agree --template teacher", b"", Some(&answers));
    assert_eq!(output.status, 0, "{output}");
    let item = sandbox.json("agree show")["item"].clone();
    assert_eq!(item["purpose"], "To teach well");
    assert_eq!(item["length"], 30);
    // Fields that are not prompted for come from the template.
    assert_eq!(item["goals"].as_array().unwrap().len(), 3);
    assert_eq!(item["mentor_expects"].as_array().unwrap().len(), 4);
}

#[test]
fn editor_opens_the_template_with_its_comments() {
    let sandbox = Sandbox::with_pair();
    with_editor(
        &sandbox,
        r#"grep -q "^# Half of the trouble" "$1" && sed -i "s/^length = .*/length = \"50m\"/" "$1""#,
    );
    sandbox.ok("agree --template phd --editor");
    assert_eq!(sandbox.json("agree show")["item"]["length"], 50);
}

#[test]
fn log_template_with_questions_needs_the_editor() {
    let sandbox = Sandbox::with_pair();
    with_editor(&sandbox, r#"sed -i "s/^Who are you.*/Grew up on a boat/" "$1""#);
    let output = sandbox.run_with("log --template first-call", b"", Some(&[]));
    assert_eq!(output.status, 0, "{output}");
    let item = sandbox.json("checkin show 1")["item"].clone();
    assert!(item["notes"].as_str().unwrap().starts_with("Grew up on a boat"));
}

#[test]
fn log_that_only_repeats_the_template_is_empty() {
    let sandbox = Sandbox::with_pair();
    with_editor(&sandbox, "true");
    let log = ["log", "--template", "regular-call"];
    let output = sandbox.run(&log);
    assert_eq!(output.status, 5, "{output}");
    assert!(output.stderr.contains("a log needs notes"), "{output}");
    let output = sandbox.run_with(&log, b"", Some(&[]));
    assert_eq!((output.status, &*output.stderr), (0, "Nothing logged\n"));
    assert!(sandbox.ok("draft list").is_empty());
}

#[test]
fn own_template_replaces_a_built_in_one() {
    let sandbox = Sandbox::with_pair();
    own(&sandbox, "phd", "# Ours\npurpose = 'Finish'\n");
    own(&sandbox, "walk", "# A walk in the park\nnotes = 'Walked'\nminutes = 90\n");
    let listed = sandbox.ok("agree template --list");
    insta::assert_snapshot!(listed, @"
    template       for           what it is
    phd            agree  yours  Ours
    walk           log    yours  A walk in the park
    software       agree         A software engineer, and a more experienced one who is not their manager
    career-change  agree         Someone who is changing profession, and someone who works in the new one
    teacher        agree         A teacher in training or in their first years, and an experienced colleague at the school
    open-source    agree         A contributor to an open-source project and one of its maintainers
    first-call     log           The first call: who we are, why now, how we want to work
    regular-call   log           A regular call: what happened since last time, one topic in depth, next steps for each
    ");
    sandbox.ok("agree --template phd");
    assert_eq!(sandbox.json("agree show")["item"]["purpose"], "Finish");
    sandbox.ok("agree renew --template software --because 'A new year'");
    assert_eq!(sandbox.json("agree show")["item"]["length"], 45);
}

#[test]
fn template_with_a_mistake_is_refused_with_its_line() {
    let sandbox = Sandbox::with_pair();
    own(&sandbox, "mine", "# Mine\npurpose = 'x'\ncadense = 'every 2 weeks'\n");
    insta::assert_snapshot!(sandbox.run("agree --template mine"), @"
    --- stderr ---
    error: line 3 of `~/.config/mentor/templates/mine.toml`: unknown key `cadense`
           nothing was changed
    hint: did you mean `cadence`?
    [exit 4]
    ");
    insta::assert_snapshot!(sandbox.run("agree --template phdd"), @"
    --- stderr ---
    error: no template `phdd`
    hint: did you mean `phd`?
    [exit 3]
    ");
    let listed = sandbox.ok("agree template --list");
    assert!(listed.contains("unknown key `cadense`"), "{listed}");
    assert_eq!(sandbox.run("agree show").status, 3);
    let log = sandbox.run("log x --template phd");
    assert_eq!(log.status, 4, "{log}");
}

#[test]
fn invalid_value_in_a_template_is_refused_with_its_line() {
    let sandbox = Sandbox::with_pair();
    own(&sandbox, "mine", "# Mine\n\ncadence = 'sometimes'\n");
    let output = sandbox.run("agree --template mine");
    assert_eq!(output.status, 4, "{output}");
    assert!(output.stderr.contains("line 3, `cadence`: `sometimes` is not a cadence"), "{output}");
}
