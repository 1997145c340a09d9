//! What is told of a rhythm when it is agreed: when the first check-ins are, and which months have none.

use chrono::NaiveDate;

use crate::app::App;
use crate::domain::agreement::AgreementTerms;
use crate::domain::away::Pauses;
use crate::domain::first_dates::RhythmStart;
use crate::domain::pair::PairContext;
use crate::error::Result;
use crate::store::write_tx::WriteTx;
use crate::store::{aways, checkins};
use crate::view;

/// Tells the first dates of a new rhythm; nothing if it is that of the terms before.
pub fn tell(
    app: &App<'_, '_>,
    tx: &WriteTx<'_>,
    pair: &PairContext,
    terms: &AgreementTerms,
    before: Option<&AgreementTerms>,
    today: NaiveDate,
) -> Result<()> {
    let Some(cadence) = terms.cadence else {
        return Ok(());
    };
    let starts = terms.starts.unwrap_or(today);
    let is_known = |before: &AgreementTerms| {
        before.cadence == terms.cadence
            && before.starts == terms.starts
            && before.ends == terms.ends
    };
    if before.is_some_and(is_known) {
        return Ok(());
    }
    let aways = aways::for_pair(tx, pair, today)?;
    let start = RhythmStart {
        starts,
        ends: terms.ends,
        last_held: checkins::last_held(tx, pair.id(), app.now)?.and_then(|last| last.held_at),
        now: app.now,
        zone: pair.user().zone,
        pauses: &Pauses::from_aways(aways.iter().map(|away| &away.data)),
    };
    match start.first_dates(&cadence).as_slice() {
        [] => tx.remark(view::rhythm::no_dates(&cadence)),
        dates => tx.add_message(view::rhythm::first_dates(dates, pair, app.now)),
    }
    if let Some(remark) = view::rhythm::gaps(&cadence) {
        tx.remark(remark);
    }
    Ok(())
}
