//! `mentor export` and `mentor import`

use serde_json::json;

use crate::sandbox::Sandbox;

/// Makes a mentorship with one record of nearly every kind.
fn sample_files() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add 'Lead a review' --by 2027-03-01 --step 'Shadow one'");
    sandbox.ok("goal edit 1 --by 2027-04-01 --because exams");
    sandbox.ok("checkin add --at '2026-12-03 17:00'");
    sandbox.ok("topic add 'How to say no' --private");
    sandbox.ok(&[
        "log", "Two\nlines \u{1b}[31m 日本", "--checkin", "1", "--followup",
        "mentee: draft by fri", "--covered", "1", "--goal", "1=40%", "--win", "Shipped",
        "--insight", "Write it down", "--decision", "a", "--decision", "b", "--next",
        "2026-12-17 17:00",
    ]);
    sandbox.ok("feedback add --from me --kind keep --situation 'Call 1' --behaviour x --impact y");
    sandbox.ok("review record --next 'Go on'");
    sandbox
}

fn import(sandbox: &Sandbox, document: &str) -> crate::sandbox::Output {
    sandbox.run_with("import -", document.as_bytes(), None)
}

#[test]
fn import_into_an_empty_file_restores_the_same_data() {
    let document = sample_files().ok("export");
    let other = Sandbox::new();
    let output = import(&other, &document);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(other.ok("export"), document);
}

#[test]
fn importing_twice_adds_nothing() {
    let sandbox = sample_files();
    let document = sandbox.ok("export");
    let output = import(&sandbox, &document);
    assert!(output.stderr.contains("Imported 0 records, "), "{output}");
    assert_eq!(sandbox.ok("export"), document);
}

