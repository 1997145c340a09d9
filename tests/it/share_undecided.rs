//! Conflicts are decided by `share keep` and by nothing else.

use std::collections::BTreeSet;
use std::fs;

use crate::dice::{Dice, play_each, seeds};
use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

/// Returns the undecided values and their authors.
fn undecided(one: &Sandbox) -> Vec<(String, String)> {
    let listed = one.json("share conflicts");
    let items = listed["items"].as_array().unwrap().iter();
    let values = items.flat_map(|item| item["values"].as_array().unwrap().clone());
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let found = values.map(|value| (text(&value["who"]), text(&value["text"])));
    found.collect()
}

/// Returns whether a file still has a text, as the value of a record or as an undecided one.
fn says(one: &Sandbox, text: &str) -> bool {
    let standing = undecided(one).into_iter().map(|(_, text)| text);
    let standing: Vec<String> = standing.collect();
    standing.join(" ").contains(text) || one.ok("export").contains(text)
}

/// Makes a conflict in the title of a goal. Returns whether Sam's title is shown in his file.
fn with_two_titles() -> (TwoPeople, bool) {
    let both = TwoPeople::by_folder();
    both.sam.ok("goal add 'As both had it'");
    both.sync();
    both.sam.ok("goal edit 1 --title 'As Sam has it'");
    both.ana.ok("goal edit 1 --title 'As Ana has it'");
    both.sync();
    let shown = both.sam.json("goal show 1")["item"]["title"].clone();
    assert_eq!(undecided(&both.sam).len(), 2);
    (both, shown == "As Sam has it")
}

#[test]
fn refused_deletion_leaves_what_can_be_redone() {
    let both = TwoPeople::by_folder();
    both.sam.ok("goal add 'As both have it'");
    both.sync();
    both.sam.ok("log 'A call with a follow-up' --followup 'me: read it'");
    both.sam.ok("goal add 'Not sent yet'");
    both.sam.ok("topic add 'Undone'");
    both.sam.ok("undo");
    assert_eq!(both.sam.run(&["goal", "delete", "7"]).status, 3);
    assert_eq!(both.sam.run(&["checkin", "delete", "1"]).status, 4);
    both.sam.ok("redo");
    assert_eq!(both.sam.json("topic show 1")["item"]["title"], "Undone");
}

#[test]
fn undone_edit_keeps_the_other_sides_value() {
    let (both, is_sam) = with_two_titles();
    let (one, theirs) =
        if is_sam { (&both.sam, "As Ana has it") } else { (&both.ana, "As Sam has it") };
    one.ok("undo");
    both.sync();
    for file in [&both.sam, &both.ana] {
        assert!(says(file, theirs));
        let standing = undecided(file);
        assert!(standing.iter().any(|(_, text)| text == "As both had it"), "{standing:?}");
    }
}

#[test]
fn edit_during_a_conflict_keeps_the_other_sides_value() {
    let (both, _) = with_two_titles();
    both.sam.ok("goal edit 1 --title 'As Sam has it now'");
    both.sync();
    let mut standing = undecided(&both.sam);
    standing.sort();
    let value = |who: &str, text: &str| (who.to_owned(), text.to_owned());
    assert_eq!(standing, [value("Ana", "As Ana has it"), value("you", "As Sam has it now")]);
    let mut standing = undecided(&both.ana);
    standing.sort();
    assert_eq!(standing, [value("Sam", "As Sam has it now"), value("you", "As Ana has it")]);
    assert_eq!(both.sam.json("goal show 1")["item"]["title"], "As Sam has it now");
    both.ana.ok("share keep 1 --mine");
    both.sync();
    for file in [&both.sam, &both.ana] {
        assert_eq!(undecided(file), []);
        assert_eq!(file.json("goal show 1")["item"]["title"], "As Ana has it");
    }
}

