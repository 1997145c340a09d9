//! What is overdue or due soon, of both sides.

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::domain::closing::Closing;
use crate::domain::dates;
use crate::domain::goal::GoalState;
use crate::domain::introduction::{Introduction, IntroductionState};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::pulse::{self, PulseState};
use crate::domain::record::Record;
use crate::domain::reply;
use crate::domain::snapshot::PairSnapshot;
use crate::words;

words! {
    DueKind {
        FollowUp = "followup",
        CheckIn = "checkin",
        Goal = "goal",
        Review = "review",
        Agreement = "agreement",
        Question = "question",
        Feedback = "feedback",
        Pulse = "pulse",
        Introduction = "introduction",
        Insight = "insight",
        Pair = "pair",
    }
}

/// How many days ahead is soon, unless something else is said.
pub const SOON: u64 = 2;

/// One line of `mentor due`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    pub kind: DueKind,
    /// Number of the record; none: there is none yet, such as a check-in that is to be planned.
    pub id: Option<i64>,
    pub pair: String,
    /// None: it is due from both.
    pub owner: Option<Side>,
    pub title: String,
    /// In the owner's calendar; in the user's where both owe it.
    pub due: NaiveDate,
    /// 0: it is due today or later.
    pub days_overdue: i64,
    /// Of a call that was agreed for a moment which has passed and has no record: that moment, in the user's zone.
    pub agreed_at: Option<NaiveDateTime>,
}

/// Everything of one pair that is due within `within` days, most overdue first.
pub fn due_items(snapshot: &PairSnapshot, within: u64) -> Vec<DueItem> {
    let mut list = DueList {
        snapshot,
        within,
        found: Vec::new(),
    };
    for one in &snapshot.followups {
        list.add(
            DueKind::FollowUp,
            Some(one.id.number()),
            Some(one.owner),
            one.title.clone(),
            one.due,
        );
    }
    checkins(&mut list);
    for story in snapshot
        .goals
        .iter()
        .filter(|story| story.goal.state == GoalState::Active)
    {
        let goal = &story.goal;
        list.add(
            DueKind::Goal,
            Some(goal.id.number()),
            Some(Side::Mentee),
            goal.title.clone(),
            goal.target,
        );
    }
    list.add(
        DueKind::Review,
        None,
        None,
        "progress review".to_owned(),
        snapshot.review_by(),
    );
    agreement(&mut list);
    questions(&mut list);
    feedback(&mut list);
    pulse(&mut list);
    introductions(&mut list);
    advice(&mut list);
    let mut found = list.found;
    found.sort_by_key(|due| {
        (
            std::cmp::Reverse(due.days_overdue),
            due.due,
            due.kind,
            due.id,
        )
    });
    found
}

/// How much is overdue, and how much besides is due soon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DueCounts {
    pub overdue: usize,
    pub soon: usize,
}

impl DueCounts {
    pub fn count(&mut self, due: &DueItem) {
        match due.days_overdue {
            0 => self.soon += 1,
            _ => self.overdue += 1,
        }
    }

    /// Adds what is due within `within` days in one pair.
    pub fn add(&mut self, snapshot: &PairSnapshot, within: u64) {
        self.overdue += snapshot.counted_overdue;
        for due in due_items(snapshot, within) {
            self.count(&due);
        }
    }
}

pub fn counts(snapshot: &PairSnapshot, within: u64) -> DueCounts {
    let mut counts = DueCounts::default();
    counts.add(snapshot, within);
    counts
}

struct DueList<'s> {
    snapshot: &'s PairSnapshot,
    within: u64,
    found: Vec<DueItem>,
}

impl DueList<'_> {
    /// Adds what is due soon enough; none: it is not.
    fn add(
        &mut self,
        kind: DueKind,
        id: Option<i64>,
        owner: Option<Side>,
        title: String,
        due: Option<NaiveDate>,
    ) -> Option<&mut DueItem> {
        // What both owe is late once the day has ended for both.
        let now = self.snapshot.now;
        let pair = &self.snapshot.pair;
        let today = owner.map_or(pair.pair_day(now), |side| self.snapshot.today_of(side));
        let last = today
            .checked_add_days(Days::new(self.within))
            .unwrap_or(today);
        let due = due.filter(|due| *due <= last)?;
        self.found.push(DueItem {
            kind,
            id,
            pair: self.snapshot.pair.slug().to_owned(),
            owner,
            title,
            due,
            days_overdue: (today - due).num_days().max(0),
            agreed_at: None,
        });
        self.found.last_mut()
    }
}

