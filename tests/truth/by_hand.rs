//! Small histories judged by hand, which test the oracle itself.

use chrono::{DateTime, NaiveDate, Utc};

use crate::history::{Deed, Event, FollowUpState, Home, Rhythm, Side, Span, Terms};
use crate::ledger::Ledger;
use crate::oracle::{Oracle, Reader, Scope};
use crate::report::{Counts, Outcome, Promise, Report, Verdict};
use crate::zone::Zone;

use FollowUpState::{Done, Dropped, Open};
use Scope::{Since, SinceReview, Whole};
use Side::{Mentee, Mentor};

/// A history in progress. The user is the mentor, in London unless another zone is given.
struct Tale {
    now: DateTime<Utc>,
    events: Vec<Event>,
    terms: Terms,
    homes: [Home; 2],
}

/// Every Thursday at 17:00 in London.
fn thursdays() -> Rhythm {
    let time = "17:00:00".parse().unwrap();
    Rhythm::Weekly { every: 1, on: chrono::Weekday::Thu, time, zone: Zone::LONDON }
}

const MON_FRI: [bool; 7] = [true, true, true, true, true, false, false];

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Tale {
    fn between(mentor: Zone, mentee: Zone, change: impl FnOnce(&mut Terms)) -> Tale {
        let mut terms = Terms {
            starts: Some(on("2026-12-01")),
            ends: Some(on("2027-12-01")),
            rhythm: Some(Rhythm::FromLast(Span::Weeks(2))),
            minutes: Some(45),
            notice: Some(Span::Hours(24)),
            review_every: Some(Span::Weeks(8)),
            mentor_replies: Some(Span::WorkingDays(2)),
            mentee_replies: Some(Span::WorkingDays(2)),
            feedback: Some(Span::WorkingDays(5)),
            ..Terms::default()
        };
        change(&mut terms);
        let homes = [mentor, mentee].map(|zone| Home { zone, week: MON_FRI });
        let mut tale = Tale { now: at("2026-12-01T09:00:00Z"), events: Vec::new(), terms, homes };
        let terms = tale.terms.clone();
        tale.does(Deed::Init { home: homes[0] })
            .does(Deed::Pair { user: Mentor, home: homes[1] })
            .does(Deed::Agree { terms, proposed: false })
            .does(Deed::Accept { by: Mentee, on: None });
        tale
    }

    fn new() -> Tale {
        Tale::between(Zone::LONDON, Zone::NEW_YORK, |_| {})
    }

    fn at(&mut self, now: &str) -> &mut Tale {
        self.now = at(now);
        self
    }

    fn does(&mut self, deed: Deed) -> &mut Tale {
        self.events.push(Event { at: self.now, deed });
        self
    }

    /// Adds a new version of the agreement, accepted by both at once.
    fn renews(&mut self, change: impl FnOnce(&mut Terms)) -> &mut Tale {
        let before = self.terms.clone();
        change(&mut self.terms);
        let terms = self.terms.clone();
        self.does(Deed::Renew { terms, before, proposed: false });
        self.does(Deed::Accept { by: Mentee, on: None })
    }

    fn talks(&mut self) -> &mut Tale {
        self.does(Deed::Log {
            call: None,
            is_told: false,
            at: None,
            minutes: Some(45),
            private: false,
        })
    }

    fn talks_on(&mut self, days: &[&str]) -> &mut Tale {
        for day in days {
            self.at(&format!("{day}T15:00:00Z")).talks();
        }
        self
    }

    fn plans(&mut self, when: &str) -> &mut Tale {
        self.does(Deed::Plan { at: at(when), minutes: None })
    }

    fn takes_on(&mut self, owner: Side, due: &str) -> &mut Tale {
        self.does(Deed::FollowUp { owner, due: Some(on(due)), private: false })
    }

    fn asks(&mut self, from: Side) -> &mut Tale {
        self.does(Deed::Ask { from, at: None, private: false })
    }

    fn answers(&mut self, number: usize) -> &mut Tale {
        self.does(Deed::Answer { number, at: None })
    }

    fn reviews(&mut self) -> &mut Tale {
        self.does(Deed::Review { on: None, private: false })
    }

    fn turns(&mut self, number: usize, to: FollowUpState) -> &mut Tale {
        self.does(Deed::TurnFollowUp { number, to, on: None })
    }

    fn outcome(&self, scope: Scope, promise: Promise, side: Option<Side>) -> Outcome {
        self.report(scope).outcome(promise, side)
    }

    fn counts(&self) -> Counts {
        self.report(SinceReview).counts.unwrap()
    }

    fn report(&self, scope: Scope) -> Report {
        let ledger = Ledger::at(Mentor, &self.events, self.now);
        Oracle::new(&ledger, Reader::User, self.now).report(scope)
    }

    /// Returns how often a promise was kept, and of how many times, since the first day.
    fn kept_counts(&self, promise: Promise, side: Option<Side>) -> (u32, u32) {
        let outcome = self.outcome(Whole, promise, side);
        (outcome.kept, outcome.of)
    }

    /// Returns how often a promise was kept, and of how many times, since the last review.
    fn kept_lately(&self, promise: Promise, side: Option<Side>) -> (u32, u32) {
        let outcome = self.outcome(SinceReview, promise, side);
        (outcome.kept, outcome.of)
    }
}

