//! Many processes at once: every acknowledged record is stored, and no command fails.

use std::fs;
use std::process::Stdio;
use std::thread;

use crate::real::Home;
use crate::size;

/// Runs commands one after the other, as people and shell prompts do, and returns how many records they leave.
fn work(home: &Home, worker: usize, commands: usize) -> usize {
    let mut left = 0;
    for n in 0..commands {
        match n % 10 {
            0 | 2 | 4 | 6 | 7 => {
                home.ok(&["followup", "add", &format!("me: job-{worker}-{n}- by fri")]);
                left += 1;
            }
            1 => drop(home.ok("due")),
            3 => drop(home.ok("agenda")),
            5 => drop(home.ok("followup list --json")),
            8 => {
                // The step may be another worker's, but each step is one record.
                home.ok("undo");
                left -= 1;
            }
            _ if n % 50 == 9 => drop(home.ok("backup")),
            _ => drop(home.ok("status")),
        }
    }
    left
}

#[test]
fn concurrent_processes_succeed_and_lose_nothing() {
    let home = Home::with_pair();
    let (processes, each) = (size(8, 64), size(200, 500));
    let left: usize = thread::scope(|scope| {
        let home = &home;
        let workers: Vec<_> =
            (0..processes).map(|worker| scope.spawn(move || work(home, worker, each))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    });
    let all = home.ok("export");
    assert_eq!(all.matches("\"job-").count(), left);
    home.ok("check");
    let listed = home.ok("restore --list --json");
    assert!(listed.contains(".backups/"), "{listed}");
}

#[test]
fn concurrent_first_runs_create_one_file() {
    for round in 0..size(5, 60) {
        let home = Home::new();
        let workers: Vec<_> = (0..8)
            .map(|n| {
                let args = ["pair", "add", &format!("p{n}"), "--mentee", "Ana"];
                let mut command = home.mentor(&args);
                command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for worker in workers {
            let output = worker.wait_with_output().unwrap();
            let message = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "round {round}: {message}");
        }
        let export = home.ok("export");
        assert_eq!(export.matches("\"slug\"").count(), 8, "round {round}");
        let folder = home.db().parent().unwrap().to_owned();
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        assert_eq!(files.filter(|path| path.is_file()).count(), 1, "round {round}");
    }
}

/// Control: a file that all workers rewrite without a lock loses records, and the count shows it.
#[test]
fn program_without_a_lock_is_detected() {
    let home = Home::new();
    let notes = home.path().join("notes");
    fs::write(&notes, "").unwrap();
    thread::scope(|scope| {
        for worker in 0..8 {
            let notes = &notes;
            scope.spawn(move || {
                for n in 0..50 {
                    let mut text = fs::read_to_string(notes).unwrap();
                    thread::yield_now();
                    text.push_str(&format!("job-{worker}-{n}-\n"));
                    fs::write(notes, text).unwrap();
                }
            });
        }
    });
    let kept = fs::read_to_string(&notes).unwrap().matches("job-").count();
    assert!(kept < 400, "{kept}");
}

/// Eight workers write while `restore` runs again and again. Returns the marks that were acknowledged.
fn write_beside(home: &Home, each: usize, mut restore: impl FnMut(&Home) + Send) -> Vec<String> {
    let is_over = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        let is_over = &is_over;
        let writers: Vec<_> = (0..8)
            .map(|writer| {
                scope.spawn(move || {
                    let marks = (0..each).map(|n| format!("mark-{writer}-{n}-"));
                    let stored = marks.filter(|mark| {
                        let output = home.mentor(&["topic", "add", mark]).output().unwrap();
                        output.status.success()
                    });
                    stored.collect::<Vec<_>>()
                })
            })
            .collect();
        let restorer = scope.spawn(move || {
            while !is_over.load(std::sync::atomic::Ordering::Relaxed) {
                restore(home);
                thread::sleep(std::time::Duration::from_millis(200));
            }
        });
        let stored = writers.into_iter().flat_map(|writer| writer.join().unwrap());
        let stored: Vec<String> = stored.collect();
        is_over.store(true, std::sync::atomic::Ordering::Relaxed);
        restorer.join().unwrap();
        stored
    })
}

/// Exports the data file and every copy that a restore kept.
fn exports(home: &Home) -> Vec<String> {
    let folder = home.db().parent().unwrap().to_owned();
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.is_file());
    let text = |path: std::path::PathBuf| {
        let path = path.display().to_string();
        home.ok(&["check", "--db", &path]);
        home.ok(&["export", "--db", &path])
    };
    files.map(text).collect()
}

#[test]
fn restore_beside_writers_keeps_each_change_in_one_file() {
    let home = Home::with_pair();
    home.ok("topic add before");
    home.ok("backup");
    let stored = write_beside(&home, size(25, 200), |home| {
        drop(home.ok("restore 1 --yes"));
    });
    assert!(stored.len() >= size(200, 1600), "only {} were stored", stored.len());
    let exports = exports(&home);
    assert!(exports.len() > 2, "hardly anything was restored");
    for mark in &stored {
        let files = exports.iter().filter(|text| text.contains(mark.as_str())).count();
        assert_eq!(files, 1, "{mark} is in {files} files");
    }
}

/// Control: copying a backup over the file loses what was written since, and the count shows it.
#[test]
fn backup_copied_over_the_file_is_detected() {
    let home = Home::with_pair();
    let backup = home.db().with_extension("copy");
    fs::copy(home.db(), &backup).unwrap();
    home.ok("topic add mark-0-0-");
    fs::rename(&backup, home.db()).unwrap();
    assert!(exports(&home).iter().all(|text| !text.contains("mark-0-0-")));
}
