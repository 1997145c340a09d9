//! Table `introduction`.

use crate::domain::introduction::Introduction;
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the introductions in progress, the one that has waited longest first.
pub fn open(tx: &ReadTx<'_>, pair: Id<Pair>) -> Result<Vec<Record<Introduction>>, StoreError> {
    tx.load_and_sort(
        &[tally::OPEN_INTRODUCTIONS.for_id(pair)],
        "WHERE pair = ?1 AND state IN ('asked', 'agreed', 'introduced', 'met')",
        [pair.number()],
        |introduction: &Record<Introduction>| (introduction.state_on, introduction.id),
    )
}
