//! What a progress review tells: pure calculations over the records of a period.

use chrono::NaiveDate;

use crate::domain::approach::{Approach, Worked};
use crate::domain::checkin::{CheckIn, CheckInState};
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

/// The records of one pair and period, and what follows from them.
#[derive(Clone, Debug)]
pub struct ProgressReport {
    pub pair: PairContext,
    pub period: Period,
    /// The review that this one starts from.
    pub baseline: Option<Record<Review>>,
    pub open: Vec<GoalHistory>,
    pub closed: Vec<GoalHistory>,
    pub facts: PeriodRecords,
    /// Check-ins that are still to be held, soonest first.
    pub planned: Vec<Record<CheckIn>>,
    pub wins: Vec<Record<Win>>,
    pub insights: Vec<Record<Insight>>,
    /// Ways of working that were tried in the period.
    pub approaches: Vec<Record<Approach>>,
    pub skills: Vec<SkillHistory>,
    /// The last pulse that was asked.
    pub pulse: Option<PulseStatus>,
    /// That took a step in the period.
    pub introductions: Vec<Record<Introduction>>,
    /// That were begun, done or dropped in the period.
    pub resources: Vec<Record<Resource>>,
    /// That were added, decided or reopened in the period.
    pub options: Vec<Record<CareerOption>>,
    /// Follow-ups that are open, most urgent first.
    pub followups: Vec<Record<FollowUp>>,
    /// The terms against the facts.
    pub outcomes: Vec<PromiseOutcome>,
    /// Whether it is for the eyes of the other side.
    pub is_shared: bool,
}

impl ProgressReport {
    /// Keeps one goal, and the wins beside it.
    pub fn retain_goal(&mut self, goal: Id<Goal>) {
        self.open.retain(|story| story.goal.id == goal);
        self.closed.retain(|story| story.goal.id == goal);
        self.facts = PeriodRecords::default();
        self.planned.clear();
        self.skills.clear();
        self.outcomes.clear();
    }

    /// Every goal that was open in the period, or closed in it.
    pub fn stories(&self) -> impl Iterator<Item = &GoalHistory> {
        self.open.iter().chain(&self.closed)
    }

    /// Every check-in with the day that it is of in the user's calendar, by day.
    pub fn checkins_by_day(&self) -> Vec<(NaiveDate, &Record<CheckIn>)> {
        let zone = self.pair.user().zone;
        let PeriodRecords { held, missed, .. } = &self.facts;
        let missed = missed
            .iter()
            .filter(|one| one.planned_at.is_some_and(|at| self.period.contains(at)));
        let all = held.iter().chain(missed).chain(&self.planned);
        let dated =
            all.filter_map(|one| Some((one.held_or_planned_at()?.with_timezone(&zone), one)));
        let mut meetings: Vec<_> = dated.collect();
        meetings.sort_by_key(|(at, _)| *at);
        let days = meetings.into_iter();
        days.map(|(at, one)| (at.date_naive(), one)).collect()
    }

    /// Goals that were reached, or dropped, in the period.
    pub fn goals(&self, state: GoalState) -> impl Iterator<Item = &Record<Goal>> {
        let goals = self.closed.iter().map(|story| &story.goal);
        goals.filter(move |goal| goal.state == state)
    }

    /// Goals that were set in the period.
    pub fn goals_added(&self) -> impl Iterator<Item = &GoalHistory> {
        let period = self.period;
        self.open
            .iter()
            .filter(move |story| period.contains(story.goal.created_at))
    }

    /// Skills that were rated in the period, or that the two see differently.
    pub fn skills_to_discuss(&self) -> impl Iterator<Item = &SkillHistory> {
        let period = self.period;
        let is_fresh = move |story: &SkillHistory| {
            let mut ratings = story.ratings.iter();
            ratings.any(|rating| period.contains(self.pair.moment_on(rating.on, rating.created_at)))
        };
        self.skills
            .iter()
            .filter(move |story| is_fresh(story) || story.is_seen_differently())
    }

    /// Advice of the period whose outcome nobody has said, though it is fair to ask.
    pub fn advice_to_follow_up(&self) -> impl Iterator<Item = &Record<Insight>> {
        let today = self.period.last_day;
        let is_due =
            move |one: &&Record<Insight>| one.outcome_due().is_some_and(|due| due <= today);
        self.insights.iter().filter(is_due)
    }

    /// The calls of the period that a side did not come to, or called off too late.
    pub fn missed_checkins(&self) -> impl Iterator<Item = &Record<CheckIn>> {
        self.facts.not_held(self.period)
    }

    /// The calls of the period that were called off in time.
    pub fn cancelled_checkins(&self) -> impl Iterator<Item = &Record<CheckIn>> {
        self.facts.cancelled_checkins(self.period)
    }

    /// Minutes of the held check-ins whose length was logged.
    pub fn minutes(&self) -> u32 {
        let lengths = self.facts.held.iter().filter_map(|checkin| checkin.minutes);
        lengths.map(|minutes| minutes.0).sum()
    }

    /// Whether feedback was given in the period, and not only answered in it.
    fn is_given_in_period(&self, one: &Record<Feedback>) -> bool {
        let given = self.pair.moment_on(one.on, one.created_at);
        self.period.contains(given)
    }

    /// The feedback that was given in the period.
    pub fn all_feedback(&self) -> impl Iterator<Item = &Record<Feedback>> {
        let all = self.facts.feedback.iter();
        all.filter(|one| self.is_given_in_period(one))
    }

