//! `mentor brief`

use crate::app::App;
use crate::commands::arg::AsOf;
use crate::error::Result;
use crate::store::{brief, situations};
use crate::view;

#[derive(Debug, clap::Args)]
pub struct BriefArgs {
    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &BriefArgs) -> Result<()> {
    let (situation, changes) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let now = args.as_of.moment(app.now, couple.user().zone)?;
        let situation = situations::with_talk(tx, couple, now)?;
        let changes = brief::since_last(tx, &situation)?;
        Ok((situation, changes))
    })?;
    app.show(
        || view::brief::json(&situation, &changes),
        |page| view::brief::text(&situation, &changes, page),
    )
}
