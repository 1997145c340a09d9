//! `mentor agenda`

use crate::app::App;
use crate::commands::arg::{AsOf, Paper};
use crate::error::Result;
use crate::store::situations;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct AgendaArgs {
    #[command(flatten)]
    paper: Paper,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &AgendaArgs) -> Result<()> {
    let mut situation = app.read(|tx| {
        let couple = app.couple(tx)?;
        let now = args.as_of.moment(app.now, couple.user().zone)?;
        Ok(situations::with_talk(tx, couple, now)?)
    })?;
    if args.paper.for_partner {
        situation.leave_out_private();
    }
    app.show(
        || view::agenda::json(&situation),
        |page| view::agenda::text(&situation, args.paper.markdown, page),
    )
}
