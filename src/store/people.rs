//! Table `person`.

use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

/// Returns the user of this file. `None`: none has been set up yet.
pub fn user(tx: &ReadTx<'_>) -> Result<Option<Record<Person>>, StoreError> {
    let user = tx.first("WHERE is_user = 1", [])?;
    if user.is_none() {
        // Fails if rows of the table are missing.
        all(tx)?;
    }
    Ok(user)
}

pub fn all(tx: &ReadTx<'_>) -> Result<Vec<Record<Person>>, StoreError> {
    tx.whole_table()
}
