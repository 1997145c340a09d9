//! `mentor end show`: the whole mentorship in one document.

use crate::app::App;
use crate::commands::sheet::Sheet;
use crate::error::Result;
use crate::store::{document, stories};
use crate::view;

/// Print the whole mentorship as one document, to keep or to give
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    sheet: Sheet,
}

pub fn run(app: &mut App<'_, '_>, args: &ShowArgs) -> Result<()> {
    let mut story = app.read(|tx| {
        let couple = app.couple(tx)?;
        let today = app.today_of(couple.user());
        Ok(stories::of(tx, couple, today)?)
    })?;
    if args.sheet.for_partner {
        story.leave_out_private();
    }
    let json = || {
        let mut json = view::closing::json(&story);
        json["closing"] = match &story.closing {
            Some(closing) => document::fields(closing, Some(story.progress.couple.slug())),
            None => serde_json::Value::Null,
        };
        json
    };
    let today = app.today_of(story.progress.couple.user());
    let report = view::closing::report(&story, today);
    args.sheet.show(app, json, &report)
}
