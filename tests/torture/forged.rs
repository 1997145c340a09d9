//! Forged files: definitions that this program never makes, damaged numbers, and damaged search indexes.

use std::fs;

use rusqlite::Connection;

use crate::command_lines::{self, strs};
use crate::sandbox::Sandbox;

/// Definitions that change the content of a table, or the effect of a change to it.
const PLANTED: [(&str, &str); 6] = [
    (
        "an endless view in the place of a table",
        "ALTER TABLE win RENAME TO gain;
         CREATE VIEW win AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
             SELECT i AS id, '' AS uid, '' AS created_at, '' AS changed_at, i AS pair, '' AS title, '' AS \"on\",
                 NULL AS goal, NULL AS checkin, 0 AS private, 0 AS checksum FROM n;",
    ),
    (
        "a trigger on a change",
        "CREATE TRIGGER planted AFTER INSERT ON step BEGIN DELETE FROM goal; END;",
    ),
    ("a view more", "CREATE VIEW planted AS SELECT 1;"),
    ("a table more", "CREATE TABLE planted (text TEXT);"),
    ("an index less", "DROP INDEX followup_of_pair;"),
    (
        "an index that leaves rows out",
        "DROP INDEX followup_of_pair; CREATE INDEX followup_of_pair ON followup (pair, state, due) WHERE id > 2;",
    ),
];

fn planted(sql: &str) -> (Sandbox, Vec<u8>) {
    let sandbox = command_lines::sample_sandbox();
    let connection = Connection::open(sandbox.db()).unwrap();
    connection.execute_batch(sql).unwrap();
    drop(connection);
    let bytes = fs::read(sandbox.db()).unwrap();
    (sandbox, bytes)
}

/// Counts the commands that do not refuse the file as damaged, and returns the output of the first one.
fn accepted(sandbox: &Sandbox, bytes: &[u8]) -> (usize, String) {
    let (mut count, mut first) = (0, String::new());
    for line in command_lines::lines() {
        let is_of_the_data = line.is_step
            || ["agenda", "brief", "due", "status", "review", "search", "export", "undo"]
                .iter()
                .any(|command| line.starts_with(command));
        if !is_of_the_data {
            continue;
        }
        if line.starts_with("draft") {
            // The commands before it leave drafts of their own.
            command_lines::sample_files().put_into(sandbox.home.path());
            fs::write(sandbox.db(), bytes).unwrap();
        }
        let args = line.in_home(sandbox.home.path());
        let output = sandbox.run(&strs(&args));
        if output.status != 8 {
            count += 1;
            if first.is_empty() {
                first = format!("{args:?}\n{output}");
            }
            fs::write(sandbox.db(), bytes).unwrap();
        }
    }
    (count, first)
}

#[test]
fn file_with_forged_definitions_is_neither_read_nor_written() {
    for (what, sql) in PLANTED {
        let (sandbox, bytes) = planted(sql);
        let (count, first) = accepted(&sandbox, &bytes);
        assert_eq!(count, 0, "{what}: {first}");
        assert!(fs::read(sandbox.db()).unwrap() == bytes, "{what} was written");
        let checked = sandbox.run("check");
        assert_eq!(checked.status, 1, "{what}: {checked}");
    }
}

/// Control: the same file without them is read and written.
#[test]
fn file_without_forged_definitions_is_used() {
    let (sandbox, bytes) = planted("VACUUM;");
    let (count, _) = accepted(&sandbox, &bytes);
    assert!(count > 20, "{count}");
}

#[test]
fn intact_records_beside_an_endless_view_are_rescued() {
    let (sandbox, _) = planted(PLANTED[0].1);
    let mended = sandbox.home.path().join("mended.db").display().to_string();
    let repaired = sandbox.run(&["check", "--repair", &mended]);
    assert!(repaired.stdout.contains("can't read win at all"), "{repaired}");
    sandbox.ok(&["check", "--db", &mended]);
    assert!(sandbox.ok(&["goal", "list", "--all", "--db", &mended]).len() > 1);
}

/// Damage to the memory of the numbers that were given to records.
const NUMBER_DAMAGES: [&str; 6] = [
    "DELETE FROM sqlite_sequence",
    "UPDATE sqlite_sequence SET seq = 0",
    "UPDATE sqlite_sequence SET seq = NULL",
    "UPDATE sqlite_sequence SET seq = -5",
    "UPDATE sqlite_sequence SET seq = 9223372036854775807",
    "UPDATE sqlite_sequence SET name = 'step'",
];

#[test]
fn file_with_damaged_numbers_is_never_written() {
    for damage in NUMBER_DAMAGES {
        let (sandbox, bytes) = planted(&format!("{damage};"));
        for line in command_lines::lines().iter().filter(|line| line.is_step).step_by(5) {
            let args = line.in_home(sandbox.home.path());
            let refused = sandbox.run(&strs(&args));
            assert_eq!(refused.status, 8, "{damage}: {args:?}\n{refused}");
        }
        assert!(fs::read(sandbox.db()).unwrap() == bytes, "{damage} was written");
        let checked = sandbox.run("check");
        assert!(checked.stdout.contains("the last number of"), "{damage}: {checked}");
    }
}

/// Damage to the search index that FTS5 does not report, or fails on.
const INDEX_DAMAGES: [&str; 8] = [
    "UPDATE search_data SET block = zeroblob(10)",
    "UPDATE search_data SET block = x'ff' WHERE id = 10",
    "DELETE FROM search_data WHERE id > 10",
    "DELETE FROM search_data",
    "DELETE FROM search_idx",
    "UPDATE search_config SET v = 99 WHERE k = 'version'",
    "DELETE FROM search_config WHERE k = 'version'",
    "DELETE FROM search_docsize",
];

#[test]
fn damaged_search_index_stops_no_command_and_is_rebuilt() {
    let writes = command_lines::lines().iter().filter(|line| line.is_step);
    let writes: Vec<_> = writes.collect();
    for (n, damage) in INDEX_DAMAGES.iter().enumerate() {
        let (sandbox, bytes) = planted(&format!("{damage};"));
        let sound = command_lines::sample_sandbox();
        let found = sandbox.run("search 'someth*' --json");
        assert_eq!(found.status, 0, "{damage}: {found}");
        assert_eq!(found.stdout, sound.ok("search 'someth*' --json"), "{damage}");
        let copy = sandbox.home.path().join("copy.db").display().to_string();
        sandbox.ok(&["backup", "-o", &copy]);
        sandbox.ok(&["check", "--db", &copy]);
        for line in writes.iter().skip(n).step_by(INDEX_DAMAGES.len()) {
            fs::write(sandbox.db(), &bytes).unwrap();
            let args = line.in_home(sandbox.home.path());
            let written = sandbox.run(&strs(&args));
            assert!(
                written.status == 0 && written.stderr.contains("the search index was damaged"),
                "{damage}: {args:?}\n{written}"
            );
            let checked = sandbox.run("check");
            assert_eq!(checked.status, 0, "{damage}: {args:?}\n{checked}");
        }
    }
}

/// Control: an intact index gets no remark.
#[test]
fn intact_search_index_is_not_rebuilt() {
    let sandbox = command_lines::sample_sandbox();
    let written = sandbox.run("topic add 'One more'");
    assert!(!written.stderr.contains("search index"), "{written}");
}
