//! The agenda in JSON.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::checkin::CheckIn;
use crate::domain::due::{SOON, due_items};
use crate::domain::followup::FollowUp;
use crate::domain::goal::GoalHistory;
use crate::domain::goal_concern::Concern;
use crate::domain::insight::Insight;
use crate::domain::introduction::{Introduction, IntroductionState};
use crate::domain::length::Minutes;
use crate::domain::next_call::NextCall;
use crate::domain::norm::Norm;
use crate::domain::person::Side;
use crate::domain::question::Question;
use crate::domain::record::{Id, Record};
use crate::domain::skill::SkillHistory;
use crate::domain::snapshot::PairSnapshot;
use crate::domain::topic::Topic;
use crate::domain::zone::Tz;
use crate::view::json::parts::{
    CheckInOutcome, DatedRecord, FeedbackEntry, ReportMoment, TitledRecord,
};
use crate::view::reports::due::{self, DueEntry};
use crate::view::reports::promise::{self, OutcomeEntry};
use crate::view::reports::shift::ClockChangeEntry;

/// `mentor agenda`: what to talk about at the next check-in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Agenda<'a> {
    /// The same as `as_of_moment`.
    as_of: DateTime<Utc>,
    #[serde(flatten)]
    moment: ReportMoment,
    pair: &'a str,
    next: Option<NextCheckIn<'a>>,
    clock_changes: Vec<ClockChangeEntry>,
    #[serde(flatten)]
    last: CheckInOutcome<'a>,
    /// Since the last check-in.
    wins: Vec<DatedRecord<'a>>,
    /// Open follow-ups, most urgent first.
    followups: Vec<OpenFollowUp<'a>>,
    topics: Vec<OpenTopic<'a>>,
    /// Goals that need attention.
    goals: Vec<GoalConcern<'a>>,
    /// Feedback without a response.
    feedback: Vec<FeedbackEntry<'a>>,
    /// Questions without an answer, oldest first.
    questions: Vec<OpenQuestion<'a>>,
    /// Skills that the two rate differently.
    skills: Vec<SkillGap<'a>>,
    introductions: Vec<OpenIntroduction<'a>>,
    /// Numbers of the pieces of advice without a recorded outcome.
    advice: Vec<Id<Insight>>,
    /// Numbers of the pieces of advice to explain from memory.
    recalls: Vec<Id<Insight>>,
    /// Numbers of the working agreements that have no answer yet.
    norms: Vec<Id<Norm>>,
    /// Promises that were not kept.
    out_of_step: Vec<OutcomeEntry<'a>>,
    due: Vec<DueEntry>,
    /// Conflicts and deletion requests to decide now; 0 in a report of an earlier day.
    to_decide: usize,
}

/// The next check-in.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct NextCheckIn<'a> {
    /// Null: agreed, without a record yet.
    id: Option<Id<CheckIn>>,
    at: DateTime<Utc>,
    /// The IANA zone in which it keeps its hour.
    zone: Tz,
    minutes: Option<Minutes>,
    channel: Option<&'a str>,
}

impl<'a> From<NextCall<'a>> for NextCheckIn<'a> {
    fn from(next: NextCall<'a>) -> Self {
        NextCheckIn {
            id: next.checkin.map(|checkin| checkin.id),
            at: next.at,
            zone: next.zone,
            minutes: next.minutes,
            channel: next.channel,
        }
    }
}

/// An open follow-up.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OpenFollowUp<'a> {
    id: Id<FollowUp>,
    owner: Side,
    title: &'a str,
    due: Option<NaiveDate>,
    /// 0: due today or later, or at no time.
    #[cfg_attr(test, schemars(range(min = 0)))]
    days_overdue: i64,
    private: bool,
}

impl<'a> OpenFollowUp<'a> {
    fn new(followup: &'a Record<FollowUp>, snapshot: &PairSnapshot) -> Self {
        let today = snapshot.today_of(followup.owner).day;
        OpenFollowUp {
            id: followup.id,
            owner: followup.owner,
            title: &followup.title,
            due: followup.due,
            days_overdue: followup.days_overdue(today).unwrap_or(0),
            private: followup.private,
        }
    }
}

/// A topic to talk about.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OpenTopic<'a> {
    id: Id<Topic>,
    from: Side,
    title: &'a str,
    /// How many check-ins have passed without it.
    #[cfg_attr(test, schemars(range(min = 0)))]
    carried: i64,
    private: bool,
}

