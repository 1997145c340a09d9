//! How often the two met, against the rhythm that was agreed for each stretch of days.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::cadence::{Cadence, TOLERANCE};
use crate::domain::checkin::{CheckIn, CheckInState};
use crate::domain::goal::Moved;
use crate::domain::length::Span;
use crate::domain::pair_history::PairHistory;
use crate::domain::person::Side;
use crate::domain::promise::rhythm::{Rhythm, Start, Tally, first_active_day};
use crate::domain::promise::{
    Citation, Promise, PromiseCheck, PromiseOutcome, count, counted_outcome, is_within_notice,
};
use crate::domain::record::Record;
use crate::domain::zone::Tz;

/// The span between two calls that was agreed for a day, where it is counted from the last call.
fn span_on(history: &PairHistory<'_>, day: NaiveDate) -> Option<Span> {
    match history.terms_on(day)?.cadence? {
        Cadence::FromLast(span) => Some(span),
        Cadence::Weekly { .. } | Cadence::Monthly { .. } | Cadence::MonthlyDay { .. } => None,
    }
}

/// The day for which the next call is proposed under a rhythm that is counted from the last one: a span after it, the first
/// of all at once. `None`: there is no such rhythm, it rests, or it ends before.
pub fn call_due(history: &PairHistory<'_>, last_held: Option<DateTime<Utc>>) -> Option<NaiveDate> {
    match last_held.map(|at| history.pair_day(at)) {
        Some(last) if last >= first_agreed_day(history)? => next_after(history, last),
        _ => first_day(history),
    }
}

/// The day by which the next call is to take place under such a rhythm; afterwards it is late. The first of all has as
/// long as any other.
pub fn call_deadline(
    history: &PairHistory<'_>,
    last_held: Option<DateTime<Utc>>,
) -> Option<NaiveDate> {
    let due = call_due(history, last_held)?;
    let begun = first_agreed_day(history)?;
    if last_held.is_some_and(|at| history.pair_day(at) >= begun) {
        Some(due)
    } else {
        next_after(history, due)
    }
}

fn next_after(history: &PairHistory<'_>, day: NaiveDate) -> Option<NaiveDate> {
    let span_on = |day| span_on(history, day);
    let rhythm = Rhythm {
        history,
        span_on: &span_on,
    };
    rhythm.next_after(day)
}

/// The first day on which such a rhythm was agreed.
fn first_agreed_day(history: &PairHistory<'_>) -> Option<NaiveDate> {
    let mut days = history.versions().iter().map(|version| version.from);
    days.find(|day| span_on(history, *day).is_some())
}

/// The first day on which such a rhythm was agreed and did not rest.
fn first_day(history: &PairHistory<'_>) -> Option<NaiveDate> {
    let is_agreed = |day| span_on(history, day).is_some();
    first_active_day(history, first_agreed_day(history)?, &is_agreed)
}

/// Whether a rhythm of the calendar was agreed for a day.
fn is_fixed_on(history: &PairHistory<'_>, day: NaiveDate) -> bool {
    let cadence = history.terms_on(day).and_then(|terms| terms.cadence);
    cadence.is_some_and(|cadence| cadence.is_fixed())
}

impl PromiseCheck<'_, '_> {
    pub(super) fn cadence(&self) -> Option<PromiseOutcome> {
        let promised =
            self.promised_terms(|terms| terms.cadence.map(|cadence| cadence.to_string()))?;
        let from_last = self.tally_from_last();
        let fixed = self.judge_fixed();
        let of = from_last.of + count(fixed.len());
        let kept = from_last.kept + count(fixed.iter().filter(|is_kept| **is_kept).count());
        let late = from_last.late;
        let cites = if kept < of {
            self.not_held()
        } else {
            Vec::new()
        };
        let outcome = counted_outcome(Promise::Cadence, None, promised, kept, of, cites);
        let outcome = outcome.lowered_if_late(late);
        let happened =
            (of > 0).then(|| format!("{kept} of {of} check-ins{}", self.told_late(&from_last)));
        Some(outcome.with_note(happened))
    }

