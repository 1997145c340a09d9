//! Goals of the mentee, with progress, confidence and date moves.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::CheckIn;
use crate::domain::pair::Pair;
use crate::domain::pair_item::{HasState, noun};
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::words;

/// Number of active goals above which a hint is shown: common advice is one to three at a time.
pub const FEW: usize = 3;

words! {
    GoalState {
        Active = "active",
        Paused = "paused",
        Done = "done",
        Dropped = "dropped",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub pair: Id<Pair>,
    pub title: String,
    pub why: Option<String>,
    /// The criterion for having reached it.
    pub done_when: Option<String>,
    /// The day by which to reach it, in the mentee's zone.
    pub target: Option<NaiveDate>,
    /// Support wanted from the mentor.
    pub support: Option<String>,
    pub category: Option<String>,
    pub state: GoalState,
    /// Day of the last transition.
    pub state_on: NaiveDate,
    pub because: Option<String>,
    pub private: bool,
    /// Moment of the last transition. `None`: it was not recorded.
    pub state_at: Option<DateTime<Utc>>,
}

impl Goal {
    pub fn is_open(&self) -> bool {
        matches!(self.state, GoalState::Active | GoalState::Paused)
    }

    /// Returns how many days after its target it was reached. `None`: in time, not yet, or it has no target.
    pub fn days_late(&self) -> Option<i64> {
        let late = (self.state_on - self.target?).num_days();
        (self.state == GoalState::Done && late > 0).then_some(late)
    }
}

/// One entry in the history of a goal: progress, confidence or a note.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalEntry {
    pub pair: Id<Pair>,
    pub goal: Id<Goal>,
    pub on: NaiveDate,
    /// 0 to 100.
    pub percent: Option<u8>,
    /// 1 (none) to 10 (certain), as in GROW's "Will" step; below 7 deserves a question.
    pub confidence: Option<u8>,
    pub note: Option<String>,
    pub checkin: Option<Id<CheckIn>>,
}

/// Why a value was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum GoalValueError {
    #[error("`{0}` is not a percentage from 0 to 100")]
    Percent(String),
    #[error("`{0}` is a difference, and a goal is recorded at its new figure")]
    Difference(String),
    #[error("`{0}` is not a confidence from 1 to 10")]
    Confidence(String),
    /// `example` is how to write a value of this kind with its goal.
    #[error("`{typed}` doesn't say which goal")]
    NoGoal { typed: String, example: &'static str },
}

/// Refuses `+10`, which would parse as 10 although it means 10 more than before, and `-10`.
fn must_be_absolute(typed: &str) -> Result<(), GoalValueError> {
    if typed.trim().starts_with(['+', '-']) {
        Err(GoalValueError::Difference(typed.trim().to_owned()))
    } else {
        Ok(())
    }
}

/// Parses `40` or `40%`.
pub fn percent(typed: &str) -> Result<u8, GoalValueError> {
    must_be_absolute(typed)?;
    typed
        .trim()
        .trim_end_matches('%')
        .trim()
        .parse()
        .ok()
        .filter(|percent| *percent <= 100)
        .ok_or_else(|| GoalValueError::Percent(typed.to_owned()))
}

/// Parses a confidence from `1` to `10`.
pub fn confidence(typed: &str) -> Result<u8, GoalValueError> {
    must_be_absolute(typed)?;
    typed
        .trim()
        .parse()
        .ok()
        .filter(|confidence| (1..=10).contains(confidence))
        .ok_or_else(|| GoalValueError::Confidence(typed.to_owned()))
}

/// Parses `1=40%`: goal 1 is at 40%.
pub fn progress(typed: &str) -> Result<(Id<Goal>, u8), GoalValueError> {
    parse_goal_value(typed, percent, "1=40%")
}

/// Parses `1=7`: the confidence of the mentee in reaching goal 1.
pub fn goal_confidence(typed: &str) -> Result<(Id<Goal>, u8), GoalValueError> {
    parse_goal_value(typed, confidence, "1=7")
}

/// Parses a value assigned to a goal.
fn parse_goal_value(
    typed: &str,
    read: fn(&str) -> Result<u8, GoalValueError>,
    example: &'static str,
) -> Result<(Id<Goal>, u8), GoalValueError> {
    let error = || GoalValueError::NoGoal { typed: typed.to_owned(), example };
    let (goal, figure) = typed.split_once('=').ok_or_else(error)?;
    let number = goal.trim().parse().map_err(|_| error())?;
    Ok((Id::new(number), read(figure)?))
}

