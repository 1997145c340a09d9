//! Finds a working command line for every command by trying arguments, so that the other tests cover all commands, new
//! ones included.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::command_tree::{self, Argument, Command};
use crate::files::Files;
use crate::random::Dice;
use crate::sandbox::Sandbox;

/// A command line that succeeds.
#[derive(Clone, Debug)]
pub struct Line {
    /// The arguments after `mentor`; a file in the home folder is written `@name`.
    words: Vec<String>,
    /// Whether it changes a file below the home folder.
    pub changes: bool,
    /// Whether it changes the data file.
    pub changes_data: bool,
    /// Whether it makes an undo step.
    pub is_step: bool,
}

impl Line {
    /// Returns the arguments, with the files in this home folder.
    pub fn in_home(&self, home: &Path) -> Vec<String> {
        self.words.iter().map(|word| in_home(word, home)).collect()
    }

    pub fn words(&self) -> Vec<String> {
        self.words.clone()
    }

    /// Returns whether the command is, for example, `goal add`.
    pub fn starts_with(&self, command: &str) -> bool {
        self.words.join(" ").starts_with(command)
    }
}

pub fn in_home(word: &str, home: &Path) -> String {
    match word.strip_prefix('@') {
        Some(name) => home.join(name).display().to_string(),
        None => word.to_owned(),
    }
}

pub fn strs(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// Returns plausible values for an argument by its value name, the best guess first.
fn guesses(value: &str) -> &'static [&'static str] {
    match value {
        "TEXT" | "NOTES" | "HOLIDAYS" => &["Something to say", "me: read it by fri"],
        "TITLE" => &["A title of some words"],
        "NAME" => &["Kim Berg"],
        "WORD" | "LANGUAGE" => &["4", "calm"],
        "NUMBER" | "OTHER" | "VERSION" | "V1" | "V2" | "COUNT" => &NUMBERS,
        "DRAFT" | "WHICH" => &["1"],
        "1-10" | "1-5" => &["4"],
        "DATE" => &["2026-12-20", "2027-02-01", "2026-12-01", "2026-11-20"],
        "WHEN" => &["2026-12-10 17:00", "2026-12-01 08:00", "today 18:00"],
        "SPAN" | "RHYTHM" => &["2 weeks", "every 3 weeks", "2 working days", "24h"],
        "LENGTH" | "HOURS" => &["40", "50m"],
        "PERCENT" => &["55", "35%"],
        "WHO" => &["mentor", "mentee", "me", "them"],
        "KIND" => &["keep", "change"],
        "LINE" => &["me: read it by fri"],
        "GOAL=PERCENT" => &["1=95%", "2=70%"],
        "GOAL=1-10" => &["1=9"],
        "KEY" => &["due_within"],
        "VALUE" => &["4 days"],
        "PAIR" | "PERSON" => &PAIRS,
        "ZONE" => &["Asia/Tokyo"],
        "DAYS" => &["mon-thu"],
        "DIR" => &["@between"],
        "FROM-UNTIL" => &["08:00-16:00"],
        _ if value.ends_with("FILE") => &FILES,
        "ARGUMENTS" => &["--quiet"],
        _ => &ANYTHING,
    }
}

/// The slugs of the pairs in the prepared home folder. The first is in use, and the last belongs to no pair.
const PAIRS: [&str; 6] = ["ana", "kim", "lee", "max", "priya", "bo"];

const FILES: [&str; 6] =
    ["@new.file", "@all.json", "@agreement.toml", "@log.toml", "@join.mentor", "@sent.mentor"];

const NUMBERS: [&str; 20] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
    "18", "19", "20",
];

const ANYTHING: [&str; 16] = [
    "Something to say", "1", "2", "2026-12-20", "2026-12-10 17:00", "mentor", "mentee", "ana",
    "keep", "4", "45m", "2 weeks", "50%", "1=4", "https://example.org/page", "@all.json",
];

/// Returns the arguments of one attempt: the required ones, and more and more of the optional ones from attempt to
/// attempt.
fn attempt(command: &Command, dice: &mut Dice, n: usize) -> Vec<String> {
    let mut words: Vec<String> = command.path.iter().map(|word| (*word).to_owned()).collect();
    for argument in &command.arguments {
        // Help does nothing, a form needs an editor, and `-` waits for input.
        if matches!(argument.flag, Some("--help" | "--editor" | "--template")) {
            continue;
        }
        // Manual pages are not user data: they are for all users, and can be written again.
        if argument.value == Some("FOLDER") {
            continue;
        }
        // Without a path the file would be written beside the tests.
        let is_place = command.path[0] == "share" && argument.flag == Some("--output");
        // None, a quarter, half, three quarters or all of the options; but a form in a file excludes the others.
        let is_file =
            argument.flag.is_some() && argument.value.is_some_and(|value| value.ends_with("FILE"));
        let share = if is_file { 2 * usize::from(n % 7 > 4) } else { n % 5 };
        let is_wanted = argument.is_needed || is_place || dice.below(4) < share;
        if is_wanted {
            words.extend(typed(argument, dice, n));
        }
    }
    if n > 4 && dice.below(4) == 0 {
        let pair = PAIRS[dice.below(PAIRS.len())];
        if !WITHOUT_PAIR.contains(&command.path[0]) {
            words.extend(["-p".to_owned(), pair.to_owned()]);
        }
    }
    words
}

