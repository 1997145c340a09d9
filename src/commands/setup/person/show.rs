//! `mentor person show`

use crate::app::App;
use crate::commands::setup::person;
use crate::error::Result;
use crate::store::json;
use crate::view;

/// Show a person
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// `me`, a pair's short name, a number or a name [default: the other person]
    #[arg(value_name = "PERSON")]
    who: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let person = app.read(|tx| match &args.who {
        Some(who) => person::find(app, tx, who),
        None => Ok(app.current_pair(tx)?.partner().clone()),
    })?;
    let now = app.now;
    app.print_result(
        || json::item(&person, None),
        |page| view::records::person::card(&person, now, page),
    )
}
