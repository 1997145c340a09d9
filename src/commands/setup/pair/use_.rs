//! `mentor pair use`

use crate::app::App;
use crate::commands::setup::pair::PairArg;
use crate::error::Result;
use crate::store::{json, settings};

/// Set the current pair
#[derive(Debug, clap::Args)]
pub struct UseArgs {
    #[command(flatten)]
    which: PairArg,
}

pub fn run(app: &mut App<'_, '_>, args: &UseArgs) -> Result<()> {
    args.which.select(app)?;
    let pair = app.write(|app, tx| {
        let pair = app.current_pair(tx)?;
        settings::use_pair(tx, pair.slug())?;
        tx.add_message(format!("Switched to `{}`", pair.slug()));
        Ok(pair)
    })?;
    app.print_record_json(|| json::item(&pair.record, None))
}
