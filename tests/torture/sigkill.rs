//! Killed at random moments: what was acknowledged is there, and nothing is there by half.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::command_lines::{self, strs};
use crate::faults::Fault;
use crate::files::names_below;
use crate::home_snapshot::World;
use crate::random::Dice;
use crate::real::Home;
use crate::size;

/// Runs it and kills it somewhere between its start and a little after its usual end; true if it ended well before.
fn killed(command: &mut Command, dice: &mut Dice, usual: Duration) -> bool {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let most = usize::try_from(usual.as_micros()).unwrap() * 3 / 2;
    sleep(Duration::from_micros(dice.below(most) as u64));
    let _ = child.kill();
    child.wait().unwrap().success()
}

/// How long it takes when nobody disturbs it.
fn usual(mut command: impl FnMut() -> Command) -> Duration {
    let mut times: Vec<_> = (0..7)
        .map(|_| {
            let start = Instant::now();
            assert!(
                command()
                    .stdin(Stdio::null())
                    .output()
                    .unwrap()
                    .status
                    .success()
            );
            start.elapsed()
        })
        .collect();
    times.sort();
    times[3]
}

#[test]
fn a_kill_loses_no_acknowledged_log_and_leaves_none_by_half() {
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
    let all = home.ok(&["export"]);
    for n in 0..rounds {
        let parts = ["talk", "task", "win", "topic"]
            .map(|part| all.matches(&format!("\"{part}-{n}-")).count());
        assert!(
            parts == [0; 4] || parts == [1; 4],
            "log {n} is there by half: {parts:?}"
        );
        assert!(
            parts == [1; 4] || !acknowledged.contains(&n),
            "log {n} was acknowledged and is lost"
        );
    }
    assert!(home.ok(&["check"]).contains("no damage found"));
}

/// The same for every command, killed between two of its changes of files: what is there is what was there before, or
/// all of what it does, and whatever lies about is for its owner only.
#[test]
fn a_kill_between_two_changes_leaves_all_or_nothing() {
    let lines: Vec<_> = command_lines::lines()
        .iter()
        .filter(|line| line.changes && !line.starts_with("demo"))
        .collect();
    let sandbox = command_lines::settled();
    let home = sandbox.home.path();
    let before = World::of(&sandbox).data();
    let mut dice = Dice(2);
    let (mut undone, mut done) = (0, 0);
    for round in 0..size(200, 5_000) {
        // Every command in turn, those at the end of the tree too.
        let line = lines[round % lines.len()];
        let args = line.in_home(home);
        let changes = Fault::kill().run(home, &strs(&args), 0).changes.unwrap();
        let after = World::of(&sandbox).data();
        command_lines::lived_in().put_into(home);
        let k = 1 + dice.below(changes);
        let ran = Fault::kill().run(home, &strs(&args), k);
        assert_eq!(ran.output.status.signal(), Some(9), "{line:?}");
        others_can_read_none_of(home);
        let now = World::of(&sandbox).data();
        let (is_undone, is_done) = (now == before, now == after);
        assert!(
            now.is_either(&before, &after),
            "{line:?}, change {k} of {changes}: {}; {}",
            now.unlike(&before),
            now.unlike(&after)
        );
        assert_eq!(
            sandbox.run(&["check"]).status,
            0,
            "{line:?}, change {k} of {changes}"
        );
        undone += usize::from(is_undone);
        done += usize::from(is_done);
        command_lines::lived_in().put_into(home);
    }
    assert!(
        undone > 0 && done > 0,
        "{undone} kills before, {done} after"
    );
}

fn others_can_read_none_of(home: &Path) {
    for name in names_below(home) {
        let mode = fs::metadata(home.join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", name.display());
    }
}

/// The control: a program that says "done" before it has written is caught.
#[test]
fn a_program_that_acknowledges_too_early_is_seen() {
    let home = Home::new();
    let script = home.path().join("hasty");
    // Says that it is done (by ending) while a child of it still sleeps before it writes.
    std::fs::write(
        &script,
        "#!/bin/sh\nsetsid sh -c \"sleep 0.2; echo $1 >> '$2'\" & exit 0\n",
    )
    .unwrap();
    let notes = home.path().join("notes");
    let hasty = |n: usize| {
        let mut command = Command::new("sh");
        command.arg(&script).arg(format!("note-{n}-")).arg(&notes);
        command
    };
    let mut dice = Dice(3);
    let acknowledged: Vec<_> = (0..10)
        .filter(|n| killed(&mut hasty(*n), &mut dice, Duration::from_millis(50)))
        .collect();
    let there = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let kept = there(&notes);
    let lost = acknowledged
        .iter()
        .filter(|n| !kept.contains(&format!("note-{n}-")))
        .count();
    assert!(lost > 0, "acknowledged: {acknowledged:?}, kept: {kept}");
}