/// Check-ins to log (their time is over) and to plan (the rhythm asks for one and none is planned, or too late).
fn checkins(list: &mut DueList<'_>) {
    let snapshot = list.snapshot;
    for one in snapshot.to_log() {
        let day = one.planned_at.map(|at| snapshot.pair.pair_day(at));
        list.add(
            DueKind::CheckIn,
            Some(one.id.number()),
            None,
            "log this check-in, or cancel it".to_owned(),
            day,
        );
    }
    if snapshot.to_log().next().is_some() {
        return;
    }
    let title = "plan the next check-in";
    let cadence = snapshot.terms().and_then(|terms| terms.cadence);
    if cadence.is_some_and(|cadence| cadence.is_fixed()) {
        // What is planned beside a fixed rhythm stands for none of its days.
        let by = snapshot
            .meet_by()
            .filter(|by| !snapshot.is_planned_for(*by));
        let zone = snapshot.pair.user().zone;
        let passed = snapshot.unlogged_call();
        let passed = passed.map(|at| at.with_timezone(&zone).naive_local());
        let title = match passed {
            Some(at) => {
                let day = dates::format_day(at.date(), snapshot.today());
                format!("log the check-in agreed for {day} {}", at.format("%H:%M"))
            }
            None => title.to_owned(),
        };
        if let Some(item) = list.add(DueKind::CheckIn, None, None, title, by) {
            item.agreed_at = passed;
        }
        return;
    }
    let day_of = |at| snapshot.pair.pair_day(at);
    let next = snapshot.next().and_then(|next| next.planned_at).map(day_of);
    let by = snapshot.meet_by();
    let title = match next {
        None => title.to_owned(),
        Some(day) => {
            // A day that is still to come may yet be kept.
            let is_late = |by| day > by && by < snapshot.pair.pair_day(snapshot.now);
            if !by.is_some_and(is_late) {
                return;
            }
            let day = dates::format_day(day, snapshot.today());
            format!("later than agreed: the next check-in is {day}")
        }
    };
    list.add(DueKind::CheckIn, None, None, title, by);
}

/// A version that waits for a yes, and an agreement that ends within two weeks or has ended.
fn agreement(list: &mut DueList<'_>) {
    let snapshot = list.snapshot;
    let Some(newest) = snapshot.newest() else {
        return;
    };
    for side in newest.pending_sides() {
        let since = newest
            .created_at
            .with_timezone(&snapshot.pair.person(side).zone)
            .date_naive();
        let title = format!("accept version {} of the agreement", newest.version);
        list.add(
            DueKind::Agreement,
            Some(newest.id.number()),
            Some(side),
            title,
            Some(since),
        );
    }
    let ends = snapshot.terms().and_then(|terms| terms.ends);
    let soon = snapshot
        .today()
        .checked_add_days(Days::new(14))
        .unwrap_or(snapshot.today());
    if let Some(ends) = ends.filter(|ends| *ends <= soon) {
        let title = "the agreement ends: renew it or close the mentorship".to_owned();
        let before = list.within;
        list.within = before.max(14);
        list.add(
            DueKind::Agreement,
            Some(newest.id.number()),
            None,
            title,
            Some(ends),
        );
        list.within = before;
    }
}

/// Questions whose answer is due by what was agreed, or by what the answerer said.
fn questions(list: &mut DueList<'_>) {
    for one in &list.snapshot.questions {
        let due = list.snapshot.answer_by(one);
        let title = one.title.clone();
        list.add(
            DueKind::Question,
            Some(one.id.number()),
            Some(one.answerer()),
            title,
            due,
        );
    }
}

/// Feedback whose answer is due by what was agreed; none of what the receiver has not been told.
fn feedback(list: &mut DueList<'_>) {
    let history = list.snapshot.history();
    let user = list.snapshot.pair.user_side();
    for one in &list.snapshot.feedback {
        let receiver = one.from.other();
        if one.private && receiver != user {
            continue;
        }
        let due = reply::response_due(&history, one).and_then(|due| due.day);
        let title = one.situation.clone();
        let number = Some(one.id.number());
        list.add(DueKind::Feedback, number, Some(receiver), title, due);
    }
}

