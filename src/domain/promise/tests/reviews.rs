//! Reviews by their deadline.

use crate::domain::agreement::AgreementTerms;
use crate::domain::length::Span;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise::tests::fixture_until;
use crate::domain::promise::{Promise, Verdict, review_due};
use crate::domain::record::Record;
use crate::domain::test_data::{self, date, instant};

#[test]
fn a_review_after_its_deadline_keeps_none_but_sets_the_next_one() {
    let terms =
        AgreementTerms { review_every: Span::parse("8 weeks").ok(), ..AgreementTerms::default() };
    let mut fixture = fixture_until("2027-05-20T10:00:00Z", terms);
    for day in ["2027-01-20", "2027-03-30"] {
        let mut review = Record::with_id(1, test_data::review(day));
        review.created_at = instant(&format!("{day}T10:00:00Z"));
        fixture.facts.reviews.push(review);
    }
    let outcome = fixture.outcome(Promise::Review, None);
    assert_eq!(outcome.happened, "1 of 2 reviews, 1 held late");
    assert_eq!((outcome.late, outcome.verdict), (Some(1), Verdict::Partly));
    fixture.until = instant("2027-05-26T10:00:00Z");
    let outcome = fixture.outcome(Promise::Review, None);
    assert_eq!(outcome.happened, "1 of 3 reviews, 1 held late");
}

#[test]
fn the_review_that_opens_a_period_does_not_count_in_it() {
    let terms =
        AgreementTerms { review_every: Span::parse("8 weeks").ok(), ..AgreementTerms::default() };
    let mut fixture = fixture_until("2027-04-01T10:00:00Z", terms);
    let mut review = Record::with_id(1, test_data::review("2027-01-28"));
    review.created_at = instant("2027-01-28T10:00:00Z");
    fixture.since = review.created_at;
    fixture.facts.reviews = vec![review];
    let outcome = fixture.outcome(Promise::Review, None);
    assert_eq!(outcome.kept.zip(outcome.of), Some((0, 1)));
    let history = PairHistory::new(&fixture.pair, &fixture.agreements, &[]);
    assert_eq!(review_due(&history, Some(date("2027-01-28"))), Some(date("2027-03-25")));
    assert_eq!(review_due(&history, None), Some(date("2027-01-26")));
}
