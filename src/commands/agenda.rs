//! `mentor agenda`

use crate::app::App;
use crate::commands::arg::AsOf;
use crate::commands::sheet::Sheet;
use crate::error::Result;
use crate::store::situations;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct AgendaArgs {
    #[command(flatten)]
    sheet: Sheet,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &AgendaArgs) -> Result<()> {
    let mut situation = app.read(|tx| {
        let couple = app.couple(tx)?;
        let now = args.as_of.moment(app.now, couple.user().zone)?;
        Ok(situations::with_talk(tx, couple, now)?)
    })?;
    if args.sheet.for_partner {
        situation.leave_out_private();
    }
    let report = view::agenda::report(&situation);
    let json = || view::agenda::json(&situation);
    args.sheet.show(app, json, &report)
}
