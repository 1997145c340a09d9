//! Evaluates the promises of the agreement, for each side and under the terms in force on each day.
//!
//! Each occasion counts once, in the period of the moment at which its outcome was final, so that consecutive periods
//! add up.

mod answers;
mod cadence;
mod commitments;
mod fixed_cadence;
mod minutes;
mod notice;
mod outcome;
mod reviews;
mod rhythm;

use std::fmt::Display;

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

pub use cadence::{call_deadline, call_deadlines, call_due};
pub use notice::is_within_notice;
pub use outcome::{AgreedTerms, Citation, PromiseOutcome, Verdict};
pub use reviews::review_due;

use outcome::{AgreedClause, count, counted_outcome, outcome_of};

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
    /// Returns the name in reports: the plural of what is counted.
    pub fn label(self) -> &'static str {
        match self {
            Promise::Reply => "replies",
            Promise::Review => "reviews",
            other => other.word(),
        }
    }
}

/// The records of one pair that are needed to evaluate its promises in a period.
#[derive(Clone, Debug, Default)]
pub struct PeriodRecords {
    /// Check-ins held in the period, oldest first.
    pub held: Vec<Record<CheckIn>>,
    /// When the check-ins before the period were held, oldest first; loaded only for a rhythm that counts from the last
    /// one.
    pub held_before: Vec<DateTime<Utc>>,
    /// Check-ins that were cancelled, cancelled late or missed in the period.
    pub missed: Vec<Record<CheckIn>>,
    /// Check-ins that are still planned.
    pub planned: Vec<Record<CheckIn>>,
    /// Moves of check-ins.
    pub moves: Vec<Record<DateMove>>,
    /// Follow-ups of both sides with a deadline in the period.
    pub followups: Vec<Record<FollowUp>>,
    /// Feedback that was given, answered or overdue in the period.
    pub feedback: Vec<Record<Feedback>>,
    /// Questions that were asked, answered or overdue in the period.
    pub questions: Vec<Record<Question>>,
    /// Days away of both people.
    pub aways: Vec<Record<Away>>,
    /// Reviews held until the end of the period, oldest first.
    pub reviews: Vec<Record<Review>>,
    /// Check-ins outside the period that count for an occurrence of a fixed rhythm in it.
    pub beside: Vec<Record<CheckIn>>,
}

impl PeriodRecords {
    /// Returns the calls of the period that a side missed or called off too late.
    pub fn not_held(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let called_off = self.called_off(period);
        called_off.filter(|checkin| checkin.state != CheckInState::Cancelled)
    }

    /// Returns the calls of the period that were called off in time.
    pub fn cancelled_checkins(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let called_off = self.called_off(period);
        called_off.filter(|checkin| checkin.state == CheckInState::Cancelled)
    }

    fn called_off(&self, period: Period) -> impl Iterator<Item = &Record<CheckIn>> {
        let missed = self.missed.iter();
        missed.filter(move |checkin| checkin.called_off_at().is_some_and(|at| period.contains(at)))
    }
}

/// The half-open stretch of time that a report covers: it excludes `since`, which belongs to the period before, and
/// includes `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// First day, in the user's zone.
    pub first_day: NaiveDate,
    /// Last day, in the user's zone.
    pub last_day: NaiveDate,
}

impl Period {
    pub fn contains(self, at: DateTime<Utc>) -> bool {
        self.since < at && at <= self.until
    }
}

/// Evaluates every promise of the agreement against the records. Promises of each side come in pairs, the mentor's
/// outcome first.
pub fn evaluate(
    history: &PairHistory<'_>,
    period: Period,
    facts: &PeriodRecords,
) -> Vec<PromiseOutcome> {
    let reports = earlier_reports(history, facts);
    let agreed = reports.iter().map(|end| history.agreed_by(*end)).collect();
    let check = PromiseCheck { history, period, facts, reports, agreed };
    let mut outcomes = Vec::new();
    outcomes.extend(check.cadence());
    outcomes.extend(check.length());
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.replies(*side)));
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.responses(*side)));
    outcomes.extend(Side::ALL.iter().filter_map(|side| check.notice(*side)));
    outcomes.extend(check.reviews());
    outcomes.extend(check.hours());
    if !history.is_accepted() {
        // Terms that are not accepted are shown, but nothing is evaluated against them.
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
    // A due day is a promise of its own, independent of the agreement.
    outcomes.extend(Side::ALL.iter().map(|side| check.followups(*side)));
    outcomes
}

