//! `mentor person show`

use crate::app::App;
use crate::commands::person;
use crate::error::Result;
use crate::store::document;
use crate::view;

/// Show what is known of a person
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// `me`, the short name of a pair, a number or a name; left out: the other side of the pair
    #[arg(value_name = "WHO")]
    who: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let person = app.read(|tx| person::find(app, tx, args.who.as_deref()))?;
    let now = app.now;
    app.show(
        || document::item(&person, None),
        |page| view::person::card(&person, now, page),
    )
}
