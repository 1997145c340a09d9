//! `mentor when`

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use crate::app::App;
use crate::commands::calendar::{BusyArgs, BusyCalendars};
use crate::commands::command_line::arg::{self, CsvArgs};
use crate::domain::checkin::USUAL;
use crate::domain::dates::{self, DayRole, Now, Today};
use crate::domain::length::{Minutes, Span};
use crate::domain::offset_mismatch::{self, OffsetMismatch};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::slots::{self, Slot, SlotQuery};
use crate::domain::workweek::WorkWeek;
use crate::domain::zone::{self, Tz};
use crate::error::{Failure, FailureKind, Result};
use crate::store::read_tx::ReadTx;
use crate::store::{agreements, aways, checkins, pairs};
use crate::view;
use crate::view::json::parts::ReportMoment;
use crate::view::reports::when::{Help, Obstacle, SlotOffer};
use crate::view::words;

#[derive(Debug, clap::Args)]
pub struct WhenArgs {
    /// Length [default: as agreed]
    #[arg(long, value_name = "LENGTH")]
    length: Option<String>,

    /// How far ahead to look
    #[arg(long, value_name = "SPAN", default_value = "2 weeks")]
    within: String,

    /// Start date [default: now]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,

    #[command(flatten)]
    busy: BusyArgs,

    /// Exit with status 1 if there is no free time
    #[arg(long)]
    exit_code: bool,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &WhenArgs) -> Result<()> {
    let length = arg::parse_minutes(args.length.as_deref())?;
    let within = Span::parse(&args.within)?;
    let calendars = BusyCalendars::read(app, &args.busy)?;
    let now = app.now;
    let (offers, today) = app.read(|tx| {
        let pairs = app.selected_pairs(tx)?;
        if pairs.is_empty() {
            return Err(Failure::not_found("there is no active pair")
                .hint(view::reports::status::no_active_pair_hint(&pairs::pairs(tx)?)));
        }
        let planned = planned_slots(tx)?;
        let offers = pairs.into_iter().map(|pair| {
            let today = app.today_of(pair.user());
            let first = first_day(args.from.as_deref(), today)?;
            let last = within.add_to(first, &WorkWeek::default()).unwrap_or(first);
            let length = length.or(agreed_length(tx, &pair, first)?).unwrap_or(USUAL);
            let busy = |window: Slot, zone| {
                let mut times = calendars.busy_slots(window, zone);
                times.extend(&planned);
                times
            };
            let offer = find_slots(tx, pair, now, (first, last), length, busy)?;
            if offer.slots.is_empty() {
                with_suggestion(tx, offer, now, &planned)
            } else {
                Ok(offer)
            }
        });
        let offers = offers.collect::<Result<Vec<SlotOffer>>>()?;
        Ok((offers, app.user_today(tx, now)?))
    })?;
    let moment = ReportMoment { as_of_moment: now.at, as_of_day: today.day };
    calendars.print_notes(app)?;
    app.print_list(
        args.cells.format(),
        &view::reports::when::COLUMNS,
        || view::reports::when::json(&offers, moment),
        |page| view::reports::when::text(&offers, now, page),
    )?;
    if args.exit_code && offers.iter().all(|offer| offer.slots.is_empty()) {
        return Err(Failure::new(FailureKind::Negative, ""));
    }
    Ok(())
}

/// Finds the free times of one pair from now on, between two days in the user's zone, both included.
fn find_slots(
    tx: &ReadTx<'_>,
    pair: PairContext,
    now: Now,
    (first, last): (NaiveDate, NaiveDate),
    length: Minutes,
    busy: impl FnOnce(Slot, Tz) -> Vec<Slot>,
) -> Result<SlotOffer> {
    let zone = pair.user().zone;
    let search = SlotQuery {
        from: zone::start_of_day(first, zone).max(now.at),
        until: zone::start_of_day(last.succ_opt().unwrap_or(last), zone),
        length: length.delta(),
    };
    let aways = aways::for_pair(tx, &pair, first)?;
    let window = Slot { from: search.from, until: search.until };
    let slots = slots::find_free(&pair, &aways, &busy(window, zone), search);
    // A new call keeps its hour in the zone of the fixed cadence, or else in the user's zone.
    let terms = agreements::on_day(tx, &pair, first)?.map(|agreement| agreement.data.terms);
    let anchor = terms.and_then(|terms| terms.cadence?.anchor());
    let anchor = anchor.map_or(zone, |(_, zone)| zone);
    let last_held = checkins::last_held(tx, pair.id(), now.at)?.and_then(|one| one.held_at);
    Ok(SlotOffer {
        obstacle: slots.is_empty().then(|| obstacle(&pair, search)),
        shifts: shifts(&pair, anchor, last_held.unwrap_or(now.at), &slots),
        slots,
        length,
        pair,
        aways,
        last,
        help: None,
    })
}

