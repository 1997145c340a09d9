//! Undo and redo against a model: after every step back, everything is exactly as it was.

use proptest::prelude::*;

use crate::sandbox::Sandbox;
use crate::size;

/// What somebody might type; each changes something or is refused.
const TYPED: [&[&str]; 16] = [
    &["topic", "add", "Pace"],
    &["topic", "cover", "1"],
    &["topic", "drop", "1", "--because", "stale"],
    &["followup", "add", "mentee: draft the RFC by fri"],
    &["followup", "add", "me: read it"],
    &["followup", "done", "1"],
    &["followup", "drop", "2", "--because", "no longer needed"],
    &["followup", "edit", "1", "--due", "2026-12-24"],
    &[
        "goal",
        "add",
        "Lead",
        "--by",
        "2027-03-01",
        "--step",
        "Shadow one",
    ],
    &["goal", "progress", "1", "40"],
    &[
        "goal",
        "edit",
        "1",
        "--by",
        "2027-04-01",
        "--because",
        "exams",
    ],
    &["goal", "delete", "1"],
    &["checkin", "add", "--at", "2026-12-03 17:00"],
    &[
        "log",
        "Talked",
        "--followup",
        "me: send it by fri",
        "--win",
        "Shipped",
        "--goal",
        "1=60%",
        "--next",
        "2026-12-17 17:00",
    ],
    &["person", "edit", "ana", "--notes", "Likes tea"],
    &["pair", "pause", "ana", "--because", "holidays"],
];

/// Types, takes back and does again; fails where what is there is not what the model says.
fn play(moves: &[usize], undo: &[&str]) -> Result<(), TestCaseError> {
    let sandbox = Sandbox::with_pair();
    let everything = || sandbox.ok(&["export"]);
    let mut states = vec![everything()];
    let mut at = 0;
    for choice in moves {
        match choice {
            0..=3 => {
                let taken_back = sandbox.run(undo);
                // The first two steps are those that made the pair.
                prop_assert_eq!(taken_back.status, 0, "{}", taken_back);
                if at == 0 {
                    prop_assert_eq!(sandbox.run(&["redo"]).status, 0);
                } else {
                    at -= 1;
                }
            }
            4..=5 => {
                let done_again = sandbox.run(&["redo"]);
                prop_assert_eq!(
                    done_again.status == 0,
                    at + 1 < states.len(),
                    "{}",
                    done_again
                );
                at = (at + 1).min(states.len() - 1);
            }
            typed => {
                let output = sandbox.run(TYPED[typed - 6]);
                if output.status == 0 {
                    states.truncate(at + 1);
                    states.push(everything());
                    at += 1;
                }
            }
        }
        prop_assert_eq!(&everything(), &states[at], "after {:?}", choice);
    }
    while at > 0 {
        sandbox.ok(&["undo"]);
        at -= 1;
        prop_assert_eq!(&everything(), &states[at]);
    }
    Ok(())
}

fn sequences() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..6 + TYPED.len(), 1..12)
}

#[test]
fn undo_and_redo_go_back_and_forth_exactly() {
    let cases = u32::try_from(size(500, 10_000)).unwrap();
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner
        .run(&sequences(), |moves| play(&moves, &["undo"]))
        .unwrap();
}

/// The control: an "undo" that does something else is noticed.
#[test]
fn an_undo_that_is_none_is_seen() {
    let moves = [6, 0];
    assert!(play(&moves, &["topic", "add", "Not an undo"]).is_err());
}
