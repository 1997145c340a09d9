//! Follow-ups: each day that somebody owed something by, once it has passed.

use chrono::{DateTime, Utc};

use crate::history::{FollowUpState, Side};
use crate::ledger::{FollowUp, Turn};
use crate::oracle::{Period, Reckoning, Tally};

impl Reckoning<'_> {
    pub(super) fn follow_ups(&self, side: Side, period: Period) -> Tally {
        let visible = self
            .ledger
            .followups
            .iter()
            .filter(|one| self.may_see(one.private));
        let verdicts = visible.flat_map(|one| self.judge_follow_up(one, side));
        self.tally(verdicts, period)
    }

    /// Each day of this follow-up that passed while it was this side's, and whether it was done by then.
    fn judge_follow_up(&self, one: &FollowUp, side: Side) -> Vec<(DateTime<Utc>, bool)> {
        let mut verdicts = Vec::new();
        for (at, duty) in one.duties.iter().enumerate() {
            let Some(due) = duty.due.filter(|_| duty.owner == side) else {
                continue;
            };
            let end = self.ledger.end_of_day(side, due);
            let replaced = one.duties.get(at + 1).map(|next| next.since);
            if replaced.is_some_and(|at| at < end) || duty.since >= end {
                continue;
            }
            let stood = one.turn_at(end).map_or(FollowUpState::Open, |turn| turn.to);
            // What somebody else did later is not theirs.
            let is_theirs = |turn: &&Turn| replaced.is_none_or(|at| turn.when < at);
            let mut later = one
                .turns
                .iter()
                .filter(|turn| turn.when >= end)
                .take_while(is_theirs);
            let is_done = match stood {
                FollowUpState::Dropped => continue,
                FollowUpState::Done => true,
                // It had been done, and was told only later.
                FollowUpState::Open => {
                    later.any(|turn| turn.to == FollowUpState::Done && turn.on <= due)
                }
            };
            verdicts.push((end, is_done));
        }
        verdicts
    }
}
