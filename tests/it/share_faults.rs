//! Mistakes that two people can make while sharing, and the damage that must not follow.

use std::fs;

use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

/// Makes two people who share through a folder and have compared their keys.
fn by_folder() -> (TwoPeople, String) {
    let both = TwoPeople::by_folder();
    let folder = both.path("folder");
    both.sam.ok("sync");
    (both, folder)
}

fn titles(one: &Sandbox, noun: &str) -> Vec<String> {
    let listed = one.json(&[noun, "list"]);
    let items = listed["items"].as_array().unwrap().iter();
    items.map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

fn refused(one: &Sandbox, args: &[&str]) -> String {
    let output = one.run(args);
    assert_eq!(output.status, 4, "{args:?}\n{output}");
    output.stderr
}

#[test]
fn restored_file_that_sends_first_still_catches_up() {
    let (both, _) = by_folder();
    let backup = both.path("backup");
    both.sam.ok(&["backup", "-o", &backup]);
    both.sam.ok("goal add 'Written after the backup'");
    both.sam.ok("sync");
    both.ana.ok("sync");
    both.sam.ok(&["restore", &backup, "--yes"]);
    both.to_ana();
    both.ana.ok("topic add 'Written by Ana since'");
    both.to_sam();
    assert_eq!(titles(&both.sam, "goal"), ["Written after the backup"]);
    assert_eq!(titles(&both.sam, "topic"), ["Written by Ana since"]);
}

#[test]
fn purged_record_stays_away_after_an_edit_by_the_other_side() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add 'Secret after all'");
    both.to_ana();
    both.ana.ok("topic edit 1 --title 'Secret, edited'");
    both.sam.ok("purge topic 1 --yes --backups");
    both.to_sam();
    assert_eq!(titles(&both.sam, "topic"), [""; 0]);
    let taken = both.to_ana();
    assert!(taken.contains("deleted    topic 1"), "{taken}");
    // Not even Ana's undo history brings it back.
    both.ana.ok("undo");
    both.ana.ok("topic edit 1 --title 'Secret, again'");
    both.to_sam();
    assert_eq!(titles(&both.sam, "topic"), [""; 0]);
    let bytes = fs::read(both.sam.db()).unwrap();
    let has = |word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
    assert!(!has(b"Secret"));
    // Control: a record that is only deleted comes back, and both sides are told.
    both.sam.ok("topic add 'Only deleted'");
    both.to_ana();
    let own = both.ana.json("topic list")["items"][0]["id"].to_string();
    both.ana.ok(&["topic", "edit", &own, "--title", "Needed"]);
    both.sam.ok("topic delete 2");
    let taken = both.to_sam();
    assert!(
        taken.contains("back       topic 2: Needed (one of you deleted it, the other changed it)"),
        "{taken}"
    );
}

#[test]
fn record_comes_back_on_both_sides_with_what_its_deletion_had_not_seen() {
    let both = TwoPeople::by_file();
    both.sam.ok("skill add 'Leading reviews'");
    both.to_ana();
    both.ana.ok("skill rate 1 3 --evidence 'In my own words'");
    // Sam's new title is not sent, since the skill is gone in Sam's file.
    both.sam.ok("skill edit 1 --title 'Leading design reviews'");
    both.sam.ok("skill delete 1");
    let taken = both.to_ana();
    assert!(taken.contains("deleted    skill 1: Leading reviews"), "{taken}");
    both.to_sam();
    let taken = both.to_ana();
    let back =
        "back       skill 1: Leading design reviews (one of you deleted it, the other changed it)";
    assert!(taken.contains(back), "{taken}");
    for file in [&both.sam, &both.ana] {
        assert_eq!(titles(file, "skill"), ["Leading design reviews"]);
        assert!(file.ok("skill show 1").contains("In my own words"));
    }
}

#[test]
fn changing_the_author_of_a_record_is_refused() {
    let both = TwoPeople::by_file();
    let add = [
        "feedback", "add", "--kind", "change", "--situation", "Monday", "--behaviour", "b",
        "--impact", "i",
    ];
    both.sam.ok(&add);
    both.sam.ok("question add 'Why?'");
    let message = refused(&both.sam, &["feedback", "edit", "1", "--from", "them"]);
    assert!(message.contains("feedback 1 is Ana's"), "{message}");
    refused(&both.sam, &["question", "edit", "1", "--from", "them"]);
    both.sam.ok("pulse add");
    let answer = [
        "pulse", "answer", "--by", "them", "--rhythm", "3", "--follow-through", "3", "--candour",
        "3", "--challenge", "3", "--support", "3", "--progress", "3",
    ];
    let message = refused(&both.sam, &answer);
    assert!(message.contains("only Ana can answer a pulse as Ana"), "{message}");
}

