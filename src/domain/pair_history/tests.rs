use super::*;
use crate::domain::test_data::{self, date, instant};

fn version(number: u32, starts: &str, accepted: Option<&str>) -> Record<Agreement> {
    let mut agreement = test_data::agreement(AgreementTerms {
        starts: Some(date(starts)),
        ..AgreementTerms::default()
    });
    agreement.data.version = number;
    agreement.data.accepted_by_mentor = accepted.map(date);
    agreement.data.accepted_by_mentee = accepted.map(date);
    agreement
}

fn version_on(agreements: &[Record<Agreement>], day: &str) -> Option<u32> {
    let pair = test_data::pair();
    let history = PairHistory::new(&pair, agreements, &[]);
    let terms = history.terms_on(date(day))?;
    let mut all = agreements.iter();
    all.find(|agreement| std::ptr::eq(&raw const agreement.data.terms, terms))
        .map(|agreement| agreement.version)
}

#[test]
fn a_version_is_in_force_once_both_have_accepted_it() {
    let agreements = [
        version(1, "2026-12-01", Some("2026-12-04")),
        version(2, "2026-12-01", Some("2027-01-27")),
        version(3, "2026-12-01", None),
    ];
    let found = ["2026-11-30", "2026-12-01", "2027-01-26", "2027-01-27", "2027-05-01"];
    let found = found.map(|day| version_on(&agreements, day));
    assert_eq!(found, [None, Some(1), Some(1), Some(2), Some(2)]);
}

#[test]
fn a_version_dated_to_the_past_does_not_end_the_one_before_it() {
    let mut agreements = [
        version(1, "2026-12-01", Some("2026-12-04")),
        version(2, "2026-12-01", Some("2027-01-27")),
    ];
    agreements[0].data.terms.ends = Some(date("2027-06-01"));
    agreements[1].data.terms.ends = Some(date("2026-12-20"));
    let pair = test_data::pair();
    let history = PairHistory::new(&pair, &agreements, &[]);
    assert_eq!(history.horizon(), Some(date("2027-06-01")));
}

#[test]
fn no_promise_is_in_force_after_the_last_day_or_the_end() {
    let mut agreements = [version(1, "2026-12-01", Some("2026-12-01"))];
    agreements[0].data.terms.ends = Some(date("2027-06-01"));
    assert_eq!(version_on(&agreements, "2027-06-01"), Some(1));
    assert_eq!(version_on(&agreements, "2027-06-02"), None);
    let mut pair = test_data::pair();
    let ended = instant("2027-01-10T15:00:00Z");
    pair.record.data.change_state(PairState::Ended, date("2027-01-10"), ended, None);
    let history = PairHistory::new(&pair, &agreements, &[]);
    assert!(history.terms_on(date("2027-01-10")).is_some());
    assert!(history.terms_on(date("2027-01-11")).is_none());
}

#[test]
fn a_pause_includes_its_first_day_but_not_the_day_of_resumption() {
    let mut pair = test_data::pair();
    let record = &mut pair.record.data;
    let (paused, resumed) = (instant("2026-12-16T09:00:00Z"), instant("2027-02-22T09:00:00Z"));
    record.change_state(PairState::Paused, date("2026-12-16"), paused, None);
    record.change_state(PairState::Active, date("2027-02-22"), resumed, None);
    let history = PairHistory::new(&pair, &[], &[]);
    let rests = ["2026-12-15", "2026-12-16", "2027-02-21", "2027-02-22"];
    let rests = rests.map(|day| history.is_excused(date(day), instant("2027-06-01T00:00:00Z")));
    assert_eq!(rests, [false, true, true, false]);
}

#[test]
fn absences_entered_after_a_deadline_do_not_extend_it() {
    let pair = test_data::pair();
    let away = |entered: &str| {
        let mut away = Record::with_id(1, test_data::away(2, "2026-12-08", "2026-12-09"));
        away.created_at = instant(entered);
        [away]
    };
    let last_day = |aways: &[Record<Away>]| {
        let history = PairHistory::new(&pair, &[], aways);
        let second_day_after = |excuses: &Excuses<'_>| {
            let days = date("2026-12-07").iter_days().skip(1);
            days.filter(|day| !excuses.cover(*day)).nth(1)
        };
        let ends = |day| history.end_of_day(Side::Mentee, day);
        history.deadline(&[Side::Mentee], second_day_after, ends).0
    };
    let in_time = away("2026-12-09T20:00:00Z");
    assert_eq!(last_day(&in_time), Some(date("2026-12-11")));
    let too_late = away("2026-12-10T06:00:00Z");
    assert_eq!(last_day(&too_late), Some(date("2026-12-09")));
}
