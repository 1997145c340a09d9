//! The snapshot of a pair, from which agenda, brief, due and status are computed.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::approach::Approach;
use crate::domain::away::{Away, Pauses};
use crate::domain::cadence::{Cadence, TOLERANCE};
use crate::domain::checkin::{CheckIn, USUAL};
use crate::domain::dates::{Now, Today};
use crate::domain::feedback::Feedback;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{Goal, GoalHistory, GoalState};
use crate::domain::goal_concern::Concern;
use crate::domain::insight::{Insight, Win};
use crate::domain::introduction::Introduction;
use crate::domain::next_call::{FirstPlan, FixedRhythm, NextCall};
use crate::domain::norm::Norm;
use crate::domain::offset_mismatch::{self, OffsetMismatch};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::pair_history::{self, AgreementVersion, PairHistory};
use crate::domain::person::Side;
use crate::domain::promise::{self, Period, PeriodRecords, PromiseOutcome};
use crate::domain::pulse::{Pulse, PulseAnswer, PulseState};
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::reply;
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::skill::SkillHistory;
use crate::domain::topic::Topic;
use crate::domain::zone::{self, Tz};

/// The open records of one pair at one moment.
#[derive(Clone, Debug)]
pub struct PairSnapshot {
    pub pair: PairContext,
    pub now: Now,
    /// Every version of the agreement, oldest first.
    pub versions: Vec<Record<Agreement>>,
    /// Planned check-ins, soonest first; those whose time has passed are still to be logged.
    pub planned: Vec<Record<CheckIn>>,
    pub last_held: Option<Record<CheckIn>>,
    /// When the last call was held that counts for an agreed one. A fixed rhythm continues from it.
    pub last_agreed: Option<DateTime<Utc>>,
    /// Most urgent first.
    pub followups: Vec<Record<FollowUp>>,
    /// The number of overdue follow-ups of both sides, if they were counted but not loaded.
    pub counted_overdue: usize,
    pub goals: Vec<GoalHistory>,
    pub last_review: Option<Record<Review>>,
    /// The first planned times of the check-ins since the last held one; loaded only for a fixed rhythm.
    pub first_plans: Vec<FirstPlan>,
    /// Days away of both sides since the last held check-in.
    pub aways: Vec<Record<Away>>,
    /// Open questions, oldest first.
    pub questions: Vec<Record<Question>>,
    /// Feedback without a response, by day. For `mentor due` it is loaded only if a response time was agreed.
    pub feedback: Vec<Record<Feedback>>,
    pub pulse: Option<PulseStatus>,
    /// Introductions that are under way.
    pub introductions: Vec<Record<Introduction>>,
    /// Advice of the last months without an outcome.
    pub advice: Vec<Record<Insight>>,
    /// The number of conflicts and deletion requests to decide in a shared pair. Zero in a snapshot of a past day.
    pub undecided: usize,
    /// Records that only the agenda and the brief need.
    pub talk: AgendaRecords,
}

/// The last pulse and its answers.
#[derive(Clone, Debug)]
pub struct PulseStatus {
    pub pulse: Record<Pulse>,
    pub answers: Vec<Record<PulseAnswer>>,
    /// The sides that answer in this file: both, or only the user's if the other side has its own file, since answers are
    /// never exchanged.
    pub sides: Vec<Side>,
}

impl PulseStatus {
    /// Whether no more answers can be expected in this file.
    pub fn is_complete(&self) -> bool {
        let is_own = self.sides.len() < Side::ALL.len() && self.pulse.state == PulseState::Open;
        self.pulse.state == PulseState::Answered
            || (is_own && self.pending_sides().next().is_none())
    }

    /// Returns the sides that answer in this file and have not answered yet. Empty if the pulse is closed.
    pub fn pending_sides(&self) -> impl Iterator<Item = Side> {
        let is_open = self.pulse.state == PulseState::Open;
        let has_answered = |side: Side| self.answers.iter().any(|answer| answer.side == side);
        let sides = self.sides.iter().copied();
        sides.filter(move |side| is_open && !has_answered(*side))
    }
}