#[test]
fn past_weeks_are_judged_by_the_rhythm_of_that_time() {
    let mut tale = Tale::new();
    tale.talks_on(&["2026-12-01", "2026-12-29", "2027-01-26"]);
    let since = Since(on("2026-12-01"));
    let before = tale.outcome(since, Promise::Cadence, None);
    assert_eq!((before.kept, before.of, before.verdict), (3, 5, Verdict::Partly));
    tale.at("2027-01-27T10:00:00Z")
        .renews(|terms| terms.rhythm = Some(Rhythm::FromLast(Span::Weeks(4))));
    assert_eq!(tale.outcome(since, Promise::Cadence, None), before);
}

#[test]
fn answer_is_judged_by_the_agreement_of_the_day_of_the_question() {
    let mut tale = Tale::between(Zone::LONDON, Zone::NEW_YORK, |terms| {
        terms.mentor_replies = Some(Span::WorkingDays(1));
    });
    tale.at("2026-12-07T10:00:00Z").asks(Mentee).at("2026-12-10T10:00:00Z").answers(1);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 1));
    tale.at("2026-12-14T10:00:00Z")
        .renews(|terms| terms.mentor_replies = Some(Span::WorkingDays(5)));
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 1));
    tale.at("2026-12-15T10:00:00Z").asks(Mentee).at("2026-12-18T10:00:00Z").answers(2);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (1, 2));
}

#[test]
fn version_accepted_by_one_side_only_changes_nothing() {
    let mut tale = Tale::new();
    let before = tale.terms.clone();
    let terms = Terms { mentor_replies: Some(Span::WorkingDays(5)), ..before.clone() };
    tale.at("2026-12-07T10:00:00Z").does(Deed::Renew { terms, before, proposed: false });
    tale.at("2026-12-08T10:00:00Z").asks(Mentee).at("2026-12-11T10:00:00Z").answers(1);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 1));
}

#[test]
fn due_day_moved_after_it_passed_stays_missed() {
    let mut tale = Tale::new();
    tale.takes_on(Mentee, "2026-12-10").takes_on(Mentee, "2026-12-17");
    let mentee = |tale: &Tale| tale.kept_counts(Promise::FollowUps, Some(Mentee));
    let moved = |number, due| Deed::EditFollowUp { number, owner: None, due: Some(on(due)) };
    tale.at("2026-12-14T15:00:00Z").does(moved(2, "2026-12-22"));
    tale.at("2026-12-15T15:00:00Z");
    assert_eq!(mentee(&tale), (0, 1));
    tale.does(moved(1, "2026-12-20"));
    assert_eq!(mentee(&tale), (0, 1));
    tale.at("2026-12-18T15:00:00Z").turns(1, Done).turns(2, Done);
    assert_eq!(mentee(&tale), (0, 1));
    tale.at("2026-12-23T15:00:00Z");
    assert_eq!(mentee(&tale), (2, 3), "the new days begin clean");
}

#[test]
fn owner_on_the_due_day_missed_it() {
    let mut tale = Tale::new();
    tale.takes_on(Mentee, "2026-12-10").takes_on(Mentee, "2026-12-17");
    let handed = |number| Deed::EditFollowUp { number, owner: Some(Mentor), due: None };
    tale.at("2026-12-15T15:00:00Z").does(handed(1)).does(handed(2));
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (0, 1));
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentor)), (0, 0));
    tale.at("2026-12-18T15:00:00Z");
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (0, 1));
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentor)), (0, 1));
}

