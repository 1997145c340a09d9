//! Undo, redo, history.

use crate::sandbox::Sandbox;

#[test]
fn last_command_is_undone_and_redone_completely() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'mentee: draft the RFC by fri'");
    sandbox.ok("followup done 1");
    let done = sandbox.json("followup show 1");
    sandbox.ok("undo");
    assert_eq!(sandbox.json("followup show 1")["item"]["state"], "open");
    sandbox.ok("redo");
    assert_eq!(sandbox.json("followup show 1"), done);
}

#[test]
fn record_numbers_are_never_reused() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add One");
    sandbox.ok("undo");
    assert_eq!(sandbox.json("topic add Two")["item"]["id"], 2);
}

#[test]
fn undo_without_steps_says_so() {
    let sandbox = Sandbox::new();
    sandbox.ok("init --name Sam");
    sandbox.ok("undo");
    insta::assert_snapshot!(sandbox.run("undo"), @"
    --- stderr ---
    error: there is nothing to undo
    hint: run `mentor history` to see the changes
    [exit 4]
    ");
}

#[test]
fn new_step_discards_the_undone_ones() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add One");
    sandbox.ok("undo");
    sandbox.ok("topic add Two");
    assert_eq!(sandbox.run("redo").status, 4);
}

#[test]
fn history_lists_the_steps_in_plain_words() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add One");
    sandbox.ok("undo");
    insta::assert_snapshot!(sandbox.run("history"), @"
    change  when                     what
    3       Tue 1 Dec 09:00  undone  Added topic 1 from Sam: One
    2       Tue 1 Dec 09:00          Added pair `ana`: Sam Rivera mentors Ana Díaz
    1       Tue 1 Dec 09:00          You are Sam Rivera, in Europe/London, working mon-fri 09:00-17:00
    ");
}

#[test]
fn refused_command_is_no_undo_step() {
    let sandbox = Sandbox::with_pair();
    let before = std::fs::read(sandbox.db()).unwrap();
    assert_eq!(sandbox.run("log x --done 99").status, 3);
    assert_eq!(std::fs::read(sandbox.db()).unwrap(), before);
}

#[test]
fn first_deletion_is_undone_and_redone() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add One");
    let before = sandbox.ok("export");
    sandbox.ok("topic delete 1");
    let after = sandbox.ok("export");
    for _ in 0..2 {
        sandbox.ok("undo");
        assert_eq!(sandbox.ok("export"), before);
        sandbox.ok("redo");
        assert_eq!(sandbox.ok("export"), after);
    }
    sandbox.ok("check");
}

/// Replaces the content of the last undo step and updates its checksum.
fn forge_last_step(sandbox: &Sandbox, inverse: &str) {
    let file = rusqlite::Connection::open(sandbox.db()).unwrap();
    let sql = "SELECT id, at, words, state FROM step ORDER BY id DESC LIMIT 1";
    let (id, at, words, state): (i64, String, String, String) = file
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap();
    // The checksum as in `store/checksum.rs`: the table, then each value with its type and length.
    let mut bytes = Vec::new();
    let mut add = |tag: u8, value: &[u8]| {
        bytes.extend([tag]);
        bytes.extend(value.len().to_le_bytes());
        bytes.extend(value);
    };
    add(b't', b"step");
    add(b'i', &id.to_le_bytes());
    for text in [&at, &words, &state, inverse] {
        add(b's', text.as_bytes());
    }
    let checksum = xxhash_rust::xxh64::xxh64(&bytes, 0).cast_signed();
    let sql = "UPDATE step SET sql = ?2, checksum = ?3 WHERE id = ?1";
    assert_eq!(file.execute(sql, (id, inverse, checksum)).unwrap(), 1);
}

