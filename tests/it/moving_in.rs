//! `mentor import` of data from other programs: past calls, tasks and notes.

use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};

fn import(sandbox: &Sandbox, text: &str, args: &[&str]) -> Output {
    sandbox.run_with(&[&["import", "-"], args].concat(), text.as_bytes(), None)
}

/// Returns the time, the length and the first line of the notes of each call.
fn calls(sandbox: &Sandbox) -> Vec<String> {
    let listed = sandbox.json("checkin list --all");
    let items = listed["items"].as_array().unwrap().iter();
    let mut found: Vec<String> = items
        .map(|item| {
            let notes = item["notes"].as_str().unwrap_or("-").lines().next();
            format!(
                "{} {} {}",
                item["held_at"].as_str().unwrap_or("-"),
                item["minutes"],
                notes.unwrap_or_default()
            )
        })
        .collect();
    found.sort();
    found
}

fn followups(sandbox: &Sandbox) -> Vec<String> {
    let listed = sandbox.json("followup list --all");
    let items = listed["items"].as_array().unwrap().iter();
    let line = |item: &serde_json::Value| {
        let text = |field: &str| item[field].as_str().unwrap_or("-").to_owned();
        ["due", "state", "state_on", "title"].map(text).join(" ")
    };
    let mut found: Vec<String> = items.map(line).collect();
    found.sort();
    found
}

const CALLS: &str = "Date,Time,Duration,Where,Summary,Decisions,Wins
2026-11-17,10:00,45,video,Talked about scope,Write it down,Shipped
17 Nov 2026,15:30,1h,,Second call,,
2026-11-24 10:00,,50,,The first review,One; Two,
";

