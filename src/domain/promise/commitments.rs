//! The promise to do follow-ups by their due days.

use chrono::{DateTime, Utc};

use crate::domain::followup::{Commitment, FollowUp, FollowUpState};
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::outcome::Occasion;
use crate::domain::promise::{
    AgreedTerms, Citation, Promise, PromiseCheck, PromiseOutcome, outcome_of,
};
use crate::domain::record::Record;

impl PromiseCheck<'_, '_> {
    pub(super) fn followups(&self, side: Side) -> PromiseOutcome {
        let followups = self.facts.followups.iter();
        let known = followups.filter(|followup| self.is_known_to(side, followup.private));
        let occasions = known.flat_map(|followup| evaluate_deadlines(self.history, followup));
        let mut own: Vec<Occasion> =
            occasions.filter(|(owner, _)| *owner == side).map(|(_, occasion)| occasion).collect();
        own.retain(|occasion| self.is_reached(occasion.at));
        let promised = AgreedTerms::from_text("by the due date");
        outcome_of(Promise::FollowUps, side, promised, "on time", own)
    }
}

/// Evaluates each deadline of a follow-up that passed, for its owner at that time.
///
/// A follow-up that was moved, dropped or handed over before the end of its due day was renegotiated and does not
/// count. After that day, the deadline stays missed by its owner of that day, while the new due day or owner starts
/// afresh. Due days after the end of the agreement don't count.
fn evaluate_deadlines(
    history: &PairHistory<'_>,
    followup: &Record<FollowUp>,
) -> Vec<(Side, Occasion)> {
    let current = followup.commitment();
    let earlier = followup.past.earlier();
    let earlier = earlier.map(|(begin, end, commitment)| (begin, Some(end), *commitment));
    let commitments = earlier.chain([(followup.past.changed_last(), None, current)]);
    let mut before: Option<Commitment> = None;
    let mut occasions = Vec::new();
    for (begin, end, commitment) in commitments {
        // A follow-up that was already closed when its due day changed has been evaluated by the earlier day.
        let was_closed = before.is_some_and(|before| is_same_close(&before, &commitment));
        before = Some(commitment);
        let passed = passed_deadline(history, followup, &commitment, begin, end);
        if let (false, Some((at, is_kept))) = (was_closed, passed) {
            let cite = Citation::record(followup);
            occasions.push((commitment.owner, Occasion { at, is_kept, cite }));
        }
    }
    occasions
}

/// Whether a change concerns only the owner or due day of a follow-up that stayed closed. If both are the same but
/// it was closed twice on one day, it was reopened in between.
fn is_same_close(before: &Commitment, after: &Commitment) -> bool {
    before.state != FollowUpState::Open
        && (before.state, before.state_on) == (after.state, after.state_on)
        && (before.owner, before.due) != (after.owner, after.due)
}

/// Returns when the deadline of a commitment passed and whether it was kept. `None`: it did not pass while the
/// commitment was in force, from `begin` (`None`: since it was added) to `end`, or the follow-up was dropped in time.
fn passed_deadline(
    history: &PairHistory<'_>,
    followup: &Record<FollowUp>,
    commitment: &Commitment,
    begin: Option<DateTime<Utc>>,
    end: Option<DateTime<Utc>>,
) -> Option<(DateTime<Utc>, bool)> {
    let due = commitment.due.filter(|due| !history.is_over_on(*due))?;
    let passes = history.end_of_day(commitment.owner, due);
    let was_in_force =
        begin.unwrap_or(followup.created_at) < passes && end.is_none_or(|end| passes <= end);
    let is_closed_in_time = commitment.state_on <= due;
    let is_kept = match commitment.state {
        // The moment of the drop decides if it is known. A zone that was entered later may have changed its day.
        FollowUpState::Dropped if begin.is_some() || is_closed_in_time => return None,
        FollowUpState::Done => is_closed_in_time,
        FollowUpState::Open | FollowUpState::Dropped => false,
    };
    was_in_force.then_some((passes, is_kept))
}