/// One side edits its own title while the other's is shown, sends the edits, and undoes them.
#[test]
fn undone_edits_bring_the_hidden_own_version_back() {
    for edits in 1..=2 {
        for is_told_between in [false, true] {
            let (both, is_sam) = with_two_titles();
            let (one, other, own, theirs) = if is_sam {
                (&both.ana, &both.sam, "As Ana has it", "As Sam has it")
            } else {
                (&both.sam, &both.ana, "As Sam has it", "As Ana has it")
            };
            for edit in 0..edits {
                let title = format!("Edit {edit}");
                one.ok(&["goal", "edit", "1", "--title", &title]);
                both.sync();
                assert!(!says(one, own));
            }
            for _ in 0..edits {
                one.ok("undo");
                if is_told_between {
                    both.sync();
                }
            }
            both.sync();
            for (file, mine, hers) in [(one, own, theirs), (other, theirs, own)] {
                let mut standing = undecided(file);
                standing.sort_by_key(|(who, _)| who != "you");
                let texts: Vec<&str> = standing.iter().map(|(_, text)| text.as_str()).collect();
                assert_eq!(texts, [mine, hers], "{edits} {is_told_between}");
                let title = file.json("goal show 1")["item"]["title"].clone();
                assert_eq!(title, theirs, "{edits} {is_told_between}");
                assert_eq!(file.run("sync").to_string(), "");
            }
        }
    }
}

/// The version that the row does not show is stored in plain text until it is decided.
#[test]
fn purge_removes_the_hidden_own_version() {
    let (both, is_sam) = with_two_titles();
    let (one, own) =
        if is_sam { (&both.ana, "As Ana has it") } else { (&both.sam, "As Sam has it") };
    let holds_it = || {
        let file = fs::read(one.db()).unwrap();
        file.windows(own.len()).any(|bytes| bytes == own.as_bytes())
    };
    assert!(holds_it());
    one.ok("purge goal 1 --yes");
    assert!(!holds_it());
}

#[test]
fn redo_repeats_an_undone_edit_of_a_conflict() {
    let (both, is_sam) = with_two_titles();
    let one = if is_sam { &both.ana } else { &both.sam };
    one.ok("goal edit 1 --title Edited");
    both.sync();
    one.ok("undo");
    one.ok("redo");
    both.sync();
    for file in [&both.sam, &both.ana] {
        assert!(says(file, "Edited"));
        assert_eq!(undecided(file).len(), 2);
    }
}

/// An edit that was not sent yet is this side's version when it decides.
#[test]
fn keep_mine_keeps_an_edit_that_was_not_sent() {
    let (both, _) = with_two_titles();
    both.sam.ok("goal edit 1 --title 'Not sent yet'");
    both.sam.ok("share keep 1 --mine");
    both.sync();
    for file in [&both.sam, &both.ana] {
        let title = file.json("goal show 1")["item"]["title"].clone();
        assert_eq!(title, "Not sent yet");
        assert_eq!(undecided(file), []);
    }
}

