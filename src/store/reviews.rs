//! Table `review`.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::dates::Now;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::pair_history::PairHistory;
use crate::domain::record::{Id, Record};
use crate::domain::review::Review;
use crate::store::column::instant;
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

/// Returns the present moment, or the next second if a review was held in this one: what is recorded after a review belongs
/// to the next period.
pub fn now_after_reviews(tx: &ReadTx<'_>, now: Now) -> Result<Now, StoreError> {
    let mut at = now.at;
    while tx.first::<Review>("WHERE at = ?1", [instant(at)])?.is_some() {
        at += TimeDelta::seconds(1);
    }
    Ok(now.style.now(at))
}

/// Returns the present moment, or the next second if something was recorded right after a review in this one.
pub fn now_for_report(tx: &ReadTx<'_>, now: Now) -> Result<Now, StoreError> {
    let after = now_after_reviews(tx, now)?;
    let has_changes = |at| {
        let sql = "SELECT EXISTS (SELECT 1 FROM step WHERE at >= ?1)";
        tx.connection.query_row(sql, [instant(at)], |row| row.get(0))
    };
    Ok(if after != now && has_changes(after.at)? { after } else { now })
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
    let created = created.min(pair.record.began_on());
    Ok(history.first_day().unwrap_or(created).min(created))
}
