//! `mentor end show`: prints the whole mentorship as one document.

use crate::app::App;
use crate::commands::crud::{note_undecided, undecided_parts};
use crate::commands::report_output::ReportOutputArgs;
use crate::error::Result;
use crate::store::{histories, json};
use crate::view;

/// Print the full record of the mentorship
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    output: ReportOutputArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let history = app.read(|tx| {
        app.read_for(args.output.for_partner, tx, app.current_pair(tx)?, |tx, pair| {
            Ok(histories::load(tx, pair, app.now)?)
        })
    })?;
    let json = || {
        let slug = Some(history.progress.pair.slug());
        let closing = history.closing.as_ref();
        let closing = closing.map(|closing| json::fields(closing, slug));
        view::reports::mentorship::json(&history, closing)
    };
    let report = view::reports::mentorship::report(&history, app.now, app.ui.mode);
    args.output.show(app, json, &report)?;
    match &history.closing {
        Some(closing) if !args.output.for_partner => {
            let pair = &history.progress.pair;
            let undecided = app.read(|tx| undecided_parts(tx, pair, closing.id))?;
            note_undecided(app, &undecided)
        }
        _ => Ok(()),
    }
}
