//! `mentor checkin edit`

use crate::app::App;
use crate::commands::arg::{self, Number};
use crate::commands::checkin;
use crate::error::{Failure, Result};
use crate::store::document;

/// Change what is kept of a check-in
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: Number,

    /// What was said
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,

    /// How long it took
    #[arg(long, value_name = "LENGTH")]
    minutes: Option<String>,

    /// Where
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    if args.notes.is_none() && args.minutes.is_none() && args.channel.is_none() {
        return Err(Failure::usage("nothing to change was named").hint(format!(
            "for example `mentor checkin edit {} --minutes 50`",
            args.which.number
        )));
    }
    let minutes = arg::minutes(args.minutes.as_deref())?;
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) = checkin::find_to_change(app, tx, args.which.number)?;
        if args.notes.is_some() {
            record.notes = arg::body("notes", args.notes.as_deref())?;
        }
        if args.channel.is_some() {
            record.channel = arg::body("channel", args.channel.as_deref())?;
        }
        match (minutes, record.is_open()) {
            (Some(minutes), true) => record.planned_minutes = Some(minutes),
            (Some(minutes), false) => record.minutes = Some(minutes),
            (None, _) => {}
        }
        tx.update(&mut record)?;
        tx.say(format!("Changed check-in {}", record.id));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
