//! The real program in its own home folder, with an otherwise empty environment.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::command_line::CommandLine;
use crate::folder::folder;

pub const MENTOR: &str = env!("CARGO_BIN_EXE_mentor");

/// Returns the command that runs the program below a home folder, with an otherwise empty environment.
pub fn program(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(MENTOR);
    command
        .args(args)
        .env_clear()
        .env("HOME", home)
        .env("TMPDIR", home)
        .env("TZ", "Europe/London")
        .env("USER", "sam")
        .env("MENTOR_NOW", "2026-12-01T09:00:00Z");
    command
}

pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// Makes an empty home folder.
    pub fn new() -> Home {
        Home { folder: folder() }
    }

    /// Makes a home folder in which Sam mentors Ana.
    pub fn with_pair() -> Home {
        let home = Home::new();
        home.ok(&["pair", "add", "ana", "--mentee", "Ana Díaz", "--tz", "America/Bogota"]);
        home
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn db(&self) -> PathBuf {
        self.path().join(".local/share/mentor/mentor.db")
    }

    pub fn mentor(&self, args: &[&str]) -> Command {
        program(self.path(), args)
    }

    pub fn run(&self, command: &(impl CommandLine + ?Sized)) -> Output {
        let words = command.words();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.mentor(&words).stdin(Stdio::null()).output().unwrap()
    }

    /// Runs a command that must succeed, and returns its stdout.
    pub fn ok(&self, command: &(impl CommandLine + ?Sized)) -> String {
        let output = self.run(command);
        assert!(
            output.status.success(),
            "{:?}\n{}",
            command.words(),
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a shell script, for what only a shell can do; `$MENTOR` is the program.
    pub fn shell(&self, script: &str) -> Output {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]).env_clear().env("PATH", "/usr/bin:/bin").env("MENTOR", MENTOR);
        for (name, value) in self.mentor(&[]).get_envs() {
            shell.env(name, value.unwrap());
        }
        shell.stdin(Stdio::null()).output().unwrap()
    }
}
