//! `mentor import --csv`

use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};

fn import(sandbox: &Sandbox, noun: &str, sheet: &str, more: &[&str]) -> Output {
    import_bytes(sandbox, noun, sheet.as_bytes(), more)
}

fn import_bytes(sandbox: &Sandbox, noun: &str, sheet: &[u8], more: &[&str]) -> Output {
    let args = [&["import", "-", "--csv", "--as", noun], more].concat();
    sandbox.run_with(&args, sheet, None)
}

/// Returns the number, owner, due day, state and title of every follow-up.
fn followups(sandbox: &Sandbox) -> Vec<String> {
    let listed = sandbox.json("followup list --all");
    let items = listed["items"].as_array().unwrap().iter();
    let line = |item: &serde_json::Value| {
        let text = |field: &str| item[field].as_str().unwrap_or("-").to_owned();
        let fields = ["owner", "due", "state", "title"].map(text);
        format!("{} {}", item["id"], fields.join(" "))
    };
    let mut found: Vec<String> = items.map(line).collect();
    found.sort();
    found
}

const TASKS: &str = "Task,Assigned to,Deadline,Status,Notes
Draft the RFC,mentee,2026-12-04,,see the wiki
\"Read: it, \"\"twice\"\"\",me,fri,no,
Shadow one,Ana,2026-11-20,2026-11-19,
Old and gone,,,won't do,
";

#[test]
fn state_unknown_to_a_noun_is_refused_even_with_a_day() {
    for (noun, state) in
        [("question", "answered"), ("question", "closed"), ("skill", "planned"), ("skill", "yes")]
    {
        let sandbox = Sandbox::with_older_pair();
        let sheet = format!("title,state,state_on\nHow?,{state},2026-11-20\n");
        let refused = import(&sandbox, noun, &sheet, &["--yes"]);
        assert_eq!(refused.status, 4, "{refused}");
        let states = if noun == "skill" { "`dropped` or `active`" } else { "`dropped` or `open`" };
        let message =
            format!("line 2, `state`: `{state}` is no state that it can have (use {states})");
        assert!(refused.stderr.contains(&message), "{refused}");
    }
}

