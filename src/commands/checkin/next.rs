//! `mentor checkin next`

use crate::app::App;
use crate::commands::calendar::{Busy, BusyCalendars};
use crate::commands::checkin::add::planned;
use crate::domain::away::Pauses;
use crate::domain::checkin::CheckIn;
use crate::domain::pair::Couple;
use crate::error::{Failure, Result};
use crate::store::reader::Reader;
use crate::store::{agreements, aways, checkins, document};
use crate::view;

/// Propose the next check-in from the agreed rhythm
#[derive(Debug, clap::Args)]
pub struct NextArgs {
    /// Plan it as proposed
    #[arg(long)]
    add: bool,

    #[command(flatten)]
    busy: Busy,
}

pub fn run(app: &mut App<'_, '_>, args: &NextArgs) -> Result<()> {
    let calendars = BusyCalendars::read(app, &args.busy)?;
    let (proposed, couple) = app.read(|tx| {
        let couple = app.couple(tx)?;
        Ok((propose(app, tx, &couple)?, couple))
    })?;
    let busy = match proposed.planned_slot() {
        Some(window) => calendars.times(window, couple.user().zone)?,
        None => Vec::new(),
    };
    for busy in &busy {
        let times = view::checkin::busy(busy, &couple, app.now);
        app.ui.note(&format!("you are busy then: {times}"))?;
    }
    if args.add {
        let (record, slug) = app.write(|app, tx| {
            let couple = app.couple_to_change(tx)?;
            let record = tx.insert(propose(app, tx, &couple)?)?;
            tx.say(view::checkin::planned(&record, &couple, app.now));
            Ok((record, couple.slug().to_owned()))
        })?;
        return app.show_json(|| document::item(&record, Some(&slug)));
    }
    let now = app.now;
    app.show(
        || view::checkin::proposal_json(&proposed, &busy, &couple),
        |_| view::checkin::proposal(&proposed, &couple, now),
    )
}

/// The next time of the agreed rhythm, after the last planned one.
fn propose(app: &App<'_, '_>, tx: &Reader<'_>, couple: &Couple) -> Result<CheckIn> {
    let agreement = agreements::in_force(tx, couple.id())?;
    let terms = agreement.as_ref().map(|agreement| &agreement.terms);
    let cadence = terms.and_then(|terms| terms.cadence).ok_or_else(|| {
        Failure::not_found(format!("no rhythm is agreed for `{}`", couple.slug()))
            .hint("`mentor agree --cadence \"every 2 weeks\"`, or plan one with `mentor checkin add --at WHEN`")
    })?;
    let zone = couple.user().zone;
    let held = checkins::last_held(tx, couple.id(), app.now)?.and_then(|checkin| checkin.held_at);
    let ahead = checkins::planned(tx, couple.id())?;
    let planned_last = ahead.last().and_then(|checkin| checkin.planned_at);
    let last = held.max(planned_last);
    let start = terms
        .and_then(|terms| terms.starts)
        .unwrap_or_else(|| app.today_of(couple.user()));
    let after = planned_last.map_or(app.now, |at| at.max(app.now));
    let aways = aways::of_couple(tx, couple, app.today_of(couple.user()))?;
    let pauses = Pauses::of(aways.iter().map(|away| &away.it));
    let at = cadence.next(last, start, after, zone, None, &pauses);
    let mut draft = planned(couple, at, zone, app.now)?;
    draft.planned_minutes = terms.and_then(|terms| terms.length);
    draft.channel = terms.and_then(|terms| terms.channel.clone());
    Ok(draft)
}