    /// `, 4 of them late (19 days apart on average, agreed 14)`.
    fn told_late(&self, tally: &Tally) -> String {
        if tally.late == 0 {
            return String::new();
        }
        let last = self.history.pair_day(self.period.until);
        let agreed = span_on(self.history, last).map(Span::days);
        let apart = tally.days.checked_div(i64::from(tally.gaps));
        // Calls in between bring the average below what was agreed, which explains nothing.
        let telling = apart.zip(agreed).filter(|(apart, agreed)| apart > agreed);
        let average = telling
            .map(|(apart, agreed)| format!(" ({apart} days apart on average, agreed {agreed})"));
        format!(
            ", {} of them late{}",
            tally.late,
            average.unwrap_or_default()
        )
    }

    fn tally_from_last(&self) -> Tally {
        let span_on = |day| span_on(self.history, day);
        let rhythm = Rhythm {
            history: self.history,
            span_on: &span_on,
        };
        let Some(begun) = first_agreed_day(self.history) else {
            return Tally::default();
        };
        // Calls under a rhythm of the calendar are counted apart.
        let day_of = |one: &Record<CheckIn>| {
            let day = one.held_at.map(|at| self.history.pair_day(at));
            day.filter(|day| *day >= begun && !is_fixed_on(self.history, *day))
        };
        let before = self.facts.held_before.as_ref().and_then(day_of);
        let start = before.map_or_else(
            || {
                let first = first_day(self.history);
                Start::Due(first.and_then(|day| rhythm.next_after(day)))
            },
            Start::Last,
        );
        let held: Vec<NaiveDate> = self.facts.held.iter().filter_map(day_of).collect();
        rhythm.tally(start, &held, self.period)
    }

    /// Each occurrence of a fixed rhythm that is judged in the period, and whether it was kept.
    fn judge_fixed(&self) -> Vec<bool> {
        let mut first_plans: HashMap<i64, DateTime<Utc>> = HashMap::new();
        let moves = self.facts.moves.iter();
        for moved in moves.filter(|moved| moved.what == Moved::CheckIn) {
            if let Some(from) = moved.from.as_deref().and_then(|from| from.parse().ok()) {
                first_plans.entry(moved.number).or_insert(from);
            }
        }
        let held = self.facts.held.iter();
        let mut calls: Vec<CadenceCall<'_>> = held
            .chain(&self.facts.missed)
            .chain(&self.facts.planned)
            .chain(&self.facts.beside)
            .filter(|checkin| !checkin.extra)
            .map(|checkin| CadenceCall {
                first_plan: first_plans
                    .get(&checkin.id.number())
                    .copied()
                    .or(checkin.planned_at),
                checkin,
                is_used: false,
            })
            .collect();
        let first_plan = calls.iter().filter_map(|call| call.first_plan).min();
        let occurrences = self.occurrences(first_plan);
        // What was planned for a time is that of this time, before anything near it is looked at.
        let places: HashMap<DateTime<Utc>, usize> = calls
            .iter()
            .enumerate()
            .filter_map(|(at, call)| Some((call.first_plan?, at)))
            .collect();
        let own: Vec<Option<usize>> = occurrences
            .iter()
            .map(|one| places.get(&one.at).copied())
            .collect();
        for at in own.iter().flatten() {
            calls[*at].is_used = true;
        }
        let judged = occurrences.iter().zip(own);
        judged
            .filter_map(|(one, own)| self.judge(*one, own, &mut calls))
            .collect()
    }

