//! `mentor agenda`

use crate::app::App;
use crate::commands::arg::AsOf;
use crate::commands::sheet::ReportOutputArgs;
use crate::error::Result;
use crate::store::situations;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct AgendaArgs {
    #[command(flatten)]
    sheet: ReportOutputArgs,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &AgendaArgs) -> Result<()> {
    let for_partner = args.sheet.for_partner;
    let situation = app.read_as_of(args.as_of.parse_day_arg(), |app, tx, now| {
        app.read_for(for_partner, tx, app.current_pair(tx)?, |tx, couple| {
            Ok(situations::load_for_agenda(tx, couple, now)?)
        })
    })?;
    let report = view::agenda::report(&situation);
    let json = || view::agenda::json(&situation);
    args.sheet.show(app, json, &report)
}
