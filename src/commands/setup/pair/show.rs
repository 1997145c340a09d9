//! `mentor pair show`

use crate::app::App;
use crate::commands::crud::{note_undecided, undecided_parts};
use crate::commands::report_output::ReportOutputArgs;
use crate::commands::setup::pair::PairArg;
use crate::domain::pair::PairState;
use crate::error::Result;
use crate::store::{histories, json, snapshots};
use crate::view;

/// Show a pair; with --html or --markdown, its full record
///
/// The full record has everything about the pair: people, agreement, goals, skills, check-ins, follow-ups, wins, feedback,
/// reviews, and the promises of both of you.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: PairArg,

    #[command(flatten)]
    output: ReportOutputArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    args.which.select(app)?;
    let now = app.now;
    if !args.output.is_document() {
        let pair = app.read(|tx| {
            let pair = app.current_pair(tx)?;
            app.read_for(args.output.for_partner, tx, pair, |_, pair| Ok(pair))
        })?;
        app.print_result(
            || json::item(&pair.record, None),
            |page| view::records::pair::card(&pair, args.output.for_partner, now, page),
        )?;
        return if args.output.for_partner {
            Ok(())
        } else {
            let undecided = app.read(|tx| undecided_parts(tx, &pair, pair.id()))?;
            note_undecided(app, &undecided)
        };
    }
    let (history, snapshot) = app.read(|tx| {
        app.read_for(args.output.for_partner, tx, app.current_pair(tx)?, |tx, pair| {
            let is_active = pair.record.state == PairState::Active;
            let snapshot = if is_active {
                Some(snapshots::load_for_due(tx, pair.clone(), now, 0)?)
            } else {
                None
            };
            Ok((histories::load(tx, pair, now)?, snapshot))
        })
    })?;
    let json = || json::item(&history.progress.pair.record, None);
    let report = view::reports::history::report(&history, snapshot.as_ref(), now, app.ui.mode);
    args.output.show(app, json, &report)
}
