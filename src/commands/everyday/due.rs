//! `mentor due`

use crate::app::App;
use crate::commands::command_line::arg::{AsOf, CsvArgs};
use crate::domain::closing::Closing;
use crate::domain::dates::Now;
use crate::domain::due::{self, DueItem};
use crate::domain::length::Span;
use crate::domain::offset_mismatch::OffsetMismatch;
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::error::{Failure, FailureKind, Result};
use crate::programs;
use crate::store::read_tx::ReadTx;
use crate::store::share::undecided;
use crate::store::{closings, snapshots};
use crate::view;
use crate::view::json::parts::ReportMoment;

#[derive(Debug, clap::Args)]
pub struct DueArgs {
    /// How far to look ahead
    #[arg(long, value_name = "SPAN")]
    within: Option<String>,

    /// Only what is overdue
    #[arg(long)]
    overdue: bool,

    /// Exit with status 1 if anything is overdue
    #[arg(long)]
    exit_code: bool,

    /// Also show a desktop notification
    #[arg(long)]
    notify: bool,

    /// Hide titles, for mail
    #[arg(long)]
    titles_off: bool,

    #[command(flatten)]
    as_of: AsOf,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &DueArgs) -> Result<()> {
    let within = args.within.as_deref().map(Span::parse).transpose()?;
    let within_days = app.due_horizon_days(within);
    let (items, pairs, changes, to_decide, now, today) =
        app.read_as_of(args.as_of.typed_day(), |app, tx, now| {
            let today = app.user_today(tx, now)?;
            let (mut items, pairs, changes) = collect_due(app, tx, now, within_days)?;
            items.sort_by_key(|due| std::cmp::Reverse(due.days_overdue));
            items.retain(|due| !args.overdue || due.days_overdue > 0);
            let to_decide = undecided::count(tx, &pairs)?;
            Ok((items, pairs, changes, to_decide, now, today))
        })?;
    let moment = ReportMoment { as_of_moment: now.at, as_of_day: today.day };
    app.print_list(
        args.cells.format(),
        &view::reports::due::COLUMNS,
        || view::reports::due::json(&items, moment, &changes, to_decide),
        |page| view::reports::due::lines(&items, &pairs, today, args.titles_off, page),
    )?;
    if !app.ui.json {
        for (pair, side, shift) in &changes {
            app.ui.note(&view::reports::due::clocks(pair, *side, shift, today))?;
        }
        if let Some(note) = view::messages::share::to_decide(to_decide) {
            app.ui.note(&note)?;
        }
    }
    if args.notify
        && let Some((title, body)) =
            view::reports::due::notification(&items, &pairs, args.titles_off)
        && let Err(why) = programs::notify(app.environment, &title, &body)
    {
        app.ui.note(&format!("can't show a notification: {why}"))?;
    }
    if args.exit_code && items.iter().any(|due| due.days_overdue > 0) {
        app.ui.flush()?;
        return Err(Failure::new(FailureKind::Negative, "something is overdue"));
    }
    Ok(())
}

/// A side of a pair for which calls move to another hour when the clocks change.
type ClockChange = (PairContext, Side, OffsetMismatch);

/// Returns what is due within some days, the pairs concerned, and the clock changes that move their calls in that time.
fn collect_due(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    now: Now,
    within_days: u64,
) -> Result<(Vec<DueItem>, Vec<PairContext>, Vec<ClockChange>)> {
    let mut items = Vec::new();
    let mut pairs = Vec::new();
    let mut changes = Vec::new();
    for pair in app.selected_pairs(tx)? {
        let snapshot = snapshots::load_for_due(tx, pair, now, within_days)?;
        items.extend(due::due_items(&snapshot, within_days));
        let shifts = snapshot.shifts_within(within_days).into_iter();
        changes.extend(shifts.map(|(side, shift)| (snapshot.pair.clone(), side, shift)));
        pairs.push(snapshot.pair);
    }
    for (due, pair) in due_of_ended_pairs(app, tx, now, within_days)? {
        items.push(due);
        pairs.push(pair);
    }
    Ok((items, pairs, changes))
}

/// Returns the check-backs that are due within some days for pairs that have ended.
pub fn due_of_ended_pairs(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
    now: Now,
    within_days: u64,
) -> Result<Vec<(DueItem, PairContext)>> {
    let due_pairs =
        pairs_awaiting_check_back(app, tx)?.into_iter().filter_map(|(closing, pair)| {
            let today = pair.today_of(pair.user_side(), now.at);
            Some((due::check_back_item(&closing, &pair, today, within_days)?, pair))
        });
    Ok(due_pairs.collect())
}

/// Returns the ended pairs whose outcome is still to be checked, each with its closing.
fn pairs_awaiting_check_back(
    app: &App<'_, '_>,
    tx: &ReadTx<'_>,
) -> Result<Vec<(Record<Closing>, PairContext)>> {
    let closings = closings::awaiting_check_back(tx)?;
    if closings.is_empty() {
        return Ok(Vec::new());
    }
    let ended = app.ended_pairs(tx)?;
    let awaiting = closings.into_iter().filter_map(|closing| {
        let pair = ended.iter().find(|pair| pair.id() == closing.pair)?;
        Some((closing, pair.clone()))
    });
    Ok(awaiting.collect())
}
