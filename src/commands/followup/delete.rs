//! `mentor followup delete`

use crate::app::App;
use crate::commands::arg::Number;
use crate::commands::followup::NOUN;
use crate::domain::followup::FollowUp;
use crate::error::Result;
use crate::store::document;

/// Delete a follow-up that was a mistake; `mentor undo` brings it back
#[derive(Debug, clap::Args)]
pub struct DeleteArgs {
    #[command(flatten)]
    which: Number,
}

pub fn run(app: &mut App<'_, '_>, args: &DeleteArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let number = args.which.number;
        let (record, couple) = app.owner_to_change::<FollowUp>(tx, NOUN, number, |it| it.pair)?;
        tx.delete(record.id)?;
        tx.say(format!("Deleted follow-up {}: {}", record.id, record.title));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