#[test]
fn an_import_names_the_known_records_that_the_export_has_in_a_later_state() {
    let sandbox = sample_files();
    let earlier = sandbox.ok("export");
    let other = Sandbox::new();
    assert_eq!(import(&other, &earlier).status, 0);
    other.at("2026-12-03T09:00:00Z").ok("followup done 2");
    other.ok("goal edit 1 --by ''");
    let later = other.ok("export");
    let before = sandbox.ok("export");
    insta::assert_snapshot!(import(&sandbox, &later).stderr, @"
    Imported 0 records, 16 records were already here
    note: the export has later changes of what is already here, which were not imported: follow-up 2, goal 1
    ");
    assert_eq!(sandbox.ok("export"), before);
    let older = import(&other, &earlier).stderr;
    assert!(!older.contains("later"), "{older}");
}

#[test]
fn import_is_one_undo_step() {
    let document = sample_files().ok("export");
    let other = Sandbox::new();
    other.ok("init --name 'Sam Rivera'");
    let before = other.ok("export");
    assert_eq!(import(&other, &document).status, 0);
    other.ok("undo");
    assert_eq!(other.ok("export"), before);
}

#[test]
fn invalid_document_is_refused_completely_with_line_and_field() {
    let document = sample_files().ok("export");
    let spoil = |from: &str, to: &str| {
        assert!(document.contains(from), "{from}");
        document.replacen(from, to, 1)
    };
    let cases = [
        (
            spoil("\"due\": \"2026-12-04\"", "\"due\": \"2026-13-04\""),
            "`due` of `followup`: \"2026-13-04\" can't be read",
        ),
        (spoil("\"state\": \"held\"", "\"state\": \"forgotten\""), "`state` of `checkin`"),
        (
            spoil("\"percent\": 40", "\"percent\": \"forty\""),
            "`percent` of `goal_entry`: \"forty\" is not a whole number",
        ),
        (spoil("\"covered_in\": 1", "\"covered_in\": 77"), "the export has no checkin 77"),
        (
            spoil("\"private\": true", "\"privat\": true"),
            "`privat` of `topic`: there is no such field",
        ),
        (spoil("mentor.export/1", "mentor.export/9"), "unknown export version mentor.export/9"),
        (spoil("\"exported_at\": ", "\"exported_at\" "), "line 3:"),
        ("[1, 2]".to_owned(), "line 1:"),
        ("{\"schema\": \"other\"}".to_owned(), "not a mentor export"),
        (String::new(), "line 1:"),
    ];
    for (bad, says) in cases {
        let other = Sandbox::new();
        other.ok("init --name 'Sam Rivera'");
        let before = std::fs::read(other.db()).unwrap();
        let output = import(&other, &bad);
        assert_eq!(output.status, 4, "{says}\n{output}");
        assert!(output.stderr.contains(says), "{says}\n{output}");
        assert_eq!(std::fs::read(other.db()).unwrap(), before, "{says}");
    }
    // The reported line is that of the field.
    let bad = spoil("\"due\": \"2026-12-04\"", "\"due\": \"2026-13-04\"");
    let line = bad.lines().position(|line| line.contains("2026-13-04")).unwrap() + 1;
    let output = import(&Sandbox::new(), &bad);
    assert!(output.stderr.contains(&format!("line {line}, `due`")), "{output}");
}

#[test]
fn an_export_never_overwrites_a_file() {
    let sandbox = sample_files();
    let path = sandbox.home.path().join("all.json").display().to_string();
    sandbox.ok(&["export", "-o", &path]);
    assert_eq!(sandbox.run(&["export", "-o", &path]).status, 4);
}

#[test]
fn partner_export_has_shared_records_and_nothing_private() {
    let sandbox = sample_files();
    sandbox.ok("pair add priya --mentor 'Priya Nair' --tz Asia/Kolkata");
    sandbox.ok("topic add 'Not for Ana' -p priya");
    sandbox.ok("person edit ana --notes 'Shy at first'");
    sandbox.ok("goal add 'Secret goal' -p ana --private");
    sandbox.ok("goal progress 2 10");
    sandbox.ok("log 'Secret talk' -p ana --private --followup 'me: keep the promise'");
    sandbox.ok("log 'Open talk' -p ana --feeling tired --private-note hm");
    let document = sandbox.ok("export --for-partner -p ana");
    for hidden in [
        "How to say no", "Not for Ana", "Shy at first", "Secret", "tired", "hm\"", "Priya",
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
    assert!(theirs.ok("person show me").contains("Ana Díaz"));
    assert!(theirs.ok("status").contains("Sam Rivera (mentor)"));
    assert!(theirs.ok("agenda").contains("draft"));
}

/// Returns a document with a change.
fn spoiled(document: &str, change: impl FnOnce(&mut serde_json::Value)) -> String {
    let mut document = serde_json::from_str(document).unwrap();
    change(&mut document);
    serde_json::to_string_pretty(&document).unwrap()
}

#[test]
fn values_that_can_not_be_typed_are_refused_with_their_line() {
    let sandbox = sample_files();
    sandbox.ok("topic add Two");
    sandbox.ok("skill add 'Saying no'");
    sandbox.ok("skill rate 1 3 --by me");
    let document = sandbox.ok("export");
    let long = "T".repeat(501);
    let book = "x".repeat((1 << 20) + 1);
    for (table, field, value, says) in [
        ("topic", "title", json!(long), "too long"),
        ("topic", "title", json!(" \n "), "is empty"),
        ("followup", "title", json!(long), "too long"),
        ("person", "name", json!(long), "too long"),
        ("checkin", "notes", json!(book), "too long"),
        ("checkin", "decisions", json!(["a", long]), "too long"),
        ("agreement", "purpose", json!(book), "too long"),
        ("agreement", "goals", json!([""]), "is empty"),
        ("goal_entry", "percent", json!(200), "from 0 to 100"),
        ("rating", "level", json!(9), "from 1 to 5"),
        ("topic", "notes", json!("a\0b"), "NUL"),
        ("pair", "mentee", json!(1), "the same person"),
    ] {
        let bad = spoiled(&document, |document| {
            document[table][usize::from(table == "person")][field] = value;
        });
        let other = Sandbox::new();
        other.ok("init --name 'Sam Rivera'");
        let before = other.ok("export");
        let output = import(&other, &bad);
        assert_eq!(output.status, 4, "{table}.{field}: {output}");
        let place = format!(", `{field}` of `{table}`: ");
        assert!(output.stderr.contains(&place), "{place}: {output}");
        assert!(output.stderr.contains(says), "{says}: {output}");
        assert_eq!(other.ok("export"), before, "{table}.{field}");
    }
    for field in ["uid", "id"] {
        let bad = spoiled(&document, |document| {
            document["topic"][1][field] = document["topic"][0][field].clone();
        });
        let output = import(&Sandbox::new(), &bad);
        assert_eq!(output.status, 4, "{field}: {output}");
        assert!(output.stderr.contains("has it too"), "{output}");
    }
    // Control: the unchanged document is accepted.
    assert_eq!(import(&Sandbox::new(), &document).status, 0);
}

#[test]
fn document_can_not_use_up_the_record_numbers() {
    let document = sample_files().ok("export");
    for leap in [20_000_i64, (1 << 32) - 1, i64::MAX] {
        let bad = spoiled(&document, |document| {
            document["win"][0]["id"] = json!(leap);
            document["agreement"][0]["version"] = json!((1_i64 << 32) - 1);
        });
        let other = Sandbox::new();
        let output = import(&other, &bad);
        assert_eq!(output.status, 0, "{leap}: {output}");
        assert!(output.stderr.contains("is version 1 here"), "{output}");
        assert_eq!(other.json("win list")["items"][0]["id"], 1);
        other.ok("win add Another");
        assert_eq!(other.json("win list")["items"].as_array().unwrap().len(), 2);
    }
}

/// Makes the files of Sam and Ana; Ana's has imported what Sam exported for her.
fn both_files() -> (Sandbox, Sandbox) {
    let sam = sample_files();
    sam.ok("question ask 'How is it?' --from me");
    let ana = Sandbox::new();
    let document = sam.ok("export --for-partner");
    assert_eq!(import(&ana, &document).status, 0);
    (sam, ana)
}

#[test]
fn statements_in_the_users_name_are_left_out() {
    let (sam, ana) = both_files();
    sam.ok("question ask 'And the second?' --from me");
    sam.ok("question answer 2 'As Ana would never say it'");
    sam.ok("feedback add --from them --kind change --situation 'Call 2' --behaviour forged \
         --impact z");
    sam.ok("agree renew --purpose 'Something else' --because so");
    sam.ok("agree accept --by mentee");
    sam.ok("topic add 'An honest topic'");
    let document = sam.ok("export --for-partner");

    let output = import(&ana, &document);
    assert_eq!(output.status, 0, "{output}");
    for message in ["in your name", "question 2", "feedback 2", "agreement 2"] {
        assert!(output.stderr.contains(message), "{message}: {output}");
    }
    let all = ana.ok("export");
    assert!(all.contains("An honest topic"), "{all}");
    for forged in ["As Ana would never", "forged"] {
        assert!(!all.contains(forged), "{forged}");
    }
    assert_eq!(ana.json("question show 2")["item"]["state"], "open");
    let second = &serde_json::from_str::<serde_json::Value>(&all).unwrap()["agreement"][1];
    assert!(second["accepted_by_mentee"].is_null(), "{second}");
    assert!(second["accepted_by_mentor"].is_string(), "{second}");

    // Control: after a yes it counts as her statement.
    let (_, ana) = both_files();
    let output = ana.run_with("import - --yes", document.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
    assert!(ana.ok("export").contains("forged"));
}

#[test]
fn records_with_the_users_words_or_deeds_are_left_out() {
    let (sam, ana) = both_files();
    for line in [
        "question ask 'Forged question' --from them",
        "topic add 'Forged topic' --from them",
        "checkin add --at '2026-12-20 17:00'",
        "goal add 'Honest goal' --by 2027-03-01",
        "goal edit 2 --by 2027-04-01 --because 'Honest move'",
        "away add 2026-12-24 2026-12-30 --who them --because 'Forged holiday'",
    ] {
        sam.ok(line);
    }
    let later = sam.at("2026-12-21T09:00:00Z");
    later.ok("checkin no-show 3 --by them --because 'Forged absence'");
    let document = sam.ok("export --for-partner");
    let document = spoiled(&document, |document| {
        for moved in document["move"].as_array_mut().unwrap() {
            if moved["because"] == "Honest move" {
                moved["because"] = json!("Forged move");
                moved["by"] = json!("mentee");
            }
        }
    });
    let output = import(&ana, &document);
    assert_eq!(output.status, 0, "{output}");
    let all = ana.ok("export");
    assert!(all.contains("Honest goal") && !all.contains("Forged"), "{output}{all}");
    assert_eq!(ana.json("checkin show 3")["item"]["state"], "planned");
    for message in ["question 2", "topic", "check-in 3", "move", "time away"] {
        assert!(output.stderr.contains(message), "{message}: {output}");
    }
}

#[test]
fn a_record_is_known_by_its_uid_in_any_spelling() {
    let spellings: [fn(&str) -> String; 4] = [
        str::to_uppercase,
        |uid| format!("{{{uid}}}"),
        |uid| format!("urn:uuid:{uid}"),
        |uid| uid.replace('-', ""),
    ];
    let sandbox = sample_files();
    let document = sandbox.ok("export");
    let mut known: serde_json::Value = serde_json::from_str(&document).unwrap();
    for spell in spellings {
        for records in known.as_object_mut().unwrap().values_mut() {
            for record in records.as_array_mut().into_iter().flatten() {
                let uid = uuid::Uuid::parse_str(record["uid"].as_str().unwrap()).unwrap();
                record["uid"] = json!(spell(&uid.to_string()));
            }
        }
        let output = import(&sandbox, &known.to_string());
        assert!(output.stderr.contains("Imported 0 records, "), "{output}");
        assert_eq!(sandbox.ok("export"), document);
        let other = Sandbox::new();
        assert_eq!(import(&other, &known.to_string()).status, 0);
        assert_eq!(other.ok("export"), document);
    }
}

#[test]
fn no_conflict_blocks_all_later_imports() {
    let (sam, ana) = both_files();
    // Both renew the agreement in their own files.
    sam.ok(r#"agree renew --purpose "Sam's wish" --because so"#);
    ana.ok(r#"agree renew --purpose "Ana's wish" --because so"#);
    let document = sam.ok("export --for-partner");
    let output = import(&ana, &document);
    assert_eq!(output.status, 0, "{output}");
    assert!(
        output.stderr.contains("version 2 of the export's agreement is version 3 here"),
        "{output}"
    );

    // Without the accent or in capitals it is still her name.
    for name in ["Ana Diaz", "ANA DÍAZ", "Ana Ruiz"] {
        let renamed = document.replace("Ana Díaz", name);
        assert_eq!(import(&ana, &renamed).status, 0, "{name}");
    }

    // A second mentor, whose pair has a slug that is taken.
    let kim = Sandbox::new();
    kim.ok("init --name 'Kim Lee'");
    kim.ok("pair add sam --mentee 'Ana Diaz'");
    let slug = ana.json("pair list")["items"][0]["slug"].as_str().unwrap().to_owned();
    let theirs = kim.ok("export --for-partner").replace("\"sam\"", &format!("\"{slug}\""));
    let output = import(&ana, &theirs);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains(&format!("`{slug}-2` here")), "{output}");
    // Importing it again adds nothing.
    assert!(import(&ana, &theirs).stderr.contains("Imported 0 records"));

    // Another user's document is refused, unless the user says that it is theirs.
    let other = Sandbox::new();
    other.ok("init --name 'Priya Nair'");
    other.ok("pair add x --mentee 'Anna Schmidt'");
    let theirs = other.ok("export --for-partner");
    let output = import(&ana, &theirs);
    assert_eq!(output.status, 4, "{output}");
    assert!(output.stderr.contains("--as-me"), "{output}");
    let output = ana.run_with("import - --as-me", theirs.as_bytes(), None);
    assert_eq!(output.status, 0, "{output}");
}

#[test]
fn a_dry_run_shows_and_changes_nothing() {
    let sam = sample_files();
    let document = sam.ok("export");
    let calendar = sam.ok("export --ics").replace("STATUS:CONFIRMED", "STATUS:CANCELLED");
    for (args, stdin, says) in [
        (&["import", "-", "--dry-run"][..], &document, "Imported"),
        (
            &["import", "-", "--csv", "--as", "topic", "--dry-run"],
            &"title\nOne\n".to_owned(),
            "1 topic to add",
        ),
        (&["import", "-", "--ics", "--dry-run"], &calendar, "check-in"),
    ] {
        for fresh in [false, true] {
            let reader = if fresh { Sandbox::new() } else { sample_files() };
            if fresh && args.len() > 3 {
                continue;
            }
            let before = fresh.then(String::new).unwrap_or_else(|| reader.ok("export"));
            let output = reader.run_with(args, stdin.as_bytes(), None);
            assert_eq!(output.status, 0, "{args:?}: {output}");
            assert!(output.to_string().contains(says), "{args:?}: {output}");
            if fresh {
                assert!(!reader.db().exists(), "{args:?}");
            } else {
                assert_eq!(reader.ok("export"), before, "{args:?}");
            }
        }
    }
    let plan = Sandbox::new().run_with("import - --dry-run --json", document.as_bytes(), None);
    let plan: serde_json::Value = serde_json::from_str(&plan.stdout).unwrap();
    assert!(plan["added"].as_u64() > Some(10), "{plan}");
}

#[test]
fn byte_order_mark_is_removed() {
    let sam = sample_files();
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    let document = sam.ok("export");
    let ana = Sandbox::new();
    for (args, text) in [
        (&["import", "-"][..], document.as_str()),
        (&["import", "-", "--csv", "--as", "topic", "--yes"], "title\nOne\n"),
        (&["topic", "add", "--from-file", "-"], "title = \"Two\"\n"),
        (&["log", "-"], "A note"),
    ] {
        let output = ana.run_with(args, &marked(text), None);
        assert_eq!(output.status, 0, "{args:?}: {output}");
    }
    assert!(!ana.ok("export").contains("\\ufeff"));
}

#[test]
fn an_export_of_one_pair_is_what_the_partner_may_see() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add kim --mentee Kim");
    insta::assert_snapshot!(sandbox.run("export -p ana"), @"
    --- stderr ---
    error: an export contains all pairs, so `-p` can't be used
    hint: use `--for-partner` to export one pair without private records
    [exit 2]
    ");
    assert!(!sandbox.ok("export -p ana --for-partner").contains("Kim"));
}
