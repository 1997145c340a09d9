//! Table `closing`.

use crate::domain::closing::{Closing, Leftover};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, checkins, followups, pair_items, questions};

/// Returns the latest closing of a pair, which may have been ended several times.
pub fn for_pair(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Option<Record<Closing>>, StoreError> {
    Ok(pair_items::all_in_pair(tx, pair)?.pop())
}

/// Returns what is open in a pair: planned check-ins, follow-ups and questions.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Leftover>, StoreError> {
    let checkins = checkins::planned(tx, pair)?;
    let followups = followups::open(tx, pair)?;
    let questions = questions::open(tx, pair)?;
    let checkins = checkins.iter().filter_map(Leftover::checkin);
    let followups = followups.iter().filter_map(Leftover::followup);
    let questions = questions.iter().filter_map(Leftover::question);
    Ok(checkins.chain(followups).chain(questions).collect())
}

/// Returns what was left open in a pair that has ended, with what its end closed.
pub fn leftovers(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Leftover>, StoreError> {
    let checkins = checkins::all(tx, pair, None)?;
    let followups = followups::all(tx, pair)?;
    let questions = questions::all(tx, pair)?;
    let checkins = checkins.iter().filter_map(Leftover::checkin);
    let followups = followups.iter().filter_map(Leftover::followup);
    let questions = questions.iter().filter_map(Leftover::question);
    Ok(checkins.chain(followups).chain(questions).collect())
}

/// Returns the latest closing of any pair.
pub fn last(tx: &ReadTx<'_>) -> Result<Option<Record<Closing>>, StoreError> {
    let all: Vec<Record<Closing>> = tx.whole_table()?;
    Ok(all.into_iter().max_by_key(|closing| (closing.on, closing.id)))
}

/// Returns the closings with a day on which to ask how things went on, and no answer yet, by that day.
pub fn awaiting_check_back(tx: &ReadTx<'_>) -> Result<Vec<Record<Closing>>, StoreError> {
    let mut closings: Vec<Record<Closing>> = tx.whole_table()?;
    closings.retain(|closing| closing.update_on.is_some() && closing.updated_on.is_none());
    closings.sort_by_key(|closing| (closing.update_on, closing.id));
    Ok(closings)
}
