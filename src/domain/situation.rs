//! Where one pair stands: what agenda, brief, due and status look at.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::agreement::{Agreement, Terms};
use crate::domain::checkin::CheckIn;
use crate::domain::feedback::Feedback;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{Goal, GoalState, GoalStory};
use crate::domain::note::Win;
use crate::domain::pair::Couple;
use crate::domain::person::Side;
use crate::domain::promise::{self, Outcome};
use crate::domain::record::Record;
use crate::domain::review::Review;
use crate::domain::shift::{self, Shift};
use crate::domain::topic::Topic;
use crate::words;

/// The records of one pair that are open, at one moment.
#[derive(Clone, Debug)]
pub struct Situation {
    pub couple: Couple,
    pub now: DateTime<Utc>,
    /// The newest version of the agreement.
    pub newest: Option<Record<Agreement>>,
    /// The version in force.
    pub agreement: Option<Record<Agreement>>,
    /// Soonest first; those whose time has passed are still to be logged.
    pub planned: Vec<Record<CheckIn>>,
    pub last_held: Option<Record<CheckIn>>,
    /// Most urgent first.
    pub followups: Vec<Record<FollowUp>>,
    /// With how often each was carried.
    pub topics: Vec<(Record<Topic>, i64)>,
    pub goals: Vec<GoalStory>,
    pub feedback: Vec<Record<Feedback>>,
    /// Since the last held check-in.
    pub wins: Vec<Record<Win>>,
    pub last_review: Option<Record<Review>>,
    /// The agreement against what happened, if it was asked for.
    pub outcomes: Vec<Outcome>,
}

impl Situation {
    /// Keeps only what may be shown to the other side.
    pub fn leave_out_private(&mut self) {
        self.followups.retain(|one| !one.private);
        self.topics.retain(|(one, _)| !one.private);
        self.goals.retain(|story| !story.goal.private);
        self.feedback.retain(|one| !one.private);
        self.wins.retain(|one| !one.private);
        if let Some(last) = self.last_held.as_mut().filter(|last| last.private) {
            last.next_topic = None;
            last.notes = None;
        }
    }

    pub fn terms(&self) -> Option<&Terms> {
        self.agreement.as_ref().map(|agreement| &agreement.terms)
    }

    /// Today in the user's calendar.
    pub fn today(&self) -> NaiveDate {
        self.today_of(self.couple.me())
    }

    pub fn today_of(&self, side: Side) -> NaiveDate {
        self.now
            .with_timezone(&self.couple.person(side).zone)
            .date_naive()
    }

    /// The planned check-in that comes next.
    pub fn next(&self) -> Option<&Record<CheckIn>> {
        self.planned
            .iter()
            .find(|one| one.planned_at.is_some_and(|at| at >= self.now))
    }

    /// Planned check-ins whose time has passed.
    pub fn to_log(&self) -> impl Iterator<Item = &Record<CheckIn>> {
        self.planned
            .iter()
            .filter(|one| one.planned_at.is_some_and(|at| at < self.now))
    }

    /// The day by which the next check-in should take place, if a rhythm is agreed.
    pub fn meet_by(&self) -> Option<NaiveDate> {
        let terms = self.terms()?;
        let start = terms.starts.unwrap_or_else(|| self.today());
        let held = self.last_held.as_ref().and_then(|checkin| checkin.held_at);
        Some(terms.cadence?.due_by(held, start, self.couple.user().zone))
    }

    /// The day by which progress should be reviewed.
    pub fn review_by(&self) -> Option<NaiveDate> {
        promise::next_review(
            self.terms()?,
            self.last_review.as_ref().map(|review| review.on),
        )
    }

    /// The weeks in the next two months in which a regular time falls at another hour for the other side.
    pub fn shifts(&self) -> Vec<Shift> {
        let ahead = chrono::Days::new(60);
        let until = self.today().checked_add_days(ahead).unwrap_or(self.today());
        shift::between(
            self.couple.user().zone,
            self.couple.partner().zone,
            self.today(),
            until,
        )
    }

    /// The goals that need a word, and why.
    pub fn goals_to_discuss(&self) -> Vec<(&GoalStory, Concern)> {
        let today = self.today_of(Side::Mentee);
        let active = self
            .goals
            .iter()
            .filter(|story| story.goal.state == GoalState::Active);
        active
            .filter_map(|story| Some((story, concern(story, today, self.now)?)))
            .collect()
    }
}

/// What was closed since the last held check-in.
#[derive(Clone, Debug)]
pub struct Changes {
    pub since: DateTime<Utc>,
    pub closed: Vec<Record<FollowUp>>,
    pub goals_closed: Vec<Record<Goal>>,
}

impl Changes {
    /// The follow-ups that a side has done.
    pub fn done_by(&self, side: Side) -> impl Iterator<Item = &Record<FollowUp>> {
        let done = self
            .closed
            .iter()
            .filter(|one| one.state == FollowUpState::Done);
        done.filter(move |one| one.owner == side)
    }
}

words! {
    /// Why a goal needs a word.
    Concern {
        Past = "past its target",
        Near = "target is near",
        Falling = "confidence is falling",
        Low = "confidence is under 7",
        Quiet = "not touched for 4 weeks",
    }
}

/// A target within two weeks is near; confidence under 7 is worth a question (GROW); four weeks are quiet.
fn concern(story: &GoalStory, today: NaiveDate, now: DateTime<Utc>) -> Option<Concern> {
    let left = story.goal.target.map(|target| (target - today).num_days());
    let confidences = story.confidences();
    let falls = matches!(confidences.as_slice(), [.., before, last] if last < before);
    match left {
        Some(..0) => Some(Concern::Past),
        Some(0..=14) => Some(Concern::Near),
        _ if falls => Some(Concern::Falling),
        _ if confidences.last().is_some_and(|last| *last < 7) => Some(Concern::Low),
        _ if (now - story.touched_at()).num_days() >= 28 => Some(Concern::Quiet),
        _ => None,
    }
}
