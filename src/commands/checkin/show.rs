//! `mentor checkin show`

use crate::app::App;
use crate::commands::arg::Number;
use crate::domain::approach::Approach;
use crate::domain::checkin::CheckIn;
use crate::domain::goal::Moved;
use crate::domain::note::{Insight, Win};
use crate::error::Result;
use crate::store::{document, followups, goals, notes, topics};
use crate::view;
use crate::view::checkin::Whole;

/// Show a check-in with everything that came of it
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: Number,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let (whole, couple) = app.read(|tx| {
        let number = args.which.number;
        let (checkin, couple) = app.owner_of::<CheckIn>(tx, number)?;
        let whole = Whole {
            followups: followups::of_checkin(tx, checkin.id)?,
            topics: topics::covered_in(tx, checkin.id)?,
            wins: notes::of_checkin::<Win>(tx, checkin.id)?,
            insights: notes::of_checkin::<Insight>(tx, checkin.id)?,
            approaches: notes::of_checkin::<Approach>(tx, checkin.id)?,
            entries: goals::entries_of_checkin(tx, checkin.id)?,
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
