//! The times in which nothing is expected of a pair or of one side: pauses, the end, and days away.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::pair::{DatedState, PairContext, PairState};
use crate::domain::person::Side;

/// A time in which a pair was paused or had ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct PauseSpan {
    pub(super) entered_at: DateTime<Utc>,
    /// When its end was recorded. `None`: it has not ended.
    pub(super) left_at: Option<DateTime<Utc>>,
    pub(super) first: NaiveDate,
    /// `None`: it has not ended.
    pub(super) last: Option<NaiveDate>,
    pub(super) state: PairState,
}

impl PauseSpan {
    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    /// Returns it as it was known at a moment. `None`: it was entered later.
    pub(super) fn known_at(&self, at: DateTime<Utc>) -> Option<PauseSpan> {
        let is_open = self.left_at.is_none_or(|left_at| left_at > at);
        let known = if is_open { PauseSpan { left_at: None, last: None, ..*self } } else { *self };
        (self.entered_at <= at).then_some(known)
    }
}

/// Days on which deadlines do not run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Absence {
    /// `None`: the pair was paused, which concerns both sides.
    pub(super) side: Option<Side>,
    pub(super) entered_at: DateTime<Utc>,
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

impl Absence {
    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    pub(super) fn concerns(&self, sides: &[Side]) -> bool {
        self.side.is_none_or(|side| sides.contains(&side))
    }
}

/// The absences that extend one deadline.
pub struct Excuses<'h> {
    pub(super) admitted: Vec<&'h Absence>,
}

impl Excuses<'_> {
    /// Whether the pair was paused on this day, or one of the deadline's sides was away.
    pub fn cover(&self, day: NaiveDate) -> bool {
        self.admitted.iter().any(|absence| absence.covers(day))
    }
}

/// Returns days away together with the pauses of the pair, ordered by the time of entry.
pub(super) fn with_pauses(
    aways: impl Iterator<Item = Absence>,
    pauses: &[PauseSpan],
) -> Vec<Absence> {
    // An end that was revoked counts as a pause.
    let is_pause = |span: &&PauseSpan| span.state == PairState::Paused || span.last.is_some();
    let pair_absences = pauses.iter().filter(is_pause).map(|span| Absence {
        side: None,
        entered_at: span.entered_at,
        first: span.first,
        last: span.last.unwrap_or(NaiveDate::MAX),
    });
    let mut absences: Vec<Absence> = aways.chain(pair_absences).collect();
    absences.sort_by_key(|absence| absence.entered_at);
    absences
}

/// Returns the times in which the pair was paused or had ended. A pause includes its first day; an end starts on the
/// day after it was recorded, its own day being the last of the mentorship. The day of a resumption is active.
pub(super) fn pause_spans(pair: &PairContext) -> Vec<PauseSpan> {
    let record = &pair.record;
    let current = DatedState { state: record.state, on: record.state_on };
    let earlier = record.past.earlier();
    let earlier = earlier.map(|(begin, end, dated)| (begin, Some(end), *dated));
    let all = earlier.chain([(record.past.changed_last(), None, current)]);
    let spans = all.filter_map(|(begin, end, DatedState { state, on })| {
        let day = begin.map_or(on, |at| pair.pair_day(at));
        let first = match state {
            PairState::Active => return None,
            PairState::Paused => day,
            PairState::Ended => on.min(day).checked_add_days(Days::new(1))?,
        };
        let last = end.and_then(|at| pair.pair_day(at).pred_opt());
        let entered_at = begin.unwrap_or(record.created_at);
        Some(PauseSpan { entered_at, left_at: end, first, last, state })
    });
    spans.collect()
}
