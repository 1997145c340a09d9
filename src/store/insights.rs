//! Tables `insight` and `recall`.

use chrono::NaiveDate;

use crate::domain::note::{Insight, Recall};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::reader::Reader;
use crate::store::{StoreError, notes, nouns};

/// Those whose outcome nobody has said, given from `since` to `until`, oldest first.
pub fn without_outcome(
    tx: &Reader<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<Insight>>, StoreError> {
    tx.all(
        "WHERE pair = ?1 AND outcome IS NULL AND \"on\" BETWEEN ?2 AND ?3 ORDER BY \"on\", id",
        (pair.number(), since.to_string(), until.to_string()),
    )
}

/// Those given since a day that come back now to be explained from memory, oldest first.
pub fn to_recall(
    tx: &Reader<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<Record<Insight>>, StoreError> {
    let given: Vec<Record<Insight>> = notes::between(tx, pair, since, today)?;
    let mut found = Vec::new();
    for insight in given {
        // Most are too young to have been recalled at all.
        let is_old = insight.recall_on(0).is_some_and(|day| day <= today);
        if is_old
            && insight
                .recall_on(recalls(tx, insight.id)?.len())
                .is_some_and(|day| day <= today)
        {
            found.push(insight);
        }
    }
    Ok(found)
}

/// Every time an insight was explained from memory.
pub fn recalls(tx: &Reader<'_>, insight: Id<Insight>) -> Result<Vec<Record<Recall>>, StoreError> {
    nouns::of(tx, "insight", insight)
}
