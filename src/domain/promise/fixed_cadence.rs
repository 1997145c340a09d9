//! The promise to meet at the times of a fixed rhythm.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::cadence::{REACH, TOLERANCE};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::{PromiseCheck, is_within_notice};
use crate::domain::record::Record;
use crate::domain::zone::Tz;

impl PromiseCheck<'_, '_> {
    /// Returns for each occurrence of a fixed rhythm that was settled in the period whether it was kept.
    pub(super) fn evaluate_fixed(&self) -> Vec<bool> {
        let mut calls = self.cadence_calls();
        let first_plan = calls.iter().filter_map(CadenceCall::first_plan).min();
        let occurrences = self.occurrences(first_plan);
        // Assign the calls that were planned for an occurrence before matching others by distance.
        let planned = self.match_plans(&occurrences, &calls);
        let occurrences = occurrences.into_iter().zip(planned);
        let standing = occurrences.clone().filter(|(one, _)| one.told_by.is_none());
        for index in standing.filter_map(|(_, index)| index) {
            calls[index].is_used = true;
        }
        occurrences
            .filter_map(|(occurrence, planned)| {
                self.evaluate_occurrence(occurrence, planned, &mut calls)
            })
            .collect()
    }

    /// Returns the calls that can count for an occurrence, by number.
    fn cadence_calls(&self) -> Vec<CadenceCall<'_>> {
        let mut moves: HashMap<i64, Vec<&Record<DateMove>>> = HashMap::new();
        let is_of_checkin = |moved: &&Record<DateMove>| moved.what == Moved::CheckIn;
        for moved in self.facts.moves.iter().filter(is_of_checkin) {
            moves.entry(moved.number).or_default().push(moved);
        }
        let held = self.facts.held.iter();
        let mut calls: Vec<CadenceCall<'_>> = held
            .chain(&self.facts.missed)
            .chain(&self.facts.planned)
            .chain(&self.facts.beside)
            .filter(|checkin| !checkin.extra)
            .map(|checkin| CadenceCall {
                moves: moves.remove(&checkin.id.number()).unwrap_or_default(),
                checkin,
                is_used: false,
            })
            .collect();
        calls.sort_by_key(|call| call.checkin.id.number());
        calls
    }

    /// Returns for each occurrence the index of the first call that was planned for it.
    fn match_plans(
        &self,
        occurrences: &[DatedOccurrence],
        calls: &[CadenceCall<'_>],
    ) -> Vec<Option<usize>> {
        let mut planned_at: HashMap<DateTime<Utc>, usize> = HashMap::new();
        let mut rescheduled = Vec::new();
        for (index, call) in calls.iter().enumerate() {
            if !call.moves.is_empty() {
                rescheduled.push(index);
            } else if let Some(at) = call.checkin.planned_at {
                planned_at.entry(at).or_insert(index);
            }
        }
        let find = |occurrence: &DatedOccurrence| {
            let is_planned_for_it = |index: &&usize| {
                let plan = calls[**index].agreed_plan(self.history, occurrence.zone);
                plan == Some(occurrence.at)
            };
            let moved = rescheduled.iter().find(is_planned_for_it).copied();
            let unmoved = planned_at.get(&occurrence.at).copied();
            moved.into_iter().chain(unmoved).min()
        };
        occurrences.iter().map(find).collect()
    }

    /// Returns whether an occurrence was kept. `planned` is the index of the call that was first planned for it.
    /// `None`: it was not settled in the period, or was called off in time.
    fn evaluate_occurrence(
        &self,
        occurrence: DatedOccurrence,
        planned: Option<usize>,
        calls: &mut [CadenceCall<'_>],
    ) -> Option<bool> {
        let early = match occurrence.told_by {
            Some(report) => self.told_early(occurrence, report, planned, calls),
            None => self.counted_early(occurrence, planned, calls),
        };
        if let Some(index) = early {
            calls[index].is_used = true;
            let held = calls[index].checkin.held_at?;
            return self.if_in_period(held.min(occurrence.ends), true);
        }
        if occurrence.told_by.is_some() {
            return None;
        }
        let mut ends = occurrence.ends;
        if let Some(checkin) = planned.map(|index| calls[index].checkin) {
            // A moved call may take place until the end of its new day.
            if let Some(at) = checkin.planned_at {
                let day = self.history.call_day(at, occurrence.zone);
                ends = ends.max(self.history.end_of_pair_day(day));
            }
            match checkin.state {
                CheckInState::Held => {
                    let held = checkin.held_at?;
                    return if self.is_closed_before(ends, held) {
                        self.if_in_period(ends, false)
                    } else {
                        self.if_in_period(held, true)
                    };
                }
                CheckInState::Planned if checkin.planned_at? > self.period.until => return None,
                _ if self.was_called_off_in_time(checkin) => return None,
                _ => {}
            }
        }
        let own = planned.map(|index| &calls[index]);
        let told_open: Vec<DateTime<Utc>> =
            self.closings().filter(|end| own.is_some_and(|own| own.is_ahead_at(*end))).collect();
        let is_in_time = |_: &CheckInRecord, held| {
            // A report after the call told that the planned one was still to come.
            let is_told = told_open.iter().any(|end| held <= *end);
            !is_told && !self.is_closed_before(ends, held)
        };
        match nearest_unused(occurrence, calls, is_in_time) {
            Some(index) => {
                calls[index].is_used = true;
                // A call within the tolerance after the agreed day counts as if held by the end of that day.
                self.if_in_period(calls[index].checkin.held_at?.min(ends), true)
            }
            None => self.if_in_period(ends, false),
        }
    }

    /// Returns the index of the call by which an earlier report counted an occurrence as kept, before the call `planned` for
    /// it was recorded. That is settled: a call held at the agreed time after that report does not count once more.
    fn counted_early(
        &self,
        occurrence: DatedOccurrence,
        planned: Option<usize>,
        calls: &[CadenceCall<'_>],
    ) -> Option<usize> {
        let recorded = planned.map(|index| calls[index].checkin.created_at);
        let is_before = |end: &DateTime<Utc>| recorded.is_none_or(|recorded| *end < recorded);
        let mut reports: Vec<DateTime<Utc>> = self.closings().filter(is_before).collect();
        reports.sort_unstable();
        reports.into_iter().find_map(|end| {
            nearest_unused(occurrence, calls, |checkin, held| {
                self.was_known_at(end, occurrence, checkin, held)
            })
        })
    }

    /// Returns the index of the call by which a report counted an occurrence as kept that was suspended or replaced after
    /// it: the one planned for it, or else the nearest.
    fn told_early(
        &self,
        occurrence: DatedOccurrence,
        report: DateTime<Utc>,
        planned: Option<usize>,
        calls: &[CadenceCall<'_>],
    ) -> Option<usize> {
        let was_known =
            |checkin: &CheckInRecord, held| self.was_known_at(report, occurrence, checkin, held);
        let is_held = |index: &usize| {
            let call = &calls[*index];
            let held = call.checkin.held_at.filter(|_| !call.is_used);
            held.is_some_and(|held| was_known(call.checkin, held))
        };
        planned.filter(is_held).or_else(|| nearest_unused(occurrence, calls, was_known))
    }

    /// Whether a report could count a call, which was held at `held`, for an occurrence.
    fn was_known_at(
        &self,
        report: DateTime<Utc>,
        occurrence: DatedOccurrence,
        checkin: &CheckInRecord,
        held: DateTime<Utc>,
    ) -> bool {
        let is_told = checkin.created_at <= report && held <= report;
        is_told && !self.is_closed_before(occurrence.ends, held)
    }

    /// Whether a report counted an occurrence that ended at `ends` as missed before a call was held.
    fn is_closed_before(&self, ends: DateTime<Utc>, held: DateTime<Utc>) -> bool {
        self.closings().any(|end| ends <= end && end < held)
    }

    /// Returns the ends of the earlier reports, and the beginning of this one.
    fn closings(&self) -> impl Iterator<Item = DateTime<Utc>> {
        self.reports.iter().copied().chain([self.period.since])
    }

    fn if_in_period(&self, at: DateTime<Utc>, is_kept: bool) -> Option<bool> {
        self.period.contains(at).then_some(is_kept)
    }

    fn was_called_off_in_time(&self, checkin: &CheckIn) -> bool {
        let (Some(planned), Some(at)) = (checkin.planned_at, checkin.cancelled_at) else {
            return false;
        };
        let notice = self.terms_at(at).and_then(|terms| terms.notice);
        let was_called_off =
            matches!(checkin.state, CheckInState::Cancelled | CheckInState::LateCancelled);
        let side = checkin.by.unwrap_or(Side::Mentor);
        was_called_off && is_within_notice(self.history, side, notice, planned, at)
    }

    /// Returns the occurrences of fixed rhythms around the period, and back to `first_plan`, without suspended ones. Those
    /// that an earlier report told are the ones of the agreement that was known then.
    fn occurrences(&self, first_plan: Option<DateTime<Utc>>) -> Vec<DatedOccurrence> {
        let from = self.period.since - REACH;
        let from = first_plan.map_or(from, |plan| plan.min(from));
        let until = self.period.until + REACH;
        let mut occurrences = Vec::new();
        let mut told = from - REACH;
        let reports = self.reports.iter().copied().zip(&self.agreed);
        for (end, known) in reports.chain([(DateTime::<Utc>::MAX_UTC, self.history)]) {
            let near = occurrences_between(known, from.max(told - REACH), until.min(end));
            occurrences.extend(near.into_iter().filter(|one| told < one.ends && one.ends <= end));
            told = end;
        }
        self.add_told(&mut occurrences);
        occurrences.sort_unstable_by_key(|occurrence| occurrence.at);
        occurrences
    }

    /// Adds occurrences that were ahead at the end of an earlier report, and were suspended or replaced after it. An early
    /// call may have counted for one.
    fn add_told(&self, occurrences: &mut Vec<DatedOccurrence>) {
        let first = self.period.since - REACH;
        for report in self.reports.iter().copied().filter(|end| *end > first) {
            let known = self.history.known_at(report);
            for one in occurrences_between(&known, report - REACH, report + REACH) {
                let is_listed = occurrences.iter().any(|other| other.at == one.at);
                if one.ends > report && !is_listed {
                    occurrences.push(DatedOccurrence { told_by: Some(report), ..one });
                }
            }
        }
    }
}

/// Returns the occurrences of fixed rhythms between two moments, without suspended ones.
fn occurrences_between(
    history: &PairHistory<'_>,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Vec<DatedOccurrence> {
    let mut occurrences = Vec::new();
    for version in history.versions() {
        let terms = &version.agreement.data.terms;
        let Some((cadence, (_, zone))) =
            terms.cadence.and_then(|cadence| Some((cadence, cadence.anchor()?)))
        else {
            continue;
        };
        for at in cadence.occurrences(version.rhythm_from, from, until) {
            let day = at.with_timezone(&zone).date_naive();
            let is_agreed = history.terms_on(day).is_some_and(|agreed| std::ptr::eq(agreed, terms));
            let ends = history.end_of_pair_day(history.call_day(at, zone));
            if is_agreed && !history.is_excused(day, ends) {
                occurrences.push(DatedOccurrence { at, ends, zone, told_by: None });
            }
        }
    }
    occurrences
}

/// An occurrence of a fixed rhythm.
#[derive(Clone, Copy, Debug)]
struct DatedOccurrence {
    at: DateTime<Utc>,
    /// The moment at which its day has ended for both sides.
    ends: DateTime<Utc>,
    zone: Tz,
    /// The end of the report that could count it, if it was suspended or replaced afterwards.
    told_by: Option<DateTime<Utc>>,
}

type CheckInRecord = Record<CheckIn>;

/// A check-in that can count for an occurrence.
struct CadenceCall<'f> {
    checkin: &'f Record<CheckIn>,
    /// Its moves, oldest first.
    moves: Vec<&'f Record<DateMove>>,
    /// Whether it already counts for an occurrence.
    is_used: bool,
}

impl CadenceCall<'_> {
    /// Returns the time for which it was first planned.
    fn first_plan(&self) -> Option<DateTime<Utc>> {
        let first = self.moves.iter().find_map(|moved| planned_before(moved));
        first.or(self.checkin.planned_at)
    }

    /// Whether it was planned, at a moment, for a later time.
    fn is_ahead_at(&self, at: DateTime<Utc>) -> bool {
        let next_move = self.moves.iter().find(|moved| moved.created_at > at);
        let plan = match next_move {
            Some(moved) => planned_before(moved),
            None => self.checkin.planned_at,
        };
        let was_open = self.checkin.cancelled_at.is_none_or(|cancelled| cancelled > at);
        self.checkin.created_at <= at && was_open && plan.is_some_and(|plan| plan > at)
    }

    /// Returns the time for which the call counts: the one it was first planned for, or, after a move that came when the
    /// day of the plan had ended for both, the new one.
    fn agreed_plan(&self, history: &PairHistory<'_>, zone: Tz) -> Option<DateTime<Utc>> {
        let plans = self.moves.iter().filter_map(|moved| planned_before(moved));
        let plans: Vec<DateTime<Utc>> = plans.chain(self.checkin.planned_at).collect();
        let is_too_late = |from: DateTime<Utc>, moved: &Record<DateMove>| {
            moved.created_at >= history.end_of_pair_day(history.call_day(from, zone))
        };
        let last_late =
            plans.iter().zip(&self.moves).rposition(|(from, moved)| is_too_late(*from, moved));
        plans.get(last_late.map_or(0, |late| late + 1)).copied()
    }
}

/// Returns the time for which a call was planned before a move.
fn planned_before(moved: &DateMove) -> Option<DateTime<Utc>> {
    moved.from.as_deref()?.parse().ok()
}

/// Returns the index of the unused held call closest to an occurrence, within the tolerance.
fn nearest_unused(
    occurrence: DatedOccurrence,
    calls: &[CadenceCall<'_>],
    is_in_time: impl Fn(&CheckInRecord, DateTime<Utc>) -> bool,
) -> Option<usize> {
    let day_of = |at: DateTime<Utc>| at.with_timezone(&occurrence.zone).date_naive();
    let day = day_of(occurrence.at);
    // Most calls are months away, and the day of each in the zone takes long.
    let limit = TimeDelta::days(TOLERANCE + 2);
    let distance = |call: &CadenceCall<'_>| {
        let held = call.checkin.held_at.filter(|_| !call.is_used)?;
        let distance = (held - occurrence.at).abs();
        let is_near = || (day_of(held) - day).num_days().abs() <= TOLERANCE;
        (distance < limit && is_near() && is_in_time(call.checkin, held)).then_some(distance)
    };
    let near = calls.iter().enumerate();
    let near = near.filter_map(|(index, call)| Some((distance(call)?, index)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, index)| index)
}
