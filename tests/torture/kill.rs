//! Killed at random moments: what was acknowledged is there, and nothing is there by half.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::dice::Dice;
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
    assert!(home.ok(&["check"]).contains("nothing is damaged"));
}

#[test]
fn a_kill_during_undo_import_backup_and_restore_leaves_a_whole_file() {
    let home = Home::with_pair();
    for n in 0..20 {
        home.ok(&["log", &format!("talk {n}"), "--followup", "me: x y by fri"]);
    }
    let export = home.path().join("all.json");
    std::fs::write(&export, home.ok(&["export"])).unwrap();
    let other = Home::new();
    let mut dice = Dice(2);
    for _ in 0..size(50, 1_250) {
        for args in [
            &["undo"][..],
            &["redo"],
            &["backup"],
            &["restore", "1", "--yes"],
            &["check"],
        ] {
            killed(&mut home.mentor(args), &mut dice, Duration::from_millis(25));
        }
        killed(
            &mut other.mentor(&["import", &export.display().to_string()]),
            &mut dice,
            Duration::from_millis(60),
        );
        if other.db().exists() {
            let people = other.ok(&["export"]).matches("\"is_user\"").count();
            assert!(
                people == 0 || people == 2,
                "an import is there by half: {people}"
            );
        }
    }
    for home in [&home, &other] {
        if home.db().exists() {
            assert!(home.ok(&["check"]).contains("nothing is damaged"));
        }
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
