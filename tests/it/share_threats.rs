//! What a hostile partner, folder or thief may try, as far as no other test of the exchange plays it.

use std::fs;
use std::path::Path;

use crate::folder::folder;
use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

/// Copies a home folder, keys included.
fn copy_home(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_home(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A device that tells two histories: a cloned machine, or a partner who wants to show each reader something else.
#[test]
fn second_history_of_a_device_is_refused() {
    let both = TwoPeople::by_file();
    both.ana.ok("topic add 'Of both'");
    both.to_sam();
    let clone = Sandbox::new();
    copy_home(both.ana.home.path(), clone.home.path());
    both.ana.ok("topic add 'Of the first'");
    clone.ok("topic add 'Of the second'");
    both.to_sam();
    let before = both.sam.ok("export");
    let refused = both.send(&clone, &both.sam).to_string();
    let refused = refused.replace(&both.path("sent.mentor"), "FILE");
    insta::assert_snapshot!(refused, @"
    --- stderr ---
    error: `FILE` contradicts the history of a device on this machine
           nothing was changed
    hint: that machine went back to an old copy of itself: start over with `mentor share end PAIR` and `mentor share invite PAIR`
    [exit 4]
    ");
    assert_eq!(both.sam.ok("export"), before);
}

#[test]
fn controls_in_texts_of_the_partner_are_shown_escaped() {
    let both = TwoPeople::by_file();
    let hostile = "Lee \u{1b}]0;owned\u{7}\u{1b}[2J \u{202e}evil";
    both.sam.ok("goal add 'Lead a project'");
    both.to_ana();
    both.sam.ok("goal edit 1 --title 'Lead one'");
    both.ana.ok(&["goal", "edit", "1", "--title", hostile]);
    both.ana.ok(&["topic", "add", hostile]);
    both.ana.ok(&["question", "add", hostile]);
    let taken = both.to_sam();
    let shown = [taken, both.sam.ok("share conflicts"), both.sam.ok("topic list")].concat();
    assert!(shown.contains("evil"), "{shown}");
    assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown}");
}

#[test]
fn flood_of_new_records_is_asked_about_first() {
    let both = TwoPeople::by_file();
    both.to_ana();
    let titles: Vec<String> = (0..201).map(|number| format!("Topic {number}")).collect();
    let sheet = both.ana.file("topics.csv", &format!("title\n{}\n", titles.join("\n")));
    both.ana.ok(&["import", "--csv", &sheet, "--as", "topic", "--yes"]);
    let before = both.sam.ok("export");
    let refused = both.send(&both.ana, &both.sam);
    assert!(
        refused.status == 5 && refused.stderr.contains("adding 201 records needs confirmation"),
        "{refused}"
    );
    assert_eq!(both.sam.ok("export"), before);
}

#[test]
fn file_of_another_pair_is_refused_by_name() {
    let both = TwoPeople::by_file();
    // Ana shares another pair from the same machine, with the same keys.
    let eve = Sandbox::new();
    eve.ok("init --name 'Eve Lund' --tz Europe/Oslo");
    eve.ok("pair add ana --mentee 'Ana Díaz' --tz America/Bogota");
    let between = folder();
    let path = |name: &str| between.path().join(name).display().to_string();
    eve.ok(&["share", "invite", "ana", "--all", "-o", &path("join")]);
    let args = ["share", "join", &path("join"), "-o", &path("answer")];
    assert_eq!(both.ana.run_with(&args, b"", Some(&["y", "match"])).status, 0);
    assert_eq!(eve.run_with(&["share", "take", &path("answer")], b"", Some(&["match"])).status, 0);
    eve.ok(&["share", "send", "-o", &path("sent")]);
    both.ana.ok("share end eve --yes");
    let refused = both.ana.run(&["share", "take", &path("sent")]);
    assert_eq!(refused.status, 4, "{refused}");
    assert!(refused.stderr.contains("belongs to a pair that you have not joined"), "{refused}");
    // Sam can't open it at all.
    let refused = both.sam.run(&["share", "take", &path("sent")]);
    assert!(refused.stderr.contains("is sealed for someone else"), "{refused}");
}

#[test]
fn emptied_or_mixed_folder_removes_nothing() {
    let both = TwoPeople::by_folder();
    both.ana.ok("topic add 'Of Ana'");
    both.sync();
    let before = both.sam.ok("export");
    let folder = both.path("folder");
    let old: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    let copies: Vec<_> = old.iter().map(|path| fs::read(path).unwrap()).collect();
    for path in &old {
        fs::remove_file(path).unwrap();
    }
    assert_eq!(both.sam.run("sync").status, 0);
    assert_eq!(both.sam.ok("export"), before);
    // The owner of the folder puts old files back, under each other's names.
    both.ana.ok("topic edit 1 --title 'Of Ana, again'");
    both.ana.ok("sync");
    for (path, bytes) in old.iter().zip(copies.iter().rev()) {
        fs::write(path.with_extension("old.mentor"), bytes).unwrap();
    }
    both.sync();
    for one in [&both.sam, &both.ana] {
        assert!(one.ok("topic list").contains("Of Ana, again"));
    }
    assert_eq!(both.sam.ok("share conflicts"), "Nothing to decide\n");
}

/// A partner who purges again and again takes back only what they had shared.
#[test]
fn frequent_purges_leave_undo_history_and_backups_alone() {
    let both = TwoPeople::by_file();
    for title in ["First of Ana", "Second of Ana", "Third of Ana"] {
        both.ana.ok(&["topic", "add", title]);
    }
    both.to_sam();
    both.sam.at("2026-12-02T09:00:00Z");
    both.sam.ok("topic add 'Of Sam'");
    for number in ["1", "2", "3"] {
        both.ana.ok(&["purge", "topic", number, "--yes"]);
        both.to_sam();
    }
    let listed = both.sam.ok("topic list");
    assert!(listed.contains("Of Sam") && !listed.contains("of Ana"), "{listed}");
    // Each take is a step like any other, and those before it can still be undone.
    for _ in 0..3 {
        both.sam.ok("undo");
    }
    assert!(both.sam.ok("topic list").contains("Third of Ana"));
    both.sam.ok("undo");
    assert!(!both.sam.ok("topic list --all").contains("Of Sam"));
    both.sam.ok("restore 1 --yes");
    let restored = both.sam.ok("topic list");
    assert!(restored.contains("First of Ana") && !restored.contains("Of Sam"), "{restored}");
}
