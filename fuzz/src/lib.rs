//! What the targets share: the sandbox of the in-process tests, with records, and an import that must be whole. A run is a
//! function of its environment, so the targets exercise the whole path from the arguments to the file.

#[path = "../../tests/real/command_line.rs"]
pub mod command_line;
#[path = "../../tests/real/folder.rs"]
mod folder;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/it/sandbox.rs"]
pub mod sandbox;

use sandbox::Sandbox;

/// Makes a pair with an agreement, a planned check-in, a goal and a follow-up.
pub fn with_records() -> Sandbox {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("checkin add --at 2026-12-08T17:00");
    sandbox.ok("goal add Lead --by 2027-03-01");
    sandbox.ok("followup add mentee:draft");
    sandbox
}

/// Runs a command that must either succeed as one undoable step or be refused without changes.
pub fn takes_all_or_nothing(sandbox: &Sandbox, args: &[&str], stdin: &[u8]) {
    let before = sandbox.ok("export");
    let output = sandbox.run_with(args, stdin, None);
    match output.status {
        0 if sandbox.ok("export") == before => {}
        0 => {
            sandbox.ok("check");
            sandbox.ok("undo");
        }
        2..=5 => {}
        _ => panic!("{output}"),
    }
    assert_eq!(sandbox.ok("export"), before);
    assert!(!output.stderr.contains('\u{1b}'), "{output}");
    // The drafts of refused texts would fill up the memory.
    let _ = std::fs::remove_dir_all(sandbox.home.path().join(".local/state"));
}
