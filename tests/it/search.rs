//! `mentor search`

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;
use serde_json::Value;

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Returns the noun and number of each hit, and the part of the record that was found.
fn found_titles(sandbox: &Sandbox, args: &[&str]) -> Vec<String> {
    let answer = sandbox.json(&[&["search"], args].concat());
    must_fit("search", &answer);
    names(&answer)
}

fn names(answer: &Value) -> Vec<String> {
    let items = answer["items"].as_array().unwrap().iter();
    items
        .map(|item| match item["part"].as_str() {
            Some(part) => format!("{part} {}", item["part_id"]),
            None => format!("{} {}", item["kind"].as_str().unwrap(), item["id"]),
        })
        .collect()
}

fn connection(sandbox: &Sandbox) -> rusqlite::Connection {
    rusqlite::Connection::open(sandbox.db()).unwrap()
}

#[test]
fn words_are_found_in_every_kind_of_record() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("goal add 'Lead a design review' --by 2027-03-01 --step 'Shadow the old owner'");
    sandbox.ok("goal progress 1 40 --note 'Shadowed twice, asked about ownership'");
    sandbox.ok("log 'Talked about ownership' --win 'Shipped the Migration'");
    sandbox.ok(&["person", "edit", "ana", "--notes", "Likes tea\nand, at four, a café"]);
    assert_eq!(found_titles(&sandbox, &["shadow"]), ["followup 1"]);
    assert_eq!(found_titles(&sandbox, &["shadow*"]), ["followup 1", "goal_entry 1"]);
    assert_eq!(found_titles(&sandbox, &["migration"]), ["win 1"]);
    assert_eq!(found_titles(&sandbox, &["díaz"]), found_titles(&sandbox, &["DIAZ"]));
    insta::assert_snapshot!(sandbox.run("search ownership"), @"
    check-in 1  ana  Tue 1 Dec  notes: Talked about «ownership»
    goal 1      ana  Tue 1 Dec  Lead a design review
                                note: Shadowed twice, asked about «ownership»
    ");
    insta::assert_snapshot!(sandbox.run("search cafe"), @"
    person 2  Tue 1 Dec  Ana Díaz [private]
                         notes: and, at four, a «café»
    ");
}

#[test]
fn search_supports_words_phrases_prefixes_and_exclusions() {
    let sandbox = Sandbox::with_pair();
    for title in
        ["How to say no", "No need to say", "Saying no to a deadline", "A talk", "A speech"]
    {
        sandbox.ok(&["topic", "add", title]);
    }
    let topics =
        |args: &[&str]| -> BTreeSet<String> { found_titles(&sandbox, args).into_iter().collect() };
    let set = |numbers: &[u8]| -> BTreeSet<String> {
        numbers.iter().map(|number| format!("topic {number}")).collect()
    };
    assert_eq!(topics(&["say", "no"]), set(&[1, 2]));
    assert_eq!(topics(&["say no"]), set(&[1]));
    assert_eq!(topics(&["\"say no\" OR deadline"]), set(&[1, 3]));
    assert_eq!(topics(&["say*", "no"]), set(&[1, 2, 3]));
    assert_eq!(topics(&["no", "--not", "deadline"]), set(&[1, 2]));
    assert_eq!(topics(&["no -deadline -need"]), set(&[1]));
    assert_eq!(topics(&["talk", "OR", "speech"]), set(&[4, 5]));
    assert_eq!(topics(&["talk", "speech"]), set(&[]));
}

#[test]
fn titles_rank_first_then_the_newest() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add Pace \
         --notes 'Too much on the roadmap, too few to do it, and a roadmap that moves'");
    sandbox.at("2026-12-02T09:00:00Z").ok("topic add 'The roadmap'");
    sandbox.at("2026-12-04T09:00:00Z").ok("win add 'The roadmap'");
    sandbox.at("2026-12-03T09:00:00Z").ok("insight add 'The roadmap'");
    assert_eq!(found_titles(&sandbox, &["roadmap"]), ["win 1", "insight 1", "topic 2", "topic 1"]);
    assert_eq!(found_titles(&sandbox, &["roadmap", "--limit", "2"]), ["win 1", "insight 1"]);
    insta::assert_snapshot!(sandbox.run("search roadmap -n 1"), @"
    win 1  ana  Fri 4 Dec  The «roadmap»
    --- stderr ---
    More matches: use `--limit 2`
    ");
}

/// Sam mentors Ana and used to mentor Ben; both pairs have records about the roadmap.
fn two_pairs() -> Sandbox {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add ben --mentee 'Ben Roadmap'");
    sandbox.ok("topic add 'The roadmap' -p ana --private");
    sandbox.ok("topic add 'The roadmap' -p ben");
    sandbox.ok("end -p ben --reason achieved --because 'The roadmap is done'");
    sandbox
}

#[test]
fn all_pairs_are_searched_unless_one_is_named() {
    let sandbox = two_pairs();
    let everywhere: BTreeSet<String> = found_titles(&sandbox, &["roadmap"]).into_iter().collect();
    let wanted = ["topic 1", "topic 2", "closing 1", "pair 2", "person 3"].map(str::to_owned);
    assert_eq!(everywhere, BTreeSet::from(wanted));
    assert_eq!(found_titles(&sandbox, &["roadmap", "-p", "ana"]), ["topic 1"]);
    let ben: BTreeSet<String> =
        found_titles(&sandbox, &["roadmap", "-p", "ben"]).into_iter().collect();
    assert_eq!(ben.len(), 4, "{ben:?}");
    let nobody = sandbox.run("search roadmap -p kim");
    assert_eq!(nobody.status, 3, "{nobody}");
}

#[test]
fn private_hits_are_marked() {
    let sandbox = two_pairs();
    let marked = sandbox.ok("search roadmap -p ana");
    assert!(marked.contains("[private]"), "{marked}");
    assert!(!sandbox.ok("search roadmap -p ben").contains("[private]"));
    sandbox.ok("log Talked --feeling 'Worried about the rota' -p ana");
    sandbox.ok("goal add Rest --private -p ana");
    sandbox.ok("goal progress 1 10 --note Slept -p ana");
    for word in ["worried", "slept"] {
        let answer = sandbox.json(&["search", word]);
        assert_eq!(answer["items"][0]["private"], true, "{answer}");
    }
}

#[test]
fn search_is_narrowed_by_noun_and_day() {
    let sandbox = Sandbox::with_older_pair();
    sandbox.ok("goal add Rota");
    sandbox.ok("goal progress 1 40 --note 'The rota is written' --on 2026-11-20");
    sandbox.ok("followup add 'me: read the rota by fri'");
    sandbox.ok("followup edit 1 --by 2026-12-20 --because 'no rota yet'");
    let narrowed = |args: &[&str]| -> BTreeSet<String> {
        found_titles(&sandbox, &[&["rota"], args].concat()).into_iter().collect()
    };
    let set =
        |names: &[&str]| -> BTreeSet<String> { names.iter().map(ToString::to_string).collect() };
    assert_eq!(narrowed(&["--kind", "goal"]), set(&["goal 1", "goal_entry 1"]));
    assert_eq!(narrowed(&["--kind", "follow-up"]), set(&["followup 1", "move 1"]));
    assert_eq!(narrowed(&["--kind", "goal,followup"]).len(), 4);
    assert_eq!(narrowed(&["--kind", "topic"]), set(&[]));
    assert_eq!(narrowed(&["--since", "2026-11-21"]).len(), 3);
    assert_eq!(narrowed(&["--since", "2026-11-20"]).len(), 4);
    assert_eq!(narrowed(&["--since", "tomorrow"]), set(&[]));
    let unknown = sandbox.run("search rota --kind goals");
    assert_eq!(unknown.status, 2, "{unknown}");
}

/// One side's view of the relationship must never reach the other.
#[test]
fn pulse_answers_of_the_partner_are_not_found() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pulse ask");
    for (side, keep) in [("me", "The rota of mine"), ("them", "The rota of hers")] {
        let mut answer = vec!["pulse", "answer", "--by", side, "--keep", keep];
        for rating in ["rhythm", "follow-through", "candour", "challenge", "support", "progress"] {
            answer.push(Box::leak(format!("--{rating}=4").into_boxed_str()));
        }
        sandbox.ok(&answer);
    }
    assert_eq!(found_titles(&sandbox, &["rota"]), ["pulse_answer 1"]);
    assert!(sandbox.ok("search rota").contains("of mine [private]"));
    assert!(found_titles(&sandbox, &["hers"]).is_empty());
    for word in ["hers", "her", "hersz"] {
        assert_eq!(sandbox.run(&["search", word]).stderr, "Nothing found\n");
    }
}

