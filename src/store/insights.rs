//! Tables `insight` and `recall`.

use chrono::{Days, NaiveDate};

use crate::domain::insight::{Insight, RECALL_UNTIL, Recall};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, pair_items, tally};

/// Those whose outcome nobody has said, given from `since` to `until`, oldest first.
pub fn without_outcome(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Record<Insight>>, StoreError> {
    tx.load_span(
        &tally::INSIGHTS_WITHOUT_OUTCOME.between(pair, since, until),
        "WHERE pair = ?1 AND outcome IS NULL AND \"on\" >= ?2 AND \"on\" < ?3 ORDER BY \"on\", id",
    )
}

/// Those that come back now to be explained from memory, oldest first.
pub fn to_recall(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    today: NaiveDate,
) -> Result<Vec<Record<Insight>>, StoreError> {
    let since = today.checked_sub_days(Days::new(RECALL_UNTIL));
    let given: Vec<Record<Insight>> =
        pair_items::between_days(tx, pair, since.unwrap_or(today), today)?;
    let mut found = Vec::new();
    // Most are too young to have been recalled at all.
    let is_old = |one: &Record<Insight>| one.recall_on(&[]).is_some_and(|day| day <= today);
    for insight in given.into_iter().filter(is_old) {
        if insight.is_recall_due(&recalled_on(tx, insight.id)?, today) {
            found.push(insight);
        }
    }
    Ok(found)
}

/// Every time an insight was explained from memory.
pub fn recalls(tx: &ReadTx<'_>, insight: Id<Insight>) -> Result<Vec<Record<Recall>>, StoreError> {
    pair_items::owned_by(tx, "insight", insight)
}

/// The days of the recalls.
pub fn recalled_on(tx: &ReadTx<'_>, insight: Id<Insight>) -> Result<Vec<NaiveDate>, StoreError> {
    let recalls = recalls(tx, insight)?;
    Ok(recalls.iter().map(|one| one.on).collect())
}
