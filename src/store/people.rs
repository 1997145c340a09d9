//! Table `person`.

use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

/// The user of this file, if they have been introduced.
pub fn user(tx: &ReadTx<'_>) -> Result<Option<Record<Person>>, StoreError> {
    let found = tx.first("WHERE is_user = 1", [])?;
    if found.is_none() {
        all(tx)?;
    }
    Ok(found)
}

pub fn all(tx: &ReadTx<'_>) -> Result<Vec<Record<Person>>, StoreError> {
    tx.whole_table()
}
