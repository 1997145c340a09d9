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
        let (checkin, couple) = app.find_record::<CheckIn>(tx, number)?;
        let whole = CheckInDetails {
            followups: nouns::owned_by(tx, "checkin", checkin.id)?,
            topics: nouns::owned_by(tx, "covered_in", checkin.id)?,
            wins: nouns::owned_by(tx, "checkin", checkin.id)?,
            insights: nouns::owned_by(tx, "checkin", checkin.id)?,
            approaches: nouns::owned_by(tx, "checkin", checkin.id)?,
            entries: nouns::owned_by(tx, "checkin", checkin.id)?,
            moves: goals::moves(tx, Moved::CheckIn, number)?,
            checkin,
        };
        Ok((whole, couple))
    })?;
    let now = app.now;
    app.print_result(
        || {
            let slug = couple.slug();
            let mut item = document::item(&whole.checkin, Some(slug));
            item["item"]["followups"] = document::items_json(&whole.followups, slug);
            item["item"]["topics"] = document::items_json(&whole.topics, slug);
            item["item"]["wins"] = document::items_json(&whole.wins, slug);
            item["item"]["insights"] = document::items_json(&whole.insights, slug);
            item["item"]["approaches"] = document::items_json(&whole.approaches, slug);
            item["item"]["goal_entries"] = document::items_json(&whole.entries, slug);
            item["item"]["moves"] = document::items_json(&whole.moves, slug);
            item
        },
        |page| view::checkin::card(&whole, &couple, now, page),
    )
}
