//! Table `agreement`.

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::pair::{Pair, PairContext};
use crate::domain::pair_history;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

type Found = Result<Option<Record<Agreement>>, StoreError>;

/// The newest version, accepted or not.
pub fn latest(tx: &ReadTx<'_>, pair: Id<Pair>) -> Found {
    Ok(all(tx, pair)?.pop())
}

/// The version that holds on a day.
pub fn on_day(
    tx: &ReadTx<'_>,
    pair: &PairContext,
    day: NaiveDate,
) -> Result<Option<Record<Agreement>>, StoreError> {
    let versions = all(tx, pair.id())?;
    Ok(pair_history::version_on(pair, &versions, day).cloned())
}

pub fn version(tx: &ReadTx<'_>, pair: Id<Pair>, version: u32) -> Found {
    let mut versions = all(tx, pair)?.into_iter();
    Ok(versions.find(|one| one.version == version))
}

/// All versions, oldest first.
pub fn all(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Agreement>>, StoreError> {
    let all = tally::whole_set::<Agreement>().for_id(pair);
    tx.load_claimed(&[all], "WHERE pair = ?1 ORDER BY version", [pair.number()])
}
