//! `mentor review`

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::arg::{self, AsOf};
use crate::commands::sheet::Sheet;
use crate::domain::pair::Couple;
use crate::error::Result;
use crate::store::reader::Reader;
use crate::store::{agreements, progress, reviews};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct PrintArgs {
    /// From which day; left out: the last stored review, or the beginning
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    #[command(flatten)]
    sheet: Sheet,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &PrintArgs) -> Result<()> {
    let mut found = app.read(|tx| {
        let couple = app.couple(tx)?;
        let zone = couple.user().zone;
        let until = args.as_of.day(app.now, zone)?;
        let beginning = beginning(tx, &couple, until)?;
        let period = arg::period(args.since.as_deref(), beginning, until)?;
        Ok(progress::of(tx, couple, period)?)
    })?;
    if args.sheet.for_partner {
        found.leave_out_private();
    }
    let report = view::review::report(&found);
    args.sheet.show(app, || view::review::json(&found), &report)
}

/// The day of the last stored review; without one the first day of the agreement, or of the pair.
pub fn beginning(tx: &Reader<'_>, couple: &Couple, until: NaiveDate) -> Result<NaiveDate> {
    if let Some(last) = reviews::latest(tx, couple.id(), until)? {
        return Ok(last.on);
    }
    let created = couple
        .pair
        .created_at
        .with_timezone(&couple.user().zone)
        .date_naive();
    let agreed =
        agreements::in_force(tx, couple.id())?.and_then(|agreement| agreement.terms.starts);
    Ok(agreed.unwrap_or(created).min(created).min(until))
}
