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
        let couple = app.couple(tx)?;
        settings::use_pair(tx, couple.slug())?;
        tx.say(format!("Switched to `{}`", couple.slug()));
        Ok(couple)
    })?;
    app.show_json(|| document::item(&couple.pair, None))
}
