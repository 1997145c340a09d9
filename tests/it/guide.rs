//! `docs/guide.md`: every command is run, in the order and at the moments that the document states, and must print what
//! the document shows. `MENTOR_WRITE_DOCS=1 cargo test` updates the output.

use std::fs;
use std::path::Path;

use chrono::NaiveDateTime;

use crate::sandbox::Sandbox;

const GUIDE: &str = "docs/guide.md";

fn guide() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(GUIDE)).unwrap()
}

/// Returns the document with the actual output.
fn played(document: &str) -> String {
    let sandbox = Sandbox::new();
    let (mut printed, mut answers) = (String::new(), None);
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        printed.push_str(line);
        printed.push('\n');
        let Some(language) = line.strip_prefix("```") else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let block = block.join("\n");
        match language {
            "sh" => answers = Some(typed(&sandbox, &block)),
            "text" => {
                let answer = answers.take().expect("an answer follows a command");
                printed.push_str(&answer);
                printed.push_str("```\n");
                continue;
            }
            file => {
                let name =
                    file.split_once(" ~/").expect("a block is a command, an answer or a file").1;
                fs::write(sandbox.home.path().join(name), &block).unwrap();
            }
        }
        printed.push_str(&block);
        printed.push_str("\n```\n");
    }
    printed
}

/// Runs the commands of a block and returns what a user sees on stdout and stderr.
fn typed(sandbox: &Sandbox, block: &str) -> String {
    let mut seen = String::new();
    for line in block.replace("\\\n", " ").lines() {
        if let Some(moment) = line.strip_prefix("# on ") {
            sandbox.at(&in_london(moment));
            continue;
        }
        let words = shell_words::split(line).unwrap();
        let home = sandbox.home.path().display().to_string();
        let at_home = |word: &String| word.replacen("~/", &format!("{home}/"), 1);
        let words: Vec<String> = words.iter().map(at_home).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(words[0], "mentor", "{line}");
        let output = sandbox.run(&words[1..]);
        assert_eq!(output.status, 0, "{line}\n{output}");
        seen.push_str(&output.stdout.replace(&home, "~"));
        seen.push_str(&output.stderr.replace(&home, "~"));
    }
    seen
}

/// Converts a local time in London, such as `2026-12-03 17:50`, to UTC.
fn in_london(moment: &str) -> String {
    let local = NaiveDateTime::parse_from_str(moment, "%Y-%m-%d %H:%M").unwrap();
    crate::zones::moment(local, "Europe/London").to_rfc3339()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a switch for whoever changes the source")]
fn guide_shows_the_real_output() {
    let document = guide();
    let played = played(&document);
    if std::env::var("MENTOR_WRITE_DOCS").is_ok() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(GUIDE), played).unwrap();
        return;
    }
    let mut lines = document.lines().zip(played.lines()).enumerate();
    let first = lines.find(|(_, (printed, seen))| printed != seen);
    if let Some((at, (printed, seen))) = first {
        panic!("line {} of {GUIDE}:\n  told {printed}\n  seen {seen}", at + 1);
    }
    assert_eq!(document, played);
}

#[test]
fn wrong_output_in_the_guide_is_detected() {
    let document = "```sh\n# on 2026-12-01 09:00\nmentor pair add ana --mentee Ana\n```\n\n```text\nAdded pair `anna`\n```\n";
    let played = played(document);
    assert_ne!(played, document);
    assert!(played.contains("Added pair `ana`"), "{played}");
}
