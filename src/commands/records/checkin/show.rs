//! `mentor checkin show`

use crate::app::App;
use crate::commands::command_line::arg::RecordArg;
use crate::commands::crud::{note_undecided, undecided_parts};
use crate::domain::checkin::CheckIn;
use crate::domain::goal::Moved;
use crate::error::Result;
use crate::store::{goals, json, pair_items};
use crate::view;
use crate::view::records::checkin::CheckInDetails;

/// Show a check-in and everything linked to it
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: RecordArg,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let (details, pair, undecided) = app.read(|tx| {
        let number = args.which.number;
        let (checkin, pair) = app.find_record::<CheckIn>(tx, number)?;
        let details = CheckInDetails {
            followups: pair_items::owned_by(tx, "checkin", checkin.id)?,
            topics: pair_items::owned_by(tx, "covered_in", checkin.id)?,
            wins: pair_items::owned_by(tx, "checkin", checkin.id)?,
            insights: pair_items::owned_by(tx, "checkin", checkin.id)?,
            approaches: pair_items::owned_by(tx, "checkin", checkin.id)?,
            entries: pair_items::owned_by(tx, "checkin", checkin.id)?,
            moves: goals::moves(tx, Moved::CheckIn, number)?,
            checkin,
        };
        let undecided = undecided_parts(tx, &pair, details.checkin.id)?;
        Ok((details, pair, undecided))
    })?;
    let now = app.now;
    app.print_result(
        || {
            let slug = pair.slug();
            let mut item = json::item(&details.checkin, Some(slug));
            item["item"]["followups"] = json::items_json(&details.followups, slug);
            item["item"]["topics"] = json::items_json(&details.topics, slug);
            item["item"]["wins"] = json::items_json(&details.wins, slug);
            item["item"]["insights"] = json::items_json(&details.insights, slug);
            item["item"]["approaches"] = json::items_json(&details.approaches, slug);
            item["item"]["goal_entries"] = json::items_json(&details.entries, slug);
            item["item"]["moves"] = json::items_json(&details.moves, slug);
            item
        },
        |page| view::records::checkin::card(&details, &pair, now, page),
    )?;
    note_undecided(app, &undecided)
}
