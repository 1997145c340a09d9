//! `mentor brief`

use crate::app::App;
use crate::commands::arg::AsOf;
use crate::error::Result;
use crate::store::{brief, situations};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct BriefArgs {
    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &BriefArgs) -> Result<()> {
    let (situation, changes) = app.read_as_of(args.as_of.parse_day_arg(), |app, tx, now| {
        let couple = app.current_pair(tx)?;
        let situation = situations::load_for_agenda(tx, couple, now)?;
        let changes = brief::since_last(tx, &situation)?;
        Ok((situation, changes))
    })?;
    app.print_result(
        || view::brief::json(&situation, &changes),
        |page| view::brief::text(&situation, &changes, page),
    )
}
