//! Rhythms on fixed days, such as every Thursday at five.

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::person::Side;
use crate::domain::promise::tests::{HistoryFixture, fixture_until, moved, rhythm};
use crate::domain::record::{Id, Record};
use crate::domain::test_data::instant;
use crate::domain::zone::Tz;

/// Calls on Thursdays at five in London. `third` adds the third one, planned, moved or called off.
fn thursdays(third: impl Fn(&mut HistoryFixture, Record<CheckIn>)) -> HistoryFixture {
    let fixture = fixture_until("2026-12-25T09:00:00Z", rhythm("weekly on thu 17:00"));
    let mut fixture = fixture.with_held(&["2026-12-03", "2026-12-10", "2026-12-24"]);
    let planned = CheckIn::planned(Id::new(1), instant("2026-12-17T17:00:00Z"), Tz::Europe__London);
    third(&mut fixture, Record::with_id(9, planned));
    fixture
}

#[test]
fn an_occurrence_without_a_call_is_missed() {
    let fixture = thursdays(|_, _| {});
    assert_eq!(fixture.cadence().0.zip(fixture.cadence().1), Some((3, 4)));
}

#[test]
fn an_occurrence_is_missed_once_its_day_has_ended_for_both() {
    let occasions_until = |until: &str| {
        let fixture = fixture_until(until, rhythm("weekly on thu 17:00"));
        fixture.cadence().1
    };
    // Midnight in London is seven in the evening in Bogotá.
    assert_eq!(occasions_until("2026-12-04T04:59:59Z"), None);
    assert_eq!(occasions_until("2026-12-04T05:00:00Z"), Some(1));
}

#[test]
fn an_occurrence_called_off_in_time_does_not_count() {
    let called_off = |at_moment: &str| {
        let called_off = instant(at_moment);
        thursdays(move |fixture, mut call| {
            call.state = CheckInState::Cancelled;
            call.by = Some(Side::Mentee);
            call.cancelled_at = Some(called_off);
            fixture.facts.missed.push(call);
        })
    };
    let in_time = called_off("2026-12-14T09:00:00Z").cadence();
    assert_eq!((in_time.0, in_time.1), (Some(3), Some(3)));
    let late = called_off("2026-12-17T09:00:00Z").cadence();
    assert_eq!((late.0, late.1), (Some(3), Some(4)));
}

#[test]
fn a_moved_and_held_occurrence_is_kept() {
    let fixture = thursdays(|fixture, mut call| {
        fixture.facts.moves.push(moved(&call, "2026-12-14T09:00:00Z", Side::Mentee));
        call.state = CheckInState::Held;
        call.planned_at = Some(instant("2026-12-22T17:00:00Z"));
        call.held_at = call.planned_at;
        fixture.facts.held.push(call);
    });
    assert_eq!(fixture.cadence().0.zip(fixture.cadence().1), Some((4, 4)));
}

#[test]
fn an_occurrence_whose_call_is_moved_after_its_day_stays_missed() {
    let moved_at = |moment: &str| {
        let fixture = thursdays(|fixture, mut call| {
            fixture.facts.moves.push(moved(&call, moment, Side::Mentee));
            call.state = CheckInState::Held;
            call.planned_at = Some(instant("2026-12-22T17:00:00Z"));
            call.held_at = call.planned_at;
            fixture.facts.held.push(call);
        });
        fixture.cadence().0.zip(fixture.cadence().1)
    };
    // Thursday the 17th ends for both at midnight in Bogotá.
    assert_eq!(moved_at("2026-12-18T04:59:00Z"), Some((4, 4)));
    assert_eq!(moved_at("2026-12-18T05:00:00Z"), Some((3, 4)));
}

#[test]
fn a_moved_call_that_falls_through_is_missed_on_its_new_day() {
    let mut fixture = thursdays(|fixture, mut call| {
        fixture.facts.moves.push(moved(&call, "2026-12-16T09:00:00Z", Side::Mentee));
        call.planned_at = Some(instant("2026-12-22T17:00:00Z"));
        call.state = CheckInState::NoShow;
        fixture.facts.missed.push(call);
    });
    assert_eq!(fixture.cadence().0.zip(fixture.cadence().1), Some((3, 4)));
    // The 17th has passed, and the 22nd has not.
    fixture.since = instant("2026-12-20T10:00:00Z");
    assert_eq!(fixture.cadence().0.zip(fixture.cadence().1), Some((1, 2)));
}

#[test]
fn a_call_that_is_moved_late_stands_for_its_new_time() {
    let fixture = thursdays(|fixture, mut call| {
        // Missed on the 17th, moved to the 24th on the 19th, and on to the 29th on the 20th.
        fixture.facts.moves.push(moved(&call, "2026-12-19T09:00:00Z", Side::Mentee));
        call.planned_at = Some(instant("2026-12-24T17:00:00Z"));
        fixture.facts.moves.push(moved(&call, "2026-12-20T09:00:00Z", Side::Mentee));
        call.planned_at = Some(instant("2026-12-29T17:00:00Z"));
        fixture.facts.planned.push(call);
        fixture.facts.held.pop();
    });
    // The 24th is still to come, on the 29th.
    assert_eq!(fixture.cadence().0.zip(fixture.cadence().1), Some((2, 3)));
}

#[test]
fn a_moved_occurrence_may_be_held_until_its_new_day_ends() {
    let occasions_until = |until: &str| {
        let mut fixture = fixture_until(until, rhythm("weekly on thu 17:00"));
        let planned = instant("2026-12-03T17:00:00Z");
        let mut call = CheckIn::planned(Id::new(1), planned, Tz::Europe__London);
        call.planned_at = Some(instant("2026-12-04T17:00:00Z"));
        let call = Record::with_id(9, call);
        let before = Record::with_id(9, CheckIn::planned(Id::new(1), planned, Tz::Europe__London));
        let date_move = moved(&before, "2026-12-01T09:00:00Z", Side::Mentee);
        fixture.facts.moves.push(date_move);
        fixture.facts.planned.push(call);
        fixture.cadence().1
    };
    assert_eq!(occasions_until("2026-12-04T17:20:00Z"), None, "it is going on");
    assert_eq!(occasions_until("2026-12-05T04:59:00Z"), None, "it is Friday in Bogotá");
    assert_eq!(occasions_until("2026-12-05T05:00:00Z"), Some(1));
}
