//! `mentor when`

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::app::App;
use crate::commands::arg::{self, Cells};
use crate::commands::calendar::{Busy, BusyCalendars};
use crate::domain::checkin::USUAL;
use crate::domain::length::{Minutes, Span};
use crate::domain::pair::Couple;
use crate::domain::shift;
use crate::domain::slots::{self, Search, Slot};
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};
use crate::error::{Failure, Kind, Result};
use crate::store::reader::Reader;
use crate::store::{agreements, aways, checkins, pairs};
use crate::view;
use crate::view::when::Offer;

#[derive(Debug, clap::Args)]
pub struct WhenArgs {
    /// How long it has to be; left out: as agreed
    #[arg(long, value_name = "LENGTH")]
    length: Option<String>,

    /// How far ahead to look
    #[arg(long, value_name = "SPAN", default_value = "2 weeks")]
    within: String,

    /// From which day on; left out: now
    #[arg(long, value_name = "DATE")]
    from: Option<String>,

    #[command(flatten)]
    busy: Busy,

    /// End with status 1 if there is no slot
    #[arg(long)]
    exit_code: bool,

    #[command(flatten)]
    cells: Cells,
}

pub fn run(app: &mut App<'_, '_>, args: &WhenArgs) -> Result<()> {
    let length = arg::minutes(args.length.as_deref())?;
    let within = Span::parse(&args.within)?;
    let calendars = BusyCalendars::read(app, &args.busy)?;
    let now = app.now;
    let offers = app.read(|tx| {
        let couples = app.couples(tx)?;
        if couples.is_empty() {
            return Err(Failure::not_found("there is no active pair yet")
                .hint("`mentor pair add ana --mentee Ana` adds one"));
        }
        let planned = taken(tx)?;
        let found = couples.into_iter().map(|couple| {
            let today = app.today_of(couple.user());
            let first = arg::day(args.from.as_deref(), today)?.unwrap_or(today);
            let last = within.add_to(first, &WorkWeek::default()).unwrap_or(first);
            let length = length.or(agreed(tx, &couple)?).unwrap_or(USUAL);
            let taken = |window: Slot, zone| {
                let mut times = calendars.times(window, zone)?;
                times.extend(&planned);
                Ok(times)
            };
            offer(tx, couple, now, (first, last), length, taken)
        });
        found.collect::<Result<Vec<Offer>>>()
    })?;
    app.list(
        args.cells.sheet(),
        &view::when::COLUMNS,
        || view::when::json(&offers, now),
        |page| view::when::text(&offers, now, page),
    )?;
    if args.exit_code && offers.iter().all(|offer| offer.slots.is_empty()) {
        return Err(Failure::new(Kind::Negative, ""));
    }
    Ok(())
}

/// What one pair is offered from now on, between two days of the user, both included.
fn offer(
    tx: &Reader<'_>,
    couple: Couple,
    now: DateTime<Utc>,
    (first, last): (NaiveDate, NaiveDate),
    length: Minutes,
    taken: impl FnOnce(Slot, Tz) -> Result<Vec<Slot>>,
) -> Result<Offer> {
    let zone = couple.user().zone;
    let midnight = |day: NaiveDate| zone::wall_clock(day.and_time(NaiveTime::MIN), zone);
    let search = Search {
        from: midnight(first).max(now),
        until: midnight(last.checked_add_days(Days::new(1)).unwrap_or(last)),
        length: length.delta(),
    };
    let aways = aways::of_couple(tx, &couple, first)?;
    let window = Slot {
        from: search.from,
        until: search.until,
    };
    let slots = slots::free(&couple, &aways, &taken(window, zone)?, search);
    Ok(Offer {
        is_taken: slots.is_empty() && !slots::free(&couple, &[], &[], search).is_empty(),
        shifts: shift::between(zone, couple.partner().zone, first, last),
        slots,
        length,
        couple,
        aways,
        last,
    })
}

fn agreed(tx: &Reader<'_>, couple: &Couple) -> Result<Option<Minutes>> {
    Ok(agreements::in_force(tx, couple.id())?.and_then(|agreement| agreement.terms.length))
}

/// The check-ins that are planned with anybody: the user can't be in two calls.
fn taken(tx: &Reader<'_>) -> Result<Vec<Slot>> {
    let mut taken = Vec::new();
    for couple in pairs::active_couples(tx)? {
        for one in checkins::planned(tx, couple.id())? {
            taken.extend(one.planned_slot());
        }
    }
    Ok(taken)
}
