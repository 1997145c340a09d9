//! The note below a listing on a terminal, and the pair that an answer is about.

use crate::sandbox::{Output, Sandbox};

/// Sam mentors Ana and Kim, on a terminal.
fn with_two_pairs() -> Sandbox {
    let mut sandbox = Sandbox::with_pair();
    sandbox.ok("pair add kim --mentee 'Kim Lee'");
    sandbox.ok("pair use kim");
    sandbox.width = Some(80);
    sandbox
}

fn footer(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = sandbox.run(args);
    assert_eq!(output.status, 0, "{args:?}\n{output}");
    output.stderr
}

#[test]
fn hidden_rows_are_mentioned_on_a_terminal_only() {
    let mut sandbox = Sandbox::with_pair();
    for title in ["One", "Two", "Three"] {
        sandbox.ok(&["followup", "add", title]);
    }
    sandbox.ok("followup done 1 2");
    assert_eq!(footer(&sandbox, &["followup", "list"]), "");
    sandbox.width = Some(80);
    let list = |args: &[&str]| footer(&sandbox, &[&["followup", "list"], args].concat());
    assert_eq!(list(&[]), "1 open; --all shows 2 more\n");
    assert_eq!(list(&["--all"]), "");
    assert_eq!(list(&["--csv"]), "");
    assert_eq!(list(&["--json"]), "");
    assert_eq!(list(&["--owner", "mentee"]), "No matching follow-ups\n");
    sandbox.ok("followup done 3");
    assert_eq!(list(&[]), "No open follow-ups (3 closed: --all)\n");
}

#[test]
fn an_empty_listing_says_what_to_type() {
    let mut sandbox = Sandbox::with_pair();
    sandbox.width = Some(80);
    let lists = [
        "goal", "checkin", "topic", "followup", "question", "feedback", "advice", "win", "skill",
        "resource", "introduction", "option", "approach", "norm", "pulse", "away", "draft",
    ];
    let footers = lists.map(|noun| footer(&sandbox, &[noun, "list"]));
    let more = [footer(&sandbox, &["agree", "history"]), footer(&sandbox, &["review", "list"])];
    insta::assert_snapshot!(footers.concat() + &more.concat());
}

#[test]
fn every_list_of_records_can_cover_all_pairs() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add kim --mentor 'Kim Lee' --tz Asia/Tokyo");
    for (add, list) in [
        ("goal add Lead", "goal list"),
        ("checkin add 'thu 17:00'", "checkin list"),
        ("topic add Scope", "topic list"),
        ("followup add 'them: read'", "followup list"),
        ("question ask Why?", "question list"),
        (
            "feedback add --from me --kind keep --situation S --behaviour B --impact I",
            "feedback list",
        ),
        ("advice add Write", "advice list"),
        ("win add Led", "win list"),
        ("skill add Leading", "skill list"),
        ("resource add Book", "resource list"),
        ("introduction add Lee", "introduction list"),
        ("option add Staff", "option list"),
        ("approach add Writing", "approach list"),
        ("norm add Silence", "norm list"),
        ("pulse ask", "pulse list"),
        ("review record --next Own", "review list"),
    ] {
        // Added to the second pair first: the listing is sorted by pair.
        sandbox.ok(&format!("{add} -p kim"));
        sandbox.ok(&format!("{add} -p ana"));
        let text = sandbox.ok(&format!("{list} --all-pairs"));
        let pairs: Vec<&str> =
            text.lines().map(|line| line.split_whitespace().nth(1).unwrap()).collect();
        assert_eq!(pairs, ["pair", "ana", "kim"], "{text}");
        let json = sandbox.json(&format!("{list} --all-pairs"));
        let items = json["items"].as_array().unwrap();
        let pairs: Vec<&str> = items.iter().map(|item| item["pair"].as_str().unwrap()).collect();
        assert_eq!(pairs, ["ana", "kim"], "{json}");
        let csv = sandbox.ok(&format!("{list} --all-pairs --csv"));
        let header: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
        let column = header.iter().position(|name| *name == "pair").unwrap();
        let pairs: Vec<&str> =
            csv.lines().skip(1).map(|line| line.split(',').nth(column).unwrap()).collect();
        assert_eq!(pairs, ["ana", "kim"], "{csv}");
        let both = sandbox.run(&format!("{list} --all-pairs -p ana"));
        assert_eq!(both.status, 2, "{both}");
    }
}

