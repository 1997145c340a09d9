//! `mentor export` and `mentor import`

use crate::sandbox::Sandbox;

/// A mentorship with one record of nearly every kind.
fn lived_in() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok(&[
        "goal",
        "add",
        "Lead a review",
        "--by",
        "2027-03-01",
        "--step",
        "Shadow one",
    ]);
    sandbox.ok(&[
        "goal",
        "edit",
        "1",
        "--by",
        "2027-04-01",
        "--because",
        "exams",
    ]);
    sandbox.ok(&["checkin", "add", "--at", "2026-12-03 17:00"]);
    sandbox.ok(&["topic", "add", "How to say no", "--private"]);
    sandbox.ok(&[
        "log",
        "Two\nlines \u{1b}[31m 日本",
        "--checkin",
        "1",
        "--followup",
        "mentee: draft by fri",
        "--covered",
        "1",
        "--goal",
        "1=40%",
        "--win",
        "Shipped",
        "--insight",
        "Write it down",
        "--decision",
        "a",
        "--decision",
        "b",
        "--next",
        "2026-12-17 17:00",
    ]);
    sandbox.ok(&[
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
    ]);
    sandbox.ok(&["review", "record", "--next", "Go on"]);
    sandbox
}

fn import(sandbox: &Sandbox, document: &str) -> crate::sandbox::Output {
    sandbox.run_with(&["import", "-"], document.as_bytes(), None)
}

#[test]
fn an_import_into_an_empty_file_gives_the_same_data() {
    let document = lived_in().ok(&["export"]);
    let other = Sandbox::new();
    let output = import(&other, &document);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(other.ok(&["export"]), document);
}

#[test]
fn importing_twice_adds_nothing() {
    let sandbox = lived_in();
    let document = sandbox.ok(&["export"]);
    let output = import(&sandbox, &document);
    assert!(output.stderr.contains("Imported 0 records, "), "{output}");
    assert_eq!(sandbox.ok(&["export"]), document);
}

#[test]
fn an_import_is_one_step() {
    let document = lived_in().ok(&["export"]);
    let other = Sandbox::new();
    other.ok(&["init", "--name", "Sam Rivera"]);
    let before = other.ok(&["export"]);
    assert_eq!(import(&other, &document).status, 0);
    other.ok(&["undo"]);
    assert_eq!(other.ok(&["export"]), before);
}

#[test]
fn a_bad_document_is_refused_whole_with_line_and_field() {
    let document = lived_in().ok(&["export"]);
    let spoil = |from: &str, to: &str| {
        assert!(document.contains(from), "{from}");
        document.replacen(from, to, 1)
    };
    let cases = [
        (
            spoil("\"due\": \"2026-12-04\"", "\"due\": \"2026-13-04\""),
            "`due` of `followup`: \"2026-13-04\" can't be read",
        ),
        (
            spoil("\"state\": \"held\"", "\"state\": \"forgotten\""),
            "`state` of `checkin`",
        ),
        (
            spoil("\"percent\": 40", "\"percent\": \"forty\""),
            "`percent` of `goal_entry`: \"forty\" is not a whole number",
        ),
        (
            spoil("\"covered_in\": 1", "\"covered_in\": 77"),
            "the export has no checkin 77",
        ),
        (
            spoil("\"private\": true", "\"privat\": true"),
            "`privat` of `topic`: there is no such field",
        ),
        (
            spoil("mentor.export/1", "mentor.export/9"),
            "unknown export version mentor.export/9",
        ),
        (spoil("\"exported_at\": ", "\"exported_at\" "), "line 3:"),
        ("[1, 2]".to_owned(), "line 1:"),
        ("{\"schema\": \"other\"}".to_owned(), "not a mentor export"),
        (String::new(), "line 1:"),
    ];
    for (bad, says) in cases {
        let other = Sandbox::new();
        other.ok(&["init", "--name", "Sam Rivera"]);
        let before = std::fs::read(other.db()).unwrap();
        let output = import(&other, &bad);
        assert_eq!(output.status, 4, "{says}\n{output}");
        assert!(output.stderr.contains(says), "{says}\n{output}");
        assert_eq!(std::fs::read(other.db()).unwrap(), before, "{says}");
    }
    // The line is that of the field.
    let bad = spoil("\"due\": \"2026-12-04\"", "\"due\": \"2026-13-04\"");
    let line = bad
        .lines()
        .position(|line| line.contains("2026-13-04"))
        .unwrap()
        + 1;
    let output = import(&Sandbox::new(), &bad);
    assert!(
        output.stderr.contains(&format!("line {line}, `due`")),
        "{output}"
    );
}

#[test]
fn an_export_never_overwrites_a_file() {
    let sandbox = lived_in();
    let path = sandbox.home.path().join("all.json").display().to_string();
    sandbox.ok(&["export", "-o", &path]);
    assert_eq!(sandbox.run(&["export", "-o", &path]).status, 4);
}

#[test]
fn an_export_for_the_partner_holds_what_is_theirs_too_and_nothing_private() {
    let sandbox = lived_in();
    sandbox.ok(&[
        "pair",
        "add",
        "priya",
        "--mentor",
        "Priya Nair",
        "--tz",
        "Asia/Kolkata",
    ]);
    sandbox.ok(&["topic", "add", "Not for Ana", "-p", "priya"]);
    sandbox.ok(&["person", "edit", "ana", "--notes", "Shy at first"]);
    sandbox.ok(&["goal", "add", "Secret goal", "-p", "ana", "--private"]);
    sandbox.ok(&["goal", "progress", "2", "10"]);
    sandbox.ok(&[
        "log",
        "Secret talk",
        "-p",
        "ana",
        "--private",
        "--followup",
        "me: keep the promise",
    ]);
    sandbox.ok(&[
        "log",
        "Open talk",
        "-p",
        "ana",
        "--feeling",
        "tired",
        "--private-note",
        "hm",
    ]);
    let document = sandbox.ok(&["export", "--for-partner", "-p", "ana"]);
    for hidden in [
        "How to say no",
        "Not for Ana",
        "Shy at first",
        "Secret",
        "tired",
        "hm\"",
        "Priya",
        "keep the promise",
    ] {
        assert!(!document.contains(hidden), "{hidden}\n{document}");
    }
    for shown in ["Lead a review", "Open talk", "draft", "Shipped"] {
        assert!(document.contains(shown), "{shown}\n{document}");
    }

    let theirs = Sandbox::new();
    let path = theirs.home.path().join("from-sam.json");
    std::fs::write(&path, document).unwrap();
    theirs.ok(&["import", &path.display().to_string()]);
    assert!(theirs.ok(&["person", "show", "me"]).contains("Ana Díaz"));
    assert!(theirs.ok(&["status"]).contains("Sam Rivera (mentor)"));
    assert!(theirs.ok(&["agenda"]).contains("draft"));
}
