//! `mentor end show`: the whole mentorship in one document.

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
    sheet: ReportOutputArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let story = app.read(|tx| {
        app.read_for(
            args.sheet.for_partner,
            tx,
            app.current_pair(tx)?,
            |tx, pair| Ok(histories::load(tx, pair, app.now)?),
        )
    })?;
    let json = || {
        let mut json = view::records::closing::json(&story);
        json["closing"] = match &story.closing {
            Some(closing) => json::fields(closing, Some(story.progress.pair.slug())),
            None => serde_json::Value::Null,
        };
        json
    };
    let report = view::records::closing::report(&story, app.now);
    args.sheet.show(app, json, &report)?;
    match &story.closing {
        Some(closing) if !args.sheet.for_partner => {
            let pair = &story.progress.pair;
            let undecided = app.read(|tx| undecided_parts(tx, pair, closing.id))?;
            note_undecided(app, &undecided)
        }
        _ => Ok(()),
    }
}
