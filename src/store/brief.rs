//! What changed since the last held check-in.

use crate::domain::snapshot::{PairSnapshot, RecentChanges};
use crate::store::read_tx::ReadTx;
use crate::store::{StoreError, followups, goals};

/// Loads the follow-ups and goals that were closed since the last held check-in, or since the pair was added.
pub fn since_last(tx: &ReadTx<'_>, snapshot: &PairSnapshot) -> Result<RecentChanges, StoreError> {
    let pair = snapshot.pair.id();
    let zone = snapshot.pair.user().zone;
    let held = snapshot.last_held.as_ref().and_then(|checkin| checkin.held_at);
    let since = held.unwrap_or(snapshot.pair.record.created_at);
    let (first, today) = (since.with_timezone(&zone).date_naive(), snapshot.today());
    Ok(RecentChanges {
        closed: followups::closed_between(tx, pair, first, today.day)?,
        goals_closed: goals::closed_between(tx, pair, first, today.day)?,
        since,
    })
}
