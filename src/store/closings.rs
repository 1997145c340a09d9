//! Table `closing`.

use crate::domain::closing::Closing;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::StoreError;
use crate::store::reader::Reader;

/// How a pair ended, the last time it did.
pub fn of(tx: &Reader<'_>, pair: Id<Pair>) -> Result<Option<Record<Closing>>, StoreError> {
    tx.first("WHERE pair = ?1 ORDER BY id DESC", [pair.number()])
}

/// The last one of any pair.
pub fn last(tx: &Reader<'_>) -> Result<Option<Record<Closing>>, StoreError> {
    tx.first("ORDER BY \"on\" DESC, id DESC", [])
}

/// Those with a day on which to ask where the two are now, and no word of it yet.
pub fn to_ask(tx: &Reader<'_>) -> Result<Vec<Record<Closing>>, StoreError> {
    tx.all(
        "WHERE update_on IS NOT NULL AND updated_on IS NULL ORDER BY update_on, id",
        [],
    )
}
