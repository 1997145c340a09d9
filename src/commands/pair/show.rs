//! `mentor pair show`

use crate::app::App;
use crate::commands::pair::PairArg;
use crate::commands::sheet::ReportOutputArgs;
use crate::error::Result;
use crate::store::{document, stories};
use crate::view;

/// Show a pair; with --html or --markdown, its full record
///
/// As a document it holds everything that is told of the two: people, agreement, goals, skills, check-ins, follow-ups, wins,
/// feedback, reviews, and the promises of both sides.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    which: PairArg,

    #[command(flatten)]
    sheet: ReportOutputArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    args.which.name(app);
    let now = app.now;
    if !args.sheet.is_document() {
        let couple = app.read(|tx| {
            let couple = app.current_pair(tx)?;
            app.read_for(args.sheet.for_partner, tx, couple, |_, couple| Ok(couple))
        })?;
        return app.print_result(
            || document::item(&couple.pair, None),
            |page| view::pair::card(&couple, now, page),
        );
    }
    let story = app.read(|tx| {
        app.read_for(
            args.sheet.for_partner,
            tx,
            app.current_pair(tx)?,
            |tx, couple| Ok(stories::load(tx, couple, app.now)?),
        )
    })?;
    let json = || document::item(&story.progress.couple.pair, None);
    args.sheet
        .show(app, json, &view::story::report(&story, now))
}