/// Returns the clock changes that affect the offered calls, each with the first call after it.
fn shifts(
    pair: &PairContext,
    anchor: Tz,
    before: DateTime<Utc>,
    slots: &[Slot],
) -> Vec<(Side, OffsetMismatch)> {
    let mut all_shifts: Vec<(Side, OffsetMismatch)> = Vec::new();
    for slot in slots {
        for (side, shift) in offset_mismatch::for_both(pair, anchor, before, slot.from) {
            if !all_shifts.iter().any(|(other, known)| *other == side && known.from == shift.from) {
                all_shifts.push((side, shift));
            }
        }
    }
    all_shifts
}

/// Adds to an offer without slots what would make one free, if anything does. Each suggestion is tried before it is
/// made.
fn with_suggestion(
    tx: &ReadTx<'_>,
    offer: SlotOffer,
    now: Now,
    planned: &[Slot],
) -> Result<SlotOffer> {
    let pair = &offer.pair;
    let today = words::today(pair.user(), now);
    let query_until = |last: NaiveDate| {
        let zone = pair.user().zone;
        let until = last.succ_opt().unwrap_or(last);
        SlotQuery {
            from: now.at,
            until: zone::start_of_day(until, zone),
            length: offer.length.delta(),
        }
    };
    let aways = aways::for_pair(tx, pair, today.day)?;
    let has_slot = |pair: &PairContext, query: SlotQuery| {
        !slots::find_free(pair, &aways, planned, query).is_empty()
    };
    let weeks_ahead = WEEKS_AHEAD.iter().copied().find(|weeks| {
        let last = today.day.checked_add_days(Days::new(7 * weeks));
        last.is_some_and(|last| last > offer.last && has_slot(pair, query_until(last)))
    });
    // The suggestion is followed without the flags of this run: from now on, for two weeks.
    let default_query = query_until(today.day.checked_add_days(Days::new(14)).unwrap_or(today.day));
    let longer_hours = [pair.user_side(), pair.user_side().other()].into_iter().find_map(|side| {
        let week = slots::longer_hours(pair, side, default_query)?;
        let mut widened = pair.clone();
        widened.person_mut(side).week = week;
        has_slot(&widened, default_query).then_some(Help::Hours(side, week))
    });
    let help = match offer.obstacle {
        Some(Obstacle::TooShort | Obstacle::NoneAtAll) => {
            longer_hours.or(weeks_ahead.map(Help::Further))
        }
        _ => weeks_ahead.map(Help::Further),
    };
    Ok(SlotOffer { help, ..offer })
}

/// How many weeks ahead to try if there is no free time.
const WEEKS_AHEAD: [u64; 4] = [2, 4, 6, 12];

/// Returns why a search finds no time: its days may all be days off.
fn obstacle(pair: &PairContext, search: SlotQuery) -> Obstacle {
    let has_hours = |query| !slots::find_free(pair, &[], &[], query).is_empty();
    let longer = SlotQuery { until: search.from + TimeDelta::weeks(2), ..search };
    if has_hours(search) {
        Obstacle::Taken
    } else if has_hours(longer) {
        Obstacle::NoneInWindow
    } else if has_hours(SlotQuery { length: TimeDelta::minutes(1), ..longer }) {
        Obstacle::TooShort
    } else {
        Obstacle::NoneAtAll
    }
}

/// Parses the first day of the search; fails for one in the past.
fn first_day(typed: Option<&str>, today: Today) -> Result<NaiveDate> {
    let first = arg::parse_day_arg(typed, today, DayRole::Future)?.unwrap_or(today.day);
    if first < today.day {
        let day = dates::format_day(first, today);
        return Err(Failure::refused(format!("{day} is in the past"))
            .hint("leave `--from` out to begin now"));
    }
    Ok(first)
}

fn agreed_length(tx: &ReadTx<'_>, pair: &PairContext, day: NaiveDate) -> Result<Option<Minutes>> {
    Ok(agreements::on_day(tx, pair, day)?.and_then(|agreement| agreement.terms.length))
}

/// Returns the slots of planned check-ins in all pairs: the user can't be in two calls at once.
pub fn planned_slots(tx: &ReadTx<'_>) -> Result<Vec<Slot>> {
    let mut slots = Vec::new();
    for pair in pairs::active_pairs(tx)? {
        for checkin in checkins::planned(tx, pair.id())? {
            slots.extend(checkin.planned_slot());
        }
    }
    Ok(slots)
}
