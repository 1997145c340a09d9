//! `mentor agenda`

use crate::app::{App, pair_option};
use crate::commands::command_line::arg::AsOf;
use crate::commands::report_output::ReportOutputArgs;
use crate::domain::pair::PairState;
use crate::error::{Failure, Result};
use crate::store::share::undecided::undecided;
use crate::store::snapshots;
use crate::view;

#[derive(Debug, clap::Args)]
pub struct AgendaArgs {
    #[command(flatten)]
    output: ReportOutputArgs,

    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(app: &mut App<'_, '_>, args: &AgendaArgs) -> Result<()> {
    let for_partner = args.output.for_partner;
    let (snapshot, pair_option) = app.read_as_of(args.as_of.typed_day(), |app, tx, now| {
        app.read_for(for_partner, tx, app.current_pair_to_read(tx)?, |tx, pair| {
            let mut snapshot = snapshots::load_for_agenda(tx, pair, now)?;
            snapshot.undecided = undecided(tx, &snapshot.pair)?.len();
            let pair_option = pair_option(tx, &snapshot.pair)?;
            Ok((snapshot, pair_option))
        })
    })?;
    if snapshot.pair.record.state == PairState::Ended {
        let slug = snapshot.pair.slug();
        return Err(Failure::refused(format!("`{slug}` has ended, so there is no next check-in"))
            .hint(format!("run `mentor end show -p {slug}` for the full record")));
    }
    let report = view::reports::agenda::report(&snapshot, &pair_option, app.ui.mode);
    let json = || view::reports::agenda::json(&snapshot);
    args.output.show(app, json, &report)
}
