//! The power is cut: what was synced is on the disk, of the rest any part in any order. Every acknowledged change is
//! there and none is there by half.
//!
//! Every write, sync and change of name is written down while the program runs (`power.c`); then the disk of many
//! moments is built from that. Names are taken to be durable at once, as on ext4 with its journal.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::dice::Dice;
use crate::real::Home;
use crate::size;

struct Entry {
    op: u8,
    path: String,
    at: usize,
    data: Vec<u8>,
}

fn entries(log: &[u8]) -> Vec<Entry> {
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let mut found = Vec::new();
    let mut rest = log;
    while rest.len() >= 21 {
        let (path, data) = (number(&rest[1..5]), number(&rest[13..21]));
        found.push(Entry {
            op: rest[0],
            path: String::from_utf8(rest[21..21 + path].to_vec()).unwrap(),
            at: number(&rest[5..13]),
            data: rest[21 + path..21 + path + data].to_vec(),
        });
        rest = &rest[21 + path + data..];
    }
    found
}

/// A file: what is surely on the disk, and what may be.
#[derive(Clone, Default)]
struct File {
    durable: Vec<u8>,
    pending: Vec<Pending>,
}

#[derive(Clone)]
enum Pending {
    Write(usize, Vec<u8>),
    Length(usize),
}

impl File {
    fn put(bytes: &mut Vec<u8>, pending: &Pending) {
        match pending {
            Pending::Write(at, data) => {
                bytes.resize(bytes.len().max(at + data.len()), 0);
                bytes[*at..at + data.len()].copy_from_slice(data);
            }
            Pending::Length(length) => bytes.resize(*length, 0),
        }
    }

    fn sync(&mut self) {
        for pending in std::mem::take(&mut self.pending) {
            File::put(&mut self.durable, &pending);
        }
    }

    /// What is found after the cut: of what was not synced some, and of a write perhaps only some sectors.
    fn after_cut(&self, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        for pending in &self.pending {
            match (dice.below(3), pending) {
                (0, _) => {}
                (1, Pending::Write(at, data)) => {
                    let sectors = dice.below(data.len().div_ceil(512) + 1) * 512;
                    let torn = data[..sectors.min(data.len())].to_vec();
                    File::put(&mut bytes, &Pending::Write(*at, torn));
                }
                (_, pending) => File::put(&mut bytes, pending),
            }
        }
        bytes
    }
}

/// The files as they are after so many entries. Two names may be one file.
fn disk(entries: &[Entry], syncs_count: bool) -> BTreeMap<String, File> {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut files: Vec<File> = Vec::new();
    for entry in entries {
        // A folder is synced for its names, which are durable here anyway.
        if entry.op == b'S' && !names.contains_key(&entry.path) {
            continue;
        }
        let to = || String::from_utf8(entry.data.clone()).unwrap();
        let id = *names.entry(entry.path.clone()).or_insert_with(|| {
            files.push(File::default());
            files.len() - 1
        });
        match entry.op {
            b'W' => files[id]
                .pending
                .push(Pending::Write(entry.at, entry.data.clone())),
            b'T' => files[id].pending.push(Pending::Length(entry.at)),
            b'S' if syncs_count => files[id].sync(),
            b'S' => {}
            b'U' => drop(names.remove(&entry.path)),
            b'R' => {
                names.remove(&entry.path);
                names.insert(to(), id);
            }
            b'L' => drop(names.insert(to(), id)),
            other => panic!("{other}"),
        }
    }
    names
        .into_iter()
        .map(|(name, id)| (name, files[id].clone()))
        .collect()
}

fn recorder() -> PathBuf {
    let library =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("power-{}.so", std::process::id()));
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/torture/power.c");
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .arg(&library)
        .arg(source)
        .arg("-ldl")
        .status();
    assert!(built.unwrap().success(), "the C compiler failed");
    library
}

/// A mentorship that is lived through, and written down.
struct Life {
    home: Home,
    entries: Vec<Entry>,
    /// After so many entries, this many logs were acknowledged.
    acknowledged: Vec<usize>,
}

fn live(logs: usize) -> Life {
    let (home, library) = (Home::new(), recorder());
    let log = home.path().join("power.log");
    let under = home.path().join(".local");
    let run = |args: &[&str]| {
        let mut command = home.mentor(args);
        command
            .env("LD_PRELOAD", &library)
            .env("POWER_UNDER", &under)
            .env("POWER_LOG", &log);
        let output = command.stdin(Stdio::null()).output().unwrap();
        assert!(
            output.status.success(),
            "{args:?}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    let so_far = || entries(&fs::read(&log).unwrap()).len();
    run(&["pair", "add", "ana", "--mentee", "Ana"]);
    let mut acknowledged = Vec::new();
    for n in 0..logs {
        run(&[
            "log",
            &format!("talk-{n}-"),
            "--followup",
            &format!("me: task-{n}- by fri"),
            "--win",
            &format!("win-{n}-"),
        ]);
        acknowledged.push(so_far());
        run(&["topic", "add", "Taken back at once"]);
        run(&["undo"]);
    }
    run(&["backup"]);
    let entries = entries(&fs::read(&log).unwrap());
    Life {
        home,
        entries,
        acknowledged,
    }
}

/// How many cuts lost an acknowledged log, left one by half, or left a file that is damaged.
fn cut(life: &Life, cuts: usize, syncs_count: bool) -> usize {
    let mut dice = Dice(7);
    let first = life.acknowledged[0];
    let mut bad = 0;
    for _ in 0..cuts {
        let at = first + dice.below(life.entries.len() - first);
        let after = Home::new();
        for (name, file) in disk(&life.entries[..at], syncs_count) {
            let below = Path::new(&name).strip_prefix(life.home.path()).unwrap();
            let path = after.path().join(below);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file.after_cut(&mut dice)).unwrap();
        }
        let acknowledged = life
            .acknowledged
            .iter()
            .filter(|entries| **entries <= at)
            .count();
        let export = after.run(&["export"]);
        let all = String::from_utf8_lossy(&export.stdout);
        let is_sound = (0..life.acknowledged.len()).all(|n| {
            let parts =
                ["talk", "task", "win"].map(|part| all.matches(&format!("\"{part}-{n}-")).count());
            parts == [1; 3] || (parts == [0; 3] && n >= acknowledged)
        });
        if !is_sound || !export.status.success() || !after.run(&["check"]).status.success() {
            bad += 1;
        }
    }
    bad
}

#[test]
fn a_cut_of_the_power_loses_nothing_that_was_acknowledged() {
    let life = live(12);
    assert_eq!(cut(&life, size(200, 20_000), true), 0);
}

/// The control: on a disk on which syncing does nothing, as under `synchronous=OFF`, cuts do harm.
#[test]
fn a_program_that_does_not_sync_is_seen() {
    let life = live(3);
    assert!(cut(&life, 40, false) > 0);
}