#[test]
fn texts_without_spaces_are_found_by_any_part() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add この設計書を書く");
    sandbox.ok("topic add 下周的会议纪要");
    sandbox.ok("topic add '회의를 준비하다'");
    sandbox.ok("topic add 'ประชุมสัปดาห์หน้า'");
    for (word, topic) in [
        ("設計", "topic 1"),
        ("書", "topic 1"),
        ("会议", "topic 2"),
        ("会议 纪要", "topic 2"),
        ("회의", "topic 3"),
        ("สัปดาห์", "topic 4"),
    ] {
        assert_eq!(found_titles(&sandbox, &[word]), [topic], "{word}");
    }
    assert!(found_titles(&sandbox, &["計設"]).is_empty());
    insta::assert_snapshot!(sandbox.run("search 設計"), @"topic 1  ana  Tue 1 Dec  この«設計»書を書く");
}

#[test]
fn results_fit_the_screen_and_are_complete_in_a_pipe() {
    let mut sandbox = Sandbox::with_pair();
    let long = format!("{} 設計書 {}", "word ".repeat(60), "after ".repeat(60));
    sandbox.ok(&["topic", "add", "Pace", "--notes", &long]);
    let pipe = sandbox.ok("search 設計");
    assert!(pipe.lines().any(|line| line.len() > 600), "{pipe}");
    sandbox.vars.borrow_mut().insert("NO_COLOR".into(), "1".into());
    for width in [40, 60, 80, 200] {
        sandbox.width = Some(width);
        let screen = sandbox.ok("search 設計");
        assert!(screen.contains("«設計»"), "{width}\n{screen}");
        for line in screen.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}\n{screen}");
        }
    }
}

