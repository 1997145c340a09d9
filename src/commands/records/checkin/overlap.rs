//! Two people can't be in two calls at once.

use chrono::TimeDelta;

use crate::domain::checkin::CheckIn;
use crate::domain::pair::PairContext;
use crate::domain::record::{Id, Record};
use crate::domain::slots::Slot;
use crate::error::{Failure, Result};
use crate::store::checkins;
use crate::store::read_tx::ReadTx;

/// Another planned or held check-in of the pair that takes some of the time of this one.
pub fn overlapping(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    draft: &CheckIn,
    own: Option<Id<CheckIn>>,
) -> Result<Option<Record<CheckIn>>> {
    let Some(slot) = draft.slot() else {
        return Ok(None);
    };
    let others = around(tx, pair, slot)?;
    let meets = |one: &Record<CheckIn>| {
        Some(one.id) != own && one.slot().is_some_and(|other| other.overlaps(slot))
    };
    Ok(others.into_iter().find(meets))
}

/// Refuses a check-in whose time another planned or held one of the pair takes.
pub fn must_be_free(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    draft: &CheckIn,
    own: Option<Id<CheckIn>>,
) -> Result<()> {
    let other = overlapping(tx, pair, draft, own)?;
    let (Some(slot), Some(other)) = (draft.slot(), other) else {
        return Ok(());
    };
    let zone = pair.user().zone;
    let time = |slot: Slot| {
        let (from, until) = (
            slot.from.with_timezone(&zone),
            slot.until.with_timezone(&zone),
        );
        format!(
            "{} to {}",
            from.format("%Y-%m-%d %H:%M"),
            until.format("%H:%M")
        )
    };
    let taken = other.slot().map(time).unwrap_or_default();
    let hint = if other.is_open() {
        format!(
            "pick another time, or move that one: `mentor checkin move {} --to WHEN`",
            other.id
        )
    } else {
        format!(
            "pick another time, or change that one: `mentor checkin edit {}`",
            other.id
        )
    };
    Err(Failure::refused(format!(
        "{} overlaps check-in {}, {} {taken}",
        time(slot),
        other.id,
        other.state
    ))
    .hint(hint)
    .data("nothing was changed"))
}

/// Planned ones, and those that were held about then.
fn around(tx: &ReadTx<'_>, pair: &PairContext, slot: Slot) -> Result<Vec<Record<CheckIn>>> {
    let mut found = checkins::planned(tx, pair.id())?;
    let day = TimeDelta::days(1);
    found.extend(checkins::held_between(
        tx,
        pair.id(),
        slot.from - day,
        slot.until,
    )?);
    Ok(found)
}
