//! Index pages that are well-formed but wrong: empty, swapped with another page, or older. `SQLite` notices none of
//! them. Each report must print the same as for the intact file, or that the file is damaged.

use std::fs;

use rusqlite::Connection;

use crate::command_lines::{self, Line, strs};
use crate::random::Dice;
use crate::sandbox::{Output, Sandbox};
use crate::size;

const PAGE: usize = 4096;

/// A prepared home folder, the output of its reports, and the pages of its SQL indexes.
struct Sound {
    sandbox: Sandbox,
    bytes: Vec<u8>,
    /// The file as it was some writes earlier.
    older: Vec<u8>,
    reads: Vec<(Vec<String>, Output)>,
    pages: Vec<usize>,
}

/// A kind of damage to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    /// The page has no entries.
    Empty,
    /// The page is swapped with another one.
    Swapped(usize),
    /// The page is a copy of another one.
    Copied(usize),
    /// The page is as it was some writes earlier.
    Stale,
    /// The last entry of the page is missing.
    Shorter,
    /// The page is all zeros.
    Zeros,
}

impl Sound {
    fn new() -> Sound {
        let sandbox = command_lines::sample_sandbox();
        let older = fs::read(sandbox.db()).unwrap();
        let home = sandbox.home.path().to_owned();
        let (writes, reads): (Vec<&Line>, Vec<&Line>) =
            command_lines::lines().iter().partition(|line| line.changes);
        // Commands that end or delete something are left out, since they would leave less to read.
        let adds = |line: &&&Line| {
            let mut words = line.words().into_iter();
            line.is_step && (words.nth(1).as_deref() == Some("add") || line.starts_with("log"))
        };
        for line in writes.iter().filter(adds) {
            let _ = sandbox.run(&strs(&line.in_home(&home)));
        }
        let bytes = fs::read(sandbox.db()).unwrap();
        let reads = reads.iter().map(|line| {
            let args = line.in_home(&home);
            let output = sandbox.run(&strs(&args));
            (args, output)
        });
        let reads = reads.collect();
        let pages = index_pages(&bytes);
        Sound { sandbox, bytes, older, reads, pages }
    }

    /// Returns the file with one damaged page. `None`: the damage makes no difference.
    fn damaged(&self, page: usize, damage: Damage) -> Option<Vec<u8>> {
        let mut bytes = self.bytes.clone();
        let of = |page: usize| page * PAGE..(page + 1) * PAGE;
        match damage {
            Damage::Empty => empty(&mut bytes[of(page)]),
            Damage::Zeros => bytes[of(page)].fill(0),
            Damage::Shorter => {
                let count = u16::from_be_bytes([bytes[page * PAGE + 3], bytes[page * PAGE + 4]]);
                let count = count.checked_sub(1)?.to_be_bytes();
                bytes[page * PAGE + 3..page * PAGE + 5].copy_from_slice(&count);
            }
            Damage::Copied(other) => bytes.copy_within(of(other), page * PAGE),
            Damage::Swapped(other) => {
                let kept = bytes[of(page)].to_vec();
                bytes.copy_within(of(other), page * PAGE);
                bytes[of(other)].copy_from_slice(&kept);
            }
            Damage::Stale => bytes[of(page)].copy_from_slice(self.older.get(of(page))?),
        }
        (bytes != self.bytes).then_some(bytes)
    }

    /// Returns the reports whose output differs from that for the intact file, and the number of those that reported
    /// damage.
    fn judge(&self, bytes: &[u8], reads: &[&(Vec<String>, Output)]) -> (Vec<String>, usize) {
        fs::write(self.sandbox.db(), bytes).unwrap();
        let (mut wrong, mut refused) = (Vec::new(), 0);
        for (args, sound) in reads {
            let now = self.sandbox.run(&strs(args));
            if now.status == 8 || now.status == 1 && args[0] == "check" {
                refused += 1;
            } else if args[0] == "prompt" && now.stdout.is_empty() {
                // `mentor prompt` prints nothing for a file that it can't read.
            } else if (now.status, &now.stdout) != (sound.status, &sound.stdout) {
                wrong.push(format!("{args:?}\n{now}"));
            }
        }
        (wrong, refused)
    }
}

/// Turns a page into a well-formed leaf without entries.
fn empty(page: &mut [u8]) {
    page[0] = 0x0a;
    page[1..8].copy_from_slice(&[0, 0, 0, 0, 0x10, 0, 0]);
}