#[test]
fn dry_run_shows_the_mapping_and_adds_nothing() {
    let sandbox = Sandbox::with_older_pair();
    insta::assert_snapshot!(import(&sandbox, "followup", TASKS, &["--dry-run"]), @r#"
    column       goes to
    Task         title
    Assigned to  owner
    Deadline     due
    Status       done
    Notes        skipped

    4 follow-ups to add

    line  title              owner  due         done
    2     Draft the RFC      Ana    Fri 4 Dec   open
    3     Read: it, "twice"  Sam    Fri 4 Dec   open
    4     Shadow one         Ana    Fri 20 Nov  done
    5     Old and gone       Sam                dropped
    "#);
    assert!(followups(&sandbox).is_empty());
    let plan = import(&sandbox, "followup", TASKS, &["--dry-run", "--json"]);
    let plan = serde_json::from_str(&plan.stdout).unwrap();
    must_fit("import.plan", &plan);
    assert_eq!(plan["items"][1]["title"], "Read: it, \"twice\"");
}

#[test]
fn preview_shows_no_end_of_an_open_row_and_yes_or_nothing() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Title,Done,Done on,Private\nRead it,no,,False\nWrite it,yes,2026-11-30,TRUE\n";
    insta::assert_snapshot!(import(&sandbox, "followup", sheet, &["--dry-run"]), @"
    column   goes to
    Title    title
    Done     done
    Done on  done_on
    Private  private

    2 follow-ups to add

    line  title     done  done_on     private
    2     Read it   open
    3     Write it  done  Mon 30 Nov  yes
    ");
    let sheet = "Date,Notes,Private\n2026-11-20 10:00,Talked,False\n";
    let calls = import(&sandbox, "checkin", sheet, &["--dry-run"]);
    assert!(!calls.stdout.contains("False"), "{calls}");
}

#[test]
fn csv_import_is_one_undo_step() {
    let sandbox = Sandbox::with_older_pair();
    let output = import(&sandbox, "followup", TASKS, &["--yes"]);
    insta::assert_snapshot!(output, @"
    --- stderr ---
    Imported 4 follow-ups from standard input
    note: skipped the column `Notes`; `--map COLUMN=FIELD` assigns one to a field
    ");
    assert_eq!(
        followups(&sandbox),
        [
            "1 mentee 2026-12-04 open Draft the RFC",
            "2 mentor 2026-12-04 open Read: it, \"twice\"",
            "3 mentee 2026-11-20 done Shadow one",
            "4 mentor - dropped Old and gone",
        ]
    );
    let shown = sandbox.json("followup show 3");
    assert_eq!(shown["item"]["state_on"], "2026-11-19");
    sandbox.ok("undo");
    assert!(followups(&sandbox).is_empty());
    sandbox.ok("redo");
    assert_eq!(followups(&sandbox).len(), 4);
}

#[test]
fn second_import_adds_nothing_and_says_so() {
    let sandbox = Sandbox::with_older_pair();
    assert_eq!(import(&sandbox, "followup", TASKS, &["--yes"]).status, 0);
    let again = import(&sandbox, "followup", TASKS, &["--yes", "--json"]);
    assert_eq!(again.stderr, "Nothing to add from standard input: 4 follow-ups are already here\n");
    let again = serde_json::from_str(&again.stdout).unwrap();
    must_fit("import", &again);
    assert_eq!((&again["added"], &again["known"]), (&0.into(), &4.into()));
    let longer = TASKS.to_owned() + "One more,me,,,\nOne more,me,,,\n";
    let output = import(&sandbox, "followup", &longer, &["--yes"]);
    let imported = "Imported 1 follow-up from standard input; 5 were already here\n";
    assert!(output.stderr.starts_with(imported), "{output}");
    assert_eq!(followups(&sandbox).len(), 5);
}

#[test]
fn import_asks_on_a_terminal_and_needs_yes_in_a_script() {
    let sandbox = Sandbox::with_older_pair();
    let file = sandbox.home.path().join("tasks.csv");
    std::fs::write(&file, TASKS).unwrap();
    let file = file.display().to_string();
    let args = ["import", &file, "--csv", "--as", "followup"];
    let asked = sandbox.run_with(&args, b"", Some(&["no"]));
    assert_eq!(asked.status, 5, "{asked}");
    assert!(asked.stderr.contains("4 follow-ups to add"), "{asked}");
    assert!(followups(&sandbox).is_empty());
    let script = sandbox.run(&args);
    assert_eq!(script.status, 5, "{script}");
    assert!(script.stderr.ends_with("hint: use `--yes` to confirm\n"), "{script}");
    let agreed = sandbox.run_with(&args, b"", Some(&["yes"]));
    assert_eq!(agreed.status, 0, "{agreed}");
    assert_eq!(followups(&sandbox).len(), 4);
}

#[test]
fn invalid_cells_leave_out_their_lines_and_are_told_with_their_position() {
    let sandbox = Sandbox::with_pair();
    let sheet = "Task,who,by,done,goal
a,kim,2026-13-01,perhaps,9
,me,,,
fine,me,,,
b,me,03/04/2026,yes,none
";
    let json = import(&sandbox, "followup", sheet, &["--dry-run", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    must_fit("import.plan", &json);
    assert_eq!((&json["new"], json["left_out"].as_array().unwrap().len()), (&1.into(), 7));
    let output = import(&sandbox, "followup", sheet, &["--yes"]);
    insta::assert_snapshot!(output, @"
    --- stderr ---
    note: line 2, `by`: `2026-13-01` does not exist (write it like `2026-12-01`)
    note: line 2, `who`: `kim` is not the mentor or mentee of `ana` (use `mentor`, `mentee`, `me`, `them` or a first name)
    note: line 2, `goal`: no goal 9 in `ana` (run `mentor goal list -p ana` to see them)
    note: line 2, `done`: `perhaps` means neither done nor open (`yes`, `no`, or the day on which it was done)
    note: line 3: a follow-up needs a title
    note: line 5, `by`: `03/04/2026` is ambiguous: 2026-03-04 or 2026-04-03 (use `--day-first` or `--month-first`)
    note: line 5, `goal`: `none` is not a record number
    note: left out 3 lines; fix the file and import it again to add the rest
    Imported 1 follow-up from standard input
    ");
    assert_eq!(followups(&sandbox), ["1 mentor - open fine"]);
    sandbox.ok("undo");
    let sheet = sheet.replace("fine,me,,,\n", "");
    insta::assert_snapshot!(import(&sandbox, "followup", &sheet, &["--yes"]), @"
    --- stderr ---
    error: standard input has 7 cells that can't be imported
           line 2, `by`: `2026-13-01` does not exist (write it like `2026-12-01`)
           line 2, `who`: `kim` is not the mentor or mentee of `ana` (use `mentor`, `mentee`, `me`, `them` or a first name)
           line 2, `goal`: no goal 9 in `ana` (run `mentor goal list -p ana` to see them)
           line 2, `done`: `perhaps` means neither done nor open (`yes`, `no`, or the day on which it was done)
           line 3: a follow-up needs a title
           line 4, `by`: `03/04/2026` is ambiguous: 2026-03-04 or 2026-04-03 (use `--day-first` or `--month-first`)
           line 4, `goal`: `none` is not a record number
           nothing was imported
    hint: fix the file, or use `--map` to assign a column
    [exit 4]
    ");
    assert!(followups(&sandbox).is_empty());
}

#[test]
fn ten_invalid_cells_are_shown_and_json_has_all() {
    let sandbox = Sandbox::with_pair();
    let sheet = "title,due\n".to_owned() + &"a,never\n".repeat(12);
    let output = import(&sandbox, "followup", &sheet, &["--yes"]);
    assert_eq!(output.status, 4);
    assert_eq!(output.stderr.matches("`due`").count(), 10, "{output}");
    let last = "… and 2 more\n       nothing was imported";
    assert!(output.stderr.contains(last), "{output}");
    let output = import(&sandbox, "followup", &sheet, &["--yes", "--json"]);
    let error = serde_json::from_str(&output.stderr).unwrap();
    must_fit("error", &error);
    assert_eq!(error["details"].as_array().unwrap().len(), 12);
}

#[test]
fn goal_is_imported_with_its_steps() {
    let sandbox = Sandbox::with_pair();
    let sheet = "Goal;Why?;Deadline;Success criteria;Steps
Lead a review;So that it sticks;2027-03-01;Notes shared;\"Shadow one; Write it down\"
";
    let output = import(&sandbox, "goal", sheet, &["--yes"]);
    assert_eq!(output.status, 0, "{output}");
    let goal = sandbox.json("goal show 1")["item"].clone();
    assert_eq!(goal["title"], "Lead a review");
    assert_eq!(goal["why"], "So that it sticks");
    assert_eq!(goal["done_when"], "Notes shared");
    assert_eq!(goal["target"], "2027-03-01");
    assert_eq!(goal["steps"].as_array().unwrap().len(), 2);
    sandbox.ok("undo");
    assert!(followups(&sandbox).is_empty());
}

/// Makes one record of each noun that can be imported.
fn one_of_each() -> Sandbox {
    let sandbox = Sandbox::with_older_pair();
    let why = "It, \"sticks\"\nand lasts";
    sandbox.ok(&["goal", "add", "Lead", "--by", "2027-03-01", "--why", why]);
    sandbox.ok("followup add 'them: draft by fri'");
    sandbox.ok(&["topic", "add", "Pace", "--notes", "Too much\nof it", "--from", "them"]);
    sandbox.ok("question add 'How to say no?'");
    sandbox.ok("skill add Reviews --why 'They stick'");
    sandbox.ok("win add Shipped --on 2026-11-20");
    sandbox.ok("insight add 'Write it down' --on 2026-11-21");
    sandbox.ok("resource add 'A book' --link https://example.org");
    let feedback = ["--kind", "keep", "--situation", "=1", "--behaviour", "x", "--impact", "y"];
    sandbox.ok(&[&["feedback", "add", "--from", "me"], &feedback[..]].concat());
    sandbox
}

#[test]
fn exported_listing_is_imported_as_its_noun() {
    let sandbox = one_of_each();
    for noun in
        ["goal", "followup", "topic", "question", "skill", "win", "insight", "resource", "feedback"]
    {
        let listing = sandbox.ok(&[noun, "list", "--csv", "--for-spreadsheet"]);
        let known = import(&sandbox, noun, &listing, &["--yes"]);
        assert!(known.stderr.starts_with("Nothing to add"), "{noun}\n{known}");
        let other = Sandbox::with_older_pair();
        let taken = import(&other, noun, &listing, &["--yes"]);
        assert_eq!(taken.status, 0, "{noun}\n{taken}");
        let fields = |sandbox: &Sandbox| {
            let mut item = sandbox.json(&[noun, "list"])["items"][0].clone();
            for own in ["uid", "created_at", "changed_at"] {
                item[own] = serde_json::Value::Null;
            }
            item
        };
        assert_eq!(fields(&other), fields(&sandbox), "{noun}");
    }
}

/// Commands that make records of every noun in every state.
const EVERY_STATE: &str = "
followup add 'me: open by 2026-12-10'
followup add 'them: done, with a comma'
followup add 'me: dropped'
followup add 'me: reopened'
followup add 'me: =private' --private
followup done 2
followup drop 3 --because 'No time'
followup done 4
followup reopen 4
goal add Open --by 2027-03-01
goal add Done
goal add Dropped
goal add Paused
goal done 2
goal drop 3 --because 'Too much'
goal pause 4
topic add Open
topic add Covered
topic add Dropped
topic done 2
topic drop 3
question add 'Open?'
question add 'Seen?'
question add 'Answered?'
question add 'Dropped?'
question seen 2
question answer 3 'Yes, so'
question drop 4
skill add Active
skill add Dropped
skill rate 1 3
skill drop 2
win add Shipped
insight add 'Write it down'
insight add 'Sleep on it'
insight outcome 1 helped
insight outcome 2 not-taken
resource add Planned --link https://example.org
resource add Begun
resource add Done
resource add Dropped
resource begin 2
resource done 3
resource drop 4
feedback add --from me --kind keep --situation s --behaviour b --impact i
feedback add --from them --kind change --situation '=s' --behaviour b --impact i
feedback respond 2 Thanks
checkin add --at '2026-12-10 10:00'
checkin add --at '2026-12-12 10:00'
checkin cancel 2
checkin add --at '2026-12-01 13:00'
checkin cancel 3 --by me
log 'Talked, at length' --at '2026-11-20 10:00' --minutes 40 --decision 'One; two' --private
";

#[test]
fn rows_are_added_to_the_pair_they_name() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("pair add ben --mentee Ben");
    let sheet = "pair,title\nana,For Ana\nben,For Ben\n";
    assert_eq!(import(&sandbox, "followup", sheet, &["--yes"]).status, 0);
    for slug in ["ana", "ben"] {
        let listed = sandbox.json(&["followup", "list", "-p", slug]);
        assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    }
    let named = import(&sandbox, "followup", sheet, &["--yes", "-p", "ana"]);
    let message = "line 3: `ben` and `-p ana` name different pairs";
    assert!(named.stderr.contains(message), "{named}");
    let open = import(&sandbox, "followup", "title\nFor whom\n", &["--yes"]);
    assert_eq!(open.status, 3, "{open}");
}

#[test]
fn column_can_be_mapped_by_hand() {
    let sandbox = Sandbox::with_pair();
    let sheet = "Uppgift,Senast\nLäsa,2026-12-04\n";
    insta::assert_snapshot!(import(&sandbox, "followup", sheet, &["--yes"]), @r#"
    --- stderr ---
    error: no column is named `title` or anything like it; the columns are `Uppgift` and `Senast`
           nothing was imported
    hint: name it: `--map "Uppgift=title"`
    [exit 4]
    "#);
    let map = ["--yes", "--map", "Uppgift=title", "--map", "senast=by"];
    let mapped = import(&sandbox, "followup", sheet, &map);
    assert_eq!(mapped.status, 0, "{mapped}");
    assert_eq!(followups(&sandbox), ["1 mentor 2026-12-04 open Läsa"]);
}

#[test]
fn byte_order_marks_line_ends_and_delimiters_are_detected() {
    for (sheet, more) in [
        ("\u{feff}title,due\r\n\"Read\r\nit\",2026-12-04\r\n", &[][..]),
        ("title;due\n\"Read\nit\";2026-12-04", &[]),
        ("title\tdue\n\"Read\nit\"\t2026-12-04", &[]),
        ("title|due\rRead it|2026-12-04\r", &[]),
        (
            "title,of,it;due\n\"Read\nit\";2026-12-04",
            &["--delimiter", ";", "--map", "title,of,it=title"],
        ),
    ] {
        let sandbox = Sandbox::with_pair();
        let output = import(&sandbox, "followup", sheet, &[&["--yes"], more].concat());
        assert_eq!(output.status, 0, "{sheet:?}\n{output}");
        let read = ["1 mentor 2026-12-04 open Read it"];
        assert_eq!(followups(&sandbox), read, "{sheet:?}");
    }
}

#[test]
fn invalid_csv_is_refused_with_its_line() {
    let sandbox = Sandbox::with_pair();
    let long = [b"title\n".as_slice(), &b"x".repeat(10 << 20)].concat();
    let wide = [b"title".as_slice(), &b",a".repeat(1_000_000)].concat();
    let endless_day = [b"title,due\na,".as_slice(), &b"fri ".repeat(1_000_000)].concat();
    for (sheet, message) in [
        (&b""[..], "it is empty"),
        (b"title\n\"never closed\nx", "line 2: a quotation mark is never closed"),
        (b"title\n\"a\" b", "line 2: ` ` follows a closing quotation mark"),
        (
            b"title,due\na,2026-12-04,x",
            "line 2 has 3 cells, the header has 2: no column is above `x`",
        ),
        (b"title\na\x81b", "line 2 of standard input is neither UTF-8 nor Windows-1252 text"),
        (b"\xc3\xa9\n\xff", "line 2 of standard input is not UTF-8 text"),
        (b"\xff\xfet\0i\0t\0l\0e", "line 1 of standard input is cut off or not UTF-16 text"),
        (b"title\na\0b", "line 2 has a NUL character"),
        (&long, "larger than 10 MB"),
        (&wide, "line 1 has more than 500 columns"),
        (&endless_day, "line 2, `due`: `fri fri fri"),
        (b"task,name\na,b", "the columns `task` and `name` both look like `title`"),
    ] {
        let output = import_bytes(&sandbox, "followup", sheet, &["--yes"]);
        assert_eq!(output.status, 4, "{output}");
        assert!(output.stderr.contains(message), "{message}\n{output}");
        assert!(output.stderr.contains("nothing was imported"), "{output}");
    }
    assert!(followups(&sandbox).is_empty());
}

#[test]
fn line_with_too_many_cells_is_left_out_and_the_others_are_imported() {
    let sandbox = Sandbox::with_pair();
    let sheet = "Task,Due\nRead,2026-12-14\nBuy milk, eggs,2026-12-15\nWrite,2026-12-16\n";
    insta::assert_snapshot!(import(&sandbox, "followup", sheet, &["--yes"]), @"
    --- stderr ---
    note: line 3 has 3 cells, the header has 2: no column is above `2026-12-15` (quote cells that contain commas, or set `--delimiter`)
    note: left out 1 line; fix the file and import it again to add the rest
    Imported 2 follow-ups from standard input
    ");
}

#[test]
fn errors_and_formulas_of_a_spreadsheet_are_no_titles_and_links_are_their_texts() {
    let sandbox = Sandbox::with_pair();
    let sheet = "Task,Due,Link\n\
        #REF!,2026-12-14,#REF!\n\
        =A1&B2,2026-12-14,\n\
        \"=HYPERLINK(\"\"https://x.org\"\",\"\"Design doc\"\")\",2026-12-15,=HYPERLINK(\"y\")\n\
        => do it,#N/A,\n\
        Ok,#VALUE!,\n\
        '=A1,,\n";
    insta::assert_snapshot!(import(&sandbox, "followup", sheet, &["--dry-run"]), @"
    column  goes to
    Task    title
    Due     due
    Link    skipped

    3 follow-ups to add

    line  title       due
    4     Design doc  Tue 15 Dec
    5     => do it
    7     =A1
    --- stderr ---
    note: line 4: `Design doc` is a link, and its address was left out: https://x.org
    note: line 2, `Task`: `#REF!` is an error of the spreadsheet (correct it there, or empty the cell)
    note: line 3, `Task`: `=A1&B2` is a formula, not its value (save the spreadsheet with its values)
    note: line 6, `Due`: `#VALUE!` is an error of the spreadsheet (correct it there, or empty the cell)
    note: left out 3 lines; fix the file and import it again to add the rest
    ");
}

#[test]
fn day_that_is_not_decided_yet_is_none() {
    let sandbox = Sandbox::with_pair();
    let words = ["TBD", "tbc", "ASAP", "?", "someday", "n/a", "-"];
    let rows: Vec<String> = words.iter().map(|word| format!("{word} it,{word}\n")).collect();
    let output = import(&sandbox, "followup", &format!("title,due\n{}", rows.concat()), &["--yes"]);
    assert!(output.stderr.contains("Imported 7 follow-ups"), "{output}");
    let listed = sandbox.json("followup list");
    let mut items = listed["items"].as_array().unwrap().iter();
    assert!(items.all(|item| item["due"].is_null()), "{listed}");
}

#[test]
fn sheets_of_dutch_and_polish_programs_need_no_mapping() {
    let sandbox = Sandbox::with_pair();
    let dutch = "Titel;Eigenaar;Vervaldatum;Status;Opmerkingen\n\
        Presentatie;Ana;14-12-2026;Bezig;\n\
        CV;ik;1 maart 2027;Niet gestart;\nBellen;Sam;;Voltooid;\n";
    let polish = "Zadanie;Osoba;Termin;Stan;Uwagi\nPrezentacja;Ana;14.12.2026;W toku;\n\
        Telefon;ja;;Zakończone;\n";
    for sheet in [dutch, polish] {
        let output = import(&sandbox, "followup", sheet, &["--yes"]);
        assert!(!output.stderr.contains("left out"), "{output}");
    }
    let found: Vec<String> =
        followups(&sandbox).iter().map(|line| line.replace("2026-12-01 ", "")).collect();
    for line in ["CV", "Presentatie", "Bellen", "Prezentacja", "Telefon"] {
        assert!(found.iter().any(|found| found.contains(line)), "{found:?}");
    }
}

#[test]
fn last_day_of_a_span_is_the_due_day_and_said_so() {
    let sandbox = Sandbox::with_pair();
    let sheet = "Task,Due\nA,1–5 March 2027\nB,\"March 1, 2027 → March 6, 2027\"\nC,Mar 1–7\n";
    let output = import(&sandbox, "followup", sheet, &["--yes"]);
    let note = "note: line 2, `Due`: `1–5 March 2027` is a span of days; the last one was used";
    assert!(output.stderr.contains(note), "{output}");
    let listed = sandbox.json("followup list");
    let due = listed["items"].as_array().unwrap().iter().map(|item| item["due"].clone());
    assert_eq!(due.collect::<Vec<_>>(), ["2027-03-05", "2027-03-06", "2027-03-07"]);
}

#[test]
fn times_of_rails_and_lists_of_clickup_are_read() {
    let sandbox = Sandbox::with_older_pair();
    let sheet =
        "To-do,Assigned to,Completed at\nWrite,[Ana Díaz],2026-11-25 10:00:00 UTC\nRead,[],\n";
    let output = import(&sandbox, "followup", sheet, &["--yes"]);
    assert!(output.stderr.starts_with("Imported 2 follow-ups"), "{output}");
    let item = sandbox.json("followup show 1")["item"].clone();
    assert_eq!((&item["owner"], &item["state_on"]), (&"mentee".into(), &"2026-11-25".into()));
}

#[test]
fn names_of_columns_and_groups_that_a_board_repeats_are_no_tasks() {
    let sandbox = Sandbox::with_pair();
    let board = "My Board,,\n,,\nGroup 1,,\nName,Person,Date\nRead,Ana,2026-12-14\n\
        Group 2,,\nName,Person,Date\nWrite,,\n";
    let output = import(&sandbox, "followup", board, &["--yes"]);
    for line in [
        "line 6: `Group 2` is the name of a group, so it was left out",
        "line 7 repeats the names of the columns, so it was left out",
        "Imported 2 follow-ups",
    ] {
        assert!(output.stderr.contains(line), "{line}\n{output}");
    }
}

#[test]
fn csv_flags_are_refused_for_other_formats() {
    let sandbox = Sandbox::with_pair();
    for more in [
        &["--csv"][..],
        &["--as", "followup"],
        &["--csv", "--as", "person"],
        &["--csv", "--as", "followup", "--delimiter", "ab"],
        &["--csv", "--as", "followup", "--map", "title"],
    ] {
        let args = [&["import", "-"], more].concat();
        let output = sandbox.run_with(&args, b"title\na\n", None);
        assert_eq!(output.status, 2, "{args:?}\n{output}");
    }
}

/// Returns the CSV listing of the follow-ups with a correction.
fn edited(sandbox: &Sandbox, from: &str, to: &str) -> String {
    let listing = sandbox.ok("followup list --all --csv");
    assert!(listing.contains(from), "{listing}");
    listing.replace(from, to)
}

fn two_followups() -> Sandbox {
    let sandbox = Sandbox::with_older_pair();
    sandbox.ok("followup add 'me: raed the RFC by 2026-12-10'");
    sandbox.ok("followup add 'them: write it by 2026-12-11'");
    sandbox
}

#[test]
fn row_with_a_uid_updates_its_record_as_one_undo_step() {
    let sandbox = two_followups();
    let before = followups(&sandbox);
    let sheet =
        edited(&sandbox, "raed", "read").replace("write it,2026-12-11", "write it,2026-12-12");
    insta::assert_snapshot!(import(&sandbox, "followup", &sheet, &["--dry-run"]), @r###"
    column      goes to
    id          id
    uid         uid
    pair        pair
    owner       owner
    title       title
    due         due
    goal        goal
    checkin     skipped
    state       done
    state_on    done_on
    because     skipped
    private     private
    created_at  skipped
    changed_at  skipped

    2 follow-ups to change

    line  follow-up  title         changes
    2     1          raed the RFC  title "read the RFC" (was "raed the RFC")
    3     2          write it      due Sat 12 Dec (was Fri 11 Dec)
    "###);
    assert_eq!(followups(&sandbox), before);
    let plan = import(&sandbox, "followup", &sheet, &["--dry-run", "--json"]);
    must_fit("import.plan", &serde_json::from_str(&plan.stdout).unwrap());
    let output = import(&sandbox, "followup", &sheet, &["--yes"]);
    assert_eq!(output.stderr, "Updated 2 follow-ups from standard input\n");
    assert_eq!(
        followups(&sandbox),
        ["1 mentor 2026-12-10 open read the RFC", "2 mentee 2026-12-12 open write it",]
    );
    sandbox.ok("undo");
    assert_eq!(followups(&sandbox), before);
}

#[test]
fn changed_state_in_a_listing_is_imported() {
    let sandbox = two_followups();
    let sheet = edited(&sandbox, ",open,", ",done,");
    assert_eq!(import(&sandbox, "followup", &sheet, &["--yes"]).status, 0);
    let shown = sandbox.json("followup show 1")["item"].clone();
    assert_eq!(shown["state"], "done");
    assert_eq!(shown["state_on"], "2026-12-01");
    let sheet = edited(&sandbox, ",done,", ",open,");
    let output = import(&sandbox, "followup", &sheet, &["--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(followups(&sandbox).iter().all(|line| line.contains("open")));
}

#[test]
fn empty_cell_clears_its_field() {
    let sandbox = two_followups();
    let sheet = edited(&sandbox, "2026-12-10", "");
    assert_eq!(import(&sandbox, "followup", &sheet, &["--yes"]).status, 0);
    assert_eq!(followups(&sandbox)[0], "1 mentor - open raed the RFC");
    let sheet = edited(&sandbox, "raed the RFC", "");
    let output = import(&sandbox, "followup", &sheet, &["--yes"]);
    assert!(output.stderr.contains("line 2, `title`"), "{output}");
    assert_eq!(followups(&sandbox)[0], "1 mentor - open raed the RFC");
}

#[test]
fn row_with_a_number_updates_its_record() {
    let sandbox = two_followups();
    let sheet = "id,title,done\n1,read the RFC,\n,a third one,yes\n";
    let output = import(&sandbox, "followup", sheet, &["--yes"]);
    assert_eq!(output.stderr, "Imported 1 follow-up from standard input, updated 1\n");
    assert_eq!(
        followups(&sandbox),
        [
            "1 mentor 2026-12-10 open read the RFC", "2 mentee 2026-12-11 open write it",
            "3 mentor - done a third one",
        ]
    );
    let only_states = import(&sandbox, "followup", "number,done\n2,2026-11-30\n", &["--yes"]);
    assert_eq!(only_states.status, 0, "{only_states}");
    let shown = sandbox.json("followup show 2")["item"].clone();
    assert_eq!((&shown["state"], &shown["state_on"]), (&"done".into(), &"2026-11-30".into()));
}

#[test]
fn number_that_an_earlier_row_gets_is_unknown_to_a_later_one() {
    for (noun, header) in [("goal", "id,title"), ("checkin", "id,notes,at")] {
        let sandbox = Sandbox::with_older_pair();
        let [first, second] = match noun {
            "goal" => [",First", "1,Second"],
            _ => [",First,2026-11-27 10:00", "1,Second,2026-11-27 11:00"],
        };
        let sheet = format!("{header}\n{first}\n{second}\n");
        let imported = import(&sandbox, noun, &sheet, &["--yes"]);
        let refused =
            format!("line 3, `id`: there is no {} 1", noun.replace("checkin", "check-in"));
        assert!(imported.stderr.contains(&refused), "{imported}");
        let first = sandbox.json(&format!("{noun} show 1"))["item"].to_string();
        assert!(first.contains("First") && !first.contains("Second"), "{first}");
    }
}

#[test]
fn uid_in_capitals_names_its_record() {
    let sandbox = two_followups();
    let uid = sandbox.json("followup show 1")["item"]["uid"].as_str().unwrap().to_uppercase();
    let output = import(&sandbox, "followup", &format!("uid,title\n{uid},Renamed\n"), &["--yes"]);
    assert!(output.stderr.starts_with("Updated 1 follow-up"), "{output}");
    assert_eq!(sandbox.json("followup show 1")["item"]["title"], "Renamed");
}

#[test]
fn row_whose_number_and_uid_disagree_is_left_out() {
    let sandbox = two_followups();
    sandbox.ok("pair add ben --mentee Ben");
    sandbox.ok("followup add 'me: of Ben' -p ben");
    let before = sandbox.ok("followup list --all --csv -p ana");
    let twice = before.clone() + before.lines().nth(1).unwrap();
    let sheet = "id,title\n3,of ana\n9,nobody's\n";
    let output = import(&sandbox, "followup", sheet, &["--yes", "-p", "ana"]);
    insta::assert_snapshot!(output, @r###"
    --- stderr ---
    error: standard input has 2 cells that can't be imported
           line 2, `id`: follow-up 3 belongs to another pair than `ana` (a record stays with its pair)
           line 3, `id`: there is no follow-up 9 (leave the cell empty to add one, or use `--map "id="` if the numbers are another program's)
           nothing was imported
    hint: fix the file, or use `--map` to assign a column
    [exit 4]
    "###);
    let output = import(&sandbox, "followup", &twice, &["--yes", "-p", "ana"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("line 4, `uid`: line 2 is follow-up 1 too"), "{output}");
    let uids = before.replace(",ana,", ",ben,");
    let output = import(&sandbox, "followup", &uids, &["--yes"]);
    assert!(
        output.stderr.contains("line 2, `uid`: follow-up 1 belongs to another pair than `ben`"),
        "{output}"
    );
    let after = sandbox.ok("followup list --all --csv -p ana");
    assert_eq!(after, before);
}

#[test]
fn row_with_an_unknown_uid_is_added_and_reported() {
    let sandbox = two_followups();
    let sheet = "uid,title\n0190-none,Another\n";
    let output = import(&sandbox, "followup", sheet, &["--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("line 2, `uid`: no follow-up here has this uid"), "{output}");
    assert_eq!(followups(&sandbox).len(), 3);
}

#[test]
fn column_with_foreign_keys_is_skipped_and_reported() {
    let sandbox = Sandbox::with_pair();
    let output = import(&sandbox, "followup", "ID,Task\nABC-1,Read\n", &["--yes"]);
    assert_eq!(output.status, 0, "{output}");
    let message = "line 2, `ID`: `ABC-1` is not a record number, so the column was left out";
    assert!(output.stderr.contains(message), "{output}");
}

#[test]
fn known_row_without_a_number_that_differs_is_reported() {
    let sandbox = two_followups();
    let sheet = "title,due,done\nraed the RFC,2026-12-10,yes\n";
    let output = import(&sandbox, "followup", sheet, &["--yes"]);
    assert_eq!(output.status, 0, "{output}");
    let message = "line 2 is follow-up 1 with other values, and nothing was changed";
    assert!(output.stderr.contains(message), "{output}");
    assert!(followups(&sandbox)[0].contains("open"));
}

#[test]
fn foreign_dates_are_read_and_ambiguous_ones_need_an_order() {
    let sandbox = Sandbox::with_pair();
    let sheet = "Task;Due date\nOne;31-Dec-2026\nTwo;12/31/2026 5:00 PM\n";
    assert_eq!(import(&sandbox, "followup", sheet, &["--yes"]).status, 0);
    let both = "Task,Due date\nThree,05/06/2027\n";
    let output = import(&sandbox, "followup", both, &["--yes"]);
    assert_eq!(output.status, 4, "{output}");
    let message = "line 2, `Due date`: `05/06/2027` is ambiguous: 2027-05-06 or 2027-06-05 (use `--day-first` or `--month-first`)";
    assert!(output.stderr.contains(message), "{output}");
    let output = import(&sandbox, "followup", both, &["--yes", "--month-first"]);
    assert_eq!(output.status, 0, "{output}");
    let four = both.replace("Three", "Four");
    assert_eq!(import(&sandbox, "followup", &four, &["--yes", "--day-first"]).status, 0);
    assert_eq!(
        followups(&sandbox),
        [
            "1 mentor 2026-12-31 open One", "2 mentor 2026-12-31 open Two",
            "3 mentor 2027-05-06 open Three", "4 mentor 2027-06-05 open Four",
        ]
    );
}

#[test]
fn legacy_encodings_are_read_and_the_assumption_is_reported() {
    let sandbox = Sandbox::with_pair();
    let output = import_bytes(&sandbox, "followup", b"title\nR\xe9sum\xe9\n", &["--yes"]);
    assert_eq!(output.status, 0, "{output}");
    let message = "standard input is not UTF-8; it was read as Windows-1252";
    assert!(output.stderr.contains(message), "{output}");
    let units = "\u{feff}title\r\nÉté\r\n".encode_utf16();
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    let output = import_bytes(&sandbox, "followup", &bytes, &["--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("it was read as UTF-16"), "{output}");
    let titles = ["1 mentor - open Résumé".to_owned(), "2 mentor - open Été".to_owned()];
    assert_eq!(followups(&sandbox), titles);
}

mod slow {
    use super::*;

    #[test]
    fn listing_of_every_noun_in_every_state_comes_back_unchanged() {
        let sandbox = Sandbox::with_older_pair();
        for command in EVERY_STATE.lines().filter(|line| !line.is_empty()) {
            sandbox.ok(command);
        }
        let history = sandbox.ok("history --json");
        for noun in [
            "goal", "followup", "topic", "question", "skill", "win", "insight", "resource",
            "feedback", "checkin",
        ] {
            let all = if matches!(noun, "win" | "insight" | "feedback") { "" } else { "--all" };
            for form in ["--csv", "--csv --for-spreadsheet", "--tsv"] {
                let list = format!("{noun} list {all} {form}");
                let listing = sandbox.ok(list.as_str());
                let output = import(&sandbox, noun, &listing, &["--yes"]);
                assert!(output.stderr.starts_with("Nothing to add"), "{noun}\n{output}");
                assert_eq!(sandbox.ok(list.as_str()), listing);
                assert_eq!(sandbox.ok("history --json"), history, "{noun}");
                // In another data file, each line is added, or left out with its place.
                let other = Sandbox::with_older_pair();
                let output = import(&other, noun, &listing, &["--yes"]);
                assert_eq!(output.status, 0, "{noun}\n{output}");
                let leaves_out = output.stderr.contains("note: left out");
                assert_eq!(leaves_out, noun == "question", "{output}");
            }
        }
    }

    #[test]
    fn long_import_shows_its_progress_on_a_terminal() {
        let sandbox = Sandbox::with_pair();
        let args = "import - --csv --as followup --yes";
        // Tries larger and larger files, because it depends on the computer which one takes longer than a second.
        let found = [500, 2_000, 12_000, 50_000, 200_000].into_iter().find_map(|count| {
            let lines = (0..count).map(|n| format!("Follow-up {n},me,2026-12-04\n"));
            let sheet = "Title,Owner,Due\n".to_owned() + &lines.collect::<String>();
            let watched = sandbox.run_with(args, sheet.as_bytes(), Some(&[]));
            assert_eq!(watched.status, 0, "{watched}");
            let Some((bar, rest)) = watched.stderr.rsplit_once("\r\u{1b}[K") else {
                sandbox.ok("undo");
                return None;
            };
            let imported = format!("Imported {count} follow-ups from standard input\n");
            assert_eq!(rest, imported);
            Some((bar.to_owned(), imported, sheet))
        });
        let (bar, rest, sheet) = found.unwrap();
        assert!(bar.starts_with("\rImporting  "), "{bar:?}");
        sandbox.ok("undo");
        let unwatched = sandbox.run_with(args, sheet.as_bytes(), None);
        assert_eq!(unwatched.stderr, rest);
    }
}

#[test]
fn titles_sums_and_comments_are_no_tasks() {
    let sandbox = Sandbox::with_pair();
    let tracker = "Team tracker,,\n,,\nTask,Due,Hours\nRead the RFC,5 mars 2027,2\nTotal:,,2\n";
    insta::assert_snapshot!(import(&sandbox, "followup", tracker, &["--dry-run"]), @"
    column  goes to
    Task    title
    Due     due
    Hours   skipped

    1 follow-up to add

    line  title         due
    4     Read the RFC  Fri 5 Mar 2027
    --- stderr ---
    note: line 1: `Team tracker` is above the names of the columns, so it was left out
    note: line 5: `Total:` is a sum, so it was left out
    ");
    let todoist = "TYPE,CONTENT,RESPONSIBLE,DATE\nmeta,view_style=list,,\n\
        task,Read the RFC,,2027-03-05\nnote,Ask Kim first,,\nsection,Later,,\ntask,Write,,\n";
    let imported = import(&sandbox, "followup", todoist, &["--yes"]);
    for note in [
        "note: line 4: this comment on `Read the RFC` was left out: Ask Kim first",
        "note: line 5: `Later` is a section, so it was left out",
    ] {
        assert!(imported.stderr.contains(note), "{imported}");
    }
    assert_eq!(followups(&sandbox).len(), 2);
}

#[test]
fn preview_shows_the_day_that_is_read_from_a_title() {
    let sandbox = Sandbox::with_pair();
    let shown = import(&sandbox, "followup", "Task\nwrite the RFC by 2027-03-05\n", &["--dry-run"]);
    assert!(shown.stdout.contains("write the RFC, due Fri 5 Mar 2027"), "{shown}");
}