#[test]
fn follow_up_dropped_late_was_missed_but_not_if_in_time() {
    let mut tale = Tale::new();
    tale.takes_on(Mentee, "2026-12-10").takes_on(Mentee, "2026-12-10");
    tale.at("2026-12-10T15:00:00Z").turns(1, Dropped);
    tale.at("2026-12-12T15:00:00Z").turns(2, Dropped);
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (0, 1));
    tale.turns(1, Open);
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (0, 1));
}

#[test]
fn follow_up_done_in_time_and_recorded_late_is_kept() {
    let mut tale = Tale::new();
    tale.takes_on(Mentee, "2026-12-10").at("2026-12-14T15:00:00Z");
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (0, 1));
    tale.does(Deed::TurnFollowUp { number: 1, to: Done, on: Some(on("2026-12-10")) });
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (1, 1));
}

#[test]
fn follow_up_dropped_late_stays_missed() {
    let mut tale = Tale::new();
    tale.takes_on(Mentee, "2026-12-10");
    tale.at("2026-12-12T15:00:00Z").turns(1, Dropped).turns(1, Open);
    tale.does(Deed::TurnFollowUp { number: 1, to: Done, on: Some(on("2026-12-09")) });
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (0, 1));
}

#[test]
fn follow_up_done_early_counts_after_its_due_day() {
    let mut tale = Tale::new();
    tale.takes_on(Mentee, "2026-12-10").at("2026-12-05T15:00:00Z").turns(1, Done);
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (0, 0));
    tale.at("2026-12-11T15:00:00Z");
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentee)), (1, 1));
}

#[test]
fn paused_days_count_like_days_away() {
    let mut tale = Tale::new();
    tale.talks().at("2026-12-14T15:00:00Z").talks();
    tale.at("2026-12-15T15:00:00Z").asks(Mentee);
    tale.at("2026-12-16T09:00:00Z").does(Deed::Pause);
    tale.at("2027-02-22T09:00:00Z").does(Deed::Resume);
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (2, 2));
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 0));
    assert_eq!(tale.kept_counts(Promise::Review, None), (0, 0));
    tale.at("2027-03-29T09:00:00Z");
    // The calls due by 7 and 21 March are missed.
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (2, 4));
}

#[test]
fn rhythm_expects_no_more_calls_than_fit_into_its_time() {
    let mut tale = Tale::new();
    tale.talks_on(&["2026-12-01", "2026-12-20", "2027-01-08", "2027-01-27", "2027-02-15"]);
    let outcome = tale.outcome(Whole, Promise::Cadence, None);
    // All but the first are late, so the promise is only partly kept.
    let expected = Outcome { kept: 5, of: 6, late: 4, verdict: Verdict::Partly };
    assert_eq!(outcome, expected);
}

#[test]
fn call_moved_late_counts_like_one_cancelled_late() {
    let mut tale = Tale::new();
    tale.plans("2026-12-03T15:00:00Z").plans("2026-12-08T15:00:00Z");
    let moved = |number, to| Deed::MoveCall { number, to: at(to), by: Mentee };
    tale.at("2026-12-03T14:30:00Z").does(moved(2, "2026-12-09T15:00:00Z"));
    assert_eq!(tale.kept_counts(Promise::Notice, Some(Mentee)), (1, 1));
    tale.does(moved(1, "2026-12-10T15:00:00Z"));
    assert_eq!(tale.kept_counts(Promise::Notice, Some(Mentee)), (1, 2));
    assert_eq!(tale.kept_counts(Promise::Notice, Some(Mentor)), (0, 0));
}

#[test]
fn fixed_call_moved_after_its_day_is_missed() {
    let mut tale = Tale::between(Zone::LONDON, Zone::NEW_YORK, |terms| {
        terms.rhythm = Some(thursdays());
    });
    tale.plans("2026-12-03T17:00:00Z").at("2026-12-05T09:00:00Z");
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (0, 1));
    tale.does(Deed::MoveCall { number: 1, to: at("2026-12-08T17:00:00Z"), by: Mentor });
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (0, 1));
    tale.at("2026-12-08T18:00:00Z").does(Deed::Log {
        call: Some(1),
        is_told: false,
        at: None,
        minutes: None,
        private: false,
    });
    // It is within three days of the 10th, and counts for that day.
    tale.at("2026-12-11T09:00:00Z");
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (1, 2));
}

