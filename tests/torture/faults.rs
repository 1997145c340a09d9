//! Runs the program with a preloaded library that makes its file operations fail, or kills it at one of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;

use crate::command_lines;
use crate::real::program;

/// Compiles a C source beside this file to a shared library. It needs a dynamically linked program, like that of `cargo
/// test`.
pub fn library(name: &str) -> PathBuf {
    static BUILDING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = BUILDING.lock();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let library = folder.join(format!("{name}-{}.so", std::process::id()));
    if library.exists() {
        return library;
    }
    let source = format!("{}/tests/torture/{name}.c", env!("CARGO_MANIFEST_DIR"));
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-Wall", "-o"]);
    let built = compiler.arg(&library).arg(source).arg("-ldl").status();
    assert!(built.unwrap().success(), "the C compiler failed");
    library
}

/// A fault, and the operations at which it may happen.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// Which operations count: writes, syncs, new names, deletions, hard links, permissions.
    pub on: &'static str,
    pub how: &'static str,
    pub error: nix::errno::Errno,
}

/// The result of a run with a fault.
pub struct Faulted {
    pub output: Output,
    /// How many operations there were. `None`: the program was killed before it could report.
    pub changes: Option<usize>,
}

impl Faulted {
    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }
}

impl Fault {
    /// A full disk: nothing can be written or created, but files can be deleted.
    pub fn full(how: &'static str) -> Fault {
        Fault { on: "wn", how, error: nix::errno::Errno::ENOSPC }
    }

    /// The program is killed between two operations.
    pub fn kill() -> Fault {
        Fault { on: "wsnd", how: "kill", error: nix::errno::Errno::EINVAL }
    }

    /// Returns the program with this fault at its `at`th operation below a folder; 0: no fault.
    pub fn command(self, home: &Path, args: &[&str], under: &Path, at: usize) -> Command {
        let mut command = program(home, args);
        command
            .envs(command_lines::surroundings(home))
            .env("LD_PRELOAD", library("fault"))
            .env("FAULT_UNDER", under)
            .env("FAULT_ON", self.on)
            .env("FAULT_AT", at.to_string())
            .env("FAULT_HOW", self.how)
            .env("FAULT_ERROR", (self.error as i32).to_string())
            .stdin(Stdio::null());
        command
    }

    /// Runs the program with this fault.
    pub fn run(self, home: &Path, args: &[&str], at: usize) -> Faulted {
        let printed = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!(
            "changes-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        let mut command = self.command(home, args, home, at);
        let output = command.env("FAULT_COUNT", &printed).output().unwrap();
        let changes = fs::read_to_string(&printed).ok();
        let _ = fs::remove_file(&printed);
        Faulted { output, changes: changes.and_then(|text| text.parse().ok()) }
    }
}

/// Control for all tests with faults: without the library no operations would be counted.
#[test]
fn fault_library_is_loaded() {
    let home = crate::real::Home::new();
    let ran = Fault::full("once").run(home.path(), &["init"], 0);
    assert!(
        ran.changes.is_some_and(|changes| changes > 10),
        "the program is linked statically, or loads nothing"
    );
}
