//! The disk is full at the k-th operation of every command that changes something, at full size for every k: no false
//! success, no change after a failure, a message, and the next run works.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex};

use nix::errno::Errno;

use crate::command_lines::{self, Line, strs};
use crate::faults::{Fault, Faulted};
use crate::home_snapshot::HomeSnapshot;
use crate::sandbox::Sandbox;
use crate::size;

/// Returns the home folder after the line ran without a fault, which is the same for every fault.
fn undisturbed(line: &Line) -> Arc<HomeSnapshot> {
    static TAKEN: Mutex<BTreeMap<Vec<String>, Arc<HomeSnapshot>>> = Mutex::new(BTreeMap::new());
    if let Some(taken) = TAKEN.lock().unwrap().get(&line.words()) {
        return Arc::clone(taken);
    }
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    let ran = Fault::full("once").run(home, &strs(&line.in_home(home)), 0);
    assert!(ran.output.status.success(), "{line:?}: {}", ran.stderr());
    let taken = Arc::new(HomeSnapshot::take(&sandbox));
    TAKEN.lock().unwrap().insert(line.words(), Arc::clone(&taken));
    taken
}

/// The home folder before any line ran, without what a failed command may leave.
static BEFORE: LazyLock<HomeSnapshot> =
    LazyLock::new(|| HomeSnapshot::take(&command_lines::sample_sandbox()).without_leftovers());

/// Commands that change the data or have at most `ALL` operations are tried with the fault at every one of them, or at
/// every `stride`th. Longer ones, such as the demo, are tried at `SOME` operations, and at every one at full size.
const ALL: usize = 150;
const SOME: usize = 8;

/// Runs the line with the fault at each of its operations in turn.
fn at_every_change(
    line: &Line,
    fault: Fault,
    sandbox: &Sandbox,
    stride: usize,
    mut judge: impl FnMut(&Faulted, usize),
) {
    let home = sandbox.home.path();
    let run = |k| {
        command_lines::sample_files().put_into(home);
        fault.run(home, &strs(&line.in_home(home)), k)
    };
    let changes = run(0).changes.unwrap();
    let stride = if line.changes_data || changes <= ALL { stride } else { size(changes / SOME, 1) };
    // Most lines do the same operations, so together they have the fault at each of them.
    let first = 1 + line.words().concat().len() % stride.min(changes.max(1));
    for k in (first..=changes).step_by(stride) {
        judge(&run(k), k);
    }
}