words! {
    /// The type of record whose date was moved.
    Moved { Goal = "goal", FollowUp = "followup", CheckIn = "checkin" }
}

/// A change of a target, due or planned date, with its reason. Never deleted or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMove {
    pub pair: Id<Pair>,
    pub what: Moved,
    /// Number of the goal, follow-up or check-in.
    pub number: i64,
    pub on: NaiveDate,
    /// A day for goals and follow-ups, an instant (RFC 3339, UTC) for check-ins. `None`: there was no date before.
    pub from: Option<String>,
    pub to: Option<String>,
    pub because: Option<String>,
    /// The side that moved it. `None`: unknown.
    pub by: Option<Side>,
}

impl DateMove {
    /// Returns the number of days the date moved, positive for later. `None`: it was set or removed.
    pub fn days(&self) -> Option<i64> {
        let day = |text: &Option<String>| {
            let text = text.as_deref()?;
            text.get(..10)?.parse::<NaiveDate>().ok()
        };
        Some((day(&self.to)? - day(&self.from)?).num_days())
    }
}

/// A goal with its entries and date moves.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalHistory {
    pub goal: crate::domain::record::Record<Goal>,
    /// Oldest first.
    pub entries: Vec<crate::domain::record::Record<GoalEntry>>,
    /// Oldest first.
    pub moves: Vec<crate::domain::record::Record<DateMove>>,
}

impl GoalHistory {
    /// Returns the last recorded progress in percent.
    pub fn percent(&self) -> Option<u8> {
        self.entries.iter().rev().find_map(|entry| entry.percent)
    }

    /// Returns all recorded confidences, oldest first.
    pub fn confidences(&self) -> Vec<u8> {
        self.entries.iter().filter_map(|entry| entry.confidence).collect()
    }

    /// Returns all recorded progress with its days, oldest first.
    pub fn percents(&self) -> impl Iterator<Item = (NaiveDate, u8)> {
        let entries = self.entries.iter();
        entries.filter_map(|entry| Some((entry.on, entry.percent?)))
    }

    /// Returns all recorded confidences with their days, oldest first.
    pub fn confidences_by_day(&self) -> impl Iterator<Item = (NaiveDate, u8)> {
        let entries = self.entries.iter();
        entries.filter_map(|entry| Some((entry.on, entry.confidence?)))
    }

    /// Returns when the goal was last changed or received an entry.
    pub fn last_updated(&self) -> DateTime<Utc> {
        let entries = self.entries.iter().map(|entry| entry.created_at);
        entries.chain([self.goal.changed_at]).max().unwrap_or(self.goal.changed_at)
    }

    /// Returns the sum of all moves of the target date, in days.
    pub fn moved_days(&self) -> i64 {
        self.moves.iter().filter_map(|moved| moved.days()).sum()
    }
}

noun!(Goal, "goal", title);

impl HasState for Goal {
    type State = GoalState;

    fn state(&self) -> GoalState {
        self.state
    }

    fn set_state(
        &mut self,
        to: GoalState,
        on: NaiveDate,
        at: DateTime<Utc>,
        because: Option<String>,
    ) {
        self.state = to;
        self.state_on = on;
        self.state_at = Some(at);
        self.because = because;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_of_140_is_refused() {
        assert_eq!(percent("140"), Err(GoalValueError::Percent("140".into())));
        assert_eq!(percent(" 40 % "), Ok(40));
    }

    #[test]
    fn a_relative_figure_is_refused() {
        let refused = |typed: &str| GoalValueError::Difference(typed.to_owned());
        assert_eq!(percent("+10"), Err(refused("+10")));
        assert_eq!(progress("1=+10%"), Err(refused("+10%")));
        assert_eq!(confidence("+1"), Err(refused("+1")));
        assert_eq!(percent("-10%"), Err(refused("-10%")));
    }

    #[test]
    fn progress_parses_as_goal_and_percentage() {
        assert_eq!(progress("1=40%"), Ok((Id::new(1), 40)));
        assert_eq!(
            progress("40%"),
            Err(GoalValueError::NoGoal { typed: "40%".into(), example: "1=40%" })
        );
    }

    #[test]
    fn confidence_ranges_from_one_to_ten() {
        assert_eq!(confidence("10"), Ok(10));
        assert_eq!(confidence("0"), Err(GoalValueError::Confidence("0".into())));
        assert_eq!(confidence("11"), Err(GoalValueError::Confidence("11".into())));
    }
}
