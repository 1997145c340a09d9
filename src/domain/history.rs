//! Everything that is told of one mentorship, from its first day on.

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
    /// From the first day to the last, or to today.
    pub progress: ProgressReport,
    /// The version in force.
    pub agreement: Option<Record<Agreement>>,
    pub closing: Option<Record<Closing>>,
    /// What was open when it ended.
    pub leftovers: Vec<Leftover>,
    /// Whatever became of them, by number; so are those below.
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
        goals.filter(move |story| story.goal.state == state)
    }

    /// What one side has promised: the open first, those with the nearest day before the others; then the rest, newest first.
    pub fn followups_of(&self, side: Side) -> Vec<&Record<FollowUp>> {
        let own = self.followups.iter().filter(|one| one.owner == side);
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|one| {
            if one.is_open() {
                (false, one.due.is_none(), one.due, None, Reverse(None))
            } else {
                (
                    true,
                    false,
                    None,
                    Some(Reverse(one.state_on)),
                    Reverse(Some(one.id)),
                )
            }
        });
        own
    }
}