/// The records that agenda and brief need in addition to those for `mentor due`.
#[derive(Clone, Debug, Default)]
pub struct AgendaRecords {
    /// Open topics, each with the number of calls it was carried over.
    pub topics: Vec<(Record<Topic>, i64)>,
    /// Wins since the last held check-in.
    pub wins: Vec<Record<Win>>,
    /// Wins of the last six weeks, as evidence against a low confidence.
    pub recent_wins: Vec<Record<Win>>,
    /// The records since the start of the agreement.
    pub facts: PeriodRecords,
    /// The outcomes of the promises, evaluated against `facts`.
    pub outcomes: Vec<PromiseOutcome>,
    /// Insights that are due for recall.
    pub recalls: Vec<Record<Insight>>,
    /// Skills that the two rate differently.
    pub skills: Vec<SkillHistory>,
    pub norms: Vec<Record<Norm>>,
    pub approaches: Vec<Record<Approach>>,
    /// Resources that are in progress or were finished since the last held check-in.
    pub resources: Vec<Record<Resource>>,
}

impl PairSnapshot {
    /// Returns the history of the pair, from this snapshot's agreements and days away.
    pub fn history(&self) -> PairHistory<'_> {
        PairHistory::new(&self.pair, &self.versions, &self.aways)
    }

    /// Returns the period from the first day of the agreement until now.
    pub fn agreement_period(&self) -> Option<Period> {
        let first = self.history().first_day()?;
        Some(self.pair.period_from(first, self.now.at))
    }

    /// Evaluates the promises of the agreement so far.
    pub fn outcomes(&self) -> Vec<PromiseOutcome> {
        let Some(period) = self.agreement_period() else {
            return Vec::new();
        };
        promise::evaluate(&self.history(), period, &self.talk.facts)
    }

    /// Returns the newest version of the agreement, accepted or not.
    pub fn newest(&self) -> Option<&Record<Agreement>> {
        self.versions.last()
    }

    /// Returns the version in force today, or the first one if none is yet.
    pub fn agreement(&self) -> Option<&Record<Agreement>> {
        self.version().map(|version| version.agreement)
    }

    fn version(&self) -> Option<AgreementVersion<'_>> {
        let today = self.pair.pair_day(self.now.at);
        pair_history::dated_version_on(&self.pair, &self.versions, today)
    }

    pub fn terms(&self) -> Option<&AgreementTerms> {
        self.agreement().map(|agreement| &agreement.terms)
    }

    /// Returns today's date in the user's zone.
    pub fn today(&self) -> Today {
        self.today_of(self.pair.user_side())
    }

    /// Returns today's pair day: the earlier of the two sides' dates.
    pub fn pair_today(&self) -> Today {
        self.now.style.today(self.pair.pair_day(self.now.at))
    }

    pub fn today_of(&self, side: Side) -> Today {
        self.now.style.today(self.pair.today_of(side, self.now.at))
    }

    /// Returns the planned check-in that is next or in progress.
    pub fn next(&self) -> Option<&Record<CheckIn>> {
        let mut planned = self.planned.iter();
        planned.find(|checkin| !checkin.has_ended(self.now.at))
    }

    /// Returns the planned check-ins whose time has passed.
    pub fn to_log(&self) -> impl Iterator<Item = &Record<CheckIn>> {
        let planned = self.planned.iter();
        planned.filter(|checkin| checkin.has_ended(self.now.at))
    }

    /// Returns the call that is next or in progress: a planned one or one agreed by a fixed rhythm, whichever is
    /// earlier.
    pub fn next_call(&self) -> Option<NextCall<'_>> {
        let length = self.terms().and_then(|terms| terms.length).unwrap_or(USUAL);
        let planned = self.next().and_then(NextCall::planned);
        let agreed = self.agreed_after(self.now.at - length.delta());
        let calls = [planned, agreed].into_iter().flatten();
        calls.min_by_key(|call| call.at)
    }

    /// Returns the first call after another one.
    pub fn call_after(&self, call: &NextCall<'_>) -> Option<NextCall<'_>> {
        let planned = self.planned.iter().filter_map(NextCall::planned);
        let planned = planned.filter(|later| later.at > call.at);
        let agreed = self.agreed_after(call.at);
        planned.chain(agreed).min_by_key(|later| later.at)
    }

    /// Returns the first agreed call of a fixed rhythm that starts after `after` and has no check-in.
    pub fn agreed_after(&self, after: DateTime<Utc>) -> Option<NextCall<'_>> {
        let terms = self.terms()?;
        let is_fixed = terms.cadence.is_some_and(|cadence| cadence.is_fixed());
        if !is_fixed || self.pair.record.state != PairState::Active {
            return None;
        }
        let pauses = self.pauses();
        let at = self.rhythm(terms, &pauses).open_after(after)?;
        NextCall::agreed_rhythm(terms, at)
    }

    fn rhythm<'a>(&'a self, terms: &'a AgreementTerms, pauses: &'a Pauses) -> FixedRhythm<'a> {
        let from = self.version().map(|version| version.rhythm_from);
        let start = from.unwrap_or_else(|| self.today().day);
        FixedRhythm { terms, start, first_plans: &self.first_plans, pauses }
    }

    pub fn pauses(&self) -> Pauses {
        self.history().pauses()
    }

    /// Returns the day by which the next check-in must take place in order not to be late. `None`: no rhythm is agreed.
    pub fn meet_by(&self) -> Option<NaiveDate> {
        let held = self.last_held.as_ref().and_then(|checkin| checkin.held_at);
        let history = self.history();
        let terms = self.terms()?;
        if let Cadence::FromLast(_) = terms.cadence? {
            return promise::call_deadline(&history, held);
        }
        let (_, zone) = terms.cadence?.anchor()?;
        Some(history.call_day(self.due_call()?, zone))
    }

    /// Returns the agreed call of a fixed rhythm that is due: the first one after the last held call.
    fn due_call(&self) -> Option<DateTime<Utc>> {
        let pauses = self.pauses();
        self.rhythm(self.terms()?, &pauses).due_after(self.last_agreed)
    }

    /// Returns the start of the agreed call that is due and over but has not been logged.
    pub fn unlogged_call(&self) -> Option<DateTime<Utc>> {
        let length = self.terms()?.length.unwrap_or(USUAL);
        let due = self.due_call()?;
        (due + length.delta() <= self.now.at).then_some(due)
    }

    /// Whether an agreed call on `day` has a check-in: one that was first planned for that day, or one that is planned
    /// close to it.
    pub fn is_planned_for(&self, day: NaiveDate) -> bool {
        let anchor = self.terms().and_then(|terms| terms.cadence?.anchor());
        let zone = anchor.map_or(self.pair.user().zone, |(_, zone)| zone);
        let history = self.history();
        let day_of = |at: DateTime<Utc>| history.call_day(at, zone);
        let mut first_plans = self.first_plans.iter();
        let is_first_plan =
            first_plans.any(|plan| !plan.is_off && plan.was_planned && day_of(plan.at) == day);
        let mut planned = self.planned.iter().filter_map(|checkin| checkin.planned_at);
        is_first_plan || planned.any(|at| (day_of(at) - day).num_days().abs() <= TOLERANCE)
    }

    /// Returns the last agreed call of a fixed rhythm that has started since `since` and has no check-in.
    pub fn agreed_since(&self, since: DateTime<Utc>) -> Option<NextCall<'_>> {
        let first = self.agreed_after(since);
        let agreed = std::iter::successors(first, |call| self.agreed_after(call.at));
        agreed.take_while(|call| call.at <= self.now.at).last()
    }

    /// Returns the day by which a question must be answered: the day that the answerer announced, or else the agreed
    /// one, in the answerer's zone.
    pub fn answer_by(&self, question: &Question) -> Option<NaiveDate> {
        reply::answer_by(&self.history(), question)
    }

    /// Returns the day by which the next progress review is due.
    pub fn review_by(&self) -> Option<NaiveDate> {
        let last = self.last_review.as_ref().map(|review| review.on);
        promise::review_due(&self.history(), last)
    }

    /// Returns the sides for whom the next call, or else the one after it, is at a different local time than the last
    /// one because clocks have changed in between.
    pub fn shifts(&self) -> Vec<(Side, OffsetMismatch)> {
        let next = self.next_call();
        let after = next.and_then(|next| self.call_after(&next));
        let mut calls: Vec<_> = [next, after].into_iter().flatten().collect();
        calls.retain(|call| !self.shifts_of(call.at, call.zone).is_empty());
        match (next, calls.first()) {
            (_, Some(call)) => self.shifts_of(call.at, call.zone),
            (None, None) => self.shifts_of_due_day(),
            (Some(_), None) => Vec::new(),
        }
    }

    /// Returns the same as `shifts`, but only for a call within the next `days` days.
    pub fn shifts_within(&self, days: u64) -> Vec<(Side, OffsetMismatch)> {
        let zone = self.pair.user().zone;
        let last = self.today().day.checked_add_days(Days::new(days));
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        let mut shifts = self.shifts();
        shifts.retain(|(_, shift)| last.is_some_and(|last| day(shift.call) <= last));
        shifts
    }

    /// Returns the shifts of an unplanned next call, which is assumed to be on the day by which the two must meet, at
    /// the time of the last call.
    fn shifts_of_due_day(&self) -> Vec<(Side, OffsetMismatch)> {
        let zone = self.pair.user().zone;
        let held = self.last_held.as_ref().and_then(|checkin| checkin.held_at);
        let usual = held.unwrap_or(self.now.at).with_timezone(&zone).time();
        let due = self.meet_by().map(|day| zone::resolve_wall_clock(day.and_time(usual), zone));
        due.map(|at| self.shifts_of(at, zone)).unwrap_or_default()
    }

    fn shifts_of(&self, call: DateTime<Utc>, anchor: Tz) -> Vec<(Side, OffsetMismatch)> {
        let held = self.last_held.as_ref().and_then(|checkin| checkin.held_at);
        offset_mismatch::for_both(&self.pair, anchor, held.unwrap_or(self.now.at), call)
    }

    /// Returns the active goals that should be discussed, with the reason.
    pub fn goals_to_discuss(&self) -> Vec<(&GoalHistory, Concern)> {
        let today = self.today_of(Side::Mentee);
        let active = self.goals.iter().filter(|history| history.goal.state == GoalState::Active);
        active
            .filter_map(|history| {
                Some((history, Concern::for_goal(history, today.day, self.now.at)?))
            })
            .collect()
    }
}

