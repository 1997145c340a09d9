//! Properties that hold for every history.

use chrono::TimeDelta;

use crate::examination::{assert_none, findings, first_seed, manner};
use crate::faults::FAULTS;
use crate::generator::generate;
use crate::history::Deed;
use crate::play::{of_all_time, since_review};
use crate::report::Report;
use crate::size;

#[test]
fn every_command_of_a_history_succeeds() {
    assert_none(&findings().refused, 1);
}

#[test]
fn reports_match_the_oracle() {
    assert_none(&findings().unequal, findings().reports);
}

#[test]
fn report_of_a_past_day_equals_the_one_printed_then() {
    assert_none(&findings().changed_later, findings().pages);
}

#[test]
fn consecutive_reviews_add_up_to_the_whole_period() {
    assert_none(&findings().not_added_up, findings().sums);
}

#[test]
fn files_of_both_sides_print_the_same_verdicts() {
    assert_none(&findings().other_side, findings().files);
}

#[test]
fn private_records_do_not_change_the_partners_reports() {
    assert_none(&findings().private, findings().twins);
}

/// Control: the planted faults are detected.
#[test]
fn planted_faults_are_detected() {
    for (fault, (seen, of)) in FAULTS.iter().zip(findings().seen_faults) {
        assert!(seen * 100 > of, "{}: {seen} of {of} reports", fault.name);
    }
}

/// The oracle itself has the property too, for histories in which nothing is recorded late.
#[test]
fn reviews_of_the_oracle_add_up() {
    let seeds = first_seed()..first_seed() + size(300, 20_000);
    let seeds: Vec<u64> = seeds.filter(|seed| manner(*seed).is_tidy).collect();
    let found = seeds.iter().filter_map(|seed| {
        let history = generate(*seed, &manner(*seed));
        let reviews =
            history.events.iter().filter(|event| matches!(event.deed, Deed::Review { .. }));
        let ends = reviews.map(|event| event.at - TimeDelta::seconds(30));
        let mut sum = Report::default();
        for at in ends.chain([history.end()]) {
            sum.add(&since_review(at).expected_report(&history));
        }
        let whole = of_all_time(&history, history.end()).expected_report(&history);
        let found = whole.additive().differences(&sum.additive());
        let script = || history.script(history.end());
        (!found.is_empty()).then(|| format!("history {seed}: {}\n{}", found.join("; "), script()))
    });
    assert_none(&found.collect::<Vec<String>>(), seeds.len());
}
