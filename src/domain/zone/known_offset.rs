//! The offsets that were asked for last, each with the moments for which it holds.

use std::cell::RefCell;

use chrono::FixedOffset;

use crate::domain::zone::Tz;

thread_local! {
    static KNOWN_OFFSETS: RefCell<Vec<KnownOffset>> = const { RefCell::new(Vec::new()) };
}

/// An offset of a zone between two transitions.
#[derive(Clone, Copy)]
pub(super) struct KnownOffset {
    pub(super) zone: Tz,
    /// In seconds of Unix time, as is `until`.
    pub(super) since: i64,
    /// The next transition, which is outside.
    pub(super) until: i64,
    pub(super) offset: FixedOffset,
}

impl KnownOffset {
    /// How many are kept: some years of two zones.
    const MOST: usize = 16;

    pub(super) fn find(is_wanted: impl Fn(&KnownOffset) -> bool) -> Option<KnownOffset> {
        KNOWN_OFFSETS.with_borrow(|known| known.iter().copied().find(is_wanted))
    }

    pub(super) fn keep(self) {
        KNOWN_OFFSETS.with_borrow_mut(|known| {
            if known.len() == Self::MOST {
                known.remove(0);
            }
            known.push(self);
        });
    }

    /// Whether no other offset of the zone can apply to a wall-clock time, given in seconds as if it were UTC: both
    /// transitions are farther away than two offsets can differ, and than the time is from UTC.
    pub(super) fn is_the_only_one_for(&self, local: i64) -> bool {
        const REACH: i64 = 3 * 26 * 3600;
        self.since.saturating_add(REACH) <= local && local <= self.until.saturating_sub(REACH)
    }
}