impl<'a> OpenTopic<'a> {
    fn new(topic: &'a Record<Topic>, carried: i64) -> Self {
        OpenTopic {
            id: topic.id,
            from: topic.from,
            title: &topic.title,
            carried,
            private: topic.private,
        }
    }
}

/// A goal that needs attention.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GoalConcern<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    /// Why it needs attention.
    concern: Concern,
    target: Option<NaiveDate>,
    /// The latest progress, 0 to 100.
    percent: Option<u8>,
    /// Every confidence that was recorded, oldest first.
    confidence: Vec<u8>,
}

impl<'a> GoalConcern<'a> {
    fn new(history: &'a GoalHistory, concern: Concern) -> Self {
        GoalConcern {
            record: (&history.goal).into(),
            concern,
            target: history.goal.target,
            percent: history.percent(),
            confidence: history.confidences(),
        }
    }
}

/// A question without an answer.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OpenQuestion<'a> {
    id: Id<Question>,
    from: Side,
    title: &'a str,
    /// The day that was set for it, or that follows from the agreed reply time.
    answer_due: Option<NaiveDate>,
    private: bool,
}

impl<'a> OpenQuestion<'a> {
    fn new(question: &'a Record<Question>, snapshot: &PairSnapshot) -> Self {
        OpenQuestion {
            id: question.id,
            from: question.from,
            title: &question.title,
            answer_due: snapshot.answer_by(question),
            private: question.private,
        }
    }
}

/// A skill that the two rate differently.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SkillGap<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    /// The mentor's level minus the mentee's.
    gap: Option<i8>,
}

impl<'a> From<&'a SkillHistory> for SkillGap<'a> {
    fn from(history: &'a SkillHistory) -> Self {
        SkillGap { record: (&history.skill).into(), gap: history.gap() }
    }
}

/// An introduction under way.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OpenIntroduction<'a> {
    #[serde(flatten)]
    record: TitledRecord<'a>,
    state: IntroductionState,
    since: NaiveDate,
}

impl<'a> From<&'a Record<Introduction>> for OpenIntroduction<'a> {
    fn from(introduction: &'a Record<Introduction>) -> Self {
        OpenIntroduction {
            record: introduction.into(),
            state: introduction.state,
            since: introduction.state_on,
        }
    }
}

pub fn json(snapshot: &PairSnapshot) -> Agenda<'_> {
    let talk = &snapshot.talk;
    let followups = snapshot.followups.iter();
    let topics = talk.topics.iter();
    let goals = snapshot.goals_to_discuss().into_iter();
    let questions = snapshot.questions.iter();
    let introductions = snapshot.introductions.iter();
    let wins = talk.wins.iter().map(|win| DatedRecord::new(win, win.on));
    let norms = talk.norms.iter().filter(|norm| !norm.is_answered());
    let outcomes = talk.outcomes.iter();
    Agenda {
        as_of: snapshot.now.at,
        moment: snapshot.into(),
        pair: snapshot.pair.slug(),
        next: snapshot.next_call().map(NextCheckIn::from),
        clock_changes: snapshot.shifts().iter().map(ClockChangeEntry::new).collect(),
        last: snapshot.last_held.as_ref().map(CheckInOutcome::from).unwrap_or_default(),
        wins: wins.collect(),
        followups: followups.map(|one| OpenFollowUp::new(one, snapshot)).collect(),
        topics: topics.map(|(topic, carried)| OpenTopic::new(topic, *carried)).collect(),
        goals: goals.map(|(history, concern)| GoalConcern::new(history, concern)).collect(),
        feedback: snapshot.feedback.iter().map(FeedbackEntry::from).collect(),
        questions: questions.map(|one| OpenQuestion::new(one, snapshot)).collect(),
        skills: talk.skills.iter().map(SkillGap::from).collect(),
        introductions: introductions.map(OpenIntroduction::from).collect(),
        advice: snapshot.advice.iter().map(|advice| advice.id).collect(),
        recalls: talk.recalls.iter().map(|advice| advice.id).collect(),
        norms: norms.map(|norm| norm.id).collect(),
        out_of_step: promise::entries(outcomes.filter(|outcome| outcome.verdict.falls_short())),
        due: due::entries(&due_items(snapshot, SOON)),
        to_decide: snapshot.undecided,
    }
}
