//! Tables `pulse` and `pulse_answer`.

use crate::domain::pair::Pair;
use crate::domain::person::Side;
use crate::domain::pulse::{Pulse, PulseAnswer};
use crate::domain::record::{Id, Record};
use crate::domain::snapshot::PulseStatus;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

/// The last one that was asked and not dropped.
pub fn last(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Option<Record<Pulse>>, StoreError> {
    tx.first(
        "WHERE pair = ?1 AND state <> 'dropped' ORDER BY \"on\" DESC, id DESC",
        [pair.number()],
    )
}

/// Those that wait for answers: one, as long as nothing was imported.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Pulse>>, StoreError> {
    tx.all(
        "WHERE pair = ?1 AND state = 'open' ORDER BY \"on\", id",
        [pair.number()],
    )
}

/// What one side said last.
pub fn last_answer(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    side: Side,
) -> Result<Option<Record<PulseAnswer>>, StoreError> {
    tx.first(
        "WHERE pair = ?1 AND side = ?2 ORDER BY \"on\" DESC, id DESC",
        (pair.number(), side.word()),
    )
}

/// What both sides said, the mentor's answer first.
pub fn answers(tx: &ReadTx<'_>, pulse: Id<Pulse>) -> Result<Vec<Record<PulseAnswer>>, StoreError> {
    tx.all("WHERE pulse = ?1 ORDER BY side DESC, id", [pulse.number()])
}

/// The last one with what was answered.
pub fn latest_status(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Option<PulseStatus>, StoreError> {
    let Some(pulse) = last(tx, pair)? else {
        return Ok(None);
    };
    Ok(Some(PulseStatus {
        answers: answers(tx, pulse.id)?,
        pulse,
    }))
}
