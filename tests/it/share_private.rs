//! Records that both sides have and one side keeps private: the private values are neither sent nor overwritten.

use std::collections::BTreeSet;
use std::fs;

use crate::dice::{Dice, play_each, seeds};
use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

const CALL: &str = "2026-12-01 08:00";

/// Makes two people who share a planned call.
fn with_planned_call() -> TwoPeople {
    let both = TwoPeople::by_file();
    both.sam.ok("checkin add '2026-12-10 17:00'");
    both.to_ana();
    both
}

fn log(one: &Sandbox, notes: &str, more: &[&str]) {
    let args = ["log", notes, "--checkin", "1", "--at", CALL];
    let args: Vec<&str> = args.iter().chain(&["--minutes", "45"]).chain(more).copied().collect();
    one.ok(&args);
}

fn notes(one: &Sandbox) -> String {
    let shown = one.json("checkin show 1");
    let notes = shown["item"]["notes"].as_str();
    notes.unwrap_or_default().to_owned()
}

fn state(one: &Sandbox) -> String {
    let shown = one.json("checkin show 1");
    shown["item"]["state"].as_str().unwrap().to_owned()
}

/// Returns the number and the values of the conflict in the notes of the call.
fn conflict(one: &Sandbox) -> Option<(u64, Vec<String>)> {
    let conflicts = one.json("share conflicts");
    let mut items = conflicts["items"].as_array().unwrap().iter();
    let found = items.find(|item| item["part"] == "notes")?;
    let values = found["values"].as_array().unwrap().iter();
    let texts = values.map(|value| value["text"].as_str().unwrap().to_owned());
    Some((found["number"].as_u64().unwrap(), texts.collect()))
}

