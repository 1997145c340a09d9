//! Compares the recurring event of a rhythm with the agreement. Both people agreed on the rhythm, so differences are
//! only reported, not applied.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::changes::ChangeFinder;
use crate::calendar::changes::change::{RemarkMatter, RhythmRemark};
use crate::calendar::changes::revision::{EventRevision, RevisionCheck};
use crate::calendar::event::{Event, original_uid};
use crate::calendar::expand::EventSeries;
use crate::calendar::export::{sequence, series_changes};
use crate::domain::checkin::USUAL;
use crate::domain::length::Minutes;
use crate::domain::slots::Slot;
use crate::domain::timetable::Series;

/// How much of an open-ended rhythm is compared.
const MAX_COMPARED: TimeDelta = TimeDelta::days(400);

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl ChangeFinder<'_> {
    pub fn remark_on_rhythm(&mut self, event: &Event, remark: RhythmRemark) {
        self.remark(event, RemarkMatter::Rhythm(remark));
    }

    /// Compares the recurring event of a series, and applies the cancellation of single occurrences (EXDATE).
    pub fn compare_series(&mut self, event: &Event, series: &Series<'_>) {
        let (changed, marks) = series_changes(series, self.source);
        let created_at = series.versions[0].created_at;
        let own_sequence = sequence(created_at, changed, self.hidden_change, marks);
        let revision = EventRevision::from_event(event, created_at);
        let is_older = revision.is_older(own_sequence, changed);
        let agreed: BTreeSet<DateTime<Utc>> = series
            .remaining()
            .iter()
            .chain(&series.extra_occurrences())
            .map(|occurrence| occurrence.at)
            .collect();
        if !is_older && !agreed.is_empty() {
            self.compare_rhythm(event, series, &agreed);
        }
        if let Some(repetition) = event.repetition.as_deref().filter(|_| !event.is_cancelled) {
            let check = RevisionCheck { revision, is_older };
            self.cancel_exceptions(event, repetition, series, check);
        }
    }

    /// Reports how the event differs from the `agreed` times, length and place.
    fn compare_rhythm(
        &mut self,
        event: &Event,
        series: &Series<'_>,
        agreed: &BTreeSet<DateTime<Utc>>,
    ) {
        if event.is_cancelled {
            self.remark_on_rhythm(event, RhythmRemark::Cancelled);
            self.report_members(event, series, |_| true);
            return;
        }
        if let Some(length) = self.length_of(event) {
            let agreed_length = series.terms().length.unwrap_or(USUAL);
            let minutes = u32::try_from(length.num_minutes()).unwrap_or_default();
            if minutes != agreed_length.0 {
                self.remark_on_rhythm(event, RhythmRemark::Length(Minutes(minutes)));
            }
        }
        let channel = series.terms().channel.as_deref().unwrap_or_default();
        let place = event.place.as_deref().unwrap_or_default().trim();
        if !place.is_empty() && place != channel.trim() {
            self.remark_on_rhythm(event, RhythmRemark::Place(place.to_owned()));
        }
        let (Some(first), Some(last)) = (agreed.first(), agreed.last()) else {
            return;
        };
        let window = Slot {
            from: *first - TimeDelta::days(7),
            until: if series.is_open { *first + MAX_COMPARED } else { *last + TimeDelta::days(31) },
        };
        let Some(event_times) = self.event_times(event, window) else {
            return;
        };
        let agreed_times = agreed.range(..=window.until).copied().collect();
        if let Some(remark) = self.time_difference(event, &event_times, &agreed_times) {
            self.remark_on_rhythm(event, remark);
            self.report_members(event, series, |at| {
                agreed_times.contains(&at) && !event_times.contains(&at)
            });
        }
    }

    /// Reports the planned check-ins of a series that the calendar moved or cancelled as a whole: they stay as they are
    /// unless each has its own event.
    pub fn report_members(
        &mut self,
        event: &Event,
        series: &Series<'_>,
        is_concerned: impl Fn(DateTime<Utc>) -> bool,
    ) {
        for member in &series.members {
            let at = member.occurrence.at;
            let is_own_event = self.replaced.contains(&(series.uid(), at));
            if let Some(planned) = member.checkin.planned_at
                && member.checkin.is_open()
                && !is_own_event
                && is_concerned(at)
            {
                let id = member.checkin.id;
                self.remark_on_rhythm(
                    event,
                    RhythmRemark::Without(id, planned, event.is_cancelled),
                );
            }
        }
    }

    /// Returns how the times of an event differ from the agreed ones.
    fn time_difference(
        &self,
        event: &Event,
        event_times: &BTreeSet<DateTime<Utc>>,
        agreed_times: &BTreeSet<DateTime<Utc>>,
    ) -> Option<RhythmRemark> {
        let mut missing = agreed_times.difference(event_times).copied();
        let mut extra = event_times.difference(agreed_times).copied();
        match (missing.next(), extra.next(), event_times.last()) {
            (None, None, _) => None,
            (Some(missing), None, Some(last)) if *last < missing => Some(RhythmRemark::Ends(*last)),
            (_, Some(extra), _) => Some(RhythmRemark::Moved(extra, self.cadence_of(event))),
            (Some(missing), None, _) => {
                let next = event_times.range(missing..).next().copied();
                let cadence = self.cadence_of(event);
                Some(RhythmRemark::Moved(next.unwrap_or(missing), cadence))
            }
        }
    }

    /// Returns the times of an event within the window, including excluded ones (EXDATE). `None`: its start or zone
    /// is unknown.
    fn event_times(&self, event: &Event, window: Slot) -> Option<BTreeSet<DateTime<Utc>>> {
        let Some(series) = EventSeries::new(self.calendar, event, self.reader) else {
            return self.start_of(event).map(|start| BTreeSet::from([start]));
        };
        let times = series.starts(window).into_iter();
        let times = times.map(|(time, _)| series.zone.instant(time));
        Some(times.filter(|at| (window.from..=window.until).contains(at)).collect())
    }

    /// Reports an event that continues a rhythm. Google splits a series in two when "this and following events" are
    /// changed.
    pub fn report_continuation(&mut self, event: &Event) {
        let uid = event.uid.as_deref().unwrap_or_default();
        let Some(series) = self.series.get(original_uid(uid)).copied() else {
            return;
        };
        let Some(start) = self.start_of(event) else {
            return;
        };
        if series.occurrence_at(start).is_none() {
            let cadence = self.cadence_of(event);
            self.remark_on_rhythm(event, RhythmRemark::Continues(start, cadence));
        }
    }

    /// Returns a weekly recurrence as a cadence that can be typed: `every 2 weeks on fri 16:00`.
    fn cadence_of(&self, event: &Event) -> Option<String> {
        let series = EventSeries::new(self.calendar, event, self.reader)?;
        let [rule] = event.repetition.as_deref()?.rules.as_slice() else {
            return None;
        };
        let part = |name: &str| {
            let mut parts = rule.text.split(';').filter_map(|part| part.split_once('='));
            let found = parts.find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.trim())
        };
        if !part("FREQ")?.eq_ignore_ascii_case("WEEKLY") {
            return None;
        }
        let days: Vec<String> = match part("BYDAY") {
            None => vec![series.first.format("%a").to_string().to_lowercase()],
            Some(days) => days
                .split(',')
                .map(|day| {
                    let day = day.trim().to_lowercase();
                    DAYS.iter().find(|name| !day.is_empty() && name.starts_with(&day))
                })
                .map(|name| Some((*name?).to_owned()))
                .collect::<Option<_>>()?,
        };
        let every = match part("INTERVAL").unwrap_or("1") {
            "1" => "weekly".to_owned(),
            several => format!("every {several} weeks"),
        };
        let (days, time) = (days.join(" and "), series.first.format("%H:%M"));
        Some(format!("{every} on {days} {time}"))
    }
}
