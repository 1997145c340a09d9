//! Hours a month.

use chrono::TimeDelta;

use crate::domain::agreement::AgreementTerms;
use crate::domain::away::Away;
use crate::domain::length::Minutes;
use crate::domain::promise::tests::fixture_until;
use crate::domain::promise::{Promise, PromiseOutcome, Verdict};
use crate::domain::record::Record;
use crate::domain::test_data;

/// The outcome for two agreed hours a month, `days` after a single check-in of `minutes`.
fn hours_after(days: i64, minutes: u32, aways: Vec<Record<Away>>) -> PromiseOutcome {
    let terms = AgreementTerms { hours_a_month: Some(2), ..AgreementTerms::default() };
    let mut fixture = fixture_until("2026-12-01T12:00:00Z", terms).with_held(&["2026-12-03"]);
    fixture.until += TimeDelta::days(days);
    fixture.facts.held[0].minutes = Some(Minutes(minutes));
    fixture.facts.aways = aways;
    fixture.outcome(Promise::Hours, None)
}

#[test]
fn hours_are_evaluated_once_a_month_has_passed() {
    let young = hours_after(29, 60, vec![]);
    assert_eq!(young.verdict, Verdict::Unmeasured);
    assert_eq!(young.happened, "1.0 h in the first month so far");
    assert_eq!(hours_after(30, 50, vec![]).verdict, Verdict::Broken);
    assert_eq!(hours_after(30, 60, vec![]).verdict, Verdict::Partly);
    assert_eq!(hours_after(30, 120, vec![]).verdict, Verdict::Kept);
}

#[test]
fn hours_are_not_expected_on_days_away() {
    let away = Record::with_id(1, test_data::away(2, "2026-12-20", "2027-01-18"));
    let outcome = hours_after(60, 120, vec![away]);
    assert_eq!(outcome.verdict, Verdict::Kept, "{}", outcome.happened);
    assert_eq!(hours_after(60, 120, vec![]).verdict, Verdict::Partly);
}
