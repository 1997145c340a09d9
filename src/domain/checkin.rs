//! A meeting: planned, held, moved, cancelled, missed. What was said in it is its log.

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

/// What a check-in takes if nobody said.
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
    /// When it is, or was, planned for; none: it was logged without a plan.
    pub planned_at: Option<DateTime<Utc>>,
    /// The zone it was planned in.
    pub zone: Tz,
    pub planned_minutes: Option<Minutes>,
    /// When it was held.
    pub held_at: Option<DateTime<Utc>>,
    /// How long it took.
    pub minutes: Option<Minutes>,
    pub channel: Option<String>,
    /// Who cancelled, or did not show.
    pub by: Option<Side>,
    pub because: Option<String>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    pub notes: Option<String>,
    pub decisions: Vec<String>,
    pub blockers: Vec<String>,
    pub next_topic: Option<String>,
    /// One word or a figure from 1 to 5; never leaves the user's file.
    pub feeling: Option<String>,
    /// For the writer's eyes only.
    pub private_note: Option<String>,
    /// The whole log is for the writer's eyes only.
    pub private: bool,
    /// It was said to be another talk than the agreed one: it stands for none of those.
    pub extra: bool,
}

impl CheckIn {
    /// One that is to be, of which nothing else is known yet.
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

    /// When it took place, or else when it is to.
    pub fn held_or_planned_at(&self) -> Option<DateTime<Utc>> {
        self.held_at.or(self.planned_at)
    }

    /// The time that is planned for it.
    pub fn planned_slot(&self) -> Option<Slot> {
        let from = self.planned_at?;
        let minutes = self.planned_minutes.unwrap_or(USUAL).0;
        Some(Slot {
            from,
            until: from + TimeDelta::minutes(i64::from(minutes)),
        })
    }

    /// When it was known that it would not take place. `None`: it took place, or may.
    pub fn called_off_at(&self) -> Option<DateTime<Utc>> {
        match self.state {
            CheckInState::NoShow => self.planned_at,
            CheckInState::Cancelled | CheckInState::LateCancelled => self.cancelled_at,
            CheckInState::Planned | CheckInState::Held => None,
        }
    }

    /// The time that it took, or is to take.
    pub fn slot(&self) -> Option<Slot> {
        let from = self.held_or_planned_at()?;
        let minutes = self.minutes.or(self.planned_minutes).unwrap_or(USUAL).0;
        Some(Slot {
            from,
            until: from + TimeDelta::minutes(i64::from(minutes)),
        })
    }

    /// Whether the time that is planned for it is over.
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

    /// The first line of what was said.
    fn title(&self) -> Cow<'_, str> {
        let said = self.notes.as_deref().and_then(|text| text.lines().next());
        Cow::Borrowed(said.unwrap_or_default())
    }

    fn is_private(&self) -> bool {
        self.private
    }
}
