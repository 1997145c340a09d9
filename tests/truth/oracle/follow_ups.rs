//! Judging follow-ups: each due day is judged once it has passed.

use chrono::{DateTime, Utc};

use crate::history::{FollowUpState, Side};
use crate::ledger::{FollowUp, Turn};
use crate::oracle::{Oracle, Period, Tally};

impl Oracle<'_> {
    pub(super) fn follow_ups(&self, side: Side, period: Period) -> Tally {
        let visible = self.ledger.followups.iter().filter(|one| self.counts_for(side, one.private));
        let verdicts = visible.flat_map(|one| self.judge_follow_up(one, side));
        self.tally(verdicts, period)
    }

    /// Returns, for each due day that passed while this side owned the follow-up, its end and whether the follow-up was
    /// done by then.
    fn judge_follow_up(&self, one: &FollowUp, side: Side) -> Vec<(DateTime<Utc>, bool)> {
        let mut verdicts = Vec::new();
        for (at, duty) in one.duties.iter().enumerate() {
            let is_theirs = duty.owner == side;
            let Some(due) = duty.due.filter(|due| is_theirs && !self.is_over_on(*due)) else {
                continue;
            };
            let end = self.ledger.end_of_day(side, due);
            let replaced = one.duties.get(at + 1).map(|next| next.since);
            if replaced.is_some_and(|at| at < end) || duty.since >= end {
                continue;
            }
            let stood = one.turn_at(end);
            // A follow-up that was handed over, postponed, dropped or reopened after its due day stays missed.
            let is_theirs = |turn: &&Turn| {
                turn.to == FollowUpState::Done && replaced.is_none_or(|at| turn.when < at)
            };
            let mut later = one.turns.iter().filter(|turn| turn.when >= end).take_while(is_theirs);
            let in_time = |turn: &Turn| turn.to == FollowUpState::Done && turn.on <= due;
            let is_done = match stood {
                Some(turn) if turn.to == FollowUpState::Dropped => continue,
                Some(turn) if turn.to == FollowUpState::Done => in_time(&turn),
                // It may have been done in time and recorded later.
                _ => later.any(in_time),
            };
            verdicts.push((end, is_done));
        }
        verdicts
    }
}