/// The commands that are not about one pair, and refuse `-p`.
const WITHOUT_PAIR: [&str; 9] =
    ["backup", "check", "completions", "config", "demo", "draft", "init", "remind", "restore"];

fn typed(argument: &Argument, dice: &mut Dice, n: usize) -> Vec<String> {
    let mut words: Vec<String> = argument.flag.iter().map(|flag| (*flag).to_owned()).collect();
    if let Some(value) = argument.value {
        let guesses = match argument.choices[..] {
            [] => guesses(value),
            ref choices => choices,
        };
        // The first attempts use the best guess.
        let at = if n < 4 || dice.below(3) == 0 { 0 } else { dice.below(guesses.len()) };
        words.push(guesses[at].to_owned());
    }
    words
}

/// A home folder with half a year of a mentorship, more records, drafts, backups of yesterday and today, and documents
/// to import.
pub fn sample_files() -> &'static Files {
    static MADE: OnceLock<Files> = OnceLock::new();
    MADE.get_or_init(|| {
        let sandbox = surrounded(Sandbox::new());
        let home = sandbox.home.path();
        make_programs(home);
        let demo = sandbox.json("demo");
        let demo = PathBuf::from(demo["db"].as_str().unwrap());
        fs::create_dir_all(sandbox.db().parent().unwrap()).unwrap();
        fs::rename(&demo, sandbox.db()).unwrap();
        fs::remove_dir_all(demo.parent().unwrap()).unwrap();
        sandbox.ok("pair use ana");
        for line in include_str!("story.txt").lines().filter(|line| !line.starts_with('#')) {
            if let Some((at, typed)) = line.split_once(' ') {
                sandbox.at(at).ok(&strs(&shell_words::split(typed).unwrap()));
            }
        }
        let _ = sandbox.run("log 'Kept as a draft' --db /dev/null");
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        for form in ["log.toml", "agreement.toml"] {
            fs::copy(examples.join(form), home.join(form)).unwrap();
        }
        let other = Sandbox::with_agreement();
        other.ok("topic add 'Of another file'");
        other.ok("pair edit ana --rename imported");
        fs::write(home.join("all.json"), other.ok("export")).unwrap();
        share(&sandbox);
        // Undone last, so that there is something to redo.
        sandbox.ok("topic add 'Taken back'");
        sandbox.ok("undo");
        Files::below(home)
    })
}

/// Kim shares a pair, has made conflicting changes and sent more since; Lee has sent an invitation.
fn share(sandbox: &Sandbox) {
    let home = sandbox.home.path();
    let (kim, lee) = (Sandbox::new(), Sandbox::new());
    let path = |name: &str| home.join(name).display().to_string();
    let (join, sent) = (path("join.mentor"), path("sent.mentor"));
    let give = |from: &Sandbox, to: &Sandbox| {
        from.ok(&["share", "send", "--unchecked", "-o", &sent]);
        to.ok(&["share", "take", &sent]);
    };
    sandbox.ok("topic add -p kim 'Of both'");
    // Any two of these may be one talk.
    for hour in 1..=4 {
        let at = format!("2026-12-01 0{hour}:00");
        sandbox.ok(&["log", "-p", "kim", "A talk", "--at", &at, "--minutes", "20"]);
    }
    sandbox.ok(&["share", "invite", "kim", "--all", "-o", &join]);
    kim.ok(&["share", "join", &join, "--yes", "--unchecked", "-o", &sent]);
    sandbox.ok(&["share", "take", &sent]);
    give(sandbox, &kim);
    let own = kim.json("topic list")["items"][0]["id"].to_string();
    let shared = sandbox.json("topic list -p kim")["items"][0]["id"].to_string();
    kim.ok(&["topic", "edit", &own, "--title", "As Kim has it"]);
    sandbox.ok(&["topic", "edit", &shared, "--title", "As I have it"]);
    give(&kim, sandbox);
    kim.ok("topic add 'Sent since'");
    kim.ok(&["share", "send", "--unchecked", "-o", &sent]);
    fs::create_dir(home.join("between")).unwrap();
    fs::copy(&sent, home.join("between/kim.mentor")).unwrap();
    fs::remove_file(&join).unwrap();
    let me = sandbox.json("person show me")["item"]["name"].clone();
    let add = ["init", "--name", "Lee Park"];
    lee.ok(&add);
    lee.ok(&["pair", "add", "them", "--mentee", me.as_str().unwrap()]);
    lee.ok(&["share", "invite", "them", "--all", "-o", &join]);
}

