//! Where one pair stands: what agenda, brief, due and status look at.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::agreement::{Agreement, AgreementTerms};
use crate::domain::approach::Approach;
use crate::domain::away::{Away, Pauses};
use crate::domain::cadence::{Cadence, TOLERANCE};
use crate::domain::checkin::{CheckIn, USUAL};
use crate::domain::feedback::Feedback;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{Goal, GoalHistory, GoalState};
use crate::domain::insight::{Insight, Win};
use crate::domain::introduction::Introduction;
use crate::domain::next_call::{FirstPlan, FixedRhythm, NextCall};
use crate::domain::norm::Norm;
use crate::domain::offset_mismatch::{self, OffsetMismatch};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::pair_history::{self, PairHistory};
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
use crate::words;

/// The records of one pair that are open, at one moment.
#[derive(Clone, Debug)]
pub struct PairSnapshot {
    pub pair: PairContext,
    pub now: DateTime<Utc>,
    /// Every version of the agreement, oldest first.
    pub versions: Vec<Record<Agreement>>,
    /// Soonest first; those whose time has passed are still to be logged.
    pub planned: Vec<Record<CheckIn>>,
    pub last_held: Option<Record<CheckIn>>,
    /// When the last call was held that stands for an agreed one; a fixed rhythm goes on from it.
    pub last_agreed: Option<DateTime<Utc>>,
    /// Most urgent first.
    pub followups: Vec<Record<FollowUp>>,
    /// Follow-ups that are overdue whoever owes them, if they were only counted.
    pub counted_overdue: usize,
    pub goals: Vec<GoalHistory>,
    pub last_review: Option<Record<Review>>,
    /// What the check-ins since the last held one were first planned for; only where a fixed rhythm is agreed.
    pub first_plans: Vec<FirstPlan>,
    /// Days away of both, from the last held check-in on.
    pub aways: Vec<Record<Away>>,
    /// That wait for an answer, oldest first.
    pub questions: Vec<Record<Question>>,
    /// That has no answer yet, by day; for what is due only where answers were agreed on.
    pub feedback: Vec<Record<Feedback>>,
    pub pulse: Option<PulseStatus>,
    /// That are on their way.
    pub introductions: Vec<Record<Introduction>>,
    /// Advice of the last months of which nobody has said what came.
    pub advice: Vec<Record<Insight>>,
    /// How many parts of records both sides wrote at the same time, without a decision; only of today.
    pub undecided: usize,
    /// What is only looked at before a talk.
    pub talk: AgendaRecords,
}

/// The last pulse that was asked.
#[derive(Clone, Debug)]
pub struct PulseStatus {
    pub pulse: Record<Pulse>,
    pub answers: Vec<Record<PulseAnswer>>,
}

impl PulseStatus {
    /// The sides that have not answered yet.
    pub fn pending_sides(&self) -> impl Iterator<Item = Side> {
        let is_open = self.pulse.state == PulseState::Open;
        let has_answered = |side: Side| self.answers.iter().any(|one| one.side == side);
        let sides = Side::ALL.iter().copied();
        sides.filter(move |side| is_open && !has_answered(*side))
    }
}

/// What agenda and brief look at beyond what is due.
#[derive(Clone, Debug, Default)]
pub struct AgendaRecords {
    /// With how often each was carried.
    pub topics: Vec<(Record<Topic>, i64)>,
    /// Since the last held check-in.
    pub wins: Vec<Record<Win>>,
    /// Of the last six weeks: evidence beside a low confidence.
    pub recent_wins: Vec<Record<Win>>,
    /// What happened since the agreement began.
    pub facts: PeriodRecords,
    /// The agreement against it.
    pub outcomes: Vec<PromiseOutcome>,
    /// That come back to be explained from memory.
    pub recalls: Vec<Record<Insight>>,
    /// That the two see differently.
    pub skills: Vec<SkillHistory>,
    pub norms: Vec<Record<Norm>>,
    pub approaches: Vec<Record<Approach>>,
    /// That were begun, or done since the last held check-in.
    pub resources: Vec<Record<Resource>>,
}

