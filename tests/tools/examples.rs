//! The commands in the documents: every `sh` block is run, and every command named in a sentence must exist.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::is_here;
use crate::real::{Home, MENTOR};

/// Returns README.md and all documents in docs/, with their paths relative to the repository.
fn documents() -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![top.join("README.md"), top.join("CONTRIBUTING.md")];
    let mut folders = vec![top.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(top).unwrap().display().to_string();
        (name, fs::read_to_string(path).unwrap())
    };
    found.into_iter().map(read).collect()
}

/// Returns the code blocks of a document in this language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(named) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if named == language {
                found.push(block.join("\n"));
            }
        }
    }
    found
}

/// Makes a home folder with some data, or an empty one.
fn home(is_new: bool) -> Home {
    let home = Home::new();
    let bin = home.path().join("bin");
    fs::create_dir_all(&bin).unwrap();
    symlink(MENTOR, bin.join("mentor")).unwrap();
    if is_new {
        return home;
    }
    home.ok(&["init", "--name", "Sam Rivera", "--tz", "Europe/London"]);
    home.ok(&["pair", "add", "ana", "--mentee", "Ana Díaz", "--tz", "America/Bogota"]);
    home.ok(&["goal", "add", "Say no", "--by", "2027-03-01"]);
    home.ok(&["topic", "add", "Pace"]);
    home.ok(&["followup", "add", "Read the RFC", "--by", "2026-11-20"]);
    home
}

/// Runs a block as if pasted into a shell, and stops at the first failure.
fn run(home: &Home, block: &str) -> Output {
    let mut shell = Command::new("bash");
    shell.args(["-eu", "-c", block]).env_clear();
    for (name, value) in home.mentor(&[]).get_envs() {
        shell.env(name, value.unwrap());
    }
    let bin = home.path().join("bin");
    shell.env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display()));
    shell.current_dir(home.path()).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn every_example_in_the_documents_runs() {
    let mut seen = 0;
    // The guide is one story with its own dates, which `tests/it/guide.rs` runs.
    let others = |name: &str| name != "docs/guide.md";
    for (name, text) in documents().into_iter().filter(|(name, _)| others(name)) {
        // The README starts with an empty home folder.
        let home = home(name == "README.md");
        for block in blocks(&text, "sh") {
            if block.contains("jq") && !is_here("jq") {
                continue;
            }
            let output = run(&home, &block);
            assert!(output.status.success(), "{name}:\n{block}\n{output:#?}");
            seen += 1;
        }
    }
    assert!(seen >= 11, "only {seen} examples were run");
}

