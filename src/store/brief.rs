//! What changed since the last held check-in.

use crate::domain::situation::{PairSnapshot, RecentChanges};
use crate::store::reader::ReadTx;
use crate::store::{StoreError, followups, goals};

pub fn since_last(tx: &ReadTx<'_>, situation: &PairSnapshot) -> Result<RecentChanges, StoreError> {
    let pair = situation.couple.id();
    let zone = situation.couple.user().zone;
    let held = situation
        .last_held
        .as_ref()
        .and_then(|checkin| checkin.held_at);
    let since = held.unwrap_or(situation.couple.pair.created_at);
    let (first, today) = (since.with_timezone(&zone).date_naive(), situation.today());
    Ok(RecentChanges {
        closed: followups::closed_between(tx, pair, first, today)?,
        goals_closed: goals::closed_between(tx, pair, first, today)?,
        since,
    })
}
