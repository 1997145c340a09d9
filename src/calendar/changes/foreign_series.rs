//! Compares a recurring event of another program with the check-ins that were planned from its occurrences. They follow
//! the event, unlike those of an agreed rhythm, which is not one person's to change.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::changes::ChangeFinder;
use crate::calendar::changes::change::{ChangeAction, ChangeTarget, RhythmRemark};
use crate::calendar::changes::plan::CurrentPlan;
use crate::calendar::changes::revision::RevisionCheck;
use crate::calendar::event::{Event, EventTime, continued_uid};
use crate::calendar::expand::EventSeries;
use crate::domain::checkin::CheckIn;
use crate::domain::event_origin::EventOrigin;
use crate::domain::record::Record;
use crate::domain::slots::Slot;

/// An occurrence that has no time any more is moved to the nearest new one, which is less than this off.
const MAX_MOVE: TimeDelta = TimeDelta::days(7);

/// A check-in that was planned from an occurrence, and the time of that occurrence.
type PlannedOccurrence<'a> = (&'a Record<CheckIn>, DateTime<Utc>);

/// The times of a series, each with the event that has it: the series itself, or one that continues it.
type SeriesTimes<'a> = BTreeMap<DateTime<Utc>, &'a Event>;

impl<'a> ChangeFinder<'a> {
    /// Finds the changes of the check-ins that were planned from a recurring event.
    pub fn compare_foreign_series(&mut self, event: &'a Event, planned: &[PlannedOccurrence<'a>]) {
        let occurrences = || planned.iter().map(|(_, at)| *at);
        let (Some(first), Some(last)) = (occurrences().min(), occurrences().max()) else {
            return;
        };
        let window = Slot { from: first - MAX_MOVE, until: last + MAX_MOVE };
        let (times, excluded) = self.series_times(event, window);
        let replaced = self.replaced_occurrences(event);
        let mut claimed: HashSet<DateTime<Utc>> = occurrences().collect();
        claimed.extend(&replaced);
        for (checkin, at) in planned {
            let check = self.check_revision(event, checkin);
            let written_at = event.age().written_at;
            // What has taken place before the event was changed stays as it was planned.
            let has_passed = written_at
                .is_some_and(|written| checkin.planned_at.is_some_and(|at| at <= written));
            if !checkin.is_open() || has_passed || replaced.contains(at) {
                continue;
            }
            if event.is_cancelled || excluded.contains(at) {
                self.record_series_change(event, checkin, Some(ChangeAction::Cancel), *at, check);
                continue;
            }
            let is_free = |to: &DateTime<Utc>| {
                let is_later = written_at.is_none_or(|written| *to > written);
                is_later && !claimed.contains(to) && (*to - *at).abs() < MAX_MOVE
            };
            let nearest = times.keys().copied().filter(is_free);
            let nearest = nearest.min_by_key(|to| (*to - *at).abs());
            let Some(to) = Some(*at).filter(|at| times.contains_key(at)).or(nearest) else {
                if let Some(planned_at) = checkin.planned_at.filter(|_| !check.is_older) {
                    self.remark_on_rhythm(
                        event,
                        RhythmRemark::Without(checkin.id, planned_at, true),
                    );
                }
                continue;
            };
            claimed.insert(to);
            let version = times.get(&to).copied().unwrap_or(event);
            let plan = CurrentPlan::for_checkin(checkin, self.usual_length, None);
            let action = match version.start {
                Some(EventTime::Day(_)) => self.action_for(version, plan, check.is_older),
                _ => self.edit_for(version, plan, Some(to), check.is_older),
            };
            self.record_series_change(version, checkin, action, to, check);
        }
    }

    /// Returns the times of a series and of the events that continue it, within the window; and those that it excludes
    /// (EXDATE).
    fn series_times(
        &self,
        event: &'a Event,
        window: Slot,
    ) -> (SeriesTimes<'a>, HashSet<DateTime<Utc>>) {
        let (mut times, mut excluded) = (SeriesTimes::new(), HashSet::new());
        let continuations = self.calendar.events.iter().filter(|other| {
            let continued = other.uid.as_deref().and_then(continued_uid);
            continued.is_some() && continued.as_deref() == event.uid.as_deref()
        });
        for version in continuations.chain([event]) {
            if version.occurrence.is_some() || version.is_cancelled {
                continue;
            }
            let Some(series) = EventSeries::new(self.calendar, version, self.reader) else {
                times.extend(self.start_of(version).map(|start| (start, version)));
                continue;
            };
            let exclusions = series.exclusions();
            for (local, _) in series.starts(window) {
                let at = series.zone.instant(local);
                if exclusions.contain(local, at) {
                    excluded.insert(at);
                } else {
                    times.insert(at, version);
                }
            }
        }
        (times, excluded)
    }

    /// Returns the occurrences of a series that have an event of their own in the file.
    fn replaced_occurrences(&self, event: &Event) -> HashSet<DateTime<Utc>> {
        let others = self.calendar.events.iter();
        let others = others.filter(|other| other.uid.is_some() && other.uid == event.uid);
        let named =
            others.filter_map(|other| self.calendar.instant(other, other.occurrence?, self.reader));
        named.collect()
    }

    /// Records a change of a check-in, which is planned from the occurrence at `to` from now on.
    fn record_series_change(
        &mut self,
        event: &Event,
        checkin: &Record<CheckIn>,
        action: Option<ChangeAction>,
        to: DateTime<Utc>,
        check: RevisionCheck,
    ) {
        let origin = event.uid.as_deref().map(|uid| EventOrigin {
            uid: uid.to_owned(),
            occurrence: Some(to),
            age: event.age(),
            imported_at: checkin.changed_at,
        });
        let target = (ChangeTarget::Known(checkin.id), checkin.held_or_planned_at());
        self.record_change_of(event, target, action, check, origin);
    }
}
