//! Where one pair stands: what agenda, brief, due and status look at.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::agreement::{Agreement, Terms};
use crate::domain::approach::Approach;
use crate::domain::away::{Away, Pauses};
use crate::domain::checkin::CheckIn;
use crate::domain::feedback::Feedback;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{Goal, GoalState, GoalStory};
use crate::domain::introduction::Introduction;
use crate::domain::norm::Norm;
use crate::domain::note::{Insight, Win};
use crate::domain::pair::Couple;
use crate::domain::person::Side;
use crate::domain::promise::{self, Facts, Outcome, Period};
use crate::domain::pulse::{self, Pulse, PulseAnswer, PulseState};
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::reply::Clock;
use crate::domain::resource::Resource;
use crate::domain::review::Review;
use crate::domain::shift::{self, Shift};
use crate::domain::skill::SkillStory;
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
    /// Follow-ups that are overdue whoever owes them, if they were only counted.
    pub counted_overdue: usize,
    pub goals: Vec<GoalStory>,
    pub last_review: Option<Record<Review>>,
    /// Days away of both, from the last held check-in on.
    pub aways: Vec<Record<Away>>,
    /// That wait for an answer, oldest first.
    pub questions: Vec<Record<Question>>,
    pub pulse: Option<PulseStanding>,
    /// That are on their way.
    pub introductions: Vec<Record<Introduction>>,
    /// Advice of the last months of which nobody has said what came.
    pub advice: Vec<Record<Insight>>,
    /// What is only looked at before a talk.
    pub talk: Talk,
}

/// The last pulse that was asked.
#[derive(Clone, Debug)]
pub struct PulseStanding {
    pub pulse: Record<Pulse>,
    pub answers: Vec<Record<PulseAnswer>>,
}

impl PulseStanding {
    /// The sides that have not answered yet.
    pub fn waits_for(&self) -> impl Iterator<Item = Side> {
        let is_open = self.pulse.state == PulseState::Open;
        let has_answered = |side: Side| self.answers.iter().any(|one| one.side == side);
        let sides = Side::ALL.iter().copied();
        sides.filter(move |side| is_open && !has_answered(*side))
    }
}

/// What agenda and brief look at beyond what is due.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    /// With how often each was carried.
    pub topics: Vec<(Record<Topic>, i64)>,
    pub feedback: Vec<Record<Feedback>>,
    /// Since the last held check-in.
    pub wins: Vec<Record<Win>>,
    /// Of the last six weeks: evidence beside a low confidence.
    pub recent_wins: Vec<Record<Win>>,
    /// What happened since the agreement began.
    pub facts: Facts,
    /// The agreement against it.
    pub outcomes: Vec<Outcome>,
    /// That come back to be explained from memory.
    pub recalls: Vec<Record<Insight>>,
    /// That the two see differently.
    pub skills: Vec<SkillStory>,
    pub norms: Vec<Record<Norm>>,
    pub approaches: Vec<Record<Approach>>,
    /// That were begun, or done since the last held check-in.
    pub resources: Vec<Record<Resource>>,
}

impl Situation {
    /// Keeps only what may be shown to the other side.
    pub fn leave_out_private(&mut self) {
        self.followups.retain(|one| !one.private);
        self.goals.retain(|story| !story.goal.private);
        self.questions.retain(|one| !one.private);
        self.introductions.retain(|one| !one.private);
        self.advice.retain(|one| !one.private);
        self.talk.topics.retain(|(one, _)| !one.private);
        self.talk.feedback.retain(|one| !one.private);
        self.talk.wins.retain(|one| !one.private);
        self.talk.recent_wins.retain(|one| !one.private);
        self.talk.facts.leave_out_private();
        self.talk.outcomes = self.outcomes();
        self.talk.recalls.retain(|one| !one.private);
        self.talk.skills.retain(|story| !story.skill.private);
        self.talk.resources.retain(|one| !one.private);
        self.talk.approaches.retain(|one| !one.private);
        if let Some(last) = &mut self.last_held {
            last.leave_out_private();
        }
    }

    /// How long the agreement in force has been one.
    pub fn agreed(&self) -> Option<Period> {
        let agreement = self.agreement.as_ref()?;
        let zone = self.couple.user().zone;
        let recorded = agreement.created_at.with_timezone(&zone).date_naive();
        Some(Period {
            since: agreement.terms.starts.unwrap_or(recorded),
            until: self.today(),
        })
    }

