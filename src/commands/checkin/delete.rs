//! `mentor checkin delete`

use crate::app::App;
use crate::commands::arg::Number;
use crate::commands::checkin;
use crate::domain::approach::Approach;
use crate::domain::note::{Insight, Win};
use crate::error::{Failure, Result};
use crate::store::{document, followups, goals, notes, topics};

/// Delete a check-in that was a mistake; `mentor undo` brings it back
#[derive(Debug, clap::Args)]
pub struct DeleteArgs {
    #[command(flatten)]
    which: Number,
}

pub fn run(app: &mut App<'_, '_>, args: &DeleteArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (record, couple) = checkin::find_to_change(app, tx, args.which.number)?;
        let id = record.id;
        let results = followups::of_checkin(tx, id)?.len()
            + topics::covered_in(tx, id)?.len()
            + notes::of_checkin::<Win>(tx, id)?.len()
            + notes::of_checkin::<Insight>(tx, id)?.len()
            + notes::of_checkin::<Approach>(tx, id)?.len()
            + goals::entries_of_checkin(tx, id)?.len();
        if results > 0 {
            return Err(Failure::refused(format!(
                "check-in {id} has {results} records that came of it"
            ))
            .hint("`mentor undo` takes back a log whole"));
        }
        tx.delete(id)?;
        tx.say(format!("Deleted check-in {id}"));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
