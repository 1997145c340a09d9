//! `mentor pair use`

use crate::app::App;
use crate::commands::pair::PairArg;
use crate::error::Result;
use crate::store::{document, settings};

/// Set the current pair
#[derive(Debug, clap::Args)]
pub struct UseArgs {
    #[command(flatten)]
    which: PairArg,
}

pub fn run(app: &mut App<'_, '_>, args: &UseArgs) -> Result<()> {
    args.which.name(app);
    let couple = app.write(|app, tx| {
        let couple = app.current_pair(tx)?;
        settings::use_pair(tx, couple.slug())?;
        tx.add_message(format!("Switched to `{}`", couple.slug()));
        Ok(couple)
    })?;
    app.print_record_json(|| document::item(&couple.pair, None))
}
