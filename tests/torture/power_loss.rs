//! Power cuts: synced data is on the disk, and any part of the rest in any order. Every acknowledged change must be
//! stored, and none partially.
//!
//! Every write, sync and rename is logged while the program runs (`power.c`). From the log the state of the disk is
//! built for many moments: with any of the writes to a file since its last sync, and with the first few of the renames
//! since the last sync of their folder, as on ext4 with its journal.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::command_lines::{self, in_home, strs};
use crate::faults::library;
use crate::files::Files;
use crate::folder::folder;
use crate::random::Dice;
use crate::real::program;
use crate::sandbox::Sandbox;
use crate::size;
use crate::upgrade;

struct Entry {
    op: u8,
    path: String,
    at: usize,
    data: Vec<u8>,
}

fn entries(log: &[u8]) -> Vec<Entry> {
    let number =
        |bytes: &[u8]| bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte));
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

/// A file, with its durable content and its pending writes.
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

    /// Returns the content after a cut: some of the pending writes, each perhaps with only some of its sectors.
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

/// Which syncs are effective.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Synced {
    All,
    /// Those of files but not of folders, as with `synchronous=FULL`: a deleted name may come back.
    Files,
    /// None, as with `synchronous=OFF`.
    Nothing,
}

/// A name given to a file or removed from it.
struct Naming {
    name: PathBuf,
    file: Option<usize>,
}

/// The disk while the program runs: the files, and their durable names.
struct Disk {
    files: Vec<File>,
    names: BTreeMap<PathBuf, usize>,
    durable: BTreeMap<PathBuf, usize>,
    /// The changes of names since their folder was synced, in order.
    pending: Vec<Naming>,
}

impl Disk {
    fn with_files(files: &Files, home: &Path) -> Disk {
        let names: BTreeMap<_, _> =
            files.by_name.keys().map(|name| home.join(name)).zip(0..).collect();
        let durable = |bytes: &Vec<u8>| File { durable: bytes.clone(), pending: Vec::new() };
        Disk {
            files: files.by_name.values().map(durable).collect(),
            durable: names.clone(),
            names,
            pending: Vec::new(),
        }
    }

    fn name(&mut self, name: PathBuf, file: Option<usize>) {
        match file {
            Some(file) => self.names.insert(name.clone(), file),
            None => self.names.remove(&name),
        };
        self.pending.push(Naming { name, file });
    }

    fn sync_folder(&mut self, folder: &Path) {
        let (here, elsewhere) = std::mem::take(&mut self.pending)
            .into_iter()
            .partition(|naming: &Naming| naming.name.parent() == Some(folder));
        self.pending = elsewhere;
        put_names(&mut self.durable, &here);
    }

    fn happens(&mut self, entry: &Entry, synced: Synced) {
        let path = PathBuf::from(&entry.path);
        let file = self.names.get(&path).copied();
        let to = || PathBuf::from(String::from_utf8(entry.data.clone()).unwrap());
        match (entry.op, file) {
            (b'C', _) => {
                self.files.push(File::default());
                self.name(path, Some(self.files.len() - 1));
            }
            (b'W', Some(file)) => {
                let write = Pending::Write(entry.at, entry.data.clone());
                self.files[file].pending.push(write);
            }
            (b'T', Some(file)) => self.files[file].pending.push(Pending::Length(entry.at)),
            (b'S', _) if synced == Synced::Nothing => {}
            (b'S', Some(file)) => self.files[file].sync(),
            (b'S', None) if synced == Synced::All => self.sync_folder(&path),
            (b'S', None) => {}
            (b'U', _) => self.name(path, None),
            (b'R', _) => {
                self.name(path, None);
                self.name(to(), file);
            }
            (b'L', _) => self.name(to(), file),
            (op, _) => panic!("{op}: {}", path.display()),
        }
    }

    /// Returns the files after a cut, with the first few of the pending names.
    fn after_cut(&self, dice: &mut Dice, home: &Path) -> Files {
        let mut names = self.durable.clone();
        put_names(&mut names, &self.pending[..dice.below(self.pending.len() + 1)]);
        let found = names.into_iter().map(|(name, file)| {
            let name = name.strip_prefix(home).unwrap().to_owned();
            (name, self.files[file].after_cut(dice))
        });
        Files::new(found.collect())
    }
}

fn put_names(names: &mut BTreeMap<PathBuf, usize>, namings: &[Naming]) {
    for naming in namings {
        match naming.file {
            Some(file) => names.insert(naming.name.clone(), file),
            None => names.remove(&naming.name),
        };
    }
}

/// A sequence of commands with the log of their file operations.
struct RecordedRun {
    home: PathBuf,
    begins: Files,
    entries: Vec<Entry>,
    /// For each acknowledged command, the number of log entries by then, and the export afterwards.
    states: Vec<(usize, String)>,
}

