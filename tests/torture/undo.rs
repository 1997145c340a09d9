//! Undo and redo against a model: after undoing any step, everything is exactly as it was before.

use proptest::prelude::*;

use crate::command_lines::{self, Line, strs};
use crate::home_snapshot::records;
use crate::sandbox::Sandbox;
use crate::size;

#[derive(Clone, Debug)]
enum Move {
    Undo,
    Redo,
    /// Runs one of the lines that make a step.
    Type(usize),
}

/// Returns a line of every command that makes an undo step.
fn steps() -> Vec<&'static Line> {
    let lines = command_lines::lines().iter();
    lines.filter(|line| line.is_step).collect()
}

fn newest_step(sandbox: &Sandbox) -> i64 {
    let connection = rusqlite::Connection::open(sandbox.db()).unwrap();
    let sql = "SELECT coalesce(max(id), 0) FROM step";
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Runs commands, undo and redo; fails if the records differ from the model.
fn play(moves: &[Move], undo: &[&str]) -> Result<(), TestCaseError> {
    let (sandbox, steps) = (command_lines::sample_sandbox(), steps());
    // Redoes the undone step of the prepared data, so that nothing is left to redo.
    sandbox.ok("redo");
    let everything = || records(&sandbox.db());
    let exported = sandbox.ok("export");
    let mut states = vec![everything()];
    let mut at = 0;
    for choice in moves {
        match choice {
            Move::Undo => {
                let taken_back = sandbox.run(undo);
                prop_assert_eq!(taken_back.status, 0, "{}", taken_back);
                if at == 0 {
                    // A step from before the test is redone at once.
                    prop_assert_eq!(sandbox.run("redo").status, 0);
                } else {
                    at -= 1;
                }
            }
            Move::Redo => {
                let done_again = sandbox.run("redo");
                let can_be = at + 1 < states.len();
                prop_assert_eq!(done_again.status == 0, can_be, "{}", done_again);
                at = (at + 1).min(states.len() - 1);
            }
            Move::Type(step) => {
                let before = newest_step(&sandbox);
                let words = steps[*step].in_home(sandbox.home.path());
                let typed = sandbox.run(&strs(&words));
                if newest_step(&sandbox) > before {
                    states.truncate(at + 1);
                    states.push(everything());
                    at += 1;
                }
                prop_assert!(typed.status < 10, "{:?}\n{}", words, typed);
            }
        }
        prop_assert_eq!(&everything(), &states[at], "after {:?}", choice);
    }
    let checked = sandbox.run("check");
    prop_assert_eq!(checked.status, 0, "{}", checked);
    while at > 0 {
        sandbox.ok("undo");
        at -= 1;
        prop_assert_eq!(&everything(), &states[at]);
    }
    prop_assert_eq!(&sandbox.ok("export"), &exported);
    let checked = sandbox.run("check");
    prop_assert_eq!(checked.status, 0, "{}", checked);
    Ok(())
}

fn sequences() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        3 => Just(Move::Undo),
        2 => Just(Move::Redo),
        5 => (0..steps().len()).prop_map(Move::Type),
    ];
    prop::collection::vec(one, 1..12)
}

#[test]
fn undo_and_redo_match_the_model() {
    let cases = u32::try_from(size(250, 10_000)).unwrap();
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner.run(&sequences(), |moves| play(&moves, &["undo"])).unwrap();
}

/// Each kind of step by itself, undone and redone twice, so that none is left out by chance.
#[test]
fn every_step_is_undone_and_redone() {
    assert!(steps().len() > 60, "{}", steps().len());
    for step in 0..steps().len() {
        let moves = [Move::Type(step), Move::Undo, Move::Redo, Move::Undo, Move::Redo];
        let played = play(&moves, &["undo"]);
        assert!(played.is_ok(), "{:?}: {played:?}", steps()[step]);
    }
}

/// Control: an "undo" that does something else is detected.
#[test]
fn wrong_undo_is_detected() {
    let moves = [Move::Type(0), Move::Undo];
    assert!(play(&moves, &["undo"]).is_ok());
    assert!(play(&moves, &["topic", "add", "Not an undo"]).is_err());
    assert!(play(&moves, &["status"]).is_err());
}