/// A pulse to answer; and the next one to ask, where both have taken the last one up.
fn pulse(list: &mut DueList<'_>) {
    let Some(standing) = &list.snapshot.pulse else {
        return;
    };
    let pulse = &standing.pulse;
    let due = pulse.on.checked_add_days(Days::new(pulse::OPEN_FOR));
    for side in standing.pending_sides() {
        let title = "answer the pulse".to_owned();
        let number = Some(pulse.id.number());
        list.add(DueKind::Pulse, number, Some(side), title, due);
    }
    if pulse.state == PulseState::Answered {
        let title = "start a pulse check".to_owned();
        list.add(DueKind::Pulse, None, None, title, pulse::next_due(pulse.on));
    }
}

/// Doors that have stood half open for a while. After a meeting it is the thank-you that is due, a follow-up.
fn introductions(list: &mut DueList<'_>) {
    let waits = |one: &&Record<Introduction>| one.thanks.is_none();
    for one in list.snapshot.introductions.iter().filter(waits) {
        let since = dates::format_day(one.state_on, list.snapshot.today());
        let title = format!("{} ({} since {since})", one.title, one.state);
        let owner = match one.state {
            IntroductionState::Asked | IntroductionState::Agreed => Side::Mentor,
            _ => Side::Mentee,
        };
        list.add(
            DueKind::Introduction,
            Some(one.id.number()),
            Some(owner),
            title,
            one.follow_up_on(),
        );
    }
}

/// Advice of which it is fair to ask what came; for some weeks, then it is left to the review.
fn advice(list: &mut DueList<'_>) {
    for one in &list.snapshot.advice {
        let due = one.outcome_due();
        let today = list.snapshot.today_of(Side::Mentee);
        if due.is_some_and(|due| (today - due).num_days() > ASKED_FOR) {
            continue;
        }
        let title = format!("did it help? {}", one.title);
        list.add(
            DueKind::Insight,
            Some(one.id.number()),
            Some(Side::Mentee),
            title,
            due,
        );
    }
}

/// For so many days `due` asks what came of advice, and where an ended pair is now; then it is quiet about it.
const ASKED_FOR: i64 = 14;

