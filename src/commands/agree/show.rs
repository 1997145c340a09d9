//! `mentor agree show`

use crate::app::App;
use crate::commands::agree;
use crate::error::{Failure, Result};
use crate::store::document;
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
    let (record, couple) = app.read(|tx| {
        let couple = app.current_pair(tx)?;
        Ok((agree::version(tx, &couple, args.version)?, couple))
    })?;
    app.print_result(
        || document::item(&record, Some(couple.slug())),
        |page| match args.markdown {
            true => view::agreement::markdown(&record, &couple),
            false => view::agreement::card(&record, &couple, page),
        },
    )
}
