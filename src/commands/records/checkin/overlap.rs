//! Checks that the check-ins of a pair don't overlap.

use chrono::TimeDelta;

use crate::domain::checkin::CheckIn;
use crate::domain::dates::Now;
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::domain::slots::Slot;
use crate::error::{Failure, Result};
use crate::store::checkins;
use crate::store::read_tx::ReadTx;
use crate::view::words;

/// Finds another planned or held check-in of the pair that overlaps this one. `own` is the number of this one if it is
/// stored.
pub fn overlapping(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    draft: &CheckIn,
    own: Option<Id<CheckIn>>,
) -> Result<Option<Record<CheckIn>>> {
    let Some(slot) = draft.slot() else {
        return Ok(None);
    };
    let others = overlap_candidates(tx, pair, slot)?;
    let overlaps = |checkin: &Record<CheckIn>| {
        Some(checkin.id) != own && checkin.slot().is_some_and(|other| other.overlaps(slot))
    };
    Ok(others.into_iter().find(overlaps))
}

/// Fails if another planned or held check-in of the pair overlaps this one.
pub fn must_be_free(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    draft: &CheckIn,
    own: Option<Id<CheckIn>>,
    now: Now,
) -> Result<()> {
    let other = overlapping(tx, pair, draft, own)?;
    let (Some(slot), Some(other)) = (draft.slot(), other) else {
        return Ok(());
    };
    let zone = pair.user().zone;
    let format_slot = |slot: Slot| {
        let until = slot.until.with_timezone(&zone).format("%H:%M");
        format!("{} to {until}", words::moment(slot.from, zone, now))
    };
    let other_slot = other.slot().map(format_slot).unwrap_or_default();
    let hint = if other.is_open() {
        format!("pick another time, or move that one: `mentor checkin move {} --at WHEN`", other.id)
    } else {
        format!(
            "pick another time, or change that one: `mentor checkin edit {} --at WHEN`",
            other.id
        )
    };
    Err(Failure::refused(format!(
        "{} overlaps check-in {}, {} {other_slot}",
        format_slot(slot),
        other.id,
        other.state
    ))
    .hint(hint)
    .data("nothing was changed"))
}

/// Returns the planned check-ins, and those held between a day before the slot and its end.
fn overlap_candidates(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    slot: Slot,
) -> Result<Vec<Record<CheckIn>>> {
    let mut candidates = checkins::planned(tx, pair.id())?;
    let day = TimeDelta::days(1);
    candidates.extend(checkins::held_between(tx, pair.id(), slot.from - day, slot.until)?);
    Ok(candidates)
}