/// The day to ask where the two of an ended pair are now.
pub fn check_back_item(
    closing: &Closing,
    pair: &PairContext,
    today: NaiveDate,
    within: u64,
) -> Option<DueItem> {
    let due = closing.update_on?;
    let last = today.checked_add_days(Days::new(within)).unwrap_or(today);
    let is_asked = due <= last && (today - due).num_days() <= ASKED_FOR;
    is_asked.then(|| DueItem {
        kind: DueKind::Pair,
        id: Some(pair.id().number()),
        pair: pair.slug().to_owned(),
        owner: Some(pair.user_side()),
        title: "check back".to_owned(),
        due,
        days_overdue: (today - due).num_days().max(0),
        agreed_at: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::AgreementTerms;
    use crate::domain::insight::Insight;
    use crate::domain::length::Span;
    use crate::domain::pulse::PulseAnswer;
    use crate::domain::record::Id;
    use crate::domain::snapshot::PulseStatus;
    use crate::domain::test_data;
    use crate::domain::test_data::date;

    /// What is due of a kind within two days, as owner, day and days overdue.
    fn due(snapshot: &PairSnapshot, kind: DueKind) -> Vec<(Option<Side>, NaiveDate, i64)> {
        let all = due_items(snapshot, SOON).into_iter();
        let found = all.filter(|one| one.kind == kind);
        found
            .map(|one| (one.owner, one.due, one.days_overdue))
            .collect()
    }

    /// Agreed from December on: answers within two working days.
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
    fn a_question_is_due_from_whoever_answers_it() {
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
    fn feedback_is_due_from_whoever_it_was_given_to() {
        let given = |is_private: bool, from: Side| {
            let mut snapshot = agreed("2026-12-10");
            snapshot.versions[0].data.terms.feedback_within = Span::parse("1 week").ok();
            let mut one = test_data::feedback(from, "2026-12-01T09:00:00Z");
            one.private = is_private;
            snapshot.feedback.push(one);
            due(&snapshot, DueKind::Feedback)
        };
        let by = date("2026-12-08");
        assert_eq!(given(false, Side::Mentor), [(Some(Side::Mentee), by, 2)]);
        assert_eq!(given(true, Side::Mentor), [], "the mentee knows of none");
        assert_eq!(given(true, Side::Mentee), [(Some(Side::Mentor), by, 2)]);
    }

    #[test]
    fn a_question_under_no_promise_is_never_due() {
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
        }
    }

    #[test]
    fn nobody_is_asked_for_a_pulse_that_was_never_taken_up() {
        assert_eq!(due(&agreed("2027-12-29"), DueKind::Pulse), []);
        let mut snapshot = agreed("2027-12-29");
        snapshot.pulse = Some(pulse_status(
            PulseState::Open,
            &[Side::Mentor, Side::Mentee],
        ));
        assert_eq!(due(&snapshot, DueKind::Pulse), []);
    }

    #[test]
    fn a_pulse_waits_for_the_sides_that_have_not_answered() {
        let mut snapshot = agreed("2027-01-08");
        snapshot.pulse = Some(pulse_status(PulseState::Open, &[Side::Mentor]));
        assert_eq!(
            due(&snapshot, DueKind::Pulse),
            [(Some(Side::Mentee), date("2027-01-07"), 1)]
        );
        snapshot.pulse = Some(pulse_status(
            PulseState::Answered,
            &[Side::Mentor, Side::Mentee],
        ));
        assert_eq!(due(&snapshot, DueKind::Pulse), []);
        snapshot.now = test_data::instant("2027-03-16T09:00:00Z");
        assert_eq!(
            due(&snapshot, DueKind::Pulse),
            [(None, date("2027-03-16"), 0)]
        );
    }

    #[test]
    fn an_introduction_is_due_two_weeks_after_its_last_step_from_whoever_takes_the_next() {
        let mut one = test_data::introduction("Kim", "2026-12-01");
        let of = |one: &Introduction, day: &str| {
            let mut snapshot = agreed(day);
            snapshot.introductions.push(Record::with_id(1, one.clone()));
            due(&snapshot, DueKind::Introduction)
        };
        assert_eq!(of(&one, "2026-12-12"), []);
        assert_eq!(
            of(&one, "2026-12-15"),
            [(Some(Side::Mentor), date("2026-12-15"), 0)]
        );
        let day = date("2026-12-15");
        one.advance_to(IntroductionState::Agreed, day).unwrap();
        one.advance_to(IntroductionState::Introduced, day).unwrap();
        assert_eq!(
            of(&one, "2026-12-29"),
            [(Some(Side::Mentee), date("2026-12-29"), 0)]
        );
        one.advance_to(IntroductionState::Met, day).unwrap();
        one.thanks = Some(Id::new(7));
        assert_eq!(of(&one, "2027-03-01"), [], "the thank-you is due instead");
    }

    #[test]
    fn advice_is_asked_about_from_the_sixth_to_the_eighth_week() {
        let of = |day: &str| {
            let mut snapshot = agreed(day);
            let one: Record<Insight> = Record::with_id(1, test_data::insight("2026-12-01"));
            snapshot.advice.push(one);
            due(&snapshot, DueKind::Insight)
        };
        assert_eq!(of("2027-01-09"), []);
        let asked = [(Some(Side::Mentee), date("2027-01-12"), 0)];
        assert_eq!(of("2027-01-12"), asked);
        assert_eq!(of("2027-01-26")[0].2, 14);
        assert_eq!(of("2027-01-27"), []);
    }

    #[test]
    fn where_the_two_are_now_is_asked_for_two_weeks() {
        let closing = test_data::closing(Some("2027-12-01"));
        let pair = test_data::pair();
        let asked =
            |day: &str| check_back_item(&closing, &pair, date(day), SOON).map(|one| one.due);
        assert_eq!(asked("2027-11-28"), None);
        assert_eq!(asked("2027-11-29"), Some(date("2027-12-01")));
        assert_eq!(asked("2027-12-15"), Some(date("2027-12-01")));
        assert_eq!(asked("2027-12-16"), None);
        let never = test_data::closing(None);
        assert_eq!(
            check_back_item(&never, &pair, date("2027-12-01"), SOON),
            None
        );
    }

    #[test]
    fn what_is_most_overdue_comes_first() {
        let mut snapshot = agreed("2027-01-20");
        let question = test_data::question(Side::Mentee, "2027-01-15T09:00:00Z");
        snapshot.questions.push(question);
        let one = Record::with_id(1, test_data::insight("2026-12-01"));
        snapshot.advice.push(one);
        let days: Vec<i64> = due_items(&snapshot, SOON)
            .iter()
            .map(|one| one.days_overdue)
            .collect();
        assert_eq!(days, [8, 1], "advice, question");
    }
}