#[test]
fn undone_take_returns_with_the_next_sync() {
    let (both, _) = by_folder();
    both.sam.ok("goal add 'Lead a project'");
    both.sam.ok("sync");
    both.ana.ok("sync");
    both.ana.ok("undo");
    assert_eq!(titles(&both.ana, "goal"), [""; 0]);
    both.ana.ok("sync");
    assert_eq!(titles(&both.ana, "goal"), ["Lead a project"]);
    let quiet = both.ana.run("sync");
    assert_eq!(quiet.to_string(), "");
}

#[test]
fn sync_sends_even_if_the_received_file_needs_a_yes() {
    let (both, _) = by_folder();
    for number in 0..11 {
        both.sam.ok(&["topic", "add", &format!("Topic {number}")]);
    }
    both.sam.ok("sync");
    both.ana.ok("sync");
    for number in 1..=11 {
        both.sam.ok(&["topic", "delete", &number.to_string()]);
    }
    both.sam.ok("sync");
    both.ana.ok("goal add 'Written by Ana'");
    let asked = both.ana.run("sync");
    assert_eq!(asked.status, 5, "{asked}");
    assert!(asked.stderr.contains("Sent your changes to Sam"), "{asked}");
    both.sam.ok("sync");
    assert_eq!(titles(&both.sam, "goal"), ["Written by Ana"]);
    assert_eq!(titles(&both.ana, "topic").len(), 11);
    both.ana.ok("sync --yes");
    assert_eq!(titles(&both.ana, "topic"), [""; 0]);
}

#[test]
fn a_conflict_can_be_decided_after_an_undo() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add 'Of both'");
    both.to_ana();
    both.sam.ok("topic edit 1 --title 'As Sam has it'");
    both.ana.ok("topic edit 1 --title 'As Ana has it'");
    both.to_sam();
    both.sam.ok("topic add 'Taken back'");
    both.sam.ok("undo");
    both.sam.ok("share keep 1 --theirs");
    assert_eq!(titles(&both.sam, "topic"), ["As Ana has it"]);
}

#[test]
fn every_record_shows_its_conflict() {
    let cases: [(&[&str], &str, &str); 12] = [
        (&["goal", "add", "Lead"], "goal", "--title"),
        (&["log", "Scope", "--at", "2026-12-01 08:00"], "checkin", "--notes"),
        (&["topic", "add", "Scope"], "topic", "--title"),
        (&["followup", "add", "me: write it down"], "followup", "--title"),
        (&["win", "add", "A talk"], "win", "--title"),
        (&["advice", "add", "Name the cost"], "advice", "--title"),
        (&["skill", "add", "Reviews"], "skill", "--title"),
        (&["introduction", "add", "Kim Lee"], "introduction", "--title"),
        (&["resource", "add", "A book"], "resource", "--title"),
        (&["option", "add", "Staff engineer"], "option", "--title"),
        (&["approach", "add", "Questions in writing"], "approach", "--title"),
        (&["norm", "add", "Silence means"], "norm", "--title"),
    ];
    let both = TwoPeople::by_file();
    for (add, ..) in &cases {
        both.sam.ok(add);
    }
    both.to_ana();
    for (_, noun, field) in &cases {
        both.sam.ok(&[noun, "edit", "1", field, "As Sam has it"]);
        both.ana.ok(&[noun, "edit", "1", field, "As Ana has it"]);
    }
    both.sam.ok("end --reason achieved");
    both.ana.ok("end --reason time-is-up");
    both.to_sam();
    let shows = cases.map(|(_, noun, _)| vec![noun, "show", "1"]);
    let others = [vec!["pair", "show", "ana"], vec!["end", "show", "-p", "ana"]];
    for show in shows.iter().chain(&others) {
        let output = both.sam.run(show);
        assert_eq!(output.status, 0, "{output}");
        let is_said = output.stderr.contains("note: you both changed its");
        assert!(is_said, "{show:?}\n{output}");
    }
}