#[test]
fn matches_are_marked_with_and_without_colour() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add 'How to say no'");
    assert!(sandbox.ok("search say").contains("How to «say» no"));
    let colour = sandbox.ok("search say --color always");
    assert!(colour.contains("\u{1b}[33m«say»\u{1b}[0m"), "{colour}");
}

#[test]
fn match_positions_in_json_count_characters() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add 'Über «das» Nein'");
    let item = &sandbox.json("search nein")["items"][0];
    assert_eq!(item["title"], "Über «das» Nein");
    assert_eq!(item["title_marks"], serde_json::json!([[11, 15]]));
}

#[test]
fn empty_result_is_reported_on_stderr_with_a_useful_hint() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add 'Negotiating the design with Zoë'");
    sandbox.ok("topic add Designs");
    insta::assert_snapshot!(sandbox.run("search desig"), @"
    --- stderr ---
    Nothing found
    hint: use `desig*` to match longer words too
    ");
    insta::assert_snapshot!(sandbox.run("search Negotiate"), @"
    --- stderr ---
    Nothing found
    hint: did you mean `negotiating`?
    ");
    // The suggested word must find something together with the other words, within the scope of the search.
    for (words, hint) in [
        (&["negociating", "design"][..], Some("negotiating")),
        (&["negociating", "quokka"], None),
        (&["zzzz"], None),
        (&["quokk*"], None),
        (&["zoo"], None),
        (&["zoee"], Some("zoë")),
        (&["negociating", "--kind", "goal"], None),
        (&["tune OR negotiatin"], Some("negotiatin*")),
    ] {
        let output = sandbox.run(&[&["search"], words].concat());
        let message = match hint {
            Some(word) if word.ends_with('*') => {
                format!("Nothing found\nhint: use `{word}` to match longer words too\n")
            }
            Some(word) => format!("Nothing found\nhint: did you mean `{word}`?\n"),
            None => "Nothing found\n".to_owned(),
        };
        assert_eq!(output.stderr, message, "{words:?}");
    }
}

#[test]
fn special_letters_are_found_by_plain_ones() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add 'Łukasz, Straße 5, Søren'");
    sandbox.ok("topic add 'Lukasz, Strasse 5, Soren'");
    for word in ["lukasz", "ŁUKASZ", "strasse", "straße", "soren", "Søren", "stras*"] {
        assert_eq!(found_titles(&sandbox, &[word]).len(), 2, "{word}");
    }
    let both = sandbox.ok("search 'lukasz strasse' -n 1 --kind topic");
    assert!(both.contains("«Lukasz, Strasse» 5"), "{both}");
    let both = sandbox.ok("search lukasz strasse");
    assert!(both.contains("«Łukasz», «Straße» 5"), "{both}");
}

