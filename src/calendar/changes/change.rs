//! What a calendar changes in the check-ins, and what is only reported.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::event_origin::EventOrigin;
use crate::domain::followup::FollowUp;
use crate::domain::goal::Goal;
use crate::domain::length::Minutes;
use crate::domain::pair::PairContext;
use crate::domain::record::Id;

/// The check-in that a change applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeTarget {
    Known(Id<CheckIn>),
    /// The agreed occurrence at this time, which has no record yet.
    Agreed(DateTime<Utc>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeAction {
    Cancel,
    /// `None`: unchanged.
    Edit {
        start: Option<DateTime<Utc>>,
        length: Option<Minutes>,
        place: Option<String>,
    },
}

/// A change to apply to a check-in.
#[derive(Clone, Debug)]
pub struct CalendarChange {
    /// The line at which the event starts.
    pub line: usize,
    pub pair: PairContext,
    pub target: ChangeTarget,
    pub planned: Option<DateTime<Utc>>,
    pub action: ChangeAction,
    /// When the event was changed, if the calendar program recorded it.
    pub at: Option<DateTime<Utc>>,
    /// The version of the event, if the check-in was planned from an earlier one.
    pub origin: Option<EventOrigin>,
}

impl CalendarChange {
    /// Returns when the check-in is to start, if it is moved.
    pub fn new_start(&self) -> Option<DateTime<Utc>> {
        match self.action {
            ChangeAction::Edit { start, .. } => start,
            ChangeAction::Cancel => None,
        }
    }
}

/// A difference that is reported but not applied.
#[derive(Clone, Debug)]
pub struct CalendarRemark {
    pub line: usize,
    pub pair: PairContext,
    pub matter: RemarkMatter,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RemarkMatter {
    Rhythm(RhythmRemark),
    Todo(TodoRecord, TodoRemark),
    /// A different time was proposed: the check-in, if it has a record, its planned time, and the proposed one.
    Proposal(Option<Id<CheckIn>>, Option<DateTime<Utc>>, DateTime<Utc>),
    /// A participant declined: the planned time and their address.
    Declined(Option<DateTime<Utc>>, String),
    /// The event was changed to a whole day, so the planned time of day is kept.
    WholeDay(NaiveDate),
    /// The event is longer than a day or shorter than a minute.
    Length,
    /// A check-in that is no longer planned was moved.
    Closed(Id<CheckIn>, CheckInState),
    /// A planned check-in was moved to a time that has passed.
    Past(Option<Id<CheckIn>>, DateTime<Utc>),
    /// A check-in that is no longer planned was cancelled.
    ClosedCancelled(Id<CheckIn>, CheckInState),
    /// A single check-in was turned into a recurring event; and whether the pair has an agreement.
    Repeats(Id<CheckIn>, bool),
    /// The event replaces an occurrence that was never agreed.
    NotAgreed(DateTime<Utc>),
}

/// How a rhythm differs in the calendar. It is agreed by two people, so a calendar does not change it.
#[derive(Clone, Debug, PartialEq)]
pub enum RhythmRemark {
    /// The whole rhythm was cancelled.
    Cancelled,
    /// The rhythm ends early, with this occurrence.
    Ends(DateTime<Utc>),
    /// The rhythm has different times: the first of them, and the cadence as it can be typed.
    Moved(DateTime<Utc>, Option<String>),
    /// The rhythm continues in a separate event: its start, and the cadence as it can be typed.
    Continues(DateTime<Utc>, Option<String>),
    Length(Minutes),
    Place(String),
    /// The rhythm was moved or cancelled, but not the check-in that is planned for one of its occurrences: its planned
    /// time, and whether the rhythm was cancelled.
    Without(Id<CheckIn>, DateTime<Utc>, bool),
    /// The occurrence at this time and all following ones were changed; only this one is applied.
    Following(DateTime<Utc>),
}

/// The record that mentor wrote as a to-do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TodoRecord {
    FollowUp(Id<FollowUp>),
    Goal(Id<Goal>),
}

/// How the to-do of an open record differs in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TodoRemark {
    Done,
    Cancelled,
    Due(NaiveDate),
}

/// The result of comparing a calendar with the check-ins.
#[derive(Clone, Debug, Default)]
pub struct CalendarChanges {
    pub changes: Vec<CalendarChange>,
    pub remarks: Vec<CalendarRemark>,
    /// The number of ignored events whose check-in was changed later.
    pub older: usize,
    /// The number of events that don't belong to check-ins.
    pub others: usize,
    /// The number of to-dos that don't belong to follow-ups and goals.
    pub other_todos: usize,
}
