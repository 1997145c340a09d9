//! The progress summary in JSON.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::checkin::CheckIn;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{Goal, GoalHistory, GoalState};
use crate::domain::insight::{AdviceOutcome, Insight};
use crate::domain::introduction::IntroductionState;
use crate::domain::option::OptionState;
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::record::{Id, Record};
use crate::domain::resource::ResourceState;
use crate::domain::review::Review;
use crate::domain::skill::SkillHistory;
use crate::view::json::parts::{BySide, DatedRecord, FeedbackEntry, ReportMoment, TitledRecord};
use crate::view::reports::item_points;
use crate::view::reports::promise::{self, OutcomeEntry};

/// `mentor review`: what a period brought.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReviewReport<'a> {
    pair: &'a str,
    /// First day of the period.
    since: NaiveDate,
    /// Last day of the period; the same as `as_of_day`.
    as_of: NaiveDate,
    #[serde(flatten)]
    moment: ReportMoment,
    /// Number of the last review that was recorded.
    baseline: Option<Id<Review>>,
    /// Check-ins that were held.
    held: usize,
    /// Check-ins that were missed, or cancelled too late.
    missed: usize,
    /// Check-ins that were cancelled on time.
    cancelled: usize,
    /// Length of all check-ins that were held.
    minutes: u32,
    /// Open goals.
    goals: Vec<GoalProgress<'a>>,
    goals_done: Vec<ClosedGoal<'a>>,
    goals_dropped: Vec<ClosedGoal<'a>>,
    wins: Vec<DatedRecord<'a>>,
    feedback: Vec<FeedbackEntry<'a>>,
    insights: Vec<AdviceEntry<'a>>,
    skills: Vec<SkillLevels<'a>>,
    #[serde(flatten)]
    growth: GrowthEntries<'a>,
    promises: Vec<OutcomeEntry<'a>>,
    decisions: Vec<CheckInText<'a>>,
    blockers: Vec<CheckInText<'a>>,
    /// Approaches that worked.
    approaches: Vec<DatedRecord<'a>>,
    overdue: Vec<OverdueFollowUp<'a>>,
    pulse_differences: Vec<PulseDifference>,
    called_off: Vec<SideCancellations>,
    /// Questions to discuss, in words.
    questions: Vec<String>,
}

/// An open goal.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GoalProgress<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    state: GoalState,
    target: Option<NaiveDate>,
    /// The latest progress, 0 to 100.
    percent: Option<u8>,
    /// Every confidence that was recorded, oldest first.
    confidence: Vec<u8>,
    /// How often the target was moved.
    moves: usize,
    /// By how many days in all; negative: to an earlier day.
    moved_days: i64,
}

impl<'a> From<&'a GoalHistory> for GoalProgress<'a> {
    fn from(history: &'a GoalHistory) -> Self {
        GoalProgress {
            record: (&history.goal).into(),
            state: history.goal.state,
            target: history.goal.target,
            percent: history.percent(),
            confidence: history.confidences(),
            moves: history.moves.len(),
            moved_days: history.moved_days(),
        }
    }
}

/// A goal that was done or dropped.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ClosedGoal<'a> {
    #[serde(flatten)]
    record: DatedRecord<'a>,
    because: Option<&'a str>,
    /// Days after its target; null: in time, dropped, or without a target.
    #[cfg_attr(test, schemars(range(min = 0)))]
    days_late: Option<i64>,
}

impl<'a> From<&'a Record<Goal>> for ClosedGoal<'a> {
    fn from(goal: &'a Record<Goal>) -> Self {
        ClosedGoal {
            record: DatedRecord::new(goal, goal.state_on),
            because: goal.because.as_deref(),
            days_late: goal.days_late(),
        }
    }
}

/// Advice.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AdviceEntry<'a> {
    #[serde(flatten)]
    record: DatedRecord<'a>,
    outcome: Option<AdviceOutcome>,
}

impl<'a> From<&'a Record<Insight>> for AdviceEntry<'a> {
    fn from(advice: &'a Record<Insight>) -> Self {
        AdviceEntry { record: DatedRecord::new(advice, advice.on), outcome: advice.outcome }
    }
}

/// How both sides rate a skill.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SkillLevels<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    /// The mentor's last level minus the mentee's; null: one of them has given none.
    gap: Option<i8>,
    /// The levels that each side gave, oldest first.
    #[serde(flatten)]
    levels: BySide<Vec<u8>>,
}

impl<'a> From<&'a SkillHistory> for SkillLevels<'a> {
    fn from(history: &'a SkillHistory) -> Self {
        SkillLevels {
            record: (&history.skill).into(),
            gap: history.gap(),
            levels: BySide::new(|side| history.levels(side)),
        }
    }
}

/// Introductions, resources and career options that reached a state.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GrowthEntries<'a> {
    introductions: Vec<StateChange<'a, IntroductionState>>,
    resources: Vec<StateChange<'a, ResourceState>>,
    options: Vec<StateChange<'a, OptionState>>,
}