/// Makes the index look like one from before letters were folded.
const OLDER_INDEX: &str = "UPDATE search_config SET k = 'mentor_seal' WHERE k LIKE 'mentor_seal_%'";

#[test]
fn outdated_index_is_rebuilt_silently() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add Łukasz");
    // Restores the unfolded words, without changing the file checksum.
    let holder = connection(&sandbox);
    let unfolded = "INSERT OR REPLACE INTO search (rowid, title, text) SELECT max(id), 'łukasz', '' FROM search_docsize";
    holder.execute_batch(unfolded).unwrap();
    holder.execute_batch(OLDER_INDEX).unwrap();
    drop(holder);
    assert_eq!(found_titles(&sandbox, &["lukasz"]), ["topic 1"]);
    assert_eq!(sandbox.run("search lukasz").stderr, "");
    sandbox.ok("check");
    for (day, title) in [("2026-12-02T09:00:00Z", "Pace"), ("2026-12-02T10:00:00Z", "Tone")] {
        let written = sandbox.at(day).run(&["topic", "add", title]);
        assert!(!written.stderr.contains("index"), "{written}");
        assert_eq!(found_titles(&sandbox, &["lukasz"]), ["topic 1"]);
        connection(&sandbox).execute_batch(OLDER_INDEX).unwrap();
    }
    sandbox.ok("topic add Rota");
    let kept: i64 = connection(&sandbox)
        .query_row("SELECT count(*) FROM search_config WHERE k LIKE 'mentor_seal%'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(kept, 1);
    sandbox.ok("check");
}