/// Returns all data. A file without records counts as none.
fn state(sandbox: &Sandbox) -> String {
    let export = sandbox.run("export");
    let is_none = export.status == 3 || (export.status == 0 && !export.stdout.contains("\"uid\""));
    if is_none { String::new() } else { export.to_string() }
}

/// Runs the lines one after the other and logs them.
fn live(begins: &Files, lines: &[Vec<String>]) -> RecordedRun {
    let sandbox = Sandbox::new();
    let home = sandbox.home.path();
    begins.put_into(home);
    let log = folder();
    let log = log.path().join("power.log");
    let so_far = || entries(&fs::read(&log).unwrap_or_default()).len();
    let mut states = vec![(0, state(&sandbox))];
    for line in lines {
        let args: Vec<_> = line.iter().map(|word| in_home(word, home)).collect();
        let mut command = program(home, &strs(&args));
        command
            .envs(command_lines::surroundings(home))
            .env("LD_PRELOAD", library("power"))
            .env("POWER_UNDER", home)
            .env("POWER_LOG", &log);
        let ended = command.stdin(Stdio::null()).output().unwrap().status;
        assert!(ended.code().is_some(), "{line:?}: {ended}");
        states.push((so_far(), state(&sandbox)));
    }
    RecordedRun {
        home: home.to_owned(),
        begins: begins.clone(),
        entries: entries(&fs::read(&log).unwrap()),
        states,
    }
}

/// Counts the cuts that lost an acknowledged change, left a partial one, or damaged the file.
fn cut(life: &RecordedRun, cuts: usize, synced: Synced) -> usize {
    let mut dice = Dice(7);
    let mut moments: Vec<_> = (0..cuts).map(|_| dice.below(life.entries.len() + 1)).collect();
    moments.sort_unstable();
    let (mut disk, mut happened) = (Disk::with_files(&life.begins, &life.home), 0);
    let sandbox = Sandbox::new();
    let mut bad = 0;
    for moment in moments {
        for entry in &life.entries[happened..moment] {
            disk.happens(entry, synced);
        }
        happened = moment;
        disk.after_cut(&mut dice, &life.home).put_into(sandbox.home.path());
        let found = state(&sandbox);
        // The acknowledged state, or that after the complete command that was running.
        let at = life.states.partition_point(|(entries, _)| *entries <= moment);
        let may_be = &life.states[at - 1..(at + 1).min(life.states.len())];
        let is_whole = may_be.iter().any(|(_, state)| *state == found);
        let is_sound = matches!(sandbox.run("check").status, 0 | 3);
        bad += usize::from(!is_whole || !is_sound);
    }
    bad
}

/// Returns every command that changes something, each followed by `undo` if it is a step, so that the next one finds
/// the same data.
fn all_lines() -> Vec<Vec<String>> {
    let lines = command_lines::lines().iter();
    let lines = lines.filter(|line| line.changes && !line.starts_with("demo"));
    let undo = || vec!["undo".to_owned()];
    lines.flat_map(|line| std::iter::once(line.words()).chain(line.is_step.then(undo))).collect()
}

#[test]
fn power_cut_loses_no_acknowledged_change() {
    let life = live(command_lines::sample_files(), &all_lines());
    let mut different: Vec<_> = life.states.iter().map(|(_, state)| state).collect();
    different.sort_unstable();
    different.dedup();
    assert!(different.len() > 40, "{}", different.len());
    assert_eq!(cut(&life, size(200, 20_000), Synced::All), 0);
}

#[test]
fn power_cut_on_the_first_day_loses_nothing() {
    let first = ["pair add ana --mentee Ana", "log Talked --win Shipped", "undo", "redo", "backup"];
    let life = live(&Files::new(BTreeMap::new()), &first.map(words));
    assert_eq!(cut(&life, size(60, 5_000), Synced::All), 0);
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

#[test]
fn power_cut_during_an_upgrade_loses_nothing() {
    for begins in upgrade::homes() {
        let life = live(&begins, &["topic add Pace -p ana", "undo"].map(words));
        assert!(life.states[0].1 != life.states[1].1);
        assert_eq!(cut(&life, size(60, 5_000), Synced::All), 0);
    }
}

/// Control: cuts do harm if syncing has no effect, as with `synchronous=OFF`, and also if only folders are not synced,
/// as with `synchronous=FULL`.
#[test]
fn program_that_does_not_sync_is_detected() {
    let life = live(command_lines::sample_files(), &all_lines()[..12]);
    for synced in [Synced::Nothing, Synced::Files] {
        assert!(cut(&life, 60, synced) > 0);
    }
}
