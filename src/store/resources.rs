//! Table `resource`.

use chrono::NaiveDate;

use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::domain::resource::Resource;
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, tally};

/// Returns the resources in progress, and those done on or after `since`, by day.
pub fn in_progress_or_done_since(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
) -> Result<Vec<Record<Resource>>, StoreError> {
    let done = tally::DONE_RESOURCES.claim_since(pair, since);
    let (from, _) = done.bounds();
    tx.load_and_sort(
        &[tally::BEGUN_RESOURCES.for_id(pair), done],
        // A single condition with OR would make SQLite read everything that was ever done.
        "WHERE id IN (
             SELECT id FROM resource WHERE pair = ?1 AND state = 'begun'
             UNION ALL
             SELECT id FROM resource WHERE pair = ?1 AND state = 'done' AND state_on >= ?2
         )",
        (pair.number(), from),
        |resource: &Record<Resource>| (resource.state_on, resource.id),
    )
}
