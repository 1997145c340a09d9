//! Table `review`.

use chrono::NaiveDate;

use crate::domain::pair::{Pair, PairContext};
use crate::domain::pair_history::PairHistory;
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, agreements, tally};

/// The last stored review on or before `until`: the baseline of the next one.
pub fn latest(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    until: NaiveDate,
) -> Result<Option<Record<Review>>, StoreError> {
    Ok(all(tx, pair)?.into_iter().rfind(|one| one.on <= until))
}

/// All, oldest first.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Review>>, StoreError> {
    let all = tally::whole_set::<Review>().for_id(pair);
    let clause = "WHERE pair = ?1 ORDER BY \"on\", id";
    tx.load_claimed(&[all], clause, [pair.number()])
}

/// The day from which on progress is reviewed: the first of the agreement, or the one on which the pair was added.
pub fn first_day(tx: &ReadTx<'_>, pair: &PairContext) -> Result<NaiveDate, StoreError> {
    let versions = agreements::all(tx, pair.id())?;
    let history = PairHistory::new(pair, &versions, &[]);
    let created = pair.pair_day(pair.record.created_at);
    let created = created.min(pair.record.since());
    Ok(history.first_day().unwrap_or(created).min(created))
}
