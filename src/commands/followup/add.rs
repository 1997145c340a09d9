//! `mentor followup add`

use crate::app::{self, App};
use crate::commands::arg;
use crate::commands::followup;
use crate::domain::followup::{FollowUp, FollowUpState};
use crate::domain::goal::Goal;
use crate::domain::text;
use crate::error::Result;
use crate::store::document;
use crate::view;

/// Add something that a side will do
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// What is to be done; or the whole line, `mentee: draft the RFC by fri`
    #[arg(value_name = "TEXT")]
    title: String,

    /// Who does it: mentor, mentee, me or them
    #[arg(long, value_name = "SIDE")]
    owner: Option<String>,

    /// By when, in the owner's calendar
    #[arg(long, value_name = "DATE", alias = "due")]
    by: Option<String>,

    /// The goal that it is a step of
    #[arg(long, value_name = "NUMBER")]
    goal: Option<i64>,

    /// Keep it out of everything meant for the other side
    #[arg(long)]
    private: bool,
}

pub fn run(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    let (record, slug) = app.write(|app, tx| {
        let couple = app.couple_to_change(tx)?;
        let mut draft = match &args.owner {
            None if args.title.contains(':') => followup::from_line(&couple, &args.title, app.now)?,
            owner => {
                let owner = match owner {
                    Some(owner) => app::side(&couple, owner)?,
                    None => couple.me(),
                };
                FollowUp {
                    pair: couple.id(),
                    owner,
                    title: text::title("title", &args.title)?,
                    due: None,
                    goal: None,
                    checkin: None,
                    state: FollowUpState::Open,
                    state_on: app.today_of(couple.person(owner)),
                    because: None,
                    private: false,
                }
            }
        };
        let today = app.today_of(couple.person(draft.owner));
        if let Some(due) = arg::day(args.by.as_deref(), today)? {
            draft.due = Some(due);
        }
        if let Some(number) = args.goal {
            draft.goal = Some(
                app.in_pair::<Goal>(tx, &couple, "goal", number, |goal| goal.pair)?
                    .id,
            );
        }
        draft.private = args.private;
        let record = tx.insert(draft)?;
        tx.say(view::followup::added(&record, &couple, today));
        Ok((record, couple.slug().to_owned()))
    })?;
    app.show_json(|| document::item(&record, Some(&slug)))
}
