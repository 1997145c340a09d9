//! `mentor agree diff`

use crate::app::{App, pair_option};
use crate::commands::everyday::agree;
use crate::error::{Failure, Result};
use crate::view;

/// Show the differences between two versions
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// Earlier version [default: the previous one]
    #[arg(value_name = "V1", requires = "second")]
    first: Option<u32>,

    /// Later version [default: the latest]
    #[arg(value_name = "V2")]
    second: Option<u32>,
}

pub fn run(app: &mut App<'_, '_>, args: &DiffArgs) -> Result<()> {
    let (before, after, pair) = app.read(|tx| {
        let pair = app.current_pair_to_read(tx)?;
        let after = agree::version(tx, &pair, args.second)?;
        let first = args.first.unwrap_or(after.version.saturating_sub(1));
        if first == 0 {
            return Err(Failure::not_found("there is only one version").hint(format!(
                "run `mentor agree renew --because \"...\"{}` to create the next one",
                pair_option(tx, &pair)?
            )));
        }
        Ok((agree::version(tx, &pair, Some(first))?, after, pair))
    })?;
    let changes = before.terms.diff(&after.terms);
    let today = app.today_of(pair.user());
    app.print_result(
        || view::records::agreement::diff_json(&before, &after, &changes),
        |page| view::records::agreement::diff(&before, &after, &changes, today, page),
    )
}
