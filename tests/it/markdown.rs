//! Reports as Markdown, read by an independent renderer: user texts must be rendered unchanged.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::html::{demo, hostile};
use crate::sandbox::Sandbox;

/// Text full of Markdown syntax, in one line and in several.
const MARKS: &str = "# head *b* _i_ `c` [x](http://y) ![i](z) <b>b</b> &lt; ~~s~~ | a | [[wiki]] snake_case C# \\ 5 < 6 [^1] :+1:";
const LINES: &str = "# head\n- item\n1. one\n> quote\n```\ncode\n```\na | b\n--|--\nline\n====\nline\n----\n    code\n[x]: http://y\n~~~\n<div>\n: term\n***";

/// Renders a document to its text and the kinds of its elements.
fn rendered(markdown: &str) -> (String, BTreeSet<String>) {
    let mut text = String::new();
    let mut kinds = BTreeSet::new();
    // Every extension except the one that changes the text.
    let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(piece) => text.push_str(&piece),
            // The program's own; code of users would be an odd kind.
            Event::Code(command) if command.starts_with("mentor ") => {
                text.push_str(&format!("`{command}`"));
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Item | TagEnd::Heading(_)) => {
                text.push(' ');
            }
            Event::Start(Tag::Heading { level, .. }) => {
                kinds.insert(format!("heading {level}"));
            }
            Event::Start(tag) => {
                let kind = format!("{tag:?}");
                let kind = kind.split(['(', ' ']).next().unwrap_or_default();
                kinds.insert(kind.to_owned());
            }
            Event::End(_) => {}
            other => {
                kinds.insert(format!("{other:?}"));
            }
        }
    }
    (text, kinds)
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

fn full_of_marks() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok(&["goal", "add", MARKS, "--by", "2027-01-20"]);
    sandbox.ok(&["goal", "edit", "1", "--by", "2027-02-20", "--because", LINES]);
    sandbox.ok(&["win", "add", MARKS]);
    sandbox.ok(&["topic", "add", MARKS]);
    sandbox.ok(&["followup", "add", &format!("them: {MARKS}")]);
    sandbox.ok(&["question", "ask", MARKS, "--from", "them"]);
    let message = ["--situation", MARKS, "--behaviour", LINES, "--impact", LINES];
    sandbox
        .ok(&[&["feedback", "add", "--from", "mentor", "--kind", "keep"][..], &message].concat());
    sandbox.ok(&["feedback", "respond", "1", LINES]);
    sandbox.ok(&["insight", "add", MARKS]);
    sandbox.ok(&["review", "record", "--next", MARKS, "--notes", LINES]);
    sandbox.ok(&["log", LINES, "--decision", MARKS]);
    sandbox
}

#[test]
fn markdown_reports_render_to_the_text_of_the_terminal() {
    for mut sandbox in [Sandbox::with_pair(), demo(), hostile(), full_of_marks()] {
        // Too narrow for columns, which the Markdown output does not have.
        sandbox.width = Some(45);
        sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
        for args in [&["review", "--since", "2020-01-01"][..], &["end", "show"], &["agenda"]] {
            let terminal = sandbox.ok(args).replace("\n  • ", "\n");
            let (text, kinds) = rendered(&sandbox.ok(&[args, &["--markdown"]].concat()));
            assert_eq!(without_blanks(&text), without_blanks(&terminal), "{args:?}");
            let known = ["heading h1", "heading h2", "Paragraph", "List", "Item", "Strong"];
            let odd: Vec<_> = kinds.iter().filter(|kind| !known.contains(&kind.as_str())).collect();
            assert!(odd.is_empty(), "{args:?}: {odd:?}");
        }
    }
}

#[test]
fn pair_report_is_available_in_markdown() {
    let (text, kinds) = rendered(&full_of_marks().ok("pair show --markdown"));
    assert!(text.contains(MARKS), "{text}");
    assert!(without_blanks(&text).contains(&without_blanks(LINES)), "{text}");
    assert!(!kinds.contains("CodeBlock") && !kinds.contains("Table"), "{kinds:?}");
    let demo = demo().ok("pair show --markdown");
    for heading in [
        "People", "Agreement", "Goals in progress", "Skills", "Wins", "Check-ins",
        "Sam's follow-ups", "Ana's follow-ups", "Promises kept",
    ] {
        assert!(demo.contains(&format!("\n## {heading}\n")), "{heading}");
    }
}

#[test]
fn agreement_to_sign_keeps_its_text_in_markdown() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok(&["agree", "--purpose", LINES, "--mentor-expects", MARKS, "--mentor-expects", "x"]);
    let (text, kinds) = rendered(&sandbox.ok("agree show --markdown"));
    assert!(text.contains(MARKS), "{text}");
    assert!(without_blanks(&text).contains(&without_blanks(LINES)), "{text}");
    assert!(!kinds.contains("CodeBlock") && !kinds.contains("Table"), "{kinds:?}");
}

#[test]
fn unescaped_markdown_syntax_is_detected() {
    let (text, kinds) = rendered("- # head\n- *b* `c`\n");
    assert_eq!(without_blanks(&text), "headb");
    assert!(kinds.contains("heading h1") && kinds.contains("Emphasis"), "{kinds:?}");
}