#[test]
fn past_calls_in_a_spreadsheet_become_held_check_ins() {
    let sandbox = Sandbox::with_older_pair();
    let args = ["--csv", "--as", "checkin"];
    insta::assert_snapshot!(import(&sandbox, CALLS, &[&args[..], &["--dry-run"]].concat()), @r###"
    column     goes to
    Date       at
    Time       time
    Duration   minutes
    Where      channel
    Summary    notes
    Decisions  decisions
    Wins       wins

    3 check-ins to add

    line  at                minutes  channel  notes               decisions      wins
    2     Tue 17 Nov 10:00  45       video    Talked about scope  Write it down  Shipped
    3     Tue 17 Nov 15:30  60                Second call
    4     Tue 24 Nov 10:00  50                The first review    One; Two
    "###);
    let plan = import(&sandbox, CALLS, &[&args[..], &["--dry-run", "--json"]].concat());
    must_fit("import.plan", &serde_json::from_str(&plan.stdout).unwrap());
    assert!(calls(&sandbox).is_empty());
    let yes = [&args[..], &["--yes"]].concat();
    let output = import(&sandbox, CALLS, &yes);
    assert_eq!(output.stderr, "Imported 3 check-ins from standard input\n");
    let zone_free: Vec<String> =
        calls(&sandbox).iter().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect();
    assert_eq!(zone_free, ["45 Talked about scope", "60 Second call", "50 The first review"]);
    assert_eq!(sandbox.json("win list")["items"][0]["title"], "Shipped");
    let again = import(&sandbox, CALLS, &yes);
    assert_eq!(again.stderr, "Nothing to add from standard input: 3 check-ins are already here\n");
    sandbox.ok("undo");
    assert!(calls(&sandbox).is_empty());
}

#[test]
fn edited_listing_of_calls_updates_the_check_ins() {
    let sandbox = Sandbox::with_older_pair();
    let args = ["--csv", "--as", "checkin", "--yes"];
    let _ = import(&sandbox, CALLS, &args);
    let listing = sandbox.ok("checkin list --all --csv");
    let same = import(&sandbox, &listing, &args);
    assert!(same.stderr.starts_with("Nothing to add"), "{same}");
    let edited = listing.replace("Second call", "The second call");
    let changed = import(&sandbox, &edited, &args);
    assert_eq!(changed.stderr, "Updated 1 check-in from standard input; 2 are unchanged\n");
    assert!(calls(&sandbox)[1].ends_with("The second call"));
    sandbox.ok("undo");
    assert_eq!(sandbox.ok("checkin list --all --csv"), listing);
}

#[test]
fn span_in_a_cell_of_a_call_is_its_start_and_its_length() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Date,Time,Notes
2026-11-03 10:00-10:45,,Scope
2026-11-05,10:00\u{2013}11:15,Reviews
\"Nov 10, 2026 11-12:30pm\",,Plans
2026-11-12,17.00 - 17.30 Uhr,Next
";
    let output = import(&sandbox, sheet, &["--csv", "--as", "checkin", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    let lengths = ["45 Scope", "75 Reviews", "90 Plans", "30 Next"];
    for (call, length) in calls(&sandbox).iter().zip(lengths) {
        assert!(call.ends_with(length), "{call}");
    }
    let again = import(&sandbox, sheet, &["--csv", "--as", "checkin", "--yes"]);
    assert!(again.stderr.starts_with("Nothing to add"), "{again}");
}

#[test]
fn column_of_ends_gives_the_length() {
    let args = ["--csv", "--as", "checkin", "--yes"];
    for sheet in [
        "Subject,Start Date,Start Time,End Date,End Time,All day event
Scope,11/23/2026,5:00:00 PM,11/23/2026,5:45:00 PM,False
Reviews,11/24/2026,11:30:00 PM,11/25/2026,12:15:00 AM,False
",
        "Date;Start;End;Notes\n2026-11-23;17:00;17:45;Scope\n2026-11-24;23:30;00:15;Reviews\n",
        "Start,End,Notes
2026-11-23T17:00:00Z,2026-11-23T17:45:00Z,Scope
2026-11-24 23:30,2026-11-25 00:15,Reviews
",
    ] {
        let sandbox = Sandbox::with_older_pair();
        let output = import(&sandbox, sheet, &args);
        assert_eq!(output.status, 0, "{output}");
        let found = calls(&sandbox);
        let expected = ["2026-11-23T17:00:00Z 45 Scope", "2026-11-24T23:30:00Z 45 Reviews"];
        assert_eq!(found, expected, "{sheet}\n{output}");
        let again = import(&sandbox, sheet, &args);
        assert!(again.stderr.starts_with("Nothing to add"), "{again}");
    }
    let sandbox = Sandbox::with_older_pair();
    let odd = "Date,Start,End,Minutes\n2026-11-23,17:00,16:00,\n2026-11-24,17:00,17:45,30\n";
    let output = import(&sandbox, odd, &args);
    for note in [
        "line 2, `End`: `16:00` is not within 12 hours after `2026-11-23 17:00`, so it was left out",
        "line 3: the times give 45 min, but `Minutes` says 30 min, which was used",
    ] {
        assert!(output.stderr.contains(note), "{output}");
    }
}

#[test]
fn column_of_lengths_counts_more_than_a_span() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Date,Minutes,Notes\n2026-11-03 10:00-10:45,60,Scope\n";
    let output = import(&sandbox, sheet, &["--csv", "--as", "checkin", "--yes"]);
    let message = "line 2: the times give 45 min, but `Minutes` says 1 h, which was used";
    assert!(output.stderr.contains(message), "{output}");
    assert!(calls(&sandbox)[0].ends_with("60 Scope"));
}

#[test]
fn lengths_are_read_as_spreadsheets_and_people_write_them() {
    let sandbox = Sandbox::with_older_pair();
    let lengths = ["45 min", "0:45", "0:45:00", "PT45M", "\"0,75 h\"", "0.03125", "45.0"];
    let rows = lengths.iter().enumerate();
    let rows = rows.map(|(at, length)| format!("2026-11-{:02} 10:00,{length},x\n", at + 1));
    let sheet = "Date,Length,Notes\n".to_owned() + &rows.collect::<String>();
    let output = import(&sandbox, &sheet, &["--csv", "--as", "checkin", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(calls(&sandbox).len(), lengths.len());
    assert!(calls(&sandbox).iter().all(|call| call.ends_with(" 45 x")), "{:?}", calls(&sandbox));
    let hours = "Date,Duration (h)\n2026-11-20 10:00,1.5\n";
    let output = import(&sandbox, hours, &["--csv", "--as", "checkin", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(calls(&sandbox).iter().any(|call| call.contains(" 90 ")));
    let both = "Date,Length\n2026-11-21 10:00,0.25\n";
    let output = import(&sandbox, both, &["--csv", "--as", "checkin", "--yes"]);
    let message = "line 2, `Length`: `0.25` is ambiguous: 6 h or 15 min (write `360m` or `15m`)";
    assert!(output.stderr.contains(message), "{output}");
}

#[test]
fn day_numbers_of_a_spreadsheet_are_read_with_a_note() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Date,Time,Notes\n46332.5,,Scope\n46333,0.4375,Reviews\n";
    let output = import(&sandbox, sheet, &["--csv", "--as", "checkin", "--dry-run"]);
    assert!(output.stdout.contains("Fri 6 Nov 12:00"), "{output}");
    assert!(output.stdout.contains("Sat 7 Nov 10:30"), "{output}");
    let message = "note: line 2, `Date`: `46332.5` was read as 2026-11-06 12:00, the day number of a spreadsheet that counts from 1900";
    assert_eq!(output.stderr.trim_end(), message);
    let output =
        import(&sandbox, "Task,Due\nRead,46366\n", &["--csv", "--as", "followup", "--yes"]);
    assert!(output.stderr.contains("`46366` was read as 2026-12-10"), "{output}");
    assert_eq!(followups(&sandbox), ["2026-12-10 open 2026-12-01 Read"]);
}

#[test]
fn corrected_row_of_a_call_updates_the_check_in_it_made() {
    let first = "Date,Minutes,Notes\n2026-11-03,45,Scope\n2026-11-10 10:00,50,Reviews\n";
    let args = ["--csv", "--as", "checkin", "--yes"];
    for (corrected, line) in [
        ("2026-11-03,60,Scope", "60 Scope"),
        ("2026-11-03,45,Scope and size", "45 Scope and size"),
        ("2026-11-04,45,Scope", "45 Scope"),
        ("2026-03-11,45,Scope", "45 Scope"),
        ("2026-11-03 13:30,45,Scope", "45 Scope"),
    ] {
        let sandbox = Sandbox::with_older_pair();
        assert_eq!(import(&sandbox, first, &args).status, 0);
        let before = sandbox.ok("checkin list --all --csv");
        let sheet = first.replace("2026-11-03,45,Scope", corrected);
        let dry = import(&sandbox, &sheet, &["--csv", "--as", "checkin", "--dry-run"]);
        assert!(dry.stdout.contains("1 check-in to change, 1 is already here"), "{dry}");
        let output = import(&sandbox, &sheet, &args);
        assert!(output.stderr.starts_with("Updated 1 check-in"), "{corrected}\n{output}");
        let now = calls(&sandbox);
        assert_eq!(now.len(), 2, "{now:?}");
        assert!(now.iter().any(|call| call.ends_with(line)), "{now:?}");
        let day = &corrected[..10];
        assert!(now.iter().any(|call| call.starts_with(day)), "{now:?}");
        sandbox.ok("undo");
        assert_eq!(sandbox.ok("checkin list --all --csv"), before);
    }
}

#[test]
fn calls_of_the_same_day_or_with_the_same_notes_stay_apart() {
    let sandbox = Sandbox::with_older_pair();
    let args = ["--csv", "--as", "checkin", "--yes"];
    for sheet in [
        "Date,Notes\n2026-11-03 10:00,Weekly\n",
        "Date,Notes\n2026-11-10 10:00,Weekly\n",
        "Date,Notes\n2026-11-10 10:00,Weekly\n2026-11-10 11:00,More\n2026-11-11 10:00,Weekly\n",
    ] {
        assert_eq!(import(&sandbox, sheet, &args).status, 0);
    }
    assert_eq!(calls(&sandbox).len(), 4, "{:?}", calls(&sandbox));
    // A row that only has a day changes nothing that it does not say.
    let output = import(&sandbox, "Date,Notes\n2026-11-03,\n", &args);
    assert!(output.stderr.starts_with("Nothing to add"), "{output}");
    let twice = "Date,Notes\n2026-11-20 10:00,One\n2026-11-20 10:00,Two\n";
    let output = import(&sandbox, twice, &args);
    let message = "line 3 is a call at the same time as line 2, so it was left out";
    assert!(output.stderr.contains(message), "{output}");
}

#[test]
fn listing_moves_a_call_to_another_day_at_its_time() {
    let sandbox = Sandbox::with_older_pair();
    let args = ["--csv", "--as", "checkin", "--yes"];
    let _ = import(&sandbox, CALLS, &args);
    let number = sandbox.json("checkin list --all")["items"][0]["id"].clone();
    let sheet = format!("id,date,notes\n{number},2026-11-12,\n");
    let output = import(&sandbox, &sheet, &args);
    assert!(output.stderr.starts_with("Updated 1 check-in"), "{output}");
    let moved = sandbox.json(&["checkin", "show", &number.to_string()])["item"].clone();
    assert!(moved["held_at"].as_str().unwrap().starts_with("2026-11-12T"), "{moved}");
    assert!(moved["notes"].is_null());
}

#[test]
fn calls_without_a_time_or_not_held_are_reported() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Date,Status,Notes\n2026-11-17,held,Scope\n2026-11-18,cancelled,\n";
    let args = ["--csv", "--as", "checkin", "--yes"];
    let output = import(&sandbox, sheet, &args);
    assert_eq!(output.status, 0, "{output}");
    let message = "line 2: no time of day, so 12:00 is assumed, the middle of the day";
    assert!(output.stderr.contains(message), "{output}");
    let message = "line 3 is cancelled, so it was left out";
    assert!(output.stderr.contains(message), "{output}");
    assert_eq!(calls(&sandbox).len(), 1);
    let again = import(&sandbox, sheet, &args);
    assert!(again.stderr.contains("Nothing to add"), "{again}");
}

#[test]
fn overlapping_calls_are_imported_and_named() {
    let sandbox = Sandbox::with_older_pair();
    sandbox.ok("log Before --at '2026-11-16 10:00' --minutes 60");
    let sheet = "Date,Minutes,Notes\n2026-11-17 10:00,60,One\n2026-11-17 10:30,60,Two\n\
                 2026-11-17 11:30,30,Three\n2026-11-16 10:00,60,Before\n2026-11-16 10:40,30,Four\n";
    for args in [&["--dry-run"][..], &["--yes"]] {
        let output = import(&sandbox, sheet, &[&["--csv", "--as", "checkin"], args].concat());
        let notes = output.stderr.lines().filter(|line| line.contains("overlaps"));
        let notes: Vec<&str> = notes.collect();
        let named =
            ["note: line 3 overlaps the call of line 2", "note: line 6 overlaps check-in 1"];
        assert_eq!(notes, named, "{output}");
    }
    assert_eq!(calls(&sandbox).len(), 5);
}

#[test]
fn call_that_another_line_moves_away_is_not_in_the_way() {
    let sandbox = Sandbox::with_older_pair();
    sandbox.ok("log Before --at '2026-11-16 10:00' --minutes 60");
    for (row, is_named) in [(",2026-11-16 10:00", true), ("1,2026-11-16 12:00", false)] {
        let sheet = format!("id,Date,Minutes,Notes\n,2026-11-16 09:30,60,Five\n{row},60,Before\n");
        let output = import(&sandbox, &sheet, &["--csv", "--as", "checkin", "--dry-run"]);
        assert_eq!(output.stderr.contains("line 2 overlaps check-in 1"), is_named, "{output}");
    }
}

#[test]
fn call_on_several_days_is_on_the_first() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Date,Minutes,Notes\n17-18 Nov 2026,60,Workshop\n";
    let output = import(&sandbox, sheet, &["--csv", "--as", "checkin", "--yes"]);
    let note = "line 2, `Date`: `17-18 Nov 2026` is a span of days; the first one was used";
    assert!(output.stderr.contains(note), "{output}");
    assert_eq!(calls(&sandbox), ["2026-11-17T12:00:00Z 60 Workshop"]);
}

#[test]
fn meeting_numbers_of_another_program_are_no_numbers_of_check_ins() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Topic,ID,Start time,Duration (minutes)\n1:1,881 2345 6789,2026-11-17 10:00,45\n";
    let output = import(&sandbox, sheet, &["--csv", "--as", "checkin", "--yes"]);
    assert!(output.stderr.contains("`881 2345 6789` is not a record number"), "{output}");
    assert_eq!(calls(&sandbox), ["2026-11-17T10:00:00Z 45 1:1"]);
}

#[test]
fn dry_run_assumes_the_times_of_calls_that_the_import_gives_them() {
    for (notes, args) in [
        ("## 2026-11-17 10:00\nOne\n## 2026-11-24\nTwo\n## 2026-11-25\nThree\n", "--markdown"),
        (
            "Date,Notes\n2026-11-17,One\n2026-11-24 15:00,Two\n2026-11-25,Three\n",
            "--csv --as checkin",
        ),
    ] {
        let sandbox = Sandbox::with_older_pair();
        let run = |flag: &str| {
            let args: Vec<&str> = args.split(' ').chain([flag, "--json"]).collect();
            import(&sandbox, notes, &args)
        };
        let dry = run("--dry-run");
        let foreseen: serde_json::Value = serde_json::from_str(&dry.stdout).unwrap();
        let notes_of = |output: &Output| {
            let lines = output.stderr.lines().filter(|line| line.starts_with("note: "));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        let real = run("--yes");
        assert_eq!(notes_of(&dry), notes_of(&real));
        let times = |items: &serde_json::Value| {
            let items = items.as_array().unwrap().iter();
            let mut times: Vec<_> = items.map(|item| item["held_at"].clone().to_string()).collect();
            times.sort();
            times
        };
        assert_eq!(times(&foreseen["items"]), times(&sandbox.json("checkin list --all")["items"]));
    }
}

#[test]
fn cancelled_calls_of_a_booking_program_are_left_out() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Invitee Name,Start Date & Time,End Date & Time,Canceled,Status\n\
                 Ana,2026-11-17 10:00,2026-11-17 10:30,false,\n\
                 Ana,2026-11-18 10:00,2026-11-18 10:30,true,done\n";
    let output = import(&sandbox, sheet, &["--csv", "--as", "checkin", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("line 3 is cancelled, so it was left out"), "{output}");
    assert_eq!(calls(&sandbox).len(), 1);
    for flag in ["--dry-run", "--yes"] {
        let args = ["--csv", "--as", "checkin", "--json", flag];
        let output = import(&sandbox, sheet, &args);
        let answer: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
        assert_eq!(answer["left_out"][0], "line 3 is cancelled, so it was left out");
    }
}

#[test]
fn report_whose_start_times_have_days_needs_no_column_of_days() {
    let sandbox = Sandbox::with_older_pair();
    let report = "Topic,Start Time,End Time,Duration (Minutes)\n\
                  Scope,11/17/2026 10:00:00 AM,11/17/2026 10:45:00 AM,45\n";
    let output = import(&sandbox, report, &["--csv", "--as", "checkin", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(calls(&sandbox).len(), 1);
    let times = "Topic,Start Time\nScope,10:00 AM\n";
    let output = import(&sandbox, times, &["--csv", "--as", "checkin", "--yes"]);
    assert!(output.stderr.contains("no column says when a call was held"), "{output}");
}

#[test]
fn invalid_calls_are_named_and_the_others_are_imported() {
    let sandbox = Sandbox::with_older_pair();
    let sheet = "Date,Minutes,Notes
2026-11-17,45,Scope
2027-11-17 10:00,45,To come
,45,No day
05/06/2026,45,Two readings
2026-W45,45,A week
2026-11-18,long,No length
2026-11-17,45,Twice
10:00,45,No day either
";
    insta::assert_snapshot!(import(&sandbox, sheet, &["--csv", "--as", "checkin", "--yes"]), @r###"
    --- stderr ---
    note: line 3, `Date`: a check-in on Wed 17 Nov 2027 10:00 is in the future (run `mentor checkin add "2027-11-17 10:00" -p ana` to plan it)
    note: line 4, `Date`: the day is missing (write it like `2026-12-01`)
    note: line 5, `Date`: `05/06/2026` is ambiguous: 2026-05-06 or 2026-06-05 (use `--day-first` or `--month-first`)
    note: line 6, `Date`: `2026-W45` is a whole week: 2026-11-02 to 2026-11-08 (write a day of it, such as `2026-11-02`)
    note: line 7, `Minutes`: `long` is not a length of time (write it like `45m`, `1h` or `1h30m`, up to a day)
    note: line 8, `Date`: line 2 is a call on 2026-11-17 too (give both a time, such as `17:00`)
    note: line 9, `Date`: `10:00` is a time without a day (write it like `2026-12-01 17:00`)
    note: left out 7 lines; fix the file and import it again to add the rest
    Imported 1 check-in from standard input
    note: line 2: no time of day, so 12:00 is assumed, the middle of the day
    "###);
    assert_eq!(calls(&sandbox).len(), 1);
    let output = import(&sandbox, "Notes\nScope\n", &["--csv", "--as", "checkin", "--yes"]);
    assert_eq!(output.status, 4, "{output}");
    let message = "no column says when a call was held";
    assert!(output.stderr.contains(message), "{output}");
}

#[test]
fn notes_with_underlined_and_emphasised_days_become_past_calls() {
    let sandbox = Sandbox::with_older_pair();
    let notes = "---\ntitle: Ana\n---\n\nThu 5 Nov 2026, 10:00-10:45\n---------------------------\n\n\
                 Scope\n~~~\n```\n~~~\n\n## **2026-11-12 16:00** Review\n\n## [2026-11-19](2026-11-19.md)\n";
    let output = import(&sandbox, notes, &["--markdown", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(
        calls(&sandbox),
        [
            "2026-11-05T10:00:00Z 45 Scope", "2026-11-12T16:00:00Z null Review",
            "2026-11-19T16:00:00Z null -"
        ]
    );
    assert!(output.stderr.contains("line 1: this text is under no day"), "{output}");
}

const TASKS: &str = r#"[
{"id":1,"description":"Read the RFC by noon","due":"20261210T120000Z","status":"pending","uuid":"0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c1","project":"docs","tags":["next"],"annotations":[{"entry":"20261120T120000Z","description":"Ask Kim"}]},
{"id":0,"description":"Shadow one","end":"20261120T120000Z","status":"completed","uuid":"0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c2"},
{"id":0,"description":"Gone","status":"deleted","uuid":"0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c3"},
{"id":2,"description":"Every week","status":"recurring","uuid":"0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c4"},
{"id":3,"description":"Write","status":"waiting","uuid":"0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c5"},
{"id":4,"description":"Write","status":"pending","uuid":"0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c6"}
]"#;

#[test]
fn tasks_on_one_line_are_told_apart() {
    let sandbox = Sandbox::with_older_pair();
    let output = import(&sandbox, &TASKS.replace('\n', ""), &["--taskwarrior", "--yes"]);
    assert_eq!(followups(&sandbox).len(), 4, "{output}");
    assert!(output.stderr.contains("`Gone` is deleted, so it was left out"), "{output}");
}

#[test]
fn taskwarrior_tasks_become_follow_ups() {
    let sandbox = Sandbox::with_older_pair();
    let dry = import(&sandbox, TASKS, &["--taskwarrior", "--dry-run"]);
    insta::assert_snapshot!(dry, @r###"
    column   goes to
    uid      uid
    title    title
    due      due
    done     done
    done_on  done_on
    notes    skipped

    4 follow-ups to add

    line  title                 due         done  done_on
    2     Read the RFC by noon  Thu 10 Dec  open
    3     Shadow one                        done  Fri 20 Nov
    6     Write                             open
    7     Write                             open
    --- stderr ---
    note: line 2: `Read the RFC by noon`: a follow-up has no notes, so this was left out: Ask Kim; tags: next; project: docs
    note: line 5: `Every week` is the pattern of a recurring task, so it was left out
    note: line 4: `Gone` is deleted, so it was left out
    "###);
    assert!(followups(&sandbox).is_empty());
    let output = import(&sandbox, TASKS, &["--taskwarrior", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(
        followups(&sandbox),
        [
            "- done 2026-11-20 Shadow one",
            "- open 2026-12-01 Write",
            "- open 2026-12-01 Write",
            "2026-12-10 open 2026-12-01 Read the RFC by noon",
        ]
    );
    let again = import(&sandbox, TASKS, &["--taskwarrior", "--yes"]);
    assert!(again.stderr.contains("4 follow-ups are already here"), "{again}");
    sandbox.ok("undo");
    assert!(followups(&sandbox).is_empty());
    let broken = import(&sandbox, "[\n {\"description\": x}]", &["--taskwarrior", "--yes"]);
    assert_eq!(broken.status, 4, "{broken}");
    assert!(broken.stderr.contains("line 2, column"), "{broken}");
}

#[test]
fn second_taskwarrior_export_updates_the_tasks_of_the_first() {
    let sandbox = Sandbox::with_older_pair();
    assert_eq!(import(&sandbox, TASKS, &["--taskwarrior", "--yes"]).status, 0);
    let later = TASKS
        .replace("by noon", "again")
        .replace("20261210T", "20261212T")
        .replace("\"waiting\"", "\"completed\",\"end\":\"20261130T120000Z\"")
        .replace("\"Write\",\"status\":\"pending\"", "\"Write\",\"status\":\"deleted\"");
    let output = import(&sandbox, &later, &["--taskwarrior", "--yes"]);
    let message = "Updated 3 follow-ups from standard input; 1 is unchanged";
    assert!(output.stderr.contains(message), "{output}");
    let updated = [
        "- done 2026-11-20 Shadow one",
        "- done 2026-11-30 Write",
        "- dropped 2026-12-01 Write",
        "2026-12-12 open 2026-12-01 Read the RFC again",
    ];
    assert_eq!(followups(&sandbox), updated);
    // What was done here since stays done.
    sandbox.ok("followup done 1");
    let done = followups(&sandbox);
    let output = import(&sandbox, &later, &["--taskwarrior", "--yes"]);
    assert!(output.stderr.contains("Nothing to add"), "{output}");
    assert_eq!(followups(&sandbox), done);
}

#[test]
fn task_closed_on_the_day_it_was_imported_keeps_that_day() {
    let sandbox = Sandbox::with_pair();
    let task = |status: &str| {
        format!(
            r#"{{"description":"Read","status":"{status}","end":"20261201T120000Z","uuid":"0d2d43c4-ccbd-4a6b-8e7a-1e1f66b5a1c1"}}"#
        )
    };
    for (status, state) in [("completed", "done"), ("deleted", "dropped")] {
        let open = task("pending").replace("end", "entry");
        let _ = import(&sandbox, &open, &["--taskwarrior", "--yes"]);
        sandbox.at("2026-12-03T09:00:00Z");
        for _ in 0..2 {
            let output = import(&sandbox, &task(status), &["--taskwarrior", "--yes"]);
            let expected = format!("- {state} 2026-12-01 Read");
            assert_eq!(followups(&sandbox), [expected], "{output}");
        }
        sandbox.ok("undo");
    }
}

#[test]
fn deleted_task_becomes_no_record_of_any_noun() {
    let sandbox = Sandbox::with_pair();
    let tasks =
        r#"[{"description":"Gone","status":"deleted"},{"description":"Here","status":"pending"}]"#;
    for noun in ["win", "insight", "topic"] {
        let output = import(&sandbox, tasks, &["--taskwarrior", "--as", noun, "--yes"]);
        assert!(output.stderr.contains("`Gone` is deleted, so it was left out"), "{output}");
        assert_eq!(sandbox.json(&format!("{noun} list"))["items"][0]["title"], "Here");
    }
}

#[test]
fn task_that_was_imported_without_its_uuid_is_recognised() {
    let sandbox = Sandbox::with_older_pair();
    sandbox.ok("followup add 'me: Read the RFC by noon' --by 2026-12-10");
    sandbox.ok("followup add 'me: Write'");
    let output = import(&sandbox, TASKS, &["--taskwarrior", "--yes"]);
    assert!(output.stderr.contains("Imported 2 follow-ups"), "{output}");
    assert_eq!(followups(&sandbox).len(), 4);
    let again = import(&sandbox, TASKS, &["--taskwarrior", "--yes"]);
    assert!(again.stderr.contains("4 follow-ups are already here"), "{again}");
}

#[test]
fn annotations_and_tags_of_a_task_become_notes() {
    let sandbox = Sandbox::with_older_pair();
    let output = import(&sandbox, TASKS, &["--taskwarrior", "--as", "topic", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    let topic = sandbox.json("topic show 1")["item"].clone();
    assert_eq!(topic["notes"], "Ask Kim\ntags: next\nproject: docs");
}

#[test]
fn task_with_another_due_day_in_a_todo_txt_is_recognised() {
    let sandbox = Sandbox::with_older_pair();
    let first = "Read +docs due:2026-12-10\nWater due:2026-12-11\nWater due:2026-12-18\nWrite\n";
    assert_eq!(import(&sandbox, first, &["--todo-txt", "--yes"]).status, 0);
    let later = "Water due:2026-12-25\nRead +docs due:2026-12-12\nWater due:2026-12-11\nWrite\n";
    let output = import(&sandbox, later, &["--todo-txt", "--yes"]);
    let message = "Updated 2 follow-ups from standard input; 2 are unchanged";
    assert!(output.stderr.contains(message), "{output}");
    let updated = [
        "- open 2026-12-01 Write", "2026-12-11 open 2026-12-01 Water",
        "2026-12-12 open 2026-12-01 Read +docs", "2026-12-25 open 2026-12-01 Water",
    ];
    assert_eq!(followups(&sandbox), updated);
    // A due day that was set here stays.
    sandbox.ok("followup edit 4 --by 2026-12-30");
    let output = import(&sandbox, "Write\n", &["--todo-txt", "--yes"]);
    assert!(output.stderr.contains("Nothing to add"), "{output}");
    // A closed one is another task.
    sandbox.ok("followup done 1");
    let output = import(&sandbox, "Read +docs due:2026-12-20\n", &["--todo-txt", "--yes"]);
    assert!(output.stderr.contains("Imported 1 follow-up"), "{output}");
}

#[test]
fn task_that_is_overdue_since_is_named_and_the_others_are_imported() {
    let sandbox = Sandbox::with_older_pair();
    assert_eq!(import(&sandbox, TASKS, &["--taskwarrior", "--yes"]).status, 0);
    let later = TASKS.replace("20261210T", "20261110T").replace("Shadow one", "Shadow two");
    let output = import(&sandbox, &later, &["--taskwarrior", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("note: line 2, `due`: "), "{output}");
    let message = "note: left out 1 line; fix the file and import it again to add the rest";
    assert!(output.stderr.contains(message), "{output}");
    assert!(output.stderr.contains("Updated 1 follow-up"), "{output}");
    assert!(followups(&sandbox)[3].starts_with("2026-12-10 open"), "{:?}", followups(&sandbox));
}

#[test]
fn todo_txt_becomes_follow_ups() {
    let sandbox = Sandbox::with_older_pair();
    let text = "(A) Read the RFC +docs due:2026-12-10\nx 2026-11-20 2026-11-01 Shadow one\n";
    let output = import(&sandbox, text, &["--todo-txt", "--dry-run"]);
    assert!(output.stdout.contains("2 follow-ups to add"), "{output}");
    let output = import(&sandbox, text, &["--todo-txt", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("so this was left out: priority: A"), "{output}");
    assert_eq!(
        followups(&sandbox),
        ["- done 2026-11-20 Shadow one", "2026-12-10 open 2026-12-01 Read the RFC +docs",]
    );
    let again = import(&sandbox, text, &["--todo-txt", "--yes"]);
    assert!(again.stderr.contains("2 follow-ups are already here"), "{again}");
    let done = "x 2026-11-30 Read the RFC +docs due:2026-12-10 pri:A\nShadow one\n";
    let output = import(&sandbox, done, &["--todo-txt", "--yes"]);
    assert!(output.stderr.contains("Updated 1 follow-up"), "{output}");
    assert_eq!(
        followups(&sandbox),
        ["- done 2026-11-20 Shadow one", "2026-12-10 done 2026-11-30 Read the RFC +docs",]
    );
}

#[test]
fn due_day_of_a_todo_txt_that_is_none_leaves_out_its_line() {
    let sandbox = Sandbox::with_older_pair();
    let text = "Read due:2026-12-10T17:00\nWrite due:2026-02-30\n";
    let output = import(&sandbox, text, &["--todo-txt", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stderr.contains("line 2, `due`: `2026-02-30` does not exist"), "{output}");
    assert_eq!(followups(&sandbox), ["2026-12-10 open 2026-12-01 Read"]);
}

#[test]
fn notes_under_days_become_past_calls() {
    let sandbox = Sandbox::with_older_pair();
    let text = "# Ana\n\n## 2026-11-03 10:00\n\nTalked about scope\n\n- one\n\n## 2026-11-17 10:00: Review\nIt went well\n";
    let output = import(&sandbox, text, &["--markdown", "--dry-run"]);
    insta::assert_snapshot!(output, @r###"
    column  goes to
    at      at
    notes   notes

    2 check-ins to add

    line  at                notes
    3     Tue 3 Nov 10:00   Talked about scope
    9     Tue 17 Nov 10:00  Review
    --- stderr ---
    note: line 1: this text is under no day, so it was left out
    "###);
    let output = import(&sandbox, text, &["--markdown", "--yes"]);
    assert_eq!(output.status, 0, "{output}");
    let listed = sandbox.json("checkin list --all");
    let mut notes: Vec<&str> = listed["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["notes"].as_str().unwrap())
        .collect();
    notes.sort_unstable();
    assert_eq!(notes, ["Review\nIt went well", "Talked about scope\n\n- one"]);
    let output = import(&sandbox, "# No day\n", &["--markdown", "--yes"]);
    assert_eq!(output.status, 4, "{output}");
}

#[test]
fn file_formats_accept_only_their_nouns_and_flags() {
    let sandbox = Sandbox::with_older_pair();
    for args in [
        &["--markdown", "--as", "followup"][..],
        &["--todo-txt", "--as", "checkin"],
        &["--todo-txt", "--markdown"],
        &["--markdown", "--day-first", "--month-first"],
        &["--ics", "--day-first"],
    ] {
        let output = import(&sandbox, "## 2026-11-03\n", args);
        assert_eq!(output.status, 2, "{args:?}\n{output}");
    }
    let topics = import(&sandbox, "Scope\n", &["--todo-txt", "--as", "topic", "--yes"]);
    assert_eq!(topics.status, 0, "{topics}");
}

/// Generates titles that are difficult for spreadsheets.
fn titles() -> impl proptest::strategy::Strategy<Value = Vec<String>> {
    let title = "[a-zé=+'\"@,;]{0,6}[a-z]( by fri| due 4 dec|: x|#1)?";
    proptest::collection::vec(title, 1..5)
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(12))]

    #[test]
    fn reimported_listing_changes_only_what_was_edited(
        titles in titles(),
        notes in "[a-zé=+'\"@,;\n ]{0,12}x",
        edited in proptest::collection::vec(proptest::bool::ANY, 5),
        is_for_spreadsheet in proptest::bool::ANY,
    ) {
        let sandbox = Sandbox::with_older_pair();
        for (at, title) in titles.iter().enumerate() {
            let title = format!("{title} {at}");
            let due = ["2026-12-10", ""][at % 2];
            sandbox.ok(&["followup", "add", &format!("me: {title}"), "--by", due]);
            sandbox.ok(&["topic", "add", &title, "--notes", &notes]);
            sandbox.ok(&["goal", "add", &title, "--why", &notes, "--by", "2027-03-01"]);
        }
        for noun in ["followup", "topic", "goal"] {
            let mut list = vec![noun, "list", "--all", "--csv"];
            if is_for_spreadsheet {
                list.push("--for-spreadsheet");
            }
            let args = ["--csv", "--as", noun, "--yes", "--json"];
            let before = sandbox.ok(&list);
            let history = sandbox.ok("history --json");
            let same = import(&sandbox, &before, &args);
            proptest::prop_assert_eq!(same.status, 0, "{}", same);
            proptest::prop_assert_eq!(&sandbox.ok(&list), &before);
            proptest::prop_assert_eq!(sandbox.ok("history --json"), history);
            let mut sheet = before.clone();
            let mut count = 0;
            for (at, title) in titles.iter().enumerate().filter(|(at, _)| edited[*at]) {
                let cell = |title: &str| title.replace('"', "\"\"");
                let from = cell(&format!("{title} {at}"));
                if sheet.matches(&from).count() == 1 {
                    sheet = sheet.replace(&from, &format!("{from} edited"));
                    count += 1;
                }
            }
            let changed = import(&sandbox, &sheet, &args);
            proptest::prop_assert_eq!(changed.status, 0, "{}", changed);
            let answer: serde_json::Value = serde_json::from_str(&changed.stdout).unwrap();
            proptest::prop_assert_eq!(&answer["changed"], &serde_json::json!(count));
            proptest::prop_assert_eq!(&answer["added"], &serde_json::json!(0));
            let titles_now = |text: &str| text.matches(" edited").count();
            proptest::prop_assert_eq!(titles_now(&sandbox.ok(&list)), count);
            if count > 0 {
                sandbox.ok("undo");
            }
            proptest::prop_assert_eq!(&sandbox.ok(&list), &before);
        }
    }
}
