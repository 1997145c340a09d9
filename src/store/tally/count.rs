//! Counts of records, and the keys under which they are stored.

use std::collections::BTreeMap;

use rusqlite::Row;

use crate::store::tally::months::Month;
use crate::store::tally::sets::RecordSet;

pub(super) const MONTH_BITS: u32 = 17;
pub(super) const OWNER_BITS: u32 = 32;

/// Returns the key of a count: the number of the set, the owner and the month.
pub(super) fn key(set: &RecordSet, owner: i64, month: Month) -> i64 {
    let owner = owner & ((1 << OWNER_BITS) - 1);
    (set.number << (OWNER_BITS + MONTH_BITS)) | (owner << MONTH_BITS) | month
}

/// A count of records, with the sums of their numbers and checksums, which also reveal a wrong record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct TallyCount {
    pub count: i64,
    pub(super) numbers: i64,
    pub(super) checksums: u32,
}

impl TallyCount {
    /// Counts one record.
    pub(in crate::store) fn one(number: i64, checksum: i64) -> TallyCount {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "only the lower half is stored"
        )]
        let checksums = checksum as u32;
        TallyCount { count: 1, numbers: number, checksums }
    }

    pub(in crate::store) fn add(&mut self, other: TallyCount) {
        self.count += other.count;
        self.numbers = self.numbers.wrapping_add(other.numbers);
        self.checksums = self.checksums.wrapping_add(other.checksums);
    }

    pub(super) fn negated(self) -> TallyCount {
        TallyCount {
            count: -self.count,
            numbers: self.numbers.wrapping_neg(),
            checksums: self.checksums.wrapping_neg(),
        }
    }
}

/// Reads a count from the columns `count`, `numbers` and `checksums`. Nulls, the sums of no rows, are zero.
pub(super) fn count_from_row(row: &Row<'_>) -> rusqlite::Result<TallyCount> {
    let part = |at| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(at)?.unwrap_or_default());
    Ok(TallyCount {
        count: part(0)?,
        numbers: part(1)?,
        checksums: TallyCount::one(0, part(2)?).checksums,
    })
}

/// Counts by key.
pub(super) type Counts = BTreeMap<i64, TallyCount>;
