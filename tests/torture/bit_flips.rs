//! A damaged file: every change of a user's row is found, nothing altered is shown as good, and nothing is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command_lines::{self, strs};
use crate::files::Files;
use crate::random::Dice;
use crate::sandbox::{Output, Sandbox};
use crate::size;

/// What the program made of a damaged file.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// It is the same to the user as before.
    Harmless,
    /// It was found by reading or by `check`.
    Found,
    /// Something else is shown as if it were good.
    Missed(String),
}

/// A command and what it said of the sound file.
struct Said {
    args: Vec<String>,
    output: Output,
    texts: BTreeSet<String>,
}

/// A settled home, and what every command says there.
struct Sound {
    sandbox: Sandbox,
    home: Files,
    bytes: Vec<u8>,
    export: String,
    reads: Vec<Said>,
    writes: Vec<Vec<String>>,
    /// The texts that a read may show without having shown them before; none: everything else is a miss.
    written: Option<String>,
}

/// Which write of the day comes upon the damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WriteOfDay {
    /// It makes a backup, for which everything is looked at.
    First,
    Later,
}

impl Sound {
    fn new(write: WriteOfDay) -> Sound {
        let sandbox = command_lines::settled();
        let mut files = command_lines::lived_in().clone();
        files.by_name.retain(|path, _| {
            write == WriteOfDay::Later || !path.to_string_lossy().contains(".backups/2026-12-01")
        });
        files.put_into(sandbox.home.path());
        let home = sandbox.home.path().to_owned();
        let bytes = fs::read(sandbox.db()).unwrap();
        let (writes, reads): (Vec<_>, Vec<_>) =
            command_lines::lines().iter().partition(|line| line.changes);
        let reads = reads.iter().map(|line| {
            let mut args = line.in_home(&home);
            args.push("--json".to_owned());
            let output = sandbox.run(&strs(&args));
            let texts = texts(&output.stdout);
            Said {
                args,
                output,
                texts,
            }
        });
        let reads = reads.collect();
        let export = sandbox.ok(&["export"]);
        Sound {
            // A damaged index makes reads leave out records (docs/trust.md), and so come to other figures, verdicts and
            // records. Here it is the writes that have to find it; what a read tells was written so.
            written: (write == WriteOfDay::Later).then(|| export.clone()),
            export,
            writes: writes
                .iter()
                .filter(|line| line.is_step)
                .map(|line| line.in_home(&home))
                .collect(),
            sandbox,
            home: files,
            bytes,
            reads,
        }
    }

    /// Looks at a damaged file with `check`, with all of an export, with a read and with a write.
    fn judge(&self, damaged: &[u8], dice: &mut Dice) -> Seen {
        let sandbox = &self.sandbox;
        self.home.put_into(sandbox.home.path());
        fs::write(sandbox.db(), damaged).unwrap();
        let written = fs::metadata(sandbox.db()).unwrap().modified().unwrap();
        let checked = sandbox.run(&["check"]);
        assert!(matches!(checked.status, 0 | 1 | 8 | 9), "{checked}");
        let export = sandbox.run(&["export"]);
        let said = &self.reads[dice.below(self.reads.len())];
        let read = sandbox.run(&strs(&said.args));
        let is_data =
            |name: &Path| name.starts_with(".local/share") && !name.ends_with("mentor.db");
        assert!(
            self.home.are_in(sandbox.home.path(), is_data)
                && fs::read(sandbox.db()).unwrap() == damaged
                && fs::metadata(sandbox.db()).unwrap().modified().unwrap() == written,
            "a read wrote to a damaged file, or beside it"
        );
        let is_sound = checked.status == 0;
        let seen = match export.status {
            0 if is_sound && export.stdout == self.export => Seen::Harmless,
            0 if is_sound => {
                Seen::Missed("`check` is content with an export that is another".to_owned())
            }
            0 | 8 | 9 => Seen::Found,
            _ => panic!("{export}"),
        };
        if let Some(missed) = shown_as_good(said, &read, is_sound, self.written.as_deref()) {
            return Seen::Missed(missed);
        }
        let write = &self.writes[dice.below(self.writes.len())];
        let written = sandbox.run(&strs(write));
        // A flip can make it a file that may only be read, too.
        let is_refused = matches!(written.status, 7..=9);
        if is_refused {
            assert!(
                fs::read(sandbox.db()).unwrap() == damaged,
                "{write:?} wrote to a damaged file"
            );
        }
        let may_be_done = (seen == Seen::Harmless
            || is_only_the_index(&checked, &export.stdout, &self.export))
            && written.status == 0;
        assert!(is_refused || may_be_done, "{write:?}\n{written}\n{checked}");
        seen
    }
}

/// Whether all that is damaged is the index of words: it is made of the records, and stops nobody's work.
fn is_only_the_index(checked: &Output, export: &str, whole: &str) -> bool {
    let mut damages = checked
        .stdout
        .lines()
        .filter(|line| line.starts_with("damaged: "));
    export == whole && damages.all(|line| line.contains("the search index"))
}

