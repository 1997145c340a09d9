//! The progress report: calculations over the records of a period.

use chrono::NaiveDate;

use crate::domain::approach::{Approach, Worked};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::dates::{DateStyle, Today};
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{Goal, GoalHistory, GoalState};
use crate::domain::insight::{Insight, Win};
use crate::domain::introduction::Introduction;
use crate::domain::option::CareerOption;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::promise::{Period, PeriodRecords, Promise, PromiseOutcome};
use crate::domain::pulse::{self, PulseAnswer};
use crate::domain::record::{Id, Record};
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::skill::SkillHistory;
use crate::domain::snapshot::PulseStatus;

/// The records of one pair in one period, with the outcomes of its promises.
#[derive(Clone, Debug)]
pub struct ProgressReport {
    pub pair: PairContext,
    pub period: Period,
    /// The period by which the agreement is judged, which is longer after a review that judged nothing.
    pub judged: Period,
    /// The style of its dates.
    pub style: DateStyle,
    /// The review from which the period starts.
    pub baseline: Option<Record<Review>>,
    pub open: Vec<GoalHistory>,
    pub closed: Vec<GoalHistory>,
    pub facts: PeriodRecords,
    /// Planned check-ins, soonest first.
    pub planned: Vec<Record<CheckIn>>,
    pub wins: Vec<Record<Win>>,
    pub insights: Vec<Record<Insight>>,
    /// Ways of working that were tried in the period.
    pub approaches: Vec<Record<Approach>>,
    pub skills: Vec<SkillHistory>,
    /// The last pulse.
    pub pulse: Option<PulseStatus>,
    /// Introductions that reached a stage in the period.
    pub introductions: Vec<Record<Introduction>>,
    /// Resources that were begun, done or dropped in the period.
    pub resources: Vec<Record<Resource>>,
    /// Options that were added, decided or reopened in the period.
    pub options: Vec<Record<CareerOption>>,
    /// Open follow-ups, most urgent first.
    pub followups: Vec<Record<FollowUp>>,
    /// How each promise of the agreement was kept.
    pub outcomes: Vec<PromiseOutcome>,
    /// Whether the report is for the other side.
    pub is_shared: bool,
}

impl ProgressReport {
    /// Returns the last day of the period, which counts as today.
    pub fn today(&self) -> Today {
        self.style.today(self.period.last_day)
    }

    /// Reduces the report to one goal. The wins stay; calls, skills and promises are dropped.
    pub fn retain_goal(&mut self, goal: Id<Goal>) {
        self.open.retain(|history| history.goal.id == goal);
        self.closed.retain(|history| history.goal.id == goal);
        self.facts = PeriodRecords::default();
        self.planned.clear();
        self.skills.clear();
        self.outcomes.clear();
    }

    /// Returns every goal that is open or was closed in the period.
    pub fn goal_histories(&self) -> impl Iterator<Item = &GoalHistory> {
        self.open.iter().chain(&self.closed)
    }

    /// Returns the check-ins of the report in order of time, each with its date in the user's zone.
    pub fn checkins_by_day(&self) -> Vec<(NaiveDate, &Record<CheckIn>)> {
        let zone = self.pair.user().zone;
        let PeriodRecords { held, missed, .. } = &self.facts;
        let missed = missed
            .iter()
            .filter(|checkin| checkin.planned_at.is_some_and(|at| self.period.contains(at)));
        let all = held.iter().chain(missed).chain(&self.planned);
        let dated = all.filter_map(|checkin| {
            Some((checkin.held_or_planned_at()?.with_timezone(&zone), checkin))
        });
        let mut checkins: Vec<_> = dated.collect();
        checkins.sort_by_key(|(at, _)| *at);
        let checkins = checkins.into_iter();
        checkins.map(|(at, checkin)| (at.date_naive(), checkin)).collect()
    }

    /// Returns the goals that were closed in the period with this state.
    pub fn goals(&self, state: GoalState) -> impl Iterator<Item = &Record<Goal>> {
        let goals = self.closed.iter().map(|history| &history.goal);
        goals.filter(move |goal| goal.state == state)
    }