#[test]
fn unsearchable_query_gets_an_error() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(sandbox.run(r#"search '"say no'"#), @r#"
    --- stderr ---
    error: a quotation mark is not closed in `"say no`
    hint: try `mentor search '"say no" deadline'`
    [exit 4]
    "#);
    insta::assert_snapshot!(sandbox.run("search '&&'"), @"
    --- stderr ---
    error: `&&` has no letters or digits
    hint: try `mentor search migration`
    [exit 4]
    ");
    insta::assert_snapshot!(sandbox.run("search talk OR"), @"
    --- stderr ---
    error: `OR` needs a word on each side
    hint: try `mentor search talk OR speech`
    [exit 4]
    ");
}

/// Texts that FTS5 would interpret, or that exceed its limits, are searched as plain words or refused with an error.
#[test]
fn no_query_is_an_error_of_the_database() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add 'A title near text'");
    let long = "word ".repeat(1_000);
    let deep = "(".repeat(2_000) + "a";
    let wide = "a OR b ".repeat(300);
    for typed in [
        "title:near", "NEAR(a b)", "NEAR", "a NEAR/2 b", "^title", "a + b", "{title text}: a",
        "- title : a", "a AND", "NOT", "a NOT", "AND", "OR OR", "*", "a*b", "a**", "'", "';--",
        "\"", "\"\"", "\"\" a", "a \"", "“a”", "rank", "search", "rowid", "a:b:c", "a,b", "a.b",
        "🎉", "\u{1}", "\u{2}a\u{3}", "\u{E000}", "\u{301}", "ⓐ", "½", "%", "_", "\\", "\\\"",
        "a\tb\nc", "日本*", "\"日本 語\"*", &long, &deep, &wide,
    ] {
        let output = sandbox.run(&["search", "--", typed]);
        assert!(matches!(output.status, 0 | 4), "{typed:?}\n{output}");
        assert!(!output.stderr.to_lowercase().contains("fts5"), "{typed:?}\n{output}");
    }
    assert_eq!(found_titles(&sandbox, &["title:near"]), ["topic 1"]);
}

#[test]
fn older_file_is_searched_before_and_after_its_upgrade() {
    let sandbox = Sandbox::new();
    fs::create_dir_all(sandbox.db().parent().unwrap()).unwrap();
    let older = include_str!("files/v2.sql");
    connection(&sandbox).execute_batch(older).unwrap();
    let before = fs::read(sandbox.db()).unwrap();
    let hits = found_titles(&sandbox, &["design*"]);
    assert!(!hits.is_empty());
    assert_eq!(fs::read(sandbox.db()).unwrap(), before);
    sandbox.ok("check");
    sandbox.ok("topic add 'Something else'");
    assert_eq!(found_titles(&sandbox, &["design*"]), hits);
    sandbox.ok("check");
}

#[test]
fn restored_backup_of_an_older_file_is_searchable() {
    let sandbox = Sandbox::with_pair();
    let folder = sandbox.home.path().join("older.db");
    let older = include_str!("files/v2.sql");
    rusqlite::Connection::open(&folder).unwrap().execute_batch(older).unwrap();
    sandbox.ok(&["restore", &folder.display().to_string(), "--yes"]);
    assert!(!found_titles(&sandbox, &["design*"]).is_empty());
    sandbox.ok("check");
}

/// Counts the rows of the index whose bytes contain a word. (No other word begins with the same letters, so it is
/// stored completely.)
fn blocks_with(sandbox: &Sandbox, word: &str) -> i64 {
    let sql = "SELECT count(*) FROM search_data WHERE instr(block, CAST(?1 AS BLOB)) > 0";
    connection(sandbox).query_row(sql, [word], |row| row.get(0)).unwrap()
}

#[test]
fn purged_record_leaves_no_word_in_the_index() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add Qxyzzy");
    sandbox.ok("topic add Pace");
    sandbox.ok("topic delete 1");
    // Control: a deleted record does leave words.
    assert!(blocks_with(&sandbox, "qxyzzy") > 0);
    sandbox.ok("undo");
    sandbox.ok("purge topic 1 --yes");
    assert_eq!(blocks_with(&sandbox, "qxyzzy"), 0);
    assert!(!fs::read(sandbox.db()).unwrap().windows(6).any(|part| part == b"qxyzzy"));
    assert!(found_titles(&sandbox, &["qxyzzy"]).is_empty());
    assert_eq!(found_titles(&sandbox, &["pace"]), ["topic 2"]);
    sandbox.ok("check");
}

#[test]
fn wrong_index_entries_are_detected_and_repaired() {
    for (damage, record) in [
        ("DELETE FROM search WHERE rowid = (SELECT max(id) FROM search_docsize)", "topic 1"),
        ("INSERT INTO search (rowid, title, text) VALUES (1, 'ghost', '')", "record 1"),
        (
            "INSERT OR REPLACE INTO search (rowid, title, text) SELECT max(id), 'Ecap', '' FROM search_docsize",
            "topic 1",
        ),
    ] {
        let sandbox = Sandbox::with_pair();
        sandbox.ok("topic add Pace");
        sandbox.ok("check");
        connection(&sandbox).execute_batch(damage).unwrap();
        let checked = sandbox.run("check");
        assert_eq!(checked.status, 1, "{damage}\n{checked}");
        let message = format!("the search index doesn't match {record}\n");
        assert!(checked.stdout.contains(&message), "{damage}\n{checked}");
        let mended = sandbox.home.path().join("mended.db").display().to_string();
        sandbox.ok(&["check", "--repair", &mended]);
        sandbox.ok(&["check", "--db", &mended]);
        sandbox.ok(&["search", "diaz", "--db", &mended]);
    }
}

#[test]
fn damaged_index_is_not_used_and_rebuilt_by_the_next_change() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add Pace");
    for (n, damage) in [
        "INSERT INTO search (rowid, title, text) SELECT max(id) + 1, 'ghost', '' FROM search_docsize",
        "UPDATE search_data SET block = zeroblob(10)",
    ]
    .iter()
    .enumerate()
    {
        connection(&sandbox).execute_batch(damage).unwrap();
        assert!(found_titles(&sandbox, &["ghost"]).is_empty());
        assert_eq!(found_titles(&sandbox, &["pace"]), ["topic 1"]);
        let searched = sandbox.run("search pace");
        assert!(searched.stderr.contains("note: the search index is damaged"), "{searched}");
        let written = sandbox.run(&["topic", "edit", "1", "--notes", &format!("Round {n}")]);
        insta::allow_duplicates! {
            insta::assert_snapshot!(written.stderr.lines().last().unwrap(), @"note: the search index was damaged, and was rebuilt from the records");
        }
        sandbox.ok("check");
        assert!(sandbox.run("search pace").stderr.is_empty());
    }
}

