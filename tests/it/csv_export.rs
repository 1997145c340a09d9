//! `--csv` and `--tsv` on every listing, read back by an independent parser: Python's `csv`.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::sandbox::Sandbox;

/// The cells of a file: the header, then the rows.
type Cells = Vec<Vec<String>>;

/// Parses a CSV file with Python's `csv` module.
fn parsed(text: &str, delimiter: &str) -> Cells {
    all_parsed(&[(text.to_owned(), delimiter)]).remove(0)
}

/// Parses several files, each with its delimiter, in one run of Python, which takes longer to start than to read them.
fn all_parsed(files: &[(String, &str)]) -> Vec<Cells> {
    let script = "import csv, io, json
for text, delimiter in json.load(open(0, encoding='utf-8')):
    file = io.StringIO(text.removeprefix('\\ufeff'), newline='')
    print(json.dumps(list(csv.reader(file, delimiter=delimiter, strict=True))))";
    let mut python = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("these tests need python3");
    let mut stdin = python.stdin.take().unwrap();
    stdin.write_all(&serde_json::to_vec(files).unwrap()).unwrap();
    drop(stdin);
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success(), "{files:?}");
    let lines = std::str::from_utf8(&output.stdout).unwrap().lines();
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

const HOSTILE: [&str; 8] = [
    "a \"quoted\" word, and a comma",
    "semicolon; bar | and 'apostrophe",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "設計書 é \u{202e}right to left\u{1b}[31m",
    "'already quoted",
];

/// Makes a pair with hostile texts and a record in nearly every listing.
fn sample_files() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    for text in HOSTILE {
        let notes = format!("--notes={text}\n\tsecond line");
        sandbox.ok(&["topic", "add", &notes, "--", text]);
        let due = ["--owner", "me", "--by", "2026-12-02", "--"];
        sandbox.ok(&[&["followup", "add"], &due[..], &[text]].concat());
        sandbox.ok(&["win", "add", "--", text]);
    }
    sandbox.ok("goal add Lead --by 2027-03-01");
    sandbox.ok("option add Lead --requires one --requires 'two, three'");
    sandbox.ok("review record --next 'Go on' --next 'and on'");
    sandbox.ok("away add 2026-12-20 2027-01-03");
    sandbox.ok("log Talked --minutes 50 --next '2026-12-17 17:00'");
    let draft = sandbox.run("log 'Typed and refused' --minutes 'many minutes'");
    assert_ne!(draft.status, 0);
    sandbox
}

const LISTINGS: [&[&str]; 27] = [
    &["pair", "list"],
    &["person", "list"],
    &["agree", "history"],
    &["checkin", "list", "--all"],
    &["topic", "list"],
    &["goal", "list"],
    &["followup", "list"],
    &["question", "list"],
    &["feedback", "list"],
    &["skill", "list"],
    &["win", "list"],
    &["insight", "list"],
    &["introduction", "list"],
    &["resource", "list"],
    &["option", "list"],
    &["approach", "list"],
    &["norm", "list"],
    &["pulse", "list"],
    &["away", "list"],
    &["review", "list"],
    &["draft", "list"],
    &["history"],
    &["due"],
    &["when"],
    &["search", "quoted"],
    &["search", "nothing"],
    &["due", "--overdue"],
];

/// Returns the text of a JSON field as it must appear in a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(entries) => entries.iter().map(cell).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    }
}

fn field<'v>(item: &'v Value, column: &str) -> &'v Value {
    let pointer = format!("/{}", column.replace('.', "/"));
    let found = item.pointer(&pointer);
    found.unwrap_or_else(|| panic!("{column} is no field of {item}"))
}

