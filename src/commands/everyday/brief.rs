//! `mentor brief`

use crate::app::App;
use crate::commands::command_line::arg::AsOf;
use crate::error::Result;
use crate::store::{brief, snapshots};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct BriefArgs {
    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &BriefArgs) -> Result<()> {
    let (snapshot, changes) = app.read_as_of(args.as_of.typed_day(), |app, tx, now| {
        let pair = app.current_pair_to_read(tx)?;
        let snapshot = snapshots::load_for_agenda(tx, pair, now)?;
        let changes = brief::since_last(tx, &snapshot)?;
        Ok((snapshot, changes))
    })?;
    app.print_result(
        || view::reports::brief::json(&snapshot, &changes),
        |page| view::reports::brief::text(&snapshot, &changes, page),
    )
}
