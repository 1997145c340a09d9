//! The disk is full at the k-th change, for every k of every command that changes something: no success that is none,
//! no change where there is a failure, a message, and the next run works.

use std::cell::LazyCell;
use std::path::Path;

use nix::errno::Errno;

use crate::command_lines::{self, Line, strs};
use crate::faults::{Fault, Faulted};
use crate::home_snapshot::World;
use crate::sandbox::Sandbox;
use crate::size;

/// What the line makes of a settled home when nothing is in its way.
fn undisturbed(line: &Line) -> World {
    let sandbox = command_lines::settled();
    let home = sandbox.home.path();
    let ran = Fault::full("once").run(home, &strs(&line.in_home(home)), 0);
    assert!(ran.output.status.success(), "{line:?}: {}", ran.stderr());
    World::of(&sandbox)
}

/// All changes are tried of what changes the data and of what makes a file; of what makes half a year of them, as the
/// demo, so many.
const ALL: usize = 150;
const SOME: usize = 8;

/// Runs it with the fault at each of its changes in turn.
fn at_every_change(
    line: &Line,
    fault: Fault,
    sandbox: &Sandbox,
    stride: usize,
    mut judge: impl FnMut(&Faulted, usize),
) {
    let home = sandbox.home.path();
    let run = |k| {
        command_lines::lived_in().put_into(home);
        fault.run(home, &strs(&line.in_home(home)), k)
    };
    let changes = run(0).changes.unwrap();
    let stride = if line.changes_data || changes <= ALL {
        stride
    } else {
        size(changes / SOME, 1)
    };
    for k in (1..=changes).step_by(stride) {
        judge(&run(k), k);
    }
}

/// A failure says so and changed nothing, unless it says what; a success is one; afterwards the line works.
fn must_be_honest(line: &Line, fault: Fault, says: &[&str], sandbox: &Sandbox, stride: usize) {
    command_lines::lived_in().put_into(sandbox.home.path());
    let home = sandbox.home.path();
    // Hardly ever needed: most failures leave every byte as it was.
    let before = LazyCell::new(|| World::of(&command_lines::settled()).without_care());
    let after = LazyCell::new(|| undisturbed(line));
    at_every_change(line, fault, sandbox, stride, |ran, k| {
        let said = ran.stderr();
        let about = format!("{line:?}, change {k}, {fault:?}\n{said}");
        match ran.output.status.code() {
            Some(0) => {
                let now = World::of(sandbox);
                assert!(
                    now == *after,
                    "a success that is none: {about}\n{}",
                    now.unlike(&after)
                );
            }
            Some(7) => {
                let lower = said.to_lowercase();
                assert!(says.iter().any(|words| lower.contains(words)), "{about}");
                // A failed command may keep what was typed as a draft.
                let counts = |name: &Path| !name.to_string_lossy().contains("/drafts/");
                let is_untouched = command_lines::lived_in().are_in(home, counts);
                if is_untouched || TOLD.iter().any(|words| said.contains(words)) {
                    return;
                }
                let now = World::of(sandbox).without_care();
                assert!(
                    now == *before,
                    "half a change: {about}\n{}",
                    now.unlike(&before)
                );
                let again = sandbox.run(&strs(&line.in_home(home)));
                assert_eq!(again.status, 0, "the next run: {about}\n{again}");
            }
            other => panic!("{other:?}: {about}"),
        }
    });
}

fn lines_that_change() -> impl Iterator<Item = &'static Line> {
    command_lines::lines().iter().filter(|line| line.changes)
}

const NO_SPACE: [&str; 4] = [
    "no space left",
    "disk is full",
    "disk full",
    "it may be full",
];

/// Every command that changes something, with this fault at every change of its, or every so many.
fn all_must_be_honest(fault: Fault, says: &[&str], stride: usize) {
    let sandbox = command_lines::settled();
    for line in lines_that_change() {
        must_be_honest(line, fault, says, &sandbox, stride);
    }
}

