//! SEQUENCE: how often something was changed, as far as a calendar has to know.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::calendar::export::CalendarSource;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::{Id, Record};
use crate::domain::timetable::Series;

/// The SEQUENCE of a record: it rises with every change, so that a calendar that has an older state takes the new one.
///
/// The seconds from when it was made to when it was changed; the `marks` that a change leaves (a move, a state) make two
/// changes within a second differ. Undo and redo give a record its old `changed_at` back, and a deletion leaves none: then
/// the moment of the last of these counts.
pub fn sequence(
    made: DateTime<Utc>,
    changed: DateTime<Utc>,
    hidden_change: Option<DateTime<Utc>>,
    marks: usize,
) -> i64 {
    let changed = hidden_change.map_or(changed, |hidden| hidden.max(changed));
    let seconds = (changed - made).num_seconds().max(0);
    let marks = i64::try_from(marks).unwrap_or_default();
    seconds.saturating_add(marks).min(i64::from(i32::MAX))
}

/// The marks that its changes left on a check-in.
pub fn marks(checkin: &Record<CheckIn>, moves: &MoveCounts) -> usize {
    moves.count(Moved::CheckIn, checkin.id) + usize::from(!checkin.is_open())
}

/// When a check-in was changed as a calendar sees it: the end of its pair cancels it, and going on plans it again.
pub fn changed_at(checkin: &Record<CheckIn>, pair: &PairContext) -> DateTime<Utc> {
    if checkin.is_open() {
        checkin.changed_at.max(pair.record.changed_at)
    } else {
        checkin.changed_at
    }
}

/// How often each record was moved.
pub struct MoveCounts(HashMap<(Moved, i64), usize>);

impl MoveCounts {
    pub fn count_all(moves: &[Record<DateMove>]) -> MoveCounts {
        let mut counts = HashMap::new();
        for moved in moves {
            *counts.entry((moved.what, moved.number)).or_default() += 1;
        }
        MoveCounts(counts)
    }

    pub fn count<T>(&self, what: Moved, id: Id<T>) -> usize {
        let count = self.0.get(&(what, id.number()));
        count.copied().unwrap_or_default()
    }
}

/// The marks that its changes left on a series, and when it was last changed.
pub fn series_changes(series: &Series<'_>, source: &CalendarSource) -> (DateTime<Utc>, usize) {
    let pair = &source.pair;
    let versions = series.versions.iter().map(|version| version.changed_at);
    let people = [&pair.mentor, &pair.mentee].map(|person| person.changed_at);
    let taken = series
        .members
        .iter()
        .map(|member| member.checkin.changed_at);
    let changed = versions
        .chain(people)
        .chain(taken)
        .chain(source.aways.iter().map(|away| away.changed_at))
        .chain([pair.record.changed_at])
        .chain(series.replaced_at)
        .max();
    let yeses = series
        .versions
        .iter()
        .map(|version| 2 - version.pending_sides().len());
    // Each at most one, so that taking them all back is outweighed by its moment.
    let signs = [
        series.replaced_at.is_some(),
        pair.record.state != PairState::Active,
        !series.taken.is_empty(),
        !series.resting.is_empty(),
        !series.extra_occurrences().is_empty(),
    ];
    let marks = series.versions.len() - 1
        + yeses.sum::<usize>()
        + signs.into_iter().filter(|sign| *sign).count();
    (changed.unwrap_or(pair.record.changed_at), marks)
}