#[test]
fn a_list_of_all_pairs_can_be_narrowed_and_needs_no_current_pair() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add kim --mentor 'Kim Lee' --tz Asia/Tokyo");
    for line in ["them: read -p ana", "me: write -p ana", "them: draw -p kim", "me: plan -p kim"] {
        let (title, pair) = line.rsplit_once(" -p ").unwrap();
        sandbox.ok(&["followup", "add", title, "-p", pair]);
    }
    let listed = |filter: &str| {
        let json = sandbox.json(&format!("followup list --all-pairs {filter}"));
        let items = json["items"].as_array().unwrap();
        items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listed(""), ["read", "write", "draw", "plan"]);
    assert_eq!(listed("--owner them"), ["read", "draw"]);
    assert_eq!(listed("--owner kim"), ["draw"]);
    assert_eq!(sandbox.run("followup list --all-pairs --owner zoe").status, 4);
    sandbox.vars.borrow_mut().insert("MENTOR_PAIR".into(), "ana".into());
    assert_eq!(listed("--owner them"), ["read", "draw"]);
}

#[test]
fn a_paused_pair_is_listed_as_paused() {
    let sandbox = with_two_pairs();
    sandbox.ok("pair pause kim");
    let messages_of = |command: &str| sandbox.run(command).stderr;
    insta::assert_snapshot!([
        messages_of("followup add 'me: read the paper by fri'"),
        messages_of("followup done 1"),
        messages_of("log Scope -p kim"),
        messages_of("topic list --all"),
        messages_of("checkin list --all"),
        messages_of("agree --cadence fortnightly"),
        messages_of("pair resume"),
        messages_of("topic add Scope"),
    ].concat(), @r#"
    Added follow-up 1 for Sam: read the paper, due Fri 4 Dec (in 3 days) (pair `kim`)
    note: `kim` has been paused since Tue 1 Dec; run `mentor pair resume kim` to resume it
    Completed follow-up 1 (Sam): read the paper (pair `kim`)
    note: `kim` has been paused since Tue 1 Dec; run `mentor pair resume kim` to resume it
    Logged check-in 1 with Kim on Tue 1 Dec 09:00
    note: `kim` has been paused since Tue 1 Dec; run `mentor pair resume kim` to resume it
    No topics in `kim` yet; run `mentor topic add "How to say no"` to add one
    note: `kim` has been paused since Tue 1 Dec; run `mentor pair resume kim` to resume it
    1 check-in in `kim`
    note: `kim` has been paused since Tue 1 Dec; run `mentor pair resume kim` to resume it
    Recorded version 1 of the agreement with Kim; Kim hasn't accepted it yet (pair `kim`)
    First check-ins by Tue 15 Dec, Tue 29 Dec and Tue 12 Jan 2027 (each counted from the one before)
    note: `kim` has been paused since Tue 1 Dec; run `mentor pair resume kim` to resume it
    hint: run `mentor agree accept --by mentee -p kim` once Kim accepts it
    Resumed `kim`
    Added topic 1 from Sam: Scope (pair `kim`)
    "#);
}

#[test]
fn listings_and_answers_name_the_pair_if_there_are_several() {
    let sandbox = with_two_pairs();
    let messages_of = |args: &[&str]| footer(&sandbox, args);
    insta::assert_snapshot!([
        messages_of(&["followup", "add", "Read the paper", "--by", "fri"]),
        messages_of(&["topic", "add", "How to say no"]),
        messages_of(&["topic", "add", "Scope", "-p", "ana"]),
        messages_of(&["topic", "done", "1"]),
        messages_of(&["topic", "list"]),
        messages_of(&["topic", "list", "-p", "ana"]),
        messages_of(&["goal", "list"]),
        messages_of(&["checkin", "list"]),
    ].concat(), @r#"
    Added follow-up 1 for Sam: Read the paper, due Fri 4 Dec (in 3 days) (pair `kim`)
    Added topic 1 from Sam: How to say no (pair `kim`)
    Added topic 2 from Sam: Scope
    Covered topic 1: How to say no (pair `kim`)
    No open topics in `kim` (1 closed: --all)
    No goals in `kim` yet; run `mentor goal add "Lead a design review"` to add one
    No check-ins in `kim` yet; run `mentor checkin add "thu 17:00"` to plan one
    "#);
}

#[test]
fn undo_redo_and_imports_name_the_pairs_if_there_are_several() {
    let sandbox = with_two_pairs();
    let first_line = |output: Output| output.stderr.lines().next().unwrap_or_default().to_owned();
    let imported = |sheet: &str| {
        let args = "import - --csv --as topic --yes";
        first_line(sandbox.run_with(args, sheet.as_bytes(), None))
    };
    sandbox.ok("topic add Scope -p ana");
    sandbox.ok("topic delete 1 -p ana");
    let delete = [sandbox.run("undo"), sandbox.run("redo"), sandbox.run("undo")].map(first_line);
    let add = [sandbox.run("undo"), sandbox.run("redo")].map(first_line);
    let mut lines = [delete.to_vec(), add.to_vec()].concat();
    lines.push(imported("title\nPace\n"));
    lines.push(imported("title,pair\nTone,ana\nDepth,kim\n"));
    lines.push(first_line(sandbox.run("undo")));
    lines.push(first_line(sandbox.run("pair pause kim")));
    lines.push(first_line(sandbox.run("undo")));
    let document = sandbox.ok("export");
    let other = Sandbox::new();
    let import = |args: &str| other.run_with(args, document.as_bytes(), None);
    let rehearsed = import("import - --dry-run").stdout;
    lines.extend(rehearsed.lines().last().map(str::to_owned));
    lines.push(first_line(import("import -")));
    insta::assert_snapshot!(lines.join("\n"), @r"
    Undid: Deleted topic 1: Scope (pair `ana`)
    Redid: Deleted topic 1: Scope (pair `ana`)
    Undid: Deleted topic 1: Scope (pair `ana`)
    Undid: Added topic 1 from Sam: Scope (pair `ana`)
    Redid: Added topic 1 from Sam: Scope (pair `ana`)
    Imported 1 topic from standard input (pair `kim`)
    Imported 2 topics from standard input (pairs `ana` and `kim`)
    Undid: Imported 2 topics from standard input (pairs `ana` and `kim`)
    Paused `kim`
    Undid: Paused `kim`
    Imported 7 records (pairs `ana` and `kim`)
    Imported 7 records (pairs `ana` and `kim`)
    ");
}

#[test]
fn calendar_import_names_the_pair_if_there_are_several() {
    let sandbox = with_two_pairs();
    sandbox.ok("checkin add 'thu 17:00'");
    let calendar = sandbox.ok("export --ics -p kim");
    let moved = calendar.replace("20261203T17", "20261203T18").replace("SEQUENCE:0", "SEQUENCE:9");
    let imported = sandbox.run_with("import --ics -", moved.as_bytes(), None);
    assert!(imported.stderr.lines().next().unwrap().ends_with("(pair `kim`)"), "{imported}");
}

#[test]
fn reports_on_a_paused_pair_say_that_it_is_paused() {
    let sandbox = with_two_pairs();
    sandbox.ok("pair pause kim --because exams");
    let note =
        "note: `kim` has been paused since Tue 1 Dec; run `mentor pair resume kim` to resume it";
    for command in [
        "agenda", "due", "status", "review", "brief", "progress", "when", "goal list",
        "followup list --all", "topic list --csv", "agenda --json",
    ] {
        let output = sandbox.run(&format!("{command} -p kim"));
        assert_eq!(output.stderr.matches(note).count(), 1, "{command}\n{output}");
        let active = sandbox.run(&format!("{command} -p ana"));
        assert!(!active.stderr.contains("paused"), "{command}\n{active}");
    }
    assert_eq!(sandbox.run("prompt -p kim").stderr, "");
}

#[test]
fn answers_do_not_name_the_only_pair() {
    let sandbox = Sandbox::with_pair();
    let output = sandbox.run("topic add 'How to say no'");
    assert!(!output.stderr.contains("pair"), "{output}");
}

#[test]
fn record_without_a_title_is_named_without_a_colon() {
    let sandbox = Sandbox::with_pair();
    let added = sandbox.run("review record --achievement 'Led the review'");
    insta::assert_snapshot!(added, @"
    --- stderr ---
    Recorded review 1 of `ana`: 1 Dec 2026
    ");
    let shown = sandbox.ok("review show 1");
    assert!(shown.starts_with("Review 1\n"), "{shown}");
    insta::assert_snapshot!(sandbox.run("review delete 1"), @"
    --- stderr ---
    Deleted review 1
    ");
}

#[test]
fn empty_list_of_check_ins_suggests_a_command_for_its_pair() {
    let sandbox = with_two_pairs();
    let hint = "run `mentor checkin add \"thu 17:00\" -p ana` to plan one";
    let output = footer(&sandbox, &["checkin", "list", "-p", "ana"]);
    assert!(output.contains(hint), "{output}");
}

#[test]
fn an_unknown_number_is_looked_up_in_all_pairs() {
    let sandbox = Sandbox::with_pair();
    let hint = |command: &str| {
        let output = sandbox.run(command);
        assert_ne!(output.status, 0, "{output}");
        output.stderr.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(hint("goal show 9"), "hint: run `mentor goal list` to see them");
    sandbox.ok("pair add kim --mentee Kim");
    assert_eq!(hint("goal show 9"), "hint: run `mentor goal list --all-pairs` to see them");
    assert_eq!(hint("goal show 9 -p kim"), "hint: run `mentor goal list -p kim` to see them");
    let owner = "hint: it is one of `ana`; use `-p ana`";
    sandbox.ok("checkin add thu 17:00 -p ana");
    assert_eq!(hint("log Talked --checkin 1 -p kim"), owner);
    let pulse = "hint: run `mentor pulse ask -p kim` to start one";
    assert_eq!(hint("pulse answer --rhythm 3 -p kim"), pulse);
}

#[test]
fn history_of_a_pair_lists_its_changes_only() {
    let mut sandbox = with_two_pairs();
    sandbox.width = None;
    sandbox.ok("topic add One -p ana");
    sandbox.ok("topic add Two -p kim");
    sandbox.ok("topic delete 1");
    sandbox.ok("topic add Three -p ana");
    sandbox.ok("undo");
    insta::assert_snapshot!(sandbox.run("history -p ana"), @"
    change  when                     what
    8       Tue 1 Dec 09:00  undone  Added topic 3 from Sam: Three
    7       Tue 1 Dec 09:00          Deleted topic 1: One
    5       Tue 1 Dec 09:00          Added topic 1 from Sam: One
    2       Tue 1 Dec 09:00          Added pair `ana`: Sam Rivera mentors Ana Díaz
    ");
    assert_eq!(sandbox.ok("history -p kim --csv").lines().count(), 1 + 2);
    assert_eq!(sandbox.ok("history -p ana -n 1 --csv").lines().count(), 1 + 1);
    assert_eq!(sandbox.run("history -p bob").status, 3);
}

#[test]
fn lists_of_people_and_pairs_keep_to_the_pair_that_is_named() {
    let sandbox = with_two_pairs();
    let people = sandbox.ok("person list -p ana");
    assert!(people.contains("Ana Díaz") && !people.contains("Kim Lee"), "{people}");
    let pairs = sandbox.ok("pair list -p ana");
    assert!(pairs.contains("Ana Díaz") && !pairs.contains("Kim Lee"), "{pairs}");
}

#[test]
fn pair_is_refused_by_commands_that_are_about_all_of_them() {
    let sandbox = with_two_pairs();
    insta::assert_snapshot!(sandbox.run("backup -p ana"), @"
    --- stderr ---
    error: `mentor backup` is not about one pair, so `-p` can't be used
    hint: leave `-p` out
    [exit 2]
    ");
    for command in ["config show", "draft list", "check", "restore", "init", "remind show"] {
        assert_eq!(sandbox.run(&format!("{command} -p ana")).status, 2, "{command}");
    }
    sandbox.vars.borrow_mut().insert("MENTOR_PAIR".to_owned(), "ana".to_owned());
    sandbox.ok("backup");
}

#[test]
fn record_of_another_pair_than_the_named_one_is_not_purged() {
    let sandbox = with_two_pairs();
    sandbox.ok("topic add One -p ana");
    sandbox.ok("topic add Two -p ana");
    sandbox.at("2026-12-02T09:00:00Z").ok("topic delete 2 -p ana");
    insta::assert_snapshot!(sandbox.run("purge topic 1 -p kim --yes"), @"
    --- stderr ---
    error: no topic 1 in `kim`
           nothing was deleted
    hint: it is one of `ana`; use `-p ana`
    [exit 3]
    ");
    assert_eq!(sandbox.run("purge topic 2 -p kim --yes").status, 3);
    sandbox.ok("purge topic 2 -p ana --yes");
    sandbox.ok("purge topic 1 --yes");
}