/// The checksum of the index of a large file covers only its head.
#[test]
fn damaged_index_of_a_large_file_is_detected_where_used() {
    let sandbox = Sandbox::with_pair();
    let lines = (0..4_000).map(|n| format!("Topic {n} {}\n", "of some length ".repeat(8)));
    let sheet = sandbox.file("topics.csv", &("Title\n".to_owned() + &lines.collect::<String>()));
    sandbox.ok(&["import", &sheet, "--csv", "--as", "topic", "--yes"]);
    let pages: i64 =
        connection(&sandbox).query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    assert!(pages > 256, "the file is not large: {pages} pages");
    assert_eq!(found_titles(&sandbox, &["3999"]), ["topic 4000"]);
    for (n, damage) in [
        "UPDATE search_data SET block = zeroblob(10)",
        "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10",
        "UPDATE search_data SET block = x'00' WHERE id = 10",
        "DELETE FROM search_config",
    ]
    .iter()
    .enumerate()
    {
        connection(&sandbox).execute_batch(damage).unwrap();
        let searched = sandbox.run("search 3999");
        assert_eq!(searched.status, 0, "{damage}\n{searched}");
        assert!(searched.stdout.contains("topic 4000"), "{damage}\n{searched}");
        let day = format!("2026-12-{:02}T09:00:00Z", n + 2);
        sandbox.at(&day);
        let written = sandbox.run(&["topic", "edit", "4000", "--notes", &format!("Round {n}")]);
        assert_eq!(written.status, 0, "{damage}\n{written}");
        sandbox.ok("check");
        assert_eq!(found_titles(&sandbox, &["3999"]), ["topic 4000"]);
        assert!(sandbox.run("search 3999").stderr.is_empty(), "{damage}");
    }
}

/// Words that occur in texts only.
const WORDS: [&str; 5] = ["zebra", "quokka", "ñandú", "設計", "ibex"];

