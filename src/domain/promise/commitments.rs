//! Follow-ups: each deadline that passed, judged by who owed it on that day.

use chrono::{DateTime, Utc};

use crate::domain::followup::{Commitment, FollowUp, FollowUpState};
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::outcome::Occasion;
use crate::domain::promise::{Citation, Promise, PromiseCheck, PromiseOutcome, judge};
use crate::domain::record::Record;

impl PromiseCheck<'_, '_> {
    pub(super) fn followups(&self, side: Side) -> PromiseOutcome {
        let all = self.facts.followups.iter();
        let all = all.filter(|one| self.is_known_to(side, one.private));
        let occasions = all.flat_map(|one| judge_deadlines(self.history, one));
        let mut own: Vec<Occasion> = occasions
            .filter(|(owner, _)| *owner == side)
            .map(|(_, occasion)| occasion)
            .collect();
        own.retain(|one| self.is_reached(one.at));
        let promised = "by the due date".to_owned();
        judge(Promise::FollowUps, side, promised, "on time", own)
    }
}

/// What became of each deadline of a follow-up that passed, with whoever owed it then.
///
/// Moved, dropped or handed over by the end of its day, a deadline was renegotiated and there is nothing to judge.
/// Afterwards it was missed by its owner of that day, for good; the new day and the new owner begin clean. A day after the
/// last one of the agreement is promised to nobody.
fn judge_deadlines(
    history: &PairHistory<'_>,
    followup: &Record<FollowUp>,
) -> Vec<(Side, Occasion)> {
    let now = followup.commitment();
    let earlier = followup.past.earlier();
    let earlier = earlier.map(|(begin, end, commitment)| (begin, Some(end), *commitment));
    let versions = earlier.chain([(followup.past.changed_last(), None, now)]);
    let mut before: Option<Commitment> = None;
    let mut judged = Vec::new();
    for (begin, end, commitment) in versions {
        let begin = begin.unwrap_or(followup.created_at);
        // What was closed already when its day was changed was judged by the day that it had.
        let was_closed = before.is_some_and(|before| is_same_close(&before, &commitment));
        before = Some(commitment);
        if let (false, Some((at, is_kept))) =
            (was_closed, verdict(history, &commitment, begin, end))
        {
            let cite = Citation::record(followup);
            judged.push((commitment.owner, Occasion { at, is_kept, cite }));
        }
    }
    judged
}

/// Closed on the same day after all under the same commitment, it was open again in between.
fn is_same_close(before: &Commitment, after: &Commitment) -> bool {
    before.state != FollowUpState::Open
        && (before.state, before.state_on) == (after.state, after.state_on)
        && (before.owner, before.due) != (after.owner, after.due)
}

/// When the deadline passed while it was in force, from `begin` to `end`, and whether it was kept.
fn verdict(
    history: &PairHistory<'_>,
    commitment: &Commitment,
    begin: DateTime<Utc>,
    end: Option<DateTime<Utc>>,
) -> Option<(DateTime<Utc>, bool)> {
    let due = commitment.due.filter(|due| !history.is_over_on(*due))?;
    let passes = history.end_of_day(commitment.owner, due);
    let was_in_force = begin < passes && end.is_none_or(|end| passes <= end);
    let closed_by_then = commitment.state_on <= due;
    let is_kept = match commitment.state {
        FollowUpState::Dropped if closed_by_then => return None,
        FollowUpState::Done => closed_by_then,
        FollowUpState::Open | FollowUpState::Dropped => false,
    };
    was_in_force.then_some((passes, is_kept))
}
