//! The items that are overdue or due soon for either side of a pair.

use std::cell::OnceCell;

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::domain::closing::Closing;
use crate::domain::dates;
use crate::domain::goal::GoalState;
use crate::domain::introduction::{Introduction, IntroductionState};
use crate::domain::pair::PairContext;
use crate::domain::pair_history::PairHistory;
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
    let mut list = DueList { snapshot, within, history: OnceCell::new(), items: Vec::new() };
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
    /// Built for the first overdue item that runs in active days.
    history: OnceCell<PairHistory<'s>>,
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
        let history = self.history.get_or_init(|| self.snapshot.history());
        let excused = match owner {
            Some(side) => history.excused_days(&[side], due, today),
            None => history.excused_days(Side::ALL, due, today),
        };
        days - excused
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
            if due.is_some_and(|due| has_been_asked_about(due, today.day)) {
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
pub const ASK_FOR_DAYS: u64 = 14;

/// Whether something due on a day has been asked about for long enough.
fn has_been_asked_about(due: NaiveDate, today: NaiveDate) -> bool {
    due.checked_add_days(Days::new(ASK_FOR_DAYS)).is_some_and(|last| last < today)
}

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
    let is_asked = due <= last && !has_been_asked_about(due, today);
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
mod tests;
