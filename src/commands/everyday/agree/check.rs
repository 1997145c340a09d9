//! `mentor agree check`

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::command_line::arg::{self, AsOf};
use crate::commands::everyday::agree;
use crate::domain::pair_history::PairHistory;
use crate::domain::promise;
use crate::error::{Failure, FailureKind, Result};
use crate::store::{agreements, aways, histories, period_records};
use crate::view;

/// Compare what you agreed with what happened
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Start date [default: start of the agreement]
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    /// Exit with status 1 if a promise isn't kept, or only partly
    #[arg(long)]
    exit_code: bool,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &CheckArgs) -> Result<()> {
    let (outcomes, pair, period) = app.read_as_of(args.as_of.typed_day(), |app, tx, now| {
        let pair = app.current_pair_to_read(tx)?;
        agree::version(tx, &pair, None)?;
        let versions = agreements::all(tx, pair.id())?;
        let aways = aways::for_pair(tx, &pair, NaiveDate::MIN)?;
        let history = PairHistory::new(&pair, &versions, &aways);
        let today = now.style.today(pair.user().day_at(now.at));
        // A follow-up may be due before the first day of the agreement, and counts.
        let began = || histories::first_day(tx, &pair);
        let since = arg::parse_since(args.since.as_deref(), today, began)?;
        let first = since.or_else(|| history.first_day()).unwrap_or(today.day);
        let period = pair.period_from(first, now.at);
        let facts = period_records::load(tx, &history, &aways, period)?;
        let outcomes = promise::evaluate(&history, period, &facts);
        Ok((outcomes, pair.clone(), period))
    })?;
    let style = app.now.style;
    app.print_result(
        || view::reports::promise::json(&outcomes, &pair, period),
        |page| view::reports::promise::table(&outcomes, &pair, style, page),
    )?;
    if args.exit_code && outcomes.iter().any(|outcome| outcome.verdict.falls_short()) {
        app.ui.flush()?;
        return Err(Failure::new(FailureKind::Negative, "a promise is not kept"));
    }
    Ok(())
}