#[test]
fn every_listing_has_the_complete_fields_of_its_json() {
    let sandbox = sample_files();
    let formats = [("--csv", ","), ("--tsv", "\t")];
    let listings = LISTINGS.iter().flat_map(|args| formats.map(|format| (*args, format)));
    let files: Vec<_> = listings
        .clone()
        .map(|(args, (flag, delimiter))| (sandbox.ok(&[args, &[flag]].concat()), delimiter))
        .collect();
    for ((args, (flag, _)), rows) in listings.zip(all_parsed(&files)) {
        let items = sandbox.json(args)["items"].clone();
        let items = items.as_array().unwrap();
        let (header, rows) = rows.split_first().unwrap();
        assert_eq!(rows.len(), items.len(), "{args:?}");
        for (row, item) in rows.iter().zip(items) {
            let wanted = header.iter().map(|column| cell(field(item, column)));
            assert_eq!(*row, wanted.collect::<Vec<_>>(), "{args:?} {flag}");
        }
    }
}

/// Returns whether a field is only used for calculations and left out of CSV.
fn is_bookkeeping(name: &str) -> bool {
    ["past", "state_at", "entered_at", "responded_at", "at"].contains(&name)
}

/// The columns of listings that are not lists of records are defined by hand, and must be complete.
#[test]
fn no_field_of_the_json_is_missing() {
    let sandbox = sample_files();
    let files = LISTINGS.map(|args| (sandbox.ok(&[args, &["--csv"]].concat()), ","));
    for (args, rows) in LISTINGS.into_iter().zip(all_parsed(&files)) {
        let items = sandbox.json(args)["items"].clone();
        let Some(item) = items.as_array().unwrap().first() else {
            continue;
        };
        let header = &rows[0];
        let fields = item.as_object().unwrap().keys();
        for name in fields.filter(|name| !name.ends_with("marks") && !is_bookkeeping(name)) {
            let mut first_names = header.iter().map(|column| column.split('.').next());
            assert!(
                first_names.any(|column| column == Some(name)),
                "{args:?} has no column `{name}`"
            );
        }
    }
}

#[test]
fn empty_listing_is_only_a_header() {
    let sandbox = Sandbox::with_pair();
    assert_eq!(sandbox.ok("due --csv"), "kind,id,pair,owner,title,due,days_overdue,command\r\n");
    assert_eq!(sandbox.ok("win list --tsv").lines().count(), 1);
}

#[test]
fn line_ends_follow_the_format() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("win add Shipped");
    let csv = sandbox.ok("win list --csv");
    assert_eq!((csv.matches("\r\n").count(), csv.matches('\n').count()), (2, 2));
    assert!(!sandbox.ok("win list --tsv").contains('\r'));
}

#[test]
fn formulas_are_escaped_on_request() {
    let sandbox = sample_files();
    let safe = sandbox.ok("topic list --csv --for-spreadsheet");
    let safe = parsed(&safe, ",");
    let reckons = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert!(!safe.iter().flatten().any(reckons), "{safe:?}");
    let plain = parsed(&sandbox.ok("topic list --csv"), ",");
    assert!(plain.iter().flatten().any(reckons));
    let at = plain[0].iter().position(|column| column == "title");
    assert!(safe.iter().any(|row| row[at.unwrap()] == "'+1+1"), "{safe:?}");
}

#[test]
fn csv_and_other_formats_exclude_each_other() {
    let sandbox = Sandbox::with_pair();
    for args in [
        &["win", "list", "--csv", "--tsv"][..],
        &["win", "list", "--csv", "--json"],
        &["win", "list", "--for-spreadsheet"],
    ] {
        let output = sandbox.run(args);
        assert_eq!(output.status, 2, "{args:?}\n{output}");
    }
}

#[test]
fn csv_on_a_terminal_contains_no_control_characters() {
    let mut sandbox = sample_files();
    sandbox.width = Some(80);
    let no_colour = ("NO_COLOR".to_owned(), "1".to_owned());
    sandbox.vars.borrow_mut().extend([no_colour]);
    for flags in [&["--csv"][..], &["--tsv"], &["--csv", "--for-spreadsheet"]] {
        let text = sandbox.ok(&[&["topic", "list"], flags].concat());
        let harmless = |c: char| matches!(c, '\n' | '\t') || !c.is_control() && c != '\u{202e}';
        assert!(text.chars().all(harmless), "{text:?}");
        assert!(text.contains("\\u{1b}[31m"), "{text:?}");
    }
}
