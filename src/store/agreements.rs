//! Table `agreement`.

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::pair_history;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the newest version, accepted or not.
pub fn latest(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Option<Record<Agreement>>, StoreError> {
    Ok(all(tx, pair)?.pop())
}

/// Returns the version that is in force on a day.
pub fn on_day(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    day: NaiveDate,
) -> Result<Option<Record<Agreement>>, StoreError> {
    let versions = all(tx, pair.id())?;
    Ok(pair_history::version_on(pair, &versions, day).cloned())
}

/// Finds a version by its number.
pub fn version(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    version: u32,
) -> Result<Option<Record<Agreement>>, StoreError> {
    let mut versions = all(tx, pair)?.into_iter();
    Ok(versions.find(|agreement| agreement.version == version))
}

/// Returns all versions, oldest first.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Agreement>>, StoreError> {
    let all = tally::whole_set::<Agreement>().for_id(pair);
    tx.load_claimed(&[all], "WHERE pair = ?1 ORDER BY version", [pair.number()])
}
