//! A user with a data file, in memory if possible. A run is a function of its environment, so the targets exercise the
//! whole path from the arguments to the file without access to internals.

#![allow(dead_code, reason = "each target uses a part of it")]

use std::collections::BTreeMap;
use std::io::{Cursor, Result, Write};
use std::sync::{Arc, Mutex};

use mentor::Environment;

pub struct Sandbox {
    pub home: tempfile::TempDir,
}

/// The stdout, the stderr and the exit status of a run.
#[derive(Debug)]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub status: u8,
}

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Shared {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Sandbox {
    /// Makes an empty home folder.
    pub fn new() -> Sandbox {
        let home = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        Sandbox {
            home: home.unwrap(),
        }
    }

    /// Makes a pair: Sam in London mentors Ana in Bogotá, once every two weeks.
    pub fn with_agreement() -> Sandbox {
        let sandbox = Sandbox::new();
        for line in [
            "init --name Sam --tz Europe/London",
            "pair add ana --mentee Ana --tz America/Bogota",
            "agree --starts 2026-12-01 --ends 2027-06-01 --cadence weekly",
            "checkin add --at 2026-12-08T17:00",
            "goal add Lead --by 2027-03-01",
            "followup add mentee:draft",
        ] {
            let words: Vec<_> = line.split(' ').collect();
            let output = sandbox.run(&words, b"");
            assert_eq!(output.status, 0, "{line}: {output:?}");
        }
        sandbox
    }

    /// Runs a command without a terminal. The program catches panics and exits with 70.
    pub fn run(&self, args: &[&str], stdin: &[u8]) -> Output {
        let (out, err) = (Shared::default(), Shared::default());
        let home = self.home.path().display().to_string();
        let vars = [
            ("HOME", home.as_str()),
            ("TMPDIR", &home),
            ("MENTOR_NOW", "2026-12-01T09:00:00Z"),
        ];
        let vars = vars.map(|(name, value)| (name.into(), value.into()));
        let status = mentor::run(Environment {
            args: args.iter().map(Into::into).collect(),
            vars: BTreeMap::from(vars),
            stdin: Box::new(Cursor::new(stdin.to_vec())),
            stdout: Box::new(out.clone()),
            stderr: Box::new(err.clone()),
            stdin_is_terminal: false,
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            width: None,
            height: None,
            prompter: None,
            system_zone: || Some("Europe/London".to_owned()),
            passwd: || None,
            current_dir: || None,
            current_exe: || None,
            base_dirs: || None,
            system_clock: || unreachable!("the moment is given"),
            say_at_once: |_| (),
        });
        Output {
            stdout: out.text(),
            stderr: err.text(),
            status,
        }
    }

    /// Exports all data.
    pub fn everything(&self) -> String {
        self.run(&["export"], b"").stdout
    }

    /// Runs a command that must either succeed as one undoable step or be refused without changes.
    pub fn takes_all_or_nothing(&self, args: &[&str], stdin: &[u8]) {
        let before = self.everything();
        let output = self.run(args, stdin);
        match output.status {
            0 if self.everything() == before => {}
            0 => {
                let checked = self.run(&["check"], b"");
                assert_eq!(checked.status, 0, "{checked:?}");
                assert_eq!(self.run(&["undo"], b"").status, 0);
            }
            2..=5 => {}
            _ => panic!("{output:?}"),
        }
        assert_eq!(self.everything(), before);
        assert!(!output.stderr.contains('\u{1b}'), "{output:?}");
        self.forget_drafts();
    }

    /// Deletes the drafts of refused texts, which would fill up the memory.
    fn forget_drafts(&self) {
        let _ = std::fs::remove_dir_all(self.home.path().join(".local/state"));
    }
}
