//! `mentor agree history`

use crate::app::App;
use crate::commands::command_line::arg::CsvArgs;
use crate::domain::agreement::Agreement;
use crate::error::Result;
use crate::store::{agreements, json};
use crate::view;
use crate::view::page::listing::ListFooter;

/// List the versions of the agreement
#[derive(Debug, clap::Args)]
pub struct HistoryArgs {
    #[command(flatten)]
    cells: CsvArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &HistoryArgs) -> Result<()> {
    let (records, pair, implicit_slug) = app.read(|tx| {
        let pair = app.current_pair_to_read(tx)?;
        let implicit_slug = app.implicit_slug(tx, &pair)?.map(str::to_owned);
        Ok((agreements::all(tx, pair.id())?, pair, implicit_slug))
    })?;
    let now = app.now;
    let footer = ListFooter {
        noun: "version",
        shown: records.len(),
        pair: implicit_slug.as_deref(),
        hint: "run `mentor agree` to record the first",
        ..ListFooter::default()
    };
    app.print_list_with_footer(
        args.cells.format(),
        &json::names::<Agreement>(),
        &footer,
        || json::list(&records, Some(pair.slug())),
        |page| view::records::agreement::table(&records, &pair, now, page),
    )
}
