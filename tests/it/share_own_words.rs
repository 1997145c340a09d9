//! Text that one person wrote in a record of the other stays theirs, as a draft, when the record goes.

use std::collections::BTreeSet;
use std::fs;

use crate::dice::{Dice, play_each, seeds};
use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

fn drafts(one: &Sandbox) -> String {
    let listed = one.json("draft list");
    let items = listed["items"].as_array().unwrap().iter();
    let texts = items.map(|item| item["text"].as_str().unwrap().to_owned());
    texts.collect::<Vec<_>>().join("\n")
}

/// Makes two people who share a question of Sam's that Ana has answered.
fn with_answer() -> TwoPeople {
    let both = TwoPeople::by_file();
    both.sam.ok("question add 'Why are you leaving?'");
    both.to_ana();
    both.ana.ok("question answer 1 'Because of Kim, between us'");
    both.to_sam();
    both
}

#[test]
fn answer_to_a_deleted_question_becomes_a_draft() {
    for args in [
        &["question", "edit", "1", "--private"][..],
        &["purge", "question", "1", "--yes"],
        &["question", "delete", "1"],
    ] {
        let both = with_answer();
        both.sam.ok(args);
        let file = both.path("sent.mentor");
        both.sam.ok(&["share", "send", "-o", &file]);
        insta::allow_duplicates! {
            insta::assert_snapshot!(both.ana.run(&["share", "take", "--dry-run", &file]), @"
            From Sam (Tue 1 Dec 09:00): 1 change
              deleted    question 1: Why are you leaving?
            --- stderr ---
            note: what you wrote in question 1 will be saved as a draft
            ");
            assert_eq!(drafts(&both.ana), "");
            insta::assert_snapshot!(both.ana.run(&["share", "take", &file]), @"
            From Sam (Tue 1 Dec 09:00): 1 change
              deleted    question 1: Why are you leaving?
            --- stderr ---
            Applied 1 change from Sam
            note: what you wrote in question 1 is saved: run `mentor draft show kept-words` to see it
            ");
            insta::assert_snapshot!(both.ana.ok("draft show kept-words"), @"
            What you wrote in records that Sam removed from your file

            question 1
              answer: Because of Kim, between us
            ");
        }
        assert!(!both.ana.ok("export").contains("leaving"));
    }
}

#[test]
fn repeated_take_makes_no_second_draft() {
    let both = with_answer();
    both.sam.ok("question edit 1 --private");
    both.to_ana();
    both.ana.ok("undo");
    assert!(both.ana.ok("export").contains("between us"));
    both.to_ana();
    assert!(!both.ana.ok("export").contains("between us"));
    let listed = both.ana.json("draft list");
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

/// A purge counts even if its take was undone.
#[test]
fn undone_purge_of_the_other_side_is_taken_again() {
    let both = with_answer();
    both.sam.ok("purge question 1 --yes");
    both.to_ana();
    both.ana.ok("undo");
    assert!(both.ana.ok("export").contains("leaving"));
    both.to_ana();
    assert!(!both.ana.ok("export").contains("leaving"));
    let saved = drafts(&both.ana);
    assert!(saved.contains("between us"), "{saved}");
    assert!(!saved.contains("leaving"), "{saved}");
}

/// Makes a call and a goal of Sam's with private notes of Ana's.
#[test]
fn private_notes_on_a_deleted_record_become_a_draft() {
    let both = TwoPeople::by_file();
    both.sam.ok("checkin add '2026-12-10 17:00'");
    both.sam.ok("goal add 'Leave the company'");
    both.to_ana();
    let log = ["log", "Her notes", "--checkin", "1", "--at", "2026-12-01 08:00"];
    let more = ["--private", "--private-note", "Her secret", "--goal", "1=40%"];
    both.ana.ok(&[&log[..], &more].concat());
    both.to_sam();
    both.sam.ok("purge checkin 1 --yes");
    both.sam.ok("goal edit 1 --private");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 2 changes
      deleted    goal 1: Leave the company
      deleted    check-in 1: Thu 10 Dec 17:00
    ");
    insta::assert_snapshot!(drafts(&both.ana), @"
    What you wrote in records that Sam removed from your file

    progress 1
      on: 2026-12-01
      percent: 40

    check-in 1
      private note: Her secret
      state: held
      length: 45
      notes: Her notes
    ");
    let left = both.ana.ok("export");
    assert!(!left.contains("Leave the company"), "{left}");
}

/// If the draft can't be saved, the record stays.
#[test]
fn record_stays_if_its_draft_can_not_be_saved() {
    let both = with_answer();
    both.sam.ok("question edit 1 --private");
    let in_the_way = both.ana.file(".local/state/mentor/drafts", "");
    let taken = both.send(&both.sam, &both.ana);
    assert_eq!(taken.status, 7, "{taken}");
    assert!(taken.stderr.contains("nothing was changed"), "{taken}");
    assert!(both.ana.ok("export").contains("between us"));
    fs::remove_file(in_the_way).unwrap();
    both.to_ana();
    assert!(drafts(&both.ana).contains("between us"));
}

/// One side, with a unique word in each of its texts.
struct Writer<'a> {
    name: &'static str,
    file: &'a Sandbox,
    count: usize,
}

impl Writer<'_> {
    fn word(&mut self) -> String {
        self.count += 1;
        format!("{}-{}-end", self.name, self.count)
    }

    /// Returns the text of a field with a new word added.
    fn edited(&mut self, noun: &str, field: &str, dice: &mut Dice) -> String {
        let shown = self.file.json(&[noun, "show", "1"]);
        let text = shown["item"][field].as_str().unwrap_or_default();
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.insert(dice.roll(words.len() + 1), self.word());
        words.join(" ")
    }

    fn write(&mut self, dice: &mut Dice) {
        let args: Vec<String> = match dice.roll(9) {
            0 => {
                let text = self.edited("goal", "why", dice);
                ["goal", "edit", "1", "--why", &text].map(str::to_owned).into()
            }
            1 => {
                let text = self.edited("topic", "notes", dice);
                ["topic", "edit", "1", "--notes", &text].map(str::to_owned).into()
            }
            2 => {
                let text = self.edited("topic", "title", dice);
                ["topic", "edit", "1", "--title", &text].map(str::to_owned).into()
            }
            3 => ["goal", "progress", "1", "40", "--note", &self.word()].map(str::to_owned).into(),
            4 => ["skill", "rate", "1", "3", "--evidence", &self.word()].map(str::to_owned).into(),
            5 => ["option", "note", "1", &self.word()].map(str::to_owned).into(),
            6 => ["followup", "drop", "1", "--because", &self.word()].map(str::to_owned).into(),
            7 => ["followup", "reopen", "1"].map(str::to_owned).into(),
            _ => ["question", "answer", "1", &self.word()].map(str::to_owned).into(),
        };
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        // May be refused, for example for a closed record.
        let _ = self.file.run(&args);
    }
}

/// Returns the marked words of one person in a text.
fn marked(text: &str, name: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
    let own = words.filter(|word| word.starts_with(name) && word.ends_with("-end"));
    own.map(str::to_owned).collect()
}

fn everything(one: &Sandbox) -> String {
    one.ok("export") + &one.ok("share conflicts")
}

fn play(seed: u64) -> usize {
    let mut dice = Dice::new(seed);
    let both = TwoPeople::by_file();
    let writer = |name, file| Writer { name, file, count: 0 };
    let mut sam = writer("sam", &both.sam);
    for args in [
        &["goal", "add", "sam-goal-end"][..],
        &["topic", "add", "sam-topic-end"],
        &["skill", "add", "sam-skill-end"],
        &["option", "add", "sam-option-end"],
        &["followup", "add", "mentee: sam-followup-end by fri"],
        &["question", "add", "sam-question-end"],
    ] {
        both.sam.ok(args);
    }
    both.to_ana();
    let mut ana = writer("ana", &both.ana);
    for _ in 0..10 {
        match dice.roll(5) {
            0 => sam.write(&mut dice),
            1..4 => ana.write(&mut dice),
            _ => {
                both.to_sam();
                both.to_ana();
            }
        }
    }
    both.to_sam();
    both.to_ana();
    both.to_sam();
    let before = marked(&everything(&both.ana), "ana");
    for noun in ["goal", "topic", "skill", "option", "followup", "question"] {
        match dice.roll(4) {
            0 => drop(both.sam.run(&[noun, "edit", "1", "--private"])),
            1 => drop(both.sam.run(&["purge", noun, "1", "--yes"])),
            2 => drop(both.sam.run(&[noun, "delete", "1"])),
            _ => {}
        }
    }
    both.to_ana();
    let (left, saved) = (everything(&both.ana), drafts(&both.ana));
    let kept = marked(&(left.clone() + &saved), "ana");
    assert!(kept.is_superset(&before), "{:?}\n{saved}", before.difference(&kept));
    assert_eq!(marked(&saved, "sam"), BTreeSet::new(), "{saved}");
    // Control: the words that only the draft has would have been lost.
    before.difference(&marked(&left, "ana")).count()
}

#[test]
fn no_deletion_loses_text_of_the_other_side() {
    let lost_without_draft: usize = play_each(seeds(6, 2_000), play).iter().sum();
    assert!(lost_without_draft > 10, "{lost_without_draft}");
}
