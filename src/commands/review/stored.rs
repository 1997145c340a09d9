//! `mentor review show` and `mentor review list`

use crate::app::App;
use crate::commands::arg::Number;
use crate::domain::review::Review;
use crate::error::Result;
use crate::store::{document, reviews};
use crate::view;

/// Show a stored review
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: Number,
}

/// List stored reviews
#[derive(Debug, clap::Args)]
pub struct ListArgs {}

pub fn show(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let (record, couple) = app.read(|tx| app.owner_of::<Review>(tx, args.which.number))?;
    app.show(
        || document::item(&record, Some(couple.slug())),
        |page| view::review::card(&record, &couple, page),
    )
}

pub fn list(app: &mut App<'_, '_>, _args: &ListArgs) -> Result<()> {
    let (records, couple) = app.read(|tx| {
        let couple = app.couple(tx)?;
        Ok((reviews::all(tx, couple.id())?, couple))
    })?;
    app.show(
        || document::list(&records, Some(couple.slug())),
        |page| view::review::table(&records, page),
    )
}
