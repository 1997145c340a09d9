//! `mentor pair list`

use crate::app::App;
use crate::commands::arg::CsvArgs;
use crate::domain::pair::{Pair, PairState};
use crate::error::Result;
use crate::store::{json, pairs, settings};
use crate::view;

/// List the pairs
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Ended ones too
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (pairs, in_use) = app.read(|tx| {
        let mut pairs = pairs::pairs(tx)?;
        pairs.retain(|pair| args.all || pair.record.state != PairState::Ended);
        Ok((pairs, settings::pair_in_use(tx)?))
    })?;
    let records: Vec<_> = pairs.iter().map(|pair| pair.record.clone()).collect();
    app.print_list(
        args.cells.format(),
        &json::names::<Pair>(),
        || json::list(&records, None),
        |page| view::pair::table(&pairs, in_use.as_deref(), page),
    )
}