    /// The feedback of the period of one kind.
    pub fn feedback(&self, kind: crate::domain::feedback::FeedbackKind) -> Vec<&Record<Feedback>> {
        self.facts
            .feedback
            .iter()
            .filter(|one| one.kind == kind && self.is_given_in_period(one))
            .collect()
    }

    /// What was decided in the calls of the period, with the call it was decided in.
    pub fn decisions(&self) -> impl Iterator<Item = (&Record<CheckIn>, &str)> {
        texts(&self.facts.held, |call| &call.decisions)
    }

    /// What was in the way, with the call in which it was told.
    pub fn blockers(&self) -> impl Iterator<Item = (&Record<CheckIn>, &str)> {
        texts(&self.facts.held, |call| &call.blockers)
    }

    /// Ways of working that were tried and helped.
    pub fn approaches_that_worked(&self) -> impl Iterator<Item = &Record<Approach>> {
        let tried = self.approaches.iter();
        tried.filter(|one| one.worked == Some(Worked::Yes))
    }

    /// Where the two saw it differently in the pulse that was answered in the period.
    pub fn pulse_differences(&self) -> Vec<(&'static str, u8, u8)> {
        let Some(standing) = &self.pulse else {
            return Vec::new();
        };
        let answer = |side| standing.answers.iter().find(|one| one.side == side);
        let moment = |one: &Record<PulseAnswer>| self.pair.moment_on(one.on, one.created_at);
        match (answer(Side::Mentor), answer(Side::Mentee)) {
            (Some(mentor), Some(mentee))
                if self.period.contains(moment(mentor).max(moment(mentee))) =>
            {
                pulse::differences(mentor, mentee)
            }
            _ => Vec::new(),
        }
    }

    /// Follow-ups that are past their day, whoever owes them.
    pub fn overdue(&self) -> impl Iterator<Item = &Record<FollowUp>> {
        let open = self.followups.iter();
        open.filter(|one| {
            let today = self.pair.today_of(one.owner, self.period.until);
            one.days_overdue(today).is_some()
        })
    }

    /// The calls of the period that one side called off, or did not come to, by what became of them.
    pub fn called_off_by(&self, side: Side) -> (usize, usize) {
        let own = |one: &&Record<CheckIn>| one.by == Some(side);
        let missed = self.missed_checkins().filter(own);
        let no_shows = missed.filter(|one| one.state == CheckInState::NoShow);
        let late = self.missed_checkins().filter(own);
        let late = late.filter(|one| one.state == CheckInState::LateCancelled);
        let cancelled = self.cancelled_checkins().filter(own);
        (no_shows.count(), late.count() + cancelled.count())
    }

    /// At most three questions for the talk, each from something that happened and that the figures alone don't say. What
    /// the two can change comes first.
    pub fn questions(&self) -> Vec<DiscussionQuestion<'_>> {
        let mut questions = Vec::new();
        for story in &self.open {
            let confidences = story.confidences();
            let is_fresh = story.entries.iter().any(|entry| {
                let moment = self.pair.moment_on(entry.on, entry.created_at);
                entry.confidence.is_some() && self.period.contains(moment)
            });
            let has_moved = story
                .moves
                .iter()
                .any(|one| self.period.contains(one.created_at));
            if has_moved && story.moves.len() >= 2 {
                questions.push(DiscussionQuestion::Moved(story));
            } else if let Some(last) = confidences.last().filter(|last| **last < 7 && is_fresh) {
                questions.push(DiscussionQuestion::Confidence(
                    story,
                    *last,
                    self.wins.len(),
                ));
            }
        }
        let skills = self.skills_to_discuss();
        let apart = skills.filter(|story| story.is_seen_differently());
        questions.extend(apart.map(DiscussionQuestion::Skill));
        let mut short: Vec<&PromiseOutcome> = self.outcomes.iter().collect();
        short.retain(|one| one.verdict.falls_short() && one.promise != Promise::FollowUps);
        short.dedup_by_key(|one| one.promise);
        let short: Vec<Promise> = short.into_iter().map(|one| one.promise).collect();
        if !short.is_empty() {
            questions.push(DiscussionQuestion::Promises(short));
        }
        let advice: Vec<&Record<Insight>> = self.advice_to_follow_up().collect();
        if !advice.is_empty() {
            questions.push(DiscussionQuestion::Advice(advice));
        }
        questions.truncate(MAX_QUESTIONS);
        questions
    }
}

/// A talk has room for so many.
const MAX_QUESTIONS: usize = 3;

/// Something that happened and is worth asking about.
#[derive(Clone, Debug)]
pub enum DiscussionQuestion<'p> {
    /// The target moved again.
    Moved(&'p GoalHistory),
    /// The confidence is low, beside so many wins.
    Confidence(&'p GoalHistory, u8, usize),
    /// The two rate it differently.
    Skill(&'p SkillHistory),
    /// These fell short.
    Promises(Vec<Promise>),
    /// Nobody has said what came of it.
    Advice(Vec<&'p Record<Insight>>),
}

fn texts(
    held: &[Record<CheckIn>],
    list: impl Fn(&CheckIn) -> &Vec<String>,
) -> impl Iterator<Item = (&Record<CheckIn>, &str)> {
    let all = held.iter();
    all.flat_map(move |call| {
        list(&call.data)
            .iter()
            .map(move |text| (call, text.as_str()))
    })
}