/// Returns the pages with entries of the SQL indexes of record tables, counted from 0.
fn index_pages(bytes: &[u8]) -> Vec<usize> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    let connection = Connection::open(file.path()).unwrap();
    // Revisions and the search index are verified by other means.
    let sql = "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name <> 'revision' AND tbl_name NOT LIKE 'search%'";
    let mut statement = connection.prepare(sql).unwrap();
    let roots = statement.query_map([], |row| row.get(0)).unwrap();
    let mut found = Vec::new();
    let mut left: Vec<u32> = roots.collect::<Result<_, _>>().unwrap();
    while let Some(number) = left.pop() {
        let at = usize::try_from(number).unwrap() - 1;
        let page = &bytes[at * PAGE..(at + 1) * PAGE];
        let two = |at: usize| usize::from(u16::from_be_bytes([page[at], page[at + 1]]));
        let four = |at: usize| u32::from_be_bytes(page[at..at + 4].try_into().unwrap());
        let cells = two(3);
        if page[0] == 0x02 {
            left.push(four(8));
            left.extend((0..cells).map(|cell| four(two(12 + 2 * cell))));
        }
        if cells > 0 {
            found.push(at);
        }
    }
    found.sort_unstable();
    found
}

/// Picks the most important reports and some random others.
fn some<'s>(sound: &'s Sound, dice: &mut Dice, others: usize) -> Vec<&'s (Vec<String>, Output)> {
    let reports = ["due", "agenda", "brief", "status", "followup list", "review"];
    let mut chosen = Vec::new();
    for report in reports {
        let is_it = |(args, _): &&(Vec<String>, Output)| args.join(" ").starts_with(report);
        let all: Vec<_> = sound.reads.iter().filter(is_it).collect();
        chosen.push(all[dice.below(all.len())]);
    }
    chosen.extend((0..others).map(|_| &sound.reads[dice.below(sound.reads.len())]));
    chosen
}

#[test]
fn reports_detect_records_missing_from_an_index() {
    let sound = Sound::new();
    let mut dice = Dice(8);
    let (mut refused, mut tried) = (0, 0);
    for &page in &sound.pages {
        let other = sound.pages[dice.below(sound.pages.len())];
        let damages = [
            Damage::Empty,
            Damage::Swapped(other),
            Damage::Copied(other),
            Damage::Stale,
            Damage::Shorter,
            Damage::Zeros,
        ];
        let rolled = [damages[dice.below(6)], damages[dice.below(6)]];
        for damage in match size(0, 1) {
            0 => &rolled[..],
            _ => &damages,
        } {
            let Some(bytes) = sound.damaged(page, *damage) else {
                continue;
            };
            let reads = some(&sound, &mut dice, size(2, 60));
            let (wrong, found) = sound.judge(&bytes, &reads);
            assert!(wrong.is_empty(), "page {page}, {damage:?}: {}", wrong[0]);
            refused += found;
            tried += 1;
        }
    }
    assert!(refused > tried / 20, "{refused} refused of {tried} damages");
}

/// All SQL indexes are empty at once, so that none contradicts another.
#[test]
fn reports_detect_empty_indexes() {
    let sound = Sound::new();
    let mut bytes = sound.bytes.clone();
    for page in &sound.pages {
        empty(&mut bytes[page * PAGE..(page + 1) * PAGE]);
    }
    let all: Vec<_> = sound.reads.iter().collect();
    let (wrong, refused) = sound.judge(&bytes, &all);
    assert!(wrong.is_empty(), "{} reads: {}", wrong.len(), wrong[0]);
    assert!(refused > 20, "{refused}");
}

/// Control: `SQLite` itself reports nothing, and neither would a report without the tally.
#[test]
fn sqlite_does_not_detect_an_empty_index() {
    let sound = Sound::new();
    let root = |connection: &Connection| -> i64 {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'followup_of_pair'";
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let count = |bytes: &[u8]| -> i64 {
        fs::write(sound.sandbox.db(), bytes).unwrap();
        let connection = Connection::open(sound.sandbox.db()).unwrap();
        let sql = "SELECT count(*) FROM followup WHERE pair = 1 AND state = 'open'";
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let page = usize::try_from(root(&Connection::open(sound.sandbox.db()).unwrap())).unwrap() - 1;
    assert!(count(&sound.bytes) > 0);
    let damaged = sound.damaged(page, Damage::Empty).unwrap();
    assert_eq!(count(&damaged), 0);
    let reads = sound.reads.iter();
    let reads = reads.filter(|(args, _)| ["agenda", "brief"].contains(&args[0].as_str()));
    let (wrong, refused) = sound.judge(&damaged, &reads.collect::<Vec<_>>());
    assert!(wrong.is_empty() && refused > 0, "{wrong:?}");
}
