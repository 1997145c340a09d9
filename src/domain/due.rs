//! The items that are overdue or due soon for either side of a pair.

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::domain::closing::Closing;
use crate::domain::dates;
use crate::domain::goal::GoalState;
use crate::domain::introduction::{Introduction, IntroductionState};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::pulse;
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

/// Default number of days ahead that count as soon.
pub const SOON: u64 = 2;

/// One line of `mentor due`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    pub kind: DueKind,
    /// Number of the record. `None`: there is none yet, such as for a check-in to be planned.
    pub id: Option<i64>,
    pub pair: String,
    /// `None`: both sides.
    pub owner: Option<Side>,
    pub title: String,
    /// In the owner's zone; a pair day if both sides owe it.
    pub due: NaiveDate,
    /// 0: due today or later.
    pub days_overdue: i64,
    /// The agreed start of a call of a fixed rhythm that is over but not logged, in the user's zone.
    pub agreed_at: Option<NaiveDateTime>,
}

/// Returns everything in one pair that is due within `within` days, most overdue first.
pub fn due_items(snapshot: &PairSnapshot, within: u64) -> Vec<DueItem> {
    let mut list = DueList { snapshot, within, items: Vec::new() };
    list.add_followups();
    list.add_checkins();
    list.add_goals();
    let review_by = snapshot.review_by();
    list.add(DueKind::Review, None, None, "progress review".to_owned(), review_by);
    list.add_agreement();
    list.add_questions();
    list.add_feedback();
    list.add_pulse();
    list.add_introductions();
    list.add_advice();
    let mut items = list.items;
    items.sort_by_key(|item| (std::cmp::Reverse(item.days_overdue), item.due, item.kind, item.id));
    items
}

/// How many items are overdue, and how many others are due soon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DueCounts {
    pub overdue: usize,
    pub soon: usize,
}

impl DueCounts {
    pub fn count(&mut self, item: &DueItem) {
        match item.days_overdue {
            0 => self.soon += 1,
            _ => self.overdue += 1,
        }
    }

