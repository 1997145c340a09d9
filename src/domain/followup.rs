//! Something a side will do, with an owner and, mostly, a due date. A goal's steps are follow-ups of the mentee.

use chrono::NaiveDate;

use crate::domain::checkin::CheckIn;
use crate::domain::goal::Goal;
use crate::domain::noun::{noun, states};
use crate::domain::pair::Pair;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::words;

words! {
    FollowUpState { Open = "open", Done = "done", Dropped = "dropped" }
}

#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    pub pair: Id<Pair>,
    pub owner: Side,
    pub title: String,
    /// A day in the owner's calendar.
    pub due: Option<NaiveDate>,
    /// The goal it is a step of.
    pub goal: Option<Id<Goal>>,
    /// The check-in in which it was agreed.
    pub checkin: Option<Id<CheckIn>>,
    pub state: FollowUpState,
    /// Day of the last change of state: when it was done, in the owner's calendar.
    pub state_on: NaiveDate,
    pub because: Option<String>,
    pub private: bool,
}

impl FollowUp {
    pub fn is_open(&self) -> bool {
        self.state == FollowUpState::Open
    }

    /// Days past the due day; none while there is time left, or when it is closed.
    pub fn days_overdue(&self, today: NaiveDate) -> Option<i64> {
        let late = (today - self.due?).num_days();
        (self.is_open() && late > 0).then_some(late)
    }

    /// Whether a promise with a date was kept in time; none if it had no date, was dropped, or is still running.
    pub fn kept(&self, today: NaiveDate) -> Option<bool> {
        let due = self.due?;
        match self.state {
            FollowUpState::Done => Some(self.state_on <= due),
            FollowUpState::Open if today > due => Some(false),
            FollowUpState::Open | FollowUpState::Dropped => None,
        }
    }
}

/// Why a line such as `mentee: draft the RFC by fri` was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LineError {
    #[error("`{0}` does not say whose it is")]
    NoOwner(String),
    #[error("`{owner}` is not in this pair")]
    Stranger { owner: String },
    #[error("`{0}` says what nobody has to do: the text is empty")]
    Empty(String),
}

/// A follow-up as typed in one line: `OWNER: what to do [by DAY]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    pub owner: &'a str,
    pub title: &'a str,
    /// What comes after the last ` by `; it may still be part of the title if it is not a day.
    pub by: Option<(&'a str, &'a str)>,
}

impl<'a> Line<'a> {
    pub fn split(typed: &'a str) -> Result<Line<'a>, LineError> {
        let (owner, rest) = typed
            .split_once(':')
            .ok_or_else(|| LineError::NoOwner(typed.to_owned()))?;
        let title = rest.trim();
        if title.is_empty() {
            return Err(LineError::Empty(typed.to_owned()));
        }
        let by = title
            .rsplit_once(" by ")
            .map(|(before, day)| (before.trim(), day.trim()));
        Ok(Line {
            owner: owner.trim(),
            title,
            by,
        })
    }
}

noun!(FollowUp, "follow-up", title);
states!(FollowUp, FollowUpState);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_owner_title_and_day() {
        let line = Line::split("mentee: draft the RFC by fri");
        assert_eq!(
            line,
            Ok(Line {
                owner: "mentee",
                title: "draft the RFC by fri",
                by: Some(("draft the RFC", "fri"))
            })
        );
    }

    #[test]
    fn a_line_without_an_owner_is_refused() {
        assert!(matches!(
            Line::split("draft the RFC"),
            Err(LineError::NoOwner(_))
        ));
    }
}