#[test]
fn forged_step_can_change_nothing_but_rows() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add One");
    let other = sandbox.home.path().join("other.sqlite");
    let file = rusqlite::Connection::open(&other).unwrap();
    file.execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES ('precious')").unwrap();
    let attach = format!(
        "ATTACH DATABASE '{}' AS x; DELETE FROM x.t; UPDATE topic SET title = title WHERE id = 1",
        other.display()
    );
    let before = sandbox.ok("export");
    for forged in [
        attach.as_str(),
        "DELETE FROM topic WHERE id = 1; COMMIT; BEGIN; DELETE FROM nothing",
        "UPDATE topic SET title = 'x' WHERE id = 1; SAVEPOINT s",
        "DELETE FROM step WHERE id = 1",
        "DELETE FROM revision",
        "DROP TABLE topic",
        "PRAGMA writable_schema = ON",
        "CREATE TEMP TRIGGER t AFTER INSERT ON topic BEGIN DELETE FROM goal; END",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) UPDATE topic SET title = (SELECT max(i) FROM n)",
        "UPDATE topic SET title = (SELECT value FROM setting)",
        "UPDATE topic SET title = hex(randomblob(9)) WHERE id = 1",
        "VACUUM",
        "nonsense",
        "[\"step\",1,null]",
        "[\"topic\",1,{\"nothing\":1}]",
        "[\"topic\",9,{\"title\":\"half a row\"}]",
        "[\"pair\",1,null]",
        "[\"topic\",1]",
        "[nonsense",
    ] {
        forge_last_step(&sandbox, forged);
        let undone = sandbox.run("undo");
        assert_eq!(undone.status, 8, "{forged}\n{undone}");
        assert_eq!(sandbox.ok("export"), before, "{forged}");
    }
    let left: i64 = file.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 1);
    // Control: a step of an older version that makes a legitimate change is replayed.
    forge_last_step(&sandbox, "DELETE FROM topic WHERE id=1");
    sandbox.ok("undo");
    assert_ne!(sandbox.ok("export"), before);
    sandbox.ok("redo");
    assert_eq!(sandbox.ok("export"), before);
}

#[test]
fn redo_brings_back_what_an_older_step_deleted_in_any_spelling() {
    let mut undone_steps = 0;
    for forged in [
        "DELETE FROM win;",
        "delete from win where id > 0",
        "DELETE\nFROM \"win\" WHERE id IN (1, 2)",
        "/**/ delete from main.[win]; DELETE FROM `topic`",
        "replace into win select * from win where id = 1; delete from win",
    ] {
        let sandbox = Sandbox::with_pair();
        sandbox.ok("win add 'First one'");
        sandbox.ok("win add 'Second one'");
        sandbox.ok("topic add One");
        let before = sandbox.ok("export");
        forge_last_step(&sandbox, forged);
        let undone = sandbox.run("undo");
        if undone.status == 0 {
            assert_ne!(sandbox.ok("export"), before, "{forged}");
            sandbox.ok("redo");
            undone_steps += 1;
        }
        assert_eq!(sandbox.ok("export"), before, "{forged}\n{undone}");
        sandbox.ok("check");
    }
    assert!(undone_steps > 1, "control: {undone_steps} steps were replayed");
}

#[test]
fn forged_step_can_not_store_a_row_without_its_checksum() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair use ana");
    sandbox.ok("topic add One");
    let before = sandbox.ok("export");
    for forged in [
        "[\"setting\",1,{\"value\":\"kim\"}]",
        "[\"setting\",9,{\"id\":9,\"name\":\"x\",\"value\":\"y\",\"checksum\":1}]",
        "UPDATE setting SET value = 'kim' WHERE id = 1",
        "[\"topic\",1,{\"title\":\"Two\"}]",
        "[\"person\",1,{\"checksum\":1}]",
    ] {
        forge_last_step(&sandbox, forged);
        let undone = sandbox.run("undo");
        assert_eq!(undone.status, 8, "{forged}\n{undone}");
        assert_eq!(sandbox.ok("export"), before, "{forged}");
        sandbox.ok("check");
    }
}

