//! `mentor checkin next`

use crate::app::{App, pair_option};
use crate::commands::calendar::{BusyArgs, BusyCalendars};
use crate::commands::everyday::when;
use crate::commands::records::checkin::add::{new_planned, plan};
use crate::domain::checkin::CheckIn;
use crate::domain::dates::{self, Now};
use crate::domain::pair::{PairContext, PairState};
use crate::domain::proposal;
use crate::error::{Failure, Result};
use crate::store::read_tx::ReadTx;
use crate::store::{json, snapshots};
use crate::view::{self, words};

/// Suggest the next check-in from the agreed cadence
#[derive(Debug, clap::Args)]
pub struct NextArgs {
    /// Plan it right away
    #[arg(long)]
    add: bool,

    #[command(flatten)]
    busy: BusyArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &NextArgs) -> Result<()> {
    let calendars = BusyCalendars::read(app, &args.busy)?;
    let (proposal, pair) = app.read(|tx| {
        let pair = app.current_pair_to_read(tx)?;
        Ok((propose(app, tx, &pair)?, pair))
    })?;
    let busy = match proposal.planned_slot() {
        Some(window) => calendars.busy_slots(window, pair.user().zone),
        None => Vec::new(),
    };
    calendars.print_notes(app)?;
    for busy in &busy {
        let times = view::records::checkin::busy(busy, &pair, app.now);
        app.ui.note(&format!("you are busy then: {times}"))?;
    }
    let outside_hours = proposal.planned_at.and_then(|at| words::outside_hours(at, &pair));
    if let Some(remark) = outside_hours {
        app.ui.note(&remark)?;
    }
    if args.add {
        let (record, slug) = app.write(|app, tx| {
            let pair = app.current_pair_for_write(tx)?;
            let record = plan(tx, &pair, propose(app, tx, &pair)?, app.now)?;
            tx.add_message(view::records::checkin::planned_message(&record, &pair, app.now));
            Ok((record, pair.slug().to_owned()))
        })?;
        return app.print_record_json(|| json::item(&record, Some(&slug)));
    }
    let now = app.now;
    app.print_result(
        || view::records::checkin::proposal_json(&proposal, &busy, &pair),
        |_| view::records::checkin::proposal(&proposal, &pair, now),
    )
}

/// Returns the next date of the agreed cadence for which nothing is planned.
pub fn propose(app: &App<'_, '_>, tx: &ReadTx<'_>, pair: &PairContext) -> Result<CheckIn> {
    must_be_active(pair, app.now)?;
    let snapshot = snapshots::load_for_due(tx, pair.clone(), app.now, 0)?;
    let option = pair_option(tx, pair)?;
    if snapshot.terms().and_then(|terms| terms.cadence).is_none() {
        return Err(Failure::not_found(format!("`{}` has no agreed cadence", pair.slug()))
            .hint(format!("run `mentor agree --cadence \"every 2 weeks\"{option}`, or `mentor checkin add --at WHEN{option}` to plan one")));
    }
    let planned = when::planned_slots(tx)?;
    let proposal = proposal::propose_call(&snapshot, &planned).ok_or_else(|| {
        Failure::not_found(format!("`{}` has no agreed check-in ahead", pair.slug()))
            .hint(format!("run `mentor agree renew --ends DATE{option}` to extend the agreement, or `mentor checkin add --at WHEN{option}` to plan one"))
    })?;
    let mut draft = new_planned(tx, pair, proposal.at, proposal.zone, app.now)?;
    draft.planned_minutes = proposal.minutes;
    draft.channel = proposal.channel;
    Ok(draft)
}

/// Fails for a paused or ended pair: it has no next check-in, whatever was agreed.
fn must_be_active(pair: &PairContext, now: Now) -> Result<()> {
    let (slug, record) = (pair.slug(), &pair.record);
    let since = dates::format_day(record.state_on, words::today(pair.user(), now));
    let state = match record.state {
        PairState::Active => return Ok(()),
        PairState::Paused => format!("has been paused since {since}"),
        PairState::Ended => format!("ended on {since}"),
    };
    Err(Failure::refused(format!("`{slug}` {state}, so there is no next check-in"))
        .hint(format!("run `mentor pair resume {slug}` to resume it")))
}
