//! Kills at random moments: every acknowledged change is stored, and none partially.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::command_lines::{self, Line, strs};
use crate::faults::Fault;
use crate::files::names_below;
use crate::home_snapshot::HomeSnapshot;
use crate::random::Dice;
use crate::real::Home;
use crate::sandbox::Sandbox;
use crate::size;

/// Runs a command and kills it between its start and a little after its usual end. Returns whether it succeeded before.
fn killed(command: &mut Command, dice: &mut Dice, usual: Duration) -> bool {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let most = usize::try_from(usual.as_micros()).unwrap() * 3 / 2;
    sleep(Duration::from_micros(dice.below(most) as u64));
    let _ = child.kill();
    child.wait().unwrap().success()
}

/// Measures how long a command usually takes.
fn usual(mut command: impl FnMut() -> Command) -> Duration {
    let mut times: Vec<_> = (0..7)
        .map(|_| {
            let start = Instant::now();
            assert!(command().stdin(Stdio::null()).output().unwrap().status.success());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[3]
}

#[test]
fn kill_loses_no_acknowledged_log_and_leaves_no_partial_one() {
    let home = Home::with_pair();
    let log = |n: usize| {
        let (text, task) = (format!("talk-{n}-"), format!("me: task-{n}- by fri"));
        home.mentor(&[
            "log",
            &text,
            "--followup",
            &task,
            "--win",
            &format!("win-{n}-"),
            "--topic",
            &format!("topic-{n}-"),
        ])
    };
    let usual = usual(|| log(999_999));
    let (mut dice, mut acknowledged, rounds) = (Dice(1), Vec::new(), size(200, 5_000));
    for n in 0..rounds {
        if killed(&mut log(n), &mut dice, usual) {
            acknowledged.push(n);
        }
    }
    assert!(
        !acknowledged.is_empty() && acknowledged.len() < rounds,
        "no kill came in the middle: {}",
        acknowledged.len()
    );
    let all = home.ok("export");
    for n in 0..rounds {
        let parts = ["talk", "task", "win", "topic"]
            .map(|part| all.matches(&format!("\"{part}-{n}-")).count());
        assert!(parts == [0; 4] || parts == [1; 4], "log {n} is there by half: {parts:?}");
        assert!(
            parts == [1; 4] || !acknowledged.contains(&n),
            "log {n} was acknowledged and is lost"
        );
    }
    assert!(home.ok("check").contains("no damage found"));
}

/// Every command is killed between two of its file operations: the data must be as before or completely changed, and
/// files left behind must be private.
#[test]
fn kill_between_two_operations_leaves_all_or_nothing() {
    let lines: Vec<_> = command_lines::lines()
        .iter()
        .filter(|line| line.changes && !line.starts_with("demo"))
        .collect();
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    let before = HomeSnapshot::take(&sandbox).data();
    let mut dice = Dice(2);
    let (mut undone, mut done) = (0, 0);
    for round in 0..size(200, 5_000) {
        // Every command in turn.
        let line = lines[round % lines.len()];
        let changes = Fault::kill().run(home, &strs(&line.in_home(home)), 0).changes.unwrap();
        let after = HomeSnapshot::take(&sandbox).data();
        let now = data_after_kill(&sandbox, line, 1 + dice.below(changes), [&before, &after]);
        undone += usize::from(now == before);
        done += usize::from(now == after);
        command_lines::sample_files().put_into(home);
    }
    assert!(undone > 0 && done > 0, "{undone} kills before, {done} after");
}

/// An answer to an invitation is stored with the pair that it adds: without it, nothing would ever be exchanged.
#[test]
fn kill_during_a_join_leaves_no_pair_without_its_answer() {
    let sandbox = command_lines::sample_sandbox();
    let home = sandbox.home.path();
    let before = HomeSnapshot::take(&sandbox).data();
    let joins = command_lines::lines().iter().filter(|line| line.starts_with("share join"));
    for line in joins {
        command_lines::sample_files().put_into(home);
        let changes = Fault::kill().run(home, &strs(&line.in_home(home)), 0).changes.unwrap();
        let after = HomeSnapshot::take(&sandbox).data();
        for k in (1..=changes).step_by(size(4, 1)) {
            data_after_kill(&sandbox, line, k, [&before, &after]);
        }
    }
}

/// Kills a command between two of its file operations, and returns the data, which must be one of the two.
fn data_after_kill(
    sandbox: &Sandbox,
    line: &Line,
    k: usize,
    [before, after]: [&HomeSnapshot; 2],
) -> HomeSnapshot {
    let home = sandbox.home.path();
    command_lines::sample_files().put_into(home);
    let ran = Fault::kill().run(home, &strs(&line.in_home(home)), k);
    assert_eq!(ran.output.status.signal(), Some(9), "{line:?}");
    others_can_read_none_of(home);
    let now = HomeSnapshot::take(sandbox).data();
    assert!(
        now.is_either(before, after),
        "{line:?}, change {k}: {}; {}",
        now.unlike(before),
        now.unlike(after)
    );
    assert_eq!(sandbox.run("check").status, 0, "{line:?}, change {k}");
    now
}

fn others_can_read_none_of(home: &Path) {
    for name in names_below(home) {
        let mode = fs::metadata(home.join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", name.display());
    }
}

/// Control: a program that reports success before it has written is detected.
#[test]
fn program_that_acknowledges_too_early_is_detected() {
    let home = Home::new();
    let script = home.path().join("hasty");
    // The program exits successfully while its child still sleeps before writing.
    std::fs::write(&script, "#!/bin/sh\nsetsid sh -c \"sleep 0.2; echo $1 >> '$2'\" & exit 0\n")
        .unwrap();
    let notes = home.path().join("notes");
    let hasty = |n: usize| {
        let mut command = Command::new("sh");
        command.arg(&script).arg(format!("note-{n}-")).arg(&notes);
        command
    };
    let mut dice = Dice(3);
    let acknowledged: Vec<_> =
        (0..10).filter(|n| killed(&mut hasty(*n), &mut dice, Duration::from_millis(50))).collect();
    let there = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let kept = there(&notes);
    let lost = acknowledged.iter().filter(|n| !kept.contains(&format!("note-{n}-"))).count();
    assert!(lost > 0, "acknowledged: {acknowledged:?}, kept: {kept}");
}
