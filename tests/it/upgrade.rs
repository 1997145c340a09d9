//! Upgrades of files of every earlier version. `files/v1.sql` and so on are dumps of a demo of that version and must
//! never be edited.

use std::fs;

use crate::sandbox::Sandbox;

const VERSIONS: [(&str, &str); 9] = [
    ("1", include_str!("files/v1.sql")),
    ("2", include_str!("files/v2.sql")),
    ("3", include_str!("files/v3.sql")),
    ("4", include_str!("files/v4.sql")),
    ("5", include_str!("files/v5.sql")),
    ("6", include_str!("files/v6.sql")),
    ("7", include_str!("files/v7.sql")),
    ("8", include_str!("files/v8.sql")),
    ("9", include_str!("files/v9.sql")),
];

/// Makes a user whose data file is restored from a dump.
fn with_file_of(dump: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    fs::create_dir_all(sandbox.db().parent().unwrap()).unwrap();
    rusqlite::Connection::open(sandbox.db()).unwrap().execute_batch(dump).unwrap();
    sandbox
}

#[test]
fn file_of_every_version_is_read_without_changing_it() {
    for (version, dump) in VERSIONS {
        let sandbox = with_file_of(dump);
        let before = fs::read(sandbox.db()).unwrap();
        assert!(sandbox.ok("agenda").contains("Ana"), "version {version}");
        // Also checks that the search index matches the rows.
        sandbox.ok("check");
        for report in [
            &["status"][..],
            &["due", "--within", "60d"],
            &["review"],
            &["brief"],
            &["agree", "check"],
            &["export"],
            &["search", "review"],
        ] {
            assert!(!sandbox.ok(report).is_empty(), "version {version}: {report:?}");
        }
        assert_eq!(fs::read(sandbox.db()).unwrap(), before, "version {version}");
    }
}

#[test]
fn file_of_every_version_is_upgraded_and_keeps_its_history() {
    for (version, dump) in VERSIONS {
        let sandbox = with_file_of(dump);
        let before = sandbox.json("followup list --all");
        sandbox.ok("log 'After the upgrade' --followup 'me: send the notes by fri'");
        sandbox.ok("undo");
        assert_eq!(sandbox.json("followup list --all"), before, "version {version}");
        sandbox.ok("undo");
    }
}

/// Fails if a released migration was edited, which would make two kinds of files with the same version.
#[test]
fn newest_fixture_has_the_tables_of_a_new_file() {
    let tables = |sandbox: &Sandbox| -> Vec<String> {
        let connection = rusqlite::Connection::open(sandbox.db()).unwrap();
        let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let mut statement = connection.prepare(sql).unwrap();
        let found = statement.query_map([], |row| row.get(0)).unwrap();
        found.collect::<Result<_, _>>().unwrap()
    };
    let (_, newest) = VERSIONS[VERSIONS.len() - 1];
    assert_eq!(tables(&with_file_of(newest)), tables(&Sandbox::with_pair()));
}

/// Changes made under an older version are known as far as the rows tell of them.
#[test]
fn past_day_of_an_older_file_is_reported_with_a_remark() {
    for (version, dump) in VERSIONS.into_iter().filter(|(version, _)| *version < "4") {
        let sandbox = with_file_of(dump);
        let before = fs::read(sandbox.db()).unwrap();
        let report = |args: &[&str]| {
            let output = sandbox.run(args);
            assert_eq!(output.status, 0, "version {version}: {output}");
            assert!(
                output.stderr.contains("only part of the history is known"),
                "version {version}: {output}"
            );
            serde_json::from_str::<serde_json::Value>(&output.stdout).unwrap()
        };
        // The demo of version 2 is a week older than the others.
        let (done, moved, targets) = match version {
            "2" => (
                ["2026-06-01", "2026-06-02"],
                ["2026-09-14", "2026-09-15"],
                ["2026-10-13", "2026-11-10"],
            ),
            _ => (
                ["2026-06-08", "2026-06-09"],
                ["2026-09-21", "2026-09-22"],
                ["2026-10-20", "2026-11-17"],
            ),
        };
        for is_upgraded in [false, true] {
            let is_open = done.map(|day| {
                let due = report(&["due", "-p", "ana", "--within", "5d", "--json", "--as-of", day]);
                let mut due = due["items"].as_array().unwrap().iter();
                due.any(|item| item["kind"] == "followup" && item["id"] == 3)
            });
            assert_eq!(is_open, [true, false], "version {version}");
            for (day, target) in moved.iter().zip(targets) {
                let review = report(&["review", "-p", "ana", "--json", "--as-of", day]);
                let goal = &review["goals"][0];
                assert_eq!(goal["target"], target, "version {version}, {day}: {goal}");
            }
            if !is_upgraded {
                assert_eq!(fs::read(sandbox.db()).unwrap(), before, "version {version}");
                sandbox.ok("topic add 'After the upgrade' -p ana");
            }
        }
        sandbox.ok("check");
        assert_eq!(sandbox.run("status --as-of 2026-11-30").stderr, "");
    }
}