#[test]
fn days_away_that_are_over_excuse_although_the_rest_is_dropped() {
    let mut tale = Tale::new();
    tale.at("2026-12-07T10:00:00Z").asks(Mentee);
    tale.does(Deed::Away { who: Mentor, from: on("2026-12-08"), until: on("2026-12-18") });
    tale.at("2026-12-14T10:00:00Z").does(Deed::AwayDrop { number: 1 });
    tale.at("2026-12-15T10:00:00Z").answers(1);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (1, 1));
    tale.asks(Mentee);
    tale.does(Deed::Away { who: Mentor, from: on("2026-12-16"), until: on("2026-12-31") });
    tale.does(Deed::AwayDrop { number: 2 });
    tale.at("2026-12-18T10:00:00Z");
    assert_eq!(
        tale.kept_counts(Promise::Reply, Some(Mentor)),
        (1, 2),
        "the second ones were a slip"
    );
}

#[test]
fn question_answered_in_time_and_reopened_stays_answered_in_time() {
    let mut tale = Tale::new();
    tale.at("2026-12-07T10:00:00Z").asks(Mentee).at("2026-12-08T10:00:00Z").answers(1);
    tale.at("2026-12-14T10:00:00Z").does(Deed::ReopenQuestion { number: 1 });
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (1, 1));
    tale.at("2026-12-28T10:00:00Z").answers(1);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (1, 1));
}

#[test]
fn time_before_the_acceptance_is_judged_in_the_review_after_it() {
    let mut tale = Tale::new();
    let accept = tale.events.pop().unwrap().deed;
    tale.at("2026-12-02T10:00:00Z").asks(Mentee).takes_on(Mentor, "2026-12-04");
    tale.at("2026-12-07T10:00:00Z").reviews();
    assert_eq!(tale.kept_lately(Promise::Reply, Some(Mentor)), (0, 0));
    tale.at("2026-12-08T10:00:00Z").does(accept);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 1));
    assert_eq!(tale.kept_lately(Promise::Reply, Some(Mentor)), (0, 1));
    // A due day is a promise without an agreement: the review has told it.
    assert_eq!(tale.kept_lately(Promise::FollowUps, Some(Mentor)), (0, 0));
    tale.at("2026-12-09T10:00:00Z").reviews().at("2026-12-10T10:00:00Z");
    assert_eq!(tale.kept_lately(Promise::Reply, Some(Mentor)), (0, 0));
}

#[test]
fn review_at_the_start_of_a_period_does_not_count_in_it() {
    let mut tale = Tale::new();
    tale.at("2027-01-28T10:00:00Z").reviews().at("2027-04-01T10:00:00Z");
    assert_eq!(tale.kept_lately(Promise::Review, None), (0, 1));
    // It was held two days late, which no later report forgets.
    let whole = tale.outcome(Whole, Promise::Review, None);
    assert_eq!((whole.kept, whole.of, whole.late), (0, 2, 1));
}

#[test]
fn missed_call_in_a_review_is_not_made_up_later() {
    let mut tale = Tale::new();
    tale.talks_on(&["2026-12-01"]).at("2026-12-18T10:00:00Z");
    let first = tale.outcome(SinceReview, Promise::Cadence, None);
    assert_eq!((first.kept, first.of, first.late), (1, 2, 0));
    tale.reviews().talks_on(&["2026-12-20", "2027-01-03"]).at("2027-01-04T10:00:00Z");
    let second = tale.outcome(SinceReview, Promise::Cadence, None);
    assert_eq!((second.kept, second.of, second.late), (2, 2, 1));
    let whole = tale.outcome(Whole, Promise::Cadence, None);
    assert_eq!((whole.kept, whole.of, whole.late), (3, 4, 1));
}

#[test]
fn early_calls_between_reviews_have_no_more_places_than_the_rhythm() {
    let mut tale = Tale::new();
    let mut sum = (0, 0);
    for day in ["2026-12-01", "2026-12-04", "2026-12-08", "2026-12-11", "2026-12-14"] {
        tale.talks_on(&[day]).at(&format!("{day}T18:00:00Z"));
        let (kept, of) = tale.kept_lately(Promise::Cadence, None);
        sum = (sum.0 + kept, sum.1 + of);
        tale.reviews();
    }
    assert_eq!(sum, (2, 2));
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (2, 2));
}

