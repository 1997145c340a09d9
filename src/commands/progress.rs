//! `mentor progress`

use crate::app::App;
use crate::commands::arg::{self, AsOf};
use crate::domain::goal::Goal;
use crate::error::Result;
use crate::store::{progress, stories};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct ProgressArgs {
    /// From which day; left out: from the first day on
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    /// One goal alone, with the wins beside it
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i64).range(1..))]
    goal: Option<i64>,

    /// Leave out what is private
    #[arg(long)]
    for_partner: bool,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &ProgressArgs) -> Result<()> {
    let mut found = app.read(|tx| {
        let (goal, couple) = match args.goal {
            Some(number) => {
                let (goal, couple) = app.owner_of::<Goal>(tx, number)?;
                (Some(goal.id), couple)
            }
            None => (None, app.couple(tx)?),
        };
        let zone = couple.user().zone;
        let until = args.as_of.moment(app.now, zone)?.with_timezone(&zone);
        let until = until.date_naive();
        let beginning = stories::first_day(tx, &couple)?.min(until);
        let period = arg::period(args.since.as_deref(), beginning, until)?;
        let mut found = progress::of(tx, couple, period)?;
        if let Some(goal) = goal {
            found.only(goal);
        }
        Ok(found)
    })?;
    if args.for_partner {
        found.leave_out_private();
    }
    app.show(
        || view::progress::json(&found),
        |page| view::progress::text(&found, page),
    )
}