#[test]
fn dry_run_of_keep_changes_nothing() {
    let (both, _) = with_two_titles();
    let before = (both.sam.ok("export"), undecided(&both.sam));
    insta::assert_snapshot!(both.sam.run("share keep 1 --theirs --dry-run"), @"
    Dry run: nothing was changed. Without `--dry-run`:

    Kept their version of goal 1, title
    ");
    assert_eq!((both.sam.ok("export"), undecided(&both.sam)), before);
    assert_eq!(both.sam.run("sync").to_string(), "");
}

/// The part has more than one column, and the row shows the other side's version when one of them is edited.
#[test]
fn edit_of_one_column_keeps_the_rest_of_the_own_version() {
    let both = TwoPeople::by_folder();
    both.sam.ok("topic add 'As both had it'");
    both.sync();
    for (file, name) in [(&both.sam, "Sam"), (&both.ana, "Ana")] {
        let title = format!("As {name} has it");
        file.ok(&["topic", "edit", "1", "--title", &title, "--notes", name]);
    }
    both.sync();
    let title = |file: &Sandbox| file.json("topic show 1")["item"]["title"].clone();
    let shown = title(&both.sam);
    let (file, own, other) = if shown == "As Sam has it" {
        (&both.ana, "As Ana has it", &both.sam)
    } else {
        (&both.sam, "As Sam has it", &both.ana)
    };
    let edited = file.run("topic edit 1 --notes Edited");
    assert!(edited.stderr.contains("your version is shown again"), "{edited}");
    assert_eq!(title(file), own);
    // A single step, which undo reverts completely.
    file.ok("undo");
    assert_eq!(title(file), shown);
    file.ok("redo");
    both.sync();
    for one in [file, other] {
        let standing = undecided(one).into_iter().map(|(_, text)| text);
        let standing: Vec<String> = standing.collect();
        assert_eq!(standing.len(), 2, "{standing:?}");
        assert!(standing.iter().any(|text| text.contains(own) && text.contains("Edited")));
        assert!(standing.iter().any(|text| text.contains(shown.as_str().unwrap())));
    }
}

/// The same answer and the same title are written again after an undo.
#[test]
fn rewritten_version_has_its_latest_time() {
    let both = TwoPeople::by_folder();
    both.sam.ok("question add 'Why?'");
    both.sam.ok("goal add 'As both had it'");
    both.sync();
    let write = |at: &str| {
        both.ana.at(at);
        both.ana.ok("question answer 1 Because");
        both.ana.ok("goal edit 1 --title 'As Ana has it'");
    };
    write("2026-12-01T10:00:00Z");
    both.ana.ok("sync");
    both.ana.ok("undo");
    both.ana.ok("undo");
    both.ana.ok("sync");
    both.sam.ok("goal edit 1 --title 'As Sam has it'");
    write("2026-12-01T12:00:00Z");
    both.sync();
    // Sam repeats Ana's version beside his own edit.
    both.sam.ok("goal edit 1 --title 'As Sam has it now'");
    both.sync();
    let question = |one: &Sandbox| one.json("question show 1")["item"].clone();
    for one in [&both.sam, &both.ana] {
        assert_eq!(question(one)["answer"], "Because");
        assert_eq!(question(one)["answered_at"], "2026-12-01T12:00:00Z");
        let listed = one.json("share conflicts");
        let values = listed["items"][0]["values"].as_array().unwrap().iter();
        let mut of_ana = values.filter(|value| value["text"] == "As Ana has it");
        assert_eq!(of_ana.next().unwrap()["at"], "2026-12-01T12:00:00Z", "{listed}");
    }
}

#[test]
fn each_side_has_one_version_in_a_conflict() {
    let (both, _) = with_two_titles();
    for count in 1..=3 {
        let title = |name: &str| format!("As {name} has it after {count}");
        both.sam.ok(&["goal", "edit", "1", "--title", &title("Sam")]);
        both.ana.ok(&["goal", "edit", "1", "--title", &title("Ana")]);
        both.sync();
        let mut standing = undecided(&both.sam);
        standing.sort();
        let value = |who: &str, text| (who.to_owned(), text);
        assert_eq!(standing, [value("Ana", title("Ana")), value("you", title("Sam"))]);
    }
}

#[test]
fn record_with_a_conflict_can_not_be_deleted() {
    let (both, _) = with_two_titles();
    let deleted = both.sam.run("goal delete 1");
    let note = "note: you both changed it: with what Ana wrote it comes back at the next exchange";
    assert!(deleted.stderr.contains(note), "{deleted}");
    both.sync();
    for file in [&both.sam, &both.ana] {
        let listed = file.json("goal list");
        assert_eq!(listed["items"][0]["title"], "As Ana has it");
    }
}

#[test]
fn undone_log_keeps_the_other_sides_log() {
    for is_private in [false, true] {
        let both = TwoPeople::by_folder();
        both.sam.ok("checkin add '2026-12-10 17:00'");
        both.sync();
        let log = |one: &Sandbox, minutes: &str, more: &[&str]| {
            let mut args = vec!["log", "--checkin", "1", "--at", "2026-12-01 08:00"];
            args.extend(["--minutes", minutes]);
            args.extend(more);
            one.ok(&args);
        };
        log(&both.sam, "30", if is_private { &["--private"] } else { &[] });
        log(&both.ana, "50", &[]);
        both.sync();
        let minutes = |one: &Sandbox| one.json("checkin show 1")["item"]["minutes"].clone();
        let (one, theirs) =
            if minutes(&both.sam) == 30 { (&both.sam, 50) } else { (&both.ana, 30) };
        one.ok("undo");
        both.sync();
        for file in [&both.sam, &both.ana] {
            let call = &file.json("checkin show 1")["item"];
            assert_eq!(call["state"], "held");
            assert_eq!(minutes(file), theirs);
            assert_eq!(undecided(file), []);
        }
    }
}

#[test]
fn end_recorded_with_different_reasons_is_a_conflict() {
    let both = TwoPeople::by_folder();
    both.sam.ok("end --reason achieved --because 'As Sam sees it'");
    both.ana.at("2026-12-01T09:07:00Z");
    both.ana.ok("end --reason time-is-up --because 'As Ana sees it'");
    both.sync();
    for one in [&both.sam, &both.ana] {
        let listed = one.json("share conflicts");
        let items = listed["items"].as_array().unwrap().iter();
        let parts: Vec<&str> = items.map(|item| item["noun"].as_str().unwrap()).collect();
        assert_eq!(parts, ["pair", "closing"]);
        assert_eq!(one.run("sync").to_string(), "");
    }
}

/// Runs a random command that writes records, some of which may have conflicts.
fn write(one: &Sandbox, count: usize, dice: &mut Dice) {
    let word = format!("word-{count}-end");
    let args: &[&str] = match dice.roll(14) {
        0 | 1 => &["goal", "edit", "1", "--title", &word],
        2 => &["goal", "edit", "1", "--why", &word],
        3 => &["goal", "edit", "1", "--done-when", &word],
        4 => &["topic", "edit", "1", "--title", &word],
        5 => &["topic", "edit", "1", "--notes", &word],
        6 => &["followup", "edit", "1", "--title", &word],
        7 => &["followup", "edit", "1", "--goal", "1"],
        8 => &["review", "edit", "1", "--notes", &word],
        9 => &["undo"],
        10 => &["redo"],
        11 => &["topic", "delete", "1", "--yes"],
        12 => &["goal", "pause", "1", "--because", &word],
        _ => &["followup", "drop", "1", "--because", &word],
    };
    // May be refused, for example if there is no such record or nothing to undo.
    let _ = one.run(args);
}

fn play(seed: u64) -> usize {
    let mut tried = 0;
    let mut dice = Dice::new(seed);
    let both = TwoPeople::by_folder();
    both.sam.ok("goal add 'Goal of both'");
    both.sam.ok("topic add 'Topic of both'");
    both.sam.ok("followup add 'mentee: write it by fri'");
    both.sync();
    let files = [&both.sam, &both.ana];
    for (at, file) in files.iter().enumerate() {
        let word = |what: &str| format!("word-{at}-{what}-end");
        let (title, why) = (word("title"), word("why"));
        file.ok(&["goal", "edit", "1", "--title", &title, "--why", &why]);
        file.ok(&["topic", "edit", "1", "--title", &word("topic")]);
        file.ok(&["followup", "edit", "1", "--title", &word("followup")]);
    }
    both.sync();
    for count in 0..8 {
        let who = dice.roll(2);
        let (one, other) = (files[who], files[1 - who]);
        let theirs = undecided(one).into_iter().filter(|(who, _)| who != "you");
        let theirs: BTreeSet<String> = theirs.flat_map(|(_, text)| words(&text)).collect();
        write(one, count, &mut dice);
        // Writing a part replaces one's own earlier words.
        let is_by_both = dice.roll(3) == 0;
        if is_by_both {
            write(other, count + 100, &mut dice);
        }
        for file in [one, other, one] {
            file.ok("sync");
        }
        let all = theirs.iter().filter(|_| !is_by_both);
        for word in all {
            tried += 1;
            assert!(says(one, word) && says(other, word), "{word} is lost in {count}");
        }
    }
    both.sync();
    let standing = |file: &Sandbox| {
        let text = undecided(file).into_iter().map(|(_, text)| text);
        text.collect::<BTreeSet<String>>()
    };
    assert_eq!(standing(&both.sam), standing(&both.ana));
    tried
}

/// Returns the words of a value that only one side can have written.
fn words(text: &str) -> Vec<String> {
    let parts = text.split([' ', ',', ';']);
    let own = parts.filter(|part| part.starts_with("word-") && part.ends_with("-end"));
    own.map(str::to_owned).collect()
}

/// Control: a plan that was moved meanwhile is no account against the log.
#[test]
fn call_moved_by_one_and_held_by_the_other_is_held() {
    let both = TwoPeople::by_folder();
    both.sam.ok("checkin add '2026-12-01 09:15'");
    both.sync();
    both.sam.ok("checkin move 1 '2026-12-03 08:30'");
    both.ana.ok("log Talked --checkin 1 --at '2026-12-01 08:30'");
    both.sync();
    for file in [&both.sam, &both.ana] {
        assert_eq!(undecided(file), []);
        assert_eq!(file.json("checkin show 1")["item"]["state"], "held");
    }
}

/// Left out by `just check`.
mod slow {
    use super::*;

    #[test]
    fn no_command_removes_the_other_sides_words() {
        let tried: usize = play_each(seeds(4, 2_000), play).iter().sum();
        assert!(tried > 30, "{tried}");
    }

    /// One side logs a call that the other records as missed.
    #[test]
    fn call_held_by_one_and_missed_by_the_other_is_a_conflict() {
        let accounts: [(&str, &[&str]); 2] = [
            ("2026-12-01T09:30:00Z", &["checkin", "no-show", "1"]),
            ("2026-12-01T09:05:00Z", &["checkin", "cancel", "1", "--because", "Ill"]),
        ];
        for is_mentor_absent in [false, true] {
            for (at, args) in accounts {
                let both = TwoPeople::by_folder();
                both.sam.ok("checkin add '2026-12-01 09:15'");
                both.sync();
                let (misses, logs) =
                    if is_mentor_absent { (&both.ana, &both.sam) } else { (&both.sam, &both.ana) };
                misses.at(at).ok(args);
                logs.at("2026-12-01T09:35:00Z").ok("log 'Talked about scope' --checkin 1");
                misses.ok("sync");
                let printed = logs.run("sync").to_string();
                assert!(printed.contains("both wrote check-in 1"), "{printed}");
                both.sync();
                for file in [logs, misses] {
                    let listed = file.json("share conflicts");
                    let parts = listed["items"].as_array().unwrap().iter();
                    let parts: Vec<&str> = parts.map(|one| one["part"].as_str().unwrap()).collect();
                    assert_eq!(parts, ["when"]);
                    let shown = file.run("checkin show 1").to_string();
                    assert!(shown.contains("share conflicts"), "{shown}");
                    assert_eq!(file.json("checkin show 1")["item"]["state"], "held");
                }
                // Edits made meanwhile decide nothing.
                misses.ok("checkin edit 1 --channel Video");
                both.sync();
                let decider = if is_mentor_absent { logs } else { misses };
                let conflicts = decider.ok("share conflicts");
                if args[1] == "no-show" && !is_mentor_absent {
                    insta::assert_snapshot!(printed, @"
                    From Sam (Tue 1 Dec 09:30): 1 change
                      both wrote check-in 1, when
                    --- stderr ---
                    note: 1 thing to decide: run `mentor share conflicts`
                    Sent your changes to Sam
                    ");
                    insta::assert_snapshot!(conflicts, @"
                    1  check-in 1, when of `ana`
                       you      Tue 1 Dec 09:30  no-show, channel Video, by Ana
                       Ana      Tue 1 Dec 09:35  (shown)  held, took place Tue 1 Dec 09:15, length 45 min
                       mentor share keep 1 --mine | --theirs
                    ");
                }
                decider.ok("share keep 1 --mine");
                both.sync();
                for file in [logs, misses] {
                    assert_eq!(undecided(file), []);
                    let call = &file.json("checkin show 1")["item"];
                    assert_eq!(call["state"] == "held", is_mentor_absent, "{conflicts}");
                }
            }
        }
    }
}
