//! `mentor agree show`

use crate::app::App;
use crate::commands::crud::{note_undecided, undecided_parts};
use crate::commands::everyday::agree;
use crate::error::{Failure, Result};
use crate::store::json;
use crate::view;

/// Show the agreement
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// Version to show [default: the latest]
    #[arg(value_name = "VERSION")]
    version: Option<u32>,

    /// Print Markdown with signature lines
    #[arg(long)]
    markdown: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    if app.ui.json && args.markdown {
        return Err(Failure::usage("choose one output format")
            .hint("use only one of `--json` and `--markdown`"));
    }
    let (record, pair, undecided) = app.read(|tx| {
        let pair = app.current_pair_to_read(tx)?;
        let record = agree::version(tx, &pair, args.version)?;
        let undecided = undecided_parts(tx, &pair, record.id)?;
        Ok((record, pair, undecided))
    })?;
    let now = app.now;
    app.print_result(
        || json::item(&record, Some(pair.slug())),
        |page| {
            if args.markdown {
                view::records::agreement::markdown(&record, &pair, now.style)
            } else {
                view::records::agreement::card(&record, &pair, now, page)
            }
        },
    )?;
    note_undecided(app, &undecided)
}