    /// Adds the items of one pair that are due within `within` days.
    pub fn add(&mut self, snapshot: &PairSnapshot, within: u64) {
        self.overdue += snapshot.counted_overdue;
        for item in due_items(snapshot, within) {
            self.count(&item);
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
    items: Vec<DueItem>,
}

impl DueList<'_> {
    /// Adds an item and returns it. `None`: it has no due day, or is not due soon enough.
    fn add(
        &mut self,
        kind: DueKind,
        id: Option<i64>,
        owner: Option<Side>,
        title: String,
        due: Option<NaiveDate>,
    ) -> Option<&mut DueItem> {
        // What both sides owe is overdue once the day has ended for both.
        let now = self.snapshot.now;
        let pair = &self.snapshot.pair;
        let today = owner.map_or(pair.pair_day(now.at), |side| self.snapshot.today_of(side).day);
        let last = today.checked_add_days(Days::new(self.within)).unwrap_or(today);
        let due = due.filter(|due| *due <= last)?;
        self.items.push(DueItem {
            kind,
            id,
            pair: self.snapshot.pair.slug().to_owned(),
            owner,
            title,
            due,
            days_overdue: self.days_overdue(kind, owner, due, today),
            agreed_at: None,
        });
        self.items.last_mut()
    }

    /// Returns the days since the due day. Pauses and days away stop what runs in active days, also when it is late.
    fn days_overdue(
        &self,
        kind: DueKind,
        owner: Option<Side>,
        due: NaiveDate,
        today: NaiveDate,
    ) -> i64 {
        let days = (today - due).num_days().max(0);
        let runs_in_active_days = matches!(
            kind,
            DueKind::CheckIn | DueKind::Review | DueKind::Question | DueKind::Feedback
        );
        if days == 0 || !runs_in_active_days {
            return days;
        }
        let sides = owner.map_or_else(|| Side::ALL.to_vec(), |side| vec![side]);
        days - self.snapshot.history().excused_days(&sides, due, today)
    }

    fn add_followups(&mut self) {
        for followup in &self.snapshot.followups {
            let number = Some(followup.id.number());
            let title = followup.title.clone();
            self.add(DueKind::FollowUp, number, Some(followup.owner), title, followup.due);
        }
    }

    /// Adds check-ins to log, since their time is over, or else the next one to plan.
    fn add_checkins(&mut self) {
        let snapshot = self.snapshot;
        if snapshot.to_log().next().is_some() {
            for checkin in snapshot.to_log() {
                let number = Some(checkin.id.number());
                let title = "log this check-in, or cancel it".to_owned();
                let day = checkin.planned_at.map(|at| snapshot.pair.pair_day(at));
                self.add(DueKind::CheckIn, number, None, title, day);
            }
            return;
        }
        let cadence = snapshot.terms().and_then(|terms| terms.cadence);
        if cadence.is_some_and(|cadence| cadence.is_fixed()) {
            self.add_call_of_fixed_rhythm();
        } else {
            self.add_call_from_last();
        }
    }

    /// Adds the due call of a fixed rhythm if no check-in is planned for it. Extra calls don't count.
    fn add_call_of_fixed_rhythm(&mut self) {
        let snapshot = self.snapshot;
        let by = snapshot.meet_by().filter(|by| !snapshot.is_planned_for(*by));
        let zone = snapshot.pair.user().zone;
        let unlogged = snapshot.unlogged_call();
        let unlogged = unlogged.map(|at| at.with_timezone(&zone).naive_local());
        let title = match unlogged {
            Some(at) => {
                let day = dates::format_day(at.date(), snapshot.today());
                format!("log the check-in agreed for {day} {}", at.format("%H:%M"))
            }
            None => PLAN_CHECKIN.to_owned(),
        };
        if let Some(item) = self.add(DueKind::CheckIn, None, None, title, by) {
            item.agreed_at = unlogged;
        }
    }

    /// Adds the next call of a rhythm that counts from the last one, if none is planned or it is planned too late.
    fn add_call_from_last(&mut self) {
        let snapshot = self.snapshot;
        let day_of = |at| snapshot.pair.pair_day(at);
        let next = snapshot.next().and_then(|next| next.planned_at).map(day_of);
        let by = snapshot.meet_by();
        let title = match next {
            None => PLAN_CHECKIN.to_owned(),
            Some(day) => {
                // As long as the due day has not passed, the call can still be moved to be in time.
                let is_late = |by| day > by && by < snapshot.pair.pair_day(snapshot.now.at);
                if !by.is_some_and(is_late) {
                    return;
                }
                let day = dates::format_day(day, snapshot.today());
                format!("later than agreed: the next check-in is {day}")
            }
        };
        self.add(DueKind::CheckIn, None, None, title, by);
    }

    fn add_goals(&mut self) {
        let goals = self.snapshot.goals.iter().map(|history| &history.goal);
        for goal in goals.filter(|goal| goal.state == GoalState::Active) {
            let number = Some(goal.id.number());
            let title = goal.title.clone();
            self.add(DueKind::Goal, number, Some(Side::Mentee), title, goal.target);
        }
    }

    /// Adds a version that a side has not accepted yet, and an agreement that has ended or ends soon.
    fn add_agreement(&mut self) {
        let snapshot = self.snapshot;
        let Some(newest) = snapshot.newest() else {
            return;
        };
        let number = Some(newest.id.number());
        for side in newest.pending_sides() {
            let since = snapshot.pair.today_of(side, newest.created_at);
            let title = format!("accept version {} of the agreement", newest.version);
            self.add(DueKind::Agreement, number, Some(side), title, Some(since));
        }
        let ends = snapshot.terms().and_then(|terms| terms.ends);
        let today = snapshot.today();
        let soon = today.day.checked_add_days(Days::new(AGREEMENT_SOON));
        if let Some(ends) = ends.filter(|ends| *ends <= soon.unwrap_or(today.day)) {
            let title = "the agreement ends: renew it or close the mentorship".to_owned();
            let within = self.within;
            self.within = within.max(AGREEMENT_SOON);
            self.add(DueKind::Agreement, number, None, title, Some(ends));
            self.within = within;
        }
    }

    /// Adds questions with an agreed or announced answer day.
    fn add_questions(&mut self) {
        for question in &self.snapshot.questions {
            let due = self.snapshot.answer_by(question);
            let number = Some(question.id.number());
            let title = question.title.clone();
            self.add(DueKind::Question, number, Some(question.answerer()), title, due);
        }
    }

    /// Adds feedback with an agreed response time, except private feedback that the receiver does not know of.
    fn add_feedback(&mut self) {
        let history = self.snapshot.history();
        let user = self.snapshot.pair.user_side();
        for feedback in &self.snapshot.feedback {
            let receiver = feedback.from.other();
            if feedback.private && receiver != user {
                continue;
            }
            let due = reply::response_due(&history, feedback).and_then(|due| due.day);
            let title = feedback.situation.clone();
            let number = Some(feedback.id.number());
            self.add(DueKind::Feedback, number, Some(receiver), title, due);
        }
    }

    /// Adds a pulse to answer, or the next one to start if both answered the last.
    fn add_pulse(&mut self) {
        let Some(status) = &self.snapshot.pulse else {
            return;
        };
        let pulse = &status.pulse;
        let due = pulse.on.checked_add_days(Days::new(pulse::OPEN_FOR));
        for side in status.pending_sides() {
            let title = "answer the pulse".to_owned();
            let number = Some(pulse.id.number());
            self.add(DueKind::Pulse, number, Some(side), title, due);
        }
        if status.is_complete() {
            let title = "start a pulse check".to_owned();
            self.add(DueKind::Pulse, None, None, title, pulse::next_due(pulse.on));
        }
    }

    /// Adds introductions without progress. Once a thank-you is planned, its follow-up is due instead.
    fn add_introductions(&mut self) {
        let is_waiting = |introduction: &&Record<Introduction>| introduction.thanks.is_none();
        for introduction in self.snapshot.introductions.iter().filter(is_waiting) {
            let since = dates::format_day(introduction.state_on, self.snapshot.today());
            let title = format!("{} ({} since {since})", introduction.title, introduction.state);
            let owner = match introduction.state {
                IntroductionState::Asked | IntroductionState::Agreed => Side::Mentor,
                _ => Side::Mentee,
            };
            let number = Some(introduction.id.number());
            let due = introduction.follow_up_on();
            self.add(DueKind::Introduction, number, Some(owner), title, due);
        }
    }

    /// Adds advice whose outcome is due, for a limited time; after that it is left to the review.
    fn add_advice(&mut self) {
        for insight in &self.snapshot.advice {
            let due = insight.outcome_due();
            let today = self.snapshot.today_of(Side::Mentee);
            if due.is_some_and(|due| (today.day - due).num_days() > ASK_FOR_DAYS) {
                continue;
            }
            let title = format!("did it help? {}", insight.title);
            let number = Some(insight.id.number());
            self.add(DueKind::Insight, number, Some(Side::Mentee), title, due);
        }
    }
}

const PLAN_CHECKIN: &str = "plan the next check-in";

/// Days before the end of an agreement from which it is due, even if `within` is shorter.
const AGREEMENT_SOON: u64 = 14;

/// Days for which `due` keeps asking about advice and ended pairs.
const ASK_FOR_DAYS: i64 = 14;

/// Returns the item for checking back after the end of a pair. `None`: no day was chosen, or it is not due
/// soon, or it is long past.
pub fn check_back_item(
    closing: &Closing,
    pair: &PairContext,
    today: NaiveDate,
    within: u64,
) -> Option<DueItem> {
    let due = closing.update_on?;
    let last = today.checked_add_days(Days::new(within)).unwrap_or(today);
    let is_asked = due <= last && (today - due).num_days() <= ASK_FOR_DAYS;
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
        assert_eq!(
            due_on(&introduction, "2026-12-15"),
            [(Some(Side::Mentor), date("2026-12-15"), 0)]
        );
        let day = date("2026-12-15");
        introduction.advance_to(IntroductionState::Agreed, day).unwrap();
        introduction.advance_to(IntroductionState::Introduced, day).unwrap();
        assert_eq!(
            due_on(&introduction, "2026-12-29"),
            [(Some(Side::Mentee), date("2026-12-29"), 0)]
        );
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
        let asked =
            |day: &str| check_back_item(&closing, &pair, date(day), SOON).map(|item| item.due);
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
        let days: Vec<i64> =
            due_items(&snapshot, SOON).iter().map(|item| item.days_overdue).collect();
        assert_eq!(days, [8, 1], "advice, question");
    }
}
