//! The first write to an older file is killed between any two of its file operations, or the disk is full at any of
//! them: the file has the old version or the new one, with every record, and the copy made first is complete or absent.

use std::fs;
use std::os::unix::process::ExitStatusExt;

use rusqlite::Connection;
use serde_json::Value;

use crate::faults::Fault;
use crate::files::Files;
use crate::sandbox::Sandbox;
use crate::size;

const OLD: [&str; 5] = [
    include_str!("../it/files/v1.sql"),
    include_str!("../it/files/v2.sql"),
    include_str!("../it/files/v3.sql"),
    include_str!("../it/files/v4.sql"),
    include_str!("../it/files/v5.sql"),
];

const TITLE: &str = "Said after the upgrade";
const LINE: [&str; 5] = ["topic", "add", TITLE, "-p", "ana"];

/// Returns the home folder of a user of each older version.
pub fn homes() -> impl Iterator<Item = Files> {
    OLD.iter().map(|dump| {
        let older = Older::new(dump);
        Files::below(older.sandbox.home.path())
    })
}

/// A user with an older file, and its records.
struct Older {
    sandbox: Sandbox,
    bytes: Vec<u8>,
    records: Value,
}

impl Older {
    fn new(dump: &str) -> Older {
        let sandbox = Sandbox::new();
        fs::create_dir_all(sandbox.db().parent().unwrap()).unwrap();
        let file = Connection::open(sandbox.db()).unwrap();
        file.execute_batch(dump).unwrap();
        drop(file);
        Older { bytes: fs::read(sandbox.db()).unwrap(), records: sandbox.json("export"), sandbox }
    }

    fn begin_anew(&self) {
        let folder = self.sandbox.db().parent().unwrap().to_owned();
        fs::remove_dir_all(&folder).unwrap();
        fs::create_dir_all(folder).unwrap();
        fs::write(self.sandbox.db(), &self.bytes).unwrap();
    }

    /// Checks the file and returns whether the new topic is stored, or what is wrong.
    fn has_new_topic(&self) -> Result<bool, String> {
        let checked = self.sandbox.run("check");
        if checked.status != 0 {
            return Err(format!("{checked}"));
        }
        let mut now = self.sandbox.json("export");
        let topics = now["topic"].as_array_mut().unwrap();
        let all = topics.len();
        topics.retain(|topic| topic["title"] != TITLE);
        let is_there = topics.len() < all;
        if now != self.records {
            return Err("a record is lost, or another".to_owned());
        }
        let folder = self.sandbox.db().parent().unwrap().to_owned();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if !path.to_string_lossy().contains(".format-")
                || path.to_string_lossy().contains(".new-")
            {
                continue;
            }
            let copy = path.display().to_string();
            if self.sandbox.json(&["export", "--db", &copy]) != self.records {
                return Err(format!("the copy `{copy}` is not whole"));
            }
        }
        Ok(is_there)
    }

    /// Runs the upgrade with the fault at every eighth operation and the last one, or at every one at full size.
    fn must_bear(&self, fault: Fault) {
        let home = self.sandbox.home.path();
        self.begin_anew();
        let changes = fault.run(home, &LINE, 0).changes.unwrap();
        assert!(changes > 10, "an upgrade has more changes than {changes}");
        let (mut before, mut after) = (0, 0);
        for k in (1..=changes).rev().step_by(size(8, 1)) {
            self.begin_anew();
            let ran = fault.run(home, &LINE, k);
            let about = || format!("change {k} of {changes}, {fault:?}\n{}", ran.stderr());
            let is_there = self.has_new_topic().unwrap_or_else(|why| panic!("{why}\n{}", about()));
            match ran.output.status.code() {
                Some(0) => assert!(is_there, "acknowledged and lost: {}", about()),
                Some(7) => assert!(!is_there, "refused and done: {}", about()),
                other => {
                    assert_eq!((other, ran.output.status.signal()), (None, Some(9)), "{}", about());
                }
            }
            before += usize::from(!is_there);
            after += usize::from(is_there);
            self.sandbox.ok(&LINE);
        }
        assert!(before > 0 && after > 0, "{before} before, {after} after");
    }
}

#[test]
fn kill_during_an_upgrade_leaves_the_old_or_new_file() {
    for dump in OLD {
        Older::new(dump).must_bear(Fault::kill());
    }
}

#[test]
fn full_disk_during_an_upgrade_leaves_the_old_or_new_file() {
    for dump in OLD {
        Older::new(dump).must_bear(Fault::full("once"));
    }
}

/// Control: a partial upgrade and an incomplete copy are detected.
#[test]
fn partial_upgrade_is_detected() {
    let older = Older::new(OLD[0]);
    assert_eq!(older.has_new_topic(), Ok(false));
    let copy = older.sandbox.db().with_extension("format-1.db");
    fs::copy(older.sandbox.db(), &copy).unwrap();
    assert_eq!(older.has_new_topic(), Ok(false));
    let file = Connection::open(&copy).unwrap();
    file.execute_batch("DELETE FROM win").unwrap();
    assert!(older.has_new_topic().is_err());
    older.begin_anew();
    let file = Connection::open(older.sandbox.db()).unwrap();
    file.execute_batch("CREATE TABLE question (id INTEGER)").unwrap();
    assert!(older.has_new_topic().is_err());
}
