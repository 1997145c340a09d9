//! Check-ins: planned, held, cancelled or missed calls, with their log.

use std::borrow::Cow;

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::length::Minutes;
use crate::domain::pair::Pair;
use crate::domain::pair_item::PairItem;
use crate::domain::person::Side;
use crate::domain::record::Id;
use crate::domain::slots::Slot;
use crate::domain::zone::Tz;
use crate::words;

/// The length of a check-in if none is given.
pub const USUAL: Minutes = Minutes(45);

words! {
    /// Only `held` restarts the cadence.
    CheckInState {
        Planned = "planned",
        Held = "held",
        /// Called off with the agreed notice or more.
        Cancelled = "cancelled",
        /// Called off with less than the agreed notice.
        LateCancelled = "late-cancelled",
        NoShow = "no-show",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct CheckIn {
    pub pair: Id<Pair>,
    pub state: CheckInState,
    /// The time it is or was planned for. `None`: it was logged without having been planned.
    pub planned_at: Option<DateTime<Utc>>,
    /// The zone in which it was planned.
    pub zone: Tz,
    pub planned_minutes: Option<Minutes>,
    /// When it was held. `None`: it was not held.
    pub held_at: Option<DateTime<Utc>>,
    /// The actual length.
    pub minutes: Option<Minutes>,
    pub channel: Option<String>,
    /// The side that cancelled or did not show up.
    pub by: Option<Side>,
    pub because: Option<String>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    pub notes: Option<String>,
    pub decisions: Vec<String>,
    pub blockers: Vec<String>,
    pub next_topic: Option<String>,
    /// One word or a number from 1 to 5; never leaves the user's data file.
    pub feeling: Option<String>,
    /// Never shown to the other side.
    pub private_note: Option<String>,
    /// Whether the whole log is hidden from the other side.
    pub private: bool,
    /// Whether it was declared an extra call, which counts for no occurrence of the agreed rhythm.
    pub extra: bool,
}

impl CheckIn {
    /// Creates a planned check-in with all other fields empty.
    pub fn planned(pair: Id<Pair>, at: DateTime<Utc>, zone: Tz) -> Self {
        CheckIn {
            pair,
            state: CheckInState::Planned,
            planned_at: Some(at),
            zone,
            planned_minutes: None,
            held_at: None,
            minutes: None,
            channel: None,
            by: None,
            because: None,
            cancelled_at: None,
            notes: None,
            decisions: Vec::new(),
            blockers: Vec::new(),
            next_topic: None,
            feeling: None,
            private_note: None,
            private: false,
            extra: false,
        }
    }

    /// Returns the time at which it was held, or else for which it was planned.
    pub fn held_or_planned_at(&self) -> Option<DateTime<Utc>> {
        self.held_at.or(self.planned_at)
    }

    /// Returns the planned start and end.
    pub fn planned_slot(&self) -> Option<Slot> {
        let from = self.planned_at?;
        let minutes = self.planned_minutes.unwrap_or(USUAL).0;
        Some(Slot { from, until: from + TimeDelta::minutes(i64::from(minutes)) })
    }

    /// Returns when it was known that the call would not take place. `None`: it took place or still may.
    pub fn called_off_at(&self) -> Option<DateTime<Utc>> {
        match self.state {
            CheckInState::NoShow => self.planned_at,
            CheckInState::Cancelled | CheckInState::LateCancelled => self.cancelled_at,
            CheckInState::Planned | CheckInState::Held => None,
        }
    }

    /// Returns the actual start and end, or else the planned ones.
    pub fn slot(&self) -> Option<Slot> {
        let from = self.held_or_planned_at()?;
        let minutes = self.minutes.or(self.planned_minutes).unwrap_or(USUAL).0;
        Some(Slot { from, until: from + TimeDelta::minutes(i64::from(minutes)) })
    }

    /// Whether the planned end has passed.
    pub fn has_ended(&self, now: DateTime<Utc>) -> bool {
        self.planned_slot().is_none_or(|slot| slot.until <= now)
    }

    pub fn is_open(&self) -> bool {
        self.state == CheckInState::Planned
    }
}

impl PairItem for CheckIn {
    const LABEL: &'static str = "check-in";

    fn pair(&self) -> Id<Pair> {
        self.pair
    }

    /// Returns the first line of the notes.
    fn title(&self) -> Cow<'_, str> {
        let first_line = self.notes.as_deref().and_then(|text| text.lines().next());
        Cow::Borrowed(first_line.unwrap_or_default())
    }

    fn is_private(&self) -> bool {
        self.private
    }
}
