//! `mentor pair list`

use crate::app::App;
use crate::commands::arg::CsvArgs;
use crate::domain::pair::{Pair, PairState};
use crate::error::Result;
use crate::store::{document, pairs, settings};
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
    let (couples, in_use) = app.read(|tx| {
        let mut couples = pairs::couples(tx)?;
        couples.retain(|couple| args.all || couple.pair.state != PairState::Ended);
        Ok((couples, settings::pair_in_use(tx)?))
    })?;
    let records: Vec<_> = couples.iter().map(|couple| couple.pair.clone()).collect();
    app.print_list(
        args.cells.format(),
        &document::names::<Pair>(),
        || document::list(&records, None),
        |page| view::pair::table(&couples, in_use.as_deref(), page),
    )
}
