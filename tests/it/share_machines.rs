//! One person with several machines, which exchange everything; one of them also exchanges with the other person.

use std::fs;

use serde_json::Value;

use crate::dice::{Dice, play_each, seeds};
use crate::folder::folder;
use crate::json::must_fit;
use crate::sandbox::{Output, Sandbox};
use crate::share::TwoPeople;

/// Sam's machines and a folder that they all see.
struct Machines {
    laptop: Sandbox,
    others: Vec<Sandbox>,
    between: tempfile::TempDir,
}

impl Machines {
    /// Makes a laptop and this many others that have joined it, the desktop first.
    fn new(laptop: Sandbox, others: usize) -> Machines {
        let mut machines = Machines { laptop, others: Vec::new(), between: folder() };
        for _ in 0..others {
            machines.add();
        }
        if others > 0 {
            machines.sync();
        }
        machines
    }

    fn path(&self, name: &str) -> String {
        self.between.path().join(name).display().to_string()
    }

    fn desktop(&self) -> &Sandbox {
        &self.others[0]
    }

    fn all(&self) -> Vec<&Sandbox> {
        std::iter::once(&self.laptop).chain(&self.others).collect()
    }

    fn add(&mut self) {
        let folder = self.between.path().display().to_string();
        self.laptop.ok(&["share", "invite", "me", "--folder", &folder]);
        let other = Sandbox::new();
        let joined = self.join(&other, &["y", "y"]);
        assert_eq!(joined.status, 0, "{joined}");
        let taken = self.laptop.run_with("sync", b"", Some(&["y"]));
        assert_eq!(taken.status, 0, "{taken}");
        self.others.push(other);
    }

    fn join(&self, other: &Sandbox, answers: &[&str]) -> Output {
        let folder = self.between.path().display().to_string();
        let args = ["share", "join", &self.path("join-me.mentor"), "--folder", &folder];
        other.run_with(&args, b"", Some(answers))
    }

    fn sync(&self) {
        for _ in 0..3 {
            for machine in self.all() {
                machine.ok("sync");
            }
        }
    }

    /// Asserts that the machines have the same records, under their own numbers.
    fn must_agree(&self) {
        let expected = records(&self.laptop);
        for other in &self.others {
            assert_eq!(records(other), expected);
            assert!(other.ok("check").contains("no damage"));
        }
    }
}

/// Returns every record of an export, without numbers.
fn records(machine: &Sandbox) -> Vec<String> {
    let export: Value = serde_json::from_str(&machine.ok("export")).unwrap();
    let mut uids = std::collections::HashMap::new();
    let mut tables = Vec::new();
    for (table, rows) in export.as_object().unwrap() {
        for row in rows.as_array().into_iter().flatten().filter(|row| row["uid"].is_string()) {
            uids.insert((table.clone(), row["id"].to_string()), row["uid"].to_string());
            tables.push((table.clone(), row.clone()));
        }
    }
    let mut found: Vec<String> = tables
        .into_iter()
        .map(|(table, mut row)| {
            let fields = row.as_object_mut().unwrap();
            fields.remove("id");
            // A link is the number of a record on this machine.
            for value in fields.values_mut().filter(|value| value.is_number()) {
                *value = Value::Null;
            }
            fields.remove("changed_at");
            format!("{table} {row}")
        })
        .collect();
    found.sort();
    found
}

fn titles(machine: &Sandbox, noun: &str) -> Vec<String> {
    let listed = machine.json(&[noun, "list", "--all", "--all-pairs"]);
    let items = listed["items"].as_array().unwrap().iter();
    let mut titles: Vec<String> =
        items.map(|item| item["title"].as_str().unwrap().to_owned()).collect();
    titles.sort();
    titles
}

