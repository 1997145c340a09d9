//! Table `person`.

use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

/// The user of this file, if they have been introduced.
pub fn user(tx: &ReadTx<'_>) -> Result<Option<Record<Person>>, StoreError> {
    tx.first("WHERE is_user = 1", [])
}

pub fn all(tx: &ReadTx<'_>) -> Result<Vec<Record<Person>>, StoreError> {
    tx.all("ORDER BY id", [])
}
