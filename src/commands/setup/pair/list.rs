//! `mentor pair list`

use crate::app::App;
use crate::commands::command_line::arg::CsvArgs;
use crate::domain::pair::{Pair, PairState};
use crate::error::Result;
use crate::store::{json, pairs, settings};
use crate::view;
use crate::view::page::listing::ListFooter;

/// List the pairs
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Include ended ones
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (pairs, hidden, in_use) = app.read(|tx| {
        let mut pairs = pairs::pairs(tx)?;
        if let Some(typed) = app.typed_pair(tx)? {
            pairs.retain(|pair| pair.id() == typed.id());
        }
        let all = pairs.len();
        pairs.retain(|pair| args.all || pair.record.state != PairState::Ended);
        let hidden = all - pairs.len();
        Ok((pairs, hidden, settings::pair_in_use(tx)?))
    })?;
    let footer = ListFooter {
        noun: "pair",
        hidden_are: "ended",
        shown: pairs.len(),
        hidden,
        hint: "run `mentor pair add ana --mentee \"Ana Díaz\"` to add one",
        ..ListFooter::default()
    };
    let records: Vec<_> = pairs.iter().map(|pair| pair.record.clone()).collect();
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<Pair>(),
        &footer,
        || json::list(&records, None),
        |page| view::records::pair::table(&pairs, in_use.as_deref(), page),
    )
}