#[test]
fn undo_and_redo_work_in_the_last_seconds_of_the_calendar() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add One");
    for moment in ["9999-12-31T23:59:56Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00"] {
        for command in ["undo", "redo", "undo", "redo", "check"] {
            sandbox.at(moment).ok(command);
        }
    }
    sandbox.ok("undo");
}

#[test]
fn edit_without_a_change_makes_no_step() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add Lead --by 2027-03-01");
    sandbox.ok("log Talked --minutes 50");
    let before = sandbox.ok("history");
    for (line, confirmation) in [
        ("goal edit 1 --title Lead", "No changes to goal 1\n"),
        ("checkin edit 1 --minutes 50", "No changes to check-in 1\n"),
        ("person edit me --tz Europe/London", "No changes to Sam Rivera\n"),
    ] {
        let output = sandbox.run(line);
        assert_eq!((output.status, &*output.stderr), (0, confirmation), "{line}");
        assert_eq!(sandbox.ok("history"), before, "{line}");
    }
    sandbox.ok("goal edit 1 --title 'Lead a review'");
    assert_ne!(sandbox.ok("history"), before, "control");
}

mod slow {
    use super::*;

    #[test]
    fn history_is_limited_by_size_and_says_so() {
        let sandbox = Sandbox::with_pair();
        sandbox.ok("goal add Lead");
        let path = sandbox.home.path().join("form.toml");
        for round in 0..8 {
            let why = format!("{round}{}", "x".repeat(78) + "\n").repeat(13_000);
            let texts = ["why", "done_when", "support"]
                .map(|field| format!("{field} = \"\"\"\n{why}\"\"\"\n"));
            let form = format!("title = \"Lead\"\nprivate = false\n{}", texts.concat());
            std::fs::write(&path, form).unwrap();
            sandbox.ok(&["goal", "edit", "1", "--from", path.to_str().unwrap()]);
        }
        insta::assert_snapshot!(sandbox.run("history -n 2").stderr, @"");
        insta::assert_snapshot!(sandbox.run("history").stderr, @"note: no change before 7 is kept: only the last 1000, up to 16 MB, and none from before a purge");
        sandbox.ok("undo");
        let goal = sandbox.json("goal show 1");
        assert!(goal["item"]["why"].as_str().unwrap().starts_with('6'));
        // A step stores only the columns that differ, not the long text.
        let size = || std::fs::metadata(sandbox.db()).unwrap().len();
        let before = size();
        sandbox.ok("goal edit 1 --title 'Lead it'");
        assert!(size() < before + (1 << 20));
    }
}

#[test]
fn history_keeps_what_happened_without_what_to_type_next() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(sandbox.run("agree --length 45m --proposed"), @"
    --- stderr ---
    Recorded version 1 of the agreement with Ana; neither of you has accepted it yet
    hint: run `mentor agree accept --by mentor` to accept it
    hint: run `mentor agree accept --by mentee` once Ana accepts it
    ");
    insta::assert_snapshot!(sandbox.run("undo"), @"
    --- stderr ---
    Undid: Recorded version 1 of the agreement with Ana; neither of you has accepted it yet
    Run `mentor redo` to redo it
    ");
    sandbox.ok("redo");
    let history = sandbox.ok("history");
    assert!(!history.contains("`mentor"), "{history}");
}

#[test]
fn undo_and_redo_of_a_pair_leave_the_others_alone() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add kim --mentee Kim");
    sandbox.ok("topic add Pace -p kim");
    let refused = "error: the change is not in `ana`: Added topic 1 from Sam: Pace
       nothing was changed
hint: leave `-p` out to take it
";
    assert_eq!(sandbox.refused("undo -p ana"), refused);
    assert_eq!(sandbox.run("undo -p nobody").status, 3);
    sandbox.ok("undo -p kim");
    assert_eq!(sandbox.refused("redo -p ana"), refused);
    sandbox.ok("redo -p kim");
    sandbox.ok("undo");
    // The pair that is no longer there afterwards.
    sandbox.ok("undo -p kim");
}
