//! Promises evaluated against small histories, with results computed by hand.

use super::*;
use crate::domain::agreement::Agreement;
use crate::domain::cadence::Cadence;
use crate::domain::followup::FollowUpState;
use crate::domain::goal::Moved;
use crate::domain::length::Span;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::pair_item::HasState;
use crate::domain::promise::outcome::verdict;
use crate::domain::record::Id;
use crate::domain::test_data::{self, date, instant};
use crate::domain::timeline::Timeline;
use crate::domain::zone::Tz;

/// Sam in London and Ana in Bogotá, with their agreements and records.
struct HistoryFixture {
    pair: PairContext,
    agreements: Vec<Record<Agreement>>,
    facts: PeriodRecords,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
}

fn fixture_until(until: &str, terms: AgreementTerms) -> HistoryFixture {
    let starts = terms.starts.unwrap_or(date("2026-12-01"));
    let mut agreement = test_data::agreement(AgreementTerms { starts: Some(starts), ..terms });
    agreement.data.accepted_by_mentor = Some(starts);
    agreement.data.accepted_by_mentee = Some(starts);
    HistoryFixture {
        pair: test_data::pair(),
        agreements: vec![agreement],
        facts: PeriodRecords::default(),
        since: instant("2026-11-30T23:59:59Z"),
        until: instant(until),
    }
}

impl HistoryFixture {
    fn renewed(mut self, accepted: &str, terms: AgreementTerms) -> Self {
        let mut agreement =
            test_data::agreement(AgreementTerms { starts: Some(date("2026-12-01")), ..terms });
        agreement.data.version = 2;
        agreement.data.accepted_by_mentor = Some(date(accepted));
        agreement.data.accepted_by_mentee = Some(date(accepted));
        self.agreements.push(agreement);
        self
    }

    /// Adds calls held at three in the afternoon, London time.
    fn held(mut self, days: &[&str]) -> Self {
        for (number, day) in (1..).zip(days) {
            let mut call = test_data::held_checkin(&format!("{day}T15:00:00Z"));
            call.id = Id::new(number);
            self.facts.held.push(call);
        }
        self
    }

    fn paused(mut self, from: &str, until: &str) -> Self {
        let pair = &mut self.pair.record.data;
        let moment = |day: &str| instant(&format!("{day}T09:00:00Z"));
        pair.change_state(PairState::Paused, date(from), moment(from), None);
        pair.change_state(PairState::Active, date(until), moment(until), None);
        self
    }

    fn away(mut self, person: i64, from: &str, until: &str) -> Self {
        let away = Record::with_id(1, test_data::away(person, from, until));
        self.facts.aways.push(away);
        self
    }

    fn outcome(&self, promise: Promise, side: Option<Side>) -> PromiseOutcome {
        let history = PairHistory::new(&self.pair, &self.agreements, &self.facts.aways);
        let period = Period {
            since: self.since,
            until: self.until,
            first_day: self.since.date_naive(),
            last_day: self.until.date_naive(),
        };
        let outcomes = evaluate(&history, period, &self.facts);
        let mut outcomes = outcomes.into_iter();
        outcomes.find(|outcome| (outcome.promise, outcome.side) == (promise, side)).unwrap()
    }

    fn cadence(&self) -> (Option<u32>, Option<u32>, Option<u32>, Verdict) {
        let outcome = self.outcome(Promise::Cadence, None);
        (outcome.kept, outcome.of, outcome.late, outcome.verdict)
    }
}

fn rhythm(text: &str) -> AgreementTerms {
    AgreementTerms {
        cadence: Cadence::parse(text, Tz::Europe__London).ok(),
        notice: Span::parse("24h").ok(),
        ..AgreementTerms::default()
    }
}

fn leaves_notice(notice: &str, planned: &str, at: &str) -> bool {
    let pair = test_data::pair();
    let history = PairHistory::new(&pair, &[], &[]);
    let notice = Span::parse(notice).ok();
    is_within_notice(&history, Side::Mentor, notice, instant(planned), instant(at))
}

#[test]
fn notice_is_counted_to_the_hour() {
    let thursday = "2026-12-03T17:00:00Z";
    assert!(leaves_notice("24h", thursday, "2026-12-02T17:00:00Z"));
    assert!(!leaves_notice("24h", thursday, "2026-12-02T18:00:00Z"));
    assert!(leaves_notice("none", thursday, thursday));
}