#[test]
fn events_before_a_review_are_not_in_the_next_report() {
    let mut tale = Tale::new();
    let win = |tale: &mut Tale| {
        tale.does(Deed::Win { on: None, private: false });
    };
    tale.at("2026-12-10T15:00:00Z").talks();
    win(&mut tale);
    tale.at("2026-12-10T18:00:00Z");
    assert_eq!((tale.counts().held, tale.counts().wins), (1, 1));
    tale.reviews().at("2026-12-10T18:30:00Z");
    win(&mut tale);
    tale.at("2026-12-11T10:00:00Z");
    let expected = Counts { wins: 1, ..Counts::default() };
    assert_eq!(tale.counts(), expected);
}

#[test]
fn question_is_judged_in_the_report_of_its_deadline() {
    let mut tale = Tale::new();
    tale.at("2026-12-09T10:00:00Z").asks(Mentee).at("2026-12-10T18:00:00Z");
    assert_eq!(tale.kept_lately(Promise::Reply, Some(Mentor)), (0, 0));
    tale.reviews().at("2027-01-10T10:00:00Z").answers(1).at("2027-01-11T10:00:00Z");
    assert_eq!(tale.kept_lately(Promise::Reply, Some(Mentor)), (0, 1));
}

#[test]
fn nothing_is_missed_after_the_end_of_the_mentorship() {
    let mut tale = Tale::new();
    tale.talks_on(&["2026-12-01", "2026-12-15", "2026-12-29"]);
    tale.at("2026-12-29T18:00:00Z").asks(Mentee).takes_on(Mentor, "2027-01-05");
    tale.at("2026-12-29T19:00:00Z").does(Deed::End).at("2027-03-29T10:00:00Z");
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (3, 3));
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 0));
    assert_eq!(tale.kept_counts(Promise::FollowUps, Some(Mentor)), (0, 0));
}

#[test]
fn call_cancelled_in_time_is_not_missed() {
    let mut tale = Tale::new();
    tale.talks().at("2026-12-02T09:00:00Z").plans("2026-12-10T15:00:00Z");
    tale.at("2026-12-05T09:00:00Z").does(Deed::Cancel { number: 2, by: Mentee });
    tale.at("2026-12-14T15:00:00Z").talks().at("2026-12-14T16:00:00Z");
    assert_eq!(tale.counts().missed, 0);
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (2, 2));
    assert_eq!(tale.kept_counts(Promise::Notice, Some(Mentee)), (1, 1));
}

#[test]
fn new_working_week_does_not_change_the_past() {
    let mut tale = Tale::new();
    tale.at("2026-12-07T15:00:00Z").asks(Mentor).at("2026-12-11T15:00:00Z").answers(1);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentee)), (0, 1));
    let before = tale.homes[1];
    let to = Home { week: [true, false, false, false, true, false, false], ..before };
    tale.at("2027-03-01T10:00:00Z").does(Deed::Move { who: Mentee, to, before, from: None });
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentee)), (0, 1));
}

#[test]
fn due_day_ends_at_midnight_in_the_owners_zone() {
    let mut tale = Tale::between(Zone::KATHMANDU, Zone::SAO_PAULO, |_| {});
    tale.takes_on(Mentee, "2026-12-10");
    tale.at("2026-12-08T12:00:00Z").asks(Mentor);
    for promise in [Promise::FollowUps, Promise::Reply] {
        tale.at("2026-12-10T20:00:00Z");
        assert_eq!(tale.kept_counts(promise, Some(Mentee)), (0, 0), "17:00 in São Paulo");
        tale.at("2026-12-11T02:59:00Z");
        assert_eq!(tale.kept_counts(promise, Some(Mentee)), (0, 0), "23:59");
        tale.at("2026-12-11T03:01:00Z");
        assert_eq!(tale.kept_counts(promise, Some(Mentee)), (0, 1), "0:01");
    }
}

