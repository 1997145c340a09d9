//! `mentor checkin list`

use crate::app::App;
use crate::domain::checkin::CheckInState;
use crate::error::Result;
use crate::store::{checkins, document};
use crate::view;

/// List planned check-ins
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Held, cancelled and missed ones too
    #[arg(long)]
    all: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (records, couple) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let state = (!args.all).then_some(CheckInState::Planned);
        Ok((checkins::all(tx, couple.id(), state)?, couple))
    })?;
    let now = app.now;
    app.show(
        || document::list(&records, Some(couple.slug())),
        |page| view::checkin::table(&records, &couple, now, page),
    )
}