#[test]
fn notice_in_working_days_leaves_the_weekend_out() {
    let monday = "2026-12-07T15:00:00Z";
    assert!(leaves_notice("1 working day", monday, "2026-12-04T15:00:00Z"));
    assert!(!leaves_notice("1 working day", monday, "2026-12-05T15:00:00Z"));
    assert!(!leaves_notice("2 working days", monday, "2026-12-04T09:00:00Z"));
    let thursday = "2026-12-10T15:00:00Z";
    assert!(leaves_notice("1 working day", thursday, "2026-12-09T15:00:00Z"));
    assert!(leaves_notice("2 working days", thursday, "2026-12-08T15:00:00Z"));
}

#[test]
fn a_rhythm_expects_no_more_calls_than_fit_into_its_days() {
    let days = ["2026-12-01", "2026-12-20", "2027-01-08", "2027-01-27", "2027-02-15"];
    let fixture = fixture_until("2027-02-15T18:00:00Z", rhythm("every 2 weeks")).held(&days);
    assert_eq!(fixture.cadence(), (Some(5), Some(6), Some(4), Verdict::Partly));
    let happened = fixture.outcome(Promise::Cadence, None).happened;
    assert_eq!(happened, "5 of 6 check-ins, 4 of them late (19 days apart on average, agreed 14)");
}

#[test]
fn calls_on_time_and_early_ones_keep_the_rhythm() {
    let on_time = ["2026-12-01", "2026-12-15", "2026-12-29"];
    let until = "2026-12-30T18:00:00Z";
    let kept = fixture_until(until, rhythm("every 2 weeks")).held(&on_time).cadence();
    assert_eq!(kept, (Some(3), Some(3), Some(0), Verdict::Kept));
    let early = ["2026-12-01", "2026-12-12", "2026-12-23"];
    let kept = fixture_until(until, rhythm("every 2 weeks")).held(&early).cadence();
    assert_eq!(kept, (Some(3), Some(3), Some(0), Verdict::Kept));
}

#[test]
fn several_calls_at_once_fill_one_window() {
    let days = ["2026-12-01", "2026-12-03", "2026-12-05"];
    let fixture = fixture_until("2027-01-31T18:00:00Z", rhythm("every 2 weeks")).held(&days);
    assert_eq!(fixture.cadence(), (Some(2), Some(5), Some(0), Verdict::Broken));
}

#[test]
fn a_call_that_is_not_due_yet_is_not_missed() {
    let until_due = fixture_until("2027-01-03T18:00:00Z", rhythm("every 2 weeks"));
    let fixture = until_due.held(&["2026-12-01", "2026-12-20"]);
    assert_eq!(fixture.cadence(), (Some(2), Some(2), Some(1), Verdict::Partly));
    let after = HistoryFixture { until: instant("2027-01-04T06:00:00Z"), ..fixture };
    assert_eq!(after.cadence(), (Some(2), Some(3), Some(1), Verdict::Partly));
}

#[test]
fn weeks_before_a_renewal_are_evaluated_by_the_earlier_rhythm() {
    let days = ["2026-12-01", "2026-12-29", "2027-01-26"];
    let strict = fixture_until("2027-01-27T10:00:00Z", rhythm("every 2 weeks")).held(&days);
    assert_eq!(strict.cadence(), (Some(3), Some(5), Some(2), Verdict::Partly));
    let relaxed = strict.renewed("2027-01-27", rhythm("every 4 weeks"));
    assert_eq!(relaxed.cadence(), (Some(3), Some(5), Some(2), Verdict::Partly));
}

#[test]
fn a_tighter_rhythm_does_not_apply_to_the_current_gap() {
    let days = ["2026-12-01", "2026-12-29"];
    let loose = fixture_until("2027-01-25T10:00:00Z", rhythm("every 4 weeks")).held(&days);
    let tight = loose.renewed("2027-01-20", rhythm("every week"));
    assert_eq!(tight.cadence(), (Some(2), Some(2), Some(0), Verdict::Kept));
}

#[test]
fn days_away_and_pauses_cause_no_missed_calls() {
    let days = ["2026-12-01", "2026-12-15", "2027-02-24"];
    let until = "2027-02-24T18:00:00Z";
    let fixture = || fixture_until(until, rhythm("every 2 weeks")).held(&days);
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
    let later = fixture_until("2027-01-20T18:00:00Z", terms()).held(&["2027-01-10"]);
    assert_eq!(later.cadence(), (Some(0), Some(2), Some(0), Verdict::Broken));
}