#[test]
fn days_away_entered_after_the_deadline_excuse_nothing() {
    let away = |tale: &mut Tale| {
        let (from, until) = (on("2026-12-08"), on("2026-12-09"));
        tale.does(Deed::Away { who: Mentor, from, until });
    };
    let mut in_time = Tale::new();
    in_time.at("2026-12-07T10:00:00Z").asks(Mentee).at("2026-12-08T10:00:00Z");
    away(&mut in_time);
    in_time.at("2026-12-11T10:00:00Z").answers(1);
    assert_eq!(in_time.kept_counts(Promise::Reply, Some(Mentor)), (1, 1));
    let mut late = Tale::new();
    late.at("2026-12-07T10:00:00Z").asks(Mentee).at("2026-12-10T10:00:00Z");
    away(&mut late);
    late.at("2026-12-11T10:00:00Z").answers(1);
    assert_eq!(late.kept_counts(Promise::Reply, Some(Mentor)), (0, 1));
}

#[test]
fn answer_by_an_announced_date_is_in_time() {
    for (announced_at, kept) in [("2026-12-09T10:00:00Z", 1), ("2026-12-10T10:00:00Z", 0)] {
        let mut tale = Tale::new();
        tale.at("2026-12-07T10:00:00Z").asks(Mentee).at(announced_at);
        tale.does(Deed::Seen { number: 1, by: Some(on("2026-12-15")), at: None });
        tale.at("2026-12-15T10:00:00Z").answers(1).at("2026-12-16T10:00:00Z");
        assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (kept, 1), "{announced_at}");
    }
}

#[test]
fn fixed_rhythm_counts_its_occurrences() {
    let mut tale = Tale::between(Zone::LONDON, Zone::NEW_YORK, |terms| {
        terms.rhythm = Some(thursdays());
    });
    tale.talks_on(&["2026-12-03"]).at("2026-12-04T09:00:00Z");
    tale.plans("2026-12-10T17:00:00Z").plans("2026-12-17T17:00:00Z").plans("2026-12-24T17:00:00Z");
    // One call is cancelled in time, one is moved far away and held, one is missed.
    tale.does(Deed::Cancel { number: 2, by: Mentee });
    tale.does(Deed::MoveCall { number: 3, to: at("2026-12-21T17:00:00Z"), by: Mentor });
    tale.at("2026-12-21T18:00:00Z");
    tale.does(Deed::Log { call: Some(3), is_told: false, at: None, minutes: None, private: false });
    tale.at("2026-12-27T09:00:00Z");
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (2, 3));
    // A call within three days still counts.
    tale.at("2026-12-27T10:00:00Z").talks().at("2026-12-27T11:00:00Z");
    assert_eq!(tale.kept_counts(Promise::Cadence, None), (3, 3));
}

/// A review counted Tuesday's call as the one of Thursday. The call of Thursday itself, which nobody had planned by then, is
/// one more.
#[test]
fn time_that_a_review_counted_early_is_not_counted_again() {
    for is_planned in [false, true] {
        let mut tale = Tale::between(Zone::LONDON, Zone::NEW_YORK, |terms| {
            terms.rhythm = Some(thursdays());
        });
        tale.talks_on(&["2026-12-03", "2026-12-08"]).at("2026-12-09T09:00:00Z");
        assert_eq!(tale.kept_lately(Promise::Cadence, None), (2, 2));
        tale.reviews().at("2026-12-09T10:00:00Z");
        if is_planned {
            tale.plans("2026-12-10T17:00:00Z").at("2026-12-10T18:00:00Z").does(Deed::Log {
                call: Some(3),
                is_told: false,
                at: None,
                minutes: None,
                private: false,
            });
        } else {
            tale.talks_on(&["2026-12-10"]);
        }
        tale.at("2026-12-12T09:00:00Z");
        assert_eq!(tale.kept_lately(Promise::Cadence, None), (0, 0));
        assert_eq!(tale.kept_counts(Promise::Cadence, None), (2, 2));
    }
}

#[test]
fn time_that_a_review_counted_early_stays_counted_when_it_is_suspended() {
    for is_paused in [false, true] {
        let mut tale = Tale::between(Zone::LONDON, Zone::NEW_YORK, |terms| {
            terms.rhythm = Some(thursdays());
        });
        tale.talks_on(&["2026-12-03", "2026-12-08"]).at("2026-12-09T09:00:00Z").reviews();
        let away = Deed::Away { who: Mentee, from: on("2026-12-10"), until: on("2026-12-14") };
        tale.at("2026-12-09T10:00:00Z").does(if is_paused { Deed::Pause } else { away });
        tale.at("2026-12-14T09:00:00Z");
        assert_eq!(tale.kept_lately(Promise::Cadence, None), (0, 0));
        assert_eq!(tale.kept_counts(Promise::Cadence, None), (2, 2));
    }
}

