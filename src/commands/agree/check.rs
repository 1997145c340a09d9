//! `mentor agree check`

use crate::app::App;
use crate::commands::agree;
use crate::commands::arg::{self, AsOf};
use crate::domain::promise::{self, Period};
use crate::error::Result;
use crate::store::facts;
use crate::view;

/// Check each promise of the agreement against what happened, for both sides
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// From which day; left out: the first day of the agreement
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &CheckArgs) -> Result<()> {
    let (outcomes, couple, period) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let record = agree::version(tx, &couple, None)?;
        let record = crate::store::agreements::in_force(tx, couple.id())?.unwrap_or(record);
        let zone = couple.user().zone;
        let until = args.as_of.day(app.now, zone)?;
        let since = arg::day(args.since.as_deref(), until)?;
        let begun = record
            .terms
            .starts
            .unwrap_or_else(|| record.created_at.with_timezone(&zone).date_naive());
        let period = Period {
            since: since.unwrap_or(begun),
            until,
        };
        let facts = facts::of(tx, &couple, period)?;
        Ok((
            promise::check(&record.terms, &couple, period, &facts),
            couple,
            period,
        ))
    })?;
    app.show(
        || view::promise::json(&outcomes, &couple, period),
        |page| view::promise::table(&outcomes, &couple, page),
    )
}