#[test]
fn a_disk_that_is_full_once_changes_nothing() {
    all_must_be_honest(Fault::full("once"), &NO_SPACE, 1);
}

#[test]
fn a_disk_that_stays_full_changes_nothing() {
    all_must_be_honest(Fault::full("ever"), &NO_SPACE, size(5, 1));
}

/// What a quota, a limit on the size of files (`ulimit -f`) and a failing disk say.
const OTHERWISE: [Errno; 3] = [Errno::EDQUOT, Errno::EFBIG, Errno::EIO];

#[test]
fn a_disk_that_fails_in_other_ways_changes_nothing() {
    for error in OTHERWISE {
        let fault = Fault {
            error,
            ..Fault::full("ever")
        };
        all_must_be_honest(fault, &SAYS_WHY, size(23, 1));
    }
}

/// A disk that does not confirm: what was said to be done is on it, and what failed is not there, or said to be.
#[test]
fn a_disk_that_fails_to_sync_is_not_trusted() {
    for (how, stride) in [("once", 1), ("ever", size(4, 1))] {
        let fault = Fault {
            on: "s",
            how,
            error: Errno::EIO,
        };
        all_must_be_honest(fault, &SAYS_WHY, stride);
    }
}

/// How a failure says that something was changed all the same.
const TOLD: [&str; 2] = ["the change was saved", "some of it was written"];

const SAYS_WHY: [&str; 6] = [
    "no space left",
    "disk is full",
    "quota",
    "too large",
    "the disk reported",
    "os error",
];

/// The control: a disk that says "written" and has not is seen, as lost records or as damage.
#[test]
fn a_disk_that_lies_is_seen() {
    let line = lines_that_change()
        .find(|line| line.starts_with("topic add"))
        .unwrap();
    let sandbox = command_lines::settled();
    let after = undisturbed(line);
    let mut seen = 0;
    at_every_change(line, Fault::full("lie"), &sandbox, 1, |ran, _| {
        let is_sound = sandbox.run(&["check"]).status == 0;
        seen +=
            usize::from(ran.output.status.success() && !(is_sound && World::of(&sandbox) == after));
    });
    assert!(seen > 0);
}

#[test]
fn a_first_run_on_a_full_disk_leaves_no_half_file() {
    for how in ["once", "ever"] {
        let args = ["pair", "add", "ana", "--mentee", "Ana"];
        for k in 1.. {
            let sandbox = Sandbox::new();
            let ran = Fault::full(how).run(sandbox.home.path(), &args, k);
            if !ran.output.status.success() {
                assert_eq!(
                    ran.output.status.code(),
                    Some(7),
                    "change {k}: {}",
                    ran.stderr()
                );
                sandbox.ok(&args);
            }
            assert_eq!(sandbox.run(&["check"]).status, 0, "change {k}");
            if ran.changes.is_some_and(|changes| changes < k) {
                break;
            }
        }
    }
}

/// The first write of a day: a backup that can't be written does not stop it, and is said to be missing.
#[test]
fn a_full_disk_costs_the_backup_before_it_costs_the_day() {
    let sandbox = command_lines::settled();
    let home = sandbox.home.path();
    let mut without = 0;
    for k in 1.. {
        command_lines::lived_in().put_into(home);
        let mut command = Fault::full("once").command(home, &["topic", "add", "x"], home, k);
        let output = command
            .env("MENTOR_NOW", "2026-12-02T09:00:00Z")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            output.status.success(),
            said.contains("Added topic"),
            "change {k}: {said}"
        );
        without += usize::from(said.contains("no backup today: no space left"));
        let listed = sandbox.ok(&["restore", "--list", "--json"]);
        assert_eq!(
            listed.matches("2026-12-02T").count() == 0,
            said.contains("no backup"),
            "change {k}: {said}"
        );
        if output.status.success() && !said.contains("no backup") {
            break;
        }
    }
    assert!(without > 10, "{without}");
}