/// Makes a sandbox with this home folder.
pub fn sample_sandbox() -> Sandbox {
    let sandbox = surrounded(Sandbox::new());
    sample_files().put_into(sandbox.home.path());
    sandbox
}

fn surrounded(sandbox: Sandbox) -> Sandbox {
    for (name, value) in surroundings(sandbox.home.path()) {
        sandbox.vars.borrow_mut().insert(name.to_owned(), value);
    }
    sandbox
}

/// The variables for the prepared home folder.
pub fn surroundings(home: &Path) -> [(&'static str, String); 2] {
    [
        ("PATH", home.join(PROGRAMS).display().to_string()),
        // An editor that exits at once.
        ("EDITOR", "/bin/true".to_owned()),
    ]
}

/// The folder with fakes of the system programs that a command may start.
const PROGRAMS: &str = "bin";

fn make_programs(home: &Path) {
    let program = home.join(PROGRAMS).join("systemctl");
    fs::create_dir(home.join(PROGRAMS)).unwrap();
    fs::write(&program, "#!/bin/sh\n").unwrap();
    fs::set_permissions(program, fs::Permissions::from_mode(0o700)).unwrap();
}

/// After how many attempts a command is given up.
const PATIENCE: usize = 1500;

/// How many more attempts are made to find a line that changes something.
const EXTRA_ATTEMPTS: usize = 25;

/// Returns a line for every command, in the order of the tree, and the commands for which no attempt succeeded.
fn all_lines() -> &'static (Vec<Line>, Vec<String>) {
    static FOUND: OnceLock<(Vec<Line>, Vec<String>)> = OnceLock::new();
    FOUND.get_or_init(|| {
        let sandbox = sample_sandbox();
        let (mut lines, mut given_up) = (Vec::new(), Vec::new());
        for command in command_tree::commands().iter().filter(|command| !command.is_group) {
            match line(&sandbox, command) {
                [None, None] => given_up.push(command.path.join(" ")),
                found => lines.extend(found.into_iter().flatten()),
            }
        }
        (lines, given_up)
    })
}

/// Returns one working line for every command.
pub fn lines() -> &'static [Line] {
    &all_lines().0
}

/// Finds the first line that succeeds, and the first one that changes something.
fn line(sandbox: &Sandbox, command: &Command) -> [Option<Line>; 2] {
    let mut dice = Dice(11);
    let (mut reads, mut changes, mut since) = (None, None, 0);
    for n in 0..PATIENCE {
        if changes.is_some() || since > EXTRA_ATTEMPTS {
            break;
        }
        since += usize::from(reads.is_some());
        match tried(sandbox, attempt(command, &mut dice, n)) {
            Some(line) if line.changes => changes = Some(line),
            Some(line) => reads = reads.or(Some(line)),
            None => {}
        }
    }
    [reads, changes]
}

/// Runs a line in the prepared home folder and records what it changes. `None`: it fails.
fn tried(sandbox: &Sandbox, words: Vec<String>) -> Option<Line> {
    let home = sandbox.home.path();
    let mut line = Line { words, changes: false, changes_data: false, is_step: false };
    let output = sandbox.run(&strs(&line.in_home(home)));
    let is_changed = !sample_files().are_in(home, |_| true);
    line.changes = is_changed;
    line.changes_data = !sample_files().are_in(home, |name| name.starts_with(".local/share"));
    line.is_step = is_changed && newest_step(sandbox) > newest_step_of_all();
    if is_changed {
        sample_files().put_into(home);
    }
    (output.status == 0).then_some(line)
}

fn newest_step_of_all() -> i64 {
    static NEWEST: OnceLock<i64> = OnceLock::new();
    *NEWEST.get_or_init(|| newest_step(&sample_sandbox()))
}

fn newest_step(sandbox: &Sandbox) -> i64 {
    let history = sandbox.json("history");
    history["items"][0]["id"].as_i64().unwrap_or_default()
}

#[test]
fn working_line_is_found_for_every_command() {
    let (lines, given_up) = all_lines();
    assert!(
        given_up.is_empty(),
        "no try made these do anything; give their values words in `guesses`: {given_up:?}"
    );
    for changing in
        ["undo", "redo", "import", "backup", "restore", "check --repair", "purge", "draft resume"]
    {
        let is_there = |line: &Line| line.changes && line.starts_with(changing);
        assert!(lines.iter().any(is_there), "`{changing}` changes nothing");
    }
    assert!(lines.iter().filter(|line| line.is_step).count() > 30);
}
