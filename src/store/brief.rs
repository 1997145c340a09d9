//! What changed since the last held check-in.

use crate::domain::situation::{Changes, Situation};
use crate::store::reader::Reader;
use crate::store::{StoreError, followups, goals};

pub fn since_last(tx: &Reader<'_>, situation: &Situation) -> Result<Changes, StoreError> {
    let pair = situation.couple.id();
    let zone = situation.couple.user().zone;
    let held = situation
        .last_held
        .as_ref()
        .and_then(|checkin| checkin.held_at);
    let since = held.unwrap_or(situation.couple.pair.created_at);
    let (first, today) = (since.with_timezone(&zone).date_naive(), situation.today());
    Ok(Changes {
        closed: followups::closed_between(tx, pair, first, today)?,
        goals_closed: goals::closed_between(tx, pair, first, today)?,
        since,
    })
}