#[test]
fn log_of_a_planned_call_has_its_time_and_length() {
    let mut tale = Tale::new();
    tale.plans("2026-12-03T15:00:00Z").at("2026-12-04T08:00:00Z");
    tale.does(Deed::Log { call: Some(1), is_told: false, at: None, minutes: None, private: false });
    let ledger = Ledger::at(Mentor, &tale.events, tale.now);
    assert_eq!(ledger.calls[0].held, Some(at("2026-12-03T15:00:00Z")));
    assert_eq!(tale.kept_counts(Promise::Length, None), (1, 1));
    assert_eq!(tale.counts().minutes, 45);
}

#[test]
fn hours_are_judged_after_a_month() {
    let mut tale = Tale::between(Zone::LONDON, Zone::NEW_YORK, |terms| {
        terms.hours_a_month = Some(2);
    });
    let verdict = |tale: &Tale| tale.outcome(Whole, Promise::Hours, None).verdict;
    tale.talks_on(&["2026-12-01", "2026-12-15"]).at("2026-12-30T15:00:00Z");
    assert_eq!(verdict(&tale), Verdict::Unmeasured);
    // 1 h 30 min of 2 h within thirty days.
    tale.at("2026-12-31T15:00:00Z");
    assert_eq!(verdict(&tale), Verdict::Partly);
    tale.talks();
    tale.at("2026-12-31T16:00:00Z");
    assert_eq!(verdict(&tale), Verdict::Kept);
}

#[test]
fn acceptance_entered_after_a_review_leaves_what_it_told() {
    let mut tale = Tale::new();
    let before = tale.terms.clone();
    let terms = Terms { mentor_replies: Some(Span::WorkingDays(5)), ..before.clone() };
    tale.at("2026-12-02T10:00:00Z").does(Deed::Renew { terms, before, proposed: false });
    tale.at("2026-12-07T10:00:00Z").asks(Mentee).at("2026-12-10T10:00:00Z").reviews();
    let accepted = Deed::Accept { by: Mentee, on: Some(on("2026-12-04")) };
    tale.at("2026-12-11T10:00:00Z").does(accepted);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 1));
    tale.asks(Mentee).at("2026-12-17T10:00:00Z").answers(2);
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (1, 2));
}

fn moves_to_tokyo(tale: &mut Tale, from: &str) {
    let before = Home { zone: Zone::LONDON, week: MON_FRI };
    let to = Home { zone: Zone::TOKYO, week: MON_FRI };
    tale.does(Deed::Move { who: Mentor, to, before, from: Some(on(from)) });
}

#[test]
fn question_keeps_the_day_of_its_drop_when_a_zone_is_entered_later() {
    let mut tale = Tale::new();
    tale.at("2026-12-07T10:00:00Z").asks(Mentee);
    tale.at("2026-12-09T20:00:00Z").does(Deed::DropQuestion { number: 1 });
    moves_to_tokyo(tale.at("2026-12-12T10:00:00Z"), "2026-12-08");
    assert_eq!(tale.kept_counts(Promise::Reply, Some(Mentor)), (0, 0));
}

#[test]
fn review_tells_what_it_told_when_a_zone_is_entered_later() {
    let mut tale = Tale::new();
    tale.talks_on(&["2026-12-08"]).at("2026-12-10T10:00:00Z");
    tale.does(Deed::Review { on: Some(on("2026-12-08")), private: false });
    moves_to_tokyo(tale.at("2026-12-12T10:00:00Z"), "2026-12-02");
    assert_eq!(tale.counts().held, 0);
}

#[test]
fn one_miss_in_five_is_still_kept() {
    assert_eq!(Verdict::by_share(4, 5), Verdict::Kept);
    assert_eq!(Verdict::by_share(3, 4), Verdict::Partly);
    assert_eq!(Verdict::by_share(18, 20), Verdict::Kept);
    assert_eq!(Verdict::by_share(17, 20), Verdict::Partly);
    assert_eq!(Verdict::by_share(2, 4), Verdict::Partly);
    assert_eq!(Verdict::by_share(1, 3), Verdict::Broken);
    assert_eq!(Verdict::by_share(0, 0), Verdict::Unmeasured);
}