    /// Returns the open goals that were set in the period.
    pub fn goals_added(&self) -> impl Iterator<Item = &GoalHistory> {
        let period = self.period;
        self.open.iter().filter(move |history| period.contains(history.goal.created_at))
    }

    /// Returns the skills that were rated in the period or that the two rate differently.
    pub fn skills_to_discuss(&self) -> impl Iterator<Item = &SkillHistory> {
        let period = self.period;
        let is_rated_in_period = move |history: &SkillHistory| {
            let mut ratings = history.ratings.iter();
            ratings.any(|rating| period.contains(self.pair.moment_on(rating.on, rating.created_at)))
        };
        self.skills
            .iter()
            .filter(move |history| is_rated_in_period(history) || history.is_seen_differently())
    }

    /// Returns the advice of the period whose outcome is due but unknown.
    pub fn advice_to_follow_up(&self) -> impl Iterator<Item = &Record<Insight>> {
        let today = self.period.last_day;
        let is_due =
            move |insight: &&Record<Insight>| insight.outcome_due().is_some_and(|due| due <= today);
        self.insights.iter().filter(is_due)
    }

    /// Returns the calls of the period that a side missed or cancelled too late.
    pub fn missed_checkins(&self) -> impl Iterator<Item = &Record<CheckIn>> {
        self.facts.not_held(self.period)
    }

    /// Returns the calls of the period that were cancelled in time.
    pub fn cancelled_checkins(&self) -> impl Iterator<Item = &Record<CheckIn>> {
        self.facts.cancelled_checkins(self.period)
    }

    /// Returns the total minutes of the held check-ins; those without a logged length count as zero.
    pub fn minutes(&self) -> u32 {
        let lengths = self.facts.held.iter().filter_map(|checkin| checkin.minutes);
        lengths.map(|minutes| minutes.0).sum()
    }

    /// Whether feedback was given in the period, rather than merely answered in it.
    fn is_given_in_period(&self, feedback: &Record<Feedback>) -> bool {
        let given_at = self.pair.moment_on(feedback.on, feedback.created_at);
        self.period.contains(given_at)
    }

    /// Returns the feedback that was given in the period.
    pub fn all_feedback(&self) -> impl Iterator<Item = &Record<Feedback>> {
        let all = self.facts.feedback.iter();
        all.filter(|feedback| self.is_given_in_period(feedback))
    }

    /// Returns the feedback of one kind that was given in the period.
    pub fn feedback(&self, kind: crate::domain::feedback::FeedbackKind) -> Vec<&Record<Feedback>> {
        self.facts
            .feedback
            .iter()
            .filter(|feedback| feedback.kind == kind && self.is_given_in_period(feedback))
            .collect()
    }

    /// Returns the decisions of the period, each with its call.
    pub fn decisions(&self) -> impl Iterator<Item = (&Record<CheckIn>, &str)> {
        texts(&self.facts.held, |call| &call.decisions)
    }

    /// Returns the blockers of the period, each with the call in which it was named.
    pub fn blockers(&self) -> impl Iterator<Item = (&Record<CheckIn>, &str)> {
        texts(&self.facts.held, |call| &call.blockers)
    }

    /// Returns the approaches of the period that worked.
    pub fn approaches_that_worked(&self) -> impl Iterator<Item = &Record<Approach>> {
        let tried = self.approaches.iter();
        tried.filter(|approach| approach.worked == Some(Worked::Yes))
    }

    /// Returns the statements on which the two answers differ, with the mentor's and the mentee's value. Empty unless
    /// both answered and the later answer falls into the period.
    pub fn pulse_differences(&self) -> Vec<(&'static str, u8, u8)> {
        let Some(pulse) = &self.pulse else {
            return Vec::new();
        };
        let answer_of = |side| pulse.answers.iter().find(|answer| answer.side == side);
        let moment =
            |answer: &Record<PulseAnswer>| self.pair.moment_on(answer.on, answer.created_at);
        match (answer_of(Side::Mentor), answer_of(Side::Mentee)) {
            (Some(mentor), Some(mentee))
                if self.period.contains(moment(mentor).max(moment(mentee))) =>
            {
                pulse::differences(mentor, mentee)
            }
            _ => Vec::new(),
        }
    }

