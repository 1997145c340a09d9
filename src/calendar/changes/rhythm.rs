//! What a calendar says of a whole rhythm. It is agreed by two people, so it is told and not taken in.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::changes::revision::EventRevision;
use crate::calendar::changes::{ChangeFinder, RemarkMatter};
use crate::calendar::event::{Event, original_uid};
use crate::calendar::expand::EventSeries;
use crate::calendar::export::{sequence, series_changes};
use crate::domain::checkin::USUAL;
use crate::domain::length::Minutes;
use crate::domain::slots::Slot;
use crate::domain::timetable::Series;

/// So many days of a rhythm are compared.
const COMPARED: TimeDelta = TimeDelta::days(400);

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl ChangeFinder<'_> {
    /// The event that repeats.
    pub fn rhythm(&mut self, event: &Event, series: &Series<'_>) {
        let (changed, marks) = series_changes(series, self.source);
        let made = series.versions[0].created_at;
        let ours = sequence(made, changed, self.hidden_change, marks);
        let revision = EventRevision::from_event(event, made);
        let is_older = revision.is_older(ours, changed);
        let standing: BTreeSet<DateTime<Utc>> = series
            .remaining()
            .iter()
            .chain(&series.extra_occurrences())
            .map(|one| one.at)
            .collect();
        if !is_older && !standing.is_empty() {
            self.compare_rhythm(event, series, &standing);
        }
        if let Some(repetition) = event.repetition.as_deref().filter(|_| !event.is_cancelled) {
            self.cancel_exceptions(event, repetition, series, revision, is_older);
        }
    }

    fn compare_rhythm(
        &mut self,
        event: &Event,
        series: &Series<'_>,
        standing: &BTreeSet<DateTime<Utc>>,
    ) {
        if event.is_cancelled {
            self.remark(event, RemarkMatter::RhythmCancelled);
            return;
        }
        if let Some(length) = self.length_of(event) {
            let agreed = series.terms().length.unwrap_or(USUAL);
            let minutes = u32::try_from(length.num_minutes()).unwrap_or_default();
            if minutes != agreed.0 {
                self.remark(event, RemarkMatter::RhythmLength(Minutes(minutes)));
            }
        }
        let agreed = series.terms().channel.as_deref().unwrap_or_default();
        let place = event.place.as_deref().unwrap_or_default().trim();
        if !place.is_empty() && place != agreed.trim() {
            self.remark(event, RemarkMatter::RhythmPlace(place.to_owned()));
        }
        let Some(first) = standing.first().copied() else {
            return;
        };
        let window = Slot {
            from: first - TimeDelta::days(7),
            until: if series.is_open {
                first + COMPARED
            } else {
                standing.last().map_or(first, |last| *last) + TimeDelta::days(31)
            },
        };
        let Some(there) = self.times_there(event, window) else {
            return;
        };
        let here: BTreeSet<_> = standing.range(..=window.until).copied().collect();
        let missing: Vec<_> = here.difference(&there).copied().collect();
        let extra: Vec<_> = there.difference(&here).copied().collect();
        let matter = match (missing.first(), extra.first(), there.last()) {
            (None, None, _) => return,
            (Some(gone), None, Some(last)) if last < gone => RemarkMatter::RhythmEnds(*last),
            (_, Some(other), _) => RemarkMatter::RhythmMoved(*other, self.cadence_of(event)),
            (Some(gone), None, _) => RemarkMatter::RhythmMoved(
                there.range(gone..).next().copied().unwrap_or(*gone),
                self.cadence_of(event),
            ),
        };
        self.remark(event, matter);
    }

    /// When the event takes place, apart from what is taken out of it.
    fn times_there(&self, event: &Event, window: Slot) -> Option<BTreeSet<DateTime<Utc>>> {
        let Some(series) = EventSeries::new(self.calendar, event, self.reader) else {
            return self.start_of(event).map(|start| BTreeSet::from([start]));
        };
        let times = series.beginnings(window).into_iter();
        let times = times.map(|(time, _)| series.zone.instant(time));
        Some(
            times
                .filter(|at| (window.from..=window.until).contains(at))
                .collect(),
        )
    }

    /// Google goes on with another event after a change of "this and following".
    pub fn continuation(&mut self, event: &Event) {
        let uid = event.uid.as_deref().unwrap_or_default();
        let Some(series) = self.series.get(original_uid(uid)).copied() else {
            return;
        };
        let Some(start) = self.start_of(event) else {
            return;
        };
        if series.occurrence_at(start).is_none() {
            let cadence = self.cadence_of(event);
            self.remark(event, RemarkMatter::RhythmContinues(start, cadence));
        }
    }

    /// A weekly rhythm as it can be typed: `every 2 weeks on fri 16:00`.
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
                    DAYS.iter()
                        .find(|name| !day.is_empty() && name.starts_with(&day))
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
