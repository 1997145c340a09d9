//! `mentor status`, and `mentor` alone

use crate::app::App;
use crate::commands::command_line::arg::AsOf;
use crate::domain::due;
use crate::error::Result;
use crate::store::share::undecided;
use crate::store::{pairs, snapshots};
use crate::view;

#[derive(Debug, Default, clap::Args)]
pub struct StatusArgs {
    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &StatusArgs) -> Result<()> {
    let (snapshots, inactive) = app.read_as_of(args.as_of.typed_day(), |app, tx, now| {
        let pairs = app.selected_pairs(tx)?.into_iter();
        let loaded = pairs.map(|pair| snapshots::load_for_status(tx, pair, now, due::SOON));
        let mut snapshots = loaded.collect::<Result<Vec<_>, _>>()?;
        let undecided = undecided::all(tx)?;
        for snapshot in &mut snapshots {
            snapshot.undecided = undecided.get(&snapshot.pair.record.uid).map_or(0, Vec::len);
        }
        let inactive = if snapshots.is_empty() { pairs::pairs(tx)? } else { Vec::new() };
        Ok((snapshots, inactive))
    })?;
    app.print_result(
        || view::reports::status::json(&snapshots),
        |page| view::reports::status::text(&snapshots, page),
    )?;
    if snapshots.is_empty() && !app.ui.json {
        app.ui.status(&view::reports::status::inactive_pairs(&inactive, app.now, app.ui.mode))?;
    }
    Ok(())
}
