//! What an event says of one check-in that is new.

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::changes::{ChangeAction, ChangeFinder, RemarkMatter};
use crate::calendar::event::{Event, EventEnd, EventTime};
use crate::domain::checkin::USUAL;
use crate::domain::length::Minutes;
use crate::domain::zone::{Tz, resolve_wall_clock};

/// What a check-in is, as the calendar was told.
#[derive(Clone, Copy)]
pub struct CurrentPlan<'a> {
    pub start: Option<DateTime<Utc>>,
    pub zone: Tz,
    pub length: Option<Minutes>,
    /// Where it is; the calendar may say either.
    pub places: [Option<&'a str>; 2],
}

impl ChangeFinder<'_> {
    /// What an event says that is new; none: nothing.
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
            // The day counts, and the hour stays.
            EventTime::Day(day) => {
                let clock = plan.start?.with_timezone(&plan.zone).naive_local();
                if !is_older {
                    self.remark(event, RemarkMatter::WholeDay(day));
                }
                Some(resolve_wall_clock(day.and_time(clock.time()), plan.zone))
            }
            _ => self.start_of(event),
        };
        let start = start.filter(|start| Some(*start) != plan.start);
        let length = self.length_of(event).and_then(|length| {
            let minutes = u32::try_from(length.num_minutes()).unwrap_or_default();
            let fits = (1..=1440).contains(&minutes);
            if !fits && !is_older {
                self.remark(event, RemarkMatter::Length);
            }
            let is_new = minutes != plan.length.unwrap_or(USUAL).0;
            (fits && is_new).then_some(Minutes(minutes))
        });
        let same = |place: &str| {
            let words = |text: &str| {
                text.split_whitespace()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            plan.places
                .iter()
                .flatten()
                .any(|known| words(known) == words(place))
        };
        let place = event.place.as_deref().map(str::trim);
        let place = place.filter(|place| !place.is_empty() && !same(place));
        let is_new = start.is_some() || length.is_some() || place.is_some();
        is_new.then(|| ChangeAction::Edit {
            start,
            length,
            place: place.map(str::to_owned),
        })
    }

    /// How long an event with an hour takes, if it says.
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
