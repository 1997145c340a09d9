//! What a progress review tells: pure calculations over the records of a period.

use chrono::NaiveDate;

use crate::domain::agreement::Terms;
use crate::domain::checkin::CheckIn;
use crate::domain::feedback::Feedback;
use crate::domain::goal::{Goal, GoalState, GoalStory};
use crate::domain::introduction::Introduction;
use crate::domain::note::{Insight, Win};
use crate::domain::option::CareerOption;
use crate::domain::pair::Couple;
use crate::domain::promise::{self, Facts, Outcome, Period, Promise, Verdict};
use crate::domain::record::{Id, Record};
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::skill::SkillStory;

/// The records of one pair and period, and what follows from them.
#[derive(Clone, Debug)]
pub struct Progress {
    pub couple: Couple,
    pub period: Period,
    /// The review that this one starts from.
    pub baseline: Option<Record<Review>>,
    pub open: Vec<GoalStory>,
    pub closed: Vec<GoalStory>,
    /// What was agreed, if anything was.
    pub terms: Terms,
    pub facts: Facts,
    /// Check-ins that are still to be held, soonest first.
    pub planned: Vec<Record<CheckIn>>,
    pub wins: Vec<Record<Win>>,
    pub insights: Vec<Record<Insight>>,
    pub skills: Vec<SkillStory>,
    /// That took a step in the period.
    pub introductions: Vec<Record<Introduction>>,
    /// That were begun, done or dropped in the period.
    pub resources: Vec<Record<Resource>>,
    /// That were added, decided or reopened in the period.
    pub options: Vec<Record<CareerOption>>,
    /// The terms against the facts.
    pub outcomes: Vec<Outcome>,
}

impl Progress {
    /// Keeps only what may be shown to the other side.
    pub fn leave_out_private(&mut self) {
        self.open.retain(|story| !story.goal.private);
        self.closed.retain(|story| !story.goal.private);
        self.facts.leave_out_private();
        self.planned
            .iter_mut()
            .for_each(|one| one.leave_out_private());
        self.wins.retain(|one| !one.private);
        self.insights.retain(|one| !one.private);
        self.skills.retain(|story| !story.skill.private);
        self.introductions.retain(|one| !one.private);
        self.resources.retain(|one| !one.private);
        self.options.retain(|one| !one.private);
        if self.baseline.as_ref().is_some_and(|review| review.private) {
            self.baseline = None;
        }
        self.outcomes = promise::check(&self.terms, &self.couple, self.period, &self.facts);
    }

    /// Keeps one goal, and the wins beside it.
    pub fn only(&mut self, goal: Id<Goal>) {
        self.open.retain(|story| story.goal.id == goal);
        self.closed.retain(|story| story.goal.id == goal);
        self.facts = Facts::default();
        self.planned.clear();
        self.skills.clear();
        self.outcomes.clear();
    }

    /// Every goal that was open in the period, or closed in it.
    pub fn stories(&self) -> impl Iterator<Item = &GoalStory> {
        self.open.iter().chain(&self.closed)
    }

    /// Every check-in with the day that it is of in the user's calendar, by day.
    pub fn meetings(&self) -> Vec<(NaiveDate, &Record<CheckIn>)> {
        let zone = self.couple.user().zone;
        let Facts { held, missed, .. } = &self.facts;
        let all = held.iter().chain(missed).chain(&self.planned);
        let dated = all.filter_map(|one| Some((one.at()?.with_timezone(&zone), one)));
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
    pub fn added(&self) -> impl Iterator<Item = &GoalStory> {
        let zone = self.couple.mentee.zone;
        let since = self.period.since;
        let is_new = move |day: NaiveDate| day >= since;
        self.open
            .iter()
            .filter(move |story| is_new(story.goal.created_at.with_timezone(&zone).date_naive()))
    }

    /// Skills that were rated in the period, or that the two see differently.
    pub fn skills_to_discuss(&self) -> impl Iterator<Item = &SkillStory> {
        let period = self.period;
        let is_fresh = move |story: &SkillStory| {
            let mut ratings = story.ratings.iter();
            ratings.any(|rating| (period.since..=period.until).contains(&rating.on))
        };
        self.skills
            .iter()
            .filter(move |story| is_fresh(story) || story.is_seen_differently())
    }

    /// Advice of the period whose outcome nobody has said, though it is fair to ask.
    pub fn advice_to_follow_up(&self) -> impl Iterator<Item = &Record<Insight>> {
        let until = self.period.until;
        let is_due =
            move |one: &&Record<Insight>| one.outcome_due().is_some_and(|due| due <= until);
        self.insights.iter().filter(is_due)
    }

    /// Minutes of the held check-ins whose length was logged.
    pub fn minutes(&self) -> u32 {
        let lengths = self.facts.held.iter().filter_map(|checkin| checkin.minutes);
        lengths.map(|minutes| minutes.0).sum()
    }

    /// The feedback of the period of one kind.
    pub fn feedback(&self, kind: crate::domain::feedback::FeedbackKind) -> Vec<&Record<Feedback>> {
        self.facts
            .feedback
            .iter()
            .filter(|one| one.kind == kind)
            .collect()
    }

    /// Questions for the talk: what the figures alone don't say.
    pub fn questions(&self) -> Vec<String> {
        let mut questions = Vec::new();
        for story in &self.open {
            let moved = story.moves.len();
            if moved >= 2 {
                questions.push(format!(
                    "goal {} moved {moved} times: is it still the right one?",
                    story.goal.id
                ));
            }
            let confidences = story.confidences();
            if let Some(last) = confidences.last().filter(|last| **last < 7) {
                let wins = self.wins.len();
                questions.push(match wins {
                    0 => format!("confidence in goal {} is {last}: what would make it a point more?", story.goal.id),
                    _ => format!("confidence in goal {} is {last}, with {wins} wins in the period: what do they show?", story.goal.id),
                });
            }
        }
        for story in self
            .skills
            .iter()
            .filter(|story| story.is_seen_differently())
        {
            questions.push(format!(
                "skill {} is seen {} levels apart: what does each of you see?",
                story.skill.id,
                story.gap().unwrap_or_default().unsigned_abs()
            ));
        }
        let advice: Vec<String> = self
            .advice_to_follow_up()
            .map(|one| one.id.to_string())
            .collect();
        if !advice.is_empty() {
            questions.push(format!(
                "what came of the advice in insight {}?",
                advice.join(", ")
            ));
        }
        let mut broken: Vec<&Outcome> = self.outcomes.iter().collect();
        broken.retain(|one| one.verdict == Verdict::Broken && one.promise != Promise::FollowUps);
        broken.dedup_by_key(|one| one.promise);
        for outcome in broken {
            questions.push(format!(
                "{} was agreed as \"{}\": keep it, or change the agreement?",
                outcome.promise, outcome.promised
            ));
        }
        questions
    }
}
