//! Follow-ups by their due day.

use crate::domain::agreement::AgreementTerms;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::pair_item::HasState;
use crate::domain::person::Side;
use crate::domain::promise::Promise;
use crate::domain::promise::tests::fixture_until;
use crate::domain::record::{Id, Record};
use crate::domain::test_data::{date, instant};
use crate::domain::timeline::Timeline;

fn open_followup(due: &str, owner: Side) -> Record<FollowUp> {
    let mut followup = Record::with_id(
        1,
        FollowUp {
            pair: Id::new(1),
            owner,
            title: "Draft the RFC".to_owned(),
            due: Some(date(due)),
            goal: None,
            checkin: None,
            state: FollowUpState::Open,
            state_on: date("2026-12-01"),
            because: None,
            private: false,
            past: Timeline::default(),
        },
    );
    followup.created_at = instant("2026-12-01T09:00:00Z");
    followup
}

/// The follow-up figures of the mentor and the mentee a week after the tenth.
fn followups(followup: Record<FollowUp>) -> [Option<(u32, u32)>; 2] {
    let mut fixture = fixture_until("2026-12-17T12:00:00Z", AgreementTerms::default());
    fixture.facts.followups.push(followup);
    [Side::Mentor, Side::Mentee].map(|side| {
        let outcome = fixture.outcome(Promise::FollowUps, Some(side));
        outcome.kept.zip(outcome.of)
    })
}

fn changed_followup(change: impl Fn(&mut FollowUp), moment: &str) -> Record<FollowUp> {
    let mut followup = open_followup("2026-12-10", Side::Mentee);
    let before = followup.commitment();
    change(&mut followup);
    followup.remember(before, instant(moment));
    followup
}

#[test]
fn due_days_after_the_end_of_the_agreement_do_not_count() {
    let until = |ends: &str| {
        let terms = AgreementTerms { ends: Some(date(ends)), ..AgreementTerms::default() };
        let mut fixture = fixture_until("2026-12-17T12:00:00Z", terms);
        let followup = open_followup("2026-12-10", Side::Mentee);
        fixture.facts.followups.push(followup);
        let outcome = fixture.outcome(Promise::FollowUps, Some(Side::Mentee));
        outcome.kept.zip(outcome.of)
    };
    assert_eq!(until("2026-12-10"), Some((0, 1)));
    assert_eq!(until("2026-12-09"), None);
}

#[test]
fn a_record_that_breaks_a_promise_twice_is_cited_once() {
    let mut followup = changed_followup(
        |followup| followup.due = Some(date("2026-12-12")),
        "2026-12-11T15:00:00Z",
    );
    followup.owner = Side::Mentee;
    let mut fixture = fixture_until("2026-12-17T12:00:00Z", AgreementTerms::default());
    fixture.facts.followups.push(followup);
    let outcome = fixture.outcome(Promise::FollowUps, Some(Side::Mentee));
    assert_eq!(outcome.kept.zip(outcome.of), Some((0, 2)));
    assert_eq!(outcome.with_citations(), "follow-up 1");
}

#[test]
fn private_followups_count_only_for_the_user() {
    let mut followup = open_followup("2026-12-10", Side::Mentee);
    followup.private = true;
    assert_eq!(followups(followup), [None, None], "it is the mentor's file");
    let mut own = open_followup("2026-12-10", Side::Mentor);
    own.private = true;
    assert_eq!(followups(own), [Some((0, 1)), None]);
}

#[test]
fn a_due_day_moved_after_it_has_passed_stays_missed() {
    let move_due_day = |followup: &mut FollowUp| followup.due = Some(date("2026-12-20"));
    assert_eq!(
        followups(changed_followup(move_due_day, "2026-12-15T15:00:00Z")),
        [None, Some((0, 1))]
    );
    assert_eq!(followups(changed_followup(move_due_day, "2026-12-10T15:00:00Z")), [None, None]);
    // Late in the evening of the tenth in Bogotá.
    assert_eq!(followups(changed_followup(move_due_day, "2026-12-11T04:59:00Z")), [None, None]);
    assert_eq!(
        followups(changed_followup(move_due_day, "2026-12-11T05:00:00Z")),
        [None, Some((0, 1))]
    );
}

#[test]
fn a_late_handover_stays_missed_by_the_earlier_owner() {
    let hand_over = |followup: &mut FollowUp| followup.owner = Side::Mentor;
    assert_eq!(
        followups(changed_followup(hand_over, "2026-12-15T15:00:00Z")),
        [None, Some((0, 1))]
    );
    assert_eq!(
        followups(changed_followup(hand_over, "2026-12-09T15:00:00Z")),
        [Some((0, 1)), None]
    );
}

#[test]
fn a_later_due_day_does_not_excuse_late_completion() {
    let mut followup = open_followup("2026-12-10", Side::Mentee);
    (followup.state, followup.state_on) = (FollowUpState::Done, date("2026-12-12"));
    assert_eq!(followups(followup.clone()), [None, Some((0, 1))]);
    let before = followup.commitment();
    followup.due = Some(date("2026-12-14"));
    followup.remember(before, instant("2026-12-13T09:00:00Z"));
    assert_eq!(followups(followup), [None, Some((0, 1))]);
}

#[test]
fn a_followup_reopened_and_done_on_the_same_day_is_done() {
    let mut followup = open_followup("2026-12-10", Side::Mentee);
    for (state, moment) in [
        (FollowUpState::Done, "2026-12-08T09:00:00Z"),
        (FollowUpState::Open, "2026-12-08T10:00:00Z"),
        (FollowUpState::Done, "2026-12-08T11:00:00Z"),
    ] {
        followup.data.set_state(state, date("2026-12-08"), instant(moment), None);
    }
    assert_eq!(followups(followup), [None, Some((1, 1))]);
}

#[test]
fn a_followup_dropped_in_time_does_not_count() {
    let dropped = |day: &str| {
        let mut followup = open_followup("2026-12-10", Side::Mentee);
        (followup.state, followup.state_on) = (FollowUpState::Dropped, date(day));
        followups(followup)
    };
    assert_eq!(dropped("2026-12-10"), [None, None]);
    assert_eq!(dropped("2026-12-11"), [None, Some((0, 1))]);
}