    fn judge(
        &self,
        one: DatedOccurrence,
        own: Option<usize>,
        calls: &mut [CadenceCall<'_>],
    ) -> Option<bool> {
        let own = own.map(|at| calls[at].checkin);
        let mut ends = one.ends;
        if let Some(own) = own {
            match own.state {
                CheckInState::Held => return self.counts(own.held_at?, true),
                CheckInState::Planned if own.planned_at? > self.period.until => return None,
                // It has the whole of the day to which it was moved.
                CheckInState::Planned => {
                    let day = self.history.call_day(own.planned_at?, one.zone);
                    ends = ends.max(self.history.end_of_pair_day(day));
                }
                _ if self.was_called_off_in_time(own) => return None,
                _ => {}
            }
        }
        match nearest(one, calls) {
            Some(call) => {
                call.is_used = true;
                // Whoever meets a little later has met by the day that was agreed.
                self.counts(call.checkin.held_at?.min(ends), true)
            }
            None => self.counts(ends, false),
        }
    }

    fn counts(&self, at: DateTime<Utc>, is_kept: bool) -> Option<bool> {
        self.period.contains(at).then_some(is_kept)
    }

    fn was_called_off_in_time(&self, one: &CheckIn) -> bool {
        let (Some(planned), Some(at)) = (one.planned_at, one.cancelled_at) else {
            return false;
        };
        let notice = self.terms_at(at).and_then(|terms| terms.notice);
        let was_called_off = matches!(
            one.state,
            CheckInState::Cancelled | CheckInState::LateCancelled
        );
        let side = one.by.unwrap_or(Side::Mentor);
        was_called_off && is_within_notice(self.history, side, notice, planned, at)
    }

    /// The times of fixed rhythms near the period, and back to `first_plan`, on days on which the rhythm did not rest.
    fn occurrences(&self, first_plan: Option<DateTime<Utc>>) -> Vec<DatedOccurrence> {
        let around = TimeDelta::days(TOLERANCE + 1);
        let from = self.period.since - around;
        let from = first_plan.map_or(from, |plan| plan.min(from));
        let until = self.period.until + around;
        let mut found = Vec::new();
        for version in self.history.versions() {
            let terms = &version.agreement.data.terms;
            let Some((cadence, (_, zone))) = terms
                .cadence
                .and_then(|cadence| Some((cadence, cadence.anchor()?)))
            else {
                continue;
            };
            let start = terms.starts.unwrap_or(version.from);
            for at in cadence.occurrences(start, from, until) {
                let day = at.with_timezone(&zone).date_naive();
                let is_agreed = self
                    .history
                    .terms_on(day)
                    .is_some_and(|agreed| std::ptr::eq(agreed, terms));
                let ends = self
                    .history
                    .end_of_pair_day(self.history.call_day(at, zone));
                if is_agreed && !self.history.is_excused(day, ends) {
                    found.push(DatedOccurrence { at, ends, zone });
                }
            }
        }
        found.sort_unstable_by_key(|one| one.at);
        found
    }

    /// The calls that did not take place, called off in time ones apart.
    fn not_held(&self) -> Vec<Citation> {
        let missed = self.facts.not_held(self.period);
        missed.map(Citation::checkin).collect()
    }
}

/// One time of a fixed rhythm, and the moment at which its day is over for both.
#[derive(Clone, Copy, Debug)]
struct DatedOccurrence {
    at: DateTime<Utc>,
    ends: DateTime<Utc>,
    zone: Tz,
}

struct CadenceCall<'f> {
    checkin: &'f Record<CheckIn>,
    first_plan: Option<DateTime<Utc>>,
    is_used: bool,
}

/// The held call nearest to a time, within the tolerance, that stands for no other.
fn nearest<'c, 'f>(
    one: DatedOccurrence,
    calls: &'c mut [CadenceCall<'f>],
) -> Option<&'c mut CadenceCall<'f>> {
    let day_of = |at: DateTime<Utc>| at.with_timezone(&one.zone).date_naive();
    let distance = |call: &CadenceCall<'_>| {
        let held = call.checkin.held_at.filter(|_| !call.is_used)?;
        let days = (day_of(held) - day_of(one.at)).num_days().abs();
        (days <= TOLERANCE).then(|| (held - one.at).abs())
    };
    let near = calls
        .iter_mut()
        .filter_map(|call| Some((distance(call)?, call)));
    near.min_by_key(|(off, _)| *off).map(|(_, call)| call)
}
