//! `mentor pair show`

use crate::app::App;
use crate::commands::pair::Which;
use crate::error::Result;
use crate::store::document;
use crate::view;

/// Show a pair and both its people
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: Which,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    args.which.name(app);
    let couple = app.read(|tx| app.couple(tx))?;
    let now = app.now;
    app.show(
        || document::item(&couple.pair, None),
        |page| view::pair::card(&couple, now, page),
    )
}
