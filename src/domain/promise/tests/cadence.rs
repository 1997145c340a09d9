//! Rhythms without fixed days, such as every two weeks.

use crate::domain::agreement::AgreementTerms;
use crate::domain::checkin::CheckIn;
use crate::domain::promise::tests::{HistoryFixture, fixture_until, rhythm};
use crate::domain::promise::{Promise, Verdict};
use crate::domain::record::Record;
use crate::domain::test_data::{self, date, instant};

#[test]
fn a_rhythm_expects_no_more_calls_than_fit_into_its_days() {
    let days = ["2026-12-01", "2026-12-20", "2027-01-08", "2027-01-27", "2027-02-15"];
    let fixture = fixture_until("2027-02-15T18:00:00Z", rhythm("every 2 weeks")).with_held(&days);
    assert_eq!(fixture.cadence(), (Some(5), Some(6), Some(4), Verdict::Partly));
    let happened = fixture.outcome(Promise::Cadence, None).happened;
    assert_eq!(happened, "5 of 6 check-ins, 4 of them late (19 days apart on average, agreed 14)");
}

#[test]
fn calls_on_time_and_early_ones_keep_the_rhythm() {
    let on_time = ["2026-12-01", "2026-12-15", "2026-12-29"];
    let until = "2026-12-30T18:00:00Z";
    let kept = fixture_until(until, rhythm("every 2 weeks")).with_held(&on_time).cadence();
    assert_eq!(kept, (Some(3), Some(3), Some(0), Verdict::Kept));
    let early = ["2026-12-01", "2026-12-12", "2026-12-23"];
    let kept = fixture_until(until, rhythm("every 2 weeks")).with_held(&early).cadence();
    assert_eq!(kept, (Some(3), Some(3), Some(0), Verdict::Kept));
}

#[test]
fn several_calls_at_once_fill_one_window() {
    let days = ["2026-12-01", "2026-12-03", "2026-12-05"];
    let fixture = fixture_until("2027-01-31T18:00:00Z", rhythm("every 2 weeks")).with_held(&days);
    assert_eq!(fixture.cadence(), (Some(2), Some(5), Some(0), Verdict::Broken));
}

#[test]
fn a_call_that_is_not_due_yet_is_not_missed() {
    let until_due = fixture_until("2027-01-03T18:00:00Z", rhythm("every 2 weeks"));
    let fixture = until_due.with_held(&["2026-12-01", "2026-12-20"]);
    assert_eq!(fixture.cadence(), (Some(2), Some(2), Some(1), Verdict::Partly));
    let after = HistoryFixture { until: instant("2027-01-04T06:00:00Z"), ..fixture };
    assert_eq!(after.cadence(), (Some(2), Some(3), Some(1), Verdict::Partly));
}

#[test]
fn weeks_before_a_renewal_are_evaluated_by_the_earlier_rhythm() {
    let days = ["2026-12-01", "2026-12-29", "2027-01-26"];
    let strict = fixture_until("2027-01-27T10:00:00Z", rhythm("every 2 weeks")).with_held(&days);
    assert_eq!(strict.cadence(), (Some(3), Some(5), Some(2), Verdict::Partly));
    let relaxed = strict.renewed("2027-01-27", rhythm("every 4 weeks"));
    assert_eq!(relaxed.cadence(), (Some(3), Some(5), Some(2), Verdict::Partly));
}

#[test]
fn a_tighter_rhythm_does_not_apply_to_the_current_gap() {
    let days = ["2026-12-01", "2026-12-29"];
    let loose = fixture_until("2027-01-25T10:00:00Z", rhythm("every 4 weeks")).with_held(&days);
    let tight = loose.renewed("2027-01-20", rhythm("every week"));
    assert_eq!(tight.cadence(), (Some(2), Some(2), Some(0), Verdict::Kept));
}

#[test]
fn days_away_and_pauses_cause_no_missed_calls() {
    let days = ["2026-12-01", "2026-12-15", "2027-02-24"];
    let until = "2027-02-24T18:00:00Z";
    let fixture = || fixture_until(until, rhythm("every 2 weeks")).with_held(&days);
    assert_eq!(fixture().cadence().1, Some(7));
    let paused = fixture().paused("2026-12-16", "2027-02-22");
    assert_eq!(paused.cadence(), (Some(3), Some(3), Some(0), Verdict::Kept));
    let away = fixture().away(2, "2026-12-16", "2027-02-21");
    assert_eq!(away.cadence(), (Some(3), Some(3), Some(0), Verdict::Kept));
}