#[test]
fn private_log_and_partners_notes_do_not_overwrite_each_other() {
    let both = with_planned_call();
    log(&both.sam, "She wants to leave", &["--private"]);
    log(&both.ana, "Talked about the talk", &[]);
    insta::assert_snapshot!(both.to_sam(), @"
    From Ana (Tue 1 Dec 09:00): 1 change
      both wrote check-in 1, notes
    ");
    insta::assert_snapshot!(both.to_ana(), @"From Sam (Tue 1 Dec 09:00): nothing new");
    assert_eq!(notes(&both.sam), "She wants to leave");
    assert_eq!(notes(&both.ana), "Talked about the talk");
    let theirs = fs::read(both.ana.db()).unwrap();
    let secret = b"wants to leave";
    assert!(!theirs.windows(secret.len()).any(|part| part == secret));
    // Both know that the call took place, and Sam can read what Ana wrote.
    assert_eq!(both.ana.json("checkin show 1")["item"]["state"], "held");
    insta::assert_snapshot!(both.sam.ok("share conflicts"), @r#"
    1  check-in 1, notes of `ana`
       you      Tue 1 Dec 09:00  (shown, not sent)  She wants to leave
       Ana      Tue 1 Dec 09:00  Talked about the talk
       mentor share keep 1 --mine | --theirs | --text "..."
    "#);
    both.sam.ok("share keep 1 --mine");
    both.to_ana();
    both.to_sam();
    assert_eq!(conflict(&both.sam), None);
    assert_eq!(notes(&both.sam), "She wants to leave");
    assert_eq!(notes(&both.ana), "Talked about the talk");
    assert_eq!(conflict(&both.ana), None);
}

/// An undone private log leaves no conflict.
#[test]
fn undone_log_leaves_no_conflict() {
    for more in [&["--private"][..], &[]] {
        for is_told_first in [false, true] {
            let both = with_planned_call();
            let folder = both.path("folder");
            fs::create_dir(&folder).unwrap();
            both.sam.ok(&["sync", "--folder", &folder]);
            both.ana.ok(&["sync", "--folder", &folder]);
            log(&both.sam, "Sam's words", more);
            log(&both.ana, "Ana's words", &[]);
            both.ana.ok("sync");
            both.sam.ok("sync");
            both.ana.ok("sync");
            assert!(conflict(&both.sam).is_some());
            // Control: while both sides have a value, Sam has to decide.
            while state(&both.sam) == "held" {
                both.sam.ok("undo");
            }
            if is_told_first {
                both.to_ana();
                both.to_ana();
            }
            let status = both.sam.ok("status");
            if more == ["--private"] {
                assert_eq!(conflict(&both.sam), None);
                assert!(!status.contains("decide"), "{status}");
            }
            for one in [&both.sam, &both.ana, &both.sam] {
                one.ok("sync");
            }
            for one in [&both.sam, &both.ana] {
                assert_eq!(conflict(one), None);
                assert_eq!(notes(one), "Ana's words");
                // Ana has recorded it as held, so it stays held if Sam undoes his log.
                assert_eq!(state(one), "held");
                assert_eq!(one.run("sync").to_string(), "");
            }
        }
    }
}

/// Makes a shared topic that Sam has edited privately and Ana has edited without knowing.
fn with_private_topic() -> TwoPeople {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add Scope --notes 'Of both'");
    both.to_ana();
    both.ana.ok("topic edit 1 --notes 'As Ana has it'");
    both.sam.ok("topic edit 1 --notes 'As Sam has it' --private");
    both.to_sam();
    both.to_ana();
    both
}

fn topic(one: &Sandbox) -> String {
    let shown = one.json("topic show 1");
    shown["item"]["notes"].as_str().unwrap().to_owned()
}

#[test]
fn undecided_value_is_not_sent_after_becoming_public() {
    let both = with_private_topic();
    assert_eq!(topic(&both.sam), "As Sam has it");
    assert_eq!(topic(&both.ana), "As Ana has it");
    both.sam.ok("topic edit 1 --private=no");
    both.to_ana();
    assert_eq!(topic(&both.sam), "As Sam has it");
    assert_eq!(topic(&both.ana), "As Ana has it");
    both.sam.ok("share keep 1 --mine");
    both.to_ana();
    assert_eq!(topic(&both.ana), "As Sam has it");
    both.sam.ok("undo");
    assert_eq!(topic(&both.sam), "As Sam has it");
    both.to_ana();
    assert_eq!(topic(&both.ana), "As Ana has it");
    assert_eq!(both.sam.json("share conflicts")["items"][0]["part"], "it");
}

#[test]
fn partners_value_can_be_adopted_privately() {
    let both = with_private_topic();
    both.sam.ok("share keep 1 --theirs");
    assert_eq!(topic(&both.sam), "As Ana has it");
    assert_eq!(both.sam.ok("share conflicts"), "Nothing to decide\n");
    both.to_ana();
    assert_eq!(topic(&both.ana), "As Ana has it");
}

#[test]
fn conflict_must_be_decided_before_becoming_private() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add Scope");
    both.to_ana();
    both.sam.ok("topic edit 1 --notes 'As Sam has it'");
    both.ana.ok("topic edit 1 --notes 'As Ana has it'");
    both.to_sam();
    let output = both.sam.run("topic edit 1 --private");
    insta::assert_snapshot!(output, @"
    --- stderr ---
    error: you both changed topic 1; decide before you make it private
           nothing was changed
    hint: run `mentor share conflicts` to see both versions
    [exit 4]
    ");
}

#[test]
fn private_log_keeps_reasons_and_links_of_the_partner() {
    let both = with_planned_call();
    both.ana.ok("topic add Scope");
    both.ana.ok("checkin move 1 '2026-12-11 17:00' --because 'A workshop'");
    log(&both.ana, "Talked about scope", &["--covered", "1"]);
    log(&both.sam, "She wants to leave", &["--private"]);
    both.to_sam();
    both.to_ana();
    let shown = both.ana.ok("checkin show 1");
    assert!(shown.contains("A workshop"), "{shown}");
    assert_eq!(both.ana.json("topic show 1")["item"]["covered_in"], 1);
    assert_eq!(both.sam.json("topic show 1")["item"]["covered_in"], 1);
}

#[test]
fn deletion_keeps_private_records_of_the_other_side() {
    let both = with_planned_call();
    log(&both.ana, "Ana's secret", &["--private"]);
    both.to_sam();
    both.sam.ok("checkin delete 1");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 1 change
      kept       check-in 1: Thu 10 Dec 17:00 (deleted by Sam; what you wrote in it stays)
    ");
    assert_eq!(notes(&both.ana), "Ana's secret");
    both.to_sam();
    let back = both.sam.json("checkin list --all");
    assert_eq!(back["items"][0]["state"], "held", "{back}");
    // Control: a record without her text is deleted.
    both.sam.ok("topic add Scope");
    both.to_ana();
    both.sam.ok("topic delete 1");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 1 change
      deleted    topic 1: Scope
    ");
}

#[test]
fn private_words_about_a_record_survive_its_deletion() {
    let both = TwoPeople::by_file();
    both.sam.ok("pulse add");
    both.to_ana();
    let mut answer = vec!["pulse", "answer"];
    for question in ["rhythm", "follow-through", "candour", "challenge", "support", "progress"] {
        answer.extend([["--", question].concat().leak() as &str, "3"]);
    }
    answer.extend(["--change", "More time for questions"]);
    both.ana.ok(&answer);
    both.sam.ok("pulse delete 1");
    both.to_ana();
    let shown = both.ana.ok("pulse show 1");
    assert!(shown.contains("answered by  Ana"), "{shown}");
}

/// One side, and what it wrote in the notes of the call.
struct Writer<'a> {
    name: &'static str,
    file: &'a Sandbox,
    is_private: bool,
    own: BTreeSet<String>,
    /// Words written while the log was private, if it still is.
    secret: BTreeSet<String>,
}

impl Writer<'_> {
    fn write(&mut self, count: usize, dice: &mut Dice) {
        let word = format!("{}-{count}-end", self.name);
        let call = self.file.json("checkin show 1");
        match call["item"]["state"] == "planned" {
            true => {
                let is_private = dice.roll(2) == 0;
                let more: &[&str] = if is_private { &["--private"] } else { &[] };
                log(self.file, &word, more);
                self.is_private |= is_private;
            }
            // Editing the notes during a conflict would decide it.
            false if conflict(self.file).is_some() => return,
            false => {
                let text = format!("{} {word}", notes(self.file));
                self.file.ok(&["checkin", "edit", "1", "--notes", &text]);
            }
        }
        if self.is_private {
            self.secret.insert(word.clone());
        }
        self.own.insert(word);
    }

    fn decide(&mut self) {
        if let Some((number, texts)) = conflict(self.file) {
            let text = texts.join(" ");
            let number = number.to_string();
            self.file.ok(&["share", "keep", &number, "--text", &text]);
        }
    }

    fn check(&self, other: &Writer<'_>) {
        let beside = conflict(self.file).map(|(_, texts)| texts.join(" "));
        let all = notes(self.file) + " " + &beside.unwrap_or_default();
        for word in &self.own {
            assert!(all.contains(word), "{} has lost {word}: {all}", self.name);
        }
        let sent = self.file.ok("share send --dry-run");
        for word in &self.secret {
            assert!(!sent.contains(word), "{} sends {word}", self.name);
        }
        let theirs = other.file.ok("export");
        assert!(self.secret.iter().all(|word| !theirs.contains(word)));
    }
}

fn play(seed: u64) {
    let mut dice = Dice::new(seed);
    let both = with_planned_call();
    let writer = |name, file| Writer {
        name,
        file,
        is_private: false,
        own: BTreeSet::new(),
        secret: BTreeSet::new(),
    };
    let mut writers = [writer("sam", &both.sam), writer("ana", &both.ana)];
    for count in 0..10 {
        let who = dice.roll(2);
        match dice.roll(8) {
            0..3 => writers[who].write(count, &mut dice),
            3 => writers[who].decide(),
            _ => {
                let sent = both.send(writers[who].file, writers[1 - who].file);
                assert_eq!(sent.status, 0, "{sent}");
            }
        }
        let [sam, ana] = &writers;
        for (one, other) in [(sam, ana), (ana, sam)] {
            one.check(other);
        }
    }
}

/// Left out by `just check`.
mod slow {
    use super::*;

    #[test]
    fn no_order_of_exchanges_loses_or_reveals_words() {
        play_each(seeds(10, 2_000), play);
    }
}
