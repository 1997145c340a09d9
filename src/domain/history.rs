//! The whole history of one mentorship, from its first day.

use std::cmp::Reverse;

use crate::domain::agreement::Agreement;
use crate::domain::closing::{Closing, Leftover};
use crate::domain::followup::FollowUp;
use crate::domain::goal::{GoalHistory, GoalState};
use crate::domain::norm::Norm;
use crate::domain::person::Side;
use crate::domain::progress::ProgressReport;
use crate::domain::record::Record;
use crate::domain::review::Review;
use crate::domain::skill::SkillHistory;
use crate::domain::topic::Topic;

#[derive(Clone, Debug)]
pub struct MentorshipHistory {
    /// Covers the first day to the last, or to today.
    pub progress: ProgressReport,
    /// The version in force.
    pub agreement: Option<Record<Agreement>>,
    pub closing: Option<Record<Closing>>,
    /// What was still open when the mentorship ended.
    pub leftovers: Vec<Leftover>,
    /// All goals in any state, by number, as are the lists below.
    pub goals: Vec<GoalHistory>,
    pub followups: Vec<Record<FollowUp>>,
    pub topics: Vec<Record<Topic>>,
    pub norms: Vec<Record<Norm>>,
    pub skills: Vec<SkillHistory>,
    pub reviews: Vec<Record<Review>>,
}

impl MentorshipHistory {
    pub fn goals(&self, state: GoalState) -> impl Iterator<Item = &GoalHistory> {
        let goals = self.goals.iter();
        goals.filter(move |history| history.goal.state == state)
    }

    /// Returns the follow-ups of one side: open ones first, by due day with undated ones last, then the others, newest
    /// first.
    pub fn followups_of(&self, side: Side) -> Vec<&Record<FollowUp>> {
        let own = self.followups.iter().filter(|followup| followup.owner == side);
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|followup| {
            if followup.is_open() {
                (false, followup.due.is_none(), followup.due, None, Reverse(None))
            } else {
                (true, false, None, Some(Reverse(followup.state_on)), Reverse(Some(followup.id)))
            }
        });
        own
    }
}
