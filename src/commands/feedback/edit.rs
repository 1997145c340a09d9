//! `mentor feedback edit`

use crate::app::App;
use crate::commands::arg::{self, Number};
use crate::commands::feedback::NOUN;
use crate::domain::feedback::Feedback;
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::document;

/// Change feedback
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: Number,

    /// When and where it was
    #[arg(long, value_name = "TEXT")]
    situation: Option<String>,

    /// What was seen or heard
    #[arg(long, value_name = "TEXT")]
    behaviour: Option<String>,

    /// What it did
    #[arg(long, value_name = "TEXT")]
    impact: Option<String>,

    /// What the giver would like to see next
    #[arg(long, value_name = "TEXT")]
    request: Option<String>,

    /// The receiver's own words
    #[arg(long, value_name = "TEXT")]
    response: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    let all = [
        &args.situation,
        &args.behaviour,
        &args.impact,
        &args.request,
        &args.response,
    ];
    if all.iter().all(|one| one.is_none()) {
        return Err(Failure::usage("nothing to change was named").hint(format!(
            "for example `mentor feedback edit {} --impact \"…\"`",
            args.which.number
        )));
    }
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) =
            app.owner_to_change::<Feedback>(tx, NOUN, args.which.number, |one| one.pair)?;
        let parts = [
            (&mut record.it.situation, "situation", &args.situation),
            (&mut record.it.behaviour, "behaviour", &args.behaviour),
            (&mut record.it.impact, "impact", &args.impact),
        ];
        for (part, what, typed) in parts {
            if let Some(typed) = typed {
                *part = text::body(what, typed)?;
            }
        }
        if args.request.is_some() {
            record.request = arg::body("request", args.request.as_deref())?;
        }
        if args.response.is_some() {
            record.response = arg::body("response", args.response.as_deref())?;
            let today = app.today_of(couple.person(record.from.other()));
            record.responded_on = record.responded_on.or(Some(today));
        }
        tx.update(&mut record)?;
        tx.say(format!("Changed feedback {}", record.id));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