#[test]
fn conflicts_are_described_in_plain_words() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add Lead --by 2027-03-01");
    both.sam.ok("skill add Reviews");
    both.sam.ok("followup add 'me: write it down by fri'");
    both.sam.ok("checkin add '2026-12-10 17:00'");
    both.to_ana();
    both.sam.ok("goal edit 1 --by 2027-04-01 --because ill");
    both.ana.ok("goal edit 1 --by 2027-05-03 --because late");
    both.sam.ok("goal done 1");
    both.ana.ok("goal drop 1 --because 'No time'");
    both.ana.at("2026-12-01T09:01:00Z");
    both.ana.ok("checkin move 1 '2026-12-11 16:00'");
    both.sam.ok("checkin move 1 '2026-12-12 18:00'");
    both.ana.ok("skill rate 1 3");
    // Which of two values is shown, and so whether it changes, is random.
    let taken = both.to_sam();
    let lines = taken.lines().filter(|line| line.starts_with("  new"));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @"
    new        new date 3: Mon 3 May 2027
    new        new date 4: Fri 11 Dec 16:00
    new        skill rating 1: Tue 1 Dec
    ");
    let printed = both.sam.ok("share conflicts");
    insta::assert_snapshot!(printed.replace("  (shown)", ""), @"
    1  goal 1, target of `ana`
       you      Tue 1 Dec 09:00  Thu 1 Apr 2027
       Ana      Tue 1 Dec 09:01  Mon 3 May 2027
       mentor share keep 1 --mine | --theirs

    2  goal 1, state of `ana`
       you      Tue 1 Dec 09:00  done
       Ana      Tue 1 Dec 09:01  dropped, reason No time
       mentor share keep 2 --mine | --theirs

    3  check-in 1, when of `ana`
       you      Tue 1 Dec 09:00  Sat 12 Dec 18:00
       Ana      Tue 1 Dec 09:01  Fri 11 Dec 16:00
       mentor share keep 3 --mine | --theirs
    ");
}