/// Commands that change something or are refused.
const COMMANDS: [&[&str]; 18] = [
    &["topic", "add", "The zebra and the quokka", "--notes", "ñandú\n設計書を書く"],
    &["topic", "edit", "1", "--title", "An ibex"],
    &["topic", "drop", "1", "--because", "no zebra"],
    &["topic", "delete", "1"],
    &["followup", "add", "mentee: feed the quokka by fri"],
    &["followup", "done", "1"],
    &["followup", "edit", "1", "--due", "2026-12-24", "--because", "the zebra was ill"],
    &["goal", "add", "See an ibex", "--why", "No zebra is like it", "--step", "Find a quokka"],
    &["goal", "progress", "1", "40", "--note", "a ñandú at least"],
    &["goal", "edit", "1", "--why", "設計"],
    &["goal", "delete", "1"],
    &[
        "log", "A zebra\nand an ibex", "--followup", "me: draw the quokka", "--win", "Saw a ñandú",
        "--private",
    ],
    &["person", "edit", "ana", "--notes", "Keeps a quokka"],
    &["person", "edit", "ana", "--notes", ""],
    &["pair", "pause", "ana", "--because", "zebra season"],
    &["pair", "resume", "ana"],
    &["import", "-"],
    &["purge", "topic", "1", "--yes"],
];

/// Finds the records of an export that have a word in any of their texts, without an index.
fn scanned(document: &str, word: &str) -> BTreeSet<String> {
    let document: Value = serde_json::from_str(document).unwrap();
    let has = |value: &Value| match value {
        Value::String(text) => text.to_lowercase().contains(word),
        Value::Array(lines) => {
            lines.iter().any(|line| line.as_str().unwrap().to_lowercase().contains(word))
        }
        _ => false,
    };
    let mut found = BTreeSet::new();
    for (table, records) in document.as_object().unwrap() {
        for record in records.as_array().into_iter().flatten() {
            if record.as_object().unwrap().values().any(has) {
                found.insert(format!("{table} {}", record["id"]));
            }
        }
    }
    found
}

/// Runs commands, undo and redo; fails if the index differs from a scan of all texts.
fn play(
    moves: &[usize],
    document: &str,
    behind_its_back: Option<&str>,
) -> Result<(), TestCaseError> {
    let sandbox = Sandbox::with_pair();
    for choice in moves {
        match choice {
            0..=3 => drop(sandbox.run("undo")),
            4..=5 => drop(sandbox.run("redo")),
            typed => drop(sandbox.run_with(COMMANDS[typed - 6], document.as_bytes(), None)),
        }
        if let Some(sql) = behind_its_back {
            connection(&sandbox).execute_batch(sql).unwrap();
        }
        // The file must still exist after any number of undos.
        let export = sandbox.run("export");
        prop_assert_eq!(export.status, 0);
        for word in WORDS {
            let answer = sandbox.json(&["search", word, "--limit", "999"]);
            let found: BTreeSet<String> = names(&answer).into_iter().collect();
            prop_assert_eq!(found, scanned(&export.stdout, word), "{} after {:?}", word, choice);
        }
    }
    prop_assert_eq!(sandbox.run("check").status, 0);
    Ok(())
}

fn document() -> String {
    let other = Sandbox::with_pair();
    other.ok("topic add 'An imported zebra'");
    other.ok("log 'An imported ibex' --followup 'them: 設計'");
    other.ok("export")
}

/// Control: a row that was changed without the index is detected.
#[test]
fn index_that_misses_a_change_is_detected() {
    let deaf = "DELETE FROM search WHERE rowid = (SELECT max(id) FROM search_docsize)";
    assert!(play(&[6, 13], &document(), None).is_ok());
    assert!(play(&[6, 13], &document(), Some(deaf)).is_err());
}

#[test]
fn search_can_exit_with_1_for_no_result() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("topic add Pace");
    assert_eq!(sandbox.run("search pace --exit-code").status, 0);
    assert_eq!(sandbox.run("search haste").status, 0);
    let output = sandbox.run("search haste --exit-code --json");
    assert_eq!(output.status, 1, "{output}");
    assert!(output.stdout.contains("\"items\": []"), "{output}");
}

mod slow {
    use super::*;

    #[test]
    fn index_matches_a_scan_of_all_texts() {
        let document = document();
        let config =
            ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
        let moves = prop::collection::vec(0..6 + COMMANDS.len(), 1..12);
        let mut runner = proptest::test_runner::TestRunner::new(config);
        runner.run(&moves, |moves| play(&moves, &document, None)).unwrap();
    }
}
