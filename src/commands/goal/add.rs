//! `mentor goal add`

use crate::app::App;
use crate::commands::arg;
use crate::commands::goal::target_in_past;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::{FEW, Goal, GoalState};
use crate::domain::person::Side;
use crate::domain::text;
use crate::error::Result;
use crate::store::{document, goals};
use crate::view;

/// Add a goal
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// What the mentee wants to reach
    #[arg(value_name = "TITLE")]
    title: String,

    /// Why it matters
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,

    /// How both will know that it is reached
    #[arg(long, value_name = "TEXT")]
    done_when: Option<String>,

    /// Day it is to be reached by, today or later
    #[arg(long, value_name = "DATE")]
    by: Option<String>,

    /// A first step; once for each. Steps are follow-ups of the mentee
    #[arg(long = "step", value_name = "TEXT")]
    steps: Vec<String>,

    /// What the mentee wants from the mentor for it
    #[arg(long, value_name = "TEXT")]
    support: Option<String>,

    /// A word to group goals by
    #[arg(long, value_name = "WORD")]
    category: Option<String>,

    /// Keep it out of everything meant for the other side
    #[arg(long)]
    private: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    let (record, slug, active) = app.write(|app, tx| {
        let couple = app.couple_to_change(tx)?;
        let today = app.today_of(&couple.mentee);
        let target = arg::day(args.by.as_deref(), today)?;
        if let Some(day) = target.filter(|day| *day < today) {
            return Err(target_in_past(day));
        }
        let record = tx.insert(Goal {
            pair: couple.id(),
            title: text::title("title", &args.title)?,
            why: arg::body("reason", args.why.as_deref())?,
            done_when: arg::body("done-when", args.done_when.as_deref())?,
            target,
            support: arg::body("support", args.support.as_deref())?,
            category: arg::body("category", args.category.as_deref())?,
            state: GoalState::Active,
            state_on: today,
            because: None,
            private: args.private,
        })?;
        tx.say(view::goal::added(&record, &couple, today));
        for step in &args.steps {
            let step = tx.insert(FollowUp {
                pair: couple.id(),
                owner: Side::Mentee,
                title: text::title("step", step)?,
                due: None,
                goal: Some(record.id),
                checkin: None,
                state: FollowUpState::Open,
                state_on: today,
                because: None,
                private: args.private,
            })?;
            tx.say(view::followup::added(&step, &couple, today));
        }
        let open = goals::open(tx, couple.id())?;
        let active = open
            .iter()
            .filter(|goal| goal.state == GoalState::Active)
            .count();
        Ok((record, couple.slug().to_owned(), active))
    })?;
    if active > FEW {
        app.ui.note(&format!(
            "that makes {active} active goals; one to three at a time are easier to reach (`mentor goal pause NUMBER`)"
        ))?;
    }
    app.show_json(|| document::item(&record, Some(&slug)))
}
