//! `mentor agenda`

use crate::app::App;
use crate::commands::arg::AsOf;
use crate::error::Result;
use crate::store::situations;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct AgendaArgs {
    /// As Markdown, to paste or mail
    #[arg(long)]
    markdown: bool,

    /// Leave out what is private
    #[arg(long)]
    for_partner: bool,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &AgendaArgs) -> Result<()> {
    let mut situation = app.read(|tx| {
        let couple = app.couple(tx)?;
        let now = args.as_of.moment(app.now, couple.user().zone)?;
        Ok(situations::with_talk(tx, couple, now)?)
    })?;
    if args.for_partner {
        situation.leave_out_private();
    }
    app.show(
        || view::agenda::json(&situation),
        |page| view::agenda::text(&situation, args.markdown, page),
    )
}
