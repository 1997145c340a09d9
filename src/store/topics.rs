//! Table `topic`.

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::topic::Topic;
use crate::store::StoreError;
use crate::store::read_tx::ReadTx;

pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Topic>>, StoreError> {
    tx.all(
        "WHERE pair = ?1 AND state = 'open' ORDER BY id",
        [pair.number()],
    )
}