#[test]
fn a_call_after_the_last_day_changes_no_verdict() {
    let terms = || AgreementTerms { ends: Some(date("2026-12-31")), ..rhythm("every 2 weeks") };
    let missed = fixture_until("2027-01-20T18:00:00Z", terms());
    assert_eq!(missed.cadence(), (Some(0), Some(2), Some(0), Verdict::Broken));
    let later = fixture_until("2027-01-20T18:00:00Z", terms()).with_held(&["2027-01-10"]);
    assert_eq!(later.cadence(), (Some(0), Some(2), Some(0), Verdict::Broken));
}

#[test]
fn the_average_interval_counts_active_days() {
    let held = ["2026-12-01", "2026-12-17", "2027-01-20"];
    let note = |fixture: &HistoryFixture| fixture.outcome(Promise::Cadence, None).happened;
    let fixture =
        || fixture_until("2027-01-20T18:00:00Z", rhythm("every 2 weeks")).with_held(&held);
    let all = note(&fixture());
    assert!(all.ends_with("(25 days apart on average, agreed 14)"), "{all}");
    let active = note(&fixture().paused("2026-12-18", "2027-01-17"));
    assert_eq!(active, "3 of 3 check-ins, 1 of them late");
}

#[test]
fn the_first_gap_of_a_period_starts_at_the_call_before_it() {
    let mut fixture = fixture_until("2027-01-20T18:00:00Z", rhythm("every 2 weeks"));
    fixture.since = instant("2027-01-02T18:00:00Z");
    fixture.facts.held_before = vec![instant("2027-01-01T15:00:00Z")];
    assert_eq!(fixture.cadence(), (Some(0), Some(1), Some(0), Verdict::Broken));
    let held = HistoryFixture { until: instant("2027-01-15T18:00:00Z"), ..fixture }
        .with_held(&["2027-01-15"]);
    assert_eq!(held.cadence(), (Some(1), Some(1), Some(0), Verdict::Kept));
}

#[test]
fn a_missed_call_reported_in_a_review_stays_missed() {
    let days = ["2026-12-01", "2026-12-20", "2027-01-03"];
    let mut fixture =
        fixture_until("2027-01-04T06:00:00Z", rhythm("every 2 weeks")).with_held(&days);
    assert_eq!(fixture.cadence(), (Some(3), Some(3), Some(1), Verdict::Partly));
    let mut review = Record::with_id(1, test_data::review("2026-12-18"));
    review.created_at = instant("2026-12-18T10:00:00Z");
    let (since, reviewed) = (fixture.since, review.created_at);
    fixture.facts.reviews = vec![review];
    // The late call fills the next place.
    assert_eq!(fixture.cadence(), (Some(3), Some(4), Some(1), Verdict::Partly));
    let mut period = |since, until| {
        let earlier = fixture.facts.held.extract_if(.., |call| call.held_at <= Some(since));
        fixture.facts.held_before.extend(earlier.filter_map(|call| call.held_at));
        let later = fixture.facts.held.extract_if(.., |call| call.held_at > Some(until));
        let later: Vec<Record<CheckIn>> = later.collect();
        (fixture.since, fixture.until) = (since, until);
        let outcome = fixture.cadence();
        fixture.facts.held.extend(later);
        outcome
    };
    let until = instant("2027-01-04T06:00:00Z");
    assert_eq!(period(since, reviewed), (Some(1), Some(2), Some(0), Verdict::Partly));
    assert_eq!(period(reviewed, until), (Some(2), Some(2), Some(1), Verdict::Partly));
}

#[test]
fn a_review_counts_by_the_agreement_known_then() {
    let terms = AgreementTerms { ends: Some(date("2027-01-05")), ..rhythm("every 2 weeks") };
    let days = ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-04"];
    let mut fixture = fixture_until("2027-02-10T10:00:00Z", terms)
        .with_held(&days)
        .renewed("2027-02-01", rhythm("every 2 weeks"));
    fixture.agreements[1].changed_at = instant("2027-02-01T10:00:00Z");
    // With the days after the gap, there is a fourth deadline for the fourth call.
    assert_eq!(fixture.cadence(), (Some(4), Some(4), Some(0), Verdict::Kept));
    let mut review = Record::with_id(1, test_data::review("2027-01-20"));
    review.created_at = instant("2027-01-20T10:00:00Z");
    fixture.facts.reviews = vec![review];
    assert_eq!(fixture.cadence(), (Some(3), Some(3), Some(0), Verdict::Kept));
    // The renewal was accepted before the review.
    fixture.facts.reviews[0].created_at = instant("2027-02-01T10:00:00Z");
    fixture.facts.reviews[0].data.on = date("2027-02-01");
    assert_eq!(fixture.cadence(), (Some(4), Some(4), Some(0), Verdict::Kept));
}