#[test]
fn changes_and_conflicts_are_named_in_plain_words() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add Lead");
    both.sam.ok("followup add 'me: write it by fri'");
    both.sam.ok("checkin add '2026-12-10 17:00'");
    both.to_ana();
    both.ana.ok("away add 2026-12-20 2026-12-24");
    both.to_sam();
    both.sam.ok("followup edit 1 --title 'Write it'");
    both.sam.ok("away add 2026-12-28 2026-12-30");
    both.sam.ok("agree renew --length 30m --because Work");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 3 changes
      new        agreement 2: version 2
      changed    follow-up 1: Write it
      new        time away 2: Sam, 28 Dec to 30 Dec 2026
    ");
    for (one, because, at) in [(&both.sam, "ill", "09:00:01"), (&both.ana, "late", "09:00:02")] {
        one.at(&format!("2026-12-01T{at}Z"));
        one.ok(&["goal", "edit", "1", "--why", because]);
        one.ok(&["checkin", "cancel", "1", "--because", because]);
        one.ok(&["pair", "pause", "--because", because]);
    }
    both.to_sam();
    let printed = both.sam.ok("share conflicts");
    insta::assert_snapshot!(printed.replace("  (shown)", ""), @"
    1  pair `ana`, state
       you      Tue 1 Dec 09:00  ill
       Ana      Tue 1 Dec 09:00  late
       mentor share keep 1 --mine | --theirs

    2  goal 1, why of `ana`
       you      Tue 1 Dec 09:00  ill
       Ana      Tue 1 Dec 09:00  late
       mentor share keep 2 --mine | --theirs

    3  check-in 1, when of `ana`
       you      Tue 1 Dec 09:00  by Sam, reason ill
       Ana      Tue 1 Dec 09:00  by Ana, reason late
       mentor share keep 3 --mine | --theirs
    ");
    insta::assert_snapshot!(refused(&both.sam, &["share", "keep", "2", "--text", "More"]), @"
    error: `--text` can replace a single text only, and goal 1, why is more than that
           nothing was changed
    hint: use `--mine` or `--theirs`, then edit goal 1
    ");
}

#[test]
fn decline_against_an_advanced_introduction_is_a_conflict() {
    let both = TwoPeople::by_file();
    both.sam.ok("introduction add 'Kim Lee'");
    both.sam.at("2026-12-01T09:01:00Z");
    both.sam.ok("introduction add 'Jo Fox'");
    both.to_ana();
    both.sam.ok("introduction advance 1");
    both.ana.ok("introduction decline 1");
    // Declining an introduction that was only asked for is no conflict, and neither are later stages of the same
    // introduction.
    both.sam.ok("introduction edit 2 --wish 'An hour'");
    both.ana.ok("introduction decline 2");
    assert!(both.to_sam().contains("both wrote introduction 1, stage"));
    let conflicts = both.sam.json("share conflicts");
    assert_eq!(conflicts["items"].as_array().unwrap().len(), 1);
    both.sam.ok("share keep 1 --mine");
    both.to_ana();
    for one in [&both.sam, &both.ana] {
        let state = |number| one.json(&["introduction", "show", number])["item"]["state"].clone();
        assert_eq!((state("1"), state("2")), ("agreed".into(), "declined".into()));
    }
}

#[test]
fn undo_and_delete_mention_what_the_other_side_has() {
    let both = TwoPeople::by_file();
    both.ana.ok("topic add 'Of Ana'");
    both.to_sam();
    both.sam.ok("topic add 'Of Sam'");
    // The other side does not have it yet.
    let undone = both.sam.run("undo");
    assert!(!undone.stderr.contains("already has this"), "{undone}");
    both.sam.ok("redo");
    both.to_ana();
    insta::assert_snapshot!(both.sam.run("undo"), @"
    --- stderr ---
    Undid: Added topic 2 from Sam: Of Sam
    note: Ana already has this; the next exchange undoes it there too
    Run `mentor redo` to redo it
    ");
    both.sam.ok("redo");
    insta::assert_snapshot!(both.sam.run("topic delete 1"), @"
    --- stderr ---
    Deleted topic 1: Of Ana
    note: Ana added it: Ana is asked to delete it too, and may keep it
    ");
    let own = both.sam.run("topic delete 2");
    assert!(!own.stderr.contains("note:"), "{own}");
    both.ana.ok("topic add Another");
    both.to_sam();
    assert!(!both.sam.ok("topic list").contains("Of Ana"));
    assert!(both.ana.ok("topic list").contains("Of Ana"));
}

/// Tested before and after the other side has received the decision.
#[test]
fn undone_decision_is_open_again_for_both() {
    // Which of the two values is shown is random.
    let conflicts = |one: &Sandbox| {
        let printed = one.ok("share conflicts");
        printed.replace("  (shown)", "")
    };
    for is_told in [false, true] {
        let (both, _) = by_folder();
        both.sam.ok("topic add 'Of both'");
        both.sam.ok("sync");
        both.ana.ok("sync");
        both.sam.ok("topic edit 1 --title 'As Sam has it'");
        both.ana.ok("topic edit 1 --title 'As Ana has it'");
        both.ana.ok("sync");
        both.sam.ok("sync");
        let before = titles(&both.sam, "topic");
        both.sam.ok("share keep 1 --mine");
        both.sam.ok("topic add Another");
        if is_told {
            both.sam.ok("sync");
            both.ana.ok("sync");
        }
        both.sam.ok("undo");
        let undone = both.sam.run("undo");
        insta::allow_duplicates! {
            insta::assert_snapshot!(undone, @"
            --- stderr ---
            Undid: Kept your version of topic 1, text
            note: it is undecided again: run `mentor share conflicts`
            Run `mentor redo` to redo it
            ");
        }
        for one in [&both.sam, &both.ana, &both.sam, &both.ana] {
            one.ok("sync");
        }
        assert_eq!(titles(&both.sam, "topic"), before);
        assert_eq!(titles(&both.ana, "topic"), before);
        insta::allow_duplicates! {
            insta::assert_snapshot!(conflicts(&both.sam), @"
            1  topic 1, text of `ana`
               you      Tue 1 Dec 09:00  As Sam has it
               Ana      Tue 1 Dec 09:00  As Ana has it
               mentor share keep 1 --mine | --theirs
            ");
            insta::assert_snapshot!(conflicts(&both.ana), @"
            1  topic 1, text of `sam`
               you      Tue 1 Dec 09:00  As Ana has it
               Sam      Tue 1 Dec 09:00  As Sam has it
               mentor share keep 1 --mine | --theirs
            ");
        }
        both.ana.ok("share keep 1 --theirs");
        both.ana.ok("sync");
        both.sam.ok("sync");
        for one in [&both.sam, &both.ana] {
            assert_eq!(titles(one, "topic"), ["As Sam has it"]);
            assert_eq!(one.ok("share conflicts"), "Nothing to decide\n");
        }
    }
}

#[test]
fn export_of_a_shared_pair_can_not_be_imported() {
    let both = TwoPeople::by_file();
    let export = both.path("export.json");
    let text = both.sam.ok("export --for-partner");
    fs::write(&export, text).unwrap();
    let message = refused(&both.ana, &["import", &export, "--yes"]);
    assert!(message.contains("you share `sam` with Sam"), "{message}");
    assert_eq!(both.ana.json("pair list")["items"].as_array().unwrap().len(), 1);
}

#[test]
fn joining_a_pair_that_is_shared_already_is_refused() {
    let both = TwoPeople::by_file();
    both.sam.ok("share end ana --yes");
    both.invite();
    let join = both.path("join-sam.mentor");
    let message = refused(&both.ana, &["share", "join", &join, "--yes", "--unchecked"]);
    assert!(message.contains("mentor share end sam"), "{message}");
}

#[test]
fn answer_survives_ending_and_restarting_the_sharing() {
    let both = TwoPeople::by_file();
    both.sam.ok("question add 'Why?'");
    both.to_ana();
    both.sam.ok("share end ana --yes");
    both.ana.ok("share end sam --yes");
    both.ana.ok("question answer 1 Because");
    both.invite();
    let (join, answer) = (both.path("join-sam.mentor"), both.path("for-sam.mentor"));
    both.ana.ok(&format!("share join '{join}' --all --yes --unchecked -o '{answer}'"));
    both.take_answer();
    both.to_ana();
    both.ana.ok("share words --ok");
    both.to_sam();
    for one in [&both.sam, &both.ana] {
        let question = one.json("question show 1")["item"].clone();
        assert_eq!(
            (&question["state"], &question["answer"]),
            (&"answered".into(), &"Because".into())
        );
    }
}

#[test]
fn joining_keeps_the_earlier_beginning_of_the_pair() {
    let both = TwoPeople::by_file();
    let before = both.sam.json("pair show")["item"]["state_on"].clone();
    both.to_ana();
    both.ana.at("2026-12-05T09:00:00Z").ok("topic add Later");
    both.to_sam();
    assert_eq!(both.sam.ok("share conflicts"), "Nothing to decide\n");
    for one in [&both.sam, &both.ana] {
        assert_eq!(one.json("pair show")["item"]["state_on"], before);
    }
}

#[test]
fn end_recorded_by_both_is_one_closing() {
    let apart = TwoPeople::by_file();
    apart.sam.ok("end --reason achieved --learned-mentor 'To ask'");
    apart.ana.ok("end --reason achieved --learned-mentee 'To answer'");
    apart.to_ana();
    apart.to_sam();
    for (one, slug) in [(&apart.sam, "ana"), (&apart.ana, "sam")] {
        let shown = one.ok(&["end", "show", "-p", slug]);
        assert!(shown.contains("To ask") && shown.contains("To answer"), "{shown}");
    }
}

#[test]
fn join_can_be_undone_and_repeated() {
    let both = TwoPeople::strangers();
    both.invite();
    both.join();
    insta::assert_snapshot!(both.ana.run("undo"), @"
    --- stderr ---
    Undid: Added pair `sam`: Sam Rivera mentors Ana Díaz
    note: you no longer share `sam`: Sam keeps what you have sent, and nothing more is exchanged; `mentor redo` shares it again, without it a new invitation is needed
    Run `mentor redo` to redo it
    ");
    // What was written in the pair goes first, step by step, so nothing goes unseen.
    both.ana.ok("redo");
    both.ana.ok("topic add 'Written since'");
    both.ana.ok("undo");
    assert!(both.ana.ok("share").contains("Sam Rivera"));
    both.ana.ok("undo");
    both.join();
    both.take_answer();
    both.sam.ok("topic add Hello");
    both.to_ana();
    assert_eq!(titles(&both.ana, "topic"), ["Hello"]);
}

#[test]
fn send_overwrites_no_other_files() {
    let both = TwoPeople::by_file();
    let thesis = both.path("thesis.txt");
    fs::write(&thesis, "precious").unwrap();
    refused(&both.sam, &["share", "send", "-o", &thesis]);
    let link = both.path("link.mentor");
    std::os::unix::fs::symlink(&thesis, &link).unwrap();
    refused(&both.sam, &["share", "send", "-o", &link]);
    assert_eq!(fs::read_to_string(&thesis).unwrap(), "precious");
    // A file of the same kind may be overwritten.
    let file = both.path("sent.mentor");
    both.sam.ok(&["share", "send", "-o", &file]);
    both.sam.ok(&["share", "send", "--armor", "-o", &file]);
    both.sam.ok(&["share", "send", "-o", &file]);
}

#[test]
fn pair_with_someone_else_is_not_shared_by_mistake() {
    let both = TwoPeople::strangers();
    both.invite();
    both.ana.ok("init --name 'Ana Díaz'");
    both.ana.ok("pair add smith --mentor 'Sam Smith'");
    let join = both.path("join-sam.mentor");
    let args = ["share", "join", &join, "--with", "smith", "--all", "--yes", "--unchecked"];
    let asked = both.ana.run(&args);
    assert_eq!(asked.status, 5, "{asked}");
}

#[test]
fn files_of_another_circle_are_ignored_silently() {
    let (both, folder) = by_folder();
    both.sam.ok("pair add kim --mentee 'Kim Berg'");
    let join = both.path("join-kim.mentor");
    both.sam.ok(&["share", "invite", "kim", "--all", "-o", &join]);
    let kim = Sandbox::new();
    kim.ok(&format!("share join '{join}' --yes --unchecked --folder '{folder}'"));
    both.sam.ok("share end ana --yes");
    let synced = both.sam.run(&["sync", "-p", "kim", "--folder", &folder, "--unchecked"]);
    assert_eq!(synced.status, 0, "{synced}");
    assert!(!synced.stderr.contains("skipped: "), "{synced}");
}

#[test]
fn armored_bundle_is_found_in_a_quoted_or_plain_mail() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add 'By mail'");
    let file = both.path("armored.mentor");
    both.sam.ok(&["share", "send", "--armor", "-o", &file]);
    let armored = fs::read_to_string(&file).unwrap();
    let quoted = format!("> {}", armored.trim_end().replace('\n', "\n> "));
    let mail = both.path("mail.txt");
    fs::write(&mail, format!("Hi Ana,\nhere it is:\n\n{quoted}\nBest, Sam\n")).unwrap();
    both.ana.ok(&["share", "take", &mail]);
    assert_eq!(titles(&both.ana, "topic"), ["By mail"]);
}

#[test]
fn older_rows_of_table_share_are_detected_as_damage() {
    let both = TwoPeople::by_file();
    let earlier = both.path("earlier.db");
    fs::copy(both.sam.db(), &earlier).unwrap();
    both.sam.ok("topic add Scope");
    both.to_ana();
    let with_earlier = |sql: &str| {
        let file = rusqlite::Connection::open(both.sam.db()).unwrap();
        file.execute("ATTACH ?1 AS earlier", [&earlier]).unwrap();
        file.execute_batch(sql).unwrap();
    };
    // Control: rewriting the same rows is no fault.
    with_earlier(
        "CREATE TEMP TABLE kept AS SELECT * FROM share; DELETE FROM share; INSERT INTO share SELECT * FROM kept",
    );
    both.sam.ok("share");
    with_earlier("DELETE FROM share; INSERT INTO share SELECT * FROM earlier.share");
    let output = both.sam.run("share");
    assert_eq!(output.status, 8, "{output}");
    let checked = both.sam.run("check");
    assert!(checked.stdout.contains("the tally of share"), "{checked}");
}

#[test]
fn dry_run_prints_the_same_every_time() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add Scope");
    let rehearse = || both.sam.ok("share send --dry-run");
    let message = rehearse();
    assert!(message.contains("Scope"), "{message}");
    assert_eq!(rehearse(), message);
}

/// The folder lacks what was sent by file, until the next sync writes it there.
#[test]
fn changes_sent_by_file_also_reach_the_folder() {
    let (both, _) = by_folder();
    both.sync();
    both.sam.ok("topic add 'Sent by file'");
    both.sam.ok(&["share", "send", "-o", &both.path("lost.mentor")]);
    insta::assert_snapshot!(both.sam.run("sync"), @"
    --- stderr ---
    Sent your changes to Ana
    ");
    both.ana.ok("sync");
    assert_eq!(titles(&both.ana, "topic"), ["Sent by file"]);
    both.sync();
    // Control: a file without anything new is no reason to write.
    both.sam.ok(&["share", "send", "-o", &both.path("lost.mentor")]);
    for one in [&both.sam, &both.ana] {
        assert_eq!(one.run("sync").to_string(), "");
    }
}
