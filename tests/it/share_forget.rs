//! A lost machine: nothing is sealed for it any more, its files are refused, and its owner gets everything back.

use std::fs;

use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

/// Makes two people with records of both sides; then Ana loses her machine and her data file.
fn with_lost_machine() -> TwoPeople {
    let both = TwoPeople::by_file();
    both.sam.ok("topic add 'Of Sam'");
    both.to_ana();
    both.ana.ok("topic add 'Of Ana'");
    both.ana.ok("question add 'Whom should I ask?'");
    both.ana.ok("person edit me --language Spanish");
    both.to_sam();
    both.sam.ok("question answer 1 'Ask Lee'");
    both
}

/// Invites someone to another machine, and takes the answer.
fn join_again(one: &Sandbox, other: &Sandbox, both: &TwoPeople) {
    let (join, answer) = (both.path("again.mentor"), both.path("again-answer.mentor"));
    one.ok(&["share", "invite", "-o", &join]);
    let args = ["share", "join", &join, "-o", &answer];
    let joined = other.run_with(&args, b"", Some(&["y", "match"]));
    assert_eq!(joined.status, 0, "{joined}");
    let taken = one.run_with(&["share", "take", &answer], b"", Some(&["match"]));
    assert_eq!(taken.status, 0, "{taken}");
}

fn listed(one: &Sandbox, noun: &str) -> Vec<String> {
    let listed = one.json(&[noun, "list", "--all"]);
    let items = listed["items"].as_array().unwrap().iter();
    let titles = items.map(|item| item["title"].as_str().unwrap().to_owned());
    let mut titles: Vec<String> = titles.collect();
    // The order of records created at the same moment is random.
    titles.sort();
    titles
}

#[test]
fn lost_machine_is_replaced_without_loss() {
    let both = with_lost_machine();
    let late = both.path("late.mentor");
    both.ana.ok("topic add 'Typed by a thief'");
    both.ana.ok(&["share", "send", "-o", &late]);
    insta::assert_snapshot!(both.sam.run("share forget --yes"), @"
    --- stderr ---
    Forgot Ana's machine; run `mentor share invite ana` once Ana has another one
    ");
    assert!(both.sam.ok("share").contains("(forgotten)"));
    insta::assert_snapshot!(both.sam.run("share forget --yes"), @"
    --- stderr ---
    error: Ana has no machine that shares `ana`
           nothing was changed
    hint: run `mentor share invite ana` to invite Ana
    [exit 4]
    ");
    assert_eq!(both.sam.run(&["share", "send", "-o", &both.path("x")]).status, 4);
    // Files of the lost machine are refused before and after another one has joined.
    let refused = both.sam.run(&["share", "take", &late]).to_string();
    let refused = refused.replace(&late, "late.mentor");
    insta::assert_snapshot!(refused, @"
    --- stderr ---
    error: `late.mentor` comes from a machine of Ana's that was forgotten
           nothing was changed
    hint: ask Ana which machine is in use; another one joins with a new invitation
    [exit 4]
    ");
    let new = Sandbox::new();
    join_again(&both.sam, &new, &both);
    assert_eq!(both.sam.run(&["share", "take", &late]).status, 4);
    let sent = both.path("sent.mentor");
    both.sam.ok(&["share", "send", "-o", &sent]);
    assert_eq!(both.ana.run(&["share", "take", &sent]).status, 4);
    new.ok(&["share", "take", &sent]);
    assert_eq!(listed(&new, "topic"), ["Of Ana", "Of Sam"]);
    let question = new.json("question show 1")["item"].clone();
    assert_eq!(question["answer"], "Ask Lee");
    assert_eq!(new.json("person show me")["item"]["language"], "Spanish");
    assert_eq!(new.ok("share conflicts"), "Nothing to decide\n");
    // Records of her own can be edited again.
    new.ok("question edit 1 --title 'Whom should I ask now?'");
    let topics = new.json("topic list")["items"].clone();
    let mut topics = topics.as_array().unwrap().iter();
    let hers = topics.find(|topic| topic["title"] == "Of Ana").unwrap()["id"].to_string();
    new.ok(&["topic", "edit", &hers, "--title", "Of Ana, again"]);
    new.ok(&["share", "send", "-o", &sent]);
    both.sam.ok(&["share", "take", &sent]);
    assert_eq!(listed(&both.sam, "topic"), ["Of Ana, again", "Of Sam"]);
    assert_eq!(listed(&both.sam, "question"), ["Whom should I ask now?"]);
    assert_eq!(both.sam.ok("share conflicts"), "Nothing to decide\n");
}

#[test]
fn lost_keys_keep_records_that_were_never_sent() {
    let both = with_lost_machine();
    both.ana.ok("topic edit 2 --title 'Never sent'");
    // A new disk: the data file was restored from a backup, the keys were not.
    let devices = both.ana.home.path().join(".local/state/mentor/devices");
    fs::remove_dir_all(devices).unwrap();
    both.ana.ok("share end --yes");
    both.sam.ok("share forget --yes");
    let (join, answer) = (both.path("again.mentor"), both.path("again-answer.mentor"));
    both.sam.ok(&["share", "invite", "-o", &join]);
    let args = ["share", "join", &join, "--all", "-o", &answer];
    let joined = both.ana.run_with(&args, b"", Some(&["y", "match"]));
    assert_eq!(joined.status, 0, "{joined}");
    let taken = both.sam.run_with(&["share", "take", &answer], b"", Some(&["match"]));
    assert_eq!(taken.status, 0, "{taken}");
    both.to_ana();
    both.to_sam();
    both.to_ana();
    for one in [&both.sam, &both.ana] {
        assert_eq!(listed(one, "topic").len(), 2);
        let all = one.ok("export") + &one.ok("share conflicts");
        assert!(all.contains("Never sent"), "{all}");
    }
}

#[test]
fn forgotten_machines_file_in_the_folder_is_refused() {
    let both = TwoPeople::by_folder();
    let folder = both.path("folder");
    both.sam.ok("sync");
    both.sam.ok("share forget --yes");
    assert_eq!(both.sam.run("sync").to_string(), "");
    both.ana.ok("topic add 'Typed by a thief'");
    both.ana.ok("sync");
    let passed = both.sam.run("sync");
    assert!(passed.stderr.contains("that was forgotten"), "{passed}");
    // It is said once for each file.
    assert_eq!(both.sam.run("sync").to_string(), "");
    both.ana.ok("topic add 'Typed again'");
    both.ana.ok("sync");
    let passed = both.sam.run("sync");
    assert!(passed.stderr.contains("that was forgotten"), "{passed}");
    // The next machine is invited through the same folder.
    let invited = both.sam.run("share invite");
    assert!(invited.stderr.contains(&folder), "{invited}");
    assert_eq!(listed(&both.sam, "topic"), [""; 0]);
}
