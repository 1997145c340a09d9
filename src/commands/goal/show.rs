//! `mentor goal show`

use crate::app::App;
use crate::commands::arg::Number;
use crate::commands::goal;
use crate::error::Result;
use crate::store::{document, followups, goals};
use crate::view;

/// Show a goal with its steps, progress, confidence and every move of its target
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: Number,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let (story, steps, couple) = app.read(|tx| {
        let (record, couple) = goal::find(app, tx, args.which.number)?;
        let steps = followups::of_goal(tx, record.id)?;
        Ok((goals::story(tx, record)?, steps, couple))
    })?;
    let today = app.today_of(&couple.mentee);
    app.show(
        || {
            let mut item = document::item(&story.goal, Some(couple.slug()));
            item["item"]["steps"] = document::several(&steps, couple.slug());
            item["item"]["entries"] = document::several(&story.entries, couple.slug());
            item["item"]["moves"] = document::several(&story.moves, couple.slug());
            item
        },
        |page| view::goal::card(&story, &steps, &couple, today, page),
    )
}
