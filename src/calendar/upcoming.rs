//! The events of a calendar with their next time, as candidates for planning a check-in.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::event::{Calendar, Event, EventEnd, EventTime, original_uid};
use crate::calendar::expand::EventSeries;
use crate::calendar::invitation::record_uid;
use crate::calendar::newest::EventVersion;
use crate::domain::event_origin::EventOrigin;
use crate::domain::length::Minutes;
use crate::domain::slots::Slot;
use crate::domain::zone::Tz;

/// How far ahead to look for the next time of a recurring event.
const MAX_AHEAD: TimeDelta = TimeDelta::days(400);

#[derive(Clone, Debug, PartialEq)]
pub struct UpcomingEvent {
    pub line: usize,
    /// The identity of a check-in that is planned from it. `None`: the event has no UID.
    pub record_uid: Option<String>,
    pub origin: Option<EventOrigin>,
    pub title: Option<String>,
    pub place: Option<String>,
    /// `None`: a whole-day event.
    pub start: Option<DateTime<Utc>>,
    pub length: Option<Minutes>,
    /// It has an end, but a check-in can't be that long.
    pub has_unusable_length: bool,
    /// Whether it has further times after this one.
    pub repeats: bool,
    pub is_cancelled: bool,
    /// Lower-case addresses of the participants who declined.
    pub declined_by: Vec<Box<str>>,
}

/// Returns the events, except cancelled occurrences of a series and those with a UID in `own`.
pub fn upcoming_events<'a>(
    calendar: &'a Calendar,
    own: &HashSet<String>,
    now: DateTime<Utc>,
    reader: Tz,
) -> impl Iterator<Item = UpcomingEvent> + use<'a> {
    let is_foreign = |event: &Event| {
        let uid = event.uid.as_deref().unwrap_or_default();
        event.is_statement() && !own.contains(original_uid(uid))
    };
    let versions = calendar.newest(is_foreign, reader);
    let mut replaced: HashMap<&str, Vec<EventTime>> = HashMap::new();
    for version in &versions {
        if let (Some(uid), Some(named)) = (version.event.uid.as_deref(), version.event.occurrence) {
            replaced.entry(uid).or_default().push(named);
        }
    }
    versions
        .into_iter()
        .filter(|version| !version.event.is_cancelled || version.event.occurrence.is_none())
        .filter_map(move |version| upcoming_event(calendar, &version, &replaced, now, reader))
}

fn upcoming_event(
    calendar: &Calendar,
    version: &EventVersion<'_>,
    replaced: &HashMap<&str, Vec<EventTime>>,
    now: DateTime<Utc>,
    reader: Tz,
) -> Option<UpcomingEvent> {
    let event = version.event;
    let time = event.start?;
    let first = calendar.instant(event, time, reader)?;
    let end = match event.end {
        Some(EventEnd::After(length)) => Some(first + length),
        Some(EventEnd::At(end)) => calendar.instant(event, end, reader),
        None => None,
    };
    let minutes = end.and_then(|end| u32::try_from((end - first).num_minutes()).ok());
    let length = minutes.filter(|minutes| (1..=1440).contains(minutes)).map(Minutes);
    let next_times = next_times(calendar, event, replaced, now, reader);
    let start = next_times.first().copied().unwrap_or(first);
    let non_empty = |text: &Option<Box<str>>| {
        let text = text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    // A later version names one occurrence by its time.
    let occurrence = if event.repeats() { Some(start) } else { version.occurrence };
    Some(UpcomingEvent {
        line: event.line,
        record_uid: event.uid.as_deref().map(|uid| record_uid(uid, occurrence)),
        origin: event.uid.as_deref().map(|uid| EventOrigin {
            uid: uid.to_owned(),
            occurrence,
            age: event.age(),
            imported_at: now,
        }),
        title: non_empty(&event.title),
        place: non_empty(&event.place),
        start: (!matches!(time, EventTime::Day(_))).then_some(start),
        length,
        has_unusable_length: end.is_some() && length.is_none(),
        repeats: next_times.len() > 1,
        is_cancelled: event.is_cancelled,
        declined_by: event.declined_by.clone(),
    })
}

/// Returns the next times of a recurring event, from `now` on.
fn next_times(
    calendar: &Calendar,
    event: &Event,
    replaced: &HashMap<&str, Vec<EventTime>>,
    now: DateTime<Utc>,
    reader: Tz,
) -> BTreeSet<DateTime<Utc>> {
    let series = EventSeries::new(calendar, event, reader).filter(|_| event.repeats());
    let Some(series) = series else {
        return BTreeSet::new();
    };
    let window = Slot { from: now, until: now + MAX_AHEAD };
    let uid = event.uid.as_deref().unwrap_or_default();
    let mut exclusions = series.exclusions();
    for named in replaced.get(uid).into_iter().flatten() {
        exclusions.add(*named, calendar.instant(event, *named, reader));
    }
    let times = series.starts(window).into_iter();
    times
        .map(|(local, _)| (local, series.zone.instant(local)))
        .filter(|(local, at)| *at >= now && !exclusions.contain(*local, *at))
        .map(|(_, at)| at)
        .collect()
}
