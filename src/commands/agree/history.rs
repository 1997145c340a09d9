//! `mentor agree history`

use crate::app::App;
use crate::commands::arg::CsvArgs;
use crate::domain::agreement::Agreement;
use crate::error::Result;
use crate::store::{agreements, document};
use crate::view;

/// List the versions of the agreement
#[derive(Debug, clap::Args)]
pub struct HistoryArgs {
    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &HistoryArgs) -> Result<()> {
    let (records, couple) = app.read(|tx| {
        let couple = app.current_pair(tx)?;
        Ok((agreements::all(tx, couple.id())?, couple))
    })?;
    app.print_list(
        args.cells.format(),
        &document::names::<Agreement>(),
        || document::list(&records, Some(couple.slug())),
        |page| view::agreement::table(&records, page),
    )
}