/// Checks that a failure is reported and changed nothing it does not mention, that a success is real, and that the line
/// works afterwards.
fn must_be_honest(line: &Line, fault: Fault, says: &[&str], sandbox: &Sandbox, stride: usize) {
    command_lines::sample_files().put_into(sandbox.home.path());
    let home = sandbox.home.path();
    at_every_change(line, fault, sandbox, stride, |ran, k| {
        let message = ran.stderr();
        let about = format!("{line:?}, change {k}, {fault:?}\n{message}");
        match ran.output.status.code() {
            Some(0) => {
                let (now, after) = (HomeSnapshot::take(sandbox), undisturbed(line));
                assert!(now == *after, "a success that is none: {about}\n{}", now.unlike(&after));
            }
            Some(7) => {
                let lower = message.to_lowercase();
                assert!(says.iter().any(|words| lower.contains(words)), "{about}");
                // A failed command may leave a draft.
                let counts = |name: &Path| !name.to_string_lossy().contains("/drafts/");
                let is_untouched = command_lines::sample_files().are_in(home, counts);
                if is_untouched || TOLD.iter().any(|words| message.contains(words)) {
                    return;
                }
                let now = HomeSnapshot::take(sandbox).without_leftovers();
                assert!(now == *BEFORE, "half a change: {about}\n{}", now.unlike(&BEFORE));
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

const NO_SPACE: [&str; 4] = ["no space left", "disk is full", "disk full", "it may be full"];

/// Runs every command that changes something with this fault at every `stride`th operation.
fn all_must_be_honest(fault: Fault, says: &[&str], stride: usize) {
    let sandbox = command_lines::sample_sandbox();
    for line in lines_that_change() {
        must_be_honest(line, fault, says, &sandbox, stride);
    }
}

#[test]
fn disk_full_once_changes_nothing() {
    all_must_be_honest(Fault::full("once"), &NO_SPACE, size(7, 1));
}

#[test]
fn disk_that_stays_full_changes_nothing() {
    all_must_be_honest(Fault::full("ever"), &NO_SPACE, size(17, 1));
}

/// The errors of a quota, of a file size limit (`ulimit -f`) and of a failing disk.
const OTHERWISE: [Errno; 3] = [Errno::EDQUOT, Errno::EFBIG, Errno::EIO];

#[test]
fn other_disk_errors_change_nothing() {
    for error in OTHERWISE {
        let fault = Fault { error, ..Fault::full("ever") };
        all_must_be_honest(fault, &SAYS_WHY, size(97, 1));
    }
}

/// A disk whose sync fails: an acknowledged change is stored, and a failed one is either absent or reported as saved.
#[test]
fn failed_sync_is_never_reported_as_success() {
    for (how, stride) in [("once", size(2, 1)), ("ever", size(8, 1))] {
        let fault = Fault { on: "s", how, error: Errno::EIO };
        all_must_be_honest(fault, &SAYS_WHY, stride);
    }
}

/// The messages of a failure that changed something nevertheless.
const TOLD: [&str; 2] = ["the change was saved", "some of it was written"];

const SAYS_WHY: [&str; 6] =
    ["no space left", "disk is full", "quota", "too large", "the disk reported", "os error"];

/// Control: a disk that acknowledges writes without making them is detected, as lost records or as damage.
#[test]
fn disk_that_lies_is_detected() {
    let line = lines_that_change().find(|line| line.starts_with("topic add")).unwrap();
    let sandbox = command_lines::sample_sandbox();
    let after = undisturbed(line);
    let mut seen = 0;
    at_every_change(line, Fault::full("lie"), &sandbox, 1, |ran, _| {
        let is_sound = sandbox.run("check").status == 0;
        seen += usize::from(
            ran.output.status.success() && !(is_sound && HomeSnapshot::take(&sandbox) == *after),
        );
    });
    assert!(seen > 0);
}

/// A file system without hard links and without permissions, such as FAT: every command does the same as elsewhere.
#[test]
fn without_links_and_permissions_every_change_is_made() {
    all_must_work_without(Fault { on: "lm", how: "ever", error: Errno::EPERM });
}

/// Many network file systems and those of FUSE can't sync a folder.
#[test]
fn in_a_folder_without_sync_every_change_is_made() {
    for error in [Errno::EINVAL, Errno::ENOTSUP] {
        all_must_work_without(Fault { on: "f", how: "ever", error });
    }
}

fn all_must_work_without(refusals: Fault) {
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    let mut refused = 0;
    for line in lines_that_change() {
        command_lines::sample_files().put_into(home);
        let ran = refusals.run(home, &strs(&line.in_home(home)), 1);
        assert!(ran.output.status.success(), "{line:?}: {}", ran.stderr());
        let (now, after) = (HomeSnapshot::take(&sandbox), undisturbed(line));
        assert!(now == *after, "{line:?}: {}", now.unlike(&after));
        refused += ran.changes.unwrap();
    }
    assert!(refused > 20, "control: only {refused} operations were refused");
}

#[test]
fn first_run_killed_without_hard_links_leaves_no_empty_file() {
    let fault = Fault { on: "n", how: "kill", error: Errno::EINVAL };
    for k in 1.. {
        let sandbox = Sandbox::new();
        let home = sandbox.home.path();
        let mut command = fault.command(home, &["init"], home, k);
        let ended = command.env("FAULT_LINKS", "no").output().unwrap();
        sandbox.ok("pair add ana --mentee Ana");
        if ended.status.success() {
            break;
        }
    }
}

#[test]
fn file_that_others_can_read_is_reported_once_a_day() {
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    command_lines::sample_files().put_into(home);
    let data = home.join(".local/share/mentor/mentor.db");
    std::fs::set_permissions(&data, PermissionsExt::from_mode(0o644)).unwrap();
    let refusals = Fault { on: "lm", how: "ever", error: Errno::EPERM };
    let is_reported = || {
        let mut command = refusals.command(home, &["topic", "add", "x"], home, 1);
        let output = command.env("MENTOR_NOW", "2026-12-02T09:00:00Z").output().unwrap();
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stderr).contains("other users of this computer can read")
    };
    assert!(is_reported(), "the first write of a day");
    assert!(!is_reported(), "a later write of that day");
    sandbox.ok("topic add y");
    assert_eq!(std::fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn first_run_on_a_full_disk_leaves_no_partial_file() {
    for how in ["once", "ever"] {
        let args = ["pair", "add", "ana", "--mentee", "Ana"];
        for k in 1.. {
            let sandbox = Sandbox::new();
            let ran = Fault::full(how).run(sandbox.home.path(), &args, k);
            if !ran.output.status.success() {
                assert_eq!(ran.output.status.code(), Some(7), "change {k}: {}", ran.stderr());
                sandbox.ok(&args);
            }
            assert_eq!(sandbox.run("check").status, 0, "change {k}");
            if ran.changes.is_some_and(|changes| changes < k) {
                break;
            }
        }
    }
}

/// A backup that can't be written does not stop the first write of a day, and is reported as missing.
#[test]
fn failing_backup_does_not_stop_the_first_write_of_a_day() {
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    let mut without = 0;
    for k in 1.. {
        command_lines::sample_files().put_into(home);
        let mut command = Fault::full("once").command(home, &["topic", "add", "x"], home, k);
        let output = command.env("MENTOR_NOW", "2026-12-02T09:00:00Z").output().unwrap();
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            output.status.success(),
            message.contains("Added topic"),
            "change {k}: {message}"
        );
        without += usize::from(message.contains("no backup today: no space left"));
        let listed = sandbox.ok("restore --list --json");
        assert_eq!(
            listed.matches("2026-12-02T").count() == 0,
            message.contains("no backup"),
            "change {k}: {message}"
        );
        if output.status.success() && !message.contains("no backup") {
            break;
        }
    }
    assert!(without > 10, "{without}");
}
