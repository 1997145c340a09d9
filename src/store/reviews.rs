//! Table `review`.

use chrono::NaiveDate;

use crate::domain::pair::{Pair, PairContext};
use crate::domain::pair_history::PairHistory;
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, agreements, tally};

/// Returns the latest review on or before `until`, which is the baseline of the next review.
pub fn latest(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    until: NaiveDate,
) -> Result<Option<Record<Review>>, StoreError> {
    Ok(all(tx, pair)?.into_iter().rfind(|review| review.on <= until))
}

/// Returns all reviews, oldest first.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Review>>, StoreError> {
    let all = tally::whole_set::<Review>().for_id(pair);
    let clause = "WHERE pair = ?1 ORDER BY \"on\", id";
    tx.load_claimed(&[all], clause, [pair.number()])
}

/// Returns the first day of which progress is reviewed: the first day of the agreement or the day on which the pair was
/// added, whichever is earlier.
pub fn first_day(tx: &ReadTx<'_>, pair: &PairContext) -> Result<NaiveDate, StoreError> {
    let versions = agreements::all(tx, pair.id())?;
    let history = PairHistory::new(pair, &versions, &[]);
    let created = pair.pair_day(pair.record.created_at);
    let created = created.min(pair.record.since());
    Ok(history.first_day().unwrap_or(created).min(created))
}