impl<'a> From<&'a ProgressReport> for GrowthEntries<'a> {
    fn from(progress: &'a ProgressReport) -> Self {
        let introductions = progress.introductions.iter();
        let introductions = introductions.map(|one| StateChange::new(one, one.state, one.state_on));
        let resources = progress.resources.iter();
        let resources = resources.map(|one| StateChange::new(one, one.state, one.state_on));
        let options = progress.options.iter();
        let options = options.map(|one| StateChange::new(one, one.state, one.state_on));
        GrowthEntries {
            introductions: introductions.collect(),
            resources: resources.collect(),
            options: options.collect(),
        }
    }
}

/// A record and the state that it reached.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "{S}Change"))]
struct StateChange<'a, S> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    state: S,
    /// Since when.
    on: NaiveDate,
}

impl<'a, S> StateChange<'a, S> {
    fn new<T: PairItem>(record: &'a Record<T>, state: S, on: NaiveDate) -> Self {
        let record = record.into();
        StateChange { record, state, on }
    }
}

/// A decision or a blocker.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CheckInText<'a> {
    /// Number of the check-in in which it was recorded.
    checkin: Id<CheckIn>,
    text: &'a str,
}

/// A follow-up that is overdue.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OverdueFollowUp<'a> {
    id: Id<FollowUp>,
    owner: Side,
    title: &'a str,
    due: NaiveDate,
    #[cfg_attr(test, schemars(range(min = 1)))]
    days_overdue: i64,
}

impl<'a> OverdueFollowUp<'a> {
    /// Returns `None` if it is not overdue for its owner.
    fn new(followup: &'a Record<FollowUp>, progress: &ProgressReport) -> Option<Self> {
        let today = progress.pair.today_of(followup.owner, progress.period.until);
        Some(OverdueFollowUp {
            id: followup.id,
            owner: followup.owner,
            title: &followup.title,
            due: followup.due?,
            days_overdue: followup.days_overdue(today)?,
        })
    }
}

/// A statement of a pulse that the two rate differently.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct PulseDifference {
    statement: &'static str,
    #[serde(flatten)]
    ratings: BySide<u8>,
}

impl PulseDifference {
    fn all(progress: &ProgressReport) -> Vec<Self> {
        let differences = progress.pulse_differences().into_iter();
        let differences = differences.map(|(statement, mentor, mentee)| PulseDifference {
            statement,
            ratings: BySide { mentor, mentee },
        });
        differences.collect()
    }
}

/// Check-ins that did not take place because of one side.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SideCancellations {
    side: Side,
    no_shows: usize,
    cancelled: usize,
}

impl SideCancellations {
    fn new(side: Side, progress: &ProgressReport) -> Self {
        let (no_shows, cancelled) = progress.called_off_by(side);
        SideCancellations { side, no_shows, cancelled }
    }
}

pub fn json(progress: &ProgressReport) -> ReviewReport<'_> {
    let closed = |state| progress.goals(state).map(ClosedGoal::from).collect();
    let overdue = progress.overdue();
    let called_off = Side::ALL.iter().map(|side| SideCancellations::new(*side, progress));
    let wins = progress.wins.iter();
    let worked = progress.approaches_that_worked();
    let questions = progress.questions();
    let questions =
        questions.iter().map(|question| item_points::question(question, progress.is_shared));
    ReviewReport {
        pair: progress.pair.slug(),
        since: progress.period.first_day,
        as_of: progress.period.last_day,
        moment: progress.period.into(),
        baseline: progress.baseline.as_ref().map(|review| review.id),
        held: progress.facts.held.len(),
        missed: progress.missed_checkins().count(),
        cancelled: progress.cancelled_checkins().count(),
        minutes: progress.minutes(),
        goals: progress.open.iter().map(GoalProgress::from).collect(),
        goals_done: closed(GoalState::Done),
        goals_dropped: closed(GoalState::Dropped),
        wins: wins.map(|win| DatedRecord::new(win, win.on)).collect(),
        feedback: progress.all_feedback().map(FeedbackEntry::from).collect(),
        insights: progress.insights.iter().map(AdviceEntry::from).collect(),
        skills: progress.skills_to_discuss().map(SkillLevels::from).collect(),
        growth: progress.into(),
        promises: promise::entries(&progress.outcomes),
        decisions: texts(progress.decisions()),
        blockers: texts(progress.blockers()),
        approaches: worked.map(|one| DatedRecord::new(one, one.on)).collect(),
        overdue: overdue.filter_map(|one| OverdueFollowUp::new(one, progress)).collect(),
        pulse_differences: PulseDifference::all(progress),
        called_off: called_off.collect(),
        questions: questions.collect(),
    }
}

fn texts<'a>(texts: impl Iterator<Item = (&'a Record<CheckIn>, &'a str)>) -> Vec<CheckInText<'a>> {
    let entry = |(call, text): (&Record<CheckIn>, &'a str)| CheckInText { checkin: call.id, text };
    texts.map(entry).collect()
}