/// The follow-ups and goals closed since the last held check-in.
#[derive(Clone, Debug)]
pub struct RecentChanges {
    pub since: DateTime<Utc>,
    pub closed: Vec<Record<FollowUp>>,
    pub goals_closed: Vec<Record<Goal>>,
}

impl RecentChanges {
    /// Returns the follow-ups that a side has done.
    pub fn done_by(&self, side: Side) -> impl Iterator<Item = &Record<FollowUp>> {
        let done = self.closed.iter().filter(|followup| followup.state == FollowUpState::Done);
        done.filter(move |followup| followup.owner == side)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::length::Span;
    use crate::domain::record::Record;
    use crate::domain::test_data::{self, date};

    /// Both sides answer within two working days.
    fn agreement_period() -> PairSnapshot {
        let mut snapshot = test_data::snapshot("2026-12-01");
        let within = Span::parse("2 working days").ok();
        snapshot.versions = vec![test_data::agreement(AgreementTerms {
            mentor_replies_within: within,
            mentee_replies_within: within,
            ..AgreementTerms::default()
        })];
        snapshot
    }

    #[test]
    fn an_answer_is_due_after_working_days_of_the_answerer() {
        let mut snapshot = agreement_period();
        let question = test_data::question(Side::Mentor, "2026-12-04T09:00:00Z");
        assert_eq!(snapshot.answer_by(&question), Some(date("2026-12-08")));
        let ill = test_data::away(2, "2026-12-07", "2026-12-08");
        snapshot.aways.push(Record::with_id(1, ill));
        assert_eq!(snapshot.answer_by(&question), Some(date("2026-12-10")));
        let from_mentee = test_data::question(Side::Mentee, "2026-12-04T09:00:00Z");
        assert_eq!(
            snapshot.answer_by(&from_mentee),
            Some(date("2026-12-08")),
            "the mentor is there"
        );
    }

    #[test]
    fn an_announced_day_replaces_the_agreed_one() {
        let mut question = test_data::question(Side::Mentor, "2026-12-04T09:00:00Z");
        question.answer_by = Some(date("2026-12-18"));
        assert_eq!(agreement_period().answer_by(&question), Some(date("2026-12-18")));
    }

    #[test]
    fn without_an_agreed_reply_time_no_answer_is_due() {
        let question = test_data::question(Side::Mentor, "2026-12-04T09:00:00Z");
        let snapshot = test_data::snapshot("2026-12-04");
        assert_eq!(snapshot.answer_by(&question), None);
    }
}
