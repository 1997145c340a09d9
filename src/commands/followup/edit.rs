//! `mentor followup edit`

use crate::app::{self, App};
use crate::commands::arg::{self, Number};
use crate::commands::followup::NOUN;
use crate::domain::followup::FollowUp;
use crate::domain::goal::{Goal, Move, Moved};
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::document;
use crate::view;

/// Change a follow-up; every change of its due date is kept
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: Number,

    /// What is to be done
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// Who does it: mentor, mentee, me or them
    #[arg(long, value_name = "SIDE")]
    owner: Option<String>,

    /// By when, in the owner's calendar
    #[arg(long, value_name = "DATE", alias = "due")]
    by: Option<String>,

    /// Why the date moved
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    /// The goal that it is a step of
    #[arg(long, value_name = "NUMBER")]
    goal: Option<i64>,
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    if args.title.is_none() && args.owner.is_none() && args.by.is_none() && args.goal.is_none() {
        return Err(Failure::usage("nothing to change was named").hint(format!(
            "for example `mentor followup edit {} --by fri`",
            args.which.number
        )));
    }
    let (record, slug) = app.write(|app, tx| {
        let number = args.which.number;
        let (mut record, couple) =
            app.owner_to_change::<FollowUp>(tx, NOUN, number, |it| it.pair)?;
        if let Some(title) = &args.title {
            record.title = text::title("title", title)?;
        }
        if let Some(owner) = &args.owner {
            record.owner = app::side(&couple, owner)?;
        }
        let today = app.today_of(couple.person(record.owner));
        if let Some(due) = arg::day(args.by.as_deref(), today)?
            && record.due != Some(due)
        {
            tx.insert(Move {
                pair: couple.id(),
                what: Moved::FollowUp,
                number,
                on: today,
                from: record.due.map(|day| day.to_string()),
                to: Some(due.to_string()),
                because: arg::body("reason", args.because.as_deref())?,
            })?;
            record.due = Some(due);
        }
        if let Some(number) = args.goal {
            record.goal = Some(
                app.in_pair::<Goal>(tx, &couple, "goal", number, |goal| goal.pair)?
                    .id,
            );
        }
        tx.update(&mut record)?;
        tx.say(view::followup::changed(&record, &couple, today));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
