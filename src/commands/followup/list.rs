//! `mentor followup list`

use crate::app::{self, App};
use crate::error::Result;
use crate::store::{document, followups};
use crate::view;

/// List follow-ups, most urgent first
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Done and dropped ones too
    #[arg(long)]
    all: bool,

    /// Only those of one side: mentor, mentee, me or them
    #[arg(long, value_name = "SIDE")]
    owner: Option<String>,

    /// Only the steps of a goal
    #[arg(long, value_name = "NUMBER")]
    goal: Option<i64>,
}

pub fn run(app: &mut App<'_, '_>, args: &ListArgs) -> Result<()> {
    let (couple, records) = app.read(|tx| {
        let couple = app.couple(tx)?;
        let mut records = match args.all {
            true => followups::all(tx, couple.id())?,
            false => followups::open(tx, couple.id())?,
        };
        if let Some(owner) = &args.owner {
            let owner = app::side(&couple, owner)?;
            records.retain(|record| record.owner == owner);
        }
        if let Some(goal) = args.goal {
            records.retain(|record| record.goal.is_some_and(|id| id.number() == goal));
        }
        Ok((couple, records))
    })?;
    let now = app.now;
    app.show(
        || document::list(&records, Some(couple.slug())),
        |page| view::followup::table(&records, &couple, now, page),
    )
}
