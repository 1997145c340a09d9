//! Hostile documents: an import applies a document completely or not at all, and never panics.

use std::fs;

use crate::random::Dice;
use crate::real::Home;
use crate::sandbox::Sandbox;
use crate::size;

/// Returns an export with half a year of records of every kind.
fn document() -> Vec<u8> {
    let home = Home::new();
    let demo: serde_json::Value = serde_json::from_str(&home.ok("demo --json")).unwrap();
    home.ok(&["export", "--db", demo["db"].as_str().unwrap()]).into_bytes()
}

const HOSTILE_VALUES: [&str; 14] = [
    "null", "-1", "1e400", "99999999999999999999", "\"\"", "[]", "{}", "true", "\"2026-13-45\"",
    "\"\\u0000\"", "\"\\u001b[31m\\u202e\"", "\"\\ud800\"", "\"Mars/Base\"", "NaN",
];

/// Spoils a document in a few places: changes bytes or digits, cuts out or doubles pieces, replaces values by hostile
/// ones.
fn spoil(document: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = document.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len());
        match dice.below(6) {
            5 => {
                let digit = bytes[at..].iter().position(u8::is_ascii_digit);
                let digit = digit.map_or(at, |from| at + from);
                bytes[digit] = b'0' + u8::try_from(dice.below(10)).unwrap();
            }
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => bytes.truncate(at.max(1)),
            2 => {
                let end = (at + dice.below(400)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                let Some(colon) = bytes[at..].windows(2).position(|pair| pair == b": ") else {
                    continue;
                };
                let from = at + colon + 2;
                let Some(length) =
                    bytes[from..].iter().position(|byte| matches!(byte, b',' | b'\n'))
                else {
                    continue;
                };
                let hostile = HOSTILE_VALUES[dice.below(HOSTILE_VALUES.len())];
                bytes.splice(from..from + length, hostile.bytes());
            }
        }
    }
    bytes
}

#[test]
fn spoiled_document_is_imported_completely_or_not_at_all() {
    let document = document();
    let mut dice = Dice(6);
    let (mut taken, mut refused) = (0, 0);
    for n in 0..size(600, 50_000) {
        let sandbox = Sandbox::new();
        let path = sandbox.home.path().join("all.json");
        fs::write(&path, spoil(&document, &mut dice)).unwrap();
        let output = sandbox.run(&["import", &path.display().to_string()]);
        match output.status {
            0 => taken += 1,
            4 => {
                refused += 1;
                assert!(output.stderr.contains("nothing was imported"), "document {n}\n{output}");
                let there = sandbox.run("export");
                assert!(
                    there.status != 0 || !there.stdout.contains("\"uid\""),
                    "document {n} was taken by half\n{output}"
                );
            }
            _ => panic!("document {n}\n{output}"),
        }
        if sandbox.db().exists() {
            let checked = sandbox.run("check");
            assert_eq!(checked.status, 0, "document {n}\n{checked}");
        }
    }
    // Control: if all documents were refused, or none, the test would prove nothing.
    assert!(taken > 10 && refused > 10, "{taken} taken, {refused} refused");
}

#[test]
fn deep_and_large_documents_are_refused_quickly() {
    let sandbox = Sandbox::new();
    for (name, text) in [
        ("deep", "[".repeat(10_000)),
        (
            "deep in a section",
            format!("{{\"schema\":\"mentor.export/1\",\"topic\":[{}", "{\"a\":".repeat(10_000)),
        ),
        ("one long line", format!("{{\"schema\":\"{}\"}}", "x".repeat(10 << 20))),
        ("a mark before", "\u{feff}{\"schema\":\"mentor.export/1\"}x".to_owned()),
    ] {
        let path = sandbox.home.path().join("hostile.json");
        fs::write(&path, text).unwrap();
        let output = sandbox.run(&["import", &path.display().to_string()]);
        assert_eq!(output.status, 4, "{name}\n{output}");
    }
}
