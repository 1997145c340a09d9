//! `mentor review`

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::commands::command_line::arg::{self, AsOf};
use crate::commands::report_output::ReportOutputArgs;
use crate::domain::dates;
use crate::domain::pair::{PairContext, PairState};
use crate::domain::promise::Period;
use crate::error::Result;
use crate::store::read_tx::ReadTx;
use crate::store::{histories, progress, reviews, snapshots};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct PrintArgs {
    /// Start date [default: the last review, or the beginning]
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    #[command(flatten)]
    output: ReportOutputArgs,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &PrintArgs) -> Result<()> {
    let for_partner = args.output.for_partner;
    let is_page = args.output.is_page();
    let (data, open) = app.read_as_of(args.as_of.typed_day(), |app, tx, now| {
        app.read_for(for_partner, tx, app.current_pair_to_read(tx)?, |tx, pair| {
            let today = now.style.today(pair.user().day_at(now.at));
            let began = || histories::first_day(tx, &pair);
            let period = match arg::parse_since(args.since.as_deref(), today, began)? {
                Some(first) => pair.period_from(first, now.at),
                None => since_last(tx, &pair, now.at)?,
            };
            let is_active = pair.record.state == PairState::Active;
            let open = if is_page && is_active {
                Some(snapshots::load_for_due(tx, pair.clone(), now, 0)?)
            } else {
                None
            };
            Ok((progress::load(tx, pair, period, app.now.style)?, open))
        })
    })?;
    if data.judged != data.period {
        let first = dates::format_day(data.judged.first_day, data.today());
        app.ui.note(&format!(
            "at the last review the agreement was not recorded as accepted by you both; its promises are counted from {first}"
        ))?;
    }
    let report = view::reports::review::report(&data, open.as_ref(), app.ui.mode);
    args.output.show(app, || view::reports::review::json(&data), &report)
}

/// Returns the period since the last stored review; without one, since the first day of the agreement, or of the pair.
pub fn since_last(tx: &ReadTx<'_>, pair: &PairContext, now: DateTime<Utc>) -> Result<Period> {
    let stored = reviews::all(tx, pair.id())?;
    let earlier = stored.iter().filter(|review| pair.moment_of(review) <= now);
    let last = earlier.max_by_key(|review| (pair.moment_of(review), review.id));
    if let Some(last) = last {
        return Ok(pair.period_since(pair.moment_of(last), last.on, now));
    }
    let first = reviews::first_day(tx, pair)?;
    Ok(pair.period_from(first.min(pair.pair_day(now)), now))
}