impl PairSnapshot {
    /// What was in force on each day.
    pub fn history(&self) -> PairHistory<'_> {
        PairHistory::new(&self.pair, &self.versions, &self.aways)
    }

    /// From the first day of the agreement until now.
    pub fn agreement_period(&self) -> Option<Period> {
        let first = self.history().first_day()?;
        Some(self.pair.period_from(first, self.now))
    }

    /// The agreement against the facts.
    pub fn outcomes(&self) -> Vec<PromiseOutcome> {
        let period = self.agreement_period();
        let facts = &self.talk.facts;
        let checked = period.map(|period| promise::evaluate(&self.history(), period, facts));
        checked.unwrap_or_default()
    }

    /// The newest version of the agreement.
    pub fn newest(&self) -> Option<&Record<Agreement>> {
        self.versions.last()
    }

    /// The version that the two go by today.
    pub fn agreement(&self) -> Option<&Record<Agreement>> {
        let today = self.pair.pair_day(self.now);
        pair_history::version_on(&self.pair, &self.versions, today)
    }

    pub fn terms(&self) -> Option<&AgreementTerms> {
        self.agreement().map(|agreement| &agreement.terms)
    }

    /// Today in the user's calendar.
    pub fn today(&self) -> NaiveDate {
        self.today_of(self.pair.user_side())
    }

    /// Today for both: a day that has passed for one of them is still on.
    pub fn pair_today(&self) -> NaiveDate {
        self.pair.pair_day(self.now)
    }

    pub fn today_of(&self, side: Side) -> NaiveDate {
        self.pair.today_of(side, self.now)
    }

    /// The planned check-in that comes next, or is under way.
    pub fn next(&self) -> Option<&Record<CheckIn>> {
        self.planned.iter().find(|one| !one.has_ended(self.now))
    }

    /// Planned check-ins whose time is over.
    pub fn to_log(&self) -> impl Iterator<Item = &Record<CheckIn>> {
        self.planned.iter().filter(|one| one.has_ended(self.now))
    }

    /// The call that comes next, or is under way: planned, or agreed by a fixed rhythm, whichever is earlier.
    pub fn next_call(&self) -> Option<NextCall<'_>> {
        let length = self.terms().and_then(|terms| terms.length).unwrap_or(USUAL);
        let planned = self.next().and_then(NextCall::planned);
        let agreed = self.agreed_after(self.now - length.delta());
        [planned, agreed]
            .into_iter()
            .flatten()
            .min_by_key(|one| one.at)
    }

    /// The call after another one.
    pub fn call_after(&self, one: &NextCall<'_>) -> Option<NextCall<'_>> {
        let planned = self.planned.iter().filter_map(NextCall::planned);
        let planned = planned
            .filter(|other| other.at > one.at)
            .min_by_key(|one| one.at);
        let agreed = self.agreed_after(one.at);
        [planned, agreed]
            .into_iter()
            .flatten()
            .min_by_key(|one| one.at)
    }

    /// The first agreed call of a fixed rhythm that begins after `after` and has no check-in in its place.
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
        FixedRhythm {
            terms,
            start: self.start(),
            first_plans: &self.first_plans,
            pauses,
        }
    }

    /// The first day of the agreement's rhythm.
    pub fn start(&self) -> NaiveDate {
        let starts = self.terms().and_then(|terms| terms.starts);
        starts.unwrap_or_else(|| self.today())
    }

    pub fn pauses(&self) -> Pauses {
        self.history().pauses()
    }

    /// The day by which the next check-in is to take place, if a rhythm is agreed: afterwards it is late.
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

    /// The agreed call of a fixed rhythm that is due: the first after the last one that was held.
    fn due_call(&self) -> Option<DateTime<Utc>> {
        let pauses = self.pauses();
        self.rhythm(self.terms()?, &pauses)
            .due_after(self.last_agreed)
    }

    /// The moment of the agreed call that is due and whose time is over: somebody has yet to say what became of it.
    pub fn unlogged_call(&self) -> Option<DateTime<Utc>> {
        let length = self.terms()?.length.unwrap_or(USUAL);
        let due = self.due_call()?;
        (due + length.delta() <= self.now).then_some(due)
    }

    /// Whether a check-in stands for a day of the fixed rhythm: one that was first planned for it, or that is planned near it.
    pub fn is_planned_for(&self, day: NaiveDate) -> bool {
        let anchor = self.terms().and_then(|terms| terms.cadence?.anchor());
        let zone = anchor.map_or(self.pair.user().zone, |(_, zone)| zone);
        let history = self.history();
        let day_of = |at: DateTime<Utc>| history.call_day(at, zone);
        let standing = self.first_plans.iter().filter(|plan| !plan.is_off);
        let mut own = standing.filter(|plan| plan.was_planned && day_of(plan.at) == day);
        let planned = self.planned.iter().filter_map(|one| one.planned_at);
        let mut near = planned.filter(|at| (day_of(*at) - day).num_days().abs() <= TOLERANCE);
        own.next().is_some() || near.next().is_some()
    }

    /// The agreed call of a fixed rhythm that has begun since `since` and has no check-in in its place: the last one.
    pub fn agreed_since(&self, since: DateTime<Utc>) -> Option<NextCall<'_>> {
        let agreed =
            std::iter::successors(self.agreed_after(since), |one| self.agreed_after(one.at));
        agreed.take_while(|one| one.at <= self.now).last()
    }

    /// The day by which a question is to be answered: what the answerer said, or else what was agreed when it was asked.
    pub fn answer_by(&self, question: &Question) -> Option<NaiveDate> {
        let history = self.history();
        let agreed = || reply::answer_due(&history, question).and_then(|due| due.day);
        question.answer_by.or_else(agreed)
    }

    /// The day by which progress should be reviewed.
    pub fn review_by(&self) -> Option<NaiveDate> {
        let last = self.last_review.as_ref().map(|review| review.on);
        promise::review_due(&self.history(), last)
    }

    /// For whom the next call, or else the one after, falls at another hour than the last one did, since clocks have
    /// changed in between.
    pub fn shifts(&self) -> Vec<(Side, OffsetMismatch)> {
        let next = self.next_call();
        let after = next.and_then(|next| self.call_after(&next));
        let mut calls: Vec<_> = [next, after].into_iter().flatten().collect();
        calls.retain(|one| !self.shifts_of(one.at, one.zone).is_empty());
        match (next, calls.first()) {
            (_, Some(call)) => self.shifts_of(call.at, call.zone),
            (None, None) => self.shifts_of_the_due_day(),
            (Some(_), None) => Vec::new(),
        }
    }

    /// The same, if the call is within so many days.
    pub fn shifts_within(&self, days: u64) -> Vec<(Side, OffsetMismatch)> {
        let zone = self.pair.user().zone;
        let last = self.today().checked_add_days(Days::new(days));
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        let mut shifts = self.shifts();
        shifts.retain(|(_, shift)| last.is_some_and(|last| day(shift.call) <= last));
        shifts
    }

    /// Where none is planned, the next call will be about the day by which the two should meet.
    fn shifts_of_the_due_day(&self) -> Vec<(Side, OffsetMismatch)> {
        let zone = self.pair.user().zone;
        let held = self.last_held.as_ref().and_then(|checkin| checkin.held_at);
        let usual = held.unwrap_or(self.now).with_timezone(&zone).time();
        let due = self
            .meet_by()
            .map(|day| zone::resolve_wall_clock(day.and_time(usual), zone));
        due.map(|at| self.shifts_of(at, zone)).unwrap_or_default()
    }

    fn shifts_of(&self, call: DateTime<Utc>, anchor: Tz) -> Vec<(Side, OffsetMismatch)> {
        let held = self.last_held.as_ref().and_then(|checkin| checkin.held_at);
        offset_mismatch::for_both(&self.pair, anchor, held.unwrap_or(self.now), call)
    }

    /// The goals that need a word, and why.
    pub fn goals_to_discuss(&self) -> Vec<(&GoalHistory, Concern)> {
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
pub struct RecentChanges {
    pub since: DateTime<Utc>,
    pub closed: Vec<Record<FollowUp>>,
    pub goals_closed: Vec<Record<Goal>>,
}

impl RecentChanges {
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

impl Concern {
    /// The concern as people read it.
    pub fn label(self) -> &'static str {
        match self {
            Concern::Past => "past its target date",
            Concern::Low => "confidence below 7",
            Concern::Quiet => "no update for 4 weeks",
            Concern::Near | Concern::Falling => self.word(),
        }
    }
}

/// A target within two weeks is near; confidence under 7 is worth a question (GROW); four weeks are quiet.
fn concern(story: &GoalHistory, today: NaiveDate, now: DateTime<Utc>) -> Option<Concern> {
    let left = story.goal.target.map(|target| (target - today).num_days());
    let confidences = story.confidences();
    let falls = matches!(confidences.as_slice(), [.., before, last] if last < before);
    match left {
        Some(..0) => Some(Concern::Past),
        Some(0..=14) => Some(Concern::Near),
        _ if falls => Some(Concern::Falling),
        _ if confidences.last().is_some_and(|last| *last < 7) => Some(Concern::Low),
        _ if (now - story.last_updated()).num_days() >= 28 => Some(Concern::Quiet),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::length::Span;
    use crate::domain::record::Record;
    use crate::domain::test_data::{self, date};

    /// Both answer within two working days.
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
    fn an_answer_is_due_as_agreed_on_the_answerers_days() {
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
    fn a_promised_day_takes_the_place_of_the_agreed_one() {
        let mut question = test_data::question(Side::Mentor, "2026-12-04T09:00:00Z");
        question.answer_by = Some(date("2026-12-18"));
        assert_eq!(
            agreement_period().answer_by(&question),
            Some(date("2026-12-18"))
        );
    }

    #[test]
    fn without_a_promise_no_answer_is_due() {
        let question = test_data::question(Side::Mentor, "2026-12-04T09:00:00Z");
        let snapshot = test_data::snapshot("2026-12-04");
        assert_eq!(snapshot.answer_by(&question), None);
    }
}
