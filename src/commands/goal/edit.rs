//! `mentor goal edit`

use crate::app::App;
use crate::commands::arg::{self, Number};
use crate::commands::goal::{self, target_in_past};
use crate::domain::goal::{Move, Moved};
use crate::domain::text;
use crate::error::{Failure, Result};
use crate::store::document;
use crate::view;

/// Change a goal; every move of its target is kept with the reason
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    #[command(flatten)]
    which: Number,

    /// What the mentee wants to reach
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// Why it matters
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,

    /// How both will know that it is reached
    #[arg(long, value_name = "TEXT")]
    done_when: Option<String>,

    /// Day it is to be reached by
    #[arg(long, value_name = "DATE")]
    by: Option<String>,

    /// Why the target moved
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,

    /// What the mentee wants from the mentor for it
    #[arg(long, value_name = "TEXT")]
    support: Option<String>,

    /// A word to group goals by
    #[arg(long, value_name = "WORD")]
    category: Option<String>,
}

pub fn run(app: &mut App<'_, '_>, args: &EditArgs) -> Result<()> {
    let all = [
        &args.title,
        &args.why,
        &args.done_when,
        &args.by,
        &args.support,
        &args.category,
    ];
    if all.iter().all(|one| one.is_none()) {
        return Err(Failure::usage("nothing to change was named").hint(format!(
            "for example `mentor goal edit {} --by eom --because exams`",
            args.which.number
        )));
    }
    let (record, slug) = app.write(|app, tx| {
        let (mut record, couple) = goal::find_to_change(app, tx, args.which.number)?;
        let today = app.today_of(&couple.mentee);
        if let Some(title) = &args.title {
            record.title = text::title("title", title)?;
        }
        let set = |field: &mut Option<String>, what, typed: &Option<String>| -> Result<()> {
            if typed.is_some() {
                *field = arg::body(what, typed.as_deref())?;
            }
            Ok(())
        };
        set(&mut record.it.why, "reason", &args.why)?;
        set(&mut record.it.done_when, "done-when", &args.done_when)?;
        set(&mut record.it.support, "support", &args.support)?;
        set(&mut record.it.category, "category", &args.category)?;
        if let Some(day) = arg::day(args.by.as_deref(), today)?
            && record.target != Some(day)
        {
            if day < today {
                return Err(target_in_past(day));
            }
            tx.insert(Move {
                pair: couple.id(),
                what: Moved::Goal,
                number: record.id.number(),
                on: today,
                from: record.target.map(|day| day.to_string()),
                to: Some(day.to_string()),
                because: arg::body("reason", args.because.as_deref())?,
            })?;
            record.target = Some(day);
        }
        tx.update(&mut record)?;
        tx.say(view::goal::changed(&record, &couple, today));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