#[test]
fn every_example_of_settings_is_valid() {
    let mut seen = 0;
    for (name, text) in documents() {
        let settings = blocks(&text, "toml");
        for block in settings.iter().filter(|block| block.contains("config.toml")) {
            let home = home(false);
            fs::write(home.path().join("mine.toml"), block).unwrap();
            let output = run(&home, "mentor config edit --from mine.toml && mentor config show");
            assert!(output.status.success(), "{name}:\n{block}\n{output:#?}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn failing_example_is_detected() {
    let home = home(false);
    for block in blocks("```sh\nmentor topic list\nmentor topics\nmentor status\n```\n", "sh") {
        assert!(!run(&home, &block).status.success());
    }
}

#[test]
fn cron_lines_run_their_commands() {
    let mut seen = 0;
    let example = include_str!("../../examples/crontab");
    for (name, text) in documents() {
        for line in blocks(&text, "crontab").iter().flat_map(|block| block.lines()) {
            let fields: Vec<&str> = line.splitn(6, ' ').collect();
            assert!(fields[..5].iter().all(|field| !field.is_empty()), "{name}: {line}");
            let output = run(&home(false), fields[5]);
            assert!(output.status.success(), "{name}: {line}\n{output:?}");
            assert!(example.lines().any(|kept| kept == line), "examples/crontab has no `{line}`");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

/// Runs one of the example scripts with these variables, and returns its output.
fn example(home: &Home, name: &str, variables: &[&str]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let script = script.join(name).display().to_string();
    let output = run(home, &format!("{} bash {script}", variables.join(" ")));
    assert!(output.status.success(), "{name}: {output:#?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn weekly_mail_has_the_agenda_without_private_records() {
    assert_eq!(example(&home(true), "weekly-mail.sh", &[]), "");
    let home = home(false);
    home.ok(&["topic", "add", "Between us", "--private"]);
    let mail = example(&home, "weekly-mail.sh", &["PAIR=ana", "TO=ana@here.test"]);
    let (head, body) = mail.split_once("\n\n").unwrap();
    assert!(head.starts_with("To: ana@here.test\nSubject: =?UTF-8?B?"), "{head}");
    assert!(head.is_ascii(), "{head}");
    assert!(body.contains("# Agenda: Sam Rivera and Ana Díaz\n"), "{body}");
    assert!(body.contains("Pace") && !body.contains("Between us"), "{body}");
}

#[test]
fn wiki_page_is_replaced_only_after_a_change() {
    assert_eq!(example(&home(true), "wiki-page.sh", &[]), "");
    let home = home(false);
    let page = ["PAGE=ana.md"];
    assert_eq!(example(&home, "wiki-page.sh", &page), "wrote ana.md\n");
    assert_eq!(example(&home, "wiki-page.sh", &page), "");
    home.ok(&["win", "add", "Shipped it"]);
    assert_eq!(example(&home, "wiki-page.sh", &page), "wrote ana.md\n");
    let text = fs::read_to_string(home.path().join("ana.md")).unwrap();
    assert!(text.starts_with("# ") && text.contains("Shipped it"), "{text}");
    let parts = fs::read_dir(home.path()).unwrap();
    let parts = parts.filter(|entry| entry.as_ref().unwrap().path().extension().is_some());
    assert_eq!(parts.count(), 1, "a part of a page was left");
}

#[test]
fn tmux_status_line_is_coloured_and_empty_if_nothing_is_due() {
    assert_eq!(example(&home(true), "tmux-status.sh", &[]), "");
    let home = home(false);
    let line = example(&home, "tmux-status.sh", &[]);
    assert_eq!(line, "#[fg=red]1 late#[fg=default]\n");
}

/// Finds the code spans that begin with `mentor`.
fn named(text: &str) -> Vec<String> {
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    let code = prose.iter().flat_map(|part| part.split('`').skip(1).step_by(2));
    let commands = code.filter(|code| code.starts_with("mentor ") && !code.contains('\n'));
    commands.map(str::to_owned).collect()
}

/// Finds the help page of the longest sequence of words that is a command.
fn page_of<'p>(reference: &'p str, command: &str) -> Option<&'p str> {
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    let pages = (1..=words.len().min(3)).rev().find_map(|count| {
        let heading = format!("### mentor {}\n", words[..count].join(" "));
        reference.split_once(&heading).map(|(_, page)| page)
    })?;
    pages.split("\n### ").next()
}

/// Returns what is wrong with a named command: an unknown word or option.
fn wrong(reference: &str, command: &str) -> Option<String> {
    let everywhere: BTreeSet<&str> = [
        "--pair", "--json", "--quiet", "--no-input", "--color", "--plain", "--no-pager", "--db",
        "--help", "--version",
    ]
    .into();
    if command.starts_with("mentor -") {
        return None;
    }
    let Some(page) = page_of(reference, command) else {
        return Some(format!("`{command}` names no command"));
    };
    let options = command
        .split([' ', '=', '[', ']', '|'])
        .filter(|word| word.starts_with("--") && word.len() > 2);
    let has = |option: &&str| {
        let mut words = page.split_whitespace();
        words.any(|word| word.trim_end_matches([',', '.', '`']) == *option)
    };
    let mut missing = options.filter(|option| !everywhere.contains(option) && !has(option));
    missing.next().map(|option| format!("`{command}` has no `{option}`"))
}

#[test]
fn every_command_named_in_a_sentence_exists() {
    let reference = include_str!("../../docs/commands.md");
    let mut seen = 0;
    for (name, text) in documents() {
        for command in named(&text) {
            assert_eq!(wrong(reference, &command), None, "{name}");
            seen += 1;
        }
    }
    assert!(seen > 45, "only {seen} commands were looked at");
}

#[test]
fn unknown_command_in_a_sentence_is_detected() {
    let reference = include_str!("../../docs/commands.md");
    for command in ["mentor frobnicate", "mentor goal add --nonsense x", "mentor due --titles"] {
        let slip = format!("Type `{command}` and wait.");
        let found: Vec<_> = named(&slip).iter().filter_map(|one| wrong(reference, one)).collect();
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