    /// Returns the follow-ups of both sides that are overdue.
    pub fn overdue(&self) -> impl Iterator<Item = &Record<FollowUp>> {
        let open = self.followups.iter();
        open.filter(|followup| {
            let today = self.pair.today_of(followup.owner, self.period.until);
            followup.days_overdue(today).is_some()
        })
    }

    /// Returns how many calls of the period one side missed without notice, and how many it cancelled, in time or late.
    pub fn called_off_by(&self, side: Side) -> (usize, usize) {
        let is_own = |checkin: &&Record<CheckIn>| checkin.by == Some(side);
        let missed_with = |state| {
            let missed = self.missed_checkins().filter(is_own);
            missed.filter(|checkin| checkin.state == state).count()
        };
        let cancelled_in_time = self.cancelled_checkins().filter(is_own).count();
        (
            missed_with(CheckInState::NoShow),
            missed_with(CheckInState::LateCancelled) + cancelled_in_time,
        )
    }

    /// Returns at most three questions for the review, each raised by something that happened and that the figures
    /// alone do not show. Questions about what the two can change come first.
    pub fn questions(&self) -> Vec<DiscussionQuestion<'_>> {
        let mut questions = Vec::new();
        questions.extend(self.open.iter().filter_map(|history| self.goal_question(history)));
        let skills = self.skills_to_discuss();
        let rated_differently = skills.filter(|history| history.is_seen_differently());
        questions.extend(rated_differently.map(DiscussionQuestion::Skill));
        let mut outcomes: Vec<&PromiseOutcome> = self.outcomes.iter().collect();
        outcomes.retain(|outcome| {
            outcome.verdict.falls_short() && outcome.promise != Promise::FollowUps
        });
        // A promise of both sides has an outcome for each of them.
        outcomes.dedup_by_key(|outcome| outcome.promise);
        let promises: Vec<Promise> = outcomes.into_iter().map(|outcome| outcome.promise).collect();
        if !promises.is_empty() {
            questions.push(DiscussionQuestion::Promises(promises));
        }
        let advice: Vec<&Record<Insight>> = self.advice_to_follow_up().collect();
        if !advice.is_empty() {
            questions.push(DiscussionQuestion::Advice(advice));
        }
        questions.truncate(MAX_QUESTIONS);
        questions
    }

    /// Returns what to ask about an open goal: why its date moved again, or what lowers the confidence in it.
    fn goal_question<'p>(&'p self, history: &'p GoalHistory) -> Option<DiscussionQuestion<'p>> {
        let has_moved =
            history.moves.iter().any(|date_move| self.period.contains(date_move.created_at));
        if has_moved && history.moves.len() >= 2 {
            return Some(DiscussionQuestion::Moved(history));
        }
        let is_rated_in_period = history.entries.iter().any(|entry| {
            let moment = self.pair.moment_on(entry.on, entry.created_at);
            entry.confidence.is_some() && self.period.contains(moment)
        });
        let last = history.confidences().last().copied()?;
        (last < 7 && is_rated_in_period).then_some(DiscussionQuestion::Confidence(
            history,
            last,
            self.wins.len(),
        ))
    }
}

/// How many questions fit into one call.
const MAX_QUESTIONS: usize = 3;

/// Something that happened and is worth asking about.
#[derive(Clone, Debug)]
pub enum DiscussionQuestion<'p> {
    /// The target date moved again.
    Moved(&'p GoalHistory),
    /// The confidence is low: the goal, the last confidence out of 10, and the number of wins in the period.
    Confidence(&'p GoalHistory, u8, usize),
    /// The two sides rate the skill differently.
    Skill(&'p SkillHistory),
    /// These promises fell short.
    Promises(Vec<Promise>),
    /// The outcome of this advice is unknown.
    Advice(Vec<&'p Record<Insight>>),
}

/// Returns the texts of one list field, each with its call.
fn texts(
    held: &[Record<CheckIn>],
    list: impl Fn(&CheckIn) -> &Vec<String>,
) -> impl Iterator<Item = (&Record<CheckIn>, &str)> {
    let all = held.iter();
    all.flat_map(move |call| list(&call.data).iter().map(move |text| (call, text.as_str())))
}
