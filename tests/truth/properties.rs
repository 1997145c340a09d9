//! What holds of every history.

use chrono::TimeDelta;

use crate::examination::{assert_none, findings, manner};
use crate::faults::FAULTS;
use crate::generator::generate;
use crate::history::Deed;
use crate::play::{of_all_time, since_review};
use crate::report::Report;
use crate::size;

#[test]
fn every_command_of_a_history_is_taken() {
    assert_none(&findings().refused, 1);
}

#[test]
fn reports_are_what_a_walk_over_the_days_comes_to() {
    assert_none(&findings().unequal, findings().reports);
}

#[test]
fn a_report_of_a_past_day_is_the_one_that_was_printed_on_it() {
    assert_none(&findings().changed_later, findings().pages);
}

#[test]
fn consecutive_reviews_add_up_to_the_whole() {
    assert_none(&findings().not_added_up, findings().sums);
}

#[test]
fn both_sides_files_print_the_same_verdicts() {
    assert_none(&findings().other_side, findings().files);
}

#[test]
fn the_other_side_is_told_nothing_by_private_records() {
    assert_none(&findings().private, findings().twins);
}

/// The control: programs that are wrong in these ways are seen.
#[test]
fn planted_faults_are_seen() {
    for (fault, (seen, of)) in FAULTS.iter().zip(findings().seen_faults) {
        assert!(seen * 100 > of, "{}: {seen} of {of} reports", fault.name);
    }
}

/// What is asked of the program holds of the reckoning itself: of histories in which nothing is told late.
#[test]
fn the_reckoning_adds_up() {
    for seed in (0..size(300, 3_000)).step_by(3) {
        let history = generate(seed, &manner(seed));
        assert!(history.is_tidy);
        let reviews = history
            .events
            .iter()
            .filter(|event| matches!(event.deed, Deed::Review { .. }));
        let ends = reviews.map(|event| event.at - TimeDelta::seconds(30));
        let mut sum = Report::default();
        for at in ends.chain([history.end()]) {
            sum.add(&since_review(at).reckon(&history));
        }
        let whole = of_all_time(&history, history.end()).reckon(&history);
        let found = whole.additive().differences(&sum.additive());
        assert!(
            found.is_empty(),
            "history {seed}: {found:#?}\n{}",
            history.script(history.end())
        );
    }
}
