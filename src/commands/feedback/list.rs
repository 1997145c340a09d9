//! `mentor feedback list`

use crate::app::App;
use crate::error::Result;
use crate::store::{document, feedbacks};
use crate::view;

/// List feedback
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Only what has no response yet
    #[arg(long)]
    open: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (records, couple) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let records = match args.open {
            true => feedbacks::unanswered(tx, couple.id())?,
            false => feedbacks::all(tx, couple.id())?,
        };
        Ok((records, couple))
    })?;
    app.show(
        || document::list(&records, Some(couple.slug())),
        |page| view::feedback::table(&records, &couple, page),
    )
}