#[test]
fn the_average_interval_counts_active_days() {
    let held = ["2026-12-01", "2026-12-17", "2027-01-20"];
    let note = |fixture: &HistoryFixture| fixture.outcome(Promise::Cadence, None).happened;
    let fixture = || fixture_until("2027-01-20T18:00:00Z", rhythm("every 2 weeks")).held(&held);
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
    let held =
        HistoryFixture { until: instant("2027-01-15T18:00:00Z"), ..fixture }.held(&["2027-01-15"]);
    assert_eq!(held.cadence(), (Some(1), Some(1), Some(0), Verdict::Kept));
}

/// Calls on Thursdays at five in London. `third` adds the third one, planned, moved or called off.
fn thursdays(third: impl Fn(&mut HistoryFixture, Record<CheckIn>)) -> HistoryFixture {
    let fixture = fixture_until("2026-12-25T09:00:00Z", rhythm("weekly on thu 17:00"));
    let mut fixture = fixture.held(&["2026-12-03", "2026-12-10", "2026-12-24"]);
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

/// A move of a call away from its planned time.
fn moved(call: &Record<CheckIn>, moment: &str, by: Side) -> Record<DateMove> {
    let mut date_move = Record::with_id(
        1,
        DateMove {
            pair: Id::new(1),
            what: Moved::CheckIn,
            number: call.id.number(),
            on: instant(moment).date_naive(),
            from: call.planned_at.map(|at| at.to_rfc3339()),
            to: None,
            because: None,
            by: Some(by),
        },
    );
    date_move.created_at = instant(moment);
    date_move
}

#[test]
fn a_late_move_breaks_the_notice_of_the_side_that_moved() {
    let notice = |moment: &str, side| {
        let mut fixture = fixture_until("2026-12-20T09:00:00Z", rhythm("every 2 weeks"));
        let planned =
            CheckIn::planned(Id::new(1), instant("2026-12-03T15:00:00Z"), Tz::Europe__London);
        let call = Record::with_id(1, planned);
        fixture.facts.moves.push(moved(&call, moment, Side::Mentee));
        let outcome = fixture.outcome(Promise::Notice, Some(side));
        outcome.kept.zip(outcome.of)
    };
    assert_eq!(notice("2026-12-03T14:30:00Z", Side::Mentee), Some((0, 1)));
    assert_eq!(notice("2026-12-02T14:30:00Z", Side::Mentee), Some((1, 1)));
    assert_eq!(notice("2026-12-03T14:30:00Z", Side::Mentor), None);
}

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

fn changed_followup(change: impl Fn(&mut FollowUp), moment: &str) -> Record<FollowUp> {
    let mut followup = open_followup("2026-12-10", Side::Mentee);
    let before = followup.commitment();
    change(&mut followup);
    followup.remember(before, instant(moment));
    followup
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

/// The outcome for two agreed hours a month, `days` after a single check-in of `minutes`.
fn hours_after(days: i64, minutes: u32, aways: Vec<Record<Away>>) -> PromiseOutcome {
    let terms = AgreementTerms { hours_a_month: Some(2), ..AgreementTerms::default() };
    let mut fixture = fixture_until("2026-12-01T12:00:00Z", terms).held(&["2026-12-03"]);
    fixture.until += TimeDelta::days(days);
    fixture.facts.held[0].minutes = Some(crate::domain::length::Minutes(minutes));
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

#[test]
fn a_missed_call_reported_in_a_review_stays_missed() {
    let days = ["2026-12-01", "2026-12-20", "2027-01-03"];
    let mut fixture = fixture_until("2027-01-04T06:00:00Z", rhythm("every 2 weeks")).held(&days);
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
        .held(&days)
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

#[test]
fn the_thresholds_of_a_verdict() {
    let verdicts = [(0, 0), (9, 10), (8, 9), (4, 5), (3, 4), (1, 2), (1, 3)];
    let verdicts = verdicts.map(|(kept, of)| verdict(kept, of));
    let expected = [
        Verdict::Unmeasured,
        Verdict::Kept,
        Verdict::Kept,
        Verdict::Kept,
        Verdict::Partly,
        Verdict::Partly,
        Verdict::Broken,
    ];
    assert_eq!(verdicts, expected);
}
