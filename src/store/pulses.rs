//! Tables `pulse` and `pulse_answer`.

use chrono::NaiveDate;

use crate::domain::pair::{Pair, PairContext};
use crate::domain::person::Side;
use crate::domain::pulse::{Pulse, PulseAnswer, PulseState};
use crate::domain::record::{Id, Record};
use crate::domain::snapshot::PulseStatus;
use crate::store::read_tx::ReadTx;
use crate::store::share::circles;
use crate::store::{StoreError, pair_items, tally};

/// Returns the latest pulse that was not dropped.
pub fn last(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Option<Record<Pulse>>, StoreError> {
    tx.load_last(
        || tally::ASKED_PULSES.claim_since(pair, NaiveDate::MIN),
        "WHERE pair = ?1 AND state <> 'dropped' AND \"on\" >= ?2 AND \"on\" < ?3 ORDER BY \"on\" DESC, id DESC",
    )
}

/// Returns the pulses that wait for answers, oldest first. There can be more than one only after an import.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Pulse>>, StoreError> {
    let mut pulses: Vec<Record<Pulse>> = pair_items::all_in_pair(tx, pair)?;
    pulses.retain(|pulse| pulse.state == PulseState::Open);
    pulses.sort_by_key(|pulse| (pulse.on, pulse.id));
    Ok(pulses)
}

/// Returns the latest answer of one side.
pub fn last_answer(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    side: Side,
) -> Result<Option<Record<PulseAnswer>>, StoreError> {
    let mut all: Vec<Record<PulseAnswer>> = pair_items::all_in_pair(tx, pair)?;
    all.retain(|answer| answer.side == side);
    Ok(all.into_iter().max_by_key(|answer| (answer.on, answer.id)))
}

/// Returns the answers to a pulse, the mentor's first.
pub fn answers(tx: &ReadTx<'_>, pulse: Id<Pulse>) -> Result<Vec<Record<PulseAnswer>>, StoreError> {
    let all = tally::ANSWERS_OF_PULSE.for_id(pulse);
    let key = |answer: &Record<PulseAnswer>| (answer.side, answer.id);
    tx.load_and_sort(&[all], "WHERE pulse = ?1", [pulse.number()], key)
}

/// Returns the sides that answer in this file. In a shared pair the other side's answers stay in its own file, and output
/// for that side asks nobody.
pub fn answering_sides(tx: &ReadTx<'_>, pair: &PairContext) -> Result<Vec<Side>, StoreError> {
    Ok(if tx.is_for_shared_pair {
        Vec::new()
    } else if circles::has_partner(tx, pair)? {
        vec![pair.user_side()]
    } else {
        Side::ALL.to_vec()
    })
}

/// Returns the latest pulse with its answers.
pub fn latest_status(
    tx: &ReadTx<'_>,
    pair: &PairContext,
) -> Result<Option<PulseStatus>, StoreError> {
    let pulse = last(tx, pair.id())?;
    pulse.map(|pulse| status(tx, pair, pulse)).transpose()
}

/// Returns a pulse with its answers.
pub fn status(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    pulse: Record<Pulse>,
) -> Result<PulseStatus, StoreError> {
    Ok(PulseStatus {
        answers: answers(tx, pulse.id)?,
        sides: match pulse.state {
            PulseState::Open => answering_sides(tx, pair)?,
            _ => Side::ALL.to_vec(),
        },
        pulse,
    })
}