/// Makes a machine with records of most kinds, private ones among them.
fn with_records() -> Sandbox {
    let laptop = Sandbox::with_agreement();
    for command in [
        "goal add 'Lead a project' --by 2027-03-01",
        "goal edit 1 --by 2027-04-01 --because 'A new team'",
        "log 'Talked about it' --at '2026-12-01 08:00' --private-note 'Tired' --feeling good",
        "topic add 'My doubts' --private",
        "followup add 'me: send the slides by fri'",
        "feedback add --kind keep --situation 'The review' --behaviour 'Listened' --impact 'Calm'",
        "question add 'What next?'",
        "skill add 'Rust'",
        "win add 'Shipped it'",
        "resource add 'A book'",
        "person edit ana --notes 'Likes tea'",
        "away add 2026-12-24 2026-12-31 --because 'At home' --private",
        "pair add ben --mentor 'Ben Fox' --tz Europe/Berlin",
        "goal add -p ben 'Learn to delegate'",
    ] {
        let done = laptop.run(command);
        assert_eq!(done.status, 0, "{command}: {done}");
    }
    laptop
}

#[test]
fn own_machines_have_every_record_private_ones_too() {
    let machines = Machines::new(with_records(), 1);
    machines.must_agree();
    let desktop = machines.desktop();
    assert!(desktop.ok("topic list -p ana").contains("My doubts [private]"));
    assert!(desktop.ok("person show ana").contains("Likes tea"));
    assert!(desktop.ok("checkin show 1 -p ana").contains("Tired"));
    assert_eq!(desktop.ok("goal list -p ben"), machines.laptop.ok("goal list -p ben"));
    // In the other direction.
    desktop.ok("followup done 1 -p ana");
    desktop.ok("topic delete 1 -p ana");
    desktop.ok("pair add eve --mentee 'Eve Lund' --tz Europe/Oslo");
    desktop.ok("agree renew -p ana --ends 2027-09-01 --because 'More time'");
    machines.sync();
    machines.must_agree();
    assert_eq!(titles(&machines.laptop, "topic"), [""; 0]);
    assert!(machines.laptop.ok("pair list").contains("eve"));
    // Nothing new: nothing is said.
    assert_eq!(machines.laptop.run("sync").to_string(), "");
    must_fit("share", &desktop.json("share"));
    must_fit("share.words", &desktop.json("share words me"));
    must_fit("share.lines", &desktop.json("share send me --dry-run"));
    must_fit("share.file", &desktop.json(&["share", "send", "me", "-o", &machines.path("me")]));
    must_fit("share.take", &machines.laptop.json(&["share", "take", &machines.path("me")]));
    desktop.ok("goal edit 1 -p ana --title 'Lead two'");
    desktop.ok(&["share", "send", "me", "-o", &machines.path("me")]);
    let taken = machines.laptop.json(&["share", "take", &machines.path("me")]);
    must_fit("share.take", &taken);
    assert_eq!(taken["items"][0]["changes"][0]["title"], "Lead two");
    must_fit("share", &desktop.json("share end me --yes"));
}

#[test]
fn versions_written_on_two_machines_are_both_kept() {
    let machines = Machines::new(with_records(), 1);
    let (laptop, desktop) = (&machines.laptop, machines.desktop());
    laptop.ok("goal edit 1 -p ana --title 'Of the laptop'");
    laptop.ok("followup edit 1 -p ana --by 2026-12-10 --because 'Late'");
    desktop.ok("goal edit 1 -p ana --title 'Of the desktop'");
    desktop.ok("topic edit 1 -p ana --notes 'Seen'");
    machines.sync();
    machines.must_agree();
    let all = [laptop.ok("export"), laptop.run("draft show kept-words").stdout];
    let all = all.concat() + &desktop.run("draft show kept-words").stdout;
    assert!(all.contains("Of the laptop") && all.contains("Of the desktop"), "{all}");
    assert!(laptop.ok("topic show 1 -p ana").contains("Seen"));
    assert!(desktop.ok("followup show 1 -p ana").contains("Late"));
    // The next edit counts, without a question.
    laptop.ok("goal edit 1 -p ana --title 'Decided'");
    machines.sync();
    assert_eq!(titles(desktop, "goal"), ["Decided", "Learn to delegate"]);
    machines.must_agree();
}

