//! Computes SEQUENCE, the revision number of a component.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::calendar::export::CalendarSource;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::{DateMove, Moved};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::record::{Id, Record};
use crate::domain::timetable::Series;

/// Returns the SEQUENCE of a record. It rises with every change, so that calendars replace older versions.
///
/// It is the number of seconds between creation and last change, plus the `marks` that some changes leave on the record
/// (moves, states), which distinguish two changes within a second. Undo and redo restore an old `changed_at`, and a
/// deletion leaves none, so the time of the last of these counts if it is later.
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

/// Returns the number of changes that left a mark on a check-in: its moves, and its closing.
pub fn marks(checkin: &Record<CheckIn>, moves: &MoveCounts) -> usize {
    moves.count(Moved::CheckIn, checkin.id) + usize::from(!checkin.is_open())
}

/// Returns when a check-in changed from the viewpoint of a calendar: the end of the pair cancels an open one, and
/// resuming it plans it again.
pub fn changed_at(checkin: &Record<CheckIn>, pair: &PairContext) -> DateTime<Utc> {
    if checkin.is_open() {
        checkin.changed_at.max(pair.record.changed_at)
    } else {
        checkin.changed_at
    }
}

/// The number of moves of each record.
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

/// Returns when a series was last changed, and the number of changes that left a mark on it.
pub fn series_changes(series: &Series<'_>, source: &CalendarSource) -> (DateTime<Utc>, usize) {
    let pair = &source.pair;
    let versions = series.versions.iter().map(|version| version.changed_at);
    let people = [&pair.mentor, &pair.mentee].map(|person| person.changed_at);
    let checkins = series.members.iter().map(|member| member.checkin.changed_at);
    let changed = versions
        .chain(people)
        .chain(checkins)
        .chain(source.aways.iter().map(|away| away.changed_at))
        .chain([pair.record.changed_at])
        .chain(series.replaced_at)
        .max();
    let acceptances = series.versions.iter().map(|version| 2 - version.pending_sides().len());
    // Each of these counts at most once, so that the time of a change outweighs the loss of all of them.
    let conditions = [
        series.replaced_at.is_some(),
        pair.record.state != PairState::Active,
        !series.taken.is_empty(),
        !series.resting.is_empty(),
        !series.extra_occurrences().is_empty(),
    ];
    let marks = series.versions.len() - 1
        + acceptances.sum::<usize>()
        + conditions.into_iter().filter(|holds| *holds).count();
    (changed.unwrap_or(pair.record.changed_at), marks)
}
