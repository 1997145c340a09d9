//! Damaged files: every change to a row is detected, no altered data is shown as intact, and nothing is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command_lines::{self, strs};
use crate::files::Files;
use crate::random::Dice;
use crate::sandbox::{Output, Sandbox};
use crate::size;

/// The outcome of using a damaged file.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// The output is the same as for the intact file.
    Harmless,
    /// The damage was detected by reading or by `check`.
    Found,
    /// Altered data was shown as intact.
    Missed(String),
}

/// A command and its output for the intact file.
struct SoundReport {
    args: Vec<String>,
    output: Output,
    texts: BTreeSet<String>,
}

/// A home folder with data, and the output of every command there.
struct Sound {
    sandbox: Sandbox,
    home: Files,
    bytes: Vec<u8>,
    export: String,
    reads: Vec<SoundReport>,
    writes: Vec<Vec<String>>,
    /// The export that has all texts a read may show in addition to its earlier output. `None`: any difference counts
    /// as missed damage.
    written: Option<String>,
}

/// Whether the write that meets the damage is the first one of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WriteOfDay {
    /// The first write makes a backup, for which everything is verified.
    First,
    Later,
}

impl Sound {
    fn new(write: WriteOfDay) -> Sound {
        let sandbox = command_lines::sample_sandbox();
        let mut files = command_lines::sample_files().clone();
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
            SoundReport { args, output, texts }
        });
        let reads = reads.collect();
        let export = sandbox.ok("export");
        Sound {
            // With a damaged index reads may omit records (docs/trust.md), and so show other figures and verdicts. Here
            // the writes have to detect it; every text that a read shows must still be one that was written.
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

    /// Uses a damaged file with `check`, an export, a read and a write.
    fn judge(&self, damaged: &[u8], dice: &mut Dice) -> Seen {
        let sandbox = &self.sandbox;
        self.home.put_into(sandbox.home.path());
        fs::write(sandbox.db(), damaged).unwrap();
        let written = fs::metadata(sandbox.db()).unwrap().modified().unwrap();
        let checked = sandbox.run("check");
        assert!(matches!(checked.status, 0 | 1 | 8 | 9), "{checked}");
        let export = sandbox.run("export");
        let report = &self.reads[dice.below(self.reads.len())];
        let read = sandbox.run(&strs(&report.args));
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
        if let Some(missed) = shown_as_good(report, &read, is_sound, self.written.as_deref()) {
            return Seen::Missed(missed);
        }
        let write = &self.writes[dice.below(self.writes.len())];
        let written = sandbox.run(&strs(write));
        // A flipped bit can also make the file read-only for SQLite.
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

/// Returns whether only the search index is damaged, which is rebuilt from the records and stops no command.
fn is_only_the_index(checked: &Output, export: &str, whole: &str) -> bool {
    let mut damages = checked.stdout.lines().filter(|line| line.starts_with("damaged: "));
    export == whole && damages.all(|line| line.contains("the search index"))
}

/// Returns the altered data in the output for a damaged file. `None`: the command was refused, or shows only what was
/// written.
fn shown_as_good(
    report: &SoundReport,
    now: &Output,
    is_sound: bool,
    written: Option<&str>,
) -> Option<String> {
    let is_same = now.status == report.output.status && now.stdout == report.output.stdout;
    // With status 1 `check` reports the damage.
    if is_same || matches!(now.status, 1 | 8 | 9) {
        return None;
    }
    let args = &report.args;
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
    let mut strangers = texts.difference(&report.texts);
    let stranger = strangers.find(|text| !may_be(text)).cloned();
    stranger.map(|text| format!("{args:?} shows {text:?}"))
}

/// Returns every text in a JSON output.
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
fn every_flipped_bit_that_matters_is_detected() {
    let (found, harmless) =
        try_damage(WriteOfDay::First, size(400, 50_000), 4, |bytes, dice, _| {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        });
    assert!(found > 0 && harmless > 0, "{found} found, {harmless} harmless");
}

/// The first page holds the kind and version of the file, and where all else is stored.
#[test]
fn every_flipped_bit_of_the_file_header_is_detected() {
    let (found, _) = try_damage(WriteOfDay::First, size(100, 800), 5, |bytes, _, n| {
        // Every bit at full size, every eighth at the small size.
        let bit = n * size(8, 1);
        bytes[bit / 8] ^= 1 << (bit % 8);
    });
    assert!(found > 0);
}

#[test]
fn zeroed_blocks_torn_pages_and_truncations_are_detected() {
    let (found, _) = try_damage(WriteOfDay::First, size(60, 2_000), 6, spoil_block);
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

/// Damage that happens after the first write of a day.
#[test]
fn later_writes_of_a_day_detect_the_damage() {
    let (found, _) = try_damage(WriteOfDay::Later, size(120, 2_000), 7, |bytes, dice, n| {
        if n % 2 == 0 {
            return spoil_block(bytes, dice, n / 2);
        }
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    });
    assert!(found > 0);
}

/// Control: `SQLite`'s own check misses flips in a text that are detected here; and without the checksums the altered
/// text would be shown as intact.
#[test]
fn checksums_detect_what_the_structure_check_misses() {
    let sound = Sound::new(WriteOfDay::First);
    let text = b"Got to know each other";
    let at = sound.bytes.windows(text.len()).position(|part| part == text).unwrap();
    for bit in 0..3 {
        let mut bytes = sound.bytes.clone();
        bytes[at + bit] ^= 1 << bit;
        fs::write(sound.sandbox.db(), &bytes).unwrap();
        let connection = rusqlite::Connection::open(sound.sandbox.db()).unwrap();
        let report: String =
            connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(report, "ok");
        drop(connection);
        assert_eq!(sound.judge(&bytes, &mut Dice(1)), Seen::Found);
    }
    let report = &sound.reads[0];
    let altered = Output {
        stdout: "{\"notes\": \"Gnt to know each other\"}".to_owned(),
        stderr: String::new(),
        status: 0,
    };
    assert!(shown_as_good(report, &altered, false, None).is_some());
}