#[test]
fn third_machine_needs_no_invitation_of_the_second() {
    let machines = Machines::new(with_records(), 2);
    let [desktop, tablet] = machines.others.as_slice() else { panic!() };
    tablet.ok("topic add -p ana 'Of the tablet'");
    tablet.ok("sync");
    // The laptop is off.
    desktop.ok("sync");
    assert!(titles(desktop, "topic").contains(&"Of the tablet".to_owned()));
    machines.sync();
    machines.must_agree();
    // The tablet is lost: it has to be named, and forgotten everywhere.
    let refused = desktop.run("share forget me --yes");
    assert_eq!((refused.status, refused.stderr.matches("--machine").count()), (4, 2), "{refused}");
    let words = tablet.ok("share words me");
    let words = words.lines().next().unwrap().trim_start_matches("This machine:").trim();
    for machine in [&machines.laptop, desktop] {
        let named = machine.run("share forget me").stderr;
        let line = named.lines().find(|line| line.contains(words)).unwrap();
        let id = line.split_once("--machine ").unwrap().1.get(..6).unwrap();
        machine.ok(&["share", "forget", "me", "--machine", id, "--yes"]);
    }
    tablet.ok("topic add -p ana 'Of a thief'");
    tablet.ok("sync");
    for machine in [&machines.laptop, desktop, &machines.laptop] {
        machine.ok("topic add -p ana 'After that'");
        machine.ok("sync");
        assert!(!titles(machine, "topic").contains(&"Of a thief".to_owned()));
    }
    let passed = tablet.run("sync");
    assert!(!titles(tablet, "topic").contains(&"After that".to_owned()), "{passed}");
}

#[test]
fn one_machine_exchanges_with_the_partner_for_all() {
    let both = TwoPeople::by_folder();
    let TwoPeople { sam, ana, .. } = &both;
    ana.ok("topic add 'Of Ana'");
    ana.ok("question add 'Whom should I ask?'");
    both.sync();
    sam.ok("topic add 'My doubts' --private");
    let shared = both.path("folder");
    sam.ok(&["share", "invite", "me", "--folder", &shared]);
    let desktop = Sandbox::new();
    let join = both.path("folder/join-me.mentor");
    let args = ["share", "join", &join, "--folder", &shared];
    assert_eq!(desktop.run_with(&args, b"", Some(&["y", "y"])).status, 0);
    assert_eq!(sam.run_with("sync", b"", Some(&["y"])).status, 0);
    let synced = desktop.run("sync");
    // The files of the pair in the same folder are none of this machine's business.
    assert!(synced.status == 0 && !synced.stderr.contains("skipped: "), "{synced}");
    assert_eq!(titles(&desktop, "topic"), ["My doubts", "Of Ana"]);
    // What only Ana can write, nobody writes there either.
    let refused = desktop.run("question edit 1 --title 'Whom?'");
    assert!(refused.status == 4 && refused.stderr.contains("Ana's"), "{refused}");
    let refused = desktop.run("share invite ana --all");
    assert!(refused.status == 4 && refused.stderr.contains("your other machine"), "{refused}");
    assert_eq!(desktop.run("share letter ana").status, 4);
    desktop.ok("question answer 1 'Ask Lee'");
    desktop.ok("followup add 'me: send the slides'");
    desktop.ok("topic add 'Of the desktop' --private");
    desktop.ok("sync");
    sam.ok("sync");
    ana.ok("sync");
    assert_eq!(ana.json("question show 1")["item"]["answer"], "Ask Lee");
    assert_eq!(titles(ana, "followup"), ["send the slides"]);
    assert_eq!(titles(ana, "topic"), ["Of Ana"]);
    assert!(!ana.ok("export").contains("Of the desktop"));
    // And back: through Sam's laptop.
    ana.ok("followup done 1");
    ana.ok("sync");
    sam.ok("sync");
    desktop.ok("sync");
    assert!(desktop.ok("followup show 1").contains("done since"));
    // A deletion there asks Ana, like one here.
    let listed = desktop.json("topic list");
    let mut items = listed["items"].as_array().unwrap().iter();
    let topic = items.find(|topic| topic["title"] == "Of Ana").unwrap()["id"].to_string();
    desktop.ok(&["topic", "delete", &topic]);
    desktop.ok("sync");
    sam.ok("sync");
    let asked = ana.run("sync");
    assert!(asked.stdout.contains("Sam would delete topic 1"), "{asked}");
    ana.ok("share keep 1 --mine");
    ana.ok("sync");
    sam.ok("sync");
    desktop.ok("sync");
    assert!(titles(&desktop, "topic").contains(&"Of Ana".to_owned()));
}

