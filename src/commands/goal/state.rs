//! `mentor goal done`, `drop`, `pause`, `resume`

use crate::app::App;
use crate::commands::arg::{self, Number};
use crate::commands::goal;
use crate::domain::goal::GoalState;
use crate::error::{Failure, Result};
use crate::store::document;

#[derive(Debug, clap::Args)]
pub struct StateArgs {
    #[command(flatten)]
    which: Number,

    /// The reason, or what came of it
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    /// On which day; left out: today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &StateArgs, to: GoalState) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) = goal::find_to_change(app, tx, args.which.number)?;
        if record.state == to {
            return Err(Failure::refused(format!(
                "goal {} is {to} already",
                record.id
            )));
        }
        let today = app.today_of(&couple.mentee);
        record.state = to;
        record.state_on = arg::day(args.on.as_deref(), today)?.unwrap_or(today);
        record.because = arg::body("reason", args.because.as_deref())?;
        tx.update(&mut record)?;
        tx.say(format!("Goal {} is {to}: {}", record.id, record.title));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
