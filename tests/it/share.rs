//! Sharing between two people on two machines: what one does and what the other sees.

use std::fs;
use std::path::Path;

use crate::folder::folder;
use crate::generated;
use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};
use crate::share_letter;

/// Sam mentors Ana; each has a data file, and both see a common folder.
pub struct TwoPeople {
    pub sam: Sandbox,
    pub ana: Sandbox,
    between: tempfile::TempDir,
}

impl TwoPeople {
    /// Makes two people who do not share yet.
    pub fn strangers() -> TwoPeople {
        TwoPeople { sam: Sandbox::with_agreement(), ana: Sandbox::new(), between: folder() }
    }

    pub fn path(&self, name: &str) -> String {
        self.between.path().join(name).display().to_string()
    }

    /// Makes two people who share by file and have compared their keys.
    pub fn by_file() -> TwoPeople {
        let both = TwoPeople::strangers();
        both.invite();
        both.join();
        both.take_answer();
        both
    }

    /// Makes two people who share through `folder` and have compared their keys.
    pub fn by_folder() -> TwoPeople {
        let both = TwoPeople::by_file();
        let folder = both.path("folder");
        fs::create_dir(&folder).unwrap();
        both.sam.ok(&["sync", "--folder", &folder]);
        both.ana.ok(&["sync", "--folder", &folder]);
        both
    }

    /// Syncs until neither has anything new.
    pub fn sync(&self) {
        for _ in 0..3 {
            self.sam.ok("sync");
            self.ana.ok("sync");
        }
    }

    pub fn invite(&self) {
        let join = self.path("join-sam.mentor");
        self.sam.ok(&["share", "invite", "ana", "--all", "-o", &join]);
    }

    pub fn join(&self) {
        let (join, answer) = (self.path("join-sam.mentor"), self.path("for-sam.mentor"));
        let args = ["share", "join", &join, "-o", &answer];
        let joined = self.ana.run_with(&args, b"", Some(&["y", "match"]));
        assert_eq!(joined.status, 0, "{joined}");
    }

    pub fn take_answer(&self) {
        let answer = self.path("for-sam.mentor");
        let taken = self.sam.run_with(&["share", "take", &answer], b"", Some(&["match"]));
        assert_eq!(taken.status, 0, "{taken}");
    }

    /// Sends from one to the other, and returns the output of taking it.
    pub fn send(&self, from: &Sandbox, to: &Sandbox) -> Output {
        let file = self.path("sent.mentor");
        from.ok(&["share", "send", "-o", &file]);
        to.run(&["share", "take", &file])
    }

    pub fn to_ana(&self) -> String {
        let taken = self.send(&self.sam, &self.ana);
        assert_eq!(taken.status, 0, "{taken}");
        taken.stdout
    }

    pub fn to_sam(&self) -> String {
        let taken = self.send(&self.ana, &self.sam);
        assert_eq!(taken.status, 0, "{taken}");
        taken.stdout
    }
}