#[test]
fn undo_purge_and_restore_reach_the_other_machines() {
    let machines = Machines::new(with_records(), 1);
    let (laptop, desktop) = (&machines.laptop, machines.desktop());
    laptop.ok("topic add -p ana 'A slip'");
    machines.sync();
    laptop.ok("undo");
    machines.sync();
    assert!(!titles(desktop, "topic").contains(&"A slip".to_owned()));
    // The undo of a take lasts until the next one.
    desktop.ok("topic add -p ana 'Another'");
    desktop.ok("sync");
    laptop.ok("sync");
    laptop.ok("undo");
    assert!(!titles(laptop, "topic").contains(&"Another".to_owned()));
    laptop.ok("sync");
    assert!(titles(laptop, "topic").contains(&"Another".to_owned()));
    machines.sync();
    machines.must_agree();
    desktop.ok("purge topic 1 -p ana --yes");
    machines.sync();
    machines.must_agree();
    for machine in machines.all() {
        assert!(!machine.ok("share send me --dry-run").contains("My doubts"));
        assert!(!machine.ok("export").contains("My doubts"));
    }
    let copy = machines.path("copy.db");
    laptop.ok(&["backup", "-o", &copy]);
    laptop.ok("topic add -p ana 'After the backup'");
    laptop.ok("sync");
    desktop.ok("topic add -p ana 'Of the desktop'");
    desktop.ok("sync");
    laptop.ok(&["restore", &copy, "--yes"]);
    laptop.ok("topic add -p ana 'After the restore'");
    machines.sync();
    machines.must_agree();
    let all = titles(laptop, "topic");
    for title in ["After the backup", "Of the desktop", "After the restore"] {
        assert!(all.contains(&title.to_owned()), "{all:?}");
    }
}

#[test]
fn only_a_compared_machine_with_an_empty_file_joins() {
    let machines = Machines::new(with_records(), 0);
    let laptop = &machines.laptop;
    let folder = machines.between.path().display().to_string();
    let invited = laptop.run(&["share", "invite", "me", "--folder", &folder]).to_string();
    assert!(invited.contains("This machine's key: "), "{invited}");
    assert_eq!(laptop.run("share send me").status, 4);
    let join = machines.path("join-me.mentor");
    assert!(!fs::read_to_string(&join).unwrap().contains("Rivera"));
    // One's own invitation, a data file with records, words that differ, no terminal.
    assert_eq!(laptop.run(&["share", "join", &join]).status, 4);
    let refused = with_records().run(&["share", "join", &join]);
    assert!(refused.status == 4 && refused.stderr.contains("records of its own"), "{refused}");
    let desktop = Sandbox::new();
    assert_eq!(desktop.run(&["share", "join", &join, "--yes"]).status, 5);
    assert_eq!(machines.join(&desktop, &["y", "n"]).status, 4);
    assert!(!desktop.db().exists());
    // A name of its own gives way to the user's.
    desktop.ok("init --name 'Sam at the desk' --tz Europe/Paris");
    assert_eq!(machines.join(&desktop, &["y", "y"]).status, 0);
    let refused = desktop.run("share words me --ok");
    assert!(
        refused.status == 2 && refused.stderr.contains("words of the other person"),
        "{refused}"
    );
    let words = desktop.ok("share words me");
    assert!(words.starts_with("This machine: "), "{words}");
    assert_eq!(laptop.run("sync").status, 5);
    assert_eq!(
        laptop.run_with("sync", b"", Some(&["n"])).to_string().matches("skipped: ").count(),
        1
    );
    assert_eq!(laptop.run_with("sync", b"", Some(&["y"])).status, 0);
    desktop.ok("sync");
    assert_eq!(records(&desktop), records(laptop));
    // The invitation was answered: nobody else can use it.
    let thief = Sandbox::new();
    assert_eq!(machines.join(&thief, &["y", "y"]).status, 0);
    let passed = laptop.run("sync");
    assert!(passed.stderr.contains("none of yours has introduced"), "{passed}");
    drop(thief.run("sync"));
    assert!(!thief.ok("pair list").contains("ana"));
    // An invitation that is too old.
    laptop.ok(&["share", "invite", "me", "--folder", &folder]);
    thief.at("2027-02-01T09:00:00Z");
    thief.ok("share end me --yes");
    let refused = machines.join(&thief, &["y", "y"]);
    assert!(refused.stderr.contains("was valid until 31 Dec 2026"), "{refused}");
}

