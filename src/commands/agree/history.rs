//! `mentor agree history`

use crate::app::App;
use crate::commands::arg::CsvArgs;
use crate::domain::agreement::Agreement;
use crate::error::Result;
use crate::store::{agreements, json};
use crate::view;

/// List the versions of the agreement
#[derive(Debug, clap::Args)]
pub struct HistoryArgs {
    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &HistoryArgs) -> Result<()> {
    let (records, pair) = app.read(|tx| {
        let pair = app.current_pair(tx)?;
        Ok((agreements::all(tx, pair.id())?, pair))
    })?;
    app.print_list(
        args.cells.format(),
        &json::names::<Agreement>(),
        || json::list(&records, Some(pair.slug())),
        |page| view::agreement::table(&records, page),
    )
}
