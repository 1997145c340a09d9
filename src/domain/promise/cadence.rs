//! The promise to meet in the agreed rhythm.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::cadence::Cadence;
use crate::domain::length::Span;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise::rhythm::{
    Rhythm, RhythmCounts, RhythmCourse, RhythmOccasion, first_active_day,
};
use crate::domain::promise::{
    Citation, Promise, PromiseCheck, PromiseOutcome, count, counted_outcome,
};

/// Returns the span between calls agreed for a day, if the rhythm counts from the last call.
fn span_on(history: &PairHistory<'_>, day: NaiveDate) -> Option<Span> {
    match history.terms_on(day)?.cadence? {
        Cadence::FromLast(span) => Some(span),
        Cadence::Weekly { .. } | Cadence::Monthly { .. } => None,
    }
}

/// Returns the day to propose for the next call under a rhythm that counts from the last one: one span after it, or at
/// once for the first call. `None`: there is no such rhythm, it is suspended, or it ends before that day.
pub fn call_due(history: &PairHistory<'_>, last_held: Option<DateTime<Utc>>) -> Option<NaiveDate> {
    match last_held.map(|at| history.pair_day(at)) {
        Some(last) if last >= first_agreed_day(history)? => next_after(history, last),
        _ => first_day(history),
    }
}

/// Returns the last day on which the next call is in time under a rhythm that counts from the last one. The first call
/// has a whole span too.
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

/// Returns the days by which the next calls are due, if each is held on the last day, and an overdue one today.
pub fn call_deadlines(
    history: &PairHistory<'_>,
    last_held: Option<DateTime<Utc>>,
    today: NaiveDate,
) -> impl Iterator<Item = NaiveDate> {
    let first = call_deadline(history, last_held).map(|day| day.max(today));
    std::iter::successors(first, |day| next_after(history, *day))
}

fn next_after(history: &PairHistory<'_>, day: NaiveDate) -> Option<NaiveDate> {
    Rhythm { history, span_on }.next_after(day)
}

/// Returns the day by which the first call is due.
fn first_due(history: &PairHistory<'_>) -> Option<NaiveDate> {
    next_after(history, first_day(history)?)
}

/// Returns the first day on which a rhythm that counts from the last call was agreed.
fn first_agreed_day(history: &PairHistory<'_>) -> Option<NaiveDate> {
    let mut days = history.versions().iter().map(|version| version.from);
    days.find(|day| span_on(history, *day).is_some())
}

/// Returns the first day on which such a rhythm was agreed and not suspended.
fn first_day(history: &PairHistory<'_>) -> Option<NaiveDate> {
    let is_agreed = |day| span_on(history, day).is_some();
    first_active_day(history, first_agreed_day(history)?, &is_agreed)
}

/// Whether a fixed rhythm was agreed for a day.
fn is_fixed_on(history: &PairHistory<'_>, day: NaiveDate) -> bool {
    let cadence = history.terms_on(day).and_then(|terms| terms.cadence);
    cadence.is_some_and(|cadence| cadence.is_fixed())
}

impl PromiseCheck<'_, '_> {
    pub(super) fn cadence(&self) -> Option<PromiseOutcome> {
        let promised = self.promised_text(|terms| terms.cadence)?;
        let from_last = self.count_from_last();
        let fixed = self.evaluate_fixed();
        let of = from_last.of + count(fixed.len());
        let kept = from_last.kept + count(fixed.iter().filter(|is_kept| **is_kept).count());
        let late = from_last.late;
        let cites = if kept < of { self.not_held() } else { Vec::new() };
        let outcome = counted_outcome(Promise::Cadence, None, promised, kept, of, cites);
        let outcome = outcome.lowered_if_late(late);
        let happened =
            (of > 0).then(|| format!("{kept} of {of} check-ins{}", self.late_note(&from_last)));
        Some(outcome.with_note(happened))
    }

    /// Formats the late calls as `, 4 of them late (19 days apart on average, agreed 14)`.
    fn late_note(&self, counts: &RhythmCounts) -> String {
        if counts.late == 0 {
            return String::new();
        }
        let last = self.history.pair_day(self.period.until);
        let agreed = span_on(self.history, last).map(Span::days);
        let average = counts.days.checked_div(i64::from(counts.gaps));
        // Additional calls can bring the average below the agreed span; then it would explain nothing.
        let exceeded = average.zip(agreed).filter(|(average, agreed)| average > agreed);
        let average_note = exceeded.map(|(average, agreed)| {
            format!(" ({average} days apart on average, agreed {agreed})")
        });
        format!(", {} of them late{}", counts.late, average_note.unwrap_or_default())
    }

    /// Counts the calls under rhythms that count from the last call.
    fn count_from_last(&self) -> RhythmCounts {
        let Some(begun) = first_agreed_day(self.history) else {
            return RhythmCounts::default();
        };
        // Calls under a fixed rhythm are counted by `evaluate_fixed`.
        let occasion = |at| {
            let day = self.history.pair_day(at);
            let is_counted = day >= begun && !is_fixed_on(self.history, day);
            is_counted.then_some(RhythmOccasion { at, day })
        };
        let earlier = self.facts.held_before.iter().copied();
        let moments = earlier.chain(self.facts.held.iter().filter_map(|call| call.held_at));
        let course = RhythmCourse {
            rhythm: Rhythm { history: self.history, span_on },
            first_due,
            held: moments.filter_map(occasion).collect(),
            reports: &self.reports,
        };
        course.count_places(self.period)
    }

    /// Cites the calls that did not take place, except those called off in time.
    fn not_held(&self) -> Vec<Citation> {
        let missed = self.facts.not_held(self.period);
        missed.map(Citation::checkin).collect()
    }
}
