//! Compares an event with the current plan of one check-in.

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::changes::ChangeFinder;
use crate::calendar::changes::change::{ChangeAction, RemarkMatter};
use crate::calendar::event::{Event, EventEnd, EventTime};
use crate::domain::checkin::{CheckIn, USUAL};
use crate::domain::length::Minutes;
use crate::domain::record::Record;
use crate::domain::zone::{Tz, resolve_wall_clock};

/// The plan of a check-in as exported to the calendar.
#[derive(Clone, Copy)]
pub struct CurrentPlan<'a> {
    pub start: Option<DateTime<Utc>>,
    pub zone: Tz,
    pub length: Option<Minutes>,
    /// The check-in's own channel and the agreed one; either counts as unchanged.
    pub places: [Option<&'a str>; 2],
}

impl<'a> CurrentPlan<'a> {
    pub fn for_checkin(
        checkin: &'a Record<CheckIn>,
        usual_length: Option<Minutes>,
        agreed_place: Option<&'a str>,
    ) -> CurrentPlan<'a> {
        CurrentPlan {
            start: checkin.held_or_planned_at(),
            zone: checkin.zone,
            length: checkin.minutes.or(checkin.planned_minutes).or(usual_length),
            places: [checkin.channel.as_deref(), agreed_place],
        }
    }
}

impl ChangeFinder<'_> {
    /// Returns what an event changes in the plan. `None`: nothing. Reports values that can't be applied, unless the
    /// event is older than the record.
    pub fn action_for(
        &mut self,
        event: &Event,
        plan: CurrentPlan<'_>,
        is_older: bool,
    ) -> Option<ChangeAction> {
        if event.is_cancelled {
            return Some(ChangeAction::Cancel);
        }
        let time = event.start?;
        let start = match time {
            // Move to this day and keep the time.
            EventTime::Day(day) => {
                let current = plan.start?.with_timezone(&plan.zone).naive_local();
                if !is_older {
                    self.remark(event, RemarkMatter::WholeDay(day));
                }
                Some(resolve_wall_clock(day.and_time(current.time()), plan.zone))
            }
            _ => self.start_of(event),
        };
        self.edit_for(event, plan, start, is_older)
    }

    /// Returns what an event changes in the plan if it begins at `start`. `None`: nothing.
    pub fn edit_for(
        &mut self,
        event: &Event,
        plan: CurrentPlan<'_>,
        start: Option<DateTime<Utc>>,
        is_older: bool,
    ) -> Option<ChangeAction> {
        let start = start.filter(|start| Some(*start) != plan.start);
        let length = self.length_of(event).and_then(|length| {
            let minutes = u32::try_from(length.num_minutes()).unwrap_or_default();
            let is_valid = (1..=1440).contains(&minutes);
            if !is_valid && !is_older {
                self.remark(event, RemarkMatter::Length);
            }
            let is_new = minutes != plan.length.unwrap_or(USUAL).0;
            (is_valid && is_new).then_some(Minutes(minutes))
        });
        // Programs may fold white space.
        let is_known = |place: &str| {
            let mut places = plan.places.iter().flatten();
            places.any(|known| known.split_whitespace().eq(place.split_whitespace()))
        };
        let place = event.place.as_deref().map(str::trim);
        let place = place.filter(|place| !place.is_empty() && !is_known(place));
        let is_new = start.is_some() || length.is_some() || place.is_some();
        is_new.then(|| ChangeAction::Edit { start, length, place: place.map(str::to_owned) })
    }

    /// Returns the length of an event. `None`: it is a whole day or has no end.
    pub fn length_of(&self, event: &Event) -> Option<TimeDelta> {
        match (event.start?, event.end?) {
            (EventTime::Day(_), _) => None,
            (_, EventEnd::After(length)) => Some(length),
            (_, EventEnd::At(end)) => {
                let end = self.calendar.instant(event, end, self.reader)?;
                Some(end - self.start_of(event)?)
            }
        }
    }
}
