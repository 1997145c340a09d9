//! A damaged file: every change of a user's row is found, nothing damaged is shown as good, and nothing is written.

use std::fs;
use std::path::Path;

use crate::dice::Dice;
use crate::real::Home;
use crate::size;

/// What the program made of a damaged file.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// It is the same to the user as before.
    Harmless,
    /// It was found by reading or by `check`.
    Found,
    /// Something else is shown as if it were good.
    Missed,
}

/// Everything that the user wrote, as one text; none if the file is refused.
fn everything(home: &Home, file: &Path) -> Option<String> {
    let output = home.run(&["export", "--db", &file.display().to_string()]);
    let status = output.status.code();
    assert!(
        matches!(status, Some(0 | 8 | 9)),
        "{status:?}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    (status == Some(0)).then(|| String::from_utf8(output.stdout).unwrap())
}

fn judge(home: &Home, file: &Path, sound: &str) -> Seen {
    let before = fs::read(file).unwrap();
    let checked = home
        .run(&["check", "--db", &file.display().to_string()])
        .status
        .code();
    assert!(matches!(checked, Some(0 | 1 | 8 | 9)), "{checked:?}");
    let shown = everything(home, file);
    assert!(
        fs::read(file).unwrap() == before,
        "a damaged file was written"
    );
    match (checked, shown) {
        (Some(0), Some(shown)) if shown == sound => Seen::Harmless,
        (Some(0), _) => Seen::Missed,
        _ => Seen::Found,
    }
}

/// A file with a half-year of everything.
fn lived_in(home: &Home) -> (Vec<u8>, String) {
    let demo: serde_json::Value = serde_json::from_str(&home.ok(&["demo", "--json"])).unwrap();
    let bytes = fs::read(demo["db"].as_str().unwrap()).unwrap();
    let file = home.path().join("sound.db");
    fs::write(&file, &bytes).unwrap();
    let sound = everything(home, &file).unwrap();
    (bytes, sound)
}

fn try_damage(
    count: usize,
    seed: u64,
    mut damage: impl FnMut(&mut Vec<u8>, &mut Dice),
) -> (usize, usize) {
    let home = Home::new();
    let (bytes, sound) = lived_in(&home);
    let file = home.path().join("damaged.db");
    let mut dice = Dice(seed);
    let (mut found, mut harmless) = (0, 0);
    for n in 0..count {
        let mut copy = bytes.clone();
        damage(&mut copy, &mut dice);
        fs::write(&file, &copy).unwrap();
        match judge(&home, &file, &sound) {
            Seen::Found => found += 1,
            Seen::Harmless => harmless += 1,
            Seen::Missed => panic!("damage {n} of seed {seed} was shown as good"),
        }
    }
    (found, harmless)
}

#[test]
fn every_flipped_bit_that_matters_is_found() {
    let (found, harmless) = try_damage(size(1_000, 50_000), 4, |bytes, dice| {
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    });
    assert!(
        found > 0 && harmless > 0,
        "{found} found, {harmless} harmless"
    );
}

#[test]
fn every_zeroed_block_and_truncation_is_found() {
    let (found, _) = try_damage(size(100, 1_000), 5, |bytes, dice| {
        let at = dice.below(bytes.len() / 512) * 512;
        if dice.below(2) == 0 {
            bytes[at..at + 512].fill(0);
        } else {
            bytes.truncate(at);
        }
    });
    assert!(found > 0);
}

/// The control: `SQLite`'s own check lets flips in the text pass that `mentor check` finds, so there is something to see.
#[test]
fn the_checksums_find_what_the_structure_does_not_show() {
    let home = Home::new();
    let (bytes, sound) = lived_in(&home);
    let file = home.path().join("damaged.db");
    let text = b"Got to know each other";
    let at = bytes
        .windows(text.len())
        .position(|part| part == text)
        .unwrap();
    for bit in 0..3 {
        let mut copy = bytes.clone();
        copy[at + bit] ^= 1 << bit;
        fs::write(&file, &copy).unwrap();
        let connection = rusqlite::Connection::open(&file).unwrap();
        let said: String = connection
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(said, "ok");
        drop(connection);
        assert_eq!(judge(&home, &file, &sound), Seen::Found);
    }
}
