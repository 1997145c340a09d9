//! `mentor checkin show`

use crate::app::App;
use crate::commands::arg::RecordArg;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::Moved;
use crate::error::Result;
use crate::store::{document, goals, nouns};
use crate::view;
use crate::view::checkin::CheckInDetails;

/// Show a check-in and everything linked to it
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: RecordArg,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let (whole, couple) = app.read(|tx| {
        let number = args.which.number;
        let (checkin, couple) = app.owner_of::<CheckIn>(tx, number)?;
        let whole = CheckInDetails {
            followups: nouns::of(tx, "checkin", checkin.id)?,
            topics: nouns::of(tx, "covered_in", checkin.id)?,
            wins: nouns::of(tx, "checkin", checkin.id)?,
            insights: nouns::of(tx, "checkin", checkin.id)?,
            approaches: nouns::of(tx, "checkin", checkin.id)?,
            entries: nouns::of(tx, "checkin", checkin.id)?,
            moves: goals::moves(tx, Moved::CheckIn, number)?,
            checkin,
        };
        Ok((whole, couple))
    })?;
    let now = app.now;
    app.show(
        || {
            let slug = couple.slug();
            let mut item = document::item(&whole.checkin, Some(slug));
            item["item"]["followups"] = document::several(&whole.followups, slug);
            item["item"]["topics"] = document::several(&whole.topics, slug);
            item["item"]["wins"] = document::several(&whole.wins, slug);
            item["item"]["insights"] = document::several(&whole.insights, slug);
            item["item"]["approaches"] = document::several(&whole.approaches, slug);
            item["item"]["goal_entries"] = document::several(&whole.entries, slug);
            item["item"]["moves"] = document::several(&whole.moves, slug);
            item
        },
        |page| view::checkin::card(&whole, &couple, now, page),
    )
}
