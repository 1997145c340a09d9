//! `mentor person list`

use crate::app::App;
use crate::error::Result;
use crate::store::{document, people};
use crate::view;

/// List everybody in the file
#[derive(Debug, clap::Args)]
pub struct ListArgs {}

pub fn run(app: &mut App<'_, '_>, _args: &ListArgs) -> Result<()> {
    let people = app.read(|tx| Ok(people::all(tx)?))?;
    app.show(
        || document::list(&people, None),
        |page| view::person::table(&people, page),
    )
}
