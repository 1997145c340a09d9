//! `mentor followup show`

use crate::app::App;
use crate::commands::arg::Number;
use crate::commands::followup::NOUN;
use crate::domain::followup::FollowUp;
use crate::domain::goal::Moved;
use crate::error::Result;
use crate::store::{document, goals};
use crate::view;

/// Show a follow-up in full
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: Number,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let (record, couple, moves) = app.read(|tx| {
        let number = args.which.number;
        let (record, couple) = app.owner_of::<FollowUp>(tx, NOUN, number, |it| it.pair)?;
        let moves = goals::moves(tx, Moved::FollowUp, number)?;
        Ok((record, couple, moves))
    })?;
    let now = app.now;
    app.show(
        || document::item(&record, Some(couple.slug())),
        |page| view::followup::card(&record, &couple, &moves, now, page),
    )
}
