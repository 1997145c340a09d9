//! Many processes at once: every acknowledged record is there, and nobody is turned away.

use std::sync::Arc;
use std::thread;

use crate::real::Home;
use crate::size;

/// Everyone writes and reads; returns how many writes were acknowledged.
fn crowd(home: &Arc<Home>, processes: usize, each: usize) -> usize {
    let workers: Vec<_> = (0..processes)
        .map(|worker| {
            let home = Arc::clone(home);
            thread::spawn(move || {
                for n in 0..each {
                    home.ok(&["followup", "add", &format!("me: job-{worker}-{n}- by fri")]);
                    match n % 4 {
                        0 => home.ok(&["due"]),
                        1 => home.ok(&["agenda"]),
                        2 => home.ok(&["followup", "list", "--json"]),
                        _ => home.ok(&["status"]),
                    };
                }
                each
            })
        })
        .collect();
    workers
        .into_iter()
        .map(|worker| worker.join().unwrap())
        .sum()
}

#[test]
fn a_crowd_is_served_and_loses_nothing() {
    let home = Arc::new(Home::with_pair());
    let (processes, each) = (size(8, 64), size(200, 500));
    let acknowledged = crowd(&home, processes, each);
    let all = home.ok(&["export"]);
    assert_eq!(all.matches("\"job-").count(), acknowledged);
    assert!(home.ok(&["check"]).contains("nothing is damaged"));
}

/// The control: a file that everybody rewrites without a lock loses something, and the count shows it.
#[test]
fn a_program_without_a_lock_is_seen() {
    let home = Home::new();
    let notes = home.path().join("notes");
    std::fs::write(&notes, "").unwrap();
    let workers: Vec<_> = (0..8)
        .map(|worker| {
            let notes = notes.clone();
            thread::spawn(move || {
                for n in 0..50 {
                    let mut text = std::fs::read_to_string(&notes).unwrap();
                    thread::yield_now();
                    text.push_str(&format!("job-{worker}-{n}-\n"));
                    std::fs::write(&notes, text).unwrap();
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    let kept = std::fs::read_to_string(&notes)
        .unwrap()
        .matches("job-")
        .count();
    assert!(kept < 400, "{kept}");
}
