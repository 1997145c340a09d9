//! Tables `insight` and `recall`.

use chrono::{Days, NaiveDate};

use crate::domain::insight::{Insight, OUTCOME_AFTER, RECALL_UNTIL, Recall};
use crate::domain::pair::Pair;
use crate::domain::record::{Id, Record};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, pair_items, tally};

/// Returns the insights without an outcome whose outcome is due from `first` to `last`, both included, oldest first.
pub fn with_outcome_due(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Record<Insight>>, StoreError> {
    let day_of_advice =
        |due: NaiveDate| due.checked_sub_days(Days::new(OUTCOME_AFTER)).unwrap_or(NaiveDate::MIN);
    tx.load_span(
        &tally::INSIGHTS_WITHOUT_OUTCOME.claim_between(
            pair,
            day_of_advice(first),
            day_of_advice(last),
        ),
        "WHERE pair = ?1 AND outcome IS NULL AND \"on\" >= ?2 AND \"on\" < ?3 ORDER BY \"on\", id",
    )
}

/// Returns the insights that are now due to be explained from memory, oldest first.
pub fn to_recall(
    tx: &ReadTx<'_>,
    pair: Id<Pair>,
    today: NaiveDate,
) -> Result<Vec<Record<Insight>>, StoreError> {
    let since = today.checked_sub_days(Days::new(RECALL_UNTIL));
    let recent: Vec<Record<Insight>> =
        pair_items::between_days(tx, pair, since.unwrap_or(today), today)?;
    let mut due = Vec::new();
    // The first recall of most insights is still to come, so that their recalls need not be read.
    let is_old_enough =
        |insight: &Record<Insight>| insight.recall_on(&[]).is_some_and(|day| day <= today);
    for insight in recent.into_iter().filter(is_old_enough) {
        if insight.is_recall_due(&recalled_on(tx, insight.id)?, today) {
            due.push(insight);
        }
    }
    Ok(due)
}

/// Returns all recalls of an insight, by number.
pub fn recalls(tx: &ReadTx<'_>, insight: Id<Insight>) -> Result<Vec<Record<Recall>>, StoreError> {
    pair_items::owned_by(tx, "insight", insight)
}

/// Returns the days of all recalls of an insight.
pub fn recalled_on(tx: &ReadTx<'_>, insight: Id<Insight>) -> Result<Vec<NaiveDate>, StoreError> {
    let recalls = recalls(tx, insight)?;
    Ok(recalls.iter().map(|recall| recall.on).collect())
}
