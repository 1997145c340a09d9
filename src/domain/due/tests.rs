use super::*;
use crate::domain::agreement::AgreementTerms;
use crate::domain::insight::Insight;
use crate::domain::length::Span;
use crate::domain::pair::PairState;
use crate::domain::pulse::PulseAnswer;
use crate::domain::pulse::PulseState;
use crate::domain::record::Id;
use crate::domain::snapshot::PulseStatus;
use crate::domain::test_data;
use crate::domain::test_data::date;

/// The items of a kind due within two days, as owner, day and days overdue.
fn due(snapshot: &PairSnapshot, kind: DueKind) -> Vec<(Option<Side>, NaiveDate, i64)> {
    let items = due_items(snapshot, SOON).into_iter();
    let items = items.filter(|item| item.kind == kind);
    items.map(|item| (item.owner, item.due, item.days_overdue)).collect()
}

/// An agreement from December on, with answers within two working days.
fn agreed(day: &str) -> PairSnapshot {
    let mut snapshot = test_data::snapshot(day);
    snapshot.versions = vec![test_data::agreement(AgreementTerms {
        starts: Some(date("2026-12-01")),
        mentor_replies_within: Span::parse("2 working days").ok(),
        ..AgreementTerms::default()
    })];
    snapshot
}

#[test]
fn a_question_is_due_from_the_side_that_answers() {
    let question = test_data::question(Side::Mentee, "2026-12-01T09:00:00Z");
    let asked = |day: &str| {
        let mut snapshot = agreed(day);
        snapshot.questions.push(question.clone());
        due(&snapshot, DueKind::Question)
    };
    let by = date("2026-12-03");
    assert_eq!(asked("2026-12-01"), [(Some(Side::Mentor), by, 0)]);
    assert_eq!(asked("2026-12-05"), [(Some(Side::Mentor), by, 2)]);
}

#[test]
fn paused_days_and_days_away_are_not_overdue() {
    let overdue = |change: &dyn Fn(&mut PairSnapshot)| {
        let mut snapshot = agreed("2026-12-20");
        let question = test_data::question(Side::Mentee, "2026-12-01T09:00:00Z");
        snapshot.questions.push(question);
        change(&mut snapshot);
        due(&snapshot, DueKind::Question)[0].2
    };
    let away = |person| Record::with_id(1, test_data::away(person, "2026-12-07", "2026-12-16"));
    assert_eq!(overdue(&|_| ()), 17, "since 3 December");
    assert_eq!(overdue(&|snapshot| snapshot.aways.push(away(1))), 7);
    assert_eq!(overdue(&|snapshot| snapshot.aways.push(away(2))), 17, "the other one is away");
    let paused = overdue(&|snapshot| {
        let pair = &mut snapshot.pair.record.data;
        let moment = |day: &str| test_data::instant(&format!("{day}T09:00:00Z"));
        let (from, until) = (date("2026-12-07"), date("2026-12-17"));
        pair.change_state(PairState::Paused, from, moment("2026-12-07"), None);
        pair.change_state(PairState::Active, until, moment("2026-12-17"), None);
    });
    assert_eq!(paused, 7);
}

#[test]
fn feedback_is_due_from_its_receiver() {
    let due_feedback = |is_private: bool, from: Side| {
        let mut snapshot = agreed("2026-12-10");
        snapshot.versions[0].data.terms.feedback_within = Span::parse("1 week").ok();
        let mut feedback = test_data::feedback(from, "2026-12-01T09:00:00Z");
        feedback.private = is_private;
        snapshot.feedback.push(feedback);
        due(&snapshot, DueKind::Feedback)
    };
    let by = date("2026-12-08");
    assert_eq!(due_feedback(false, Side::Mentor), [(Some(Side::Mentee), by, 2)]);
    assert_eq!(due_feedback(true, Side::Mentor), [], "the mentee knows of none");
    assert_eq!(due_feedback(true, Side::Mentee), [(Some(Side::Mentor), by, 2)]);
}

#[test]
fn a_question_without_an_agreed_reply_time_is_never_due() {
    let mut snapshot = agreed("2027-03-01");
    let question = test_data::question(Side::Mentor, "2026-12-01T09:00:00Z");
    snapshot.questions.push(question);
    assert_eq!(due(&snapshot, DueKind::Question), []);
}