struct PromiseCheck<'c, 'a> {
    history: &'c PairHistory<'a>,
    period: Period,
    facts: &'c PeriodRecords,
    /// The ends of the reports before this one, oldest first. What was missed by then stays missed, so that the reports
    /// add up.
    reports: Vec<DateTime<Utc>>,
    /// For each of these reports, the history with the agreement that was known at its end.
    agreed: Vec<PairHistory<'a>>,
}

/// Returns the period by which the agreement is judged in a report that starts with a review. A review held before both
/// had accepted the agreement judged nothing, so the report after it goes back to the first day.
pub fn judged_period(history: &PairHistory<'_>, period: Period, facts: &PeriodRecords) -> Period {
    let pair = history.pair();
    let starts_with_review =
        facts.reviews.iter().any(|review| pair.moment_of(review) == period.since);
    let first = history.first_day().map(|day| (day, pair.start_of_pair_day(day)));
    let first = first.filter(|(_, begins)| *begins < period.since);
    let was_unjudged = history.is_accepted() && !is_judged_by(history, period.since);
    match first.filter(|_| starts_with_review && was_unjudged) {
        Some((first_day, since)) => Period { since, first_day, ..period },
        None => period,
    }
}

/// Whether both had accepted the agreement by the moment of a review.
fn is_judged_by(history: &PairHistory<'_>, at: DateTime<Utc>) -> bool {
    history.accepted_at().is_some_and(|accepted| accepted <= at)
}

fn earlier_reports(history: &PairHistory<'_>, facts: &PeriodRecords) -> Vec<DateTime<Utc>> {
    let reviewed = facts.reviews.iter().map(|review| history.pair().moment_of(review));
    let mut ends: Vec<DateTime<Utc>> = reviewed.filter(|at| is_judged_by(history, *at)).collect();
    ends.sort_unstable();
    ends
}

impl PromiseCheck<'_, '_> {
    /// Returns a clause in the different versions of the period. `None`: nothing was agreed.
    fn promised_terms(
        &self,
        clause: impl Fn(&AgreementTerms) -> Option<AgreedClause>,
    ) -> Option<AgreedTerms> {
        let last = self.history.pair_day(self.period.until);
        let first = self.history.pair_day(self.period.since);
        let versions = self.history.versions();
        let mut clauses: Vec<AgreedClause> = Vec::new();
        for (index, version) in versions.iter().enumerate() {
            let next = versions.get(index + 1).map(|next| next.from);
            let is_past = next.is_some_and(|next| next <= first);
            if is_past || version.from > last && !clauses.is_empty() {
                continue;
            }
            if let Some(agreed) = clause(&version.agreement.terms)
                && clauses.last() != Some(&agreed)
            {
                clauses.push(agreed);
            }
        }
        (!clauses.is_empty()).then_some(AgreedTerms { clauses })
    }

    /// Like `promised_terms`, for clauses that read the same in every style.
    fn promised_text<C: Display>(
        &self,
        clause: impl Fn(&AgreementTerms) -> Option<C>,
    ) -> Option<AgreedTerms> {
        self.promised_terms(|terms| Some(AgreedClause::Text(clause(terms)?.to_string())))
    }

    /// Whether a side can know of a record; only the user knows of private ones.
    fn is_known_to(&self, side: Side, is_private: bool) -> bool {
        !is_private || side == self.history.pair().user_side()
    }

    /// Whether an outcome that was final at `at` falls into the period and not after the end of the mentorship.
    fn is_reached(&self, at: DateTime<Utc>) -> bool {
        self.period.contains(at) && self.history.ended_at().is_none_or(|end| at <= end)
    }

    /// Returns the history by which something that happened at `at` is judged: with the agreement that was known at the
    /// end of its report. A version whose acceptance was entered later doesn't change what that report told.
    fn history_at(&self, at: DateTime<Utc>) -> &PairHistory<'_> {
        let report = self.reports.partition_point(|end| *end < at);
        self.agreed.get(report).unwrap_or(self.history)
    }

    fn terms_at(&self, at: DateTime<Utc>) -> Option<&AgreementTerms> {
        self.history_at(at).terms_on(self.history.pair_day(at))
    }
}

/// Whether an agreement was in force on the pair day that ended at `at`.
fn is_promised_until(history: &PairHistory<'_>, at: DateTime<Utc>) -> bool {
    let day = history.pair_day(at - TimeDelta::seconds(1));
    history.terms_on(day).is_some()
}

#[cfg(test)]
mod tests;
