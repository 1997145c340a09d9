//! `mentor prompt`, for a shell prompt: no names, no waiting and no errors.

use std::fs;

use crate::json::must_fit;
use crate::sandbox::Sandbox;

fn late() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(r#"followup add "me: read Ana's RFC by 2026-12-02""#);
    sandbox.ok("followup add 'them: write by 2026-12-06'");
    sandbox.at("2026-12-05T09:00:00Z");
    sandbox
}

#[test]
fn shell_prompt_shows_the_due_count_or_nothing() {
    let sandbox = late();
    assert_eq!(sandbox.run("prompt").to_string(), "1 overdue 1 due\n");
    assert_eq!(sandbox.ok("prompt --format '[!{overdue}]'"), "!1\n");
    must_fit("prompt", &sandbox.json("prompt"));
    sandbox.at("2026-11-01T09:00:00Z");
    assert_eq!(sandbox.run("prompt").to_string(), "");
}

#[test]
fn shell_prompt_counts_what_due_lists() {
    let sandbox = Sandbox::new();
    let demo = sandbox.json("demo")["db"].as_str().unwrap().to_owned();
    for within in ["1 day", "2 days", "9 weeks"] {
        let items = sandbox.json(&["due", "--db", &demo, "--within", within]);
        let items = items["items"].as_array().unwrap().clone();
        let overdue = items.iter().filter(|item| item["days_overdue"].as_i64() > Some(0)).count();
        sandbox.vars.borrow_mut().insert("MENTOR_DUE_WITHIN".into(), within.into());
        let counted = sandbox.json(&["prompt", "--db", &demo]);
        assert_eq!(counted["overdue"], overdue, "{within}");
        assert_eq!(counted["due"], items.len() - overdue, "{within}");
    }
}

#[test]
fn shell_prompt_shows_no_names_and_titles() {
    let sandbox = late();
    for format in ["{overdue} {due}", "[{overdue}]"] {
        let message = sandbox.ok(&["prompt", "--format", format]);
        for word in ["Ana", "ana", "RFC", "Sam"] {
            assert!(!message.contains(word), "{message}");
        }
    }
}

#[test]
fn shell_prompt_never_fails() {
    let silent = |sandbox: &Sandbox, args: &[&str]| {
        assert_eq!(sandbox.run(args).to_string(), "", "{args:?}");
    };
    silent(&Sandbox::new(), &["prompt"]);
    let sandbox = late();
    silent(&sandbox, &["prompt", "-p", "nobody"]);
    silent(&sandbox, &["prompt", "--db", "/"]);
    let holder = rusqlite::Connection::open(sandbox.db()).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    silent(&sandbox, &["prompt"]);
    silent(&sandbox, &["prompt", "--json"]);
    drop(holder);
    fs::create_dir_all(sandbox.home.path().join(".config/mentor")).unwrap();
    fs::write(sandbox.home.path().join(".config/mentor/config.toml"), "colour = 1").unwrap();
    silent(&sandbox, &["prompt"]);
    fs::remove_dir_all(sandbox.home.path().join(".config")).unwrap();
    fs::write(sandbox.db(), "not a database").unwrap();
    silent(&sandbox, &["prompt"]);
}

#[test]
fn unknown_prompt_format_is_refused() {
    let output = late().run("prompt --format '{late}'");
    insta::assert_snapshot!(output, @"
    --- stderr ---
    error: `--format`: unknown placeholder `{late}`
    hint: use `{overdue}` and `{due}`
    [exit 2]
    ");
}