/// What is wrong with an answer about a damaged file; none if it is refused, or says nothing that was not written.
fn shown_as_good(
    said: &Said,
    now: &Output,
    is_sound: bool,
    written: Option<&str>,
) -> Option<String> {
    let is_same = now.status == said.output.status && now.stdout == said.output.stdout;
    // With 1, `check` says what it has found.
    if is_same || matches!(now.status, 1 | 8 | 9) {
        return None;
    }
    let args = &said.args;
    if is_sound {
        return Some(format!(
            "{args:?} says something else of a file that `check` is content with: {now}"
        ));
    }
    assert!(matches!(now.status, 0 | 3), "{args:?}\n{now}");
    let is_figure =
        |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) || !text.contains(' ');
    let may_be = |text: &str| {
        let is_in = |written: &str| written.contains(&Value::from(text).to_string());
        written.is_some_and(|written| is_figure(text) || is_in(written))
    };
    let texts = texts(&now.stdout);
    let mut strangers = texts.difference(&said.texts);
    let stranger = strangers.find(|text| !may_be(text)).cloned();
    stranger.map(|text| format!("{args:?} shows {text:?}"))
}

/// Every text in an answer.
fn texts(answer: &str) -> BTreeSet<String> {
    fn collect(value: &Value, texts: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => drop(texts.insert(text.clone())),
            Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
            Value::Object(fields) => fields.values().for_each(|field| collect(field, texts)),
            _ => {}
        }
    }
    let mut texts = BTreeSet::new();
    if let Ok(value) = serde_json::from_str(answer) {
        collect(&value, &mut texts);
    }
    texts
}

fn try_damage(
    write: WriteOfDay,
    count: usize,
    seed: u64,
    mut damage: impl FnMut(&mut Vec<u8>, &mut Dice, usize),
) -> (usize, usize) {
    let sound = Sound::new(write);
    let mut dice = Dice(seed);
    let (mut found, mut harmless) = (0, 0);
    for n in 0..count {
        let mut bytes = sound.bytes.clone();
        damage(&mut bytes, &mut dice, n);
        match sound.judge(&bytes, &mut dice) {
            Seen::Found => found += 1,
            Seen::Harmless => harmless += 1,
            Seen::Missed(what) => panic!("damage {n} of seed {seed}: {what}"),
        }
    }
    (found, harmless)
}

#[test]
fn every_flipped_bit_that_matters_is_found() {
    let (found, harmless) = try_damage(
        WriteOfDay::First,
        size(1_000, 50_000),
        4,
        |bytes, dice, _| {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        },
    );
    assert!(
        found > 0 && harmless > 0,
        "{found} found, {harmless} harmless"
    );
}

/// The first page says what file it is, which version, and where everything stands.
#[test]
fn every_flipped_bit_of_the_first_hundred_bytes_is_found() {
    let (found, _) = try_damage(WriteOfDay::First, size(200, 800), 5, |bytes, _, n| {
        // Every bit at the full size, every fourth at the small one.
        let bit = n * size(4, 1);
        bytes[bit / 8] ^= 1 << (bit % 8);
    });
    assert!(found > 0);
}

#[test]
fn every_zeroed_block_torn_page_and_truncation_is_found() {
    let (found, _) = try_damage(WriteOfDay::First, size(100, 2_000), 6, spoil_block);
    assert!(found > 0);
}

fn spoil_block(bytes: &mut Vec<u8>, dice: &mut Dice, n: usize) {
    let block = dice.below(bytes.len() / 512) * 512;
    let pages = bytes.len() / 4096;
    let (page, other) = (dice.below(pages) * 4096, dice.below(pages) * 4096);
    match n % 4 {
        0 => bytes[block..block + 512].fill(0),
        1 => bytes.truncate(block),
        2 => bytes[page..page + 4096].fill_with(|| u8::try_from(dice.below(256)).unwrap()),
        _ => {
            let kept = bytes[page..page + 4096].to_vec();
            bytes.copy_within(other..other + 4096, page);
            bytes[other..other + 4096].copy_from_slice(&kept);
        }
    }
}

/// Whoever has written today comes upon what was damaged since.
#[test]
fn every_later_write_of_a_day_finds_the_damage_too() {
    let (found, _) = try_damage(WriteOfDay::Later, size(200, 2_000), 7, |bytes, dice, n| {
        if n % 2 == 0 {
            return spoil_block(bytes, dice, n / 2);
        }
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    });
    assert!(found > 0);
}

/// The control: `SQLite`'s own check lets flips in a text pass that are found here; and where nobody looks at the
/// checksums, the altered text is seen to be shown as good.
#[test]
fn the_checksums_find_what_the_structure_does_not_show() {
    let sound = Sound::new(WriteOfDay::First);
    let text = b"Got to know each other";
    let at = sound
        .bytes
        .windows(text.len())
        .position(|part| part == text)
        .unwrap();
    for bit in 0..3 {
        let mut bytes = sound.bytes.clone();
        bytes[at + bit] ^= 1 << bit;
        fs::write(sound.sandbox.db(), &bytes).unwrap();
        let connection = rusqlite::Connection::open(sound.sandbox.db()).unwrap();
        let said: String = connection
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(said, "ok");
        drop(connection);
        assert_eq!(sound.judge(&bytes, &mut Dice(1)), Seen::Found);
    }
    let said = &sound.reads[0];
    let altered = Output {
        stdout: "{\"notes\": \"Gnt to know each other\"}".to_owned(),
        stderr: String::new(),
        status: 0,
    };
    assert!(shown_as_good(said, &altered, false, None).is_some());
}