#[test]
fn changes_of_one_side_reach_the_other() {
    let both = TwoPeople::by_file();
    both.sam.ok("followup add 'mentee: draft the RFC by fri'");
    both.sam.ok("goal add 'Lead a project' --by 2027-03-01");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 3 changes
      new        agreement 1: version 1
      new        goal 1: Lead a project
      new        follow-up 1: draft the RFC
    ");
    both.ana.ok("followup done 1");
    both.ana.ok("topic add 'Fear of public speaking'");
    both.ana.ok(r#"question add "Whom should I ask about Kim's team?""#);
    insta::assert_snapshot!(both.to_sam(), @"
    From Ana (Tue 1 Dec 09:00): 3 changes
      new        topic 1: Fear of public speaking
      changed    follow-up 1, state: draft the RFC
      new        question 1: Whom should I ask about Kim's team?
    ");
    both.sam.ok("question answer 1 'Ask Lee first'");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 1 change
      changed    question 1, answer, state: Whom should I ask about Kim's team?
    ");
    assert_eq!(both.ana.json("goal show 1")["item"]["target"], "2027-03-01");
    assert_eq!(both.sam.json("person show ana")["item"]["zone"], "Europe/London");
    insta::assert_snapshot!(both.sam.ok("share"), @"
    pair  with      sent             taken            by
    ana   Ana Díaz  Tue 1 Dec 09:00  Tue 1 Dec 09:00  file
    ");
    insta::assert_snapshot!(both.ana.ok("history"), @"
    change  when             what
    6       Tue 1 Dec 09:00  Applied 1 change from Sam
    5       Tue 1 Dec 09:00  Asked question 1 from Ana for Sam: Whom should I ask about Kim's team?
    4       Tue 1 Dec 09:00  Added topic 1 from Ana: Fear of public speaking
    3       Tue 1 Dec 09:00  Completed follow-up 1 (Ana): draft the RFC
    2       Tue 1 Dec 09:00  Applied 3 changes from Sam
    1       Tue 1 Dec 09:00  Added pair `sam`: Sam Rivera mentors Ana Díaz
    ");
    // Both files say the same, except for numbers and private fields.
    let agreement = |one: &Sandbox| one.json("agree show")["item"]["purpose"].clone();
    assert_eq!(agreement(&both.sam), agreement(&both.ana));
}

#[test]
fn invitation_in_a_shared_folder_is_answered_there() {
    let both = TwoPeople::strangers();
    let folder = both.between.path().display().to_string();
    both.sam.ok(&["share", "invite", "ana", "--all", "--folder", &folder]);
    let join = both.path("join-sam.mentor");
    let joined = both.ana.run_with(&["share", "join", &join], b"", Some(&["y", "", "later"]));
    assert_eq!(joined.status, 0, "{joined}");
    assert_eq!(both.ana.json("share")["items"][0]["folder"], folder.as_str());
    let synced = both.sam.run_with("sync", b"", Some(&["match"]));
    assert!(synced.stderr.contains("Ana has joined"), "{synced}");
}

#[test]
fn folder_syncs_both_ways_and_is_silent_without_changes() {
    let both = TwoPeople::strangers();
    let folder = both.between.path().display().to_string();
    let shown = |output: Output| output.to_string().replace(&folder, "FOLDER");
    let invited = both.sam.run(&["share", "invite", "ana", "--all", "--folder", &folder]);
    insta::assert_snapshot!(shown(invited), @"
    --- stderr ---
    Wrote the invitation to `FOLDER/join-sam.mentor`; Ana accepts it by Thu 31 Dec with `mentor share join FILE`
    Run `mentor sync` once Ana has joined: it exchanges through `FOLDER`
    ");
    let join = both.path("join-sam.mentor");
    let args = ["share", "join", &join, "--folder", &folder];
    let joined = both.ana.run_with(&args, b"", Some(&["y", "later"]));
    assert_eq!(joined.status, 0, "{joined}");
    let synced = both.sam.run_with("sync", b"", Some(&["match"]));
    insta::assert_snapshot!(shown(synced), @"
    From Ana (Tue 1 Dec 09:00): 1 change
      changed    person 2, details: Ana Díaz
    --- stderr ---
    Applied 1 change from Ana
    Ana has joined
    Sent your changes to Ana
    ");
    let words = both.ana.ok("share words");
    assert_eq!(words.lines().count(), 2, "{words}");
    // Without a terminal the keys can't be compared, so nothing is sent without a flag that confirms them.
    both.ana.ok("topic add 'Fear of public speaking'");
    let alone = both.ana.run("sync");
    assert_eq!(alone.status, 5, "{alone}");
    both.ana.ok("share words --ok");
    insta::assert_snapshot!(shown(both.ana.run("sync")), @"
    --- stderr ---
    Sent your changes to Sam
    ");
    insta::assert_snapshot!(shown(both.sam.run("sync")), @"
    From Ana (Tue 1 Dec 09:00): 1 change
      new        topic 1: Fear of public speaking
    --- stderr ---
    Applied 1 change from Ana
    Sent your changes to Ana
    ");
    for one in [&both.sam, &both.ana, &both.sam] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(shown(one.run("sync")), @"");
        }
    }
    // One file for each side, and the invitation.
    assert_eq!(fs::read_dir(both.between.path()).unwrap().count(), 3);
}

#[test]
fn sharing_can_change_from_file_to_folder() {
    let both = TwoPeople::by_file();
    let folder = both.between.path().display().to_string();
    let refused = both.sam.run("sync");
    assert_eq!(refused.status, 4, "{refused}");
    assert!(refused.stderr.contains("--folder DIR"), "{refused}");
    both.sam.ok("topic add Estimates");
    both.sam.ok(&["sync", "--folder", &folder]);
    both.ana.ok(&["sync", "--folder", &folder]);
    assert!(both.ana.ok("topic list").contains("Estimates"));
    // The folder is remembered, and an invalid one changes nothing.
    assert_eq!(both.ana.run("sync --folder /dev/null/x").status, 7);
    assert_eq!(both.ana.run("sync").status, 0);
}

#[test]
fn conflict_is_shown_and_decided_once() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add 'Lead a project' --by 2027-03-01");
    both.to_ana();
    both.sam.ok("goal edit 1 --by 2027-04-01");
    both.ana.at("2026-12-01T10:00:00Z");
    both.ana.ok("goal edit 1 --by 2027-05-01");
    both.to_sam();
    let taken = both.to_ana();
    assert!(taken.contains("From Sam"), "{taken}");
    // The conflict is shown in the everyday reports as long as it is undecided, but not in reports of past days.
    let says = |args: &[&str]| both.sam.run(args).to_string();
    assert!(says(&["status"]).contains(", 1 thing to decide"));
    assert!(says(&["agenda"]).contains("1 thing to decide: `mentor share conflicts`"));
    assert!(says(&["goal", "show", "1"]).contains("you both changed its target"));
    assert!(!says(&["status", "--as-of", "2026-11-30"]).contains("to decide"));
    assert!(!says(&["agenda", "--for-partner"]).contains("to decide"));
    assert_eq!(both.sam.json("status")["items"][0]["to_decide"], 1);
    // Which of the two values is shown depends on the keys.
    let shown = both.sam.ok("share conflicts");
    let shown = shown.replace("  (shown)", "");
    insta::assert_snapshot!(shown, @"
    1  goal 1, target of `ana`
       you      Tue 1 Dec 09:00  Thu 1 Apr 2027
       Ana      Tue 1 Dec 10:00  Sat 1 May 2027
       mentor share keep 1 --mine | --theirs
    ");
    let theirs = both.sam.run("share keep 1 --theirs");
    insta::assert_snapshot!(theirs, @"
    --- stderr ---
    Kept their version of goal 1, target
    ");
    assert_eq!(both.sam.json("goal show 1")["item"]["target"], "2027-05-01");
    insta::assert_snapshot!(both.sam.ok("share conflicts"), @"Nothing to decide");
    for args in [&["status"][..], &["agenda"], &["goal", "show", "1"]] {
        let message = both.sam.run(args).to_string();
        assert!(!message.contains("decide"), "{message}");
    }
    both.to_ana();
    assert_eq!(both.ana.json("goal show 1")["item"]["target"], "2027-05-01");
    assert_eq!(both.ana.json("share conflicts")["items"], serde_json::json!([]));
    assert_eq!(both.sam.run("share keep 1 --mine").status, 3);
}

/// An edit of the record also decides the conflict.
#[test]
fn conflict_can_be_decided_by_a_new_text() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add 'Lead a project'");
    both.to_ana();
    for (one, title) in [(&both.sam, "Lead one project"), (&both.ana, "Lead two projects")] {
        one.ok(&["goal", "edit", "1", "--title", title]);
    }
    both.to_ana();
    both.to_sam();
    both.ana.ok("share keep 1 --text 'Lead a small project'");
    both.to_sam();
    assert_eq!(both.sam.json("goal show 1")["item"]["title"], "Lead a small project");
    assert_eq!(both.sam.json("share conflicts")["items"], serde_json::json!([]));
}

#[test]
fn taken_changes_are_one_undo_step_and_return() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add 'Lead a project'");
    both.sam.ok("topic add Scope");
    both.to_ana();
    both.sam.ok("goal edit 1 --title 'Lead two projects'");
    both.sam.ok("win add 'A talk'");
    let before = both.ana.ok("export");
    both.to_ana();
    let after = both.ana.ok("export");
    insta::assert_snapshot!(both.ana.run("undo"), @"
    --- stderr ---
    Undid: Applied 2 changes from Sam
    note: the next exchange brings it back
    Run `mentor redo` to redo it
    ");
    assert_eq!(both.ana.ok("export"), before);
    // Ana continues from there, and nothing of either side is lost.
    both.ana.ok("topic add Budget");
    both.to_sam();
    assert_eq!(both.sam.json("goal show 1")["item"]["title"], "Lead two projects");
    both.to_ana();
    assert_eq!(both.ana.json("win list")["items"].as_array().unwrap().len(), 1);
    assert_eq!(both.sam.json("topic list")["items"].as_array().unwrap().len(), 2);
    assert_ne!(both.ana.ok("export"), after);
}

#[test]
fn undo_after_sending_reverts_the_other_side() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add 'Lead a project'");
    both.to_ana();
    both.sam.ok("goal edit 1 --title 'Lead two projects'");
    both.to_ana();
    both.sam.ok("undo");
    both.to_ana();
    assert_eq!(both.ana.json("goal show 1")["item"]["title"], "Lead a project");
    both.sam.ok("undo");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 1 change
      deleted    goal 1: Lead a project
    ");
    assert_eq!(both.ana.json("goal list --all")["items"], serde_json::json!([]));
}

#[test]
fn parts_of_one_side_can_not_be_written_by_the_other() {
    let both = TwoPeople::by_file();
    let sbi = [
        "--situation", "Demo", "--behaviour", "You waited", "--impact", "It was calm", "--kind",
        "keep",
    ];
    both.sam.ok(&[&["feedback", "add"], &sbi[..]].concat());
    both.ana.ok("question add 'May I ask Kim?'");
    both.ana.ok("norm add 'When I am silent, it means'");
    both.ana.ok("away add 2026-12-20 2026-12-24");
    both.to_ana();
    both.to_sam();
    for (one, args) in [
        (&both.ana, vec!["feedback", "edit", "1", "--impact", "It was not"]),
        (&both.ana, vec!["feedback", "delete", "1"]),
        (&both.sam, vec!["feedback", "respond", "1", "Thank you"]),
        (&both.sam, vec!["question", "edit", "1", "--title", "May I?"]),
        (&both.ana, vec!["question", "answer", "1", "Yes"]),
        (&both.sam, vec!["norm", "answer", "1", "I think", "--by", "mentee"]),
        (&both.sam, vec!["person", "edit", "ana", "--tz", "Asia/Tokyo"]),
        (&both.sam, vec!["away", "delete", "1"]),
        (&both.sam, vec!["agree", "accept", "--by", "mentee"]),
    ] {
        let before = one.ok("export");
        let output = one.run(&args);
        assert_eq!(output.status, 4, "{args:?}: {output}");
        assert_eq!(one.ok("export"), before, "{args:?}");
    }
    let refused = both.ana.run("feedback edit 1 --impact 'It was not'");
    insta::assert_snapshot!(refused, @"
    --- stderr ---
    error: feedback 1 is Sam's; only Sam can change or delete it
           nothing was changed
    hint: once Sam has changed it, the next exchange brings it here
    [exit 4]
    ");
    // Ana may write her own part, and it arrives.
    both.ana.ok("feedback respond 1 'Thank you'");
    both.ana.ok("agree accept --by me");
    insta::assert_snapshot!(both.to_sam(), @"
    From Ana (Tue 1 Dec 09:00): 1 change
      changed    feedback 1, answer: Demo
    ");
}

#[test]
fn private_records_are_never_sent() {
    let both = TwoPeople::by_file();
    let secret = "xyzzy-canary";
    let sam = &both.sam;
    sam.ok("pair edit --since 2026-11-01");
    sam.ok(&["goal", "add", &format!("{secret} goal"), "--private"]);
    sam.ok(&["topic", "add", &format!("{secret} topic"), "--private"]);
    sam.ok(&["followup", "add", &format!("me: {secret} follow-up"), "--private"]);
    sam.ok(&["win", "add", &format!("{secret} win"), "--private"]);
    sam.ok(&["person", "edit", "ana", "--notes", &format!("{secret} notes")]);
    sam.ok(&["log", &format!("{secret} log"), "--at", "2026-11-30 10:00", "--private"]);
    sam.ok(&format!(
        "log 'open words' --at '2026-11-29 10:00' --private-note '{secret}' \
             --feeling '{secret}'"
    ));
    sam.ok(&format!("away add 2026-12-20 2026-12-24 --because '{secret}' --private"));
    sam.ok(&["pair", "add", "kim", "--mentee", &format!("Kim {secret}")]);
    sam.ok(&["-p", "kim", "topic", "add", &format!("{secret} elsewhere")]);
    sam.ok(&["-p", "ana", "topic", "add", &format!("{secret} undone")]);
    sam.ok("undo");
    let lines = sam.ok("-p ana share send --dry-run");
    assert!(lines.contains("open words"), "{lines}");
    assert!(!lines.contains(secret), "{lines}");
    both.to_ana();
    let theirs = fs::read(both.ana.db()).unwrap();
    let holds = |bytes: &[u8]| bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
    assert!(!holds(&theirs));
    assert!(!both.ana.ok("export").contains(secret));
    assert!(holds(&fs::read(both.sam.db()).unwrap()));
}

#[test]
fn private_and_purged_records_are_withdrawn() {
    let both = TwoPeople::by_file();
    for number in 0..9 {
        both.sam.at(&format!("2026-12-01T09:00:0{number}Z"));
        both.sam.ok(&["topic", "add", &format!("Topic {number}")]);
    }
    both.sam.at("2026-12-01T09:00:09Z");
    both.sam.ok("topic add 'A rumour'");
    both.sam.ok("win add 'A talk on rumours'");
    both.to_ana();
    both.sam.ok("topic edit 10 --private");
    both.sam.ok("purge win 1 --yes");
    insta::assert_snapshot!(both.to_ana(), @"
    From Sam (Tue 1 Dec 09:00): 2 changes
      deleted    topic 10: A rumour
      deleted    win 1: A talk on rumours
    ");
    assert!(!both.ana.ok("export").contains("umour"));
    let lines = both.sam.ok("share send --dry-run");
    assert!(!lines.contains("umour"), "{lines}");
    // The record is still here, and is shared again once it is not private any more.
    both.sam.ok("topic edit 10 --private=no");
    both.to_ana();
    assert!(both.ana.ok("export").contains("A rumour"));
}

#[test]
fn altered_file_is_refused_and_changes_nothing() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add Scope");
    let file = both.path("sent.mentor");
    both.sam.ok(&["share", "send", "-o", &file]);
    let sent = fs::read(&file).unwrap();
    let spoiled = |name: &str, bytes: &[u8]| {
        let path = both.path(name);
        fs::write(&path, bytes).unwrap();
        let before = both.ana.ok("export");
        let output = both.ana.run(&["share", "take", &path]);
        assert_eq!(both.ana.ok("export"), before, "{name}");
        assert_eq!(output.stdout, "", "{name}");
        output.to_string().replace(&path, name)
    };
    insta::assert_snapshot!(spoiled("cut.mentor", &sent[..sent.len() / 2]), @"
    --- stderr ---
    error: `cut.mentor` is incomplete, or was changed on the way
           nothing was changed
    hint: your sync tool may still be copying it; try again later
    hint: if that does not help, ask Sam to send it again
    [exit 7]
    ");
    let mut flipped = sent.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    insta::assert_snapshot!(spoiled("flipped.mentor", &flipped), @"
    --- stderr ---
    error: `flipped.mentor` is incomplete, or was changed on the way
           nothing was changed
    hint: your sync tool may still be copying it; try again later
    hint: if that does not help, ask Sam to send it again
    [exit 7]
    ");
    insta::assert_snapshot!(spoiled("text.mentor", b"Dear Ana"), @"
    --- stderr ---
    error: `text.mentor` is neither a file that `mentor share send` wrote nor a reply to a letter
           nothing was changed
    hint: an invitation is accepted with `mentor share join FILE`
    [exit 4]
    ");
    insta::assert_snapshot!(spoiled("empty.mentor", b""), @"
    --- stderr ---
    error: `empty.mentor` is neither a file that `mentor share send` wrote nor a reply to a letter
           nothing was changed
    hint: an invitation is accepted with `mentor share join FILE`
    [exit 4]
    ");
    let invitation = fs::read(both.path("join-sam.mentor")).unwrap();
    insta::assert_snapshot!(spoiled("join.mentor", &invitation), @"
    --- stderr ---
    error: `join.mentor` is neither a file that `mentor share send` wrote nor a reply to a letter
           nothing was changed
    hint: an invitation is accepted with `mentor share join FILE`
    [exit 4]
    ");
    // A file for someone else.
    let others = TwoPeople::by_file();
    let foreign = others.path("sent.mentor");
    others.sam.ok(&["share", "send", "-o", &foreign]);
    insta::assert_snapshot!(spoiled("foreign.mentor", &fs::read(&foreign).unwrap()), @"
    --- stderr ---
    error: `foreign.mentor` is sealed for someone else
           nothing was changed
    hint: if you joined after it was written, ask Sam to send it again
    [exit 4]
    ");
    let missing = both.ana.run("share take no-such-file");
    insta::assert_snapshot!(missing, @"
    --- stderr ---
    error: there is no file `no-such-file`
           nothing was changed
    [exit 7]
    ");
    // An older file after a newer one has nothing new and is no error.
    let newer = both.path("newer.mentor");
    both.sam.ok(&["share", "send", "-o", &newer]);
    both.ana.ok(&["share", "take", &newer]);
    let old = both.ana.run(&["share", "take", &file]);
    insta::assert_snapshot!(old.to_string().replace(&file, "sent.mentor"), @"
    --- stderr ---
    note: `sent.mentor` is older than the last file of Sam (1, seen 2); nothing new
    ");
    // The same file again.
    insta::assert_snapshot!(both.ana.run(&["share", "take", &newer]), @"From Sam (Tue 1 Dec 09:00): nothing new");
}

#[test]
fn files_taken_before_a_failing_one_are_reported() {
    let both = TwoPeople::by_file();
    let file = both.path("sent.mentor");
    both.sam.ok("topic add Scope");
    both.sam.ok(&["share", "send", "-o", &file]);
    let output = both.ana.run(&["share", "take", &file, "no-such-file"]);
    insta::assert_snapshot!(output, @"
    From Sam (Tue 1 Dec 09:00): 2 changes
      new        agreement 1: version 1
      new        topic 1: Scope
    --- stderr ---
    Applied 2 changes from Sam
    error: there is no file `no-such-file`
           the change was saved; a later step failed
    [exit 7]
    ");
}

#[test]
fn restored_file_catches_up_and_loses_nothing() {
    let both = TwoPeople::by_file();
    let backup = both.path("backup.db");
    both.sam.ok("topic add Before");
    both.to_ana();
    both.sam.ok(&["backup", "-o", &backup]);
    both.sam.ok("topic add After");
    both.to_ana();
    both.ana.ok("topic add Hers");
    fs::copy(&backup, both.sam.db()).unwrap();
    both.sam.ok("topic add Anew");
    both.to_sam();
    both.to_ana();
    for one in [&both.sam, &both.ana] {
        let topics = one.ok("topic list");
        for title in ["Before", "After", "Hers", "Anew"] {
            assert!(topics.contains(title), "{topics}");
        }
    }
}

#[test]
fn large_deletion_needs_confirmation() {
    let both = TwoPeople::by_file();
    for number in 0..15 {
        both.sam.at(&format!("2026-12-01T09:00:{number:02}Z"));
        both.sam.ok(&["topic", "add", &format!("Topic {number}")]);
    }
    both.to_ana();
    // A few deletions need no question, although they are a fifth of all records.
    for number in 1..=3 {
        both.sam.ok(&["topic", "delete", &number.to_string()]);
    }
    both.to_ana();
    for number in 4..=14 {
        both.sam.ok(&["topic", "delete", &number.to_string()]);
    }
    let taken = both.send(&both.sam, &both.ana).to_string();
    insta::assert_snapshot!(taken.replace(&both.path("sent.mentor"), "FILE"), @"
    --- stderr ---
    error: deleting 11 of 13 records needs confirmation
           nothing was changed
    hint: use `--yes` to confirm
    hint: run `mentor share take FILE --dry-run` to list them
    [exit 5]
    ");
    let file = both.path("sent.mentor");
    insta::assert_snapshot!(both.ana.ok(&["share", "take", "--dry-run", &file]), @"
    From Sam (Tue 1 Dec 09:00): 11 changes
      deleted    topic 4: Topic 3
      deleted    topic 5: Topic 4
      deleted    topic 6: Topic 5
      deleted    topic 7: Topic 6
      deleted    topic 8: Topic 7
      deleted    topic 9: Topic 8
      deleted    topic 10: Topic 9
      deleted    topic 11: Topic 10
      deleted    topic 12: Topic 11
      deleted    topic 13: Topic 12
      deleted    topic 14: Topic 13
    ");
    both.ana.ok(&["share", "take", "--yes", &file]);
    assert_eq!(both.ana.json("topic list")["items"].as_array().unwrap().len(), 1);
}

#[test]
fn edit_unknown_to_a_deletion_keeps_the_record() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add Scope");
    both.to_ana();
    both.ana.ok("topic edit 1 --title 'Scope of the project'");
    both.sam.ok("topic delete 1");
    both.to_ana();
    both.to_sam();
    for one in [&both.sam, &both.ana] {
        assert!(one.ok("topic list").contains("Scope of the project"));
    }
    // Ana can't delete what Sam contributed: it is back after the next exchange.
    both.ana.ok("topic delete 1");
    insta::assert_snapshot!(both.to_ana(), @"From Sam (Tue 1 Dec 09:00): nothing new");
}

/// The other side's words may be in their part of a record, or in a record that depends on it.
#[test]
fn answer_unknown_to_a_deletion_keeps_the_record() {
    let feedback = ["feedback", "add", "--kind", "change", "--situation", "Tue call"];
    let feedback = [&feedback[..], &["--behaviour", "Late", "--impact", "Hurry"]].concat();
    let cases: [(&[&str], &[&str]); 6] = [
        (&["question", "add", "Why?"], &["question", "answer", "1", "Her words"]),
        (&feedback, &["feedback", "respond", "1", "Her words"]),
        (&["norm", "add", "Silence means"], &["norm", "answer", "1", "Her words"]),
        (&["skill", "add", "Reviews"], &["skill", "rate", "1", "3", "--evidence", "Her words"]),
        (&["option", "add", "Staff engineer"], &["option", "note", "1", "Her words"]),
        (&["goal", "add", "Lead"], &["goal", "progress", "1", "40", "--note", "Her words"]),
    ];
    for (add, answer) in cases {
        let both = TwoPeople::by_file();
        both.sam.ok(add);
        both.to_ana();
        both.ana.ok(answer);
        both.sam.ok(&[add[0], "delete", "1"]);
        both.to_ana();
        let taken = both.to_sam();
        assert!(taken.contains("back  "), "{taken}");
        for one in [&both.sam, &both.ana] {
            let shown = one.ok("export");
            assert!(shown.contains("Her words"), "{add:?}: {shown}");
        }
        // A deletion that knows the answer deletes it too.
        both.sam.ok(&[add[0], "delete", "1"]);
        both.to_ana();
        both.to_sam();
        for one in [&both.sam, &both.ana] {
            assert!(!one.ok("export").contains("Her words"), "{add:?}");
        }
    }
}

#[test]
fn join_and_send_need_explicit_steps() {
    let both = TwoPeople::strangers();
    both.sam.ok("topic add Scope");
    insta::assert_snapshot!(both.sam.run("share"), @"
    --- stderr ---
    note: you share nothing yet; run `mentor share invite PAIR` to share a pair with the other person
    ");
    insta::assert_snapshot!(both.sam.run("share send ana"), @"
    --- stderr ---
    error: `ana` is not shared
    hint: run `mentor share invite ana` to invite Ana
    [exit 4]
    ");
    insta::assert_snapshot!(both.sam.run("sync"), @"
    --- stderr ---
    error: no pair is shared through a folder
    hint: run `mentor share invite PAIR --folder DIR` to begin
    hint: without a folder, use `mentor share send` and `mentor share take`
    [exit 4]
    ");
    insta::assert_snapshot!(both.sam.run("share invite ana"), @"
    --- stderr ---
    error: Ana would get 2 records: say how much to share
           nothing was changed
    hint: use `--all` to share everything that isn't private, or `--since DAY`
    [exit 5]
    ");
    both.invite();
    let join = both.path("join-sam.mentor");
    let answer = both.path("for-sam.mentor");
    insta::assert_snapshot!(both.sam.run("share send ana"), @"
    --- stderr ---
    error: Ana has not joined yet
           nothing was sent
    hint: Ana joins with `mentor share join FILE`; read the answer with `mentor share take FILE` or `mentor sync`
    [exit 4]
    ");
    insta::assert_snapshot!(both.sam.run("share words ana --ok"), @"
    --- stderr ---
    error: Ana has not joined yet
    hint: compare the words once there are words of both of you
    [exit 4]
    ");
    let own = both.sam.run(&["share", "join", &join, "--yes", "--unchecked"]);
    insta::assert_snapshot!(own, @"
    --- stderr ---
    error: this is your own invitation
           nothing was changed
    [exit 4]
    ");
    let alone = both.ana.run(&["share", "join", &join, "-o", &answer]);
    insta::assert_snapshot!(alone, @"
    --- stderr ---
    error: the words of Sam's key have to be compared on a terminal
           nothing was changed
    hint: use `--yes --unchecked` to join first and compare them later with `mentor share words`
    [exit 5]
    ");
    let unchecked = both.ana.run(&["share", "join", &join, "--yes", "-o", &answer]);
    insta::assert_snapshot!(unchecked, @"
    --- stderr ---
    error: the words of Sam's key have to be compared on a terminal
           nothing was changed
    hint: use `--unchecked` to join first and compare them later with `mentor share words`
    [exit 5]
    ");
    let differs = both.ana.run_with(&["share", "join", &join], b"", Some(&["y", "no"]));
    insta::assert_snapshot!(differs, @"
    --- stderr ---
    [31merror:[0m those are not Sam's words: someone else has answered
           nothing was sent
    [36mhint:[0m run `mentor share end PAIR`, and invite again by another way
    [exit 4]
    ");
    assert!(!both.ana.db().exists());
    both.ana.at("2027-02-01T09:00:00Z");
    let late = both.ana.run(&["share", "join", &join, "--yes", "--unchecked"]);
    insta::assert_snapshot!(late.to_string().replace(&join, "join-sam.mentor"), @"
    --- stderr ---
    error: the invitation `join-sam.mentor` was valid until 31 Dec 2026
           nothing was changed
    hint: ask Sam Rivera for a new one
    [exit 4]
    ");
}

/// An invitation can be answered only once, and lost keys lose no data.
#[test]
fn records_survive_ending_and_restarting_the_sharing() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add Scope");
    both.to_ana();
    both.ana.ok("topic add Budget");
    let state = both.ana.home.path().join(".local/state/mentor/devices");
    let device = fs::read_dir(&state).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(&device).unwrap();
    let lost = both.ana.run("share send --unchecked");
    insta::assert_snapshot!(lost, @"
    --- stderr ---
    error: the keys for this data file are not on this machine
           nothing was changed
    hint: share from the machine where you began, or start over with `mentor share end PAIR` and `mentor share invite PAIR`
    [exit 4]
    ");
    both.ana.ok("share end --yes");
    both.sam.ok("share end --yes");
    both.invite();
    let (join, answer) = (both.path("join-sam.mentor"), both.path("for-sam.mentor"));
    let args = ["share", "join", &join, "-o", &answer, "--all"];
    let joined = both.ana.run_with(&args, b"", Some(&["y", "match"]));
    assert_eq!(joined.status, 0, "{joined}");
    both.take_answer();
    both.to_ana();
    both.to_sam();
    for one in [&both.sam, &both.ana] {
        let topics = one.json("topic list");
        assert_eq!(topics["items"].as_array().unwrap().len(), 2, "{topics}");
    }
    assert_eq!(both.sam.json("share conflicts")["items"], serde_json::json!([]));
}

#[test]
fn records_before_the_chosen_day_are_not_sent() {
    let both = TwoPeople::strangers();
    both.sam.ok("topic add 'Long ago'");
    both.sam.at("2026-12-03T09:00:00Z");
    let join = both.path("join-sam.mentor");
    both.sam.ok(&format!("share invite ana --since 2026-12-02 -o '{join}'"));
    both.ana.at("2026-12-03T09:00:00Z");
    both.join();
    both.take_answer();
    both.sam.ok("topic add Today");
    both.to_ana();
    let topics = both.ana.ok("topic list");
    assert!(topics.contains("Today") && !topics.contains("Long ago"), "{topics}");
    assert!(both.sam.ok("topic list").contains("Long ago"));
}

/// Runs the commands of `docs/sharing.md` for two people and a second machine of Sam's, and compares the output. `MENTOR_WRITE_DOCS=1 cargo test`
/// updates the document.
#[test]
fn walk_through_shows_the_real_output() {
    let both = TwoPeople { sam: Sandbox::new(), ana: Sandbox::new(), between: folder() };
    let desk = Sandbox::new();
    let shared = both.between.path().display().to_string();
    fs::create_dir(both.between.path().join("own")).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sharing.md");
    let document = fs::read_to_string(path).unwrap();
    let (mut printed, mut lines) = (String::new(), document.lines().peekable());
    let mut is_played = false;
    let mut minute = 0;
    // The marks of the last letter, which differ from run to run.
    let mut letter = String::new();
    while let Some(line) = lines.next() {
        if line == "```eml" {
            let mail: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let mail = mail.join("\n") + "\n";
            printed.push_str(&format!("{line}\n{mail}```\n"));
            let mail = share_letter::with_marks_of(&mail, &letter);
            fs::write(both.between.path().join("reply.eml"), mail).unwrap();
            continue;
        }
        if line == "```console" || line == "```" {
            is_played = line == "```console";
        }
        let typed = line.split_once("$ mentor ").filter(|_| is_played);
        let Some((who, words)) = typed else {
            // The old output is replaced.
            if !is_played || line == "```console" {
                printed.push_str(&format!("{line}\n"));
            }
            continue;
        };
        printed.push_str(&format!("{line}\n"));
        let mut answers = Vec::new();
        while let Some(answer) = lines.next_if(|line| line.starts_with("> ")) {
            printed.push_str(&format!("{answer}\n"));
            answers.push(answer.trim_start_matches("> "));
        }
        let person = match who {
            "sam" => &both.sam,
            "desk" => &desk,
            _ => &both.ana,
        };
        minute += 1;
        let (hour, minute) = (9 + minute / 60, minute % 60);
        person.at(&format!("2026-12-01T{hour:02}:{minute:02}:00Z"));
        let args = shell_words::split(&words.replace("~/shared", &shared)).unwrap();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = if answers.is_empty() {
            person.run(&args)
        } else {
            person.run_with(&args, b"", Some(&answers))
        };
        let colours = ["\u{1b}[33m", "\u{1b}[1m", "\u{1b}[31m", "\u{1b}[36m", "\u{1b}[0m"];
        if words.starts_with("share letter") {
            letter.clone_from(&output.stdout);
        }
        let mut seen = (output.stdout + &output.stderr).replace(&shared, "~/shared");
        for colour in colours {
            seen = seen.replace(colour, "");
        }
        // Which of two values is shown depends on the keys.
        let seen = seen.replace("  (shown)", "");
        let seen = without_key_words(&without_ids(&seen));
        let seen = share_letter::without_checks(&seen);
        printed.push_str(&seen);
        if !seen.is_empty() && !seen.ends_with('\n') {
            printed.push('\n');
        }
    }
    generated::assert_up_to_date("docs/sharing.md", &printed);
}

/// Removes the ids from file names, which differ from run to run.
fn without_ids(text: &str) -> String {
    let is_id =
        |word: &str| word.len() == 13 && word.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    let mut parts: Vec<String> = Vec::new();
    for part in text.split('/') {
        let name = part.split_once(".mentor");
        parts.push(match name {
            Some((id, rest)) if is_id(id) => format!("3f9a1c-7be204.mentor{rest}"),
            _ => part.to_owned(),
        });
    }
    parts.join("/")
}

/// Removes the words of keys, which differ from run to run.
fn without_key_words(text: &str) -> String {
    let lines = text.lines().map(|line| match line.split_once("'s key: ") {
        Some((who, rest)) => {
            let rest = rest.split_once(". ").map(|(_, rest)| format!(". {rest}"));
            format!("{who}'s key: harbor violin seven moss apple tram{}", rest.unwrap_or_default())
        }
        None => line.to_owned(),
    });
    lines.map(|line| line + "\n").collect()
}

#[test]
fn every_answer_of_the_exchange_fits_its_schema() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add 'Lead a project'");
    both.to_ana();
    for (one, title) in [(&both.sam, "Lead one"), (&both.ana, "Lead two")] {
        one.ok(&["goal", "edit", "1", "--title", title]);
    }
    let file = both.path("sent.mentor");
    must_fit("share.file", &both.sam.json(&["share", "send", "-o", &file]));
    must_fit("share.lines", &both.sam.json("share send --dry-run"));
    must_fit("share.take", &both.ana.json(&["share", "take", "--dry-run", &file]));
    must_fit("share.take", &both.ana.json(&["share", "take", &file]));
    must_fit("share.conflicts", &both.ana.json("share conflicts"));
    must_fit("share.words", &both.ana.json("share words"));
    for one in [&both.sam, &both.ana] {
        one.ok("log 'A talk' --at '2026-12-01 08:00'");
    }
    both.to_ana();
    must_fit("share.conflicts", &both.ana.json("share conflicts"));
    let same = ["share", "same", "checkin", "1", "2"];
    must_fit("share.same", &both.ana.json(&same));
    both.ana.ok(&["share", "send", "-o", &file]);
    must_fit("share.take", &both.sam.json(&["share", "take", &file]));
    must_fit("share", &both.ana.json("share"));
    must_fit("share.conflicts", &both.ana.json("share keep 1 --mine"));
    must_fit("share", &both.ana.json("share end --yes"));
}

#[test]
fn relative_folder_is_looked_up_in_the_current_folder_of_the_run() {
    let sandbox = Sandbox::with_agreement();
    let folder = sandbox.home.path().join("both");
    fs::create_dir(&folder).unwrap();
    sandbox.ok("share invite ana --all --folder ./both");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn tab_key_offers_pairs_own_machines_and_folders() {
    let both = TwoPeople::strangers();
    fs::create_dir(both.path("common")).unwrap();
    let complete = |args: &[&str]| {
        let sandbox = &both.sam;
        sandbox.vars.borrow_mut().insert("MENTOR_COMPLETE".to_owned(), "fish".to_owned());
        let offered = sandbox.ok(&[&["--", "mentor", "share"], args].concat());
        sandbox.vars.borrow_mut().remove("MENTOR_COMPLETE");
        offered
    };
    let pairs = complete(&["letter", ""]);
    assert!(pairs.starts_with("ana\t"), "{pairs}");
    for verb in ["invite", "send", "words", "forget", "end"] {
        assert_eq!(complete(&[verb, ""]), format!("{pairs}me\tyour other machines\n"), "{verb}");
    }
    assert_eq!(complete(&["join", "x", "--with", ""]), pairs);
    let folder = both.path("com");
    assert_eq!(complete(&["invite", "ana", "--folder", &folder]), format!("{folder}mon/\n"));
}

#[test]
fn record_shows_its_number_in_the_other_file() {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add Alike");
    both.to_ana();
    both.sam.ok("topic add 'Only mine' --private");
    both.sam.ok("topic add Scope");
    both.to_ana();
    both.to_sam();
    assert_eq!(both.sam.run("topic show 1").stderr, "");
    assert_eq!(both.sam.run("topic show 2").stderr, "");
    assert_eq!(both.sam.run("topic show 3").stderr, "note: for Ana this is topic 2\n");
    assert_eq!(both.ana.run("topic show 2").stderr, "note: for Sam this is topic 3\n");
    // A take that is undone leaves what is known of the other file.
    both.ana.ok("topic add 'Of Ana'");
    both.to_sam();
    assert_eq!(both.sam.run("topic show 4").stderr, "note: for Ana this is topic 3\n");
    both.sam.ok("undo");
    assert_eq!(both.sam.run("topic show 3").stderr, "note: for Ana this is topic 2\n");
    both.sam.ok("share end ana --yes");
    assert_eq!(both.sam.run("topic show 3").stderr, "");
}
