//! Table `topic`.

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::topic::Topic;
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the open topics, by number.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Topic>>, StoreError> {
    tx.load_and_sort(
        &[tally::OPEN_TOPICS.for_id(pair)],
        "WHERE pair = ?1 AND state = 'open'",
        [pair.number()],
        |topic| topic.id,
    )
}