/// The machines type words into goals, topics and private notes, in any order of exchanges. Returns how many words were
/// replaced by versions of other machines.
fn play(seed: u64) -> usize {
    let machines = Machines::new(with_records(), 2);
    let all = machines.all();
    let mut dice = Dice::new(seed);
    // Words that nobody has replaced after seeing them.
    let mut standing: Vec<String> = Vec::new();
    for turn in 0..24 {
        let machine = all[dice.roll(all.len())];
        let word = format!("word{turn}");
        match dice.roll(6) {
            0 | 1 => {
                let goal = machine.json("goal show 1 -p ana")["item"]["title"].clone();
                standing.retain(|word| goal != word.as_str());
                machine.ok(&["goal", "edit", "1", "-p", "ana", "--title", &word]);
                standing.push(word);
            }
            2 => {
                machine.ok(&["topic", "add", "-p", "ana", &word, "--private"]);
                standing.push(word);
            }
            3 => {
                let listed = machine.json("topic list -p ana --all");
                let items = listed["items"].as_array().unwrap();
                let topic = &items[dice.roll(items.len())];
                standing.retain(|word| topic["notes"] != word.as_str());
                let number = topic["id"].to_string();
                machine.ok(&["topic", "edit", &number, "-p", "ana", "--notes", &word]);
                standing.push(word);
            }
            _ => drop(machine.ok("sync")),
        }
    }
    machines.sync();
    machines.must_agree();
    let exported = machines.laptop.ok("export");
    let drafts: String = all.iter().map(|machine| drafts(machine)).collect();
    for word in &standing {
        let quoted = format!("\"{word}\"");
        let is_there = exported.contains(&quoted)
            || drafts.lines().any(|line| line.split([' ', ':']).any(|one| one == word));
        assert!(is_there, "seed {seed}: {word} is lost\n{drafts}");
    }
    standing.iter().filter(|word| !exported.contains(&format!("\"{word}\""))).count()
}

fn drafts(machine: &Sandbox) -> String {
    let folder = machine.home.path().join(".local/state/mentor/drafts");
    let files = fs::read_dir(folder).into_iter().flatten();
    files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
}

/// Left out by `just check`.
mod slow {
    use super::*;

    #[test]
    fn no_order_of_exchanges_loses_words_of_one_person() {
        let replaced: usize = play_each(seeds(4, 1_000), play).iter().sum();
        // Control: without the drafts, words would be missing.
        assert!(replaced > 0);
    }
}

#[test]
fn joining_without_a_terminal_names_all_that_is_missing() {
    let laptop = Sandbox::with_pair();
    let between = folder();
    let invitation = between.path().join("join-me.mentor").display().to_string();
    laptop.ok(&["share", "invite", "me", "--folder", &between.path().display().to_string()]);
    let desktop = Sandbox::new();
    insta::assert_snapshot!(desktop.run(&["share", "join", &invitation]), @"
    --- stderr ---
    error: the words of the other machine's key have to be compared on a terminal
           nothing was changed
    hint: use `--yes --unchecked` if nobody else could reach the files in between
    [exit 5]
    ");
    let output = desktop.run(&["share", "join", &invitation, "--yes"]);
    assert!(output.stderr.contains("use `--unchecked` if"), "{output}");
}