fn pulse_status(state: PulseState, answered: &[Side]) -> PulseStatus {
    let answer = |side: &Side| -> Record<PulseAnswer> {
        Record::with_id(1, test_data::pulse_answer(*side, [4; 6]))
    };
    PulseStatus {
        pulse: test_data::pulse("2026-12-31", state),
        answers: answered.iter().map(answer).collect(),
        sides: Side::ALL.to_vec(),
    }
}

#[test]
fn an_unanswered_pulse_is_not_followed_by_another() {
    assert_eq!(due(&agreed("2027-12-29"), DueKind::Pulse), []);
    let mut snapshot = agreed("2027-12-29");
    snapshot.pulse = Some(pulse_status(PulseState::Open, &[Side::Mentor, Side::Mentee]));
    assert_eq!(due(&snapshot, DueKind::Pulse), []);
}

#[test]
fn a_pulse_is_due_from_the_sides_that_have_not_answered() {
    let mut snapshot = agreed("2027-01-08");
    snapshot.pulse = Some(pulse_status(PulseState::Open, &[Side::Mentor]));
    assert_eq!(due(&snapshot, DueKind::Pulse), [(Some(Side::Mentee), date("2027-01-07"), 1)]);
    snapshot.pulse = Some(pulse_status(PulseState::Answered, &[Side::Mentor, Side::Mentee]));
    assert_eq!(due(&snapshot, DueKind::Pulse), []);
    snapshot.now = test_data::now("2027-03-16T09:00:00Z");
    assert_eq!(due(&snapshot, DueKind::Pulse), [(None, date("2027-03-16"), 0)]);
}

#[test]
fn an_introduction_is_due_two_weeks_after_its_last_stage() {
    let mut introduction = test_data::introduction("Kim", "2026-12-01");
    let due_on = |introduction: &Introduction, day: &str| {
        let mut snapshot = agreed(day);
        snapshot.introductions.push(Record::with_id(1, introduction.clone()));
        due(&snapshot, DueKind::Introduction)
    };
    assert_eq!(due_on(&introduction, "2026-12-12"), []);
    assert_eq!(due_on(&introduction, "2026-12-15"), [(Some(Side::Mentor), date("2026-12-15"), 0)]);
    let day = date("2026-12-15");
    introduction.advance_to(IntroductionState::Agreed, day).unwrap();
    introduction.advance_to(IntroductionState::Introduced, day).unwrap();
    assert_eq!(due_on(&introduction, "2026-12-29"), [(Some(Side::Mentee), date("2026-12-29"), 0)]);
    introduction.advance_to(IntroductionState::Met, day).unwrap();
    introduction.thanks = Some(Id::new(7));
    assert_eq!(due_on(&introduction, "2027-03-01"), [], "the thank-you is due instead");
}

#[test]
fn advice_is_due_from_the_sixth_to_the_eighth_week() {
    let due_on = |day: &str| {
        let mut snapshot = agreed(day);
        let insight: Record<Insight> = Record::with_id(1, test_data::insight("2026-12-01"));
        snapshot.advice.push(insight);
        due(&snapshot, DueKind::Insight)
    };
    assert_eq!(due_on("2027-01-09"), []);
    let asked = [(Some(Side::Mentee), date("2027-01-12"), 0)];
    assert_eq!(due_on("2027-01-12"), asked);
    assert_eq!(due_on("2027-01-26")[0].2, 14);
    assert_eq!(due_on("2027-01-27"), []);
}

#[test]
fn checking_back_is_due_for_two_weeks() {
    let closing = test_data::closing(Some("2027-12-01"));
    let pair = test_data::pair();
    let asked = |day: &str| check_back_item(&closing, &pair, date(day), SOON).map(|item| item.due);
    assert_eq!(asked("2027-11-28"), None);
    assert_eq!(asked("2027-11-29"), Some(date("2027-12-01")));
    assert_eq!(asked("2027-12-15"), Some(date("2027-12-01")));
    assert_eq!(asked("2027-12-16"), None);
    let never = test_data::closing(None);
    assert_eq!(check_back_item(&never, &pair, date("2027-12-01"), SOON), None);
}

#[test]
fn the_most_overdue_item_comes_first() {
    let mut snapshot = agreed("2027-01-20");
    let question = test_data::question(Side::Mentee, "2027-01-15T09:00:00Z");
    snapshot.questions.push(question);
    let insight = Record::with_id(1, test_data::insight("2026-12-01"));
    snapshot.advice.push(insight);
    let days: Vec<i64> = due_items(&snapshot, SOON).iter().map(|item| item.days_overdue).collect();
    assert_eq!(days, [8, 1], "advice, question");
}