    /// The agreement against the facts.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let checked = self.terms().zip(self.agreed());
        let checked = checked
            .map(|(terms, period)| promise::check(terms, &self.couple, period, &self.talk.facts));
        checked.unwrap_or_default()
    }

    pub fn terms(&self) -> Option<&Terms> {
        self.agreement.as_ref().map(|agreement| &agreement.terms)
    }

    /// Today in the user's calendar.
    pub fn today(&self) -> NaiveDate {
        self.today_of(self.couple.me())
    }

    pub fn today_of(&self, side: Side) -> NaiveDate {
        self.couple.today_of(side, self.now)
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
        let pauses = Pauses::of(self.aways.iter().map(|away| &away.it));
        let zone = self.couple.user().zone;
        Some(terms.cadence?.due_by(held, start, zone, &pauses))
    }

    /// The day by which a question is to be answered: what the answerer said, or else what was agreed.
    pub fn answer_by(&self, question: &Question) -> Option<NaiveDate> {
        let side = question.answerer();
        let within = self.terms().and_then(|terms| terms.replies_within(side));
        let clock = Clock::of(self.couple.person(side), &self.aways);
        let agreed = within.map(|within| clock.last_day(question.asked_at, within));
        question.answer_by.or(agreed)
    }

    /// The day on which the next pulse should be asked, if there is an agreement to begin from.
    pub fn pulse_on(&self) -> Option<NaiveDate> {
        let begun = self.terms()?.starts?;
        Some(pulse::next(
            begun,
            self.pulse.as_ref().map(|standing| standing.pulse.on),
        ))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::length::Span;
    use crate::domain::record::Record;
    use crate::domain::sample::{self, on};

    /// Both answer within two working days.
    fn agreed() -> Situation {
        let mut situation = sample::situation("2026-12-01");
        let within = Span::parse("2 working days").ok();
        situation.agreement = Some(sample::agreement(Terms {
            mentor_replies_within: within,
            mentee_replies_within: within,
            ..Terms::default()
        }));
        situation
    }

    #[test]
    fn an_answer_is_due_as_agreed_on_the_answerers_days() {
        let mut situation = agreed();
        let question = sample::question(Side::Mentor, "2026-12-04T09:00:00Z");
        assert_eq!(situation.answer_by(&question), Some(on("2026-12-08")));
        let ill = sample::away(2, "2026-12-07", "2026-12-08");
        situation.aways.push(Record::numbered(1, ill));
        assert_eq!(situation.answer_by(&question), Some(on("2026-12-10")));
        let from_mentee = sample::question(Side::Mentee, "2026-12-04T09:00:00Z");
        assert_eq!(
            situation.answer_by(&from_mentee),
            Some(on("2026-12-08")),
            "the mentor is there"
        );
    }

    #[test]
    fn a_promised_day_takes_the_place_of_the_agreed_one() {
        let mut question = sample::question(Side::Mentor, "2026-12-04T09:00:00Z");
        question.answer_by = Some(on("2026-12-18"));
        assert_eq!(agreed().answer_by(&question), Some(on("2026-12-18")));
    }

    #[test]
    fn without_a_promise_no_answer_is_due() {
        let question = sample::question(Side::Mentor, "2026-12-04T09:00:00Z");
        let situation = sample::situation("2026-12-04");
        assert_eq!(situation.answer_by(&question), None);
    }

    #[test]
    fn what_is_private_is_left_out_wherever_it_stands() {
        let mut situation = agreed();
        let mut question = sample::question(Side::Mentor, "2026-12-04T09:00:00Z");
        question.private = true;
        let mut insight = sample::insight("2026-12-01");
        insight.private = true;
        let mut introduction = sample::introduction("Kim", "2026-12-01");
        introduction.private = true;
        situation.questions.push(question);
        situation
            .introductions
            .push(Record::numbered(1, introduction));
        situation.advice.push(Record::numbered(1, insight.clone()));
        situation.talk.recalls.push(Record::numbered(1, insight));
        situation.leave_out_private();
        assert!(situation.questions.is_empty() && situation.introductions.is_empty());
        assert!(situation.advice.is_empty() && situation.talk.recalls.is_empty());
    }
}
