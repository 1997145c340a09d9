//! The agreement checked against what happened: each promise, for each side, under the terms of its own day.
//!
//! Everything is judged once, at the moment at which it could not change any more, and counts in the period of that
//! moment: consecutive periods add up to the whole.

mod answers;
mod cadence;
mod commitments;
mod minutes;
mod notice;
mod outcome;
mod reviews;
mod rhythm;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::agreement::AgreementTerms;
use crate::domain::away::Away;
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::feedback::Feedback;
use crate::domain::followup::FollowUp;
use crate::domain::goal::DateMove;
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::question::Question;
use crate::domain::record::Record;
use crate::domain::review::Review;
use crate::words;

pub use cadence::{call_deadline, call_due};
pub use notice::is_within_notice;
pub use outcome::{Citation, PromiseOutcome, Verdict};
pub use reviews::review_due;

use outcome::{count, counted_outcome, judge};

words! {
    /// A clause of the agreement that can be measured.
    Promise {
        Cadence = "cadence",
        Length = "length",
        Reply = "reply",
        Feedback = "feedback",
        Notice = "notice",
        Review = "review",
        Hours = "hours",
        FollowUps = "follow-ups",
    }
}

impl Promise {
    /// What reports call it: more than one of what is counted.
    pub fn label(self) -> &'static str {
        match self {
            Promise::Reply => "replies",
            Promise::Review => "reviews",
            other => other.word(),
        }
    }
}

/// The records of one pair that a period is judged by.
#[derive(Clone, Debug, Default)]
pub struct PeriodRecords {
    /// Held in the period, oldest first.
    pub held: Vec<Record<CheckIn>>,
    /// The call that was held last before the period.
    pub held_before: Option<Record<CheckIn>>,
    /// Cancelled, late-cancelled and missed in the period.
    pub missed: Vec<Record<CheckIn>>,
    /// Still planned.
    pub planned: Vec<Record<CheckIn>>,
    /// Moves of check-ins.
    pub moves: Vec<Record<DateMove>>,
    /// With a deadline in the period, whoever owed it then.
    pub followups: Vec<Record<FollowUp>>,
    /// Given in the period, or answered or overdue in it.
    pub feedback: Vec<Record<Feedback>>,
    /// Asked in the period, or answered or overdue in it.
    pub questions: Vec<Record<Question>>,
    /// Of both people.
    pub aways: Vec<Record<Away>>,
    /// Held in the period, oldest first.
    pub reviews: Vec<Record<Review>>,
    /// The review that was held last before the period.
    pub review_before: Option<Record<Review>>,
    /// Calls outside the period that stand for a time of a fixed rhythm in it.
    pub beside: Vec<Record<CheckIn>>,
}

impl PeriodRecords {
    /// The calls of the period that did not take place: those that a side did not come to, or called off too late.
    pub fn not_held(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let off = self.called_off(period);
        off.filter(|one| one.state != CheckInState::Cancelled)
    }

    /// The calls of the period that were called off in time.
    pub fn cancelled_checkins(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let off = self.called_off(period);
        off.filter(|one| one.state == CheckInState::Cancelled)
    }

    fn called_off(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let missed = self.missed.iter();
        missed.filter(move |one| one.called_off_at().is_some_and(|at| period.contains(at)))
    }
}

/// A stretch of time, half-open: what happened at `since` belongs to the one before, what happened at `until` to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// The first and the last day, in the calendar of whoever reads.
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

impl Period {
    pub fn contains(self, at: DateTime<Utc>) -> bool {
        self.since < at && at <= self.until
    }
}

/// Every promise of the agreement against `facts`. The mentor's figure stands beside the mentee's wherever sides are
/// counted.
pub fn evaluate(
    history: &PairHistory<'_>,
    period: Period,
    facts: &PeriodRecords,
) -> Vec<PromiseOutcome> {
    let check = PromiseCheck {
        history,
        period,
        facts,
    };
    let mut outcomes = Vec::new();
    outcomes.extend(check.cadence());
    outcomes.extend(check.length());
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.replies(*side)));
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.responses(*side)));
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.notice(*side)));
    outcomes.extend(check.reviews());
    outcomes.extend(check.hours());
    if !history.is_accepted() {
        // What only one side has said is shown, and judges nobody.
        for outcome in &mut outcomes {
            *outcome = counted_outcome(
                outcome.promise,
                outcome.side,
                std::mem::take(&mut outcome.promised),
                0,
                0,
                Vec::new(),
            );
        }
    }
    // A due day is a promise of its own, whatever else was agreed.
    outcomes.extend(Side::ALL.iter().map(|side| check.followups(*side)));
    outcomes
}

struct PromiseCheck<'c, 'a> {
    history: &'c PairHistory<'a>,
    period: Period,
    facts: &'c PeriodRecords,
}

impl PromiseCheck<'_, '_> {
    /// What was agreed in the period, in the words of each version that had it. `None`: nothing was.
    fn promised_terms(&self, clause: impl Fn(&AgreementTerms) -> Option<String>) -> Option<String> {
        let last = self.history.pair_day(self.period.until);
        let first = self.history.pair_day(self.period.since);
        let versions = self.history.versions();
        let mut told: Vec<String> = Vec::new();
        for (at, version) in versions.iter().enumerate() {
            let next = versions.get(at + 1).map(|next| next.from);
            let is_past = next.is_some_and(|next| next <= first);
            if is_past || version.from > last && !told.is_empty() {
                continue;
            }
            if let Some(text) = clause(&version.agreement.terms)
                && told.last() != Some(&text)
            {
                told.push(text);
            }
        }
        (!told.is_empty()).then(|| told.join(", then "))
    }

    /// Whether a side knows of a record that asks something of it: what is private is only the user's.
    fn is_known_to(&self, side: Side, is_private: bool) -> bool {
        !is_private || side == self.history.pair().user_side()
    }

    /// Whether a verdict was reached in the period, before the mentorship ended.
    fn is_reached(&self, at: DateTime<Utc>) -> bool {
        self.period.contains(at) && self.history.ended_at().is_none_or(|end| at <= end)
    }

    /// Whether anything was promised for the day that ended with a moment: nothing is after the last day of the agreement.
    fn is_promised_until(&self, at: DateTime<Utc>) -> bool {
        let day = self.history.pair_day(at - TimeDelta::seconds(1));
        self.history.terms_on(day).is_some()
    }

    fn terms_at(&self, at: DateTime<Utc>) -> Option<&AgreementTerms> {
        self.history.terms_on(self.history.pair_day(at))
    }
}

#[cfg(test)]
mod tests;
